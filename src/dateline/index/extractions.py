"""The store of what loading and extraction made of each article, shared by all collections.

A row is good for one version of loader and extractor. The row of another version stays until a new one takes
its place, so that old results show in the meantime.
"""

from __future__ import annotations

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


#: Append-only, as those in schema.py.
MIGRATIONS = [_create_tables]


class Kept(NamedTuple):
    """What the store has for an article."""

    article: Article
    extraction: Extraction
    loaded: bool  #: by the loader that is running
    extracted: bool  #: by the extractor that is running, from what that loader made


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

    def put(self, results: Iterable[tuple[Article, Extraction]]) -> None:
        """Keep the results, all in one commit."""
        rows = [
            (
                article.id,
                self.versions.loader,
                self.versions.extractor,
                coding.encode(article),
                coding.encode(extraction),
            )
            for article, extraction in results
        ]
        with database.guard(self.path), database.transaction(self._connection):
            self._connection.executemany("INSERT OR REPLACE INTO extractions VALUES (?, ?, ?, ?, ?)", rows)

    def get(self, ids: Iterable[str]) -> Iterator[tuple[str, Kept]]:
        """Yield what is kept for those of the ids that the store knows and can still read."""
        query = "SELECT loader, extractor, loaded, extracted FROM extractions WHERE article = ?"
        for id_ in ids:
            with database.guard(self.path):
                row = self._connection.execute(query, (id_,)).fetchone()
            kept = row and self._read(*row)
            if kept:
                yield id_, kept

    def _read(self, loader: str, extractor: str, article_: bytes, extraction_: bytes) -> Kept | None:
        """Return a row's values; None where they are of a version whose values were formed otherwise."""
        try:
            article = coding.decode_article(article_)
            extraction = coding.decode_extraction(extraction_)
        except coding.Unreadable:
            return None
        loaded = loader == self.versions.loader
        return Kept(article, extraction, loaded, loaded and extractor == self.versions.extractor)
