"""The actors of one type: what is known of each, and where each article mentions them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from dateline.linking.blocks import Numbered, Ordered
from dateline.linking.register import Changed, Register
from dateline.model import LinkedActor
from dateline.text import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import Actor, Mention, Office

K = TypeVar("K", bound=Ordered)


class Appearance(NamedTuple, Generic[K]):
    """An actor's mentions in one article."""

    key: K
    mentions: tuple[Mention, ...]
    offices: tuple[Office, ...] = ()  #: that this article's appositions give a person


class Cast(Generic[K]):
    """The actors of one type by a key that outlives a change of their ids.

    What articles show is kept apart from what is known of an actor, so that a new wording of somebody who is
    in every article leaves the articles as they are.
    """

    def __init__(self) -> None:
        self.actors: Register[K, Actor] = Register()
        self.articles: dict[K, set[str]] = defaultdict(set)  #: in which each actor is mentioned
        self._moved: set[str] = set()
        self._rows: dict[str, tuple[Appearance[K], ...]] = {}

    def show(self, article: str, rows: Sequence[Appearance[K]]) -> None:
        """Note who appears in an article now."""
        before, after = self._rows.get(article), tuple(rows)
        if before == after:
            return
        for row in before or ():
            self.articles[row.key].discard(article)
        for row in after:
            self.articles[row.key].add(article)
        self._rows[article] = after
        self._moved.add(article)

    def drop(self, article: str) -> None:
        """Forget an article."""
        for row in self._rows.pop(article, ()):
            self.articles[row.key].discard(article)
        self._moved.discard(article)

    def know(self, key: K, actor: Actor | None) -> None:
        """Note what is known of an actor, None where there is none any more."""
        before = self.actors.know(key, actor)
        if before is not None and actor is not None and (before.id, before.name) != (actor.id, actor.name):
            self._moved |= self.articles[key]

    def linked(self, article: str) -> tuple[LinkedActor, ...]:
        """Return the actors of an article with all that is known of them."""
        return tuple(LinkedActor(self.actors[row.key], *row[1:]) for row in self._rows.get(article, ()))

    def moved(self) -> set[str]:
        """Return the articles whose appearances, or names in them, have changed since this was asked."""
        moved, self._moved = self._moved, set()
        return moved

    def told(self) -> Changed:
        """Return the ids of the actors that have changed since this was last asked."""
        return self.actors.told()

    def sharing(self) -> set[str]:
        """Return the articles that mention somebody of whom something else is known."""
        return set().union(*(self.articles[key] for key in self.actors.changed()))


class NamedCast(Cast[K]):
    """Actors whose ids come from their names, numbered where several have one name."""

    def __init__(self) -> None:
        super().__init__()
        self._drafts: dict[K, Actor] = {}
        self._ids: Numbered[K] = Numbered()
        self._unnumbered: set[K] = set()

    def draft(self, key: K, actor: Actor | None, rank: Ordered = 0, base: str = "") -> None:
        """Note what is known of an actor but for its id, which is made of the base, else of the name.

        Of one base they are numbered by rank.
        """
        if actor is None:
            self._drafts.pop(key, None)
            self._ids.drop(key)
            self.know(key, None)
            self._unnumbered.discard(key)
        else:
            self._drafts[key] = actor
            self._ids.put(key, base or slug(actor.name) or actor.type, rank)
            self._unnumbered.add(key)

    def number(self) -> None:
        """Give the actors their ids."""
        for key in self._ids.settle() | self._unnumbered:
            self.know(key, replace(self._drafts[key], id=self._ids.ids[key]))
        self._unnumbered = set()
