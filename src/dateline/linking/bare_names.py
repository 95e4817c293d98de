"""Whom a bare family or given name means: its only fitting bearer, or the one who is named far more often."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from dateline import naming
from dateline.linking import offices
from dateline.linking.tallies import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    from dateline.linking.individuals import Individual, Name
    from dateline.linking.tallies import Profile
    from dateline.model import Office, Person

#: So many times more articles make one of several bearers of a bare name the one who is meant.
_DOMINANT = 3


class _Bare(NamedTuple):
    """A bare name in an article."""

    word: str
    person: Person
    day: int
    beside: frozenset[Name]  #: the full names that the article has as well


class BareNames:
    """The bare names of a collection, and whom each means."""

    def __init__(self) -> None:
        self.found: dict[Profile, tuple[Name, str]] = {}  #: whom each means, and why
        self.tallies: dict[Name, Tally] = {}  #: of the bare names that mean somebody
        self._rows: dict[Profile, _Bare] = {}
        self._words: dict[str, set[Profile]] = defaultdict(set)
        self._sounds: dict[str, set[str]] = defaultdict(set)  #: words by their sound
        self._families = _Bearers()
        self._givens = _Bearers()
        self._touched: set[Profile] = set()
        self._stirred: set[Name] = set()

    def add(self, name: Name, profile: Profile, person: Person, day: int, beside: frozenset[Name]) -> None:
        """Count a profile that bears a bare name in an article that has full names beside it."""
        word = name[1][0]
        self._rows[profile] = _Bare(word, person, day, beside)
        self._words[word].add(profile)
        self._sounds[naming.sound(word)].add(word)
        self._touched.add(profile)

    def remove(self, profile: Profile) -> None:
        """Take a profile back."""
        row = self._rows[profile]
        self._release(profile)
        del self._rows[profile]
        self._words[row.word].discard(profile)
        self._touched.discard(profile)

    def meet(self, key: Name, bearer: Individual | None) -> None:
        """Take note of who bears full names now under a usual one, None where nobody does any more."""
        families = {naming.sound(word) for word in bearer.families()} if bearer else set()
        sounds = self._families.put(key, bearer, families)
        words = self._givens.put(key, bearer, bearer.givens() if bearer else set())
        for word in words.union(*(self._sounds.get(sound, ()) for sound in sounds)):
            self._touched |= self._words.get(word, set())

    def settle(self, home: Mapping[Name, Name]) -> tuple[set[Profile], set[Name]]:
        """Return the profiles that mean somebody else than before, and those of whom more or less is said.

        `home` gives the usual name of the bearer of each full name.
        """
        moved, stirred = set(), self._stirred
        anew = self._families.decided_anew() | self._givens.decided_anew()
        self._touched |= anew & self._rows.keys()
        for profile in self._touched:
            found = self._decide(profile, home)
            if self.found.get(profile) != found:
                self._release(profile)
                row = self._rows[profile]
                self.found[profile] = found
                self.tallies.setdefault(found[0], Tally()).add(profile, row.person, row.day)
                stirred.add(found[0])
                moved.add(profile)
        self._touched, self._stirred = set(), set()
        return moved, stirred

    def _release(self, profile: Profile) -> None:
        """Take a profile from whom it means."""
        if profile in self.found:
            key, _ = self.found.pop(profile)
            row, tally = self._rows[profile], self.tallies[key]
            tally.remove(profile, row.person, row.day)
            if not tally.profiles:
                del self.tallies[key]
            self._stirred.add(key)

    def _decide(self, profile: Profile, home: Mapping[Name, Name]) -> tuple[Name, str]:
        """Return whom a bare name means, and why."""
        word, person, _, beside = self._rows[profile]
        taken = {home[name] for name in beside}
        sound = naming.sound(word)
        if person.family is not None:
            found = self._families.only(profile, sound, taken, person.offices)
            if found is not None:
                return found, "family name"
        if not (person.family and self._families.has(sound)):
            found = self._givens.only(profile, word, taken, person.offices)
            if found is not None:
                return found, "given name"
        return ("", (word,)), "same name"


#: Those of a word's bearers who are not meant, and the offices that the article gives who is.
_Case = tuple[frozenset["Name"], tuple["Office", ...]]


@dataclass(slots=True)
class _Decision:
    """Whom a word means in one case; it holds for as long as none of its bearers comes or goes."""

    bearer: Name | None
    asked: set[Profile] = field(default_factory=set)  #: whose word it is, or was


class _Bearers:
    """Who bears a family or given name."""

    def __init__(self) -> None:
        self._blocks: dict[str, dict[Name, Individual]] = defaultdict(dict)
        self._words: dict[Name, set[str]] = {}
        self._names: dict[Name, Set[Name]] = {}  #: the full names of each
        self._decided: dict[str, dict[_Case, _Decision]] = defaultdict(dict)  #: for each word
        self._renewed: set[str] = set()  #: words of whose bearers more or less is said

    def put(self, key: Name, bearer: Individual | None, words: Set[str]) -> set[str]:
        """Let somebody bear these words alone; return those whose bearers are others than before."""
        before, names = self._words.pop(key, set()), self._names.pop(key, set())
        for word in before:
            del self._blocks[word][key]
        if bearer is not None:
            self._words[key], self._names[key] = set(words), frozenset(bearer.full)
            for word in words:
                self._blocks[word][key] = bearer
        others = before ^ words if bearer is None or names == bearer.full.keys() else before | words
        for word in others:
            self._decided.pop(word, None)
        self._renewed |= before | words
        return others

    def decided_anew(self) -> set[Profile]:
        """Return the profiles for which another bearer is decided on than when this was last asked."""
        found: set[Profile] = set()
        for word in self._renewed & self._decided.keys():
            for (taken, own), decision in self._decided[word].items():
                bearer = self._decide(word, taken, own)
                if decision.bearer != bearer:
                    decision.bearer = bearer
                    found |= decision.asked
        self._renewed = set()
        return found

    def has(self, word: str) -> bool:
        """Tell whether anybody bears the word."""
        return bool(self._blocks.get(word))

    def only(self, profile: Profile, word: str, taken: Set[Name], own: tuple[Office, ...]) -> Name | None:
        """Return the bearer whom the word of a profile means beside those taken, None where several may be.

        `own` are the offices that the article gives who is meant. Several of equal standing may be.
        """
        block = self._blocks.get(word)
        if not block:
            return None
        decided, case = self._decided[word], (frozenset(taken & block.keys()), own)
        if case not in decided:
            decided[case] = _Decision(self._decide(word, *case))
        decided[case].asked.add(profile)
        return decided[case].bearer

    def _decide(self, word: str, taken: Set[Name], own: tuple[Office, ...]) -> Name | None:
        return _only({name: b for name, b in self._blocks[word].items() if name not in taken}, own)


def _only(free: Mapping[Name, Individual], own: Iterable[Office]) -> Name | None:
    if len(free) < 2:
        return next(iter(free), None)
    placed = [office for office in own if office.country or office.organization]
    holders = [name for name in free if placed and offices.share_office(placed, free[name].named_offices())]
    if len(holders) == 1:
        return holders[0]
    counts = sorted((-free[name].count, name) for name in holders or free)
    return counts[0][1] if -counts[0][0] >= _DOMINANT * -counts[1][0] else None
