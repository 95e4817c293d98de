"""Writing the tables of the full-text search.

They hold no words of their own: what is taken out has to be told as it was put in, so an article is taken out
before any of its rows changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.index import order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.index.database import Connection

_AT_ONCE = 256  # articles whose folded texts are held in memory


def put_words(db: Connection, articles: Iterable[int]) -> None:
    """Put the words of articles in, by their rows; by their places it takes a third of the time."""
    ordered = _ordered(db, articles)
    for start in range(0, len(ordered), _AT_ONCE):
        rows = [row for id_ in ordered[start : start + _AT_ONCE] for row in _searchable(db, id_)]
        db.executemany("INSERT INTO search (rowid, headline, text) VALUES (?, ?, ?)", rows)
        words = ((place, f"{headline} {text}") for place, headline, text in rows)
        db.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", words)


def take_words(db: Connection, article: int) -> None:
    """Take the words of an article out, by its row."""
    for place, headline, text in _searchable(db, article):
        db.execute(
            "INSERT INTO search (search, rowid, headline, text) VALUES ('delete', ?, ?, ?)",
            (place, headline, text),
        )
        db.execute(
            "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", (place, f"{headline} {text}")
        )


def _searchable(db: Connection, article: int) -> list[tuple[int, str, str]]:
    """Return place, headline and text of an article, folded; none where it has no text yet."""
    query = "SELECT place, headline, text FROM searchable WHERE id = ?"
    return db.execute(query, (article,)).fetchall()


def put_facets(db: Connection, articles: Iterable[int]) -> None:
    """Put in what operators ask of articles, by their rows; their links have to be written before."""
    query = "INSERT INTO facets (rowid, facet) SELECT place, facets FROM described WHERE id = ?"
    db.executemany(query, ((id_,) for id_ in _ordered(db, articles)))


def _ordered(db: Connection, articles: Iterable[int]) -> list[int]:
    """Return the rows of articles in the order of their places."""
    day = "SELECT day FROM articles WHERE id = ?"
    return sorted(articles, key=lambda id_: order.place(db.execute(day, (id_,)).fetchone()[0], id_))


def take_facets(db: Connection, article: int) -> None:
    """Take out what operators ask of an article, by its row."""
    query = (
        "INSERT INTO facets (facets, rowid, facet) SELECT 'delete', place, facets FROM described WHERE id = ?"
    )
    db.execute(query, (article,))


def fill_words(db: Connection) -> None:
    """Put in the words of all articles; whatever was there goes."""
    for table in ("search", "words"):
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    put_words(db, _articles(db))


def fill(db: Connection) -> None:
    """Fill the tables from all the others."""
    fill_words(db)
    db.execute("INSERT INTO facets (facets) VALUES ('delete-all')")
    put_facets(db, _articles(db))


def fill_later(db: Connection) -> None:
    """Leave it to the next run to fill the tables, and see to it that there is one."""
    if _articles(db):
        db.execute("INSERT OR REPLACE INTO meta VALUES ('unfilled', '1'), ('complete', '0')")


def unfilled(db: Connection) -> bool:
    """Say whether the tables are still to be filled: then they know of no article."""
    return db.execute("SELECT 1 FROM meta WHERE name = 'unfilled'").fetchone() is not None


def fill_where_left(db: Connection, folding: str) -> None:
    """Fill the tables where that was left; `folding` is the version of the spelling."""
    if unfilled(db):
        fill(db)
        db.execute("DELETE FROM meta WHERE name = 'unfilled'")
        db.execute("INSERT OR REPLACE INTO meta VALUES ('folding', ?)", (folding,))


def _articles(db: Connection) -> list[int]:
    return [id_ for (id_,) in db.execute("SELECT id FROM articles")]
