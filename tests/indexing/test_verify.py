"""Files that have changed though their size and time tell nothing of it."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

import fake_steps
from dateline import indexing
from dateline.index import database, places, schema
from dateline.index.collection import Collection
from dateline.index.inventory import inventory_of
from dateline.index.rows import Filter
from dateline.indexing import child, survey
from dateline.indexing.runner import Options

if TYPE_CHECKING:
    from pathlib import Path

BODY = "It was a long meeting in a small room, and nobody who was there would say a word about it afterwards."


pytestmark = pytest.mark.usefixtures("simple_steps")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, words in (("a.txt", "Ada Quill"), ("b.txt", "Bram Oak")):
        (folder / name).write_text(f" date 2031-04-05 \n\n{words} spoke. {BODY}\n")
    (folder / "c.jsonl").write_text("".join(RECORD % words for words in ("Cara Witt", "Dora Elm")))
    return folder


RECORD = '{"headline": "%s spoke", "date": "2031-04-05", "body": "' + BODY + '"}\n'


def change_unseen(path: Path, before: str, after: str) -> None:
    """Change words of a file to others of the same length, and put its time back."""
    status = path.stat()
    path.write_text(path.read_text().replace(before, after))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size


def titles(folder: Path) -> list[str]:
    collection = Collection.open([folder])
    lines = [
        line
        for day in collection.days(Filter())
        for line in collection.headlines(Filter(), day.date, 0, 9, None)
    ]
    collection.close()
    return sorted(" ".join(line.title.split()[:2]) for line in lines)


def test_what_sizes_and_times_hide_is_found_when_all_are_read(folder: Path) -> None:
    indexing.run([folder])
    change_unseen(folder / "a.txt", "Ada Quill", "Eva Quill")
    change_unseen(folder / "c.jsonl", "Dora Elm", "Nora Elm")
    assert not indexing.needs_run([folder])
    assert not indexing.run([folder]).changed
    fake_steps.install()
    assert indexing.run([folder], verify=True).changed
    assert titles(folder) == ["Bram Oak", "Cara Witt", "Eva Quill", "Nora Elm"]
    assert len(fake_steps.extracted) == 2


def test_where_nothing_differs_nothing_is_loaded_again(folder: Path) -> None:
    indexing.run([folder])
    events: list[str] = []
    assert not indexing.run([folder], lambda event: events.append(str(event["event"])), verify=True).changed
    assert events == ["finished"]


def test_files_of_which_no_digest_is_kept_are_loaded_once(folder: Path) -> None:
    indexing.run([folder])
    db = sqlite3.connect(places.collection_file([folder]))
    db.execute("UPDATE files SET digest = NULL")
    db.commit()
    db.close()
    fake_steps.install()
    assert indexing.run([folder], verify=True).changed
    assert fake_steps.extracted == []
    assert not indexing.run([folder], verify=True).changed


def test_an_index_without_digests_gets_them(folder: Path) -> None:
    older = schema.MIGRATIONS[: schema.MIGRATIONS.index(schema._add_digests_of_files)]
    database.open_for_writing(places.collection_file([folder]), older).close()
    indexing.run([folder], verify=True)
    assert len(titles(folder)) == 4
    seen = inventory_of([folder]).files[str(folder / "a.txt")]
    assert seen.digest == hashlib.sha256((folder / "a.txt").read_bytes()).hexdigest()


def test_only_files_are_read(folder: Path) -> None:
    assert survey.digest_of(folder) is None
    assert survey.digest_of(folder / "no.txt") is None
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.txt")
        indexing.run([folder])
        assert indexing.run([folder], verify=True).articles == 4


@pytest.mark.parametrize("options", [["--verify"], ["--jobs=3", "--verify"]])
def test_the_child_is_told_by_options(
    folder: Path, options: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[list[str], Options]] = []

    def run(roots: list[Path], _report: object, _stopped: object, told: Options) -> object:
        asked.append(([str(root) for root in roots], told))
        raise SystemExit

    monkeypatch.setattr("dateline.indexing.runner.run", run)
    monkeypatch.setattr(child, "_own_output", lambda: os.open(os.devnull, os.O_WRONLY))
    monkeypatch.setattr("signal.signal", lambda *_: None)
    monkeypatch.setattr("os.nice", lambda _: 0)
    with pytest.raises(SystemExit):
        child.main([*options, str(folder)])
    assert asked == [([str(folder)], Options(verify=True, jobs=3 if "--jobs=3" in options else None))]
