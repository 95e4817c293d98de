"""Who holds an office: role phrases bound to the people whom the articles call by it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.linking import discourse, introductions, offices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.linking.identity import Individual, Profile
    from dateline.model import Office, Person, RolePhrase, Source

#: What `offices.agree` must give at least.
_ENOUGH = 4
#: So many characters before a phrase somebody named beside it is another one.
_LIST = 120


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
    weak: bool = False  #: a foreign office for a phrase that names no country


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
        self._told: dict[int, dict[Office, set[str]]] = defaultdict(dict)  #: the articles that tell an office
        self._best: dict[Office, Sequence[Holding]] = {}
        self._bare: dict[int, set[str]] = {}  #: titles that some article gives without a country or body
        self._named: dict[str, dict[int, list[int]]] = defaultdict(dict)
        for number, individual in enumerate(individuals):
            for profile in sorted(individual.members):
                person = people[profile]
                starts = self._named[profile.article].setdefault(number, [])
                starts += [mention.start for mention in person.mentions]
                self._of[number] += [
                    Holding(office, number, profile.article)
                    for office in (*person.offices, *offices.of_style(person))
                ]
        for number, holdings in self._of.items():
            self._bare[number] = {h.office.title for h in holdings if not _place(h.office)}
            self._of[number] = _with_places(holdings)
            for holding in self._of[number]:
                self._told[number].setdefault(holding.office, set()).add(holding.article)

    def bind_all(self, source: Source) -> list[tuple[RolePhrase, Binding]]:
        """Return the role phrases of the source for which somebody is found, with whom they stand for.

        What settles one phrase settles the same office elsewhere in the article.
        """
        roles = source.extraction.roles
        named = self._named[source.article.id]
        bound = {
            role: self._beside(source, role)
            or self._in_article(source, role)
            or self._ahead(source, role)
            or self._elsewhere(source, role)
            or self._before(source, role)
            for role in roles
        }
        open_ = [role for role, binding in bound.items() if binding is None or binding.weak]
        placed = {number for number in named if self._is_placed(number)}
        placed |= {number for number in named if self._has_office(number, source.article.id)}
        placed |= {binding.number for binding in bound.values() if binding is not None and not binding.weak}
        guessed = discourse.guess(source, open_, named, placed)
        settled = {role.office: binding for role, binding in reversed(bound.items()) if binding is not None}
        settled |= _in_short(open_, settled)
        settled |= {office: Binding(number, "named before") for office, number in guessed.items()}
        return [
            (role, found)
            for role, binding in bound.items()
            if (found := settled.get(role.office) if binding is None or binding.weak else binding) is not None
        ]

    def _beside(self, source: Source, role: RolePhrase) -> Binding | None:
        """Return the bearer whom the phrase introduces at once: "her Indian counterpart, …"."""
        number = introductions.apposed(source, role, self._named[source.article.id])
        return Binding(number, "named behind it") if number is not None else None

    def _before(self, source: Source, role: RolePhrase) -> Binding | None:
        """Return the one just spoken of, by a former office or by another word for their field."""
        named = self._named[source.article.id]
        number = introductions.recalled(source, role, named)
        if number is not None and not self._is_placed(number):
            return Binding(number, "named before")
        ministers = [
            number
            for number, starts in named.items()
            if min(starts) < role.mention.start
            and any(
                offices.other_field(role.office, office) and source.article.id not in articles
                for office, articles in self._told[number].items()
            )
        ]
        return Binding(ministers[0], "minister in another article") if len(ministers) == 1 else None

    def _ahead(self, source: Source, role: RolePhrase) -> Binding | None:
        """Return the bearer whom the article names in the next sentences."""
        named = self._named[source.article.id]
        known = {
            number
            for number in named
            if any(
                office.title and source.article.id in articles and not offices.agree(role.office, office)
                for office, articles in self._told[number].items()
            )
        }
        number = introductions.introduced(source, role, named, known)
        return Binding(number, "named next") if number is not None else None

    def _in_article(self, source: Source, role: RolePhrase) -> Binding | None:
        """Return the best fitting bearer whom the article names, before the phrase rather than behind it."""
        article, at = source.article.id, role.mention.start
        best: tuple[tuple[bool, int, bool, int, int], Office] | None = None
        for number, starts in self._named[article].items():
            before = max((start for start in starts if start < at), default=-1)
            for office in self._told[number]:
                fit = offices.agree(role.office, office)
                if fit < _ENOUGH:
                    continue
                bare = not _place(role.office) and office.title in self._bare[number]
                if not bare and _of_another(source, role, office, before):
                    continue
                rank = (before >= 0, fit, bare, before, -number)
                if best is None or rank > best[0]:
                    best = (rank, office)
        if best is None:
            return None
        (named_before, _, bare, before, minus), office = best
        where = "here" if article in self._told[-minus][office] else "in another article"
        foreign = not _place(role.office) and bool(office.country) and not bare
        starts = self._named[article][-minus]
        near = before >= discourse.reach(source, at) and len(starts) > 1
        most = len(starts) == max(len(rows) for rows in self._named[article].values())
        weak = foreign and not (named_before and (near or most))
        return Binding(-minus, f"office: {_label(office)} {where}", weak)

    def _is_placed(self, number: int) -> bool:
        """Tell whether the articles give the individual an office that is held now."""
        return any(not office.former and office.title for office in self._told[number])

    def _has_office(self, number: int, article: str) -> bool:
        """Tell whether the article itself tells an office of the individual, be it a former one."""
        return any(office.title and article in articles for office, articles in self._told[number].items())

    def _elsewhere(self, source: Source, role: RolePhrase) -> Binding | None:
        """Bind a role that names its country or body to the holder in the nearest article."""
        holdings = self._fitting(role.office)
        if not holdings:
            return None
        day = _day(self._dates[source.article.id])
        holding = min(
            holdings, key=lambda h: (abs(_day(self._dates[h.article]) - day), h.number, _label(h.office))
        )
        return Binding(holding.number, f"office: {_label(holding.office)} in another article")

    def _fitting(self, office: Office) -> Sequence[Holding]:
        """Return the holdings of the whole collection that fit an office best."""
        if office not in self._best:
            fits: dict[int, set[Holding]] = defaultdict(set)
            if office.country or (office.organization and not office.organization.islower()):
                for holdings in self._of.values():
                    for holding in holdings:
                        fit = offices.agree(office, holding.office)
                        if fit > _ENOUGH and _place(holding.office):
                            fits[fit].add(holding)
            self._best[office] = tuple(fits[max(fits)]) if fits else ()
        return self._best[office]


@lru_cache(maxsize=65536)
def _day(iso: str) -> int:
    return dt.date.fromisoformat(iso).toordinal()


def _place(office: Office) -> str | None:
    return office.country or office.organization


def _with_places(holdings: Sequence[Holding]) -> list[Holding]:
    """Return the holdings, each with the country or body that another article gives the same office."""
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


def _of_another(source: Source, role: RolePhrase, office: Office, before: int) -> bool:
    """Tell whether the holder of a foreign office is named in the sentence of a phrase without a country."""
    if _place(role.office) or not office.country or before < 0:
        return False
    sentence = max(
        (start for start, _ in source.extraction.sentences if start <= role.mention.start), default=0
    )
    return before >= sentence and offices.rank(office) == "top" and before > role.mention.start - _LIST


def _in_short(open_: Sequence[RolePhrase], settled: Mapping[Office, Binding]) -> dict[Office, Binding]:
    """Return the only one whom "the minister" may mean once "the aid minister" is settled."""
    found = {}
    for role in open_:
        if _place(role.office) or role.office.former:
            continue
        title = role.office.title
        full = {
            binding.number: binding
            for office, binding in settled.items()
            if (office.title.endswith(" " + title) and offices.rank(office) != "top")
            or (office.title == title and _place(office))
        }
        if len(full) == 1 and role.office not in settled:
            found[role.office] = next(iter(full.values()))
    return found


def _label(office: Office) -> str:
    of = _place(office)
    return f"{office.title} of {of}" if of else office.title
