"""What grows with a collection: the reader on 5 to 100,000 invented articles, beside newsboat.

    python -m benchmarks.scale [--keep FOLDER] [--plot FILE] [SIZE...]

The first screen is timed in tmux at 160x45, in turns with an empty Textual app and with newsboat where it is
installed (the articles lie in its cache already); what the index answers, in a process of its own. Printed
are medians, and floors where there are any. The clock tells little beside other work, so that the floors, but
for the first screen's, are held against processor time; the load is told. With --keep the collections stay in
a folder for the next run. Linux alone: it looks into /proc.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.newsboat import Newsboat
from benchmarks.plots import Panel, drawing
from benchmarks.startup import EMPTY, Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SIZES = (5, 1_000, 10_000, 100_000)
ROUNDS = 5
SETTLED = 4.0  #: seconds after the first screen, within which the files have been looked at
FLOORS = {  #: for the largest collection
    "first screen, times an empty app": 1.8,
    "first screen, times that with 5": 1.2,
    "keys, timeline": 30.0,
    "keys, article": 30.0,
    "keys, sidebar": 30.0,
    "dossier": 100.0,
    "ledger, totals": 50.0,
    "memory, MB": 150.0,
    "memory after the search for changes, MB": 150.0,
    "memory at most, MB": 150.0,
}
SEARCH = 50.0  #: the floor of all that a search answers
QUIET = ("load", "newsboat", "clock", "from disk")  #: what of a figure's name says that it has no floor
Table = dict[str, dict[int, float]]  #: figures by name and size


class Place:
    """The folder of one collection: its articles, its index, and newsboat's cache."""

    def __init__(self, folder: Path, size: int) -> None:
        self.size = size
        self.folder = folder / str(size)
        self.articles = self.folder / "articles"
        self.homes = {
            f"XDG_{name}_HOME": str(self.folder / name.lower()) for name in ("CACHE", "DATA", "CONFIG")
        }

    @property
    def reader(self) -> list[str]:
        """Return the command that opens the collection."""
        homes = [f"{name}={path}" for name, path in self.homes.items()]
        return ["env", *homes, sys.executable, "-m", "dateline", str(self.articles)]

    def make(self) -> None:
        """Index the articles, unless the index is there and of this code."""
        os.environ |= self.homes
        from benchmarks import invented_index
        from dateline.indexing import needs_run

        if not self.articles.is_dir() or needs_run([self.articles]):
            self.articles.mkdir(parents=True, exist_ok=True)
            invented_index.make(self.articles, self.size, on_disk=True)

    def answers(self) -> dict[str, float]:
        """Return what `benchmarks.scale_answers` measures."""
        command = [sys.executable, "-m", "benchmarks.scale_answers", str(self.articles)]
        result = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=os.environ | self.homes)
        return dict(json.loads(result.stdout))


def main() -> int:
    """Measure, print and plot; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--keep", type=Path, help="where the collections stay")
    parser.add_argument("--plot", type=Path, default=Path("dist/scale.svg"), help="the SVG file to write")
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with TemporaryDirectory() as name:
        folder = (options.keep or Path(name)).absolute()
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        places = [Place(folder, size) for size in sorted(options.sizes)]
        table: Table = defaultdict(dict)
        for place in places:
            place.make()
            for figure, value in place.answers().items():
                table[figure][place.size] = value
            table["load while asked"][place.size] = os.getloadavg()[0]
        _time_screens(places, table)
    missed = _report(table, places[-1].size)
    options.plot.parent.mkdir(parents=True, exist_ok=True)
    options.plot.write_text(
        drawing(_panels(table), "dateline against the number of articles"), encoding="utf-8"
    )
    print(f"The plot is in {options.plot}.")
    return int(missed)


def _time_screens(places: list[Place], table: Table) -> None:
    """Measure what needs a terminal: first screens, searches as they are typed, memory."""
    boats = [Newsboat(p.folder / "newsboat", p.articles) for p in places] if Newsboat.installed() else []
    terminal = Terminal()
    empty = [sys.executable, "-c", EMPTY]
    try:
        starts: list[tuple[str, int, Callable[[], float]]] = [
            ("an empty app", 0, partial(_start, terminal, "first words", empty))
        ]
        for place in places:
            starts.append(("first screen", place.size, partial(_start, terminal, " min", place.reader)))
            starts.append(("first screen, cpu", place.size, partial(_spent, terminal, place)))
        for place, boat in zip(places, boats, strict=False):
            ready = "invented news"
            starts.append(
                ("first screen, newsboat", place.size, partial(_start, terminal, ready, boat.command))
            )
        for figure, size, value in _medians(starts):
            table[figure][size] = value
        for number, place in enumerate(places):
            _search(terminal, place, boats[number] if boats else None, table)
            _weigh(terminal, place, table)
    finally:
        terminal.close()
    nothing = table.pop("an empty app")[0]
    print(f"an empty Textual app: {nothing:.0f} ms; newsboat {'is' if boats else 'is not'} installed")
    for size, value in table["first screen"].items():
        table["first screen, times an empty app"][size] = value / nothing
        table["first screen, times that with 5"][size] = value / table["first screen"][places[0].size]


def _medians(measures: list[tuple[str, int, Callable[[], float]]]) -> Iterable[tuple[str, int, float]]:
    """Yield the medians of measures that are taken in turns, so that other work falls on all alike."""
    taken: dict[tuple[str, int], list[float]] = defaultdict(list)
    for turn in range(ROUNDS + 1):
        for figure, size, measure in measures:
            value = measure()
            if turn:  # the first turn makes the byte code and fills the system's cache
                taken[figure, size].append(value)
    load = os.getloadavg()[0]
    for (figure, size), values in taken.items():
        yield figure, size, statistics.median(values)
        yield "load while started", size, load


def _start(terminal: Terminal, words: str, command: list[str]) -> float:
    return terminal.time_to(words, command) * 1000


def _spent(terminal: Terminal, place: Place) -> float:
    """Return the milliseconds of processor time until the first screen."""
    terminal.start(" min", place.reader)
    parts = Path(f"/proc/{terminal.process()}/stat").read_text().rpartition(")")[2].split()
    terminal.end()
    return (int(parts[11]) + int(parts[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def _search(terminal: Terminal, place: Place, boat: Newsboat | None, table: Table) -> None:
    """Time the searches in dateline, from the last letter on, and in newsboat, from Enter on."""
    from benchmarks.invented_index import COMMON, RARE

    for name, term in (("rare", RARE), ("common", COMMON)):
        taken: list[float] = []
        others: list[float] = []
        for _ in range(ROUNDS):
            terminal.start(" min", place.reader)
            terminal.answer("Search the text", "/")
            taken.append(terminal.answer_paste(" sentence", term) * 1000)
            terminal.end()
            if boat is not None:
                terminal.start("invented news", boat.command)
                others.append(boat.search(terminal, term) * 1000)
                terminal.end()
        table[f"search on the screen, {name}"][place.size] = statistics.median(taken)
        if others:
            table[f"search on the screen, {name}, newsboat"][place.size] = statistics.median(others)


def _weigh(terminal: Terminal, place: Place, table: Table) -> None:
    """Note what the reader holds at its first screen, and once it has looked for changes."""
    terminal.start(" min", place.reader)
    status = Path(f"/proc/{terminal.process()}/status")
    table["memory, MB"][place.size] = _megabytes(status, "VmRSS")
    time.sleep(SETTLED)
    table["memory after the search for changes, MB"][place.size] = _megabytes(status, "VmRSS")
    table["memory at most, MB"][place.size] = _megabytes(status, "VmHWM")
    terminal.end()


def _megabytes(status: Path, name: str) -> float:
    line = next(line for line in status.read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) * 1024 / 1e6


def _report(table: Table, largest: int) -> bool:
    """Print all figures, what misses its floor and what grows; return whether any floor is missed."""
    sizes = sorted(table["memory, MB"])
    print(f"{'milliseconds, if not said':48}" + "".join(f"{size:>10,}" for size in sizes) + "     floor")
    missed = []
    for figure, values in sorted(table.items()):
        floor = _floor(figure)
        cells = "".join(f"{values[size]:10.1f}" if size in values else f"{'':10}" for size in sizes)
        print(f"{figure:48}{cells}{f'{floor:10g}' if floor else ''}")
        if floor is not None and values[largest] > floor:
            missed.append(figure)
    print(f"Missed: {'; '.join(missed) or 'nothing'}.")
    _tell_growth(table, sizes)
    for figure in ("first screen", "search on the screen, rare", "search on the screen, common"):
        if other := table.get(f"{figure}, newsboat"):
            factor = other[largest] / table[figure][largest]
            print(f"{figure}: {factor:.1f} times as fast as newsboat with {largest:,} articles")
    return bool(missed)


def _floor(figure: str) -> float | None:
    """Return what the figure may be at most."""
    if figure.startswith("search, ") and not any(word in figure for word in QUIET):
        return SEARCH
    return FLOORS.get(figure)


def _tell_growth(table: Table, sizes: list[int]) -> None:
    """Print which figures a hundred times the articles, or as many times as there are, make greater."""
    small, large = sizes[1 if len(sizes) > 2 else 0], sizes[-1]
    factors = {
        name: values[large] / max(values[small], 0.1)
        for name, values in table.items()
        if small in values and large in values and not any(word in name for word in QUIET)
    }
    grown = sorted((name for name in factors if factors[name] > 2), key=lambda name: -factors[name])
    told = ", ".join(f"{name} ({factors[name]:.1f} times)" for name in grown)
    print(f"From {small:,} to {large:,} articles grow: {told or 'none'}.")


def _panels(table: Table) -> list[Panel]:
    """Return a panel for each figure, newsboat's and that from a cold disk beside it."""
    panels = []
    beside = {"newsboat": "newsboat", "from disk": "from a cold disk"}
    for figure, values in sorted(table.items()):
        if figure.endswith(tuple(beside)) or any(word in figure for word in ("clock", "load")):
            continue
        others = {
            who: table[f"{figure}, {name}"] for name, who in beside.items() if f"{figure}, {name}" in table
        }
        unit = "" if "times" in figure or "MB" in figure else ", ms"
        panels.append(Panel(figure + unit, {"dateline": values, **others}, FLOORS.get(figure)))
    return panels


if __name__ == "__main__":
    sys.exit(main())
