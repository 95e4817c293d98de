"""Items that are grouped as they come and go: reports of one summit, of one sum, of one commitment.

Only groups that items which came or went are tied to are grouped anew: two groups stand apart because of
items that contradict, and as long as both stay whole they go on to.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from dateline.linking.blocks import Ordered, components
from dateline.linking.grouping import NEIGHBOURS, group, joined
from dateline.linking.near import Nearby

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from dateline.model import Sign

_NEAREST = 2  #: other items that are named as why one is in its group
I = TypeVar("I")  # noqa: E741 - an item
P = TypeVar("P", bound=Ordered)


@dataclass(slots=True)
class Regrouped(Generic[P]):
    """What has become of the groups, each named by its first item's place."""

    changed: set[P] = field(default_factory=set)  #: new ones, and those whose items or ties are others
    gone: set[P] = field(default_factory=set)


class Groups(Generic[P, I]):
    """Items by their places, and the groups that they make."""

    def __init__(
        self,
        keys: Callable[[I], Iterable[Hashable]],
        compare: Callable[[I, I], tuple[Sign, float] | None],
        may_join: Callable[[I, I], bool],
        bond: Callable[[I], Hashable | None] | None = None,
    ) -> None:
        """Take how items are grouped, each a function of what it is given alone.

        Items that have no key in common are never compared. Compare tells how two are tied, and how well: "="
        for one group, None where they are not. Two that may not join are never in one group, unless a bond
        joins their groups: whatever has the same one is together, and is to be tied.
        """
        self.items: dict[P, I] = {}
        self.group_of: dict[P, P] = {}  #: the place of the first item of each one's group
        self.members: dict[P, list[P]] = {}  #: of each group, in order
        self.ties: dict[P, dict[P, Sign]] = defaultdict(dict)  #: what ties items other than into one group
        self._keys, self._compare, self._may_join, self._bond = keys, compare, may_join, bond
        self._nearby: Nearby[P] = Nearby(NEIGHBOURS)
        self._scores: dict[P, dict[P, float]] = {}  #: of the pairs that are tied into one group
        self._new: set[P] = set()
        self._touched: set[P] = set()
        self._loosened: set[P] = set()  #: whose groups have lost an item, or a tie between two of theirs
        self._tied: set[P] = set()
        self._rescored: set[P] = set()
        self._nearest: dict[P, list[P]] = {}

    def put(self, place: P, item: I) -> None:
        """Take an item in, in place of the one that is there."""
        if place in self.items:
            if self.items[place] == item:
                return
            self.drop(place)
        self.items[place] = item
        self._scores[place] = {}
        self._rescored.add(place)
        self._nearby.add(place, self._keys(item))
        if place not in self._touched:
            bound = self._bond is not None and self._bond(item) is not None
            (self._touched if bound else self._new).add(place)

    def drop(self, place: P) -> None:
        """Forget an item."""
        del self.items[place]
        self._nearby.remove(place)
        self._new.discard(place)
        self._touched.add(place)
        self._loosened.add(place)
        self._rescored.discard(place)
        self._nearest.pop(place, None)
        for other in self._scores.pop(place):
            del self._scores[other][place]
            self._rescored.add(other)
            if place in self._nearest.get(other, ()):
                del self._nearest[other]
        for other in self.ties.pop(place, ()):
            del self.ties[other][place]
            self._tied.add(other)

    def settle(self) -> Regrouped[P]:
        """Group anew what hangs together with items that came or went."""
        meetings = self._nearby.settle()
        for one, two in meetings.parted:
            if self._are_tied(one, two) and not self._nearby.are_near(one, two):
                self._part(one, two)
        for one, two in meetings.closed:
            if not self._are_tied(one, two):
                self._meet(one, two)
        for one, two in meetings.new:
            self._meet(one, two)
        found = Regrouped[P]()
        self._place_new(found)
        old, rows = self._regrouped()
        for first, row in old.items():
            del self.members[first]
            for place in row:
                del self.group_of[place]
        for row in rows:
            self.members[row[0]] = row
            self.group_of.update(dict.fromkeys(row, row[0]))
            if old.get(row[0]) != row or not self._touched.isdisjoint(row):
                found.changed.add(row[0])
        left = (found.gone | old.keys()) - self._new
        found.gone = {first for first in left if first not in self.members}
        found.changed = {first for first in found.changed if first in self.members}
        found.changed |= {self.group_of[place] for place in self._tied if place in self.group_of}
        self._new, self._touched, self._loosened, self._tied = set(), set(), set(), set()
        return found

    def nearest(self, place: P) -> list[P]:
        """Return the items with which most speaks for one group, whether they came to be in one or not."""
        scores = self._scores[place]
        return sorted(scores, key=lambda other: (-scores[other], other))[:_NEAREST]

    def rescored(self) -> set[P]:
        """Return the items whose nearest ones are others than when this was last asked."""
        changed = set()
        for place in self._rescored:
            nearest = self.nearest(place)
            if self._nearest.get(place) != nearest:
                self._nearest[place] = nearest
                changed.add(place)
        self._rescored = set()
        return changed

    def _place_new(self, found: Regrouped[P]) -> None:
        """Let new items into groups, or stay alone, where nothing else changes; the others are touched."""
        stale = self._homes(self._touched) | self._homes(self._loosened)
        at_once = not self.group_of  # nothing to let them into
        for place in sorted(self._new):
            home = [] if at_once else self._home_for(place, stale)
            if at_once or home is None:
                self._touched.add(place)
                continue
            row = sorted([place, *(member for group in home for member in self.members.pop(group))])
            self.members[row[0]] = row
            self.group_of.update(dict.fromkeys(row if row[0] not in home else (place,), row[0]))
            found.gone.update(home)
            found.changed.add(row[0])

    def _home_for(self, place: P, stale: set[P]) -> list[P] | None:
        """Return the group that a new item comes into, none where it is alone; None where more may change.

        As all groups stay whole, those that a pair joins from the best one down are at each pair what better
        pairs tie within them. The item comes into the first that takes it, and with it that group is to take
        no other.
        """
        pairs = sorted(
            (self._rank(place, other), other) for other in self._scores[place] if other in self.group_of
        )
        groups = self._homes(other for _, other in pairs)
        if not groups.isdisjoint(stale) or (self._bond is not None and len(groups) > 1):
            return None
        home: list[P] = []
        refused: set[P] = set()
        for rank, other in pairs:
            group = self.group_of[other]
            if other in refused or group in home:
                continue
            here = self._tied_by(place, rank, home[0]) if home else [place]
            there = self._tied_by(other, rank, group)
            if not self._may_all_join(here, there):
                refused.update(there)  # whatever is joined with them later
            elif home or not self._may_all_join(here, self.members[group]):
                return None
            else:
                home = [group]
        return home if self._bond is None or not refused else None

    def _rank(self, one: P, two: P) -> tuple[float, P, P]:
        """Return what pairs are joined in the order of."""
        return (-self._scores[one][two], one, two) if one < two else (-self._scores[one][two], two, one)

    def _tied_by(self, place: P, rank: tuple[float, P, P], group: P) -> list[P]:
        """Return the items of a group to which pairs of a better rank tie one."""
        found, seen = [place], {place}
        for one in found:
            for two in self._scores[one]:
                if two not in seen and self.group_of.get(two) == group and self._rank(one, two) < rank:
                    seen.add(two)
                    found.append(two)
        return found

    def _regrouped(self) -> tuple[dict[P, list[P]], list[list[P]]]:
        """Group the touched items anew, with all groups that this may change.

        Returns the groups as they were, and the items that are left of them as they are now grouped. Pairs
        are joined from the best one down, so that a group that stays whole has, at each pair, all that it had
        before, and refuses what it refused. Where one does not, the groups that it is tied to are grouped
        anew with it.
        """
        touched = {place for place in self._touched if place in self.items}
        fresh = [place for place in touched if place not in self.group_of]
        homes = self._homes(self._touched) | self._homes(self._tied_to(fresh))
        broken = self._homes(self._loosened)
        homes |= broken
        if self._bond is not None:  # it joins groups whatever they hold: all that hangs together is anew
            parts = components(sorted(touched.union(self._left(homes))), self._scores.__getitem__)
            homes, broken = homes | self._homes(place for part in parts for place in part), set()
        opened: set[P] = set()  # broken groups, with all that they are tied to
        known: dict[P, tuple[list[P], list[list[P]]]] = {}
        while True:
            homes |= self._homes(self._tied_to(self._left(broken)))
            opened |= broken
            rows = self._rows(touched.union(self._left(homes)), known)
            broken = self._broken(homes, rows) - opened
            if not broken or self._bond is not None:
                return {first: self.members[first] for first in homes}, rows

    def _rows(self, places: set[P], known: dict[P, tuple[list[P], list[list[P]]]]) -> list[list[P]]:
        """Return the groups of the items alone; those of a part, by its first item, are known once found."""
        rows: list[list[P]] = []
        for part in components(sorted(places), lambda place: self._scores[place].keys() & places):
            if part[0] not in known or known[part[0]][0] != part:
                known[part[0]] = part, self._grouped(part)
            rows += known[part[0]][1]
        return rows

    def _broken(self, homes: Iterable[P], rows: Iterable[list[P]]) -> set[P]:
        """Return the groups whose items are no longer in one."""
        now = {place: row[0] for row in rows for place in row}
        return {first for first in homes if len({now[place] for place in self._left([first])}) > 1}

    def _homes(self, places: Iterable[P]) -> set[P]:
        return {self.group_of[place] for place in places if place in self.group_of}

    def _left(self, homes: Iterable[P]) -> Iterator[P]:
        return (place for first in homes for place in self.members[first] if place in self.items)

    def _tied_to(self, places: Iterable[P]) -> Iterator[P]:
        return (other for place in places for other in self._scores[place])

    def _may_all_join(self, ones: Iterable[P], twos: Sequence[P]) -> bool:
        return all(self._may_join(self.items[one], self.items[two]) for one in ones for two in twos)

    def _are_tied(self, one: P, two: P) -> bool:
        return two in self._scores.get(one, ()) or two in self.ties.get(one, ())

    def _meet(self, one: P, two: P) -> None:
        tie = self._compare(self.items[one], self.items[two])
        if tie is None:
            return
        sign, score = tie
        if sign == "=":
            self._scores[one][two] = self._scores[two][one] = score
            self._rescored |= {one, two}
            if one not in self._new and two not in self._new:
                self._touched |= {one, two}
        else:
            self.ties[one][two] = self.ties[two][one] = sign
            self._tied |= {one, two}

    def _part(self, one: P, two: P) -> None:
        if two in self._scores[one]:
            rank, home = self._rank(one, two), self.group_of.get(one)
            del self._scores[one][two], self._scores[two][one]
            if home is not None and home == self.group_of.get(two) and self._needs(one, two, rank, home):
                self._loosened.add(one)
            self._rescored |= {one, two}
        if self.ties[one].pop(two, None) is not None:
            del self.ties[two][one]
            self._tied |= {one, two}

    def _needs(self, one: P, two: P, rank: tuple[float, P, P], group: P) -> bool:
        """Tell whether a pair of a group that has been parted may not be tied as well by better pairs."""
        return self._bond is not None or two not in self._tied_by(one, rank, group)

    def _grouped(self, part: list[P]) -> list[list[P]]:
        """Return the groups of items that hang together, each in order."""
        if len(part) == 1:
            return [part]
        number = {place: i for i, place in enumerate(part)}
        scored = [
            (score, number[one], number[two])
            for one in part
            for two, score in self._scores[one].items()
            if one < two and two in number
        ]
        items = [self.items[place] for place in part]
        bonds = [self._bond(item) for item in items] if self._bond is not None else [None] * len(part)
        scored = [(s, i, k) for s, i, k in scored if bonds[i] is None or bonds[i] != bonds[k]]
        kept = self.group_of if self._bond is None else {}  # what is in one group without a bond may be
        homes = [None if place in self._touched else kept.get(place) for place in part]

        def compatible(i: int, k: int) -> bool:
            return (homes[i] is not None and homes[i] == homes[k]) or self._may_join(items[i], items[k])

        rows = group(len(part), scored, compatible)
        return [[part[i] for i in row] for row in joined(rows, bonds)]
