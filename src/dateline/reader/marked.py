"""The marks that searches go by: as the box of searches found them, so that none leaves as it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from dateline.library.library import Library


class MarksOfThen:
    """Which articles have which mark; the collections of all threads see the same."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, frozenset[str]] = {}

    def __call__(self, mark: str) -> frozenset[str]:
        """Return the articles with a mark: read, note or bookmark."""
        if mark not in self._known:
            self._known[mark] = self._library.having(cast("Literal['read', 'note', 'bookmark']", mark))
        return self._known[mark]

    def look_again(self) -> None:
        """Go by the marks as they are now."""
        self._known = {}
