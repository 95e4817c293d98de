"""The date that an article declares: a marker before its first words, or a line of its own near the top."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_ISO = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"

_LABEL = (
    r"(?:(?P<label>(?:first |originally )?published(?: time)?|date published|publication date|pubdate"
    r"|posted|dated?|(?:last )?(?:updated|modified|revised))(?: on)? ?:? ?)?"
)
_CLOCK = (
    r"(?:[ ,T|@·•–-]*(?:at )?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d+)? ?(?:[ap]\.?m\.?)? ?"
    r"(?:[a-z]{1,5}(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2})?)?"
)

#: What a date line may hold between its label and its time of day.
_WORDINGS = (
    _ISO,
    rf"{_WEEKDAY}(?:the )?{_DAY}(?: of)? {_MONTH},? {_YEAR}",
    rf"{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR}",
    rf"{_DAY}-{_MONTH}-{_YEAR}",
    r"(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})",
    r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})",  # with dots, the day stands first everywhere
    r"(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>\d{4})",  # with strokes, only where it is plain
    r"(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})",
)
_LINES = tuple(
    re.compile(rf"{_LABEL}\(?{wording}{_CLOCK}\)?\.?", re.IGNORECASE | re.ASCII) for wording in _WORDINGS
)
_LONGEST_LINE = 80

_MARKER = re.compile(rf"\s*date:? {_ISO}(?![\w-])\s*", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a line that holds nothing but a date declares."""

    iso: str  #: "2031-03-02"
    is_update: bool  #: of a later change, not of the first publication


def marker(text: str) -> tuple[str | None, str]:
    """Return the date of a leading "date 2031-03-02", which may be glued to the first sentence, and the rest.

    The date is None, and the rest the whole text, where there is no such marker or no such day.
    """
    found = _MARKER.match(text)
    iso = _iso(found) if found else None
    return (iso, text[found.end() :]) if found and iso else (None, text)


def date_line(line: str) -> DateLine | None:
    """Return what line declares if it is a date and nothing else, with or without label, weekday and time.

    A date in figures counts only where day and month can't be confused.
    """
    if len(line) > _LONGEST_LINE:
        return None
    for wording in _LINES:
        found = wording.fullmatch(line)
        iso = _iso(found) if found else None
        if found and iso:
            label = (found["label"] or "").lower()
            return DateLine(iso, is_update=label.endswith(("updated", "modified", "revised")))
    return None


def _iso(found: re.Match[str]) -> str | None:
    """Return the date of a match as ISO 8601, None where there is no such day."""
    month = found["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
    try:
        return date(int(found["year"]), number, int(found["day"])).isoformat()
    except ValueError:
        return None
