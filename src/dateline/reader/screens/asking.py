"""A box with a line to type in, and what it means while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.widgets import Input, Static

from dateline.reader import keys
from dateline.reader.hints import Hint
from dateline.reader.screens.box import Box

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.types import CSSPathType


class Asking(Box[str]):
    """A line of text; `meaning` says what it stands for and raises ValueError where it can't be read."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["box.tcss", "asking.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("box", ["box-take"])]
    AUTO_FOCUS = "Input"

    def __init__(
        self, title: str, value: str, meaning: Callable[[str], str], *, placeholder: str, examples: str
    ) -> None:
        super().__init__()
        self.heading = title
        self._meaning = meaning
        self._examples = examples
        self.input = Input(value, placeholder=placeholder, id="box-input")
        self.meaning = Static("", id="asking-meaning", markup=False)

    def contents(self) -> ComposeResult:
        """Yield the line, its meaning, and examples."""
        yield self.input
        yield self.meaning
        yield Static(Content(self._examples), id="asking-examples", markup=False)

    def hints(self) -> list[Hint]:
        """Return what Enter does."""
        return [Hint(("box-take",), "show these")]

    @on(Input.Changed)
    def preview(self, event: Input.Changed) -> None:
        """Show what the words mean, or why they can't be read."""
        try:
            self.meaning.update(Content.styled(self._meaning(event.value.strip()), "bold $text-success"))
        except ValueError as error:
            self.meaning.update(Content.styled(str(error), "$text-error"))

    @on(Input.Submitted)
    def action_box_take(self) -> None:
        """Leave with what was typed; what can't be read stays, with its message."""
        typed = self.input.value.strip()
        try:
            self._meaning(typed)
        except ValueError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self.dismiss(typed)
