"""What the readings of dates share: the date that they make of words, and the values of single words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dateline.extraction.date_words import MONTHS, ORDINALS, WEEKDAYS
from dateline.extraction.numbers import words_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.extraction.lexemes import Lexeme, Match
    from dateline.model import Direction

#: How fine a date is; only ends that are equally fine make a span of time.
Grain = Literal["day", "weekday", "month", "quarter", "year", "period"]

_STEPS = {"l": ":-1", "t": ":+0", "N": ":+1"}


@dataclass(frozen=True, slots=True)
class Worded:
    """A date in the words of the text, its form as in `model.DateExpression`; offsets count code points."""

    start: int
    end: int
    form: str
    grain: Grain = "day"
    direction: Direction | None = None
    open: bool = False  #: tense tells in which direction it lies
    anchored: bool = False  #: counts from the date before it in the text
    ahead: bool = False  #: holds only where the sentence does not speak of the past ("in two weeks")
    news: bool = False  #: counts from the day of the news, the last date that counts from no other
    rule: str = ""


def worded(
    match: Match,
    form: str,
    grain: Grain = "day",
    *,
    direction: Direction | None = None,
    open: bool = False,
    anchored: bool = False,
    ahead: bool = False,
) -> Worded:
    """Return the form as the date that the match words, but for articles and the like in front of it."""
    first = next(lexeme for lexeme in match.whole if lexeme.type not in "bzELI&")
    return Worded(first.start, match.end, form, grain, direction, open, anchored, ahead)


def number_of(words: Sequence[Lexeme]) -> int:
    """Return the value of a number or ordinal; "a" is one."""
    text = words[-1].text.lower()
    if text in ORDINALS:
        return ORDINALS[text]
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else words_value(text) or 1


def month_of(words: Sequence[Lexeme]) -> int:
    """Return the number of a month, 1 to 12."""
    return MONTHS[words[0].text.lower().rstrip(".")]


def weekday_of(words: Sequence[Lexeme]) -> str:
    """Return the code of a weekday, "MON" to "SUN"."""
    name = words[0].text.lower().rstrip(".")
    return WEEKDAYS.get(name) or WEEKDAYS[name.removesuffix("s")]


def unit_of(words: Sequence[Lexeme]) -> str:
    """Return a unit of time in the singular, "" without one."""
    return words[0].text.lower().removesuffix("s") if words else ""


def year_of(match: Match) -> str | None:
    """Return the year that the match gives in its groups year or short (two digits), as four digits."""
    if match["year"]:
        digits = match["year"][0].text.strip("'’")
        return digits if len(digits) == 4 else _century(int(digits))
    if match["short"]:
        return _century(number_of(match["short"]))
    return None


def _century(year: int) -> str:
    return str(year + (1900 if year >= 50 else 2000))


def step_of(match: Match) -> str:
    """Return how many units the word of its group rel steps away: ":-1", ":+0", ":+1", "" without a word."""
    return _STEPS[match["rel"][-1].type] if match["rel"] else ""
