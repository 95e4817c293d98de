"""Who holds an office: role phrases bound to the people whom the articles call by it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dateline.linking import offices
from dateline.linking.office_facts import facts
from dateline.linking.role_binding import ENOUGH, Binding, Scene
from dateline.linking.tenures import Tenures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, MutableMapping

    from dateline.linking.identity import Identity
    from dateline.linking.individuals import Name
    from dateline.linking.office_facts import OfficeFacts
    from dateline.model import Office, RolePhrase, Source


class Holders:
    """The offices of a collection's people, and the role phrases that stand for them."""

    def __init__(self, identity: Identity, sources: MutableMapping[str, Source] | None = None) -> None:
        """Take who is who, and where the sources are kept, an empty one, if not in memory."""
        self.bound: dict[str, list[tuple[RolePhrase, Binding]]] = {}  #: the phrases of each article
        self._identity = identity
        self._sources: MutableMapping[str, Source] = {} if sources is None else sources
        self._days: dict[str, int] = {}
        self._asking: dict[Office, set[str]] = defaultdict(set)  #: the articles with phrases for an office
        self._facts: dict[Name, OfficeFacts] = {}
        self._tenures = Tenures(identity.individuals, self._facts)
        self._added: set[str] = set()

    def add(self, source: Source, day: int) -> None:
        """Count the role phrases of an article that is not there, written on the day."""
        id_ = source.article.id
        self._sources[id_], self._days[id_] = source, day
        self._added.add(id_)
        for role in source.extraction.roles:
            self._asking[role.office].add(id_)

    def remove(self, source: Source) -> None:
        """Forget an article that is there."""
        id_ = source.article.id
        day = self._days.pop(id_)
        for role in source.extraction.roles:
            self._asking[role.office].discard(id_)
        if id_ in self._added:
            self._added.discard(id_)
        else:
            self._tenures.release(id_, day, (role.office for role in source.extraction.roles))
        del self._sources[id_]
        self.bound.pop(id_, None)

    def settle(self, moved: Iterable[str], touched: Iterable[Name]) -> set[str]:
        """Return the articles whose role phrases stand for others than before.

        `moved` are the articles whose people are others, `touched` the individuals that may differ.
        """
        stale = set(moved) | self._added
        for key in touched:
            stale |= self._renew(key)
        stale |= self._tenures.settle(touched)
        rulings = self._identity.rulings
        stale |= {id_ for id_, _ in (*rulings.roles, *rulings.others) if id_ in self._sources}
        for id_ in self._added:
            roles = self._sources[id_].extraction.roles
            self._tenures.ask(id_, self._days[id_], (role.office for role in roles))
        self._added = set()
        changed = set()
        for id_ in stale:
            source = self._sources[id_]
            bound = self._scene(source).bind_all() if source.extraction.roles else []
            bound = self._ruled(id_, bound)
            if self.bound.get(id_) != bound:
                self.bound[id_] = bound
                changed.add(id_)
        return changed

    def _ruled(self, id_: str, bound: list[tuple[RolePhrase, Binding]]) -> list[tuple[RolePhrase, Binding]]:
        """Return the phrases of an article with whom they stand for by rulings, where there are any."""
        rulings = self._identity.rulings
        if not rulings.roles and not rulings.others:
            return bound
        found = dict(bound)
        for role in self._sources[id_].extraction.roles:
            place = id_, role.office
            not_her = {self._identity.key_at(spot) for spot in rulings.others.get(place, ())}
            if role in found and found[role].key in not_her:
                del found[role]
            spot = rulings.roles.get(place)
            key = self._identity.key_at(spot) if spot is not None else None
            if key is not None:
                found[role] = Binding(key, "as you have judged")
        return list(found.items())

    def _renew(self, key: Name) -> set[str]:
        """Look at the offices of an individual again; return the articles whose phrases they may touch."""
        individual, before = self._identity.individuals.get(key), self._facts.pop(key, None)
        if individual is None:
            return set()  # the articles of who is no more have moved
        known = self._facts[key] = facts(individual)
        if before is None or known == before:
            return set()
        touching = _touching(before, known)
        naming = set().union(*(tally.articles for tally in individual.tallies))
        return naming & set().union(*(asking for office, asking in self._asking.items() if touching(office)))

    def _scene(self, source: Source) -> Scene:
        id_ = source.article.id
        named: dict[Name, list[int]] = {}
        told: dict[Name, set[Office]] = {}
        for _, person, key, _ in self._identity.named(id_):
            named.setdefault(key, []).extend(mention.start for mention in person.mentions)
            full = self._facts[key].full
            given = {*person.offices, *offices.of_style(person)}
            told.setdefault(key, set()).update(full[office] for office in given)
        return Scene(
            source=source,
            named=named,
            facts={key: self._facts[key] for key in named},
            told={key: frozenset(offices) for key, offices in told.items()},
            holder=lambda office: self._tenures.holder(office, self._days[id_]),
        )


def _touching(before: OfficeFacts, after: OfficeFacts) -> Callable[[Office], bool]:
    """Return what tells whether a phrase for an office may stand for others once these facts have changed."""
    if before.placed != after.placed or any(before.full.get(o, f) != f for o, f in after.full.items()):
        return lambda _: True
    bare = before.bare ^ after.bare
    others = ({*before.held} ^ {*after.held}) | {office for office in after.held if office.title in bare}

    def touches(wanted: Office) -> bool:
        return any(
            offices.agree(wanted, office) >= ENOUGH or offices.other_field(wanted, office)
            for office in others
        )

    return touches
