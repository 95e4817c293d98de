"""A query as one question to the full-text tables, which answer by date and as far as they are asked.

The table that takes longest to be read through leads, and is read no further than wanted; the others are
asked once for all that they have. A unary plus keeps SQLite from asking them once for each article, which
takes seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dateline.index.order import ROW, reach_of
from dateline.index.word_schema import FACET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.index.database import Connection
    from dateline.index.operators import Meaning
    from dateline.index.query import Query
    from dateline.index.rows import DateRange

_ALL = f'"{FACET}all"'


@dataclass(frozen=True, slots=True)
class Sought:
    """Which articles a query asks for, as SQL."""

    table: str  #: that leads
    conditions: tuple[str, ...]  #: on its lines, with their values
    values: tuple[object, ...]
    first: int  #: place
    last: int

    def places(
        self, db: Connection, dates: DateRange | None, *, newest_first: bool = False, limit: int = -1
    ) -> Iterator[tuple[int]]:
        """Return the places of its articles, read as they are wanted; a negative limit stands for all."""
        where, values = self._where(dates)
        way = "DESC" if newest_first else "ASC"
        query = f"SELECT rowid FROM {self.table} WHERE {where} ORDER BY rowid {way} LIMIT ?"
        return iter(db.execute(query, (*values, limit)))

    def count(self, db: Connection, dates: DateRange | None) -> int:
        """Return how many articles there are."""
        where, values = self._where(dates)
        return int(db.execute(f"SELECT count(*) FROM {self.table} WHERE {where}", values).fetchone()[0])

    def _where(self, dates: DateRange | None) -> tuple[str, tuple[object, ...]]:
        first, last = reach_of(dates)
        reach = max(first, self.first), min(last, self.last)
        return " AND ".join((*self.conditions, "rowid BETWEEN ? AND ?")), (*self.values, *reach)


class _Match(NamedTuple):
    """What is looked for in one full-text table, in FTS5's language."""

    table: str
    wanted: Sequence[str]  #: all of these
    unwanted: Sequence[str]  #: none of these

    def leading(self) -> tuple[str, str]:
        """Return the condition on its own lines, with its value."""
        wanted = f"({' AND '.join(self.wanted)})"
        return f"{self.table} MATCH ?", f"{wanted} NOT {_any(self.unwanted)}" if self.unwanted else wanted

    def following(self, table: str) -> tuple[str, str] | None:
        """Return the condition on the lines of another table, None where all fulfil it."""
        if not (self.wanted or self.unwanted):
            return None
        among = "IN" if self.wanted else "NOT IN"
        value = self.leading()[1] if self.wanted else _any(self.unwanted)
        return f"+{table}.rowid {among} (SELECT rowid FROM {self.table} WHERE {self.table} MATCH ?)", value


def sought(query: Query, meanings: Iterable[Meaning]) -> Sought:
    """Return the question that finds what a query asks for."""
    meanings = tuple(meanings)
    phrases = [term.expression() for term in query.terms if len(term.words) > 1]
    words = [term.expression() for term in query.terms if len(term.words) == 1]
    whole = [term.expression() for term in query.terms if len(term.words) == 1 and not term.prefix]
    facets = _facets(meanings)
    unwanted = [term.expression() for term in query.without]
    phrases_unwanted = [term.expression() for term in query.without if len(term.words) > 1]
    words_unwanted = [term.expression() for term in query.without if len(term.words) == 1]
    if phrases:  # they take longest; the words that are whole cost nothing more there
        begun = [word for word in words if word not in whole]
        matches = [_Match("search", [*phrases, *whole], unwanted), _Match("words", begun, ()), facets]
    else:
        rest = _Match("search", (), phrases_unwanted)
        matches = [_Match("words", words, words_unwanted), facets, rest]
        if not words:
            matches = [facets._replace(wanted=[_ALL, *facets.wanted]), matches[0], rest]
    return _together(matches, meanings)


def _facets(meanings: Iterable[Meaning]) -> _Match:
    wanted, unwanted = [], []
    for meaning in meanings:
        if meaning.facets is not None:
            quoted = [f'"{facet}"' for facet in meaning.facets]
            if meaning.without:
                unwanted += quoted
            elif quoted:
                wanted.append(_any(quoted))
    return _Match("facets", wanted, unwanted)


def _together(matches: Sequence[_Match], meanings: Sequence[Meaning]) -> Sought:
    leading, *others = matches
    table = leading.table
    matched = [leading.leading(), *(following for match in others if (following := match.following(table)))]
    asked: list[tuple[str, tuple[object, ...]]] = [(condition, (value,)) for condition, value in matched]
    first, last = reach_of(None)
    for meaning in meanings:
        if meaning.facets == () and not meaning.without:
            asked.append(("0", ()))
        if meaning.reach is not None:
            first, last = max(first, meaning.reach[0]), min(last, meaning.reach[1])
        if meaning.articles:
            among = "NOT IN" if meaning.without else "IN"
            asked.append((f"({table}.rowid & {ROW}) {among} ({meaning.articles})", meaning.values))
    conditions = tuple(condition for condition, _ in asked)
    return Sought(table, conditions, tuple(v for _, values in asked for v in values), first, last)


def _any(expressions: Sequence[str]) -> str:
    return f"({' OR '.join(expressions)})"
