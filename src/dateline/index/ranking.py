"""Which of the articles that a search finds come first where they are to stand by relevance.

FTS5 weighs them by Okapi BM25 (Robertson and Zaragoza, 2009, Foundations and Trends in Information Retrieval
3), a word of a headline as much as several of a text. Only the newest articles are weighed: what more have
than that says little of any, and to weigh a hundred thousand takes a sixth of a second.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.index.database import Connection
    from dateline.index.query import Query, Term
    from dateline.index.rows import DateRange
    from dateline.index.sought import Sought

MOST = 5000  #: articles that are weighed
_HEADLINE, _TEXT = 8.0, 1.0  # what a word counts in each


def ranked(db: Connection, query: Query, sought: Sought, dates: DateRange | None) -> list[int]:
    """Return the places of the newest `MOST` articles, the best first, of those that are alike the newest."""
    newest = sought.newest(db, dates, MOST)
    terms = [_weighed(db, term, many=len(newest) == MOST) for term in query.terms]
    expressions = [expression for expression in terms if expression]
    if not (newest and expressions):
        return newest
    joint = " AND " if expressions == [term.expression() for term in query.terms] else " OR "
    asked = (
        f"SELECT rowid, bm25(search, {_HEADLINE}, {_TEXT}) FROM search WHERE search MATCH ?"
        " AND rowid BETWEEN ? AND ? AND +rowid IN (SELECT value FROM json_each(?))"
    )
    values = joint.join(expressions), newest[-1], newest[0], json.dumps(newest)
    scores = {place: float(f"{score:.2g}") for place, score in db.execute(asked, values)}  # less is better
    return sorted(newest, key=lambda place: (scores.get(place, 0.0), -place))


def _weighed(db: Connection, term: Term, *, many: bool) -> str:
    """Return what of a term is weighed, in FTS5's language; `many` tells that many articles have it.

    Where `MOST` articles have a word that begins so, whether one has it says little, and to see how often
    takes long: then only the word itself counts, if there is one, else nothing.
    """
    if not term.prefix or len(term.words) > 1:
        return term.expression()
    query = "SELECT count(*) FROM words WHERE words MATCH ?"
    if not many and db.execute(query, (term.expression(),)).fetchone()[0] < MOST:
        return term.expression()
    whole = term._replace(prefix=False).expression()
    known = db.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (whole,)).fetchone()
    return whole if known else ""
