"""Which items are compared: those that stand near each other in a block, as items come and go."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left, insort
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from dateline.linking.blocks import Ordered

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

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
        # Keys are known by numbers: where those of two are one, some pairs more are compared.
        self._blocks: dict[int, P | list[P]] = {}  # an item that is alone stands there itself
        self._keys: dict[P, array[int]] = {}
        self._added: set[P] = set()
        self._removed: dict[int, list[P]] = defaultdict(list)

    def add(self, place: P, keys: Iterable[Hashable]) -> None:
        """Let an item into the blocks of its keys."""
        self._keys[place] = array("q", {key if isinstance(key, int) else _number(key) for key in keys})
        self._added.add(place)

    def remove(self, place: P) -> None:
        """Take an item out of its blocks."""
        keys = self._keys.pop(place)
        if place in self._added:
            self._added.remove(place)
        else:
            for key in keys:
                self._removed[key].append(place)

    def settle(self) -> Meetings[P]:
        """Return the pairs that have met and parted since this was last asked; each pair is in order."""
        new, removed = sorted(self._added), self._removed
        self._added, self._removed = set(), defaultdict(list)
        closed: set[tuple[P, P]] = set()
        for key, places in removed.items():
            for place in places:
                closed.update(self._take(key, place))
        parted = set(self._let_in(new))
        return Meetings(self._around(new), {pair for pair in closed if self.are_near(*pair)}, parted)

    def are_near(self, one: P, two: P) -> bool:
        """Tell whether two items stand near each other in some block."""
        if one not in self._keys or two not in self._keys:
            return False
        blocks = (self._block(key) for key in set(self._keys[one]).intersection(self._keys[two]))
        return any(abs(bisect_left(b, one) - bisect_left(b, two)) <= self._window for b in blocks)

    def _block(self, key: int) -> list[P]:
        """Return the items of a block in order."""
        found = self._blocks[key]
        return found if isinstance(found, list) else [found]

    def _let_in(self, new: Sequence[P]) -> Iterator[tuple[P, P]]:
        """Let items, which are in order, into their blocks; yield the pairs of others that they part."""
        fresh: dict[int, P | list[P]] = {}
        for place in new:
            for key in self._keys[place]:
                if key in self._blocks:
                    block = self._blocks[key] = self._block(key)
                    insort(block, place)
                    yield from self._across(block, bisect_left(block, place), self._window + 1)
                    continue
                block_ = fresh.setdefault(key, place)
                if isinstance(block_, list):
                    block_.append(place)
                elif block_ is not place:
                    fresh[key] = [block_, place]
        if self._blocks:
            self._blocks.update(fresh)
        else:
            self._blocks = fresh

    def _take(self, key: int, place: P) -> Iterator[tuple[P, P]]:
        """Take an item out of a block; return the pairs that it stood between and that meet now."""
        block = self._block(key)
        at = bisect_left(block, place)
        del block[at]
        if block:
            self._blocks[key] = block
        else:
            del self._blocks[key]
        return self._across(block, at, self._window)

    def _across(self, block: list[P], at: int, apart: int) -> Iterator[tuple[P, P]]:
        """Yield the pairs on both sides of a position that stand so many places apart."""
        for i in range(max(0, at - self._window), min(at, len(block) - apart)):
            yield block[i], block[i + apart]

    def _around(self, added: Sequence[P]) -> Iterator[tuple[P, P]]:
        """Yield each pair of a new item and one near it once."""
        new = set(added)
        for place in added:
            near: set[P] = set()
            for key in self._keys[place]:
                block = self._blocks[key]
                if isinstance(block, list):
                    at = bisect_left(block, place)
                    near.update(block[max(0, at - self._window) : at + 1 + self._window])
            for other in near:
                if other < place:
                    yield other, place
                elif other != place and other not in new:
                    yield place, other


@lru_cache(1 << 16)
def _number(key: Hashable) -> int:
    """Return a number for a key that is the same in all processes, as hashes of strings are not."""
    return int.from_bytes(hashlib.blake2b(repr(key).encode(), digest_size=8).digest(), "little", signed=True)
