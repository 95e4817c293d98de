"""Who held an office on a day: for role phrases that name a country or body whose holder is named elsewhere.

Of those to whom some article gives the office that fits best, the holder is who has it in an article nearest
to the day.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.linking import office_facts, offices
from dateline.linking.office_facts import label, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.linking.individuals import Individual, Name
    from dateline.linking.office_facts import OfficeFacts
    from dateline.model import Office

#: What `offices.agree` must give more than.
_ENOUGH = 4


@dataclass(slots=True)
class _Wanted:
    """An office that role phrases name, and who may be meant."""

    fits: dict[Office, int] = field(default_factory=dict)  #: offices that somebody holds, how well they fit
    holders: dict[Name, tuple[str, list[int]]] = field(default_factory=dict)  #: with the office and its days
    articles: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))  #: that ask, by day
    answers: dict[int, tuple[Name, str] | None] = field(default_factory=dict)  #: by day


class Tenures:
    """The offices that the people of a collection hold, and those for whose holders its articles ask."""

    def __init__(self, individuals: Mapping[Name, Individual], known: Mapping[Name, OfficeFacts]) -> None:
        self._individuals = individuals
        self._known = known
        self._held: dict[Name, set[Office]] = {}
        self._holders: dict[Office, set[Name]] = {}
        self._wanted: dict[Office, _Wanted] = {}
        self._fitting: dict[Office, set[Office]] = defaultdict(set)  #: wanted offices that a held one fits
        self._unsettled: set[Office] = set()

    def ask(self, article: str, day: int, wanted: Iterable[Office]) -> None:
        """Note that an article that was written on the day has phrases for these offices."""
        for office in set(filter(is_telling, wanted)):
            if office not in self._wanted:
                self._wanted[office] = _Wanted()
                for held in self._holders:
                    self._fit(office, held)
                self._refresh(office)
            row = self._wanted[office]
            if day not in row.articles:
                row.answers[day] = _nearest(row.holders, day)
            row.articles[day].add(article)

    def release(self, article: str, day: int, wanted: Iterable[Office]) -> None:
        """Forget what an article asked."""
        for office in set(filter(is_telling, wanted)):
            row = self._wanted[office]
            row.articles[day].discard(article)
            if not row.articles[day]:
                del row.articles[day], row.answers[day]

    def holder(self, office: Office, day: int) -> tuple[Name, str] | None:
        """Return who held an office for which an article of that day asks, and the office in words."""
        row = self._wanted.get(office)
        return row.answers.get(day) if row is not None else None

    def settle(self, touched: Iterable[Name]) -> set[str]:
        """Take note of individuals that may differ; return the articles that get another answer."""
        stale: set[Office] = set()
        for key in touched:
            before = self._held.pop(key, set())
            held = {o for o in self._known[key].held if place(o)} if key in self._known else set()
            if held:
                self._held[key] = held
            for office in held - before:
                if office not in self._holders:
                    self._holders[office] = set()
                    for wanted in self._wanted:
                        self._fit(wanted, office)
                self._holders[office].add(key)
            stale.update(*(self._fitting[office] for office in before | held if office in self._fitting))
            for office in before - held:
                self._holders[office].discard(key)
                if not self._holders[office]:
                    self._forget(office)
        changed: set[str] = set()
        for wanted in stale:
            changed |= self._refresh(wanted)
        return changed

    def _fit(self, wanted: Office, held: Office) -> None:
        fit = offices.agree(wanted, held)
        if fit > _ENOUGH:
            self._wanted[wanted].fits[held] = fit
            self._fitting[held].add(wanted)

    def _forget(self, held: Office) -> None:
        """Forget an office that nobody holds any more."""
        del self._holders[held]
        for wanted in self._fitting.pop(held, ()):
            del self._wanted[wanted].fits[held]

    def _refresh(self, wanted: Office) -> set[str]:
        """Find anew who may be meant by an office; return the articles that get another answer."""
        row = self._wanted[wanted]
        best = max(row.fits.values(), default=0)
        fitting = {office for office, fit in row.fits.items() if fit == best}
        names = set().union(*(self._holders[office] for office in fitting))
        holders = {}
        for name in names:
            held = fitting & self._held[name]
            alone = len(names) == 1
            days = [] if alone else office_facts.days(self._individuals[name], self._known[name], held)
            holders[name] = min(map(label, held)), days
        if holders == row.holders:
            return set()
        row.holders = holders
        changed: set[str] = set()
        for day, before in row.answers.items():
            row.answers[day] = _nearest(holders, day)
            if row.answers[day] != before:
                changed |= row.articles[day]
        return changed


def is_telling(office: Office) -> bool:
    """Tell whether a phrase for the office names a country or body: its holder may be named elsewhere."""
    return bool(office.country or (office.organization and not office.organization.islower()))


def _nearest(holders: Mapping[Name, tuple[str, list[int]]], day: int) -> tuple[Name, str] | None:
    """Return who holds an office in an article nearest to the day, and the office in words."""
    if not holders:
        return None
    name = min(holders, key=lambda name: (_distance(holders[name][1], day), name))
    return name, holders[name][0]


def _distance(days: Sequence[int], day: int) -> int:
    """Return how far the nearest of the days is; 0 where there is none."""
    at = bisect_left(days, day)
    return min((abs(day - near) for near in days[max(0, at - 1) : at + 1]), default=0)
