"""When an article without a date was written: its own day and month, the year of articles of its time.

An article mostly names days without their year when they are close to its own: the latest past day that it
tells of is taken for the day it was written. The year is the one that brings this day nearest to the articles
that vouch for it: those which declare their date and share rare actors with it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.linking.date_forms import WEEKDAYS, meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.linking.vouchers import Voucher
    from dateline.model import DateExpression, Source

_NEAR = 45  #: days from a vouching article within which a day with its year may be the article's own
_DAY_FORM = re.compile(r"(?:\d{4}|-)-\d\d-\d\d(?:=[A-Z]{3})?$")
_DATELINE = re.compile(r",?\s?(?:\(|[-–—]\s)")
_LATER = 3  #: so many days an article may be younger than the last day whose date it gives
_CLEARLY = 3  #: so many days nearer, all in all, its weekdays must be for that
_HEAD = 160  #: characters at the start in which a dateline stands


@dataclass(frozen=True, slots=True)
class Inferred:
    """A date with what shows it."""

    date: str  #: "2031-03-03"
    evidence: tuple[str, ...]  #: sentences of the article, then the headline that settles the year


def infer(source: Source, vouchers: Sequence[Voucher]) -> Inferred | None:
    """Return the day on which most of the vouching articles agree, the weightier and nearer counting more."""
    days = [
        date for date in source.extraction.dates if _DAY_FORM.match(date.form) and date.direction != "future"
    ]
    head = [date for date in days if _is_dateline(source.article.text, date)]
    votes: dict[dt.date, float] = defaultdict(float)
    for voucher in vouchers:
        day = max(_days(head or days, voucher.day), default=None)
        if day is not None:
            votes[day] += voucher.weight / (1 + abs((day - voucher.day).days))
    if not votes:
        return _by_dateline(source, head)
    told = min(votes, key=lambda day: (-round(votes[day], 9), day))
    best = told if head else _as_weekdays_tell(source, told)
    witness = min(vouchers, key=lambda v: (abs((v.day - best).days), -v.weight, v.source.article.id))
    shown = [date for date in days if told in _days([date], witness.day)]
    return Inferred(best.isoformat(), (*_sentences(source, shown), _headline(witness)))


def _as_weekdays_tell(source: Source, told: dt.date) -> dt.date:
    """Return the day from which the days told of by weekday alone are nearest, not before the one told.

    "On Saturday" means the last one: a text that gives a Friday's date and goes on to tell of the Saturday
    and the Sunday was written on the Sunday.
    """
    past = {d.form for d in source.extraction.dates if d.form in WEEKDAYS and d.direction == "past"}
    days = [WEEKDAYS.index(form) for form in past]
    ages = {
        ahead: ahead + sum((told.weekday() + ahead - day) % 7 for day in days) for ahead in range(_LATER + 1)
    }
    best = min(ages, key=lambda ahead: (ages[ahead], ahead))
    return told + dt.timedelta(days=best) if ages[0] - ages[best] >= _CLEARLY else told


def _is_dateline(text: str, date: DateExpression) -> bool:
    return date.end <= _HEAD and bool(_DATELINE.match(text, date.end))


def _by_dateline(source: Source, head: Sequence[DateExpression]) -> Inferred | None:
    """Return the day of a dateline that gives its year; nobody needs to vouch for it."""
    for date in head:
        if not date.form.startswith("-"):
            return Inferred(date.form, _sentences(source, [date]))
    return None


def _days(dates: Iterable[DateExpression], near: dt.date) -> Iterator[dt.date]:
    """Yield the days that the expressions mean as seen from a day near them."""
    for date in dates:
        period = meaning(date.form, near)
        if period is None:
            continue
        if date.form.startswith("-") or abs((period.first - near).days) <= _NEAR:
            yield period.first


def _sentences(source: Source, dates: Iterable[DateExpression]) -> tuple[str, ...]:
    """Return the sentences of the expressions, each once, in the order of the text."""
    found: dict[str, None] = {}
    text = source.article.text
    for date in dates:
        for start, end in source.extraction.sentences:
            if start <= date.start < end:
                found[" ".join(text[start:end].split())] = None
    return tuple(found)


def _headline(witness: Voucher) -> str:
    return f"{witness.source.article.title} ({witness.day.isoformat()})"
