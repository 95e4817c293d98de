"""What has been derived, over all collections: who holds which article, and how it is removed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dateline.files import Lock
from dateline.index import database, extractions, places
from dateline.index.schema import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Holding(NamedTuple):
    """The index of one collection, with the articles of each of its files."""

    file: Path  #: of the index
    articles: dict[Path, frozenset[str]]  #: ids by the absolute path of a file


def holdings() -> tuple[list[Holding], list[Path]]:
    """Return what the indexes of all collections hold, and those of which nobody can tell."""
    read, unread = [], []
    for path in sorted((places.extractions_file().parent / "collections").glob("*.sqlite")):
        try:
            read.append(Holding(path, _articles(path)))
        except database.IndexFailure:
            unread.append(path)
    return read, unread


def _articles(path: Path) -> dict[Path, frozenset[str]]:
    connection = database.open_for_reading(path, MIGRATIONS)
    if connection is None:
        return {}
    held: dict[Path, set[str]] = {}
    query = (
        "SELECT path, articles.digest FROM files LEFT JOIN locations ON file = files.id"
        " LEFT JOIN articles ON articles.id = article"
    )
    try:
        with database.guard(path), database.snapshot(connection):
            for name, article in connection.execute(query):
                held.setdefault(Path(os.fsdecode(name)), set()).update([article] if article else [])
    finally:
        connection.close()
    return {file: frozenset(articles) for file, articles in held.items()}


def remove_index(path: Path) -> None:
    """Remove a collection's index; raises IndexFailure, and while a run writes it as well."""
    try:
        lock = Lock(path.with_suffix(".lock"))
        if not lock.acquire():
            raise database.IndexFailure("the collection is being indexed; try again when that has ended")
    except OSError as error:
        raise database.IndexFailure(f"{error.filename or path}: {error.strerror}") from error
    try:
        database.remove(path)
    finally:
        lock.release()


def remove_extractions(articles: Iterable[str]) -> int:
    """Remove what loading and extraction made of the articles; return of how many. Raises IndexFailure."""
    named = set(articles)
    return _remove_where(lambda id_: id_ in named) if named else 0


def remove_unused(held: Iterable[str]) -> int:
    """Remove what loading and extraction made of all other articles; return of how many.

    Raises IndexFailure.
    """
    kept = set(held)
    return _remove_where(lambda id_: id_ not in kept)


def _remove_where(unwanted: Callable[[str], bool]) -> int:
    path = places.extractions_file()
    if not path.exists():
        return 0
    connection = database.open_for_writing(path, extractions.MIGRATIONS)
    try:
        with database.guard(path):
            with database.transaction(connection):
                ids = [
                    row for row in connection.execute("SELECT article FROM extractions") if unwanted(row[0])
                ]
                connection.executemany("DELETE FROM extractions WHERE article = ?", ids)
            if ids:  # else the words would stay in the file's free pages
                connection.execute("VACUUM")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    return len(ids)
