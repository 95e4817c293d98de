"""Pledges: who commits to what for whom, as one article reports it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.extraction import clauses, conditions, extensions, moods, pledge_context, pledge_parts
from dateline.extraction.beneficiaries import Gain, beneficiary, given_to, is_aid
from dateline.extraction.parties import Cast
from dateline.extraction.pledge_choice import choose
from dateline.extraction.pledge_gaps import with_gaps
from dateline.extraction.pledge_ground import Ground
from dateline.extraction.pledge_repeats import Known, add, content, key_of
from dateline.extraction.pledge_rules import Cues, commitments
from dateline.extraction.speech import Speech
from dateline.extraction.wordlists import words
from dateline.model import Pledge

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from dateline.extraction.pledge_ground import Commitment
    from dateline.model import Party, Status

NAME = "dateline_pledges"

#: What may never come: where "any" of it is meant, the pledge is conditional.
_EVENTUAL = words(
    "aggression application attack attempt bid breach claim incursion invasion loss move offer proposal"
    " request strike threat violation"
)
_REACTING = words("block hit oppose resist respond retaliate veto")
#: Conditions under which a refusal ends.
_EXEMPTING = frozenset({"unless", "until", "till"})


@Language.component(NAME)
def find_pledges(doc: Doc) -> Doc:
    """Set ``doc._.pledges`` and the span group of that name."""
    cast = Cast.of(doc)
    speech = Speech(doc, cast)
    ground = Ground(cast, speech)
    cues = Cues(cast)
    found: list[Known] = []
    aided: Party | None = None  # whom the last gift was for: "a further £5m" is for the same
    for number, sentence in enumerate(cast.sentences):
        if pledge_parts.is_headline(cast, sentence) or _asks(sentence):
            continue
        ground.enter(number)
        aided = given_to(cast, sentence) or aided
        for chosen, end in with_gaps(cast, choose(list(commitments(ground, cues, sentence)), sentence)):
            gives = is_aid(chosen.core, end)
            pledge = _build(cast, sentence, chosen, end, aided if gives else None)
            aided = pledge.beneficiary or aided
            ground.note(pledge.pledger, pledge.status)
            told = content(doc, chosen, end, pledge)
            add(found, Known(pledge, told, key_of(cast, pledge), number, gives))
        pledge_context.price(cast, found, number, sentence)
    pledge_context.settle(cast, found)
    pledges = tuple(known.pledge for known in found)
    doc._.pledges = pledges
    extensions.keep_spans(doc, "pledges", ((p.start, p.end, p.status) for p in pledges))
    cast.hand_on()
    return doc


def _asks(sentence: Span) -> bool:
    text = extensions.text(sentence.doc)[sentence.start_char : sentence.end_char]
    return text.rstrip("”\"' \n").endswith("?")


def _build(cast: Cast, sentence: Span, found: Commitment, end: int, aided: Party | None) -> Pledge:
    doc = cast.doc
    first, last = sentence.start, sentence.end
    while last > first + 1 and doc[last - 1].is_space:
        last -= 1
    while first < last - 1 and doc[first].is_space:
        first += 1
    start_char, end_char = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    bounds = conditions.condition(found.core) or (
        conditions.condition(found.cue) if found.cue != found.core else None
    )
    begin = min(found.cue.i, found.core.left_edge.i)
    given = found.cue.i if found.core.i > found.cue.i else clauses.noun_phrase(found.core)[0]
    if found.rule.startswith(("modal:passive", "refusal")):
        begin = first
    elif found.rule.startswith("gap"):
        begin = given = found.cue.i
    if found.cue.dep_ == "acl:relcl":  # the main clause goes on behind it
        end = min(end, max(found.cue.right_edge.i, found.core.right_edge.i) + 1)
    figures = pledge_parts.money(doc, begin, end)
    gain = beneficiary(cast, found.core, given, end, found.pledger)
    if (gain.party is None or gain.faint) and aided is not None:
        gain = Gain(aided)
    return Pledge(
        start=start_char,
        end=end_char,
        text=extensions.text(doc)[start_char:end_char],
        action=_action(found, end),
        status=_status(found, bounds, doc),
        pledger=found.pledger,
        spoken_by=found.speaker,
        beneficiary=gain.party,
        money=figures,
        condition=pledge_parts.condition_text(doc, bounds),
        deadline=pledge_parts.deadline(doc, found.core.i, end),
        cue=(found.cue.idx, found.cue.idx + len(found.cue)),
        rule=found.rule,
    )


def _action(found: Commitment, end: int) -> str:
    """Return the action; "not" leads what is pledged not to be done."""
    told = pledge_parts.action(found.cue, found.core, end)
    abstains = found.status == "pledged" and found.core.pos_ == "VERB" and moods.negated(found.core)
    return f"not {told}" if abstains and not told.startswith("not ") else told


def _status(found: Commitment, bounds: tuple[int, int] | None, doc: Doc) -> Status:
    if bounds is not None and (found.status != "refused" or doc[bounds[0]].lower_ in _EXEMPTING):
        return "conditional"
    if found.rule in {"adjective:prepared", "adjective:ready"} or found.rule.startswith("modal"):
        near = [t.head for t in found.core.subtree if t.lower_ == "any" and t.i < found.core.i + 8]
        eventual = bool(near) and found.core.lemma_ in _REACTING
        if found.status != "refused" and (eventual or any(clauses.lemma(t) in _EVENTUAL for t in near)):
            return "conditional"  # "prepared to veto any bid"
    return found.status
