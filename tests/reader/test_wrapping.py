"""Text in lines: nothing is lost, nothing is too wide, offsets stay true."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dateline.index.rows import ArticleView
from dateline.reader.widgets.page import Page
from dateline.reader.widgets.strips import shorten
from dateline.reader.widgets.wrapping import excerpt, wrap, wrapped

WORDS = st.lists(
    st.sampled_from(["a", "bee", "naïve", "東京", "港の組合", "long" * 9, "£1.6bn", "—"]), max_size=30
)
TEXTS = st.builds(lambda words, glue: glue.join(words), WORDS, st.sampled_from([" ", "  ", "\n", " \n\n "]))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 13, ["one two three"]),
        ("onetwothree", 4, ["onet", "woth", "ree"]),
        ("a onetwothree b", 4, ["a", "onet", "woth", "ree", "b"]),
        ("one\n\ntwo", 9, ["one", "", "two"]),
        ("one   two", 4, ["one", "two"]),
        ("東京東京", 5, ["東京", "東京"]),
        ("  indented", 20, ["  indented"]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, width)] == lines


@given(
    TEXTS
    | st.text(
        st.characters(exclude_categories=["Cc", "Cf", "Cn", "Co", "Cs", "Mc", "Me", "Mn"]), max_size=60
    ),
    st.integers(2, 40),
)
def test_lines_fit_and_hold_all_but_spaces(text: str, width: int) -> None:
    spans = list(wrap(text, width))
    assert all(cell_len(text[start:end]) <= width for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert kept.replace(" ", "") == text.replace(" ", "").replace("\n", "")


@given(TEXTS, st.integers(2, 30), st.data())
def test_hits_are_lit_up_where_they_stand(text: str, width: int, data: st.DataObject) -> None:
    starts = (
        data.draw(st.lists(st.integers(0, max(0, len(text) - 1)), unique=True, max_size=5)) if text else []
    )
    edges = sorted(starts)
    hits = [(a, min(b, a + 4)) for a, b in zip(edges, [*edges[1:], len(text)], strict=False)]
    lit = "".join(piece for line in wrapped(text, hits, width) for piece, look in line if look == "hit")
    expected = "".join(text[a:b] for a, b in hits)
    assert lit.replace(" ", "") == expected.replace(" ", "").replace("\n", "")


def test_an_excerpt_shows_the_first_hit() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    at = text.index("word50")
    lines = excerpt(text, [(at, at + 6)], 20, 3)
    assert len(lines) == 3
    assert any(piece == ("word50", "hit") for line in lines for piece in line)
    assert lines[0][0] == ("…", "dim")
    assert lines[-1][-1] == ("…", "dim")
    assert all(sum(cell_len(piece) for piece, _ in line) <= 20 for line in lines)


@given(st.text(max_size=30), st.integers(0, 30))
def test_shortened_text_fits(text: str, width: int) -> None:
    short = shorten(text, width)
    assert cell_len(short) <= width
    assert short == text or (short == "" and width == 0) or short.endswith("…")


def view(text: str, title: str, basis: str = "declared") -> ArticleView:
    return ArticleView("a", title, basis, "2031-04-02", "declared", (), None, text, (), 3, ())  # type: ignore[arg-type]


def test_a_headline_that_is_part_of_the_text_is_shown_once() -> None:
    page = Page(view("Cranes move\n\nThey moved.", "Cranes move"), [("2 April", "dim")], 40)
    assert [row.text for row in page.rows] == ["Cranes move", "2 April", "", "They moved."]
    assert page.rows[0].start == 0
    assert page.row_of(3) == 0
    assert page.row_of(13) == 3


def test_a_headline_made_from_the_text_leaves_it_whole() -> None:
    page = Page(view("Cranes move. They moved.", "Cranes move.", "derived"), [], 40)
    assert [row.text for row in page.rows] == ["Cranes move.", "", "Cranes move. They moved."]


@given(TEXTS, st.integers(1, 40))
def test_each_offset_is_found_in_its_row(text: str, width: int) -> None:
    page = Page(view(text, "Title"), [], width)
    for offset, character in enumerate(text):
        if not character.isspace():
            row = page.rows[page.row_of(offset)]
            assert row.start <= offset < row.start + len(row.text)
            assert row.text[offset - row.start] == character


@given(st.text(st.sampled_from("ab  c-"), max_size=80), st.integers(2, 12))
def test_both_ways_of_wrapping_agree(line: str, width: int) -> None:
    from dateline.reader.widgets import wrapping

    if len(line) > width:
        narrow = list(wrapping._wrap_narrow(line, 3, width))
        assert narrow == list(wrapping._wrap_words(line, 3, width))
