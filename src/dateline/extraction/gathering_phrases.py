"""The noun phrases that name a gathering: "the London summit", "Sunday's summit", "a phone call between …"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from dateline.extraction import clauses, gathering_words
from dateline.extraction.gathering_places import NOWHERE, place_before, place_behind
from dateline.model import Party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dateline.extraction.parties import Actor, Cast
    from dateline.model import GatheringKind, Office

_LIMIT = 24
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "his", "her", "its", "our"})
_TIMES = frozenset({"next", "last", "this", "later", "earlier", "tomorrow", "yesterday", "today", "tonight"})
_CONTINENTS = {"African": "Africa", "Asian": "Asia", "European": "Europe", "American": "America"}
_LOOSE_TITLES = frozenset(
    {"leader", "chief", "secretary", "governor", "representative", "general", "commissioner"}
)
_QUOTES = frozenset({"“", '"', "”"})


@dataclass(slots=True)
class Phrase:
    """One phrase for a gathering, with what it says of it."""

    head: Token
    start: int  #: token bounds
    end: int
    kind: GatheringKind
    rule: str
    article: Literal["definite", "indefinite", "bare"] = "bare"
    another: bool = False  #: "the next meeting", "a second summit": not the one just told of
    place: str | None = None
    country: str | None = None
    date: int | None = None
    dated: bool = False  #: by its own words, not by its clause
    name: str | None = None  #: where it is a proper name: "World Economic Forum"
    series: str | None = None
    topic: str | None = None
    participants: list[Party] = field(default_factory=list)
    general: bool = False  #: the partner of a verb is nobody by name: "hosting leaders"
    sides: int = 0  #: how many of the participants the phrase names itself
    qualified: bool = True  #: shown to be one of states and leaders

    @property
    def lemma(self) -> str:
        """Return the lemma of the head in lower case."""
        return clauses.lemma(self.head)

    @property
    def is_noun(self) -> bool:
        """Tell whether the phrase is a noun phrase and no clause."""
        return self.rule.startswith("noun")

    @property
    def is_bare(self) -> bool:
        """Tell whether the phrase says nothing but "the meeting"."""
        told = self.place or self.series or self.topic or self.participants
        return not told and self.date is None and self.end - self.start <= 3


class Phrases:
    """Finds the nominal phrases of a Doc."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.doc = cast.doc

    def find(self) -> Iterator[Phrase]:
        """Yield the phrases in the order of the text; one inside another is left out."""
        end = 0
        for token in self.doc:
            if token.i >= end:
                phrase = self._phrase(token)
                if phrase is not None:
                    end = phrase.end
                    yield phrase

    def _phrase(self, head: Token) -> Phrase | None:
        lemma = _lemma(head)
        kind = gathering_words.NOUNS.get(lemma)
        if kind is None or not self._is_noun(head, lemma):
            return None
        start, end = self._left(head), self._right(head)
        before = {t.lower_ for t in self.doc[start : head.i]}
        if not self._fits(head, lemma, before, end):
            return None
        phrase = Phrase(head, start, end, kind, f"noun:{lemma}")
        if before & gathering_words.PHONE:
            phrase.kind = "call"
        elif "summit" in before:
            phrase.kind = "summit"
        possessed = any(t.lower_ in {"'s", "’s", "'", "’"} for t in self.doc[start : head.i])
        if before & _DEFINITE or possessed:
            phrase.article = "definite"
        elif before & {"a", "an", "another", "one"}:
            phrase.article = "indefinite"
        phrase.another = bool(before & gathering_words.ANOTHER)
        self._describe(phrase)
        phrase.qualified = self._qualified(phrase, lemma, before)
        return phrase

    def _is_noun(self, head: Token, lemma: str) -> bool:
        """Tell whether the word is the head noun of its phrase, also where the tagger took "talks" for a verb."""
        following = self.doc[head.i + 1] if head.i + 1 < len(self.doc) else None
        if following is not None and following.head == head and following.dep_ in {"obj", "xcomp"}:
            return False
        noun = head.pos_ in {"NOUN", "PROPN"}
        if not noun and head.lower_ == "talks" and head.i and following is not None:
            noun = self.doc[head.i - 1].pos_ in {"NOUN", "PROPN", "ADJ", "DET"} and following.tag_ in {
                "VBD",
                "VBZ",
                "MD",
            }
        if lemma in gathering_words.PLURAL and not head.lower_.endswith("s"):
            return False
        compound = following is not None and following.pos_ in {"NOUN", "PROPN"} and following.dep_ != "nsubj"
        return noun and not (
            compound and head.dep_ in {"compound", "amod", "nmod"} and head.head.i <= head.i + 2
        )

    def _fits(self, head: Token, lemma: str, before: set[str], end: int) -> bool:
        """Tell whether the noun is used for a gathering of states here: "call", "party conference" are not."""
        behind = [t.lower_ for t in self.doc[head.i + 1 : end]]
        other = (before | set(behind[:5])) & gathering_words.OTHER
        if other - gathering_words.GENERIC_OTHER or (other and not self._bodies(head.i - 6, head.i + 6)):
            return False
        if before & gathering_words.HABIT:
            return False
        following = behind[0] if behind else ""
        if lemma == "call":
            return following in {"with", "between"} or bool(before & gathering_words.PHONE)
        if lemma in gathering_words.TWO_SIDED:
            return following in {"with", "between"}
        if lemma == "service":
            return "memorial" in before
        if lemma == "meeting" and head.tag_ == "NNS" and head.i and self.doc[head.i - 1].text == "(":
            return False
        if lemma == "event":
            return not (self.doc[head.i - 2].lower_ == "in" and following == "of")
        if lemma == "council":
            return bool(before & {"week", "european", "'s"}) and "european" not in before
        return True

    def _bodies(self, start: int, end: int) -> list[str]:
        """Return the short names of the bodies between states among the tokens start to end."""
        known = gathering_words.series()
        inside = self.cast.within(max(0, start), min(len(self.doc), end))
        names = [known.get(a.party.name.casefold()) for a in inside if a.key[0] == "organization"]
        names += [known.get(t.lower_) for t in self.doc[max(0, start) : end] if t.lower_ in known]
        return list(dict.fromkeys(n for n in names if n))

    # --- bounds ------------------------------------------------------------------------------------------

    def _left(self, head: Token) -> int:
        """Return where the noun phrase begins, possessor and date before it included."""
        doc = self.doc
        first = self.cast.sentence(head.i).start
        start = max(first, clauses.noun_phrase(head)[0])
        for _ in range(8):
            if start <= first:
                break
            token = doc[start - 1]
            counted = token.lower_ == "of" and clauses.lemma(doc[start - 2]) in {
                "day",
                "week",
                "round",
                "hour",
                "series",
            }
            chiefs = token.lower_ == "of" and clauses.lemma(doc[start - 2]) == "chief" and head.i == start + 1
            if (counted or chiefs) and start - 2 >= first:
                start = max(first, clauses.noun_phrase(doc[start - 2])[0])
                continue
            owner = token.lower_ in {"'s", "’s"} or (
                token.text in {"'", "’"} and doc[start - 2].lower_.endswith("s")
            )
            joined = token.text == "-" and doc[start - 2].is_alpha and not token.whitespace_
            inner = token.pos_ in {"ADJ", "PROPN", "DET", "NUM"} and start <= token.head.i <= head.i
            if owner or joined:
                start = max(first, clauses.noun_phrase(doc[start - 2])[0])
            elif inner:
                start -= 1
            else:
                break
        while start < head.i and (doc[start].pos_ in {"ADP", "SCONJ", "CCONJ"} or _leads(doc[start])):
            start += 1
        return start

    def _right(self, head: Token) -> int:
        """Return where the phrase ends: behind the prepositional phrases, participles and times that follow."""
        doc = self.doc
        limit = min(self.cast.sentence(head.i).end, head.i + _LIMIT)
        end = head.i + 1
        if end < limit and doc[end].text == "(":
            close = next((k for k in range(end, min(limit, end + 5)) if doc[k].text == ")"), None)
            end = close + 1 if close is not None else end
        if end < limit and doc[end].text in _QUOTES:
            end += 1
        while end < limit:
            step = self._step(end, limit)
            if step is None:
                break
            end = step
        while end > head.i + 1 and (
            doc[end - 1].pos_ in {"ADP", "CCONJ", "DET", "VERB"} or doc[end - 1].text in _QUOTES
        ):
            if doc[end - 1].text == "”":
                break
            end -= 1
        return end

    def _step(self, end: int, limit: int) -> int | None:
        """Return the end of the next piece that belongs to the phrase, or None where it is over."""
        doc = self.doc
        token = doc[end]
        following = doc[end + 1] if end + 1 < limit else None
        if token.lower_ == "to" and following is not None and following.tag_ == "VB":
            return self._noun_phrase(end + 2, limit, lists=False)
        if token.lower_ in gathering_words.INSIDE:
            if token.lower_ == "by" and doc[end - 1].tag_ != "VBN" and not self._person_at(end + 1):
                return None
            lists = token.lower_ in {"between", "with", "among", "of", "by"}
            return self._noun_phrase(end + 1, limit, lists=lists)
        if token.lower_ in _TIMES or self._date_at(end):
            return self._noun_phrase(end, limit, lists=False) or (end + 1 if token.pos_ == "ADV" else None)
        if token.lemma_ in gathering_words.PARTICIPLES and token.tag_ in {"VBG", "VBN"}:
            return end + 1
        if token.lower_ in {"place", "jointly", "being"} and following is not None:
            return end + 1
        return None

    def _noun_phrase(self, start: int, limit: int, *, lists: bool) -> int | None:
        """Return the end of the noun phrases that begin at start, coordination included; None if there is none."""
        doc = self.doc
        i, noun = start, False
        while i < limit:
            token = doc[i]
            following = doc[i + 1] if i + 1 < limit else None
            joins = (
                token.pos_ == "CCONJ"
                and following is not None
                and following.pos_ in {"PROPN", "NOUN", "DET", "ADJ", "PRON"}
            )
            comma = lists and token.text in {",", ";"} and noun and self._lists_on(following)
            if token.lower_ in {"'s", "’s"}:
                noun = False
            elif self._date_at(i):
                noun = True
            elif token.pos_ in {"NOUN", "PROPN", "PRON"} and token.lower_ not in {"which", "who", "that"}:
                if (
                    noun
                    and token.dep_ in clauses.SUBJECTS
                    and doc[i - 1].pos_ not in {"PROPN", "CCONJ", "ADJ"}
                ):
                    break
                noun = True
            elif not (joins or comma or self._inside_noun_phrase(token, noun)):
                break
            i += 1
        while i > start and (
            doc[i - 1].pos_ in {"CCONJ", "DET", "ADV"} or doc[i - 1].text in {",", "“", '"', "-"}
        ):
            i -= 1
        return i if noun and i > start else None

    def _lists_on(self, following: Token | None) -> bool:
        """Tell whether a name behind a comma goes on with the list, and is no subject of the main clause."""
        if following is None or following.pos_ not in {"PROPN", "DET", "NOUN"}:
            return False
        chain = (following, following.head, following.head.head)
        return not any(t.dep_ in clauses.SUBJECTS and t.i >= following.i for t in chain)

    def _person_at(self, i: int) -> bool:
        near = (self.cast.at(t) for t in self.doc[i : i + 3])
        return any(actor is not None and actor.key[0] in {"person", "role"} for actor in near)

    def _inside_noun_phrase(self, token: Token, noun: bool) -> bool:
        if token.text in {"“", '"', "”", "-", "–", "/", "(", ")"}:
            return token.text not in {"–"}
        if token.tag_ in {"VBG", "VBN"}:
            return token.dep_ == "amod" and not noun
        if token.pos_ in {"DET", "ADJ", "NUM", "SYM"}:
            return token.lower_ not in {"which", "that"}
        if token.lower_ in {"at", "least", "most"} and token.i + 1 < len(self.doc):
            return token.lower_ != "at" or self.doc[token.i + 1].lower_ in {"least", "most"}
        return token.pos_ == "ADV" and not noun

    def _date_at(self, i: int) -> bool:
        idx = self.doc[i].idx
        return any(d.start <= idx < d.end for d in self.doc._.dates)

    # --- what a phrase says ------------------------------------------------------------------------------

    def _describe(self, phrase: Phrase) -> None:
        """Fill in place, date, series, topic and participants from the words of the phrase."""
        doc, head = self.doc, phrase.head
        phrase.date = self.date(phrase.start, phrase.end)
        phrase.dated = phrase.date is not None
        phrase.name = self._proper_name(phrase)
        goal = {"in", "at", "to", "of"} if phrase.kind == "visit" else {"in", "at"}
        place = place_behind(self.cast, head.i + 1, phrase.end, frozenset(goal))
        if place == NOWHERE:
            place = place_before(self.cast, phrase.start, head.i)
        phrase.place, phrase.country = place
        if phrase.kind == "visit" and (phrase.place is None or phrase.place in _CONTINENTS):
            wide = (_CONTINENTS.get(t.text) for t in doc[phrase.start : phrase.end])
            phrase.place = next((name for name in wide if name), phrase.place)
        bodies = self._bodies(phrase.start, head.i + 1) or self._members(head.i + 1, phrase.end)
        name = doc[phrase.start : head.i + 1].text.casefold()
        named = next((short for full, short in gathering_words.NAMED.items() if name.endswith(full)), None)
        phrase.series = named or (bodies[0] if bodies else None)
        topics = [t.lower_ for t in doc[phrase.start : head.i] if t.lower_ in gathering_words.TOPICS]
        phrase.topic = topics[-1] if topics else None
        phrase.participants = self._sides(phrase)
        if phrase.kind == "talks":
            self._accession(phrase)
        phrase.sides = len(phrase.participants)

    def _proper_name(self, phrase: Phrase) -> str | None:
        """Return the capitalized words up to a capitalized head, at least two, or None."""
        if not phrase.head.text[:1].isupper() or phrase.head.i == self.cast.sentence(phrase.head.i).start:
            return None
        start = phrase.head.i
        while start > phrase.start and self.doc[start - 1].text[:1].isupper():
            start -= 1
        return self.doc[start : phrase.head.i + 1].text.casefold() if start < phrase.head.i else None

    def _members(self, start: int, end: int) -> list[str]:
        """Return the bodies whose gathering it is by what follows: "of the G7", "of EU leaders"."""
        if start >= end or self.doc[start].lower_ != "of":
            return []
        stop = next((i for i in range(start + 1, end) if self.doc[i].pos_ == "ADP"), end)
        return self._bodies(start, stop)

    def date(self, start: int, end: int) -> int | None:
        """Return the index of the first date among the tokens start to end."""
        if end <= start:
            return None
        first, last = self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])
        return next((k for k, d in enumerate(self.doc._.dates) if first <= d.start < last), None)

    def _sides(self, phrase: Phrase) -> list[Party]:
        """Return who takes part by the phrase's own words: possessor, "between", "with", "by", "including"."""
        doc = self.doc
        found: dict[int, Party] = {}
        for actor in self.cast.within(phrase.start, phrase.head.i):
            after = self.cast.tokens(actor.party.start, actor.party.end)[1]
            if (
                phrase.kind != "funeral"
                and actor.key[0] in {"person", "role"}
                and doc[after].lower_ in {"'s", "’s", "’", "'"}
            ):
                found[actor.party.start] = actor.party
        for child in clauses.children(phrase.head, "nmod:poss"):
            party = (
                self.cast.party(child)
                if child.pos_ == "PRON" and phrase.kind not in {"summit", "conference"}
                else None
            )
            if party is not None and party.type in {"person", "country"}:
                found[party.start] = party
        preposition = ""
        for i in range(phrase.head.i + 1, phrase.end):
            if clauses.lemma(doc[i]) in gathering_words.EDGES:
                break
            if doc[i].pos_ == "ADP" or doc[i].lower_ in {"including", "between", "with", "by", "of"}:
                preposition = doc[i].lower_
            actor = self.cast.at(doc[i])
            if actor is not None and takes_part(self.cast, actor, i, preposition):
                found.setdefault(actor.party.start, actor.party)
        return list(found.values())

    def _accession(self, phrase: Phrase) -> None:
        """Add the two sides of talks on joining the Union: "accession talks with …", "talks to bring … into the EU"."""
        inside = self.doc[phrase.start : phrase.end]
        joins = phrase.topic in {"accession", "membership", "entry"} or any(
            t.lower_ in {"membership", "accession"} for t in inside
        )
        union = next(
            (b for b in self.doc._.organizations if {b.name, b.acronym} & {"EU", "European Union"}), None
        )
        named = any(t.text in {"EU", "Union"} for t in inside)
        if union is None or not (joins or named):
            return
        m = union.mentions[0]
        phrase.participants.append(Party("organization", m.text, m.start, m.end))
        for actor in self.cast.within(phrase.head.i, phrase.end):
            known = {p.start for p in phrase.participants}
            if (
                actor.key[0] == "country"
                and actor.kind in {"name", "capital"}
                and actor.party.start not in known
            ):
                phrase.participants.append(actor.party)

    def _qualified(self, phrase: Phrase, lemma: str, before: set[str]) -> bool:
        """Tell whether the words of the phrase show a gathering of states, their leaders or their bodies."""
        if lemma == "summit" or phrase.kind == "summit" or phrase.series is not None:
            return True
        if phrase.topic is not None and lemma not in gathering_words.WEAK:
            return True
        if lemma == "funeral" or "memorial" in before:
            return phrase.end - phrase.start > 2
        if before & gathering_words.BETWEEN_STATES and lemma in {
            "conference",
            "meeting",
            "dialogue",
            "forum",
        }:
            return True
        if (
            lemma == "talk"
            and phrase.place is not None
            and phrase.place in self.doc[phrase.start : phrase.head.i].text
        ):
            return phrase.article == "definite"
        inside = self.doc[phrase.start : phrase.end]
        if any(clauses.lemma(t) in gathering_words.OFFICIALS and t != phrase.head for t in inside):
            return True
        if self._hosted(phrase):
            return True
        actors = self.cast.within(phrase.start, phrase.end)
        if any(self.official(a) and a.kind not in {"seat", "capital"} for a in actors):
            return True
        if any(p.type == "country" for p in phrase.participants):
            return True
        return phrase.kind == "talks" and "between" in {t.lower_ for t in inside} and phrase.sides >= 2

    def _leads_article(self, number: int) -> bool:
        """Tell whether the article is about the person and calls somebody by a state's office: then it is his."""
        people = self.doc._.people
        most = max(len(p.mentions) for p in people)
        roles = any(
            w in gathering_words.STATE_TITLES for r in self.doc._.roles for w in r.office.title.split()
        )
        return roles and len(people[number].mentions) == most

    def _hosted(self, phrase: Phrase) -> bool:
        """Tell whether somebody in office is its host: "a conference on … hosted by the finance minister"."""
        for token in self.doc[phrase.head.i + 1 : min(phrase.end + 8, self.cast.sentence(phrase.head.i).end)]:
            if (
                token.lemma_ in {"host", "chair", "call", "convene"}
                and token.tag_ == "VBN"
                and phrase.lemma != "event"
            ):
                by = clauses.agent(token)
                return by is not None and clauses.lemma(by) in gathering_words.OFFICIALS | {"minister"}
        return False

    def official(self, actor: Actor) -> bool:
        """Tell whether the actor is a state, a role, or a person whom the article gives a state's office."""
        kind, key = actor.key
        if kind == "country":
            return actor.kind != "demonym"
        if kind == "role" and isinstance(key, tuple):
            title, whose = str(key[0]), key[1]
            return (
                title.split()[-1:] != []
                and title.split()[-1] in gathering_words.STATE_TITLES
                and (title not in _LOOSE_TITLES or whose is not None)
            )
        if kind == "person" and isinstance(key, int):
            person = self.doc._.people[key]
            if any(_of_state(o) for o in person.offices):
                return True
            if self._leads_article(key):
                return True
            first = person.mentions[0]
            lead = self.cast.tokens(first.start, first.end)[0]
            return any(
                t.lower_ in gathering_words.STATE_TITLES - _LOOSE_TITLES
                for t in self.doc[max(0, lead - 2) : lead + 1]
            )
        return False


def _of_state(office: Office) -> bool:
    """Tell whether the office is a state's or a body's: a "leader" or "chief" is only with its country or body."""
    last = office.title.split()[-1] if office.title else ""
    if last not in gathering_words.STATE_TITLES:
        return False
    return office.title not in _LOOSE_TITLES or office.country is not None or _is_series(office.organization)


def _is_series(organization: str | None) -> bool:
    return organization is not None and organization.casefold() in gathering_words.series()


def takes_part(cast: Cast, actor: Actor, i: int, preposition: str) -> bool:
    """Tell whether the actor at token i takes part by its preposition: persons readily, states and bodies if sides."""
    if actor.key[0] in {"person", "role"}:
        return preposition in {"between", "with", "by", "including", "of", "among"}
    if preposition not in {"between", "with"} or actor.kind in {"demonym", "seat"}:
        return False
    return cast.doc[i].dep_ not in {"compound", "amod", "nmod:poss"}


def _lemma(head: Token) -> str:
    lower = head.lower_
    if lower in {"proceedings", "talks"}:
        return {"talks": "talk"}.get(lower, lower)
    return clauses.lemma(head)


def _leads(token: Token) -> bool:
    if token.tag_ in {"WRB", "WDT", "WP"}:
        return True
    return token.lower_ in {"not", "shortly", "just", "soon", "ahead"} or (
        token.is_punct and token.text not in _QUOTES
    )
