"""Gatherings: which phrases name a summit, talks, a call or a visit of states, and which mean one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from dateline.model import Gathering


def find(nlp: Language, text: str) -> tuple[Gathering, ...]:
    """Return the gatherings of a text."""
    return tuple(nlp(text)._.gatherings)


def phrases(gathering: Gathering) -> list[str]:
    return [mention.text for mention in gathering.mentions]


def names(gathering: Gathering) -> set[str]:
    return {party.name for party in gathering.participants}


def date_text(doc: Doc, gathering: Gathering) -> str | None:
    return None if gathering.date is None else doc._.dates[gathering.date].text


@pytest.mark.parametrize(
    ("text", "kind", "phrase"),
    [
        ("Leaders gathered for the G20 summit in Lima.", "summit", "the G20 summit in Lima"),
        ("He attended a summit of 12 leaders.", "summit", "a summit of 12 leaders"),
        ("Friday’s summit ended late.", "summit", "Friday’s summit"),
        (
            "Peace talks between Sudan and Chad began on Monday.",
            "talks",
            "Peace talks between Sudan and Chad",
        ),
        (
            "It followed a phone call between the Swedish prime minister and the Polish president.",
            "call",
            "a phone call between the Swedish prime minister and the Polish president",
        ),
        (
            "The chiefs of defence meeting in Athens on Tuesday was short.",
            "meeting",
            "The chiefs of defence meeting in Athens on Tuesday",
        ),
        (
            "Finance ministers of the EU meet on Thursday.",
            "meeting",
            "Finance ministers of the EU meet on Thursday",
        ),
        (
            "President Daniel Otieno spoke by telephone to King Harald.",
            "call",
            "spoke by telephone to King Harald",
        ),
        ("President Daniel Otieno visited Oslo.", "visit", "visited Oslo"),
        ("Prime Minister Ingrid Solberg met King Harald.", "meeting", "met King Harald"),
        ("Norway hosted a donors' conference in Bergen.", "conference", "a donors' conference in Bergen"),
        ("It was agreed at the World Economic Forum.", "conference", "the World Economic Forum"),
    ],
)
def test_phrases_and_kinds(nlp: Language, text: str, kind: str, phrase: str) -> None:
    (found,) = find(nlp, text)
    assert found.kind == kind
    assert phrases(found) == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "The company's annual general meeting is on Friday.",
        "She told the Labour party conference that taxes would fall.",
        "The minister spoke at a news conference.",
        "Shareholders held a meeting in Leeds.",
        "The prime minister chaired a cabinet meeting.",
        "They answered the call for more doctors.",
        "In the event of a fire, leave the building.",
        "The team met their target.",
        "The talks show host retired.",
        "President Daniel Otieno would be happy to meet Ms Solberg.",
        "Ministers hold regular meetings with unions.",
    ],
)
def test_other_gatherings_and_mere_wishes_are_left_out(nlp: Language, text: str) -> None:
    assert find(nlp, text) == ()


def test_definite_phrases_mean_the_event_told_before(nlp: Language) -> None:
    (found,) = find(
        nlp,
        "Prime Minister Ingrid Solberg opened a summit of 12 leaders in Oslo.\n\n"
        "The gathering lasted two hours. Officials said the meeting was friendly.\n\n"
        "Tuesday's summit was the third.",
    )
    assert found.kind == "summit"
    assert found.place == "Oslo"
    assert found.country == "NO"
    assert phrases(found)[1:] == ["The gathering", "the meeting", "Tuesday's summit"]


def test_another_place_series_or_weekday_is_another_event(nlp: Language) -> None:
    found = find(
        nlp,
        "Leaders met at a Nato summit in Vilnius on Tuesday. The G7 summit in Kyoto will be held in May. "
        "EU ministers hold talks in Brussels on Friday.",
    )
    assert [g.place for g in found] == ["Vilnius", "Kyoto", "Brussels"]


def test_what_comes_before_a_summit_is_not_the_summit(nlp: Language) -> None:
    found = find(nlp, "Ms Solberg chaired a meeting of ten leaders before the summit in Riga.")
    assert [g.kind for g in found] == ["meeting", "summit"]


def test_a_headline_adds_to_an_event_but_opens_none(nlp: Language) -> None:
    (found,) = find(
        nlp, "Oslo summit opens\n\nLeaders arrived in Oslo for a summit on fishing. They were late."
    )
    assert phrases(found)[0] == "Oslo summit"
    assert find(nlp, "Kyoto summit opens\n\nThe shops were full. People were pleased.") == ()


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        ("The Polish and Swedish leaders held talks in Gdansk on Friday.", "Gdansk", "Friday"),
        ("Ministers will attend a G8 summit in Calgary in July.", "Calgary", "July"),
        ("A meeting of EU leaders was held at the White House on 3 May.", "White House", "3 May"),
        ("Presidents of both states met in the Oval Office on Monday.", "White House", "Monday"),
        ("The Lisbon summit of EU leaders in 2000 set the target.", "Lisbon", "2000"),
    ],
)
def test_place_and_date(nlp: Language, text: str, place: str, date: str) -> None:
    doc = nlp(text)
    (found,) = doc._.gatherings
    assert found.place == place
    assert date_text(doc, found) == date


@pytest.mark.parametrize(
    ("text", "company"),
    [
        (
            "Talks between President Daniel Otieno and Prime Minister Ingrid Solberg went well.",
            {"Daniel Otieno", "Ingrid Solberg"},
        ),
        ("Prime Minister Ingrid Solberg held talks with King Harald.", {"Ingrid Solberg", "King Harald"}),
        (
            "Prime Minister Ingrid Solberg’s call with King Harald was short.",
            {"Ingrid Solberg", "King Harald"},
        ),
        (
            "Prime Minister Ingrid Solberg met President Daniel Otieno in Oslo.",
            {"Ingrid Solberg", "Daniel Otieno"},
        ),
        ("Prime Minister Ingrid Solberg attended the Riga summit.", {"Ingrid Solberg"}),
        ("“We agree,” Prime Minister Ingrid Solberg said after the Riga summit.", {"Ingrid Solberg"}),
        ("The Riga summit was chaired by Prime Minister Ingrid Solberg.", {"Ingrid Solberg"}),
        ("The EU opened accession talks with Albania.", {"EU", "Albania"}),
    ],
)
def test_who_takes_part(nlp: Language, text: str, company: set[str]) -> None:
    (found,) = find(nlp, text)
    assert names(found) == company


PIECES = [
    "Leaders met in Oslo on Friday. ",
    "The summit in Riga, ",
    "Sunday’s summit ",
    "talks (with Chad) ",
    "between Sudan and ",
    "“talks” ",
    "a phone call between the Swedish prime minister and ",
    "\n\n",
    "🙂",
    ". ",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_offsets_always_index_the_text(nlp: Language, pieces: list[str]) -> None:
    text = "".join(pieces)
    for gathering in find(nlp, text):
        assert gathering.mentions
        for mention in gathering.mentions:
            assert text[mention.start : mention.end] == mention.text
        for party in gathering.participants:
            assert text[party.start : party.end] == party.name
