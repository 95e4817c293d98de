"""The actors of a Doc by token: every mention of a person, role, country or organization."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extraction.party_words import STATE_WORDS
from dateline.extraction.quotations import quotations
from dateline.model import Party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

_MALE = frozenset({"mr", "mr.", "sir", "lord", "king", "prince", "pope"})
_FEMALE = frozenset({"ms", "mrs", "ms.", "mrs.", "miss", "dame", "lady", "baroness", "queen", "princess"})


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor's mention by name, role, demonym or seat."""

    party: Party
    key: tuple[str, object]  #: the same for all mentions of one actor within the article
    kind: str  #: of the mention: name, role, demonym, capital, seat
    gender: str = ""  #: "m" or "f" where a title in the article tells


class ActorIndex:
    """The mentions, quotations and sentences of a Doc by token."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts: list[int]
        #: For each token the ids of its word in lower case and of its lemma, for looks at many tokens.
        self.lowers: list[int]
        self.lemmas: list[int]
        self._starts, self.lowers, self.lemmas = doc.to_array(["IDX", "LOWER", "LEMMA"]).T.tolist()
        self._actors: list[Actor | None] = [None] * len(doc)
        self.quotes = quotations(doc)
        self.quote_at = {
            i: number for number, (start, end) in enumerate(self.quotes) for i in range(start, end)
        }
        self.sentences = list(doc.sents)
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._fill()

    def _fill(self) -> None:
        """Note every mention at its tokens; countries first, so that what is longer or rarer overrides."""
        for country in self.doc._.countries:
            for m in country.mentions:
                self._put(Actor(Party("country", m.text, m.start, m.end), ("country", country.code), m.kind))
        for number, body in enumerate(self.doc._.organizations):
            for m in body.mentions:
                if m.text.split()[-1].casefold() in STATE_WORDS and self.within(*self.tokens(m.start, m.end)):
                    continue  # "the UK Government" is the country
                self._put(
                    Actor(Party("organization", m.text, m.start, m.end), ("organization", number), m.kind)
                )
        for role in self.doc._.roles:
            m, office = role.mention, role.office
            key = ("role", (office.title, office.country or office.organization))
            self._put(Actor(Party("person", m.text, m.start, m.end), key, "role"))
        for number, person in enumerate(self.doc._.people):
            gender = _gender(m.text for m in person.mentions)
            for m in person.mentions:
                self._put(Actor(Party("person", m.text, m.start, m.end), ("person", number), m.kind, gender))

    def _put(self, actor: Actor) -> None:
        for i in range(*self.tokens(actor.party.start, actor.party.end)):
            self._actors[i] = actor

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Return the token bounds of the character offsets."""
        return max(0, bisect_right(self._starts, start) - 1), bisect_right(self._starts, max(start, end - 1))

    def at(self, token: Token) -> Actor | None:
        """Return the actor whose mention covers the token."""
        return self._actors[token.i]

    def same(self, party: Party, other: Party) -> bool:
        """Tell whether two parties are mentions of one actor."""
        one, two = (self._actors[self.tokens(p.start, p.end)[0]] for p in (party, other))
        return one is not None and two is not None and one.key == two.key

    def sentence(self, i: int) -> Span:
        """Return the sentence of the token index."""
        return self.sentences[bisect_right(self._sentence_starts, i) - 1]

    def previous_sentences(self, i: int, limit: int) -> Iterator[Span]:
        """Yield up to limit sentences before that of token i, the nearest first."""
        number = bisect_right(self._sentence_starts, i) - 1
        for k in range(number - 1, max(-1, number - 1 - limit), -1):
            yield self.sentences[k]

    def within(self, start: int, end: int) -> list[Actor]:
        """Return the distinct actors whose mentions lie among the tokens start to end, in the order of
        the text.
        """
        found: dict[int, Actor] = {}
        for i in range(start, end):
            actor = self._actors[i]
            if actor is not None:
                found.setdefault(actor.party.start, actor)
        return list(found.values())


def _gender(names: Iterator[str]) -> str:
    words = {name.split()[0].casefold() for name in names if name}
    return "m" if words & _MALE else "f" if words & _FEMALE else ""
