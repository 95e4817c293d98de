"""Gatherings told by verbs: "met King Charles", "world leaders met in London", "spoke by phone to",
"visited Beijing".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import antecedents, clauses, gathering_words, moods
from dateline.extraction.gathering_phrase import Phrase
from dateline.extraction.gathering_places import NOWHERE, place_behind
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dateline.extraction.gathering_phrases import Phrases
    from dateline.extraction.parties import Cast
    from dateline.model import GatheringKind, Party

_LIMIT = 26
_UNREAL = words("happy ready willing want hope refuse decline try ask wish offer prepared keen like love")
_AT = frozenset({"in", "at"})


class Verbs:
    """Finds the verbal phrases of a Doc."""

    def __init__(self, cast: Cast, phrases: Phrases) -> None:
        self.cast = cast
        self.doc = cast.doc
        self.phrases = phrases

    def find(self) -> Iterator[Phrase]:
        """Yield the verbal phrases in the order of the text."""
        rules = {"meet": self._meet, "host": self._host}
        rules |= dict.fromkeys(("speak", "talk", "phone", "telephone"), self._call)
        rules |= dict.fromkeys(("visit", "tour", "travel", "fly"), self._visit)
        for token in self.doc:
            rule = rules.get(token.lemma_)
            if rule is not None and token.pos_ == "VERB" and token.dep_ != "amod" and self._real(token):
                phrase = rule(token)
                if phrase is not None:
                    yield phrase

    def _real(self, verb: Token) -> bool:
        """Tell whether the event is told as one that was, is or will be, and not wished for or denied."""
        modal = moods.modal(verb)
        reported = modal == "would" and verb.dep_ == "ccomp" and verb.i not in self.cast.quote_at
        if (modal in {"would", "may", "must", "can"} and not reported) or moods.negated(verb):
            return False
        wish = clauses.has_to(verb) and (verb.head.lemma_ in _UNREAL or verb.head.lower_ in _UNREAL)
        return not wish

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
            generic = partner.tag_ == "NNS"
            if generic and found is not None and not self._leader(found):
                return None
        elif (
            found is None
            or moods.is_passive(verb)
            or not (self._leader(found) and self._convenes(verb, found))
        ):
            return None
        start = verb.i
        if partner is None and found is not None and 0 < verb.i - found.i <= 4:
            start = clauses.noun_phrase(found)[0]
        phrase = self._phrase(verb, start, "meeting", found)
        phrase.general = partner is not None and partner.tag_ == "NNS"
        if found is not None:
            bodies = self.phrases.bodies(clauses.noun_phrase(found)[0], found.i + 1)
            phrase.series = bodies[0] if bodies and partner is None else None
        return phrase

    def _call(self, verb: Token) -> Phrase | None:
        """Return "spoke on the telephone to …", "phoned the president", "X and Y spoke by phone"."""
        found = clauses.subject(verb)
        window = self.doc[verb.i : min(self.cast.sentence(verb.i).end, verb.i + 16)]
        if (
            found is None
            or not self._leader(found)
            or not any(t.lower_ in gathering_words.PHONE for t in window)
        ):
            return None
        partner = next((t for t in window if t.i > verb.i and t.lower_ in {"to", "with"}), None)
        direct = verb.lemma_ in {"phone", "telephone"}
        if not direct and partner is None and not any(t.lower_ in {"phone", "telephone"} for t in window):
            return None
        named = [a for a in self.cast.within(verb.i, window[-1].i + 1) if self.phrases.standing.official(a)]
        return self._phrase(verb, verb.i, "call", found) if named or self._several(found) else None

    def _visit(self, verb: Token) -> Phrase | None:
        """Return "visited Beijing", "is travelling to America next week" with a leader as subject."""
        found = clauses.subject(verb)
        if found is None or not self._leader(found):
            return None
        phrase = self._phrase(verb, verb.i, "visit", found)
        first = self.doc[verb.i + 1] if verb.i + 1 < phrase.end else None
        if verb.lemma_ in {"visit", "tour"} and first is not None and first.text[:1].isupper():
            goal = next((c for c in clauses.children(verb, "obj") if c.i > verb.i), None)
            host = self.cast.actor(goal) if goal is not None else None
            if host is not None and host.key[0] == "person":
                return phrase
            actor = self.cast.at(first)
            if actor is None or (actor.key[0] == "country" and actor.kind != "demonym"):
                place = place_behind(self.cast, verb.i, phrase.end, frozenset({verb.lower_}))
                phrase.place, phrase.country = place
                return phrase if place != NOWHERE else None
            return None
        told = any(clauses.lemma(t) in gathering_words.NOUNS for t in self.doc[verb.i + 1 : phrase.end])
        if verb.lemma_ in {"travel", "fly"} and not told:
            phrase.place, phrase.country = place_behind(self.cast, verb.i, phrase.end, frozenset({"to"}))
            return phrase if phrase.place is not None else None
        return None

    def _host(self, verb: Token) -> Phrase | None:
        """Return "hosting leaders from the coalition"."""
        partner = next((c for c in clauses.children(verb, "obj") if c.i > verb.i), None)
        found = clauses.subject(verb)
        if partner is None or clauses.lemma(partner) in gathering_words.NOUNS or not self._leader(partner):
            return None
        if found is None or not self._leader(found):
            return None
        phrase = self._phrase(verb, verb.i, "meeting", found)
        phrase.general = partner.tag_ == "NNS"
        return phrase

    def _phrase(self, verb: Token, start: int, kind: GatheringKind, found: Token | None) -> Phrase:
        end = self._end(verb)
        phrase = Phrase(verb, start, end, kind, f"verb:{verb.lemma_}", "indefinite")
        phrase.date = self.phrases.date(start, end)
        phrase.place, phrase.country = place_behind(self.cast, verb.i, end, _AT)
        phrase.participants = self._sides(verb, end, found)
        return phrase

    def _sides(self, verb: Token, end: int, found: Token | None) -> list[Party]:
        sides: dict[int, Party] = {}
        for token in self._all(found):
            party = self.cast.party(token)
            if party is not None and self._direct(party, token):
                sides[party.start] = party
        for actor in self.cast.within(verb.i + 1, end):
            if actor.key[0] in {"person", "role"}:
                sides.setdefault(actor.party.start, actor.party)
        return list(sides.values())

    def _all(self, found: Token | None) -> Iterator[Token]:
        """Yield the subject and what is coordinated with it, by the tree and by the commas."""
        if found is None:
            return
        yield from clauses.conjuncts(found)
        if antecedents.listed(self.cast, found):
            sentence = self.cast.sentence(found.i)
            for actor in self.cast.within(sentence.start, found.i):
                if actor.key[0] in {"person", "role", "country"}:
                    yield self.doc[self.cast.tokens(actor.party.start, actor.party.end)[0]]

    def _direct(self, party: Party, token: Token) -> bool:
        """Tell whether the party is named itself, and not by its ministers."""
        if party.type == "group":
            return False
        return party.type == "person" or token.pos_ in {"PRON", "PROPN"}

    def _end(self, verb: Token) -> int:
        """Return where the verb's phrase ends: behind its objects and places, before the next clause."""
        doc = self.doc
        limit = min(self.cast.sentence(verb.i).end, verb.i + _LIMIT)
        i = verb.i + 1
        while i < limit:
            token = doc[i]
            following = doc[i + 1] if i + 1 < limit else None
            if token.pos_ in {"VERB", "AUX", "SCONJ"} and token.tag_ != "VBN":
                break
            if token.text in {".", ";", "–", "—", "”", '"', ":"} or (token.is_space and "\n" in token.text):
                break
            if (
                token.text == ","
                and (following is None or following.pos_ not in {"PROPN", "CCONJ"})
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

    def _as_well(self, i: int) -> bool:
        return i + 2 < len(self.doc) and self.doc[i + 1].lower_ == "as" and self.doc[i + 2].lower_ == "well"

    def _leader(self, head: Token) -> bool:
        """Tell whether the noun phrase is a person in office, a state, or leaders and ministers."""
        if clauses.lemma(head) in gathering_words.OFFICIALS:
            return True
        if head.pos_ == "PRON":
            party = self.cast.party(head)
            if party is None or party.type == "group":
                return party is not None
            actor = self.cast.at(self.doc[self.cast.tokens(party.start, party.end)[0]])
            return actor is not None and self.phrases.standing.official(actor)
        actor = self.cast.actor(head)
        return actor is not None and (self.phrases.standing.official(actor) or actor.key[0] == "organization")

    def _convenes(self, verb: Token, found: Token) -> bool:
        """Tell whether the subject can meet without a partner: several people, or a body on a day: "it
        meets in April".
        """
        if self._several(found):
            return True
        party = self.cast.party(found)
        return (
            party is not None
            and party.type == "organization"
            and self.phrases.date(verb.i, self._end(verb)) is not None
        )

    def _several(self, head: Token) -> bool:
        several = head.tag_ in {"NNS", "NNPS"} or head.lower_ == "they" or antecedents.listed(self.cast, head)
        return several or any(True for _ in clauses.children(head, "conj"))
