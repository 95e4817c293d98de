"""Who is one person: the people of single articles joined over the collection by their names.

Names meet under blocking keys alone (consonants of the family name, the given name), so that a collection
costs what its distinct names cost, and an article more what its own names cost. Everything is decided on
sorted values: any order of additions and removals gives the same people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.linking.bare_names import BareNames
from dateline.linking.full_names import FullNames
from dateline.linking.individuals import MARK, Individual, Name, is_full
from dateline.linking.people_rulings import PeopleRulings
from dateline.linking.tallies import Profile, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.linking.people_rulings import Spot
    from dateline.model import Person, Source

NAMELESS = Tally()  #: of who has no bare name


class Named(NamedTuple):
    """Somebody whom an article names."""

    profile: Profile
    person: Person
    key: Name  #: of the individual
    reason: str  #: why it is this one


class Identity:
    """The individuals of a collection."""

    def __init__(self, rulings: PeopleRulings | None = None) -> None:
        """Take what a reader has said of the people, which stays so."""
        self.rulings = rulings or PeopleRulings()
        self.individuals: dict[Name, Individual] = {}  #: by their usual names
        self._people: dict[str, list[tuple[Profile, Person, Name]]] = {}  #: of each article
        self._days: dict[str, int] = {}
        self._full = FullNames(self.rulings)
        self._bare = BareNames()
        self._moved: set[str] = set()

    def add(self, source: Source, day: int) -> None:
        """Count the people of an article that is not there, written on the day."""
        id_ = source.article.id
        self._days[id_] = day
        self._moved.add(id_)
        rows = self._people[id_] = [
            (Profile(id_, index), person, self.rulings.name_of(id_, person))
            for index, person in enumerate(source.extraction.people)
        ]
        full = frozenset(name for _, _, name in rows if is_full(name))
        for profile, person, name in rows:
            if name in full:
                self._full.add(name, profile, person, day)
            else:
                self._bare.add(name, profile, person, day, full)

    def remove(self, source: Source) -> None:
        """Forget an article that is there."""
        id_ = source.article.id
        day = self._days.pop(id_)
        self._moved.discard(id_)
        for profile, person, name in self._people.pop(id_):
            if is_full(name):
                self._full.remove(name, profile, person, day)
            else:
                self._bare.remove(profile)

    def settle(self) -> tuple[set[str], set[Name]]:
        """Return the articles whose people are new or others, and the individuals that may differ.

        The latter are given by their usual names, those that are no more included.
        """
        regrouped, gone = self._full.settle()
        moved, self._moved = self._moved, set()
        for key in gone:
            self._bare.meet(key, None)
            self.individuals.pop(key, None)
        for key, names in regrouped.items():
            before = self.individuals.get(key)
            full = {name: self._full.tallies[name] for name in names}
            ruled = self.rulings.words
            words = frozenset().union(*(ruled.get(name, ()) for name in names)) if ruled else frozenset()
            self.individuals[key] = Individual(key, full, NAMELESS, words)
            for name in full if before is None else full.keys() ^ before.full.keys():
                moved.update(full[name].articles if name in full else ())
            self._bare.meet(key, self.individuals[key])
        profiles, stirred = self._bare.settle(self._full.home)
        moved.update(profile.article for profile in profiles)
        touched = regrouped.keys() | gone | stirred
        for key in touched:
            self._renew(key)
        return moved, touched

    def _renew(self, key: Name) -> None:
        """Give an individual the bare names that mean it; forget it where no name does."""
        known, bare = self.individuals.get(key), self._bare.tallies.get(key)
        if known is not None and is_full(key):
            self.individuals[key] = Individual(key, known.full, bare or NAMELESS, known.words)
        elif bare is not None:
            self.individuals[key] = Individual(key, {}, bare)
        else:
            self.individuals.pop(key, None)

    def named(self, article: str) -> Iterator[Named]:
        """Yield the people of an article, in the order of its text."""
        for profile, person, name in self._people[article]:
            if is_full(name):
                key = self._full.home[name]
                yield Named(profile, person, key, self._reason(name, key))
            else:
                yield Named(profile, person, *self._bare.found[profile])

    def _reason(self, name: Name, key: Name) -> str:
        """Return why a full name is that of an individual."""
        if name[0].startswith(MARK) or (key != name and name in self.rulings.same):
            return "as you have judged"
        return "same name" if key == name else "spelling or short form of the name"

    def key_at(self, spot: Spot) -> Name | None:
        """Return the individual who is first mentioned there in an article, None where nobody is."""
        article, start = spot
        for _, person, key, _ in self.named(article) if article in self._people else ():
            if person.mentions and person.mentions[0].start == start:
                return key
        return None
