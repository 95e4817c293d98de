"""What the operators of a search mean in a collection, and where in an article what they are about stands."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from dateline.index.find import called
from dateline.index.order import reach
from dateline.index.query import Bound, Has, Named, QueryError
from dateline.index.word_schema import FACET, OUTLET, SUBJECT
from dateline.text import fold

if TYPE_CHECKING:
    from dateline.index.database import Connection
    from dateline.index.find import Finder
    from dateline.index.query import Money, Operator

_PARTS = re.compile(r"[\W_]+")
_AMONG = "(SELECT value FROM json_each(?))"
_MOST = 50  # names that one operator may stand for
#: Where it stands that an article, by its row, has something of a kind, as (start, end).
_HAVING = {
    "pledge": "SELECT cue_start, cue_end FROM pledges WHERE article = ?",
    "sum": "SELECT start, end FROM figures WHERE article = ?",
    "date": "SELECT start, end FROM dates WHERE article = ? AND iso IS NOT NULL",
    "summit": "SELECT start, end FROM mentions WHERE article = ? AND kind = 'summit'",
}


class Meaning(NamedTuple):
    """What an operator means in one collection: one of the first three."""

    facets: tuple[str, ...] | None = None  #: of which an article has one
    reach: tuple[int, int] | None = None  #: between which places it stands
    articles: str | None = None  #: a query for the rows of all such articles, with its values
    values: tuple[object, ...] = ()
    without: bool = False  #: whether that is what articles are not to have; never of a reach
    places: str | None = None  #: a query for (start, end), its first value an article's row
    place_values: tuple[object, ...] = ()
    unknown: bool = False  #: whether it is about a name that nobody has


def meaning(db: Connection, finder: Finder, operator: Operator) -> Meaning:
    """Return what an operator means; raises QueryError for a name that could be too many."""
    match operator:
        case Bound():
            return Meaning(reach=_reach(operator))
        case Named(kind=None):
            found = _outlet(db, operator)
        case Named():
            found = _subject(finder, operator)
        case Has():
            found = Meaning((FACET + operator.what,), places=_HAVING[operator.what])
        case _:
            found = _money(operator)
    return found._replace(places=None, without=True) if operator.without else found


def _reach(bound: Bound) -> tuple[int, int]:
    """Return the first and the last place within reach; of a bound that is negated, those beyond it."""
    whole = reach("", "~")
    if bound.sign == ">=":
        first = reach(bound.day, "~")[0]
        return (whole[0], first - 1) if bound.without else (first, whole[1])
    last = reach("", bound.day)[1]
    return (last + 1, whole[1]) if bound.without else (whole[0], last)


def places(db: Connection, article: int, found: Meaning) -> list[tuple[int, int]]:
    """Return where an article, by its row, has what an operator is about; empty where that stands nowhere."""
    if found.places is None:
        return []
    return [
        (start, end) for start, end in db.execute(found.places, (article, *found.place_values)) if end > start
    ]


def _subject(finder: Finder, operator: Named) -> Meaning:
    ids = finder.named(operator.name, operator.kind or "")
    _refuse_many(operator, len(ids))
    return Meaning(
        tuple(f"{SUBJECT}{id_}" for id_ in ids),
        places=f"SELECT start, end FROM mentions WHERE article = ? AND subject IN {_AMONG}",
        place_values=(json.dumps(ids),),
        unknown=not ids,
    )


def _outlet(db: Connection, operator: Named) -> Meaning:
    """Return the condition that an article is of an outlet whose name is this, else has its words."""
    outlets = [row[0] for row in db.execute("SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL")]
    names = [" " + _plain(fold(outlet)) for outlet in outlets]
    wanted = _plain(operator.name)
    whole = [index for index, known in enumerate(names) if known.strip() == wanted]
    fitting = [outlets[index] for index in whole or called(names, wanted)]
    _refuse_many(operator, len(fitting))
    facets = tuple(OUTLET + outlet.encode().hex() for outlet in fitting)
    return Meaning(facets, unknown=not fitting)


def _refuse_many(operator: Named, count: int) -> None:
    if count > _MOST:
        raise QueryError(f"{operator}: {count:,} names have words that begin so; write more of the one meant")


def _plain(name: str) -> str:
    """Return a name without punctuation and article: "the-ledger.example" is "ledger example"."""
    return _PARTS.sub(" ", name).strip().removeprefix("the ")


def _money(operator: Money) -> Meaning:
    """Return the condition that one figure, in its own currency or one that the article states, fits."""
    own, own_values = _fits("f.amount", operator)
    top, top_values = _fits("f.amount_to", operator)
    stated, stated_values = _fits("json_extract(e.value, '$[0]')", operator)
    currency = "f.currency = ?" if operator.currency else "1"
    code = (operator.currency,) if operator.currency else ()
    asked = [
        ("figures f", f"{currency} AND {own}", (*code, *own_values)),
        ("figures f", f"f.amount_to IS NOT NULL AND {currency} AND {top}", (*code, *top_values)),
    ]
    if operator.currency:
        condition = f"f.equivalents <> '[]' AND json_extract(e.value, '$[1]') = ? AND {stated}"
        asked.append(("figures f, json_each(f.equivalents) e", condition, (*code, *stated_values)))
    values = tuple(value for _, _, values in asked for value in values)
    spots = " UNION ".join(
        f"SELECT f.start, f.end FROM {t} WHERE f.article = ?1 AND {c}" for t, c, _ in asked
    )
    return Meaning(
        articles=" UNION ALL ".join(f"SELECT f.article FROM {t} WHERE {c}" for t, c, _ in asked),
        values=values,
        places=spots,
        place_values=values,
    )


def _fits(amount: str, operator: Money) -> tuple[str, tuple[float, ...]]:
    tests = " AND ".join(f"CAST({amount} AS REAL) {sign} ?" for sign, _ in operator.comparisons)
    return f"({tests})", tuple(float(value) for _, value in operator.comparisons)
