"""Commitments by verb: "pledged to", "announced £5m", "offered", "refused to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import act_words, clauses, commitment, complements, moods, pledge_acts, pledge_frames
from dateline.extraction.gathering_words import NOUNS
from dateline.extraction.pledge_ground import Commitment
from dateline.extraction.speech import is_first_person
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.pledge_ground import Ground
    from dateline.model import Status

#: Verbs that commit with a particle or an adjective.
PHRASAL = frozenset(verb for verb, _ in commitment.PHRASAL)

_SPEECH_ACTS = words(
    "say comment reveal name speculate disclose elaborate confirm answer discuss state believe understand"
)
#: What is given in words: to refuse it refuses no act.
_TOLD = words(
    "answer comment credence credibility date detail explanation figure interview name number reason"
    " succour timetable weight"
)
#: What is refused to be believed: no act either.
_GRANTED = words("accept acknowledge admit believe concede recognise recognize")
_CLAIMED = words(
    "accusation argument assertion blame claim criticism denial excuse explanation fact responsibility"
)
#: Verbs of commitment that look like plural nouns.
_NOUNLIKE = words("aims offers plans pledges promises vows")
_KEPT = frozenset({"conj", "xcomp", "ccomp"})
_SOLEMN = frozenset({"pledge", "promise", "vow", "swear", "undertake", "threaten"})


def by_verb(ground: Ground, cue: Token) -> Commitment | None:
    """Return the commitment that a verb of commitment makes, if the cue is one."""
    phrasal = _phrasal(cue)
    entry = commitment.VERBS.get(phrasal or cue.lemma_)
    if entry is None or cue.pos_ not in {"VERB", "ADJ", "NOUN"}:
        return None
    if cue.tag_ in {"NN", "NNS", "JJ"}:
        return _misread(ground, cue)
    if cue.dep_ in {"amod", "compound"} or _is_state(cue):
        return None
    status, frames = entry
    if cue.lemma_ == "hope" and _imputed(ground, cue):
        return None
    particle = None if phrasal else commitment.PARTICLES.get(cue.lemma_)
    if particle is not None and not any(t.lower_ == particle for t in ground.following(cue, 6)):
        return None
    if ground.void(cue) or (cue.lemma_ in {"want", "hope", "seek"} and _explains(cue)):
        return None
    core, holder = _complement(ground, cue, frames)
    if core is None:
        return None
    if moods.negated(cue):
        if moods.modal(cue) not in {"will", "would", "can"} or status == "refused":
            return None
        status = "refused"
    return Commitment(cue, core, holder, _status(ground, cue, core, status), f"verb:{cue.lemma_}")


def _misread(ground: Ground, cue: Token) -> Commitment | None:
    """Return the commitment of a verb that was read as a noun: "the firm plans to cut 200 jobs"."""
    verbal = (
        cue.tag_ == "NNS" and cue.lower_ in _NOUNLIKE and cue.dep_ in {"ROOT", "ccomp", "conj", "parataxis"}
    )
    if not verbal or cue.i == 0 or cue.i + 1 >= len(cue.doc) or cue.nbor(1).lower_ != "to":
        return None
    holder = cue.nbor(-1)
    core = complements.infinitive(cue)
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
    if "sum" in frames and cue.head.lemma_ == "have" and cue.tag_ == "VBN" and cue.dep_ in _KEPT:
        kept = clauses.direct_object(cue.head)
        if kept is not None and kept.i < cue.i:  # "has £5m set aside"
            return (kept if ground.has_sum(kept) else None), clauses.subject(cue.head)
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
    for frame, find in (("inf", _infinitive), ("strong", _strong), ("ing", _gerund), ("whether", _whether)):
        if frame in frames:
            core = find(ground, cue)
            if core is not None:
                return core, holder
    if "that" in frames:
        verb = complements.clause_complement(cue) or _closing(ground, cue)
        if verb is not None and (_is_future(cue, verb) or _is_granted(ground, verb)):
            own = clauses.own_subject(verb)
            if own is not None and _is_granted(ground, verb):
                return verb, clauses.subject(cue)
            acts = own is not None and (is_first_person(own) or ground.speech.party(own) is not None)
            return verb, own if acts else clauses.subject(cue)
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


def _closing(ground: Ground, cue: Token) -> Token | None:
    """Return the main clause that "…, the minister has promised" closes, where the parse turns the two
    around.
    """
    if cue.dep_ not in {"advcl", "conj", "parataxis"} or cue.i < cue.head.i:
        return None
    return cue.head if clauses.is_verb(cue.head) and ground.speech.is_aside(cue) else None


def _infinitive(ground: Ground, cue: Token) -> Token | None:
    verb = complements.infinitive(cue)
    if verb is None:
        return complements.homograph(cue, 4)
    if cue.lemma_ in {"refuse", "decline"}:
        given = clauses.direct_object(verb)
        told = given is not None and clauses.lemma(given) in (
            _TOLD if verb.lemma_ not in _GRANTED else _CLAIMED
        )
        return None if verb.lemma_ in _SPEECH_ACTS or told else verb
    appointed = verb.lemma_ in {"attend", "discuss", "meet", "see", "speak", "talk", "travel", "visit"}
    if appointed and cue.lemma_ == "agree":
        more = filter(clauses.has_to, clauses.children(verb, "conj"))
        return next(filter(pledge_acts.on_own_terms, more), None)  # "agreed to meet again and to cut tariffs"
    if cue.lemma_ in _SOLEMN or (cue.lemma_ in {"offer", "agree", "volunteer"} and not appointed):
        return None if verb.lemma_ in {"host", "hold"} and _gathers(verb) else verb
    if verb.lemma_ in act_words.NO_ACTS:
        return None
    if cue.lemma_ in {"decide", "vote"} and not _decides(ground, cue, verb):
        return None
    if cue.lemma_ == "prepare" and verb.lemma_ not in act_words.ACTS:
        return None
    vague = verb.lemma_ not in act_words.ACTS and cue.lemma_ in {"intend", "aim", "plan", "decide"}
    concrete = clauses.direct_object(verb) is not None or any(True for _ in clauses.children(verb, "obl"))
    return verb if not vague or concrete else None


def _decides(ground: Ground, cue: Token, verb: Token) -> bool:
    """Tell whether a state or a body decided, or who acts for it: what others decided is done with."""
    party = ground.speech.party(clauses.subject(cue))
    if party is None or party.type == "group":
        words = party.name.casefold().split() if party is not None else []
        return bool(words) and words[-1] not in {"voters", "people", "public", "electorate"}
    return party.type != "person" or (
        verb.lemma_ in act_words.ACTS and ground.cast.country_of(party) is not None
    )


def _gathers(verb: Token) -> bool:
    """Tell whether the verb's object is a gathering, whose announcement is no pledge."""
    found = clauses.direct_object(verb)
    return found is not None and clauses.lemma(found) in NOUNS


def _strong(ground: Ground, cue: Token) -> Token | None:
    """Return the act that is wanted or hoped for, where it is as concrete as a proposal."""
    verb, other = complements.infinitive(cue), clauses.direct_object(cue)
    if verb is None or (other is not None and other.i < verb.i):  # "wants others to match": a demand
        return None
    named = verb.lemma_ in act_words.ACTS or verb.lemma_ in {"announce", "propose"}
    return verb if named and ground.weighty(verb) else None


def _gerund(ground: Ground, cue: Token) -> Token | None:
    verb = complements.gerund(cue)
    return verb if verb is not None and verb.lemma_ not in act_words.NO_ACTS else None


def _whether(ground: Ground, cue: Token) -> Token | None:
    """Return the act that is weighed: "is considering whether to send tanks"."""
    del ground
    weighed = (
        c for c in clauses.children(cue, "ccomp", "xcomp", "advcl") if clauses.has_to(c) and c.i > cue.i
    )
    return next((c for c in weighed if c.lemma_ not in act_words.NO_ACTS), None)


def _is_granted(ground: Ground, verb: Token) -> bool:
    """Tell whether the clause says what somebody will get: "announced that Chile would receive £5m"."""
    gets = verb.lemma_ in {"able", "benefit", "get", "have", "receive"} and moods.modal(verb) in {
        "will",
        "would",
    }
    return gets and ground.sum_between(verb.i, verb.right_edge.i + 1)


def _is_future(cue: Token, verb: Token) -> bool:
    future = moods.modal(verb) in {"will", "would"} or moods.follows_be(verb) is not None
    future = future and (verb.pos_ == "VERB" or cue.lemma_ in _SOLEMN)
    return future and (cue.lemma_ in _SOLEMN or verb.lemma_ not in act_words.NO_ACTS)
