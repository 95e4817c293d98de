"""From the parties that extraction points at to actors of the collection."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from dateline.linking import offices
from dateline.model import LinkedParty

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model import LinkedActor, Office, Party, Source

#: The classes of office whose holder speaks for a state.
_OF_STATE = ("top", "minister")


class Parties:
    """Finds the actors that parties of pledges and gatherings point at, and the countries they speak for."""

    def __init__(
        self,
        sources: Sequence[Source],
        persons: Mapping[str, tuple[LinkedActor, ...]],
        states: Mapping[str, tuple[LinkedActor, ...]],
        bodies: Mapping[str, tuple[LinkedActor, ...]],
    ) -> None:
        """Take the sources and who is linked in each of their articles, by Article.id."""
        self._actors = {
            source.article.id: {
                "person": persons.get(source.article.id, ()),
                "country": states.get(source.article.id, ()),
                "organization": bodies.get(source.article.id, ()),
            }
            for source in sources
        }
        self._countries = {linked.actor.id: linked.actor.name for row in states.values() for linked in row}
        self._offices: dict[str, dict[str, list[Office]]] = defaultdict(lambda: defaultdict(list))
        for source in sources:
            self._note_offices(source, persons.get(source.article.id, ()))

    def _note_offices(self, source: Source, linked: Sequence[LinkedActor]) -> None:
        """Keep the offices that the article gives each person, by apposition or by role phrase."""
        id_ = source.article.id
        bearer = {mention.start: row.actor.id for row in linked for mention in row.mentions}
        for person in source.extraction.people:
            actor = bearer.get(person.mentions[0].start) if person.mentions else None
            if actor is not None:
                self._offices[actor][id_] += person.offices
        for role in source.extraction.roles:
            actor = bearer.get(role.mention.start)
            if actor is not None:
                self._offices[actor][id_].append(role.office)

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
        held = self._offices.get(person_id, {})
        own = self._state(held.get(article_id, ()))
        if own is None:
            others = Counter(self._state(offices) for _, offices in sorted(held.items()))
            del others[None]
            own = min(others, key=lambda code: (-others[code], code or "")) if others else None
        if own is None and any(_of_state(o) and not o.organization for row in held.values() for o in row):
            own = self._home(article_id)
        return None if own is None else LinkedParty("country", own, self._countries.get(own, own))

    def _state(self, offices: Sequence[Office]) -> str | None:
        for office in offices:
            if office.country and _of_state(office):
                return office.country
        return None

    def _home(self, article_id: str) -> str | None:
        """Return the country of an office that the article gives without: whose seat it names."""
        seats = {
            linked.actor.id
            for linked in self._actors[article_id]["country"]
            if any(mention.kind == "seat" for mention in linked.mentions)
        }
        return min(seats) if len(seats) == 1 else None


def _of_state(office: Office) -> bool:
    return not office.former and offices.rank(office) in _OF_STATE
