"""Days, weeks, months: what moves, narrows and widens a range of dates, and how dates are worded.

All functions are pure. Weeks begin on Monday (ISO 8601).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MINYEAR, date, timedelta

from dateline.index.rows import DateRange

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def month_end(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """Return the same day some months later or earlier, or the last one that the month has."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if year < MINYEAR:
        raise OverflowError("before the first year")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def rung(unit: str, day: date) -> tuple[date, date]:
    """Return the first and last day of the day, week, month, quarter or year that holds a day."""
    if unit == "day":
        return day, day
    if unit == "week":
        monday = day - timedelta(day.weekday())
        return monday, monday + timedelta(6)
    if unit == "month":
        return day.replace(day=1), month_end(day)
    if unit == "quarter":
        first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
        return first, month_end(add_months(first, 2))
    return date(day.year, 1, 1), date(day.year, 12, 31)


def bounds(dates: DateRange) -> tuple[date, date]:
    """Return the first and last day of a range as dates; its ends may be ISO prefixes."""
    return first_day(dates.first), _period(dates.last)[1]


def _made(first: date, last: date) -> DateRange:
    return DateRange(first.isoformat(), last.isoformat())


def month_of(day: date) -> DateRange:
    """Return the month that holds a day."""
    return _made(*rung("month", day))


def shift(dates: DateRange, step: int) -> DateRange:
    """Return the range moved by `step` times its own length: whole months by months, else by days."""
    first, last = bounds(dates)
    try:
        if first.day == 1 and last == month_end(last):
            months = (last.year - first.year) * 12 + last.month - first.month + 1
            return _made(add_months(first, step * months), month_end(add_months(last, step * months)))
        length = (last - first + timedelta(1)) * step
        return _made(first + length, last + length)
    except (OverflowError, ValueError):
        return dates


def narrow(dates: DateRange, anchor: date | None) -> DateRange:
    """Return the next shorter year, quarter, month, week or day inside the range.

    It is the one that holds `anchor` where that lies in the range, else the one that holds the last day.
    """
    first, last = bounds(dates)
    day = anchor if anchor and first <= anchor <= last else last
    for unit in ("year", "quarter", "month", "week", "day"):
        begin, end = rung(unit, day)
        begin, end = max(begin, first), min(end, last)
        if (begin, end) != (first, last):
            return _made(begin, end)
    return dates


def widen(dates: DateRange) -> DateRange | None:
    """Return the next longer week, month, quarter or year that holds the range; None for all dates."""
    first, last = bounds(dates)
    for unit in ("week", "month", "quarter", "year"):
        begin, end = rung(unit, first)
        if begin <= first and last <= end and (begin, end) != (first, last):
            return _made(begin, end)
    return None


def _day(day: date, *, year: bool = True, month: bool = True, full: bool = False) -> str:
    name = MONTHS[day.month - 1].capitalize()
    parts = [str(day.day), (name if full else name[:3]) if month else "", str(day.year) if year else ""]
    return " ".join(part for part in parts if part)


def describe(dates: DateRange) -> str:
    """Return a range in words: "March 2031", "2 – 7 March 2031", "2 Mar – 9 May 2031"."""
    first, last = bounds(dates)
    if first == last:
        return f"{WEEKDAYS[first.weekday()][:3].capitalize()} {_day(first, full=True)}"
    if (first, last) == rung("year", first):
        return str(first.year)
    if (first, last) == rung("month", first):
        return f"{MONTHS[first.month - 1].capitalize()} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} – {_day(last, full=True)}"
    return f"{_day(first, year=first.year != last.year)} – {_day(last)}"


def date_mark(basis: str) -> str:
    """Return the mark in front of a date by what it comes from: none where the article declares it."""
    return {"declared": "", "judged": "✎"}.get(basis, "~")


def first_day(iso: str) -> date:
    """Return the first day that an ISO prefix ("2031", "2031-03", "2031-03-02") stands for."""
    return date.fromisoformat(iso + "-01-01"[len(iso) - 4 :] if len(iso) < 10 else iso)


def long_date(iso: str) -> str:
    """Return a date in full, as precise as it is: "Mon 3 March 2031", "March 2031"."""
    return describe(_made(*_period(iso)))


def _period(iso: str) -> tuple[date, date]:
    return rung({4: "year", 7: "month"}.get(len(iso), "day"), first_day(iso))


def short_date(iso: str, *, year: bool = False) -> str:
    """Return a date in brief: "3 Mar"."""
    if len(iso) < 10:
        return long_date(iso)
    return _day(first_day(iso), year=year)
