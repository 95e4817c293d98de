"""Which articles there are on which day, under a filter; each answer reads its window of the index alone."""

from __future__ import annotations

import itertools
import json
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dateline.index.database import data_version
from dateline.index.found import Found
from dateline.index.order import ROW, day_of, place
from dateline.index.rows import Coverage, Day, Headline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.index.database import Connection
    from dateline.index.rows import DateRange

_FEW = 2000  # articles of a search that are gone through one by one


class Hits(NamedTuple):
    """The articles that mention a subject, as the table of appearances has them."""

    subject: int


#: What mentions a selection: the appearances of a subject, or what a search has found.
Mentioning = Hits | Found

#: The articles that mention what nobody mentions.
NONE = Hits(-1)


def bounds(dates: DateRange | None) -> tuple[str, str]:
    """Return the first and the last day of a filter, as strings between which every day of it lies."""
    return (dates.first, dates.last) if dates else ("", "~")


def coverage(db: Connection) -> Coverage:
    """Return how many articles there are and from when to when."""
    return Coverage(*db.execute("SELECT coalesce(sum(articles), 0), min(day), max(day) FROM days").fetchone())


def count_of(db: Connection, articles: Iterable[str]) -> int:
    """Return how many of some articles there are."""
    query = "SELECT count(*) FROM articles WHERE digest IN (SELECT value FROM json_each(?))"
    return int(db.execute(query, (json.dumps(list(articles)),)).fetchone()[0])


def days(db: Connection, dates: DateRange | None, only: Mentioning | None) -> list[Day]:
    """Return the days that have articles, newest last."""
    if isinstance(only, Found):
        return only.days(dates)
    if only is None:
        query = "SELECT day, articles FROM days WHERE day BETWEEN ? AND ? ORDER BY day"
        rows = db.execute(query, bounds(dates))
    else:
        query = (
            "SELECT day, count(*) FROM appearances WHERE subject = ? AND day BETWEEN ? AND ?"
            " GROUP BY day ORDER BY day"
        )
        rows = db.execute(query, (only.subject, *bounds(dates)))
    return [Day(*row) for row in rows]


def headlines(
    db: Connection,
    day: str,
    window: tuple[int, int],
    only: Mentioning | None,
    counted: Mentioning | None,
) -> list[tuple[int, Headline]]:
    """Return the lines of a day within a window (offset, limit), with the ids of their rows.

    What a search has found in an article counts once.
    """
    offset, limit = window
    values: tuple[object, ...]
    if only is None:
        source = "articles a WHERE a.day = ? ORDER BY a.id LIMIT ? OFFSET ?"
        values = (day, limit, max(0, offset))
    elif isinstance(only, Found):
        source = "json_each(?) o CROSS JOIN articles a ON a.id = o.value ORDER BY o.key"
        values = (json.dumps(only.window(day, offset, limit)),)
    else:
        source = (
            "appearances o JOIN articles a ON a.id = o.article"
            " WHERE o.subject = ? AND o.day = ? ORDER BY o.article LIMIT ? OFFSET ?"
        )
        values = (only.subject, day, limit, max(0, offset))
    hits = "SELECT hits FROM appearances c WHERE c.subject = ? AND c.day = a.day AND c.article = a.id"
    subject = counted.subject if isinstance(counted, Hits) else NONE.subject
    query = (
        f"SELECT a.id, a.digest, a.day, a.date_basis, a.title, a.outlet, coalesce(({hits}), 0) FROM {source}"
    )
    lines = [(id_, Headline(*row)) for id_, *row in db.execute(query, (subject, *values))]
    if isinstance(counted, Found):
        lines = [(id_, replace(line, hits=int(place(day, id_) in counted))) for id_, line in lines]
    return lines


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
    db: Connection, digest: str, dates: DateRange | None, only: Mentioning | None
) -> tuple[str, int] | None:
    """Return (day, offset in the day) of an article, None where the filter hides it."""
    at = _place(db, digest)
    if at is None:
        return None
    day, id_ = at
    first, last = bounds(dates)
    if not first <= day <= last:
        return None
    if only is None:
        query = "SELECT count(*) FROM articles WHERE day = ? AND id < ?"
        return day, int(db.execute(query, (day, id_)).fetchone()[0])
    if isinstance(only, Found):
        offset = only.position(day, id_)
        return None if offset is None else (day, offset)
    query = (
        "SELECT count(*), max(article = ?) FROM appearances WHERE subject = ? AND day = ? AND article <= ?"
    )
    count, included = db.execute(query, (id_, only.subject, day, id_)).fetchone()
    return (day, count - 1) if included else None


def neighbour(
    db: Connection, digest: str, step: int, dates: DateRange | None, mentioning: tuple[Mentioning, ...]
) -> str | None:
    """Return the article so many steps later (earlier: negative) among those of all of mentioning."""
    at = _place(db, digest)
    if at is None or step == 0:
        return digest if at else None
    first, last = bounds(dates)
    at = max(at, (first, -1)) if step > 0 else min(at, (last, sys.maxsize))
    subjects = [m.subject for m in mentioning if isinstance(m, Hits)]
    searches = [m for m in mentioning if isinstance(m, Found)]
    if searches and (not subjects or min(map(len, searches)) <= _FEW):
        rows = _found_beside(db, at, step, searches, subjects)
    else:
        rows = _beside(db, at, step, subjects)
        rows = (row for row in rows if all(place(*row) in found for found in searches))
    inside = itertools.takewhile(lambda row: first <= row[0] <= last, rows)
    row = next(itertools.islice(inside, abs(step) - 1, None), None)
    return row and str(db.execute("SELECT digest FROM articles WHERE id = ?", row[1:]).fetchone()[0])


def _beside(
    db: Connection, at: tuple[str, int], step: int, subjects: Sequence[int]
) -> Iterator[tuple[str, int]]:
    """Return day and row of the articles behind a place, or before it, that mention all subjects."""
    sign, way = (">", "ASC") if step > 0 else ("<", "DESC")
    source, column, values = "articles m", "id", list[object]()
    conditions = []
    if subjects:
        source, column, values = "appearances m", "article", [subjects[0]]
        conditions = ["m.subject = ?"]
    conditions.append(f"(m.day, m.{column}) {sign} (?, ?)")
    values += at
    for subject in subjects[1:]:
        conditions.append(
            "EXISTS (SELECT 1 FROM appearances o"
            f" WHERE o.subject = ? AND o.day = m.day AND o.article = m.{column})"
        )
        values.append(subject)
    query = (
        f"SELECT m.day, m.{column} FROM {source} WHERE {' AND '.join(conditions)}"
        f" ORDER BY m.day {way}, m.{column} {way}"
    )
    return iter(db.execute(query, values))


def _found_beside(
    db: Connection, at: tuple[str, int], step: int, searches: Sequence[Found], subjects: Sequence[int]
) -> Iterator[tuple[str, int]]:
    """Yield day and row of the articles behind a place, or before it, that all searches have found."""
    leading, *others = sorted(searches, key=len)
    query = "SELECT 1 FROM appearances WHERE subject = ? AND day = ? AND article = ?"
    for found in leading.beside(_place_beyond(at, step), step):
        row = day_of(found), found & ROW
        if all(found in other for other in others) and all(
            db.execute(query, (subject, *row)).fetchone() for subject in subjects
        ):
            yield row


def _place_beyond(at: tuple[str, int], step: int) -> int:
    """Return the place of a day and row, of which the row may be before or behind all others of the day."""
    day, row = at
    return place(day, max(0, min(row, ROW))) - (step > 0 and row < 0)


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
