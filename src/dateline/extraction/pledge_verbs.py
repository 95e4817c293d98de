"""Commitments by verb: "pledged to", "announced £5m", "offered", "refused to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import (
    act_words,
    clauses,
    commitment,
    complements,
    moods,
    pledge_clauses,
    pledge_frames,
)
from dateline.extraction.pledge_ground import Commitment
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.pledge_ground import Ground
    from dateline.model import Status

#: Verbs that commit with a particle or an adjective.
PHRASAL = frozenset(verb for verb, _ in commitment.PHRASAL)

#: Verbs of commitment that look like plural nouns.
_NOUNLIKE = words("aims offers plans pledges promises vows")


def by_verb(ground: Ground, cue: Token) -> Commitment | None:
    """Return the commitment that a verb of commitment makes, if the cue is one."""
    phrasal = _phrasal(cue)
    entry = commitment.VERBS.get(phrasal or cue.lemma_)
    if entry is None or cue.pos_ not in {"VERB", "ADJ", "NOUN"}:
        return None
    progressive = cue.lower_.endswith("ing") and any(c.lemma_ == "be" for c in clauses.children(cue, "cop"))
    if cue.tag_ in {"NN", "NNS", "JJ"} and not progressive:
        return _misread(ground, cue)
    finite = cue.tag_ == "VBD" or any(True for _ in clauses.children(cue, "aux", "nsubj"))
    if (cue.dep_ in {"amod", "compound"} and not finite) or _is_state(cue):
        return None
    status, frames = entry
    if cue.lemma_ == "hope" and _imputed(ground, cue):
        return None
    particle = None if phrasal else commitment.PARTICLES.get(cue.lemma_)
    if particle is not None and not any(t.lower_ == particle for t in ground.following(cue, 6)):
        return None
    if ground.void(cue) or (cue.lemma_ in {"want", "hope", "seek"} and _explains(cue)):
        return None
    if cue.lemma_ == "opt" and any(t.lower_ == "out" for t in ground.following(cue, 1)):
        return None
    if _past_thought(cue) or _generic(cue) or (moods.is_passive(cue) and cue.lemma_ in {"aim", "intend"}):
        return None  # "considered the offer", "is intended to help"
    core, holder = _complement(ground, cue, frames)
    fronted = cue.tag_ == "VBG" and cue.dep_ == "advcl" and cue.i < cue.head.i
    if core is None or (fronted and _is_known(core)):
        return None
    if moods.negated(cue) and not _promises_none(cue):
        unwilled = cue.lemma_ in {"intend", "plan", "propose"} and any(
            c.lower_ in {"do", "does"} for c in cue.children
        )
        if not (unwilled or moods.modal(cue) in {"will", "would", "can"}) or status == "refused":
            return None
        status = "refused"
    return Commitment(cue, core, holder, _status(ground, cue, core, status), f"verb:{cue.lemma_}")


def _past_thought(cue: Token) -> bool:
    """Tell whether it was thought over or planned before, or is an opinion: "we consider it a gift"."""
    if cue.lemma_ == "plan":
        perfect = any(c.lemma_ == "have" for c in clauses.children(cue, "aux"))
        return perfect and complements.infinitive(cue) is None  # "has planned many campaigns"
    return cue.tag_ in {"VBD", "VBP", "VBZ"} and cue.lemma_ in {"consider", "contemplate", "mull", "weigh"}


def _generic(cue: Token) -> bool:
    """Tell whether the verb describes a kind of people: "parents who refuse to pay"."""
    kind = cue.head
    bare = kind.tag_ in {"NNS", "NNPS"} and not any(
        True for _ in clauses.children(kind, "det", "nmod:poss", "amod")
    )
    behind = cue.dep_ == "acl:relcl" and cue.tag_ == "VBP" and cue.i > kind.i
    return behind and bare and kind.nbor(1).text != ","


def _is_known(core: Token) -> bool:
    """Tell whether the article names what it has told of before: "Announcing the cut, she said …"."""
    of = (c for n in clauses.children(core, "nmod") for c in clauses.children(n, "case"))
    return any(c.lower_ == "the" for c in clauses.children(core, "det")) and not any(
        c.lower_ == "of" for c in of
    )


def _promises_none(cue: Token) -> bool:
    """Tell whether it is the object that is denied: "promised no cuts"."""
    denied = any(c.dep_ == "advmod" and c.lower_ in {"not", "n't", "n’t", "never"} for c in cue.children)
    return cue.lemma_ in {"guarantee", "pledge", "promise"} and not denied and moods.modal(cue) is None


def _misread(ground: Ground, cue: Token) -> Commitment | None:
    """Return the commitment of a verb that was read as a noun: "the firm plans to cut 200 jobs"."""
    verbal = (
        cue.tag_ == "NNS" and cue.lower_ in _NOUNLIKE and cue.dep_ in {"ROOT", "ccomp", "conj", "parataxis"}
    )
    if not verbal or cue.i == 0 or cue.i + 1 >= len(cue.doc) or cue.nbor(1).lower_ != "to":
        return None
    holder = cue.nbor(-1)
    core = complements.infinitive(cue)
    if holder.lower_ == "but" and clauses.own_subject(cue.sent.root) is not None:
        holder = clauses.own_subject(cue.sent.root) or holder  # "has bought the mine, but plans to close it"
    if (
        holder.pos_ not in {"NOUN", "PROPN", "PRON"}
        or holder.dep_ not in {"compound", "nsubj"}
        or core is None
    ):
        return None
    if core.lemma_ in act_words.NO_ACTS or ground.governed(cue):
        return None
    return Commitment(cue, core, holder, commitment.VERBS[cue.lemma_][0], f"verb:{cue.lemma_}")


def _phrasal(cue: Token) -> str | None:
    """Return the verb that the cue stands for with its particle, or None."""
    if cue.lemma_ not in PHRASAL:
        return None
    beside = (c for c in (*cue.children, *cue.doc[cue.i + 1 : cue.i + 2]) if c.i > cue.i)
    pairs = ((cue.lemma_, c.lower_) for c in beside)
    return next((commitment.PHRASAL[pair] for pair in pairs if pair in commitment.PHRASAL), None)


def _is_state(cue: Token) -> bool:
    """Tell whether the participle is an adjective: "remains committed to", "was prepared to"."""
    if cue.lower_ not in commitment.ADJECTIVES or cue.tag_ not in {"VBN", "JJ"}:
        return False
    return cue.dep_ == "xcomp" or any(c.dep_ in {"aux:pass", "cop"} for c in cue.children)


def _imputed(ground: Ground, cue: Token) -> bool:
    """Tell whether a body that is no state says what a state hopes."""
    speaker = ground.speech.speaker(cue)
    party = ground.speech.party(clauses.subject(cue)) if speaker is not None else None
    return (
        party is not None
        and speaker is not None
        and (speaker.type, party.type) == ("organization", "country")
    )


def _explains(cue: Token) -> bool:
    """Tell whether the wish is a reason or a purpose: "because they want to …"."""
    return cue.dep_ == "advcl" and any(c.dep_ == "mark" for c in cue.children)


def _status(ground: Ground, cue: Token, core: Token, status: Status) -> Status:
    """Return the status that verb and object give together: a sum offered is pledged, a proposal unveiled
    is not.
    """
    if status == "pledged" and core.lemma_ in {"proposal", "idea", "offer"}:
        return "proposed"
    if cue.lemma_ == "unveil" and core.lemma_ in {"plan", "blueprint", "strategy"}:
        return "proposed"
    if cue.lemma_ == "offer" and core.pos_ in {"SYM", "NUM", "NOUN"} and ground.has_sum(core):
        received = (
            core.left_edge.pos_ == "PROPN"
            or any(c.dep_ == "iobj" for c in cue.children)
            or any(c.lower_ in {"to", "for"} for t in core.head.children for c in clauses.children(t, "case"))
        )
        return "pledged" if received else status
    return status


def _complement(ground: Ground, cue: Token, frames: frozenset[str]) -> tuple[Token | None, Token | None]:
    """Return what the cue commits to, and the noun phrase of who commits, or (None, None)."""
    if "sum" in frames and cue.tag_ == "VBN":
        keeper = cue.head.head if cue.dep_ == "acl" else cue.head
        kept = clauses.direct_object(keeper) if keeper.lemma_ == "have" else None
        if kept is not None and kept.i < cue.i:  # "has £5m set aside"
            return (kept if ground.has_sum(kept) else None), clauses.subject(keeper)
    passive = moods.is_passive(cue)
    holder = _agent(ground, cue) if passive else clauses.subject(cue)
    if passive and holder is None and (cue.dep_ == "acl" or ground.speech.speaker(cue) is None):
        return None, None
    found = pledge_frames.given(cue, passive)
    if cue.lemma_ == "commit" and found is not None and found.tag_ != "PRP" and not passive:
        given = clauses.lemma(found) in commitment.TERMS | {"soldier", "force", "resource"} or ground.has_sum(
            found
        )
        return (found, holder) if given and found.i > cue.i else (None, None)
    verb = complements.infinitive(cue)
    given = (
        found is not None
        and verb is not None
        and cue.i < found.i < verb.i
        and cue.lemma_ not in {"ask", "want"}
    )
    if (
        given
        and found is not None
        and frames & {"any", "term"}
        and pledge_frames.fits(ground, cue, found, frames)
    ):
        return found, holder  # "pledged £5m to help", "offer a guarantee as part of talks to end"
    core = pledge_clauses.act(ground, cue, frames)
    if core is not None:
        return core, holder
    if "that" in frames:
        core, own = pledge_clauses.promised(ground, cue)
        if core is not None:
            return core, own
    if found is not None and pledge_frames.fits(ground, cue, found, frames):
        return found, holder
    return (
        (pledge_frames.oblique(ground, cue, frames), holder)
        if frames & {"to", "on", "with", "out", "sum", "for"}
        else (None, None)
    )


def _agent(ground: Ground, cue: Token) -> Token | None:
    """Return the noun behind "by" of a passive, also where the parse hangs it on another noun."""
    found = clauses.agent(cue)
    if found is not None:
        return found
    by = next((t for t in ground.following(cue, 12) if t.lower_ == "by"), None)
    actor = by is not None and by.head.i > by.i and ground.cast.at(by.head) is not None
    return by.head if actor and by is not None else None
