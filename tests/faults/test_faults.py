"""Full disks, folders that may not be written, clocks set back, files that change while they are read."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline import indexing
from dateline.index import places
from dateline.index.collection import Collection
from dateline.index.inventory import inventory_of
from dateline.indexing import steps
from dateline.library.judgements import Judgements, NotKept
from dateline.library.library import Library
from dateline.model import Quote

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
        told = [json.loads(line) for line in child.communicate(timeout=20)[0].splitlines()]
    assert told[-1]["event"] in ("failed", "finished")
    if room < 200_000:
        assert told[-1]["event"] == "failed"
        assert "room" in told[-1]["advice"]
    assert indexing.run([folder]).articles == 12
    assert Collection.open([folder]).coverage().articles == 12


def test_marks_on_a_full_disk_say_so_once_and_last_as_long_as_the_program(
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
    assert [Library.open().is_read(a) for a in ("before", "after")] == [True, True]
    assert [j.value for j in Judgements.open().standing()] == ["X"]


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


def test_a_file_that_changes_while_it_is_read_is_read_again(folder: Path) -> None:
    path, load = folder / "00.txt", steps.load

    def changing(found: Path, *given: object):
        items = list(load(found, *given))
        if found == path:
            path.write_text(f" date 2031-04-05 \n\nChanged meanwhile, and longer. {BODY}\n")
        return iter(items)

    steps.load = changing  # type: ignore[assignment]
    indexing.run([folder])
    steps.load = load  # type: ignore[assignment]
    assert indexing.needs_run([folder])
    indexing.run([folder])
    (held,) = {h.article for h in _held(folder, path)}
    view = Collection.open([folder]).article(held)
    assert view is not None
    assert "Changed meanwhile" in view.text


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


@pytest.mark.parametrize("at", [0, 100, 4096, 9000])
def test_noise_anywhere_in_the_index_is_noticed_or_harmless(folder: Path, at: int) -> None:
    indexing.run([folder])
    path = places.collection_file([folder])
    with path.open("r+b") as file:
        file.seek(at)
        file.write(bytes(range(256)) * 16)
    collection = Collection.open([folder])
    collection.coverage()
    for word in ("report", "Ada Quill"):
        collection.find(word)
    collection.close()
    indexing.run([folder])
    (folder / "12.txt").write_text(f" date 2031-04-05 \n\nReport 12. {BODY}\n")
    indexing.run([folder])
    assert Collection.open([folder]).coverage().articles == 13
