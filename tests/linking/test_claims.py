"""Claims: which figures and pledges of several articles are one, which agree roughly, and which differ."""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_stories import article, link, money, naming, pledged
from dateline.linking.claim_words import stems
from dateline.linking.sums import agreement, written
from dateline.model import Figure, Sum

if TYPE_CHECKING:
    from dateline.model import Pledge

# --- sums ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (money("1600000000"), money("1600000000"), "same"),
        (money("1640000000"), money("1600000000"), "same"),
        (money("2200000000"), money("2260000000"), "close"),
        (money("1600000000"), money("2000000000"), "differs"),
        (money("960000000"), money("1000000000"), "same"),
        (money("5"), money("5", "SEK"), None),
        (money("5"), money("6", "SEK", equivalents=(Sum("5", "NOK"),)), "same"),
        (money("5"), money("6", "SEK", equivalents=(Sum("9", "NOK"),)), "differs"),
        (money("5"), money("5", period="a year"), None),
        (money(None), money("5"), None),
        (money("4", amount_to="6"), money("5"), "close"),
        (money("4", amount_to="6"), money("4", amount_to="6"), "same"),
    ],
)
def test_when_two_sums_agree(one: Figure, two: Figure, expected: str | None) -> None:
    assert agreement(one, two) == expected
    assert agreement(two, one) == expected


@given(
    st.decimals(min_value="0.01", max_value="1e15", places=2),
    st.decimals(min_value="0.01", max_value="1e15", places=2),
)
def test_agreement_is_symmetric_and_never_joins_what_is_far_apart(one: Decimal, two: Decimal) -> None:
    first, second = money(str(one)), money(str(two))
    assert agreement(first, second) == agreement(second, first)
    assert agreement(first, first) == "same"
    if max(one, two) > min(one, two) * Decimal("1.2"):
        assert agreement(first, second) == "differs"


@pytest.mark.parametrize(
    ("figure", "label"),
    [
        (money("1600000000", "GBP"), "£1.6bn"),
        (money("10000000000", "USD", period="a year"), "$10bn a year"),
        (money("750000000", "EUR"), "€750m"),
        (money("12500", "USD"), "$12,500"),
        (money("4000000000000", "JPY"), "¥4tn"),
        (money("30000000", "CHF"), "CHF 30m"),
        (money("1000000000", "GBP", amount_to="2000000000"), "£1bn–£2bn"),
        (Figure(0, 0, "billions of  euros", None, "EUR"), "billions of euros"),
    ],
)
def test_labels_of_sums(figure: Figure, label: str) -> None:
    assert written(figure) == label


# --- figures ---------------------------------------------------------------------------------------------

SHIPS = "The 1600 NOK of ferry credit pays for harbour cranes."
CRANES = "Harbour cranes are bought with 1600 NOK of ferry credit."
PRIZES = "A poetry prize of 1600 NOK went to a farmer."


def test_one_sum_about_one_thing_is_one_claim() -> None:
    linked = link(article("a", (SHIPS, money("1600"), None)), article("b", (CRANES, money("1600"), None)))
    claim = linked.money["a"][0].claim
    assert linked.money["b"][0].claim == claim
    assert linked.claims[claim].articles == ("a", "b")
    assert (linked.claims[claim].kind, linked.claims[claim].label) == ("figure", "NOK 1,600")


def test_one_sum_about_two_things_is_two_claims() -> None:
    linked = link(article("a", (SHIPS, money("1600"), None)), article("b", (PRIZES, money("1600"), None)))
    assert linked.money["a"][0].claim != linked.money["b"][0].claim


def test_a_distinctive_sum_needs_no_words_in_common() -> None:
    one = ("It cost 1637 NOK.", money("1637"), None)
    two = ("They asked for 1637 NOK.", money("1637"), None)
    linked = link(article("a", one), article("b", two))
    assert linked.money["a"][0].claim == linked.money["b"][0].claim


def test_sums_within_three_percent_are_close_where_the_words_agree() -> None:
    one = ("The ferry credit for harbour cranes and docks is 220 NOK.", money("220"), None)
    two = ("A ferry credit for harbour cranes and docks of 226 NOK.", money("226"), None)
    three = ("A poetry prize of 226 NOK.", money("226"), None)
    linked = link(article("a", one), article("b", two))
    first, second = linked.money["a"][0].claim, linked.money["b"][0].claim
    assert linked.claims[first].close_to == (second,)
    assert linked.claims[second].close_to == (first,)
    apart = link(article("a", one), article("b", three))
    assert all(not claim.close_to for claim in apart.claims.values())


def test_every_figure_and_pledge_has_a_claim_that_exists() -> None:
    linked = link(
        article("a", (SHIPS, money("1600"), pledged("pay for cranes"))),
        article("b", (PRIZES, money("1600"), None)),
    )
    named = {row.claim for rows in (*linked.money.values(), *linked.pledges.values()) for row in rows}
    assert named == set(linked.claims)


# --- pledges ---------------------------------------------------------------------------------------------

BUY = "Norway will lend Kenya 1600 NOK to buy harbour cranes."
LEND = "Kenya gets 1600 NOK from Norway for new harbour cranes."


def test_one_commitment_in_two_articles_is_one_claim() -> None:
    linked = link(
        article("a", (BUY, money("1600"), pledged("lend money to buy harbour cranes", to="Kenya"))),
        article("b", (LEND, money("1600"), pledged("pay for new harbour cranes", to="Kenya"))),
    )
    claim = linked.pledges["a"][0].claim
    assert linked.pledges["b"][0].claim == claim
    assert linked.claims[claim].label == "Norway → Kenya NOK 1,600 pledged"
    assert linked.claims[claim].articles == ("a", "b")


def test_sums_that_agree_roughly_are_one_commitment() -> None:
    one = BUY.replace("1600", "220"), money("220"), pledged("buy harbour cranes", to="Kenya")
    two = LEND.replace("1600", "226"), money("226"), pledged("buy harbour cranes", to="Kenya")
    linked = link(article("a", one), article("b", two))
    assert linked.pledges["a"][0].claim == linked.pledges["b"][0].claim


def test_the_same_commitment_with_another_sum_differs() -> None:
    one = BUY, money("1600"), pledged("lend money to buy harbour cranes", to="Kenya")
    two = LEND.replace("1600", "900"), money("900"), pledged("lend money to buy harbour cranes", to="Kenya")
    linked = link(article("a", one), article("b", two))
    first, second = linked.pledges["a"][0].claim, linked.pledges["b"][0].claim
    assert first != second
    assert linked.claims[first].differs_from == (second,)
    assert linked.claims[second].differs_from == (first,)


@pytest.mark.parametrize(
    "other",
    [
        pledged("lend money to buy harbour cranes", by="Kenya"),
        pledged("lend money to buy harbour cranes", status="refused"),
        pledged("plant a forest of oaks"),
    ],
    ids=["another pledger", "a refusal", "another action"],
)
def test_other_commitments_are_other_claims(other: Pledge) -> None:
    linked = link(
        article("a", ("Cranes.", None, pledged("lend money to buy harbour cranes"))),
        article("b", ("Cranes too.", None, other)),
    )
    assert linked.pledges["a"][0].claim != linked.pledges["b"][0].claim


def test_two_pledges_of_one_article_stay_two() -> None:
    same = ("Cranes.", None, pledged("lend money to buy harbour cranes"))
    linked = link(article("a", same, same), article("b", same))
    first, second = (row.claim for row in linked.pledges["a"])
    assert first != second
    assert linked.pledges["b"][0].claim in {first, second}


def test_a_pledge_that_one_article_tells_twice_is_one() -> None:
    twice = (BUY, money("1600"), pledged("lend money to buy harbour cranes", to="Kenya"))
    other = (BUY, money("1600"), pledged("build new roads", to="Kenya"))
    linked = link(article("a", twice, twice, other))
    first, second, third = (row.claim for row in linked.pledges["a"])
    assert first == second
    assert third != first


def test_a_report_that_has_the_pledger_wrong_joins_by_its_sum_and_words() -> None:
    """A sum for the same things, in a sentence that names the country whose money it is."""
    told = "The NOK 1600 that Norway lends for 5,000 harbour cranes and docks went to Kenya."
    one = article(
        "a", (told, Figure(0, 0, "NOK 1600", "1600", "NOK"), pledged("lend for 5,000 harbour cranes"))
    )
    two = article(
        "b",
        (told, Figure(0, 0, "NOK 1600", "1600", "NOK"), pledged("lend for 5,000 harbour cranes", by="Oxfam")),
    )
    linked = link(naming(one, "Norway"), naming(two, "Norway"))
    claim = linked.claims[linked.pledges["a"][0].claim]
    assert linked.pledges["b"][0].claim == claim.id
    assert claim.articles == ("a", "b")


def test_a_minister_who_promises_money_promises_that_of_the_state() -> None:
    linked = link(article("a", (BUY, money("1600"), pledged("buy harbour cranes", by="Ingrid Solberg"))))
    (row,) = linked.pledges["a"]
    assert row.pledger is not None
    assert row.spoken_by is not None
    assert (row.pledger.id, row.spoken_by.id) == ("NO", "ingrid-solberg")


def test_what_a_minister_promises_without_money_is_her_own_word() -> None:
    linked = link(article("a", ("Trees.", None, pledged("plant a tree", by="Ingrid Solberg"))))
    (row,) = linked.pledges["a"]
    assert row.pledger is not None
    assert row.pledger.id == "ingrid-solberg"


def test_her_word_and_that_of_the_state_are_one_claim() -> None:
    linked = link(
        article("a", ("A.", None, pledged("plant a million oak trees", by="Ingrid Solberg"))),
        article("b", ("B.", None, pledged("plant a million oak trees", by="Norway"))),
    )
    assert linked.pledges["a"][0].claim == linked.pledges["b"][0].claim


def test_a_deadline_is_never_before_the_article() -> None:
    due = ("2031-12-31", "2030-12-31")
    linked = link(
        article("a", ("A.", None, pledged("plant oaks", deadline=0)), dates=due),
        article("b", ("B.", None, pledged("plant oaks", deadline=1)), dates=due),
    )
    assert linked.pledges["a"][0].deadline == "2031-12-31"
    assert linked.pledges["b"][0].deadline is None


def test_order_changes_nothing() -> None:
    sources = [
        article("a", (BUY, money("1600"), pledged("buy harbour cranes", to="Kenya"))),
        article("b", (LEND, money("1600"), pledged("buy harbour cranes", to="Kenya"))),
        article("c", (PRIZES, money("1600"), pledged("plant oaks"))),
    ]
    results = [link(*order) for order in itertools.permutations(sources)]
    assert all(result.claims == results[0].claims for result in results)
    assert all(result.pledges == results[0].pledges for result in results)
    assert all(result.money == results[0].money for result in results)


def test_stems_match_words_in_their_forms() -> None:
    assert stems("supplies missiles") == stems("supplied the missile")
    assert stems("5,000 missiles") == stems("5000 missile")
    assert stems("the government said it would") == frozenset()
