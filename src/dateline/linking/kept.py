"""Dictionaries whose values lie elsewhere until they are asked for.

What linking knows of a collection is a score of dictionaries that grow with it, while an article more touches
few of their keys. Each value lies in a row of its own; only rows whose values have changed are written.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from dateline.linking.register import Register
from dateline.model import NotRecalled

if TYPE_CHECKING:
    from collections.abc import Callable

K = TypeVar("K")
V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)


class Shelf(Protocol[K, V_co]):
    """Where the values of a dictionary lie."""

    def __len__(self) -> int: ...

    def find(self, key: K) -> V_co:
        """Return a value; raises KeyError."""

    def rows(self) -> Iterator[tuple[K, V_co]]:
        """Yield all keys and values."""


class KeptDict(dict[K, V], Generic[K, V]):
    """A dictionary that takes up each value of a shelf when its key is first asked for.

    The shelf stays as it was: what has changed since is told by `taken` and `gone`. With a factory it makes
    values as a defaultdict does. Values that were taken up in one order or another stand in that order.
    """

    def __init__(self, shelf: Shelf[K, V], factory: Callable[[], V] | None = None) -> None:
        super().__init__()
        self.shelf = shelf
        self.gone: dict[K, V] = {}  #: what was there last under keys that may be there again
        self._factory = factory
        self._waiting = len(shelf)  # rows that nobody has asked for

    def taken(self) -> Iterable[tuple[K, V]]:
        """Return the keys and values that are new or were asked for."""
        return dict.items(self)

    def _take(self, key: K) -> bool:
        """Take a value up, if it waits; return whether there is one."""
        if dict.__contains__(self, key):
            return True
        if not self._waiting or key in self.gone:
            return False
        try:
            value = self.shelf.find(key)
        except KeyError:
            return False
        dict.__setitem__(self, key, value)
        self._waiting -= 1
        return True

    def _take_all(self) -> None:
        if self._waiting:
            for key, value in self.shelf.rows():
                if not dict.__contains__(self, key) and key not in self.gone:
                    dict.__setitem__(self, key, value)
            self._waiting = 0

    def __missing__(self, key: K) -> V:
        if self._take(key):
            return dict.__getitem__(self, key)
        if self._factory is None:
            raise KeyError(key)
        value = self._factory()
        dict.__setitem__(self, key, value)
        return value

    def __contains__(self, key: object) -> bool:
        return self._take(key)  # type: ignore[arg-type]  # of another type, it is not found

    def __setitem__(self, key: K, value: V) -> None:
        self._take(key)
        dict.__setitem__(self, key, value)

    def __delitem__(self, key: K) -> None:
        if not self._take(key):
            raise KeyError(key)
        self.gone[key] = dict.pop(self, key)

    def __iter__(self) -> Iterator[K]:
        self._take_all()
        return dict.__iter__(self)

    def __len__(self) -> int:
        return dict.__len__(self) + self._waiting

    def get(self, key: K, default: Any = None) -> Any:
        """Return a value, or the default."""
        return dict.__getitem__(self, key) if self._take(key) else default

    def pop(self, key: K, *default: Any) -> Any:
        """Remove a value and return it, or the default."""
        if not self._take(key):
            if default:
                return default[0]
            raise KeyError(key)
        value = self.gone[key] = dict.pop(self, key)
        return value

    def setdefault(self, key: K, default: Any = None) -> Any:
        """Return a value, the default where there is none, which is then there."""
        if not self._take(key):
            dict.__setitem__(self, key, default)
        return dict.__getitem__(self, key)

    def update(self, other: Any = (), /, **_: V) -> None:
        """Take over keys and values."""
        for key, value in other.items() if isinstance(other, Mapping) else other:
            self[key] = value

    def keys(self) -> KeysView[K]:  # type: ignore[override]  # looks up one key at a time
        """Return the keys; as a set they are asked for one by one."""
        return KeysView(self)

    def items(self) -> ItemsView[K, V]:  # type: ignore[override]
        """Return keys and values."""
        return ItemsView(self)

    def values(self) -> ValuesView[V]:  # type: ignore[override]
        """Return the values."""
        return ValuesView(self)

    def clear(self) -> None:
        """Is not wanted of what is kept."""
        raise NotImplementedError

    popitem = copy = clear  # type: ignore[assignment]


class KeptRegister(KeptDict[K, Any], Register[K, Any]):
    """A register whose things lie elsewhere."""

    def __init__(self, shelf: Shelf[K, Any]) -> None:
        KeptDict.__init__(self, shelf)
        self._before = {}


class Reading(Generic[V]):
    """A shelf of what is read by its id."""

    def __init__(self, ids: set[str], read: Callable[[str], V]) -> None:
        self._ids = ids
        self._read = read

    def __len__(self) -> int:
        return len(self._ids)

    def find(self, key: str) -> V:
        """Return what has the id; raises KeyError."""
        if key not in self._ids:
            raise KeyError(key)
        try:
            return self._read(key)
        except KeyError as error:
            raise NotRecalled(f"{key} cannot be read") from error

    def rows(self) -> Iterator[tuple[str, V]]:
        """Yield all ids and what has them."""
        return ((id_, self._read(id_)) for id_ in self._ids)
