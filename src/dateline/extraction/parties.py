"""Who stands at a place in a sentence: what noun phrases and pronouns mean among the actors of the
article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import antecedents, clauses, extensions
from dateline.extraction.actors import Actor, ActorIndex
from dateline.extraction.party_words import (
    COLLECTIVES,
    DEFINITE_BODIES,
    GOVERNMENT,
    QUANTIFIERS,
    STAFF,
    STATE_WORDS,
    is_group,
)
from dateline.model import Party

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

FIRST_PERSON = frozenset({"we", "i", "us", "our", "my", "me", "ours"})
#: What two states that were named together are called.
_PAIRED = frozenset({"country", "nation", "side", "state", "neighbour", "neighbor", "government"})
_PAIRED_WITHIN = 500  #: tokens back
#: What stands before the name of a group and is no part of it.
_BEFORE_GROUPS = frozenset({"the", "a", "an", "its", "his", "their", "our", "which", "what", "“", '"'})


class Cast(ActorIndex):
    """The actors of a Doc, and who its noun phrases and pronouns are."""

    def __init__(self, doc: Doc) -> None:
        super().__init__(doc)
        self._subjects: dict[int, tuple[Token, ...]] = {}
        self._memory: dict[int, Party | None] = {}

    @classmethod
    def of(cls, doc: Doc) -> Cast:
        """Return the cast of doc; what one component has made of it is handed on to the next that asks."""
        cast = doc.user_data.pop("cast", None)
        return cast if isinstance(cast, cls) else cls(doc)

    def hand_on(self) -> None:
        """Leave the cast with its document for the next component."""
        self.doc.user_data["cast"] = self

    def actor(self, head: Token) -> Actor | None:
        """Return the actor that the noun phrase of head names, or whose government, ministers … it names."""
        actor = self._actors[head.i]
        if actor is not None and actor.kind == "demonym" and head.pos_ == "PROPN":
            named = (self._actors[c.i] for c in clauses.children(head, "appos", "flat") if c.i == head.i + 1)
            return next((a for a in named if a is not None and a.key[0] == "person"), actor)  # "Chadian X Y"
        if actor is not None and actor.kind != "demonym":
            return actor
        if head.pos_ in {"PROPN", "NOUN"}:
            for child in clauses.children(head, "flat", "appos"):
                beside = self._actors[child.i]
                if beside is not None and beside.key[0] == "person" and child.i - head.i <= 3:
                    return beside
        lemma = clauses.lemma(head)
        if lemma in GOVERNMENT or lemma in STAFF:
            start, end = clauses.noun_phrase(head)
            inside = self.within(start, end) or self._of(head) or self._right_before(start)
            if not inside:
                return self._named_short(head)
            for found in inside:
                if found.key[0] in {"country", "organization"} or lemma in STAFF:
                    return found
        return None

    def _named_short(self, head: Token) -> Actor | None:
        """Return the body whose short name stands before its officials: "Commission officials"."""
        for child in clauses.children(head, "compound"):
            lemma = clauses.lemma(child)
            if lemma in DEFINITE_BODIES and child.text[0].isupper():
                body = self._body(child, lemma)
                return self.at(self.doc[self.tokens(body.start, body.end)[0]]) if body is not None else None
        return None

    def _right_before(self, start: int) -> list[Actor]:
        """Return the body that touches the noun phrase where the parse cut them in two."""
        actor = self._actors[start - 1] if start else None
        return [actor] if actor is not None and actor.key[0] == "organization" else []

    def _of(self, head: Token) -> list[Actor]:
        """Return the actors behind "of", "for" or "from" a noun: "ministers of the G8", "a spokesman for
        Nato".
        """
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
        if head.lower_ in {"each", "both", "all"} and head.dep_ in clauses.SUBJECTS:
            before = self.within(max(0, head.i - 4), head.i)
            if before:
                return before[0].party
        if head.pos_ == "PRON" or head.tag_.startswith("PRP"):
            return antecedents.antecedent(self, head)
        lemma = clauses.lemma(head)
        owner = self._owned(head, lemma) or self._capital_of_union(head)
        if owner is not None:
            return owner
        actor = self.actor(head)
        if actor is not None:
            return actor.party
        definite = any(c.lower_ in {"the", "this", "its", "our", "his", "their"} for c in head.children)
        definite = definite or (head.text == "Parliament" and head.dep_ in clauses.SUBJECTS)
        definite = definite or (
            head.dep_ == "compound" and any(t.lower_ == "the" for t in self.doc[max(0, head.i - 4) : head.i])
        )
        if definite:
            body = self._body(head, lemma)
            if body is not None:
                return body
        pair = self._pair(head, lemma) if definite else None
        if pair is not None:
            return pair
        if is_group(head, lemma):
            return self._club(head) or self.group(head)
        acts = head.dep_ in clauses.SUBJECTS | {"obl:agent", "compound"} and head.tag_ in {"NN", "NNP"}
        bodies = COLLECTIVES | DEFINITE_BODIES.keys() if definite else COLLECTIVES
        if acts and lemma in bodies and (self._modified(head) or definite):
            return self.group(head)  # "the Bavarian government"
        if head.dep_ not in {"det"} and head.lower_ in QUANTIFIERS:
            inside = next((c for c in clauses.children(head, "nmod") if c.i > head.i), None)
            return self.party(inside) if inside is not None else None
        return None

    def _owned(self, head: Token, lemma: str) -> Party | None:
        """Return whose "his country", "her government", "its president" it is: his state, that body."""
        owner = next((c for c in clauses.children(head, "nmod:poss") if c.tag_ == "PRP$"), None)
        if owner is None or not (lemma in GOVERNMENT or lemma in {"country", "nation", "department"}):
            return None
        party = antecedents.antecedent(self, owner)
        if party is not None and party.type == "person" and lemma in {"department", "ministry"}:
            return self.country_of(party) or party
        if party is None or party.type != "person" or lemma not in STATE_WORDS:
            whole = owner.lower_ == "its" or (owner.lower_ == "their" and head.tag_ != "NNS")
            return party if party is not None and whole else None
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
        """Return the noun phrase as a group in its own words, without the article or the word that asks."""
        start, end = clauses.noun_phrase(head)
        doc = self.doc
        while start < head.i and doc[start].lower_ in _BEFORE_GROUPS:
            start += 1
        for child in clauses.children(head, "nmod"):
            near = child.i > head.i and child.right_edge.i - head.i <= 8
            if near and any(c.lower_ == "of" for c in clauses.children(child, "case")):
                end = max(end, clauses.noun_phrase(child)[1])
        first, last = doc[start], doc[end - 1]
        text = extensions.text(doc)[first.idx : last.idx + len(last)]
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
        """Return what "the commission", "the bloc", "the government", "the country" mean by what came
        before.
        """
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

    def _pair(self, head: Token, lemma: str) -> Party | None:
        """Return the first of the two states that "the countries", "both sides" were named as before."""
        if lemma not in _PAIRED or head.tag_ not in {"NNS", "NNPS"}:
            return None
        others = (
            c for c in head.children if c.dep_ in {"amod", "compound", "nmod:poss", "nmod", "acl:relcl"}
        )
        if any(c.lower_ not in {"two", "both"} for c in others):
            return None
        for i in range(head.i - 1, max(0, head.i - _PAIRED_WITHIN), -1):
            if self.doc[i].lower_ != "and" or i + 2 >= len(self.doc):
                continue
            one, other = self._actors[i - 1], self._actors[i + 1] or self._actors[i + 2]
            if one is None or other is None or self._lists(one):
                continue  # three of them are no pair
            if one.key[0] == other.key[0] == "country":
                return one.party if one.key != other.key else None
        return None

    def _lists(self, last: Actor) -> bool:
        """Tell whether a comma and another country stand right before the actor."""
        i = self.tokens(last.party.start, last.party.end)[0] - 1
        i -= i > 0 and self.doc[i].lower_ == "the"
        before = self._actors[i - 1] if i > 0 and self.doc[i].text == "," else None
        return before is not None and before.key[0] == "country"

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
        lead = self.sentences[min(2, len(self.sentences) - 1)].end_char if self.sentences else 0
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

    def subjects(self, sentence: Span) -> tuple[Token, ...]:
        """Return the subjects of the sentence, in the order of the text, that of its root first."""
        if sentence.start not in self._subjects:
            found = [t for t in sentence if t.dep_ in clauses.SUBJECTS]
            found.sort(key=lambda t: (t.i in self.quote_at, t.head != sentence.root, t.i))
            self._subjects[sentence.start] = tuple(found)
        return self._subjects[sentence.start]

    def heads_mention(self, i: int) -> bool:
        """Tell whether token i is the highest in the tree of the mention that covers it."""
        actor = self._actors[i]
        if actor is None:
            return False
        head = self.doc[i].head
        return head.i == i or self._actors[head.i] is not actor
