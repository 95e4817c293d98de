"""Linking, end to end: from the extractions of a collection to its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.linking import claims, countries, dates, organizations, people, summits
from dateline.linking.parties import Parties
from dateline.model import LinkedArticle, Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.model import Actor, Ruling, Source


def link(sources: Iterable[Source], rulings: Sequence[Ruling] = ()) -> Story:
    """Return the story of the sources under the rulings: a pure function of their sets, whatever their order.

    Articles are dated first, then date expressions are resolved, then people (with the roles that stand for
    them), countries and organizations are identified, then parties, summits and claims.
    """
    ordered = sorted(sources, key=lambda source: source.article.id)
    dated = dates.date_articles(ordered)
    resolved = {
        s.article.id: dates.resolve_all(s.extraction.dates, dated[s.article.id].date) for s in ordered
    }
    persons = people.link_people(ordered, dated)
    states = countries.link_countries(ordered)
    bodies = organizations.link_organizations(ordered)
    parties = Parties(ordered, persons, states, bodies)
    events = summits.link_summits(ordered, dated, resolved, parties)
    commitments = claims.link_claims(ordered, dated, resolved, parties)
    articles = {
        id_: LinkedArticle(
            article=id_,
            date=dated[id_].date,
            date_basis=dated[id_].basis,
            date_evidence=dated[id_].evidence,
            people=persons[id_],
            countries=states[id_],
            organizations=bodies[id_],
            money=commitments.money[id_],
            pledges=commitments.pledges[id_],
            dates=resolved[id_],
            summits=events[id_],
        )
        for id_ in sorted(resolved, key=lambda id_: (dated[id_].date, id_))
    }
    return Story(
        articles=articles,
        actors=_actors(articles.values()),
        summits=tuple(sorted({e.summit for row in events.values() for e in row}, key=lambda s: s.id)),
        claims=commitments.claims,
    )


def _actors(articles: Iterable[LinkedArticle]) -> tuple[Actor, ...]:
    found = {
        (linked.actor.type, linked.actor.id): linked.actor
        for article in articles
        for linked in (*article.people, *article.countries, *article.organizations)
    }
    return tuple(found[key] for key in sorted(found))
