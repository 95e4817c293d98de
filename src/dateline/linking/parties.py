"""From the parties that extraction points at to actors of the collection."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from dateline.extraction.gazetteer import short_names
from dateline.linking import offices
from dateline.linking.blocks import count
from dateline.model import LinkedParty

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.model import LinkedActor, Office, Party, Source

#: The classes of office whose holder speaks for a state.
_OF_STATE = ("top", "minister")


class _Standing(NamedTuple):
    """What one article tells of whom a person speaks for."""

    state: str | None  #: of the first office of state that it gives
    home: bool  #: whether it gives one that may be of the country where the article is at home


@dataclass(slots=True)
class _Spokesman:
    """For whom a person speaks, as all articles tell it."""

    states: dict[str, int] = field(default_factory=dict)  #: articles by the state that they tell
    home: int = 0  #: articles that give an office which may be of their own country
    articles: set[str] = field(default_factory=set)  #: that mention the person

    @property
    def usual(self) -> tuple[str | None, bool]:
        """Return the state that most articles tell, and whether an office may be of another one."""
        state = min(self.states, key=lambda code: (-self.states[code], code), default=None)
        return state, self.home > 0


class Parties:
    """Finds the actors that parties of pledges and gatherings point at, and the countries they speak for."""

    def __init__(
        self,
        sources: Iterable[Source] = (),
        persons: Mapping[str, tuple[LinkedActor, ...]] | None = None,
        states: Mapping[str, tuple[LinkedActor, ...]] | None = None,
        bodies: Mapping[str, tuple[LinkedActor, ...]] | None = None,
    ) -> None:
        """Take the sources and who is linked in each of their articles, by Article.id."""
        self._actors: dict[str, dict[str, Sequence[LinkedActor]]] = {}
        self._standing: dict[str, dict[str, _Standing]] = {}  #: of the persons of each article
        self._people: dict[str, _Spokesman] = defaultdict(_Spokesman)
        self._before: dict[str, tuple[str | None, bool]] = {}  #: of those told of since all was settled
        self._shown: set[str] = set()
        for source in sources:
            rows = ((of or {}).get(source.article.id, ()) for of in (persons, states, bodies))
            self.show(source, *rows)

    def show(
        self,
        source: Source,
        persons: Sequence[LinkedActor],
        states: Sequence[LinkedActor],
        bodies: Sequence[LinkedActor],
    ) -> None:
        """Take who is linked in an article now."""
        id_ = source.article.id
        self.drop(id_)
        self._shown.add(id_)
        self._actors[id_] = {"person": persons, "country": states, "organization": bodies}
        self._standing[id_] = {
            person: _Standing(_state(given), any(_of_state(o) and not o.organization for o in given))
            for person, given in _offices(source, persons).items()
        }
        for person in {linked.actor.id for linked in persons}:
            self._note(person)
            self._people[person].articles.add(id_)
        for person, standing in self._standing[id_].items():
            self._count(person, standing, 1)

    def drop(self, id_: str) -> None:
        """Forget an article, where it is known."""
        self._shown.discard(id_)
        for person, standing in self._standing.pop(id_, {}).items():
            self._count(person, standing, -1)
        for linked in self._actors.pop(id_, {}).get("person", ()):
            self._note(linked.actor.id)
            self._people[linked.actor.id].articles.discard(id_)

    def settle(self) -> set[str]:
        """Return the articles whose parties may be others than when this was last asked."""
        changed = self._shown
        for person, before in self._before.items():
            if self._people[person].usual != before:
                changed |= self._people[person].articles
            if not self._people[person].articles:
                del self._people[person]
        self._shown, self._before = set(), {}
        return changed

    def _count(self, person: str, standing: _Standing, step: int) -> None:
        self._note(person)
        if standing.state is not None:
            count(self._people[person].states, standing.state, step)
        self._people[person].home += step * standing.home

    def _note(self, person: str) -> None:
        if person not in self._before:
            self._before[person] = self._people[person].usual

    def resolve(self, article_id: str, party: Party | None) -> LinkedParty | None:
        """Return the actor whose mention the party points at; its own words, id None, where there is none."""
        if party is None:
            return None
        best: tuple[int, LinkedActor] | None = None
        for linked in self._actors[article_id].get(party.type, ()):
            for mention in linked.mentions:
                shared = min(mention.end, party.end) - max(mention.start, party.start)
                if shared > 0 and (best is None or shared > best[0]):
                    best = (shared, linked)
        if best is None:
            return LinkedParty(party.type, None, party.name)
        return LinkedParty(party.type, best[1].actor.id, best[1].actor.name)

    def country_of(self, person_id: str, article_id: str) -> LinkedParty | None:
        """Return the country for which the person speaks by office: as told here, else elsewhere."""
        here = self._standing.get(article_id, {}).get(person_id)
        own = here.state if here is not None else None
        if own is None and person_id in self._people:
            own, home = self._people[person_id].usual
            if own is None and home:
                own = self._home(article_id)
        return None if own is None else LinkedParty("country", own, short_names().get(own, own))

    def _home(self, article_id: str) -> str | None:
        """Return the country of an office that the article gives without: whose seat it names."""
        seats = {
            linked.actor.id
            for linked in self._actors[article_id]["country"]
            if any(mention.kind == "seat" for mention in linked.mentions)
        }
        return min(seats) if len(seats) == 1 else None


def _offices(source: Source, persons: Iterable[LinkedActor]) -> dict[str, list[Office]]:
    """Return the offices that the article gives each person, by apposition or by role phrase."""
    found: dict[str, list[Office]] = defaultdict(list)
    bearer = {mention.start: row.actor.id for row in persons for mention in row.mentions}
    for person in source.extraction.people:
        actor = bearer.get(person.mentions[0].start) if person.mentions else None
        if actor is not None:
            found[actor] += person.offices
    for role in source.extraction.roles:
        actor = bearer.get(role.mention.start)
        if actor is not None:
            found[actor].append(role.office)
    return found


def _state(offices: Iterable[Office]) -> str | None:
    return next((office.country for office in offices if office.country and _of_state(office)), None)


def _of_state(office: Office) -> bool:
    return not office.former and offices.rank(office) in _OF_STATE
