"""Who is at a gathering by the clause of its phrase: who attends, hosts or speaks there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words, moods
from dateline.extraction.gathering_clause import lost_subject
from dateline.extraction.gathering_guests import clause_start, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dateline.extraction.gathering_phrase import Phrase
    from dateline.extraction.parties import Cast
    from dateline.model import Party


#: "Locked in talks", "engaged in negotiations": its subject is there.
_BUSY = frozenset({"engage", "involve", "lock"})
#: "A crucial meeting has collapsed", says who was there.
_OVER = frozenset({"break", "collapse", "conclude", "end", "fail", "finish"})
#: "Ten hours of talks".
_COUNTED = frozenset({"day", "hour", "round", "week"})
#: Words of a name with the title in front of it: "Kenyan President Anna Lund".
_TITLED = 5
_FRONT = frozenset({"after", "before", "during", "following", "at"})


class Attendance:
    """Finds those of the article who are at the gatherings that it tells of."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.doc = cast.doc

    def attendants(self, phrase: Phrase, verb: Token | None, near: Token) -> Iterator[Party]:
        """Yield who attends or hosts the gathering, or speaks at it."""
        head = phrase.head
        for child in clauses.children(head, "acl"):
            if child.lemma_ in gathering_words.PARTICIPLES and child.tag_ == "VBN":
                yield from self._persons(clauses.agent(child), states=False)
        case = next((c.lower_ for c in clauses.children(head, "case")), "")
        own = clauses.own_subject(head)
        ways = {"on"} if phrase.kind == "visit" else {"at", "in"}
        be = next(clauses.children(head, "cop"), None)
        if own is not None and case in ways and be is not None:
            # "is at a summit in Brussels", "has been in talks with"
            yield from self._persons(own, states=True)
            yield from names(self.cast, clause_start(self.cast, be), be.i)
        if phrase.kind == "visit" and case == "on":  # "the minister, on a visit to Ankara, said"
            bearer = head.head if head.head.pos_ in {"NOUN", "PROPN"} else verb and clauses.subject(verb)
            yield from self._persons(bearer, states=False)
        yield from self._behind(phrase)
        over = phrase.article == "definite" or head.head.lemma_ in _OVER
        if over and head.dep_ in clauses.SUBJECTS and phrase.kind != "visit":
            yield from self._judges(head)
        if verb is None:
            return
        if phrase.kind == "call" and near == head and case in {"by", "during", "in", "over"}:
            yield from names(self.cast, clause_start(self.cast, verb), verb.i)
            heard = next((t.i for t in self.doc[verb.i : phrase.start] if t.lower_ in {"to", "with"}), None)
            yield from names(self.cast, heard + 1, phrase.start) if heard is not None else ()
        parts = gathering_words.EDGES | _COUNTED
        if near != head and head.head == near and clauses.lemma(near) in parts:
            case = next((c.lower_ for c in clauses.children(near, "case")), "")
        elif near != head and not (near.dep_ == "obj" and case == "at"):
            return  # but "will represent the club at the conference"
        yield from self._brought_together(phrase)
        spoke = verb.lemma_ in gathering_words.SPEAKING and case in gathering_words.AT
        attends = verb.lemma_ in gathering_words.ATTENDING and (
            case in gathering_words.AT | {"in", "for"} or not case
        )
        told = verb.lemma_ in {"tell", "address"} and head.dep_ in {"obj", "iobj"}
        behind = self.doc[head.i + 1].lower_ if head.i + 1 < len(self.doc) else ""
        joined = behind == "with" and case in {"after", "before", "during", "following", "in", "at"}
        acts = head.dep_ == "obl" and phrase.kind != "visit" and (case in {"at", "over"} or joined)
        if moods.negated(verb) or not (spoke or attends or told or acts):
            return
        passive = moods.is_passive(verb) and verb.lemma_ not in _BUSY
        states = verb.lemma_ in {"attend", "join", "invite", "participate", "take"} and not passive
        yield from self._persons(clauses.agent(verb) if passive else self._speaker(verb), states=states)
        if spoke and not passive:
            yield from names(self.cast, clause_start(self.cast, verb), verb.i)

    def _behind(self, phrase: Phrase) -> Iterator[Party]:
        """Yield the person behind the phrase that begins a sentence: "After a meeting with the king, the
        minister said", "Leaving the summit the minister said".
        """
        first = self.cast.sentence(phrase.head.i).start
        lead = self.doc[phrase.start - 1] if phrase.start > first else None
        if lead is None or phrase.end >= len(self.doc):
            return
        if any(t.pos_ in {"VERB", "AUX"} for t in self.doc[first : phrase.start - 1]):
            return
        joined = lead.lower_ in _FRONT and (
            self.doc[phrase.head.i + 1].lower_ == "with" or lead.lower_ == "at"
        )
        leaves = lead.tag_ == "VBG" and lead.lemma_ in gathering_words.ATTENDING
        start = phrase.end + (self.doc[phrase.end].text == ",")
        if (joined and start > phrase.end) or leaves:
            near = self.cast.within(start, min(len(self.doc), start + _TITLED))
            actor = next((a for a in near if a.kind != "demonym" and a.key[0] != "organization"), None)
            if actor is not None and actor.key[0] in {"person", "role"}:
                yield actor.party

    def _judges(self, head: Token) -> Iterator[Party]:
        """Yield who tells how it was: "said the meeting had seen countries step up"."""
        clause = head.head
        helpers = list(clauses.children(clause, "aux", "aux:pass", "cop"))
        past = clause.tag_ == "VBD" or any(c.tag_ == "VBD" or c.lower_ in {"has", "have"} for c in helpers)
        said = clause.head
        if past and clause.dep_ == "ccomp" and said.lemma_ in gathering_words.SPEAKING:
            yield from self._persons(clauses.subject(said), states=True)
            party = self.cast.party(clauses.subject(said))
            if party is not None and party.type == "country":
                yield party

    def _brought_together(self, phrase: Phrase) -> Iterator[Party]:
        """Yield the persons of "a breakfast that brought together …" in the sentence of the phrase."""
        end = self.cast.sentence(phrase.head.i).end
        for i in range(phrase.end, end - 2):
            together = {self.doc[i + 1].lower_, self.doc[i + 2].lower_} & {"together"}
            if self.doc[i].lemma_ == "bring" and together:
                for actor in self.cast.within(i, end):
                    if actor.key[0] == "person":
                        yield actor.party
                return

    def _speaker(self, verb: Token) -> Token | None:
        """Return the subject, also behind "said": "…," said the minister after a meeting with …."""
        found = lost_subject(verb) or clauses.subject(verb)
        if found is None and verb.lemma_ in gathering_words.SPEAKING:
            found = next(
                (
                    c
                    for c in clauses.children(verb, "obj", "iobj", "ccomp")
                    if c.i > verb.i and self.cast.actor(c) is not None
                ),
                None,
            )
        return found

    def _persons(self, head: Token | None, *, states: bool) -> Iterator[Party]:
        """Yield the persons of the noun phrase, its conjuncts included; states and bodies only where they
        can attend.
        """
        if states and head is not None:
            for actor in self.cast.within(head.left_edge.i, head.right_edge.i + 1):
                if actor.key[0] == "country" and actor.kind == "name" and self._apart(head, actor.party):
                    yield actor.party
        for token in clauses.conjuncts(head) if head is not None else ():
            party = self.cast.party(token) or self._named_before(token) or self._named_beside(token)
            if party is None and token.pos_ == "NOUN":
                named = self.cast.actor(token)
                party = named.party if named is not None else None
            state = party is not None and party.type == "country" and states and not self._holder(token)
            if party is not None and (party.type == "person" or state):
                yield party

    def _holder(self, office: Token) -> bool:
        """Tell whether the holder of the office is named behind it: not the country is there, but he."""
        actors = (self.cast.at(c) for c in clauses.children(office, "appos"))
        return any(a is not None and a.key[0] == "person" for a in actors)

    def _named_before(self, token: Token) -> Party | None:
        """Return whom a "who" stands for that the parse has hung elsewhere: "Anna Lund – who flew home"."""
        if token.lower_ != "who" or token.i < 2:
            return None
        actor = self.cast.at(self.doc[token.i - 2 if self.doc[token.i - 1].is_punct else token.i - 1])
        return actor.party if actor is not None and actor.key[0] == "person" else None

    def _named_beside(self, office: Token) -> Party | None:
        """Return the person in apposition with the office: "Anna Lund, the economist who led the talks",
        "the president of Chad, Anna Lund".
        """
        beside = (office.head,) if office.dep_ == "appos" else clauses.children(office, "appos")
        actors = (self.cast.at(token) for token in beside)
        return next((a.party for a in actors if a is not None and a.key[0] == "person"), None)

    def _apart(self, head: Token, party: Party) -> bool:
        """Tell whether the country is one of those listed with the subject: "India, along with China and
        Brazil".
        """
        token = self.doc[self.cast.tokens(party.start, party.end)[1] - 1]
        listed = token != head and token.dep_ in {"conj", "nmod", "obl"} and token.pos_ == "PROPN"
        return listed and not any(c.lower_ == "of" for c in clauses.children(token, "case"))

    def included(self, phrase: Phrase) -> Iterator[Party]:
        """Yield the persons named behind "including", "among them" in the sentence of the phrase."""
        sentence = self.cast.sentence(phrase.head.i)
        listing = False
        for token in self.doc[phrase.end : sentence.end]:
            lemma = clauses.lemma(token)
            other = lemma in gathering_words.NOUNS and token.pos_ == "NOUN"
            if other or token.lower_ in {"after", "before"} or lemma in gathering_words.EDGES:
                return
            if token.lower_ in {"including", "among"}:
                listing = True
            elif token.pos_ in {"VERB", "AUX"} or token.text == ";":
                listing = False
            actor = self.cast.at(token)
            if listing and actor is not None and actor.key[0] == "person":
                yield actor.party
