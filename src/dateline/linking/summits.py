"""Which gatherings of several articles are one summit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import LinkedSummit, Summit
from dateline.text import slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.linking.dates import ArticleDate
    from dateline.linking.parties import Parties
    from dateline.model import ResolvedDate, Source


def link_summits(
    sources: Sequence[Source],
    dated: Mapping[str, ArticleDate],
    resolved: Mapping[str, tuple[ResolvedDate, ...]],
    parties: Parties,
) -> Mapping[str, tuple[LinkedSummit, ...]]:
    """Return the summits of each article by its id."""
    out = {}
    for source in sources:
        rows = []
        id_ = source.article.id
        for n, g in enumerate(source.extraction.gatherings):
            who = []
            for p in g.participants:
                linked = parties.resolve(id_, p)
                if linked is not None and linked.id is not None and linked.id not in who:
                    who.append(linked.id)
            date = resolved[id_][g.date].iso if g.date is not None else None
            name = f"{g.place} {g.kind}" if g.place else g.mentions[0].text
            rows.append(
                LinkedSummit(
                    Summit(
                        f"{date}-{slug(name)}-{id_[:6]}-{n}",
                        name,
                        g.kind,
                        g.place,
                        g.country,
                        date,
                        tuple(who),
                    ),
                    g.mentions,
                    tuple(who),
                )
            )
        out[id_] = tuple(rows)
    return out
