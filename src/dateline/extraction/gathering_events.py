"""Which phrases of an article mean one gathering."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.extraction import gathering_words
from dateline.extraction.gathering_datelines import dateline
from dateline.extraction.gathering_guests import addressed
from dateline.extraction.gathering_likeness import fit, is_ahead, is_day, key_of, keys_of, kinship, resumed
from dateline.extraction.gathering_margins import among_many, beside
from dateline.extraction.pledge_parts import is_headline

if TYPE_CHECKING:
    from dateline.extraction.gathering_datelines import Dateline
    from dateline.extraction.gathering_phrase import Phrase
    from dateline.extraction.parties import Cast
    from dateline.model import GatheringKind, Party


@dataclass(slots=True)
class Event:
    """The phrases that are held for one gathering, and what they say of it together."""

    phrases: list[Phrase] = field(default_factory=list)
    place: str | None = None
    country: str | None = None
    date: int | None = None
    dated: bool = False
    series: str | None = None
    topic: str | None = None
    participants: list[Party] = field(default_factory=list)

    @property
    def kind(self) -> GatheringKind:
        """Return the kind that the first noun gives; what is first told by a verb and then called a
        summit is one.
        """
        nouns = [p for p in self.phrases if p.is_noun and not p.headline]
        if not self.phrases[0].is_noun and any(p.kind == "summit" for p in nouns):
            return "summit"
        return (nouns or self.phrases)[0].kind

    def add(self, phrase: Phrase, cast: Cast) -> None:
        """Take the phrase in."""
        self.phrases.append(phrase)
        if self.place is None:
            self.place, self.country = phrase.place, phrase.country
        dates = cast.doc._.dates
        if phrase.date is not None:
            now = (is_day(dates[phrase.date]), phrase.dated)
            if self.date is None or now > (is_day(dates[self.date]), self.dated):
                self.date, self.dated = phrase.date, phrase.dated
        self.series = self.series or phrase.series
        self.topic = self.topic or phrase.topic
        known = keys_of(cast, self.participants)
        for party in phrase.participants:
            key = key_of(cast, party)
            if key is None or key not in known:
                self.participants.append(party)
                known.add(key or ("party", party.start))


def events(cast: Cast, found: list[Phrase]) -> list[Event]:
    """Return the events of the phrases in the order of the text.

    A definite phrase goes to the latest event that it fits, others need a trait in common. Headlines come
    last: they
    add to an event of the text or are dropped.
    """
    headlines = [p for p in found if is_headline(cast, cast.sentence(p.head.i))]
    above = {id(p) for p in headlines}
    out: list[Event] = []
    for phrase in [p for p in found if id(p) not in above]:
        event = _match(cast, out, phrase)
        if event is None:
            sequel = phrase.another and any(kinship(e, phrase) is not None for e in out)
            if not _opens(phrase) and not (sequel and phrase.date is not None):
                continue
            event = Event()
            out.append(event)
        event.add(phrase, cast)
    out = among_many(cast, out)
    addressed(cast, out)
    lead = dateline(cast.doc)
    for event in out:
        if lead is not None:
            _place_by_dateline(cast, event, lead, main=event is out[0])
    for event in out:
        beside(cast, out, event)
    for phrase in headlines:
        event = _match(cast, out, phrase, main=out[0] if out else None)
        if event is not None:
            phrase.headline = True
            event.phrases.insert(0, phrase)
            if event.place is None:
                event.place, event.country = phrase.place, phrase.country
            event.participants += [
                p for p in phrase.participants if key_of(cast, p) not in keys_of(cast, event.participants)
            ]
    return out


def _place_by_dateline(cast: Cast, event: Event, lead: Dateline, *, main: bool) -> None:
    """Give an event of the lead, told as past or present and of no other place, the place of the dateline;
    the first event of the article also where the second paragraph tells of it.
    """
    first = event.phrases[0]
    end = lead.second if main else lead.end
    told = lead.start <= first.head.idx < end and event.kind not in {"call", "visit"}
    ahead = event.date is not None and cast.doc._.dates[event.date].direction == "future"
    if told and event.place is None and not ahead and not any(p.remote for p in event.phrases):
        event.place, event.country = lead.city, lead.country


def _opens(phrase: Phrase) -> bool:
    """Tell whether the phrase may be the first word of an event."""
    if not phrase.qualified or phrase.told:
        return False
    if not phrase.is_noun:
        return True
    told = phrase.place or phrase.participants or phrase.date is not None or phrase.series
    if phrase.article == "bare" and not told:  # "peace talks" as a matter, not an event
        verb = next((a for a in phrase.head.ancestors if a.pos_ == "VERB"), None)
        held = verb is not None and verb.lemma_ in gathering_words.HOLDING
        return held or phrase.end - phrase.start > 2
    return bool(told) or phrase.of_many or phrase.lemma not in gathering_words.WEAK


def _match(cast: Cast, out: list[Event], phrase: Phrase, main: Event | None = None) -> Event | None:
    """Return the event that the phrase means, of equals the latest, or None for a new one. A headline is
    about the main event sooner than about one of a month to come.
    """
    best: tuple[float, int] | None = None
    for number, event in enumerate(out):
        score = fit(cast, event, phrase, latest=event is out[-1])
        if score is not None and main is not None:
            dates = cast.doc._.dates
            score += (event is main) - (event.date is not None and is_ahead(dates[event.date]))
        if score is not None and (best is None or (score, number) >= best):
            best = (score, number)
    if best is None:
        return None
    needed = 0.0 if phrase.article == "definite" and not phrase.another else 1.0
    if phrase.article == "indefinite" and phrase.is_noun:
        needed = 1.5
    if not phrase.is_noun and phrase.general and phrase.place is None and phrase.date is None:
        needed = 0.0  # "hosting leaders from the coalition": the meeting just told of
    if not phrase.another and resumed(out[best[1]], phrase):
        needed = 0.0
    return out[best[1]] if best[0] >= needed else None
