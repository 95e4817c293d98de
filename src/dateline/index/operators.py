"""The operators of a search as conditions on articles, and where in an article what they are about stands."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from dateline.index.find import called
from dateline.index.query import Bound, Has, Named
from dateline.text import fold

if TYPE_CHECKING:
    from dateline.index.database import Connection
    from dateline.index.find import Finder
    from dateline.index.query import Money, Operator

_PARTS = re.compile(r"[\W_]+")
_AMONG = "(SELECT value FROM json_each(?))"
#: Where it stands that an article has something of a kind, as (start, end); a hole for the article.
_HAVING = {
    "pledge": "SELECT cue_start, cue_end FROM pledges WHERE article = {}",
    "sum": "SELECT start, end FROM figures WHERE article = {}",
    "date": "SELECT start, end FROM dates WHERE article = {} AND iso IS NOT NULL",
    "summit": "SELECT start, end FROM mentions WHERE article = {} AND kind = 'summit'",
}
#: Quicker than to look through the mentions of each article.
_WITH_SUMMITS = (
    "a.id IN (SELECT article FROM subjects s JOIN appearances ON subject = s.id WHERE s.kind = 'summit')"
)


class Meaning(NamedTuple):
    """What an operator means in one collection."""

    condition: str  #: on articles a, with its values
    values: tuple[object, ...]
    places: str | None = None  #: a query for (start, end), its first value an article's row
    place_values: tuple[object, ...] = ()
    unknown: bool = False  #: whether it is about a name that nobody has


def meaning(db: Connection, finder: Finder, operator: Operator) -> Meaning:
    """Return what an operator means, its values apart from the SQL."""
    match operator:
        case Named(kind=None):
            found = _outlet(db, operator.name)
        case Named():
            found = _subject(finder, operator)
        case Bound():
            found = Meaning(f"a.day {operator.sign} ?", (operator.day,))
        case Has():
            found = _standing(_HAVING[operator.what])
            if operator.what == "summit":
                found = found._replace(condition=_WITH_SUMMITS)
        case _:
            found = _money(operator)
    if operator.without:
        return Meaning(f"NOT ({found.condition})", found.values, unknown=found.unknown)
    return found


def places(db: Connection, article: int, found: Meaning) -> list[tuple[int, int]]:
    """Return where an article, by its row, has what an operator is about; empty where that stands nowhere."""
    if found.places is None:
        return []
    return [
        (start, end) for start, end in db.execute(found.places, (article, *found.place_values)) if end > start
    ]


def _standing(query: str, values: tuple[object, ...] = ()) -> Meaning:
    return Meaning(f"EXISTS ({query.format('a.id')})", values, query.format("?"), values)


def _subject(finder: Finder, operator: Named) -> Meaning:
    ids = finder.named(operator.name, operator.kind or "")
    among = (json.dumps(ids),)
    return Meaning(
        f"a.id IN (SELECT article FROM appearances WHERE subject IN {_AMONG})",
        among,
        f"SELECT start, end FROM mentions WHERE article = ? AND subject IN {_AMONG}",
        among,
        unknown=not ids,
    )


def _outlet(db: Connection, name: str) -> Meaning:
    """Return the condition that an article is of an outlet whose name is this, else has its words."""
    outlets = [row[0] for row in db.execute("SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL")]
    names = [" " + _plain(fold(outlet)) for outlet in outlets]
    wanted = _plain(name)
    whole = [index for index, known in enumerate(names) if known.strip() == wanted]
    fitting = [outlets[index] for index in whole or called(names, wanted)]
    return Meaning(f"coalesce(a.outlet IN {_AMONG}, 0)", (json.dumps(fitting),), unknown=not fitting)


def _plain(name: str) -> str:
    """Return a name without punctuation and article: "the-ledger.example" is "ledger example"."""
    return _PARTS.sub(" ", name).strip().removeprefix("the ")


def _money(operator: Money) -> Meaning:
    """Return the condition that one figure, in its own currency or one that the article states, fits."""

    def fits(amount: str) -> tuple[str, tuple[object, ...]]:
        tests = " AND ".join(f"CAST({amount} AS REAL) {sign} ?" for sign, _ in operator.comparisons)
        return f"({amount} IS NOT NULL AND {tests})", tuple(float(a) for _, a in operator.comparisons)

    own, own_values = fits("f.amount")
    top, top_values = fits("f.amount_to")
    stated, stated_values = fits("json_extract(e.value, '$[0]')")
    currency = "f.currency = ?" if operator.currency else "1"
    values: tuple[object, ...] = (
        *((operator.currency,) if operator.currency else ()),
        *own_values,
        *top_values,
    )
    alternatives = f"({currency} AND ({own} OR {top}))"
    if operator.currency:
        alternatives += (
            " OR (f.equivalents <> '[]' AND EXISTS (SELECT 1 FROM json_each(f.equivalents) e"
            f" WHERE json_extract(e.value, '$[1]') = ? AND {stated}))"
        )
        values += (operator.currency, *stated_values)
    return _standing(
        f"SELECT f.start, f.end FROM figures f WHERE f.article = {{}} AND ({alternatives})", values
    )
