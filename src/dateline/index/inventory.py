"""The files of a collection as the last run saw them, and what could not be read."""

from __future__ import annotations

import contextlib
import json
import os
from typing import TYPE_CHECKING

from dateline.index import database, places
from dateline.index.schema import MIGRATIONS
from dateline.index.state import Held, Inventory, SeenFile, Stamp
from dateline.index.version import Versions
from dateline.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from dateline.index.database import Connection
    from dateline.index.state import Successions

EMPTY = Inventory({}, (), None, False, 0)


def inventory_of(roots: Sequence[Path]) -> Inventory:
    """Return what the index of the collection under the roots holds; raises Damaged and IndexFailure."""
    with _opened(roots) as connection:
        return EMPTY if connection is None else read_inventory(connection)


@contextlib.contextmanager
def recorded(roots: Sequence[Path]) -> Iterator[Recorded | None]:
    """Yield what the index of the collection has on record, None where there is none.

    It is read as it is asked for; raises Damaged and IndexFailure, in the block as well.
    """
    with _opened(roots) as connection:
        yield None if connection is None else Recorded(connection)


@contextlib.contextmanager
def _opened(roots: Sequence[Path]) -> Iterator[Connection | None]:
    path = places.collection_file(roots)
    connection = database.open_for_reading(path, MIGRATIONS)
    if connection is None:
        yield None
        return
    try:
        with database.guard(path), database.snapshot(connection):
            yield connection
    finally:
        connection.close()


class Recorded:
    """An inventory that is read bit by bit: for one who only compares, in little memory."""

    def __init__(self, db: Connection) -> None:
        db.execute("PRAGMA cache_size = -2048")  # each page is read once
        self._db = db
        self._meta = dict(db.execute("SELECT name, value FROM meta"))
        self._stamps = db.execute("SELECT path, size, mtime_ns, ctime_ns FROM files ORDER BY path")
        self._next: tuple[bytes, int, int, int | None] | None = next(self._stamps, None)

    @property
    def complete(self) -> bool:
        """Whether the last run came to its end."""
        return self._meta.get("complete") == "1"

    @property
    def succeeded(self) -> Successions:
        """Articles that took the place of others, of which the library does not know for certain."""
        return _succeeded(self._meta)

    @property
    def judged(self) -> str:
        """The fingerprint of the judgements that the story takes in."""
        return str(self._meta.get("judged", ""))

    @property
    def versions(self) -> Versions | None:
        """The versions of the code that made the story, None before there is one."""
        return _versions(self._meta)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with paths that are no files."""
        return read_problems(self._db, "file IS NULL")

    @property
    def number(self) -> int:
        """How many files there are."""
        return int(self._db.execute("SELECT count(*) FROM files").fetchone()[0])

    def held(self, articles: Iterable[str]) -> set[str]:
        """Return those of the articles that the index holds."""
        query = "SELECT 1 FROM articles WHERE digest = ?"
        return {id_ for id_ in articles if self._db.execute(query, (id_,)).fetchone()}

    def stamp(self, path: str) -> Stamp | None:
        """Return the stamp of a file, None of one that is not known; quickest in the order of the paths."""
        name = os.fsencode(path)
        while self._next is not None and self._next[0] < name:
            self._next = next(self._stamps, None)
        if self._next is not None and self._next[0] == name:
            return Stamp(*self._next[1:])
        row = self._db.execute(_STAMP, (name,)).fetchone()
        return Stamp(*row) if row else None


_STAMP = "SELECT size, mtime_ns, ctime_ns FROM files WHERE path = ?"


def read_inventory(db: Connection) -> Inventory:
    """Return what the tables hold, as `inventory_of` does."""
    meta = dict(db.execute("SELECT name, value FROM meta"))
    return Inventory(
        files=_read_files(db),
        problems=read_problems(db, "file IS NULL"),
        versions=_versions(meta),
        complete=meta.get("complete") == "1",
        revision=int(meta.get("revision", 0)),
        judged=meta.get("judged", ""),
        succeeded=_succeeded(meta),
    )


def _succeeded(meta: Mapping[str, str]) -> Successions:
    return tuple((old, new) for old, new in json.loads(meta.get("succeeded", "[]")))


def _versions(meta: Mapping[str, str]) -> Versions | None:
    return Versions(*(meta[n] for n in Versions._fields)) if meta.keys() >= {*Versions._fields} else None


def read_problems(db: Connection, condition: str = "1") -> tuple[Problem, ...]:
    """Return what could not be read, by path."""
    rows = db.execute(f"SELECT path, reason, advice FROM problems WHERE {condition} ORDER BY path, rowid")
    return tuple(Problem(os.fsdecode(path), reason, advice) for path, reason, advice in rows)


def _read_files(db: Connection) -> dict[str, SeenFile]:
    held: dict[int, list[Held]] = {}
    query = (
        "SELECT file, digest, record, modified FROM locations JOIN articles ON articles.id = article"
        " ORDER BY locations.rowid"
    )
    for file, *row in db.execute(query):
        held.setdefault(file, []).append(Held(*row))
    problems: dict[int, list[Problem]] = {}
    query = "SELECT file, path, reason, advice FROM problems WHERE file IS NOT NULL ORDER BY rowid"
    for file, path, reason, advice in db.execute(query):
        problems.setdefault(file, []).append(Problem(os.fsdecode(path), reason, advice))
    return {
        os.fsdecode(path): SeenFile(
            Stamp(*stamp), tuple(held.get(id_, ())), tuple(problems.get(id_, ())), digest
        )
        for id_, path, digest, *stamp in db.execute(
            "SELECT id, path, digest, size, mtime_ns, ctime_ns FROM files"
        )
    }


def write_inventory(
    db: Connection, files: Mapping[str, SeenFile], problems: Sequence[Problem], before: Mapping[str, SeenFile]
) -> None:
    """Bring files, locations and problems to those given, from what they were before.

    The articles must be there already.
    """
    gone = [(os.fsencode(path),) for path, seen in before.items() if files.get(path) != seen]
    db.executemany("DELETE FROM files WHERE path = ?", gone)
    for path, seen in files.items():
        if before.get(path) == seen:
            continue
        query = "INSERT INTO files (path, digest, size, mtime_ns, ctime_ns) VALUES (?, ?, ?, ?, ?)"
        file = db.execute(query, (os.fsencode(path), seen.digest, *seen.stamp)).lastrowid
        query = "INSERT INTO locations VALUES ((SELECT id FROM articles WHERE digest = ?), ?, ?, ?)"
        db.executemany(query, [(h.article, file, h.record, h.modified) for h in seen.held])
        _write_problems(db, seen.problems, file)
    if set(read_problems(db, "file IS NULL")) != set(problems):
        db.execute("DELETE FROM problems WHERE file IS NULL")
        _write_problems(db, problems, None)


def _write_problems(db: Connection, problems: Iterable[Problem], file: int | None) -> None:
    rows = [(os.fsencode(p.path), p.reason, p.advice, file) for p in problems]
    db.executemany("INSERT INTO problems VALUES (?, ?, ?, ?)", rows)
