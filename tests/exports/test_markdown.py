"""Outside text in Markdown: whatever it holds, a reader of the rendered page sees that text."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dateline.exports.markdown import dates_told, escaped, quotation
from dateline.index.rows import DateRange
from dateline.text import clean

HOSTILE = [
    "*bold* _it_ `code` ~~gone~~ [link](https://example.org) ![x](y)",
    "<script>alert(1)</script> &copy; &#65; <https://example.org>",
    "1. no list",
    "2) no list",
    "- no list",
    "+ no list",
    "# no heading #",
    "> no quotation",
    "--- ",
    "===",
    "***",
    "```",
    "a | b",
    "two\nlines\n\n# and more",
    "\\",
    "ends in a backslash \\",
    "\x1b[31mred\x1b[0m \u202eback",
    "    indented",
    "$5m and $6m$",
]


def shown(markdown: str) -> str:
    """Return the text that a rendered page shows, on one line."""
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


@given(st.text(alphabet=st.sampled_from("\\`*_[]<>~|#$&!()+-=.1;: \na{}\"'"), max_size=30))
@example("1.")
@example("&amp;")
def test_any_text_is_shown_as_it_is(text: str) -> None:
    assert "".join(shown(f"- {escaped(text)}\n").split()) == "".join(clean(text).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_makes_neither_marks_nor_blocks(text: str) -> None:
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(escaped(text) + "\n")
    assert re.findall(r"<\w+", rendered) == ["<p"]
    assert "\x1b" not in rendered
    assert "\u202e" not in rendered


@pytest.mark.parametrize("text", HOSTILE)
def test_a_quotation_stays_a_quotation(text: str) -> None:
    rendered = MarkdownIt("commonmark").render(quotation(text, "The Quay") + "\nafter\n")
    assert re.findall(r"<\w+", rendered) == ["<blockquote", "<p", "<p", "<p"]


def test_plain_words_are_left_alone() -> None:
    words = "The 3.5% rise (in 2031) - “good”, she said: 5,000 of them!"
    assert escaped(words) == words


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (None, "all dates"),
        (DateRange("2031-04-05", "2031-06-01"), "5 Apr 2031 – 1 Jun 2031"),
        (DateRange("2031-04-05", "2031-04-05"), "5 Apr 2031"),
        (DateRange("2031-04-05", "9999-12-31"), "from 5 Apr 2031"),
        (DateRange("0001-01-01", "2031-04-05"), "until 5 Apr 2031"),
    ],
)
def test_dates_in_words(dates: DateRange | None, words: str) -> None:
    assert dates_told(dates) == words
