"""What is killed at any moment loses nothing that it had confirmed, and the next start is right.

`DATELINE_KILLS` says how many times each is killed: a few where nothing is said, a hundred with `make kills`,
which prints in what the kills hit the run.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from dateline import indexing
from dateline.index import places
from dateline.index.collection import Collection
from dateline.index.rows import Filter
from dateline.indexing import steps
from dateline.library.judgements import Judgements
from dateline.library.library import Library
from dateline.linking.linker import Linker
from faults_phases import PHASES

if TYPE_CHECKING:
    from dateline.index.rows import Headline

TESTS = Path(__file__).parent.parent
KILLS = int(os.environ.get("DATELINE_KILLS", "3"))
INDEXER = str(TESTS / "faults_indexer.py")
FILES = 24

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="alarms and kill -9 are of POSIX")


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
    told = {
        what: _killed([str(TESTS / "faults_writer.py"), what], chance.uniform(0.0, 0.05))
        for what in ("marks", "judgements")
    }
    marked, judged = len(told["marks"]), len(told["judgements"])
    assert marked
    assert judged
    library, judgements = Library.open(), Judgements.open()
    assert library.messages == judgements.messages == []
    for number in range(marked):
        article = f"article-{number}"
        assert library.is_read(article)
        assert library.is_bookmarked(article)
        assert library.note(article) == f"note {number}"
    assert [j.value for j in judgements.standing()][:judged] == [f"N {n}" for n in range(judged)]
    library.mark_read("afterwards")
    library.close()
    assert Library.open().is_read("afterwards")
    assert judgements.undo() is not None
    again = Judgements.open()
    assert len(again.standing()) >= judged - 1
    assert Library.open().is_read("article-0")


class _End(NamedTuple):
    """How a run ended."""

    events: list[dict[str, Any]]
    phase: str | None  #: in which it was killed, None where it came to its end


class _World:
    """A folder whose files come, change and go between the runs, and what the reader was told of it."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "articles"
        self.folder.mkdir()
        self._home = home
        self._note, self._log = home / "note", home / "log"
        self._log.touch()
        self._chance = random.Random(2031)
        self._round = 0
        for number in range(FILES):
            self._write(number)

    def run(self, **plan: Any) -> _End:
        """Run the index in a process that may be planned to die."""
        self._note.write_bytes(b"\0")
        plan = {"note": str(self._note), "log": str(self._log), "times": str(self._home / "times"), **plan}
        with subprocess.Popen(
            [sys.executable, INDEXER, json.dumps(plan), str(self.folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as child:
            assert child.stdout is not None
            lines = child.stdout.read().split("\n")[:-1]
        assert child.returncode in (0, -signal.SIGALRM)
        phase = None if child.returncode == 0 else PHASES[self._note.read_bytes()[0]]
        return _End([json.loads(line) for line in lines], phase)

    def times(self) -> dict[str, list[float]]:
        """How many seconds each phase took at each of its turns, in the last run that was not to die."""
        return json.loads((self._home / "times").read_text())

    def change(self) -> None:
        """Write some files anew, remove some and add some; the first stays, as it has a bookmark."""
        self._round += 1
        for number in self._chance.sample(range(1, FILES), 5):
            (self.folder / f"{number:02}.txt").unlink(missing_ok=True)
        for number in (0, *self._chance.sample(range(FILES), 8)):
            self._write(number)

    def spoil(self) -> None:
        """Overwrite the beginning of the index, so that it is made again."""
        places.collection_file([self.folder]).write_bytes(b"noise" * 100)

    def files(self) -> dict[str, str]:
        """The ids of the articles that lie in the folder, by the names of their files."""
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in self.folder.iterdir()}

    def indexed(self) -> dict[str, str]:
        """The same of those that the index holds."""
        collection = Collection.open([self.folder])
        held: dict[str, str] = {}
        for line in _lines(collection):
            view = collection.article(line.article)
            held |= {Path(path).name: line.article for path in (view.paths if view else ())}
        assert collection.failure is None
        collection.close()
        return held

    def extracted(self) -> Counter[str]:
        """How often each article has been extracted, by id."""
        return Counter(self._log.read_text().split())

    def _write(self, number: int) -> None:
        text = f"Ada Quill said {number} in round {self._round} to a small room of people.\n"
        (self.folder / f"{number:02}.txt").write_text(f" date 2031-04-{number + 1:02} \n\n{text}")


def _lines(collection: Collection) -> list[Headline]:
    days = collection.days(Filter())
    return [line for day in days for line in collection.headlines(Filter(), day.date, 0, 99, None)]


def _shown(folder: Path) -> list[object]:
    """All that a collection shows, without the numbers that the index gives to things."""
    collection = Collection.open([folder])
    lines = _lines(collection)
    views = [(collection.article(line.article), collection.mentions(line.article)) for line in lines]
    found = [collection.coverage(), lines, views, collection.find(""), collection.search("room", None)]
    assert collection.failure is None
    collection.close()
    return found


def _planned(kill: int, times: dict[str, list[float]]) -> dict[str, Any]:
    """A moment in one of the phases, each of them in its turn."""
    chance = random.Random(kill)
    names = sorted({*times, "between"})
    phase = names[kill % len(names)]
    if phase == "between":  # of the whole run, its start included
        return {"phase": phase, "after": chance.uniform(0.01, 0.3)}
    (turn,) = chance.choices(range(len(times[phase])), times[phase])  # a long one is hit more often
    return {"phase": phase, "turn": turn + 1, "after": max(1e-6, chance.random() * times[phase][turn])}


def test_an_index_outlives_kills_in_all_that_a_run_does(
    tmp_path: Path,
    simple_steps: None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(steps, "linker", Linker)  # as in the child: what linking knows is kept as well
    world = _World(tmp_path)
    world.run()
    Library.open().toggle_bookmark(world.files()["00.txt"])
    world.change()
    world.run()
    times = world.times()
    world.spoil()
    world.run()
    times = world.times() | times
    safe: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    for kill in range(max(KILLS, len(times))):
        world.change()
        plan = _planned(kill, times)
        if plan["phase"] == "rebuilding":
            assert world.run().phase is None
            world.spoil()
        before = {} if plan["phase"] == "rebuilding" else world.indexed()
        end = world.run(**plan)
        hit[end.phase or "not at all"] += 1
        if before:
            _look_at(world, end, before)
        extracted = world.extracted()
        assert {id_: extracted[id_] for id_ in safe} == safe, "what was told as read is not read again"
        done = [world.files()[e["name"]] for e in end.events if e["event"] == "indexed"]
        safe |= Counter({id_: extracted[id_] for id_ in done})
        if plan["phase"] == "rebuilding":  # without an index nobody can tell what a file held
            world.run()
    assert world.run().events[-1]["event"] == "finished"
    assert not indexing.needs_run([world.folder])
    assert world.indexed() == world.files()
    assert Library.open().bookmarks() == [world.files()["00.txt"]], "it follows its file through all changes"
    found = _shown(world.folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))
    indexing.run([world.folder])
    assert found == _shown(world.folder), "as if there had been no kill"
    with capsys.disabled():
        print("\nkilled while " + ", ".join(f"{name}: {count}" for name, count in hit.most_common()))
    if KILLS >= 100:
        assert set(times) <= set(hit), "a phase was never hit"


def _look_at(world: _World, end: _End, before: dict[str, str]) -> None:
    """What was shown stays, and what a killed run had told is there."""
    now, files = world.indexed(), world.files()
    stays = {name: article for name, article in before.items() if files.get(name) == article}
    assert stays.items() <= now.items()
    told = [event["articles"] for event in end.events if event["event"] == "linked"]
    assert len(now) >= max(told, default=0)
