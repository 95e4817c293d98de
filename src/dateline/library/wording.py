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
    "none": "no person, country, organization or summit",
}
_NOT = {
    "person": "not a person",
    "country": "not a country",
    "organization": "not an organization",
    "summit": "no summit",
}


def worded(judgement: Judgement, taken_for: str = "") -> str:
    """Return what a judgement says: "“Ms Vale” is the same as “Ida Vale”".

    `taken_for` is the kind of what the words were taken for, where that is known: person, summit, …
    """
    one = _quoted(judgement.about[0])
    match judgement.kind:
        case "kind" if judgement.value == "none" and taken_for in _NOT:
            return f"{one} is {_NOT[taken_for]}"
        case "kind":
            return f"{one} is {_NATURES.get(judgement.value, judgement.value)}"
        case "same":
            return f"{one} is the same as {_quoted(judgement.about[1])}"
        case "different":
            return f"{one} is not the same as {_quoted(judgement.about[1])}"
        case "rename":
            return f"{one} is called {_shortened(judgement.value)}"
        case "date":
            whole = not judgement.about[0].text
            return f"{'the article' if whole else one} is dated {_shortened(judgement.value)}"
        case "wrong" | "confirmed":
            return f"{_in_context(judgement.about[0])} is {judgement.kind}"


def refusal(chain: Iterable[Judgement]) -> str:
    """Return why a judgement is refused, given those that it contradicts."""
    return "you have said that " + ", that ".join(map(worded, chain))


def _quoted(quote: Quote) -> str:
    return f"“{_shortened(quote.text)}”"


def _in_context(quote: Quote) -> str:
    """Return the words with what stands around them: a verb or a sum alone does not tell which claim."""
    words = " ".join(quote.text.split())
    if len(words) > _LONGEST:
        return _quoted(quote)
    before, after = quote.before.split("\n")[-1], quote.after.split("\n")[0]
    if before == quote.before:  # cut within a word, as likely as not
        before = f"…{before.partition(' ')[2]}" if before else ""
    if after == quote.after:
        after = f"{after.rpartition(' ')[0]}…" if after else ""
    return f"“{before}{words}{after}”"


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
