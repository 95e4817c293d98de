"""The jump to a person by a few letters of a name or of another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.screens.box import Picker
from dateline.reader.widgets.lines import Line
from dateline.reader.widgets.listing import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.index.rows import Found
    from dateline.reader.screens.box import Ask
    from dateline.reader.widgets.strips import Piece

MOST = 40


def found_entry(found: Found, *, kind: bool = False) -> Entry:
    """Return a row for an actor or summit: name, the other name that fitted, in how many articles."""
    left: list[Piece] = [(found.selection.label, "")]
    if found.alias:
        left.append((f"  {found.alias}", "dim"))
    articles = f"{found.articles:,} article{'s' * (found.articles != 1)}"
    right = f"{found.selection.kind} · {articles}" if kind else articles
    return Entry(lambda _width: (Line(tuple(left), ((right, "dim"),)),), found)


class PersonJump(Picker["Found"]):
    """A list of people that follows what is typed."""

    heading = "Person"
    placeholder = "a few letters of a name"

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self._ask = ask

    def look_up(self, text: str) -> None:
        """Ask for the people whom the letters fit."""
        self._ask("find", lambda c: c.find(text.strip(), ("person",), MOST), self._found)

    def _found(self, found: Sequence[Found]) -> None:
        self.fill([found_entry(f) for f in found], "" if found else "Nobody has such a name here.")

    def choose(self, value: Found | None) -> None:
        """Leave with the person chosen."""
        if value is not None:
            self.dismiss(value)
