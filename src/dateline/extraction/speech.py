"""Who says what: quotations, reported speech, and the speaker behind "we" and "he said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, complements, moods
from dateline.extraction.parties import FIRST_PERSON
from dateline.extraction.party_words import STAFF
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.extraction.parties import Cast
    from dateline.model import Party

#: Verbs that report what somebody says. Those of thought and forecast are in `FORECASTS`.
SAYING = words(
    """
    acknowledge add admit affirm announce argue assert assure claim comment confirm conclude concede
    contend continue confide clarify declare emphasise emphasize explain hint indicate inform insist maintain
    mention note notify observe pledge post proclaim promise reaffirm reassure recall reiterate remark repeat
    reply report respond restate reveal say signal state stress suggest swear tell tweet underline underscore
    blast bristle confide cry fume grumble joke quip rage roar shout snap sneer storm thunder vow warn write
    """
)
#: Verbs behind which a future is a guess and no commitment.
FORECASTS = words(
    """
    anticipate assume bet believe doubt dream estimate expect fear feel forecast foresee guess hope
    imagine know predict project reckon speculate suppose suspect think understand wonder worry
    """
)
_THIRD_PERSON = frozenset({"he", "it", "she", "they"})
#: So many tokens a statement that is given in full is long at the most.
_STATEMENT = 400


class Speech:
    """The quotations of a Doc and the speakers of its clauses."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self.doc = doc
        self.cast = cast
        self.quotes = cast.quotes
        self._quote_at = cast.quote_at
        self._speakers: dict[int, Token | None] = {}

    def quoted(self, i: int) -> bool:
        """Tell whether the token index lies inside a quotation."""
        return i in self._quote_at

    def reporter(self, token: Token) -> Token | None:
        """Return the verb that reports the clause of the token ("said"), or None in the outlet's own
        voice.
        """
        verb = self._governing(token)
        if verb is None:
            verb = self._attached(token)
        if verb is None and token.i in self._quote_at:
            number = self._quote_at[token.i]
            if number not in self._speakers:
                self._speakers[number] = self._quote_reporter(number)
            verb = self._speakers[number]
        return verb

    def speaker(self, token: Token) -> Party | None:
        """Return who voices the clause of the token, or None in the outlet's own voice."""
        verb = self.reporter(token)
        return None if verb is None else self.voice(verb)

    def voice(self, verb: Token) -> Party | None:
        """Return the party that is the subject of a verb of saying, wherever it stands."""
        found = clauses.subject(verb)
        if found is not None and not is_first_person(found):
            party = self.cast.party(found)
            if party is not None:
                return party
            if found.lemma_.lower() in STAFF:
                return self._staff_of(found)
        sentence = self.cast.sentence(verb.i)
        before_it = (t for t in self.cast.subjects(sentence) if t.i < verb.i and t.i not in self._quote_at)
        for token in sorted(before_it, key=lambda t: -t.i):
            party = (
                self.cast.party(token) if token.head.lemma_ in SAYING or token.head == sentence.root else None
            )
            if party is not None and party.type != "group":
                return party
        behind = self.doc[verb.i + 1 : min(sentence.end, verb.i + 6)]
        said = complements.clause_complement(verb)
        told = said is not None and said.i > verb.i  # "said the bank", not what somebody said
        before = self.doc[max(sentence.start, verb.i - 10) : verb.i]
        for token in (*reversed(before), *(() if told else behind)):
            actor = self.cast.at(token)
            if actor is not None and not self.quoted(token.i):
                return actor.party
        return None

    def _staff_of(self, found: Token) -> Party | None:
        """Return whom a spokesman without a name speaks for: the country or body that spoke before him,
        or home.
        """
        for i in range(found.i - 1, max(-1, found.i - 150), -1):
            token = self.doc[i]
            if token.lemma_ not in SAYING or token.pos_ != "VERB":
                continue
            own = clauses.own_subject(token)
            actor = self.cast.actor(own) if own is not None else None
            if actor is not None and actor.key[0] in {"country", "organization"}:
                return actor.party
        return self.cast.home()

    def party(self, head: Token | None) -> Party | None:
        """Return who the noun phrase or pronoun is; "we" and "I" are the speaker."""
        if head is None:
            return None
        if is_first_person(head):
            return self.speaker(head) or self._author(head)
        party = self.cast.party(head)
        if party is not None and head.lower_ in _THIRD_PERSON and head.i in self._quote_at:
            speaker = self.speaker(head)
            if speaker is not None and speaker.start == party.start:
                return None  # nobody calls himself "it" or "he"
        return party

    def _author(self, pronoun: Token) -> Party | None:
        """Return who spoke last before "we" outside any quotation, as in a statement given in full."""
        if pronoun.i in self._quote_at:
            return None
        for i in range(pronoun.i - 1, max(-1, pronoun.i - _STATEMENT), -1):
            token = self.doc[i]
            if token.lemma_ in SAYING and self._says(token) and clauses.own_subject(token) is not None:
                return self.voice(token)
        return None

    # --- reported clauses --------------------------------------------------------------------------------

    def _governing(self, token: Token) -> Token | None:
        """Return the verb of saying that has the token's clause as its complement."""
        child = token
        for head in token.ancestors:
            if child.dep_ in clauses.SUBJECTS | {"obl", "obl:agent"} and head.lemma_ in SAYING:
                return None
            says = (head.lemma_ in SAYING or _makes_clear(head)) and clauses.is_verb(head)
            if says and (self._reports(head, child) or _told(head, child, token)):
                return head
            child = head
        return None

    def _reports(self, head: Token, child: Token) -> bool:
        """Tell whether the dependent clause child is what the verb of saying head reports."""
        if child.dep_ in {"ccomp", "parataxis"}:
            return True
        if child.dep_ == "conj":
            marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
            own = clauses.own_subject(child)
            return marked or (own is not None and child.i > head.i and moods.modal(child) == "would")
        if child.dep_ in {"advcl", "acl:relcl"}:
            commas = any(
                t.text in {",", "“", '"'} for t in self.doc[min(child.i, head.i) : max(child.i, head.i)]
            )
            marks = {c.lower_ for c in child.children if c.dep_ == "mark"}
            return bool(commas and child.i < head.i and not marks) or "that" in marks
        return child.dep_ == "xcomp" and clauses.own_subject(child) is not None and not clauses.has_to(child)

    def _attached(self, token: Token) -> Token | None:
        """Return the verb of an attribution inside or behind the clause: "The UK, he said, would …", "…,
        X said.".
        """
        for holder in (token, *token.ancestors):
            for child in clauses.children(holder, "parataxis", "ccomp", "conj", "advcl"):
                if child.i != token.i and child.lemma_ in SAYING and self.is_aside(child):
                    return child
            if holder.dep_ == "ROOT":
                break
        sentence = self.cast.sentence(token.i)
        for verb in reversed(self.doc[token.i + 1 : sentence.end]):
            if verb.lemma_ in SAYING and verb.tag_ in {"VBD", "VBZ", "VBN", "VBP"} and self.is_aside(verb):
                return verb
        return None

    def is_aside(self, verb: Token) -> bool:
        """Tell whether the verb of saying and its subject stand between commas, or at the end behind one."""
        found = clauses.own_subject(verb)
        if found is None or complements.clause_complement(verb) is not None:
            return False
        first = min(found.left_edge.i, verb.i)
        if not self.doc[first].is_punct and first:
            first -= 1
        before = self.doc[first].text
        last = verb.i + 1
        after = self.doc[last].text if last < len(self.doc) else "."
        if found.i > verb.i:
            return before in {",", "”", '"', "’"}
        return before in {",", "”", '"', "–", "-"} and (
            after in {",", ".", "–", "-"} or self.doc[last].pos_ in {"ADP", "PROPN", "ADV"}
        )

    # --- quotations --------------------------------------------------------------------------------------

    def _quote_reporter(self, number: int) -> Token | None:
        """Return the verb that attributes a quotation: beside it first, else that of its paragraph's
        others.
        """
        start, end = self.quotes[number]
        found = self._beside(start, end)
        if found is not None:
            return found
        if number and self._words_between(self.quotes[number - 1][1], start) == 0:
            return self._quote_reporter(number - 1)  # a quotation that goes on in the next paragraph
        for other in (number - 1, number + 1, number - 2):
            if 0 <= other < len(self.quotes) and self._same_paragraph(start, self.quotes[other][0]):
                found = self._beside(*self.quotes[other])
                if found is not None:
                    return found
        apart = number and not self._same_paragraph(start, self.quotes[number - 1][0])
        if apart and self._words_between(self.quotes[number - 1][1], start) <= 3:
            return self._beside(*self.quotes[number - 1])
        previous = [t for s in self.cast.previous_sentences(start, 1) for t in s]
        return next((t for t in previous if self._says(t) and self._same_paragraph(t.i, start)), None)

    def _words_between(self, start: int, end: int) -> int:
        return sum(not t.is_space and not t.is_punct for t in self.doc[start:end])

    def _beside(self, start: int, end: int) -> Token | None:
        """Return the verb of saying outside the quotation in the sentence before, around or behind it."""
        sentence = self.cast.sentence(max(start, end - 1))
        behind = self.doc[end : min(len(self.doc), max(sentence.end, end + 8))]
        for token in behind:
            if token.is_space and "\n" in token.text:
                break
            if self._says(token):
                return token
            if (
                token.i >= sentence.end
                and token.is_sent_start
                and token.pos_ not in {"PRON", "PROPN", "PUNCT", "VERB"}
            ):
                break
        opening = self.cast.sentence(start)
        for token in reversed(self.doc[opening.start : start]):
            if self._says(token):
                return token
        if opening.start and start == opening.start:  # said: "…" cut into two sentences at the colon
            before = self.doc[opening.start - 1]
            if before.text in {":", ","} or (before.is_space and self.doc[opening.start - 2].text == ":"):
                earlier = next(self.cast.previous_sentences(start, 1), None)
                return next((t for t in reversed(list(earlier or ())) if self._says(t)), None)
        return None

    def _says(self, token: Token) -> bool:
        return (
            token.lemma_ in SAYING
            and token.pos_ in {"VERB", "AUX"}
            and token.i not in self._quote_at
            and token.tag_ != "VB"
            and (token.lemma_ != "report" or token.tag_ != "VBN" or moods.auxiliaries(token) != [])
        )

    def _same_paragraph(self, first: int, second: int) -> bool:
        low, high = sorted((first, second))
        return not any(t.is_space and "\n" in t.text for t in self.doc[low:high])


def _makes_clear(verb: Token) -> bool:
    """Tell whether the verb is that of "made it clear that …", "made plain that …"."""
    return verb.lemma_ == "make" and any(c.lower_ in {"clear", "plain"} for c in verb.children)


def _told(verb: Token, hearer: Token, clause: Token) -> bool:
    """Tell whether the clause hangs on those who were told of it: "told reporters that Chad would"."""
    if hearer.dep_ not in clauses.OBJECTS or hearer.i < verb.i:
        return False
    inner = next((t for t in (clause, *clause.ancestors) if t.head == hearer), None)
    return inner is not None and any(c.dep_ == "mark" and c.lower_ == "that" for c in inner.children)


def is_first_person(token: Token) -> bool:
    """Tell whether the token is "we", "I", "our" … and not "US"."""
    return token.lower_ in FIRST_PERSON and token.text != "US" and token.pos_ != "PROPN"
