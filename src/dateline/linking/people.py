"""Who is who: the people of the articles identified over the collection, and the roles they stand behind."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from sys import intern
from typing import TYPE_CHECKING

from dateline.linking import offices
from dateline.linking.cast import Appearance, NamedCast
from dateline.linking.holders import Holders
from dateline.linking.identity import Identity
from dateline.linking.individuals import Name
from dateline.model import Actor
from dateline.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, MutableMapping

    from dateline.linking.dates import ArticleDate
    from dateline.linking.individuals import Individual
    from dateline.linking.people_rulings import PeopleRulings
    from dateline.model import LinkedActor, Mention, Office, Source

#: The fullest name is the usual one if it makes at least this share of the uses of the most used.
_USUAL = 0.2


class People(NamedCast[Name]):
    """The people of a collection by their usual names.

    A mention's rule tells what found it and why it is this actor's, parted by a semicolon.
    """

    def __init__(
        self, rulings: PeopleRulings | None = None, sources: MutableMapping[str, Source] | None = None
    ) -> None:
        """Take what a reader has said of the people, and where sources are kept if not in memory."""
        super().__init__()
        self._identity = Identity(rulings)
        self._given: dict[Name, str] = {}  #: names that the reader gives
        self._holders = Holders(self._identity, sources)

    def add(self, source: Source, date: str) -> None:
        """Count the people of an article that is not there, written on the date."""
        day = dt.date.fromisoformat(date).toordinal()
        self._identity.add(source, day)
        self._holders.add(source, day)

    def remove(self, source: Source) -> None:
        """Forget an article that is there."""
        self._identity.remove(source)
        self._holders.remove(source)
        self.drop(source.article.id)

    def settle(self) -> None:
        """Decide anew on everybody of whom more or less is said, and on the roles they stand behind."""
        moved, touched = self._identity.settle()
        given = self._names_given()
        touched |= {key for key, _ in given.items() ^ self._given.items()}
        self._given = given
        for key in touched:
            individual = self._identity.individuals.get(key)
            if individual is None:
                self.draft(key, None)
            else:
                actor = _actor(individual)
                self.draft(key, _called(actor, given.get(key)), individual.first, slug(actor.name))
        self.number()
        for article in moved | self._holders.settle(moved, touched):
            self.show(article, self._appearances(article))

    def _names_given(self) -> dict[Name, str]:
        """Return what individuals are called by rulings, by their usual names."""
        given: dict[Name, str] = {}
        for spot, name in self._identity.rulings.names:
            key = self._identity.key_at(spot)
            if key is not None:
                given.setdefault(key, name)
        return given

    def _appearances(self, article: str) -> list[Appearance[Name]]:
        """Return the people of an article in the order of its text, with the offices that it gives them."""
        mentions: dict[Name, list[Mention]] = {}
        told: dict[Name, dict[Office, None]] = {}
        for _, person, key, reason in self._identity.named(article):
            mentions.setdefault(key, []).extend(
                replace(mention, rule=intern(f"{mention.rule}; {reason}")) for mention in person.mentions
            )
            told.setdefault(key, {}).update(dict.fromkeys(o for o in person.offices if o.title))
        for role, binding in self._holders.bound.get(article, ()):
            mention = replace(role.mention, rule=intern(f"{role.mention.rule}; {binding.reason}"))
            mentions.setdefault(binding.key, []).append(mention)
        rows = [
            Appearance(key, tuple(sorted(found, key=lambda m: (m.start, m.end))), tuple(told.get(key, ())))
            for key, found in mentions.items()
        ]
        return sorted(rows, key=lambda row: (row.mentions[0].start, row.key))


def link_people(
    sources: Iterable[Source], dated: Mapping[str, ArticleDate]
) -> Mapping[str, tuple[LinkedActor, ...]]:
    """Return the people of each article (by Article.id) with ids that are shared over the sources."""
    ordered, people = list(sources), People()
    for source in ordered:
        people.add(source, dated[source.article.id].date)
    people.settle()
    return {source.article.id: people.linked(source.article.id) for source in ordered}


def _called(actor: Actor, name: str | None) -> Actor:
    """Return an actor under another name, the one before being an alias."""
    if name is None or name == actor.name:
        return actor
    return replace(actor, name=name, aliases=tuple(sorted({*actor.aliases, actor.name} - {name})))


def _actor(individual: Individual) -> Actor:
    """Return what is known of an individual, without the id."""
    uses: Counter[str] = Counter()
    texts: set[str] = set()
    told: set[Office] = set()
    for tally in individual.tallies:
        said = tally.counts
        uses.update(said.uses)
        texts |= said.texts.keys()
        told |= said.offices.keys()
    name = _name(uses)
    return Actor(
        type="person",
        id="",
        name=name,
        aliases=tuple(sorted(texts - {name})),
        offices=tuple(sorted({_wording(office) for office in told if office.title})),
    )


def _name(uses: Mapping[str, int]) -> str:
    """Return the fullest name that is usual, in its most used spelling."""
    most = max(uses.values())
    usual = [name for name, count in uses.items() if count >= _USUAL * most]
    longest = max(_words(name) for name in usual)
    return min((name for name in usual if _words(name) == longest), key=lambda name: (-uses[name], name))


def _words(name: str) -> int:
    return len(offices.untitled(name).split())


def _wording(office: Office) -> str:
    of = office.country or office.organization
    words = f"{of} {office.title}" if of else office.title
    return f"former {words}" if office.former else words
