"""Readings of dates of the calendar: days, weekdays, months, quarters and years, whether whole or in part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.extraction.date_context import is_bare_day, is_bare_month, is_clock, is_title, is_year
from dateline.extraction.date_parts import (
    Worded,
    month_of,
    number_of,
    step_of,
    unit_of,
    weekday_of,
    worded,
    year_of,
)
from dateline.extraction.date_words import HOLIDAYS
from dateline.extraction.numbers import words_value

if TYPE_CHECKING:
    from dateline.extraction.lexemes import Match
    from dateline.model import Direction


def numeric(_text: str, match: Match) -> Worded | None:
    """Read "2031-03-02" and "13/02/2031"; of 3/4/2031 nobody can tell the month."""
    first, second, third = (int(part) for part in re.split(r"\D", match.whole[0].text))
    if first > 31:
        year, month, day = first, second, third
    elif second > 12 or first == second:
        year, month, day = third, first, second
    elif first > 12:
        year, month, day = third, second, first
    else:
        return None
    return worded(match, f"{year:04}-{month:02}-{day:02}") if month <= 12 and 1 <= day <= 31 else None


def holiday(_text: str, match: Match) -> Worded | None:
    """Read "Christmas Day", "New Year's Eve 2004"."""
    form = HOLIDAYS[match.whole[0].text.lower().replace("’", "'")]
    if match["year"] and form.startswith("--"):
        form = f"{match['year'][0].text}{form[1:]}"
    return worded(match, form, open=form.startswith("--"))


def day_of_month(_text: str, match: Match) -> Worded | None:
    """Read a day of a month ("Tuesday, 4 March 2031", "March 4th", "4 May last year")."""
    day, month, year = number_of(match["day"]), month_of(match["month"]), year_of(match)
    if match["day"][0].type == "n" and match["day"][0].text.isalpha() and not year:
        return None  # "in January the two sides", "in March three people"
    if not 1 <= day <= (29 if month == 2 else 31):
        return None
    if match["unit"] and unit_of(match["unit"]) != "year":
        return None
    if year:
        return worded(match, f"{year}-{month:02}-{day:02}")
    weekday = f"={weekday_of(match['weekday'])}" if match["weekday"] else ""
    form = f"--{month:02}-{day:02}{step_of(match)}{weekday}"
    return worded(match, form, open=not match["rel"])


def days_of_month(_text: str, match: Match) -> Worded | None:
    """Read two days of one month as a span ("2 to 7 March", "April 9th through 17th")."""
    first, last, month = number_of(match["first"]), number_of(match["last"]), month_of(match["month"])
    if not 1 <= first < last <= 31:
        return None
    if match["and"] and match.whole[0].type != "b" and last != first + 1:
        return None
    year = year_of(match)
    start = f"{year or '-'}-{month:02}"
    return worded(match, f"{start}-{first:02}/{start}-{last:02}", "period", open=not year)


def day_alone(text: str, match: Match) -> Worded | None:
    """Read "the 18th"."""
    day = match["day"][0]
    if not day.text[0].isdigit() or not is_bare_day(text, day.start, day.end):
        return None
    number = number_of([day])
    return worded(match, f"---{number:02}", open=True) if 1 <= number <= 31 else None


def weekday_and_day(_text: str, match: Match) -> Worded | None:
    """Read "Thursday the 21st"."""
    day, weekday = number_of(match["day"]), weekday_of(match["weekday"])
    return worded(match, f"---{day:02}={weekday}", open=True) if 1 <= day <= 31 else None


def nth_weekday(_text: str, match: Match) -> Worded | None:
    """Read "the first Friday of July", "the last Monday of next month"."""
    nth = -1 if match["nth"][0].type == "l" else number_of(match["nth"])
    if nth > 5 or (match["unit"] and unit_of(match["unit"]) != "month"):
        return None
    if match["month"]:
        base = f"{year_of(match) or '-'}-{month_of(match['month']):02}"
    else:
        base = f"month{step_of(match)}"
    return worded(match, f"{weekday_of(match['weekday'])}#{nth}@{base}", open=base.startswith("--"))


def weekday_alone(text: str, match: Match) -> Worded | None:
    """Read "Friday", "Friday evening"."""
    if is_title(text, match.start, match.end):
        return None
    return worded(match, weekday_of(match["weekday"]), "weekday", open=True)


def month(text: str, match: Match) -> Worded | None:
    """Read "April 2017", "last March", "this September", "April"."""
    number, word = month_of(match["month"]), match["month"][0]
    year, rel = year_of(match), match["rel"]
    if year:
        return worded(match, f"{year}-{number:02}", "month")
    if match["unit"]:
        return (
            worded(match, f"--{number:02}{step_of(match)}", "month")
            if unit_of(match["unit"]) == "year"
            else None
        )
    if not rel:
        if word.type == "m" and not is_bare_month(text, word.start, word.end):
            return None
        return worded(match, f"--{number:02}", "month", open=True)
    if rel[-1].type == "t":
        return worded(match, f"--{number:02}:+0", "month") if rel[-1].text.lower() != "same" else None
    direction: Direction = "past" if rel[-1].type == "l" else "future"
    return worded(match, f"--{number:02}", "month", direction=direction)


def quarter(_text: str, match: Match) -> Worded | None:
    """Read "the first quarter of 2005", "the third quarter", "2017-Q1"."""
    if match["quarter"]:
        number = int(match["quarter"][0].text[1])
    elif unit_of(match["of"]) != "quarter" or match["of"][0].text.lower().endswith("s"):
        return None
    else:
        number = number_of(match["nth"])
    if not 1 <= number <= 4 or (match["unit"] and unit_of(match["unit"]) != "year"):
        return None
    year = year_of(match)
    if year:
        return worded(match, f"{year}-Q{number}", "quarter")
    if match["unit"]:
        return worded(match, f"--Q{number}{step_of(match) or ':+0'}", "quarter")
    return worded(match, f"--Q{number}", "quarter", open=True)


def year(text: str, match: Match) -> Worded | None:
    """Read four digits that are a year."""
    word = match["year"][0]
    if not is_year(text, word.start, word.end):
        return None
    return Worded(word.start, word.end, word.text, "year")


def years(text: str, match: Match) -> Worded | None:
    """Read two years as a span ("2014-2018", "2007-13", "between 2007 and 2009", "from 2014 to 2018")."""
    first, last = match["first"][0], match["last"][0]
    if not last.text.isdigit():  # "in 2014-two years after"
        return None
    start, end = int(first.text), int(last.text)
    if len(last.text) == 2:
        end += start // 100 * 100
    if not 1500 <= start < end <= start + 200 or len(last.text) not in (2, 4) or is_clock(text, last.end):
        return None
    return Worded(first.start, last.end, f"{start}/{end}", "period")


def decade(_text: str, match: Match) -> Worded | None:
    """Read "the 1990s", "the '90s", "the nineties"."""
    words = match.whole[0].text.lower()
    digits = re.search(r"\d+", words)
    if digits is None:
        first = 1900 + words_value(re.split(r"[ -]", words)[-1].removesuffix("ies") + "y")
    else:
        first = int(digits.group()) + (1900 if len(digits.group()) == 2 else 0)
    return worded(match, f"{first}/{first + 9}", "period")


def century(_text: str, match: Match) -> Worded | None:
    """Read "the 15th century", as its years are mostly counted: 1400 to 1499."""
    number = int(re.findall(r"\d+", match.whole[0].text)[0])
    if not 10 < number < 30:
        return None
    return worded(match, f"{number - 1}00/{number - 1}99", "period")
