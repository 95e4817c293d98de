"""All that the tables of an index hold, said without the numbers of its rows, which go by its history."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

from dateline.index.order import ROW, day_of
from dateline.index.word_schema import SUBJECT
from dateline.text import fold

if TYPE_CHECKING:
    from pathlib import Path

#: What the columns are that hold numbers of rows.
_COLUMNS = {
    **dict.fromkeys(("article", "copy_of"), "articles"),
    **dict.fromkeys(("subject", "other", "summit", "actor", "claim", "money"), "subjects"),
    "file": "files",
}
_SEARCHED = ("search", "words", "facets")
_OTHERWISE = ("linking",)  # what linking knew, which goes by its history as well
#: Numbers of rows, counters, and what vouches for rows by their numbers.
_LEFT_OUT = {("subjects", "id"), ("files", "id"), ("claims", "digest")}

Rows = dict[str, list[str]]


def rows_of(path: Path) -> Rows:
    """Return the rows of each table as text, sorted, and what the full-text tables find."""
    with sqlite3.connect(path) as db:
        db.create_function("fold", 1, fold)
        names = {
            "articles": dict(db.execute("SELECT id, digest FROM articles")),
            "subjects": {
                i: f"{kind} {key}" for i, kind, key in db.execute("SELECT id, kind, key FROM subjects")
            },
            "files": dict(db.execute("SELECT id, path FROM files")),
        }
        query = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        tables = [
            name for (name,) in db.execute(query) if name.partition("_")[0] not in (*_SEARCHED, *_OTHERWISE)
        ]
        rows = {table: _table(db, table, names) for table in tables if not table.startswith("sqlite_")}
        rows |= {table: _found(db, table, names) for table in _SEARCHED}
        rows["meta"] = [row for row in rows["meta"] if "'revision'" not in row]
    db.close()
    return rows


def _table(db: sqlite3.Connection, table: str, names: dict[str, dict[int, str]]) -> list[str]:
    cursor = db.execute(f"SELECT * FROM {table}")
    columns = [column for column, *_ in cursor.description]
    return sorted(
        repr({c: _said(table, c, value, names) for c, value in zip(columns, row, strict=True)})
        for row in cursor
    )


def _said(table: str, column: str, value: object, names: dict[str, dict[int, str]]) -> object:
    if (table, column) in _LEFT_OUT or value is None:
        return None
    if (table, column) == ("reasons", "content"):
        return _reasons(str(value), names["subjects"])
    kind = "articles" if (table, column) in {("articles", "id"), ("texts", "id")} else _COLUMNS.get(column)
    return names[kind][int(str(value))] if kind else value


def _reasons(content: str, subjects: dict[int, str]) -> object:
    rules, places, ties = json.loads(content)
    return (
        rules,
        [(start, end, subjects[who], rule) for start, end, who, rule in places],
        [(subjects[who], *tie) for who, *tie in ties],
    )


def _found(db: sqlite3.Connection, table: str, names: dict[str, dict[int, str]]) -> list[str]:
    """Return each word of a full-text table with where it stands."""
    db.execute(f"CREATE VIRTUAL TABLE temp.{table}_seen USING fts5vocab (main, {table}, instance)")
    return sorted(
        repr((_word(term, names["subjects"]), day_of(doc), names["articles"][doc & ROW], column, offset))
        for term, doc, column, offset in db.execute(f"SELECT term, doc, col, offset FROM {table}_seen")
    )


def _word(term: str, subjects: dict[int, str]) -> str:
    return subjects[int(term[1:])] if term.startswith(SUBJECT) else term
