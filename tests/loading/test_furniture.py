"""What is cut around an article, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.loading.furniture import part

LEAD = "Ministers of seven countries met in Geneva on Tuesday to talk about harbours."
SECOND = "The harbours have been shut since January, the port authority said."
APPEAL = (
    "Your gift keeps our reporters at sea. Harbours close every winter. We think that journalism should be "
    "free for all readers, and your support pays for it. Thank you for whatever you can spare."
)


def cut(*paragraphs: str) -> list[str]:
    return [piece.text for piece in part(list(paragraphs)) if piece.is_furniture]


def kept(*paragraphs: str) -> list[str]:
    return [piece.text for piece in part(list(paragraphs)) if not piece.is_furniture]


@pytest.mark.parametrize(
    "paragraph",
    [
        "0 SHARES Share Tweet",
        "1.2k Shares | Facebook | Twitter",
        "Share this article",
        "Read more",
        "Support Now",
        "Advertisement",
        "Story continues below advertisement",
        "Skip to main content",
        "3 min read",
        "12 comments",
        "Accept all cookies",
        "Read more: Ten harbours that you should see",
        "RELATED: What the storm did",
        "Image source, Getty Images",
        "Sign up to our free newsletter for the harbour news of the week.",
        "Get the day's headlines in your inbox.",
        "We use cookies to make this page better.",
        "This site uses cookies.",
        "Follow us on Instagram",
        "Subscribe now to continue reading.",
        "Already a subscriber? Log in",
        "Please enable JavaScript to see the map.",
        "Support independent journalism from the coast.",
        "© 2025 The Harbour Times. All rights reserved.",
        "Share via WhatsApp | Tweet | Share on Facebook",
        "Sign up for the evening email and never miss a harbour.",
        "Thank you for reading The Harbour Post.",
        "The Example Press contributed to this report.",
        "This article was first published in the evening edition.",
        "This material may not be published, broadcast or rewritten.",
        "Ministers arrive in Geneva in the rain (Getty Images)",
        "(Reporting by Ann Example in Geneva; editing by Bob Sample)",
        APPEAL,
    ],
)
def test_furniture_of_its_own(paragraph: str) -> None:
    assert cut(LEAD, paragraph, SECOND) == [paragraph]
    assert kept(LEAD, paragraph, SECOND) == [LEAD, SECOND]


@pytest.mark.parametrize(
    "paragraph",
    [
        "“Your support keeps our reporters safe, and your donation helps us all,” she told the journalists.",
        "“Your support keeps us going. Our reporters and our journalism live on your donations.",
        '"Your gift pays for our journalism. Your support helps our reporters," the poster reads.',
        "Your support means everything to our reporters and our members, he said.",
        "We need your support, and we need it now.",
        "We will fund journalism in our country.",
        "We believe that our government has to act. Our readers know it. We cannot afford to wait.",
        "The paper told its readers that it would put up no paywall and ask for no donation.",
        "Share prices fell as the harbours stayed shut.",
        "Facebook, Twitter and two other companies were fined.",
        "Related companies were fined as well.",
        "Subscribers to the fund include seven countries.",
        "Ukraine wants to become a member of the union.",
        "The cookies on the table were left by the delegates.",
        "Search parties went out at dawn.",
        "This report was first published by the ministry, and may not be published again.",
        "Reporting by the ministry shows that the harbours are safe.",
        "Images by a satellite show the broken quays.",
        "Editors and reporters of seven papers gave to the fund.",
        "Watch towers were built along the coast.",
    ],
)
def test_what_an_article_may_say(paragraph: str) -> None:
    assert kept(LEAD, paragraph, SECOND) == [LEAD, paragraph, SECOND]


def test_counters_glued_to_the_lead() -> None:
    assert cut(f"0 SHARES Share Tweet {LEAD}") == ["0 SHARES Share Tweet"]
    assert kept(f"0 SHARES Share Tweet {LEAD}") == [LEAD]


def test_a_button_glued_to_the_last_sentence() -> None:
    assert cut(f"{LEAD} Read more") == ["Read more"]
    assert kept(f"{LEAD} Read more") == [LEAD]


def test_an_appeal_glued_to_the_lead() -> None:
    assert cut(f"{APPEAL} Read more {LEAD} {SECOND}") == [f"{APPEAL} Read more"]
    assert kept(f"{APPEAL} Read more {LEAD} {SECOND}") == [f"{LEAD} {SECOND}"]


def test_an_appeal_of_several_paragraphs() -> None:
    appeal = [
        "Your donation keeps our journalism alive",
        "From the coast to the mountains, The Harbour Times is there. We know how much facts matter.",
        "Our reporters need you.",
    ]
    assert cut(*appeal, LEAD, SECOND) == appeal


def test_articles_between_two_notices_stay() -> None:
    notices = ["Sign up to our newsletter.", "Follow us on Facebook for more."]
    assert kept(notices[0], LEAD, notices[1], SECOND) == [LEAD, SECOND]


PARTS = st.sampled_from(
    [
        LEAD,
        SECOND,
        APPEAL,
        "Read more",
        "0 SHARES Share Tweet",
        "Share",
        "Your gift helps us.",
        "“Open",
        "We report.",
        "x",
    ]
)


@given(st.lists(st.one_of(st.lists(PARTS, min_size=1).map(" ".join), st.text().map(str.split).map(" ".join))))
def test_nothing_is_lost_and_nothing_changes_its_place(paragraphs: list[str]) -> None:
    paragraphs = [paragraph for paragraph in paragraphs if paragraph]
    pieces = part(paragraphs)
    assert " ".join(piece.text for piece in pieces) == " ".join(paragraphs)
    assert all(piece.text for piece in pieces)
