"""Who stands at a place in a sentence: actors by token, and what noun phrases and pronouns mean."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dateline.extraction import clauses
from dateline.extraction.party_words import (
    DEFINITE_BODIES,
    GOVERNMENT,
    GROUPS,
    LONE_GROUPS,
    PLACES_AS_GROUPS,
    QUANTIFIERS,
    STAFF,
    STATE_WORDS,
)
from dateline.extraction.quotations import quotations
from dateline.model import Party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

Kind = Literal["person", "thing", "plural"]

_MALE = frozenset({"mr", "mr.", "sir", "lord", "king", "prince", "pope"})
_FEMALE = frozenset({"ms", "mrs", "ms.", "mrs.", "miss", "dame", "lady", "baroness", "queen", "princess"})
_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "themselves", "both"})
FIRST_PERSON = frozenset({"we", "i", "us", "our", "my", "me", "ours"})


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor's mention by name, role, demonym or seat."""

    party: Party
    key: tuple[str, object]  #: the same for all mentions of one actor within the article
    kind: str  #: of the mention: name, role, demonym, capital, seat
    gender: str = ""  #: "m" or "f" where a title in the article tells


class Cast:
    """The actors of a Doc by token."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts = [token.idx for token in doc]
        self._actors: list[Actor | None] = [None] * len(doc)
        self._subjects: dict[int, tuple[Token, ...]] = {}
        self._memory: dict[int, Party | None] = {}
        self.quotes = quotations(doc)
        self.quote_at = {
            i: number for number, (start, end) in enumerate(self.quotes) for i in range(start, end)
        }
        self._sentences = list(doc.sents)
        self._sentence_starts = [sentence.start for sentence in self._sentences]
        self._fill()

    # --- actors by token ---------------------------------------------------------------------------------

    def _fill(self) -> None:
        """Note every mention at its tokens; countries first, so that what is longer or rarer overrides."""
        for country in self.doc._.countries:
            for m in country.mentions:
                self._put(Actor(Party("country", m.text, m.start, m.end), ("country", country.code), m.kind))
        for number, body in enumerate(self.doc._.organizations):
            for m in body.mentions:
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

    def sentence(self, i: int) -> Span:
        """Return the sentence of the token index."""
        return self._sentences[bisect_right(self._sentence_starts, i) - 1]

    def previous_sentences(self, i: int, limit: int) -> Iterator[Span]:
        """Yield up to limit sentences before that of token i, the nearest first."""
        number = bisect_right(self._sentence_starts, i) - 1
        for k in range(number - 1, max(-1, number - 1 - limit), -1):
            yield self._sentences[k]

    def within(self, start: int, end: int) -> list[Actor]:
        """Return the distinct actors whose mentions lie among the tokens start to end, in the order of the text."""
        found: dict[int, Actor] = {}
        for i in range(start, end):
            actor = self._actors[i]
            if actor is not None:
                found.setdefault(actor.party.start, actor)
        return list(found.values())

    # --- noun phrases ------------------------------------------------------------------------------------

    def actor(self, head: Token) -> Actor | None:
        """Return the actor that the noun phrase of head names, or whose government, ministers … it names."""
        actor = self._actors[head.i]
        if actor is not None and (actor.kind != "demonym" or head.pos_ == "PROPN"):
            return actor
        start, end = clauses.noun_phrase(head)
        if head.pos_ in {"PROPN", "NOUN"}:
            for child in clauses.children(head, "flat", "appos"):
                beside = self._actors[child.i]
                if beside is not None and beside.key[0] == "person" and child.i - head.i <= 3:
                    return beside
        lemma = clauses.lemma(head)
        if lemma in GOVERNMENT or lemma in STAFF:
            inside = self.within(start, end) or self._of(head) or self._right_before(start)
            for found in inside:
                if found.key[0] in {"country", "organization"} or lemma in STAFF:
                    return found
        return None

    def _right_before(self, start: int) -> list[Actor]:
        """Return the body that touches the noun phrase where the parse cut them in two."""
        actor = self._actors[start - 1] if start else None
        return [actor] if actor is not None and actor.key[0] == "organization" else []

    def _of(self, head: Token) -> list[Actor]:
        """Return the actors behind "of", "for" or "from" a noun: "ministers of the G8", "a spokesman for Nato"."""
        for child in clauses.children(head, "nmod"):
            if any(c.lower_ in {"of", "for", "from"} for c in clauses.children(child, "case")):
                actor = self._actors[child.i]
                if actor is not None:
                    return [actor]
        return []

    def party(self, head: Token | None) -> Party | None:
        """Return who the noun phrase or pronoun of head is, or None where it is nobody who could act."""
        if head is None:
            return None
        if head.i not in self._memory:
            self._memory[head.i] = None  # a guard against circles
            self._memory[head.i] = self._party(head)
        return self._memory[head.i]

    def _party(self, head: Token) -> Party | None:
        if head.pos_ == "PRON" or head.tag_.startswith("PRP"):
            return self.antecedent(head)
        lemma = clauses.lemma(head)
        owner = self._owned(head, lemma) or self._capital_of_union(head)
        if owner is not None:
            return owner
        actor = self.actor(head)
        if actor is not None:
            return actor.party
        definite = any(c.lower_ in {"the", "this", "its", "our", "his", "their"} for c in head.children)
        if definite:
            body = self._body(head, lemma)
            if body is not None:
                return body
        if _is_group(head, lemma):
            return self._club(head) or self.group(head)
        if head.dep_ not in {"det"} and head.lower_ in QUANTIFIERS:
            inside = next((c for c in clauses.children(head, "nmod") if c.i > head.i), None)
            return self.party(inside) if inside is not None else None
        return None

    def _owned(self, head: Token, lemma: str) -> Party | None:
        """Return whose "his country", "her government", "its president" it is: his state, that body."""
        owner = next((c for c in clauses.children(head, "nmod:poss") if c.tag_ == "PRP$"), None)
        if owner is None or not (lemma in GOVERNMENT or lemma in {"country", "nation"}):
            return None
        party = self.antecedent(owner)
        if party is None or party.type != "person" or lemma not in STATE_WORDS:
            return party if party is not None and owner.lower_ in _IT | _THEY and head.tag_ != "NNS" else None
        return self.country_of(party) or party

    def country_of(self, party: Party) -> Party | None:
        """Return the first mention of the country whose office the article gives the person, or None."""
        actor = self._actors[self.tokens(party.start, party.end)[0]]
        code: object = None
        if actor is not None and actor.key[0] == "role" and isinstance(actor.key[1], tuple):
            code = actor.key[1][1]
        elif actor is not None and isinstance(actor.key[1], int) and actor.key[0] == "person":
            code = next((o.country for o in self.doc._.people[actor.key[1]].offices if o.country), None)
        for country in self.doc._.countries:
            if country.code == code:
                m = country.mentions[0]
                return Party("country", m.text, m.start, m.end)
        return None

    def _capital_of_union(self, head: Token) -> Party | None:
        """Return the European Union where "Brussels" acts and the article names the Union."""
        if head.text != "Brussels" or head.dep_ not in clauses.SUBJECTS | {"conj", "obl:agent"}:
            return None
        for body in self.doc._.organizations:
            if body.name in {"EU", "European Union", "European Commission"}:
                m = body.mentions[0]
                return Party("organization", m.text, m.start, m.end)
        return None

    def group(self, head: Token) -> Party:
        """Return the noun phrase as a group in its own words, without the article."""
        start, end = clauses.noun_phrase(head)
        doc = self.doc
        while start < head.i and doc[start].lower_ in {
            "the",
            "a",
            "an",
            "its",
            "his",
            "their",
            "our",
            "“",
            '"',
        }:
            start += 1
        for child in clauses.children(head, "nmod"):
            near = child.i > head.i and child.right_edge.i - head.i <= 8
            if near and any(c.lower_ == "of" for c in clauses.children(child, "case")):
                end = max(end, clauses.noun_phrase(child)[1])
        first, last = doc[start], doc[end - 1]
        text = doc.text[first.idx : last.idx + len(last)]
        return Party("group", text, first.idx, last.idx + len(last))

    def _club(self, head: Token) -> Party | None:
        """Return the body whose members the group is: "the G8 of top industrialised nations"."""
        i = clauses.noun_phrase(head)[0] - 1
        while i > 1 and self.doc[i].tag_ in {"JJ", "JJS", "NN"} and self.doc[i].lower_ != "of":
            i -= 1
        if i < 1 or self.doc[i].lower_ != "of":
            return None
        if self.doc[i - 1].lower_ in {"group", "club", "bloc"}:
            i -= 1
        actor = self._actors[i - 1] if i else None
        return actor.party if actor is not None and actor.key[0] == "organization" else None

    def _body(self, head: Token, lemma: str) -> Party | None:
        """Return what "the commission", "the bloc", "the government", "the country" mean by what came before."""
        if lemma in DEFINITE_BODIES:
            loose = DEFINITE_BODIES[lemma]
            for i in range(head.i - 1, -1, -1):
                actor = self._actors[i]
                if actor is None or actor.key[0] != "organization":
                    continue
                if loose or lemma in actor.party.name.casefold():
                    return actor.party
            for i in range(head.i + 1, len(self.doc)):
                actor = self._actors[i]
                if (
                    actor is not None
                    and actor.key[0] == "organization"
                    and lemma in actor.party.name.casefold()
                ):
                    return actor.party
            return None
        if lemma in {"country", "nation"} and head.tag_ == "NN":
            return self._nearest_country(head)
        if lemma in STATE_WORDS and head.tag_ in {"NN", "NNP"} and not self._modified(head):
            return self.home() or self.group(head)
        return None

    def _modified(self, head: Token) -> bool:
        return any(c.dep_ in {"amod", "compound", "nmod:poss", "nmod"} for c in head.children)

    def _nearest_country(self, head: Token) -> Party | None:
        for i in range(head.i - 1, -1, -1):
            actor = self._actors[i]
            if actor is not None and actor.key[0] == "country":
                return actor.party
        return None

    def home(self) -> Party | None:
        """Return the first mention of the country that the article names most: whose "the government" is."""
        lead = self._sentences[min(2, len(self._sentences) - 1)].end_char if self._sentences else 0
        counts = {
            c.code: len(c.mentions) + 2 * any(m.start < lead for m in c.mentions)
            for c in self.doc._.countries
        }
        if not counts:
            return None
        most = max(counts.values())
        country = next(c for c in self.doc._.countries if counts[c.code] == most)
        m = country.mentions[0]
        return Party("country", m.text, m.start, m.end)

    # --- pronouns ----------------------------------------------------------------------------------------

    def antecedent(self, pronoun: Token) -> Party | None:
        """Return the nearest earlier party that agrees with the pronoun, subjects first.

        First persons are the speaker's affair (see `speech`), relative pronouns stand for the noun before.
        """
        lower = pronoun.lower_
        if lower in {"who", "which", "that"}:
            found = next((t for t in (pronoun.head, *pronoun.ancestors) if t.dep_ == "acl:relcl"), None)
            return self.party(found.head) if found is not None and found.head != pronoun else None
        if lower in {"those", "some", "many", "others", "all", "most", "several"}:
            return self._plural_before(pronoun)
        kind = _kind_of(lower)
        if kind is None:
            return None
        gender = "m" if lower in _HE else "f" if lower in _SHE else ""
        aside = pronoun.i not in self.quote_at
        for token in self._candidates(pronoun):
            if aside and token.i in self.quote_at:
                continue  # the outlet's "he" is not whom its source talks of
            if self._agrees(token, kind, gender):
                party = self.party(token)
                if party is not None:
                    return party
        return None

    def _candidates(self, pronoun: Token) -> Iterator[Token]:
        """Yield heads of earlier noun phrases, the likeliest antecedents first."""
        seen = {pronoun.i}
        topic = self._main_subject(pronoun)
        if topic is not None:
            seen.add(topic.i)
            yield topic
        for verb in pronoun.ancestors:
            found = clauses.own_subject(verb) if clauses.is_verb(verb) or verb.dep_ == "ROOT" else None
            if found is not None and found.i < pronoun.i and found.i not in seen:
                seen.add(found.i)
                yield found
        sentence = self.sentence(pronoun.i)
        for token in self.subjects(sentence):
            if token.i < pronoun.i and token.i not in seen:
                seen.add(token.i)
                yield token
        yield from (
            self.doc[i] for i in range(sentence.start, pronoun.i) if self._heads_mention(i) and i not in seen
        )
        for earlier in self.previous_sentences(pronoun.i, 5):
            yield from self.subjects(earlier)
            yield from (self.doc[i] for i in range(earlier.start, earlier.end) if self._heads_mention(i))

    def _main_subject(self, pronoun: Token) -> Token | None:
        """Return the subject behind a phrase in front of it: "In his talks with leaders, the minister said"."""
        root = self.sentence(pronoun.i).root
        found = clauses.own_subject(root) if pronoun.tag_ == "PRP$" else None
        if found is None or found.i < pronoun.i or found.i > root.i:
            return None
        fronted = any(
            a.dep_ in {"obl", "advcl", "nmod"} for a in (pronoun.head, *pronoun.head.ancestors) if a != root
        )
        return found if fronted and pronoun.head != found else None

    def subjects(self, sentence: Span) -> tuple[Token, ...]:
        """Return the subjects of the sentence, in the order of the text, that of its root first."""
        if sentence.start not in self._subjects:
            found = [t for t in sentence if t.dep_ in clauses.SUBJECTS]
            found.sort(key=lambda t: (t.i in self.quote_at, t.head != sentence.root, t.i))
            self._subjects[sentence.start] = tuple(found)
        return self._subjects[sentence.start]

    def _heads_mention(self, i: int) -> bool:
        actor = self._actors[i]
        if actor is None:
            return False
        head = self.doc[i].head
        return head.i == i or self._actors[head.i] is not actor

    def _agrees(self, token: Token, kind: Kind, gender: str) -> bool:
        """Tell whether the noun phrase agrees with a pronoun of the kind and gender."""
        lower = token.lower_
        if token.pos_ == "PRON" or token.tag_.startswith("PRP"):
            same = _kind_of(lower) == kind
            return same and not ((gender == "m" and lower in _SHE) or (gender == "f" and lower in _HE))
        actor = self.actor(token)
        coordinated = any(True for _ in clauses.children(token, "conj"))
        if kind == "person":
            own = actor is not None and actor.key[0] in {"person", "role"}
            own = own and not coordinated and not self.listed(token)
            return own and not (gender and actor and actor.gender and actor.gender != gender)
        if kind == "plural":
            if coordinated or self.listed(token):
                return any(self.actor(t) is not None for t in clauses.conjuncts(token))
            if actor is not None and actor.key[0] in {"person", "role"}:
                return False
            return actor is not None or _is_group(token, clauses.lemma(token))
        return actor is not None and actor.key[0] in {"country", "organization"}

    def listed(self, token: Token) -> bool:
        """Tell whether the actor at the token ends a list of actors: "A, B and C"."""
        actor = self._actors[token.i]
        if actor is None:
            return False
        start = self.tokens(actor.party.start, actor.party.end)[0]
        if start < 2 or self.doc[start - 1].lower_ not in {"and", "&"}:
            return False
        before = self._actors[start - 2]
        return before is not None and before.key[0] == actor.key[0]

    def _plural_before(self, pronoun: Token) -> Party | None:
        """Return the nearest plural noun before "those", "some": "which countries had agreed … those who had"."""
        for i in range(pronoun.i - 1, max(-1, pronoun.i - 40), -1):
            token = self.doc[i]
            if token.tag_ == "NNS" and _is_group(token, clauses.lemma(token)):
                return self.group(token)
        return None


def _is_group(head: Token, lemma: str) -> bool:
    if head.tag_ in {"NNS", "NNPS"} and (lemma in GROUPS or lemma in GOVERNMENT or lemma in STAFF):
        return True
    if lemma == "world":
        return head.i > 0 and head.nbor(-1).lower_ in {
            "developing",
            "industrialised",
            "arab",
            "muslim",
            "western",
        }
    return lemma in LONE_GROUPS or head.text in PLACES_AS_GROUPS


def _kind_of(lower: str) -> Kind | None:
    if lower in _HE or lower in _SHE:
        return "person"
    if lower in _IT:
        return "thing"
    return "plural" if lower in _THEY else None


def _gender(names: Iterator[str]) -> str:
    words = {name.split()[0].casefold() for name in names if name}
    return "m" if words & _MALE else "f" if words & _FEMALE else ""
