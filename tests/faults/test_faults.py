"""Full disks, folders that may not be written, clocks set back, files that change while they are read."""

from __future__ import annotations

import errno
import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dateline import config, files, indexing
from dateline.index.collection import Collection
from dateline.index.inventory import inventory_of
from dateline.index.rows import Filter
from dateline.indexing import steps
from dateline.library.judgements import Judgements, NotKept
from dateline.library.library import Library
from dateline.model import Quote
from faults_folder import BODY, child_of, filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LIMIT = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))
"""


pytestmark = pytest.mark.usefixtures("simple_steps")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return filled(tmp_path / "articles")


@pytest.mark.skipif(sys.platform != "linux", reason="limits of file sizes as Linux has them")
@pytest.mark.parametrize("room", [0, 20_000, 200_000])
def test_a_full_disk_is_told_and_the_next_run_does_the_rest(folder: Path, room: int) -> None:
    with child_of(folder, LIMIT.format(room)) as child:
        told = [json.loads(line) for line in child.communicate(timeout=60)[0].splitlines()]
    assert told[-1]["event"] in ("failed", "finished")
    if room < 200_000:
        assert told[-1]["event"] == "failed"
        assert "room" in told[-1]["advice"]
    assert indexing.run([folder]).articles == 12
    assert Collection.open([folder]).coverage().articles == 12


def test_marks_on_a_full_disk_say_so_once_and_are_kept_when_there_is_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library, judgements = Library.open(), Judgements.open()
    library.mark_read("before")
    judgements.add("rename", [Quote("a", "x", "", "")], "X")

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("dateline.library.log._write", full)
        library.mark_read("one")
        library.mark_read("two")
        assert library.is_read("two")
        assert len(library.messages) == 1
        assert "No space left" in library.messages[0]
        with pytest.raises(NotKept, match="No space left"):
            judgements.add("rename", [Quote("a", "y", "", "")], "Y")
    library.mark_read("after")
    assert all(Library.open().is_read(article) for article in ("before", "one", "two", "after"))
    assert [j.value for j in Judgements.open().standing()] == ["X"]


def test_a_judgement_that_was_cut_short_is_kept_aside_and_the_others_hold() -> None:
    judgements = Judgements.open()
    judgements.add("rename", [Quote("a", "x", "", "")], "X")
    judgements.add("rename", [Quote("a", "y", "", "")], "Y")
    whole = judgements.path.read_bytes()
    judgements.path.write_bytes(whole[:-20])
    assert [j.value for j in Judgements.open().standing()] == ["X"]
    judgements = Judgements.open()
    judgements.add("rename", [Quote("a", "z", "", "")], "Z")
    assert [j.value for j in judgements.standing()] == ["X", "Z"]
    (message,) = judgements.messages
    (aside,) = judgements.path.parent.glob("judgements.jsonl.damaged-*")
    assert aside.name in message
    assert whole[:-20] in aside.read_bytes()
    assert (Judgements.open().messages, len(Judgements.open().standing())) == ([], 2)


def test_files_are_on_the_disk_before_they_take_the_place_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a power cut a file is whole: its bytes are synced first, then its name."""
    done: list[str] = []
    this = threading.get_ident()

    def note(name: str) -> None:
        real = getattr(os, name)

        def noted(*given: object, **named: object) -> object:
            if threading.get_ident() == this:  # not what is left of other tests
                done.append(name)
            return real(*given, **named)

        monkeypatch.setattr(os, name, noted)

    note("fsync")
    note("replace")
    files.write_atomically(tmp_path / "x", b"new")
    assert done == ["fsync", "replace", "fsync"]


def test_a_mark_and_a_judgement_are_synced_soon_though_nobody_waits_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    synced: list[int] = []  # numbers of files, as other tests may have left some to be synced
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.fstat(descriptor).st_ino))
    library = Library.open()
    library.mark_read("x")
    library.close()
    assert synced.count((config.data_folder() / "marks.jsonl").stat().st_ino) == 1
    judgements = Judgements.open()
    judgements.add("rename", [Quote("a", "x", "", "")], "X")
    for thread in threading.enumerate():
        if thread.name == "judgements":
            thread.join()
    assert synced.count(judgements.path.stat().st_ino) == 1


def test_a_cache_that_cannot_be_written_is_told_and_what_it_holds_is_shown(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexing.run([folder])
    (folder / "new.txt").write_text(f" date 2031-04-06 \n\nReport. {BODY} Bram Oak.\n")

    def refused(*_: object) -> bool:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr("dateline.files._take", refused)
        patched.setattr("dateline.indexing.runner.Lock.acquire", refused)
        summary = indexing.run([folder])
    assert summary.stopped
    assert "Permission denied" in summary.problems[0].reason
    assert Collection.open([folder]).coverage().articles == 12


@pytest.mark.parametrize("when", [0, 1, 4_000_000_000])
def test_a_clock_that_is_set_back_hides_no_change(folder: Path, when: int) -> None:
    indexing.run([folder])
    path = folder / "00.txt"
    path.write_text(f" date 2031-04-05 \n\nQuite another report. {BODY}\n")
    os.utime(path, (when, when))
    assert indexing.needs_run([folder])
    assert indexing.run([folder]).changed
    assert not indexing.needs_run([folder])
    (held,) = {h.article for h in _held(folder, path)}
    view = Collection.open([folder]).article(held)
    assert view is not None
    assert "Quite another" in view.text


def _held(folder: Path, path: Path):
    return inventory_of([folder]).files[str(path)].held


def _grow(path: Path) -> None:
    with path.open("a") as file:
        file.write(f"And then it went on. Changed meanwhile. {BODY}\n")


def _rewrite(path: Path) -> None:
    path.write_text(f" date 2031-04-05 \n\nChanged meanwhile, and longer. {BODY}\n")


def _replace(path: Path) -> None:
    """Put another file in its place, as editors do."""
    other = path.with_name("other~")
    _rewrite(other)
    other.replace(path)


@pytest.fixture
def while_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Callable[[Path], object], str], None]:
    """Return what has something happen to the first file before or after its bytes are read, in one run."""

    def run(happens: Callable[[Path], object], moment: str) -> None:
        load = steps.load

        def changing(found: Path, *given: object) -> Iterator[object]:
            if found.name == "00.txt" and moment == "before":
                happens(found)
            items = list(load(found, *given))
            if found.name == "00.txt" and moment == "after":
                happens(found)
            return iter(items)

        with monkeypatch.context() as patched:
            patched.setattr(steps, "load", changing)
            indexing.run([folder])

    return run


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("happens", [_grow, _rewrite, _replace])
def test_a_file_that_changes_while_it_is_read_is_read_again(
    folder: Path, while_read: Callable[..., None], happens: Callable[[Path], None], moment: str
) -> None:
    path = folder / "00.txt"
    while_read(happens, moment)
    assert indexing.needs_run([folder])
    indexing.run([folder])
    assert not indexing.needs_run([folder])
    (held,) = {h.article for h in _held(folder, path)}
    view = Collection.open([folder]).article(held)
    assert view is not None
    assert "Changed meanwhile" in view.text


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_file_that_vanishes_while_it_is_read_is_gone_with_the_next_run(
    folder: Path, while_read: Callable[..., None], moment: str
) -> None:
    while_read(Path.unlink, moment)
    assert indexing.needs_run([folder])
    summary = indexing.run([folder])
    assert (summary.articles, summary.problems) == (11, ())
    assert not indexing.needs_run([folder])


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes")
def test_a_file_that_becomes_a_pipe_or_a_folder_is_not_waited_for(
    folder: Path, while_read: Callable[..., None]
) -> None:
    def become_a_pipe(path: Path) -> None:
        path.unlink()
        os.mkfifo(path)

    while_read(become_a_pipe, "before")
    (problem,) = indexing.run([folder]).problems
    assert "pipe" in problem.reason
    (folder / "00.txt").unlink()
    (folder / "00.txt").mkdir()
    assert indexing.run([folder]).problems == ()
    assert Collection.open([folder]).coverage().articles == 11


def test_links_that_lead_in_a_circle_are_no_endless_folder(folder: Path) -> None:
    (folder / "round").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    summary = indexing.run([folder])
    assert summary.articles == 12
    assert [problem.path for problem in summary.problems] == [str(folder / "self.txt")]


def test_a_change_of_the_clock_between_summer_and_winter_changes_no_article(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file without a date is of the day of its last change, wherever and whenever it is looked at again."""
    path = folder / "undated.txt"
    path.write_text(f"Nobody said when. {BODY}\n")
    os.utime(path, (1_932_684_600, 1_932_684_600))  # 2031-03-30 23:30 UTC, a night of changing clocks
    indexing.run([folder])
    before = Collection.open([folder]).days(Filter())
    for zone in ("Europe/Berlin", "America/New_York", "Pacific/Auckland"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert not indexing.needs_run([folder])
        (folder / "more.txt").write_text(f" date 2031-04-05 \n\nMore, {zone}. {BODY}\n")
        indexing.run([folder])
        assert [day.date for day in Collection.open([folder]).days(Filter())] == [day.date for day in before]
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("when", [-10_000_000_000, -1, 0, 4_102_444_800, 16_725_225_600])
def test_times_before_the_epoch_and_far_ahead_are_times(folder: Path, when: int) -> None:
    path = folder / "undated.txt"
    path.write_text(f"Nobody said when. {BODY}\n")
    os.utime(path, (when, when))
    assert indexing.run([folder]).articles == 13
    assert not indexing.needs_run([folder])
    assert Collection.open([folder]).coverage().articles == 13
