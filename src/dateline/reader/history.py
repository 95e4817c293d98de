"""Where the reader has been, as a browser keeps it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.reader.selection import Place

LIMIT = 200


class History:
    """The places visited: going back keeps those ahead until another place is visited."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._now = -1

    def visit(self, place: Place) -> None:
        """Add a place after the present one; those that were ahead are gone."""
        now = self._places[self._now] if self._now >= 0 else None
        if now in (place, replace(place, over=())):  # it is left from other screens, at most
            self._places[self._now] = place
            return
        del self._places[self._now + 1 :]
        self._places.append(place)
        del self._places[:-LIMIT]
        self._now = len(self._places) - 1

    def replace(self, place: Place) -> None:
        """Put another place where the present one is."""
        if self._places:
            self._places[self._now] = place

    def back(self, present: Place) -> Place | None:
        """Return the place before, None at the first; `present` is kept, for the way forward."""
        self.visit(present)
        return self._step(-1)

    def forward(self, present: Place) -> Place | None:
        """Return the place ahead, None where there is none."""
        if self._now >= 0 and self._places[self._now] == present:
            self._places[self._now] = present
        return self._step(1)

    def _step(self, step: int) -> Place | None:
        if not 0 <= self._now + step < len(self._places):
            return None
        self._now += step
        return self._places[self._now]
