"""Gatherings: the summits, talks, meetings, calls and visits of leaders and officials that an article
tells of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.extraction import extensions
from dateline.extraction.gathering_company import Company
from dateline.extraction.gathering_events import events
from dateline.extraction.gathering_holders import holders
from dateline.extraction.gathering_phrases import Phrases
from dateline.extraction.gathering_presence import present
from dateline.extraction.gathering_verbs import Verbs
from dateline.extraction.gathering_visits import Visits
from dateline.extraction.gathering_voices import voices
from dateline.extraction.parties import Cast
from dateline.model import Gathering

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.extraction.gathering_events import Event

NAME = "dateline_gatherings"


@Language.component(NAME)
def find_gatherings(doc: Doc) -> Doc:
    """Set ``doc._.gatherings`` and the span group of that name."""
    cast = Cast.of(doc)
    phrases = Phrases(cast)
    found = list(phrases.find())
    taken = {i for p in found for i in range(p.start, p.end)}
    found += [p for p in Verbs(cast, phrases).find() if p.head.i not in taken]
    taken |= {i for p in found for i in range(p.start, p.end)}
    visits = [p for p in Visits(cast, phrases).find(found) if p.head.i not in taken]
    found = [p for p in found if not any(v.start < p.start < v.end for v in visits)] + visits
    found.sort(key=lambda p: (p.start, p.end))
    company = Company(cast, phrases)
    for phrase in found:
        company.enrich(phrase)
    told = events(cast, found)
    voices(cast, told)
    present(cast, told)
    holders(cast, told)
    gatherings = tuple(_gathering(doc, event) for event in told)
    doc._.gatherings = gatherings
    extensions.keep_spans(
        doc, "gatherings", ((m.start, m.end, g.kind) for g in gatherings for m in g.mentions)
    )
    return doc


def _gathering(doc: Doc, event: Event) -> Gathering:
    mentions = []
    for phrase in event.phrases:
        first, last = doc[phrase.start], doc[phrase.end - 1]
        mentions.append(extensions.mention(doc, first.idx, last.idx + len(last), "name", phrase.rule))
    return Gathering(
        kind=event.kind,
        mentions=tuple(mentions),
        place=event.place,
        country=event.country,
        date=event.date,
        participants=tuple(event.participants),
        rule=event.phrases[0].rule,
    )
