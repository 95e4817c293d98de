"""Futures in which nobody acts: what will be done, what becomes of a measure, who will get a sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import act_words, clauses, commitment, conditions, moods, pledge_accords, pledge_acts
from dateline.extraction.pledge_ground import Commitment
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.pledge_ground import Ground
    from dateline.model import Party, Status

#: What says what will be done, and which of it is not yet sure to come.
_PLANNED = words("bill budget legislation package plan programme program proposal reform scheme strategy")
_TENTATIVE = words("bill legislation plan proposal")
#: What is done by whoever says so: "camps will be opened, Greece said".
_SAID = words("arrest detain free inform jail keep leave name open punish re-open shut treat")
_POLLS = words("election inquiry poll referendum trial vote")
_CHANGES = words("climb drop fall go grow increase rise")
#: How a measure is said to hold: "will take effect", "would stay in place".
_IN_FORCE = frozenset(
    {"take", "come", "start", "begin", "stay", "remain", "end", "apply", "continue", "expire"}
)
_SET_BY_STATES = frozenset({"tax", "duty", "tariff", "levy", "pension", "benefit", "spending", "aid", "wage"})


def by_passive(ground: Ground, core: Token, found: Token | None, speaker: Party | None) -> Commitment | None:
    """Return "any tax would only be imposed after …, the EU said": the speaker commits, or whose thing it
    is.
    """
    if found is None or core.lemma_ in act_words.STATES | act_words.NO_ACTS:
        return None
    held = core.lemma_ == "hold" and speaker is not None and clauses.lemma(found) in _POLLS
    listed = (
        held
        or core.lemma_ in act_words.ACTS | {"use", "make"}
        or (core.lemma_ in _SAID and speaker is not None)
    )
    summed = ground.has_sum(found)
    moved = speaker is not None and clauses.lemma(found) in act_words.FORCES
    if not (listed or summed or moved or (moods.negated(core) and core.lemma_ in act_words.UNDONE)):
        return None
    by = clauses.agent(core)
    if by is None and speaker is None:
        return by_allotment(ground, core, found) or by_sequel(ground, core, found)
    pledger = ground.speech.party(by)
    if pledger is None:
        start, end = clauses.noun_phrase(found)
        own = ground.cast.within(start, max(end, min(found.right_edge.i + 1, found.i + 6)))
        own = [a for a in own if a.key[0] != "person"]
        pledger = own[0].party if own else speaker
    if pledger is None:
        return by_sequel(ground, core, found)
    status: Status = "refused" if moods.negated(core) else "pledged"
    return Commitment(core, core, None, status, "modal:passive", pledger=pledger)


def by_sequel(ground: Ground, core: Token, found: Token) -> Commitment | None:
    """Return what else will be done behind what was announced: "Two consulates will also be closed."."""
    pledger = ground.announcer
    if pledger is None or moods.negated(core) or found.pos_ == "PRON" or core.dep_ == "acl:relcl":
        return None
    who = ground.cast.at(found)
    if (who is not None and who.key[0] == "person") or conditions.condition(core) is not None:
        return None
    status: Status = "proposed" if moods.modal(core) == "would" else "pledged"
    return Commitment(core, core, None, status, "modal:passive sequel", pledger=pledger)


def by_plan(
    ground: Ground, core: Token, found: Token | None, speaker: Party | None = None
) -> Commitment | None:
    """Return what a plan will do: "the French plan would cut 300 jobs", "would be cut under its plans"."""
    handed = core.lemma_ == "return" and moods.is_passive(core)
    if found is None or (core.lemma_ in act_words.STATES and not handed):
        return None
    if core.lemma_ not in act_words.ACTS and not ground.sum_between(core.i, core.right_edge.i + 1):
        return None
    plan = found if clauses.lemma(found) in _PLANNED else _plan_over(core)
    if plan is None and moods.is_passive(core) and speaker is None:
        return by_sequel(ground, core, found)
    if plan is None or (plan == found and (moods.is_passive(core) or clauses.direct_object(core) is None)):
        return None
    pledger = _planner(ground, plan) or ground.announcer or speaker
    if pledger is None:
        return None
    tentative = moods.modal(core) == "would" or clauses.lemma(plan) in _TENTATIVE
    status: Status = "refused" if moods.negated(core) else "proposed" if tentative else "pledged"
    return Commitment(core, core, None, status, "modal:plan", pledger=pledger)


def by_deal(ground: Ground, core: Token, found: Token | None) -> Commitment | None:
    """Return what is told of a deal or an offer in the outlet's voice: "In return, Chad would free them"."""
    if core.dep_ not in {"ROOT", "conj"} or core.lemma_ not in act_words.ACTS or moods.is_passive(core):
        return None
    party = ground.speech.party(found)
    if party is None or moods.negated(core):
        return None
    before = (c for c in clauses.children(core, "obl") if c.i < core.i)
    bartered = any(clauses.lemma(c) in {"exchange", "return"} for c in before)
    agreed = bartered or pledge_accords.under_accord(core) is not None
    if not agreed and (ground.announcer is None or clauses.direct_object(core) is None):
        return None
    status: Status = ground.latest_status if ground.announcer is not None else "pledged"
    if status == "refused":
        return None
    return Commitment(core, core, found, status, "modal:deal", pledger=party)


def seen_to(ground: Ground, core: Token, found: Token | None) -> Commitment | None:
    """Return what a deal or a plan will make somebody do: "the deal would see Chad cut its duties"."""
    if core.lemma_ != "see" or found is None:
        return None
    lemma = clauses.lemma(found)
    act = next((c for c in clauses.children(core, "ccomp", "xcomp") if c.i > core.i), None)
    party = ground.speech.party(clauses.own_subject(act)) if act is not None else None
    if (
        act is None
        or party is None
        or lemma not in _PLANNED | pledge_accords.ACCORDS
        or party.type == "person"
    ):
        return None
    status: Status = "proposed" if lemma in _PLANNED else "pledged"
    return Commitment(core, act, clauses.own_subject(act), status, "modal:see", pledger=party)


def _plan_over(core: Token) -> Token | None:
    """Return the plan under which something will be: "would be scrapped under proposals by"."""
    for child in clauses.children(core, "obl"):
        under = any(c.lower_ == "under" for c in clauses.children(child, "case"))
        if under and clauses.lemma(child) in _PLANNED:
            return child
    return None


def _planner(ground: Ground, plan: Token) -> Party | None:
    """Return whose plan it is: "the French plan", "proposals by the Greens", "which the Greens say"."""
    for child in clauses.children(plan, "nmod:poss", "amod", "compound", "nmod"):
        party = ground.speech.party(child)
        actor = ground.cast.at(child)
        if party is not None or actor is not None:
            return party or (actor.party if actor is not None else None)
    inside = (clauses.own_subject(c) for c in clauses.children(plan, "acl:relcl"))
    return next((p for p in map(ground.speech.party, inside) if p is not None), None)


def by_measure(ground: Ground, core: Token, found: Token | None, speaker: Party | None) -> Commitment | None:
    """Return what becomes of a measure of the speaker's: "tariffs would take effect, he said"."""
    if core.lemma_ == "go" and found is not None and any(True for _ in clauses.children(core, "obl")):
        given = by_allotment(ground, core, found, speaker)
        if given is not None:
            return given
    lemma = clauses.lemma(found) if found is not None else ""
    moved = core.lemma_ in _IN_FORCE or (core.lemma_ in {"fall", "rise", "go"} and lemma in _SET_BY_STATES)
    if speaker is None and found is not None:
        return _budgeted(ground, core, found)
    forced = core.lemma_ in {"come", "enter"} and any(t.lower_ == "force" for t in ground.following(core, 3))
    if forced and speaker is not None and speaker.type != "group":
        return Commitment(core, core, None, "pledged", "modal:measure", pledger=speaker)
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


def _budgeted(ground: Ground, core: Token, found: Token) -> Commitment | None:
    """Return what a budget does to taxes or spending, in the outlet's voice: "spending will rise by 9%"."""
    if (
        clauses.lemma(found) not in _SET_BY_STATES and found.lower_ != "spending"
    ) or core.lemma_ not in _CHANGES:
        return None
    counted = any(t.text == "%" or t.like_num for t in core.subtree)
    pledger = ground.announcer or (ground.cast.home() if _on_budget(ground, core) else None)
    if pledger is None or not counted:
        return None
    return Commitment(core, core, None, "pledged", "modal:budget", pledger=pledger)


def _on_budget(ground: Ground, core: Token) -> bool:
    """Tell whether the sentences before speak of a budget."""
    earlier = (t for s in ground.cast.previous_sentences(core.i, 5) for t in s)
    return any(clauses.lemma(t) == "budget" for t in earlier)


def by_allotment(
    ground: Ground, core: Token, found: Token, speaker: Party | None = None
) -> Commitment | None:
    """Return what a figure of an earlier pledge is for: "€5m of it will go to schools"."""
    owner = next((ground.speech.party(c) for c in clauses.children(found, "nmod:poss")), None)
    pledger = owner or ground.latest or speaker
    if pledger is None or not ground.has_sum(found) or (speaker is None and moods.modal(core) != "will"):
        return None
    return Commitment(core, core, None, "pledged", "modal:passive allotment", pledger=pledger)


def by_grant(
    ground: Ground, core: Token, found: Token | None, party: Party | None, speaker: Party | None
) -> Commitment | None:
    """Return "schools would get €5m, Chile said": who says so commits himself, unless it is for himself."""
    if speaker is not None and pledge_acts.kept_from_them(ground, core):
        return Commitment(core, core, None, "refused", "modal:from us", pledger=speaker)
    if core.lemma_ not in {"get", "receive"} or found is None:
        return None
    if moods.negated(core) or not ground.sum_between(core.i, core.right_edge.i + 1):
        return None
    giver = _giver(ground, core)
    if giver is not None:
        return Commitment(core, core, None, "pledged", "modal:granted", pledger=giver)
    if speaker is None or speaker.type == "group":
        return None
    state = ground.cast.country_of(speaker) if speaker.type == "person" else speaker
    named = party is not None and ground.cast.at(found) is not None
    own = named and state is not None and party is not None and ground.cast.same(party, state)
    if state is None or own or found.pos_ == "PRON":
        return None
    return Commitment(core, core, None, "pledged", "modal:granted", pledger=speaker)


def _giver(ground: Ground, core: Token) -> Party | None:
    """Return from whom something will be received: "will receive €5m from the Union"."""
    for token in ground.following(core, 16):
        if token.lower_ == "from" and token.dep_ == "case":
            return ground.speech.party(token.head)
    return None


def by_condition(ground: Ground, core: Token, bounds: tuple[int, int] | None) -> Commitment | None:
    """Return "talks will begin only if …": a condition on what was committed before."""
    if bounds is None or ground.latest is None:
        return None
    near = {t.lower_ for t in ground.doc[max(0, bounds[0] - 1) : bounds[0] + 2]} | {
        c.lower_ for c in core.children
    }
    if "only" not in near:
        return None
    return Commitment(core, core, None, "pledged", "modal:only", pledger=ground.latest)
