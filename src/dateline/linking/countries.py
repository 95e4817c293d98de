"""Countries across the collection: the code is the identity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pycountry

from dateline.model import Actor, LinkedActor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.model import Source


def link_countries(sources: Iterable[Source]) -> Mapping[str, tuple[LinkedActor, ...]]:
    """Return the countries of every source, by article id."""
    linked = {}
    for source in sources:
        linked[source.article.id] = tuple(
            LinkedActor(Actor("country", c.code, pycountry.countries.get(alpha_2=c.code).name), c.mentions)
            for c in source.extraction.countries
        )
    return linked
