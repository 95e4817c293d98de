"""The condition to which a clause is bound: "if …", "unless …", "only after …", "in the event of …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import moods
from dateline.extraction.speech import SAYING
from dateline.extraction.wordlists import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_REFUSING = frozenset({"refuse", "decline"})
#: Verbs behind which "if" asks instead.
_WEIGHING = frozenset(
    {"ask", "check", "consider", "decide", "determine", "doubt", "examine", "know", "see", "tell", "wonder"}
)
_CONDITION_WORDS = frozenset({"if", "unless", "provided", "providing", "assuming"})


def condition(verb: Token) -> tuple[int, int] | None:
    """Return the token bounds of the condition that the clause is bound to: "if …", "only after …",
    "unless …".
    """
    sentence = verb.sent
    words = [token.lower_ for token in sentence]
    if _TELLING.isdisjoint(words):
        return None
    for holder in (verb, *(a for a in _clause_heads(verb)), *_aside(verb)):
        for child in holder.children:
            if verb.dep_ == "ccomp" and holder == verb.head and child.i > holder.i:
                break
            bounds = _conditional(child, verb)
            if bounds is not None:
                return bounds
    behind = words[verb.i + 1 - sentence.start :]
    return (
        _conditional_phrase(verb, behind, sentence.end)
        or _fronted(verb, sentence.start)
        or _deep(verb, sentence.end)
    )


def _deep(verb: Token, end: int) -> tuple[int, int] | None:
    """Return the bounds of a condition that the parse hangs on a complement: "take it to court if …"."""
    for mark in verb.doc[verb.i + 1 : end]:
        if (
            mark.lower_ not in {"if", "unless"}
            or mark.dep_ != "mark"
            or mark.nbor(-1).lower_ in {"even", "as"}
        ):
            continue
        for token in (mark.head, *mark.head.ancestors):
            if token == verb:
                return mark.i, mark.head.right_edge.i + 1
            weighed = mark.lower_ == "if" and token.head.lemma_ in _WEIGHING
            told = token.dep_ == "ccomp" and token.head.lemma_ in SAYING
            if weighed or told or token.i < verb.i or token.dep_ in {"acl:relcl", "parataxis"}:
                break
    return None


_OPENINGS = frozenset({"if", "unless", "once", "provided", "providing", "assuming", "should", "were"})


def _fronted(verb: Token, first: int) -> tuple[int, int] | None:
    """Return the bounds of a condition right before the clause: "Once …, X will", "Should …, X will"."""
    own = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubj:pass"} and c.i < verb.i), None)
    doc = verb.doc
    first = next((i for i in range(verb.i, first, -1) if doc[i - 1].text == ":"), first)
    while first < verb.i and (doc[first].is_punct or doc[first].is_space or doc[first].pos_ == "CCONJ"):
        first += 1
    if own is None or doc[first].lower_ not in _OPENINGS:
        return None
    end = own.left_edge.i - 1
    while end > first and (doc[end].is_punct or doc[end].is_space) and doc[end].text != ",":
        end -= 1
    commas = any(t.text == "," for t in doc[first:end])
    return (first, end) if doc[end].text == "," and end > first + 2 and not commas else None


def _aside(verb: Token) -> Iterator[Token]:
    """Yield the verb of saying that parts a condition from its clause: "If …, he warned, Chile will"."""
    head = verb.head
    if verb.dep_ == "ccomp" and head.lemma_ in SAYING and head.i + 1 < verb.i and head.nbor(1).text == ",":
        yield head


def _clause_heads(verb: Token) -> Iterator[Token]:
    """Yield the verbs above the clause as long as they only carry it: xcomp and conjunct chains."""
    for _ in range(3):
        if verb.dep_ not in {"xcomp", "conj"}:
            return
        verb = verb.head if verb.head.pos_ in {"VERB", "AUX"} else verb.head.head
        yield verb


def _conditional(child: Token, verb: Token) -> tuple[int, int] | None:
    """Return the bounds of the dependent where a conditional word introduces it."""
    if (
        child.dep_ not in {"advcl", "obl", "advmod", "ccomp", "parataxis", "acl:relcl", "nmod"}
        or child == verb
    ) and not _provided(child):
        return None
    first = child.left_edge
    if first.is_punct and first.i + 1 < len(child.doc):
        first = first.nbor(1)
    lower = first.lower_
    before = first.nbor(-1).lower_ if first.i else ""
    only = lower == "only" or before == "only"
    if lower == "only" and first.i + 1 < len(first.doc):
        lower = first.nbor(1).lower_
    if child == first and child.i == child.right_edge.i:
        return None
    if lower in {"provided", "providing", "assuming"} and child == first:
        lower = "" if not any(c.dep_ in {"ccomp", "mark"} for c in child.children) else lower
    refusing = verb.head.lemma_ in _REFUSING or verb.lemma_ in _REFUSING
    if lower in {"should", "were", "had"} and first.head == child and _inverted(child, first):
        return first.i, child.right_edge.i + 1
    if lower in {"until", "till"} and child.dep_ == "advcl" and (refusing or moods.negated(verb)):
        return first.i, child.right_edge.i + 1
    if lower == "once" and child.dep_ == "advcl" and _in_present(child):
        return first.i, child.right_edge.i + 1
    if lower == "when" and child.dep_ == "advcl" and _does_likewise(child):
        return first.i, child.right_edge.i + 1
    unreal = lower == "if" and before in {"even", "as"}
    if (lower in _CONDITION_WORDS and not unreal) or (
        only and lower in {"after", "when", "once", "where", "with", "as"}
    ):
        return first.i - (before == "only"), child.right_edge.i + 1
    return None


def _provided(child: Token) -> bool:
    """Tell whether the clause is "provided that …", which the parse may take for a second main clause."""
    return child.lower_ in {"provided", "providing"} and child.dep_ == "conj" and _has_that(child)


def _has_that(verb: Token) -> bool:
    return verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "that"


def _inverted(child: Token, first: Token) -> bool:
    """Tell whether the auxiliary stands before its subject: "should Chad refuse"."""
    subjects = (c for c in child.children if c.dep_ in {"nsubj", "nsubj:pass"})
    return any(c.left_edge.i == first.i + 1 for c in subjects)


def _in_present(child: Token) -> bool:
    """Tell whether the clause is still to come true: "once the vote is won", not "once it had fallen"."""
    return child.tag_ in {"VBZ", "VBP"} or any(
        c.tag_ in {"VBZ", "VBP"} or (c.lower_ == "had" and child.tag_ == "VBN")
        for c in child.children
        if c.dep_ in {"aux", "aux:pass", "cop"}
    )


def _does_likewise(child: Token) -> bool:
    """Tell whether the clause is that others do as much: "when the other side did the same"."""
    words = {t.lower_ for t in child.doc[child.i : child.i + 3]}
    return child.lemma_ == "do" and bool(words & {"same", "so", "likewise"})


_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in phrases(
        """
        in the event of; in case of; on condition that; on the condition that; subject to; as long as;
        so long as; only if; only after; only when; only once; only where; conditional on;
        in exchange for; in return for; provided that; providing that; on the understanding that;
        as soon as; contingent on; contingent upon; dependent on; in the case of; if and when
        """
    )
)


#: Words without one of which a sentence holds no condition.
_TELLING = (
    _CONDITION_WORDS
    | _OPENINGS
    | {"until", "till", "when", "only"}
    | {max(phrase, key=len) for phrase in _PHRASES}
)


def _conditional_phrase(verb: Token, words: list[str], end: int) -> tuple[int, int] | None:
    """Return the bounds of a fixed conditional phrase among the words behind the verb, up to end."""
    there = frozenset(words)
    for phrase in _PHRASES:
        if not there.issuperset(phrase):
            continue
        for k in range(len(words) - len(phrase)):
            if tuple(words[k : k + len(phrase)]) == phrase:
                start = verb.i + 1 + k
                return start, clause_end(verb.doc, start, end)
    if any(c.lower_ == "only" for c in verb.children):
        for k, word in enumerate(words):
            if word in {"after", "if", "when", "where", "once"}:
                start = verb.i + 1 + k
                return start, clause_end(verb.doc, start, end)
    return None


def clause_end(doc: Doc, start: int, limit: int) -> int:
    """Return the token index at which the clause that begins at start ends: a comma, a dash, a quote or
    limit.
    """
    for i in range(start + 1, limit):
        if doc[i].text in {",", ";", "–", "—", "”", '"', ".", ":", "!", "?"}:
            return i
    return limit
