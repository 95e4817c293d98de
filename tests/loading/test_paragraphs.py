"""Paragraphs by the shape of the lines."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from dateline.loading.paragraphs import split

FIRST = (
    "Ministers of seven countries met in Geneva on Tuesday to talk about the harbours that last winter's "
    "storms have broken, and about who is to pay for them. They will meet again in May."
)
SECOND = (
    "The harbours have been shut since January, and the fishing fleets lie idle. Nobody was hurt when the "
    "great crane of the northern port fell into the water, its owners said."
)


def test_blank_lines_part_paragraphs() -> None:
    assert split(f"\n\n{FIRST}\n\n   \n{SECOND}\n") == [FIRST, SECOND]


def test_one_paragraph_on_each_line() -> None:
    assert split(f"{FIRST}\n{SECOND}\n{FIRST}") == [FIRST, SECOND, FIRST]


def test_lines_that_were_wrapped_are_joined() -> None:
    for width in (60, 72, 80, 99):
        wrapped = "\n\n".join(textwrap.fill(text, width, break_on_hyphens=False) for text in (FIRST, SECOND))
        assert split(wrapped) == [FIRST, SECOND]


def test_the_lines_of_a_heading_above_wrapped_text_stay_apart() -> None:
    heading = "Seven ports, one bill\nBy Ann Example\n2 March 2025"
    wrapped = heading + "\n\n" + textwrap.fill(FIRST, 72) + "\n\n" + textwrap.fill(SECOND, 72)
    assert split(wrapped) == [*heading.split("\n"), FIRST, SECOND]


def test_a_word_parted_at_its_hyphen_is_put_together_with_it() -> None:
    text = (
        "The ministers want to have the money together by the end of this long-\n"
        "awaited year, and to have the first of the harbours open again by then\n"
        "or by the spring of the next one at the very latest."
    )
    assert "long-awaited year" in split(text)[0]


def test_one_sentence_on_each_line_with_blank_lines_between_paragraphs() -> None:
    text = "A headline\n\nMinisters met.\nThey will meet again.\n\nThe ports are shut.\nNobody was hurt."
    assert split(text) == [
        "A headline",
        "Ministers met. They will meet again.",
        "The ports are shut. Nobody was hurt.",
    ]


def test_one_sentence_on_each_line_without_blank_lines() -> None:
    assert split("Ministers met.\nThe ports are shut.") == ["Ministers met.", "The ports are shut."]


def test_a_line_that_goes_on_in_lower_case_is_no_new_paragraph() -> None:
    assert split("Ministers met in Geneva\nand in Berne.") == ["Ministers met in Geneva and in Berne."]


LINES = st.lists(
    st.sampled_from(["", " ", FIRST, SECOND[:40], "and more", "Short.", "ends in hyphen-", "“Q"])
)


@given(st.one_of(LINES.map("\n".join), st.text()))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    paragraphs = split(text)
    assert "".join("".join(paragraphs).split()) == "".join(text.split())
    assert all(paragraph and paragraph == " ".join(paragraph.split()) for paragraph in paragraphs)
