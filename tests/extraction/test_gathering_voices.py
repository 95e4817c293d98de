"""Who is at the large gathering of an article by what its other sentences tell of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from found_gatherings import gatherings

if TYPE_CHECKING:
    from spacy.language import Language

HELD = "Leaders of the alliance agreed on a joint fund at a two-day summit in Oslo on Thursday.\n\n"
AHEAD = "The annual World Economic Forum in Davos begins on Wednesday.\n\n"


def company(nlp: Language, text: str) -> set[str]:
    """Return the names of who takes part in the first gathering of a text."""
    return {party.name for party in gatherings(nlp, text)[0].participants}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Danish Prime Minister Ida Vale said that Copenhagen would pay for two ships.", {"Ida Vale"}),
        ("Poland's president, Otto Brandt, offered to build barracks.", {"Otto Brandt"}),
        ("“We were too slow,” said Alenka Kral, the Slovenian foreign minister.", {"Alenka Kral"}),
        ("NATO Secretary General Otto Brandt praised the result.", {"Otto Brandt"}),
        ("Japan will add 2 billion yen, according to its finance minister, Ida Vale.", {"Ida Vale"}),
        ("Danish Prime Minister Ida Vale arrived in the Norwegian capital a day late.", {"Ida Vale"}),
        (
            "President Otto Brandt of Chad and King Faris of Jordan have landed in Oslo.",
            {"Otto Brandt", "Faris"},
        ),
    ],
)
def test_who_speaks_or_arrives_in_an_article_on_a_summit_is_there(
    nlp: Language, text: str, who: set[str]
) -> None:
    found = company(nlp, HELD + text)
    assert {name for name in who if any(name in party for party in found)} == who


@pytest.mark.parametrize(
    "text",
    [
        "Danish Prime Minister Ida Vale told the newspaper that Copenhagen would pay.",
        "Earlier, Danish Prime Minister Ida Vale said that Copenhagen would pay.",
        "In Madrid, Spanish Prime Minister Ida Vale said that it was too little.",
        "Danish Prime Minister Ida Vale has said that it is too little.",
        "Danish Prime Minister Ida Vale said in a radio interview that it was too little.",
        "Former Danish Prime Minister Ida Vale said that it was too little.",
        "Danish Prime Minister Ida Vale, who had cancelled her trip, said that it was too little.",
        "Ida Vale, a professor of law, said that it was too little.",
        "Ida Vale, a spokeswoman for the Danish prime minister, said that it was too little.",
    ],
)
def test_who_speaks_elsewhere_or_for_nobody_is_not_there(nlp: Language, text: str) -> None:
    assert not any("Vale" in name for name in company(nlp, HELD + text))


def test_a_speaker_is_not_at_a_summit_that_is_still_to_come(nlp: Language) -> None:
    text = (
        "A summit of the alliance will be held in Oslo next month.\n\nDanish Prime Minister Ida Vale said no."
    )
    assert company(nlp, text) == set()


def test_a_speaker_is_not_at_a_meeting_of_two(nlp: Language) -> None:
    text = (
        "French President Otto Brandt met German Chancellor Anna Lund in Paris on Monday.\n\n"
        "Danish Prime Minister Ida Vale said that it was a good sign."
    )
    assert company(nlp, text) == {"Otto Brandt", "Anna Lund"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Chad's new president, Otto Brandt, will also be there.", {"Otto Brandt"}),
        (
            "Danish Prime Minister Ida Vale and King Faris are among the leaders attending the meeting.",
            {"Ida Vale", "King Faris"},
        ),
        ("The Union's leaders, among them Chancellor Otto Brandt, will be here too.", {"Otto Brandt"}),
        ("More than 20 leaders are expected to attend, including Otto Brandt of Chad.", {"Otto Brandt"}),
        ("Danish Prime Minister Ida Vale will speak on Friday.", {"Ida Vale"}),
        ("The singer Otto Brandt will put in an appearance too.", {"Otto Brandt"}),
    ],
)
def test_who_is_expected_is_there(nlp: Language, text: str, who: set[str]) -> None:
    assert company(nlp, AHEAD + text) == who


@pytest.mark.parametrize(
    "text",
    [
        "Danish Prime Minister Ida Vale will not be there.",
        "Danish Prime Minister Ida Vale may attend.",
        "Danish Prime Minister Ida Vale attended a wedding.",
    ],
)
def test_who_stays_away_is_not_there(nlp: Language, text: str) -> None:
    assert company(nlp, AHEAD + text) == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Chad is represented by its foreign minister, Otto Brandt.", {"Otto Brandt"}),
        ("Chief Minister Otto Brandt will represent Chad.", {"Otto Brandt"}),
        ("The Chadian delegation, led by Otto Brandt, arrived late.", {"Otto Brandt"}),
        ("Ida Vale, a lawyer, represents the company.", set()),
    ],
)
def test_who_represents_a_state_is_at_the_talks(nlp: Language, text: str, who: set[str]) -> None:
    assert company(nlp, "Peace talks on the future of the islands began in Oslo on Monday.\n\n" + text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "A meeting of ministers was called with envoys from Chad, the 27-nation European Union and Peru.",
            {"Chad", "European Union", "Peru"},
        ),
        (
            "Representatives from Chad, Niger and Peru were invited to some of the sessions of the G7.",
            {"Chad", "Niger", "Peru"},
        ),
        (
            "A gathering of ministers in Oslo will include Chad, the Arab League and the United Nations.",
            {"Chad", "Arab League", "United Nations"},
        ),
        ("Leaders of Chad, Niger and Peru spoke at the G7 summit in Oslo.", set()),
    ],
)
def test_listed_states_are_there_and_not_for_their_leaders(nlp: Language, text: str, who: set[str]) -> None:
    assert company(nlp, text) == who


@pytest.mark.parametrize(
    "text",
    [
        "The leaders of Chad and Niger will meet in Oslo on Friday.",
        "The Chadian and Nigerien presidents will meet in Oslo on Friday.",
        "The two presidents met in Oslo in October.",
    ],
)
def test_leaders_named_by_their_office_are_those_of_the_article(nlp: Language, text: str) -> None:
    rest = " Chadian President Otto Brandt and Nigerien President Ida Vale have both accepted the invitation."
    assert company(nlp, text + rest) >= {"Otto Brandt", "Ida Vale"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Chadian President Otto Brandt and King Faris are now in a bilateral meeting in Oslo.",
            {"Otto Brandt", "King Faris"},
        ),
        (
            "Otto Brandt of Chad and Ida Vale of Niger signed a truce after hours of peace talks in Oslo.",
            {"Otto Brandt", "Ida Vale"},
        ),
        (
            "Foreign Minister Otto Brandt discussed trade with his Peruvian counterpart, Ida Vale, in a "
            "phone call on Wednesday.",
            {"Otto Brandt", "Ida Vale"},
        ),
        (
            "Trade chief Otto Brandt of the World Trade Organization announced that a crucial ministerial "
            "meeting had collapsed.",
            {"Otto Brandt"},
        ),
    ],
)
def test_whose_clause_it_is_takes_part(nlp: Language, text: str, who: set[str]) -> None:
    assert company(nlp, text) >= who
