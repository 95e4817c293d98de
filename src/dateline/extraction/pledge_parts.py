"""The parts of a pledge around its core: the action in few words, beneficiary, figures, condition, deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from dateline.extraction.parties import Cast

_ACTION_WORDS = 16


def span_of(core: Token, limit: int) -> tuple[int, int]:
    """Return the token bounds of what is committed, from the core to the end of its clause, at most limit."""
    start = core.i
    if core.pos_ in {"NOUN", "SYM", "PROPN", "NUM"}:
        start = clauses.noun_phrase(core)[0]
    end = min(max(core.right_edge.i + 1, core.i + 1), limit)
    return start, max(end, core.i + 1)


def action(core: Token, limit: int) -> str:
    """Return the action in few words: from the core up to a break in the clause, without relative clauses."""
    start, end = span_of(core, limit)
    doc = core.doc
    stop = end
    for i in range(core.i + 1, end):
        token = doc[i]
        ends = token.text in {";", "–", "—", ".", ":", "(", "!", "?"} or (
            token.is_space and "\n" in token.text
        )
        relative = token.lower_ in {"which", "who", "whose"} or token.dep_ == "acl:relcl"
        comma = token.text == "," and i - start >= 4 and not _listing(doc, i)
        if i > core.i + 1 and (ends or relative or comma):
            stop = i
            break
        if i - start >= _ACTION_WORDS and token.pos_ in {"ADP", "CCONJ", "SCONJ", "PART", "PUNCT"}:
            stop = i
            break
    while stop > core.i + 1 and (
        doc[stop - 1].is_punct or doc[stop - 1].pos_ in {"CCONJ", "SCONJ", "ADP", "PART"}
    ):
        if doc[stop - 1].dep_ == "compound:prt":
            break
        stop -= 1
    first, last = doc[start], doc[stop - 1]
    text = " ".join(doc.text[first.idx : last.idx + len(last)].split())
    return text.strip("“”\"'‘’ ")


def _listing(doc: Doc, i: int) -> bool:
    """Tell whether the comma separates members of a list of noun phrases."""
    following = doc[i + 1] if i + 1 < len(doc) else None
    return (
        following is not None
        and following.pos_ in {"ADJ", "NOUN", "PROPN"}
        and following.dep_ in {"conj", "amod", "compound"}
    )


def money(doc: Doc, start: int, end: int) -> tuple[int, ...]:
    """Return the indices of the figures among the tokens start to end."""
    if end <= start:
        return ()
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    return tuple(k for k, f in enumerate(doc._.money) if first <= f.start < last)


def deadline(doc: Doc, start: int, end: int) -> int | None:
    """Return the index of the date by or at which the tokens start to end say that it will be done."""
    if end <= start:
        return None
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    for k, date in enumerate(doc._.dates):
        if first <= date.start < last and date.direction != "past":
            return k
    return None


def condition_text(doc: Doc, bounds: tuple[int, int] | None) -> str | None:
    """Return the words of a condition, or None."""
    if bounds is None:
        return None
    start, end = bounds
    while end > start + 1 and doc[end - 1].is_punct:
        end -= 1
    text = doc.text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])]
    return " ".join(text.split()) or None


def is_headline(cast: Cast, sentence: Span) -> bool:
    """Tell whether the sentence is a headline or a heading: a short paragraph of its own without a full stop."""
    doc = cast.doc
    start, end = sentence.start, sentence.end
    while end > start and doc[end - 1].is_space:
        end -= 1
    if end - start > 16 or end == start or doc[end - 1].text in {".", "!", "?", ":", "”", '"', ",", "…", ";"}:
        return False
    opens = start == 0 or (doc[start - 1].is_space and "\n" in doc[start - 1].text)
    following = doc[end] if end < len(doc) else None
    return opens and (following is None or (following.is_space and "\n" in following.text))
