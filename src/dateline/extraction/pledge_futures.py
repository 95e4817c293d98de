"""Commitments by mood: "will send", "is to review", "would not offer", "would take effect unless …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import (
    act_words,
    clauses,
    commitment,
    complements,
    conditions,
    moods,
    pledge_accords,
    pledge_acts,
    pledge_outcomes,
)
from dateline.extraction.pledge_ground import Commitment
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.pledge_ground import Ground
    from dateline.model import Party, Status

#: Verbs for how an act goes on: what they promise is the verb behind them.
_PHASES = frozenset({"begin", "continue", "keep", "resume", "start", "stop"})
#: What is taken without doing anything.
_TAKEN = words("advantage care effect heart lead longer office part place seat shape time turn week year")
_STUDY = frozenset({"look", "examine", "study", "consider", "explore"})
#: What "it" does without being anybody: "it will take years".
_HEDGES = frozenset({"likely", "maybe", "perhaps", "possibly", "presumably", "probably"})
_IMPERSONAL = frozenset({"take", "cost", "mean", "require", "help", "allow", "encourage", "enable", "make"})
_DENIALS = frozenset({"reject", "rebuff", "refuse", "spurn", "decline", "oppose"})
_SOLEMN = frozenset({"assurance", "assure", "guarantee", "pledge", "promise", "swear", "vow"})
_WARNINGS = frozenset({"warn", "threaten"})


def by_modal(ground: Ground, core: Token) -> Commitment | None:
    """Return "the UK will send", "is to review", "they would back", with an act as its verb."""
    if core.pos_ != "VERB":
        return None
    future = moods.modal(core)
    if future == "must":
        return pledge_accords.by_duty(ground, core, clauses.subject(core))
    if future == "may":
        return _held_out(ground, core)
    be = moods.follows_be(core) if future is None else None
    going = core.head if core.head.lower_ == "going" and clauses.has_to(core) else None
    if not (future in {"will", "would"} or be is not None or going is not None):
        return None
    past = future == "would" and any(c.lemma_ == "have" for c in clauses.children(core, "aux"))
    found = clauses.subject(going or core)
    if found is not None and found.dep_ == "csubj" and clauses.direct_object(found) is not None:
        return None  # "selling the mine would help"
    if (
        past
        or ground.void(core)
        or _hedged(core)
        or (_continuous(core) and not _of_himself(ground, core, found))
    ):
        return None  # "would have given him a chance"
    return _by_future(ground, core, found, future, be_to=be is not None)


def _hedged(core: Token) -> bool:
    """Tell whether it is only likely: "will probably close"."""
    return any(c.lower_ in _HEDGES for c in clauses.children(core, "advmod"))


def _of_himself(ground: Ground, core: Token, found: Token | None) -> bool:
    """Tell whether somebody says what he himself will be doing."""
    party = ground.speech.party(found)
    speaker = ground.speech.speaker(core) if party is not None else None
    return party is not None and ground.is_own(found, party, speaker)


def _by_future(
    ground: Ground, core: Token, found: Token | None, future: str | None, *, be_to: bool
) -> Commitment | None:
    """Return what a verb in a future that is stated commits its subject or the speaker to."""
    speaker = ground.speech.speaker(core)
    only = conditions.condition(core)
    if future == "would" and (speaker is None or _unreal(ground, core)) and only is None:
        if speaker is not None:
            return None
        return (
            pledge_outcomes.by_plan(ground, core, found)
            or pledge_outcomes.seen_to(ground, core, found)
            or pledge_outcomes.by_deal(ground, core, found)
        )
    party = ground.speech.party(found) or pledge_acts.commander(ground, found, speaker)
    if moods.is_passive(core):
        return pledge_outcomes.by_passive(ground, core, found, speaker)
    granted = pledge_outcomes.by_grant(ground, core, found, party, speaker)
    if granted is not None:
        return granted
    if party is None:
        return (
            pledge_outcomes.by_measure(ground, core, found, speaker)
            or pledge_outcomes.by_plan(ground, core, found, speaker)
            or pledge_outcomes.seen_to(ground, core, found)
            or pledge_outcomes.by_condition(ground, core, only)
        )
    itself = speaker is not None and party.start == speaker.start
    if found is not None and found.lower_ == "it" and core.lemma_ in _IMPERSONAL and not itself:
        return None
    acts = _is_act(ground, core, found, party, speaker, be_to=be_to)
    if not acts or _guess(ground, core, party, speaker):
        return None
    party = ground.officials_of_speaker(party, core)
    status = _modal_status(ground, core, be_to)
    return Commitment(core, core, found, status, f"modal:{future or 'be to'}", pledger=party)


def _held_out(ground: Ground, core: Token) -> Commitment | None:
    """Return what somebody says that his own side might do: "Peru may send more, its minister said"."""
    found = clauses.subject(core)
    party = ground.speech.party(found)
    speaker = ground.speech.speaker(core) if party is not None and core.lemma_ in act_words.ACTS else None
    if speaker is None or party is None or moods.negated(core) or moods.is_passive(core):
        return None
    state = ground.cast.country_of(speaker) if speaker.type == "person" else None
    own = ground.is_own(found, party, speaker) or (state is not None and ground.cast.same(state, party))
    if not own or clauses.direct_object(core) is None:
        return None
    return Commitment(core, core, found, "proposed", "modal:may", pledger=party)


def _continuous(core: Token) -> bool:
    """Tell whether the future is in progress, which foretells more than it promises: "will be funding"."""
    return core.tag_ == "VBG" and any(c.lower_ == "be" for c in clauses.children(core, "aux"))


def _unreal(ground: Ground, core: Token) -> bool:
    """Tell whether "would" inside a quotation is unreal: direct speech promises with "will"."""
    if not ground.speech.quoted(core.i):
        return False
    aux = next((c for c in clauses.children(core, "aux") if moods.MODALS.get(c.lower_) == "would"), core)
    verb = ground.speech.reporter(core)
    inside = verb is not None and ground.speech.quoted(verb.i)
    return ground.speech.quoted(aux.i) and not inside


def _modal_status(ground: Ground, core: Token, be_to: bool) -> Status:
    going = core.head if core.head.lower_ == "going" else core
    if (moods.negated(core) or moods.negated(going)) != (core.lemma_ in _DENIALS):
        return "pledged" if _promised(ground, core) else "refused"
    if be_to and core.lemma_ in _STUDY:
        return "proposed"
    verb = ground.speech.reporter(core)
    return "proposed" if verb is not None and verb.lemma_ in _WARNINGS else "pledged"


def _promised(ground: Ground, core: Token) -> bool:
    """Tell whether what will not be done is given one's word for: "my promise is: I will not raise them"."""
    verb = ground.speech.reporter(core)
    if verb is not None and verb.lemma_ in _SOLEMN:
        return True
    lead = ground.before(core, 12)
    return any(t.lemma_ in _SOLEMN and t.pos_ == "NOUN" and t.tag_ == "NN" for t in lead)


def _is_act(
    ground: Ground, core: Token, found: Token | None, party: Party, speaker: Party | None, *, be_to: bool
) -> bool:
    """Tell whether the verb is an act that can be promised, by one who is as close to it as the speaker."""
    lemma = core.lemma_
    particles = act_words.ACT_PARTICLES.get(lemma)
    if particles is not None and any(t.lower_ in particles for t in ground.following(core, 5)):
        return True
    if particles is not None and lemma not in act_words.LIGHT_ACTS:
        return False
    if lemma in act_words.ACTS or _by_object(core, lemma):
        return _on_something(core, lemma)
    own = ground.is_own(found, party, speaker)
    state = party.type in {"country", "organization"}
    if be_to and lemma in _STUDY | {"ask", "start", "set", "hold", "call"} and party.type == "group":
        return True
    if lemma in _PHASES:
        on = complements.infinitive(core) or complements.gerund(core)
        if on is not None and (state or own or party.type == "group"):
            told = speaker is not None and (state or own)
            return on.lemma_ in act_words.ACTS or (told and pledge_acts.on_own_terms(on))
    if lemma not in act_words.LIGHT_ACTS or (moods.negated(core) and lemma != "do"):
        return pledge_acts.is_willed(ground, core, party, speaker, own=own, deny=moods.negated(core))
    if lemma == "take" and any(t.lower_ == "up" for t in ground.following(core, 1)):
        return False  # "will take up the matter"
    if speaker is None and state and lemma == "take":
        given = clauses.direct_object(core)  # "will take 500 refugees", "will take command of the force"
        return given is not None and clauses.lemma(given) not in _TAKEN
    if speaker is None and state and conditions.condition(core) is not None:
        return clauses.direct_object(core) is not None
    if not (own or state or ground.is_body(party)) or lemma == "include":
        return False
    if lemma == "work":
        return any(c.lower_ in {"with", "together"} for t in core.children for c in (t, *t.children))
    return clauses.direct_object(core) is not None or any(
        True for _ in clauses.children(core, "obl", "xcomp", "ccomp")
    )


def _by_object(core: Token, lemma: str) -> bool:
    """Tell whether the object makes an act of the verb: "will join the sanctions", "will open an embassy"."""
    given = clauses.direct_object(core) if lemma in {"join", "lead", "open"} else None
    if given is None:
        return False
    if lemma == "lead":  # "will lead one of the battalions"
        return any(clauses.lemma(t) in act_words.FORCES | act_words.CAUSES for t in given.subtree)
    acted = act_words.OPENED if lemma == "open" else commitment.MEASURES | act_words.CAUSES
    return clauses.lemma(given) in acted


def _on_something(core: Token, lemma: str) -> bool:
    """Tell whether the act is none of words or ways: "deliver remarks", "return to the Gulf" are none."""
    given = clauses.direct_object(core)
    if lemma == "return":
        back = (c for c in clauses.children(core, "obl") if any(k.lower_ == "to" for k in c.children))
        if moods.negated(core):
            return True  # "will never return to the old ways"
        return given is not None or any(clauses.lemma(c) in commitment.TERMS | {"talk"} for c in back)
    return given is None or clauses.lemma(given) not in act_words.WORDS


def _guess(ground: Ground, core: Token, party: Party, speaker: Party | None) -> bool:
    """Tell whether the future is somebody else's forecast: an analyst's, a critic's, a study's."""
    verb = ground.speech.reporter(core)
    if verb is None:
        return False
    found = clauses.own_subject(verb)
    if found is not None and found.lemma_.lower() in act_words.FORECASTERS:
        return True
    other = speaker is not None and speaker.start != party.start
    bodies = speaker is not None and speaker.type == party.type == "organization"
    if bodies and speaker is not None and moods.follows_be(core) is None:
        return not ground.cast.same(speaker, party)  # one party says what the other would do
    return other and verb.lemma_ in {"claim", "hint", "suggest"}
