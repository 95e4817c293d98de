"""Where an article stands by date, as one number: its day as eight digits, above 32 bits for its row.

The full-text tables go by this number, so that what they find comes by date, a range of dates is a range of
them, and a day's share of what is found is a stretch of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.index.rows import DateRange

_ROW_BITS = 32
ROW = (1 << _ROW_BITS) - 1  #: what of a place is the article's row
_LAST = 99_999_999


def place(day: str, row: int) -> int:
    """Return the place of an article; a month or a year (an ISO prefix) stands before its first day."""
    return _digits(day, "0") << _ROW_BITS | row


def day_of(place: int) -> str:
    """Return the day of a place, as an ISO prefix."""
    digits = f"{place >> _ROW_BITS:08}"
    return "-".join(part for part in (digits[:4], digits[4:6], digits[6:]) if int(part))


def reach(first: str, last: str) -> tuple[int, int]:
    """Return the first and the last place of the days between two; an open end is "" or "~"."""
    return _digits(first, "0") << _ROW_BITS, (_digits(last, "9") << _ROW_BITS) | ROW


def reach_of(dates: DateRange | None) -> tuple[int, int]:
    """Return the first and the last place of a range of dates, of all days without one."""
    return reach(dates.first, dates.last) if dates else reach("", "~")


def _digits(day: str, filling: str) -> int:
    """Return a day as eight digits; what a month, a year or an open end lacks is filled up.

    "2031-03~" reaches to the end of the month, and so does what has no digits at all to either end of time.
    """
    filling = "9" if day.endswith("~") else filling if not day else "0"
    digits = "".join(c for c in day if c in "0123456789")[:8]
    return min(int(digits.ljust(8, filling)), _LAST)
