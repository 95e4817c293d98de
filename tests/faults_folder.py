"""A folder of articles, and an indexer of it in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent
BODY = "Ada Quill said so in a small room, and nobody who was there would say a word about it afterwards."
INDEXER = """
import sys
sys.path.insert(0, {tests!r})
import fake_steps
fake_steps.install(pause={pause})
{more}
from dateline.indexing.child import main
sys.exit(main(sys.argv[1:]))
"""


def filled(folder: Path) -> Path:
    """Make the folder with a dozen articles, and return it."""
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(f" date 2031-04-05 \n\nReport {number}. {BODY}\n")
    return folder


def child_of(folder: Path, more: str = "", pause: float = 0.0) -> subprocess.Popen[str]:
    """Start an indexer of the folder, after more code, with a pause for each article in seconds."""
    script = INDEXER.format(tests=str(TESTS), pause=pause, more=more)
    return subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
