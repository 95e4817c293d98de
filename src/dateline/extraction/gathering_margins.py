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
