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
        ("The alliance's chief agreed.", "The alliance's chief", Office("chief", organization="alliance")),
        ("The country's president resigned.", "The country's president", Office("president")),
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
    ],
)
def test_no_role(nlp: Language, text: str) -> None:
    assert roles(nlp, text) == []
