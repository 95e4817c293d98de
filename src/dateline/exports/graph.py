"""Who is mentioned with whom, for programs that draw and measure graphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.linking.graph import Weighted, graphml
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.index.collection import Collection
    from dateline.index.dossier_rows import Comentions, Companion
    from dateline.index.rows import DateRange, Selection

MOST = 300  #: actors; their pairs are counted one by one
# All that XML 1.0 has no place for: https://www.w3.org/TR/xml/#charsets
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_graphml(
    collection: Collection,
    dates: DateRange | None = None,
    of: Selection | None = None,
    most: int = MOST,
) -> Iterator[str]:
    """Yield GraphML of the `most` actors that most articles of the dates mention; with `of`, its company.

    A node has a label, a kind, and the number of its articles in the dates; a tie's weight is the number of
    articles that mention both.
    """
    found = collection.comentions(dates, focus=of, limit=most)
    everybody = set(range(len(found.actors)))
    kept = sorted(everybody if of is None else everybody & _company(found))
    places = {number: place for place, number in enumerate(kept)}
    ties = (
        Weighted(places[tie.one], places[tie.other], tie.together)
        for tie in found.ties
        if tie.one in places and tie.other in places
    )
    for line in graphml([_node(found.actors[number]) for number in kept], ties):
        yield line + "\n"


def _company(found: Comentions) -> set[int]:
    """Return the focus, which stands first, and those who are mentioned with it."""
    return {0} | {tie.other for tie in found.ties if tie.one == 0}


def _node(actor: Companion) -> dict[str, str | int]:
    return {
        "id": _text(f"{actor.selection.kind}:{actor.selection.id}"),
        "label": _text(actor.selection.label),
        "kind": actor.selection.kind,
        "articles": actor.together,
    }


def _text(text: str) -> str:
    return _NO_XML.sub("", clean(text))
