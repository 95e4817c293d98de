"""What rulings say of gatherings: which reports are of one summit, which are not, its name and its date."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import networkx as nx

from dateline.linking import summits
from dateline.linking.periods import period
from dateline.linking.summit_names import describe

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from dateline.linking.gathering_reports import Report
    from dateline.linking.rulings import Item, Rulings
    from dateline.model import Extraction, Sign, Summit

#: Where a gathering is in the texts: an article and the start of its first mention there.
Spot = tuple[str, int]

#: What reports of one summit by a ruling reach, and by what those lose that are parted from others.
_RULED = 1000.0


@dataclass(frozen=True, slots=True)
class SummitRulings:
    """Rulings on summits, by the gatherings of single articles that they quote."""

    same: Mapping[Spot, Spot] = field(default_factory=dict)  #: the first of those that are one with each
    different: frozenset[tuple[Spot, Spot]] = frozenset()  #: of the first ones, both ways
    leaving: frozenset[Spot] = frozenset()  #: those that are parted from what others are joined with
    dates: Mapping[Spot, str] = field(default_factory=dict)
    names: Mapping[Spot, str] = field(default_factory=dict)
    none: frozenset[Spot] = frozenset()  #: no gatherings at all

    def keys(self, report: Report) -> Iterator[Hashable]:
        """Yield what another report of the same summit is likely to share, or shares by a ruling."""
        yield from summits.keys(report)
        if (home := self._home(report)) in self.same:
            yield "ruled", home

    def compare(self, one: Report, two: Report) -> tuple[Sign, float] | None:
        """Return what speaks for two reports being of one summit, a ruling more than all else."""
        if self._are_one(one, two):
            return "=", _RULED
        if not self.may_join(one, two):
            return None
        tie = summits.compare(one, two)
        left = {_spot(one), _spot(two)} & self.leaving
        return (tie[0], tie[1] / _RULED) if tie is not None and left else tie

    def may_join(self, one: Report, two: Report) -> bool:
        """Tell whether nothing contradicts that the two are one."""
        return (self._home(one), self._home(two)) not in self.different and summits.may_join(one, two)

    def why(self, one: Report, two: Report) -> tuple[str, ...]:
        """Return what speaks for two reports being of one summit, the weightiest first."""
        said = ("as you have judged",) if self._are_one(one, two) else ()
        return (*said, *summits.why(one, two))

    def bond(self, report: Report) -> Spot | None:
        """Return what reports of one summit by a ruling have in common; their groups are one."""
        return self.same.get(_spot(report))

    def dated(self, report: Report) -> Report:
        """Return a report with the date that a ruling gives its summit."""
        date = self.dates.get(_spot(report))
        when = period(date) if date is not None else None
        return report if when is None else replace(report, date=date, when=when)

    def are_none(self, rows: Sequence[Report]) -> bool:
        """Tell whether a ruling says of one of a summit's reports that it is of no summit."""
        return not self.none.isdisjoint(map(_spot, rows))

    def described(self, rows: Sequence[Report]) -> tuple[Summit, str]:
        """Return the summit that reports tell of, as rulings have it, and what its id is made of."""
        spots = sorted(map(_spot, rows))
        date = next((self.dates[spot] for spot in spots if spot in self.dates), None)
        name = next((self.names[spot] for spot in spots if spot in self.names), None)
        if date is not None:
            rows = [replace(row, date=date) for row in rows]
        summit = describe(rows)
        return replace(summit, name=name or summit.name), summit.id

    def _home(self, report: Report) -> Spot:
        spot = _spot(report)
        return self.same.get(spot, spot)

    def _are_one(self, one: Report, two: Report) -> bool:
        return self._home(one) in self.same and self._home(one) == self._home(two)


def summit_rulings(said: Rulings, extractions: Mapping[str, Extraction]) -> SummitRulings:
    """Return what rulings say of the gatherings of the extractions, which are given by Article.id."""

    def spot(item: Item) -> Spot:
        return item.article, extractions[item.article].gatherings[item.number].mentions[0].start

    def are_gatherings(pair: tuple[Item, Item]) -> bool:
        return pair[0].kind == pair[1].kind == "gathering"

    one: nx.Graph[Spot] = nx.Graph()
    one.add_edges_from(tuple(map(spot, pair)) for pair in said.same if are_gatherings(pair))
    same = {member: min(part) for part in nx.connected_components(one) for member in part}
    different: set[tuple[Spot, Spot]] = set()
    leaving: set[Spot] = set()
    for pair in filter(are_gatherings, said.different):
        first, second = (same.get(spot(item), spot(item)) for item in pair)
        if first != second:
            different |= {(first, second), (second, first)}
            leaving.add(spot(pair[0]))
    return SummitRulings(
        same,
        frozenset(different),
        frozenset(leaving),
        {spot(item): date for item, date in said.date.items()},
        {spot(item): name for item, name in said.name.items() if item.kind == "gathering"},
        frozenset(spot(item) for item in said.nature if item.kind == "gathering"),
    )


def _spot(report: Report) -> Spot:
    return report.article, report.gathering.mentions[0].start
