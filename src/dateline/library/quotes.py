"""Quotes: how a judgement names a place in a text, and how that place is found again in a later version."""

from __future__ import annotations

import re
from itertools import takewhile

from dateline.model import Quote

CONTEXT = 32  #: characters that are quoted in front of the words and behind them
#: Characters next to the words that must be as they were, unless all of a shorter context is.
_ENOUGH = 8


def quote(article: str, text: str, start: int, end: int) -> Quote:
    """Return what names the stretch from start to end of an article's text; of none, the whole article."""
    if start >= end:
        return Quote(article, "")
    return Quote(article, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def find(quoted: Quote, text: str) -> tuple[int, int] | None:
    """Return where in a text the quoted words stand; None where they are gone.

    Of several occurrences the one whose neighbourhood agrees best, of equals the first; how white space is
    laid out does not matter. A quote of a whole article is found at (0, 0).
    """
    words = quoted.text.split()
    if not words:
        return (0, 0) if not quoted.text else None
    before, after = _plain(quoted.before).rstrip(), _plain(quoted.after).lstrip()
    best: tuple[int, tuple[int, int]] | None = None
    # a lookahead finds occurrences that overlap, too
    for match in re.finditer("(?=(" + r"\s+".join(map(re.escape, words)) + "))", text):
        start, end = match.span(1)
        agreed = _agreement(before, _plain(text[max(0, start - 2 * CONTEXT) : start]).rstrip(), from_end=True)
        agreed += _agreement(after, _plain(text[end : end + 2 * CONTEXT]).lstrip())
        if best is None or agreed > best[0]:
            best = agreed, (start, end)
    if best is None or best[0] < min(_ENOUGH, len(before) + len(after)):
        return None
    return best[1]


def _agreement(quoted: str, found: str, *, from_end: bool = False) -> int:
    """Return how many characters next to the words are the same."""
    pairs = (
        zip(reversed(quoted), reversed(found), strict=False) if from_end else zip(quoted, found, strict=False)
    )
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _plain(text: str) -> str:
    """Return text with runs of white space as one space."""
    return re.sub(r"\s+", " ", text)
