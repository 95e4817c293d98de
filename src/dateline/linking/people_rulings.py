"""What rulings say of people: which names are one bearer's, which are not, and whom a phrase stands for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.linking.individuals import MARK, Name, is_full, name_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.linking.rulings import Item, Rulings
    from dateline.model import Extraction, Office, Person

#: Where somebody is in the texts: an article and the start of the first mention there.
Spot = tuple[str, int]


@dataclass(frozen=True, slots=True)
class PeopleRulings:
    """Rulings on people, by the names that their articles give them.

    Who is judged by a bare name, or told apart from a namesake, has a name of her own, that no other one is
    like: whom it means is the rulings' to say.
    """

    marked: frozenset[Spot] = frozenset()  #: those who have a name of their own
    same: Mapping[Name, frozenset[Name]] = field(default_factory=dict)  #: both ways
    different: frozenset[tuple[Name, Name]] = frozenset()  #: both ways
    words: Mapping[Name, frozenset[str]] = field(default_factory=dict)  #: bare names of a full one's bearer
    names: tuple[tuple[Spot, str], ...] = ()  #: what somebody is called
    roles: Mapping[tuple[str, Office], Spot] = field(default_factory=dict)  #: whom an article's phrase means
    others: Mapping[tuple[str, Office], frozenset[Spot]] = field(
        default_factory=dict
    )  #: and whom it does not

    def name_of(self, article: str, person: Person) -> Name:
        """Return the name by which somebody in an article is compared."""
        style, core = name_of(person)
        if self.marked and person.mentions and (article, person.mentions[0].start) in self.marked:
            return f"{MARK}{article} {person.mentions[0].start}", core
        return style, core


def people_rulings(said: Rulings, extractions: Mapping[str, Extraction]) -> PeopleRulings:
    """Return what the rulings say of the people of the extractions, which are given by Article.id."""
    return _Draft(said, extractions).result()


class _Draft:
    def __init__(self, said: Rulings, extractions: Mapping[str, Extraction]) -> None:
        self._said = said
        self._extractions = extractions
        self._marked: set[Spot] = set()
        self._same: dict[Name, set[Name]] = defaultdict(set)
        self._different: set[tuple[Name, Name]] = set()
        self._words: dict[Name, set[str]] = defaultdict(set)

    def result(self) -> PeopleRulings:
        """Return all that is said."""
        same = [p for p in self._said.same if p[0].kind == p[1].kind == "person"]
        different = [p for p in self._said.different if p[0].kind == p[1].kind == "person"]
        for one, two in same:
            self._mark_bare(one, two)
        for one, two in different:
            self._part(one, two)
        for one, two in same:
            self._join(one, two)
        names = ((self._spot(i), name) for i, name in sorted(self._said.name.items()) if i.kind == "person")
        return PeopleRulings(
            frozenset(self._marked),
            {name: frozenset(others) for name, others in self._same.items()},
            frozenset(self._different),
            {name: frozenset(words) for name, words in self._words.items()},
            tuple(names),
            *self._roles(),
        )

    def _roles(
        self,
    ) -> tuple[dict[tuple[str, Office], Spot], dict[tuple[str, Office], frozenset[Spot]]]:
        """Return whom phrases stand for by rulings, and whom they do not, by article and office."""
        stand: dict[tuple[str, Office], Spot] = {}
        others: dict[tuple[str, Office], set[Spot]] = defaultdict(set)
        for pairs, means in ((self._said.same, True), (self._said.different, False)):
            for pair in pairs:
                role, person = sorted(pair, key=lambda item: item.kind != "role")
                if (role.kind, person.kind) != ("role", "person"):
                    continue
                office = self._extractions[role.article].roles[role.number].office
                if means:
                    stand.setdefault((role.article, office), self._spot(person))
                else:
                    others[role.article, office].add(self._spot(person))
        return stand, {key: frozenset(spots) for key, spots in others.items()}

    def _person(self, item: Item) -> Person:
        return self._extractions[item.article].people[item.number]

    def _spot(self, item: Item) -> Spot:
        return item.article, self._person(item).mentions[0].start

    def _name(self, item: Item) -> Name:
        return PeopleRulings(frozenset(self._marked)).name_of(item.article, self._person(item))

    def _mark_bare(self, *items: Item) -> None:
        for item in items:
            if not is_full(name_of(self._person(item))):
                self._marked.add(self._spot(item))

    def _part(self, one: Item, two: Item) -> None:
        """Keep two apart: by their names, where these are full and differ, else the one who is marked."""
        names = name_of(self._person(one)), name_of(self._person(two))
        if all(map(is_full, names)) and names[0] != names[1]:
            self._different |= {names, names[::-1]}
        else:
            bare = [item for item in (one, two) if not is_full(name_of(self._person(item)))]
            self._marked.add(self._spot((bare or [one])[0]))

    def _join(self, one: Item, two: Item) -> None:
        names = self._name(one), self._name(two)
        self._same[names[0]].add(names[1])
        self._same[names[1]].add(names[0])
        for item in (one, two):
            style, core = name_of(self._person(item))
            if not is_full((style, core)):
                for name in names:
                    self._words[name].add(core[0])
