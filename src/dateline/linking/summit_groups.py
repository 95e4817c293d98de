"""The summits of a collection: the reports of single articles grouped, named and numbered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.linking import summits
from dateline.linking.blocks import Numbered
from dateline.linking.gathering_reports import reports
from dateline.linking.groups import Groups
from dateline.linking.register import Register
from dateline.linking.summit_names import first
from dateline.linking.summit_rulings import SummitRulings
from dateline.model import LinkedSummit, Tie

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.linking.gathering_reports import Report
    from dateline.linking.parties import Parties
    from dateline.model import ResolvedDate, Source, Summit

#: Where a report stands among all: the day in the middle of when it was, its article, its number there.
_Place = tuple[int, str, int]


class Summits:
    """The summits of a collection, each known by the place of its first report."""

    def __init__(self, rulings: SummitRulings | None = None) -> None:
        """Take what a reader has said of the summits, which stays so."""
        self._rulings = said = rulings or SummitRulings()
        self.summits: Register[_Place, Summit] = Register()
        self._moved: set[str] = set()
        self._drafts: dict[_Place, Summit] = {}
        self._ids: Numbered[_Place] = Numbered()
        rules = said if said.same or said.different else summits
        bond = said.bond if said.same else None
        self._groups: Groups[_Place, Report] = Groups(rules.keys, rules.compare, rules.may_join, bond)
        self._shown: dict[_Place, str] = {}  #: the id of the summit that each report tells of
        self._places: dict[str, list[_Place]] = {}  #: of the reports of each article, in order

    def show(self, source: Source, date: str, resolved: Sequence[ResolvedDate], parties: Parties) -> None:
        """Take what an article that was written on the date reports now."""
        id_ = source.article.id
        before = {place[2]: self._groups.items[place] for place in self._places.get(id_, ())}
        told = map(self._rulings.dated, reports(source, date, resolved, parties, before))
        found = {(r.middle, id_, r.number): r for r in told}
        for place in self._places.get(id_, ()):
            if place not in found:
                self._drop(place)
        for place, report in found.items():
            known = self._groups.items.get(place)
            if known is not report and known != report:
                self._groups.put(place, report)
                self._moved.add(id_)
        self._places[id_] = list(found)

    def drop(self, article: str) -> None:
        """Forget an article."""
        for place in self._places.pop(article, ()):
            self._drop(place)
        self._moved.discard(article)

    def settle(self) -> None:
        """Group anew what hangs together with reports that are others than before."""
        found = self._groups.settle()
        self._moved |= {article for _, article, _ in self._groups.rescored()}
        for place in found.gone:
            self._forget(place)
        known = set()
        for place in found.changed:
            rows = sorted(self._rows(place), key=lambda row: (row.article, row.number))
            if self._rulings.are_none(rows):
                self._forget(place)
                self._moved |= {row.article for row in rows}
                continue
            known.add(place)
            self._drafts[place], base = self._rulings.described(rows)
            self._ids.put(place, base, first(rows))
        for place in known | self._ids.settle():
            self._know(place, replace(self._drafts[place], id=self._ids.ids[place]))

    def linked(self, article: str) -> tuple[LinkedSummit, ...]:
        """Return the summits that an article reports, with all that is known of them."""
        return tuple(
            LinkedSummit(
                self.summits[self._groups.group_of[place]],
                self._groups.items[place].gathering.mentions,
                tuple(party.id for party in self._groups.items[place].company if party.id is not None),
                self._ties(place),
            )
            for place in self._places.get(article, ())
            if self._groups.group_of[place] in self.summits
        )

    def _ties(self, place: _Place) -> tuple[Tie, ...]:
        """Return what ties a report to those of other articles that are nearest to it."""
        own, items = self._groups.items[place], self._groups.items
        near = (items[other] for other in self._groups.nearest(place))
        return tuple(Tie(other.article, self._rulings.why(own, other)) for other in near)

    def moved(self) -> set[str]:
        """Return the articles whose reports, or ids of summits, have changed since this was asked."""
        moved, self._moved = self._moved, set()
        return moved

    def sharing(self) -> set[str]:
        """Return the articles that report a summit of which something else is known."""
        return {row.article for place in self.summits.changed() for row in self._rows(place)}

    def _forget(self, place: _Place) -> None:
        if self._drafts.pop(place, None) is not None:
            self._ids.drop(place)
            self._know(place, None)

    def _know(self, place: _Place, summit: Summit | None) -> None:
        self.summits.know(place, summit)
        if summit is not None:
            for member in self._groups.members[place]:
                if self._shown.get(member) != summit.id:
                    self._shown[member] = summit.id
                    self._moved.add(member[1])

    def _drop(self, place: _Place) -> None:
        self._groups.drop(place)
        self._shown.pop(place, None)
        self._moved.add(place[1])

    def _rows(self, place: _Place) -> list[Report]:
        return [self._groups.items[member] for member in self._groups.members.get(place, ())]
