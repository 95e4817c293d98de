"""The files of a collection as the last run saw them, and what could not be read."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from dateline.index import database, places
from dateline.index.schema import MIGRATIONS
from dateline.index.state import Held, Inventory, SeenFile, Stamp
from dateline.index.version import Versions
from dateline.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from dateline.index.database import Connection
    from dateline.index.state import State

EMPTY = Inventory({}, (), None, False, 0)


def inventory_of(roots: Sequence[Path], *, articles: bool = True) -> Inventory:
    """Return what the index of the collection under the roots holds; raises Damaged and IndexFailure.

    Without `articles`, which is much quicker, files are told to hold none, and go without their digests.
    """
    path = places.collection_file(roots)
    connection = database.open_for_reading(path, MIGRATIONS)
    if connection is None:
        return EMPTY
    try:
        with database.guard(path), database.snapshot(connection):
            return read_inventory(connection, articles=articles)
    finally:
        connection.close()


def held_of(roots: Sequence[Path], articles: Iterable[str]) -> set[str]:
    """Return those of the articles that the index of the collection holds; raises as `inventory_of` does."""
    path = places.collection_file(roots)
    connection = database.open_for_reading(path, MIGRATIONS)
    if connection is None:
        return set()
    query = "SELECT 1 FROM articles WHERE digest = ?"
    try:
        with database.guard(path), database.snapshot(connection):
            return {id_ for id_ in articles if connection.execute(query, (id_,)).fetchone()}
    finally:
        connection.close()


def read_inventory(db: Connection, *, articles: bool = True) -> Inventory:
    """Return what the tables hold, as `inventory_of` does."""
    meta = dict(db.execute("SELECT name, value FROM meta"))
    known = all(name in meta for name in Versions._fields)
    return Inventory(
        files=_read_files(db, articles=articles),
        problems=read_problems(db, "file IS NULL"),
        versions=Versions(*(meta[name] for name in Versions._fields)) if known else None,
        complete=meta.get("complete") == "1",
        revision=int(meta.get("revision", 0)),
        judged=meta.get("judged", ""),
        succeeded=tuple((old, new) for old, new in json.loads(meta.get("succeeded", "[]"))),
    )


def read_problems(db: Connection, condition: str = "1") -> tuple[Problem, ...]:
    """Return what could not be read, by path."""
    rows = db.execute(f"SELECT path, reason, advice FROM problems WHERE {condition} ORDER BY path, rowid")
    return tuple(Problem(os.fsdecode(path), reason, advice) for path, reason, advice in rows)


def _read_files(db: Connection, *, articles: bool = True) -> dict[str, SeenFile]:
    held: dict[int, list[Held]] = {}
    query = (
        "SELECT file, digest, record, modified FROM locations JOIN articles ON articles.id = article"
        " ORDER BY locations.rowid"
    )
    for file, *row in db.execute(query) if articles else ():
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
            f"SELECT id, path, {'digest' if articles else 'NULL'}, size, mtime_ns, ctime_ns FROM files"
        )
    }


def write_inventory(db: Connection, state: State) -> None:
    """Bring files, locations and problems to the state; the articles must be there already."""
    articles = dict(db.execute("SELECT digest, id FROM articles"))
    before = _read_files(db)
    gone = [(os.fsencode(path),) for path, seen in before.items() if state.files.get(path) != seen]
    db.executemany("DELETE FROM files WHERE path = ?", gone)
    for path, seen in state.files.items():
        if before.get(path) == seen:
            continue
        query = "INSERT INTO files (path, digest, size, mtime_ns, ctime_ns) VALUES (?, ?, ?, ?, ?)"
        file = db.execute(query, (os.fsencode(path), seen.digest, *seen.stamp)).lastrowid
        locations = [(articles[h.article], file, h.record, h.modified) for h in seen.held]
        db.executemany("INSERT INTO locations VALUES (?, ?, ?, ?)", locations)
        _write_problems(db, seen.problems, file)
    db.execute("DELETE FROM problems WHERE file IS NULL")
    _write_problems(db, state.problems, None)


def _write_problems(db: Connection, problems: Iterable[Problem], file: int | None) -> None:
    rows = [(os.fsencode(p.path), p.reason, p.advice, file) for p in problems]
    db.executemany("INSERT INTO problems VALUES (?, ?, ?, ?)", rows)
