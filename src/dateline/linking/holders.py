"""Who holds an office: role phrases bound to the people whom the articles call by it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.linking import titles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.linking.identity import Individual, Profile
    from dateline.model import Office, Person, RolePhrase, Source

#: A role whose bearer no article names by office goes to who is named within so many sentences before it.
_NEAR = 3
#: Offices of a state that a text need not give a country: the outlet's own is meant.
_ENOUGH = 4
_BARELY = 1


@dataclass(frozen=True, slots=True)
class Holding:
    """An office that an article gives an individual."""

    office: Office
    number: int  #: of the individual
    article: str


@dataclass(frozen=True, slots=True)
class Binding:
    """Whom a role phrase stands for, and why."""

    number: int
    reason: str


class Holders:
    """The offices of a collection's people."""

    def __init__(
        self,
        individuals: Sequence[Individual],
        people: Mapping[Profile, Person],
        dates: Mapping[str, str],
    ) -> None:
        self._dates = dates
        self._of: dict[int, list[Holding]] = defaultdict(list)
        self._bare: dict[int, set[str]] = {}  #: titles that some article gives without a country or body
        self._named: dict[str, dict[int, list[int]]] = defaultdict(dict)
        for number, individual in enumerate(individuals):
            for profile in sorted(individual.members):
                person = people[profile]
                starts = self._named[profile.article].setdefault(number, [])
                starts += [mention.start for mention in person.mentions]
                self._of[number] += [
                    Holding(office, number, profile.article)
                    for office in (*person.offices, *titles.of_style(person))
                ]
        for number, holdings in self._of.items():
            self._bare[number] = {h.office.title for h in holdings if not _place(h.office)}
            self._of[number] = _with_places(holdings)

    def bind_all(self, source: Source) -> list[tuple[RolePhrase, Binding]]:
        """Return the role phrases of the source for which somebody is found, with whom they stand for.

        What the article's surroundings settle for one phrase holds for the same office elsewhere in it.
        """
        bound: list[tuple[RolePhrase, Binding | None]] = []
        called: dict[int, str] = {}
        for role in source.extraction.roles:
            binding = self._bind(source, role) or self._by_context(source, role, called)
            if binding is not None:
                called.setdefault(binding.number, role.office.title)
            bound.append((role, binding))
        settled = {role.office: binding for role, binding in reversed(bound) if binding is not None}
        return [
            (role, found)
            for role, binding in bound
            if (found := binding or settled.get(role.office)) is not None
        ]

    def _bind(self, source: Source, role: RolePhrase) -> Binding | None:
        """Return who holds the office: one named in the article, else the collection's holder in that time."""
        return (
            self._in_article(source, role, _ENOUGH)
            or self._elsewhere(source, role)
            or self._in_article(source, role, _BARELY)
        )

    def _in_article(self, source: Source, role: RolePhrase, enough: int) -> Binding | None:
        article, at = source.article.id, role.mention.start
        best: tuple[tuple[bool, int, bool, int, int], Binding] | None = None
        for number, starts in self._named[article].items():
            before = max((start for start in starts if start < at), default=-1)
            for holding in self._of[number]:
                fit = titles.agree(role.office, holding.office)
                if fit < enough:
                    continue
                bare = not _place(role.office) and holding.office.title in self._bare[number]
                rank = (before >= 0, fit, bare, before, -number)
                if best is None or rank > best[0]:
                    where = "here" if holding.article == article else "in another article"
                    best = (rank, Binding(number, f"office: {_label(holding.office)} {where}"))
        return best[1] if best else None

    def _by_context(self, source: Source, role: RolePhrase, called: Mapping[int, str]) -> Binding | None:
        """Bind a role to who was named just before, if no article tells an office of theirs.

        That is who the article speaks of most, or else the last one named, if there is nobody else without
        office near by.
        """
        office = role.office
        if office.organization or office.former or not role.mention.text.lower().startswith("the "):
            return None
        if titles.rank(office) not in ("top", "minister"):
            return None
        named = self._named[source.article.id]
        at = role.mention.start
        window = _sentence_before(source, at, _NEAR)
        recent = {
            number: max(start for start in starts if window <= start < at)
            for number, starts in named.items()
            if any(window <= start < at for start in starts)
        }
        free = [n for n in recent if not self._is_placed(n) and called.get(n, office.title) == office.title]
        most = max((len(starts) for starts in named.values()), default=0)
        chosen = [n for n in free if len(named[n]) == most]
        if not chosen and len(free) == 1 and recent[free[0]] == max(recent.values()):
            chosen = free
        if not chosen:
            return None
        return Binding(max(chosen, key=lambda n: (recent[n], -n)), "named just before")

    def _is_placed(self, number: int) -> bool:
        """Tell whether the articles give the individual an office that is held now."""
        return any(not h.office.former and titles.rank(h.office) for h in self._of[number])

    def _elsewhere(self, source: Source, role: RolePhrase) -> Binding | None:
        """Bind a role that names its country or body to the holder in the nearest article."""
        if not (role.office.country or role.office.organization):
            return None
        if role.office.organization and role.office.organization.islower():
            return None
        day = dt.date.fromisoformat(self._dates[source.article.id])
        found: list[tuple[int, int, int, Holding]] = []
        for holdings in self._of.values():
            for holding in holdings:
                fit = titles.agree(role.office, holding.office)
                if fit > _ENOUGH and (holding.office.country or holding.office.organization):
                    gap = abs((dt.date.fromisoformat(self._dates[holding.article]) - day).days)
                    found.append((-fit, gap, holding.number, holding))
        if not found:
            return None
        *_, holding = min(found, key=lambda row: row[:3])
        return Binding(holding.number, f"office: {_label(holding.office)} in another article")


def _sentence_before(source: Source, at: int, count: int) -> int:
    """Return the start of the sentence that stands so many before the one at the offset."""
    starts = [start for start, _ in source.extraction.sentences if start <= at]
    return starts[max(0, len(starts) - 1 - count)] if starts else 0


def _place(office: Office) -> str | None:
    return office.country or office.organization


def _with_places(holdings: Sequence[Holding]) -> list[Holding]:
    """Return the holdings; where an office lacks the country or body that another article gives, with that."""
    places: dict[tuple[str, bool], Office] = {}
    for holding in holdings:
        if _place(holding.office):
            places.setdefault((holding.office.title, holding.office.former), holding.office)
    found = []
    for holding in holdings:
        full = places.get((holding.office.title, holding.office.former))
        bare = not _place(holding.office) and full is not None
        found.append(replace(holding, office=full) if bare and full is not None else holding)
    return found


def _label(office: Office) -> str:
    of = _place(office)
    return f"{office.title} of {of}" if of else office.title
