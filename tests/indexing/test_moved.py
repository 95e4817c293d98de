"""Files that are touched, moved or copied: no article is extracted again, and none linked without need."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

import fake_steps
from dateline import indexing
from dateline.index import places
from dateline.index.collection import Collection
from dateline.index.rows import Filter
from dateline.indexing import steps
from index_rows import rows_of

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.indexing.runner import Event

BODY = "It was a long meeting in a small room, and nobody who was there would say a word about it afterwards."
DAY = 86_400

pytestmark = pytest.mark.usefixtures("simple_steps")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles that have a date, indexed."""
    folder = tmp_path / "articles"
    (folder / "deep").mkdir(parents=True)
    for name in ("a", "b", "deep/c"):
        write(folder / f"{name}.txt", f"Ada Quill spoke of {name}.")
    indexing.run([folder])
    fake_steps.install()
    return folder


def write(path: Path, words: str, head: str = " date 2031-04-05 ") -> None:
    path.write_text(f"{head}\n\n{words} {BODY}\n")
    os.utime(path, (20 * DAY, 20 * DAY))


def paths_shown(folder: Path) -> list[str]:
    """The paths of all articles that are shown, as a reader sees them."""
    collection = Collection.open([folder])
    lines = [
        line
        for day in collection.days(Filter())
        for line in collection.headlines(Filter(), day.date, 0, 99, None)
    ]
    views = [collection.article(line.article) for line in lines]
    collection.close()
    return sorted(os.path.relpath(path, folder) for view in views if view for path in view.paths)


def work_done() -> tuple[int, int]:
    return len(fake_steps.extracted), len(fake_steps.linked)


def same_as_at_once(folder: Path) -> bool:
    """Whether the index holds what one that is made from nothing would."""
    path = places.collection_file([folder])
    before = rows_of(path)
    path.unlink()
    indexing.run([folder])
    return before == rows_of(path)


def test_a_file_that_is_touched_costs_a_look_at_its_bytes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.utime(folder / "a.txt", (40 * DAY, 40 * DAY))
    with monkeypatch.context() as patch:
        patch.setattr(steps, "load", None)
        assert indexing.run([folder]).changed
    assert work_done() == (0, 0)
    assert not indexing.needs_run([folder])
    assert same_as_at_once(folder)


@pytest.mark.parametrize("name", ["z.txt", "deep/a.txt", "deep/2031-03-01-a.txt"])
def test_a_file_that_moves_is_found_again(folder: Path, name: str) -> None:
    (folder / "a.txt").rename(folder / name)
    summary = indexing.run([folder])
    assert (summary.articles, work_done()) == (3, (0, 0))
    assert paths_shown(folder) == sorted(["b.txt", "deep/c.txt", name])
    assert not indexing.needs_run([folder])
    assert same_as_at_once(folder)


def test_a_folder_that_moves_tells_how_far_it_is(folder: Path) -> None:
    (folder / "deep").rename(folder / "deeper")
    write(folder / "deeper" / "d.txt", f"Ada Quill spoke of a. {BODY}")
    events: list[Event] = []
    indexing.run([folder], events.append)
    assert next(e["total"] for e in events if e["event"] == "counted") == 2
    assert paths_shown(folder) == ["a.txt", "b.txt", "deeper/c.txt", "deeper/d.txt"]


def test_copies_come_and_go(folder: Path) -> None:
    (folder / "copy.txt").write_bytes((folder / "a.txt").read_bytes())
    indexing.run([folder])
    assert paths_shown(folder) == ["a.txt", "b.txt", "copy.txt", "deep/c.txt"]
    (folder / "a.txt").unlink()
    indexing.run([folder])
    assert paths_shown(folder) == ["b.txt", "copy.txt", "deep/c.txt"]
    assert work_done() == (0, 0)
    assert same_as_at_once(folder)


def test_a_file_that_cannot_be_read_links_nothing(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    summary = indexing.run([folder])
    assert ([p.reason for p in summary.problems], summary.articles) == (["it is empty"], 3)
    assert work_done() == (0, 0)
    assert not indexing.needs_run([folder])
    (folder / "empty.txt").unlink()
    assert indexing.run([folder]).problems == ()
    assert same_as_at_once(folder)


def test_an_article_that_is_dated_by_its_file_is_linked_when_that_is_touched(folder: Path) -> None:
    write(folder / "undated.txt", "Bram Oak spoke.", "")
    indexing.run([folder])
    fake_steps.install()
    os.utime(folder / "undated.txt", (20 * DAY + 60, 20 * DAY + 60))
    indexing.run([folder])
    assert work_done() == (0, 0)
    os.utime(folder / "undated.txt", (60 * DAY + 36_000, 60 * DAY + 36_000))  # one day in all zones
    indexing.run([folder])
    assert work_done() == (0, 1)
    assert [day.date for day in Collection.open([folder]).days(Filter())] == ["1970-03-02", "2031-04-05"]
    assert same_as_at_once(folder)


def test_a_file_that_goes_takes_its_article_along(folder: Path) -> None:
    (folder / "a.txt").unlink()
    indexing.run([folder])
    assert paths_shown(folder) == ["b.txt", "deep/c.txt"]
    assert work_done() == (0, 1)
    assert same_as_at_once(folder)


def test_what_is_new_is_extracted_beside_what_has_moved(folder: Path) -> None:
    (folder / "a.txt").rename(folder / "z.txt")
    os.utime(folder / "b.txt", (40 * DAY, 40 * DAY))
    write(folder / "new.txt", "Bram Oak spoke.")
    indexing.run([folder])
    assert len(fake_steps.extracted) == 1
    assert paths_shown(folder) == ["b.txt", "deep/c.txt", "new.txt", "z.txt"]
    assert same_as_at_once(folder)


def test_a_file_of_another_text_is_no_move(folder: Path) -> None:
    (folder / "a.txt").write_bytes((folder / "b.txt").read_bytes())
    indexing.run([folder])
    assert paths_shown(folder) == ["a.txt", "b.txt", "deep/c.txt"]
    assert indexing.run([folder]).articles == 2
    assert same_as_at_once(folder)
