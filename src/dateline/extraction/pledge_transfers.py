"""Sums and forces that are reported as given or on their way: "had lent Chile £5bn", "is sending £5m"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import act_words, clauses, commitment, complements, moods
from dateline.extraction.pledge_ground import Commitment

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.pledge_ground import Ground

#: Verbs at which `by_transfer` is asked.
_FOLLOWING = frozenset({"follow", "chip", "weigh"})
TRANSFERRING = commitment.TRANSFERS | commitment.GIVING | commitment.RAISING | _FOLLOWING


def by_transfer(ground: Ground, cue: Token) -> Commitment | None:
    """Return a sum or loan that is reported as given, or is being given: "had granted Chile a loan of"."""
    raised = _raised(ground, cue)
    if raised is not None:
        return raised
    progressive = cue.lower_.endswith("ing") and any(c.lemma_ == "be" for c in clauses.children(cue, "aux"))
    lemmas = commitment.TRANSFERS | commitment.GIVING if progressive else commitment.TRANSFERS
    if cue.lemma_ not in lemmas or cue.pos_ != "VERB" or moods.is_passive(cue) or moods.negated(cue):
        return None
    perfect = cue.tag_ == "VBN" and any(c.lemma_ == "have" for c in clauses.children(cue, "aux"))
    if not (progressive or perfect or cue.tag_ == "VBD") or moods.modal(cue) is not None or ground.void(cue):
        return None
    end = min(ground.cast.sentence(cue.i).end, max(cue.right_edge.i + 1, cue.i + 1))
    forces = progressive and any(clauses.lemma(t) in act_words.FORCES for t in ground.following(cue, 7))
    handed = progressive and any(True for _ in clauses.children(cue, "iobj"))  # "is giving farmers more time"
    if cue.i + 1 >= end or not (forces or handed or ground.sum_between(cue.i + 1, end)):
        return None
    lent = any(t.lemma_.lower() in commitment.LOANS for t in ground.doc[cue.i : end])
    core = complements.infinitive(cue) if cue.lemma_ == "join" else cue
    if core is None or not (progressive or lent or (perfect and cue.lemma_ in {"contribute", "donate"})):
        return None
    found = clauses.subject(cue)
    party = ground.speech.party(found)
    if party is None or (party.type == "organization" and not (perfect or progressive)):
        return None
    return Commitment(cue, core, found, "pledged", f"transfer:{cue.lemma_}", pledger=party)


def _raised(ground: Ground, cue: Token) -> Commitment | None:
    """Return "raised its contribution from £2m to £3m", "followed with £5m in loans": a state's new sum."""
    if cue.tag_ not in {"VBD", "VBN"} or moods.is_passive(cue) or ground.void(cue):
        return None
    if not ground.sum_between(cue.i, ground.cast.sentence(cue.i).end):
        return None
    core: Token | None = None
    if cue.lemma_ in commitment.RAISING:
        found = clauses.direct_object(cue)
        own = found is not None and any(True for _ in clauses.children(found, "nmod:poss"))
        core = found if found is not None and own and clauses.lemma(found) in commitment.SHARES else None
    elif cue.lemma_ in _FOLLOWING:
        given = (c for c in clauses.children(cue, "obl") if ground.has_sum(c))
        core = next((c for c in given if any(k.lower_ == "with" for k in c.children)), None)
    party = ground.speech.party(clauses.subject(cue)) if core is not None else None
    if core is None or party is None or party.type == "group":
        return None
    return Commitment(cue, cue, clauses.subject(cue), "pledged", f"transfer:{cue.lemma_}", pledger=party)
