"""From a key press to its repaint, in each pane, on a small and on a large collection of invented articles.

The app runs without a terminal (Textual's Pilot); a key counts as answered when what it changes on the screen
is ready as text for the terminal. Medians and 95th percentiles are printed, of keys that change something.

    python -m benchmarks.keys
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

ROUNDS = 25
REPEAT = 0.03  #: seconds from one answer to the next key, as a held key repeats
LARGE = 100_000  #: articles
FLOOR = (10.0, 30.0)  #: milliseconds: median, 95th percentile
KEYS = {
    "timeline": ["down", "up", "pagedown", "pageup", "end", "home", "n", "N"],
    "article": ["down", "up", "pagedown", "pageup", "n", "n", "n", "N", "end", "home"],
    "sidebar": ["down", "down", "up", "pagedown", "pageup", "end", "home"],
}
SCREENS_OVER = 10_000  #: articles
MOVES = ["down", "down", "up", "pagedown", "pageup", "end", "home"]
SCREENS = {
    "dossier": ("D", [*MOVES, "tab"]),
    "summits": ("S", [*MOVES, "f", "f"]),
    "ledger": ("L", [*MOVES, "3", "1", "5", "1", "s", "s", "s", "s", "s", "f", "f"]),
    "graph": (
        "g",
        ["right", "down", "left", "up", "space", "left", "down", "right", "up", "space", "tab", *MOVES],
    ),
}


def main() -> int:
    """Measure and print; return the exit code."""
    with tempfile.TemporaryDirectory() as home:
        for variable in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            environ[variable] = f"{home}/{variable.lower()}"
        failed = False
        for articles, measured in (
            (5, measure(lambda: Invented(5))),
            (LARGE, measure(lambda: Invented(LARGE))),
            (SCREENS_OVER, measure_screens()),
        ):
            for pane, taken in asyncio.run(measured).items():
                median, worst = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
                figures = f"median {median:5.1f} ms   95th percentile {worst:5.1f} ms"
                print(f"{articles:7,} articles  {pane:13} {figures}")
                failed |= pane in {*KEYS, *SCREENS} and (median > FLOOR[0] or worst > FLOOR[1])
    return int(failed)


async def measure_screens() -> dict[str, list[float]]:
    """Return the milliseconds of opening the screens over the main one, and of each key on them."""
    from benchmarks import invented_index
    from dateline.index.collection import Collection
    from dateline.index.rows import Selection
    from dateline.library.library import Library
    from dateline.reader.application import DatelineApp

    root = Path("/invented")
    invented_index.make(root, SCREENS_OVER)
    app = DatelineApp([root], open_collection=lambda: Collection.open([root]), library=Library.open())
    taken: dict[str, list[float]] = {}
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause(0.5)
        app.desk.select(Selection("person", invented_index.LEADER, "Ida Vale"))
        await pilot.pause(0.5)
        for name, (key, pressed) in SCREENS.items():
            for _ in range(5):
                _note(taken, f"open {name}", await press(pilot, key))
                await pilot.pause(0.4)
                while app.grapher.busy:
                    await pilot.pause(0.05)
                for each in pressed * (ROUNDS // 5):
                    _note(taken, name, await press(pilot, each))
                while app.screen is not app.main:
                    app.pop_screen()
                await pilot.pause(0.2)
    return taken


async def measure(
    open_collection: Callable[[], Any], clock: Callable[[], float] = time.perf_counter
) -> dict[str, list[float]]:
    """Return the milliseconds of each key by pane, and of selecting and opening, in a collection."""
    from dateline.library.library import Library
    from dateline.reader.application import DatelineApp

    library = Library.open()
    app = DatelineApp([Path("/invented")], open_collection=open_collection, library=library)
    taken: dict[str, list[float]] = {}
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause(0.3)
        for digit, (pane, pressed) in enumerate(KEYS.items(), 1):
            await pilot.press(str(digit))
            await pilot.pause(0.3)
            for _ in range(ROUNDS):
                for key in pressed:
                    _note(taken, pane, await press(pilot, key, clock))
            await pilot.pause(0.3)
        await pilot.press("1")
        for _ in range(ROUNDS // 2):
            for name, key in (
                ("select", "3"),
                ("select", "enter"),
                ("let go", "escape"),
                ("next article", "J"),
            ):
                if key == "3":
                    await pilot.press(key)
                    continue
                _note(taken, name, await press(pilot, key, clock))
                await pilot.pause(0.02)
    return taken


def _note(taken: dict[str, list[float]], name: str, milliseconds: float | None) -> None:
    if milliseconds is not None:
        taken.setdefault(name, []).append(milliseconds)


async def press(pilot: Pilot[Any], key: str, clock: Callable[[], float] = time.perf_counter) -> float | None:
    """Press a key; return the milliseconds until it is answered on the screen, None where it never is."""
    from textual import events
    from textual.keys import key_to_character

    app: Any = pilot.app
    answered = asyncio.Event()
    times: list[float] = []
    display = type(app)._display

    def listen(screen: Any, renderable: Any) -> None:
        if renderable is not None and hasattr(renderable, "render_segments"):
            renderable.render_segments(app.console)
            times.append(clock())
            answered.set()
        display(app, screen, renderable)

    app._display = listen
    began = clock()
    app.post_message(events.Key(key, key_to_character(key)))
    try:
        await asyncio.wait_for(answered.wait(), 0.25)
    except TimeoutError:
        return None
    finally:
        del app._display
    await asyncio.sleep(REPEAT)
    return (times[0] - began) * 1000


class Invented:
    """A collection of as many articles as one likes, all made up when they are asked for.

    Its methods are those of dateline.index.collection.Collection.
    """

    # ruff: noqa: D102

    TEXT = "\n\n".join(
        f"Ida Vale said in part {n} that Peru would lend Kenya $40m, which Otto Brandt of the Harbour Union "
        "called too little and too late for harbours that the tide will not wait for."
        for n in range(60)
    )

    def __init__(self, articles: int) -> None:
        from dateline.index.rows import ArticleView, Day, MentionRow, Selection

        self.name = "invented"
        self.failure = None
        per_day = max(1, articles // 3000)
        first = date(2020, 1, 1)
        count = -(-articles // per_day)
        self._days = [Day((first + timedelta(n)).isoformat(), per_day) for n in range(count)]
        self._number = {day.date: n for n, day in enumerate(self._days)}
        self._per_day = per_day
        self._selections = [
            Selection("person", "vale", "Ida Vale"),
            Selection("person", "brandt", "Otto Brandt"),
            Selection("country", "PE", "Peru"),
            Selection("organization", "union", "Harbour Union"),
            Selection("figure", "f", "$40m"),
        ]
        self._view = ArticleView(
            "0",
            "",
            "derived",
            "2020-01-01",
            "declared",
            (),
            "The Quay",
            self.TEXT,
            (),
            1700,
            ("/invented/x",),
        )
        self._mentions = sorted(
            (
                MentionRow(at, at + len(s.label), "name", s)
                for s in self._selections
                for at in _places(self.TEXT, s.label)
            ),
            key=lambda m: m.start,
        )

    def close(self) -> None: ...

    def coverage(self) -> Any:
        from dateline.index.rows import Coverage

        return Coverage(len(self._days) * self._per_day, self._days[0].date, self._days[-1].date)

    def days(self, _filter: Any) -> Any:
        return self._days

    def headlines(self, _filter: Any, day: str, offset: int, limit: int, selection: Any) -> Any:
        from dateline.index.rows import Headline

        places = range(offset, min(self._per_day, offset + limit))
        title = "Peru will lend Kenya $40m for its harbours, and nobody knows"
        return [Headline(f"{day}/{n}", day, "declared", title, None, 60 if selection else 0) for n in places]

    def hidden(self, _filter: Any) -> int:
        return 0

    def count_of(self, _articles: Any) -> int:
        return 0

    def histogram(self, buckets: int) -> list[int]:
        return [7] * buckets

    def article(self, id: str) -> Any:
        from dataclasses import replace

        return replace(
            self._view, article=id, date=id.partition("/")[0], title=f"Peru will lend Kenya $40m, {id}"
        )

    def mentions(self, _id: str) -> Any:
        return self._mentions

    def sidebar(self, _id: str, _dates: Any) -> Any:
        from dateline.index.rows import SidebarRow

        return [SidebarRow(s, 60, 1, 0) for s in self._selections]

    def evidence(self, selection: Any, _dates: Any, limit: int = 200) -> Any:
        from dateline.index.rows import Evidence

        text = self.TEXT.split("\n\n", maxsplit=1)[0]
        hits = tuple((at, at + len(selection.label)) for at in _places(text, selection.label))
        days = self._days[: max(0, limit) or None]
        return [Evidence(f"{d.date}/0", d.date, "declared", "Peru", "The Quay", text, 0, hits) for d in days]

    def neighbour(self, id: str, _filter: Any, step: int, _mentioning: Any = None) -> str | None:
        day, _, place = id.partition("/")
        number = self._number[day] * self._per_day + int(place) + step
        if not 0 <= number < len(self._days) * self._per_day:
            return None
        return f"{self._days[number // self._per_day].date}/{number % self._per_day}"

    def position(self, id: str, _filter: Any) -> tuple[str, int]:
        day, _, place = id.partition("/")
        return day, int(place)

    def problems(self) -> list[Any]:
        return []

    def stale(self) -> bool:
        return False


def _places(text: str, word: str) -> list[int]:
    places, at = [], text.find(word)
    while at >= 0:
        places.append(at)
        at = text.find(word, at + 1)
    return places


if __name__ == "__main__":
    sys.exit(main())
