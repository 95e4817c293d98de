"""What a verb of commitment commits to where that is a clause: an infinitive, a gerund, a future."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import act_words, clauses, commitment, complements, moods, pledge_acts
from dateline.extraction.gathering_words import NOUNS
from dateline.extraction.speech import is_first_person
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.pledge_ground import Ground

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
_SOLEMN = frozenset({"pledge", "promise", "vow", "swear", "undertake", "threaten"})


def act(ground: Ground, cue: Token, frames: frozenset[str]) -> Token | None:
    """Return the act behind the verb for which one of its frames asks."""
    finds = (
        ("way", _way),
        ("inf", _infinitive),
        ("strong", _strong),
        ("ing", _gerund),
        ("whether", _whether),
    )
    found = (find(ground, cue) for frame, find in finds if frame in frames)
    return next((core for core in found if core is not None), None)


def promised(ground: Ground, cue: Token) -> tuple[Token | None, Token | None]:
    """Return the future that the verb promises and who commits himself by it, or (None, None)."""
    verb = complements.clause_complement(cue) or _closing(ground, cue)
    if verb is None or not (_is_future(cue, verb) or _is_granted(ground, verb)):
        return None, None
    own = clauses.own_subject(verb)
    if own is not None and _is_granted(ground, verb):
        return verb, clauses.subject(cue)
    acts = own is not None and (is_first_person(own) or ground.speech.party(own) is not None)
    return verb, own if acts else clauses.subject(cue)


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
    if cue.lemma_ in {"decide", "vote"} and (_in_question(verb) or not _decides(ground, cue, verb)):
        return None
    if cue.lemma_ == "prepare" and verb.lemma_ not in act_words.ACTS:
        return None
    vague = verb.lemma_ not in act_words.ACTS and cue.lemma_ in {"intend", "aim", "plan", "decide"}
    concrete = clauses.direct_object(verb) is not None or any(True for _ in clauses.children(verb, "obl"))
    concrete = concrete or ground.sum_between(verb.i, min(verb.i + 3, len(ground.doc)))
    return verb if not vague or concrete else None


def _in_question(verb: Token) -> bool:
    """Tell whether it is still to be decided: "will decide whether to close the port"."""
    before = verb.doc[max(0, verb.i - 3) : verb.i]
    return any(t.lower_ == "whether" for t in before)


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
    party = ground.speech.party(clauses.subject(cue)) if named and cue.lemma_ == "want" else None
    state = party is not None and party.type in {"country", "organization"}
    done = state and (clauses.direct_object(verb) is not None or verb.lemma_ in act_words.ACT_PARTICLES)
    return verb if named and (done or ground.weighty(verb)) else None


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


def _way(ground: Ground, cue: Token) -> Token | None:
    """Return the act to which ways are sought: "is looking at ways to cut", "is studying a plan to"."""
    if cue.tag_ != "VBG":
        return None
    for token in ground.following(cue, 6):
        if clauses.lemma(token) in {"way", "option", "plan", "proposal", "possibility", "idea"}:
            core = complements.infinitive(token) or complements.gerund(token)
            return core if core is not None and core.lemma_ in act_words.ACTS else None
        if token.tag_ == "VBG" and token.pos_ == "VERB" and token.nbor(-1).lower_ in {"at", cue.lower_}:
            return token if token.lemma_ in act_words.ACTS else None
    return None


def _is_granted(ground: Ground, verb: Token) -> bool:
    """Tell whether the clause says what somebody will get: "announced that Chile would receive £5m"."""
    gets = verb.lemma_ in {"able", "benefit", "get", "have", "receive"} and moods.modal(verb) in {
        "will",
        "would",
    }
    return gets and ground.sum_between(verb.i, verb.right_edge.i + 1)


def _is_future(cue: Token, verb: Token) -> bool:
    future = moods.modal(verb) in {"will", "would"} or moods.follows_be(verb) is not None
    begun = cue.lemma_ in {"announce", "confirm"} and verb.tag_ == "VBG"
    begun = begun and verb.lemma_ in act_words.ACTS | commitment.GIVING
    if begun and any(c.lemma_ == "be" for c in clauses.children(verb, "aux")):
        return True  # "announced that it was scrapping the tax"
    future = future and (verb.pos_ == "VERB" or cue.lemma_ in _SOLEMN)
    return future and (cue.lemma_ in _SOLEMN or verb.lemma_ not in act_words.NO_ACTS)


def _closing(ground: Ground, cue: Token) -> Token | None:
    """Return the main clause that "…, the minister has promised" closes, where the parse turns the two
    around.
    """
    if cue.dep_ not in {"advcl", "conj", "parataxis"} or cue.i < cue.head.i:
        return None
    return cue.head if clauses.is_verb(cue.head) and ground.speech.is_aside(cue) else None
