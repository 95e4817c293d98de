"""The main screen's ground: its panes and bars, the place they show, and how the collection is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen

from dateline.index.database import IndexFailure
from dateline.reader import keys
from dateline.reader.hints import hints
from dateline.reader.history import History
from dateline.reader.layout import PANES, Pane, shown_panes
from dateline.reader.widgets.article import Article
from dateline.reader.widgets.bars import Footer, Progress, Standing, TitleBar
from dateline.reader.widgets.lines import shorten
from dateline.reader.widgets.sidebar import Sidebar
from dateline.reader.widgets.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer
    from textual.widget import Widget

    from dateline.index.collection import Collection
    from dateline.library.library import Library
    from dateline.reader.app import DatelineApp
    from dateline.reader.selection import Place

T = TypeVar("T")
U = TypeVar("U")
PREVIEW = 0.15  #: seconds that the cursor rests on something before it is previewed


class Desk(Screen[None]):
    """The panes, the place that they show, and what is asked for them."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("main")]

    def __init__(self, place: Place) -> None:
        super().__init__(id="main")
        self.place = place
        self.history = History()
        self.pane: Pane = "timeline"
        self.side: Pane = "timeline"  #: the pane beside the article where there is room for two
        self.zoomed = False
        self.title_bar = TitleBar(
            lambda cells: self.read(lambda c: c.histogram(cells), [0] * cells), id="title"
        )
        self.progress = Progress(id="progress")
        self.timeline = Timeline(id="timeline")
        self.article = Article(id="article")
        self.sidebar = Sidebar(id="sidebar")
        self.footer = Footer(id="footer")
        self._preview: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay the bars and panes out."""
        yield self.title_bar
        yield self.progress
        with Horizontal(id="panes"):
            yield self.timeline
            yield self.article
            yield self.sidebar
        yield self.footer

    @property
    def reader(self) -> DatelineApp:
        """The app."""
        return cast("DatelineApp", self.app)

    @property
    def collection(self) -> Collection:
        """What is read, as of the last change of the index."""
        return self.reader.collection

    @property
    def library(self) -> Library:
        """The reader's own marks."""
        return self.reader.library

    # --- asking the collection ---------------------------------------------------------------------------

    def read(self, question: Callable[[Collection], T], otherwise: U) -> T | U:
        """Return an answer that is quick to have; `otherwise`, and a message, where the index fails."""
        try:
            return question(self.collection)
        except IndexFailure as error:
            self.report(error)
            return otherwise

    def ask(self, topic: str, question: Callable[[Collection], T], answer: Callable[[T], object]) -> None:
        """Put a question whose answer may take a while; an older one of the same topic is dropped."""
        self.reader.loader.ask(topic, self, question, answer, self.report)

    def report(self, error: Exception) -> None:
        """Show what went wrong; the reader goes on with what is there."""
        self.say(str(error) or type(error).__name__, severity="error")

    def say(self, text: str, *, severity: str = "information") -> None:
        """Show a short message; its text is never read as markup."""
        self.notify(text, severity=severity, markup=False, timeout=4)  # type: ignore[arg-type]  # one of Textual's

    @property
    def here(self) -> Place:
        """The present place, with how far the article is scrolled."""
        return replace(self.place, line=self.article.scroll_offset.y)

    def preview(self, show: Callable[[], None]) -> None:
        """Show something once the cursor has rested on it."""
        self.stop_preview()
        self._preview = self.set_timer(PREVIEW, show)

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
            problems=len(self.read(lambda c: c.problems(), ())) + len(self.reader.settings.problems),
            stale=self.read(lambda c: c.stale(), False),
        )
        self.title_bar.show(found, fresh=True)
        self.refresh_bars()

    def refresh_bars(self) -> None:
        """Show the present state above, below and on the panes' borders."""
        place, selection = self.place, self.place.selection
        single = self.has_class("-single")
        self.title_bar.change(
            dates=place.dates,
            only=selection.label if place.only and selection else None,
            pane=f"{self.pane.capitalize()} ({PANES.index(self.pane) + 1} of 3)" if single else "",
        )
        at, count = self.article.progress
        label = shorten(selection.label, 30) if selection else ""
        if selection and count:
            label += f" {at}/{count}" if at else f" {count}×"
        self.article.border_subtitle = Content(label) if label else None
        self.sidebar.border_title = Content(selection.label if selection else "In this article")
        self.footer.show(hints(self.pane, place, zoomed=self.zoomed, single=single))

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
        shown = shown_panes(self.size.width, pane, self.side, zoomed=self.zoomed)
        for name in shown:
            panes[name].display = True
        if focus:
            self.set_focus(panes[pane], scroll_visible=False)
        for name, widget in panes.items():
            if name not in shown:
                widget.display = False
        self.set_class(len(shown) == 1, "-single")
        self.set_class(len(shown) == 2, "-double")
        self.refresh_bars()
