"""The head of an article: what its first lines declare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.loading.compose import article
from dateline.loading.drafts import Draft

if TYPE_CHECKING:
    from dateline.model import Article

BODY = (
    "Ministers of seven countries met in Geneva on Tuesday to talk about harbours. They will meet again.\n\n"
    "The harbours have been shut since January, the Financial Times reported."
)


def read(text: str) -> Article:
    composed = article(Draft(text.encode(), text))
    assert composed is not None
    return composed


def test_headline_byline_and_date() -> None:
    found = read(f"Ministers agree on harbour fund\nBy Ann Example, BBC News\nSunday 2 March 2025\n\n{BODY}")
    assert (found.title, found.title_basis) == ("Ministers agree on harbour fund", "declared")
    assert (found.declared_date, found.outlet) == ("2025-03-02", "BBC News")
    assert found.text == f"Ministers agree on harbour fund\n\n{BODY}"
    assert found.furniture == ("By Ann Example, BBC News", "Sunday 2 March 2025")


def test_fields() -> None:
    fields = (
        "Title: Ministers agree\nSource: The Harbour Example\nDate: 2 March 2025\nURL: https://example.org/x"
    )
    found = read(f"{fields}\n\n{BODY}")
    assert (found.title, found.outlet, found.declared_date) == (
        "Ministers agree",
        "The Harbour Example",
        "2025-03-02",
    )
    assert found.text == f"Ministers agree\n\n{BODY}"
    assert found.furniture[0] == "Title:"


def test_a_headline_behind_the_marker() -> None:
    found = read(f" date 2005-02-05 Ministers back harbour plan\n\n{BODY}")
    assert (found.title, found.declared_date) == ("Ministers back harbour plan", "2005-02-05")


def test_without_head_the_title_is_derived_and_no_part_of_the_text() -> None:
    found = read(BODY)
    assert found.title == "Ministers of seven countries met in Geneva on Tuesday to talk about…"
    assert found.title_basis == "derived"
    assert found.text == BODY
    assert found.declared_date is None


def test_a_kicker_and_a_standfirst_around_the_headline() -> None:
    found = read(
        f"World\n\nMinisters agree on harbour fund\n\nSeven countries share the bill.\n\nBy Ann Example\n\n"
        f"Published 2 March 2025\n\n{BODY}"
    )
    assert (found.title, found.declared_date) == ("Ministers agree on harbour fund", "2025-03-02")
    assert "By Ann Example" in found.furniture


def test_the_first_publication_counts_and_a_change_only_for_want_of_it() -> None:
    changed = "Updated 4 March 2025"
    assert (
        read(f"Harbour fund agreed on\n{changed}\nPublished 2 March 2025\n\n{BODY}").declared_date
        == "2025-03-02"
    )
    assert read(f"Harbour fund agreed on\n{changed}\n\n{BODY}").declared_date == "2025-03-04"


def test_a_date_among_the_prose_is_not_the_articles() -> None:
    assert read(f"{BODY}\n\nSunday 2 March 2025\n\nThe end came.").declared_date is None


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"GENEVA, March 2 (Reuters) - {BODY}", "Reuters"),
        (f"Harbour fund agreed on\n\nSeven countries share the bill.\n\nBERNE (AFP) - {BODY}", "AFP"),
        (f"BERNE, Switzerland (AP) — {BODY}", "AP"),
        (f"Harbour fund agreed on\nBy Ann Example for The Guardian\n\n{BODY}", "The Guardian"),
        (f"Harbour fund agreed on\nBy Ann Example | Kyiv Post | 2 March 2025\n\n{BODY}", "Kyiv Post"),
        (f"Harbour fund agreed on\nBy Ann Example, BBC political correspondent\n\n{BODY}", "BBC"),
        (f"By AFP\n\n{BODY}", "AFP"),
        (f"Harbour fund agreed on | The Economist\n\n{BODY}", "The Economist"),
        (f"BBC News\n\nHarbour fund agreed on\n\n{BODY}", "BBC News"),
        (f"{BODY}\n\n© 2025 The Harbour Post. All rights reserved.", "The Harbour Post"),
        (
            f"Your gift helps our reporters. The Harbour Times has no owners. We thank you.\n\n{BODY}",
            "The Harbour Times",
        ),
    ],
)
def test_the_outlet_where_the_text_gives_it_away(text: str, outlet: str) -> None:
    assert read(text).outlet == outlet


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"“It is over,” she told BBC News.\n\n{BODY}",
        f"Harbour fund agreed on\nBy Ann Example, political editor\n\n{BODY}",
        f"Harbour fund agreed on\nBy Ann Example, Media Correspondent\n\n{BODY}",
        f"Harbour fund agreed on\nBy Pa Example\n\n{BODY}",
        f"{BODY}\n\nRead more: What The Guardian says",
        f"Latest News\n\n{BODY}",
        f"BBC Chief Resigns\n\n{BODY}",
        f"Media\n\nPress Freedom Falls\n\n{BODY}",
    ],
)
def test_an_outlet_that_is_merely_mentioned_is_not_the_publisher(text: str) -> None:
    assert read(text).outlet is None


def test_a_lead_that_begins_like_a_byline_is_text() -> None:
    assert read("By Friday evening, ministers had agreed. They went home.").furniture == ()


def test_the_date_in_a_byline() -> None:
    assert (
        read(f"Harbour fund agreed on\nBy Ann Example | 2 March 2025\n\n{BODY}").declared_date == "2025-03-02"
    )


@pytest.mark.parametrize(
    "line",
    ["The Harbour Times, 7 March 2025", "BBC News | March 7, 2025", "7 March 2025 - The Harbour Times"],
)
def test_outlet_and_date_on_one_line(line: str) -> None:
    found = read(f"Ministers agree on harbour fund\n{line}\n\n{BODY}")
    assert (found.declared_date, found.furniture) == ("2025-03-07", (line,))
    assert found.outlet in line


def test_a_line_with_more_than_outlet_and_date_is_text() -> None:
    found = read(f"Ministers agree on harbour fund\nThe Harbour Times, 7 March 2025, in brief\n\n{BODY}")
    assert found.declared_date is None
