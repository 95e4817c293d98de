"""The run: what is new, what has changed, what has gone, and what a run that was broken off leaves."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

import fake_steps
from dateline import indexing
from dateline.files import Lock
from dateline.index import places
from dateline.index.collection import Collection
from dateline.index.inventory import inventory_of
from dateline.index.rows import Filter
from dateline.index.version import current_versions
from dateline.indexing import runner, survey, update
from dateline.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BODY = "It was a long meeting in a small room, and nobody who was there would say a word about it afterwards."


pytestmark = pytest.mark.usefixtures("simple_steps")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(f" date 2031-04-05 \n\n{text} {BODY}\n")
    return path


def texts(folder: Path) -> list[str]:
    """The first words of all articles that the collection shows."""
    collection = Collection.open([folder])
    lines = [
        line
        for day in collection.days(Filter())
        for line in collection.headlines(Filter(), day.date, 0, 999, None)
    ]
    views = [collection.article(line.article) for line in lines]
    assert collection.failure is None
    return sorted(view.text.split(".")[0] for view in views if view)


def article(folder: Path, name: str) -> str:
    """The id of the article that a file holds."""
    inventory = inventory_of([folder])
    (held,) = inventory.files[str(folder / name)].held
    return held.article


def test_a_first_run_shows_articles_soon_and_all_in_the_end(folder: Path) -> None:
    for number in range(5):
        write(folder, f"{number}.txt", f"Ada Quill said {number}.")
    events: list[runner.Event] = []
    assert indexing.needs_run([folder])
    summary = indexing.run([folder], events.append)
    assert (summary.articles, summary.problems, summary.changed, summary.stopped) == (5, (), True, False)
    assert texts(folder) == [f"Ada Quill said {number}" for number in range(5)]
    assert [e["event"] for e in events][:3] == ["counted", "indexed", "linked"]
    assert [e["done"] for e in events if e["event"] == "indexed"] == [1, 2, 3, 4, 5]
    assert [e["total"] for e in events if e["event"] == "indexed"] == [5] * 5
    assert next(e["name"] for e in events if e["event"] == "indexed") == "0.txt"
    assert [e["articles"] for e in events if e["event"] == "linked"][-1] == 5
    assert events[-1] == {"event": "finished", "articles": 5, "problems": 0, "changed": True}


def test_a_second_run_has_nothing_to_do(folder: Path) -> None:
    write(folder, "a.txt", "Ada Quill spoke.")
    indexing.run([folder])
    fake_steps.install()
    assert not indexing.needs_run([folder])
    summary = indexing.run([folder])
    assert (summary.articles, summary.changed) == (1, False)
    assert (fake_steps.extracted, fake_steps.linked) == ([], [])


def test_only_what_is_new_or_changed_is_extracted(folder: Path) -> None:
    write(folder, "a.txt", "Ada Quill spoke.")
    write(folder, "b.txt", "Bram Oak spoke.")
    indexing.run([folder])
    fake_steps.install()
    write(folder, "b.txt", "Bram Oak spoke again.")
    write(folder, "c.txt", "Cara Witt spoke.")
    assert indexing.needs_run([folder])
    indexing.run([folder])
    assert sorted(fake_steps.extracted) == sorted([article(folder, "b.txt"), article(folder, "c.txt")])
    assert texts(folder) == ["Ada Quill spoke", "Bram Oak spoke again", "Cara Witt spoke"]


def test_what_was_shown_meanwhile_of_a_file_that_has_changed_goes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.indexing.pace.SHARE", 0.0)  # as where linking is quick, and all else slow
    write(folder, "a.txt", "Ada Quill spoke.")
    write(folder, "b.txt", "Bram Oak spoke.")
    indexing.run([folder])
    write(folder, "b.txt", "Bram Oak spoke again.")
    write(folder, "c.txt", "Cara Witt spoke.")
    indexing.run([folder])
    assert texts(folder) == ["Ada Quill spoke", "Bram Oak spoke again", "Cara Witt spoke"]
    assert not indexing.needs_run([folder])


def test_a_file_that_is_only_touched_is_not_extracted_again(folder: Path) -> None:
    path = write(folder, "a.txt", "Ada Quill spoke.")
    indexing.run([folder])
    fake_steps.install()
    os.utime(path, (1, 1))
    assert indexing.needs_run([folder])
    indexing.run([folder])
    assert fake_steps.extracted == []
    assert not indexing.needs_run([folder])


def test_a_folder_that_moves_or_is_copied_extracts_nothing(folder: Path) -> None:
    write(folder, "a.txt", "Ada Quill spoke.")
    indexing.run([folder])
    fake_steps.install()
    moved = folder.rename(folder.with_name("moved"))
    indexing.run([moved])
    assert fake_steps.extracted == []
    assert texts(moved) == ["Ada Quill spoke"]


def test_a_removed_file_leaves_the_collection(folder: Path) -> None:
    write(folder, "a.txt", "Ada Quill spoke.")
    path = write(folder, "b.txt", "Bram Oak spoke.")
    indexing.run([folder])
    path.unlink()
    assert indexing.needs_run([folder])
    indexing.run([folder])
    assert texts(folder) == ["Ada Quill spoke"]
    assert [f.selection.label for f in Collection.open([folder]).find("")] == ["Ada Quill"]


def test_the_same_text_in_two_files_is_one_article(folder: Path) -> None:
    write(folder, "a.txt", "Ada Quill spoke.")
    second = write(folder, "b.txt", "Ada Quill spoke.")
    assert indexing.run([folder]).articles == 1
    (line,) = Collection.open([folder]).headlines(Filter(), "2031-04-05", 0, 9, None)
    view = Collection.open([folder]).article(line.article)
    assert view is not None
    assert view.paths == (str(folder / "a.txt"), str(folder / "b.txt"))
    second.unlink()
    indexing.run([folder])
    assert texts(folder) == ["Ada Quill spoke"]
    assert fake_steps.extracted == [line.article]


def test_what_cannot_be_read_is_a_problem_until_it_can(folder: Path) -> None:
    write(folder, "a.txt", "Ada Quill spoke.")
    bad = folder / "bad.txt"
    bad.write_text("")
    summary = indexing.run([folder, folder / "nowhere"])
    assert [p.path for p in summary.problems] == [str(folder / "nowhere"), str(bad)]
    collection = Collection.open([folder, folder / "nowhere"])
    assert set(collection.problems()) == set(summary.problems)
    assert not indexing.needs_run([folder, folder / "nowhere"])
    again = indexing.run([folder, folder / "nowhere"])
    assert (set(again.problems), again.changed) == (set(summary.problems), False)
    write(folder, "bad.txt", "Bram Oak spoke.")
    assert [p.path for p in indexing.run([folder, folder / "nowhere"]).problems] == [str(folder / "nowhere")]
    assert collection.coverage().articles == 2


def test_a_file_whose_permissions_change_is_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(folder, "a.txt", "Ada Quill spoke.")
    from dateline.indexing import steps
    from dateline.model import Problem

    load = steps.load
    monkeypatch.setattr(steps, "load", lambda p: iter([Problem(str(p), "it may not be read", "allow it")]))
    indexing.run([folder])
    assert not indexing.needs_run([folder])
    monkeypatch.setattr(steps, "load", load)
    path.chmod(0o600)
    assert indexing.needs_run([folder])
    assert indexing.run([folder]).problems == ()
    assert texts(folder) == ["Ada Quill spoke"]


def test_an_article_that_breaks_the_extractor_stops_no_other(folder: Path) -> None:
    for name, text in (("a", "Ada Quill spoke."), ("b", "This will BREAK it."), ("c", "Cara Witt spoke.")):
        write(folder, f"{name}.txt", text)
    write(folder, "d.txt", "Dora Yew spoke.")
    summary = indexing.run([folder])
    assert texts(folder) == ["Ada Quill spoke", "Cara Witt spoke", "Dora Yew spoke"]
    (problem,) = summary.problems
    assert (problem.path, "broken" in problem.reason) == (str(folder / "b.txt"), True)
    assert not indexing.needs_run([folder])


class _Stop:
    """Stops a run after it has been asked so often."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self) -> bool:
        self.left -= 1
        return self.left < 0


@pytest.mark.parametrize("questions", range(12))
def test_a_run_that_is_stopped_goes_on_where_it_was(folder: Path, questions: int) -> None:
    for number in range(4):
        write(folder, f"{number}.txt", f"Ada Quill said {number}.")
    assert indexing.run([folder], stopped=_Stop(questions)).stopped == (
        questions < 7
    )  # four files, three batches
    before = list(fake_steps.extracted)
    shown = texts(folder)
    indexing.run([folder])
    assert sorted(fake_steps.extracted) == sorted(set(fake_steps.extracted))
    assert fake_steps.extracted[: len(before)] == before
    assert set(shown) <= set(texts(folder))
    assert len(texts(folder)) == 4


def test_a_changed_file_hands_bookmark_and_note_to_its_new_article(folder: Path) -> None:
    write(folder, "a.txt", "Ada Quill spoke.")
    indexing.run([folder])
    old = article(folder, "a.txt")
    library = Library.open()
    library.toggle_bookmark(old)
    library.set_note(old, "n")
    library.mark_read(old)
    write(folder, "a.txt", "Ada Quill spoke at length.")
    events: list[dict[str, object]] = []
    indexing.run([folder], events.append)  # type: ignore[arg-type]
    new = article(folder, "a.txt")
    assert {"event": "superseded", "old": old, "new": new} in events
    library = Library.open()
    assert (library.bookmarks(), library.note(new)) == ([new], "n")
    assert not library.is_read(new)
    assert library.is_changed(new)


def test_texts_that_are_moved_supersede_nothing(folder: Path) -> None:
    write(folder, "a.txt", "Ada Quill spoke.")
    write(folder, "b.txt", "Bram Oak spoke.")
    indexing.run([folder])
    library = Library.open()
    library.toggle_bookmark(article(folder, "a.txt"))
    bookmarks = library.bookmarks()
    (folder / "a.txt").rename(folder / "c.txt")
    (folder / "b.txt").rename(folder / "a.txt")
    indexing.run([folder])
    assert Library.open().bookmarks() == bookmarks
    assert bookmarks == [article(folder, "c.txt")]


class TestAnotherVersion:
    @pytest.fixture
    def upgrade(self, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
        def upgrade(step: str) -> None:
            new = current_versions()._replace(**{step: "new"})
            for module in (runner, survey, update):
                monkeypatch.setattr(module, "current_versions", lambda: new)
            fake_steps.install()

        return upgrade

    @pytest.mark.parametrize(("step", "extracted"), [("linker", 0), ("extractor", 3), ("loader", 3)])
    def test_results_are_made_again_and_the_old_ones_show_until_then(
        self, folder: Path, upgrade: Callable[[str], None], step: str, extracted: int
    ) -> None:
        for number in range(3):
            write(folder, f"{number}.txt", f"Ada Quill said {number}.")
        indexing.run([folder])
        upgrade(step)
        assert indexing.needs_run([folder])
        shown = []
        assert indexing.run([folder], lambda _: shown.append(len(texts(folder)))).changed
        assert len(fake_steps.extracted) == extracted
        assert set(shown) == {3}
        assert not indexing.needs_run([folder])

    @pytest.mark.parametrize("step", ["linker", "extractor", "loader"])
    def test_an_upgrade_that_is_broken_off_goes_on(
        self, folder: Path, upgrade: Callable[[str], None], step: str
    ) -> None:
        for number in range(3):
            write(folder, f"{number}.txt", f"Ada Quill said {number}.")
        (folder / "empty.txt").write_text("")
        indexing.run([folder])
        upgrade(step)
        for questions in range(6):
            indexing.run([folder], stopped=_Stop(questions))
            assert len(texts(folder)) == 3
        indexing.run([folder])
        assert len(fake_steps.extracted) == len(set(fake_steps.extracted))
        assert not indexing.needs_run([folder])


class TestDamage:
    @pytest.mark.parametrize("kind", ["garbage", "half", "newer", "condemned"])
    @pytest.mark.parametrize("which", ["collection", "extractions"])
    def test_a_damaged_index_is_made_again_with_a_word(self, folder: Path, kind: str, which: str) -> None:
        for number in range(3):
            write(folder, f"{number}.txt", f"Ada Quill said {number}.")
        indexing.run([folder])
        path = places.collection_file([folder]) if which == "collection" else places.extractions_file()
        if kind == "newer":
            with sqlite3.connect(path) as connection:
                connection.execute("PRAGMA user_version = 99")
        elif kind == "condemned":
            path.with_name(path.name + "-damaged").write_text("it was odd")
        else:
            content = path.read_bytes()
            path.write_bytes(b"?" * 5000 if kind == "garbage" else content[: len(content) // 2])
        write(folder, "3.txt", "Ada Quill said 3.")
        events: list[dict[str, object]] = []
        assert indexing.needs_run([folder])
        summary = indexing.run([folder], events.append)  # type: ignore[arg-type]
        assert (summary.articles, summary.problems) == (4, ())
        rebuilt = [e for e in events if e["event"] == "rebuilt"]
        if (which, kind) != ("extractions", "condemned"):
            assert len(rebuilt) == 1
            assert "made again" in str(rebuilt[0]["reason"])
        assert len(texts(folder)) == 4
        assert not indexing.needs_run([folder])

    def test_an_index_that_cannot_be_written_is_a_problem(self, folder: Path, tmp_path: Path) -> None:
        write(folder, "a.txt", "Ada Quill spoke.")
        places.extractions_file().mkdir()
        events: list[dict[str, object]] = []
        summary = indexing.run([folder], events.append)  # type: ignore[arg-type]
        assert summary.stopped
        assert len(summary.problems) == 1
        assert events[-1]["event"] == "failed"

    def test_a_folder_that_cannot_be_made_is_a_problem_and_an_empty_collection(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder / "file").touch()
        monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "file"))
        assert indexing.needs_run([folder])
        summary = indexing.run([folder])
        assert (summary.stopped, len(summary.problems)) == (True, 1)
        collection = Collection.open([folder])
        assert collection.coverage().articles == 0
        assert collection.failure is not None
        assert str(folder / "file") in collection.failure


class TestTwoRuns:
    def test_the_second_waits_and_finds_nothing_left(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(folder, "a.txt", "Ada Quill spoke.")
        path = places.collection_file([folder])
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = Lock(path.with_suffix(".lock"))
        assert lock.acquire()
        waits = iter(range(100))

        def sleep(_: float) -> None:
            if next(waits) == 2:  # meanwhile the other one has done it all
                monkeypatch.setattr(runner, "_wait_for", lambda *_: True)
                indexing.run([folder])
                fake_steps.install()
                lock.release()

        monkeypatch.setattr(runner.time, "sleep", sleep)
        events: list[dict[str, object]] = []
        summary = indexing.run([folder], events.append)  # type: ignore[arg-type]
        assert [e["event"] for e in events] == ["waiting", "finished"]
        assert (summary.articles, summary.changed, fake_steps.extracted) == (1, False, [])

    def test_waiting_can_be_stopped(self, folder: Path) -> None:
        path = places.collection_file([folder])
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = Lock(path.with_suffix(".lock"))
        assert lock.acquire()
        assert indexing.run([folder], stopped=lambda: True).stopped
        lock.release()
