"""Sums: what the article states, and what only looks like one."""

from __future__ import annotations

import importlib.util
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extraction.money import figures
from dateline.extraction.money_grammar import Reading

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from dateline.model import Figure


def read(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text in which no country is named."""
    return figures(text, Reading(text, lambda _country, _place: None).sums())


@pytest.mark.parametrize(
    ("text", "wording", "amount", "currency"),
    [
        ("Ministers set aside £1.6bn for it.", "£1.6bn", "1600000000", "GBP"),
        ("The port will cost $3 million to dredge.", "$3 million", "3000000", "USD"),
        ("It sold for €12,500 at auction.", "€12,500", "12500", "EUR"),
        ("They paid 40 million euros for the bridge.", "40 million euros", "40000000", "EUR"),
        ("The lender wrote off half a billion dollars.", "half a billion dollars", "500000000", "USD"),
        ("A quarter of a million pounds went missing.", "A quarter of a million pounds", "250000", "GBP"),
        ("It raised two and a half billion yen.", "two and a half billion yen", "2500000000", "JPY"),
        ("The town owes US$4m to builders.", "US$4m", "4000000", "USD"),
        ("The grant is C$250,000.", "C$250,000", "250000", "CAD"),
        ("The mine is worth A$3.2bn.", "A$3.2bn", "3200000000", "AUD"),
        ("The fine was Canadian $20m.", "Canadian $20m", "20000000", "CAD"),
        ("He was fined 30,000 Swiss francs.", "30,000 Swiss francs", "30000", "CHF"),
        ("She won 6m Hong Kong dollars.", "6m Hong Kong dollars", "6000000", "HKD"),
        ("The levy brings in 90bn roubles.", "90bn roubles", "90000000000", "RUB"),
        ("It cost 12 lakh rupees.", "12 lakh rupees", "1200000", "INR"),
        ("The dam needs Rs 1.5 lakh crore.", "Rs 1.5 lakh crore", "1500000000000", "INR"),
        ("The firm owed 3bn German marks.", "3bn German marks", "3000000000", "DEM"),
        ("Petrol rose by 14 cents.", "14 cents", "0.14", "USD"),
        ("Milk is 95p a bottle.", "95p", "0.95", "GBP"),
        ("Shares closed at 312 pence.", "312 pence", "3.12", "GBP"),
        ("It cost three dollars and twenty cents.", "three dollars and twenty cents", "3.2", "USD"),
        ("The bill was $1,190.00 AUD in all.", "$1,190.00 AUD", "1190", "AUD"),
        ("They asked for £3bn pounds more.", "£3bn pounds", "3000000000", "GBP"),
        ("It budgeted EUR 20m for roads.", "EUR 20m", "20000000", "EUR"),
        ("It budgeted 20m EUR for roads.", "20m EUR", "20000000", "EUR"),
        ("The price was 2 390 € per seat.", "2 390 €", "2390", "EUR"),
        ("The loan was 500 billion won.", "500 billion won", "500000000000", "KRW"),
    ],
)
def test_amount_and_currency(text: str, wording: str, amount: str, currency: str) -> None:
    assert [(f.text, f.amount, f.currency) for f in read(text)] == [(wording, amount, currency)]


@pytest.mark.parametrize(
    "text",
    [
        "The boxer weighs 200 pounds before lunch.",
        "They planted a 500-pound bomb under the road.",
        "He bought ten pounds of potatoes.",
        "50 Cent sang at the end of the show.",
        "All 12 euro countries signed, and 15 euro-sceptic members did not.",
        "The team won 20 gold medals and 1 silver.",
        "ALL 70 OF THEM REACHED THE TOP 10.",
        "The dollar fell against the euro.",
        "She drove an Audi R8 past the N95 masks.",
        "It was a multi-million pound affair.",
        "Watch it in 1080p or 720p.",
        "The ticker $ABC rose by 4%.",
    ],
)
def test_no_money(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "wording", "equivalents"),
    [
        ("It gave 3bn euros ($3.3bn) to them.", "3bn euros ($3.3bn)", [("3300000000", "USD")]),
        (
            "It gave 3bn euros (about $3.3bn; £2.5bn at the time) to them.",
            "3bn euros (about $3.3bn; £2.5bn at the time)",
            [("3300000000", "USD"), ("2500000000", "GBP")],
        ),
        ("It is $10bn per annum (£5bn).", "$10bn per annum (£5bn)", [("5000000000", "GBP")]),
        ("They live on $4, or three euros, a day.", "$4, or three euros", [("3", "EUR")]),
        ("They spent £50m (£20m of it on roads).", "£50m", []),
        ("They spent £50m (down from $90m last year and falling ever since the vote).", "£50m", []),
    ],
)
def test_equivalents(text: str, wording: str, equivalents: list[tuple[str, str]]) -> None:
    first = read(text)[0]
    assert (first.text, [(e.amount, e.currency) for e in first.equivalents]) == (wording, equivalents)


def test_a_repeated_sum_keeps_its_equivalent() -> None:
    headline, body = read("Bank lends £8m\n\nThe bank lends £8m ($10m) to farmers.")
    assert headline.text == "£8m"
    assert headline.equivalents == body.equivalents != ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 5 and 10 million dollars", "5000000", "10000000"),
        ("£2m-£3m", "2000000", "3000000"),
        ("$2-3bn", "2000000000", "3000000000"),
        ("£10-£15m", "10000000", "15000000"),
        ("five or six billion pounds", "5000000000", "6000000000"),
        ("three to four hundred million euros", "300000000", "400000000"),
        ("£500,000 to £1m", "500000", "1000000"),
        ("between $500,000 and $1 million", "500000", "1000000"),
    ],
)
def test_ranges(text: str, low: str, high: str) -> None:
    (figure,) = read(f"It may cost {text} in the end.")
    assert (figure.amount, figure.amount_to) == (low, high)


@pytest.mark.parametrize("text", ["Sales fell from £42m to £28m.", "Profit rose £2m to £5m."])
def test_a_change_is_two_sums(text: str) -> None:
    assert [f.amount_to for f in read(text)] == [None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It costs about £5m.", True),
        ("It costs just over £5m.", True),
        ("It spent over £5m.", True),
        ("It costs up to £5m.", True),
        ("It costs £5m or more.", True),
        ("It costs £5m.", False),
        ("A row over £5m of fees broke out.", False),
        ("The talks were about fish, and £5m was paid.", False),
    ],
)
def test_approximation(text: str, expected: bool) -> None:
    assert read(text)[0].approximate is expected


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("It costs £5m a year.", "a year"),
        ("It costs £5m per month to run.", "per month"),
        ("It promised £5m over five years.", "over five years"),
        ("It promised £5m over the next decade.", "over the next decade"),
        ("It promised an annual £5m.", "annual"),
        ("A £5m-a-year contract was signed.", "a-year"),
        ("It gave 3bn euros ($3.3bn) a year.", "a year"),
        ("It costs £5m.", None),
        ("The row is over; £5m was paid.", None),
    ],
)
def test_period(text: str, period: str | None) -> None:
    assert read(text)[0].period == period


@pytest.mark.parametrize(
    "wording",
    [
        "hundreds of billions of euros",
        "several hundred million euros",
        "a few million euros",
        "billions of euros",
    ],
)
def test_sums_without_a_number(wording: str) -> None:
    (figure,) = read(f"The plan frees {wording} for roads.")
    assert (figure.text, figure.amount, figure.currency, figure.approximate) == (wording, None, "EUR", True)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Chile said the fund holds 3bn pesos.", "CLP"),
        ("Mexico said the fund holds 3bn pesos.", "MXN"),
        ("Sweden and Norway: the Norwegians hold 5bn crowns.", "NOK"),
        ("Kenya has set aside 9bn shillings.", "KES"),
    ],
)
def test_the_nearest_country_settles_whose_money_is_meant(nlp: Language, text: str, currency: str) -> None:
    assert [f.currency for f in nlp(text)._.money] == [currency]


SYMBOLS = {"£": "GBP", "$": "USD", "€": "EUR", "HK$": "HKD", "¥": "JPY", "₹": "INR"}
WORDS = {"euros": "EUR", "yen": "JPY", "Canadian dollars": "CAD", "roubles": "RUB", "Danish kroner": "DKK"}
SCALES = {"": 0, "m": 6, "bn": 9, " million": 6, " billion": 9, " trillion": 12}


@given(
    number=st.tuples(st.integers(1, 999_999), st.integers(0, 99)),
    scale=st.sampled_from(sorted(SCALES)),
    unit=st.sampled_from([*SYMBOLS, *WORDS]),
    around=st.sampled_from([("It cost ", "."), ("They paid up to ", ", he said."), ("“", " (in full).")]),
)
def test_every_written_sum_is_read_back(
    number: tuple[int, int], scale: str, unit: str, around: tuple[str, str]
) -> None:
    units, hundredths = number
    digits = f"{units:,}" + (f".{hundredths:02}" if hundredths else "")
    wording = f"{unit}{digits}{scale}" if unit in SYMBOLS else f"{digits}{scale} {unit}"
    (figure,) = read(wording.join(around))
    assert figure.text == wording
    assert Decimal(figure.amount or "") == Decimal(digits.replace(",", "")).scaleb(SCALES[scale])
    assert "E" not in (figure.amount or "")
    assert figure.currency == (SYMBOLS | WORDS)[unit]


WORDING = """£ $ US$ 5 1,000 . - m bn million pounds a of half and to p between euros cents ( ) or Swiss
 francs hundreds USD over five year"""
PIECES = st.sampled_from([*WORDING.split(), "\n\n"])


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join))
def test_offsets_are_exact_and_do_not_overlap(text: str) -> None:
    end = 0
    for figure in read(text):
        assert end <= figure.start < figure.end
        assert text[figure.start : figure.end] == figure.text
        end = figure.end


def scoring(shared: Path) -> Any:
    """Return the module that scores the cases."""
    path = shared / "tools" / "cases" / "scoring.py"
    spec = importlib.util.spec_from_file_location("scoring", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_floor_on_the_money_cases(shared: Path) -> None:
    lines = (shared / "tools" / "cases" / "money_cases.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    found: dict[str, list[dict[str, Any]]] = {}
    for case in cases:
        rows = found.setdefault(case["id"], [])
        for figure in read(case["text"]):
            place = {"start": figure.start, "end": figure.end}
            rows.append({**place, "amount": figure.amount, "currency": figure.currency})
            rows += [{**place, "amount": e.amount, "currency": e.currency} for e in figure.equivalents]
    figures_, _errors = scoring(shared).score_money(cases, found)
    assert figures_["bbc-news"]["F1"] >= 0.985
    assert figures_["ALL"]["F1"] >= 0.98
