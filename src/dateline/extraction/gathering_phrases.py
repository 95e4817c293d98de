"""The noun phrases that name a gathering: "the London summit", "Sunday's summit", "a phone call between
…".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words
from dateline.extraction.date_offsets import BESIDE_NEWS
from dateline.extraction.gathering_bounds import Bounds
from dateline.extraction.gathering_clause import counted
from dateline.extraction.gathering_cues import places, word_ids
from dateline.extraction.gathering_phrase import Phrase, lasting
from dateline.extraction.gathering_places import NOWHERE, place_before, place_behind, place_of_series
from dateline.extraction.gathering_standing import Standing
from dateline.model import Party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dateline.extraction.actors import Actor
    from dateline.extraction.parties import Cast

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "his", "her", "its", "our"})
_FORMS = word_ids(form for noun in gathering_words.NOUNS for form in (noun, f"{noun}s", f"{noun}es"))
_LEMMAS = word_ids(f for noun in gathering_words.NOUNS for f in (noun, noun.capitalize(), noun.upper()))
_ECHOES = frozenset({"call", "conversation", "encounter"})
#: "A call between the two leaders."
_PAIRED = gathering_words.OFFICIALS | {"man", "woman", "politician"}
_CONTINENTS = {"African": "Africa", "Asian": "Asia", "European": "Europe", "American": "America"}


class Phrases:
    """Finds the nominal phrases of a Doc."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.doc = cast.doc
        self.bounds = Bounds(cast)
        self.standing = Standing(cast)

    def find(self) -> Iterator[Phrase]:
        """Yield the phrases in the order of the text; one inside another is left out."""
        end = 0
        for i in places(self.cast, _FORMS, _LEMMAS):
            if i >= end:
                phrase = self._phrase(self.doc[i])
                if phrase is not None:
                    end = phrase.end
                    yield phrase

    def _phrase(self, head: Token) -> Phrase | None:
        lemma = _lemma(head)
        kind = gathering_words.NOUNS.get(lemma)
        if kind is None or not self._is_noun(head, lemma):
            return None
        start, end = self.bounds.left(head), self.bounds.right(head)
        beside = start > 1 and clauses.lemma(self.doc[start - 2]) in gathering_words.EDGES
        if beside:
            end = self._undated(head.i + 1, end)
        before = {t.lower_ for t in self.doc[start : head.i]}
        if not self._fits(head, lemma, before, end):
            return None
        phrase, behind = Phrase(head, start, end, kind, f"noun:{lemma}"), self.doc[head.i + 1 : end]
        if before & gathering_words.PHONE:
            phrase.kind = "call"
        elif "summit" in before or (lemma == "session" and any(t.lower_ == "summit" for t in behind)):
            phrase.kind = "summit"
        elif lemma == "meeting" and head.tag_ == "NNS" and "annual" in before:
            phrase.kind = "conference"
        possessed = any(t.lower_ in {"'s", "’s", "'", "’"} for t in self.doc[start : head.i])
        if start and self.doc[start - 1].lower_ in {"that", "this"} and self.doc[start].pos_ != "DET":
            phrase.start -= 1
            phrase.article = "definite"
        elif before & _DEFINITE or possessed:
            phrase.article = "definite"
        elif before & {"a", "an", "another", "one"}:
            phrase.article = "indefinite"
        phrase.beside = beside
        phrase.another = bool(before & gathering_words.ANOTHER) or (lemma == "round" and "first" in before)
        phrase.told = self._told_already(head, lemma, before)
        self._describe(phrase)
        phrase.qualified = self.standing.qualified(phrase, before)
        return phrase

    def _undated(self, start: int, end: int) -> int:
        """Return the end without a day at it: "met on the sidelines of the summit on Friday"."""
        cut = next((i for i in range(start, end - 1) if self.doc[i].lower_ == "on"), end)
        return cut if cut < end and self.bounds.date_at(cut + 1) else end

    def _is_noun(self, head: Token, lemma: str) -> bool:
        """Tell whether the word is the head noun of its phrase, also where the tagger took "talks" for a
        verb.
        """
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
        """Tell whether the noun is used for a gathering of states here: "call", "party conference" are
        not.
        """
        behind = [t.lower_ for t in self.doc[head.i + 1 : end]]
        other = (before | set(behind[:5])) & gathering_words.OTHER
        if lemma == "summit":
            other -= gathering_words.GENERIC_OTHER  # "their annual economic summit"
        if other - gathering_words.GENERIC_OTHER or (other and not self.bodies(head.i - 6, head.i + 6)):
            return False
        if before & gathering_words.HABIT:
            return False
        following = behind[0] if behind else ""
        if self._told_already(head, lemma, before):
            return True
        if lemma == "call":
            return following in {"with", "between"} or bool(before & gathering_words.PHONE)
        if lemma in gathering_words.TWO_SIDED:
            spoken = lemma == "conversation" and bool(before & gathering_words.PHONE)
            return spoken or following in {"with", "between"}
        if lemma == "meeting" and head.tag_ == "NNS" and head.i and self.doc[head.i - 1].text == "(":
            return False
        if lemma == "event":
            return not (self.doc[head.i - 2].lower_ == "in" and following == "of")
        if lemma in gathering_words.ONLY:
            return bool(before & gathering_words.ONLY[lemma])
        if lemma == "council":
            return bool(before & {"week", "european", "'s"}) and "european" not in before
        return True

    def _told_already(self, head: Token, lemma: str, before: set[str]) -> bool:
        """Tell whether "the call", "the encounter" can only be one that was told of."""
        if before != {"the"} or lemma not in _ECHOES or head.i + 1 >= len(self.doc):
            return False
        return self.doc[head.i + 1].lower_ not in {"for", "to", "by", "from", "of", "with", "between"}

    def bodies(self, start: int, end: int) -> list[str]:
        """Return the short names of the bodies between states among the tokens start to end."""
        known = gathering_words.series()
        inside = self.cast.within(max(0, start), min(len(self.doc), end))
        names = [known.get(a.party.name.casefold()) for a in inside if a.key[0] == "organization"]
        names += [known.get(t.lower_) for t in self.doc[max(0, start) : end] if t.lower_ in known]
        return list(dict.fromkeys(n for n in names if n))

    # --- what a phrase says ------------------------------------------------------------------------------

    def _describe(self, phrase: Phrase) -> None:
        """Fill in place, date, series, topic and participants from the words of the phrase."""
        doc, head = self.doc, phrase.head
        phrase.date = self.date(phrase.start, phrase.end)
        phrase.dated = phrase.date is not None
        phrase.name = self._proper_name(phrase)
        phrase.lasting = lasting(doc[phrase.start : head.i])
        goal = {"in", "at", "to", "of"} if phrase.kind == "visit" else {"in", "at"}
        place = place_behind(self.cast, head.i + 1, phrase.end, frozenset(goal))
        if place == NOWHERE:
            place = place_before(self.cast, phrase.start, head.i)
        if place == NOWHERE and phrase.kind == "summit" and self.bodies(phrase.start, head.i):
            place = place_of_series(self.cast, phrase.start, head.i)
        phrase.place, phrase.country = place
        if phrase.kind == "visit" and (phrase.place is None or phrase.place in _CONTINENTS):
            wide = (_CONTINENTS.get(t.text) for t in doc[phrase.start : phrase.end])
            phrase.place = next((name for name in wide if name), phrase.place)
        bodies = self.bodies(phrase.start, head.i + 1) or self._members(head.i + 1, phrase.end)
        name = doc[phrase.start : head.i + 1].text.casefold()
        named = next((short for full, short in gathering_words.NAMED.items() if name.endswith(full)), None)
        phrase.series = named or (bodies[0] if bodies else None)
        about = next((t.i for t in doc[head.i + 1 : head.i + 2] if t.lower_ == "on"), head.i)
        said = (*doc[about + 1 : min(about + 4, phrase.end)], *doc[phrase.start : head.i])
        topics = [t.lower_ for t in said if t.lower_ in gathering_words.TOPICS]
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
        return self.bodies(start, stop)

    def date(self, start: int, end: int) -> int | None:
        """Return the index of the first date among the tokens start to end."""
        if end <= start:
            return None
        first, last = self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])
        dates = enumerate(self.doc._.dates)
        return next((k for k, d in dates if first <= d.start < last and d.rule != BESIDE_NEWS), None)

    def _sides(self, phrase: Phrase) -> list[Party]:
        """Return who takes part by the phrase's own words: possessor, "between", "with", "by",
        "including".
        """
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
        first = phrase.head.head  # "his talks with the king and a meeting with the queen"
        both = phrase.head.dep_ == "conj" and clauses.lemma(first) in gathering_words.NOUNS
        for child in clauses.children(first if both else phrase.head, "nmod:poss"):
            party = (
                self.cast.party(child)
                if child.pos_ == "PRON" and phrase.kind not in {"summit", "conference"}
                else None
            )
            if party is not None and party.type in {"person", "country"}:
                found[party.start] = party
        self._sides_behind(phrase, found)
        return list(found.values())

    def _sides_behind(self, phrase: Phrase, found: dict[int, Party]) -> None:
        """Add the sides behind the head to those found, by where they begin."""
        doc = self.doc
        preposition = ""
        for i in range(phrase.head.i + 1, phrase.end):
            if clauses.lemma(doc[i]) in gathering_words.EDGES:
                break
            if doc[i].pos_ == "ADP" or doc[i].lower_ in {"including", "between", "with", "by", "of"}:
                preposition = doc[i].lower_
            other = self.cast.at(doc[i])
            if preposition == "of" and phrase.kind == "funeral":
                continue
            if other is not None and takes_part(self.cast, other, i, preposition):
                found.setdefault(other.party.start, other.party)
            elif other is None and preposition in {"between", "with"} and clauses.lemma(doc[i]) in _PAIRED:
                found.update((party.start, party) for party in counted(self.cast, doc[i]))
        if preposition == "between" and doc[phrase.end : phrase.end + 2].text.replace(" ", "") == ",and":
            behind = self.cast.within(phrase.end, min(len(doc), phrase.end + 8))
            last = next((a for a in behind if a.key[0] == "person"), None)
            if last is not None:  # "between Chad's premier, Anna Lund, and Niger's, Paolo Neri"
                found.setdefault(last.party.start, last.party)

    def _accession(self, phrase: Phrase) -> None:
        """Add the two sides of talks on joining the Union: "accession talks with …", "talks to bring …
        into the EU".
        """
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


def takes_part(cast: Cast, actor: Actor, i: int, preposition: str) -> bool:
    """Tell whether the actor at token i takes part by its preposition: persons readily, states and bodies
    if sides.
    """
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
