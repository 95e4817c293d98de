"""A query as one question to the full-text tables, which answer by date and as far as they are asked.

The table that takes longest to be read through leads, and is read no further than wanted; the others are
asked once for all that they have. A unary plus keeps SQLite from asking them once for each article, which
takes seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

from dateline.index.order import ROW, day_of, place, reach_of
from dateline.index.word_schema import FACET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.index.database import Connection
    from dateline.index.operators import Meaning
    from dateline.index.query import Query, Term
    from dateline.index.rows import DateRange

_ALL = f'"{FACET}all"'
_BEGINNING, _END = 1 / 16, 3 / 4  # of the days: what is frequent has enough for a page before, or behind
_MANY = 5000  # articles with a sum from which on it is quicker to look at each article that comes
_INSIDE = "rowid BETWEEN ? AND ?"
_Values = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """Which articles a query asks for."""

    leading: _Match
    others: tuple[_Match, ...]
    sums: tuple[Meaning, ...]
    reach: tuple[int, int]  #: first and last place

    def places(self, db: Connection, dates: DateRange | None) -> Iterator[int]:
        """Yield the places of its articles in a range, by date, read as they are wanted."""
        values: _Values
        sums = tuple(_quickest(db, meaning, self.leading.table) for meaning in self.sums)
        for reach in self._parts(db, dates, _BEGINNING):
            where, values = self._where(reach, sums)
            query = f"SELECT rowid FROM {self.leading.table} WHERE {where} ORDER BY rowid"
            for (found,) in db.execute(query, values):
                yield found

    def newest(self, db: Connection, dates: DateRange | None, limit: int) -> list[int]:
        """Return the places of its last articles in a range, the newest first."""
        newest: list[int] = []
        sums = tuple(_quickest(db, meaning, self.leading.table) for meaning in self.sums)
        for reach in reversed([*self._parts(db, dates, _END)]):
            where, values = self._where(reach, sums)
            query = f"SELECT rowid FROM {self.leading.table} WHERE {where} ORDER BY rowid DESC LIMIT ?"
            newest += [found for (found,) in db.execute(query, (*values, limit - len(newest)))]
            if len(newest) == limit:
                break
        return newest

    def count(self, db: Connection, dates: DateRange | None) -> int:
        """Return how many articles of a range there are."""
        return cast("int", self.total(db, dates, "count(*)"))

    def total(self, db: Connection, dates: DateRange | None, total: str) -> object:
        """Return what an aggregate function of rowid, in SQL, makes of the places in a range, by date."""
        sums = tuple(_among(meaning, self.leading.table) for meaning in self.sums)
        where, values = self._where(self._within(dates), sums)
        return db.execute(f"SELECT {total} FROM {self.leading.table} WHERE {where}", values).fetchone()[0]

    def _within(self, dates: DateRange | None) -> tuple[int, int]:
        first, last = reach_of(dates)
        return max(first, self.reach[0]), min(last, self.reach[1])

    def _parts(self, db: Connection, dates: DateRange | None, share: float) -> Iterator[tuple[int, int]]:
        """Yield the reach in two parts where other tables are asked for all in one: a share and the rest."""
        first, last = self._within(dates)
        if self.others:
            inside = "FROM days WHERE day BETWEEN ? AND ?"
            ends = day_of(first), day_of(last)
            days = db.execute(f"SELECT count(*) {inside}", ends).fetchone()[0]
            query = f"SELECT day {inside} ORDER BY day LIMIT 1 OFFSET ?"
            for (day,) in db.execute(query, (*ends, int(days * share))):
                yield first, place(day, 0) - 1
                first = place(day, 0)
        yield first, last

    def _where(self, reach: tuple[int, int], sums: Iterable[tuple[str, _Values]]) -> tuple[str, _Values]:
        table = self.leading.table
        asked = [self.leading.own(), *(match.elsewhere(table, reach) for match in self.others), *sums]
        conditions = [condition for condition, _ in asked]
        values = tuple(value for _, values in asked for value in values)
        return " AND ".join((*conditions, _INSIDE)), (*values, *reach)


class _Match(NamedTuple):
    """What is looked for in one full-text table, in FTS5's language; without anything, all."""

    table: str
    wanted: tuple[str, ...] = ()  #: all of these
    unwanted: tuple[str, ...] = ()  #: none of these

    def own(self) -> tuple[str, _Values]:
        """Return the condition on its own lines, with its values; something has to be wanted."""
        wanted = f"({' AND '.join(self.wanted)})"
        asked = f"{wanted} NOT {_any(self.unwanted)}" if self.unwanted else wanted
        return f"{self.table} MATCH ?", (asked,)

    def elsewhere(self, table: str, reach: tuple[int, int]) -> tuple[str, _Values]:
        """Return the condition on the lines of another table within a reach, with its values."""
        among = "IN" if self.wanted else "NOT IN"
        asked = self.own()[1][0] if self.wanted else _any(self.unwanted)
        lines = f"SELECT rowid FROM {self.table} WHERE {self.table} MATCH ? AND {_INSIDE}"
        return f"+{table}.rowid {among} ({lines})", (asked, *reach)


def sought(query: Query, meanings: tuple[Meaning, ...]) -> Sought:
    """Return the question that finds what a query asks for."""
    phrases = _expressions(term for term in query.terms if len(term.words) > 1)
    words = _expressions(term for term in query.terms if len(term.words) == 1)
    facets = _facets(meanings)
    if phrases:  # they take longest; the words that are whole cost nothing more there
        begun = _expressions(term for term in query.terms if len(term.words) == 1 and term.prefix)
        whole = tuple(word for word in words if word not in begun)
        matches = [_Match("search", (*phrases, *whole), _expressions(query.without))]
        matches += [_Match("words", begun), facets]
    else:
        without = _expressions(term for term in query.without if len(term.words) == 1)
        matches = [_Match("words", words, without), facets]
        if not words:
            matches = [facets._replace(wanted=(_ALL, *facets.wanted)), matches[0]]
        matches.append(
            _Match("search", (), _expressions(term for term in query.without if len(term.words) > 1))
        )
    leading, *others = matches
    first, last = reach_of(None)
    for meaning in meanings:
        if meaning.reach is not None:
            first, last = max(first, meaning.reach[0]), min(last, meaning.reach[1])
        elif meaning.facets == () and not meaning.without:
            last = -1
    return Sought(
        leading=leading,
        others=tuple(match for match in others if match.wanted or match.unwanted),
        sums=tuple(meaning for meaning in meanings if meaning.articles),
        reach=(first, last),
    )


def _expressions(terms: Iterable[Term]) -> tuple[str, ...]:
    return tuple(term.expression() for term in terms)


def _facets(meanings: Iterable[Meaning]) -> _Match:
    wanted, unwanted = list[str](), list[str]()
    for meaning in meanings:
        quoted = [f'"{facet}"' for facet in meaning.facets or ()]
        if meaning.without:
            unwanted += quoted
        elif quoted:
            wanted.append(_any(quoted))
    return _Match("facets", tuple(wanted), tuple(unwanted))


def _quickest(db: Connection, meaning: Meaning, table: str) -> tuple[str, _Values]:
    """Return the condition that an article has a sum, in the way that finds some such articles soonest."""
    if meaning.without or meaning.places is None or meaning.words:
        return _among(meaning, table)
    query = f"SELECT count(*) FROM (SELECT 1 FROM ({meaning.articles}) LIMIT {_MANY})"
    count = db.execute(query, meaning.values).fetchone()[0]
    if count < _MANY:
        return _among(meaning, table) if count else ("0", ())
    return f"EXISTS ({meaning.places.replace('?1', f'({table}.rowid & {ROW})')})", meaning.place_values


def _among(meaning: Meaning, table: str) -> tuple[str, _Values]:
    among = "NOT IN" if meaning.without else "IN"
    # with a limit SQLite keeps the order, in which a set of them is made three times as fast
    articles = f"SELECT article FROM ({meaning.articles}) ORDER BY article LIMIT -1"
    return f"({table}.rowid & {ROW}) {among} ({articles})", meaning.values


def _any(expressions: Sequence[str]) -> str:
    return f"({' OR '.join(expressions)})"
