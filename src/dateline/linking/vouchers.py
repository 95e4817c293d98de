"""Which dated articles vouch for the year of an undated one: those that share its rare actors.

How rare an actor is counts in steps that double, and so does the number of articles up to which one is rare:
an article more then leaves nearly all others as they are, and any order of additions and removals gives the
same vouchers.
"""

from __future__ import annotations

import datetime as dt
from bisect import insort
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.model import Source

#: An actor is rare where at most so many articles, or about one in so many, name it.
_FEW, _SHARE = 5, 20
_VOUCHERS = 12  #: so many articles vouch at most, those that share the most


@dataclass(frozen=True, slots=True)
class Voucher:
    """A dated article that vouches for another one, and how much it shares with it."""

    source: Source
    day: dt.date
    weight: float


class Circle:
    """Who names whom: the actors of each article, how rare they are, and who vouches for the undated."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        """Take where the sources are that will be added, by Article.id."""
        self._sources = sources
        self._actors: dict[str, list[str]] = {}
        self._dated: dict[str, set[str]] = defaultdict(set)  #: the articles that name an actor
        self._undated: dict[str, set[str]] = defaultdict(set)
        self._closest: dict[str, list[tuple[float, str]]] = {}  #: vouchers of an undated article, best first
        self._few = _FEW
        self._before: dict[str, int] = {}  #: how many articles named an actor when all was settled
        self._added: set[str] = set()
        self._unsettled: set[str] = set()

    def add(self, source: Source) -> None:
        """Count an article that is not in the circle."""
        id_ = source.article.id
        self._actors[id_] = sorted(_actors(source))
        dated = source.article.declared_date is not None
        for actor in self._actors[id_]:
            self._before.setdefault(actor, self._count(actor))
            (self._dated if dated else self._undated)[actor].add(id_)
        if dated:
            self._added.add(id_)
        else:
            self._unsettled.add(id_)

    def remove(self, source: Source) -> None:
        """Forget an article that is in the circle."""
        id_ = source.article.id
        for actor in self._actors.pop(id_):
            self._before.setdefault(actor, self._count(actor))
            self._dated[actor].discard(id_)
            self._undated[actor].discard(id_)
            vouched = (other for other in self._undated[actor] if other in self._closest)
            self._unsettled.update(o for o in vouched if any(id_ == own for _, own in self._closest[o]))
        self._closest.pop(id_, None)
        self._added.discard(id_)
        self._unsettled.discard(id_)

    def settle(self) -> set[str]:
        """Return the undated articles whose vouchers are others than before."""
        few = _step(max(_FEW, len(self._actors) // _SHARE))
        touched = set(self._unsettled)
        if few != self._few:
            touched.update(*self._undated.values())
        for actor, count in self._before.items():
            if _rarity(count, self._few) != _rarity(self._count(actor), few):
                touched |= self._undated[actor]
        self._few = few
        changed = {id_ for id_ in touched if self._seek(id_)}
        for id_ in sorted(self._added):
            changed |= {other for other in self._sharing(id_) - touched if self._offer(other, id_)}
        self._before, self._added, self._unsettled = {}, set(), set()
        return changed

    def vouchers(self, id_: str) -> list[Voucher]:
        """Return the dated articles that share rare actors with an undated one, the closest first."""
        found = []
        for minus, other in self._closest.get(id_, ()):
            source = self._sources[other]
            day = dt.date.fromisoformat(source.article.declared_date or "")
            found.append(Voucher(source, day, -minus))
        return found

    def _count(self, actor: str) -> int:
        return len(self._dated[actor]) + len(self._undated[actor])

    def _weight(self, actors: Iterable[str]) -> float:
        rare = (_rarity(self._count(actor), self._few) for actor in actors)
        return sum(1 / rarity for rarity in rare if rarity)

    def _sharing(self, id_: str) -> set[str]:
        """Return the undated articles that name an actor of the article."""
        return set().union(*(self._undated[actor] for actor in self._actors[id_]))

    def _seek(self, id_: str) -> bool:
        """Find the vouchers of an undated article; tell whether they are others than before."""
        weights: dict[str, float] = defaultdict(float)
        for actor in self._actors[id_]:
            if rarity := _rarity(self._count(actor), self._few):
                for other in self._dated[actor]:
                    weights[other] += 1 / rarity
        before = self._closest.get(id_)
        self._closest[id_] = sorted((-weight, other) for other, weight in weights.items())[:_VOUCHERS]
        return before != self._closest[id_] or id_ in self._unsettled

    def _offer(self, id_: str, other: str) -> bool:
        """Let a new article vouch for an undated one; tell whether it is close enough."""
        named = set(self._actors[other])
        weight = self._weight(actor for actor in self._actors[id_] if actor in named)
        row = (-weight, other)
        closest = self._closest[id_]
        if not weight or (len(closest) == _VOUCHERS and row > closest[-1]):
            return False
        insort(closest, row)
        del closest[_VOUCHERS:]
        return True


def _step(count: int) -> int:
    """Return the largest of 5, 10, 20, … that the count reaches; below 5 the count itself."""
    return count if count < _FEW else int(_FEW * 2 ** ((count // _FEW).bit_length() - 1))


def _rarity(count: int, few: int) -> int:
    """Return how many articles name an actor, roughly; 0 where they are too many to tell anything."""
    return _step(count) if count <= few else 0


def _actors(source: Source) -> frozenset[str]:
    """Return keys of the people with their full names and of the organizations that an article names."""
    people = (fold(person.name) for person in source.extraction.people)
    bodies = (fold(body.name) for body in source.extraction.organizations)
    return frozenset(
        {f"person {name}" for name in people if " " in name} | {f"body {name}" for name in bodies}
    )
