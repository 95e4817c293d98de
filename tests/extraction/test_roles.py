"""Role phrases that stand alone for one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.model import Office

if TYPE_CHECKING:
    from spacy.language import Language


def roles(nlp: Language, text: str) -> list[tuple[str, Office]]:
    """Return the role phrases of a text with their offices, after a check of the offsets."""
    doc = nlp(text)
    for role in doc._.roles:
        assert text[role.mention.start : role.mention.end] == role.mention.text
        assert role.mention.kind == "role"
    return [(role.mention.text, role.office) for role in doc._.roles]


@pytest.mark.parametrize(
    ("text", "phrase", "office"),
    [
        ("The French president left early.", "The French president", Office("president", country="FR")),
        ("Later the Prime Minister flew home.", "the Prime Minister", Office("prime minister")),
        ("It accused the US leader of delay.", "the US leader", Office("leader", country="US")),
        (
            "She called India's finance minister.",
            "India's finance minister",
            Office("finance minister", country="IN"),
        ),
        ("He met his Ukrainian counterpart.", "Ukrainian counterpart", Office("counterpart", country="UA")),
        (
            "Critics of the foreign secretary's plan met.",
            "the foreign secretary",
            Office("foreign secretary"),
        ),
        (
            "It was up to the president of the European Commission to reply.",
            "the president of the European Commission",
            Office("president", organization="European Commission"),
        ),
        ("The Nato chief agreed.", "The Nato chief", Office("chief", organization="Nato")),
        (
            "The former Iraqi president appealed.",
            "The former Iraqi president",
            Office("president", country="IQ", former=True),
        ),
        ("The PM dug in.", "The PM", Office("prime minister")),
        (
            "Peru's ambassador to Norway resigned.",
            "Peru's ambassador to Norway",
            Office("ambassador", country="PE"),
        ),
        (
            "Norway will not join, its foreign minister said in Oslo.",
            "foreign minister",
            Office("foreign minister", country="NO"),
        ),
        (
            "The US grain market watchdog's chairman has resigned.",
            "The US grain market watchdog's chairman",
            Office("chairman", country="US", organization="grain market watchdog"),
        ),
        ("The party is fine, its co-chairman has said.", "co-chairman", Office("co chairman")),
        (
            "Prosecutors are currently investigating Harmsel Steel's former chief executive.",
            "Harmsel Steel's former chief executive",
            Office("chief executive", organization="Harmsel Steel", former=True),
        ),
        ("The alliance's chief agreed.", "The alliance's chief", Office("chief", organization="alliance")),
        ("The country's president resigned.", "The country's president", Office("president")),
        ("On Friday the premier leaves for Rome.", "the premier", Office("premier")),
        (
            "The council president urged unity.",
            "The council president",
            Office("president", organization="council"),
        ),
        (
            "The UK defense secretary resigned.",
            "The UK defense secretary",
            Office("defence secretary", country="GB"),
        ),
    ],
)
def test_a_role_and_its_office(nlp: Language, text: str, phrase: str, office: Office) -> None:
    assert roles(nlp, text) == [(phrase, office)]


def test_a_shared_article(nlp: Language) -> None:
    found = roles(nlp, "The Prime Minister and French president agreed to look for allies.")
    assert [phrase for phrase, _ in found] == ["The Prime Minister", "French president"]


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders shook hands, and ministers applauded.",
        "A president should listen, and any prime minister must.",
        "The next president will decide.",
        "The prime minister, Edmund Harcastle, spoke.",
        "The Prime Minister Edmund Harcastle spoke.",
        "Edmund Harcastle, the prime minister, spoke.",
        "Edmund Harcastle became the prime minister in May.",
        "She worked as the president for ten years.",
        "He wants the job of the prime minister.",
        "Reports from prime minister's questions were brief.",
        "The chief economist agreed with the Premier League.",
        "The Queen Mary 2 left the harbour.",
        "His spokesman and their lawyer declined.",
        "The king will not attend.",
        "The premier league and the general election begin in May.",
    ],
)
def test_no_role(nlp: Language, text: str) -> None:
    assert roles(nlp, text) == []


def test_a_counterpart_has_the_office_of_the_person_compared_with(nlp: Language) -> None:
    text = "Polish Finance Minister Nora Whitlock rang her Peruvian counterpart, Hugo Salcedo, on Monday."
    doc = nlp(text)
    office = Office("finance minister", country="PE")
    assert [(role.mention.text, role.office) for role in doc._.roles] == [("Peruvian counterpart", office)]
    assert office in next(person for person in doc._.people if person.name == "Hugo Salcedo").offices


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "The Chancellor of the Exchequer, Nora Whitlock, rang her German counterpart.",
            Office("finance minister", country="DE"),
        ),
        (
            "Polish Prime Minister Nora Whitlock rang her American counterpart.",
            Office("president", country="US"),
        ),
        (
            "US Secretary of State Nora Whitlock rang her Peruvian counterpart.",
            Office("foreign minister", country="PE"),
        ),
    ],
)
def test_a_counterpart_has_the_office_that_the_other_country_has(
    nlp: Language, text: str, office: Office
) -> None:
    assert roles(nlp, text)[-1][1] == office


def test_a_counterpart_named_without_a_comma_is_no_phrase_of_its_own(nlp: Language) -> None:
    assert not roles(nlp, "Polish Finance Minister Nora Whitlock rang her Peruvian counterpart Hugo Salcedo.")


def test_a_time_of_day_is_no_prime_minister(nlp: Language) -> None:
    assert not roles(nlp, "The vote is due at the 3 PM session, and the 5pm news will follow.")
