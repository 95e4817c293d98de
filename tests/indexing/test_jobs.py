"""Runs that extract in several processes: the same in the end, and resumable at any point."""

from __future__ import annotations

import hashlib
from collections import deque
from typing import TYPE_CHECKING, Any

import pytest

import fake_steps
from dateline import config, indexing
from dateline.index.collection import Collection
from dateline.index.rows import Filter
from dateline.indexing import parallel, runner, steps, workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

BODY = "It was a long meeting in a small room, and nobody who was there would say a word about it afterwards."
LONG = 24
MANY = LONG + 20


@pytest.fixture(autouse=True)
def sooner(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let few articles be many enough for several processes."""
    monkeypatch.setattr(parallel, "LONG", LONG)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """More articles than one process reads, one of them in two places and one that breaks the extractor."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(MANY):
        words = "BREAK it" if number == 40 else f"Ada Quill said {number}"
        (folder / f"{number:03}.txt").write_text(f" date 2031-04-05 \n\n{words}. {BODY}\n")
    (folder / "003a.txt").write_bytes((folder / "003.txt").read_bytes())
    return folder


@pytest.fixture
def simple(monkeypatch: pytest.MonkeyPatch) -> None:
    """Extraction in its simplest form, in "processes" that are none; each works some parts ahead."""
    for name in ("extract", "link", "linker"):
        monkeypatch.setattr(steps, name, getattr(steps, name))
    fake_steps.install()
    monkeypatch.setattr(workers, "spread", _ahead)


def _ahead(work: Callable[[Any], Any], parts: Iterable[Any], processes: int, _: int) -> Iterator[Any]:
    waiting: deque[Any] = deque()
    for part in parts:
        waiting.append(work(part))
        if len(waiting) > 2 * processes:
            yield waiting.popleft()
    yield from waiting


def texts(folder: Path) -> list[str]:
    collection = Collection.open([folder])
    days = collection.days(Filter())
    lines = [line for day in days for line in collection.headlines(Filter(), day.date, 0, 999, None)]
    views = [collection.article(line.article) for line in lines]
    collection.close()
    return sorted(view.text.split(".")[0] for view in views if view)


EXPECTED = sorted(f"Ada Quill said {number}" for number in range(MANY) if number != 40)


@pytest.mark.usefixtures("simple")
def test_all_is_read_and_what_breaks_is_told(folder: Path) -> None:
    events: list[runner.Event] = []
    summary = indexing.run([folder], events.append, jobs=3)
    assert texts(folder) == EXPECTED
    assert [problem.path for problem in summary.problems] == [str(folder / "040.txt")]
    done = [e["done"] for e in events if e["event"] == "indexed"]
    assert done == list(range(1, MANY + 2))
    assert [e["total"] for e in events if e["event"] == "indexed"] == [MANY + 1] * (MANY + 1)
    twice = hashlib.sha256((folder / "003.txt").read_bytes()).hexdigest()
    assert fake_steps.extracted.count(twice) == 1
    assert len(set(fake_steps.extracted)) == MANY - 1
    assert not indexing.run([folder], jobs=3).changed


@pytest.mark.usefixtures("simple")
def test_a_run_that_is_stopped_goes_on_where_it_was(folder: Path) -> None:
    events: list[runner.Event] = []

    def stopped() -> bool:
        return sum(e["event"] == "indexed" for e in events) > 30

    assert indexing.run([folder], events.append, stopped, jobs=2).stopped
    before = len([e for e in events if e["event"] == "indexed"])
    fake_steps.install()
    indexing.run([folder], jobs=2)
    assert len(set(fake_steps.extracted)) <= MANY - before + 1
    assert texts(folder) == EXPECTED


@pytest.mark.usefixtures("simple")
def test_where_a_process_dies_the_rest_is_read_in_this_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dying(work: Callable[[Any], Any], parts: Iterable[Any], *_: int) -> Iterator[Any]:
        waiting = iter(parts)
        yield work(next(waiting))
        next(waiting)
        raise ChildProcessError

    monkeypatch.setattr(workers, "spread", dying)
    assert indexing.run([folder], jobs=2).articles == MANY - 1
    assert fake_steps.extracted.count(fake_steps.extracted[0]) == 1, "what has come back is not read again"
    assert texts(folder) == EXPECTED


@pytest.mark.usefixtures("simple")
def test_few_articles_need_no_processes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indexing.run([folder], jobs=1)
    monkeypatch.setattr(workers, "spread", None)
    for number in range(5):
        (folder / f"{number}.txt").write_text(f" date 2031-04-06 \n\nBram Oak said {number}. {BODY}\n")
    assert indexing.run([folder], jobs=4).articles == MANY + 4


def test_processes_find_what_one_finds(tmp_path: Path) -> None:
    found = []
    for jobs in (1, 2):
        folder = tmp_path / str(jobs) / "articles"
        folder.mkdir(parents=True)
        for number in range(LONG + 1):
            words = f"Ministers of Norway met Orla Fenwick in Oslo and gave £{number + 2}m."
            (folder / f"{number:03}.txt").write_text(f" date 2031-04-05 \n\n{words} {BODY} Article {jobs}.\n")
        assert indexing.run([folder], jobs=jobs).articles == LONG + 1
        collection = Collection.open([folder])
        lines = collection.headlines(Filter(), "2031-04-05", 0, 999, None)
        found.append([[m.selection.kind for m in collection.mentions(line.article)] for line in lines])
        collection.close()
    assert found[0] == found[1]
    assert all("figure" in kinds and "country" in kinds for kinds in found[0])


@pytest.mark.parametrize(
    ("told", "number"), [("", 1), ("jobs = 4", 4), ("jobs = 0", 1), ('jobs = "x"', 1), ("jobs = true", 1)]
)
def test_the_number_of_processes_can_be_configured(told: str, number: int) -> None:
    config.configuration_file().parent.mkdir(parents=True)
    config.configuration_file().write_text(told)
    assert config.jobs() == number
