"""Linking at once, end to end: from the extractions of a collection to its story.

The same steps as in `linker`, which keeps a story up to date; here each is let go as soon as the next one has
what it found, so that a large collection takes a fraction of the memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.linking.bearing import Amended, Bearing, bearing_of
from dateline.linking.claims import link_claims
from dateline.linking.countries import Countries
from dateline.linking.dates import Calendar
from dateline.linking.judged import judged
from dateline.linking.organizations import Organizations
from dateline.linking.parties import Parties
from dateline.linking.people import People
from dateline.linking.summit_groups import Summits
from dateline.model import LinkedArticle, Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.linking.dates import ArticleDate
    from dateline.model import Actor, LinkedActor, LinkedSummit, ResolvedDate, Ruling, Source, Summit

    _Dated = Mapping[str, ArticleDate]
    _Resolved = Mapping[str, tuple[ResolvedDate, ...]]
    _Linked = Mapping[str, tuple[LinkedActor, ...]]


def link(sources: Iterable[Source], rulings: Sequence[Ruling] = ()) -> Story:
    """Return the story of the sources under the rulings: a pure function of their sets, in any order.

    Sources in the order of their ids that can be run through again (as a list can) are run through by every
    step, and never all of them held.
    """
    ordered = _in_order(sources)
    bearing = Bearing()
    if rulings:
        about = {place.article for ruling in rulings for place in ruling.places}
        bearing = bearing_of(rulings, {s.article.id: s for s in ordered if s.article.id in about})
        ordered = Amended(bearing, ordered)
    dated, resolved = _dates(ordered, bearing.days)
    actors: list[Actor] = []
    persons = _people(People(bearing.people), ordered, dated, actors)
    states = _cast(Countries(bearing.countries), ordered, actors)
    bodies = _cast(Organizations(bearing.bodies), ordered, actors)
    parties = Parties(ordered, persons, states, bodies)
    events, summits = _summits(Summits(bearing.summits), ordered, dated, resolved, parties)
    claims = link_claims(ordered, dated, resolved, parties, rulings)
    articles = {
        id_: LinkedArticle(
            article=id_,
            date=dated[id_].date,
            date_basis=dated[id_].basis,
            date_evidence=dated[id_].evidence,
            people=persons[id_],
            countries=states[id_],
            organizations=bodies[id_],
            money=claims.money[id_],
            pledges=claims.pledges[id_],
            dates=resolved[id_],
            summits=events[id_],
        )
        for id_ in sorted(dated, key=lambda id_: (dated[id_].date, id_))
    }
    return Story(
        articles=articles,
        actors=tuple(sorted(actors, key=lambda actor: (actor.type, actor.id))),
        summits=tuple(sorted(summits, key=lambda summit: summit.id)),
        claims=claims.claims,
        judged=judged(rulings, articles),
    )


def _in_order(sources: Iterable[Source]) -> Iterable[Source]:
    if iter(sources) is not sources:
        ids = [source.article.id for source in sources]
        if ids == sorted(ids):
            return sources
    return sorted(sources, key=lambda source: source.article.id)


def _dates(sources: Iterable[Source], days: Mapping[str, str]) -> tuple[_Dated, _Resolved]:
    calendar = Calendar()
    for source in sources:
        calendar.add(source)
    calendar.choose(days)
    calendar.settle()
    return calendar.dated, calendar.resolved


def _people(people: People, sources: Iterable[Source], dated: _Dated, actors: list[Actor]) -> _Linked:
    for source in sources:
        people.add(source, dated[source.article.id].date)
    return _settled(people, sources, actors)


def _cast(cast: Countries | Organizations, sources: Iterable[Source], actors: list[Actor]) -> _Linked:
    for source in sources:
        cast.add(source)
    return _settled(cast, sources, actors)


def _settled(
    cast: People | Countries | Organizations, sources: Iterable[Source], actors: list[Actor]
) -> _Linked:
    cast.settle()
    actors += cast.actors.values()
    return {source.article.id: cast.linked(source.article.id) for source in sources}


def _summits(
    summits: Summits, sources: Iterable[Source], dated: _Dated, resolved: _Resolved, parties: Parties
) -> tuple[Mapping[str, tuple[LinkedSummit, ...]], list[Summit]]:
    for source in sources:
        id_ = source.article.id
        summits.show(source, dated[id_].date, resolved[id_], parties)
    summits.settle()
    linked = {source.article.id: summits.linked(source.article.id) for source in sources}
    return linked, list(summits.summits.values())
