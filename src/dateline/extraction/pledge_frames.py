"""What a verb of commitment needs beside it: the object or the phrase that its frames ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import act_words, clauses, commitment, complements
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.pledge_ground import Ground

_EMPTY_OFFERS = words(
    """
    accountability advice allegiance alternative analysis apology assessment chance choice clue comfort
    comment condolence congratulation evidence example explanation glimpse hope idea insight lesson
    opinion opportunity possibility prayer prospect reason resistance sign sympathy thought view word
    """
)
#: What a sum is put into.
_FUNDS = words("facility fund initiative mission package plan program programme project scheme")
#: What is agreed to beside terms and demands.
_ENDINGS = words(
    """
    cessation concession condition creation delay end exchange halt limit opening pause policy release rule
    term
    """
)
#: Acts that are named by nouns: "ordered the withdrawal of".
_DEEDS = words(
    """
    airlift closure construction creation delivery deployment dismissal dispatch evacuation expulsion
    extradition pullout release removal resettlement sale shipment transfer withdrawal
    """
)
#: What accords between states are about.
_DELIVERIES = words(
    """
    co-operation construction cooperation delivery exchange exploration extradition partnership purchase
    sale sharing trade
    """
)


def given(cue: Token, passive: bool) -> Token | None:
    """Return the object of the cue: the subject of a passive, the noun before a participle."""
    if passive:
        given = clauses.direct_object(cue) if cue.lemma_ in {"offer", "pledge", "promise"} else None
        if given is not None and given.dep_ == "obj":
            return given  # "Chile was promised £5m"
        return clauses.own_subject(cue) or (cue.head if cue.dep_ == "acl" else None)
    return clauses.direct_object(cue)


def fits(ground: Ground, cue: Token, found: Token, frames: frozenset[str]) -> bool:
    """Tell whether the object is what the frames ask for."""
    vague = {"any"} if cue.lemma_ in {"guarantee", "pledge", "promise"} else {"any", "no"}
    if found.pos_ == "PRON" or any(c.lower_ in vague for c in clauses.children(found, "det")):
        return False
    heads = list(clauses.conjuncts(found))
    lemmas = {clauses.lemma(t) for t in heads}
    sum_ = ground.has_sum(found)
    if "any" in frames:
        return not lemmas & _EMPTY_OFFERS and (found.pos_ != "PROPN" or sum_ or ground.cast.at(found) is None)
    if "term" in frames and (
        sum_ or any(clauses.lemma(t) in commitment.TERMS and ground.specific(t) for t in heads)
    ):
        return True
    if "measure" in frames and lemmas & commitment.MEASURES:
        return True
    if "deal" in frames and lemmas & commitment.DEALS:
        words = {t.lemma_.lower() for t in found.subtree if t != found}
        return (
            sum_
            or complements.infinitive(found) is not None
            or bool(words & (commitment.INSTRUMENTS | commitment.MEASURES | _DELIVERIES))
        )
    if "deed" in frames and lemmas & _DEEDS:
        return ground.specific(found)
    if "way" in frames:
        return False
    if "ask" in frames and lemmas & commitment.ASKED:
        return True
    if "fund" in frames:
        return not _FUNDS.isdisjoint(map(clauses.lemma, ground.following(cue, 8))) and ground.sum_between(
            cue.i, max(cue.right_edge.i, found.right_edge.i) + 1
        )
    if "plan" in frames:
        planned = {"plan", "proposal"}
        if cue.lemma_ != "have":  # "had a tax bill"
            planned |= {"package", "bill", "target"}
        if complements.infinitive(found) is not None:
            planned |= {"measure"}
        return any(t.lemma_.lower() in planned and ground.specific(t) for t in heads)
    return "sum" in frames and sum_


def oblique(ground: Ground, cue: Token, frames: frozenset[str]) -> Token | None:
    """Return what stands behind "to", "on", "with" or "out": "committed to cuts", "agreed on a truce",
    "ruled out …".
    """
    for child in clauses.children(cue, "obl", "nmod", "obj", "xcomp", "ccomp", "advcl"):
        if child.i < cue.i:
            continue
        cases = {c.lower_ for c in clauses.children(child, "case", "mark")}
        lemma = child.lemma_.lower()
        if "out" in frames and child.dep_ in {"obj", "xcomp", "ccomp"}:
            return child
        if "to" in frames and "to" in cases and (child.dep_ != "xcomp" or child.pos_ == "NOUN"):
            agreed = lemma in commitment.TERMS | commitment.ASKED | _ENDINGS
            return child if cue.lemma_ != "agree" or agreed else None
        if child.dep_ == "advcl":
            if child.tag_ == "VBG" and cases & {"on"} & frames and child.lemma_ not in act_words.NO_ACTS:
                return child  # "agreed on forming a partnership"
            continue
        if "for" in frames and "for" in cases and child.dep_ == "obl":
            return (
                child if cue.lemma_ != "vote" or lemma in commitment.TERMS or ground.has_sum(child) else None
            )
        if "sum" in frames and "with" in cases and cue.lemma_ == "come" and ground.has_sum(child):
            return child  # "came up with £5m"
        if cases & {"on", "with"} & frames and lemma in commitment.TERMS:
            return child
        if "plan" in frames and "to" in cases and lemma in {"plan", "proposal"} and ground.specific(child):
            return child
    if "out" in frames:
        return complements.gerund(cue) or next(
            (t for t in ground.following(cue, 6) if t.pos_ == "NOUN"), None
        )
    return None
