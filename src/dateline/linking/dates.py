"""Dates: when each article was written, and which day each expression means."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.linking.date_forms import counted_from, meaning
from dateline.linking.inferred_dates import infer_dates
from dateline.model import DateBasis, ResolvedDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.linking.inferred_dates import Inferred
    from dateline.model import DateExpression, Source


@dataclass(frozen=True, slots=True)
class ArticleDate:
    """When an article was written, and how that is known."""

    date: str  #: "2025-03-03"
    basis: DateBasis
    evidence: tuple[str, ...] = ()  #: the sentences that show an inferred date


def date_articles(sources: Iterable[Source]) -> Mapping[str, ArticleDate]:
    """Return the date of every source by article id, a function of their set.

    The date that the article declares, else one inferred from its text and the dated articles around it, else
    the day on which its file was last changed.
    """
    ordered = list(sources)
    inferred = infer_dates(ordered)
    return {source.article.id: _article_date(source, inferred.get(source.article.id)) for source in ordered}


def _article_date(source: Source, inferred: Inferred | None) -> ArticleDate:
    if source.article.declared_date is not None:
        return ArticleDate(source.article.declared_date, "declared")
    if inferred is not None:
        return ArticleDate(inferred.date, "inferred", inferred.evidence)
    return ArticleDate(source.modified, "file")


def resolve(expression: DateExpression, reference: str, anchor: str | None = None) -> str | None:
    """Return the ISO date that the expression means as seen from the reference day, None if it has none.

    anchor is the ISO date that it counts from, where it counts from another one.
    """
    day = dt.date.fromisoformat(reference)
    if expression.anchor is None:
        period = meaning(expression.form, day, expression.direction)
    else:
        start = meaning(anchor, day) if anchor is not None else None
        period = counted_from(expression.form, start, expression.direction) if start is not None else None
    return period.iso() if period is not None else None


def resolve_all(expressions: Sequence[DateExpression], reference: str) -> tuple[ResolvedDate, ...]:
    """Return what each of one article's expressions means as seen from its date, in their order."""
    found: list[str | None] = []
    for expression in expressions:
        before = expression.anchor is not None and expression.anchor < len(found)
        anchor = found[expression.anchor] if before and expression.anchor is not None else None
        found.append(resolve(expression, reference, anchor))
    return tuple(
        ResolvedDate(e.start, e.end, e.text, iso, e.rule) for e, iso in zip(expressions, found, strict=True)
    )
