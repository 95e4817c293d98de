"""The lines above and below the panes: title bar, progress, footer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content, Span
from textual.style import Style
from textual.widget import Widget

from dateline.index.rows import DateRange
from dateline.reader import keys
from dateline.reader.days import bounds, describe
from dateline.reader.messages import ActionWanted, DatesWanted
from dateline.reader.widgets.lines import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual import events

    from dateline.index.rows import Coverage
    from dateline.reader.hints import Hint

BARS = "▁▂▃▄▅▆▇█"
HISTOGRAM = 24  #: cells of the histogram where there is room


@dataclass(frozen=True, slots=True)
class Standing:
    """What the title bar tells."""

    name: str = ""
    coverage: Coverage | None = None
    hidden: int = 0
    dates: DateRange | None = None
    only: str | None = None  #: the label of the selection that the timeline is limited to
    pane: str = ""  #: where one pane shows at a time: which
    problems: int = 0
    stale: bool = False


class TitleBar(Widget):
    """Which collection, how much of it, from when to when, and how its articles lie in time."""

    def __init__(self, histogram: Callable[[int], list[int]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._histogram = histogram
        self._counts: dict[int, list[int]] = {}
        self._standing = Standing()
        self._bar = (0, 0)  # the cells of the histogram

    def show(self, standing: Standing, *, fresh: bool = False) -> None:
        """Show another state; `fresh` asks for the histogram again."""
        if fresh:
            self._counts.clear()
        if fresh or standing != self._standing:
            self._standing = standing
            self.refresh()

    def change(self, **parts: object) -> None:
        """Show some parts otherwise."""
        self.show(replace(self._standing, **parts))  # type: ignore[arg-type]  # the parts are Standing's own

    def render(self) -> Content:
        """Draw the line: what matters most from the left, time at the right."""
        width = self.size.width
        left, left_spans = self._left(width)
        room = width - cell_len(left) - 2
        right, spans = self._right(room)
        gap = max(1, width - cell_len(left) - cell_len(right) - 1)
        start = len(left) + gap
        return Content(
            f"{left}{' ' * gap}{right}",
            left_spans + [Span(s.start + start, s.end + start, s.style) for s in spans],
        )

    def _left(self, width: int) -> tuple[str, list[Span]]:
        now = self._standing
        total = now.coverage.articles if now.coverage else 0
        parts = [("dateline", "bold $accent"), (shorten(now.name, max(8, width // 3)), "bold")]
        if now.pane:
            parts.append((now.pane, "bold $primary"))
        parts.append((f"{total - now.hidden} of {total} articles", ""))
        if now.hidden:
            parts.append((f"{now.hidden} hidden", "$text-warning"))
        if now.only:
            parts.append((f"only {shorten(now.only, 20)}", "$text-warning"))
        if now.problems:
            parts.append((f"{now.problems} problem{'s' * (now.problems != 1)}", "$text-error"))
        if now.stale:
            parts.append(("from an older version", "dim"))
        while len(parts) > 3 and 1 + sum(cell_len(text) + 3 for text, _ in parts) > width:
            parts.pop(1)
        text, spans = " ", []
        for number, (part, look) in enumerate(parts):
            text += " · " * bool(number)
            if part.endswith(("problem", "problems")):
                spans.append(Span(len(text), len(text) + len(part), Style.from_meta({"action": "problems"})))
            if look:
                spans.append(Span(len(text), len(text) + len(part), look))
            text += part
        return text, spans

    def _right(self, room: int) -> tuple[str, list[Span]]:
        """Return the dates and the histogram, or as much of them as there is room for."""
        now = self._standing
        self._bar = (0, 0)
        if not (now.coverage and now.coverage.first and now.coverage.last):
            return "", []
        whole = DateRange(now.coverage.first, now.coverage.last)
        dates = describe(now.dates or whole)
        look = "bold $accent" if now.dates else ""
        if cell_len(dates) > room:
            return "", []
        cells = min(HISTOGRAM, room - cell_len(dates) - 3)
        if cells < 8:
            return dates, [Span(0, len(dates), look)] if look else []
        if cells not in self._counts:
            self._counts[cells] = self._histogram(cells)
        text = f"{dates}   {bars(self._counts[cells])}"
        begin = len(dates) + 3
        spans = [Span(0, len(dates), look)] if look else []
        first, last = chosen(whole, now.dates, cells)
        spans.append(Span(begin, len(text), "$foreground-muted"))
        if last > first:
            spans.append(Span(begin + first, begin + last, "bold $accent"))
        self._bar = (self.size.width - 1 - cells, cells)
        return text, spans

    def on_click(self, event: events.Click) -> None:
        """Follow what is clicked: the problems, or a slice of the histogram."""
        if action := event.style.meta.get("action"):
            self.post_message(ActionWanted(str(action)))
            return
        begin, cells = self._bar
        if begin <= event.x < begin + cells:
            self.post_message(DatesWanted((event.x - begin) / cells, (event.x - begin + 1) / cells))


def bars(counts: Sequence[int]) -> str:
    """Return counts as a line of bars; an empty slice keeps the lowest one, so that time stays visible."""
    most = max([1, *counts])
    return "".join(BARS[0] if not n else BARS[max(1, -(-n * 7 // most))] for n in counts)


def chosen(whole: DateRange, dates: DateRange | None, cells: int) -> tuple[int, int]:
    """Return the cells of a histogram over `whole` that a range covers, first and one past the last."""
    if dates is None:
        return 0, 0
    begin, end = bounds(whole)
    first, last = bounds(dates)
    days = (end - begin).days + 1
    low = max(0, (first - begin).days) * cells // days
    high = -(-min(days, (last - begin).days + 1) * cells // days)
    return (low, min(cells, max(high, low + 1))) if last >= begin and first <= end else (0, 0)


class Progress(Widget):
    """How far the run of the index is; takes no line where none is under way."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._state = (0, 0, "")
        self.display = False

    def show(self, done: int, total: int, name: str) -> None:
        """Show how many are done, of how many, and which."""
        self._state = (done, total, name)
        self.display = True
        self.refresh()

    def hide(self) -> None:
        """The run is over."""
        self.display = False

    def render(self) -> Content:
        """Draw the bar, the count and the name."""
        done, total, name = self._state
        width = max(4, min(40, self.size.width // 3))
        full = width * done // total if total else 0
        count = f" {done} of {total}" if total else ""
        room = self.size.width - width - len(count) - 14
        text = f" Indexing {'━' * full}{'─' * (width - full)}{count}  {shorten(name, max(0, room))}"
        begin = len(" Indexing ")
        return Content(text, [Span(begin, begin + full, "$accent"), Span(begin + full, begin + width, "dim")])


class Footer(Widget):
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

    def render(self) -> Content:
        """Draw the line."""
        text, spans = "", []
        for key, hint in self._fitting():
            text += " " if not text else "  "
            start = len(text)
            text += f"{key} {hint.label}"
            spans.append(Span(start, start + len(key), "bold $accent"))
            spans.append(Span(start, len(text), Style.from_meta({"action": hint.names[0]})))
        return Content(text, spans)

    def _fitting(self) -> list[tuple[str, Hint]]:
        shown = [(self._key(hint), hint) for hint in self._hints]
        width = self.size.width - 1
        while len(shown) > 2 and sum(cell_len(key) + 1 + cell_len(h.label) + 2 for key, h in shown) > width:
            del shown[-3]
        return shown

    def _key(self, hint: Hint) -> str:
        firsts = [found[0] for name in hint.names if (found := keys.keys_of(name, self.keymap))]
        return ("/" if all(key.isalpha() for key in firsts) else " ").join(firsts)

    def on_click(self, event: events.Click) -> None:
        """Do what is clicked."""
        if action := event.style.meta.get("action"):
            self.post_message(ActionWanted(str(action)))
