"""The boxes in which the reader judges: what is wrong, with what it is one, what it is called, its date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple

from textual import on
from textual.content import Content
from textual.widgets import Input, Static

from dateline.reader import keys
from dateline.reader.hints import Hint
from dateline.reader.screens.box import Box, Picker
from dateline.reader.screens.person import found_entry
from dateline.reader.widgets.lines import Line
from dateline.reader.widgets.listing import Entry, heading, words
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.types import CSSPathType

    from dateline.index.rows import Found, Selection
    from dateline.reader.screens.box import Ask

MOST = 40


class Choice(NamedTuple):
    """Something that can be said."""

    group: str  #: what it is said of
    words: str  #: "is not a person"
    kind: str  #: of the judgement; "undo" for one to be taken back
    value: str = ""  #: of the judgement; its id, to be taken back
    asks: Literal["", "subject", "name", "day"] = ""  #: what has to be said still
    whole: bool = False  #: whether it is said of the article


class Judge(Picker[Choice]):
    """The list of what can be said of what the cursor is on."""

    heading = "Judge"
    placeholder = "a few letters of what is to be said"
    taking = "say it"

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._choices = choices

    def look_up(self, text: str) -> None:
        """List what has the letters."""
        fitting = [c for c in self._choices if fold(text.strip()) in fold(f"{c.group} {c.words}")]
        entries: list[Entry] = []
        for number, choice in enumerate(fitting):
            if number == 0 or choice.group != fitting[number - 1].group:
                entries += [words()] * bool(entries) + [heading(choice.group)]
            entries.append(Entry(_drawn(choice), choice))
        undo = next(iter(keys.keys_of("undo", self.app.settings.keys)), "")  # type: ignore[attr-defined]
        self.fill(entries, f"{undo} takes it back." if fitting else "Nothing like it can be said.")

    def choose(self, value: Choice | None) -> None:
        """Leave with what is to be said."""
        if value is not None:
            self.dismiss(value)


def _drawn(choice: Choice) -> Callable[[int], Sequence[Line]]:
    return lambda _width: (Line(((f"  {choice.words}", ""),)),)


class SameAs(Picker["Found"]):
    """A list of actors or summits of one kind that follows what is typed."""

    heading = "The same as …"
    placeholder = "a few letters of a name"

    def __init__(self, ask: Ask, selection: Selection) -> None:
        super().__init__()
        self._ask = ask
        self._selection = selection

    def look_up(self, text: str) -> None:
        """Ask for those whom the letters fit."""
        kinds = (self._selection.kind,)
        self._ask("find", lambda c: c.find(text.strip(), kinds, MOST + 1), self._found)

    def _found(self, found: Sequence[Found]) -> None:
        others = [f for f in found if f.selection != self._selection][:MOST]
        self.fill([found_entry(f) for f in others], "" if others else "Nothing else is called so.")

    def choose(self, value: Found | None) -> None:
        """Leave with the one chosen."""
        if value is not None:
            self.dismiss(value)


class Say(Box[str]):
    """A line for a name or a date; below it what it means, or why it cannot be read."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["box.tcss", "judge.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("box", ["box-take"])]
    AUTO_FOCUS = "Input"

    def __init__(
        self, title: str, before: str, placeholder: str, read: Callable[[str], tuple[str, str]]
    ) -> None:
        """Take what reads the line: it returns the value and what that means; it raises ValueError."""
        super().__init__()
        self.heading = title
        self._read = read
        self.input = Input(before, placeholder=placeholder, select_on_focus=True, id="box-input")
        self.meaning = Static("", id="say-meaning", markup=False)

    def contents(self) -> ComposeResult:
        """Yield the line and its meaning."""
        yield self.input
        yield self.meaning

    def hints(self) -> list[Hint]:
        """Return what Enter does."""
        return [Hint(("box-take",), "say it")]

    @on(Input.Changed)
    def preview(self, event: Input.Changed) -> None:
        """Show what the line means, or why it can't be read."""
        style, told = "$text-error", ""
        if event.value.strip():
            try:
                style, told = "bold $text-success", self._read(event.value)[1]
            except ValueError as error:
                told = _sentence(error)
        self.meaning.update(Content.styled(told, style))

    @on(Input.Submitted)
    def action_box_take(self) -> None:
        """Leave with the value; what can't be read stays, with its message."""
        if not self.input.value.strip():
            self.dismiss(None)
            return
        try:
            self.dismiss(self._read(self.input.value)[0])
        except ValueError as error:
            self.notify(_sentence(error), severity="warning", markup=False)


def _sentence(error: Any) -> str:
    return f"{error}"[:1].upper() + f"{error}"[1:]
