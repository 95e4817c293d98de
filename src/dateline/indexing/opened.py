"""A file in the middle of a run: loaded, and waiting for the extraction of its articles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.index.state import UNFINISHED, Held, SeenFile
from dateline.indexing import steps
from dateline.indexing.survey import digest_of, stamp_of
from dateline.model import Problem

if TYPE_CHECKING:
    from dateline.index.state import Stamp
    from dateline.loading.files import Found
    from dateline.model import Article


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


def open_file(found: Found) -> tuple[Opened, list[Article]]:
    """Load a file; return it, with no article waiting yet, and its articles."""
    opened = Opened(stamp_of(found, with_problems=False), digest_of(found.path), [], [], set())
    articles = []
    for item in steps.load(Path(found.path)):
        if isinstance(item, Problem):
            opened.problems.append(item)
        else:
            opened.held.append(Held(item.article.id, item.location.record, item.location.modified))
            articles.append(item.article)
    if opened.problems:
        opened.stamp = stamp_of(found, with_problems=True)
    return opened, articles
