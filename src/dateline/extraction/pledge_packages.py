"""Commitments by what a plan, a package or a share of it holds: "a £5bn loan", "it includes £2bn for …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, commitment, complements, moods
from dateline.extraction.pledge_ground import Commitment
from dateline.extraction.pledge_nouns import possessor
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.pledge_ground import Ground
    from dateline.model import Party

_BESIDES = ("on top of", "in addition to", "comes after", "follows", "adds to", "added to", "besides")
_AMOUNTS = frozenset({"be", "amount", "total"})
#: Nouns at which `by_share` is asked.
SHARED = words("aid commitment contribution donation pledge share support")


def by_loan(ground: Ground, cue: Token) -> Commitment | None:
    """Return "it comes on top of a £5bn loan to …": a further sum of whoever pledged before."""
    if cue.lemma_.lower() not in commitment.INSTRUMENTS or cue.pos_ != "NOUN" or ground.latest is None:
        return None
    lead = " ".join(t.lower_ for t in ground.before(cue, 14))
    if not any(phrase in lead for phrase in _BESIDES):
        return None
    start, end = clauses.noun_phrase(cue)
    if not ground.sum_between(start, end):
        return None
    holder = possessor(ground, cue)
    pledger: Party | None = ground.speech.party(holder) if holder is not None else None
    return Commitment(
        cue, cue, holder, "pledged", f"sum:{cue.lemma_.lower()}", pledger=pledger or ground.latest
    )


def _among_pledges(ground: Ground, cue: Token) -> Commitment | None:
    """Return "the pledges include €5m from Chad"."""
    given = clauses.direct_object(cue)
    if given is None or not ground.has_sum(given):
        return None
    froms = (c for c in clauses.children(given, "nmod") if any(k.lower_ == "from" for k in c.children))
    donor = next(froms, None)
    party = ground.speech.party(donor)
    return (
        Commitment(cue, given, donor, "pledged", "plan:include", pledger=party) if party is not None else None
    )


def by_share(ground: Ground, cue: Token) -> Commitment | None:
    """Return "its contribution this year would be €5m": a sum that is somebody's share."""
    owner = next(clauses.children(cue, "nmod:poss"), None)
    if cue.pos_ != "NOUN" or owner is None:
        return None
    ahead = (t for t in ground.following(cue, 8) if t.lower_ in {"will", "would"})
    will = next((t for t in ahead if t.i + 1 < len(ground.doc) and t.nbor(1).lower_ in _AMOUNTS), None)
    pledger = ground.speech.party(owner)
    if will is None or pledger is None or not ground.sum_between(will.i, min(will.i + 6, len(ground.doc))):
        return None
    core = next((t for t in ground.following(will, 6) if t.pos_ in {"SYM", "NUM", "NOUN"}), cue)
    return Commitment(cue, core, owner, "pledged", "sum:share", pledger=pledger)


def by_inclusion(ground: Ground, cue: Token) -> Commitment | None:
    """Return what a plan includes: "they will include doubling aid", "the package includes £2bn for …"."""
    if cue.lemma_ != "include" or cue.pos_ != "VERB" or moods.negated(cue):
        return None
    found = clauses.own_subject(cue)
    if found is None or ground.void(cue):
        return None
    if clauses.lemma(found) in {"donation", "pledge", "promise"}:
        return _among_pledges(ground, cue)
    if found.lemma_.lower() in commitment.PLANS | {"package", "measure"}:
        holder = possessor(ground, found)
        pledger = ground.speech.party(holder) if holder is not None else ground.latest
    elif found.lower_ in {"they", "these", "it", "this"}:
        earlier = [t for s in ground.cast.previous_sentences(cue.i, 1) for t in s]
        if not any(
            t.lemma_.lower() in commitment.PLANS | {"package", "measure"} and t.dep_ in {"obj", "nmod"}
            for t in earlier
        ):
            return None
        holder = next(iter(ground.earlier_subjects(cue)), None)
        pledger = ground.cast.party(holder)
    else:
        return None
    core = complements.gerund(cue) or clauses.direct_object(cue)
    if core is None or pledger is None:
        return None
    if core.pos_ != "VERB" and core.lemma_.lower() not in commitment.TERMS and not ground.has_sum(core):
        core = next((t for t in core.children if t.tag_ == "VBG"), None)
    return (
        None if core is None else Commitment(cue, core, holder, "proposed", "plan:include", pledger=pledger)
    )
