"""Which articles there are on which day, under a filter; each answer reads its window of the index alone."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dateline.index.database import data_version
from dateline.index.rows import Coverage, Day, Headline

if TYPE_CHECKING:
    from dateline.index.database import Connection
    from dateline.index.rows import DateRange


class Hits(NamedTuple):
    """Where it stands which articles mention a selection: a table with (subject, day, article, hits)."""

    table: str
    subject: int


#: The articles that mention what nobody mentions.
NONE = Hits("appearances", -1)


def bounds(dates: DateRange | None) -> tuple[str, str]:
    """Return the first and the last day of a filter, as strings between which every day of it lies."""
    return (dates.first, dates.last) if dates else ("", "~")


def coverage(db: Connection) -> Coverage:
    """Return how many articles there are and from when to when."""
    return Coverage(*db.execute("SELECT coalesce(sum(articles), 0), min(day), max(day) FROM days").fetchone())


def days(db: Connection, dates: DateRange | None, only: Hits | None) -> list[Day]:
    """Return the days that have articles, newest last."""
    if only is None:
        query = "SELECT day, articles FROM days WHERE day BETWEEN ? AND ? ORDER BY day"
        rows = db.execute(query, bounds(dates))
    else:
        query = (
            f"SELECT day, count(*) FROM {only.table} WHERE subject = ? AND day BETWEEN ? AND ?"
            " GROUP BY day ORDER BY day"
        )
        rows = db.execute(query, (only.subject, *bounds(dates)))
    return [Day(*row) for row in rows]


def headlines(
    db: Connection, day: str, window: tuple[int, int], only: Hits | None, counted: Hits | None
) -> list[tuple[int, Headline]]:
    """Return the lines of a day within a window (offset, limit), with the ids of their rows."""
    counted = counted or NONE
    if only is None:
        source, condition, order = "articles a", "a.day = ?", "a.id"
        values: tuple[object, ...] = (day,)
    else:
        source = f"{only.table} o JOIN articles a ON a.id = o.article"
        condition, order = "o.subject = ? AND o.day = ?", "o.article"
        values = (only.subject, day)
    query = (
        "SELECT a.id, a.digest, a.day, a.date_basis, a.title, a.outlet, coalesce(c.hits, 0)"
        f" FROM {source} LEFT JOIN {counted.table} c"
        " ON c.subject = ? AND c.day = a.day AND c.article = a.id"
        f" WHERE {condition} ORDER BY {order} LIMIT ? OFFSET ?"
    )
    offset, limit = window
    rows = db.execute(query, (counted.subject, *values, limit, max(0, offset)))
    return [(id_, Headline(*row)) for id_, *row in rows]


def histogram(db: Connection, buckets: int) -> list[int]:
    """Return article counts in equal slices of the days from the oldest article to the newest."""
    counts = [0] * max(0, buckets)
    rows = [(_ordinal(day), articles) for day, articles in db.execute("SELECT day, articles FROM days")]
    if not rows or not counts:
        return counts
    first = min(day for day, _ in rows)
    span = max(day for day, _ in rows) - first + 1
    for day, articles in rows:
        counts[(day - first) * len(counts) // span] += articles
    return counts


def _ordinal(day: str) -> int:
    """Return the number of a day; of a month or a year, that of its first day."""
    try:
        return date.fromisoformat(day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day).toordinal()
    except ValueError:
        return 1


def position(
    db: Connection, digest: str, dates: DateRange | None, only: Hits | None
) -> tuple[str, int] | None:
    """Return (day, offset in the day) of an article, None where the filter hides it."""
    place = _place(db, digest)
    if place is None:
        return None
    day, id_ = place
    first, last = bounds(dates)
    if not first <= day <= last:
        return None
    if only is None:
        query = "SELECT count(*) FROM articles WHERE day = ? AND id < ?"
        return day, int(db.execute(query, (day, id_)).fetchone()[0])
    query = (
        f"SELECT count(*), max(article = ?) FROM {only.table} WHERE subject = ? AND day = ? AND article <= ?"
    )
    count, included = db.execute(query, (id_, only.subject, day, id_)).fetchone()
    return (day, count - 1) if included else None


def neighbour(
    db: Connection, digest: str, step: int, dates: DateRange | None, mentioning: tuple[Hits, ...]
) -> str | None:
    """Return the article so many steps later (earlier: negative) among those of all of mentioning."""
    place = _place(db, digest)
    if place is None or step == 0:
        return digest if place else None
    first, last = bounds(dates)
    if step > 0:
        sign, order, limit, beyond = ">", "ASC", "m.day <= ?", last
        place = max(place, (first, -1))
    else:
        sign, order, limit, beyond = "<", "DESC", "m.day >= ?", first
        place = min(place, (last, sys.maxsize))
    if mentioning:
        leading, *others = mentioning
        column = "article"
        source, conditions, values = leading.table, ["m.subject = ?"], [leading.subject]
    else:
        others, column = [], "id"
        source, conditions, values = "articles", [], []
    conditions += [f"(m.day, m.{column}) {sign} (?, ?)", limit]
    query_values: list[object] = [*values, *place, beyond]
    for other in others:
        conditions.append(
            f"EXISTS (SELECT 1 FROM {other.table} o"
            f" WHERE o.subject = ? AND o.day = m.day AND o.article = m.{column})"
        )
        query_values.append(other.subject)
    query = (
        f"SELECT m.{column} FROM {source} m WHERE {' AND '.join(conditions)}"
        f" ORDER BY m.day {order}, m.{column} {order} LIMIT 1 OFFSET ?"
    )
    row = db.execute(query, (*query_values, abs(step) - 1)).fetchone()
    return row and str(db.execute("SELECT digest FROM articles WHERE id = ?", row).fetchone()[0])


def _place(db: Connection, digest: str) -> tuple[str, int] | None:
    row: tuple[str, int] | None = db.execute(
        "SELECT day, id FROM articles WHERE digest = ?", (digest,)
    ).fetchone()
    return row


class RangeCounts:
    """How many articles of a range of days mention a subject, kept: actors recur throughout a story."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._state: tuple[int, DateRange] | None = None
        self._counts: dict[int, int] = {}

    def count(self, subject: int, dates: DateRange) -> int:
        """Return the count, which is looked up once as long as neither the range nor the index changes."""
        state = data_version(self._db), dates
        if state != self._state:
            self._state = state
            self._counts.clear()
        if subject not in self._counts:
            query = "SELECT count(*) FROM appearances WHERE subject = ? AND day BETWEEN ? AND ?"
            self._counts[subject] = int(self._db.execute(query, (subject, *bounds(dates))).fetchone()[0])
        return self._counts[subject]
