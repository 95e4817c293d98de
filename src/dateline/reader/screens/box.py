"""What opens over the panes: boxes that Esc leaves, and boxes with a line to type in and a live list."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from dateline.reader import keys
from dateline.reader.hints import Hint
from dateline.reader.messages import ActionWanted
from dateline.reader.widgets.bars import Footer
from dateline.reader.widgets.lines import Lines
from dateline.reader.widgets.listing import Entry, Listing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer
    from textual.types import CSSPathType
    from textual.widget import Widget

    Ask = Callable[[str, Callable[[Any], Any], Callable[[Any], object]], None]

R = TypeVar("R")
PAUSE = 0.1  #: seconds without a key press after which what was typed is looked up


class Box(ModalScreen[R]):
    """A box over the panes; Esc and a click beside it leave it with nothing chosen.

    The line below the panes tells the box's own keys while it is open.
    """

    CSS_PATH: ClassVar[CSSPathType | None] = "box.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("box", ["box-close", "box-help"])]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    heading: str = ""
    frame: ClassVar[type[Widget]] = Vertical
    leaving: ClassVar[str] = "cancel"  #: what Esc does

    def __init__(self) -> None:
        super().__init__()
        self.footer = Footer(id="box-footer")

    def compose(self) -> ComposeResult:
        """Lay the box out, and the line with its keys."""
        with self.frame(id="box") as box:
            box.border_title = Content(self.heading)
            yield from self.contents()
        self.footer.keymap = self.app.settings.keys  # type: ignore[attr-defined]
        self.tell_keys()
        yield self.footer

    @abstractmethod
    def contents(self) -> ComposeResult:
        """Yield what is in the box."""

    def hints(self) -> list[Hint]:
        """Return what its keys do, the most useful first."""
        return []

    def tell_keys(self) -> None:
        """Tell what the keys do now; help and the way out always fit."""
        self.footer.show([*self.hints(), Hint(("box-help",), "help"), Hint(("box-close",), self.leaving)])

    @on(ActionWanted)
    async def do_what_is_clicked(self, event: ActionWanted) -> None:
        """Do what was clicked in the line with the keys."""
        event.stop()
        await self.run_action(event.name.replace("-", "_"))

    def dismiss(self, result: R | None = None) -> AwaitComplete:
        """Leave, unless the box has been left: the answer that Enter waits for may come late."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def action_box_close(self) -> None:
        """Leave the box."""
        self.dismiss(None)

    def action_box_help(self) -> None:
        """Show all keys."""
        from dateline.reader.screens.help import Help  # noqa: PLC0415

        self.app.push_screen(Help(self.app.settings.keys, only_read=True))  # type: ignore[attr-defined]

    def on_click(self, event: events.Click) -> None:
        """Leave the box by a click beside it."""
        if event.widget is self:
            self.action_box_close()


class Picker(Box[R]):
    """A box with a line to type in and the list of what fits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings("box", ["box-take", "box-down", "box-up", "box-page-down", "box-page-up"])
    ]
    AUTO_FOCUS = "Input"
    placeholder: ClassVar[str] = ""
    taking: ClassVar[str] = "choose"  #: what Enter does with what the cursor is on
    at_once: ClassVar[bool] = True  #: whether each key press is looked up without a pause

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.input = Input(text, placeholder=self.placeholder, select_on_focus=True, id="box-input")
        self.listing = Listing(id="box-list", always_active=True)
        self.listing.can_focus = False
        self.status = Static("", id="box-status", markup=False)
        self._pause: Timer | None = None

    def contents(self) -> ComposeResult:
        """Yield the line, the list, and what is said about it."""
        yield self.input
        yield self.listing
        yield self.status

    def hints(self) -> list[Hint]:
        """Return what Enter does, and what moves in the list."""
        return [Hint(("box-take",), self.taking), Hint(("box-down", "box-up"), "move")]

    def on_mount(self) -> None:
        """Show what there is before anything is typed."""
        self.look_up(self.input.value)

    @abstractmethod
    def look_up(self, text: str) -> None:
        """Find what fits the text, and fill the list with it."""

    @abstractmethod
    def choose(self, value: Any) -> None:
        """Leave with a value of the list, None where the list is empty."""

    def fill(self, entries: Sequence[Entry], status: str = "", *, cursor: int = 0) -> None:
        """Show what was found, and a line about it."""
        self.listing.show(entries, cursor)
        self.tell(status)

    def tell(self, status: str) -> None:
        """Show a line about the list; none takes no room."""
        self.status.update(Content(status))
        self.status.display = bool(status)

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Look up what was typed."""
        if self._pause is not None:
            self._pause.stop()
        if self.at_once:
            self.look_up(event.value)
        else:
            self._pause = self.set_timer(PAUSE, lambda: self.look_up(event.value))

    @on(Input.Submitted)
    @on(Lines.Chosen)
    def action_box_take(self) -> None:
        """Leave with what the cursor is on."""
        self.choose(self.listing.value)

    def action_box_down(self) -> None:
        """Move down the list."""
        self.listing.move(1)

    def action_box_up(self) -> None:
        """Move up the list."""
        self.listing.move(-1)

    def action_box_page_down(self) -> None:
        """Move a page down the list."""
        self.listing.page(1)

    def action_box_page_up(self) -> None:
        """Move a page up the list."""
        self.listing.page(-1)
