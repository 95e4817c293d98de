"""The articles that a search finds, by date, in memory: eight bytes for each."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from dateline.index.order import ROW, day_of, place, reach, reach_of
from dateline.index.rows import Day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.index.rows import DateRange


class Found:
    """Places of articles (`dateline.index.order`), ascending."""

    def __init__(self, rows: Iterable[tuple[int]]) -> None:
        self._places = array("q", map(itemgetter(0), rows))

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, place: int) -> bool:
        index = bisect_left(self._places, place)
        return index < len(self._places) and self._places[index] == place

    def days(self, dates: DateRange | None) -> list[Day]:
        """Return the days of a range that have articles, newest last."""
        first, last = reach_of(dates)
        at, end = bisect_left(self._places, first), bisect_right(self._places, last)
        days = []
        while at < end:
            day = day_of(self._places[at])
            behind = bisect_right(self._places, reach(day, day)[1], at)
            days.append(Day(day, behind - at))
            at = behind
        return days

    def window(self, day: str, offset: int, limit: int) -> list[int]:
        """Return rows of articles of a day; a negative limit stands for all."""
        start, end = self._stretch(day)
        start += max(0, offset)
        end = end if limit < 0 else min(end, start + limit)
        return [place & ROW for place in self._places[start:end]]

    def position(self, day: str, row: int) -> int | None:
        """Return how many articles stand before one on its day, None where it is not there."""
        wanted = place(day, row)
        return bisect_left(self._places, wanted) - self._stretch(day)[0] if wanted in self else None

    def beside(self, place: int, step: int) -> Iterator[int]:
        """Yield the places behind one, or with a negative step those before it, from there on."""
        if step > 0:
            for index in range(bisect_right(self._places, place), len(self._places)):
                yield self._places[index]
        else:
            for index in range(bisect_left(self._places, place) - 1, -1, -1):
                yield self._places[index]

    def _stretch(self, day: str) -> tuple[int, int]:
        first, last = reach(day, day)
        return bisect_left(self._places, first), bisect_right(self._places, last)
