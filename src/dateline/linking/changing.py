"""What is other in one story than in another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.model import Change, LinkedArticle, Story


def since(before: Story, after: Story, change: Change) -> Change:
    """Return what has changed since a story that was linked under other rulings."""
    (old, new), (had, has) = (
        [{(actor.type, actor.id) for actor in story.actors} for story in (before, after)],
        [{summit.id for summit in story.summits} for story in (before, after)],
    )
    return replace(
        change,
        actors=frozenset(new),
        actors_gone=frozenset(old - new),
        summits=frozenset(has),
        summits_gone=frozenset(had - has),
        claims=frozenset(after.claims),
        claims_gone=frozenset(before.claims.keys() - after.claims.keys()),
    )


def own(article: LinkedArticle) -> tuple[object, ...]:
    """Return the article without what is known of its actors and summits beyond their ids."""
    actors = [
        (row.actor.type, row.actor.id, row.mentions, row.offices)
        for row in (*article.people, *article.countries, *article.organizations)
    ]
    summits = [(row.summit.id, row.mentions, row.participants, row.ties) for row in article.summits]
    when = article.date, article.date_basis, article.date_evidence, article.dates
    return (*when, actors, article.money, article.pledges, summits)
