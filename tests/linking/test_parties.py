"""From parties to actors, and from persons to the countries for which they speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.linking.parties import Parties
from dateline.model import (
    Actor,
    Article,
    Extraction,
    LinkedActor,
    LinkedParty,
    Mention,
    Office,
    Party,
    Person,
    RolePhrase,
    Source,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = Mention(0, 16, "Edmund Harcastle", "name", "test")
ROLE = Mention(30, 48, "the prime minister", "role", "office")
BRITAIN = LinkedActor(Actor("country", "GB", "United Kingdom"), (Mention(60, 67, "Britain", "name", "test"),))


def source(name: str, offices: Sequence[Office] = (), role: Office | None = None) -> Source:
    """Return an article that names Edmund Harcastle and perhaps his role."""
    people = (Person("Edmund Harcastle", "Edmund", "Harcastle", (NAME,), tuple(offices)),)
    roles = (RolePhrase(ROLE, role),) if role else ()
    article = Article(name, name, "derived", None, None, " " * 100)
    return Source(article, Extraction(name, "test", people=people, roles=roles), "2020-01-01")


def parties(*sources: Source, states: Sequence[LinkedActor] = (BRITAIN,)) -> Parties:
    """Return the parties of articles that all name the same person and the same countries."""
    harcastle = Actor("person", "edmund-harcastle", "Edmund Harcastle")
    persons = {s.article.id: (LinkedActor(harcastle, (NAME, ROLE)),) for s in sources}
    return Parties(
        sources,
        persons,
        {s.article.id: tuple(states) for s in sources},
        {s.article.id: () for s in sources},
    )


def test_a_party_is_the_actor_at_its_place() -> None:
    found = parties(source("a"))
    expected = LinkedParty("person", "edmund-harcastle", "Edmund Harcastle")
    assert found.resolve("a", Party("person", "Harcastle", 7, 16)) == expected
    assert found.resolve("a", Party("person", "the prime minister", 30, 48)) == expected
    assert found.resolve("a", Party("country", "Britain", 60, 67)) == LinkedParty(
        "country", "GB", "United Kingdom"
    )


def test_what_is_nobody_keeps_its_words() -> None:
    found = parties(source("a"))
    assert found.resolve("a", None) is None
    assert found.resolve("a", Party("group", "European leaders", 0, 16)) == LinkedParty(
        "group", None, "European leaders"
    )
    assert found.resolve("a", Party("person", "she", 90, 93)) == LinkedParty("person", None, "she")


def test_the_mention_that_shares_most_is_meant() -> None:
    narrow = LinkedActor(Actor("country", "FR", "France"), (Mention(55, 62, "French …", "demonym", "test"),))
    found = parties(source("a"), states=(narrow, BRITAIN))
    party = found.resolve("a", Party("country", "Britain", 60, 67))
    assert party is not None
    assert party.id == "GB"


def test_who_holds_a_national_office_speaks_for_the_country() -> None:
    here = parties(source("a", [Office("prime minister", country="GB")]))
    assert here.country_of("edmund-harcastle", "a") == LinkedParty("country", "GB", "United Kingdom")
    elsewhere = parties(source("a"), source("b", [Office("chancellor", country="GB")]))
    assert elsewhere.country_of("edmund-harcastle", "a") == LinkedParty("country", "GB", "United Kingdom")
    by_role = parties(source("a", role=Office("prime minister", country="GB")))
    assert by_role.country_of("edmund-harcastle", "a") == LinkedParty("country", "GB", "United Kingdom")


def test_a_seat_of_government_tells_the_country_of_a_bare_office() -> None:
    seat = LinkedActor(BRITAIN.actor, (Mention(60, 74, "Downing Street", "seat", "test"),))
    found = parties(source("a", [Office("prime minister")]), states=(seat,))
    assert found.country_of("edmund-harcastle", "a") == LinkedParty("country", "GB", "United Kingdom")


def test_others_speak_for_no_country() -> None:
    for office in (
        Office("president", organization="European Council"),
        Office("coach", country="GB"),
        Office("prime minister", country="GB", former=True),
    ):
        assert parties(source("a", [office])).country_of("edmund-harcastle", "a") is None
    assert parties(source("a")).country_of("nobody", "a") is None
