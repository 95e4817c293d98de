"""The rules that find commitments in a sentence: by verb, adjective, modal, noun and refusal.

Each rule yields a `Commitment`: the words that commit (cue), the head of what is committed (core), and the noun
phrase of whoever commits (holder).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.extraction import clauses, commitment
from dateline.extraction.parties import FIRST_PERSON
from dateline.extraction.speech import FORECASTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from dateline.extraction.parties import Cast
    from dateline.extraction.speech import Speech
    from dateline.model import Party, Status

_SPEECH_ACTS = frozenset(
    [
        "say",
        "comment",
        "reveal",
        "name",
        "speculate",
        "disclose",
        "elaborate",
        "confirm",
        "answer",
        "give",
        "discuss",
        "state",
    ]
)
_EMPTY_OFFERS = frozenset(
    [
        "advice",
        "analysis",
        "apology",
        "assessment",
        "chance",
        "clue",
        "comfort",
        "comment",
        "condolence",
        "congratulation",
        "evidence",
        "example",
        "explanation",
        "glimpse",
        "hope",
        "idea",
        "insight",
        "lesson",
        "opinion",
        "opportunity",
        "possibility",
        "prayer",
        "prospect",
        "reason",
        "resistance",
        "sign",
        "sympathy",
        "thought",
        "view",
        "word",
    ]
)
_UNCERTAIN = frozenset(
    [
        "able",
        "unable",
        "likely",
        "unlikely",
        "expect",
        "set",
        "due",
        "fail",
        "try",
        "need",
        "able",
        "attempt",
        "struggle",
        "keen",
    ]
)
_SUPPORT_VERBS = frozenset(
    [
        "make",
        "give",
        "issue",
        "renew",
        "reaffirm",
        "reiterate",
        "repeat",
        "honour",
        "keep",
        "fulfil",
        "deliver",
        "break",
        "sign",
        "reach",
        "strike",
    ]
)


@dataclass(frozen=True, slots=True)
class Commitment:
    """Words that commit somebody, before they become a pledge."""

    cue: Token
    core: Token
    holder: Token | None
    status: Status
    rule: str
    pledger: Party | None = None
    speaker: Party | None = None


class Rules:
    """The rules, bound to the actors and the speech of one Doc."""

    def __init__(self, cast: Cast, speech: Speech) -> None:
        self.cast = cast
        self.speech = speech
        self.doc = cast.doc

    def commitments(self, sentence: Span) -> Iterator[Commitment]:
        """Yield every commitment that a rule sees in the sentence; they may overlap."""
        for token in sentence:
            for rule in (self._by_verb, self._by_adjective, self._by_modal, self._by_noun, self._by_refusal):
                found = rule(token)
                if found is not None:
                    party = found.pledger or self._pledger(found)
                    yield replace(found, pledger=party, speaker=self._spoken_by(found, party))
                    break

    # --- verbs of commitment -----------------------------------------------------------------------------

    def _by_verb(self, cue: Token) -> Commitment | None:
        entry = commitment.VERBS.get(cue.lemma_)
        if entry is None or cue.pos_ not in {"VERB", "ADJ", "NOUN"} or cue.tag_ in {"NN", "NNS", "JJ"}:
            return None
        particle = commitment.PARTICLES.get(cue.lemma_)
        if particle is not None and not any(t.lower_ == particle for t in self._next(cue, 6)):
            return None
        status, frames = entry
        if self._void(cue):
            return None
        core, holder = self._complement(cue, frames)
        if core is None:
            return None
        if clauses.negated(cue):
            if clauses.modal(cue) not in {"will", "would", "can"} or status == "refused":
                return None
            status = "refused"
        elif status == "proposed" and clauses.modal(cue) == "may":
            return None
        return Commitment(cue, core, holder, status, f"verb:{cue.lemma_}")

    def _next(self, token: Token, width: int) -> Span:
        return self.doc[token.i + 1 : min(self.cast.sentence(token.i).end, token.i + 1 + width)]

    def _void(self, cue: Token) -> bool:
        """Tell whether the cue is demanded, guessed, asked, or supposed instead of stated."""
        if clauses.modal(cue) in {"must", "may"} or (
            clauses.modal(cue) == "can" and not clauses.negated(cue)
        ):
            return True
        if any(
            c.dep_ == "mark" and c.lower_ in {"if", "whether", "unless", "to"} and not clauses.has_to(cue)
            for c in cue.children
        ):
            return True
        found = clauses.own_subject(cue)
        if found is not None and any(
            c.lower_ in {"which", "what", "whether"} for c in found.children if c.dep_ == "det"
        ):
            return True
        return self._governed(cue)

    def _governed(self, cue: Token) -> bool:
        """Tell whether a verb of demand, guess or mere possibility governs the cue."""
        child = cue
        for head in cue.ancestors:
            if child.dep_ not in {"xcomp", "ccomp", "advcl", "acl", "conj", "acl:relcl", "obj", "obl"}:
                return False
            if child.dep_ in {"advcl"} and any(
                c.lower_ in {"if", "unless"} for c in child.children if c.dep_ == "mark"
            ):
                return True
            infinitive = clauses.has_to(child) or (child.dep_ == "conj" and child.tag_ == "VB")
            if (
                infinitive
                and head.lemma_ in commitment.DEMANDS | _UNCERTAIN
                and head.lemma_ not in commitment.VERBS
            ):
                return not self._believed(head)
            if infinitive and clauses.modal(head) == "must":
                return True
            if child.dep_ == "ccomp" and head.lemma_ in commitment.DEMANDS | FORECASTS:
                return not clauses.is_passive(head)
            if child.dep_ in {"conj", "acl:relcl"}:
                return False
            child = head
        return False

    def _believed(self, head: Token) -> bool:
        """Tell whether the passive verb reports: "are believed to have agreed", "is said to have offered"."""
        return clauses.is_passive(head) and head.lemma_ in {"believe", "understand", "think", "say", "report"}

    def _complement(self, cue: Token, frames: frozenset[str]) -> tuple[Token | None, Token | None]:
        """Return what the cue commits to, and the noun phrase of who commits, or (None, None)."""
        passive = clauses.is_passive(cue)
        holder = clauses.agent(cue) if passive else clauses.subject(cue)
        picky = cue.lemma_ not in {"pledge", "promise", "vow", "swear", "undertake", "threaten"}
        if "inf" in frames or "strong" in frames:
            verb = clauses.infinitive(cue)
            if verb is not None and self._can_act(verb, picky, "strong" in frames):
                if cue.lemma_ in {"refuse", "decline"} and verb.lemma_ in _SPEECH_ACTS:
                    return None, None
                return verb, holder
        if "ing" in frames:
            verb = clauses.gerund(cue)
            if verb is not None and verb.lemma_ not in commitment.NO_ACTS:
                return verb, holder
        if "that" in frames:
            verb = clauses.clause_complement(cue)
            if verb is not None:
                return self._that_clause(cue, verb, picky)
        found = self._object(cue, passive)
        if found is not None and self._fits(cue, found, frames):
            return found, holder
        if "to" in frames or "with" in frames or "out" in frames:
            return self._oblique(cue, frames), holder
        return None, None

    def _can_act(self, verb: Token, picky: bool, strong: bool) -> bool:
        if strong:
            core = verb
            inner = clauses.infinitive(verb) if verb.lemma_ in {"announce", "propose", "offer"} else None
            return (
                core.lemma_ in commitment.ACTS or inner is not None or core.lemma_ in {"announce", "propose"}
            ) and self._weighty(core)
        return not picky or verb.lemma_ not in commitment.NO_ACTS

    def _weighty(self, verb: Token) -> bool:
        """Tell whether what is wanted or hoped for is as concrete as a proposal: a sum, a share, a measure."""
        for token in verb.subtree:
            if (
                token.lemma_ in commitment.TERMS
                or token.text in {"%", "£", "$", "€"}
                or token.ent_type_ == "MONEY"
            ):
                return True
        return False

    def _that_clause(self, cue: Token, verb: Token, picky: bool) -> tuple[Token | None, Token | None]:
        future = clauses.modal(verb) in {"will", "would"} or clauses.follows_be(verb) is not None
        if not future or (picky and verb.lemma_ in commitment.NO_ACTS):
            return None, None
        found = clauses.own_subject(verb)
        if found is not None and (found.lower_ in FIRST_PERSON or self.speech.party(found) is not None):
            return verb, found
        return verb, clauses.subject(cue)

    def _object(self, cue: Token, passive: bool) -> Token | None:
        """Return the object of the cue: the subject of a passive, the noun before a participle."""
        if passive:
            return clauses.own_subject(cue) or (cue.head if cue.dep_ in {"acl", "amod"} else None)
        return clauses.direct_object(cue)

    def _fits(self, cue: Token, found: Token, frames: frozenset[str]) -> bool:
        """Tell whether the object is what the frames ask for."""
        if found.pos_ == "PRON" or any(c.lower_ in {"any", "no"} for c in found.children if c.dep_ == "det"):
            return False
        heads = list(clauses.conjuncts(found))
        lemmas = {t.lemma_.lower() for t in heads}
        sum_ = self.has_sum(found)
        if "any" in frames:
            return not lemmas & _EMPTY_OFFERS and (found.pos_ != "PROPN" or sum_)
        if "term" in frames:
            return sum_ or any(t.lemma_.lower() in commitment.TERMS and self._specific(t) for t in heads)
        wanted = frozenset[str]().union(
            commitment.MEASURES if "measure" in frames else (),
            commitment.DEALS if "deal" in frames else (),
            commitment.ASKED if "ask" in frames else (),
            {"idea"} if "idea" in frames else (),
        )
        if lemmas & wanted:
            return "deal" not in frames or self._specific(found)
        if "plan" in frames:
            return any(
                t.lemma_.lower() in {"plan", "proposal", "package", "bill", "target"} and self._specific(t)
                for t in heads
            )
        return "sum" in frames and sum_

    def _specific(self, noun: Token) -> bool:
        """Tell whether the noun says what is committed: a complement, a sum, or a compound that names it."""
        if self.has_sum(noun) or clauses.infinitive(noun) is not None:
            return True
        for child in noun.children:
            if child.i > noun.i and child.dep_ in {"nmod", "acl", "acl:relcl"}:
                return True
            if (
                child.i < noun.i
                and child.dep_ in {"compound", "amod", "nummod"}
                and child.lower_ not in {"new", "own", "other", "such"}
            ):
                return True
        return noun.lemma_ in commitment.MEASURES

    def has_sum(self, noun: Token) -> bool:
        """Tell whether a figure stands in the noun phrase or beside the noun."""
        start, end = clauses.noun_phrase(noun)
        end = max(
            [
                end,
                *(
                    c.right_edge.i + 1
                    for c in noun.children
                    if c.dep_ in {"nummod", "nmod", "appos"} and c.i - noun.i < 6
                ),
            ]
        )
        first, last = self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])
        return any(f.start < last and first < f.end for f in self.doc._.money)

    def _oblique(self, cue: Token, frames: frozenset[str]) -> Token | None:
        for child in clauses.children(cue, "obl", "nmod", "obj"):
            if child.i < cue.i:
                continue
            cases = {c.lower_ for c in clauses.children(child, "case", "mark")}
            if "out" in frames and (child.dep_ == "obj" or not cases):
                return child
            if ("to" in frames and "to" in cases) or ("with" in frames and "with" in cases):
                if child.lemma_.lower() in commitment.TERMS or "to" in frames:
                    return child
        if "out" in frames:
            return clauses.gerund(cue) or next((t for t in self._next(cue, 6) if t.pos_ == "NOUN"), None)
        return None

    # --- adjectives --------------------------------------------------------------------------------------

    def _by_adjective(self, cue: Token) -> Commitment | None:
        status = commitment.ADJECTIVES.get(cue.lower_)
        if status is None or cue.dep_ in {"amod", "compound"} or cue.tag_ in {"VBD", "VB", "VBP", "VBZ"}:
            return None
        carried = any(c.dep_ in {"cop", "aux:pass"} or c.lemma_ == "be" for c in cue.children)
        carried = carried or (
            cue.head.lemma_ in {"remain", "stay", "stand", "say", "declare"} and cue.dep_ == "xcomp"
        )
        if not carried or self._questioned(cue) or self._void(cue):
            return None
        core = clauses.infinitive(cue) or clauses.gerund(cue)
        if core is None:
            core = next(
                (
                    c
                    for c in clauses.children(cue, "obl", "nmod", "advcl")
                    if any(k.lower_ == "to" for k in c.children)
                ),
                None,
            )
        if core is None or (core.lemma_ in commitment.NO_ACTS - {"meet", "talk", "join"}):
            return None
        if clauses.negated(cue):
            if status == "refused":
                return None
            status = "refused"
        verb = cue.head if cue.head.lemma_ in {"remain", "stay", "stand"} and cue.dep_ == "xcomp" else cue
        return Commitment(cue, core, clauses.subject(verb), status, f"adjective:{cue.lower_}")

    def _questioned(self, cue: Token) -> bool:
        """Tell whether the clause is an embedded question or a passive by others: "how firmly ministers were prepared"."""
        return any(t.lower_ in {"how", "whether", "if"} for t in cue.children) or any(
            c.lower_ in {"how", "whether"} for t in clauses.children(cue, "advmod") for c in t.children
        )

    # --- modal futures -----------------------------------------------------------------------------------

    def _by_modal(self, core: Token) -> Commitment | None:
        if not (clauses.is_verb(core) or core.pos_ in {"ADJ", "NOUN", "ADV"}):
            return None
        future = clauses.modal(core)
        be = clauses.follows_be(core) if future is None else None
        going = core.head if core.head.lower_ == "going" and clauses.has_to(core) else None
        if not (future in {"will", "would"} or be is not None or going is not None) or self._void(core):
            return None
        if core.pos_ == "NOUN":
            return self._priority(core)
        if core.pos_ != "VERB":
            return None
        speaker = self.speech.speaker(core)
        found = clauses.subject(going or core)
        conditional = clauses.condition(core) is not None
        if future == "would" and speaker is None and not conditional:
            return None
        if clauses.is_passive(core):
            return self._passive_future(core, found, speaker)
        party = self.speech.party(found)
        if party is None or not self._is_act(core, found, party, speaker, be is not None):
            return None
        if self._guess(core, party, speaker):
            return None
        status: Status = "refused" if clauses.negated(core) else "pledged"
        return Commitment(core, core, found, status, f"modal:{future or 'be to'}", pledger=party)

    def _is_act(
        self, core: Token, found: Token | None, party: Party, speaker: Party | None, be_to: bool
    ) -> bool:
        lemma = core.lemma_
        if lemma in commitment.ACTS:
            return True
        own = found is not None and (
            found.lower_ in FIRST_PERSON or (speaker is not None and party.start == speaker.start)
        )
        state = party.type in {"country", "organization"}
        if be_to:
            return lemma in {"look", "ask", "examine", "study", "start", "set"} and state | own
        return (
            lemma in commitment.LIGHT_ACTS
            and speaker is not None
            and (own or state)
            and self._weighty_light(core)
        )

    def _weighty_light(self, core: Token) -> bool:
        """Tell whether a light verb has an object or a phrase that says what will be done."""
        return clauses.direct_object(core) is not None or any(
            True for _ in clauses.children(core, "obl", "xcomp")
        )

    def _guess(self, core: Token, party: Party, speaker: Party | None) -> bool:
        """Tell whether the future is somebody else's forecast: an analyst's, or after "think", "expect"."""
        verb = self.speech.reporter(core)
        if verb is None:
            return False
        found = clauses.own_subject(verb)
        if found is not None and found.lemma_.lower() in commitment.FORECASTERS:
            return True
        other = speaker is not None and speaker.start != party.start and party.type != "country"
        return (
            verb.lemma_ in {"warn", "suggest", "claim", "hint", "note"} and other and speaker.type == "group"
            if speaker
            else False
        )

    def _passive_future(self, core: Token, found: Token | None, speaker: Party | None) -> Commitment | None:
        """Return "any tax would only be imposed after …, the EU said": the speaker commits, or whose thing it is."""
        if found is None or core.lemma_ not in commitment.ACTS | {"use", "make"}:
            return None
        owner = next(
            (self.cast.actor(c) for c in found.subtree if c.i <= found.i + 6 and self.cast.at(c)), None
        )
        by = clauses.agent(core)
        pledger = self.speech.party(by) if by is not None else None
        pledger = pledger or (owner.party if owner is not None else None) or speaker
        if pledger is None or (speaker is None and by is None):
            return None
        status: Status = "refused" if clauses.negated(core) else "pledged"
        return Commitment(core, core, None, status, "modal:passive", pledger=pledger)

    def _priority(self, core: Token) -> Commitment | None:
        """Return "competitiveness will be his top priority"."""
        if core.lemma_ != "priority":
            return None
        owner = next((c for c in core.children if c.dep_ == "nmod:poss"), None)
        pledger = self.speech.party(owner) if owner is not None else self.speech.speaker(core)
        return (
            None
            if pledger is None
            else Commitment(core, core, None, "pledged", "noun:priority", pledger=pledger)
        )

    # --- nouns -------------------------------------------------------------------------------------------

    def _by_noun(self, cue: Token) -> Commitment | None:
        status = commitment.NOUNS.get(cue.lemma_.lower())
        if (
            status is None
            or cue.pos_ != "NOUN"
            or any(c.lower_ in {"no", "any"} for c in cue.children if c.dep_ == "det")
        ):
            return None
        core = clauses.infinitive(cue) or self._to_gerund(cue)
        if core is None and status != "pledged":
            core = next(
                (c for c in clauses.children(cue, "nmod") if any(k.lower_ == "for" for k in c.children)), None
            )
        if core is None or core.lemma_ in commitment.NO_ACTS or self._governed(cue) or self._disowned(cue):
            return None
        holder = self._possessor(cue)
        pledger = self.speech.party(holder)
        if pledger is None and cue.lemma_ in {"deal", "agreement", "accord", "pact"}:
            pledger = self._nearby(cue)
        if pledger is None:
            return None
        return Commitment(cue, core, holder, status, f"noun:{cue.lemma_}", pledger=pledger)

    def _to_gerund(self, cue: Token) -> Token | None:
        found = clauses.gerund(cue)
        return (
            found if found is not None and found.i and self.doc[found.i - 1].lower_ in {"to", "of"} else None
        )

    def _possessor(self, cue: Token) -> Token | None:
        """Return who the noun belongs to: "the EU's commitment", "UK plans", "they keep their promises"."""
        for child in cue.children:
            if child.dep_ == "nmod:poss":
                return child
        for child in cue.children:
            if child.dep_ in {"compound", "amod"} and self.cast.at(child) is not None:
                return child
        if cue.dep_ == "obj" and cue.head.lemma_ in _SUPPORT_VERBS:
            return clauses.subject(cue.head)
        return None

    def _nearby(self, cue: Token) -> Party | None:
        """Return the organization or country nearest to the cue in its sentence."""
        sentence = self.cast.sentence(cue.i)
        inside = [
            a
            for a in self.cast.within(sentence.start, sentence.end)
            if a.key[0] in {"organization", "country"}
        ]
        bodies = [a for a in inside if a.key[0] == "organization"] or inside
        return min(bodies, key=lambda a: abs(a.party.start - cue.idx)).party if bodies else None

    def _disowned(self, cue: Token) -> bool:
        """Tell whether the sentence asks for, denies or attacks what the noun names."""
        head = cue.head
        against = {
            "need",
            "require",
            "lack",
            "deny",
            "criticise",
            "oppose",
            "attack",
            "want",
            "demand",
            "await",
            "fail",
        }
        return head.lemma_ in against and cue.dep_ in {"obj", "obl"}

    # --- refusals ----------------------------------------------------------------------------------------

    def _by_refusal(self, core: Token) -> Commitment | None:
        if core.lower_ in {"negotiation", "renegotiation", "sale", "discussion", "debate", "negotiable"}:
            return self._not_for(core)
        if core.lemma_ == "be" or core.pos_ == "AUX":
            return self._no_deal(core)
        accepts = core.lemma_ in {
            "accept",
            "support",
            "back",
            "tolerate",
            "allow",
            "agree",
            "sign",
            "compromise",
            "endorse",
        }
        if accepts and clauses.negated(core) and clauses.is_verb(core) and not self._governed(core):
            able = any(c.lower_ in {"can", "ca", "could", "cannot"} for c in clauses.children(core, "aux"))
            found = clauses.subject(core)
            party = self.speech.party(found)
            if able and party is not None:
                return Commitment(core, core, found, "refused", "refusal:cannot", pledger=party)
        return None

    def _not_for(self, core: Token) -> Commitment | None:
        """Return "the rebate is not up for negotiation", "not for sale"."""
        lead = {t.lower_ for t in self.doc[max(self.cast.sentence(core.i).start, core.i - 5) : core.i]}
        if not lead & {"not", "n't"} or not lead & {"for", "up", "open"}:
            return None
        pledger = self.speech.speaker(core)
        holder = next(
            (
                t
                for t in self.cast.sentence(core.i)
                if t.dep_ == "nmod:poss" and t.i < core.i and self.cast.at(t)
            ),
            None,
        )
        if holder is not None:
            pledger = self.speech.party(holder) or pledger
        return (
            None
            if pledger is None
            else Commitment(core, core, holder, "refused", "refusal:not for", pledger=pledger)
        )

    def _no_deal(self, core: Token) -> Commitment | None:
        """Return "there can be no deal", "there will be no cuts"."""
        words = [t.lower_ for t in self._next(core, 2)]
        if "no" not in words or (clauses.modal(core) not in {"can", "will"} and not self._has_modal(core)):
            return None
        noun = next((t for t in self._next(core, 5) if t.pos_ == "NOUN" and t.dep_ != "compound"), None)
        pledger = self.speech.speaker(core)
        if (
            noun is None
            or pledger is None
            or noun.lemma_ not in commitment.TERMS | {"negotiation", "talk", "return", "compromise"}
        ):
            return None
        return Commitment(core, noun, None, "refused", "refusal:no", pledger=pledger)

    def _has_modal(self, core: Token) -> bool:
        return any(c.lower_ in {"can", "will"} for c in core.children)

    # --- who ---------------------------------------------------------------------------------------------

    def _pledger(self, found: Commitment) -> Party | None:
        """Return the party of the holder; where there is none, who speaks, or the nearest actor before the cue."""
        party = self.speech.party(found.holder)
        if party is not None:
            return party
        if found.holder is None:
            speaker = self.speech.speaker(found.cue)
            if speaker is not None:
                return speaker
        if found.holder is not None and found.holder.pos_ not in {"PRON", "PROPN"}:
            return None
        sentence = self.cast.sentence(found.cue.i)
        before = self.cast.within(sentence.start, found.cue.i)
        return before[-1].party if before else None

    def _spoken_by(self, found: Commitment, pledger: Party | None) -> Party | None:
        """Return who voices the commitment where that is another than who commits."""
        verb = self.speech.reporter(found.core)
        speaker = self.speech.voice(verb) if verb is not None else None
        if speaker is None or pledger is None or speaker.start == pledger.start:
            return None
        return speaker if speaker.type in {"person", "organization", "country"} else None
