"""Things with ids by keys that outlive their ids, and which of them have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


K = TypeVar("K", bound="Hashable")
V = TypeVar("V", bound=_WithId)


class Changed(NamedTuple):
    """Ids of things that are new or differ, and of those that are no more."""

    changed: set[str]
    gone: set[str]


class Register(dict[K, V], Generic[K, V]):
    """Things by their keys, which remembers how each was when it was last asked what has changed."""

    def __init__(self) -> None:
        super().__init__()
        self._before: dict[K, V | None] = {}

    def know(self, key: K, value: V | None) -> V | None:
        """Take what a thing is now, None where it is no more; return what it was."""
        before = self.get(key)
        if before != value:
            self._before.setdefault(key, before)
            if value is None:
                del self[key]
            else:
                self[key] = value
        return before

    def changed(self) -> set[K]:
        """Return the keys of what is new, another or no more."""
        return {key for key, before in self._before.items() if self.get(key) != before}

    def told(self) -> Changed:
        """Return what has changed since this was last asked."""
        changed = self.changed()
        now = {self[key].id: self[key] for key in changed if key in self}
        before = {value.id: value for key in changed if (value := self._before[key]) is not None}
        self._before = {}
        return Changed(
            {id_ for id_, value in now.items() if before.get(id_) != value}, before.keys() - now.keys()
        )
