"""What the reader is looking at: one value that all panes follow."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from dateline.index.rows import DateRange, Filter, Selection

if TYPE_CHECKING:
    from dateline.library.session import Session
    from dateline.reader.screens.sheet import Sheet

Pane = Literal["about", "told"]  #: the lists of a dossier
_KINDS = ("person", "country", "organization", "summit", "figure", "pledge", "search")


@dataclass(frozen=True, slots=True)
class Place:
    """An article, what is selected, and which articles the timeline shows."""

    article: str | None = None
    selection: Selection | None = None
    dates: DateRange | None = None
    only: bool = False
    line: int = field(default=0, compare=False)  #: first visible line of the article
    over: tuple[tuple[type[Sheet], Any], ...] = ()  #: screens from which it was left, and how they stood

    @property
    def filter(self) -> Filter:
        """What the timeline shows."""
        return Filter(self.dates, self.selection if self.only else None)


@dataclass
class Visit:
    """A dossier on the way that the reader has gone, and where it was left."""

    selection: Selection
    pane: Pane = "about"
    about: int = 0  #: the cursor's row in each list
    told: int = 0


def place_of(session: Session) -> Place:
    """Return the place that a session remembers; what it holds comes from a file and may be anything."""
    dates = DateRange(*session.dates) if session.dates and all(map(_is_day, session.dates)) else None
    selection = None
    if session.selection and session.selection[0] in _KINDS:
        kind, id, label = session.selection
        selection = Selection(kind, id, label)  # type: ignore[arg-type]  # it is one of _KINDS
    return Place(session.article, selection, dates, session.only and selection is not None, session.line)


def _is_day(text: str) -> bool:
    from datetime import date  # noqa: PLC0415

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
