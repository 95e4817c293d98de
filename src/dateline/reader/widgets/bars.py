"""The lines above and below the panes: title bar, progress, footer."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from dateline.index.rows import DateRange
from dateline.reader import keys
from dateline.reader.days import bounds, describe, first_day
from dateline.reader.messages import ActionWanted, DatesWanted
from dateline.reader.widgets.strips import Drawn, Piece, shorten, width_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual import events
    from textual.strip import Strip

    from dateline.index.rows import Coverage
    from dateline.reader.hints import Hint

BARS = "▁▂▃▄▅▆▇█"
HISTOGRAM = 24  #: cells of the histogram where there is room


class Standing(NamedTuple):
    """What the title bar tells."""

    name: str = ""
    coverage: Coverage | None = None
    hidden: int = 0
    unread: int | None = None  #: of all articles; None until they are counted
    dates: DateRange | None = None
    only: str | None = None  #: the label of the selection that the timeline is limited to
    pane: str = ""  #: where one pane shows at a time: which
    problems: int = 0
    stale: bool = False


class Bar(Drawn):
    """One line of pieces, some of which can be clicked."""

    def pieces(self) -> list[tuple[Piece, str]]:
        """Return the pieces of the line, each with the action that a click on it does ("" for none)."""
        raise NotImplementedError

    def render_line(self, _y: int) -> Strip:
        """Draw the line."""
        return self.strip_of((piece for piece, _ in self.pieces()), self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Do what is clicked: the base classes' handlers of an event are called too, so this is the one."""
        event.stop()
        self.follow(event.x)

    def follow(self, x: int) -> None:
        """Do what the piece at a cell stands for."""
        if action := self.action_at(x):
            self.post_message(ActionWanted(action))

    def action_at(self, x: int) -> str:
        """Return the action of the piece at a cell, "" for none."""
        pieces = self.pieces()
        ends = accumulate(cell_len(text) for (text, _), _ in pieces)
        return next((action for end, (_, action) in zip(ends, pieces, strict=True) if x < end), "")


class TitleBar(Bar):
    """Which collection, how much of it, from when to when, and how its articles lie in time."""

    def __init__(self, histogram: Callable[[int], list[int]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._histogram = histogram
        self._counts: dict[int, list[int]] = {}
        self.standing = Standing()
        self._cells = 0  # of the histogram, at the right end

    def show(self, standing: Standing) -> None:
        """Show another state, of an index that has changed."""
        self._counts.clear()
        self.standing = standing
        self.refresh()

    def change(self, **parts: object) -> None:
        """Show some parts otherwise."""
        changed = self.standing._replace(**parts)  # type: ignore[arg-type]  # the parts are Standing's own
        if changed != self.standing:
            self.standing = changed
            self.refresh()

    def pieces(self) -> list[tuple[Piece, str]]:
        """Return what matters most at the left, time at the right."""
        width = self.size.width
        left = self._left(width, cell_len(self._dates()) + 2)
        used = width_of(piece for piece, _ in left)
        right = self._right(width - used - 2)
        gap = max(1, width - used - width_of(right) - 1)
        return [*left, ((" " * gap, ""), ""), *((piece, "") for piece in right)]

    def _left(self, width: int, dates: int) -> list[tuple[Piece, str]]:
        """Return the parts from the left; some give way to the cells of the dates, more where they filter."""
        parts = self._parts(width)
        for name in ("program", *(("stale", "unread", "name", "hidden") if self.standing.dates else ())):
            if _cells_of(parts) > width - dates:
                parts.pop(name, None)
        for name in ("unread", *list(parts)[:-2]):
            if _cells_of(parts) > width:
                parts.pop(name, None)
        line: list[tuple[Piece, str]] = [((" ", ""), "")]
        for part in parts.values():
            line += [((" · ", "dim"), "")] * (len(line) > 1) + [part]
        return line

    def _parts(self, width: int) -> dict[str, tuple[Piece, str]]:
        """Return what there is to tell at the left, each with what a click on it does."""
        now = self.standing
        total = now.coverage.articles if now.coverage else 0
        unread = (
            "" if now.unread is None or not total else f"{now.unread:,} unread" if now.unread else "all read"
        )
        problems = f"{now.problems:,} problem{'s' * (now.problems != 1)}" if now.problems else ""
        parts: dict[str, tuple[Piece, str]] = {
            "program": (("dateline", "key"), ""),
            "name": ((shorten(now.name, max(8, width // 3)), "strong"), ""),
            "pane": ((now.pane, "head"), ""),
            "count": ((f"{total - now.hidden:,} of {total:,} article{'s' * (total != 1)}", ""), ""),
            "hidden": ((f"{now.hidden:,} hidden" if now.hidden else "", "near"), ""),
            "only": ((f"only {shorten(now.only, 20)}" if now.only else "", "near"), "only"),
            "unread": ((unread, ""), "next-unread"),
            "problems": ((problems, "warn"), "problems"),
            "stale": (("by an older version" if now.stale else "", "dim"), "refresh"),
        }
        return {name: part for name, part in parts.items() if part[0][0]}

    def _dates(self) -> str:
        """Return the dates that are shown, else those of all articles."""
        now, coverage = self.standing.dates, self.standing.coverage
        if not (coverage and coverage.first and coverage.last):
            return ""
        return describe(now or DateRange(coverage.first, coverage.last))

    def _right(self, room: int) -> list[Piece]:
        """Return the dates and the histogram, or as much of them as there is room for."""
        now, self._cells = self.standing, 0
        dates = self._dates()
        if not (dates and now.coverage and now.coverage.first and now.coverage.last):
            return []
        whole = DateRange(now.coverage.first, now.coverage.last)
        look = "key" if now.dates else ""
        if cell_len(dates) > room:
            return []
        cells = min(HISTOGRAM, room - cell_len(dates) - 3)
        if cells < 8:
            return [(dates, look)]
        if cells not in self._counts:
            self._counts[cells] = self._histogram(cells)
        line, self._cells = bars(self._counts[cells]), cells
        first, last = chosen(whole, now.dates, cells)
        return [
            (f"{dates}   ", look),
            (line[:first], "dim"),
            (line[first:last], "key"),
            (line[last:], "dim"),
        ]

    def follow(self, x: int) -> None:
        """Follow what is clicked: a slice of the histogram, the problems."""
        at = x - (self.size.width - 1 - self._cells)
        if 0 <= at < self._cells:
            self.post_message(DatesWanted(at / self._cells, (at + 1) / self._cells))
        else:
            super().follow(x)


def _cells_of(parts: Mapping[str, tuple[Piece, str]]) -> int:
    """Return the cells that the parts of the title bar take, with what is between them."""
    return sum(cell_len(text) + 3 for (text, _), _ in parts.values()) - 2


def bars(counts: Sequence[int]) -> str:
    """Return counts as a line of bars; an empty slice keeps the lowest one, so that time stays visible."""
    most = max([1, *counts])
    return "".join(BARS[0] if not n else BARS[max(1, -(-n * 7 // most))] for n in counts)


def chosen(whole: DateRange, dates: DateRange | None, cells: int) -> tuple[int, int]:
    """Return the cells of a histogram over `whole` that a range covers, first and one past the last."""
    if dates is None:
        return 0, 0
    begin, end = first_day(whole.first), first_day(whole.last)
    first, last = bounds(dates)
    days = (end - begin).days + 1
    low = max(0, (first - begin).days) * cells // days
    high = -(-min(days, (last - begin).days + 1) * cells // days)
    return (low, min(cells, max(high, low + 1))) if last >= begin and first <= end else (0, 0)


class Progress(Bar):
    """How far the run of the index is; takes no line where none is under way."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._state = (0, 0, "")
        self._doing = "Indexing"
        self.display = False

    def show(self, done: int, total: int, name: str, doing: str = "Indexing") -> None:
        """Show how many are done, of how many, and which; `doing` is what is done with them."""
        self._state, self._doing = (done, total, name), doing
        self.display = True
        self.refresh()

    def hide(self) -> None:
        """The run is over."""
        self.display = False

    def pieces(self) -> list[tuple[Piece, str]]:
        """Return the bar, the count and the name."""
        done, total, name = self._state
        width = max(4, min(40, self.size.width // 3))
        full = width * done // total if total else 0
        count = f" {done:,} of {total:,}" if total else ""
        room = max(0, self.size.width - width - len(count) - len(self._doing) - 6)
        line = [(f" {self._doing} ", ""), ("━" * full, "key"), ("─" * (width - full), "dim"), (count, "")]
        return [(piece, "") for piece in [*line, (f"  {shorten(name, room)}", "dim")]]


class Footer(Bar):
    """The keys that matter now, as many as fit; the last two always do."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.keymap: Mapping[str, str] = {}
        self._hints: Sequence[Hint] = ()

    def show(self, hints: Sequence[Hint]) -> None:
        """Show other hints, the most useful first."""
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def pieces(self) -> list[tuple[Piece, str]]:
        """Return keys and words, each pair one target for clicks."""
        shown = [(self._key(hint), hint) for hint in self._hints]
        width = self.size.width + 1  # a space before them, and none needed behind the last
        while len(shown) > 2 and sum(cell_len(key) + cell_len(h.label) + 3 for key, h in shown) > width:
            del shown[-3]
        line: list[tuple[Piece, str]] = [((" ", ""), "")]
        for key, hint in shown:
            action = hint.names[0]
            line += [((key, "key"), action), ((f" {hint.label}  ", ""), action)]
        return line

    def _key(self, hint: Hint) -> str:
        firsts = [found[0] for name in hint.names if (found := keys.keys_of(name, self.keymap))]
        return ("/" if all(key.isalpha() for key in firsts) else " ").join(firsts)
