"""Countries across the collection: the code is the identity, so nothing has to be guessed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dateline.extraction.gazetteer import short_names
from dateline.model import Actor, LinkedActor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.model import Source


def link_countries(sources: Iterable[Source]) -> Mapping[str, tuple[LinkedActor, ...]]:
    """Return the countries of every source by article id, each as the same Actor in all of them.

    The name is the usual English short name, the aliases are all other wordings in the collection, sorted.
    """
    ordered = list(sources)
    wordings: dict[str, set[str]] = defaultdict(set)
    for source in ordered:
        for country in source.extraction.countries:
            wordings[country.code].update(" ".join(m.text.split()) for m in country.mentions)
    actors = {code: _actor(code, words) for code, words in wordings.items()}
    return {
        source.article.id: tuple(LinkedActor(actors[c.code], c.mentions) for c in source.extraction.countries)
        for source in ordered
    }


def _actor(code: str, wordings: set[str]) -> Actor:
    name = short_names().get(code, code)
    return Actor("country", code, name, tuple(sorted(wordings - {name})))
