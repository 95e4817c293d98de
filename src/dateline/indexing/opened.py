"""A file in the middle of a run: loaded, and waiting for the extraction of its articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.index.state import UNFINISHED, SeenFile

if TYPE_CHECKING:
    from dateline.index.state import Held, Stamp
    from dateline.model import Problem


@dataclass(slots=True)
class Opened:
    """A file that was loaded and waits for the extraction of its articles."""

    stamp: Stamp
    digest: str | None  #: of its bytes, taken before they were loaded: what changes in between shows later
    held: list[Held]
    problems: list[Problem]
    waiting: set[str]  #: ids of articles

    def seen(self) -> SeenFile:
        """Return what can be shown of the file by now."""
        if not self.waiting:
            return SeenFile(self.stamp, tuple(self.held), tuple(self.problems), self.digest)
        return SeenFile(UNFINISHED, tuple(held for held in self.held if held.article not in self.waiting))
