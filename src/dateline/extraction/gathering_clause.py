"""The clause of a verb that tells of a gathering: where it ends, who takes part, whether they are leaders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import antecedents, clauses, gathering_words, moods
from dateline.extraction.gathering_likeness import is_day
from dateline.extraction.gathering_phrase import Phrase
from dateline.extraction.gathering_places import place_behind
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dateline.extraction.actors import Actor
    from dateline.extraction.gathering_phrases import Phrases
    from dateline.extraction.parties import Cast
    from dateline.model import GatheringKind, Party

_LIMIT = 26
_UNREAL = words("happy ready willing want hope refuse decline try ask wish offer prepared keen like love")
AT = frozenset({"in", "at"})
#: How many "the two", "both" are.
COUNTS = {"two": 2, "both": 2, "pair": 2, "three": 3, "four": 4}


class VerbClauses:
    """Makes phrases of verbs and what belongs to them."""

    def __init__(self, cast: Cast, phrases: Phrases) -> None:
        self.cast = cast
        self.doc = cast.doc
        self.phrases = phrases

    def partner(self, verb: Token) -> Token | None:
        """Return the object of the verb; the parse often takes a name without preposition for an oblique."""
        for child in clauses.children(verb, "obj", "obl", "obl:tmod", "nmod", "dep", "xcomp"):
            bare = child.dep_ == "obj" or (
                child.pos_ == "PROPN"
                and clauses.noun_phrase(child)[0] == verb.i + 1
                and not any(True for _ in clauses.children(child, "case"))
            )
            if child.i > verb.i and bare:
                return child
        return None

    def real(self, verb: Token) -> bool:
        """Tell whether the event is told as one that was, is or will be, and not wished for or denied."""
        modal = moods.modal(verb)
        reported = modal == "would" and verb.dep_ == "ccomp" and verb.i not in self.cast.quote_at
        reported = reported or (modal == "would" and self._arranged(verb))
        if (modal in {"would", "may", "must", "can"} and not reported) or moods.negated(verb):
            return False
        wish = clauses.has_to(verb) and (verb.head.lemma_ in _UNREAL or verb.head.lower_ in _UNREAL)
        return not wish

    def _arranged(self, verb: Token) -> bool:
        """Tell whether "would" is what was to come on a day: "they would meet in Oslo on 4 May"."""
        sentence = self.cast.sentence(verb.i)
        if verb.i in self.cast.quote_at or any(t.lower_ == "if" for t in sentence):
            return False
        date = self.phrases.date(verb.i, self.end(verb))
        return date is not None and is_day(self.doc._.dates[date])

    def phrase(self, verb: Token, start: int, kind: GatheringKind, found: Token | None) -> Phrase:
        """Return the phrase of the verb from token start on, with its date, place and company."""
        end = self.end(verb)
        phrase = Phrase(verb, start, end, kind, f"verb:{verb.lemma_}", "indefinite")
        phrase.date = self.phrases.date(start, end)
        if kind != "call":
            phrase.place, phrase.country = place_behind(self.cast, verb.i, end, AT)
        phrase.participants = self.sides(verb, end, found)
        phrase.sides = max(len(phrase.participants), COUNTS.get(_number(found), 0) if found else 0)
        return phrase

    def sides(self, verb: Token, end: int, found: Token | None) -> list[Party]:
        """Return who takes part by the clause: its subjects, and the people and offices behind the verb."""
        sides: dict[int, Party] = {}
        behind = self._behind(verb, found)
        for token in self._all(found) if behind is None else ():
            party = self.cast.party(token)
            if party is not None and self._direct(party, token):
                sides[party.start] = party
        for party in counted(self.cast, found) if behind is None else [behind]:
            sides.setdefault(party.start, party)
        for actor in self.cast.within(verb.i + 1, end):
            if actor.key[0] == "person" or (actor.key[0] == "role" and not self._named_behind(actor.party)):
                sides.setdefault(actor.party.start, actor.party)
        return list(sides.values())

    def _behind(self, verb: Token, found: Token | None) -> Party | None:
        """Return who follows the clause in front in which a pronoun stands for him: "After he had met the
        king, the minister said …".
        """
        if found is None or found.lower_ not in {"he", "she"} or found.i >= verb.i or found.i == 0:
            return None
        if self.doc[found.i - 1].lower_ not in {"after", "before"}:
            return None
        sentence = self.cast.sentence(verb.i)
        if any(a.key[0] in {"person", "role"} for a in self.cast.within(sentence.start, found.i)):
            return None
        comma = next((t.i for t in self.doc[verb.i : sentence.end] if t.text == ","), sentence.end)
        for token in self.doc[comma + 1 : min(sentence.end, comma + 5)]:
            actor = self.cast.at(token)
            if actor is not None and actor.key[0] in {"person", "role"}:
                return actor.party
        return None

    def _named_behind(self, role: Party) -> bool:
        """Tell whether the office is followed by its holder's name: "his counterpart, Paolo Neri"."""
        stop = self.cast.tokens(role.start, role.end)[1]
        if stop + 1 >= len(self.doc) or self.doc[stop].text != ",":
            return False
        name = self.cast.at(self.doc[stop + 1])
        return name is not None and name.key[0] == "person"

    def _all(self, found: Token | None) -> Iterator[Token]:
        """Yield the subject and what is coordinated with it, by the tree and by the commas."""
        if found is None:
            return
        yield from clauses.conjuncts(found)
        for actor in self._paired(found):
            yield self.doc[self.cast.tokens(actor.party.start, actor.party.end)[0]]
        if antecedents.listed(self.cast, found):
            sentence = self.cast.sentence(found.i)
            for actor in self.cast.within(sentence.start, found.i):
                if actor.key[0] in {"person", "role", "country"}:
                    yield self.doc[self.cast.tokens(actor.party.start, actor.party.end)[0]]

    def _paired(self, found: Token) -> list[Actor]:
        """Return the people of "the premier of Chad and his counterpart, Anna Lund, shook hands", whom the
        parse does not coordinate: all between the subject and its verb, if there are two.
        """
        inside = self.cast.within(found.i, found.head.i) if found.head.i > found.i else []
        people = {actor.key: actor for actor in inside if actor.key[0] == "person"}
        joined = any(t.lower_ == "and" for t in self.doc[found.i : found.head.i])
        return list(people.values()) if joined and len(people) == 2 else []

    def _direct(self, party: Party, token: Token) -> bool:
        """Tell whether the party is named itself, and not by its ministers."""
        if party.type == "group":
            return False
        return party.type == "person" or token.pos_ in {"PRON", "PROPN"}

    def end(self, verb: Token) -> int:
        """Return where the verb's phrase ends: behind its objects and places, before the next clause."""
        doc = self.doc
        limit = min(self.cast.sentence(verb.i).end, verb.i + _LIMIT)
        i = verb.i + 1
        while i < limit:
            token = doc[i]
            following = doc[i + 1] if i + 1 < limit else None
            if self._opens_clause(token):
                break
            if token.text in {".", ";", "–", "—", "”", '"', ":"} or (token.is_space and "\n" in token.text):
                break
            if (
                token.text == ","
                and (following is None or not _lists_on(following) or self._goes_on(i, limit))
                and not self._as_well(i)
            ):
                break
            if token.lower_ in {"that", "who", "which", "where"} or (
                token.lower_ == "to" and following is not None and following.tag_ == "VB"
            ):
                break
            i += 1
        while i > verb.i + 1 and (doc[i - 1].pos_ in {"CCONJ", "ADP", "DET"} or doc[i - 1].is_punct):
            i -= 1
        return i

    def _opens_clause(self, token: Token) -> bool:
        if token.lower_ in {"of", "on", "in", "at", "with"} or token.text[:1].isupper():
            return False
        return token.pos_ in {"VERB", "AUX", "SCONJ"} and token.tag_ != "VBN"

    def _goes_on(self, i: int, limit: int) -> bool:
        """Tell whether a clause with a subject of its own follows the comma at i: ", and the king said"."""
        rest = self.doc[i + 1 : min(limit, i + 7)]
        return self.doc[i + 1].pos_ == "CCONJ" and any(t.dep_ in clauses.SUBJECTS for t in rest)

    def _as_well(self, i: int) -> bool:
        return i + 2 < len(self.doc) and self.doc[i + 1].lower_ == "as" and self.doc[i + 2].lower_ == "well"

    def leader(self, head: Token) -> bool:
        """Tell whether the noun phrase is a person in office, a state, or leaders and ministers."""
        if gathering_words.is_official(head):
            return True
        if head.tag_ in {"NNS", "NNPS"} and self._from_states(head):
            return True
        if head.pos_ == "NUM" and head.lower_ in COUNTS:
            return bool(counted(self.cast, head))
        if head.pos_ == "PRON":
            party = self.cast.party(head)
            if party is None or party.type == "group":
                return party is not None
            actor = self.cast.at(self.doc[self.cast.tokens(party.start, party.end)[0]])
            return actor is not None and self.phrases.standing.official(actor)
        actor = self.cast.actor(head)
        return actor is not None and (self.phrases.standing.official(actor) or actor.key[0] == "organization")

    def _from_states(self, head: Token) -> bool:
        """Tell whether the people come from several states: "surveyors from Chad and Niger"."""
        behind = self.doc[head.i + 1] if head.i + 1 < len(self.doc) else None
        if behind is None or behind.lower_ != "from":
            return False
        stop = next(
            (
                i
                for i in range(behind.i, behind.i + 8)
                if i >= len(self.doc) or self.doc[i].pos_ in {"VERB", "AUX"}
            ),
            behind.i + 8,
        )
        states = {a.key for a in self.cast.within(behind.i, stop) if a.key[0] == "country"}
        return len(states) > 1 or any(
            clauses.lemma(t) in {"country", "side", "state"} for t in self.doc[behind.i : stop]
        )

    def several(self, head: Token) -> bool:
        """Tell whether the noun phrase is of several people: a plural or a list."""
        several = (
            head.tag_ in {"NNS", "NNPS"}
            or head.lower_ in {"they", *COUNTS}
            or antecedents.listed(self.cast, head)
        )
        return several or bool(self._paired(head)) or any(True for _ in clauses.children(head, "conj"))


def counted(cast: Cast, found: Token | None) -> list[Party]:
    """Return whom "the three", "the two leaders" count: those of the sentence before, if as many."""
    count = COUNTS.get(_number(found), 0) if found is not None else 0
    if found is None or not count:
        return []
    sentence = cast.sentence(found.i)
    named: dict[object, Party] = {}
    for _ in range(2):
        if sentence.start == 0:
            return []
        sentence = cast.sentence(sentence.start - 1)
        inside = cast.within(sentence.start, sentence.end)
        named |= {a.key: a.party for a in inside if a.key[0] == "person"}
        for pronoun in (t for t in sentence if t.lower_ in {"he", "she"} and t.dep_ in clauses.SUBJECTS):
            party = cast.party(pronoun)
            actor = cast.at(cast.doc[cast.tokens(party.start, party.end)[0]]) if party is not None else None
            if actor is not None and actor.key[0] == "person":
                named.setdefault(actor.key, actor.party)
        if len(named) >= count:
            return list(named.values()) if len(named) == count else []
    return []


def _lists_on(token: Token) -> bool:
    """Tell whether a name or an "and" follows a comma: the phrase goes on, or names its object: "met the
    party's founder, Supreme Leader Anna Lund".
    """
    named = token.tag_ == "NNP" and token.nbor(-2).dep_ == "obj" and token.nbor(-2).tag_ == "NN"
    return token.pos_ in {"PROPN", "CCONJ"} or named


def lost_subject(verb: Token) -> Token | None:
    """Return the name or plural right before a finite verb to which the parse gives no subject: "as leaders
    met in Rome", "after the king had talks".
    """
    near = verb.nbor(-1) if verb.i else verb
    nominal = near.tag_ in {"NNS", "NNPS", "NNP"} and near.dep_ not in clauses.SUBJECTS and near.head != verb
    finite = verb.tag_ in {"VBD", "VBP"} or (verb.tag_ == "VBZ" and near.tag_ == "NNP")
    finite = finite and not any(c.dep_ in clauses.SUBJECTS for c in verb.children)
    return near if nominal and finite else None


def _number(head: Token) -> str:
    """Return the number word of a definite noun phrase: "three" of "the three ministers"."""
    if head.lower_ in COUNTS:
        return head.lower_
    return next((c.lower_ for c in clauses.children(head, "nummod") if head.tag_ == "NNS"), "")
