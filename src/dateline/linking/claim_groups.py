"""The claims of a collection: figures, or pledges, grouped by what they have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from dateline.linking.blocks import Numbered
from dateline.linking.claim_items import Item, Neighbour
from dateline.linking.groups import Groups
from dateline.linking.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dateline.linking.claim_items import Rules
    from dateline.model import Claim

I = TypeVar("I", bound=Item)  # noqa: E741 - an item
#: Where an item stands among all: its article's date and id, and its number there.
Place = tuple[str, str, int]


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
        self._stale: set[Place] = set()

    def show(self, article: str, items: Sequence[I]) -> None:
        """Take the figures or pledges of an article as they are now."""
        found = {item.place: item for item in items}
        for place in self._places.get(article, ()):
            if place not in found:
                self._drop(place)
        for place, item in found.items():
            if self._groups.items.get(place) != item:
                self._groups.put(place, item)
                self._moved.add(article)
        self._places[article] = list(found)

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
        for group in found.gone:
            self._ids.drop(group)
            self._know(group, None)
        for group in found.changed:
            self._ids.put(group, self._rules.base_id(self._rows(group)), group)
        renamed = found.changed | self._ids.settle()
        stale = renamed | {self._groups.group_of[p] for p in self._stale if p in self._groups.group_of}
        for group in renamed:
            stale.update(self._groups.group_of[other] for other in self._tied(group))
        for group in stale:
            id_, rows = self._ids.ids[group], self._rows(group)
            self._know(group, self._rules.claim(id_, rows, self._neighbours(group), self._copies))
        self._stale = set()

    def claim_of(self, article: str, number: int) -> str:
        """Return the id of the claim of an item."""
        return self._ids.ids[self._groups.group_of[self._places[article][number]]]

    def moved(self) -> set[str]:
        """Return the articles whose items, or the ids of their claims, have changed since this was asked."""
        moved, self._moved = self._moved, set()
        return moved

    def _rows(self, group: Place) -> list[I]:
        return [self._groups.items[place] for place in self._groups.members[group]]

    def _tied(self, group: Place) -> Iterator[Place]:
        for place in self._groups.members[group]:
            yield from self._groups.ties.get(place, ())

    def _neighbours(self, group: Place) -> list[Neighbour[I]]:
        """Return what ties a claim to others, in the order of the items."""
        groups, found = self._groups, []
        pairs = {
            (min(own, other), max(own, other)): sign
            for own in groups.members[group]
            for other, sign in groups.ties.get(own, {}).items()
            if groups.group_of[other] != group
        }
        for (one, two), sign in sorted(pairs.items()):
            first, second = groups.group_of[one], groups.group_of[two]
            items = groups.items[one], groups.items[two]
            if self._rules.may_tie(self._rows(first), self._rows(second), *items):
                own, other = items if first == group else items[::-1]
                found.append(Neighbour(sign, own, other, self._ids.ids[second if first == group else first]))
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
