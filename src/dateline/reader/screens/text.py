"""A box of text to read: what was cut, reasons, problems."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from dateline.reader import keys
from dateline.reader.hints import Hint
from dateline.reader.screens.box import Box
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.types import CSSPathType


class TextBox(Box[None]):
    """A few paragraphs and, below them, the files that they are about."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["box.tcss", "text.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("box", ["box-quit", "text-down", "text-up"])]
    AUTO_FOCUS = "#box"
    frame = VerticalScroll
    leaving = "close"

    def __init__(self, title: str, parts: Sequence[str], paths: Sequence[str] = ()) -> None:
        super().__init__()
        self.heading = title
        self._parts = parts
        self._paths = paths

    def contents(self) -> ComposeResult:
        """Yield the paragraphs and the files."""
        for part in self._parts:
            yield Static(Content(clean(part)), classes="part", markup=False)
        for path in self._paths:
            yield Static(Content(clean(path)), classes="path", markup=False)

    def hints(self) -> list[Hint]:
        """Return what scrolls."""
        return [Hint(("text-down", "text-up"), "scroll")]

    def action_box_quit(self) -> None:
        """Leave the box."""
        self.dismiss(None)

    def action_text_down(self) -> None:
        """Scroll a line down."""
        self.query_one("#box").scroll_down(animate=False)

    def action_text_up(self) -> None:
        """Scroll a line up."""
        self.query_one("#box").scroll_up(animate=False)
