"""The organizations of the articles identified over the collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import Actor, LinkedActor
from dateline.text import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import Source


def link_organizations(sources: Sequence[Source]) -> dict[str, tuple[LinkedActor, ...]]:
    """Return the organizations of each article (by Article.id) with ids that are shared over the sources."""
    return {
        source.article.id: tuple(
            LinkedActor(Actor("organization", slug(body.name), body.name), body.mentions)
            for body in source.extraction.organizations
        )
        for source in sources
    }
