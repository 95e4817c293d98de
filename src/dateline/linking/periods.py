"""Dates that carry their precision, as spans of days."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """The days from first to last, both included."""

    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        """Return how many days it covers."""
        return (self.last - self.first).days + 1

    def gap(self, other: Period) -> int:
        """Return the days between the two; 0 where they touch or overlap."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


def period(iso: str) -> Period | None:
    """Return the days of an ISO prefix ("2031", "2031-03", "2031-03-02") or a "from/to" range; None for
    others.
    """
    if "/" in iso:
        start, end = (period(part) for part in iso.split("/", 1))
        return Period(start.first, end.last) if start and end and start.first <= end.last else None
    try:
        parts = [int(part) for part in iso.split("-")]
        year, month, day = (*parts, 0, 0)[:3]
        first = dt.date(year, month or 1, day or 1)
        last = dt.date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return Period(first, last)
