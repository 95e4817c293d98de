"""Several readers, indexers and writers of marks at once on one collection."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import traceback
from functools import partial
from typing import TYPE_CHECKING

import pytest

from dateline import files, indexing
from dateline.index.collection import Collection
from dateline.index.rows import Filter
from dateline.library.library import Library, Session
from faults_folder import INDEXER, TESTS, child_of, filled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FORGET = "import sys; from dateline.cli import cli; cli.main(['forget', *sys.argv[1:]])"

pytestmark = pytest.mark.usefixtures("simple_steps")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return filled(tmp_path / "articles")


def test_two_readers_see_a_whole_collection_while_it_is_indexed(folder: Path) -> None:
    readers = [Collection.open([folder]), Collection.open([folder])]
    seen = [0, 0]
    with child_of(folder, pause=0.02) as child:
        while child.poll() is None:
            for number, reader in enumerate(readers):
                count = reader.coverage().articles
                assert count >= seen[number]
                assert sum(day.count for day in reader.days(Filter())) >= count
                assert reader.failure is None
                seen[number] = count
            time.sleep(0.01)
    assert [reader.coverage().articles for reader in readers] == [12, 12]
    for reader in readers:
        reader.close()


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
                reader.days(Filter())
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
