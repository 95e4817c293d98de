"""Who is who: the people of the articles identified over the collection, and the roles they stand behind."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.linking import identity, offices
from dateline.linking.holders import Holders
from dateline.model import Actor, LinkedActor
from dateline.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.linking.dates import ArticleDate
    from dateline.linking.identity import Individual, Profile
    from dateline.model import Mention, Office, Person, Source

#: The fullest name is the usual one if it makes at least this share of the uses of the most used.
_USUAL = 0.2


def link_people(
    sources: Sequence[Source], dated: Mapping[str, ArticleDate]
) -> Mapping[str, tuple[LinkedActor, ...]]:
    """Return the people of each article (by Article.id) with ids that are shared over the sources.

    A mention's rule tells what found it and why it is this actor's, parted by a semicolon.
    """
    ordered = sorted(sources, key=lambda source: source.article.id)
    people = {
        identity.Profile(source.article.id, index): person
        for source in ordered
        for index, person in enumerate(source.extraction.people)
    }
    individuals = identity.identify(ordered)
    individuals.sort(key=lambda individual: min(individual.members))
    actors = _actors(individuals, people)
    holders = Holders(individuals, people, {id_: date.date for id_, date in dated.items()})
    found: dict[str, dict[int, list[Mention]]] = {source.article.id: defaultdict(list) for source in ordered}
    for number, individual in enumerate(individuals):
        for profile, reason in individual.members.items():
            found[profile.article][number] += [
                replace(mention, rule=f"{mention.rule}; {reason}") for mention in people[profile].mentions
            ]
    for source in ordered:
        for role, binding in holders.bind_all(source):
            mention = replace(role.mention, rule=f"{role.mention.rule}; {binding.reason}")
            found[source.article.id][binding.number].append(mention)
    told = _told(individuals, people)
    return {
        article: tuple(
            LinkedActor(
                actors[number],
                tuple(sorted(mentions, key=lambda m: (m.start, m.end))),
                told.get((article, number), ()),
            )
            for number, mentions in sorted(rows.items(), key=lambda row: min(m.start for m in row[1]))
        )
        for article, rows in found.items()
    }


def _told(
    individuals: Sequence[Individual], people: Mapping[Profile, Person]
) -> dict[tuple[str, int], tuple[Office, ...]]:
    """Return the offices that each article (by Article.id) gives an individual, in the order of its text."""
    told: dict[tuple[str, int], dict[Office, None]] = {}
    for number, individual in enumerate(individuals):
        for profile in sorted(individual.members):
            given = dict.fromkeys(office for office in people[profile].offices if office.title)
            told.setdefault((profile.article, number), {}).update(given)
    return {key: tuple(offices) for key, offices in told.items()}


def _actors(individuals: Sequence[Individual], people: Mapping[Profile, Person]) -> list[Actor]:
    taken: Counter[str] = Counter()
    actors = []
    for individual in individuals:
        members = [people[profile] for profile in sorted(individual.members)]
        name = _name(members)
        base = slug(name) or "person"
        taken[base] += 1
        actors.append(
            Actor(
                type="person",
                id=base if taken[base] == 1 else f"{base}-{taken[base]}",
                name=name,
                aliases=_aliases(members, name),
                offices=tuple(sorted({_wording(o) for person in members for o in person.offices if o.title})),
            )
        )
    return actors


def _name(members: Iterable[Person]) -> str:
    """Return the fullest name that is usual, in its most used spelling."""
    uses: Counter[str] = Counter()
    for person in members:
        uses[person.name] += len(person.mentions)
    most = max(uses.values())
    usual = [name for name, count in uses.items() if count >= _USUAL * most] or list(uses)
    longest = max(_words(name) for name in usual)
    return min((name for name in usual if _words(name) == longest), key=lambda name: (-uses[name], name))


def _words(name: str) -> int:
    return len(offices.untitled(name).split())


def _aliases(members: Iterable[Person], name: str) -> tuple[str, ...]:
    found = {mention.text for person in members for mention in person.mentions} | {p.name for p in members}
    return tuple(sorted(found - {name}))


def _wording(office: object) -> str:
    title = getattr(office, "title", "")
    of = getattr(office, "country", None) or getattr(office, "organization", None)
    words = f"{of} {title}" if of else str(title)
    return f"former {words}" if getattr(office, "former", False) else words
