"""Which of the commitments that the rules see in a sentence stand for themselves, and where each one ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extraction import clauses, pledge_parts

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from dateline.extraction.pledge_ground import Commitment


def choose(found: list[Commitment], sentence: Span) -> list[tuple[Commitment, int]]:
    """Return the commitments that stand for themselves, each with the token index at which its part ends.

    What lies within another's clause is a part of it; coordinated clauses with subjects of their own are not.
    """
    outer_first = sorted(found, key=lambda c: (_depth(c.cue), c.cue.i))
    kept: list[Commitment] = []
    for candidate in outer_first:
        if not any(_covers(other, candidate) for other in kept):
            kept.append(candidate)
    if not kept:
        return []
    kept.sort(key=lambda c: c.cue.i)
    ends = [_clause_start(after) for after in kept[1:]] + [sentence.end]
    parts = [
        (c, end if end > max(c.cue.i, c.core.i) else sentence.end) for c, end in zip(kept, ends, strict=True)
    ]
    return [piece for commitment, end in parts for piece in _split(commitment, end)]


def _clause_start(found: Commitment) -> int:
    """Return the token index at which the clause of the commitment begins, its subject included."""
    verb = found.cue
    while verb.dep_ == "xcomp" and verb.head != verb:
        verb = verb.head
    own = clauses.own_subject(verb)
    edges = [found.cue.left_edge.i, found.cue.i]
    if own is not None and own.i < found.cue.i:
        edges.append(own.left_edge.i)
    return min(edges)


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _covers(outer: Commitment, inner: Commitment) -> bool:
    """Tell whether the inner commitment only says more of the outer one."""
    core = outer.core
    if _contrary(outer, inner) or _turns(outer, inner):
        return False
    if inner.core == core or core.is_ancestor(inner.cue) or outer.cue == inner.cue:
        return inner.core == core or outer.cue == inner.cue or not _apart(inner.cue, core)
    if outer.cue.is_ancestor(inner.cue):
        second = inner.cue.dep_ == "conj" and inner.rule.startswith("verb") and outer.rule.startswith("verb")
        return not second and not _apart(inner.cue, outer.cue)
    same = (
        outer.pledger is not None and inner.pledger is not None and outer.pledger.start == inner.pledger.start
    )
    return same and abs(outer.core.i - inner.cue.i) <= 2


def _contrary(outer: Commitment, inner: Commitment) -> bool:
    """Tell whether another's refusal is told beside what is pledged: "will act despite Peru's refusal to"."""
    if inner.rule != "noun:refusal" or outer.status == "refused" or inner.core == outer.core:
        return False
    return None not in {inner.pledger, outer.pledger} and inner.pledger != outer.pledger


def _turns(outer: Commitment, inner: Commitment) -> bool:
    """Tell whether one of the two is refused and the other not: "will sell the doses but will not share"."""
    second = inner.cue.dep_ == "conj" and inner.cue.head == outer.core and inner.rule.startswith("modal")
    return second and (inner.status == "refused") != (outer.status == "refused")


def _apart(token: Token, outer: Token) -> bool:
    """Tell whether a coordinated clause with its own subject lies between the token and the outer verb."""
    while token not in {outer, token.head}:
        contrasted = any(c.lower_ in {"while", "whereas"} for c in clauses.children(token, "mark"))
        second = token.dep_ in {"conj", "parataxis", "advcl"} or contrasted
        if second and clauses.own_subject(token) is not None:
            return True
        token = token.head
    return False


def _split(commitment: Commitment, end: int) -> list[tuple[Commitment, int]]:
    """Return the commitment, cut in two where coordinated actions have a figure each."""
    doc = commitment.core.doc
    beside = _beside(commitment, end)
    if beside is not None:
        return [(commitment, beside.i), (replace(commitment, cue=beside, core=beside), end)]
    for i in range(commitment.core.i + 3, end):
        besides = [t.lower_ for t in doc[i - 3 : i]] == ["as", "well", "as"]
        if besides and doc[i].tag_ == "VB":
            return [(commitment, i), (replace(commitment, cue=doc[i], core=doc[i]), end)]
    for verb in commitment.core.doc[commitment.core.i : end]:
        if verb.pos_ != "VERB" or verb.tag_ != "VB":
            continue
        second = next(
            (c for c in clauses.children(verb, "conj") if c.tag_ in {"VB", "VBP"} and c.i < end), None
        )
        if second is None or clauses.own_subject(second) is not None:
            continue
        if _again(commitment, verb, second):
            return [(commitment, second.i), (replace(commitment, cue=second, core=second), end)]
        if pledge_parts.money(doc, verb.i, second.i) and pledge_parts.money(doc, second.i, end):
            return [(commitment, second.i), (replace(commitment, cue=second, core=second), end)]
    return [(commitment, end)]


def _beside(found: Commitment, end: int) -> Token | None:
    """Return the second act where the parse hangs it on the cue: "promised to free some and to give £5m"."""
    if found.cue == found.core or not found.rule.startswith("verb") or found.status == "refused":
        return None
    acts = (c for c in clauses.children(found.cue, "conj") if found.core.i < c.i < end and clauses.has_to(c))
    return next((c for c in acts if clauses.direct_object(c) is not None), None)


def _again(found: Commitment, verb: Token, second: Token) -> bool:
    """Tell whether "to" begins a second act of as much weight: "agreed to cut duties and to free prices"."""
    return (
        verb == found.core
        and found.status == "pledged"
        and found.rule.startswith("verb")
        and clauses.has_to(verb)
        and clauses.has_to(second)
        and clauses.direct_object(verb) is not None
        and clauses.direct_object(second) is not None
    )
