"""Quotes: a place in a text is found again by its words and what stands around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.library.quotes import CONTEXT, find, quote

TEXT = "Ida Vale met Otto Brandt in Lima. Brandt left early. In the end Vale stayed, and Brandt wrote to her."


def at(words: str, text: str = TEXT, number: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


@given(st.text(alphabet="ab \n", min_size=1, max_size=80), st.data())
def test_a_quote_is_found_in_its_own_text_with_the_same_words_and_context(text: str, data) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quoted = quote("a", text, start, end)
    found = find(quoted, text)
    if not quoted.text.strip():
        assert found is None
        return
    assert found is not None
    assert text[slice(*found)].split() == quoted.text.split()
    if text.count(quoted.before + quoted.text + quoted.after) == 1 and quoted.text == quoted.text.strip():
        assert text[max(0, found[0] - CONTEXT) : found[0]].split() == quoted.before.split()


def test_of_equal_words_the_one_in_the_same_place_is_found() -> None:
    for number in range(3):
        place = at("Brandt", number=number)
        assert find(quote("a", TEXT, *place), TEXT) == place


def test_a_quote_is_found_after_changes_elsewhere_and_beside_it() -> None:
    later = "Corrected. " + TEXT.replace("met Otto", "saw Otto").replace("In the end", "At last")
    for number in range(3):
        quoted = quote("a", TEXT, *at("Brandt", number=number))
        assert find(quoted, later) == at("Brandt", later, number)


def test_other_white_space_makes_no_difference() -> None:
    quoted = quote("a", TEXT, *at("Otto Brandt"))
    later = TEXT.replace(" ", "\n")
    assert find(quoted, later) == at("Otto\nBrandt", later)


def test_words_that_are_gone_or_stand_in_another_place_are_not_found() -> None:
    quoted = quote("a", TEXT, *at("Brandt", number=1))
    assert find(quoted, TEXT.replace("Brandt", "Mora")) is None
    assert find(quoted, "Nobody knows whether Brandt has ever been here at all.") is None


def test_a_whole_article_is_found_in_any_text() -> None:
    assert find(quote("a", TEXT, 0, 0), "anything") == (0, 0)
