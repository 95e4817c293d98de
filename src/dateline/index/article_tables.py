"""Writing the tables that have rows for each article; only articles that differ are written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from dateline.index import flatten, word_tables
from dateline.index.flatten import as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.index.database import Connection
    from dateline.index.state import State
    from dateline.model import Article, LinkedArticle

_TITLE_IS_NEAR = 1000  # characters from the beginning of a text within which its own headline stands

_INSERT = """INSERT INTO articles
  (day, date_basis, date_evidence, title, title_basis, outlet, words, loaded, linked, digest)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_UPDATE = """UPDATE articles SET day = ?, date_basis = ?, date_evidence = ?, title = ?, title_basis = ?,
  outlet = ?, words = ?, loaded = ?, linked = ? WHERE digest = ?"""


class _Known(NamedTuple):
    """An article as the tables hold it."""

    id: int
    loaded: str
    linked: str


def write_articles(db: Connection, state: State, ids: Mapping[flatten.Key, int]) -> set[int]:
    """Bring the articles to the state; return the subjects whose count of articles may have changed."""
    return _ArticleTables(db, state).write(ids)


class _ArticleTables:
    def __init__(self, db: Connection, state: State) -> None:
        self._db = db
        self._state = state
        self._touched: set[int] = set()
        self._worded: list[int] = []  # articles whose words are to be put in
        self._linked: list[int] = []  # those whose facets are
        query = "SELECT digest, id, loaded, linked FROM articles"
        if state.change is None:
            rows = db.execute(query)
        else:
            named = json.dumps([*state.change.articles, *state.change.removed])
            rows = db.execute(f"{query} WHERE digest IN (SELECT value FROM json_each(?))", (named,))
        self._known = {digest: _Known(*row) for digest, *row in rows}

    def write(self, ids: Mapping[flatten.Key, int]) -> set[int]:
        """Remove what has gone, then write what is new or differs, in the order of the files."""
        state, change = self._state, self._state.change
        for digest, known in self._known.items():
            if digest not in state.story.articles:
                word_tables.take_facets(self._db, known.id)
                self._clear_links(known.id)
                self._clear_text(known.id)
                self._db.execute("DELETE FROM articles WHERE id = ?", (known.id,))
        for digest in dict.fromkeys(held.article for file in state.files.values() for held in file.held):
            if change is None or digest in change.articles:
                linked = state.story.articles.get(digest)
                if linked:
                    self._write_article(linked, ids, *state.texts[digest])
        word_tables.put_words(self._db, self._worded)
        word_tables.put_facets(self._db, self._linked)
        return self._touched

    def _write_article(
        self,
        linked: LinkedArticle,
        ids: Mapping[flatten.Key, int],
        article: Article,
        sentences: Sequence[tuple[int, int]],
    ) -> None:
        known = self._known.get(article.id)
        prints = (
            flatten.fingerprint(article, sentences),
            flatten.fingerprint(*flatten.told_of(linked)),
        )
        if known and known[1:] == prints:
            return
        rows = flatten.flatten(linked, ids)
        words = len(article.text.split())
        values = (rows.day, *rows.line, article.title, article.title_basis, article.outlet, words)
        rewritten = known is None or known.loaded != prints[0]
        if known:
            id_ = known.id
            word_tables.take_facets(self._db, id_)  # before the day or a link is another one
            moved = self._day(id_) != rows.day
            if rewritten:
                self._clear_text(id_)
            elif moved:
                word_tables.take_words(self._db, id_)
            self._clear_links(id_)
            self._db.execute(_UPDATE, (*values, *prints, article.id))
        else:
            id_ = int(self._db.execute(_INSERT, (*values, *prints, article.id)).lastrowid or 0)
            moved = True
        if rewritten:
            self._write_text(id_, article, sentences)
        if rewritten or moved:
            self._worded.append(id_)
        self._write_links(id_, rows)
        self._linked.append(id_)

    def _day(self, id_: int) -> str:
        return str(self._db.execute("SELECT day FROM articles WHERE id = ?", (id_,)).fetchone()[0])

    def _write_text(self, id_: int, article: Article, sentences: Iterable[tuple[int, int]]) -> None:
        apart = article.title_basis == "declared" and article.title not in article.text[:_TITLE_IS_NEAR]
        headline = article.title if apart else ""
        offsets = as_json([offset for sentence in sentences for offset in sentence])
        row = (id_, headline, article.text, offsets, as_json(article.furniture))
        self._db.execute("INSERT INTO texts VALUES (?, ?, ?, ?, ?)", row)

    def _clear_text(self, id_: int) -> None:
        word_tables.take_words(self._db, id_)
        self._db.execute("DELETE FROM texts WHERE id = ?", (id_,))

    def _write_links(self, id_: int, rows: flatten.ArticleRows) -> None:
        self._touched.update(rows.hits)
        self._insert("mentions", id_, rows.mentions)
        self._insert("figures", id_, rows.figures)
        self._insert("pledges", id_, rows.pledges)
        self._insert("dates", id_, rows.dates)
        roles = [(*role[:4], rows.day, id_, role[4]) for role in rows.roles]
        self._db.executemany("INSERT OR IGNORE INTO roles VALUES (?, ?, ?, ?, ?, ?, ?)", roles)
        self._db.execute("INSERT OR REPLACE INTO reasons VALUES (?, ?)", (id_, rows.reasons))
        appearances = [(subject, rows.day, id_, hits) for subject, hits in rows.hits.items()]
        self._db.executemany("INSERT INTO appearances VALUES (?, ?, ?, ?)", appearances)

    def _insert(self, table: str, id_: int, rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            places = ", ".join("?" * (len(rows[0]) + 1))
            query = f"INSERT OR IGNORE INTO {table} VALUES ({places})"  # two dates may stand at one place
            self._db.executemany(query, [(id_, *row) for row in rows])

    def _clear_links(self, id_: int) -> None:
        day = self._day(id_)
        rows = self._db.execute("SELECT DISTINCT subject FROM mentions WHERE article = ?", (id_,)).fetchall()
        self._touched.update(subject for (subject,) in rows)
        query = "DELETE FROM appearances WHERE subject = ? AND day = ? AND article = ?"
        self._db.executemany(query, [(subject, day, id_) for (subject,) in rows])
        for table in ("mentions", "figures", "pledges", "dates", "roles"):
            self._db.execute(f"DELETE FROM {table} WHERE article = ?", (id_,))
