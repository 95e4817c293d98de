"""Judgements in words, for lists, messages and refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.model import Judgement, Quote

_LONGEST = 60  #: characters of a quote that are shown
_NATURES = {
    "person": "a person",
    "country": "a country",
    "organization": "an organization",
    "none": "no actor or summit",
}


def worded(judgement: Judgement) -> str:
    """Return what a judgement says: "“Ms Vale” is the same as “Ida Vale”"."""
    one = _quoted(judgement.about[0])
    match judgement.kind:
        case "kind":
            return f"{one} is {_NATURES.get(judgement.value, judgement.value)}"
        case "same":
            return f"{one} is the same as {_quoted(judgement.about[1])}"
        case "different":
            return f"{one} is not the same as {_quoted(judgement.about[1])}"
        case "rename":
            return f"{one} is called {judgement.value}"
        case "date":
            whole = not judgement.about[0].text
            return f"{'the article' if whole else one} is dated {judgement.value}"
        case "wrong" | "confirmed":
            return f"{one} is {judgement.kind}"


def refusal(chain: Iterable[Judgement]) -> str:
    """Return why a judgement is refused, given those that it contradicts."""
    return "you have said that " + ", that ".join(map(worded, chain))


def _quoted(quote: Quote) -> str:
    words = " ".join(quote.text.split())
    return f"“{words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + '…'}”"
