"""The desk: panes and bars, the place that they show, and how the collection is asked.

It is no widget itself: each further class of widgets costs a merge of all bindings before the first screen.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from textual.content import Content

from dateline.index.collection import QueryError
from dateline.reader.hints import hints
from dateline.reader.history import History
from dateline.reader.keys import keys_of
from dateline.reader.layout import PANES, Pane, shown_panes
from dateline.reader.widgets.article import Article
from dateline.reader.widgets.bars import Footer, Progress, Standing, TitleBar
from dateline.reader.widgets.sidebar import Sidebar
from dateline.reader.widgets.strips import shorten
from dateline.reader.widgets.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ClassVar

    from textual.timer import Timer
    from textual.widget import Widget

    from dateline.index.collection import Collection
    from dateline.index.rows import Found, Selection
    from dateline.library.library import Library
    from dateline.reader.application import DatelineApp
    from dateline.reader.keys import Scope
    from dateline.reader.screens.main import MainScreen
    from dateline.reader.selection import Place, Visit

T = TypeVar("T")
U = TypeVar("U")
PREVIEW = 0.15  #: seconds that the cursor rests on something before it is previewed


class Front(Protocol):
    """A screen that does what keys, help and palette offer."""

    scope: ClassVar[Scope]

    async def perform(self, name: str | None) -> None:
        """Do an action of the registry by its name; nothing for None."""

    def take_found(self, found: Found | None) -> None:
        """Show what was found by a few letters; nothing for None."""


class Desk:
    """The panes, the place that they show, and what is asked for them."""

    def __init__(self, app: DatelineApp, place: Place) -> None:
        self.app = app
        self.place = place
        self.history = History()
        self.pane: Pane = "timeline"
        self.side: Pane = "timeline"  #: the pane beside the article where there is room for two
        self.alone = False  #: whether one pane shows at a time
        self.zoomed = False
        self.title_bar = TitleBar(
            lambda cells: self.read(lambda c: c.histogram(cells), [0] * cells), id="title"
        )
        self.progress = Progress(id="progress")
        self.timeline = Timeline(id="timeline")
        self.article = Article(id="article")
        self.sidebar = Sidebar(id="sidebar")
        self.footer = Footer(id="footer")
        self.footer.keymap = app.settings.keys
        self._preview: Timer | None = None
        self.followers: list[Callable[[], object]] = []  #: called where dates or index are others
        self.undos: list[Callable[[], object]] = []  #: each takes back what was done, the last one last
        self.visits: dict[Selection, Visit] = {}  #: where dossiers were left
        self._turned_unread = 0  # articles marked as unread in this session, less those that were read

    @property
    def screen(self) -> MainScreen:
        """The screen that the desk is on."""
        return self.app.main

    @property
    def front(self) -> Front:
        """The screen whose keys count: the main one, or one that fills the terminal over it."""
        return cast("Front", next(s for s in reversed(self.app.screen_stack) if not s.is_modal))

    @property
    def collection(self) -> Collection:
        """What is read, as of the last change of the index."""
        return self.app.collection

    @property
    def library(self) -> Library:
        """The reader's own marks."""
        return self.app.library

    # --- asking the collection ---------------------------------------------------------------------------

    def read(self, question: Callable[[Collection], T], otherwise: U) -> T | U:
        """Return an answer that is quick to have; `otherwise`, and a message, where the question is wrong."""
        try:
            return question(self.collection)
        except QueryError as error:
            self.report(error)
            return otherwise

    def ask(self, topic: str, question: Callable[[Collection], T], answer: Callable[[T], object]) -> None:
        """Put a question whose answer may take a while; an older one of the same topic is dropped."""
        self.app.loader.ask(topic, self.screen, question, answer, self.report)

    def report(self, error: Exception) -> None:
        """Show what went wrong; the reader goes on with what is there."""
        self.say(str(error) or type(error).__name__, severity="error")

    def say(self, text: str, *, severity: str = "information") -> None:
        """Show a short message in the place of the one before; its text is never read as markup."""
        if severity == "information":
            self.app.clear_notifications()
        self.app.notify(text, severity=severity, markup=False, timeout=4)  # type: ignore[arg-type]  # one of Textual's

    def key_of(self, name: str) -> str:
        """Return the first key of an action, as it is shown."""
        return next(iter(keys_of(name, self.app.settings.keys)), "")

    @property
    def here(self) -> Place:
        """The present place, with how far the article is scrolled."""
        return replace(self.place, line=self.article.scroll_offset.y)

    def preview(self, show: Callable[[], None]) -> None:
        """Show something once the cursor has rested on it."""
        self.stop_preview()
        self._preview = self.screen.set_timer(PREVIEW, show)

    def tell_followers(self) -> None:
        """Let the screens over the main one ask again: the dates or the index have changed."""
        for follow in self.followers:
            follow()

    def stop_preview(self) -> None:
        """Let an outstanding preview come to nothing."""
        if self._preview is not None:
            self._preview.stop()
            self._preview = None

    # --- bars and panes ----------------------------------------------------------------------------------

    def tell_all(self) -> None:
        """Ask for everything that the title bar tells."""
        found = Standing(
            name=self.collection.name,
            coverage=self.read(lambda c: c.coverage(), None),
            hidden=self.read(lambda c: c.hidden(self.place.filter), 0),
        )
        before = self.title_bar.standing
        self.title_bar.show(
            found._replace(problems=before.problems, stale=before.stale, unread=before.unread)
        )
        self.refresh_bars()

    def tell_condition(self) -> None:
        """Ask how many are unread, what could not be read, whether the index is of another version.

        All of it may take a moment.
        """

        def question(c: Collection) -> tuple[int, int, bool, str | None]:
            turned, read = self._turned_unread, self.library.having("read")
            unread = c.coverage().articles - c.count_of(read) - turned
            return unread, len(c.problems()), c.stale(), c.failure

        def answer(found: tuple[int, int, bool, str | None]) -> None:
            unread, count, stale, failure = found
            here = len(self.app.settings.problems) + len(self.app.run_problems)
            self.title_bar.change(
                unread=unread + self._turned_unread,
                problems=count + here,
                stale=stale and not self.progress.display,
            )
            self.tell_empty()
            if failure is not None:
                self.say(failure, severity="error")

        self.ask("condition", question, answer)

    def turn_unread(self, step: int) -> None:
        """Count an article more, or less, as unread."""
        self._turned_unread += step
        unread = self.title_bar.standing.unread
        if unread is not None:
            self.title_bar.change(unread=unread + step)

    def tell_empty(self) -> None:
        """Say why there are no articles, and which key helps."""
        raise NotImplementedError

    def refresh_bars(self) -> None:
        """Show the present state above, below and on the panes' borders."""
        place, selection = self.place, self.place.selection
        self.title_bar.change(
            dates=place.dates,
            only=selection.label if place.only and selection else None,
            pane=f"{self.pane.capitalize()} ({PANES.index(self.pane) + 1} of 3)" if self.alone else "",
        )
        at, count = self.article.progress
        walked = self.article.mention.selection if self.article.mention is not None else None
        selection = selection or walked  # whom the words stand for
        label = shorten(selection.label, 30) if selection else ""
        if selection and count:
            label += f" {at}/{count}" if at else f" {count}×"
        self.article.border_subtitle = Content(label) if label else None
        self.sidebar.border_title = Content(place.selection.label if place.selection else "In this article")
        self.footer.show(hints(self.pane, place, walked, zoomed=self.zoomed, single=self.alone))

    def show_pane(self, pane: Pane, *, focus: bool = True) -> None:
        """Make a pane the one that is used, and show it where it is not."""
        self.pane = pane
        if pane != "article":
            self.side = pane
        panes: dict[Pane, Widget] = {
            "timeline": self.timeline,
            "article": self.article,
            "sidebar": self.sidebar,
        }
        shown = shown_panes(self.app.size.width, pane, self.side, zoomed=self.zoomed)
        for name in shown:
            panes[name].display = True
        if focus:
            self.screen.set_focus(panes[pane], scroll_visible=False)
        for name, widget in panes.items():
            if name not in shown:
                widget.display = False
        self.alone = len(shown) == 1
        self.screen.set_class(self.alone, "-single")
        self.refresh_bars()
