"""Gatherings told by verbs: "met King Charles", "world leaders met in London", "spoke by phone to …", "visited Beijing"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words
from dateline.extraction.gathering_phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dateline.extraction.gathering_phrases import Phrases
    from dateline.extraction.parties import Cast
    from dateline.model import GatheringKind, Party

_LIMIT = 26


class Verbs:
    """Finds the verbal phrases of a Doc."""

    def __init__(self, cast: Cast, phrases: Phrases) -> None:
        self.cast = cast
        self.doc = cast.doc
        self.phrases = phrases

    def find(self) -> Iterator[Phrase]:
        """Yield the verbal phrases in the order of the text."""
        for token in self.doc:
            if token.pos_ != "VERB" or token.dep_ == "amod":
                continue
            lemma = token.lemma_
            phrase = None
            if lemma in gathering_words.MEET:
                phrase = self._meet(token)
            elif lemma in gathering_words.SPEAK or lemma in {"phone", "telephone"}:
                phrase = self._call(token)
            elif lemma in gathering_words.TRAVEL:
                phrase = self._visit(token)
            elif lemma == "host":
                phrase = self._host(token)
            if phrase is not None:
                yield phrase

    def _meet(self, verb: Token) -> Phrase | None:
        """Return "met King Charles III", "met with ministers", "ministers meet on Thursday"."""
        found = clauses.subject(verb)
        partner = next((c for c in clauses.children(verb, "obj") if c.i > verb.i), None)
        if partner is None:
            partner = next(
                (c for c in clauses.children(verb, "obl") if any(k.lower_ == "with" for k in c.children)),
                None,
            )
        if partner is not None:
            if not any(self._leader(t) for t in clauses.conjuncts(partner)):
                return None
        elif found is None or not (self._leader(found) and self._several(found)):
            return None
        if partner is None and clauses.is_passive(verb):
            return None
        start = verb.i
        if partner is None and found is not None and found.i < verb.i and verb.i - found.i <= 4:
            start = clauses.noun_phrase(found)[0]
        return self._phrase(verb, start, "meeting", found, partner)

    def _call(self, verb: Token) -> Phrase | None:
        """Return "spoke on the telephone to …", "phoned the president", "X and Y spoke"."""
        found = clauses.subject(verb)
        window = self.doc[verb.i : min(self.cast.sentence(verb.i).end, verb.i + 16)]
        by_phone = any(t.lower_ in gathering_words.PHONE for t in window)
        partner = next(
            (c for c in clauses.children(verb, "obj", "obl") if c.i > verb.i and self._leader(c)), None
        )
        if not by_phone or (partner is None and not (found is not None and self._several(found))):
            return None
        if found is not None and not self._leader(found):
            return None
        return self._phrase(verb, verb.i, "call", found, partner)

    def _visit(self, verb: Token) -> Phrase | None:
        """Return "visited Beijing", "is travelling to America next week" with a leader as subject."""
        found = clauses.subject(verb)
        if found is None or not self._leader(found):
            return None
        goal = next((c for c in clauses.children(verb, "obj") if c.i > verb.i), None)
        if goal is None or verb.lemma_ not in {"visit", "tour"}:
            goal = next(
                (
                    c
                    for c in clauses.children(verb, "obl")
                    if c.i > verb.i and any(k.lower_ == "to" for k in c.children)
                ),
                None,
            )
        if goal is None or goal.ent_type_ != "GPE" or goal.pos_ != "PROPN":
            return None
        phrase = self._phrase(verb, verb.i, "visit", found, None)
        place = self.phrases._place_span(goal.i, phrase.end)
        phrase.place, phrase.country = place
        return phrase

    def _host(self, verb: Token) -> Phrase | None:
        """Return "hosting leaders from the coalition"."""
        partner = next((c for c in clauses.children(verb, "obj") if c.i > verb.i), None)
        found = clauses.subject(verb)
        if partner is None or partner.lemma_.lower() in gathering_words.NOUNS or not self._leader(partner):
            return None
        if found is None or not self._leader(found):
            return None
        return self._phrase(verb, verb.i, "meeting", found, partner)

    def _phrase(
        self, verb: Token, start: int, kind: GatheringKind, found: Token | None, partner: Token | None
    ) -> Phrase:
        end = self._end(verb)
        phrase = Phrase(verb, start, end, kind, f"verb:{verb.lemma_}")
        phrase.date = self.phrases._date(start, end)
        phrase.place, phrase.country = self.phrases.place(verb.i, end)
        sides: list[Party] = []
        for side in (found, partner):
            for token in clauses.conjuncts(side) if side is not None else ():
                party = self.cast.party(token)
                if party is not None and party.type != "group" and all(p.start != party.start for p in sides):
                    sides.append(party)
        phrase.participants = sides
        return phrase

    def _end(self, verb: Token) -> int:
        """Return where the verb's phrase ends: behind its objects and places, before the next clause."""
        doc = self.doc
        limit = min(self.cast.sentence(verb.i).end, verb.i + _LIMIT)
        i = verb.i + 1
        while i < limit:
            token = doc[i]
            if token.pos_ in {"VERB", "AUX", "SCONJ"} and token.tag_ not in {"VBN"}:
                break
            if token.text in {".", ";", "–", "—", "”", '"', ":"} or (token.is_space and "\n" in token.text):
                break
            if token.text == "," and not (i + 1 < limit and (doc[i + 1].pos_ in {"PROPN", "CCONJ"})):
                break
            if token.lower_ == "to" and i + 1 < limit and doc[i + 1].tag_ == "VB":
                break
            i += 1
        while i > verb.i + 1 and (doc[i - 1].pos_ in {"CCONJ", "ADP", "DET"} or doc[i - 1].is_punct):
            i -= 1
        return i

    def _leader(self, head: Token) -> bool:
        """Tell whether the noun phrase is a person in office, a state, or leaders and ministers."""
        if head.pos_ == "PRON":
            party = self.cast.party(head)
            if party is None or party.type == "group":
                return party is not None
            actor = self.cast.at(self.doc[self.cast.tokens(party.start, party.end)[0]])
            return actor is not None and self.phrases.official(actor)
        if head.lemma_.lower() in gathering_words.OFFICIALS:
            return True
        actor = self.cast.actor(head)
        return actor is not None and (self.phrases.official(actor) or actor.key[0] == "organization")

    def _several(self, head: Token) -> bool:
        return (
            head.tag_ in {"NNS", "NNPS"}
            or any(True for _ in clauses.children(head, "conj"))
            or head.lower_ == "they"
        )
