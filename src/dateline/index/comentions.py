"""Who is mentioned together: the actors of most articles, how often each two of them meet, and where."""

from __future__ import annotations

import json
from itertools import combinations
from typing import TYPE_CHECKING

from dateline.index import labels
from dateline.index.dossier_rows import Comentions, Companion, Tie
from dateline.index.evidence import of_articles_named
from dateline.index.timeline import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.index.database import Connection
    from dateline.index.rows import DateRange, Evidence, Selection, SelectionKind

ACTORS: tuple[SelectionKind, ...] = ("person", "country", "organization")
_MOST_ARTICLES = 20_000  # of one actor, the newest, in which its ties are counted
_LOOKED_AT = 40  # articles in common that are searched for sentences with both


def comentions(
    db: Connection,
    dates: DateRange | None,
    *,
    kinds: Sequence[SelectionKind] = ACTORS,
    focus: Selection | None = None,
    limit: int = 24,
) -> Comentions:
    """Return the actors of most articles in the dates with their ties; with a focus, it and its company."""
    chosen = _most_mentioned(db, dates, kinds, limit if focus is None else 4 * limit)
    if focus is not None and (id_ := _id(db, focus)) is not None:
        chosen = [id_, *(c for c in chosen if c != id_)]
    articles = {subject: set(_articles(db, subject, dates)) for subject in chosen}
    if focus is not None and chosen:
        own = articles[chosen[0]]
        company = sorted(chosen[1:], key=lambda s: -len(own & articles[s]))
        chosen = [chosen[0], *company[: limit - 1]]
    ties = [
        Tie(i, k, together)
        for (i, one), (k, other) in combinations(enumerate(chosen), 2)
        if (together := len(articles[one] & articles[other]))
    ]
    known = {row[0]: row[1:] for row in _subjects(db, chosen)}
    actors = tuple(
        Companion(labels.selection(*known[s][:3], None), len(articles[s]), known[s][3]) for s in chosen
    )
    return Comentions(actors, tuple(ties))


def together(
    db: Connection, one: Selection, other: Selection, dates: DateRange | None, limit: int
) -> list[Evidence]:
    """Return the sentences that mention two actors both, those of the newest articles first.

    Where there are none: the first sentence of each in the newest article that mentions both.
    """
    ids = _id(db, one), _id(db, other)
    if ids[0] is None or ids[1] is None:
        return []
    others = set(_articles(db, ids[1], dates))
    common = [article for article in _articles(db, ids[0], dates) if article in others]
    found: list[Evidence] = []
    apart: list[Evidence] = []
    for article in common[:_LOOKED_AT]:
        sentences = of_articles_named(db, article, ids)  # type: ignore[arg-type]  # neither is None
        both = [evidence for evidence, subjects in sentences if len(subjects) == 2]
        found += both
        if not apart and not both:
            first = {s: n for n, (_, subjects) in reversed([*enumerate(sentences)]) for s in subjects}
            apart = [sentences[n][0] for n in sorted(set(first.values()))]
        if len(found) >= limit:
            break
    return found[:limit] or apart[:limit]


def _most_mentioned(
    db: Connection, dates: DateRange | None, kinds: Sequence[SelectionKind], limit: int
) -> list[int]:
    wanted = json.dumps(list(kinds))
    if dates is None:
        query = (
            "SELECT id FROM subjects WHERE kind IN (SELECT value FROM json_each(?))"
            " ORDER BY articles DESC, key LIMIT ?"
        )
        return [id_ for (id_,) in db.execute(query, (wanted, limit))]
    query = (
        "SELECT subject FROM appearances p JOIN subjects s ON s.id = p.subject"
        " WHERE s.kind IN (SELECT value FROM json_each(?)) AND p.day BETWEEN ? AND ?"
        " GROUP BY subject ORDER BY count(*) DESC, s.key LIMIT ?"
    )
    return [id_ for (id_,) in db.execute(query, (wanted, *bounds(dates), limit))]


def _articles(db: Connection, subject: int, dates: DateRange | None) -> list[int]:
    """Return the articles that mention a subject, the newest first."""
    query = (
        "SELECT article FROM appearances WHERE subject = ? AND day BETWEEN ? AND ?"
        " ORDER BY day DESC, article DESC LIMIT ?"
    )
    return [id_ for (id_,) in db.execute(query, (subject, *bounds(dates), _MOST_ARTICLES))]


def _subjects(db: Connection, ids: Iterable[int]) -> list[tuple[int, str, str, str, int]]:
    query = "SELECT id, kind, key, label, articles FROM subjects WHERE id IN (SELECT value FROM json_each(?))"
    return db.execute(query, (json.dumps(list(ids)),)).fetchall()


def _id(db: Connection, selection: Selection) -> int | None:
    query = "SELECT id FROM subjects WHERE kind = ? AND key = ?"
    row = db.execute(query, (selection.kind, selection.id)).fetchone()
    return int(row[0]) if row else None
