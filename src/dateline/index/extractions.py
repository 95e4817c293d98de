"""The store of what loading and extraction made of each article, shared by all collections.

A row is good for one version of loader and extractor. The row of another version stays until a new one takes
its place, so that old results show in the meantime.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from dateline import coding
from dateline.index import database
from dateline.index.schema import run_script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from dateline.index.database import Connection
    from dateline.index.version import Versions
    from dateline.model import Article, Extraction

_TABLES = """
CREATE TABLE extractions (
  article TEXT PRIMARY KEY, -- Article.id
  loader TEXT NOT NULL, -- the versions that made it
  extractor TEXT NOT NULL,
  loaded BLOB NOT NULL, -- the Article as JSON, deflated
  extracted BLOB NOT NULL -- the Extraction as JSON, deflated
);
"""


def _create_tables(connection: Connection) -> None:
    run_script(connection, _TABLES)


_DIGESTS = """
-- of loaded and extracted: whether they are what they were is told without reading them
ALTER TABLE extractions ADD COLUMN made TEXT;
UPDATE extractions SET made = made_of(loaded, extracted);
CREATE INDEX extractions_made ON extractions (article, loader, extractor, made);
"""


def _add_digests(connection: Connection) -> None:
    connection.create_function("made_of", 2, _made_of, deterministic=True)
    run_script(connection, _DIGESTS)


#: Append-only, as those in schema.py.
MIGRATIONS = [_create_tables, _add_digests]


class Kept(NamedTuple):
    """What the store has for an article."""

    article: Article
    extraction: Extraction
    loaded: bool  #: by the loader that is running
    extracted: bool  #: by the extractor that is running, from what that loader made
    made: str = ""  #: a digest of both values


class ExtractionStore:
    """Articles and extractions by Article.id, in one SQLite file."""

    def __init__(self, path: Path, versions: Versions) -> None:
        """Open the store, made where missing; raises Damaged and IndexFailure."""
        self.path = path
        self.versions = versions
        self._connection = database.open_for_writing(path, MIGRATIONS)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def put(self, results: Iterable[tuple[Article, Extraction]]) -> dict[str, str]:
        """Keep the results, all in one commit; return their digests by the ids of the articles."""
        rows = [
            (
                article.id,
                self.versions.loader,
                self.versions.extractor,
                *(both := (coding.encode(article), coding.encode(extraction))),
                _made_of(*both),
            )
            for article, extraction in results
        ]
        query = "INSERT OR REPLACE INTO extractions VALUES (?, ?, ?, ?, ?, ?)"
        with database.guard(self.path), database.transaction(self._connection):
            self._connection.executemany(query, rows)
        return {row[0]: row[-1] for row in rows}

    def get(self, ids: Iterable[str]) -> Iterator[tuple[str, Kept]]:
        """Yield what is kept for those of the ids that the store knows and can still read."""
        query = "SELECT loader, extractor, made, loaded, extracted FROM extractions WHERE article = ?"
        for id_ in ids:
            with database.guard(self.path):
                row = self._connection.execute(query, (id_,)).fetchone()
            kept = row and self._read(*row)
            if kept:
                yield id_, kept

    def made(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the digests of what is kept for those of the ids for which the running code has made it."""
        query = "SELECT made FROM extractions WHERE article = ? AND loader = ? AND extractor = ?"
        own = self.versions.loader, self.versions.extractor
        with database.guard(self.path):
            rows = ((id_, self._connection.execute(query, (id_, *own)).fetchone()) for id_ in ids)
            return {id_: row[0] for id_, row in rows if row and row[0]}

    def _read(
        self, loader: str, extractor: str, made: str | None, article_: bytes, extraction_: bytes
    ) -> Kept | None:
        """Return a row's values; None where they are of a version whose values were formed otherwise."""
        try:
            article = coding.decode_article(article_)
            extraction = coding.decode_extraction(extraction_)
        except coding.Unreadable:
            return None
        loaded = loader == self.versions.loader
        extracted = loaded and extractor == self.versions.extractor
        return Kept(article, extraction, loaded, extracted, made or "")


def _made_of(loaded: bytes, extracted: bytes) -> str:
    return hashlib.blake2b(loaded + extracted, digest_size=9).hexdigest()
