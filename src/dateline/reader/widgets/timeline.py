"""The articles by month and day; only those in view are ever asked for."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from textual.cache import LRUCache

from dateline.reader.days import MONTHS, WEEKDAYS, date_mark, first_day
from dateline.reader.widgets.lines import BLANK, Line, Lines
from dateline.reader.widgets.strips import Piece, shorten
from dateline.reader.widgets.wrapping import marked, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dateline.index.rows import Day, Headline

PAGE = 32  #: headlines asked for at once
WIDE = 72  #: cells from which on the outlet is shown too


class Timeline(Lines):
    """Months, days and headlines with their marks (which the help explains)."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.days: Sequence[Day] = ()
        self.empty: Sequence[str] = ()  #: what is said where there are no articles
        self.counting = False  #: whether something is selected, so that headlines have hits
        self._window: Callable[[str, int, int], list[Headline]] = lambda _day, _offset, _limit: []
        self._mark: Callable[[str], Piece] = lambda _article: (" ", "")
        self._pages: LRUCache[tuple[str, int], list[Headline]] = LRUCache(120)
        self._headers: list[int] = []  # the line of each day's header
        self._before: list[int] = [0]  # articles before each day
        self._months: dict[str, int] = {}  # articles of each month

    def show(
        self,
        days: Sequence[Day],
        window: Callable[[str, int, int], list[Headline]],
        mark: Callable[[str], Piece],
        cursor: int = 0,
    ) -> None:
        """Show the articles of some days, with the cursor on one of them."""
        self.days, self._window, self._mark = days, window, mark
        self._before = [0, *accumulate(day.count for day in days)]
        self._headers, self._months = [], {}
        line = 0
        for day in days:
            month = day.date[:7]
            line += month not in self._months
            self._months[month] = self._months.get(month, 0) + day.count
            self._headers.append(line)
            line += 1 + day.count
        self.cursor = max(0, min(cursor, self.row_count - 1))
        self.recount()
        if self.row_count:
            self.reveal(center=True)

    def recount(self) -> None:
        """Ask for the headlines in view again: what is selected has changed."""
        self._pages.clear()
        self.changed()

    @property
    def row_count(self) -> int:
        """How many articles there are."""
        return self._before[-1]

    def line_count(self) -> int:
        """Return how many lines there are."""
        if not self.days:
            return len(self._why_empty())
        return self._headers[-1] + 1 + self.days[-1].count

    def lines_of(self, row: int) -> tuple[int, int]:
        """Return an article's line."""
        day = bisect_right(self._before, row) - 1
        return self._headers[day] + 1 + row - self._before[day], 1

    def row_of(self, day: str, offset: int) -> int | None:
        """Return the row of the article that has a place on a day."""
        index = bisect_right(self.days, day, key=lambda d: d.date) - 1
        if index < 0 or self.days[index].date != day or offset >= self.days[index].count:
            return None
        return self._before[index] + offset

    def row_near(self, day: str) -> int:
        """Return the first row from a day on, else the last one."""
        index = bisect_right(self.days, day, key=lambda d: d.date) - 1
        if index >= 0 and self.days[index].date == day:
            return self._before[index]
        return min(self._before[index + 1], max(0, self.row_count - 1))

    def headline(self, row: int) -> Headline | None:
        """Return the headline of a row."""
        if not 0 <= row < self.row_count:
            return None
        day = bisect_right(self._before, row) - 1
        page, place = divmod(row - self._before[day], PAGE)
        date = self.days[day].date
        headlines = self._pages.get((date, page))
        if headlines is None:
            headlines = self._pages[(date, page)] = self._window(date, page * PAGE, PAGE)
        return headlines[place] if place < len(headlines) else None

    def line_at(self, y: int) -> tuple[Line, int | None]:
        """Return a month, a day or a headline."""
        if not self.days:
            return Line((self._why_empty()[y],)), None
        index = bisect_right(self._headers, y) - 1
        if index + 1 < len(self.days) and y == self._headers[index + 1] - 1:
            month = self.days[index + 1].date[:7]
            if index < 0 or self.days[index].date[:7] != month:
                return self._month(month), None
        day = self.days[index]
        if y == self._headers[index]:
            return self._day(day), None
        row = self._before[index] + y - self._headers[index] - 1
        headline = self.headline(row)
        return (BLANK if headline is None else self._headline(headline)), row

    def _why_empty(self) -> list[Piece]:
        """Return the lines that are shown where there are no articles."""
        return [
            (f" {text[start:end]}", "dim" if number else "")
            for number, text in enumerate(self.empty)
            for start, end in wrap(text, self.text_width - 1)
        ]

    def _month(self, month: str) -> Line:
        name = f"{MONTHS[int(month[5:]) - 1].capitalize()} {month[:4]}" if month[5:] else month
        return Line(((name, "head"),), ((f"{self._months[month]:,}", "dim"),))

    def _day(self, day: Day) -> Line:
        count = ((f"{day.count:,}", "dim"),) if day.count > 1 else ()
        if len(day.date) < 10:
            return Line((("–", "strong"),), count)
        weekday = WEEKDAYS[first_day(day.date).weekday()][:3].capitalize()
        return Line(((f"{int(day.date[8:]):2}", "strong"), (f" {weekday}", "dim")), count)

    def _headline(self, headline: Headline) -> Line:
        missed = self.counting and not headline.hits
        mark = self._mark(headline.article)
        tilde: Piece = (date_mark(headline.date_basis) or " ", "near")
        title = marked(headline.title, headline.title_hits, "dim" if missed else "")
        right: list[Piece] = []
        if self.text_width >= WIDE and headline.outlet:
            right.append((f"  {shorten(headline.outlet, 24)}", "dim"))
        if self.counting:
            hits = str(headline.hits or "")
            right += [(" " * (4 - len(hits)), ""), (hits, "hit")]
        return Line(((" ", ""), mark, tilde, *title), tuple(right))
