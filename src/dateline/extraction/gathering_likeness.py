"""What speaks for a phrase and an event being one gathering: the word, the place, the day, the company."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words
from dateline.extraction.gazetteer import surfaces
from dateline.extraction.party_words import PLACES_AS_GROUPS

if TYPE_CHECKING:
    from dateline.extraction.gathering_events import Event
    from dateline.extraction.gathering_phrase import Phrase
    from dateline.extraction.parties import Cast
    from dateline.model import DateExpression, Party

_WEEKDAY = re.compile(r"MON|TUE|WED|THU|FRI|SAT|SUN")
_DAY = re.compile(r"(?:^\d{4}|^-)-(\d\d)-(\d\d)|^---(\d\d)")
_MONTH = re.compile(r"^(?:\d{4}|-)-(\d\d)")
#: They may refer to an event that was only announced, and tell its place and date.
_ANAPHORS = frozenset({"meeting", "gathering", "event", "conference", "talk", "summit"})
#: A visit to a town of the country that is visited is a part of that visit.
_ON_THE_WAY = 0.6
_UNIT = re.compile(r"^(day|week|weekend|month|quarter|year):")


def fit(cast: Cast, event: Event, phrase: Phrase, *, latest: bool) -> float | None:
    """Return how well the phrase fits the event; None where a trait contradicts."""
    rank = kinship(event, phrase)
    if rank is None or _told_apart(cast, event, phrase) or _other_name(event, phrase):
        return None
    lasting = _duration(event, phrase)
    if lasting is None or _others_travel(cast, event, phrase):
        return None
    if phrase.of_many and _is_bilateral(event):
        return None  # "his talks with other leaders" are not the call of two
    remote = phrase.remote or any(p.remote for p in event.phrases)
    if remote and (phrase.place is not None or event.place is not None):
        return None
    if phrase.lemma in gathering_words.MEALS and phrase.article != "definite" and rank:
        return 2.0 if _dined(cast, event, phrase) else None
    if not phrase.is_noun and phrase.sides == 2 and event.series is not None:
        return None  # "the two leaders are to meet later": not the summit of the G20
    traits, news = _traits(event, phrase)
    dates = cast.doc._.dates
    score = 0.35 - 0.07 * rank + traits + lasting
    if phrase.date is not None and event.date is not None:
        fits = _dates_fit(dates[phrase.date], dates[event.date])
        ways = {dates[phrase.date].direction, dates[event.date].direction}
        if fits is False or (fits is None and ways == {"past", "future"}):
            return None
        score += 1.0 if fits else 0.0
    elif phrase.date is not None:
        news += 1
    elif event.date is not None and (phrase.under_way or _sat(phrase)) and is_ahead(dates[event.date]):
        return None
    if latest and phrase.lemma in _ANAPHORS and not (event.place or phrase.series) and event.date is None:
        # "… called for a conference. Canada will host the meeting in Montreal on 25 January."
        return max(score, 0.1)
    told = any(p.is_noun for p in event.phrases)
    if (
        score < 0.5
        and not resumed(event, phrase)
        and (news >= 2 or (news and rank and told and phrase.series is not None))
    ):
        return None  # "the G8 summit in July" is not the meeting just told of
    score += _company(cast, event, phrase) - (1.0 if phrase.another else 0.0)
    return score if score > -0.6 else None


def resumed(event: Event, phrase: Phrase) -> bool:
    """Tell whether those of an event of two are said to have held it: "the two ministers held a meeting"."""
    verb = phrase.head.head
    if verb.lemma_ not in {"have", "hold"} or phrase.head.dep_ != "obj" or not _is_bilateral(event):
        return False
    found = clauses.subject(verb)
    return found is not None and any(
        t.lower_ in {"both", "pair", "they", "two"}
        for t in verb.doc[found.left_edge.i : found.right_edge.i + 1]
    )


def _sat(phrase: Phrase) -> bool:
    """Tell whether it is a session that has been: "were invited to some of the sessions"."""
    return phrase.lemma == "session" and any(t.tag_ == "VBD" for t in phrase.head.sent)


def _dined(cast: Cast, event: Event, phrase: Phrase) -> bool:
    """Tell whether the meal is where the event took place: "held talks in Rome at a working lunch"."""
    last, i = event.phrases[-1].head.i, phrase.start - 1
    here = cast.sentence(phrase.head.i).start
    return here <= last < i and cast.doc[i].lower_ in {"at", "over"} and i - event.phrases[-1].end < 6


def _is_bilateral(event: Event) -> bool:
    """Tell whether two have met, and no phrase tells of more."""
    return event.kind in {"call", "meeting", "talks"} and max(p.sides for p in event.phrases) == 2


def _others_travel(cast: Cast, event: Event, phrase: Phrase) -> bool:
    """Tell whether the visits are of other people: who names nobody by name may mean the same."""
    mine, theirs = (
        {key for key in keys_of(cast, e.participants) if key[0] == "person"} for e in (event, phrase)
    )
    apart = bool(mine and theirs) and not mine & theirs
    return apart and phrase.kind == "visit" == event.kind


def _other_name(event: Event, phrase: Phrase) -> bool:
    names = {p.name for p in event.phrases} - {None}
    return phrase.name is not None and bool(names) and phrase.name not in names


def _traits(event: Event, phrase: Phrase) -> tuple[float, int]:
    """Return what place, series and topic speak for the two, and how many of these the event lacks."""
    score, news = 0.0, 0
    for mine, theirs, same, other in (
        (phrase.place, event.place, 1.5, -0.3 if _may_lie_in(phrase, event) else -2.0),
        (phrase.series, event.series, 1.2, -2.0),
        (phrase.topic, event.topic, 0.6, -0.5),
    ):
        if mine is not None and theirs is not None:
            score += same if mine.casefold() == theirs.casefold() else other
            score += (
                _ON_THE_WAY if other > -2.0 and same > 1 and phrase.kind == event.kind == "visit" else 0.0
            )
        elif mine is not None and same > 1:
            news += 1
    return score, news


def _duration(event: Event, phrase: Phrase) -> float | None:
    """Return what "two-day" says for the two, None where one lasts longer than the other."""
    theirs = {p.lasting for p in event.phrases} - {None}
    if phrase.lasting is None or not theirs:
        return 0.0
    return 0.8 if phrase.lasting in theirs else None


def _company(cast: Cast, event: Event, phrase: Phrase) -> float:
    """Return what the participants speak for the two: two sides that meet others are elsewhere."""
    mine, theirs = keys_of(cast, phrase.participants), keys_of(cast, event.participants)
    if not mine or not theirs:
        return 0.0
    if mine & theirs:
        return 0.7 * len(mine & theirs)
    sided = _sided(phrase) and any(_sided(p) for p in event.phrases)
    if {kind for kind, _ in mine ^ theirs} >= {"person", "role"}:
        return 0.0  # the office may be that of who is named
    return -0.9 if sided and phrase.kind not in {"summit", "conference"} else 0.0


def _sided(phrase: Phrase) -> bool:
    return phrase.kind != "visit" and phrase.sides > 0


def _told_apart(cast: Cast, event: Event, phrase: Phrase) -> bool:
    """Tell whether one sentence sets the two apart: "a meeting of leaders before the summit"."""
    last = event.phrases[-1]
    if cast.sentence(last.head.i).start != cast.sentence(phrase.head.i).start or last.head.i > phrase.head.i:
        return False
    between = {t.lower_ for t in cast.doc[last.head.i + 1 : phrase.head.i]}
    return bool(between & {"before", "after", "ahead", "following", "sidelines", "margins", "fringes"})


def _may_lie_in(phrase: Phrase, event: Event) -> bool:
    """Tell whether one of the two places may lie in the other: "in Wales", "in Newport"."""
    if phrase.country is not None and event.country is not None and phrase.country != event.country:
        return False
    return _wide(phrase.place) or _wide(event.place)


def _wide(place: str | None) -> bool:
    """Tell whether the place is a country or a region, in which another place may lie."""
    if place is None:
        return False
    sense = surfaces().get(place)
    return place in PLACES_AS_GROUPS or (sense is not None and sense.kind == "name")


def kinship(event: Event, phrase: Phrase) -> int | None:
    """Return how far the phrase's word is from those of the event: 0 the same word; None for another
    thing.
    """
    if any(p.lemma == phrase.lemma for p in event.phrases):
        return 0
    kinds = {p.kind for p in event.phrases}
    if phrase.lemma in {"conference", "event", "forum", "proceedings"} and all(
        p.lemma in gathering_words.TWO_SIDED for p in event.phrases
    ):
        return None
    refers = gathering_words.REFERS.get(phrase.lemma, (phrase.kind,))
    ranks = [refers.index(kind) + 1 for kind in kinds if kind in refers]
    return min(ranks) if ranks else None


def _dates_fit(one: DateExpression, two: DateExpression) -> bool | None:
    """Tell whether two dates are the same (True), cannot be (False), or may be (None), still unresolved."""
    if one.form == two.form:
        return True
    weekdays = [found[0] if (found := _WEEKDAY.search(d.form)) else "" for d in (one, two)]
    if all(weekdays):
        return None if weekdays[0] == weekdays[1] else False
    days = [_DAY.search(d.form) for d in (one, two)]
    if days[0] and days[1]:
        return days[0].groups() == days[1].groups()
    months = [_MONTH.match(d.form) for d in (one, two)]
    if months[0] and months[1]:
        return None if months[0][1] == months[1][1] else False
    units = [found[1] if (found := _UNIT.match(d.form)) else "" for d in (one, two)]
    return False if units[0] and units[0] == units[1] else None


def is_ahead(date: DateExpression) -> bool:
    """Tell whether it is a month or a longer time to come."""
    return date.direction == "future" and not is_day(date)


def is_day(date: DateExpression) -> bool:
    """Tell whether it is a single day."""
    form = date.form
    return bool(_WEEKDAY.search(form) or _DAY.search(form)) or form.startswith("day:") or form.endswith("D")


def key_of(cast: Cast, party: Party) -> tuple[str, object] | None:
    """Return what all mentions of the party share, None for a group."""
    actor = cast.at(cast.doc[cast.tokens(party.start, party.end)[0]])
    return None if actor is None else actor.key


def keys_of(cast: Cast, parties: list[Party]) -> set[tuple[str, object]]:
    """Return the keys of the parties that have one."""
    return {key for key in (key_of(cast, p) for p in parties) if key is not None}
