"""The reader's note on an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static, TextArea

from dateline.reader import keys
from dateline.reader.hints import Hint
from dateline.reader.screens.box import Box

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.types import CSSPathType


class Note(Box[str]):
    """A box to write in; leaving it keeps what is written."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["box.tcss", "note.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("box", ["box-save"])]
    AUTO_FOCUS = "TextArea"
    heading = "Note"
    leaving = "keep and leave"

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self.area = TextArea(text, soft_wrap=True, id="note-text")

    def contents(self) -> ComposeResult:
        """Yield what the note is on, and the room to write it."""
        yield Static(Content(self._title), id="note-title", markup=False)
        yield self.area
        yield Static(Content("Leaving the box keeps the note; an empty one is taken away."), id="box-status")

    def hints(self) -> list[Hint]:
        """Return what keeps the note."""
        return [Hint(("box-save",), "keep")]

    def on_mount(self) -> None:
        """Go on writing at the end."""
        self.area.move_cursor(self.area.document.end)

    def action_box_save(self) -> None:
        """Keep the note and leave."""
        self.dismiss(self.area.text)

    def action_box_close(self) -> None:
        """Keep the note and leave."""
        self.dismiss(self.area.text)
