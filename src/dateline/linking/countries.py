"""Countries across the collection: the code is the identity, so nothing has to be guessed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dateline.extraction.gazetteer import short_names
from dateline.linking.blocks import count
from dateline.linking.cast import Appearance, Cast
from dateline.model import Actor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.model import LinkedActor, Source


class Countries(Cast[str]):
    """The countries of a collection by their codes.

    The name is the usual English short name, the aliases are all other wordings in the collection, sorted.
    """

    def __init__(self, names: Mapping[str, str] | None = None) -> None:
        """Take the names that a reader gives countries, by code."""
        super().__init__()
        self._names = names or {}
        self._wordings: dict[str, dict[str, int]] = defaultdict(dict)
        self._touched: set[str] = set()

    def add(self, source: Source) -> None:
        """Count the countries of an article that is not there."""
        self._count(source, 1)
        found = source.extraction.countries
        self.show(source.article.id, [Appearance(country.code, country.mentions) for country in found])

    def remove(self, source: Source) -> None:
        """Forget an article that is there."""
        self._count(source, -1)
        self.drop(source.article.id)

    def settle(self) -> None:
        """Name the countries of which more or less is said."""
        for code in self._touched:
            given = self._names.get(code)
            self.know(code, _actor(code, self._wordings[code], given) if self._wordings[code] else None)
        self._touched = set()

    def _count(self, source: Source, step: int) -> None:
        for country in source.extraction.countries:
            self._touched.add(country.code)
            for mention in country.mentions:
                count(self._wordings[country.code], " ".join(mention.text.split()), step)


def link_countries(sources: Iterable[Source]) -> Mapping[str, tuple[LinkedActor, ...]]:
    """Return the countries of every source by article id, each as the same Actor in all of them."""
    ordered, countries = list(sources), Countries()
    for source in ordered:
        countries.add(source)
    countries.settle()
    return {source.article.id: countries.linked(source.article.id) for source in ordered}


def _actor(code: str, wordings: Iterable[str], given: str | None) -> Actor:
    name = given or short_names().get(code, code)
    return Actor("country", code, name, tuple(sorted({*wordings} - {name})))
