"""Dates in figures as tables hold them: which of two numbers is the day, and what a spreadsheet counts."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Which of the two numbers before the year comes first.
Order = Literal["day", "month"]

_FIGURES = re.compile(r"(\d{1,2})(?P<stroke>[/.-])(\d{1,2})(?P=stroke)(\d{4}|\d{2})(?=[ T,]|$)", re.ASCII)
_NAMED = re.compile(
    r"(?:(\d{1,2})[ -]([a-z]{3,9})|([a-z]{3,9})-(\d{1,2}))[ ,-]{1,2}(\d{4}|\d{2})", re.IGNORECASE | re.ASCII
)
_SERIAL = re.compile(r"([2-6]\d{4})(?:\.\d{1,12})?", re.ASCII)  # the years 1954 to 2091
_EPOCH = date(1899, 12, 30)  # from which spreadsheets count days
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PIVOT = 70  # two figures from here on are of the last century


def named(told: str | None) -> Order | None:
    """Return the order that a word names, None where it names none."""
    return "day" if told == "day" else "month" if told == "month" else None


def order_of(values: Iterable[str]) -> Order | None:
    """Return the order that dates of one column are in, as those show that can be read in one way alone.

    None where none shows it, or where some show the one order and some the other.
    """
    shown = {order for value in values if (order := _shown(value))}
    return shown.pop() if len(shown) == 1 else None


def _shown(value: str) -> Order | None:
    found = _FIGURES.match(value.strip())
    if found is None:
        return None
    first, second = int(found[1]), int(found[3])
    if first > 12 >= second:
        return "day"
    return "month" if second > 12 >= first else None


def day(text: str, order: Order | None) -> str | None:
    """Return the day of a date in figures, or with a short year, as ISO 8601; None where it can't be told.

    With dots the day comes first whatever the order, as everywhere. A number of five figures counts days, as
    in spreadsheets whose dates lost their form.
    """
    if found := _FIGURES.match(text):
        order = "day" if found["stroke"] == "." else order or _shown(text)
        first, second, year = int(found[1]), int(found[3]), found[4]
        if order is None and first != second:
            return None
        return _iso(year, *((second, first) if order == "day" else (first, second)))
    if found := _NAMED.fullmatch(text):
        name = (found[2] or found[3]).lower()[:3]
        return _iso(found[5], _MONTHS.index(name) + 1, int(found[1] or found[4])) if name in _MONTHS else None
    if found := _SERIAL.fullmatch(text):
        return (_EPOCH + timedelta(days=int(found[1]))).isoformat()
    return None


def _iso(year: str, month: int, number: int) -> str | None:
    whole = int(year) if len(year) > 2 else int(year) + (1900 if int(year) >= _PIVOT else 2000)
    try:
        return date(whole, month, number).isoformat()
    except ValueError:
        return None
