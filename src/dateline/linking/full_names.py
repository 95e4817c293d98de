"""Which full names are one person's: spellings, short forms and sovereigns' styles."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dateline import naming
from dateline.linking import offices
from dateline.linking.blocks import Parts
from dateline.linking.tallies import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from dateline.linking.individuals import Name
    from dateline.linking.people_rulings import PeopleRulings
    from dateline.linking.tallies import Profile
    from dateline.model import Person

#: A name of this length is rare enough for two spellings of it to be one without further support.
_LONG = 6
#: How sure it is that two names are one person's: beyond doubt, if nobody else fits, if they share an office.
_CERTAIN, _LIKELY, _POSSIBLE = 2, 1, 0


class FullNames:
    """The full names of a collection, and whose they are."""

    def __init__(self, rulings: PeopleRulings) -> None:
        self._rulings = rulings
        self.tallies: dict[Name, Tally] = {}
        self.home: dict[Name, Name] = {}  #: the usual name of each one's bearer
        self._meeting: dict[str, set[Name]] = defaultdict(set)
        self._kin: dict[Name, dict[Name, int]] = {}  #: those that may be the same bearer's, how surely
        self._parts: Parts[Name] = Parts()  #: names that hang together
        self._touched: set[Name] = set()

    def add(self, name: Name, profile: Profile, person: Person, day: int) -> None:
        """Count a profile that bears the name, of an article written on the day."""
        self.tallies.setdefault(name, Tally()).add(profile, person, day)
        self._touched.add(name)

    def remove(self, name: Name, profile: Profile, person: Person, day: int) -> None:
        """Take back a profile that was added with the same values."""
        self.tallies[name].remove(profile, person, day)
        self._touched.add(name)

    def settle(self) -> tuple[dict[Name, list[Name]], set[Name]]:
        """Decide anew on the names that hang together with those touched.

        Returns all names of each bearer that may differ from before, by the usual one of them, and the usual
        names of bearers that are no more.
        """
        touched, self._touched = self._touched, set()
        for name in sorted(touched):
            self._acquaint(name)
        parts, names = self._parts.settle(touched, self._kin, self._tied)
        before: dict[Name, list[Name]] = defaultdict(list)
        for name in sorted(names):
            if name in self.home:
                before[self.home.pop(name)].append(name)
        after: dict[Name, list[Name]] = {}
        for part in parts:
            for row in self._join(part):
                usual = min(row, key=lambda name: (-len(self.tallies[name].articles), name))
                self.home.update(dict.fromkeys(row, usual))
                after[usual] = row
        changed = {
            usual: row
            for usual, row in after.items()
            if before.get(usual) != row or not touched.isdisjoint(row)
        }
        return changed, before.keys() - after.keys()

    def _acquaint(self, name: Name) -> None:
        """Bring a new name together with those that it may be a spelling of; part one that nobody bears."""
        if not self.tallies[name].profiles:
            del self.tallies[name]
            for key in _meeting_places(name):
                self._meeting[key].discard(name)
            for other in self._kin.pop(name, ()):
                del self._kin[other][name]
        elif name not in self._kin:
            own = self._kin[name] = {}
            for key in _meeting_places(name):
                for other in self._meeting[key]:
                    sure = _kinship(name, other)
                    if sure is not None:
                        own[other] = self._kin[other][name] = sure
                self._meeting[key].add(name)

    def _tied(self, name: Name) -> Iterator[Name]:
        yield from (other for other in self._kin[name] if self._strength(name, other))
        yield from (other for other in self._rulings.same.get(name, ()) if other in self._kin)

    def _strength(self, one: Name, other: Name) -> int:
        sure = self._kin[one][other]
        if sure == _CERTAIN or offices.share_office(self.tallies[one].offices, self.tallies[other].offices):
            return _CERTAIN
        return sure

    def _join(self, part: Sequence[Name]) -> list[list[Name]]:
        """Return the names of each bearer among names that hang together, all in order."""
        joined = _Joined(part, self.tallies, self._rulings.different)
        for one in part:
            for other in sorted(self._rulings.same.get(one, ())):
                if other in joined.row:
                    joined.merge(one, other, ruled=True)
        likely: dict[Name, set[Name]] = defaultdict(set)
        for one in part:
            for other in sorted(name for name in self._kin[one] if name > one):
                strength = self._strength(one, other)
                if strength == _CERTAIN:
                    joined.merge(one, other)
                elif strength == _LIKELY:
                    short, long = sorted((one, other), key=lambda name: (len("".join(name[1])), name))
                    likely[short].add(long)
        for short, others in sorted(likely.items()):
            if len({id(joined.row[other]) for other in others}) == 1:
                joined.merge(min(others), short)
        return sorted(sorted(row) for row in {id(row): row for row in joined.row.values()}.values())


class _Joined:
    """Names that are joined pair by pair, unless one article has both or two of them contradict."""

    def __init__(
        self, names: Sequence[Name], tallies: dict[Name, Tally], different: Set[tuple[Name, Name]]
    ) -> None:
        self.row = {name: [name] for name in names}
        self._tallies = tallies
        self._different = different

    def merge(self, one: Name, other: Name, *, ruled: bool = False) -> None:
        """Join the bearers of two names where nothing speaks against it, or a ruling says so."""
        first, second = self.row[one], self.row[other]
        if first is second or (not ruled and any(self._apart(a, b) for a in first for b in second)):
            return
        first += second
        for name in second:
            self.row[name] = first

    def _apart(self, one: Name, other: Name) -> bool:
        if self._different and (one, other) in self._different:
            return True
        first, second = self._tallies[one].articles, self._tallies[other].articles
        return not first.keys().isdisjoint(second.keys()) or _contradict(one[1], other[1])


def _meeting_places(name: Name) -> list[str]:
    """Return the keys under which a name meets those that it may be a spelling of.

    A key is the consonants of the family name with an initial of a given name, or with what it is short for.
    """
    style, core = name
    if style:
        return [f"{style} {core[0]}"]
    family = naming.consonants(core[-1])
    return sorted({f"{family} {hint}" for word in core[:-1] for hint in naming.hints(word)})


def _kinship(first: Name, second: Name) -> int | None:
    """Return how sure it is that two full names are one person's, None where they cannot be."""
    if first[0] or second[0]:
        return _CERTAIN if first[0] == second[0] and _same_sovereign(first[1], second[1]) else None
    one, other = first[1], second[1]
    if not naming.compatible(one, other):
        return None
    if one[-1] == other[-1]:
        return _LIKELY if min(len(one[0]), len(other[0])) == 1 else _CERTAIN
    alike = naming.sound(one[-1]) == naming.sound(other[-1]) and min(len(one[-1]), len(other[-1])) >= _LONG
    return _CERTAIN if alike and naming.sound(one[0]) == naming.sound(other[0]) else _POSSIBLE


def _same_sovereign(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one[: len(other)] == other[: len(one)]


def _contradict(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Tell whether two names cannot be one person's though others of theirs can ("George W", "George HW")."""
    whole = min(len(one), len(two)) > 1 and min(len(one[0]), len(two[0])) > 1
    return whole and one != two and not naming.compatible(one, two)
