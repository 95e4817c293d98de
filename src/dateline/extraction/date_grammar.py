"""The grammar of dates: typed lexemes (see `date_words`) read as forms, still relative where the words are.

Each rule is a regular expression over the types, with a reading of its groups (see `lexemes`). What
depends on tense is left open here, and settled by `dates`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dateline.extraction import date_calendar as cal
from dateline.extraction import date_offsets as offsets
from dateline.extraction.date_offsets import BASE
from dateline.extraction.date_words import lexer
from dateline.extraction.lexemes import readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.extraction.date_parts import Worded

_DAY, _MONTH, _YEAR = "(?P<day>[no])", "(?P<month>[Mm])", "(?P<year>y)"
_WEEKDAY, _UNIT, _COUNT = "(?P<weekday>W)", "(?P<unit>u)", "(?P<count>[na])"
_DATED = "(?:(?P<weekday>[WV]),?)?"
_REL_UNIT = r"(?P<rel>[tlN])(?P<unit>u)"
_LAST_YEAR = rf"[OI]?z?{_REL_UNIT}"
_FIRST, _LAST, _SPAN = "(?P<first>[no])", "(?P<last>[no])", "(?:[T-]|(?P<and>&))"

_RULES = tuple(
    (name, re.compile(pattern), read)
    for name, pattern, read in (
        ("digits", "i", cal.numeric),
        ("holiday", rf"H(?:,?{_YEAR})?", cal.holiday),
        ("days, month", rf"b?{_FIRST}{_SPAN}z?{_LAST}O?z?{_MONTH}(?:,?[OI]?{_YEAR})?", cal.days_of_month),
        (
            "month, days",
            rf"b?{_MONTH}z?{_FIRST}{_SPAN}z?{_LAST}(?!O?[Mm])(?:,?O?{_YEAR})?",
            cal.days_of_month,
        ),
        (
            "day, month",
            rf"{_DATED}z?{_DAY}u?O?z?{_MONTH}(?:,?[OI]?(?P<year>[yk])|O(?P<short>n)|{_LAST_YEAR})?",
            cal.day_of_month,
        ),
        ("month, day", rf"{_DATED}{_MONTH},?z?{_DAY}(?:,?O?{_YEAR}|{_LAST_YEAR})?", cal.day_of_month),
        (
            "nth weekday",
            rf"z?(?P<nth>[ol]){_WEEKDAY}[OI]z?(?:{_MONTH},?{_YEAR}?|{_REL_UNIT})",
            cal.nth_weekday,
        ),
        ("weekday from now", rf"{_WEEKDAY}{_COUNT}{_UNIT}(?:fj|[fL]{BASE})", offsets.counted_weekday),
        ("weekday from now", rf"{_COUNT}(?P<weekday>S)fj", offsets.counted_weekday),
        ("weekday of week", rf"{_WEEKDAY},?[OI]?z?{_REL_UNIT}", offsets.weekday_of_week),
        ("weekday of week", rf"{_REL_UNIT}[,-]?I?{_WEEKDAY}", offsets.weekday_of_week),
        ("weekday, day", r"(?P<weekday>[WV]),?z?(?P<day>o)", cal.weekday_and_day),
        ("from a date", rf"{_COUNT}{_UNIT}(?P<way>[fLEI]){BASE}", offsets.shifted),
        ("from a date", rf"z?{_UNIT}(?P<way>[LE]){BASE}", offsets.shifted),
        ("from now", rf"{_COUNT}{_UNIT}(?P<way>g|fj)", offsets.shift),
        ("from now", rf"(?P<way>I){_COUNT}{_UNIT}(?!f)", offsets.shift),
        ("from the date before", rf"{_COUNT}{_UNIT}(?P<way>[LE])", offsets.shift),
        (offsets.BESIDE_NEWS, rf"{_COUNT}{_UNIT}(?P<way>[LE])", offsets.beside_news),
        ("from the date before", rf"z{_UNIT}(?P<way>[LE])", offsets.unit_beside),
        ("from the date before", "e", offsets.same_day),
        ("named day", r"(?P<day>d)p?", offsets.named_day),
        ("part of day", r"z?(?P<rel>[tlN])p", offsets.part_of_day),
        ("day of a month", rf"z?(?P<day>o)u?[OI]?z?{_REL_UNIT}", offsets.day_of),
        ("quarter", rf"z?(?P<nth>o)(?P<of>u)(?:,?[OI]?{_YEAR}|[OI]?z?(?P<rel>[tlN])?{_UNIT})?", cal.quarter),
        ("quarter", rf"{_YEAR}-?(?P<quarter>Q)", cal.quarter),
        ("quarter", rf"(?P<quarter>Q)(?:,?O?{_YEAR})?", cal.quarter),
        ("relative weekday", rf"z?(?P<rel>t?[lN]|t){_WEEKDAY}p?", offsets.relative_weekday),
        ("weekday", rf"{_WEEKDAY}p?", cal.weekday_alone),
        ("relative unit", r"[EL]?z?(?P<rel>t?[lNt])(?P<unit>[uw])", offsets.relative_unit),
        ("weekend", r"zw", offsets.weekend),
        ("month", rf"{_YEAR}{_MONTH}", cal.month),
        ("month", rf"{_MONTH}(?:,?[OI]?(?P<year>[yk])|,?{_LAST_YEAR})", cal.month),
        ("month", rf"(?P<rel>t?[tlN])?{_MONTH}", cal.month),
        ("day", rf"z{_DAY}", cal.day_alone),
        ("years", r"[bf]?(?P<first>y)[T-](?P<last>y)", cal.years),
        ("years", r"b(?P<first>y)&(?P<last>y)", cal.years),
        ("years", r"(?P<first>y)-(?P<last>n)", cal.years),
        ("decade", "D", cal.decade),
        ("century", "c", cal.century),
        ("year", _YEAR, cal.year),
    )
)


def dates(text: str) -> list[Worded]:
    """Return the dates that the text words, in its order; two that are the ends of a span are joined."""
    rules = [(name, pattern, partial(read, text)) for name, pattern, read in _RULES]
    found = [replace(date, rule=name) for name, date in readings(lexer().runs(text), rules)]
    return list(_spans(text, found))


_TO = re.compile(r"(?:\s?[-–]\s?|\s(?:to|until|till|through)\s)(?:the\s|this\s|next\s)?")
_AND = re.compile(r"\sand\s(?:the\s)?")
_BETWEEN = re.compile(r"(?i)\bbetween\s(?:the\s)?$")


def _spans(text: str, found: Iterable[Worded]) -> Iterator[Worded]:
    """Yield the dates with "from X to Y" as one span of time; a year behind Y holds for X as well."""
    waiting: Worded | None = None
    for date in found:
        if waiting is not None and _is_span(text, waiting, date):
            waiting = _joined(waiting, date)
            continue
        if waiting is not None:
            yield waiting
        waiting = date
    if waiting is not None:
        yield waiting


def _is_span(text: str, first: Worded, last: Worded) -> bool:
    if "/" in first.form or "/" in last.form or first.end >= last.start:
        return False
    fine = {"day", "weekday"}
    if first.grain != last.grain and not {first.grain, last.grain} <= fine:
        return False
    if _TO.fullmatch(text, first.end, last.start):
        return True
    between = _BETWEEN.search(text, max(0, first.start - 16), first.start)
    return bool(between and _AND.fullmatch(text, first.end, last.start))


def _joined(first: Worded, last: Worded) -> Worded:
    form, year = first.form, re.match(r"(\d{4})(-.+)", last.form)
    if year and form.startswith("--") and ":" not in form:
        earlier = form[1:] > year[2]
        form = f"{int(year[1]) - earlier}{form[1:]}"
    open_ = form.startswith("--") or first.open
    return replace(
        first,
        end=last.end,
        form=f"{form}/{last.form}",
        grain="period",
        open=open_ and first.direction is None,
        rule="span",
    )
