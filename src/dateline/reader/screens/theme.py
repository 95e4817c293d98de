"""The choice of a theme, shown while the cursor is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from dateline.reader.screens.box import Picker
from dateline.reader.widgets.lines import Line, Lines
from dateline.reader.widgets.listing import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence


class ThemeChoice(Picker[None]):
    """A list of themes."""

    heading = "Theme"
    placeholder = "search the themes"
    taking = "keep it"
    leaving = "as before"

    def __init__(self, names: Sequence[str], now: str) -> None:
        super().__init__()
        self._names = names
        self._before = now

    def look_up(self, text: str) -> None:
        """List the themes whose name has the letters."""
        fitting = [name for name in self._names if text.strip().lower() in name]
        cursor = fitting.index(self.app.theme) if self.app.theme in fitting else 0
        self.fill([_entry(name) for name in fitting], "" if fitting else "No such theme.", cursor=cursor)

    @on(Lines.Moved)
    def show_theme(self) -> None:
        """Show the theme that the cursor is on."""
        if self.listing.value is not None:
            self.app.theme = self.listing.value

    def choose(self, value: str | None) -> None:
        """Keep the theme."""
        if value is not None:
            self.app.theme = value
            self.dismiss(None)

    def action_box_close(self) -> None:
        """Go back to the theme before."""
        self.app.theme = self._before
        self.dismiss(None)


def _entry(name: str) -> Entry:
    return Entry(lambda _width: (Line(((name, ""),)),), name)
