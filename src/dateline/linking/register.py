"""Things with ids by keys that outlive their ids, and which of them have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


K = TypeVar("K", bound="Hashable")
V = TypeVar("V", bound=_WithId)


class Changed(NamedTuple):
    """Things that are new or differ, by their ids, and the ids of those that are no more."""

    changed: dict[str, Any]
    gone: set[str]


class Register(dict[K, V], Generic[K, V]):
    """Things by their keys, which remembers how each was when it was last asked what has changed."""

    def __init__(self) -> None:
        super().__init__()
        self._before: dict[K, V | None] = {}

    def know(self, key: K, value: V | None) -> V | None:
        """Take what a thing is now, None where it is no more; return what it was."""
        before = self.get(key)
        if before == value:
            return before
        if key not in self._before:
            self._before[key] = before
        elif self._before[key] == value:
            del self._before[key]
        if value is None:
            del self[key]
        else:
            self[key] = value
        return before

    def changed(self) -> set[K]:
        """Return the keys of what is new, another or no more."""
        return set(self._before)

    def told(self) -> Changed:
        """Return what has changed since this was last asked."""
        now = {self[key].id: key for key in self._before if key in self}
        before = {value.id: (key, value) for key, value in self._before.items() if value is not None}
        kept = {id_ for id_, key in now.items() if id_ in before and _is_kept(self[key], key, *before[id_])}
        self._before = {}
        changed = {id_: self[key] for id_, key in now.items() if id_ not in kept}
        return Changed(changed, before.keys() - now.keys())


def _is_kept(now: V, key: K, before_key: K, before: V) -> bool:
    """Tell whether a thing that goes by another key is what it was; one that keeps its key has changed."""
    return key != before_key and now == before
