"""The summits of a collection by date, and what is known of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.index import labels
from dateline.index.rows import SummitList, SummitRow
from dateline.index.timeline import Hits, bounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.index.database import Connection
    from dateline.index.rows import DateRange, Selection
    from dateline.index.timeline import Mentioning

_ROW = """SELECT s.id, s.key, s.label, s.date, s.articles, m.kind, m.place, c.label FROM subjects s
  JOIN summits m ON m.subject = s.id LEFT JOIN subjects c ON c.kind = 'country' AND c.key = m.country
  WHERE s.kind = 'summit' AND s.articles > 0"""


def listed(db: Connection, dates: DateRange | None, with_: Mentioning | None) -> SummitList:
    """Return the summits that articles of a range mention, by date; `with_` leaves those it took part in."""
    query = "SELECT s.key, s.date FROM subjects s WHERE s.kind = 'summit' AND s.articles > 0"
    values: list[object] = []
    if dates is not None:
        query += " AND EXISTS (SELECT 1 FROM appearances WHERE subject = s.id AND day BETWEEN ? AND ?)"
        values += bounds(dates)
    if isinstance(with_, Hits):  # in a search nobody takes part
        query += " AND s.id IN (SELECT summit FROM company WHERE actor = ?)"
        values.append(with_.subject)
    rows = db.execute(f"{query} ORDER BY s.date IS NULL, s.date, s.key", values).fetchall()
    newest = db.execute("SELECT max(day) FROM days").fetchone()[0] or ""
    dated = sum(date is not None for _, date in rows)
    past = next((n for n, (_, date) in enumerate(rows[:dated]) if _announced(date, newest)), dated)
    return SummitList(tuple(key for key, _ in rows), past, dated)


def _announced(date: str, newest: str) -> bool:
    """Tell whether a summit (an ISO prefix or from/to) begins after a day."""
    first = date.partition("/")[0]
    return first > newest[: len(first)]


def rows_of(db: Connection, keys: Sequence[str]) -> list[SummitRow]:
    """Return what is known of some summits, in the order of their keys; those that are gone are left out."""
    found = []
    for key in keys:
        row = db.execute(f"{_ROW} AND s.key = ?", (key,)).fetchone()
        if row is not None:
            found.append(_summit(db, row))
    return found


def attended(db: Connection, actor: int, limit: int) -> list[SummitRow]:
    """Return the summits that an actor took part in, the last ones where there are more than the limit."""
    query = (
        f"{_ROW} AND s.id IN (SELECT summit FROM company WHERE actor = ?)"
        " ORDER BY s.date IS NULL DESC, s.date DESC, s.key DESC LIMIT ?"
    )
    return [_summit(db, row) for row in db.execute(query, (actor, limit)).fetchall()][::-1]


def _summit(db: Connection, row: tuple[Any, ...]) -> SummitRow:
    id_, key, label, date, articles, kind, place, country = row
    query = (
        "SELECT count(DISTINCT outlet) FROM appearances CROSS JOIN articles INDEXED BY lines ON id = article"
        " WHERE subject = ?"
    )
    outlets = int(db.execute(query, (id_,)).fetchone()[0])
    selection = labels.selection("summit", key, label, date)
    return SummitRow(selection, label, kind, place, country, date, _company(db, id_), articles, outlets)


def _company(db: Connection, summit: int) -> tuple[Selection, ...]:
    query = (
        "SELECT kind, key, label FROM company JOIN subjects ON subjects.id = actor WHERE summit = ?"
        " ORDER BY kind != 'person', number"
    )
    rows = db.execute(query, (summit,))
    return tuple(labels.selection(kind, key, label, None) for kind, key, label in rows)
