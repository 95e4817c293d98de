"""Which items are compared: those that stand near each other in a block, as items come and go."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from dateline.linking.blocks import Ordered

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

P = TypeVar("P", bound=Ordered)


class Meetings(NamedTuple, Generic[P]):
    """Which pairs of items have come to stand near each other, or no longer do."""

    new: Iterator[tuple[P, P]]  #: of items that have come; to be read before any other comes or goes
    closed: set[tuple[P, P]]  #: of items that stay, where what stood between them has gone
    parted: set[tuple[P, P]]  #: of items that stay, and that may be near still in another block


class Nearby(Generic[P]):
    """Blocks of items, each in the order of their places, where those within a window are compared.

    An item's place tells it from all others and begins with its time: reports of one thing stand near each
    other in time. What comes between two items may part them, and what goes may let them meet.
    """

    def __init__(self, window: int) -> None:
        self._window = window
        self._blocks: dict[Hashable, list[P]] = defaultdict(list)
        self._keys: dict[P, frozenset[Hashable]] = {}
        self._added: dict[Hashable, list[P]] = defaultdict(list)
        self._removed: dict[Hashable, list[P]] = defaultdict(list)

    def add(self, place: P, keys: Iterable[Hashable]) -> None:
        """Let an item into the blocks of its keys."""
        self._keys[place] = frozenset(keys)
        for key in self._keys[place]:
            self._added[key].append(place)

    def remove(self, place: P) -> None:
        """Take an item out of its blocks."""
        for key in self._keys.pop(place):
            if place in self._added.get(key, ()):
                self._added[key].remove(place)
            else:
                self._removed[key].append(place)

    def settle(self) -> Meetings[P]:
        """Return the pairs that have met and parted since this was last asked; each pair is in order."""
        added, removed = self._added, self._removed
        self._added, self._removed = defaultdict(list), defaultdict(list)
        closed: set[tuple[P, P]] = set()
        parted: set[tuple[P, P]] = set()
        for key, places in removed.items():
            for place in places:
                closed.update(self._take(key, place))
        for key, places in added.items():
            block = self._blocks[key]
            if block:
                for place in places:
                    insort(block, place)
                    parted.update(self._across(block, bisect_left(block, place), self._window + 1))
            else:
                block += sorted(places)
        new = {place for places in added.values() for place in places}
        return Meetings(self._around(new), {pair for pair in closed if self.are_near(*pair)}, parted)

    def are_near(self, one: P, two: P) -> bool:
        """Tell whether two items stand near each other in some block."""
        if one not in self._keys or two not in self._keys:
            return False
        blocks = (self._blocks[key] for key in self._keys[one] & self._keys[two])
        return any(abs(bisect_left(b, one) - bisect_left(b, two)) <= self._window for b in blocks)

    def _take(self, key: Hashable, place: P) -> Iterator[tuple[P, P]]:
        """Take an item out of a block; return the pairs that it stood between and that meet now."""
        block = self._blocks[key]
        at = bisect_left(block, place)
        del block[at]
        if not block:
            del self._blocks[key]
        return self._across(block, at, self._window)

    def _across(self, block: list[P], at: int, apart: int) -> Iterator[tuple[P, P]]:
        """Yield the pairs on both sides of a position that stand so many places apart."""
        for i in range(max(0, at - self._window), min(at, len(block) - apart)):
            yield block[i], block[i + apart]

    def _around(self, new: set[P]) -> Iterator[tuple[P, P]]:
        """Yield each pair of a new item and one near it once."""
        for place in new:
            near: set[P] = set()
            for key in self._keys[place]:
                block = self._blocks[key]
                at = bisect_left(block, place)
                near.update(block[max(0, at - self._window) : at + 1 + self._window])
            for other in near:
                if other < place:
                    yield other, place
                elif other != place and other not in new:
                    yield place, other
