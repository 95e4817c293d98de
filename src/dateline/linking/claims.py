"""Which figures and pledges of several articles are one claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model import LinkedFigure, LinkedPledge

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.linking.dates import ArticleDate
    from dateline.linking.parties import Parties
    from dateline.model import Claim, ResolvedDate, Source


@dataclass(frozen=True, slots=True)
class Claims:
    """What figures and pledges of a collection have in common; the first two mappings are by Article.id."""

    money: Mapping[str, tuple[LinkedFigure, ...]]
    pledges: Mapping[str, tuple[LinkedPledge, ...]]
    claims: Mapping[str, Claim]  #: by Claim.id


def link_claims(
    sources: Sequence[Source],
    dated: Mapping[str, ArticleDate],
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
    pledges = {
        s.article.id: tuple(
            LinkedPledge(
                pledge,
                parties.resolve(s.article.id, pledge.pledger),
                parties.resolve(s.article.id, pledge.spoken_by),
                parties.resolve(s.article.id, pledge.beneficiary),
                None if pledge.deadline is None else resolved[s.article.id][pledge.deadline].iso,
                f"{s.article.id[:12]}-{number}",
            )
            for number, pledge in enumerate(s.extraction.pledges)
        )
        for s in sources
    }
    return Claims(money, pledges, {})
