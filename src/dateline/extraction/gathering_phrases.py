"""The phrases that name a gathering: "the London summit", "Sunday's summit", "a phone call between …"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from dateline.extraction.parties import Actor, Cast
    from dateline.model import GatheringKind, Party

_LIMIT = 22
_DETERMINERS = frozenset({"the", "this", "that", "these", "those", "their", "his", "her", "its", "our"})
_TIME_WORDS = frozenset(
    {"next", "last", "this", "later", "earlier", "tomorrow", "yesterday", "today", "tonight"}
)


@dataclass(slots=True)
class Phrase:
    """One phrase for a gathering, with what it says of it."""

    head: Token
    start: int  #: token bounds
    end: int
    kind: GatheringKind
    rule: str
    definite: bool = False
    place: str | None = None
    country: str | None = None
    date: int | None = None
    series: str | None = None
    topic: str | None = None
    participants: list[Party] = field(default_factory=list)
    qualified: bool = True  #: shown to be one of states and leaders by its own words

    @property
    def lemma(self) -> str:
        """Return the lemma of the head in lower case."""
        return self.head.lemma_.lower()


class Phrases:
    """Finds the nominal phrases of a Doc."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.doc = cast.doc

    def find(self) -> Iterator[Phrase]:
        """Yield the phrases in the order of the text; one inside another is left out."""
        end = 0
        for token in self.doc:
            if token.i < end:
                continue
            phrase = self._phrase(token)
            if phrase is not None:
                end = phrase.end
                yield phrase

    def _phrase(self, head: Token) -> Phrase | None:
        lemma = head.lemma_.lower()
        kind = gathering_words.NOUNS.get(lemma)
        if (
            kind is None
            or head.pos_ not in {"NOUN", "PROPN"}
            or head.dep_ == "compound"
            and head.head.i == head.i + 1
            and head.head.lemma_.lower() not in gathering_words.NOUNS
        ):
            return None
        if lemma in gathering_words.PLURAL and head.tag_ not in {"NNS", "NNPS"}:
            return None
        start = self._left(head)
        end = self._right(head)
        before = {t.lower_ for t in self.doc[start : head.i]}
        if before & gathering_words.OTHER or not self._fits(head, lemma, kind, before, end):
            return None
        phrase = Phrase(head, start, end, kind, f"noun:{lemma}")
        phrase.definite = bool(before & _DETERMINERS) or any(
            t.lower_ in {"'s", "’s"} for t in self.doc[start : head.i]
        )
        if before & gathering_words.PHONE:
            phrase.kind = "call"
        self.describe(phrase)
        phrase.qualified = self._qualified(phrase, lemma, before)
        return phrase

    def _fits(self, head: Token, lemma: str, kind: str, before: set[str], end: int) -> bool:
        """Tell whether the noun is used for a gathering here: "call" and "visit" often are not."""
        words = [t.lower_ for t in self.doc[head.i + 1 : end]]
        following = words[0] if words else ""
        if lemma == "call":
            return (
                following in {"with", "between", "to"}
                and "for" not in words[:1]
                or bool(before & gathering_words.PHONE)
            )
        if lemma in gathering_words.TWO_SIDED:
            return following in {"with", "between"}
        if lemma in {"service", "memorial"}:
            return lemma == "service" and "memorial" in before
        if lemma == "session":
            return bool(before & {"emergency", "plenary", "special"})
        return True

    def _left(self, head: Token) -> int:
        """Return where the noun phrase begins, possessor and date before it included."""
        start = clauses.noun_phrase(head)[0]
        doc = self.doc
        sentence = self.cast.sentence(head.i)
        while (
            start > sentence.start + 1
            and doc[start - 1].lower_ in {"'s", "’s", "'", "’"}
            and doc[start - 2].pos_ in {"PROPN", "NOUN"}
        ):
            start = clauses.noun_phrase(doc[start - 2])[0]
        while (
            start > sentence.start
            and doc[start - 1].pos_ in {"ADJ", "PROPN", "DET", "NUM"}
            and doc[start - 1].dep_ != "punct"
            and doc[start - 1].head.i >= start
            and doc[start - 1].head.i <= head.i
        ):
            start -= 1
        return start

    def _right(self, head: Token) -> int:
        """Return where the phrase ends: behind the prepositional phrases, participles and times that follow."""
        doc = self.doc
        limit = min(self.cast.sentence(head.i).end, head.i + _LIMIT)
        end = head.i + 1
        if end < limit and doc[end].text == "(":
            close = next((k for k in range(end, min(limit, end + 5)) if doc[k].text == ")"), None)
            end = close + 1 if close is not None else end
        while end < limit:
            token = doc[end]
            if token.lower_ in gathering_words.INSIDE or token.lower_ in _TIME_WORDS:
                following = self._noun_phrase_end(end + 1 if token.pos_ == "ADP" else end, limit)
                if following is None:
                    break
                end = following
            elif token.lemma_ in gathering_words.PARTICIPLES and token.tag_ in {"VBG", "VBN"}:
                end += 1
            elif token.lower_ in {"place", "later"} and end > head.i + 1:
                end += 1
            elif (
                token.text in {"“", '"'} and end + 1 < limit and doc[end + 1].pos_ in {"NOUN", "PROPN", "ADJ"}
            ):
                following = self._noun_phrase_end(end, limit)
                end = following if following is not None else limit
                if following is None:
                    return end
            else:
                break
        return end

    def _noun_phrase_end(self, start: int, limit: int) -> int | None:
        """Return the end of the noun phrases that begin at start, coordination included; None if there is none."""
        doc = self.doc
        i = start
        noun = False
        while i < limit:
            token = doc[i]
            joins = (
                token.pos_ == "CCONJ"
                and i + 1 < limit
                and doc[i + 1].pos_ in {"PROPN", "NOUN", "DET", "ADJ", "PRON"}
            )
            lists = (
                token.text == ","
                and i + 1 < limit
                and noun
                and doc[i + 1].pos_ == "PROPN"
                and doc[i - 1].pos_ == "PROPN"
            )
            if (
                token.pos_ in {"DET", "ADJ", "NUM", "PART", "SYM", "ADV"}
                or joins
                or lists
                or token.text in {"“", '"', "”", "-", "’s", "'s"}
            ):
                if token.lower_ == "to" or (token.pos_ == "ADV" and noun):
                    break
                i += 1
            elif token.pos_ in {"NOUN", "PROPN", "PRON"} and token.lower_ not in {"which", "who", "that"}:
                noun = True
                i += 1
            elif (
                token.tag_ in {"VBG", "VBN"}
                and i + 1 < limit
                and doc[i + 1].pos_ in {"NOUN", "PROPN"}
                and not noun
            ):
                i += 1
            else:
                break
        while i > start and (doc[i - 1].pos_ in {"CCONJ", "DET"} or doc[i - 1].text in {",", "“", '"', "-"}):
            i -= 1
        return i if noun else None

    # --- what a phrase says ------------------------------------------------------------------------------

    def describe(self, phrase: Phrase) -> None:
        """Fill in place, date, series, topic and participants from the words of the phrase."""
        doc = self.doc
        words = {t.lower_ for t in doc[phrase.start : phrase.end]}
        phrase.date = self._date(phrase.start, phrase.end)
        phrase.place, phrase.country = self.place(phrase.start, phrase.end, phrase.head)
        phrase.series = next(
            (t.text for t in doc[phrase.start : phrase.end] if t.lower_ in gathering_words.SERIES), None
        )
        if phrase.series is None:
            bodies = [a for a in self.cast.within(phrase.start, phrase.head.i) if a.key[0] == "organization"]
            phrase.series = bodies[0].party.name if bodies else None
        topics = [t for t in doc[phrase.start : phrase.head.i] if t.lower_ in gathering_words.TOPICS]
        phrase.topic = topics[-1].lower_ if topics and words else None
        phrase.participants = self._sides(phrase)

    def _date(self, start: int, end: int) -> int | None:
        first, last = self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])
        return next((k for k, d in enumerate(self.doc._.dates) if first <= d.start < last), None)

    def place(self, start: int, end: int, head: Token | None = None) -> tuple[str | None, str | None]:
        """Return the place among the tokens start to end, and its country where the article names it so."""
        doc = self.doc
        for i in range(start, end - 1):
            if doc[i].lower_ in {"in", "at"} or (
                doc[i].lower_ == "to" and head is not None and head.lemma_ in {"visit", "trip", "tour"}
            ):
                name = self._place_name(i + 1, end)
                if name is not None:
                    return name
            of_tour = doc[i].lower_ == "of" and head is not None and head.lemma_ == "tour"
            if of_tour:
                name = self._place_name(i + 1, end)
                if name is not None:
                    return name
        stop = head.i if head is not None else end
        for i in range(start, stop):
            token = doc[i]
            actor = self.cast.at(token)
            if (
                token.ent_type_ == "GPE"
                and token.pos_ == "PROPN"
                and not (actor and actor.key[0] in {"person", "role", "organization"})
            ):
                if actor is None or actor.kind in {"capital", "seat", "name"}:
                    following = doc[i + 1].lower_ if i + 1 < len(doc) else ""
                    if following not in {"'s", "’s"} and (
                        actor is None
                        or actor.kind != "name"
                        or head is not None
                        and head.lemma_ in {"visit", "trip", "tour"}
                    ):
                        return self._place_span(i, stop)
        return None, None

    def _place_name(self, i: int, end: int) -> tuple[str | None, str | None] | None:
        doc = self.doc
        while i < end and (
            doc[i].pos_ == "DET"
            or doc[i].lower_ in {"swiss", "the", "resort", "city", "town", "of", "capital"}
            or (doc[i].pos_ == "ADJ" and doc[i].ent_type_ != "GPE")
        ):
            i += 1
        if i >= end or doc[i].pos_ != "PROPN":
            return None
        actor = self.cast.at(doc[i])
        if actor is not None and actor.key[0] in {"person", "role"}:
            return None
        if self._is_date(i):
            return None
        return self._place_span(i, end)

    def _place_span(self, i: int, end: int) -> tuple[str | None, str | None]:
        doc = self.doc
        stop = i + 1
        while (
            stop < end
            and doc[stop].pos_ == "PROPN"
            and doc[stop].ent_type_ == doc[i].ent_type_
            and not self._is_date(stop)
        ):
            stop += 1
        text = doc.text[doc[i].idx : doc[stop - 1].idx + len(doc[stop - 1])]
        return text, self._country(i, stop)

    def _country(self, start: int, end: int) -> str | None:
        for actor in self.cast.within(start, min(len(self.doc), end + 3)):
            if actor.key[0] == "country":
                return str(actor.key[1])
        return None

    def _is_date(self, i: int) -> bool:
        idx = self.doc[i].idx
        return any(d.start <= idx < d.end for d in self.doc._.dates)

    def _sides(self, phrase: Phrase) -> list[Party]:
        """Return who takes part by the phrase's own words: possessor, "between", "with", "of", "by", "including"."""
        doc = self.doc
        found: list[Party] = []
        for actor in self.cast.within(phrase.start, phrase.head.i):
            following = self.cast.tokens(actor.party.start, actor.party.end)[1]
            if (
                following < len(doc)
                and doc[following].lower_ in {"'s", "’s", "’", "'"}
                and actor.key[0] in {"person", "role"}
            ):
                found.append(actor.party)
        for child in phrase.head.children:
            if child.dep_ == "nmod:poss" and child.pos_ == "PRON" and phrase.kind != "summit":
                party = self.cast.party(child)
                if party is not None and party.type != "group":
                    found.append(party)
        sided = False
        for i in range(phrase.head.i + 1, phrase.end):
            lower = doc[i].lower_
            if lower in {"between", "with", "by", "including", "of", "among"}:
                sided = True
            elif lower in {"in", "at", "on", "about", "over", "for", "to"}:
                sided = False
            actor = self.cast.at(doc[i])
            if sided and actor is not None and self._takes_part(actor, i):
                if all(p.start != actor.party.start for p in found):
                    found.append(actor.party)
        return found

    def _takes_part(self, actor: Actor, i: int) -> bool:
        return actor.key[0] in {"person", "role", "organization"} or (
            actor.kind == "name" and self.doc[i].dep_ not in {"compound", "amod", "nmod:poss"}
        )

    def _qualified(self, phrase: Phrase, lemma: str, before: set[str]) -> bool:
        """Tell whether the words of the phrase show a gathering of states, their leaders or their bodies."""
        if lemma in gathering_words.STRONG or phrase.series is not None or phrase.topic is not None:
            return True
        inside = self.doc[phrase.start : phrase.end]
        if any(t.lemma_.lower() in gathering_words.OFFICIALS and t != phrase.head for t in inside):
            return True
        actors = self.cast.within(phrase.start, phrase.end)
        return any(self.official(a) for a in actors)

    def official(self, actor: Actor) -> bool:
        """Tell whether the actor is a state, a role, or a person whom the article gives a state's office."""
        kind, key = actor.key
        if kind in {"country", "role"}:
            return actor.kind != "demonym"
        if kind == "person" and isinstance(key, int):
            offices = self.doc._.people[key].offices
            return any(word in gathering_words.STATE_TITLES for o in offices for word in o.title.split())
        return False


def text_of(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the character offsets of the token bounds."""
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
