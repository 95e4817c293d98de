"""What the screens that fill the terminal over the main one have in common."""

from __future__ import annotations

from dataclasses import replace
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self

from textual import on
from textual.screen import Screen

from dateline.reader import keys
from dateline.reader.days import describe
from dateline.reader.messages import ActionWanted
from dateline.reader.widgets.bars import Bar, Footer
from dateline.reader.widgets.strips import Piece, shorten, width_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.types import CSSPathType

    from dateline.index.collection import Collection
    from dateline.index.rows import Found
    from dateline.reader.application import DatelineApp
    from dateline.reader.following import Following
    from dateline.reader.hints import Hint


class SheetBar(Bar):
    """The line at the top: which screen, what it shows, and which dates it follows."""

    def __init__(self) -> None:
        super().__init__(id="sheet-bar")
        self._left: Sequence[Piece] = ()
        self._right = ""
        self._dated = False

    def show(self, left: Sequence[Piece], right: str, *, dated: bool) -> None:
        """Show what the screen is about; at the right the dates, lit up where they are a filter."""
        self._left, self._right, self._dated = left, right, dated
        self.refresh()

    def pieces(self) -> list[tuple[Piece, str]]:
        """Return the parts from the left, and the dates where there is room."""
        width = self.size.width
        line: list[Piece] = [(" ", "")]
        for text, look in self._left:
            joint: list[Piece] = [(" · ", "dim")] if len(line) > 1 else []
            room = width - width_of([*line, *joint]) - 1
            if room > 3:
                line += [*joint, (shorten(text, room), look)]
        gap = width - width_of(line) - width_of([(self._right, "")]) - 1
        pieces: list[tuple[Piece, str]] = [(piece, "") for piece in line]
        if gap > 1:
            pieces += [((" " * gap, ""), ""), ((self._right, "key" if self._dated else ""), "dates")]
        return pieces


class Movable(Protocol):
    """What has a cursor: a list of rows, or a drawing of nodes."""

    def move(self, step: int) -> None:
        """Move it by rows."""

    def page(self, step: float) -> None:
        """Move it by a page, or a part of one."""

    def end(self, step: int) -> None:
        """Move it to the first or the last one."""

    def choose(self) -> None:
        """Choose what it is on."""


class Sheet(Screen[None]):
    """A screen with a bar, lists and a footer; what it does not do itself, the main screen does."""

    CSS_PATH: ClassVar[CSSPathType | None] = "sheet.tcss"
    AUTO_FOCUS = ""
    scope: ClassVar[keys.Scope]
    app: DatelineApp

    def __init__(self, desk: Following) -> None:
        super().__init__()
        self.desk = desk
        self.bar = SheetBar()
        self.footer = Footer(id="sheet-footer")
        self.footer.keymap = desk.app.settings.keys
        self._elsewhere = keys.elsewhere(self.scope, desk.app.settings.keys)

    def on_key(self, event: events.Key) -> None:
        """Say of a key that counts on the main screen alone that it does."""
        if (action := self._elsewhere.get(event.key)) is not None:
            words = action.description.partition(":")[0]
            self.desk.say(f"“{words}” is for the main screen; {self.desk.key_of('quit')} goes back to it.")

    def on_mount(self) -> None:
        """Follow the dates and the index, and ask for what is to be shown."""
        self.desk.followers.append(self.refill)
        self.refill()

    def on_unmount(self) -> None:
        """Follow no more."""
        self.desk.followers.remove(self.refill)

    def refill(self) -> None:
        """Ask for what is shown: at first, and whenever the dates or the index are others."""
        raise NotImplementedError

    @property
    def used(self) -> Movable:
        """The list, or what else has the cursor that the keys move."""
        raise NotImplementedError

    def hints(self) -> list[Hint]:
        """Return what the footer tells, the most useful first; the last two always fit."""
        raise NotImplementedError

    def ask(
        self, question: Callable[[Collection], Any], answer: Callable[[Any], object], part: str = ""
    ) -> None:
        """Put a question; an older one for the same part of this screen is dropped."""
        self.app.loader.ask(f"{self.scope} {id(self)} {part}", self, question, answer, self.desk.report)

    def tell(self, *left: Piece) -> None:
        """Show in the bar what the screen is about."""
        dates, coverage = self.desk.place.dates, self.desk.title_bar.standing.coverage
        words = describe(dates) if dates else ""
        if not words and coverage and coverage.first and coverage.last:
            words = "all dates"
        self.bar.show(left, words, dated=dates is not None)
        self.footer.show(self.hints())

    # --- keys --------------------------------------------------------------------------------------------

    async def action_do(self, name: str) -> None:
        """Do an action of the registry."""
        await self.perform(name)

    async def perform(self, name: str | None) -> None:
        """Do an action of the registry by its name; nothing for None, with which boxes are left."""
        if name is None:
            return
        own = getattr(self, f"do_{name.replace('-', '_')}", None)
        if own is None:
            await self.app.main.perform(name)
        elif isawaitable(done := own()):
            await done

    def take_found(self, found: Found | None) -> None:
        """Open the dossier of what was found by a few letters."""
        if found is not None:
            self.app.open_dossier(found.selection)

    @on(ActionWanted)
    async def do_what_is_clicked(self, event: ActionWanted) -> None:
        """Do what was clicked in a bar."""
        await self.perform(event.name)

    def do_down(self) -> None:
        """Move a row down."""
        self.used.move(1)

    def do_up(self) -> None:
        """Move a row up."""
        self.used.move(-1)

    def do_page_down(self) -> None:
        """Move a page down."""
        self.used.page(1)

    def do_page_up(self) -> None:
        """Move a page up."""
        self.used.page(-1)

    def do_half_down(self) -> None:
        """Move half a page down."""
        self.used.page(0.5)

    def do_half_up(self) -> None:
        """Move half a page up."""
        self.used.page(-0.5)

    def do_top(self) -> None:
        """Move to the first row."""
        self.used.end(-1)

    def do_bottom(self) -> None:
        """Move to the last row."""
        self.used.end(1)

    def do_open(self) -> None:
        """Choose what the cursor is on."""
        self.used.choose()

    def do_let_go(self) -> None:
        """Close the screen."""
        self.close()

    def do_back(self) -> None:
        """Close the screen."""
        self.close()

    def do_quit(self) -> None:
        """Close the screen."""
        self.close()

    @property
    def state(self) -> Any:
        """How it stands, for `again`."""
        return None

    @classmethod
    def again(cls, desk: Following, _state: Any) -> Self:
        """Return a new screen that stands as an earlier one did."""
        return cls(desk)

    def close(self) -> None:
        """Go back to the screen below."""
        if self.app.screen is self:
            self.app.pop_screen()

    def open_article(self, article: str, start: int, end: int) -> None:
        """Close all screens over the main one, and open an article there at a place of its text.

        Going back opens them again.
        """
        over = [screen for screen in self.app.screen_stack if isinstance(screen, Sheet)]
        self.desk.place = replace(self.desk.place, over=tuple((type(s), s.state) for s in over))
        while self.app.screen is not self.app.main:
            self.app.pop_screen()
        self.desk.open(article, (start, end))
        self.desk.show_pane("article")
