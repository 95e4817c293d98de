"""The read side of one collection's index: what the reader asks, answered by the SQLite file of the collection."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.index.rows import Coverage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.index.rows import (
        ArticleView,
        DateRange,
        Day,
        Evidence,
        Filter,
        Found,
        Headline,
        MentionRow,
        Selection,
        SelectionKind,
        SidebarRow,
    )
    from dateline.model import Problem


class QueryError(ValueError):
    """A search that cannot be read; its message is for the reader."""


class Collection:
    """One collection, as its index tells of it; to be used from one thread at a time."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self.roots = tuple(roots)
        self.name = name_of(self.roots)

    @classmethod
    def open(cls, roots: Sequence[Path]) -> Collection:
        """Return the collection of the paths that the reader opened; an empty one where nothing is indexed yet."""
        return cls([Path(root) for root in roots])

    def close(self) -> None:
        """Let go of the file."""

    def coverage(self) -> Coverage:
        """Return how many articles there are and from when to when."""
        return Coverage(0, None, None)

    def days(self, filter: Filter) -> list[Day]:
        """Return the days with articles that the filter leaves, newest last."""
        return []

    def headlines(
        self, filter: Filter, day: str, offset: int, limit: int, selection: Selection | None
    ) -> list[Headline]:
        """Return a window of the lines of one day, with the mentions of the selection counted."""
        return []

    def hidden(self, filter: Filter) -> int:
        """Return how many articles the filter hides."""
        return 0

    def histogram(self, buckets: int) -> list[int]:
        """Return article counts in equal slices of the time that the collection covers."""
        return [0] * buckets

    def article(self, id: str) -> ArticleView | None:
        """Return the article with its text, or None where the collection does not hold it."""
        return None

    def mentions(self, id: str) -> list[MentionRow]:
        """Return the mentions in an article by start; those of one selection do not overlap."""
        return []

    def sidebar(self, id: str, dates: DateRange | None) -> list[SidebarRow]:
        """Return what the article mentions, grouped by kind, most mentions first."""
        return []

    def evidence(self, selection: Selection, dates: DateRange | None, limit: int = 200) -> list[Evidence]:
        """Return the sentences that mention the selection, by date."""
        return []

    def neighbour(
        self, id: str, filter: Filter, step: int, mentioning: Selection | None = None
    ) -> str | None:
        """Return the article so many steps later (or earlier) in the timeline that the filter leaves."""
        return None

    def position(self, id: str, filter: Filter) -> tuple[str, int] | None:
        """Return (day, offset in the day) of an article in the timeline, None where the filter hides it."""
        return None

    def find(
        self, letters: str, kinds: tuple[SelectionKind, ...] = ("person",), limit: int = 40
    ) -> list[Found]:
        """Return the actors or summits whose name or alias the letters fit, best first."""
        return []

    def search(self, query: str, dates: DateRange | None, limit: int = 200) -> list[Evidence]:
        """Return the sentences that a full-text query finds, by date.

        Raises QueryError where the query cannot be read.
        """
        return []

    def problems(self) -> list[Problem]:
        """Return what could not be read in the last run."""
        return []

    def stale(self) -> bool:
        """Say whether what is shown was extracted or linked by another version."""
        return False


def name_of(roots: Sequence[Path]) -> str:
    """Return the collection's name for the title bar: "seeds", or "seeds + 2 more"."""
    first = roots[0].resolve().name or str(roots[0].resolve())
    return first if len(roots) == 1 else f"{first} + {len(roots) - 1} more"
