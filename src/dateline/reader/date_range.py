"""Date ranges as people write them.

Relative words ("last week", "march") count back from the collection's newest day, never from the clock.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.index.rows import DateRange
from dateline.reader.days import MONTHS, WEEKDAYS, add_months, month_end, rung, short_date
from dateline.text import clean

NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twelve": 12}

_SEPARATOR = re.compile(r"\s*+(?:\.{2,3}|…|–|—)\s*+|\s++-\s++|\s++(?:to|until|till|through|and)\s++")
_PARTS = "early|start|beginning|mid|middle|late|end"
_PART_OF_MONTH = re.compile(rf"(?P<part>{_PARTS}) (?P<month>[a-z]+(?: \d{{4}})?)")
_UNIT = r"(days?|weeks?|months?|years?|[dwmy])"
_DAYS_OF_MONTH = re.compile(
    r"(?P<a>\d{1,2}) ?(?:-|–|to|\.\.) ?(?P<b>\d{1,2}) (?P<month>[a-z]+)(?P<year> \d{4})?"
)
_MONTH_OF_DAYS = re.compile(
    r"(?P<month>[a-z]+) (?P<a>\d{1,2}) ?(?:-|–|to|\.\.) ?(?P<b>\d{1,2})(?P<year> \d{4})?"
)


class DateRangeError(ValueError):
    """A range that cannot be read; the message says why, for the reader."""


@dataclass(frozen=True, slots=True)
class _Point:
    """A day, month, quarter or year as written: `year` is None where the text leaves it out."""

    year: int | None
    month: int | None = None
    day: int | None = None
    months: int = 1  #: 3 for a quarter

    def in_year(self, year: int) -> tuple[date, date]:
        """Return its first and last day in a year."""
        if self.month is None:
            return date(year, 1, 1), date(year, 12, 31)
        try:
            first = date(year, self.month, self.day or 1)
        except ValueError:
            name = MONTHS[self.month - 1].capitalize()
            raise DateRangeError(f"{name} {year} has no day {self.day}") from None
        if self.day:
            return first, first
        return first, month_end(add_months(first, self.months - 1))

    def latest(self, limit: date) -> tuple[date, date]:
        """Return its days in its own year, else in the latest year in which it begins by `limit`."""
        if self.year is not None:
            return self.in_year(self.year)
        year = limit.year
        if (self.month or 1, self.day or 1) > (limit.month, limit.day):
            year -= 1
        if (self.month, self.day) == (2, 29):
            year = next((y for y in range(year, year - 9, -1) if monthrange(y, 2)[1] == 29), year)
        return self.in_year(year)


def parse(text: str, newest: date, oldest: date | None = None) -> DateRange:
    """Return the range that `text` means in a collection whose days go from `oldest` to `newest`.

    Raises DateRangeError with a message for the reader.
    """
    words = _tidy(clean(text))
    if not words:
        raise DateRangeError("write a date or a range")
    try:
        first, last = _range(words, newest, oldest or newest)
    except DateRangeError:
        raise
    except (OverflowError, ValueError):
        raise DateRangeError("the calendar does not reach so far") from None
    if first > last:
        raise DateRangeError(f"it would end ({_brief(last)}) before it begins ({_brief(first)})")
    return DateRange(first.isoformat(), last.isoformat())


def _tidy(text: str) -> str:
    words = text.strip().lower().replace(",", " ")
    words = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", words)
    words = re.sub(r"\b(\d{4})/(\d{1,2})\b(?:/(?=\d{1,2}\b))?", lambda m: m[0].replace("/", "-"), words)
    words = re.sub(r"(?<![\d/])(\d{1,2})/(\d{4})\b", r"\2-\1", words)
    words = re.sub(r"\ban? (?=(?:day|week|month|quarter|year|fortnight)\b)", "one ", words)
    words = re.sub(r"\b(?:one )?fortnight\b", "two weeks", words)
    words = re.sub(rf"\b({_PARTS})(?: of)?(?: the)?[ -](?=[a-z])", r"\1 ", words)
    words = re.sub(rf"(?<=[a-z])-(?=[a-z]|{_PARTS})", " - ", words)
    words = re.sub(r"\b(?:of|the|on|in|during|all|whole)\b", " ", words)
    return " ".join(words.split())


def _range(words: str, newest: date, oldest: date) -> tuple[date, date]:
    if whole := _relative(words, newest):
        return whole
    if either := _DAYS_OF_MONTH.fullmatch(words) or _MONTH_OF_DAYS.fullmatch(words):
        month, year = either["month"], either["year"] or ""
        words = f"{either['a']} {month}{year} .. {either['b']} {month}{year}"
    open_start = re.fullmatch(r"(?:until|till|to|up to|before|\.\.+|…|-)\s*(?P<end>.+)", words)
    if open_start:
        first, last = _one(open_start["end"], newest)
        end = first - timedelta(1) if words.startswith("before") else last
        return min(oldest, end), end
    if open_end := re.fullmatch(r"(?P<word>since|after) (?P<start>.+)|(?P<bare>.+?)\s*(?:\.\.+|…)", words):
        first, last = _one(open_end["start"] or open_end["bare"], newest)
        begin = last + timedelta(1) if open_end["word"] == "after" else first
        if begin > max(newest, last):
            raise DateRangeError(f"the newest article is of {_brief(newest)}")
        return begin, max(newest, last)
    words, opened = re.subn(r"^(?:from|between) ", "", words)
    parts = _SEPARATOR.split(words)
    if len(parts) > 2:
        raise DateRangeError("a range has one beginning and one end")
    if len(parts) == 2:
        return _between(parts[0], parts[1], newest)
    first, last = _one(words, newest)
    return first, max(newest, last) if opened else last


def _between(left: str, right: str, newest: date) -> tuple[date, date]:
    """Return the days from one point to another; what one leaves out, the other lends."""
    if re.fullmatch(r"\d{1,2}", left) and (month := re.search(r"[a-z]+(?: \d{4})?$", right)):
        left = f"{left} {month.group()}"
    if (a := _point(left)) is None:
        return _one(left, newest)[0], _one(right, newest)[1]
    if (b := _point(right)) is None:
        last = _one(right, newest)[1]
        return a.latest(last)[0], last
    if b.year is None and a.year is not None:
        first = a.in_year(a.year)[0]
        last = b.in_year(a.year)[1]
        return first, last if last >= first else b.in_year(a.year + 1)[1]
    last = b.latest(newest)[1]
    return a.latest(last)[0], last


def _one(words: str, newest: date) -> tuple[date, date]:
    """Return the first and last day of a single point or relative period."""
    if whole := _relative(words, newest):
        return whole
    if part := _PART_OF_MONTH.fullmatch(words):
        return _part_of_month(part["part"], part["month"], newest)
    if re.fullmatch(r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?", words):
        raise DateRangeError(f"{words} can be read two ways; write 3 april or 2025-04-03")
    if (point := _point(words)) is None:
        raise DateRangeError(_hint(words))
    return point.latest(newest)


def _part_of_month(part: str, month: str, newest: date) -> tuple[date, date]:
    """Return the first ten days of a month, the ten after them, or the rest."""
    point = _point(month)
    if point is None or point.month is None or point.day is not None:
        raise DateRangeError(_hint(month))
    first, last = point.latest(newest)
    if part.startswith("mid"):
        return first.replace(day=11), first.replace(day=20)
    return (first.replace(day=21), last) if part in {"late", "end"} else (first, first.replace(day=10))


def _point(words: str) -> _Point | None:
    """Read a day, month, quarter or year; None for anything else."""
    if iso := re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", words):
        year, month, day = (int(part) if part else None for part in iso.groups())
        if year == 0 or (month is not None and not 1 <= month <= 12):
            raise DateRangeError(f"there is no {'month' if year else 'year'} {iso[2] if year else iso[1]}")
        return _Point(year, month, day)
    if quarter := re.fullmatch(r"q([1-4])(?: (\d{4}))?|(\d{4}) q([1-4])", words):
        number = int(quarter[1] or quarter[4])
        given = quarter[2] or quarter[3]
        return _Point(int(given) if given else None, 3 * number - 2, months=3)
    named = re.fullmatch(r"(?:(\d{1,2}) )?([a-z]+)\.?(?: (\d{1,2}))?(?: (\d{4}))?", words)
    if named and not (named[1] and named[3]) and (month := _month(named[2])):
        return _Point(int(named[4]) if named[4] else None, month, int(named[1] or named[3] or 0) or None)
    return None


def _month(word: str) -> int | None:
    if len(word) < 3:
        return None
    return next(
        (n for n, name in enumerate(MONTHS, 1) if name.startswith(word) or word == name[:3] + "t"), None
    )


def _weekday(word: str) -> int | None:
    return next((n for n, name in enumerate(WEEKDAYS) if len(word) >= 3 and name.startswith(word)), None)


def _relative(words: str, newest: date) -> tuple[date, date] | None:
    """Read what counts from the newest day; None for anything else."""
    if words in {"today", "newest", "latest"}:
        return newest, newest
    if words == "yesterday":
        return newest - timedelta(1), newest - timedelta(1)
    if words in {"weekend", "last weekend", "this weekend", "past weekend"}:
        sunday = newest - timedelta((newest.weekday() + 1) % 7)
        saturday = sunday - timedelta(1) if newest.weekday() != 5 else newest
        return saturday, min(newest, saturday + timedelta(1))
    if period := re.fullmatch(r"(this|last|past|previous) (week|month|quarter|year)", words):
        now = rung(period[2], newest)
        if period[1] == "this":
            return now
        return rung(period[2], now[0] - timedelta(1))
    if several := re.fullmatch(rf"(?:(?:last|past|previous) |-)?(\w+?) ?{_UNIT}( ago)?", words):
        count = NUMBERS.get(several[1]) or (int(several[1]) if several[1].isdecimal() else 0)
        if count:
            start = _back(newest, count, several[2][0])
            return (start, start) if several[3] else (start + timedelta(1), newest)
    if named := re.fullmatch(r"(last )?([a-z]+)", words):
        number = _weekday(named[2])
        if number is not None:
            back = (newest.weekday() - number) % 7 or (7 if named[1] else 0)
            return newest - timedelta(back), newest - timedelta(back)
        if named[1] and (month := _month(named[2])):
            return _Point(None, month).latest(rung("month", newest)[0] - timedelta(1))
    return None


def _back(day: date, count: int, unit: str) -> date:
    try:
        if unit in "dw":
            return day - timedelta(count * (7 if unit == "w" else 1))
        return add_months(day, -count * (12 if unit == "y" else 1))
    except (OverflowError, ValueError):
        raise DateRangeError("that is too long ago") from None


def _hint(words: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  # only on the way to an error

    known = [*MONTHS, *WEEKDAYS, "today", "yesterday", "last", "since", "until", "week", "month", "year"]
    for word in re.findall(r"[a-z]{3,}", words):
        near = get_close_matches(word, known, n=1, cutoff=0.7)
        if near and near[0] != word:
            return f"“{word}” is no date; did you mean {near[0]}?"
    return f"“{words}” is no date; try march, 2 march or 2031-03-02"


def _brief(day: date) -> str:
    return short_date(day.isoformat(), year=True)
