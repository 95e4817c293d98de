"""Which figures and pledges of several articles are one claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model import LinkedFigure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.linking.dates import DatedArticle
    from dateline.linking.parties import Parties
    from dateline.model import Claim, LinkedPledge, ResolvedDate, Source


@dataclass(frozen=True, slots=True)
class Claims:
    """What the figures and pledges of a collection have in common; the first two mappings are by Article.id."""

    money: Mapping[str, tuple[LinkedFigure, ...]]
    pledges: Mapping[str, tuple[LinkedPledge, ...]]
    claims: Mapping[str, Claim]  #: by Claim.id


def link_claims(
    sources: Sequence[Source],
    dated: Mapping[str, DatedArticle],
    resolved: Mapping[str, tuple[ResolvedDate, ...]],
    parties: Parties,
) -> Claims:
    """Return the claims of the sources' figures and pledges."""
    money = {
        s.article.id: tuple(
            LinkedFigure(figure, f"{s.article.id[:12]}-{figure.start}") for figure in s.extraction.money
        )
        for s in sources
    }
    return Claims(money, {source.article.id: () for source in sources}, {})
