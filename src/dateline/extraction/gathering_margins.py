"""When and where a meeting took place in the margins of a larger gathering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words

if TYPE_CHECKING:
    from dateline.extraction.gathering_events import Event
    from dateline.extraction.parties import Cast

_LARGE = frozenset({"summit", "conference", "funeral"})


def beside(cast: Cast, out: list[Event], event: Event) -> None:
    """Give an event told to be on the sidelines the date and place of the summit or conference named last,
    at the latest in the same sentence.
    """
    if event.kind in _LARGE or (event.date is not None and event.place is not None):
        return
    head = event.phrases[0].head
    sentence = cast.sentence(head.i)
    if not any(clauses.lemma(t) in gathering_words.MARGINS for t in cast.doc[sentence.start : sentence.end]):
        return
    larger = [(p.start, e) for e in out if e.kind in _LARGE for p in e.phrases if p.start < sentence.end]
    if not larger:
        return
    host = max(larger, key=lambda row: row[0])[1]
    if event.date is None:
        event.date = host.date
    if event.place is None:
        event.place, event.country = host.place, host.country


def among_many(cast: Cast, out: list[Event]) -> list[Event]:
    """Return the events with those that are no meeting of their own as part of the larger gathering around
    them: "talks with a number of leaders on the margins of the funeral".
    """
    kept = []
    for event in out:
        host = _around(cast, out, event)
        if host is None:
            kept.append(event)
        else:
            host.add(event.phrases[0], cast)
    return kept


def _around(cast: Cast, out: list[Event], event: Event) -> Event | None:
    """Return the larger gathering right behind "on the margins of", where the event names no counterpart."""
    phrase = event.phrases[0]
    several = any(t.tag_ == "NNS" and clauses.lemma(t) in gathering_words.OFFICIALS for t in phrase.tokens)
    if event.kind not in {"talks", "meeting"} or phrase.sides or not phrase.is_noun or not several:
        return None
    end = cast.sentence(phrase.head.i).end
    margin = next(
        (t.i for t in cast.doc[phrase.end : end] if clauses.lemma(t) in gathering_words.MARGINS), None
    )
    if margin is None or not all(p.is_bare for p in event.phrases[1:]):
        return None
    larger = (e for e in out if e.kind in _LARGE and e is not event)
    return next((e for e in larger if any(margin < p.start <= margin + 3 for p in e.phrases)), None)
