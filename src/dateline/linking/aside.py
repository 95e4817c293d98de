"""What linking a large collection at once holds outside of memory: sources, and what each step has found."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from dateline.model import LinkedArticle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.linking.dates import ArticleDate
    from dateline.model import LinkedActor, LinkedFigure, LinkedPledge, LinkedSummit, ResolvedDate, Source

#: So many sources are kept that were read last.
_LAST = 64


class Aside(Protocol):
    """Where sources lie, and values can be put aside."""

    def source(self, article: str) -> Source:
        """Return the source of an article; raises KeyError."""

    def shelf(self) -> MutableMapping[str, Any]:
        """Return an empty shelf for values by Article.id, each of which is read anew when it is asked for."""


class Reread(MutableMapping[str, "Source"]):
    """Sources by Article.id that are read anew each time, as if they were held."""

    def __init__(self, aside: Aside) -> None:
        self._ids: set[str] = set()
        self._read = lru_cache(_LAST)(aside.source)

    def __getitem__(self, article: str) -> Source:
        if article not in self._ids:
            raise KeyError(article)
        return self._read(article)

    def __setitem__(self, article: str, source: Source) -> None:
        self._ids.add(article)

    def __delitem__(self, article: str) -> None:
        self._ids.remove(article)

    def __contains__(self, article: object) -> bool:
        return article in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class Found(Mapping[str, LinkedArticle]):
    """The articles of a story in their order, each put together when it is asked for."""

    def __init__(
        self,
        dated: Mapping[str, ArticleDate],
        *,
        people: Mapping[str, tuple[LinkedActor, ...]],
        countries: Mapping[str, tuple[LinkedActor, ...]],
        organizations: Mapping[str, tuple[LinkedActor, ...]],
        money: Mapping[str, tuple[LinkedFigure, ...]],
        pledges: Mapping[str, tuple[LinkedPledge, ...]],
        dates: Mapping[str, tuple[ResolvedDate, ...]],
        summits: Mapping[str, tuple[LinkedSummit, ...]],
    ) -> None:
        """Take what each step has found of them, by Article.id."""
        self._dated = {id_: dated[id_] for id_ in sorted(dated, key=lambda id_: (dated[id_].date, id_))}
        self._actors = people, countries, organizations
        self._money, self._pledges, self._dates, self._summits = money, pledges, dates, summits

    def __getitem__(self, article: str) -> LinkedArticle:
        dated = self._dated[article]
        people, countries, organizations = (actors[article] for actors in self._actors)
        return LinkedArticle(
            article=article,
            date=dated.date,
            date_basis=dated.basis,
            date_evidence=dated.evidence,
            people=people,
            countries=countries,
            organizations=organizations,
            money=self._money[article],
            pledges=self._pledges[article],
            dates=self._dates[article],
            summits=self._summits[article],
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._dated)

    def __len__(self) -> int:
        return len(self._dated)
