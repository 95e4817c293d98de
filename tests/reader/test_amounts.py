"""Sums as they are typed and shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.index.rows import Total
from dateline.reader import amounts


@pytest.mark.parametrize(
    ("typed", "amount", "currency", "shown"),
    [
        ("£1bn", "1000000000", "GBP", "£1bn"),
        ("500m", "500000000", None, "500m"),
        ("EUR 2.5bn", "2500000000", "EUR", "€2.5bn"),
        ("5 billion usd", "5000000000", "USD", "$5bn"),
        ("C$3m", "3000000", "CAD", "C$3m"),
        ("1,000", "1000", None, "1,000"),
        ("$", None, "USD", "$"),
        ("sek", None, "SEK", "SEK"),
    ],
)
def test_sums_are_read_and_shown(typed: str, amount: str | None, currency: str | None, shown: str) -> None:
    assert amounts.parse(typed) == (amount, currency)
    assert amounts.shown(amount, currency) == shown


@pytest.mark.parametrize("typed", ["", "bn", "x1", "1.2.3", "£5 EUR", "five", "9" * 30, "[/]", "abc"])
def test_what_is_no_sum_is_told(typed: str) -> None:
    with pytest.raises(amounts.AmountError):
        amounts.parse(typed)


@given(st.text(max_size=20))
def test_anything_typed_is_a_sum_or_told(typed: str) -> None:
    try:
        amount, currency = amounts.parse(typed)
    except amounts.AmountError:
        return
    assert amounts.shown(amount, currency)


@given(st.integers(1, 10**15), st.sampled_from(["GBP", "EUR", "SEK"]))
def test_what_is_shown_can_be_typed(amount: int, currency: str) -> None:
    assert amounts.parse(amounts.shown(str(amount), currency)) == (str(amount), currency)


@pytest.mark.parametrize(
    ("total", "says"),
    [
        (Total("EUR", False, "5000000", "5000000", False, 1, 0), "€5m in 1 claim"),
        (Total("EUR", True, "5000000", "7000000", True, 3, 0), "about €5m – €7m a year in 3 claims"),
        (Total("EUR", False, "0", "7000000", False, 2, 0), "up to €7m in 2 claims"),
        (Total("GBP", False, "1994500150", "1994500150", True, 7, 0), "about £1.995bn in 7 claims"),
        (Total("GBP", False, "1994500150", "1994500150", False, 7, 0), "£1.99450015bn in 7 claims"),
    ],
)
def test_totals_in_words(total: Total, says: str) -> None:
    assert amounts.total(total) == says


def test_totals_that_have_no_room_are_counted() -> None:
    found = [Total(c, False, "5000000", "5000000", False, 1, 0) for c in ("EUR", "GBP", "USD")]
    assert amounts.totals(found, 80) == "€5m in 1 claim · £5m in 1 claim · $5m in 1 claim"
    assert amounts.totals(found, 40) == "€5m in 1 claim · £5m in 1 claim · 1 more"
    assert amounts.totals(found, 5) == "€5m in 1 claim · 2 more"
    assert amounts.totals(found[:1], 5) == "€5m in 1 claim"
