"""A terminal that closes while the program waits to write to it: the program ends all the same."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pty = pytest.importorskip("pty")

PROGRAM = """
import pathlib, sys, threading
from dateline.reader import hang_up
hang_up.PATIENCE = 0.1
hang_up.watch_terminal(lambda: pathlib.Path({kept!r}).write_text("kept"))
print("ready", flush=True)
threading.Event().wait()
"""


def test_a_program_that_waits_for_its_terminal_ends_with_it(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", PROGRAM.format(kept=str(kept))]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, start_new_session=True)
    os.close(theirs)
    try:
        assert select.select([ours], [], [], 60)[0]
        assert os.read(ours, 100).startswith(b"ready")
        time.sleep(0.2)
        assert process.poll() is None
        os.close(ours)
        assert process.wait(timeout=60) == 1
    finally:
        process.kill()
    assert kept.read_text() == "kept"
