"""Who "the leaders of Chad and Niger", "the two presidents" are among the people of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words
from dateline.extraction.gathering_clause import COUNTS
from dateline.extraction.gathering_guests import clause_start
from dateline.extraction.gathering_likeness import key_of, keys_of
from dateline.model import Party

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from dateline.extraction.gathering_events import Event
    from dateline.extraction.gathering_phrase import Phrase
    from dateline.extraction.parties import Cast
    from dateline.model import Person

_IN_LISTS = frozenset({",", "and", "the", "of"})
_BEFORE = frozenset({"and", "foreign", "prime"})


def holders(cast: Cast, out: Sequence[Event]) -> None:
    """Add to each gathering the leaders whom its phrases name by their office alone."""
    for event in out:
        known = keys_of(cast, event.participants)
        for party in [p for phrase in event.phrases for p in _holders(cast, phrase)]:
            key = key_of(cast, party)
            if key is not None and key not in known:
                known.add(key)
                event.participants.append(party)


def _holders(cast: Cast, phrase: Phrase) -> Iterator[Party]:
    """Yield the people whom the plurals of the phrase mean, each where it means as many as it names."""
    start = phrase.start if phrase.is_noun else min(phrase.start, clause_start(cast, phrase.head))
    for token in cast.doc[start : phrase.end]:
        if token.tag_ != "NNS" or not gathering_words.is_official(token):
            continue
        lemma = clauses.lemma(token)
        title = f"{cast.doc[token.i - 1].lower_} {lemma}" if lemma == "minister" and token.i else lemma
        states = _states(cast, token)
        count = next((COUNTS[c.lower_] for c in token.children if c.lower_ in COUNTS), 0)
        found = [p for p in cast.doc._.people if _holds(p, title, states)]
        if len(found) == (len(states) or count) > 1:
            yield from (Party("person", m.text, m.start, m.end) for m in (p.mentions[0] for p in found))


def _states(cast: Cast, token: Token) -> set[str]:
    """Return the codes of the states beside the office: "the Chadian and Nigerian kings", "leaders of Chad
    and Niger".
    """
    doc, found = cast.doc, set()
    behind = token.i + 1 < len(doc) and token.nbor().lower_ == "of"
    for step, words in ((1, _IN_LISTS), (-1, _BEFORE)):
        i = token.i + step
        while 0 <= i < len(doc) and (behind or step < 0):
            actor = cast.at(doc[i])
            if actor is not None and actor.key[0] == "country":
                found.add(str(actor.key[1]))
            elif doc[i].lower_ not in words:
                break
            i += step
    return found


def _holds(person: Person, title: str, states: set[str]) -> bool:
    """Tell whether the person holds the office, of one of the states if any are given."""
    offices = [o for o in person.offices if o.country is not None and not o.former]
    first = gathering_words.FOREMOST if title == "leader" else {title}
    return any(o.title in first and (not states or o.country in states) for o in offices)
