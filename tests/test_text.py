"""What text looks like behind the gate, and how it is compared."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dateline.text import MARKS_PER_BASE, clean, fold, paired, slug

# Text with more of what hurts than chance would give.
HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x1b\x9b\x9d\x90\x07\x9c\x85\r\n\t\v\f\\[]0;m?P^_X\u2028\u2029\u200b\u200d\u202e\u2066\ufeff\ufe0f"
        ),
        st.sampled_from("\u0301\u0316\u20e3\U0001f3fd\U000e0067\ud800éa“’ "),
    )
)


@given(HOSTILE)
def test_nothing_survives_that_a_terminal_obeys(text: str) -> None:
    kinds = {unicodedata.category(character) for character in clean(text) if character != "\n"}
    assert not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(HOSTILE)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P", "S", "Zs"])))
def test_plain_text_passes_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("outside", "inside"),
    [
        ("a \x1b[1;31mred\x1b[0m word", "a red word"),
        ("\x1b]2;title\x07text", "text"),
        ("\x1b]52;c;Y29weQ==\x1b\\text", "text"),
        ("\x9d2;title\x9ctext", "text"),
        ("\x9b31mtext", "text"),
        ("\x1bP1$tx\x1b\\text", "text"),
        ("\x1bctext", "text"),
        ("before\x1b]0;never ended\nthe next line", "before\nthe next line"),
        ("of \x9dthe line nothing is lost", "of the line nothing is lost"),
        ("one\r\ntwo\rthree\x85four\u2028five\x0csix", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("one\u2029two", "one\n\ntwo"),
        ("£1.6\xa0bn\tnow\u2009!", "£1.6 bn now !"),
        ("co\xadope\u200brat\u200dion", "cooperation"),
        ("\u202egnp.exe\u202c \u2066x\u2069", "gnp.exe x"),
        ("❤\ufe0f 1\ufe0f\u20e3 👍🏽", "❤ 1 👍"),
        ("Zele\u0301n", "Zelén"),
        ("\ufeffstart", "start"),
        ("half a \ud83d pair", "half a  pair"),
    ],
)
def test_outside_text(outside: str, inside: str) -> None:
    assert clean(outside) == inside


def test_a_pile_of_marks_is_lowered() -> None:
    piled = "Z" + "\u0334\u0301\u0316" * 50 + "algo"
    assert sum(unicodedata.category(character) == "Mn" for character in clean(piled)) <= MARKS_PER_BASE
    assert unicodedata.normalize("NFD", clean(piled)).startswith("Z")
    assert clean(piled).endswith("algo")


def test_emoji_and_wide_characters_keep_a_width_that_terminals_agree_on() -> None:
    assert cell_len(clean("👍🏽 ❤️ 1️⃣ 日本")) == 2 + 1 + 1 + 1 + 1 + 1 + 4


@pytest.mark.parametrize(
    "unit",
    ["\x1b]", "\x9d", "\x9b0", "\x1b[0", "\u0301", "\u0316\u0301", "\x1b", "\r", "\x9d\x9d7", "\u0301a"],
)
def test_a_million_hostile_characters_are_no_obstacle(unit: str) -> None:
    cleaned = clean("e" + unit * (1_000_000 // len(unit)) + "\nend")
    assert cleaned.endswith("\nend")
    assert "\x1b" not in cleaned


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Włodzimierz Zaśkyj", "wlodzimierz zaskyj"),
        ("Łódź, Strauß, Søren, Đinđić", "lodz, strauss, soren, dindic"),
        ("“Quoted” – it’s", '"quoted" - it\'s'),
        ("ﬁnance ＵＫ", "finance uk"),
        ("İstanbul ISTANBUL", "istanbul istanbul"),
        ("Ærø þing", "aero thing"),
    ],
)
def test_spellings_that_compare_as_equal(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(), st.text())
def test_folding_works_character_by_character(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)
    long = "The `Quick` " * 8
    assert fold(one + long + other) == fold(one) + fold(long) + fold(other)
    assert fold(fold(one)) == fold(one)


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Ida Vale", "ida-vale"),
        ("Ursula von der Leyen", "ursula-von-der-leyen"),
        ("Siobhán O’Neill", "siobhan-oneill"),
        ("  £1.6bn — UK/Ukraine ", "1-6bn-uk-ukraine"),
        ("…", ""),
    ],
)
def test_slugs(name: str, identifier: str) -> None:
    assert slug(name) == identifier


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("back it with “boots on the ground", "back it with boots on the ground"),
        ("open” to joint finance", "open to joint finance"),
        ("the “coalition of the willing” and others", "the “coalition of the willing” and others"),
        ('a "deal', "a deal"),
    ],
)
def test_quotation_marks_that_stand_alone_go(text: str, whole: str) -> None:
    assert paired(text) == whole
