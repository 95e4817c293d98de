"""Which gatherings of several articles are one summit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.linking.dates import DatedArticle
    from dateline.linking.parties import Parties
    from dateline.model import LinkedSummit, ResolvedDate, Source


def link_summits(
    sources: Sequence[Source],
    dated: Mapping[str, DatedArticle],
    resolved: Mapping[str, tuple[ResolvedDate, ...]],
    parties: Parties,
) -> Mapping[str, tuple[LinkedSummit, ...]]:
    """Return the summits of each article by its id."""
    return {source.article.id: () for source in sources}
