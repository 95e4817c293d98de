"""The reader: a Textual app around one collection."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, InvalidThemeError

from dateline.library.session import Session
from dateline.reader import themes
from dateline.reader.indexer import Indexer
from dateline.reader.loader import Loader
from dateline.reader.screens.main import MainScreen
from dateline.reader.settings import DEFAULT_THEME, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from textual.screen import Screen
    from textual.types import CSSPathType

    from dateline.index.collection import Collection
    from dateline.library.library import Library


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
    ) -> None:
        super().__init__()
        self.animation_level = "none"
        self.roots = tuple(roots)
        self.settings = settings or Settings()
        self.library = library
        self.run_problems: list[str] = []  #: what went wrong in this session's runs
        self._open = open_collection
        self.collection = open_collection()
        self.loader = Loader(open_collection)
        self.indexer = indexer
        self._session = library.session(self.roots) or Session()
        self.main = MainScreen(self._session)
        self._use_theme(self.settings.theme or self._session.theme)

    def _use_theme(self, name: str | None) -> None:
        """Start with a theme, so that the style sheet is made once."""
        self.register_theme(themes.DARK)
        self.register_theme(themes.LIGHT)
        try:
            self.theme = name or DEFAULT_THEME
        except InvalidThemeError:
            self.theme = DEFAULT_THEME
            if name == self.settings.theme:
                self.run_problems.append(f"“{name}” is no theme; the palette lists them")
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[Any]:
        """Return the main screen."""
        return self.main

    def on_mount(self) -> None:
        """Set the user's keys."""
        self.set_keymap(self.settings.keys)

    def first_shown(self) -> None:
        """Go on with what can wait until the first screen is painted."""
        for problem in (*self.settings.problems, *self.run_problems, *self.library.messages):
            self.notify(problem, severity="warning", markup=False, timeout=10)
        self.look_for_changes()

    def look_for_changes(self, *, tell: bool = False) -> None:
        """Start a run of the index where files are new or changed; `tell` says so where none are."""
        if self.indexer is None or self.indexer.running:
            return

        def question(_collection: Collection) -> bool:
            from dateline import indexing  # noqa: PLC0415

            return indexing.needs_run(self.roots)

        def answer(needed: bool) -> None:
            if needed:
                self.run_worker(self._follow_run(), group="index", exclusive=True, exit_on_error=False)
            elif tell:
                self.main.say("Nothing has changed.")

        self.loader.ask("changes", self, question, answer, self.main.report)

    async def _follow_run(self) -> None:
        assert self.indexer is not None
        self.main.progress.show(0, 0, "")
        self.main.tell_empty()
        wrong = await self.indexer.follow(self.follow_event)
        self.main.progress.hide()
        if wrong is not None:
            self.run_problems.append(wrong)
            self.main.say(wrong, severity="error")
        self.reread()

    def follow_event(self, event: dict[str, Any]) -> None:
        """Show what the run tells."""
        match event["event"]:
            case "counted":
                self.main.progress.show(0, int(event.get("total", 0)), "")
            case "indexed":
                self.main.progress.show(
                    int(event.get("done", 0)), int(event.get("total", 0)), str(event.get("name", ""))
                )
            case "linked":
                self.reread()

    def reread(self) -> None:
        """Show the index as it is now."""
        self.collection.close()
        self.collection = self._open()
        self.main.reload()

    def leave(self) -> None:
        """Keep where the collection is left, and quit."""
        self.library.save_session(self.roots, self.main.session())
        self.exit(0)

    async def action_quit(self) -> None:
        """Leave as q does (ctrl+q)."""
        self.leave()

    async def on_unmount(self) -> None:
        """Let go of the child, the thread and the files."""
        if self.indexer is not None:
            await self.indexer.stop()
        self.loader.close()
        self.collection.close()


def run_reader(roots: Sequence[Path]) -> int:
    """Open the reader on the paths; return the exit code."""
    from dateline.config import configuration_file  # noqa: PLC0415
    from dateline.index.collection import Collection  # noqa: PLC0415
    from dateline.library.library import Library  # noqa: PLC0415
    from dateline.reader import settings  # noqa: PLC0415

    loaded = settings.load(configuration_file())
    library = Library.open()
    app = DatelineApp(
        roots,
        open_collection=partial(Collection.open, roots),
        library=library,
        settings=loaded,
        indexer=Indexer(roots),
    )
    code = app.run(mouse=loaded.mouse)
    library.close()
    return code if code is not None else (app.return_code or 0)
