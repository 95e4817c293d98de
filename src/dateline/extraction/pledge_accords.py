"""Commitments by accord: "the deal commits Chad to", "under the pact, Peru must", "reached consensus to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, commitment, moods
from dateline.extraction.gathering_words import NOUNS
from dateline.extraction.pledge_ground import Commitment
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.pledge_ground import Ground
    from dateline.model import Party, Status

#: What states agree on.
ACCORDS = commitment.DEALS | words("ceasefire compromise convention settlement truce understanding")
_TEXTS = words("communique communiqué declaration resolution statement text")
_PROGRAMMES = words("bailout budget loan plan programme program roadmap scheme strategy")
#: Verbs by which an accord binds those who are named behind them.
_BINDING = words("bind call commit compel oblige obligate require")
#: Verbs by which it says what will come: "provides for the release of".
_PROVIDING = words("call envisage foresee provide")
#: Words at which `by_terms` is asked.
TERMS = _BINDING | _PROVIDING
_COMING = commitment.MEASURES | words(
    "creation departure disarmament establishment exchange handover opening release return sharing"
)
_REACHING = words(
    "achieve agree broker clinch conclude forge hammer make produce reach seal sign strike thrash yield"
)
_ENDING = words("break close conclude culminate end finish result wrap wind")
_NO_DEED = frozenset({"be", "have", "do"})


def by_terms(ground: Ground, cue: Token) -> Commitment | None:
    """Return "the deal commits Chad to cutting", "the pact provides for the release of"."""
    accord = _accord(cue)
    finite = cue.tag_ in {"VBZ", "VBP", "NNS"} or moods.modal(cue) in {"will", "would"}
    if accord is None or not finite or ground.governed(cue):
        return None
    status: Status = "pledged" if clauses.lemma(accord) in ACCORDS | _TEXTS else "proposed"
    core = _duty(ground, cue) if cue.lemma_ in _BINDING else None
    if core is not None:
        party = _bound(ground, cue, core)
        return Commitment(cue, core, None, status, "terms:bind", pledger=party) if party is not None else None
    if not (cue.lemma_ in _PROVIDING and cue.i + 1 < len(cue.doc)):
        return None
    start = cue.i + 1 + (cue.nbor(1).lower_ == "for")
    noun = next((t for t in ground.doc[start : start + 5] if t.pos_ == "NOUN" and t.dep_ != "compound"), None)
    if noun is None or clauses.lemma(noun) not in _COMING:
        return None
    pledger = ground.latest or ground.nearest_body(cue)
    return (
        Commitment(cue, noun, None, status, "terms:provide", pledger=pledger) if pledger is not None else None
    )


def _accord(cue: Token) -> Token | None:
    """Return the accord or plan that is the subject, also of a verb that was read as a noun."""
    found = clauses.own_subject(cue) if cue.pos_ == "VERB" else None
    if found is None and cue.pos_ != "VERB" and cue.i:
        found = cue.nbor(-1)
        if found.pos_ == "ADV" and found.i:
            found = found.nbor(-1)
    texts = _TEXTS if cue.lemma_ in {"commit", "oblige"} else frozenset()
    if found is None or clauses.lemma(found) not in ACCORDS | _PROGRAMMES | texts:
        return None
    vague = any(c.lower_ in {"a", "an", "any", "no", "every"} for c in clauses.children(found, "det"))
    return None if vague else found


def _duty(ground: Ground, cue: Token) -> Token | None:
    """Return the verb behind "to" that those who are bound will do."""
    for token in ground.following(cue, 12):
        if token.is_punct:
            return None
        if token.lower_ == "to" and token.i > cue.i + 1 and token.i + 1 < len(ground.doc):
            verb = token.nbor(1)
            done = verb.tag_ in {"VB", "VBG"} and verb.lemma_ not in _NO_DEED
            return verb if done else None
    return None


def _bound(ground: Ground, cue: Token, core: Token) -> Party | None:
    """Return the party before "to" that the accord binds."""
    for token in ground.doc[cue.i + 1 : core.i - 1]:
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and token.dep_ not in {"compound", "nmod:poss"}:
            party = ground.speech.party(token)
            if party is not None:
                return None if party.type == "person" else party
    return None


def by_duty(ground: Ground, core: Token, found: Token | None) -> Commitment | None:
    """Return "under the agreement, Chad must cut its deficit": what an accord asks of those who signed it."""
    if under_accord(core) is None:
        return None
    party = ground.speech.party(found)
    if party is None or party.type == "person" or core.lemma_ in _NO_DEED:
        return None
    return Commitment(core, core, found, "pledged", "terms:must", pledger=party)


def under_accord(core: Token) -> Token | None:
    """Return the noun behind "under" before the clause where it names an accord: "under the deal"."""
    fronted = (c for c in clauses.children(core, "obl") if c.i < core.i)
    under = next((c for c in fronted if any(k.lower_ == "under" for k in clauses.children(c, "case"))), None)
    if under is None or not {clauses.lemma(t) for t in under.subtree} & (ACCORDS | {"bailout", "loan"}):
        return None
    return under


def is_reached(noun: Token) -> bool:
    """Tell whether the accord is come to: "reached an agreement", "ended with a deal", "came to a pact"."""
    head = noun.head
    if noun.dep_ == "obj":
        return head.lemma_ in _REACHING
    if noun.dep_ not in {"obl", "nmod"}:
        return any(True for _ in clauses.children(head, "expl")) and noun.dep_ == "nsubj"
    case = next((c.lower_ for c in clauses.children(noun, "case")), "")
    return (case in {"with", "in"} and head.lemma_ in _ENDING) or (case == "to" and head.lemma_ == "come")


def party_to(ground: Ground, noun: Token) -> tuple[Token | None, Party | None]:
    """Return who came to an accord, with his noun phrase: the subject, or those at the gathering."""
    if not is_reached(noun):
        return None, None
    for child in clauses.children(noun, "nmod"):
        if any(c.lower_ in {"among", "between", "by", "from"} for c in clauses.children(child, "case")):
            return child, ground.speech.party(child)
    sentence = ground.cast.sentence(noun.i)
    subjects = [clauses.subject(noun.head), *ground.cast.subjects(sentence)]
    for token in subjects:
        party = ground.speech.party(token)
        if party is not None:
            return token, party
        if token is not None and token.i < noun.i and clauses.lemma(token) in NOUNS:
            return token, ground.cast.group(token)
    return None, None
