"""Headlines, declared and derived."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.loading.headline import derive, is_headline, without_site


@pytest.mark.parametrize(
    "line",
    [
        "Ministers agree on harbour fund",
        "Harbours 'worth the money' - minister",
        "'We will pay' for harbours",
        "Can seven countries agree?",
        "Fleet leaves for the U.S.",
        "“Enough is enough”: fishermen block the port",
    ],
)
def test_a_headline(line: str) -> None:
    assert is_headline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ministers agreed on a fund.",
        "Four points had been agreed:",
        "World",
        "* * *",
        "Ministers of seven countries met " * 5,
        "“Enough is enough.”",
    ],
)
def test_no_headline(line: str) -> None:
    assert not is_headline(line)


def test_the_site_behind_a_headline() -> None:
    assert without_site("Ministers agree on fund | The Guardian") == (
        "Ministers agree on fund",
        "The Guardian",
    )
    assert without_site("Ministers agree on fund - BBC News") == ("Ministers agree on fund", "BBC News")
    assert without_site("Rebate 'unfair' - Minister") == ("Rebate 'unfair' - Minister", None)


@pytest.mark.parametrize(
    ("paragraph", "title"),
    [
        ("Ministers met in Geneva. They will meet again.", "Ministers met in Geneva"),
        (
            "Mr. Smith met Gen. Jones of the U.S. Army in Berne. It rained.",
            "Mr. Smith met Gen. Jones of the U.S. Army in Berne",
        ),
        ("Ministers have agreed on a fund, Downing Street said.", "Ministers have agreed on a fund"),
        (
            "Ministers have agreed on a fund, officials said on Monday, as rain fell.",
            "Ministers have agreed on a fund",
        ),
        ("Ministers have agreed on a fund, according to two officials.", "Ministers have agreed on a fund"),
        ("After the talks, the minister said.", "After the talks, the minister said"),
        ("The minister, who said he was tired, went home.", "The minister, who said he was tired, went home"),
        ("GENEVA, March 2 (Reuters) - Ministers met. They left.", "Ministers met"),
    ],
)
def test_a_headline_made_of_the_lead(paragraph: str, title: str) -> None:
    assert derive(paragraph) == title


def test_a_long_lead_is_cut_between_words_and_never_behind_a_small_one() -> None:
    lead = "Ministers of seven countries have met in the old town hall of Geneva to talk about the harbours."
    assert derive(lead) == "Ministers of seven countries have met in the old town hall of Geneva…"


def test_a_quotation_that_the_cut_would_leave_open_is_left_out() -> None:
    lead = "Ministers of seven countries have agreed on what they call a “historic step for all harbours”."
    assert derive(lead) == "Ministers of seven countries have agreed on what they call…"


@given(st.text().map(lambda text: " ".join(text.split())).filter(bool))
def test_any_text_gives_a_short_headline(text: str) -> None:
    assert 0 < len(derive(text)) <= 69
