"""Gatherings: the summits, talks, meetings, calls and visits of leaders and officials that an article tells of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.extraction import clauses, extensions, gathering_words
from dateline.extraction.gathering_phrases import Phrase, Phrases, text_of
from dateline.extraction.gathering_verbs import Verbs
from dateline.extraction.parties import Cast
from dateline.model import Gathering

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.model import GatheringKind, Party

NAME = "dateline_gatherings"


@dataclass(slots=True)
class _Event:
    """The phrases that are held for one gathering."""

    phrases: list[Phrase]
    place: str | None = None
    country: str | None = None
    date: int | None = None
    series: str | None = None
    topic: str | None = None
    participants: list[Party] = field(default_factory=list)

    @property
    def kind(self) -> GatheringKind:
        """Return the kind that the first noun gives; a meeting that is called a summit later is a summit."""
        nouns = [p for p in self.phrases if p.rule.startswith("noun")]
        first = (nouns or self.phrases)[0]
        if not self.phrases[0].rule.startswith("noun") and any(p.kind == "summit" for p in nouns):
            return "summit"
        return first.kind


@Language.component(NAME)
def find_gatherings(doc: Doc) -> Doc:
    """Set ``doc._.gatherings`` and the span group of that name."""
    cast = Cast(doc)
    phrases = Phrases(cast)
    found = list(phrases.find())
    taken = {i for p in found for i in range(p.start, p.end)}
    found += [p for p in Verbs(cast, phrases).find() if p.head.i not in taken]
    found.sort(key=lambda p: p.start)
    context = _Context(cast, phrases)
    for phrase in found:
        context.enrich(phrase)
    gatherings = tuple(_gathering(doc, event) for event in _cluster(doc, cast, found))
    doc._.gatherings = gatherings
    extensions.keep_spans(
        doc, "gatherings", ((m.start, m.end, g.kind) for g in gatherings for m in g.mentions)
    )
    return doc


class _Context:
    """What the sentence around a phrase says of the gathering."""

    def __init__(self, cast: Cast, phrases: Phrases) -> None:
        self.cast = cast
        self.doc = cast.doc
        self.phrases = phrases

    def enrich(self, phrase: Phrase) -> None:
        """Fill in what the phrase itself does not say: place and date of its clause, who attends or speaks there."""
        if not phrase.rule.startswith("noun"):
            if phrase.date is None:
                phrase.date = self._clause_date(phrase.head, phrase)
            return
        verb = self._verb(phrase.head)
        if verb is not None:
            if phrase.date is None and self._hosts(phrase.head, verb):
                phrase.date = self._clause_date(verb, phrase)
            if phrase.place is None and self._hosts(phrase.head, verb):
                phrase.place, phrase.country = self._clause_place(verb, phrase)
            for party in self._attendants(phrase, verb):
                if all(p.start != party.start for p in phrase.participants):
                    phrase.participants.append(party)
                    phrase.qualified = phrase.qualified or self._official(party)

    def _official(self, party: Party) -> bool:
        actor = self.cast.at(self.doc[self.cast.tokens(party.start, party.end)[0]])
        return actor is not None and self.phrases.official(actor)

    def _verb(self, head: Token) -> Token | None:
        return next((a for a in head.ancestors if clauses.is_verb(a)), None)

    def _hosts(self, head: Token, verb: Token) -> bool:
        """Tell whether the verb says when and where the gathering is: it is its subject or object."""
        near = head
        while near.head != verb and near.head != near:
            near = near.head
        return (
            near == head
            and near.dep_ in {"nsubj", "nsubj:pass", "obj"}
            or verb.lemma_ in gathering_words.ATTENDING
        )

    def _clause_date(self, verb: Token, phrase: Phrase) -> int | None:
        for child in verb.children:
            if child.dep_ in {"obl", "advmod", "nmod"} and not phrase.start <= child.i < phrase.end:
                found = self.phrases._date(child.left_edge.i, child.right_edge.i + 1)
                if found is not None and child.right_edge.i - child.left_edge.i < 8:
                    return found
        return None

    def _clause_place(self, verb: Token, phrase: Phrase) -> tuple[str | None, str | None]:
        for child in clauses.children(verb, "obl"):
            if not phrase.start <= child.i < phrase.end and child.right_edge.i - child.left_edge.i < 8:
                place = self.phrases.place(child.left_edge.i, child.right_edge.i + 1)
                if place[0] is not None:
                    return place
        return None, None

    def _attendants(self, phrase: Phrase, verb: Token) -> list[Party]:
        """Return the subjects that attend, host or speak at the gathering."""
        head = phrase.head
        case = next((c.lower_ for c in clauses.children(head, "case")), "")
        near = head
        while near.head != verb and near.head != near:
            near = near.head
        spoke = verb.lemma_ in {
            "say",
            "tell",
            "add",
            "warn",
            "announce",
            "promise",
            "pledge",
            "argue",
            "speak",
        }
        at = near == head and head.dep_ in {"obl", "advcl", "nmod"} and case in gathering_words.AT
        direct = (
            near == head
            and head.dep_ == "obj"
            and verb.lemma_ in gathering_words.ATTENDING | {"tell", "have"}
        )
        attends = at and verb.lemma_ in gathering_words.ATTENDING
        speaks = spoke and at and case in {"at", "after", "during", "following", "outside", "to", "of"}
        if not (direct or speaks or attends):
            return []
        found = clauses.agent(verb) if clauses.is_passive(verb) else clauses.subject(verb)
        parties = [self.cast.party(t) for t in clauses.conjuncts(found)] if found is not None else []
        return [p for p in parties if p is not None and p.type == "person"]


def _cluster(doc: Doc, cast: Cast, found: list[Phrase]) -> list[_Event]:
    """Return the events of the phrases: a definite one goes to the latest event it fits, others need a shared trait."""
    events: list[_Event] = []
    for phrase in found:
        event = _match(doc, events, phrase, cast)
        if event is None:
            if not phrase.qualified or (
                phrase.definite and _bare(phrase) and phrase.lemma in gathering_words.WEAK
            ):
                continue
            event = _Event([])
            events.append(event)
        event.phrases.append(phrase)
        _absorb(event, phrase)
    return events


def _bare(phrase: Phrase) -> bool:
    return (
        phrase.end - phrase.start <= 2
        and not phrase.participants
        and phrase.place is None
        and phrase.date is None
    )


def _absorb(event: _Event, phrase: Phrase) -> None:
    event.place, event.country = (
        (event.place, event.country) if event.place else (phrase.place, phrase.country)
    )
    event.date = event.date if event.date is not None else phrase.date
    event.series = event.series or phrase.series
    event.topic = event.topic or phrase.topic
    known = {p.start for p in event.participants}
    event.participants += [p for p in phrase.participants if p.start not in known]


def _match(doc: Doc, events: list[_Event], phrase: Phrase, cast: Cast) -> _Event | None:
    """Return the event that the phrase means, the latest first, or None for a new one."""
    best: tuple[float, int] | None = None
    for number, event in enumerate(events):
        score = _score(doc, event, phrase, cast)
        if score is not None and (best is None or (score, number) > best):
            best = (score, number)
    needed = 0.0 if phrase.definite and phrase.rule.startswith("noun") else 1.0
    return events[best[1]] if best is not None and best[0] >= needed else None


def _score(doc: Doc, event: _Event, phrase: Phrase, cast: Cast) -> float | None:
    """Return how well the phrase fits the event; None where a trait contradicts."""
    if not _kinds_agree(event, phrase):
        return None
    score = 0.0
    for mine, theirs, weight in (
        (phrase.place, event.place, 1.5),
        (phrase.series, event.series, 1.0),
        (phrase.topic, event.topic, 0.5),
    ):
        if mine is not None and theirs is not None:
            if mine.casefold() != theirs.casefold():
                if weight > 1:
                    return None
                score -= 0.7
            else:
                score += weight
    if phrase.date is not None and event.date is not None:
        one, two = doc._.dates[phrase.date], doc._.dates[event.date]
        if one.form == two.form:
            score += 0.8
        else:
            return None
    mine_keys, their_keys = _keys(cast, phrase.participants), _keys(cast, event.participants)
    if mine_keys and their_keys:
        shared = mine_keys & their_keys
        score += (
            len(shared) if shared else (-1.0 if phrase.kind in {"call", "visit", "meeting", "talks"} else 0.0)
        )
    if any(p.lemma == phrase.lemma for p in event.phrases):
        score += 0.3
    return score


def _keys(cast: Cast, parties: list[Party]) -> set[tuple[str, object]]:
    keys = set()
    for party in parties:
        actor = cast.at(cast.doc[cast.tokens(party.start, party.end)[0]])
        if actor is not None:
            keys.add(actor.key)
    return keys


def _kinds_agree(event: _Event, phrase: Phrase) -> bool:
    kinds = {p.kind for p in event.phrases}
    if phrase.kind in kinds:
        return True
    generic = gathering_words.GENERIC.get(phrase.lemma, frozenset())
    return bool(kinds & generic) or (phrase.lemma == "meet" and bool(kinds & {"summit", "talks", "meeting"}))


def _gathering(doc: Doc, event: _Event) -> Gathering:
    mentions = []
    for phrase in event.phrases:
        start, end = text_of(doc, phrase.start, phrase.end)
        mentions.append(extensions.mention(doc, start, end, "name", phrase.rule))
    return Gathering(
        kind=event.kind,
        mentions=tuple(mentions),
        place=event.place,
        country=event.country,
        date=event.date,
        participants=tuple(event.participants),
        rule=event.phrases[0].rule,
    )
