"""What opens over the panes: files, reasons, help, palette, themes; and the way out."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from dateline.reader.actions.topic import Topic

if TYPE_CHECKING:
    from dateline.index.rows import ArticleView, Found


class Showing(Topic):
    """The keys that open something else."""

    def original(self) -> None:
        """Open the file that the article comes from."""
        view = self.desk.article.view
        path = next((p for p in view.paths if Path(p).exists()), None) if view else None
        if path is None:
            self.desk.say(
                "The file is no longer there." if view else "No article is open.", severity="warning"
            )
            return
        command = viewer(self.desk.app.settings.open)
        if command is None:
            self.desk.say(
                "Nothing to open it with: set “open” in the configuration file.", severity="warning"
            )
            return
        try:
            if Path(command[0]).name in {"xdg-open", "open"}:
                subprocess.Popen(
                    [*command, path],
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
                self.desk.say(f"Opened {path}")
            else:
                with self.desk.app.suspend():
                    subprocess.run([*command, path], check=False)
                self.desk.app.refresh()
        except (OSError, SuspendNotSupported) as error:
            self.desk.say(f"{command[0]}: {error or 'this terminal cannot lend itself'}", severity="error")

    def cut(self) -> None:
        """Show what was cut from the article's file."""
        view = self.desk.article.view
        if view is None:
            self.desk.say("No article is open.")
            return
        cut = view.furniture or ("Nothing was cut from this article.",)
        self._show_text("Cut from the article", cut, source=view)

    def problems(self) -> None:
        """Show what could not be read."""
        found = [f"{p.path}\n{p.reason}\n{p.advice}" for p in self.desk.read(lambda c: c.problems(), ())]
        found = [*self.desk.app.settings.problems, *self.desk.app.run_problems, *found]
        self._show_text("Problems", found or ["Everything could be read."])

    def _show_text(
        self, title: str, parts: list[str] | tuple[str, ...], source: ArticleView | None = None
    ) -> None:
        from dateline.reader.screens.text import TextBox  # noqa: PLC0415

        self.desk.app.push_screen(TextBox(title, parts, source.paths if source else ()))

    def help(self) -> None:
        """Show all keys; the one chosen is done."""
        from dateline.reader.screens.help import Help  # noqa: PLC0415

        front = self.desk.front
        self.desk.app.push_screen(Help(self.desk.app.settings.keys, front.scope), front.perform)

    def palette(self) -> None:
        """Find an action, a person or a summit by a few letters."""
        from dateline.reader.screens.palette import Palette  # noqa: PLC0415

        front = self.desk.front

        async def done(chosen: str | Found | None) -> None:
            if isinstance(chosen, str):
                await front.perform(chosen)
            else:
                front.take_found(chosen)

        self.desk.app.push_screen(Palette(self.desk.ask, self.desk.app.settings.keys, front.scope), done)

    def switch_theme(self) -> None:
        """Switch between the light and the dark theme."""
        dark = self.desk.app.current_theme.dark
        self.desk.app.theme = "dateline-light" if dark else "dateline-dark"

    def choose_theme(self) -> None:
        """Choose a theme from a list."""
        from dateline.reader.screens.theme import ThemeChoice  # noqa: PLC0415

        self.desk.app.push_screen(ThemeChoice(sorted(self.desk.app.available_themes), self.desk.app.theme))

    def picture(self) -> None:
        """Save a picture of the screen in the present folder."""
        try:
            self.desk.say(f"Saved {Path(self.desk.app.save_screenshot()).absolute()}")
        except OSError as error:
            self.desk.say(f"The picture could not be saved: {error.strerror}", severity="error")

    def refresh(self) -> None:
        """Look for new and changed files, and ask the feeds of the collection for new entries."""
        from dateline.feeds import store  # noqa: PLC0415

        app = self.desk.app
        try:
            app.runs.look_for_changes(tell=True, ask=bool(store.feeds_under(app.roots)))
        except store.StoreFailure as failure:
            self.desk.say(str(failure), severity="error")

    def quit(self) -> None:
        """Leave the program; where the collection was left is kept."""
        self.desk.app.leave()


def viewer(configured: str | None) -> list[str] | None:
    """Return the command that shows a file: the one configured, else a pager, an editor, the desktop's."""
    named = (
        [configured] if configured else [os.environ.get("PAGER"), os.environ.get("EDITOR"), "less", "more"]
    )
    for command in [*named, "xdg-open", "open"]:
        parts = shlex.split(command) if command else []
        if parts and shutil.which(parts[0]):
            return parts
    return None
