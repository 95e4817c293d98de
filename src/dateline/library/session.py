"""Where the reader left a collection."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Session:
    """What brings a collection back as it was left."""

    article: str | None = None  #: Article.id of the open article
    line: int = 0  #: first visible line of the article pane
    pane: str = ""  #: the pane that has the focus
    dates: tuple[str, str] | None = None  #: first and last day of the date filter
    selection: tuple[str, str, str] | None = None  #: kind, id and label of what is selected
    only: bool = False  #: whether the timeline shows only articles that mention it
    zoomed: bool = False
    theme: str | None = None
