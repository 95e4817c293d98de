"""Which items are compared: those that stand near each other in a block, as items come and go."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

from dateline.linking.blocks import Ordered

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

P = TypeVar("P", bound=Ordered)


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

    def settle(self) -> tuple[set[tuple[P, P]], set[tuple[P, P]]]:
        """Return the pairs that have met since this was last asked, and those that may have parted.

        Each pair is in order; some of the first may have been near before. Only pairs of items that stay can
        part; `are_near` tells whether they have.
        """
        met: set[tuple[P, P]] = set()
        parted: set[tuple[P, P]] = set()
        for key, places in self._removed.items():
            for place in places:
                met.update(self._take(key, place))
        for key, places in self._added.items():
            block = self._blocks[key]
            if block:
                for place in places:
                    insort(block, place)
                    parted.update(self._across(block, bisect_left(block, place), self._window + 1))
            else:
                block += sorted(places)
        met = {pair for pair in met if self.are_near(*pair)}
        for key, places in self._added.items():
            for place in places:
                met.update(self._around(self._blocks[key], place))
        self._added, self._removed = defaultdict(list), defaultdict(list)
        return met, parted

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

    def _around(self, block: list[P], place: P) -> Iterator[tuple[P, P]]:
        at = bisect_left(block, place)
        for other in block[max(0, at - self._window) : at]:
            yield other, place
        for other in block[at + 1 : at + 1 + self._window]:
            yield place, other
