"""What a form of a date means as seen from a day: the arithmetic behind `dates.resolve`.

The forms are those of `model.DateExpression`. A date is held as a period, its first and last day.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dateline.model import Direction

WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
_WEEKDAY = "|".join(WEEKDAYS)
_DAY = dt.timedelta(days=1)
_WITHIN = 400  #: days within which a weekday settles the year of a date without one

_SHIFT = re.compile(rf"([+-])P(\d{{1,4}})(D|W|M|Y|{_WEEKDAY})$")
_CHECK = re.compile(rf"=({_WEEKDAY})$")
_ABSOLUTE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-Q([1-4]))?")
_PARTIAL = re.compile(
    r"--(?:-(?P<day>\d\d)|(?P<month>\d\d)(?:-(?P<of_month>\d\d))?|Q(?P<quarter>[1-4]))(?::(?P<step>[+-]\d{1,4}))?"
)
_UNIT = re.compile(r"(day|week|weekend|month|quarter|year):([+-]\d{1,4})")
_STEPPED = re.compile(rf"({_WEEKDAY}):([+-]\d{{1,4}})")
_NTH = re.compile(rf"({_WEEKDAY})#(-?\d)@(.+)")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days, both ends included."""

    first: dt.date
    last: dt.date

    @property
    def is_day(self) -> bool:
        """Return whether it is a single day."""
        return self.first == self.last

    def iso(self) -> str:
        """Return the ISO date that carries its precision: a year, a month, a day, or "from/to"."""
        first, last = self.first, self.last
        if self.is_day:
            return first.isoformat()
        if first.day == 1 and last == _month_end(last):
            if (first.month, last.month) == (1, 12):
                return _year(first) if first.year == last.year else f"{_year(first)}/{_year(last)}"
            one, other = first.isoformat()[:7], last.isoformat()[:7]
            return one if one == other else f"{one}/{other}"
        return f"{first.isoformat()}/{last.isoformat()}"


def _year(day: dt.date) -> str:
    return day.isoformat()[:4]


def meaning(form: str, reference: dt.date, direction: Direction | None = None) -> Period | None:
    """Return the period that the form means as seen from the reference day, None where there is none.

    Without a direction the nearest is meant, and the latest of weekdays.
    """
    try:
        if "/" in form:
            return _span(form, reference, direction)
        return _point(form, reference, direction)
    except (ValueError, OverflowError):
        return None


def counted_from(form: str, start: Period, direction: Direction | None = None) -> Period | None:
    """Return the period that the form means as counted from another one.

    Years and months can be counted from a year or month, all else from a single day only.
    """
    shift = _SHIFT.fullmatch(form)
    try:
        if shift is not None:
            return _shifted(start, shift)
        return meaning(form, start.first, direction) if start.is_day else None
    except (ValueError, OverflowError):
        return None


def _span(form: str, reference: dt.date, direction: Direction | None) -> Period | None:
    """Return the span between two forms; one that lies ahead may have begun already."""
    start, _, end = form.partition("/")
    tries: tuple[Direction | None, ...] = (direction,)
    if direction == "future" and start.startswith("--"):
        tries = ("past", "future")
    for way in tries:
        first = _point(start, reference, way)
        last = _point(end, first.first, "future") if first is not None else None
        if first is None or last is None or last.last < first.first:
            continue
        if way == direction or last.last >= reference:
            return Period(first.first, last.last)
    return None


def _point(form: str, reference: dt.date, direction: Direction | None) -> Period | None:
    shift = _SHIFT.search(form)
    if shift is not None:
        base = form[: shift.start()]
        start = _point(base, reference, direction) if base else Period(reference, reference)
        return _shifted(start, shift) if start is not None else None
    check = _CHECK.search(form)
    if check is not None:
        return _partial(form[: check.start()], reference, direction, WEEKDAYS.index(check[1]))
    if form in WEEKDAYS:
        return _weekday(WEEKDAYS.index(form), reference, direction)
    if form == "weekend":
        return _weekend(reference, direction)
    for pattern, read in _READERS:
        match = pattern.fullmatch(form)
        if match is not None:
            return read(match, reference)
    return _partial(form, reference, direction, None)


def _shifted(start: Period, shift: re.Match[str]) -> Period | None:
    count = int(shift[2]) * (1 if shift[1] == "+" else -1)
    if shift[3] in "DW":
        days = dt.timedelta(days=count * (7 if shift[3] == "W" else 1))
        return Period(start.first + days, start.last + days) if start.is_day else None
    if shift[3] in "MY":
        if not start.is_day and shift[3] == "M" and start.first.month == 1 and start.last.month == 12:
            return None
        months = count * (12 if shift[3] == "Y" else 1)
        if start.is_day:
            return _one(_months_on(start.first, months))
        return Period(
            _months_on(start.first, months), _month_end(_months_on(start.last.replace(day=1), months))
        )
    if not start.is_day:
        return None
    weekday = WEEKDAYS.index(shift[3])
    ahead = (
        (weekday - start.first.weekday() - 1) % 7 + 1
        if count > 0
        else -((start.first.weekday() - weekday - 1) % 7 + 1)
    )
    weeks = abs(count) - 1
    return _one(start.first + dt.timedelta(days=ahead + (7 * weeks if count > 0 else -7 * weeks)))


def _weekday(weekday: int, reference: dt.date, direction: Direction | None) -> Period:
    back = (reference.weekday() - weekday) % 7
    if direction == "future":
        return _one(reference + dt.timedelta(days=(-back) % 7))
    return _one(reference - dt.timedelta(days=back))


def _weekend(reference: dt.date, direction: Direction | None) -> Period:
    saturday = reference + dt.timedelta(days=5 - reference.weekday())
    if direction != "future" and saturday > reference:
        saturday -= dt.timedelta(days=7)
    return Period(saturday, saturday + _DAY)


def _absolute(match: re.Match[str], _reference: dt.date) -> Period:
    year, month, day, quarter = (int(group) if group else None for group in match.groups())
    assert year is not None
    if quarter is not None:
        return _quarter(year, quarter)
    if month is None:
        return Period(dt.date(year, 1, 1), dt.date(year, 12, 31))
    if day is None:
        return _month(dt.date(year, month, 1))
    return _one(dt.date(year, month, day))


def _unit(match: re.Match[str], reference: dt.date) -> Period:
    unit, count = match[1], int(match[2])
    monday = reference - dt.timedelta(days=reference.weekday()) + dt.timedelta(weeks=count)
    if unit == "day":
        return _one(reference + dt.timedelta(days=count))
    if unit == "week":
        return Period(monday, monday + 6 * _DAY)
    if unit == "weekend":
        return Period(monday + 5 * _DAY, monday + 6 * _DAY)
    if unit == "month":
        return _month(_months_on(reference.replace(day=1), count))
    if unit == "quarter":
        start = _months_on(reference.replace(day=1), 3 * count)
        return _quarter(start.year, (start.month + 2) // 3)
    year = reference.year + count
    return Period(dt.date(year, 1, 1), dt.date(year, 12, 31))


def _weekday_of_week(match: re.Match[str], reference: dt.date) -> Period:
    monday = reference - dt.timedelta(days=reference.weekday())
    return _one(monday + dt.timedelta(days=WEEKDAYS.index(match[1]), weeks=int(match[2])))


def _nth_weekday(match: re.Match[str], reference: dt.date) -> Period | None:
    month = _point(match[3], reference, None)
    if month is None:
        return None
    weekday, nth = WEEKDAYS.index(match[1]), int(match[2])
    if nth < 0:
        return _one(month.last - dt.timedelta(days=(month.last.weekday() - weekday) % 7))
    day = month.first + dt.timedelta(days=(weekday - month.first.weekday()) % 7, weeks=nth - 1)
    return _one(day) if day <= month.last else None


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], dt.date], Period | None]], ...] = (
    (_ABSOLUTE, _absolute),
    (_UNIT, _unit),
    (_STEPPED, _weekday_of_week),
    (_NTH, _nth_weekday),
)


def _partial(
    form: str, reference: dt.date, direction: Direction | None, weekday: int | None
) -> Period | None:
    """Return the nearest period that completes a form, on the weekday if one is given and possible."""
    match = _PARTIAL.fullmatch(form)
    if match is None:
        return None
    candidates = list(_completions(match, reference))
    if match["step"]:
        return candidates[0] if candidates else None
    fitting = [c for c in candidates if c.first.weekday() == weekday]
    for way in (direction, None):
        near = _nearest(fitting, reference, way)
        if near is not None and _distance(near, reference) < _WITHIN:
            return near
    return _nearest(candidates, reference, direction)


def _completions(match: re.Match[str], reference: dt.date) -> Iterator[Period]:
    step = match["step"]
    if match["day"]:
        this_month = reference.replace(day=1)
        for months in (int(step),) if step else range(-7, 8):
            start = _months_on(this_month, months)
            if int(match["day"]) <= _month_end(start).day:
                yield _one(start.replace(day=int(match["day"])))
        return
    for years in (int(step),) if step else range(-8, 9):
        year = reference.year + years
        if not dt.MINYEAR <= year <= dt.MAXYEAR:
            continue
        if match["quarter"]:
            yield _quarter(year, int(match["quarter"]))
        elif not match["of_month"]:
            yield _month(dt.date(year, int(match["month"]), 1))
        elif int(match["of_month"]) <= calendar.monthrange(year, int(match["month"]))[1]:
            yield _one(dt.date(year, int(match["month"]), int(match["of_month"])))


def _nearest(candidates: Iterable[Period], reference: dt.date, direction: Direction | None) -> Period | None:
    """Return the latest that has begun, the first that has not ended, or without a direction the nearest."""
    periods = sorted(candidates)
    past = [p for p in periods if p.first <= reference]
    future = [p for p in periods if p.last >= reference]
    if direction == "past":
        return past[-1] if past else None
    if direction == "future":
        return future[0] if future else None
    around = [*past[-1:], *future[:1]]
    return min(around, key=lambda p: _distance(p, reference), default=None)


def _distance(period: Period, reference: dt.date) -> int:
    if period.first <= reference <= period.last:
        return 0
    return min(abs((period.first - reference).days), abs((period.last - reference).days))


def _one(day: dt.date) -> Period:
    return Period(day, day)


def _month(start: dt.date) -> Period:
    return Period(start, _month_end(start))


def _quarter(year: int, quarter: int) -> Period:
    start = dt.date(year, 3 * quarter - 2, 1)
    return Period(start, _month_end(_months_on(start, 2)))


def _month_end(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _months_on(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months on, or the last of that month where it is shorter."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
