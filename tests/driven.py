"""The reader under test: keys go in, what the user would see comes out."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from textual import events
from textual.geometry import Region

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot
    from textual.widget import Widget

    from dateline.reader.application import DatelineApp

_SOON = 0.2  # seconds: timers that go off within so many are waited for
_LONGEST = 60.0  # seconds that anything may take


async def idle(*_: float) -> None:
    """Let everything run that can run now, until all that is left waits for time, threads or children."""
    loop, still = asyncio.get_running_loop(), 0
    while still < 3:
        await asyncio.sleep(0)
        still = 0 if loop._ready else still + 1  # type: ignore[attr-defined]


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until short timers have gone off, questions are answered, and all is painted."""
    app, end = pilot.app, time.monotonic() + _LONGEST
    await idle()
    while app.screen_stack and (_waits(app) or _unpainted(app.screen)):
        assert time.monotonic() < end, "the reader never comes to rest"
        app.screen._on_timer_update()
        await asyncio.sleep(0.001 if _waits(app) else 0)
        await idle()


def _waits(app: Any) -> bool:
    """Say whether anything is under way that comes by itself, and soon."""
    if app.loader.busy or app.watcher.busy or app.grapher.busy:
        return True
    nodes = [app, *(node for screen in app.screen_stack for node in screen.walk_children(with_self=True))]
    return any(
        timer._repeat == 0 and timer._interval < _SOON and timer._task and not timer._task.done()
        for node in nodes
        for timer in node._timers
    )


def _unpainted(screen: Any) -> bool:
    """Say whether a screen is still to be laid out or painted, or something waits for that."""
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


class Driven:
    """An app under test: keys go in, what the user would see comes out."""

    def __init__(self, app: DatelineApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot
        self.main = app.main  #: the main screen
        self.desk = app.desk
        self.library = app.library

    async def settle(self) -> None:
        """Wait until previews have come, questions are answered, and all is painted."""
        await settle(self.pilot)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the one before has done its work."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Put text into the text box, the last character by its key."""
        self.app.post_message(events.Paste(text[:-1]))
        await self.pilot.pause()
        await self.press({" ": "space"}.get(text[-1], text[-1]))

    @property
    def lines(self) -> list[str]:
        """The lines of the screen on top."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """The screen on top."""
        return "\n".join(self.lines)

    def _pane(self, pane: str) -> Widget:
        """Return a pane of the main screen or of the one that is over it."""
        screen = self.main if self.main.query(f"#{pane}") else self.app.screen
        return screen.query_one(f"#{pane}")

    def inside(self, pane: str) -> list[str]:
        """Return the lines of a pane."""
        region = self._pane(pane).content_region
        strips = self.app.screen._compositor.render_strips()[region.y : region.bottom]
        return [strip.crop(region.x, region.right).text.rstrip() for strip in strips]

    def row(self, words: str, pane: str = "timeline") -> str:
        """Return the one line of a pane that has some words."""
        found = [line for line in self.inside(pane) if words in line]
        assert len(found) == 1, f"{words!r} stands in {len(found)} lines:\n{self.text}"
        return found[0]

    def find(self, words: str, pane: str | None = None) -> tuple[int, int]:
        """Return the cell in which some words begin on the screen (or in a pane), as x and y."""
        lines = self.inside(pane) if pane else self.lines
        region = self._pane(pane).content_region if pane else Region()
        for y, line in enumerate(lines):
            if words in line:
                return region.x + cell_len(line[: line.index(words)]), region.y + y
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    async def click(self, words: str, pane: str | None = None, **options: Any) -> None:
        """Click on the first cell of some words."""
        await self.pilot.click(offset=self.find(words, pane), **options)
        await self.settle()

    @property
    def pane(self) -> str:
        """The pane with the focus."""
        assert self.main.focused is not None
        return self.main.focused.id or ""

    @property
    def cursor(self) -> str:
        """The title under the timeline's cursor."""
        headline = self.desk.timeline.headline(self.desk.timeline.cursor)
        return headline.title if headline else ""

    @property
    def title(self) -> str:
        """The title of the article that is open."""
        return self.desk.article.view.title if self.desk.article.view else ""

    @property
    def selected(self) -> str | None:
        """The label of what is selected."""
        selection = self.desk.place.selection
        return selection.label if selection else None

    def styled(self, words: str) -> list[str]:
        """Return the background colours of some words, wherever they stand in the article pane."""
        found = []
        region = self.desk.article.content_region
        for strip in self.app.screen._compositor.render_strips()[region.y : region.bottom]:
            line = strip.crop(region.x, region.right)
            at = line.text.find(words)
            if at >= 0:
                start = cell_len(line.text[:at])
                segment = next(iter(line.crop(start, start + 1)))
                found.append(
                    str(segment.style.bgcolor.name if segment.style and segment.style.bgcolor else "")
                )
        return found


def after(*keys: str) -> Callable[[Pilot[int]], Awaitable[None]]:
    """Return what presses keys before a picture is taken, each when the one before has done its work."""

    async def press(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)

    return press
