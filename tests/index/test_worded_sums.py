"""Sums in searches: whoever types one as he writes it finds it as the articles write it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fakes
from dateline.index.query import parse
from dateline.index.rows import Filter, Selection
from dateline.index.worded_sums import sums_in
from dateline.model import Sum

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.index.collection import Collection
    from dateline.index.state import State


def telling(text: str, words: str, amount: str, currency: str, *equivalents: Sum) -> fakes.Telling:
    made = fakes.telling(text, claims={words: words})
    (money,) = made.linked.money
    figure = replace(money.figure, amount=amount, currency=currency, equivalents=equivalents)
    return replace(made, linked=replace(made.linked, money=(replace(money, figure=figure),)))


TOLD = {
    "short": telling("Norland gives £1.6bn for the port.", "£1.6bn", "1600000000", "GBP"),
    "long": telling("It costs 1.6 billion pounds. So it is.", "1.6 billion pounds", "1600000000", "GBP"),
    "dollars": telling("They paid $1.6bn at once.", "$1.6bn", "1600000000", "USD"),
    "small": telling("A ferry costs 2m dollars.", "2m dollars", "2000000", "USD"),
    "both": telling("Quays for €1.9m ($2m) open.", "€1.9m ($2m)", "1900000", "EUR", Sum("2000000", "USD")),
    "people": fakes.telling("Some 1.6bn people have two million boats."),
}


@pytest.fixture
def collection(opened: Callable[[State], Collection]) -> Collection:
    return opened(fakes.state([*TOLD.values()]))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("£1.6bn", "short long people dollars"),
        ("1.6 billion pounds", "short long"),
        ("GBP 1.6bn", "short long"),
        ("1,600 million pounds", "short long"),
        ("1.6bn", "short long people dollars"),
        ("1.6 billion", "short long dollars"),
        ("$2 million", "small both"),
        ("$2 mill", ""),
        ("2m usd", "small both"),
        ("two million dollars", "small both"),
        ("two million", "people"),
        ("€1.9 million", "both"),
        ("€800m", ""),
        ("1.6 billion pounds port", "short"),
        ("costs £1.6 billion", "long"),
        ("-£1.6 billion costs", "small"),
        ("-£1.6 billion", "dollars small both people"),
        ("(£1.6 billion)", "short long"),
        ("-(£1.6 billion) costs", "small"),
        ('"£1.6bn"', "short dollars people"),
        ("£1.6 billion $2m", ""),
        ("£1.6 billion money>£1bn has:sum from:2031", "short long"),
    ],
)
def test_a_sum_is_found_however_it_is_written(collection: Collection, query: str, found: str) -> None:
    wanted = {TOLD[name].id for name in found.split()}
    assert {e.article for e in collection.search(query, None)} == wanted
    assert {e.article for e in collection.search(query, None, ranked=True)} == wanted
    assert collection.search_size(query, None) == len(wanted)
    shown = collection.days(Filter(only=Selection("search", query, "")))
    assert sum(day.count for day in shown) == len(wanted)


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("1.6 billion pounds", "£1.6bn, 1.6 billion pounds"),
        ("$2m", "2m dollars, €1.9m ($2m)"),
        ("1.6bn people", "1.6bn, people"),
        ("-$2m costs", "costs"),
    ],
)
def test_its_words_are_marked(collection: Collection, query: str, marked: str) -> None:
    found = {e.article for e in collection.search(query, None)}
    spans = {
        (t.article.text, span)
        for t in TOLD.values()
        for span in collection.found_in(t.id, query)
        if t.id in found
    }
    assert {text[a:b] for text, (a, b) in spans} == set(marked.split(", "))


def test_a_sum_is_marked_in_a_title(opened: Callable[[State], Collection]) -> None:
    made = telling("They paid $1.6bn at once.", "$1.6bn", "1600000000", "USD")
    titled = replace(made, article=replace(made.article, title="The $1.6bn port"))
    collection = opened(fakes.state([titled]))
    (span,) = collection.found_in_title(titled.id, "1.6bn")
    assert titled.article.title[slice(*span)] == "1.6bn"


@pytest.mark.parametrize(
    "typed",
    ["covid 19", "10 top", "5 all", "2 m", "g7 2031", "1-2bn", "£1bn-£2bn", "£5m-a-year", "1.6.5bn", "7 won"],
)
def test_what_is_no_sum_stays_words(typed: str) -> None:
    assert parse(f"{typed} ").operators == ()


@pytest.mark.parametrize(
    ("typed", "amount", "currency"),
    [
        ("us$2bn", "2000000000", "USD"),
        ("A$5m,", "5000000", "AUD"),
        ("eur 2.5bn", "2500000000", "EUR"),
        ("half a million euros", "500000", "EUR"),
        ("€ 0.5", "0.5", "EUR"),
        ("1,5 billion", "1500000000", None),
        ("3k", "3000", None),
        ("5 millions", "5000000", None),
    ],
)
def test_a_sum_is_read(typed: str, amount: str, currency: str | None) -> None:
    ((_, _, *read),) = sums_in(typed)
    assert read == [amount, currency]


@given(
    st.lists(st.sampled_from(["£", "5", "1.6", "bn", "million", " ", '"', "-", "euros", "ﬁ", "x", "9" * 40]))
)
def test_sums_stand_where_they_are_told_to(parts: list[str]) -> None:
    typed = "".join(parts)
    at = 0
    for one in sums_in(typed):
        assert at <= one.start < one.end <= len(typed)
        assert float(one.amount) >= 0
        at = one.end
