"""Who is at the large gathering that an article is about, by what all of the article tells of them.

News seldom lists who sat at the table. It says that a summit was held and goes on with what one leader after
the other promised or said, or it tells who has arrived. Whoever holds an office of a state, or of a body of
states, and speaks in such an article in the past tense, to no broadcaster and in no other place, is taken to
have been there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words, moods
from dateline.extraction.gathering_cues import around, places, word_ids
from dateline.extraction.gathering_guests import clause_start, denied, names, opens_clause
from dateline.extraction.gathering_likeness import key_of, keys_of
from dateline.extraction.gathering_places import NOWHERE, place_behind
from dateline.extraction.gazetteer import capitals, surfaces
from dateline.extraction.tense import direction
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from dateline.extraction.gathering_events import Event
    from dateline.extraction.gathering_phrase import Phrase
    from dateline.extraction.parties import Cast
    from dateline.model import Office, Party

_LARGE = frozenset({"summit", "conference"})
_LEAD = 4  #: sentences, headlines among them, in which an article names what it is about
_AT = frozenset({"in", "at"})
_SAID = gathering_words.SPEAKING | words(
    """
    accuse acknowledge blame call concede condemn confirm decline describe express hail note offer play
    praise reaffirm refuse reject sign stress thank urge voice vow
    """
)
#: Verbs that take somebody to a place.
_COMING = words("arrive land fly travel come touch")
_IDS = word_ids(_SAID | _COMING | {"be"})
_ACCORDING = word_ids(("according",))
#: Those to whom leaders speak elsewhere, ways to be heard from afar, and what was said before.
_AFAR = words(
    """
    blog broadcaster channel column congress earlier interview lawmakers letter magazine mps newspaper
    parliament phone previously programme program radio spokesman spokeswoman statement telephone televised
    television tv tweeted twitter
    """
)
_ABSENT = word_ids(words("absence absent boycott cancel miss shun skip snub"))
#: Offices of those who sit at the table for a body, besides the titles of states.
_OF_BODIES = words("chair chairman chairperson chairwoman chief director head")
#: Words of offices whose holders do not sit at the table of states, and titles that parties give as well.
_LESSER = words("assistant opposition party press shadow under spokesman spokeswoman senator")
_LOOSE = words("leader general governor")
#: What makes talks and meetings those of many.
_WIDE = words("global intergovernmental ministerial multilateral")
_LONG_PAST = re.compile(r"^(?:\d{4}(?:-\d\d)?$|(?:month|quarter|year):)")


def voices(cast: Cast, out: Sequence[Event]) -> None:
    """Add to the large gathering that the article is about who arrives for it or speaks there."""
    event = next((event for event in out if _is_main(cast, event)), None)
    if event is None:
        return
    known = keys_of(cast, event.participants) | _absent(cast)
    for party, arrived in _found(cast, event):
        key = key_of(cast, party)
        if key is not None and key not in known and (arrived or _in_office(cast, key)):
            known.add(key)
            event.participants.append(party)


def _found(cast: Cast, event: Event) -> Iterator[tuple[Party, bool]]:
    """Yield who speaks in the article or comes to the place of the event, and whether he comes."""
    told = _told(cast, event)
    for i in places(cast, _ACCORDING, _IDS):
        token = cast.doc[i]
        if i in cast.quote_at or moods.negated(token):
            continue
        if token.lower_ == "according":
            yield from ((party, False) for party in _sources(cast, token) if told)
        elif token.lemma_ not in _SAID:
            yield from ((party, True) for party in _comers(cast, event, token))
        elif told and token.tag_ == "VBD":
            yield from ((party, False) for party in _speakers(cast, event, token))


def _is_main(cast: Cast, event: Event) -> bool:
    """Tell whether the event is one of many, named in the lead and not one of a time long past."""
    body = [p for p in event.phrases if not p.headline]
    if not body:
        return False
    date = cast.doc._.dates[event.date] if event.date is not None else None
    if date is not None and date.direction == "past" and _LONG_PAST.match(date.form):
        return False
    first = cast.sentence(body[0].head.i).start
    if sum(1 for s in cast.sentences[: _LEAD + 1] if s.start < first) > _LEAD:
        return False
    if any(p.kind in _LARGE for p in event.phrases) or event.series is not None:
        return event.series is not None or not body[0].sides
    return any(map(_of_officials, body))


def _of_officials(phrase: Phrase) -> bool:
    """Tell whether the phrase is of leaders or ministers: "a meeting of the ministers", "leaders met"."""
    if phrase.kind not in {"meeting", "talks"} or phrase.sides:
        return False
    tokens = phrase.tokens
    many = any(t.tag_ == "NNS" and gathering_words.is_official(t) for t in tokens)
    return many or phrase.lemma == "ministerial" or any(t.lower_ in _WIDE for t in tokens)


def _told(cast: Cast, event: Event) -> bool:
    """Tell whether the article tells of the gathering as of one that has begun, more often than not."""
    spans = [phrase.tokens for phrase in event.phrases if not phrase.headline]
    found = [direction(cast.doc, span.start_char, span.end_char) for span in spans]
    past, ahead = found.count("past"), found.count("future")
    return past > ahead or (past == ahead > 0 and next(filter(None, found)) == "past")


def _absent(cast: Cast) -> set[tuple[str, object]]:
    """Return the keys of those in whose sentences somebody stays away."""
    sentences = {(s.start, s.end) for s in map(cast.sentence, places(cast, frozenset(), _ABSENT))}
    return {actor.key for start, end in sentences for actor in cast.within(start, end)}


def _speakers(cast: Cast, event: Event, verb: Token) -> Iterator[Party]:
    """Yield who said something where nothing tells that it was elsewhere."""
    if any(t.lower_ in _AFAR for t in around(cast, verb.i)) or _elsewhere(cast, event, verb):
        return
    heard = clauses.direct_object(verb) if verb.lemma_ == "tell" else None
    body = cast.at(heard) if heard is not None else None
    if body is not None and body.key[0] == "organization":
        return  # a newspaper
    found = clauses.subject(verb)
    if found is not None:
        start, end = found.left_edge.i, found.right_edge.i + 1
        yield from _first_names(cast, start, min(end, verb.i) if start < verb.i else end)


def _sources(cast: Cast, token: Token) -> Iterator[Party]:
    """Yield whose word it is: "according to its environment minister, Anna Lund"."""
    sentence = around(cast, token.i)
    if not any(t.lower_ in _AFAR for t in sentence):
        yield from _first_names(cast, token.i + 2, sentence.end)


def _first_names(cast: Cast, start: int, end: int) -> Iterator[Party]:
    """Yield the names from start on up to the next clause."""
    stop = next((i for i in range(start, end) if opens_clause(cast.doc[i], cast.doc[i])), end)
    yield from names(cast, start, stop)


def _elsewhere(cast: Cast, event: Event, verb: Token) -> bool:
    """Tell whether the clause is set in another place: "In Madrid, the minister said"."""
    for child in clauses.children(verb, "obl"):
        if child.right_edge.i - child.left_edge.i < _LEAD:
            place = place_behind(cast, child.left_edge.i, child.right_edge.i + 1, _AT)
            if place != NOWHERE and not _same_place(event, place):
                return True
    return False


def _same_place(event: Event, place: tuple[str | None, str | None]) -> bool:
    name, country = place
    if event.place is None or name is None or name.casefold() == event.place.casefold():
        return True
    return country is not None and country == (event.country or capitals().get(event.place))


def _comers(cast: Cast, event: Event, verb: Token) -> Iterator[Party]:
    """Yield who "arrived in Rome", "will be here", where the gathering is."""
    if moods.modal(verb) in {"would", "may", "must", "can"} or moods.is_passive(verb):
        return
    sentence = around(cast, verb.i)
    stop = next((t.i for t in cast.doc[verb.i + 1 : sentence.end] if opens_clause(t, verb)), sentence.end)
    near = {t.lower_ for t in cast.doc[verb.i + 1 : min(stop, verb.i + 4)]}
    place = place_behind(cast, verb.i, stop, _AT | ({"to"} if verb.lemma_ != "be" else _AT))
    here = bool(near & {"here", "there", "present"})
    there = event.place is not None and place != NOWHERE and _same_place(event, place)
    alone = verb.lemma_ == "arrive" and place == NOWHERE
    start = clause_start(cast, verb)
    if (here or there or alone) and not denied(cast, start, verb.i + 2):
        yield from names(cast, start, verb.i)


def _in_office(cast: Cast, key: tuple[str, object]) -> bool:
    kind, number = key
    if kind != "person" or not isinstance(number, int):
        return False
    return any(_of_state(office) for office in cast.doc._.people[number].offices)


def _of_state(office: Office) -> bool:
    """Tell whether the office is one of those who sit at the table for a state or a body of states."""
    parts = office.title.partition(" of ")[0].split()
    if office.former or not parts or set(parts) & _LESSER:
        return False
    body = (office.organization or "").casefold()
    if body in gathering_words.series():
        return parts[-1] in gathering_words.STATE_TITLES | _OF_BODIES
    state = (
        office.country is not None
        or office.organization in surfaces()
        or office.title in gathering_words.FOREMOST
    )
    return state and parts[-1] in gathering_words.STATE_TITLES - _LOOSE
