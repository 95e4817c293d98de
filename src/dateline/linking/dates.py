"""Dates: when each article was written, and which day each expression means."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model import DateBasis, ResolvedDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.model import DateExpression, Source

_WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")


@dataclass(frozen=True, slots=True)
class ArticleDate:
    """When an article was written, and how that is known."""

    date: str  #: "2025-03-03"
    basis: DateBasis
    evidence: tuple[str, ...] = ()  #: the sentences that show an inferred date


def date_articles(sources: Iterable[Source]) -> Mapping[str, ArticleDate]:
    """Return the date of every source, by article id."""
    found = {}
    for source in sources:
        declared = source.article.declared_date
        found[source.article.id] = (
            ArticleDate(declared, "declared") if declared else ArticleDate(source.modified, "file")
        )
    return found


def resolve(expression: DateExpression, reference: str) -> str | None:
    """Return the ISO date that the expression means as seen from the reference date, or None."""
    day = dt.date.fromisoformat(reference)
    form = expression.form
    if form in _WEEKDAYS:
        back = (day.weekday() - _WEEKDAYS.index(form)) % 7
        step = (-back) % 7 if expression.direction == "future" else -back
        return (day + dt.timedelta(days=step)).isoformat()
    if match := re.fullmatch(r"day:([+-]\d{1,5})", form):
        return (day + dt.timedelta(days=int(match[1]))).isoformat()
    return form if form[:1].isdigit() else None


def resolve_all(expressions: Iterable[DateExpression], reference: str) -> tuple[ResolvedDate, ...]:
    """Return what each of one article's expressions means, in their order."""
    return tuple(ResolvedDate(e.start, e.end, e.text, resolve(e, reference), e.rule) for e in expressions)
