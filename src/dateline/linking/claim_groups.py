"""The claims of a collection: figures, or pledges, grouped by what they have in common."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

from dateline.linking.blocks import Numbered
from dateline.linking.claim_items import Item, Neighbour
from dateline.linking.groups import Groups
from dateline.linking.register import Register
from dateline.model import Tie

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.linking.claim_items import Rules
    from dateline.model import Claim, Sign

I = TypeVar("I", bound=Item)  # noqa: E741 - an item
#: Where an item stands among all: its article's date and id, and its number there.
Place = tuple[str, str, int]
_Tie = tuple[Place, Place, "Sign"]  #: two items, in order, and how they are tied


class ClaimGroups(Generic[I]):
    """Claims of one kind, each known by the place of its first item."""

    def __init__(self, rules: Rules[I], copies: Mapping[str, str]) -> None:
        """Take how items become claims, and of each copy the first article that has its text."""
        self.claims: Register[Place, Claim] = Register()
        self._moved: set[str] = set()
        self._rules = rules
        self._copies = copies
        self._groups: Groups[Place, I] = Groups(rules.keys, rules.compare, rules.may_join)
        self._ids: Numbered[Place] = Numbered()
        self._shown: dict[Place, str] = {}  #: the id of each one's claim
        self._places: dict[str, list[Place]] = {}  #: of the items of each article, in order
        self._bonds: dict[Place, dict[Place, list[_Tie]]] = {}  #: what ties each claim to others
        self._stale: set[Place] = set()

    def show(self, article: str, items: Sequence[I]) -> None:
        """Take the figures or pledges of an article as they are now."""
        found = {item.place: item for item in items}
        for place in self._places.get(article, ()):
            if place not in found:
                self._drop(place)
        for place, item in found.items():
            known = self._groups.items.get(place)
            if known is not item and known != item:
                self._groups.put(place, item)
                self._moved.add(article)
        self._places[article] = list(found)

    def of(self, article: str) -> list[I]:
        """Return the figures or pledges of an article, none of one that is not known."""
        return [self._groups.items[place] for place in self._places.get(article, ())]

    def drop(self, article: str) -> None:
        """Forget an article."""
        self.show(article, ())
        del self._places[article]
        self._moved.discard(article)

    def recount(self, articles: Iterable[str]) -> None:
        """Take note of articles that are copies of others than before."""
        for article in articles:
            self._stale.update(self._places.get(article, ()))

    def settle(self) -> None:
        """Group anew what hangs together with items that are others than before."""
        found = self._groups.settle()
        self._moved |= {article for _, article, _ in self._groups.rescored()}
        for group in found.gone:
            self._ids.drop(group)
            self._know(group, None)
        for group in found.changed:
            self._ids.put(group, self._rules.base_id(self._rows(group)), group)
        renamed = found.changed | self._ids.settle()
        stale = renamed | {self._groups.group_of[p] for p in self._stale if p in self._groups.group_of}
        for group in found.gone:
            stale |= self._bonds.pop(group, {}).keys()
        for group in renamed:
            before, bonds = self._bonds.get(group, {}), self._bound(group)
            known = self.claims.get(group)
            same = known is not None and known.id == self._ids.ids[group]
            stale |= {o for o in before.keys() | bonds.keys() if not same or before.get(o) != bonds.get(o)}
            self._bonds[group] = bonds
        for group in stale & self._groups.members.keys():
            self._bonds[group] = self._bonds[group] if group in renamed else self._bound(group)
            id_, rows = self._ids.ids[group], self._rows(group)
            self._know(group, self._rules.claim(id_, rows, self._neighbours(group), self._copies))
        self._stale = set()

    def claim_of(self, article: str, number: int) -> str:
        """Return the id of the claim of an item."""
        return self._ids.ids[self._groups.group_of[self._places[article][number]]]

    def ties_of(self, article: str, number: int) -> tuple[Tie, ...]:
        """Return what ties an item to those of other articles that are nearest to it."""
        place, items = self._places[article][number], self._groups.items
        near = (items[p] for p in self._groups.nearest(place) if p[1] != article)
        return tuple(Tie(other.article, self._rules.why(items[place], other)) for other in near)

    def named(self, id_: str) -> Claim | None:
        """Return the claim that has an id, None where there is none."""
        place = self._ids.named(id_)
        return None if place is None else self.claims[place]

    def moved(self) -> set[str]:
        """Return the articles whose items, or the ids of their claims, have changed since this was asked."""
        moved, self._moved = self._moved, set()
        return moved

    def _rows(self, group: Place) -> list[I]:
        return [self._groups.items[place] for place in self._groups.members[group]]

    def _bound(self, group: Place) -> dict[Place, list[_Tie]]:
        """Return what ties a claim to each of the others, in the order of the items."""
        groups, found = self._groups, defaultdict(list)
        for own in groups.members[group]:
            for other, sign in groups.ties.get(own, {}).items():
                home = groups.group_of[other]
                if home != group and (self._rules.by_pairs or home not in found):
                    found[home].append((own, other, sign) if own < other else (other, own, sign))
        rows = self._rows(group)
        kept = {other: self._kept(group, rows, other, ties) for other, ties in found.items()}
        return {other: ties for other, ties in kept.items() if ties}

    def _kept(self, group: Place, rows: Sequence[I], other: Place, ties: Iterable[_Tie]) -> list[_Tie]:
        """Return the ties between two claims that count, in order."""
        both, items = {group: rows, other: self._rows(other)}, self._groups.items
        return [
            (one, two, sign)
            for one, two, sign in sorted(ties)
            if self._rules.may_tie(
                both[self._groups.group_of[one]], both[self._groups.group_of[two]], items[one], items[two]
            )
        ]

    def _neighbours(self, group: Place) -> list[Neighbour[I]]:
        """Return what ties a claim to others, in the order of the items."""
        found = []
        ties = ((*tie, other) for other, ties in self._bonds[group].items() for tie in ties)
        for one, two, sign, claim in sorted(ties):
            items = self._groups.items[one], self._groups.items[two]
            own, other = items if self._groups.group_of[one] == group else items[::-1]
            found.append(Neighbour(sign, own, other, self._ids.ids[claim]))
        return found

    def _know(self, group: Place, claim: Claim | None) -> None:
        self.claims.know(group, claim)
        if claim is not None:
            for place in self._groups.members[group]:
                if self._shown.get(place) != claim.id:
                    self._shown[place] = claim.id
                    self._moved.add(place[1])

    def _drop(self, place: Place) -> None:
        self._groups.drop(place)
        self._shown.pop(place, None)
        self._moved.add(place[1])
