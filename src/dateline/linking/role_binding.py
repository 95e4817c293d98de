"""Whom the role phrases of one article stand for: those whom it names, or who holds the office elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dateline.linking import discourse, introductions, offices
from dateline.linking.office_facts import label, place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dateline.linking.individuals import Name
    from dateline.linking.office_facts import OfficeFacts
    from dateline.model import Office, RolePhrase, Source

#: What `offices.agree` must give at least.
ENOUGH = 4
#: So many characters before a phrase somebody named beside it is another one.
_LIST = 120


class Binding(NamedTuple):
    """Whom a role phrase stands for, and why."""

    key: Name  #: of the individual
    reason: str
    weak: bool = False  #: a foreign office for a phrase that names no country


@dataclass(frozen=True, slots=True)
class Scene:
    """An article with all that its role phrases are judged by."""

    source: Source
    named: Mapping[Name, Sequence[int]]  #: where it names each individual, in the order of the text
    facts: Mapping[Name, OfficeFacts]  #: of these individuals
    told: Mapping[Name, frozenset[Office]]  #: offices that this article tells, with country or body
    holder: Callable[[Office], tuple[Name, str] | None]  #: who holds an office then, elsewhere

    def bind_all(self) -> list[tuple[RolePhrase, Binding]]:
        """Return the role phrases for which somebody is found, with whom they stand for.

        What settles one phrase settles the same office elsewhere in the article.
        """
        bound = {
            role: self._beside(role)
            or self._in_article(role)
            or self._ahead(role)
            or self._elsewhere(role)
            or self._before(role)
            for role in self.source.extraction.roles
        }
        open_ = [role for role, binding in bound.items() if binding is None or binding.weak]
        placed = {key for key in self.named if self.facts[key].placed or self._has_office(key)}
        placed |= {binding.key for binding in bound.values() if binding is not None and not binding.weak}
        guessed = discourse.guess(self.source, open_, self.named, placed)
        settled = {role.office: binding for role, binding in reversed(bound.items()) if binding is not None}
        settled |= _in_short(open_, settled)
        settled |= {office: Binding(key, "named before") for office, key in guessed.items()}
        return [
            (role, found)
            for role, binding in bound.items()
            if (found := settled.get(role.office) if binding is None or binding.weak else binding) is not None
        ]

    def _beside(self, role: RolePhrase) -> Binding | None:
        """Return the bearer whom the phrase introduces at once: "her Indian counterpart, …"."""
        key = introductions.apposed(self.source, role, self.named)
        return Binding(key, "named behind it") if key is not None else None

    def _before(self, role: RolePhrase) -> Binding | None:
        """Return the one just spoken of, by a former office or by another word for their field."""
        key = introductions.recalled(self.source, role, self.named)
        if key is not None and not self.facts[key].placed:
            return Binding(key, "named before")
        ministers = [
            key
            for key, starts in self.named.items()
            if min(starts) < role.mention.start
            and any(
                offices.other_field(role.office, office) and office not in self.told[key]
                for office in self.facts[key].held
            )
        ]
        return Binding(ministers[0], "minister in another article") if len(ministers) == 1 else None

    def _ahead(self, role: RolePhrase) -> Binding | None:
        """Return the bearer whom the article names in the next sentences."""
        known = {
            key
            for key, told in self.told.items()
            if any(office.title and not offices.agree(role.office, office) for office in told)
        }
        key = introductions.introduced(self.source, role, self.named, known)
        return Binding(key, "named next") if key is not None else None

    def _in_article(self, role: RolePhrase) -> Binding | None:
        """Return the best fitting bearer whom the article names, before the phrase rather than behind it."""
        at = role.mention.start
        best: tuple[tuple[bool, int, bool, int], Name, Office] | None = None
        for key, starts in self.named.items():
            before = max((start for start in starts if start < at), default=-1)
            for office in self.facts[key].held:
                fit = offices.agree(role.office, office)
                if fit < ENOUGH:
                    continue
                bare = not place(role.office) and office.title in self.facts[key].bare
                if not bare and _of_another(self.source, role, office, before):
                    continue
                rank = (before >= 0, fit, bare, before)
                if best is None or rank > best[0]:
                    best = (rank, key, office)
        if best is None:
            return None
        (named_before, _, bare, before), key, office = best
        where = "here" if office in self.told[key] else "in another article"
        foreign = not place(role.office) and bool(office.country) and not bare
        starts = self.named[key]
        near = before >= discourse.reach(self.source, at) and len(starts) > 1
        most = len(starts) == max(len(rows) for rows in self.named.values())
        return Binding(
            key, f"office: {label(office)} {where}", foreign and not (named_before and (near or most))
        )

    def _has_office(self, key: Name) -> bool:
        """Tell whether the article itself tells an office of the individual, be it a former one."""
        return any(office.title for office in self.told[key])

    def _elsewhere(self, role: RolePhrase) -> Binding | None:
        """Bind a role that names its country or body to the holder in the nearest article."""
        found = self.holder(role.office)
        return Binding(found[0], f"office: {found[1]} in another article") if found is not None else None


def _of_another(source: Source, role: RolePhrase, office: Office, before: int) -> bool:
    """Tell whether the holder of a foreign office is named in the sentence of a phrase without a country."""
    if place(role.office) or not office.country or before < 0:
        return False
    sentence = max(
        (start for start, _ in source.extraction.sentences if start <= role.mention.start), default=0
    )
    return before >= sentence and offices.rank(office) == "top" and before > role.mention.start - _LIST


def _in_short(open_: Sequence[RolePhrase], settled: Mapping[Office, Binding]) -> dict[Office, Binding]:
    """Return the only one whom "the minister" may mean once "the aid minister" is settled."""
    found = {}
    for role in open_:
        if place(role.office) or role.office.former:
            continue
        title = role.office.title
        full = {
            binding.key: binding
            for office, binding in settled.items()
            if (office.title.endswith(" " + title) and offices.rank(office) != "top")
            or (office.title == title and place(office))
        }
        if len(full) == 1 and role.office not in settled:
            found[role.office] = next(iter(full.values()))
    return found
