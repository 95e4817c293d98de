"""What is killed at any moment loses nothing that it had confirmed, and the next start is right.

`DATELINE_KILLS` says how many times each is killed: 3 where nothing is said, a hundred with `make kills`.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline import indexing
from dateline.index.collection import Collection
from dateline.library.judgements import Judgements
from dateline.library.library import Library

TESTS = Path(__file__).parent.parent
KILLS = int(os.environ.get("DATELINE_KILLS", "3"))
INDEXER = """
import sys
sys.path.insert(0, {tests!r})
import fake_steps
fake_steps.install(pause=0.01)
from dateline.indexing.child import main
sys.exit(main(sys.argv[1:]))
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")


def _killed(arguments: list[str], moment: float) -> list[str]:
    """Start a process, kill it so many seconds after its first line, and return its whole lines."""
    with subprocess.Popen(
        [sys.executable, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(moment)
        child.kill()
        lines = (first + child.stdout.read()).split("\n")
    return lines[:-1]  # what has no end was not told


@pytest.mark.parametrize("kill", range(KILLS))
def test_marks_and_judgements_outlive_a_kill(kill: int) -> None:
    chance = random.Random(kill)
    marked = judged = 0
    for what in ("marks", "judgements"):
        told = _killed([str(TESTS / "faults_writer.py"), what], chance.uniform(0.0, 0.05))
        if what == "marks":
            marked = len(told)
        else:
            judged = len(told)
    library, judgements = Library.open(), Judgements.open()
    assert marked
    assert judged
    assert all(library.is_read(f"article-{number}") for number in range(marked))
    assert [j.value for j in judgements.standing()][:judged] == [f"N {n}" for n in range(judged)]
    library.mark_read("afterwards")
    library.close()
    assert Library.open().is_read("afterwards")
    assert judgements.undo() is not None
    again = Judgements.open()
    assert len(again.standing()) >= judged - 1
    assert Library.open().is_read("article-0")


def test_an_index_outlives_kills(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(30):
        text = f" date 2031-04-{number % 28 + 1:02} \n\nAda Quill said {number} to a small room of people.\n"
        (folder / f"{number:02}.txt").write_text(text)
    script = INDEXER.format(tests=str(TESTS))
    least = 0
    for kill in range(KILLS):
        events = [
            json.loads(line)
            for line in _killed(["-c", script, str(folder)], random.Random(kill).random() / 4)
        ]
        confirmed = max((e["articles"] for e in events if e["event"] == "linked"), default=0)
        collection = Collection.open([folder])
        shown = collection.coverage().articles
        assert collection.failure is None
        collection.close()
        assert shown >= max(least, confirmed), "what was shown once stays"
        least = shown
        if shown == 30:  # from the beginning, with other texts
            for path in folder.iterdir():
                path.write_text(f"{path.read_text()} Bram Oak heard it, in round {kill}.\n")
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout.splitlines()[-1])["articles"] == 30
    assert not indexing.needs_run([folder])
