"""Linking at once, end to end: from the extractions of a collection to its story.

The same steps as in `linker`, which keeps a story up to date; here each is let go as soon as the next one has
what it found, so that a large collection takes a fraction of the memory.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from dateline import naming
from dateline.linking.aside import Found, Reread
from dateline.linking.bearing import Amended, Bearing, bearing_of
from dateline.linking.claims import link_claims
from dateline.linking.countries import Countries
from dateline.linking.dates import Calendar
from dateline.linking.judged import judged
from dateline.linking.organizations import Organizations
from dateline.linking.parties import Parties
from dateline.linking.people import People
from dateline.linking.summit_groups import Summits
from dateline.model import Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence

    from dateline.linking.aside import Aside
    from dateline.linking.dates import ArticleDate
    from dateline.model import Actor, LinkedActor, LinkedSummit, ResolvedDate, Ruling, Source, Summit

    _Dated = Mapping[str, ArticleDate]
    _Resolved = Mapping[str, tuple[ResolvedDate, ...]]
    _Linked = Mapping[str, tuple[LinkedActor, ...]]
    _Shelf = MutableMapping[str, Any]


def link(sources: Iterable[Source], rulings: Sequence[Ruling] = (), aside: Aside | None = None) -> Story:
    """Return the story of the sources under the rulings: a pure function of their sets, in any order.

    Sources in the order of their ids that can be run through again (as a list can) are run through by every
    step, and never all of them held. What each step finds is put aside where a place for it is given, which
    has the same sources; the articles of the story are then read from there.
    """
    ordered = _in_order(sources)
    bearing, held = Bearing(), _held
    if rulings:
        about = {place.article for ruling in rulings for place in ruling.places}
        bearing = bearing_of(rulings, {s.article.id: s for s in ordered if s.article.id in about})
        ordered = Amended(bearing, ordered)
    elif aside is not None:
        held = partial(Reread, aside)
    shelf: Callable[[], MutableMapping[str, Any]] = dict if aside is None else aside.shelf
    dated, resolved = _dates(Calendar(held(), shelf()), ordered, bearing.days)
    actors: list[Actor] = []
    persons = _people(People(bearing.people, held()), ordered, dated, actors, shelf())
    states = _cast(Countries(bearing.countries), ordered, actors, shelf())
    bodies = _cast(Organizations(bearing.bodies), ordered, actors, shelf())
    parties = Parties(ordered, persons, states, bodies)
    events, summits = _summits(Summits(bearing.summits), ordered, dated, resolved, parties, shelf=shelf())
    claims = link_claims(ordered, dated, resolved, parties, rulings, shelf=shelf)
    found = Found(
        dated,
        people=persons,
        countries=states,
        organizations=bodies,
        money=claims.money,
        pledges=claims.pledges,
        dates=resolved,
        summits=events,
    )
    articles = dict(found) if aside is None else found
    return Story(
        articles=articles,
        actors=tuple(sorted(actors, key=lambda actor: (actor.type, actor.id))),
        summits=tuple(sorted(summits, key=lambda summit: summit.id)),
        claims=claims.claims,
        judged=judged(rulings, articles),
    )


def _held() -> MutableMapping[str, Source]:
    return {}


def _in_order(sources: Iterable[Source]) -> Iterable[Source]:
    if iter(sources) is not sources:
        ids = [source.article.id for source in sources]
        if ids == sorted(ids):
            return sources
    return sorted(sources, key=lambda source: source.article.id)


def _dates(
    calendar: Calendar, sources: Iterable[Source], days: Mapping[str, str]
) -> tuple[_Dated, _Resolved]:
    for source in sources:
        calendar.add(source)
    calendar.choose(days)
    calendar.settle()
    return calendar.dated, calendar.resolved


def _people(
    people: People, sources: Iterable[Source], dated: _Dated, actors: list[Actor], shelf: _Shelf
) -> _Linked:
    for source in sources:
        people.add(source, dated[source.article.id].date)
    linked = _settled(people, dated, actors, shelf)
    naming.forget()
    return linked


def _cast(
    cast: Countries | Organizations, sources: Iterable[Source], actors: list[Actor], shelf: _Shelf
) -> _Linked:
    ids = []
    for source in sources:
        cast.add(source)
        ids.append(source.article.id)
    return _settled(cast, ids, actors, shelf)


def _settled(
    cast: People | Countries | Organizations, ids: Iterable[str], actors: list[Actor], shelf: _Shelf
) -> _Linked:
    cast.settle()
    actors += cast.actors.values()
    shelf.update((id_, cast.linked(id_)) for id_ in sorted(ids))
    return shelf


def _summits(
    summits: Summits,
    sources: Iterable[Source],
    dated: _Dated,
    resolved: _Resolved,
    parties: Parties,
    *,
    shelf: _Shelf,
) -> tuple[Mapping[str, tuple[LinkedSummit, ...]], list[Summit]]:
    for source in sources:
        id_ = source.article.id
        summits.show(source, dated[id_].date, resolved[id_], parties)
    summits.settle()
    shelf.update((id_, summits.linked(id_)) for id_ in sorted(dated))
    return shelf, list(summits.summits.values())
