"""Commitments by stance: "is ready to sign", "committed to", "cannot support", "not up for negotiation"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import act_words, clauses, commitment, complements, moods, pledge_acts
from dateline.extraction.pledge_ground import Commitment
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.pledge_ground import Ground

_CARRIERS = frozenset({"remain", "stay", "stand", "say", "declare", "seem", "appear"})
_ACCEPT = words("accept support back tolerate allow agree sign compromise endorse negotiate recognise")
_PEACE = words("ceasefire compromise dialogue negotiation peace talk truce")
#: Verbs at which `by_refusal` is asked.
REFUSING = _ACCEPT | {"be"}
#: Words at which it is asked: what is not up for them is refused.
TABLED = frozenset({"negotiation", "renegotiation", "sale", "discussion", "debate", "negotiable"})


def by_adjective(ground: Ground, cue: Token) -> Commitment | None:
    """Return "ready to sign", "open to joint financing", "committed to reaching", "not prepared to pay"."""
    status = commitment.ADJECTIVES.get(cue.lower_)
    if status is None or cue.dep_ in {"amod", "compound"} or cue.tag_ in {"VBD", "VB", "VBP", "VBZ"}:
        return None
    raised = cue.head.lemma_ in _CARRIERS and cue.dep_ == "xcomp"
    carried = raised or any(c.dep_ in {"cop", "aux:pass"} or c.lemma_ == "be" for c in cue.children)
    asked = any(t.lower_ in {"how", "whether"} for t in ground.before(cue, 6))
    perfect = any(c.lemma_ == "have" for c in clauses.children(cue, "aux"))
    if not carried or asked or (perfect and moods.negated(cue)) or ground.void(cue):
        return None
    if moods.modal(cue) == "would" and ground.speech.reporter(cue) is None:
        return None
    core = _adjective_core(cue)
    if core is None or not _adjective_act(core):
        return None
    if moods.negated(cue):
        if status == "refused":
            return None
        status = "refused"
    verb = cue.head if raised else cue
    holder = clauses.subject(verb) or next(clauses.children(verb, "expl"), None)
    if (
        moods.is_passive(core) and core.pos_ == "VERB"
    ):  # "the deal is ready to be signed": the speaker's readiness
        speaker = ground.speech.speaker(cue)
        return (
            Commitment(cue, core, None, status, f"adjective:{cue.lower_}", pledger=speaker)
            if speaker
            else None
        )
    return Commitment(cue, core, holder, status, f"adjective:{cue.lower_}")


def _adjective_core(cue: Token) -> Token | None:
    gerund = complements.gerund(cue)
    if gerund is not None and cue.doc[gerund.i - 1].lower_ not in {"to", "and"}:
        gerund = None
    core = complements.infinitive(cue) or gerund
    if core is None:
        core = next((c for c in clauses.children(cue, "csubj") if c.i > cue.i and clauses.has_to(c)), None)
    if core is None and cue.lower_ in {"ready", "prepared"}:
        core = next((c for c in clauses.children(cue, "obl", "obj") if _to_talk(c)), None)
    if core is not None:
        return core
    return next(
        (
            c
            for c in clauses.children(cue, "obl", "nmod", "advcl")
            if any(k.lower_ == "to" for k in c.children)
        ),
        None,
    )


def _to_talk(noun: Token) -> bool:
    """Tell whether it is for peace or talks that somebody is ready: "ready for negotiations"."""
    ready = any(c.lower_ == "for" for c in clauses.children(noun, "case"))
    return ready and clauses.lemma(noun) in _PEACE


def _adjective_act(core: Token) -> bool:
    if core.pos_ != "VERB":
        return not any(c.lower_ in {"those", "these", "this", "that"} for c in clauses.children(core, "det"))
    words = {"meet", "talk", "join", "discuss", "negotiate", "consider", "host", "listen"}
    listed = core.lemma_ in act_words.ACTS | act_words.LIGHT_ACTS | words
    return core.tag_ == "VBG" or listed or pledge_acts.on_own_terms(core)


def by_refusal(ground: Ground, core: Token) -> Commitment | None:
    """Return "cannot support", "not up for negotiation", "there can be no deal"."""
    if core.lower_ in TABLED:
        return _not_for(ground, core)
    if core.lemma_ == "be":
        return _no_deal(ground, core)
    if (
        core.lemma_ not in _ACCEPT
        or not clauses.is_verb(core)
        or not moods.negated(core)
        or ground.governed(core)
    ):
        return None
    able = any(c.lower_ in {"can", "ca", "could", "cannot"} for c in clauses.children(core, "aux"))
    found = clauses.subject(core)
    party = ground.speech.party(found)
    if not able or party is None or moods.is_passive(core):
        return None
    return Commitment(core, core, found, "refused", "refusal:cannot", pledger=party)


def _not_for(ground: Ground, core: Token) -> Commitment | None:
    """Return "the rebate is not up for negotiation", "not for sale", "not negotiable"."""
    lead = {t.lower_ for t in ground.before(core, 5)}
    if not lead & {"not", "n't"} or not (lead & {"for", "up", "open"} or core.lower_ == "negotiable"):
        return None
    sentence = ground.cast.sentence(core.i)
    owners = (t for t in sentence if t.dep_ == "nmod:poss" and t.i < core.i and ground.cast.at(t) is not None)
    holder = next(owners, None)
    pledger = (ground.speech.party(holder) if holder is not None else None) or ground.speech.speaker(core)
    if pledger is None:
        return None
    return Commitment(core, core, holder, "refused", "refusal:not for", pledger=pledger)


def _no_deal(ground: Ground, core: Token) -> Commitment | None:
    """Return "there can be no deal", "there will be no cuts"."""
    if "no" not in {t.lower_ for t in ground.following(core, 2)}:
        return None
    noun = next((t for t in ground.following(core, 5) if t.pos_ == "NOUN" and t.dep_ != "compound"), None)
    pledger = ground.speech.speaker(core)
    if noun is not None and pledger is not None and clauses.lemma(noun) in {"plan", "intention", "question"}:
        meant = (
            complements.infinitive(noun)
            or complements.gerund(noun)
            or next(clauses.children(noun, "nmod"), None)
        )
        if meant is None:
            return None
        return Commitment(core, meant, None, "refused", "refusal:no plan", pledger=pledger)
    if not any(c.lower_ in {"can", "will", "would", "could"} for c in core.children):
        return None
    concrete = commitment.TERMS | {
        "negotiation",
        "talk",
        "return",
        "compromise",
        "concession",
        "change",
        "election",
    }
    if noun is None or pledger is None or noun.lemma_ not in concrete:
        return None
    return Commitment(core, noun, None, "refused", "refusal:no", pledger=pledger)
