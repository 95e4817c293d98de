"""Commitments by mood: "will send", "is to review", "would not offer", "would take effect unless …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import act_words, clauses, commitment, complements, conditions, moods, pledge_acts
from dateline.extraction.pledge_ground import Commitment

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.pledge_ground import Ground
    from dateline.model import Party, Status

_STUDY = frozenset({"look", "examine", "study", "consider", "explore"})
#: How a measure is said to hold: "will take effect", "would stay in place".
_IN_FORCE = frozenset(
    {"take", "come", "start", "begin", "stay", "remain", "end", "apply", "continue", "expire"}
)
_SET_BY_STATES = frozenset({"tax", "duty", "tariff", "levy", "pension", "benefit", "spending", "aid", "wage"})
#: What "it" does without being anybody: "it will take years".
_IMPERSONAL = frozenset({"take", "cost", "mean", "require", "help", "allow"})
_DENIALS = frozenset({"reject", "rebuff", "refuse", "spurn", "decline", "oppose"})
_WARNINGS = frozenset({"warn", "threaten"})


def by_modal(ground: Ground, core: Token) -> Commitment | None:
    """Return "the UK will send", "is to review", "they would back", with an act as its verb."""
    if core.pos_ != "VERB":
        return None
    future = moods.modal(core)
    be = moods.follows_be(core) if future is None else None
    going = core.head if core.head.lower_ == "going" and clauses.has_to(core) else None
    if not (future in {"will", "would"} or be is not None or going is not None):
        return None
    if ground.void(core) or _continuous(core):
        return None
    speaker = ground.speech.speaker(core)
    only = conditions.condition(core)
    if future == "would" and (speaker is None or _unreal(ground, core)) and only is None:
        return None
    if future == "would" and any(c.lemma_ == "have" for c in clauses.children(core, "aux")):
        return None  # "would have given him a chance"
    found = clauses.subject(going or core)
    party = ground.speech.party(found) or pledge_acts.commander(ground, found, speaker)
    if moods.is_passive(core):
        return _passive_future(ground, core, found, speaker)
    if speaker is not None and pledge_acts.kept_from_them(ground, core):
        return Commitment(core, core, None, "refused", "modal:from us", pledger=speaker)
    granted = _granted(ground, core, found, party, speaker)
    if granted is not None:
        return granted
    if party is None:
        return _measure(ground, core, found, speaker) or _only_if(ground, core, only)
    itself = speaker is not None and party.start == speaker.start
    if found is not None and found.lower_ == "it" and core.lemma_ in _IMPERSONAL and not itself:
        return None
    if not _is_act(ground, core, found, party, speaker, be_to=be is not None) or _guess(
        ground, core, party, speaker
    ):
        return None
    party = ground.officials_of_speaker(party, core)
    return Commitment(
        core,
        core,
        found,
        _modal_status(ground, core, be is not None),
        f"modal:{future or 'be to'}",
        pledger=party,
    )


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
        return "refused"
    if be_to and core.lemma_ in _STUDY:
        return "proposed"
    verb = ground.speech.reporter(core)
    return "proposed" if verb is not None and verb.lemma_ in _WARNINGS else "pledged"


def _is_act(
    ground: Ground, core: Token, found: Token | None, party: Party, speaker: Party | None, *, be_to: bool
) -> bool:
    """Tell whether the verb is an act that can be promised, by one who is as close to it as the speaker."""
    lemma = core.lemma_
    particles = act_words.ACT_PARTICLES.get(lemma)
    if particles is not None:
        return any(t.lower_ in particles for t in ground.following(core, 5))
    if lemma in act_words.ACTS:
        return _on_something(core, lemma)
    own = ground.is_own(found, party, speaker)
    state = party.type in {"country", "organization"}
    if be_to:
        return lemma in _STUDY | {"ask", "start", "set", "hold", "call"} and (
            state or own or party.type == "group"
        )
    if lemma == "continue":
        on = complements.infinitive(core) or complements.gerund(core)
        return on is not None and on.lemma_ in act_words.ACTS and (state or own or party.type == "group")
    if lemma not in act_words.LIGHT_ACTS or (moods.negated(core) and lemma != "do"):
        return pledge_acts.is_willed(ground, core, party, speaker, own=own, deny=moods.negated(core))
    if speaker is None and party.type == "country" and lemma == "take":
        given = clauses.direct_object(core)  # "will take 500 refugees"
        return given is not None and any(True for _ in clauses.children(given, "nummod"))
    if speaker is None or not (own or state):
        return False
    if lemma == "work":
        return any(c.lower_ in {"with", "together"} for t in core.children for c in (t, *t.children))
    return clauses.direct_object(core) is not None or any(
        True for _ in clauses.children(core, "obl", "xcomp")
    )


def _on_something(core: Token, lemma: str) -> bool:
    """Tell whether the act is none of words or ways: "deliver remarks", "return to the Gulf" are none."""
    given = clauses.direct_object(core)
    if lemma == "return":
        return given is not None
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
    return other and verb.lemma_ in {"claim", "hint", "suggest"}


def _passive_future(
    ground: Ground, core: Token, found: Token | None, speaker: Party | None
) -> Commitment | None:
    """Return "any tax would only be imposed after …, the EU said": the speaker commits, or whose thing it
    is.
    """
    if found is None or core.lemma_ in act_words.STATES | act_words.NO_ACTS:
        return None
    listed = core.lemma_ in act_words.ACTS | {"use", "make"}
    summed = ground.has_sum(found)
    moved = speaker is not None and clauses.lemma(found) in act_words.FORCES
    if not (listed or summed or moved or (moods.negated(core) and core.lemma_ in act_words.UNDONE)):
        return None
    by = clauses.agent(core)
    if by is None and speaker is None:
        return _allotment(ground, core, found)
    pledger = ground.speech.party(by)
    if pledger is None:
        start, end = clauses.noun_phrase(found)
        own = ground.cast.within(start, max(end, min(found.right_edge.i + 1, found.i + 6)))
        own = [a for a in own if a.key[0] != "person"]
        pledger = own[0].party if own else speaker
    if pledger is None:
        return None
    status: Status = "refused" if moods.negated(core) else "pledged"
    return Commitment(core, core, None, status, "modal:passive", pledger=pledger)


def _measure(ground: Ground, core: Token, found: Token | None, speaker: Party | None) -> Commitment | None:
    """Return what becomes of a measure of the speaker's: "tariffs would take effect, he said"."""
    if core.lemma_ == "go" and found is not None and any(True for _ in clauses.children(core, "obl")):
        given = _allotment(ground, core, found, speaker)
        if given is not None:
            return given
    lemma = clauses.lemma(found) if found is not None else ""
    moved = core.lemma_ in _IN_FORCE or (core.lemma_ in {"fall", "rise", "go"} and lemma in _SET_BY_STATES)
    if (
        speaker is None
        or speaker.type == "group"
        or lemma not in commitment.TERMS | _SET_BY_STATES
        or not moved
    ):
        return None
    if core.lemma_ in {"take", "come"} and not any(
        t.lower_ in {"effect", "force"} for t in ground.following(core, 3)
    ):
        return None
    status: Status = "refused" if moods.negated(core) else "pledged"
    return Commitment(core, core, None, status, "modal:measure", pledger=speaker)


def _allotment(ground: Ground, core: Token, found: Token, speaker: Party | None = None) -> Commitment | None:
    """Return what a figure of an earlier pledge is for: "€5m of it will go to schools"."""
    pledger = ground.latest or speaker
    if pledger is None or not ground.has_sum(found) or (speaker is None and moods.modal(core) != "will"):
        return None
    return Commitment(core, core, None, "pledged", "modal:passive allotment", pledger=pledger)


def _granted(
    ground: Ground, core: Token, found: Token | None, party: Party | None, speaker: Party | None
) -> Commitment | None:
    """Return "schools would get €5m, Chile said": who says so commits himself, unless it is for himself."""
    if core.lemma_ not in {"get", "receive"} or found is None or speaker is None or speaker.type == "group":
        return None
    if moods.negated(core) or not ground.sum_between(core.i, core.right_edge.i + 1):
        return None
    state = ground.cast.country_of(speaker) if speaker.type == "person" else speaker
    named = party is not None and ground.cast.at(found) is not None
    own = named and state is not None and party is not None and ground.cast.same(party, state)
    if state is None or own or found.pos_ == "PRON":
        return None
    return Commitment(core, core, None, "pledged", "modal:granted", pledger=speaker)


def _only_if(ground: Ground, core: Token, bounds: tuple[int, int] | None) -> Commitment | None:
    """Return "talks will begin only if …": a condition on what was committed before."""
    if bounds is None or ground.latest is None:
        return None
    near = {t.lower_ for t in ground.doc[max(0, bounds[0] - 1) : bounds[0] + 2]} | {
        c.lower_ for c in core.children
    }
    if "only" not in near:
        return None
    return Commitment(core, core, None, "pledged", "modal:only", pledger=ground.latest)
