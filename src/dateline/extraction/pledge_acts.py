"""Futures that are acts of will although no list names their verb: "would convert its claims"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from dateline.extraction import act_words, clauses, conditions, moods

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.pledge_ground import Ground
    from dateline.model import Party


def is_willed(
    ground: Ground, core: Token, party: Party, speaker: Party | None, *, own: bool, deny: bool
) -> bool:
    """Tell whether the verb is an act of will on something, by one who can answer for it.

    A state, a body or a speaker of himself answers for what he will do; others foretell it. In the outlet's
    own voice a person or a body needs a figure: everything else it tells of them is news of the day. Of what
    is denied (`deny`) more verbs are acts, because to stay away is one as well.
    """
    lemma = core.lemma_
    if deny and lemma == "hear":  # "would not hear of it"
        return any(t.lower_ == "of" for t in ground.following(core, 1))
    if lemma in act_words.STATES or (not deny and lemma in act_words.NO_ACTS):
        return False
    given = clauses.direct_object(core)
    if given is not None and clauses.lemma(given) in act_words.WORDS | act_words.OCCASIONS:
        return False
    summed = ground.sum_between(core.i, core.right_edge.i + 1)
    itself = speaker is not None and speaker.start == party.start
    inanimate = not itself and any(c.lower_ == "it" for c in clauses.children(core, "nsubj"))
    bound = conditions.condition(core) is not None and not inanimate
    if speaker is None:
        able = party.type in {"country", "organization"} or (summed and party.type != "group") or bound
    else:
        able = own or party.type in {"country", "organization", "group"}
    if not able:
        return False
    if deny:
        return given is not None or party.type != "group"
    against = any(c.lower_ == "against" for t in core.children for c in t.children)
    return given is not None or summed or bound or against


def on_own_terms(verb: Token) -> bool:
    """Tell whether the verb behind "willing to" is an act: "to soften the rules"."""
    return verb.lemma_ not in act_words.STATES | act_words.NO_ACTS


def commander(ground: Ground, found: Token | None, speaker: Party | None) -> Party | None:
    """Return whose the forces are that will act: "its planes would resume patrols"."""
    if found is None or clauses.lemma(found) not in act_words.FORCES:
        return None
    for child in clauses.children(found, "nmod:poss", "amod", "compound"):
        party = ground.speech.party(child) if child.pos_ != "NOUN" else None
        if party is not None:
            return party
    return speaker


def kept_from_them(ground: Ground, core: Token) -> bool:
    """Tell whether others are told that they get nothing: "they will not get a penny from us"."""
    if core.lemma_ not in {"get", "receive", "have", "see"} or not moods.negated(core):
        return False
    phrase = [t.lower_ for t in ground.following(core, 8)]
    return any(a == "from" and b in {"us", "me", "him", "her", "them"} for a, b in itertools.pairwise(phrase))
