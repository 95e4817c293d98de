"""Bearers: the names of one article grouped by the person who bears them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline import naming
from dateline.extraction import given_names, titles
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.extraction.names import Name

#: Honorifics that go with a given name ("Sir Rupert").
_WITH_GIVEN = words("sir dame prince princess king queen pope sheikh cardinal sultan emir")


#: So many tokens after a full name, a titled family name is the same bearer's.
_JUST_NOW = 30
#: Evidence by which a name is no person's, whatever it shares with a person's.
_NO_PERSON = frozenset({"body noun", "thing before", "family"})


@dataclass(slots=True, eq=False)
class Bearer:
    """Somebody (or something) with the names that the article has for it."""

    names: list[Name]
    cores: set[tuple[str, ...]] = field(default_factory=set)  #: of its full names
    gender: titles.Gender = ""

    def add(self, name: Name) -> None:
        """Count the name among the bearer's."""
        self.names.append(name)
        self.gender = (
            self.gender
            or titles.HONORIFICS.get(name.honorific, "")
            or ("f" if "f" in name.evidence else "m" if "m" in name.evidence else "")
            or given_names.gender(name.words)
            or (titles.gender(name.office.office.title) if name.office is not None else "")
        )

    @property
    def fullest(self) -> Name:
        """The name with the most words; of equals the one used most, of these the first."""
        uses: dict[tuple[str, ...], int] = defaultdict(int)
        for name in self.names:
            uses[name.words] += 1
        return max(
            self.names,
            key=lambda n: (n.sovereign, len(n.core), not _shouted(n.words), uses[n.words], -n.start),
        )


def _shouted(words: Sequence[str]) -> bool:
    return all(word.isupper() for word in words if len(word) > 2) and any(len(word) > 3 for word in words)


def group(names: Iterable[Name]) -> list[Bearer]:
    """Return the bearers of the names: full names first, then what is short for them, then the rest."""
    every = sorted(names, key=lambda name: name.start)
    _shorten(every)
    ordered = [name for name in every if not _NO_PERSON & name.evidence]
    things = [Bearer([name], {name.core}) for name in every if _NO_PERSON & name.evidence]
    bearers = _full(name for name in ordered if len(name.core) > 1 or name.sovereign)
    index = _Index(bearers)
    rest: dict[str, Bearer] = {}
    bodies = eponyms(ordered)
    for name in ordered:
        if len(name.core) > 1 or name.sovereign:
            continue
        bearer = None if _bare(name) and name.core[0] in bodies else likeliest(name, index.candidates(name))
        if bearer is None:
            key = naming.sound(name.core[0]) if len(name.core[0]) > 3 else name.core[0]
            bearer = rest.setdefault(key, Bearer([], {name.core}))
        bearer.add(name)
    return [*bearers, *rest.values(), *things]


def _shorten(names: Sequence[Name]) -> None:
    """Let the last word of a longer family name carry it: "Mr Ben Lund" where "Omar Ben Lund" is named."""
    families = {
        family
        for name in names
        if 1 < len(family := naming.family_words(name.words)) < len(name.words) and len(name.core) > 1
    }
    for name in names:
        if len(name.core) > 1 and not name.sovereign and name.words in families:
            name.core = name.core[-1:]


def eponyms(names: Iterable[Name]) -> set[str]:
    """Return the keys of single words that the article uses as the name of a body ("US carmaker Ford")."""
    return {
        n.core[0]
        for n in names
        if len(n.core) == 1 and _bare(n) and {"body before", "employer", "company"} & n.evidence
    }


def _bare(name: Name) -> bool:
    return not name.honorific and (name.office is None or "kind before" in name.evidence)


def _full(names: Iterable[Name]) -> list[Bearer]:
    by_core: dict[tuple[tuple[str, ...], bool], list[Name]] = defaultdict(list)
    for name in names:
        by_core[name.core, name.sovereign].append(name)
    bearers: list[Bearer] = []
    blocks: dict[str, dict[int, Bearer]] = defaultdict(dict)
    for (core, sovereign), same in sorted(
        by_core.items(), key=lambda row: (-len(row[0][0]), row[1][0].start)
    ):
        keys = {naming.consonants(core[-1]), naming.consonants(core[0])}
        near = [bearer for key in sorted(keys) for bearer in blocks[key].values()]
        home = next((b for b in near if not sovereign and _may_be(core, b)), None)
        if home is None:
            home = Bearer([])
            bearers.append(home)
        home.cores.add(core)
        for name in same:
            home.add(name)
        for key in keys:
            blocks[key][id(home)] = home
    return bearers


def _may_be(core: tuple[str, ...], bearer: Bearer) -> bool:
    return all(naming.compatible(core, other) for other in bearer.cores if len(other) > 1) and any(
        len(other) > 1 for other in bearer.cores
    )


class _Index:
    """The bearers of full names by the words that may be short for them."""

    def __init__(self, bearers: Iterable[Bearer]) -> None:
        self._by_family: dict[str, dict[int, Bearer]] = defaultdict(dict)
        self._by_letters: dict[str, dict[int, Bearer]] = defaultdict(dict)
        self._by_given: dict[str, dict[int, Bearer]] = defaultdict(dict)
        self._by_middle: dict[str, dict[int, Bearer]] = defaultdict(dict)
        for bearer in bearers:
            for core in bearer.cores:
                self._by_family[naming.sound(core[-1])][id(bearer)] = bearer
                self._by_letters[naming.consonants(core[-1])][id(bearer)] = bearer
                for word in (*core[1:-1], *core[-1].split("-")[:-1]):
                    self._by_middle[word][id(bearer)] = bearer
                if len(core) > 1:
                    self._by_given[core[0]][id(bearer)] = bearer

    def candidates(self, name: Name) -> list[Bearer]:
        """Return whose name in short it may be: by family name, else by given name, else by another."""
        word = name.core[0]
        by_family = self._by_family.get(naming.sound(word), {})
        by_given = self._by_given.get(word, {})
        if name.honorific in _WITH_GIVEN and by_given:
            return list(by_given.values())
        doubled = [bearer for bearer in self._by_middle.get(word, {}).values() if _doubled(word, bearer)]
        if not by_family and name.honorific and len(word) > 6:
            by_family = self._by_letters.get(naming.consonants(word), {})  # misspelt
        if by_family:
            return [*by_family.values(), *(bearer for bearer in doubled if id(bearer) not in by_family)]
        if name.rule == "context" and {"article", "matter"} & name.evidence:
            return []
        return list((by_given or (self._by_middle.get(word, {}) if name.rule != "context" else {})).values())


def _doubled(word: str, bearer: Bearer) -> bool:
    """Tell whether the article itself calls the bearer by a double family name that the word begins."""
    return any(len(core) == 2 and core[0] == word for core in bearer.cores)


def likeliest(name: Name, candidates: Sequence[Bearer]) -> Bearer | None:
    """Return the bearer whom a name of several means.

    Title and office tell, else who has been called by the short name before, else who was named most or last.
    """
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    gender = titles.HONORIFICS.get(name.honorific, "")
    fitting = [b for b in candidates if gender and b.gender == gender]
    fitting = fitting or [b for b in candidates if not gender or not b.gender] or list(candidates)
    if name.office is not None:
        title = name.office.office.title
        holders = [b for b in fitting if any(n.office and n.office.office.title == title for n in b.names)]
        fitting = holders or fitting

    def rank(bearer: Bearer) -> tuple[bool, bool, bool, int, int, int]:
        before = [n for n in bearer.names if n.start < name.start]
        after = [n.start - name.start for n in bearer.names if n.start > name.start]
        relative = any("relative" in n.evidence for n in bearer.names)
        short = sum(len(n.core) == 1 for n in before)
        distance = name.start - max(n.start for n in before) if before else min(after, default=0)
        if name.honorific and before and distance < _JUST_NOW:
            return (False, relative, False, distance, 0, 0)
        relative = relative or any("relation" in n.evidence for n in bearer.names)
        return (not before, relative, True, -short, -len(before), distance)

    return min(fitting, key=rank)
