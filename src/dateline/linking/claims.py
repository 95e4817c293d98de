"""Which figures and pledges of several articles are one claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.linking.figure_claims import figure_claims, told_figures
from dateline.linking.pledge_claims import made_pledges, pledge_claims
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
    """Return the claims of the sources' figures and pledges: a pure function of the set of sources."""
    ordered = sorted(sources, key=lambda source: source.article.id)
    claim_of_figure, sums = figure_claims(told_figures(ordered, dated))
    made = made_pledges(ordered, dated, parties)
    claim_of_pledge, commitments = pledge_claims(made)
    money = {
        s.article.id: tuple(
            LinkedFigure(f, claim_of_figure[s.article.id, f.start]) for f in s.extraction.money
        )
        for s in ordered
    }
    rows: dict[str, list[LinkedPledge]] = {s.article.id: [] for s in ordered}
    for row in sorted(made, key=lambda m: (m.article, m.number)):
        due = None if row.pledge.deadline is None else resolved[row.article][row.pledge.deadline].iso
        rows[row.article].append(
            LinkedPledge(
                pledge=row.pledge,
                pledger=row.pledger,
                spoken_by=row.spoken_by,
                beneficiary=row.beneficiary,
                deadline=due if due is not None and due[:10] >= row.written[: len(due[:10])] else None,
                claim=claim_of_pledge[row.article, row.number],
            )
        )
    return Claims(money, {id_: tuple(row) for id_, row in rows.items()}, {**sums, **commitments})
