"""Who is one person: the people of single articles joined over the collection by their names.

Names meet under blocking keys alone (consonants of the family name, the given name), so that a collection
costs what its distinct names cost. Everything is decided on sorted values: any order of the sources gives the
same people.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline import naming
from dateline.linking import offices

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.model import Office, Person, Source

#: A name of this length is rare enough for two spellings of it to be one without further support.
_LONG = 6
#: So many times more articles make one of several bearers of a bare name the one who is meant.
_DOMINANT = 3


@dataclass(frozen=True, slots=True, order=True)
class Profile:
    """One person of one article."""

    article: str
    index: int  #: in Extraction.people


@dataclass(slots=True, eq=False)
class Individual:
    """One person of the collection."""

    members: dict[Profile, str] = field(default_factory=dict)  #: with the reason why each is this person
    cores: set[tuple[str, ...]] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)  #: that name the person
    joined: Individual | None = None  #: with whom this one turned out to be one

    def add(self, profile: Profile, reason: str) -> None:
        """Count the profile among the individual's."""
        self.members[profile] = reason
        self.articles.add(profile.article)


class People:
    """All people of a collection's extractions, by profile."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self.person: dict[Profile, Person] = {
            Profile(source.article.id, index): person
            for source in sources
            for index, person in enumerate(source.extraction.people)
        }
        self.core: dict[Profile, tuple[str, ...]] = {}
        self.style: dict[Profile, str] = {}
        for profile, person in self.person.items():
            self.style[profile] = offices.style(person)
            self.core[profile] = naming.core(offices.untitled(person.name).split())

    def offices(self, profiles: Iterable[Profile]) -> set[Office]:
        """Return the offices that the profiles' articles give them."""
        return {office for profile in profiles for office in self.person[profile].offices}

    def is_full(self, profile: Profile) -> bool:
        """Tell whether the profile has more than a bare family or given name."""
        return len(self.core[profile]) > 1 or bool(self.style[profile])


def identify(sources: Sequence[Source]) -> list[Individual]:
    """Return the individuals whom the people of the sources are."""
    people = People(sources)
    individuals = _by_full_name(people)
    individuals += _by_short_name(people, individuals)
    return individuals


def _by_full_name(people: People) -> list[Individual]:
    nodes: dict[tuple[str, tuple[str, ...]], Individual] = {}
    for profile in sorted(people.person):
        if people.is_full(profile):
            key = (people.style[profile], people.core[profile])
            node = nodes.setdefault(key, Individual(cores={people.core[profile]}))
            node.add(profile, "same name")
    ties: dict[int, list[tuple[int, int]]] = defaultdict(list)
    keys = sorted(nodes)
    for first, second in _near(keys):
        strength = _strength(people, keys[first], keys[second], nodes)
        if strength:
            ties[strength].append((first, second))
    home = [nodes[key] for key in keys]
    for first, second in ties[2]:
        _merge(home, first, second)
    weak: dict[int, set[int]] = defaultdict(set)
    for first, second in ties[1]:
        short = min((first, second), key=lambda n: (len("".join(keys[n][1])), n))
        weak[short].add(second if short == first else first)
    for short, others in sorted(weak.items()):
        if len({id(_root(home[other])) for other in others}) == 1:
            _merge(home, min(others), short)
    return list({id(root): root for root in map(_root, home)}.values())


def _near(keys: Sequence[tuple[str, tuple[str, ...]]]) -> list[tuple[int, int]]:
    """Return the pairs of names that share a blocking key, in order.

    A key is the consonants of the family name with an initial of a given name, or with what it is short for.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, (style, core) in enumerate(keys):
        if style:
            blocks[f"{style} {core[0]}"].append(number)
            continue
        family = naming.consonants(core[-1])
        for hint in {hint for word in core[:-1] for hint in naming.hints(word)}:
            blocks[f"{family} {hint}"].append(number)
    return sorted(
        {(a, b) for block in blocks.values() for place, a in enumerate(block) for b in block[place + 1 :]}
    )


def _strength(
    people: People,
    first: tuple[str, tuple[str, ...]],
    second: tuple[str, tuple[str, ...]],
    nodes: Mapping[tuple[str, tuple[str, ...]], Individual],
) -> int:
    """Return how sure it is that two full names are one person's: 2 certain, 1 if nobody else fits, 0 not."""
    if first[0] or second[0]:
        return 2 if first[0] == second[0] and _same_sovereign(first[1], second[1]) else 0
    one, other = first[1], second[1]
    if not naming.compatible(one, other):
        return 0
    supported = offices.share_office(
        people.offices(nodes[first].members), people.offices(nodes[second].members)
    )
    if supported:
        return 2
    if one[-1] == other[-1]:
        return 1 if min(len(one[0]), len(other[0])) == 1 else 2
    alike = naming.sound(one[-1]) == naming.sound(other[-1]) and min(len(one[-1]), len(other[-1])) >= _LONG
    return 2 if alike and naming.sound(one[0]) == naming.sound(other[0]) else 0


def _same_sovereign(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one[: len(other)] == other[: len(one)]


def _root(individual: Individual) -> Individual:
    """Return whom the individual has been joined with."""
    while individual.joined is not None:
        individual = individual.joined
    return individual


def _contradict(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Tell whether two names cannot be one person's though others of theirs can ("George W", "George HW")."""
    whole = min(len(one), len(two)) > 1 and min(len(one[0]), len(two[0])) > 1
    return whole and one != two and not naming.compatible(one, two)


def _merge(home: Sequence[Individual], first: int, second: int) -> None:
    """Join two individuals unless one article names both or two of their names contradict."""
    target, other = _root(home[first]), _root(home[second])
    if target is other or target.articles & other.articles:
        return
    if any(_contradict(one, two) for one in target.cores for two in other.cores):
        return
    target.members |= dict.fromkeys(other.members, "spelling or short form of the name")
    target.cores |= other.cores
    target.articles |= other.articles
    other.joined = target


def _by_short_name(people: People, individuals: Sequence[Individual]) -> list[Individual]:
    """Give each bare name to its only fitting bearer; return individuals for those that stay alone."""
    by_family: dict[str, list[Individual]] = defaultdict(list)
    by_given: dict[str, list[Individual]] = defaultdict(list)
    for individual in individuals:
        for key in {naming.sound(word) for word in _families(people, individual)}:
            by_family[key].append(individual)
        for word in {core[0] for core in individual.cores}:
            by_given[word].append(individual)
    alone: dict[str, Individual] = {}
    additions: list[tuple[Individual, Profile, str]] = []
    for profile in sorted(people.person):
        if people.is_full(profile):
            continue
        word = people.core[profile][0]
        person = people.person[profile]
        reason = "given name" if person.family is None else "family name"
        found = None if person.family is None else _only(people, profile, by_family[naming.sound(word)])
        if found is None and not (person.family and by_family[naming.sound(word)]):
            reason = "given name"
            found = _only(people, profile, by_given[word])
        if found is None:
            found, reason = alone.setdefault(word, Individual(cores={(word,)})), "same name"
        additions.append((found, profile, reason))
    for individual, profile, reason in additions:
        individual.add(profile, reason)
    return [alone[word] for word in sorted(alone)]


def _families(people: People, individual: Individual) -> set[str]:
    found = {core[-1] for core in individual.cores}
    for profile in individual.members:
        family = people.person[profile].family
        if family:
            found.add(naming.core(family.split())[-1])
    return found


def _only(people: People, profile: Profile, bearers: Sequence[Individual]) -> Individual | None:
    """Return the bearer whom a bare name means; None where several are of equal standing."""
    free = [bearer for bearer in bearers if profile.article not in bearer.articles]
    if len(free) < 2:
        return free[0] if free else None
    own = people.person[profile].offices
    holders = [bearer for bearer in free if offices.share_office(own, people.offices(bearer.members))]
    if len(holders) == 1:
        return holders[0]
    ranked = sorted(holders or free, key=lambda bearer: -len(bearer.articles))
    return ranked[0] if len(ranked[0].articles) >= _DOMINANT * len(ranked[1].articles) else None
