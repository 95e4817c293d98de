"""Pledges: who commits to what for whom, as one article reports it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.extraction import clauses, extensions, pledge_parts
from dateline.extraction.parties import Cast
from dateline.extraction.pledge_rules import Commitment, Rules
from dateline.extraction.speech import Speech
from dateline.model import Pledge

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from dateline.model import Status

NAME = "dateline_pledges"

#: Lemmas that say nothing of what is committed, so that two reports don't count as one for sharing them.
_EMPTY = frozenset(
    [
        "agree",
        "announce",
        "back",
        "big",
        "commit",
        "commitment",
        "country",
        "deal",
        "do",
        "first",
        "give",
        "government",
        "hope",
        "leader",
        "make",
        "member",
        "minister",
        "more",
        "nation",
        "new",
        "offer",
        "other",
        "package",
        "part",
        "people",
        "plan",
        "pledge",
        "promise",
        "proposal",
        "propose",
        "provide",
        "say",
        "set",
        "state",
        "step",
        "take",
        "want",
        "work",
        "world",
        "would",
        "year",
    ]
)


@Language.component(NAME)
def find_pledges(doc: Doc) -> Doc:
    """Set ``doc._.pledges`` and the span group of that name."""
    cast = Cast(doc)
    speech = Speech(doc, cast)
    rules = Rules(cast, speech)
    found: list[tuple[Pledge, frozenset[str]]] = []
    for sentence in doc.sents:
        if pledge_parts.is_headline(cast, sentence) or _asks(sentence):
            continue
        for chosen, end in _choose(list(rules.commitments(sentence)), sentence):
            pledge = _build(cast, sentence, chosen, end)
            _add(found, pledge, _content(doc, chosen, end, pledge))
    pledges = tuple(pledge for pledge, _ in found)
    doc._.pledges = pledges
    extensions.keep_spans(doc, "pledges", ((p.start, p.end, p.status) for p in pledges))
    return doc


def _asks(sentence: Span) -> bool:
    text = sentence.text.rstrip("”\"' \n")
    return text.endswith("?")


def _choose(found: list[Commitment], sentence: Span) -> list[tuple[Commitment, int]]:
    """Return the commitments that stand for themselves, each with the token index at which its part ends.

    What lies within another's clause is a part of it; coordinated clauses with subjects of their own are not.
    """
    outer_first = sorted(found, key=lambda c: (_depth(c.cue), c.cue.i))
    kept: list[Commitment] = []
    for candidate in outer_first:
        if not any(_covers(other, candidate) for other in kept):
            kept.append(candidate)
    kept.sort(key=lambda c: c.cue.i)
    ends = [
        min(kept[k + 1].cue.left_edge.i, kept[k + 1].cue.i) if k + 1 < len(kept) else sentence.end
        for k in range(len(kept))
    ]
    parts = [
        (c, end if end > max(c.cue.i, c.core.i) else sentence.end) for c, end in zip(kept, ends, strict=True)
    ]
    return [piece for commitment, end in parts for piece in _split(commitment, end)]


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _covers(outer: Commitment, inner: Commitment) -> bool:
    """Tell whether the inner commitment only says more of the outer one."""
    core = outer.core
    if inner.core == core or core.is_ancestor(inner.cue) or outer.cue == inner.cue:
        return not (core.is_ancestor(inner.cue) and _own_clause(inner, core))
    if outer.cue.is_ancestor(inner.cue):
        own = clauses.own_subject(inner.cue)
        return own is None or inner.cue.dep_ not in {"conj", "parataxis"}
    same = (
        outer.pledger is not None and inner.pledger is not None and outer.pledger.start == inner.pledger.start
    )
    return same and abs(outer.core.i - inner.cue.i) <= 2


def _own_clause(inner: Commitment, core: Token) -> bool:
    """Tell whether the inner commitment is coordinated with the core and has a subject of its own."""
    return inner.cue.dep_ == "conj" and inner.cue.head == core and clauses.own_subject(inner.cue) is not None


def _split(commitment: Commitment, end: int) -> list[tuple[Commitment, int]]:
    """Return the commitment, cut in two where coordinated actions have a figure each."""
    doc = commitment.core.doc
    for verb in commitment.core.doc[commitment.core.i : end]:
        if verb.pos_ != "VERB" or verb.tag_ != "VB":
            continue
        second = next((c for c in clauses.children(verb, "conj") if c.tag_ == "VB" and c.i < end), None)
        if second is None or clauses.own_subject(second) is not None:
            continue
        if pledge_parts.money(doc, verb.i, second.i) and pledge_parts.money(doc, second.i, end):
            return [(commitment, second.i), (replace(commitment, core=second), end)]
    return [(commitment, end)]


def _build(cast: Cast, sentence: Span, found: Commitment, end: int) -> Pledge:
    doc = cast.doc
    first, last = sentence.start, sentence.end
    while last > first + 1 and doc[last - 1].is_space:
        last -= 1
    while first < last - 1 and doc[first].is_space:
        first += 1
    start_char, end_char = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    bounds = clauses.condition(found.core) or (
        clauses.condition(found.cue) if found.cue != found.core else None
    )
    begin = (
        min(found.cue.left_edge.i, found.core.left_edge.i)
        if found.rule.startswith(("modal:passive", "refusal"))
        else min(found.cue.i, found.core.left_edge.i)
    )
    figures = pledge_parts.money(doc, begin, end)
    return Pledge(
        start=start_char,
        end=end_char,
        text=doc.text[start_char:end_char],
        action=pledge_parts.action(found.core, end),
        status=_status(found, bounds, doc),
        pledger=found.pledger,
        spoken_by=found.speaker,
        beneficiary=pledge_parts.beneficiary(cast, found.core, end, found.pledger),
        money=figures,
        condition=pledge_parts.condition_text(doc, bounds),
        deadline=pledge_parts.deadline(doc, found.core.i, end),
        cue=(found.cue.idx, found.cue.idx + len(found.cue)),
        rule=found.rule,
    )


def _status(found: Commitment, bounds: tuple[int, int] | None, doc: Doc) -> Status:
    if bounds is not None and (found.status != "refused" or doc[bounds[0]].lower_ == "unless"):
        return "conditional"
    return found.status


def _content(doc: Doc, found: Commitment, end: int, pledge: Pledge) -> frozenset[str]:
    """Return the lemmas and figures by which a second report of the same commitment is known."""
    start = min(found.cue.i, found.core.left_edge.i)
    words = {
        t.lemma_.lower()
        for t in doc[start:end]
        if t.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"} and not t.is_stop and t.lemma_.lower() not in _EMPTY
    }
    figures = {f"={doc._.money[k].amount}" for k in pledge.money if doc._.money[k].amount}
    return frozenset(words | figures)


def _add(found: list[tuple[Pledge, frozenset[str]]], pledge: Pledge, content: frozenset[str]) -> None:
    """Keep the pledge unless an earlier sentence states it; a condition that comes later binds the earlier one."""
    for k, (earlier, before) in enumerate(found):
        if earlier.start == pledge.start or not _compatible(earlier, pledge):
            continue
        shared = before & content
        sums = any(word.startswith("=") for word in shared)
        if sums or (len(shared) >= 2 and len(shared) >= 0.6 * min(len(before), len(content))):
            if pledge.status == "conditional" and earlier.status == "pledged":
                found[k] = (replace(earlier, status="conditional", condition=pledge.condition), before)
            return
    found.append((pledge, content))


def _compatible(earlier: Pledge, later: Pledge) -> bool:
    """Tell whether the two may be one commitment: neither refuses what the other pledges, nor are two countries at it."""
    if (earlier.status == "refused") != (later.status == "refused"):
        return False
    one, two = earlier.pledger, later.pledger
    if one is None or two is None or one.type != two.type or one.type != "country":
        return True
    return one.name == two.name
