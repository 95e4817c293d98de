"""Children that die, hang or are told to end: whoever started them tells and goes on, and nothing is lost."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from dateline import indexing
from dateline.index.collection import Collection
from dateline.reader import grapher, indexer
from dateline.reader.grapher import Grapher, GraphFailure
from dateline.reader.indexer import Indexer

TESTS = Path(__file__).parent.parent
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")

#: Hangs when it is first started, and answers the next time; no signal but the last one ends it.
STUBBORN = """
import json, os, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
first = not os.path.exists({note!r})
open({note!r}, "w").write(str(os.getpid()))
for line in sys.stdin:
    while first:
        time.sleep(1)
    print(json.dumps({{"number": json.loads(line)["number"], "nodes": []}}), flush=True)
"""


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


async def test_a_graph_that_does_not_come_is_told_and_the_next_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grapher, "LONGEST", 0.2)
    monkeypatch.setattr(grapher, "PATIENCE", 0.1)
    note = tmp_path / "note"
    drawing = Grapher([], [sys.executable, "-c", STUBBORN.format(note=str(note))])
    child = await drawing._child()
    async with asyncio.timeout(60):
        while not note.exists() or not note.read_text():
            await asyncio.sleep(0.01)
    with pytest.raises(GraphFailure, match="does not answer"):
        await drawing.ask({"do": "draw"})
    assert child.returncode == -signal.SIGKILL
    assert not drawing.busy
    monkeypatch.setattr(grapher, "LONGEST", 60.0)
    answer = await drawing.ask({"do": "draw"})
    assert answer is not None
    assert answer["nodes"] == []
    await drawing.close()


async def test_a_graph_whose_process_is_killed_comes_from_another_one(tmp_path: Path) -> None:
    note = tmp_path / "note"
    note.touch()
    drawing = Grapher([], [sys.executable, "-c", STUBBORN.format(note=str(note))])
    assert await drawing.ask({"do": "draw"}) is not None
    os.kill(int(note.read_text()), signal.SIGKILL)
    assert await drawing.ask({"do": "draw"}) is not None
    await drawing.close()


async def test_an_indexer_that_is_killed_is_told_of_and_can_be_started_again(tmp_path: Path) -> None:
    script = (
        'import os, signal; print(\'{"event": "linked"}\', flush=True); os.kill(os.getpid(), signal.SIGKILL)'
    )
    events: list[dict[str, Any]] = []
    child = Indexer([], [sys.executable, "-c", script])
    for _ in range(2):
        wrong = await child.follow(events.append)
        assert wrong is not None
        assert "ended early" in wrong
        assert not child.running
    assert len(events) == 2


async def test_an_indexer_that_hangs_is_ended_with_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexer, "PATIENCE", 0.1)
    script = (
        "import os, signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
        'print(\'{"event": "counted", "pid": %d}\' % os.getpid(), flush=True); time.sleep(600)'
    )
    child = Indexer([], [sys.executable, "-c", script])
    seen: list[int] = []

    def tell(event: dict[str, Any]) -> None:
        seen.append(event["pid"])
        raise RuntimeError("the reader ends")

    with pytest.raises(RuntimeError):
        await child.follow(tell)
    assert not alive(seen[0])
    assert not child.running


#: A command that hears signals, which a shell lets its background jobs ignore.
PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
import fake_steps
fake_steps.install(hold={!r})
from dateline.cli import main
main()
"""


@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_command_that_is_told_to_end_while_it_indexes_loses_nothing(
    tmp_path: Path, simple_steps: None, how: str
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(12):
        text = f" date 2031-04-05 \n\nAda Quill said {number} in a small room full of people.\n"
        (folder / f"{number}.txt").write_text(text)
    hold = tmp_path / "hold"
    hold.touch()
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM.format(str(hold)), "who", "Ada Quill", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(TESTS)},
        text=True,
    ) as child:
        while not Collection.open([folder]).coverage().articles:
            assert child.poll() is None
            time.sleep(0.02)
        child.send_signal(getattr(signal, how))
        hold.unlink()
        out, errors = child.communicate(timeout=60)
    assert child.returncode != 0
    assert out == ""
    assert "Traceback" not in errors
    assert 0 < Collection.open([folder]).coverage().articles < 12
    assert indexing.run([folder]).articles == 12
