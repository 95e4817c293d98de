"""Copies of one text: altered ones are found, independent reports of one event are not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.linking.copies import SHARED, are_copies, copies, printed
from dateline.linking.dates import ArticleDate
from dateline.model import Article, Extraction, Source

WIRE = """\
Ferries to the outer islands will stop at noon on Friday unless the harbour board finds money for new
engines, its chairman said after a stormy meeting in the town hall. Engineers had told the board in the spring
that two of the five vessels would not last another winter, and insurers have since asked for proof that the
repairs are paid for. The islands' council offered to lend half of the sum, on condition that fares stay as
they are for three years. Shopkeepers on the quay said that a week without boats would cost them more than
the whole repair, and the school on the northern island has begun to look for rooms in which teachers could
sleep. A vote is due on Thursday evening. The minister for the coast, who was asked for a grant in June, has
not replied to any of the letters, according to the chairman, and her office gave no comment."""

OTHER = """\
The boats that link the mainland with the outlying isles may be laid up from Friday. At a gathering that went
on past midnight, members of the body that runs the port heard why: a pair of ships needs engines before the
cold sets in, and nobody has agreed to pay. Half could come as a loan from islanders, who want a promise about
ticket prices in return. Traders fear for their income, and parents ask where the staff of the primary school
are supposed to spend the nights. Letters to the ministry went without an answer all summer long, one member
complained. The decision falls the evening before the deadline."""


def source(name: str, text: str) -> Source:
    return Source(Article(name, name, "derived", None, None, text), Extraction(name, "test"), "")


def shared(one: str, two: str) -> float:
    """Return the share of the shorter text's runs of three words that the other one has."""

    def runs(text: str) -> set[tuple[str, ...]]:
        words = text.lower().replace(".", "").replace(",", "").split()
        return set(zip(words, words[1:], words[2:], strict=False))

    first, second = runs(one), runs(two)
    return len(first & second) / min(len(first), len(second))


def altered(text: str, share: float, seed: int) -> str:
    """Return the text with words put for others until it has about the share of its runs of three left."""
    words = text.split()
    places = list(range(len(words)))
    random.Random(seed).shuffle(places)
    while places and shared(text, " ".join(words)) > share:
        place = places.pop()
        words[place] = f"changed{place}"
    return " ".join(words)


def found(*texts: tuple[str, str, str]) -> dict[str, str]:
    """Return the copies among articles, each given as name, date and text."""
    sources = [source(name, text) for name, _, text in texts]
    return copies(sources, {name: ArticleDate(date, "declared") for name, date, _ in texts})


@pytest.mark.parametrize("seed", range(8))
def test_a_copy_that_shares_a_third_of_its_runs_of_three_words_is_found(seed: int) -> None:
    copy = altered(WIRE, 0.36, seed)
    assert 1 / 3 <= shared(WIRE, copy) < 0.38
    assert found(("a", "2031-03-03", WIRE), ("b", "2031-03-04", copy)) == {"b": "a"}


def test_two_reports_of_one_event_are_two() -> None:
    assert found(("a", "2031-03-03", WIRE), ("b", "2031-03-03", OTHER)) == {}


def test_a_text_with_too_little_of_another_is_none() -> None:
    assert found(("a", "2031-03-03", WIRE), ("b", "2031-03-03", altered(WIRE, 0.2, 1))) == {}


def test_what_a_longer_article_takes_in_whole_is_its_original() -> None:
    longer = f"{OTHER} {OTHER.upper().replace('THE', 'a')} {WIRE}"
    assert found(("a", "2031-03-03", WIRE), ("b", "2031-03-03", longer)) == {"b": "a"}


def test_case_accents_and_quotation_marks_make_no_other_text() -> None:
    assert found(("a", "2031-03-03", WIRE), ("b", "2031-03-03", WIRE.upper().replace("'", "’"))) == {"b": "a"}


def test_a_text_of_another_week_is_no_copy() -> None:
    assert found(("a", "2031-03-03", WIRE), ("b", "2031-03-12", WIRE)) == {}


def test_a_set_phrase_is_no_copy() -> None:
    assert (
        found(
            ("a", "2031-03-03", "Markets are closed today."), ("b", "2031-03-03", "Markets are closed today.")
        )
        == {}
    )


def test_all_copies_lead_to_the_first() -> None:
    rows = [("c", "2031-03-05", WIRE), ("a", "2031-03-04", WIRE), ("b", "2031-03-03", WIRE)]
    assert found(*rows) == found(*reversed(rows)) == {"a": "b", "c": "b"}


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.floats(0.1, 0.9))
def test_copies_are_those_that_share_a_third(seed: int, share: float) -> None:
    copy = altered(WIRE, share, seed)
    one, two = printed(source("a", WIRE), "2031-03-03"), printed(source("b", copy), "2031-03-03")
    assert are_copies(one, two) == are_copies(two, one) == (shared(WIRE, copy) >= SHARED)
