"""The parts of a pledge around its core: the action in few words, beneficiary, figures, condition,
deadline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, commitment, extensions
from dateline.text import paired

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from dateline.extraction.parties import Cast

_ACTION_WORDS = 16
_JOINTS = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "PUNCT"})


def span_of(core: Token, limit: int) -> tuple[int, int]:
    """Return the token bounds of what is committed, from the core to the end of its clause, at most limit."""
    start = core.i
    if core.pos_ in {"NOUN", "SYM", "PROPN", "NUM"}:
        start = clauses.noun_phrase(core)[0]
    last = limit - 1 if core.dep_ == "fixed" else core.right_edge.i  # what "as well as" leads has no tree
    end = min(max(last + 1, core.i + 1), limit)
    return start, max(end, core.i + 1)


def action(cue: Token, core: Token, limit: int) -> str:
    """Return the action in few words: from the core up to a break in the clause, without brackets and
    relatives.

    What is no verb is led by the adjective that commits to it: "committed to Nato".
    """
    start, end = span_of(core, limit)
    doc = core.doc
    if (
        core.pos_ != "VERB"
        and cue.pos_ in {"ADJ", "VERB"}
        and cue.lower_ in commitment.ADJECTIVES
        and cue.i < core.i
    ):
        start = cue.i
    kept: list[Token] = []
    depth = 0
    for token in doc[start:end]:
        depth += (token.text == "(") - (token.text == ")")
        if depth or token.text == ")":
            continue
        if token.i > core.i + 1 and (
            _breaks(token, start) or (len(kept) >= _ACTION_WORDS and token.pos_ in _JOINTS)
        ):
            break
        kept.append(token)
    while len(kept) > 1 and kept[-1].i > core.i and _trails(kept[-1]):
        kept.pop()
    text = "".join(token.text_with_ws if token.i != kept[-1].i else token.text for token in kept)
    return paired(" ".join(text.split()).strip("“”\"'‘’ "))


def _breaks(token: Token, start: int) -> bool:
    """Tell whether the action ends before the token: at the end of a clause, a relative clause, an aside."""
    if token.text in {";", "–", "—", ".", ":", "!", "?"} or (token.is_space and "\n" in token.text):
        return True
    if token.lower_ in {"which", "who", "whose"} or (token.dep_ == "acl:relcl" and token.tag_ != "VB"):
        return True
    return token.text == "," and token.i - start >= 4 and not _listing(token.doc, token.i)


def _trails(token: Token) -> bool:
    if token.dep_ == "compound:prt":
        return False
    return (
        token.is_punct
        or token.pos_ in {"CCONJ", "SCONJ", "ADP", "PART", "DET"}
        or token.lower_ in {"that", "as"}
    )


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
    text = extensions.text(doc)[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])]
    return " ".join(text.split()) or None


def is_headline(cast: Cast, sentence: Span) -> bool:
    """Tell whether the sentence is a headline or a heading: a short paragraph of its own without a full
    stop.
    """
    doc = cast.doc
    start, end = sentence.start, sentence.end
    while end > start and doc[end - 1].is_space:
        end -= 1
    if end - start > 16 or end == start or doc[end - 1].text in {".", "!", "?", ":", "”", '"', ",", "…", ";"}:
        return False
    opens = start == 0 or (doc[start - 1].is_space and "\n" in doc[start - 1].text)
    following = doc[end] if end < len(doc) else None
    return opens and (following is None or (following.is_space and "\n" in following.text))
