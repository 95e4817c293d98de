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

from dateline.linking.date_forms import meaning
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dateline.model import DateExpression, Source

#: An actor is rare where at most so many articles, or one in so many, name it.
_FEW, _SHARE = 5, 20
_VOUCHERS = 12  #: so many articles vouch at most, those that share the most
_NEAR = 45  #: days from a vouching article within which a day with its year may be the article's own
_DAY_FORM = re.compile(r"(?:\d{4}|-)-\d\d-\d\d(?:=[A-Z]{3})?$")
_DATELINE = re.compile(r",?\s?(?:\(|[-–—]\s)")
_HEAD = 160  #: characters at the start in which a dateline stands


@dataclass(frozen=True, slots=True)
class Inferred:
    """A date with what shows it."""

    date: str  #: "2025-03-03"
    evidence: tuple[str, ...]  #: sentences of the article, then the headline that settles the year


@dataclass(frozen=True, slots=True)
class _Voucher:
    source: Source
    day: dt.date
    weight: float


def infer_dates(sources: Iterable[Source]) -> Mapping[str, Inferred]:
    """Return the dates of undated sources that can be inferred, by article id: a function of their set."""
    ordered = sorted(sources, key=lambda source: source.article.id)
    circle = _Circle(ordered)
    found = {}
    for source in ordered:
        if source.article.declared_date is None:
            inferred = _infer(source, circle.vouchers(source))
            if inferred is not None:
                found[source.article.id] = inferred
    return found


class _Circle:
    """Who names whom: the actors of each article, and how rare they are."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._actors = {source.article.id: _actors(source) for source in sources}
        self._dated: dict[str, list[Source]] = defaultdict(list)
        self._count: dict[str, int] = defaultdict(int)
        for source in sources:
            for actor in self._actors[source.article.id]:
                self._count[actor] += 1
                if source.article.declared_date is not None:
                    self._dated[actor].append(source)
        self._few = max(_FEW, len(sources) // _SHARE)

    def vouchers(self, source: Source) -> list[_Voucher]:
        """Return the dated articles that share rare actors with the source, the closest first."""
        weights: dict[str, float] = defaultdict(float)
        by_id: dict[str, Source] = {}
        for actor in sorted(self._actors[source.article.id]):
            if self._count[actor] > self._few:
                continue
            for other in self._dated[actor]:
                weights[other.article.id] += 1 / self._count[actor]
                by_id[other.article.id] = other
        closest = sorted(weights, key=lambda id_: (-weights[id_], id_))[:_VOUCHERS]
        return [
            _Voucher(by_id[id_], dt.date.fromisoformat(by_id[id_].article.declared_date or ""), weights[id_])
            for id_ in closest
        ]


def _actors(source: Source) -> frozenset[str]:
    """Return keys of the people with their full names and of the organizations that an article names."""
    people = (fold(person.name) for person in source.extraction.people)
    bodies = (fold(body.name) for body in source.extraction.organizations)
    return frozenset(
        {f"person {name}" for name in people if " " in name} | {f"body {name}" for name in bodies}
    )


def _infer(source: Source, vouchers: Sequence[_Voucher]) -> Inferred | None:
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
    best = min(votes, key=lambda day: (-round(votes[day], 9), day))
    witness = min(vouchers, key=lambda v: (abs((v.day - best).days), -v.weight, v.source.article.id))
    shown = [date for date in days if best in _days([date], witness.day)]
    return Inferred(best.isoformat(), (*_sentences(source, shown), _headline(witness)))


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


def _headline(witness: _Voucher) -> str:
    return f"{witness.source.article.title} ({witness.day.isoformat()})"
