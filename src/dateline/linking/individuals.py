"""One person of the collection: the names that are hers, and what the articles say under each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline import naming
from dateline.linking import offices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.linking.tallies import Profile, Tally
    from dateline.model import Office, Person

#: A name as it is compared: a sovereign's style, and the folded words that carry the name.
Name = tuple[str, tuple[str, ...]]

#: What the style of a name begins with that is no other one's: rulings alone say whose it is.
MARK = "≠"


def name_of(person: Person) -> Name:
    """Return the name of a person in one article."""
    return offices.style(person), naming.core(offices.untitled(person.name).split())


def is_full(name: Name) -> bool:
    """Tell whether the name is more than a bare family or given name."""
    style, core = name
    return len(core) > 1 or bool(style)


@dataclass(frozen=True, slots=True, eq=False)
class Individual:
    """One person of the collection."""

    key: Name  #: her usual name; of who is never named in full, the bare one
    full: dict[Name, Tally]  #: of her full names, in order
    bare: Tally  #: of the bare names that mean her
    words: frozenset[str] = frozenset()  #: bare names that are hers by a ruling

    @property
    def tallies(self) -> Iterator[Tally]:
        """Return what is said of her under each of her names."""
        yield from self.full.values()
        yield self.bare

    @property
    def count(self) -> int:
        """Return how many articles name her in full."""
        return sum(len(tally.articles) for tally in self.full.values())

    @property
    def first(self) -> Profile:
        """Return the first of her profiles."""
        return min(tally.profiles[0] for tally in self.tallies if tally.profiles)

    def families(self) -> set[str]:
        """Return the folded family names under which she may be meant."""
        named = {name: tally for name, tally in self.full.items() if not name[0].startswith(MARK)}
        families = {word for tally in named.values() for word in tally.counts.families}
        return families | {core[-1] for _, core in named} | self.words

    def givens(self) -> set[str]:
        """Return the folded given names under which she may be meant."""
        return {core[0] for style, core in self.full if not style.startswith(MARK)} | self.words

    def named_offices(self) -> set[Office]:
        """Return the offices that articles tell which name her in full."""
        return {office for tally in self.full.values() for office in tally.offices}
