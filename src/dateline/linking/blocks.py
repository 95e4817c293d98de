"""What is linked in blocks: parts that hang together, and ids that are numbered within one base."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator


class Ordered(Protocol):
    """A key: what can be sorted and looked up."""

    def __lt__(self, other: Any, /) -> bool: ...
    def __hash__(self) -> int: ...


K = TypeVar("K", bound=Ordered)


def components(starts: Iterable[K], neighbours: Callable[[K], Iterable[K]]) -> Iterator[list[K]]:
    """Yield the parts of a graph that hold the starting nodes, each once and in order."""
    seen: set[K] = set()
    for start in starts:
        if start in seen:
            continue
        part, open_ = {start}, [start]
        while open_:
            for other in neighbours(open_.pop()):
                if other not in part:
                    part.add(other)
                    open_.append(other)
        seen |= part
        yield sorted(part)


class Parts(Generic[K]):
    """The connected parts of a graph that changes."""

    def __init__(self) -> None:
        self._part: dict[K, list[K]] = {}  #: of the nodes that are not alone

    def settle(
        self, touched: set[K], present: Container[K], neighbours: Callable[[K], Iterable[K]]
    ) -> tuple[list[list[K]], set[K]]:
        """Part the graph anew around the nodes whose ties, or presence, have changed.

        Returns the parts that may differ from before, each in order, and all nodes that are or were in one.
        """
        starts = touched.union(*(self._part.get(node, ()) for node in touched))
        parts = list(components(sorted(node for node in starts if node in present), neighbours))
        nodes = starts.union(*parts)
        for node in nodes:
            self._part.pop(node, None)
        for part in parts:
            if len(part) > 1:
                self._part.update(dict.fromkeys(part, part))
        return parts, nodes


class Numbered(Generic[K]):
    """Ids of things: each the base that the thing asks for, numbered where several ask for the same.

    They are numbered in the order of a rank that each thing has, so that only those of one base depend on one
    another.
    """

    def __init__(self) -> None:
        self.ids: dict[K, str] = {}
        self._base: dict[K, str] = {}
        self._blocks: dict[str, dict[K, Ordered]] = defaultdict(dict)
        self._touched: set[str] = set()
        self._dropped: set[K] = set()

    def put(self, key: K, base: str, rank: Ordered) -> None:
        """Give a thing its base and rank, new ones where it has some already."""
        if self._base.get(key) == base and self._blocks[base][key] == rank:
            return
        self.drop(key)
        self._base[key] = base
        self._blocks[base][key] = rank
        self._touched.add(base)

    def drop(self, key: K) -> None:
        """Forget a thing, where it is known."""
        base = self._base.pop(key, None)
        if base is not None:
            del self._blocks[base][key]
            self._touched.add(base)
            self._dropped.add(key)

    def settle(self) -> set[K]:
        """Return the things whose ids are new or others than before; those of the dropped are forgotten."""
        for key in [key for key in self._dropped if key not in self._base]:
            self.ids.pop(key, None)
        changed = set()
        for base in self._touched:
            block = self._blocks[base]
            for number, key in enumerate(sorted(block, key=lambda key: (block[key], key)), 1):
                id_ = base if number == 1 else f"{base}-{number}"
                if self.ids.get(key) != id_:
                    self.ids[key] = id_
                    changed.add(key)
            if not block:
                del self._blocks[base]
        self._touched, self._dropped = set(), set()
        return changed

    def named(self, id_: str) -> K | None:
        """Return the thing that has an id, when all is settled; None where nothing has it."""
        base, _, number = id_.rpartition("-")
        for asked, place in ((id_, 1), (base, int(number) if number.isdecimal() else 0)):
            block = self._blocks.get(asked, {})
            if 1 <= place <= len(block):
                key = sorted(block, key=lambda key: (block[key], key))[place - 1]
                if self.ids[key] == id_:
                    return key
        return None


def count(counts: dict[K, int], key: K, step: int) -> None:
    """Count a key up or down; a count of none is forgotten."""
    left = counts.get(key, 0) + step
    if left:
        counts[key] = left
    else:
        del counts[key]
