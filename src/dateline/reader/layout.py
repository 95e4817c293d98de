"""Which panes there is room for."""

from __future__ import annotations

from typing import Literal

Pane = Literal["timeline", "article", "sidebar"]
PANES: tuple[Pane, ...] = ("timeline", "article", "sidebar")

TWO = 84  #: cells from which on two panes are shown
THREE = 124  #: cells from which on all three are


def shown_panes(width: int, pane: Pane, side: Pane, *, zoomed: bool) -> tuple[Pane, ...]:
    """Return the panes to show: the one in use, beside it as many as the width has room for.

    With room for two, they are the article and `side`, the one of the others that was used last.
    """
    if zoomed or width < TWO:
        return (pane,)
    if width >= THREE:
        return PANES
    return ("timeline", "article") if side == "timeline" else ("article", "sidebar")
