"""Visits told by verbs: "visited Beijing", "is travelling to America next week", "landed in Oslo"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words
from dateline.extraction.gathering_clause import AT, VerbClauses
from dateline.extraction.gathering_cues import places, word_ids
from dateline.extraction.gathering_places import place_behind
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dateline.extraction.gathering_phrase import Phrase

#: Verbs of the way, and the prepositions before their goal.
_WAYS = dict.fromkeys(words("travel fly jet go"), frozenset({"to"})) | dict.fromkeys(
    words("arrive land touch"), AT
)
_STAYS = words("is was are were due expected")
_VISITING = words("visit tour")
_STAY_IDS, _WAY_IDS = word_ids(_STAYS), word_ids(_VISITING | _WAYS.keys())


class Visits(VerbClauses):
    """Finds the verbal phrases of a Doc that take somebody in office to a place."""

    def find(self, found: list[Phrase]) -> Iterator[Phrase]:
        """Yield the visits in the order of the text; where a sentence names another gathering, the journey
        is the way there.
        """
        told = {self.cast.sentence(p.head.i).start for p in found if p.qualified}
        for i in places(self.cast, _STAY_IDS, _WAY_IDS):
            token = self.doc[i]
            visits = token.lemma_ in _VISITING and token.pos_ == "VERB"
            apart = self.cast.sentence(i).start not in told
            if not visits and (not apart or (token.lower_ in _STAYS and not self._there(i))):
                continue
            if token.dep_ == "amod" or not self.real(token):
                continue
            phrase = self._visit(token) if visits else self._journey(token)
            if phrase is not None:
                yield phrase

    def _visit(self, verb: Token) -> Phrase | None:
        """Return "visited Beijing" with a leader as subject."""
        found = clauses.subject(verb)
        first = self.doc[verb.i + 1] if verb.i + 1 < len(self.doc) else None
        if found is None or not self.leader(found) or first is None or not first.text[:1].isupper():
            return None
        phrase = self.phrase(verb, verb.i, "visit", found)
        goal = next((c for c in clauses.children(verb, "obj") if c.i > verb.i), None)
        host = self.cast.actor(goal) if goal is not None else None
        if host is not None and host.key[0] == "person":
            return phrase
        actor = self.cast.at(first)
        if actor is None or (actor.key[0] == "country" and actor.kind != "demonym"):
            phrase.place, phrase.country = place_behind(
                self.cast, verb.i, phrase.end, frozenset({verb.lower_})
            )
            return phrase if phrase.place is not None else None
        return None

    def _journey(self, head: Token) -> Phrase | None:
        """Return "flew to Oslo", "arrived in Oslo", "is due in Oslo on Friday", "was in Oslo on Friday"."""
        still = head.lower_ in _STAYS
        if not still and head.pos_ != "VERB":
            return None
        clause = self._predicate(head) if still else head
        found = clauses.subject(clause) if clause is not None else None
        if found is None or not self.leader(found):
            return None
        phrase = self.phrase(head, head.i, "visit", found)
        if any(clauses.lemma(t) in gathering_words.NOUNS for t in self.doc[head.i + 1 : phrase.end]):
            return None
        ways = AT if still else _WAYS[head.lemma_]
        phrase.place, phrase.country = place_behind(self.cast, head.i, min(phrase.end, head.i + 6), ways)
        travelled = head.lemma_ in {"travel", "fly"} or (phrase.date is not None and self._person(phrase))
        return phrase if phrase.place is not None and travelled else None

    def _predicate(self, head: Token) -> Token | None:
        """Return the predicate of "was in Oslo", "is due in Oslo", where the place follows at once."""
        if head.lower_ in {"due", "expected"}:
            return head
        return head.head if head.dep_ in {"cop", "aux"} and head.head.i <= head.i + 4 else head

    def _there(self, i: int) -> bool:
        """Tell whether the word behind token i is that before a place."""
        return i + 1 < len(self.doc) and self.doc[i + 1].lower_ in AT

    def _person(self, phrase: Phrase) -> bool:
        return any(p.type == "person" for p in phrase.participants)
