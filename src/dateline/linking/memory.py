"""What linking knows of a collection, in rows that outlive a run: the next one takes up what it asks for.

The parts of a linker are kept attribute by attribute: each dictionary as a shelf of rows, all else in one
head. They are taken up by parts that know nothing yet, in which kept dictionaries take the places of empty
ones. A row tells noise from what was written, and brings nothing to life but values of linking and the model.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from contextlib import suppress
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from dateline.linking.identity import NAMELESS
from dateline.linking.kept import KeptDict, KeptRegister
from dateline.linking.register import Register
from dateline.linking.spelling import Reducers, Spelling, reference
from dateline.linking.tallies import Tally
from dateline.model import NotRecalled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

HEAD = 0  #: the place of the head

_BITS = 55  # of a place, below the number of its shelf
_PLAIN = (type(None), bool, int, float, str, list, tuple, set, frozenset)  # what the head holds
_ELSEWHERE = "_sources"  # attributes with what is not kept here


class Rows(Protocol):
    """Where the rows lie, by their places."""

    def get(self, place: int) -> bytes | None:
        """Return a row, None where there is none."""

    def within(self, first: int, last: int) -> Iterator[tuple[int, bytes]]:
        """Yield the rows of the places from the first to the last, with their places."""


class Changes(NamedTuple):
    """What brings the rows to what is known now, in this order; the head is the last row of all."""

    cleared: list[tuple[int, int]]  #: ranges of places, both ends included
    gone: list[int]
    rows: Iterator[tuple[int, bytes]]


def changes(
    parts: Mapping[str, object], ids: Iterable[str], rest: object, memory: Memory | None = None
) -> Changes:
    """Return what brings the rows to what the parts know now; the rest is kept with it.

    The ids are those of all articles. The memory is that from which the parts were taken up: then only what
    has changed is written.
    """
    plain = {}
    shelves: dict[int, tuple[str, dict[Any, Any]]] = {}
    for path, _, _, value in _attributes(parts):
        if isinstance(value, dict):
            shelves.setdefault(id(value), (path, value))
        else:
            plain[path] = value
    spelling = memory.spelling if memory is not None else Spelling()
    spelling.add(ids)
    writer = _Writer([shelf for _, shelf in shelves.values()], spelling)
    cleared, gone, written = [], [], []
    for number, (_, shelf) in enumerate(shelves.values(), 1):
        if memory is not None and isinstance(shelf, KeptDict) and shelf is memory.dictionary(number):
            gone += [place_of(number, key) for key in shelf.gone if not dict.__contains__(shelf, key)]
            written.append(writer.changed(number, shelf))
        else:
            cleared.append((number << _BITS, (number + 1 << _BITS) - 1))
            written.append(writer.rows(number, shelf.items()))
    paths = [(path, len(shelf)) for path, shelf in shelves.values()]
    return Changes(cleared, gone, _as_far_as(chain(*written, writer.head((paths, plain, rest)))))


def _as_far_as(rows: Iterator[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
    """Yield rows, none after one that cannot be made: without their head they are of no use."""
    with suppress(NotRecalled):
        yield from rows


class Memory:
    """What was kept of the parts of one linker."""

    def __init__(self, rows: Rows) -> None:
        """Read the head; raises NotRecalled where there is none."""
        self._rows = rows
        self._dictionaries: list[KeptDict[Any, Any]] = []
        head = rows.get(HEAD)
        if head is None:
            raise NotRecalled("nothing is kept")
        self._paths: list[tuple[str, int]]
        self.plain: dict[str, Any]  #: attributes that are no dictionaries, by their paths
        self.rest: Any  #: what was kept with the parts
        self.spelling = Spelling()
        ids, types, body = self.read(HEAD, head)
        self.spelling = Spelling(ids.split(), types)
        self._paths, self.plain, self.rest = self.read(HEAD, body)

    def take_up(self, parts: Mapping[str, object]) -> None:
        """Bring parts that know nothing to what was kept; raises NotRecalled."""
        taken: dict[int, KeptDict[Any, Any]] = {}
        for path, owner, name, value in list(_attributes(parts)):
            if not isinstance(value, dict):
                setattr(owner, name, self.plain[path])
                continue
            if id(value) not in taken:
                number = len(self._dictionaries) + 1
                if number > len(self._paths) or self._paths[number - 1][0] != path:
                    raise NotRecalled(f"nothing is known of {path}")
                taken[id(value)] = _kept_as(value, Shelf(self, number, self._paths[number - 1][1]))
                self._dictionaries.append(taken[id(value)])
            setattr(owner, name, taken[id(value)])

    def dictionary(self, number: int) -> KeptDict[Any, Any] | None:
        """Return the dictionary of a shelf."""
        return self._dictionaries[number - 1] if number <= len(self._dictionaries) else None

    def find(self, place: int) -> bytes | None:
        """Return a row, None where there is none."""
        return self._rows.get(place)

    def within(self, number: int) -> Iterator[tuple[int, bytes]]:
        """Yield the rows of a shelf."""
        return self._rows.within(number << _BITS, (number + 1 << _BITS) - 1)

    def read(self, place: int, row: bytes) -> Any:
        """Return the value that a row stands for; raises NotRecalled."""
        return self.spelling.read(place, row, self._tally)

    def _tally(self, number: int, key: Any) -> Tally:
        """Return the tally that lies on a shelf under a key: one and the same for all who know it.

        Who is about to forget one that is no more still knows it.
        """
        if not number:
            return NAMELESS
        shelf = self._dictionaries[number - 1]
        found = shelf[key] if key in shelf else shelf.gone[key]
        if not isinstance(found, Tally):
            raise TypeError
        return found


class Shelf:
    """The rows of one dictionary."""

    def __init__(self, memory: Memory, number: int, count: int) -> None:
        self._memory = memory
        self._number = number
        self._count = count
        self.read: dict[Any, bytes] = {}  #: rows by their keys, as they lie there

    def __len__(self) -> int:
        return self._count

    def find(self, key: Any) -> Any:
        """Return a value; raises KeyError, and NotRecalled where the row is another one's."""
        place = place_of(self._number, key)
        row = self._memory.find(place)
        if row is None:
            raise KeyError(key)
        found, value = self._memory.read(place, row)
        if found != key:
            raise NotRecalled("two keys have one place")
        self.read[key] = row
        return value

    def rows(self) -> Iterator[tuple[Any, Any]]:
        """Yield all keys and values; raises NotRecalled where some are missing."""
        count = 0
        for place, row in self._memory.within(self._number):
            key, value = self._memory.read(place, row)
            self.read[key] = row
            count += 1
            yield key, value
        if count != self._count:
            raise NotRecalled("rows are missing")


class _Writer:
    """Makes rows of keys and values."""

    def __init__(self, shelves: list[dict[Any, Any]], spelling: Spelling) -> None:
        self._spelling = spelling
        self._homes = {
            id(tally): (number, key)
            for number, shelf in enumerate(shelves, 1)
            for key, tally in (shelf.taken() if isinstance(shelf, KeptDict) else shelf.items())
            if type(tally) is Tally
        }
        self._homes[id(NAMELESS)] = 0, None
        self._at_home = Reducers()
        self._abroad = Reducers({Tally: self._reference})

    def rows(self, number: int, entries: Any) -> Iterator[tuple[int, bytes]]:
        """Yield a row for each key and value of a shelf that holds nothing yet, in the order of places."""
        last = 0
        for place, (key, value) in sorted(
            ((place_of(number, entry[0]), entry) for entry in entries), key=itemgetter(0)
        ):
            if place == last:
                raise NotRecalled("two keys have one place")
            last = place
            yield place, self._row(place, key, value)

    def changed(self, number: int, shelf: KeptDict[Any, Any]) -> Iterator[tuple[int, bytes]]:
        """Yield the rows of a shelf that are not what they were."""
        read = shelf.shelf.read  # type: ignore[attr-defined]  # it is one of these here
        for key, value in shelf.taken():
            place = place_of(number, key)
            row = self._row(place, key, value)
            if read.get(key) != row:
                yield place, row

    def head(self, value: object) -> Iterator[tuple[int, bytes]]:
        """Yield the head, made when it is asked for: by then it is known what comes often."""
        body = self._spelling.spell(HEAD, value, self._abroad)
        ids, types = "\n".join(self._spelling.ids), list(self._spelling.types)
        yield HEAD, Spelling().spell(HEAD, (ids, types, body), self._abroad)

    def _row(self, place: int, key: Any, value: Any) -> bytes:
        reducers = self._at_home if type(value) is Tally else self._abroad
        return self._spelling.spell(place, (key, value), reducers)

    def _reference(self, tally: Tally) -> tuple[Callable[..., Tally], tuple[int, Any]]:
        found = self._homes.get(id(tally))
        if found is None:
            raise NotRecalled("a tally has no place")
        return reference, found


def place_of(number: int, key: object) -> int:
    """Return where the value of a key lies on a shelf; equal keys of one shelf are spelt alike."""
    digest = hashlib.blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return number << _BITS | int.from_bytes(digest, "little") >> 64 - _BITS


def _attributes(parts: Mapping[str, object]) -> Iterator[tuple[str, Any, str, Any]]:
    """Yield path, owner, name and value of all that parts, and parts of them, know."""
    open_, seen = list(parts.items()), set()
    while open_:
        path, owner = open_.pop()
        seen.add(id(owner))
        for name, value in list(vars(owner).items()):
            inner = f"{path}.{name}"
            if name == _ELSEWHERE:
                continue
            if isinstance(value, dict) or type(value) in _PLAIN:
                yield inner, owner, name, value
            elif _is_part(value) and id(value) not in seen:
                seen.add(id(value))
                open_.append((inner, value))


def _is_part(value: object) -> bool:
    kind = type(value)
    return kind.__module__.startswith("dateline.linking.") and hasattr(value, "__dict__")


def _kept_as(dictionary: dict[Any, Any], shelf: Shelf) -> KeptDict[Any, Any]:
    """Return a dictionary of the same kind as an empty one whose values lie on a shelf."""
    if isinstance(dictionary, Register):
        return KeptRegister(shelf)
    return KeptDict(shelf, dictionary.default_factory if isinstance(dictionary, defaultdict) else None)
