"""Readings of dates that count from now or from another date: "yesterday", "three days earlier"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dateline.extraction import date_calendar
from dateline.extraction.date_context import comes, ends_clause, is_record, is_title
from dateline.extraction.date_parts import Worded, number_of, step_of, unit_of, weekday_of, worded
from dateline.extraction.lexemes import Match, Run, readings

if TYPE_CHECKING:
    from dateline.model import Direction

#: The rule of dates that are those of what follows: "it comes two days after the vote".
BESIDE_NEWS = "beside the news"
_NAMED_DAYS: dict[str, tuple[str, Direction | None]] = {
    "today": ("day:+0", None),
    "tonight": ("day:+0", None),
    "yesterday": ("day:-1", "past"),
    "tomorrow": ("day:+1", "future"),
}
_DIRECTIONS: dict[str, Direction] = {"l": "past", "E": "past", "N": "future", "L": "future"}
_LETTERS = {
    "day": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "M",
    "year": "Y",
    "decade": "Y",
}
_TIMES = {"fortnight": 2, "quarter": 3, "decade": 10}


def named_day(text: str, match: Match) -> Worded | None:
    """Read "today", "yesterday evening"."""
    if is_title(text, match.start, match.end):
        return None
    form, direction = _NAMED_DAYS[match["day"][0].text.lower()]
    return worded(match, form, direction=direction)


def part_of_day(_text: str, match: Match) -> Worded | None:
    """Read "this morning", "last night"; "the following night" counts from the date before it."""
    word = match["rel"][-1]
    name = word.text.lower()
    if word.type == "N":
        return worded(match, "+P1D", anchored=True)
    if name in ("last", "this"):
        return worded(match, "day:-1" if name == "last" else "day:+0", direction=_DIRECTIONS.get(word.type))
    return None


def day_of(_text: str, match: Match) -> Worded | None:
    """Read "the 20th of next month"."""
    if unit_of(match["unit"]) != "month":
        return None
    return worded(match, f"---{number_of(match['day']):02}{step_of(match)}")


def weekday_of_week(_text: str, match: Match) -> Worded | None:
    """Read "Friday of next week", "last week on Tuesday"."""
    if unit_of(match["unit"]) != "week":
        return None
    return worded(match, f"{weekday_of(match['weekday'])}{step_of(match)}")


def relative_weekday(_text: str, match: Match) -> Worded | None:
    """Read "last Friday" (the latest before today), "this Friday", "next Friday" (of next week)."""
    weekday, word = weekday_of(match["weekday"]), match["rel"][-1]
    name = word.text.lower()
    if word.type == "l":
        return worded(match, f"-P1{weekday}", "weekday", direction="past")
    if word.type == "t":
        return worded(match, f"{weekday}:+0", "weekday") if name != "same" else None
    if name == "next":
        return worded(match, f"{weekday}:+1", "weekday", direction="future")
    return worded(match, f"+P1{weekday}", "weekday", direction="future", anchored=name == "following")


def relative_unit(_text: str, match: Match) -> Worded | None:
    """Read "last week", "this year", "later this month", "the following month", "the next day"."""
    unit, word = unit_of(match["unit"]), match["rel"][-1]
    name, first = word.text.lower(), match.whole[0].type
    if match["unit"][0].text.lower().endswith("s") or unit in ("fortnight", "decade"):
        return None
    if unit == "day":
        return _relative_day(match, name, word.type)
    lasts_from_now = first == "z" and name in ("next", "last", "past") and unit not in ("quarter", "weekend")
    if name == "same" or lasts_from_now:
        return None
    direction = _DIRECTIONS.get(first if first in "EL" else word.type)
    anchored = name in ("following", "previous", "preceding")
    return worded(match, f"{unit}{step_of(match)}", "period", direction=direction, anchored=anchored)


def _relative_day(match: Match, name: str, kind: str) -> Worded | None:
    if name == "same":
        return worded(match, "+P0D", anchored=True)
    if kind == "t" or name in ("last", "past"):
        return None
    return worded(match, "+P1D" if kind == "N" else "-P1D", anchored=True)


def weekend(_text: str, match: Match) -> Worded:
    """Read "the weekend"."""
    return worded(match, "weekend", "period", open=True)


def shift(text: str, match: Match) -> Worded | None:
    """Read "two weeks ago", "in two weeks", "two weeks from now", "three days earlier"."""
    unit, count, way = unit_of(match["unit"]), number_of(match["count"]), match["way"][0]
    if way.type in "LE":
        if way.text.lower() in ("before", "after") and not ends_clause(text, match.end):
            return None
        if text.startswith(" than", match.end):
            return None
        return worded(match, _duration("+" if way.type == "L" else "-", count, unit), anchored=True)
    if way.type == "I" and (way.text.lower() != "in" or is_record(text, match.start)):
        return None
    sign = "-" if way.type == "g" else "+"
    direction: Direction = "past" if way.type == "g" else "future"
    return worded(match, _from_now(sign, count, unit), direction=direction, ahead=way.type == "I")


def beside_news(text: str, match: Match) -> Worded | None:
    """Read "it comes two days after …": the day of what follows, counted from that of the news."""
    if not comes(text, match.start) or match["way"][0].text.lower() not in ("before", "after"):
        return None
    sign = "-" if match["way"][0].type == "L" else "+"
    form = _duration(sign, number_of(match["count"]), unit_of(match["unit"]))
    return replace(worded(match, form), news=True)


def same_day(_text: str, match: Match) -> Worded:
    """Read "later in the day", "later that evening"."""
    return worded(match, "+P0D", anchored=True)


def unit_beside(text: str, match: Match) -> Worded | None:
    """Read "the day before", "the week after", which count from the date before them."""
    unit, way = unit_of(match["unit"]), match["way"][0]
    if way.text.lower() not in ("before", "after") or not ends_clause(text, match.end):
        return None
    sign = "+" if way.type == "L" else "-"
    form = f"{sign}P1D" if unit == "day" else f"{unit}:{sign}1"
    return worded(match, form, "day" if unit == "day" else "period", anchored=True)


def counted_weekday(text: str, match: Match) -> Worded | None:
    """Read "Monday two weeks from now", "two Sundays from now", "Sunday 3 weeks after 15 January"."""
    count, base = number_of(match["count"]), _base(text, match)
    if base is None:
        return None
    unit = unit_of(match["unit"]) or "week"
    if unit == "week":
        return worded(match, f"{base}+P{count}{weekday_of(match['weekday'])}")
    return worded(match, base + _duration("+", count, unit))


def shifted(text: str, match: Match) -> Worded | None:
    """Read "three weeks from tomorrow", "two days after next Friday", "the day after tomorrow"."""
    base = _base(text, match)
    if base is None:
        return None
    count = number_of(match["count"]) if match["count"] else 1
    way = match["way"][0].type
    form = base + _duration("-" if way == "E" else "+", count, unit_of(match["unit"]))
    if way == "I":
        return worded(match, form, direction="future")  # "a week on Friday"
    return worded(match, form, open=bool(re.match(r"--|[A-Z]{3}[+-]", base + "+")))


def _base(text: str, match: Match) -> str | None:
    """Return the form of the date that another one counts from; "now" is the empty form."""
    words = match["base"]
    if not words or words[-1].type == "j":
        return ""
    run = Run("".join(word.type for word in words), words)
    rules = [(name, re.compile(pattern), partial(read, text)) for name, pattern, read in BASES]
    return next((date.form for _, date in readings([run], rules)), None)


def _duration(sign: str, count: int, unit: str) -> str:
    return f"{sign}P{count * _TIMES.get(unit, 1)}{_LETTERS[unit]}"


def _from_now(sign: str, count: int, unit: str) -> str:
    """Return so many units from now: years and months as such, weeks by the day."""
    count *= _TIMES.get(unit, 1)
    if _LETTERS[unit] == "W":
        return f"day:{sign}{7 * count}"
    return f"{ {'D': 'day', 'M': 'month', 'Y': 'year'}[_LETTERS[unit]] }:{sign}{count}"


_DAY = "(?P<day>[no])"
_MONTH = "(?P<month>[Mm])"
#: The dates from which others count, as rules of their own.
BASES = (
    ("named day", "(?P<day>d)", named_day),
    ("day and month", rf"(?:[WV],?)?z?{_DAY}O?{_MONTH}(?:,?O?(?P<year>y))?", date_calendar.day_of_month),
    ("month and day", rf"(?:[WV],?)?{_MONTH}z?{_DAY}(?:,?O?(?P<year>y))?", date_calendar.day_of_month),
    ("relative weekday", "(?P<rel>t?[lN]|t)(?P<weekday>W)", relative_weekday),
    ("weekday", "(?P<weekday>W)", date_calendar.weekday_alone),
)
BASE = r"(?P<base>d|t?[lNt]?W|(?:[WV],?)?z?[no]O?[Mm](?:,?O?y)?|(?:[WV],?)?[Mm]z?[no](?:,?O?y)?)"
