"""How values of linking are spelt as bytes, and read again: as pickles that name nothing else.

The ids of articles and the types of values come again and again: they are spelt as numbers. A reader knows
the values of linking and of the model alone: no bytes, whatever their origin, bring anything else to life.
"""

from __future__ import annotations

import array
import pickle
import zlib
from collections import defaultdict
from dataclasses import fields, is_dataclass
from datetime import date
from importlib import import_module
from io import BytesIO
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from dateline.model import NotRecalled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PROTOCOL = 3  # the last one without frames, whose lengths would have to be spelt anew
_PICKLE = b"\x80"  # what a pickle begins with, and nothing that zlib has deflated
_SHORT = 200  # bytes: to deflate so few takes longer than to read them
_FROM_OUTSIDE = {
    f"{kind.__module__}\n{kind.__name__}": kind
    for kind in (set, frozenset, defaultdict, date, array.array, array._array_reconstructor)  # type: ignore[attr-defined]
}
_OURS = ("dateline.linking.", "dateline.model.")


class Spelling:
    """Numbers for what comes often; they stay as others are added."""

    def __init__(self, ids: Iterable[str] = (), types: Iterable[str] = ()) -> None:
        """Take the ids of articles and the types, "module\\nname", in the order of their numbers."""
        self.ids = list(ids)
        self.types = list(types)
        self._known_types = [_value_type(*name.split("\n")) for name in self.types]
        self._numbers: dict[object, int] = {id_: number for number, id_ in enumerate(self.ids)}
        self._numbers |= {kind: -number for number, kind in enumerate(self._known_types, 1)}

    def add(self, ids: Iterable[str]) -> None:
        """Give numbers to ids that have none."""
        for id_ in ids:
            if id_ not in self._numbers:
                self._numbers[id_] = len(self.ids)
                self.ids.append(id_)

    def spell(self, place: int, value: object, reducers: Reducers) -> bytes:
        """Return the bytes that stand for a value at a place, and nowhere else; raises NotRecalled."""
        file = BytesIO()
        pickler = _Writer(file, self)
        pickler.dispatch_table = reducers
        try:
            pickler.dump(value)
        except (pickle.PicklingError, RecursionError) as error:
            raise NotRecalled(f"a value cannot be written ({error})") from error
        content = file.getvalue()
        if len(content) > _SHORT and len(deflated := zlib.compress(content, 1)) < len(content):
            content = deflated
        return _sum(place, content) + content

    def read(self, place: int, row: bytes, function: Callable[..., Any]) -> Any:
        """Return the value that bytes stand for; raises NotRecalled.

        The function is called where `reference` stands in them.
        """
        if row[:4] != _sum(place, row[4:]):
            raise NotRecalled("a row does not hold what was written there")
        try:
            content = row[4:] if row[4:5] == _PICKLE else zlib.decompress(row[4:])
            return _Reader(BytesIO(content), self, function).load()
        except Exception as error:  # whatever the bytes do to the reader
            raise NotRecalled(f"a row cannot be read ({type(error).__name__}: {error})") from error

    def named(self, number: int) -> Any:
        """Return the id, or the type, of a number."""
        return self.ids[number] if number >= 0 else self._known_types[-number - 1]

    def number(self, named: object) -> int | None:
        """Return the number of an id, or of a type of ours; None for all else."""
        kind = type(named)
        if kind is str:
            return self._numbers.get(named)
        if kind is not type or not named.__module__.startswith(_OURS):
            return None
        if named not in self._numbers:
            self.types.append(f"{named.__module__}\n{named.__name__}")  # type: ignore[attr-defined]
            self._known_types.append(_value_type(*self.types[-1].split("\n")))
            self._numbers[named] = -len(self.types)
        return self._numbers[named]


class Reducers(dict[type, Any]):
    """What a value is made of, by its type: a call with all its fields takes less time than setting them."""

    def __missing__(self, kind: type) -> Any:
        if is_dataclass(kind):
            names = [field.name for field in fields(kind)]
            get = attrgetter(*names)
            self[kind] = (lambda v: (kind, get(v))) if len(names) > 1 else (lambda v: (kind, (get(v),)))
        elif issubclass(kind, tuple):
            self[kind] = lambda value: (kind, tuple(value))
        else:
            raise KeyError(kind)
        return self[kind]


def reference(*_: Any) -> Any:
    """Stand in a row for what the function returns that its reader is given."""
    raise NotImplementedError


class _Writer(pickle.Pickler):
    dispatch_table: Reducers

    def __init__(self, file: BytesIO, spelling: Spelling) -> None:
        super().__init__(file, _PROTOCOL)
        self._number = spelling.number

    def persistent_id(self, obj: object) -> int | None:
        """Return the number of a value, None where it is to be spelt out."""
        return self._number(obj)


class _Reader(pickle.Unpickler):
    def __init__(self, file: BytesIO, spelling: Spelling, function: Callable[..., Any]) -> None:
        super().__init__(file)
        self._spelling = spelling
        self._function = function

    def persistent_load(self, pid: int) -> Any:
        """Return what has the number."""
        return self._spelling.named(pid)

    def find_class(self, module: str, name: str) -> Any:
        """Return what is named; raises UnpicklingError where it is no value."""
        if (module, name) == (reference.__module__, reference.__name__):
            return self._function
        return _FROM_OUTSIDE.get(f"{module}\n{name}") or _value_type(module, name)


def _sum(place: int, content: bytes) -> bytes:
    return zlib.crc32(content, zlib.crc32(place.to_bytes(8, "little"))).to_bytes(4, "little")


def _value_type(module: str, name: str) -> Any:
    if f"{module}.".startswith(_OURS):
        found = getattr(import_module(module), name)
        if isinstance(found, type) and found.__module__ == module and not issubclass(found, BaseException):
            return found
    raise pickle.UnpicklingError(f"{module}.{name} is no value of linking")
