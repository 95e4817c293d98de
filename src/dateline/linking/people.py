"""Who is who: the people of the articles identified over the collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import Actor, LinkedActor
from dateline.text import slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.linking.dates import ArticleDate
    from dateline.model import Source


def link_people(
    sources: Sequence[Source], dated: Mapping[str, ArticleDate]
) -> dict[str, tuple[LinkedActor, ...]]:
    """Return the people of each article (by Article.id) with ids that are shared over the sources."""
    return {
        source.article.id: tuple(
            LinkedActor(Actor("person", slug(person.name), person.name), person.mentions)
            for person in source.extraction.people
        )
        for source in sources
    }
