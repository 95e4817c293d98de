"""Full disks, folders that may not be written, clocks set back, files that change while they are read."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import threading
import time
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dateline import files, indexing
from dateline.index.collection import Collection
from dateline.index.inventory import inventory_of
from dateline.indexing import steps
from dateline.library.judgements import Judgements, NotKept
from dateline.library.library import Library, Session
from dateline.model import Quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TESTS = Path(__file__).parent.parent
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
FORGET = "import sys; from dateline.cli import cli; cli.main(['forget', *sys.argv[1:]])"
LIMIT = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))
"""


pytestmark = pytest.mark.usefixtures("simple_steps")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(f" date 2031-04-05 \n\nReport {number}. {BODY}\n")
    return folder


def _child(folder: Path, more: str = "", pause: float = 0.0) -> subprocess.Popen[str]:
    script = INDEXER.format(tests=str(TESTS), pause=pause, more=more)
    return subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="limits of file sizes as Linux has them")
@pytest.mark.parametrize("room", [0, 20_000, 200_000])
def test_a_full_disk_is_told_and_the_next_run_does_the_rest(folder: Path, room: int) -> None:
    with _child(folder, LIMIT.format(room)) as child:
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

    def noted(name: str) -> None:
        real = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *given, **named: (done.append(name), real(*given, **named))[1])

    noted("fsync")
    noted("replace")
    files.write_atomically(tmp_path / "x", b"new")
    assert done == ["fsync", "replace", "fsync"]


def test_a_mark_and_a_judgement_are_synced_soon_though_nobody_waits_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    library = Library.open()
    library.mark_read("x")
    library.close()
    assert len(synced) == 1
    Judgements.open().add("rename", [Quote("a", "x", "", "")], "X")
    for thread in threading.enumerate():
        if thread.name == "judgements":
            thread.join()
    assert len(synced) == 2


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
    before = Collection.open([folder]).days(_all())
    for zone in ("Europe/Berlin", "America/New_York", "Pacific/Auckland"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert not indexing.needs_run([folder])
        (folder / "more.txt").write_text(f" date 2031-04-05 \n\nMore, {zone}. {BODY}\n")
        indexing.run([folder])
        assert [day.date for day in Collection.open([folder]).days(_all())] == [day.date for day in before]
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


def test_two_readers_see_a_whole_collection_while_it_is_indexed(folder: Path) -> None:
    readers = [Collection.open([folder]), Collection.open([folder])]
    seen = [0, 0]
    with _child(folder, pause=0.02) as child:
        while child.poll() is None:
            for number, reader in enumerate(readers):
                count = reader.coverage().articles
                assert count >= seen[number]
                assert sum(day.count for day in reader.days(_all())) >= count
                assert reader.failure is None
                seen[number] = count
            time.sleep(0.01)
    assert [reader.coverage().articles for reader in readers] == [12, 12]
    for reader in readers:
        reader.close()


def _all():
    from dateline.index.rows import Filter

    return Filter()


def test_readers_indexers_feeds_and_forgetting_at_once_end_in_a_whole_collection(folder: Path) -> None:
    from dateline.feeds import store
    from dateline.feeds.refresh import keep
    from feeds_server import feed_of

    with store.changing() as feeds:
        feed = feeds.add("http://coast.invalid/feed", "Coast")
    roots = [folder, store.entries_folder(feed)]
    forget = [sys.executable, "-c", FORGET, *map(str, roots)]
    readers = [Collection.open(roots), Collection.open(roots)]
    library = [Library.open(), Library.open()]
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    for turn in range(4):
        script = INDEXER.format(tests=str(TESTS), pause=0.01, more="")
        command = [sys.executable, "-c", script, *map(str, roots)]
        children = [
            subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment)
            for words in (command, command, forget)
        ]
        keep(feed, feed_of(*(f"Harbour {number}" for number in range(turn + 1))))
        while any(child.poll() is None for child in children):
            for number, reader in enumerate(readers):
                reader.days(_all())
                reader.search("room", None)
                assert reader.broken is None
                library[number].mark_read(f"{turn}-{number}")
            time.sleep(0.02)
        assert [child.returncode for child in children[:2]] == [0, 0]
        assert children[2].returncode in (0, 1)  # it says so where the collection is being indexed
        for child in children:
            assert child.stdin is not None
            child.stdin.close()
    summary = indexing.run(roots)
    assert (summary.articles, summary.problems) == (16, ())
    for reader in readers:
        assert reader.coverage().articles == 16
        reader.close()
    marks = Library.open()
    assert all(marks.is_read(f"{turn}-{number}") for turn in range(4) for number in range(2))
    assert marks.messages == []


def _together(count: int, work: Callable[[int], None]) -> None:
    """Let so many processes, each given its number, do some work at the same time; all end well."""
    begins, begin = os.pipe()
    children = []
    for number in range(count):
        children.append(os.fork())
        if children[-1] == 0:
            try:
                os.close(begin)
                os.read(begins, 1)  # which returns when all are there
                work(number)
                os._exit(0)
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(1)
    os.close(begin)
    os.close(begins)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * count


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
def test_many_who_mark_at_once_lose_nothing_while_the_file_is_written_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("dateline.library.library._LONG", 3)
    monkeypatch.setattr("dateline.library.library._WASTE", 0)
    monkeypatch.setattr("dateline.library.library._PATIENCE", 60)  # as a disk may be slow

    def mark(child: int) -> None:
        for number in range(25):
            library = Library.open()  # it writes the file anew where that is worth it
            library.toggle_bookmark("common")
            library.mark_read(f"{child}-{number}")
            library.close()

    _together(4, mark)
    library = Library.open()
    assert [n for n in range(100) if not library.is_read(f"{n // 25}-{n % 25}")] == []
    assert library.messages == []


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
def test_readers_that_leave_their_collections_at_once_are_all_remembered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    patient = partial(files.locked, patience=60)  # as a disk may be slow
    monkeypatch.setattr("dateline.library.sessions.locked", patient)

    def leave(child: int) -> None:
        for number in range(5):
            Library.open().save_session([f"/{child}-{number}"], Session(line=child))

    _together(6, leave)
    library = Library.open()
    left = {(c, n): library.session([f"/{c}-{n}"]) for c in range(6) for n in range(5)}
    assert [name for name, session in left.items() if session is None or session.line != name[0]] == []
