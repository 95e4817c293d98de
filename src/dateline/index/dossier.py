"""All there is on one actor or summit, gathered from the tables; quick however often it is mentioned.

What would take a look into each of its articles (with whom it is mentioned, which sums stand beside it) is
counted in so many of them at most, spread evenly over its time.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from math import log
from typing import TYPE_CHECKING, NamedTuple, cast

from dateline.index import labels, summits, word_tables
from dateline.index.dossier_rows import Companion, Dossier, RoleRow
from dateline.index.find import outlets
from dateline.index.operators import facet_of
from dateline.index.order import reach_of
from dateline.index.rows import Day
from dateline.index.timeline import bounds
from dateline.index.word_schema import SUBJECT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.index.database import Connection
    from dateline.index.dossier_rows import RoleKind
    from dateline.index.rows import DateRange, Selection

SAMPLE = 400  #: articles in which those who are mentioned with it are counted
_MOST_SUMMITS = 100
_MOST_COMPANIONS = 24
_MOST_FIGURES = 12
_MOST_ROLES = 24
_KINDS = ("office", "former", "phrase")


def of_subject(db: Connection, selection: Selection, dates: DateRange | None) -> Dossier | None:
    """Return the dossier of an actor or summit; None for what the collection does not know."""
    query = "SELECT id, label, date, articles FROM subjects WHERE kind = ? AND key = ?"
    row = db.execute(query, (selection.kind, selection.id)).fetchone()
    if row is None:
        return None
    id_, label, date, articles = row
    days, mentions = _days(db, id_, dates)
    inside = sum(day.count for day in days)
    sample = _sample(db, id_, days)
    callings = _callings(db, id_, dates)
    ever = callings if dates is None else _callings(db, id_, None)
    is_summit = selection.kind == "summit"
    summit = summits.rows_of(db, [selection.id]) if is_summit else []
    return Dossier(
        selection=labels.selection(selection.kind, selection.id, label, date),
        articles=inside,
        hidden=articles - inside,
        mentions=mentions,
        outlets=_outlets(db, id_, dates),
        days=tuple(days),
        names=_names(db, id_, label, ever),
        roles=_roles(db, id_, callings, dates),
        summit=summit[0] if summit else None,
        summits=() if is_summit else tuple(summits.attended(db, id_, _MOST_SUMMITS)),
        companions=_companions(db, id_, sample, whole=inside <= len(sample)),
        figures=_figures(db, id_, sample),
        sampled=len(sample),
    )


def _days(db: Connection, subject: int, dates: DateRange | None) -> tuple[list[Day], int]:
    """Return the days with articles that mention it, and all its mentions."""
    query = (
        "SELECT day, count(*), sum(hits) FROM appearances WHERE subject = ? AND day BETWEEN ? AND ?"
        " GROUP BY day ORDER BY day"
    )
    rows = db.execute(query, (subject, *bounds(dates))).fetchall()
    return [Day(day, count) for day, count, _ in rows], sum(hits for _, _, hits in rows)


def _outlets(db: Connection, subject: int, dates: DateRange | None) -> int:
    """Return how many outlets have articles that mention it: for each its first such article is enough."""
    if word_tables.unfilled(db):
        query = (
            "SELECT count(DISTINCT outlet) FROM appearances h CROSS JOIN articles INDEXED BY lines"
            " ON id = article WHERE subject = ? AND h.day BETWEEN ? AND ?"
        )
        return int(db.execute(query, (subject, *bounds(dates))).fetchone()[0])
    query = "SELECT 1 FROM facets WHERE facets MATCH ? AND rowid BETWEEN ? AND ? LIMIT 1"
    asked = (f'"{SUBJECT}{subject}" AND "{facet_of(outlet)}"' for outlet in outlets(db))
    return sum(db.execute(query, (each, *reach_of(dates))).fetchone() is not None for each in asked)


def _names(db: Connection, subject: int, label: str, callings: Sequence[_Calling]) -> tuple[str, ...]:
    """Return the variants of a name, the longest first; offices, which are found by too, are none."""
    offices = set[str]()
    for kind, title, place, _ in callings:
        former = "former " * (kind == "former")
        if kind != "phrase":
            offices |= {former + title, f"{former}{place} {title}"}
    query = "SELECT name FROM names WHERE subject = ? AND name != ? ORDER BY length(name) DESC, name"
    return tuple(name for (name,) in db.execute(query, (subject, label)) if name not in offices)


class _Calling(NamedTuple):
    """An office or phrase as the tables have it, with how many articles give it."""

    kind: str
    title: str
    place: str
    articles: int


def _callings(db: Connection, subject: int, dates: DateRange | None) -> list[_Calling]:
    """Return all that articles call it, as they do."""
    query = (
        "SELECT kind, title, place, count(*) FROM roles WHERE subject = ? AND day BETWEEN ? AND ?"
        " GROUP BY kind, title, place"
    )
    return [_Calling(*row) for row in db.execute(query, (subject, *bounds(dates)))]


def _roles(
    db: Connection, subject: int, callings: Sequence[_Calling], dates: DateRange | None
) -> tuple[RoleRow, ...]:
    """Return offices and phrases with the days between which articles give them.

    Those that differ in case are one, and so is an office told with and without its country or body.
    """
    grouped: dict[tuple[str, str, str], list[_Calling]] = {}
    for calling in sorted(callings, key=lambda c: (_KINDS.index(c.kind), not c.place, -c.articles, c.title)):
        key = calling.kind, calling.title.lower(), calling.place
        full = next((k for k in grouped if k[:2] == key[:2]), key) if not calling.place else key
        grouped.setdefault(full, []).append(calling)
    ordered = sorted(grouped.values(), key=lambda same: (_KINDS.index(same[0].kind), -_articles(same)))
    return tuple(_role(db, subject, same, dates) for same in ordered[:_MOST_ROLES])


def _articles(same: Sequence[_Calling]) -> int:
    return sum(calling.articles for calling in same)


def _role(db: Connection, subject: int, same: Sequence[_Calling], dates: DateRange | None) -> RoleRow:
    ends = []
    for calling in same:
        ends += [_end(db, subject, calling, dates, way) for way in ("ASC", "DESC")]
    first, article, start = min(ends)
    digest = db.execute("SELECT digest FROM articles WHERE id = ?", (article,)).fetchone()[0]
    kind, title, place, _ = same[0]
    country = db.execute("SELECT label FROM subjects WHERE kind = 'country' AND key = ?", (place,)).fetchone()
    words = ", ".join(part for part in (title, country[0] if country else place) if part)
    return RoleRow(words, cast("RoleKind", kind), first, max(ends)[0], _articles(same), digest, start)


def _end(
    db: Connection, subject: int, calling: _Calling, dates: DateRange | None, way: str
) -> tuple[str, int, int]:
    """Return (day, article, offset) where a calling is first given, or last."""
    query = (
        "SELECT day, article, start FROM roles WHERE subject = ? AND kind = ? AND title = ? AND place = ?"
        f" AND day BETWEEN ? AND ? ORDER BY day {way}, article {way} LIMIT 1"
    )
    row: tuple[str, int, int] = db.execute(query, (subject, *calling[:3], *bounds(dates))).fetchone()
    return row


def _sample(db: Connection, subject: int, days: Sequence[Day]) -> list[int]:
    """Return the articles of the days that mention it, or so many of them spread evenly over its time."""
    total = sum(day.count for day in days)
    if total <= SAMPLE:
        query = (
            "SELECT article FROM appearances WHERE subject = ? AND day BETWEEN ? AND ? ORDER BY day, article"
        )
        ends = (days[0].date, days[-1].date) if days else ("", "")
        return [article for (article,) in db.execute(query, (subject, *ends))]
    query = "SELECT article FROM appearances WHERE subject = ? AND day = ? ORDER BY article LIMIT 1 OFFSET ?"
    wanted = iter([number * total // SAMPLE for number in range(SAMPLE)])
    number, before, sample = next(wanted), 0, list[int]()
    for day in days:  # a seek for each: to read them all would take longer than all else
        while number < before + day.count:
            sample.append(db.execute(query, (subject, day.date, number - before)).fetchone()[0])
            number = next(wanted, total)
        before += day.count
    return sample


def _companions(db: Connection, subject: int, sample: Sequence[int], *, whole: bool) -> tuple[Companion, ...]:
    """Return the actors of the sampled articles, those first who are there more than elsewhere.

    The weight is tf-idf's: articles in common times the logarithm of how rare the actor is in the collection
    (Spärck Jones, 1972, Journal of Documentation 28).
    """
    total = db.execute("SELECT coalesce(sum(articles), 0) FROM days").fetchone()[0]
    query = (
        "SELECT s.kind, s.key, s.label, common, s.articles FROM"
        " (SELECT m.subject AS subject, count(DISTINCT m.article) AS common"
        " FROM json_each(?) a CROSS JOIN mentions m ON m.article = a.value GROUP BY m.subject)"
        " JOIN subjects s ON s.id = subject WHERE s.kind IN ('person', 'country', 'organization')"
        " AND s.id != ? AND common >= ?"
    )
    rows = db.execute(query, (json.dumps(sample), subject, 1 if whole else 2)).fetchall()
    rows.sort(key=lambda row: (-row[3] * log(1 + total / max(1, row[4])), row[2]))
    return tuple(
        Companion(labels.selection(kind, key, label, None), common, articles)
        for kind, key, label, common, articles in rows[:_MOST_COMPANIONS]
    )


def _figures(db: Connection, subject: int, sample: Sequence[int]) -> tuple[Companion, ...]:
    """Return the claims of sums that stand in its sentences, those of most articles first."""
    places: dict[int, set[int]] = {}
    told = "SELECT start, subject FROM figures WHERE article = ?"
    named = "SELECT start FROM mentions WHERE article = ? AND subject = ?"
    for article in sample:
        figures = db.execute(told, (article,)).fetchall()
        if not figures:
            continue
        starts = _sentence_starts(db, article)
        sentences = {bisect_right(starts, start) for (start,) in db.execute(named, (article, subject))}
        for start, claim in figures:
            if bisect_right(starts, start) in sentences:
                places.setdefault(claim, set()).add(article)
    chosen = sorted(places, key=lambda claim: (-len(places[claim]), claim))[:_MOST_FIGURES]
    query = "SELECT kind, key, label, articles FROM subjects WHERE id = ?"
    found = []
    for claim in chosen:
        kind, key, label, articles = db.execute(query, (claim,)).fetchone()
        found.append(Companion(labels.selection(kind, key, label, None), len(places[claim]), articles))
    return tuple(found)


def _sentence_starts(db: Connection, article: int) -> list[int]:
    row = db.execute("SELECT sentences FROM texts WHERE id = ?", (article,)).fetchone()
    return cast("list[int]", json.loads(row[0])[::2]) if row else []
