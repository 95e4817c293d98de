"""The Textual app around one collection."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App

from dateline.library.session import Session
from dateline.reader import themes, warming
from dateline.reader.following import Following
from dateline.reader.grapher import Grapher
from dateline.reader.hang_up import watch_terminal
from dateline.reader.layout import PANES
from dateline.reader.loader import Loader
from dateline.reader.marked import MarksOfThen
from dateline.reader.runs import Runs
from dateline.reader.screens.main import MainScreen
from dateline.reader.selection import place_of
from dateline.reader.settings import DEFAULT_THEME, Settings
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from textual.notifications import SeverityLevel
    from textual.screen import Screen
    from textual.types import CSSPathType

    from dateline.index.collection import Collection
    from dateline.index.rows import Selection
    from dateline.library.library import Library
    from dateline.reader.indexer import Indexer


#: What ends the program from outside (a terminal that closes among it): the place is kept then, too.
_SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


class DatelineApp(App[int]):
    """The program on the screen; what is shown is the main screen's business, the rest the collection's."""

    TITLE = "dateline"
    CSS_PATH: ClassVar[CSSPathType | None] = ["app.tcss", "screens/main.tcss"]
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        roots: Sequence[Path],
        *,
        open_collection: Callable[[], Collection],
        library: Library,
        settings: Settings | None = None,
        indexer: Indexer | None = None,
        grapher: Grapher | None = None,
    ) -> None:
        super().__init__()
        self.animation_level = "none"
        self.roots = tuple(roots)
        self.settings = settings or Settings()
        self.library = library
        self.run_problems: list[str] = []  #: what went wrong in this session's runs
        self.marks = MarksOfThen(library)

        def open_marked() -> Collection:
            collection = open_collection()
            collection.marks = self.marks
            return collection

        self._open = open_marked
        self.collection = open_marked()
        self.loader = Loader(open_marked)
        self.watcher = Loader(open_collection)  # a look at all files takes too long to make others wait
        self.indexer = indexer
        self.runs = Runs(self)
        self.grapher = grapher or Grapher(roots)
        self._session = library.session(self.roots) or Session()
        self._use_theme(self.settings.theme or self._session.theme)
        self.main = MainScreen()
        self.desk = Following(self, place_of(self._session))

    def _use_theme(self, name: str | None) -> None:
        """Start with a theme, so that the style sheet is made once."""
        self.register_theme(themes.DARK)
        self.register_theme(themes.LIGHT)
        if name is not None and name not in self.available_themes:
            if name == self.settings.theme:
                self.run_problems.append(f"“{name}” is no theme; the palette lists them")
            name = None
        self.set_reactive(App.theme, name or DEFAULT_THEME)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[Any]:
        """Return the main screen."""
        return self.main

    async def on_event(self, event: events.Event) -> None:
        """Clean what is pasted or typed: it may come from outside, and a text box shows it as it is.

        Where a terminal does not tell what is pasted, each character comes as if its key had been pressed.
        """
        if isinstance(event, events.Paste) and not event.is_forwarded:
            event.text = clean(event.text)
        if isinstance(event, events.Key) and event.is_printable and not clean(event.character or ""):
            return
        await super().on_event(event)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a short message. Paths, names and what servers say may be in it: it is never markup."""
        super().notify(clean(message), title=title, severity=severity, timeout=timeout, markup=markup)

    def on_mount(self) -> None:
        """Set the user's keys."""
        if self.settings.keys:
            self.set_keymap(self.settings.keys)

    def show_first(self) -> None:
        """Show the collection where it was left."""
        self.desk.open_first()
        self.desk.tell_all()
        self.desk.zoomed = self._session.zoomed
        self.desk.show_pane(next((pane for pane in PANES if pane == self._session.pane), "timeline"))
        self.call_after_refresh(self.first_shown)

    def first_shown(self) -> None:
        """Go on with what can wait until the first screen is painted."""
        gc.enable()
        gc.freeze()  # what is there now stays: later collections need not look at it
        with contextlib.suppress(NotImplementedError):  # as on Windows
            for number in _SIGNALS:
                asyncio.get_running_loop().add_signal_handler(number, self.leave)
        if not self.is_headless:
            watch_terminal(self.keep_place)
            self.set_timer(warming.AFTER, warming.start)
        for problem in (*self.settings.problems, *self.run_problems, *self.library.messages):
            self.notify(problem, severity="warning", markup=False, timeout=10)
        self.library.tell = self._tell_of_library
        self.desk.tell_condition()
        self.runs.look_for_changes()

    def _tell_of_library(self, message: str) -> None:
        """Say that a mark is not kept, behind the word that it was made."""
        self.run_problems.append(message)
        self.call_after_refresh(self.notify, message, severity="error", timeout=10)
        self.desk.tell_condition()

    def open_dossier(self, selection: Selection) -> None:
        """Open the dossier of an actor, a summit or a claim, which selects it."""
        from dateline.reader.screens.dossier import DossierScreen  # noqa: PLC0415

        if selection.kind == "search":
            self.desk.say("A search has no dossier.")
        elif isinstance(self.screen, DossierScreen):
            self.screen.go(selection)
        else:
            self.push_screen(DossierScreen(self.desk, selection))
            if selection != self.desk.place.selection:
                self.desk.select(selection)

    def reread(self) -> None:
        """Show the index as it is now."""
        self.collection.close()
        self.collection = self._open()
        self.desk.reload()

    def session(self) -> Session:
        """Return what brings the collection back as it is now."""
        place = self.desk.here
        selection = place.selection
        return Session(
            article=place.article,
            line=place.line,
            pane=self.desk.pane,
            dates=(place.dates.first, place.dates.last) if place.dates else None,
            selection=(selection.kind, selection.id, selection.label) if selection else None,
            only=place.only,
            zoomed=self.desk.zoomed,
            theme=self.theme,
        )

    def leave(self) -> None:
        """Keep where the collection is left, and quit."""
        self.keep_place()
        self.exit(0)

    def keep_place(self) -> None:
        """Keep where the collection is left."""
        self.library.save_session(self.roots, self.session())

    async def action_quit(self) -> None:
        """Leave as q does (ctrl+q)."""
        self.leave()

    async def on_unmount(self) -> None:
        """Let go of the children, the thread and the files."""
        with contextlib.suppress(NotImplementedError):
            for number in _SIGNALS:
                asyncio.get_running_loop().remove_signal_handler(number)
        if self.indexer is not None:
            await self.indexer.stop()
        await self.grapher.close()
        self.loader.close()
        self.watcher.close()
        self.collection.close()
