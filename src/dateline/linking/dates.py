"""Dates: when each article was written, and which day each expression means."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.linking.date_forms import counted_from, meaning
from dateline.linking.inferred_dates import infer
from dateline.linking.vouchers import Circle
from dateline.model import DateBasis, ResolvedDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, MutableMapping, Sequence

    from dateline.model import DateExpression, Source


@dataclass(frozen=True, slots=True)
class ArticleDate:
    """When an article was written, and how that is known."""

    date: str  #: "2031-03-03"
    basis: DateBasis
    evidence: tuple[str, ...] = ()  #: the sentences that show an inferred date


class Calendar:
    """When the articles of a collection were written, and what their date expressions mean."""

    def __init__(
        self,
        sources: MutableMapping[str, Source] | None = None,
        resolved: MutableMapping[str, tuple[ResolvedDate, ...]] | None = None,
    ) -> None:
        """Take where sources and dates are kept, empty ones, if not in memory."""
        self.dated: dict[str, ArticleDate] = {}  #: by Article.id
        #: of each article, in the order of its text
        self.resolved: MutableMapping[str, tuple[ResolvedDate, ...]] = {} if resolved is None else resolved
        self._sources: MutableMapping[str, Source] = {} if sources is None else sources
        self._circle = Circle(self._sources)
        self._chosen: Mapping[str, str] = {}
        self._touched: set[str] = set()

    def choose(self, chosen: Mapping[str, str]) -> None:
        """Take the days (ISO) that a reader has given articles, by Article.id, for theirs."""
        both = {*self._chosen.items()} ^ {*chosen.items()}
        self._touched.update(id_ for id_, _ in both if id_ in self._sources)
        self._chosen = dict(chosen)

    def add(self, source: Source) -> None:
        """Count an article that is not there."""
        self._sources[source.article.id] = source
        self._circle.add(source)
        self._touched.add(source.article.id)

    def remove(self, source: Source) -> None:
        """Forget an article that is there."""
        id_ = source.article.id
        self._circle.remove(source)
        self._touched.discard(id_)
        del self._sources[id_]
        self.dated.pop(id_, None)
        self.resolved.pop(id_, None)

    def settle(self) -> set[str]:
        """Return the articles that are new or whose date, or what shows it, is another."""
        changed = set()
        for id_ in self._touched | self._circle.settle():
            date = self._date(self._sources[id_])
            if self.dated.get(id_) == date:
                continue
            changed.add(id_)
            self.dated[id_] = date
            self.resolved[id_] = resolve_all(self._sources[id_].extraction.dates, date.date)
        self._touched = set()
        return changed

    def _date(self, source: Source) -> ArticleDate:
        """Return the date the reader chose, else the declared one, an inferred one, or that of the file."""
        id_ = source.article.id
        if id_ in self._chosen:
            return ArticleDate(self._chosen[id_], "judged")
        if source.article.declared_date is not None:
            return ArticleDate(source.article.declared_date, "declared")
        inferred = infer(source, self._circle.vouchers(id_))
        if inferred is not None:
            return ArticleDate(inferred.date, "inferred", inferred.evidence)
        return ArticleDate(source.modified, "file")


def date_articles(sources: Iterable[Source]) -> Mapping[str, ArticleDate]:
    """Return the date of every source by article id, a function of their set."""
    calendar = Calendar()
    for source in sources:
        calendar.add(source)
    calendar.settle()
    return calendar.dated


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
