"""What governs a clause from above: a demand, a guess, a mere possibility, a condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import act_words, clauses, commitment, moods
from dateline.extraction.speech import FORECASTS
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNCERTAIN = words("able unable likely unlikely expect set due fail try need attempt struggle keen")
_DOUBTFUL = frozenset({"conceivable", "doubtful", "impossible", "likely", "possible", "probable", "unlikely"})
_REPORTED = frozenset({"believe", "understand", "think", "say", "report", "know"})
_BLAME = frozenset({"accuse", "suspect", "condemn", "criticise", "attack", "stop", "prevent"})
#: Adjectives of those who foretell what others do.
_FEARFUL = words(
    "afraid certain concerned confident convinced fearful hopeful optimistic sceptical sure worried"
)
#: Nouns that make a guess of what hangs on them: "reports that …", "little prospect of …".
GUESSES = words("""
    allegation chance claim danger expectation fear hope idea likelihood possibility prospect report risk
    rumour
    speculation suggestion
    """)


def governed(cue: Token) -> bool:
    """Tell whether a demand, a guess, a mere possibility or a condition governs the cue."""
    child = cue
    if clauses.has_to(cue) and cue.head.lower_ in commitment.ADJECTIVES:
        return True
    for head in cue.ancestors:
        if child.dep_ in {"csubj", "ccomp", "advcl"} and head.lower_ in _DOUBTFUL:
            return True  # "it is unlikely that Chad will"
        if child.dep_ not in clauses.CLAUSES | {"obj", "obl", "nmod"}:
            return False
        if child.dep_ == "advcl":
            marks = {c.lower_ for c in clauses.children(child, "mark")}
            reason = "as" in marks and moods.modal(cue) in {"will", "would"}  # "as it would help them"
            if reason or marks & {"if", "unless", "because", "whether"}:
                return True
        if head.lower_ in _FEARFUL and child.dep_ in {"ccomp", "advcl", "acl"} and not clauses.has_to(child):
            return True
        if head.pos_ == "NOUN" and head.lemma_ in GUESSES and child.dep_ in {"acl", "ccomp", "nmod"}:
            return True
        if cue.tag_ == "VBG" and head.lemma_ in _BLAME:
            return True  # "accused them of planning"
        if _rules_over(head, child):
            return not (moods.is_passive(head) and head.lemma_ in _REPORTED)
        alone = child.dep_ == "conj" and child.tag_ == "VB" and clauses.own_subject(child) is None
        if child.dep_ in {"conj", "acl:relcl", "parataxis"} and not alone:
            return False
        child = head
    return False


def _rules_over(head: Token, child: Token) -> bool:
    """Tell whether the head makes a demand or a guess of the clause child."""
    joined = child.dep_ == "conj" and child.tag_ == "VB" and moods.modal(child) in {None, moods.modal(head)}
    infinitive = clauses.has_to(child) or joined
    if child.dep_ == "obj" and head.lemma_ in {"lack", "need", "require"}:
        return True  # "need a vote to approve it"
    others = clauses.direct_object(head)
    if infinitive and head.lemma_ in {"want", "like"} and others is not None and others.i < child.i:
        return True  # "wants others to pay"
    wanting = head.lemma_ in act_words.DEMANDS | _UNCERTAIN and head.lemma_ not in commitment.VERBS
    if infinitive and (wanting or moods.modal(head) == "must"):
        return True
    if child.dep_ in {"obl", "nmod"} and head.lemma_ in {
        "call",
        "ask",
        "press",
        "push",
        "demand",
        "appeal",
    }:
        return True
    return child.dep_ == "ccomp" and head.lemma_ in FORECASTS | {
        "ask",
        "demand",
        "deny",
        "recommend",
        "request",
        "urge",
    }
