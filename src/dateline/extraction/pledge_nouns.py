"""Commitments by noun: "the EU's commitment to securing", "plans to end", "a £5bn loan", "his priority"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import act_words, clauses, commitment, complements, moods, pledge_accords
from dateline.extraction.pledge_ground import Commitment
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.pledge_ground import Ground
    from dateline.model import Status

_SUPPORT_VERBS = words(
    """
    adopt advance announce break confirm declare deliver detail disclose express finalise finalize
    firm fulfil give highlight honour include issue keep make outline pursue reach reaffirm reiterate renew
    repeat restate reveal set show sign speed state stress strike tweet underline underscore unveil voice
    """
)
#: Nouns at which `by_noun` is asked.
COMMITTING = frozenset(commitment.NOUNS) | {"priority", "plan", "intention"}
_CARRYING = frozenset({"double", "stand"})
_AGAINST = words("""
    abandon attack await call condemn criticise demand deny dismiss drop fail fear lack need oppose
    require want
    """)
_ENDS = words("aim goal objective target")
_AGAIN = words("affirm confirm reaffirm reiterate renew restate")
_GONE = words("abandoned alleged broken dropped earlier failed previous scrapped shelved unfulfilled")
_TIMES = frozenset(
    {"year", "month", "week", "decade", "period", "future", "today", "tomorrow", "time", "season"}
)
_FAINT = words("bid decision drive initiative intention move push readiness scheme threat willingness")
#: Nouns that give one's word on a clause: "an assurance that it would not".
_SOLEMN = words("announcement assurance commitment guarantee pledge promise undertaking vow word")
_ACCORDS = words("accord agreement consensus deal pact understanding")


def by_noun(ground: Ground, cue: Token) -> Commitment | None:
    """Return what a noun of commitment, plan or refusal says, if the cue is one."""
    lemma = cue.lemma_.lower()
    if lemma == "priority":
        return _priority(ground, cue)
    if lemma in {"plan", "intention"} and cue.dep_ == "obj" and cue.head.lemma_ == "have":
        refusal = _no_intention(ground, cue)
        if refusal is not None:
            return refusal
    status = commitment.NOUNS.get(lemma)
    if (
        status is None
        or cue.pos_ != "NOUN"
        or any(c.lower_ in {"no", "any"} for c in clauses.children(cue, "det"))
    ):
        return None
    if (lemma != "decision" and ground.governed(cue)) or _disowned(cue):
        return None
    if lemma == "offer" and cue.dep_ in {"nsubj:pass", "obj"} and cue.head.lemma_ == "make":
        core = next(
            (c for c in clauses.children(cue.head, "obl") if any(k.lower_ == "to" for k in c.children)), None
        ) or _core(ground, cue, lemma)
    else:
        core = _core(ground, cue, lemma)
    if core is None:
        return None
    holder = possessor(ground, cue)
    pledger = ground.speech.party(holder)
    if lemma == "decision":
        return _decided(ground, cue, core, holder)
    if pledger is None:
        reached, pledger = pledge_accords.party_to(ground, cue)
        holder = holder or reached
    if pledger is None and (
        lemma in _ACCORDS or lemma == "offer" or (core == cue.head and clauses.has_to(core))
    ):
        said = ground.speech.speaker(cue) if lemma not in _ACCORDS else None
        pledger = said or (ground.nearest_body(cue) if core != cue.head else None)
    if pledger is None and not ground.sum_between(cue.i, min(cue.right_edge.i, len(ground.doc) - 1) + 1):
        return None
    return Commitment(cue, core, holder, status, f"noun:{lemma}", pledger=pledger)


def _no_intention(ground: Ground, cue: Token) -> Commitment | None:
    """Return "has no intention of leaving", "has no plans to sell"."""
    denied = any(c.lower_ == "no" for c in clauses.children(cue, "det"))
    core = complements.infinitive(cue) or complements.gerund(cue) or next(clauses.children(cue, "nmod"), None)
    pledger = ground.speech.party(clauses.subject(cue.head))
    if not denied or core is None or pledger is None or ground.governed(cue.head):
        return None
    return Commitment(cue, core, clauses.subject(cue.head), "refused", f"noun:{cue.lemma_}", pledger=pledger)


def _core(ground: Ground, cue: Token, lemma: str) -> Token | None:
    """Return what the noun commits to: an infinitive, a gerund, or what it is a plan for."""
    adjacent = [
        c
        for c in clauses.children(cue, "acl", "advcl", "xcomp", "ccomp")
        if c.i > cue.i and clauses.has_to(c)
    ]
    if lemma in {"backing", "support"}:
        return _backed(cue)
    if lemma == "announcement":
        return _assured(cue)
    core = adjacent[0] if adjacent else None
    if core is None and (lemma not in _ACCORDS or pledge_accords.is_reached(cue)):
        core = complements.infinitive(cue) or complements.homograph(cue, 6)
    if core is None and lemma in _SOLEMN:
        core = _assured(cue)
    if core is None:
        found = complements.gerund(cue)
        core = found if found is not None and ground.doc[found.i - 1].lower_ in {"to", "of"} else None
    if core is None and lemma in {"offer", "pledge", "promise", "commitment"}:
        deep = (c for n in clauses.children(cue, "nmod") for c in (n, *clauses.children(n, "nmod")))
        given = (c for c in deep if ground.has_sum(c))
        core = next((c for c in given if any(k.lower_ == "of" for k in c.children)), None)
        core = core or _aim(cue) or (cue if _owned_sum(ground, cue) else None)
        if core is not None:
            return core
    if core is not None:
        if lemma in _FAINT:
            light = lemma == "decision" and moods.negated(core) and core.lemma_ in act_words.LIGHT_ACTS
            return core if light or core.lemma_ in act_words.ACTS else None
        solemn = commitment.NOUNS[lemma] != "proposed"
        acts = core.lemma_ in act_words.ACTS | act_words.LIGHT_ACTS
        return (
            core
            if (solemn and lemma not in _ACCORDS) or acts or core.lemma_ not in act_words.NO_ACTS
            else None
        )
    return _relative(cue, lemma) or _promised(ground, cue, lemma) or _planned(cue, lemma)


def _owned_sum(ground: Ground, cue: Token) -> bool:
    """Tell whether the sum stands before the noun and behind its owner: "Chad's £5m pledge to"."""
    owner = possessor(ground, cue)
    return owner is not None and owner.i + 1 < cue.i and ground.sum_between(owner.i + 1, cue.i)


def _assured(cue: Token) -> Token | None:
    """Return the future that somebody gives his word for: "a guarantee that the border would stay open"."""
    inside = (
        c
        for h in (cue, cue.head)
        for c in clauses.children(h, "acl", "ccomp", "advcl", "acl:relcl")
        if c.i > cue.i
    )
    marked = (c for c in inside if any(k.lower_ == "that" for k in clauses.children(c, "mark")))
    return next((c for c in marked if moods.modal(c) in {"will", "would"}), None)


def _decided(ground: Ground, cue: Token, core: Token, holder: Token | None) -> Commitment | None:
    """Return "its decision to back the bill", "a decision by ministers not to": a state's or a body's."""
    made = cue.dep_ == "obj" and cue.head.lemma_ in {"announce", "make", "take"}
    party = ground.speech.party(clauses.subject(cue.head) if made else holder)
    dated = any(t.like_num and len(t) == 4 for t in cue.subtree)
    if party is None or dated or (party.type == "person" and ground.cast.country_of(party) is None):
        return None
    status: Status = "refused" if moods.negated(core) else "pledged"
    return Commitment(cue, core, holder, status, "noun:decision", pledger=party)


def _backed(cue: Token) -> Token | None:
    """Return what is backed once more: "reaffirmed their support for the peacekeeping force"."""
    if cue.dep_ != "obj" or cue.head.lemma_ not in _AGAIN:
        return None
    behind = (c for h in (cue, cue.head) for c in clauses.children(h, "nmod", "obl") if c.i > cue.i)
    return next((c for c in behind if any(k.lower_ in {"for", "to"} for k in c.children)), None)


def _aim(cue: Token) -> Token | None:
    """Return what a commitment is to, where it can be measured: "its commitment to a 30% cut"."""
    backed = _backed(cue)
    if backed is not None:
        return backed
    declared = cue.dep_ in {"obj", "obl"} and cue.head.lemma_ in _SUPPORT_VERBS | _CARRYING
    heads = (cue, cue.head) if declared else (cue,)
    for child in (c for h in heads for c in clauses.children(h, "nmod", "acl", "obl")):
        behind = child.i > cue.i and any(k.lower_ == "to" for k in child.children)
        counted = any(t.like_num or t.text == "%" for t in child.subtree)
        if behind and child.pos_ != "VERB" and (declared or counted):
            return child
    return None


def _planned(cue: Token, lemma: str) -> Token | None:
    """Return what a plan is, or is for: "the plan is a tax on fuel", "plans for a new port"."""
    copula = any(c.dep_ == "cop" for c in cue.head.children)
    placed = any(c.lower_ != "for" for c in clauses.children(cue.head, "case"))  # "its plans are on track"
    if (
        cue.dep_ == "nsubj"
        and copula
        and not placed
        and cue.head.lemma_ not in act_words.NO_ACTS
        and (cue.head.pos_ in {"NOUN", "PROPN"} or clauses.has_to(cue.head))
        and commitment.NOUNS[lemma] == "proposed"
    ):
        return cue.head
    if commitment.NOUNS[lemma] == "proposed" and lemma not in _ENDS:
        for child in clauses.children(cue, "nmod"):
            if any(k.lower_ == "for" for k in child.children) and child.lemma_ not in _TIMES:
                return child
    return None


def _relative(cue: Token, lemma: str) -> Token | None:
    """Return what a deal provides: "struck a deal that would give the country $2bn"."""
    if lemma not in _ACCORDS | {"offer", "proposal", "plan"} or cue.dep_ != "obj":
        return None
    inside = (c for c in clauses.children(cue, "acl:relcl") if moods.modal(c) in {"will", "would"})
    return next((c for c in inside if c.lemma_ in act_words.ACTS | {"hand", "bring", "oblige"}), None)


def _promised(ground: Ground, cue: Token, lemma: str) -> Token | None:
    """Return the thing of "his promises of doubled growth", where it is told whose promises they are."""
    if lemma not in {"pledge", "promise", "vow", "commitment"} or possessor(ground, cue) is None:
        return None
    things = (c for c in clauses.children(cue, "nmod") if any(k.lower_ == "of" for k in c.children))
    return next(things, None)


def possessor(ground: Ground, cue: Token) -> Token | None:
    """Return who the noun belongs to: "the EU's commitment", "UK plans", "they keep their promises"."""
    carried = cue.dep_ in {"obj", "obl"} and cue.head.lemma_ in _SUPPORT_VERBS | _CARRYING
    for child in clauses.children(cue, "nmod:poss"):
        own = clauses.subject(cue.head) if child.tag_ == "PRP$" and carried else None
        return child if ground.speech.party(own) is None else own  # "Chad's neighbours renewed their offer"
    for child in clauses.children(cue, "compound", "amod"):
        if ground.cast.at(child) is not None:
            return child
    for child in clauses.children(cue, "nmod", "obl:agent"):
        cases = {"by", "from", "of"} if cue.lemma_ == "decision" else {"by", "from"}
        if any(c.lower_ in cases for c in clauses.children(child, "case")) and child.i > cue.i:
            return child
    aside = cue.i > 1 and cue.nbor(-1).text == "," and cue.lower_.endswith("s")
    if aside and cue.dep_ in {"conj", "appos"} and complements.infinitive(cue) is not None:
        return cue.head  # the verb of "her minister, Anna Lund, plans to …" that was read as a noun
    marks = [t for t in ground.before(cue, 6) if t.tag_ == "POS" and t.i > 0]
    if marks and ground.sum_between(marks[-1].i + 1, cue.i):
        return marks[-1].nbor(-1)  # "Chad's £5m pledge", where the parse gives the sum to Chad
    if (cue.dep_ == "obj" and cue.head.lemma_ in _SUPPORT_VERBS) or (
        cue.dep_ == "obl" and cue.head.lemma_ == "work"
    ):
        return clauses.subject(cue.head)
    return None


def _disowned(cue: Token) -> bool:
    """Tell whether the sentence asks for, denies or attacks what the noun names, or has yet to hear it."""
    if any(c.lower_ in _GONE for c in clauses.children(cue, "amod")) or (
        cue.lemma_ == "determination" and cue.head.lemma_ not in _SUPPORT_VERBS
    ):
        return True
    if any(t.lower_ == "yet" for t in cue.doc[max(cue.sent.start, cue.i - 4) : cue.i]):
        return True
    if cue.dep_ == "obj" and moods.modal(cue.head) in {"must", "may"}:
        return True
    return cue.head.lemma_ in _AGAINST and cue.dep_ in {"obj", "obl", "nsubj:pass"}


def _priority(ground: Ground, cue: Token) -> Commitment | None:
    """Return "competitiveness will be his top priority", "would be one of the government's priorities"."""
    lead = [t.lower_ for t in ground.before(cue, 9)]
    if not {"will", "would"} & set(lead) or "be" not in lead:
        return None
    owner = next((t for t in ground.before(cue, 5) if t.dep_ == "nmod:poss"), None)
    pledger = ground.speech.party(owner) if owner is not None else ground.speech.speaker(cue)
    if pledger is None:
        return None
    verb = next(t for t in reversed(list(ground.before(cue, 9))) if t.lower_ in {"will", "would"})
    what = verb.head if verb.head != cue else cue
    topic = clauses.own_subject(what) or cue
    return Commitment(cue, topic, owner, "pledged", "noun:priority", pledger=pledger)
