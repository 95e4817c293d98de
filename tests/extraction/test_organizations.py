"""Organizations within one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from dateline.model import Organization


def organizations(nlp: Language, text: str) -> dict[str, Organization]:
    """Return the organizations of a text by name, after a check of the offsets."""
    doc = nlp(text)
    for body in doc._.organizations:
        for mention in body.mentions:
            assert text[mention.start : mention.end] == mention.text
    return {body.name: body for body in doc._.organizations}


def test_an_acronym_is_its_full_name(nlp: Language) -> None:
    text = (
        "The International Monetary Fund (IMF) lent the money. The Halden Farmers Association (HFA) "
        "protested. The IMF and the HFA will meet, though Nato will not."
    )
    found = organizations(nlp, text)
    assert [m.text for m in found["International Monetary Fund"].mentions] == [
        "International Monetary Fund",
        "IMF",
        "IMF",
    ]
    assert found["Halden Farmers Association"].acronym == "HFA"
    assert found["Nato"].acronym == "Nato"


def test_a_known_acronym_is_told_though_the_text_lacks_it(nlp: Language) -> None:
    assert organizations(nlp, "The European Union agreed.")["European Union"].acronym == "EU"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ministers of the G7 met.", "G7"),
        ("Officials at the Ministry of Finance agreed.", "Ministry of Finance"),
        ("Students of the University of Halden marched.", "University of Halden"),
        ("Members of Friends of the Fjord marched.", "Friends of the Fjord"),
        ("Oil giant Halvorsen said output rose.", "Halvorsen"),
        ("She told the Guardian newspaper of her plans.", "Guardian"),
        ("Voters left Labour in droves.", "Labour"),
        ("Staff of Halvorsen Holdings plc struck.", "Halvorsen Holdings plc"),
        ("He leads the Halden Workers' Party.", "Halden Workers' Party"),
        ("He leads the People's Progress Party.", "People's Progress Party"),
        ("Shares in Hanson Tarrant Holdings fell.", "Hanson Tarrant Holdings"),
        ("Peacekeepers of KFOR patrolled the town.", "KFOR"),
    ],
)
def test_organizations_by_list_and_rule(nlp: Language, text: str, name: str) -> None:
    assert list(organizations(nlp, text)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Britain and France signed the Kyoto Protocol in Halden on Monday.",
        "Edmund Harcastle met Sir Rupert Vane.",
        "The bloc and the alliance agreed with the government.",
        "The Soviet Union broke apart in 1991.",
        "Assistant Secretary Edmund Harcastle and Brigadier General Rupert Vane agreed.",
    ],
)
def test_no_organizations(nlp: Language, text: str) -> None:
    assert organizations(nlp, text) == {}


def test_a_body_in_short_by_its_noun(nlp: Language) -> None:
    found = organizations(
        nlp, "The Halden League of Rights was formed in 1960. Critics accuse the League of bias."
    )
    assert [m.text for m in found["Halden League of Rights"].mentions] == [
        "Halden League of Rights",
        "League",
    ]


def test_towns_that_play_are_teams(nlp: Language) -> None:
    text = (
        "CRICKET - RESULTS\n\nLeicestershire beat Somerset by an innings and 39 runs in the championship. "
        "The captain took six wickets. Rain stopped the other match in Somerset."
    )
    bodies = organizations(nlp, text)
    assert {name: len(body.mentions) for name, body in bodies.items()} == {"Leicestershire": 1, "Somerset": 1}
