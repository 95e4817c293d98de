"""What the operators of a search mean in a collection, and where in an article what they are about stands."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from dateline.index.find import called, outlets
from dateline.index.order import ROW, reach
from dateline.index.query import Bound, Has, Marked, Named, QueryError, Sum
from dateline.index.word_schema import FACET, OUTLET, SUBJECT
from dateline.text import fold

if TYPE_CHECKING:
    from dateline.index.database import Connection
    from dateline.index.find import Finder
    from dateline.index.query import Money, Operator, Term

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


#: Returns the ids of the articles that have a mark of the reader's: read, note or bookmark.
Marks = Callable[[str], frozenset[str]]


class Meaning(NamedTuple):
    """What an operator means in one collection: one of the first three."""

    facets: tuple[str, ...] | None = None  #: of which an article has one
    reach: tuple[int, int] | None = None  #: between which places it stands
    articles: str | None = None  #: a query for the rows of all such articles, with its values
    values: tuple[object, ...] = ()
    without: bool = False  #: whether that is what articles are not to have; never of a reach
    places: str | None = None  #: a query for (start, end), its first value an article's row
    place_values: tuple[object, ...] = ()
    words: Term | None = None  #: what articles may have in place of that
    unknown: bool = False  #: whether it is about a name that nobody has


def meaning(db: Connection, finder: Finder, marks: Marks, operator: Operator) -> Meaning:
    """Return what an operator means; raises QueryError for a name that could be too many."""
    match operator:
        case Bound():
            return Meaning(reach=_reach(operator))
        case Named(kind=None):
            found = _outlet(db, operator)
        case Named():
            found = _subject(finder, operator)
        case Marked():
            query = "SELECT id AS article FROM articles WHERE digest IN (SELECT value FROM json_each(?))"
            found = Meaning(articles=query, values=(json.dumps(sorted(marks(operator.what))),))
        case Has():
            found = Meaning((FACET + operator.what,), places=_HAVING[operator.what])
        case Sum(words, money):
            found = _either(words, _money(money))
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
    known = outlets(db)
    names = [" " + _plain(fold(outlet)) for outlet in known]
    wanted = _plain(operator.name)
    whole = [index for index, name in enumerate(names) if name.strip() == wanted]
    fitting = [known[index] for index in whole or called(names, wanted)]
    _refuse_many(operator, len(fitting))
    facets = tuple(facet_of(outlet) for outlet in fitting)
    return Meaning(facets, unknown=not fitting)


def facet_of(outlet: str) -> str:
    """Return the facet of the articles of an outlet, whose name need not be one word."""
    return OUTLET + outlet.encode().hex()


def _refuse_many(operator: Named, count: int) -> None:
    if count > _MOST:
        raise QueryError(f"{operator}: {count:,} names have words that begin so; write more of the one meant")


def _plain(name: str) -> str:
    """Return a name without punctuation and article: "the-ledger.example" is "ledger example"."""
    return _PARTS.sub(" ", name).strip().removeprefix("the ")


def _money(operator: Money) -> Meaning:
    """Return the condition that one figure, in its own currency or one that the article states, fits."""
    by_size, values = _fitting(operator)
    # of one article: the plus keeps SQLite from going by the sizes
    here, _ = _fitting(operator, "+", "f.article = ?1 AND ")
    return Meaning(
        articles=" UNION ALL ".join(f"SELECT f.article FROM {lines}" for lines in by_size),
        values=values,
        places=" UNION ALL ".join(f"SELECT f.start, f.end FROM {lines}" for lines in here),
        place_values=values,
    )


def _either(words: Term, sum_: Meaning) -> Meaning:
    """Return the condition that an article has a sum, or the words for it."""
    table = "words" if len(words.words) == 1 else "search"
    articles = f"{sum_.articles} UNION ALL SELECT rowid & {ROW} FROM {table} WHERE {table} MATCH ?"
    return sum_._replace(articles=articles, values=(*sum_.values, words.expression()), words=words)


def _fitting(operator: Money, sign: str = "", first: str = "") -> tuple[list[str], tuple[object, ...]]:
    """Return the lines of figures that fit by amount, upper end or equivalent, with the values of all."""

    def fits(amount: str) -> str:
        return " AND ".join(f"CAST({amount} AS REAL) {way} ?" for way, _ in operator.comparisons)

    sizes = tuple(float(size) for _, size in operator.comparisons)
    currency = f"{sign}f.currency = ? AND " if operator.currency else ""
    lines = [
        f"figures f WHERE {first}{currency}{fits(f'{sign}f.amount')}",
        f"figures f WHERE {first}f.amount_to IS NOT NULL AND {currency}{fits(f'{sign}f.amount_to')}",
    ]
    if not operator.currency:
        return lines, sizes * 2
    equivalent = fits("json_extract(e.value, '$[0]')")
    stated = f"json_extract(e.value, '$[1]') = ? AND {equivalent}"
    lines.append(f"figures f, json_each(f.equivalents) e WHERE {first}f.equivalents <> '[]' AND {stated}")
    return lines, (operator.currency, *sizes) * 3
