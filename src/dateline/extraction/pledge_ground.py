"""What the rules for pledges stand on: the commitment they yield, and what they ask of its surroundings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extraction import clauses, commitment, complements, governors, moods
from dateline.extraction.party_words import COLLECTIVES, DEFINITE_BODIES, STATE_WORDS
from dateline.extraction.speech import FORECASTS, is_first_person
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from dateline.extraction.parties import Cast
    from dateline.extraction.speech import Speech
    from dateline.model import Party, Status

_DOCUMENTS = words(
    "blueprint budget communique communiqué declaration manifesto paper platform programme statement strategy"
)
#: What acts on orders of those who speak of it.
_INSTITUTIONS = words("agency base commission consulate embassy office station")
#: So many sentences later what will be done is still part of what was announced.
_NEAR = 5
_ANYBODY = words("anybody anyone everybody everyone nobody somebody someone those whoever")
_VAGUE = frozenset({"new", "own", "other", "such", "same", "similar", "further", "any"})


@dataclass(frozen=True, slots=True)
class Commitment:
    """Words that commit somebody, before they become a pledge."""

    cue: Token  #: the word of commitment
    core: Token  #: the verb or noun at the head of what is committed
    holder: Token | None  #: the head of the noun phrase that commits itself
    status: Status
    rule: str
    pledger: Party | None = None
    speaker: Party | None = None


class Ground:
    """The actors and the speech of a Doc, and the pledger that it named last."""

    def __init__(self, cast: Cast, speech: Speech) -> None:
        self.cast = cast
        self.speech = speech
        self.doc = cast.doc
        self.latest: Party | None = None  #: who pledged last, for "this comes on top of …"
        self.latest_status: Status = "pledged"
        self._latest_at = self._number = 0  #: the number of the sentence he did it in, and of this one

    def enter(self, number: int) -> None:
        """Note that the rules come to the sentence of the number."""
        self._number = number

    def note(self, pledger: Party | None, status: Status) -> None:
        """Note who has pledged something in this sentence, and with which status."""
        if pledger is not None:
            self.latest, self.latest_status, self._latest_at = pledger, status, self._number

    @property
    def announcer(self) -> Party | None:
        """Return who pledged something a sentence or two ago: what else will be done is his as well."""
        return self.latest if self._number - self._latest_at <= _NEAR else None

    def following(self, token: Token, width: int) -> Span:
        """Return up to width tokens behind the token in its sentence."""
        return self.doc[token.i + 1 : min(self.cast.sentence(token.i).end, token.i + 1 + width)]

    def before(self, token: Token, width: int) -> Span:
        """Return up to width tokens before the token in its sentence."""
        return self.doc[max(self.cast.sentence(token.i).start, token.i - width) : token.i]

    # --- whether anything is stated at all ---------------------------------------------------------------

    def void(self, cue: Token) -> bool:
        """Tell whether the cue is demanded, guessed, asked or supposed instead of stated."""
        modal = moods.modal(cue)
        lead = [t.lower_ for t in self.before(cue, 4)]
        if lead[-2:] == ["yet", "to"] or ("yet" in lead and not {"not", "n't", "n’t"}.isdisjoint(lead)):
            return True  # "has not yet agreed"
        if modal in {"must", "may"} or (modal == "can" and not moods.negated(cue)):
            return True
        for child in cue.children:
            if child.dep_ == "mark" and child.lower_ in {"if", "whether", "unless"}:
                return True
            if child.dep_ == "advmod" and child.lower_ in {"how", "why", "whether"}:
                return True
            if child.lower_ == "when" and cue.dep_ == "advcl" and modal == "would":
                return True  # "when he would press it"
            if child.dep_ in {"obj", "obl"} and child.i < cue.i and child.left_edge.lower_ in {"how", "what"}:
                return True  # "how many it will take"
        found = clauses.own_subject(cue)
        if found is not None:
            if any(
                c.lower_ in {"which", "what", "whether", "whatever"}
                for c in found.children
                if c.dep_ == "det"
            ):
                return True
            if self._wondered(found, relative=cue.dep_ == "acl:relcl"):
                return True
        return self.governed(cue)

    def _wondered(self, found: Token, *, relative: bool) -> bool:
        """Tell whether a verb of hope, fear or demand stands right before the subject: "hoped others
        would …".
        """
        i = clauses.noun_phrase(found)[0] - 1
        if i > 0 and self.doc[i].lower_ == "that":
            i -= 1
        lead = self.doc[i] if i >= self.cast.sentence(found.i).start else None
        if lead is not None and lead.lower_ in {"which", "what", "whose", "how", "whether", "if"}:
            return not relative or lead.lower_ in {"how", "whether", "if"}
        if lead is None or lead.pos_ not in {"VERB", "AUX", "NOUN", "SCONJ"}:
            return False
        return lead.lemma_ in FORECASTS | {"ask", "demand"} | governors.GUESSES or lead.lower_ in {
            "if",
            "whether",
            "how",
        }

    def governed(self, cue: Token) -> bool:
        """Tell whether a demand, a guess, a mere possibility or a condition governs the cue."""
        return governors.governed(cue)

    # --- what is committed -------------------------------------------------------------------------------

    def has_sum(self, noun: Token) -> bool:
        """Tell whether a figure stands in the noun phrase or right behind the noun."""
        start, end = clauses.noun_phrase(noun)
        near = (
            c.right_edge.i + 1 for c in clauses.children(noun, "nummod", "nmod", "appos") if c.i - noun.i < 6
        )
        end = max([end, *near])
        return self.sum_between(start, end)

    def sum_between(self, start: int, end: int) -> bool:
        """Tell whether a figure begins among the tokens start to end."""
        first, last = self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])
        return any(f.start < last and first < f.end for f in self.doc._.money)

    def sum_beside(self, found: Commitment) -> bool:
        """Tell whether a figure stands in what is committed: worth telling though nobody is known for it."""
        return found.rule.startswith("noun") and self.sum_between(found.cue.i, found.core.right_edge.i + 1)

    def specific(self, noun: Token) -> bool:
        """Tell whether the noun says what is committed: a complement, a sum, or a compound that names it."""
        if (
            self.has_sum(noun)
            or complements.infinitive(noun) is not None
            or noun.lemma_ in commitment.MEASURES
        ):
            return True
        for child in noun.children:
            if child.i > noun.i and child.dep_ in {"nmod", "acl", "acl:relcl"}:
                return True
            naming = child.i < noun.i and child.dep_ in {"compound", "amod", "nummod"}
            if naming and child.lower_ not in _VAGUE:
                return True
        return False

    def weighty(self, verb: Token) -> bool:
        """Tell whether the clause is as concrete as a proposal: a sum, a share, a measure, an instrument."""
        inside = (t for t in verb.subtree if t != verb)
        return any(clauses.lemma(t) in commitment.TERMS or t.text in {"%", "£", "$", "€"} for t in inside)

    # --- who ---------------------------------------------------------------------------------------------

    def holder_party(self, found: Commitment) -> Party | None:
        """Return the party of the holder; where there is none, who speaks, or the subject of the clause
        above.
        """
        party = self.speech.party(found.holder) or self._author(found.holder)
        if party is not None:
            return party
        if found.holder is None:
            speaker = self.speech.speaker(found.cue)
            if speaker is not None:
                return speaker
            before = self.cast.within(self.cast.sentence(found.cue.i).start, found.cue.i)
            if not before or moods.is_passive(found.cue):
                return None
            acting = (a for a in reversed(before) if self._acts(a.party))
            return next(acting, before[-1]).party
        if found.holder.lower_ in _ANYBODY:
            return None
        if found.rule.startswith("verb") and found.cue.dep_ == "acl:relcl":
            related = self._before_relative(found.cue)
            if related is not None:
                return related
        if found.rule.startswith("verb") and found.holder.dep_ in {"nsubj", "compound"}:
            beside = self._right_before(found.cue)
            if beside is not None:
                return beside
            if self._is_name(found.holder):
                return self.cast.group(found.holder)  # a body that goes by a name of its own
        if found.holder.pos_ == "NOUN":
            return None
        above = (clauses.own_subject(verb) for verb in found.cue.ancestors)
        parties = (self.speech.party(t) for t in above if t is not None and t.i < found.cue.i)
        return next((p for p in parties if p is not None), None)

    def _before_relative(self, cue: Token) -> Party | None:
        """Return the name right before "which": "findings against Chad, which has vowed to ignore them"."""
        pronoun = next((t for t in cue.lefts if t.lower_ in {"which", "who"}), None)
        if pronoun is None or pronoun.i < 2 or pronoun.nbor(-1).text != ",":
            return None
        actor = self.cast.at(pronoun.nbor(-2))
        return actor.party if actor is not None and actor.kind == "name" else None

    def _acts(self, party: Party) -> bool:
        """Tell whether a mention of an actor is a subject."""
        return any(
            t.dep_ in clauses.SUBJECTS for t in self.doc[slice(*self.cast.tokens(party.start, party.end))]
        )

    def _is_name(self, holder: Token) -> bool:
        """Tell whether the noun is a name, also where the parse took it for a common word."""
        if holder.pos_ == "PROPN":
            return True
        inside = holder.i > self.cast.sentence(holder.i).start
        named = holder.pos_ in {"ADJ", "NOUN"} and holder.dep_ == "nsubj"
        return named and holder.text[0].isupper() and inside

    def _right_before(self, cue: Token) -> Party | None:
        """Return who stands right before the verb: "the maker of cars Nyala Motors (NYM.O) agreed"."""
        i = cue.i - 1
        first = self.cast.sentence(cue.i).start
        while i > first and (self.doc[i].pos_ in {"ADV", "AUX"} or self.doc[i].text == ")"):
            closed = self.doc[i].text == ")"
            i = (
                next((k - 1 for k in range(i, first, -1) if self.doc[k].text == "("), first)
                if closed
                else i - 1
            )
        actor = self.cast.at(self.doc[i]) if i >= first else None
        return actor.party if actor is not None and actor.kind == "name" else None

    def _author(self, holder: Token | None) -> Party | None:
        """Return whose document the holder is: "the party's manifesto promises"."""
        if holder is None or clauses.lemma(holder) not in _DOCUMENTS:
            return None
        owners = (
            self.speech.party(c) for c in clauses.children(holder, "nmod:poss", "compound", "amod", "nmod")
        )
        return next((owner for owner in owners if owner is not None), None)

    def officials_of_speaker(self, party: Party, core: Token) -> Party:
        """Return the speaking body where "ministers", "policy makers" without a name are its own."""
        speaker = self.speech.speaker(core)
        last = self.doc[self.cast.tokens(party.start, party.end)[1] - 1]
        if party.type == "group" and speaker is not None and clauses.lemma(last) in _INSTITUTIONS:
            return speaker  # "nine embassies will close, the minister said"
        nameless = party.type == "group" and not self.cast.within(*self.cast.tokens(party.start, party.end))
        if nameless and speaker is not None and speaker.type in {"organization", "country"}:
            return speaker
        return party

    def spoken_by(self, found: Commitment, pledger: Party | None) -> Party | None:
        """Return who voices the commitment where that is another than who commits."""
        verb = self.speech.reporter(found.core)
        speaker = self.speech.voice(verb) if verb is not None else None
        if speaker is None or pledger is None or speaker.start == pledger.start:
            return None
        return speaker if speaker.type != "group" else None

    def is_own(self, found: Token | None, party: Party, speaker: Party | None) -> bool:
        """Tell whether somebody speaks of himself."""
        if found is not None and is_first_person(found):
            return True
        return speaker is not None and party.start == speaker.start

    def is_body(self, party: Party) -> bool:
        """Tell whether the group is a body without a name: "the department", "the army"."""
        last = self.doc[self.cast.tokens(party.start, party.end)[1] - 1]
        return (
            party.type == "group"
            and last.tag_ in {"NN", "NNP"}
            and clauses.lemma(last) in DEFINITE_BODIES.keys() | STATE_WORDS | COLLECTIVES
        )

    def nearest_body(self, cue: Token) -> Party | None:
        """Return the organization, or else the country, nearest to the cue in its sentence."""
        sentence = self.cast.sentence(cue.i)
        inside = self.cast.within(sentence.start, sentence.end)
        states = [a for a in inside if a.key[0] in {"organization", "country"}]
        bodies = [a for a in states if a.key[0] == "organization"] or states
        return min(bodies, key=lambda a: abs(a.party.start - cue.idx)).party if bodies else None

    def earlier_subjects(self, token: Token) -> Iterator[Token]:
        """Yield the subjects of the sentence before."""
        for sentence in self.cast.previous_sentences(token.i, 1):
            yield from self.cast.subjects(sentence)
