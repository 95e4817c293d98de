"""Countries: what names one, what only looks like it, and when a capital is a government."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extraction.countries import find_hits
from dateline.extraction.gazetteer import capitals, short_names, surfaces

if TYPE_CHECKING:
    from spacy.language import Language


def found(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    """Return code, wording and kind of each mention, in the order of the text."""
    mentions = [(m.start, c.code, m.text, m.kind) for c in nlp(text)._.countries for m in c.mentions]
    return [row[1:] for row in sorted(mentions)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers from the UK met Kenyans.", [("GB", "UK", "name"), ("KE", "Kenyans", "demonym")]),
        ("The U.S. and the Netherlands agreed.", [("US", "U.S.", "name"), ("NL", "Netherlands", "name")]),
        ("The Frenchwoman beat two Swedes.", [("FR", "Frenchwoman", "demonym"), ("SE", "Swedes", "demonym")]),
        ("Germans queued.", [("DE", "Germans", "demonym")]),
        ("A South African miner spoke.", [("ZA", "South African", "demonym")]),
        ("Equatorial Guinea is not Guinea.", [("GQ", "Equatorial Guinea", "name"), ("GN", "Guinea", "name")]),
        ("South Sudan left Sudan.", [("SS", "South Sudan", "name"), ("SD", "Sudan", "name")]),
        ("Nigeria borders Niger.", [("NG", "Nigeria", "name"), ("NE", "Niger", "name")]),
        (
            "DR Congo fears Congo-Brazzaville.",
            [("CD", "DR Congo", "name"), ("CG", "Congo-Brazzaville", "name")],
        ),
        (
            "The Ivory Coast, formally Côte d’Ivoire.",
            [("CI", "Ivory Coast", "name"), ("CI", "Côte d’Ivoire", "name")],
        ),
        ("Kosovo and Taiwan watched.", [("XK", "Kosovo", "name"), ("TW", "Taiwan", "name")]),
        ("A Franco-German tank.", [("FR", "Franco", "demonym"), ("DE", "German", "demonym")]),
        ("The Greek Cypriot leader came.", [("CY", "Greek Cypriot", "demonym")]),
        ("The Republic of Ireland voted.", [("IE", "Republic of Ireland", "name")]),
        ("NORWAY AND JAPAN SIGN", [("NO", "NORWAY", "name"), ("JP", "JAPAN", "name")]),
        ("US AND CUBA AGREE", [("US", "US", "name"), ("CU", "CUBA", "name")]),
        ("A US-led force.", [("US", "US", "name")]),
        ("The bank lent Kenya $200m.", [("KE", "Kenya", "name")]),
    ],
)
def test_names_and_demonyms(nlp: Language, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ships crossed the Indian Ocean and the Sea of Japan.",
        "He flew American Airlines and Air France to the French Open.",
        "She moved from New Mexico to New England.",
        "Scotland, Wales, Hong Kong, Gibraltar and Gaza were mentioned.",
        "The Palestinian delegation arrived.",
        "The Soviet Union and East Germany fell.",
        "They settled in Latin America and British Columbia.",
        "Bank of America cut its forecast.",
        "Michael Jordan scored again.",
        "Mr Holland declined to comment.",
        "Republicans in Georgia and Florida met voters in Atlanta.",
        "Turkey prices rose before the feast.",
        "The guests ate roast Turkey.",
        "He answered in French, then in German.",
        "She speaks Russian fluently.",
        "Polish your shoes.",
        "Let us go, they told us.",
        "LET US PRAY",
        "Damages reached US$ 10 billion.",
        "The disk holds 512 GB.",
        "They crossed from Moscow, Idaho, to Paris, Texas.",
    ],
)
def test_no_country(nlp: Language, text: str) -> None:
    assert found(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Tbilisi said Georgia would join. Armenia disagreed.", {"GE", "AM"}),
        ("Voters in Georgia, Michigan and Ohio decide. The US waits.", {"US"}),
        ("Korean carmakers rose.", {"KR"}),
        ("North Korea fired a missile. A Korean soldier fled.", {"KP"}),
    ],
)
def test_the_article_settles_what_a_name_means(nlp: Language, text: str, codes: set[str]) -> None:
    plain = {code for code, _, kind in found(nlp, text) if kind in ("name", "demonym")}
    assert plain == codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beijing warned Tokyo.", ["Beijing", "Tokyo"]),
        ("Talks between Ankara and Athens failed.", ["Ankara", "Athens"]),
        ("They stepped up pressure on Khartoum.", ["Khartoum"]),
        ("The Moscow-backed fighters withdrew.", ["Moscow"]),
        ("Warsaw's demands were met.", ["Warsaw"]),
        ("Ottawa is ready to pay.", ["Ottawa"]),
        ("Sanctions against Damascus were lifted.", ["Damascus"]),
        ("The leaders met in Vienna.", []),
        ("He flew from Madrid to Lisbon.", []),
        ("The London summit opened.", []),
        ("The Berlin-based group sued.", []),
        ("Rome's museums were full.", []),
        ("OSLO (Wire) - Rain fell.", []),
        ("Trains between Paris and London were late.", []),
    ],
)
def test_capitals_that_govern(nlp: Language, text: str, expected: list[str]) -> None:
    assert [wording for _, wording, kind in found(nlp, text) if kind == "capital"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Downing Street and the Kremlin agreed.", [("GB", "Downing Street"), ("RU", "Kremlin")]),
        ("No 10 said it; Number 10 denied it.", [("GB", "No 10"), ("GB", "Number 10")]),
        ("He wore the No 10 shirt.", []),
        ("The Élysée Palace called the White House.", [("FR", "Élysée Palace"), ("US", "White House")]),
        ("The bees left the Beehive.", []),
        ("New Zealand waits for the Beehive.", [("NZ", "Beehive")]),
    ],
)
def test_seats_of_government(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(code, wording) for code, wording, kind in found(nlp, text) if kind == "seat"] == expected


def test_every_country_is_found_by_its_own_name() -> None:
    for code, name in short_names().items():
        assert [h.sense.code for h in find_hits(f"It happened in {name} today.")] == [code]


def test_no_surface_means_two_countries() -> None:
    assert capitals()["Kyiv"] == capitals()["Kiev"] == "UA"
    assert surfaces()["Congo"].code == "CD"
    assert "Brussels" not in capitals()


WORDS = st.sampled_from(
    [*surfaces(), "said", "in", "New", "al-", "and", "“", "US", "Sea", "Open", ",", "\n\n", "."]
)


@given(st.lists(WORDS, max_size=20).map(" ".join))
def test_hits_are_exact_and_do_not_overlap(text: str) -> None:
    end = 0
    for hit in find_hits(text):
        assert end <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end].casefold().replace("’", "'") == hit.surface.casefold().replace(
            "’", "'"
        )
        end = hit.end


def test_a_country_that_somebody_in_the_article_is_called_by(nlp: Language) -> None:
    text = "Senator Jordan Harcastle said no. Jordan is tired, his aide said. He flew home from Lebanon."
    assert found(nlp, text) == [("LB", "Lebanon", "name")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bosnian Serbs left the talks.", [("BA", "Bosnian Serbs", "demonym")]),
        ("A Turkish Cypriot leader spoke.", [("CY", "Turkish Cypriot", "demonym")]),
        ("He fled South Vietnam in 1975.", []),
    ],
)
def test_peoples_abroad_and_states_of_the_past(
    nlp: Language, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert found(nlp, text) == expected
