"""The graph in a process of its own, for the reader: a line of JSON in, a line of JSON out.

    python -m dateline.graphing ROOT...

A request is {"do": "draw", "dates": [first, last] or null, "kinds": […], "focus": [kind, id] or null,
"limit": 24} or {"do": "path", "dates": …, "kinds": […], "from": [kind, id], "to": [kind, id]}; its "number"
comes back with the answer. The process ends with its input.
"""

from __future__ import annotations

import itertools
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.index.collection import Collection
from dateline.index.rows import DateRange, Selection
from dateline.linking.graph import Weighted, lay_out, strongest_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.index.dossier_rows import Comentions

Answer = dict[str, Any]

_WIDE = 160  # actors among which a path is looked for
_SENTENCES = 6  # that carry each step of a path


def draw(collection: Collection, request: Answer) -> Answer:
    """Return the nodes with their places, and the ties with whether they belong to the backbone."""
    found = collection.comentions(
        _dates(request),
        kinds=tuple(request["kinds"]),
        focus=_selection(request["focus"]) if request.get("focus") else None,
        limit=int(request["limit"]),
    )
    layout = lay_out(len(found.actors), _weighted(found))
    nodes = [
        {
            "node": i,
            "selection": _told(actor.selection),
            "articles": actor.together,
            "place": layout.places[i],
        }
        for i, actor in enumerate(found.actors)
        if i in layout.places
    ]
    ties = [[t.one, t.other, t.together, (t.one, t.other) in layout.backbone] for t in found.ties]
    return {"nodes": nodes, "ties": ties}


def path(collection: Collection, request: Answer, known: dict[str, Comentions] | None = None) -> Answer:
    """Return the actors of the strongest path between two, and the sentences that carry each of its steps.

    `known` keeps who is mentioned together for the next request in the same dates.
    """
    dates, start, end = _dates(request), _selection(request["from"]), _selection(request["to"])
    kinds = tuple(request["kinds"])
    asked = json.dumps([request["dates"], kinds])
    found = (known or {}).get(asked) or collection.comentions(dates, kinds=kinds, limit=_WIDE)
    if known is not None:
        known[asked] = found
    places = {(a.selection.kind, a.selection.id): i for i, a in enumerate(found.actors)}
    if (start.kind, start.id) not in places or (end.kind, end.id) not in places:
        found = collection.comentions(dates, kinds=kinds, focus=start, limit=_WIDE)
        places = {(a.selection.kind, a.selection.id): i for i, a in enumerate(found.actors)}
    ends = places.get((start.kind, start.id)), places.get((end.kind, end.id))
    if ends[0] is None or ends[1] is None:
        return {"steps": []}
    nodes = strongest_path(len(found.actors), _weighted(found), ends[0], ends[1])
    chosen = [found.actors[node].selection for node in nodes]
    weights = {frozenset((t.one, t.other)): t.together for t in found.ties}
    steps = [
        {
            "from": _told(one),
            "to": _told(other),
            "together": weights[frozenset((nodes[i], nodes[i + 1]))],
            "sentences": [asdict(e) for e in collection.together(one, other, dates, _SENTENCES)],
        }
        for i, (one, other) in enumerate(itertools.pairwise(chosen))
    ]
    return {"steps": steps}


def _weighted(found: Comentions) -> Iterable[Weighted]:
    return (Weighted(tie.one, tie.other, tie.together) for tie in found.ties)


def _dates(request: Answer) -> DateRange | None:
    return DateRange(*request["dates"]) if request.get("dates") else None


def _selection(told: list[str]) -> Selection:
    return Selection(told[0], told[1], told[-1])  # type: ignore[arg-type]  # the reader's own words


def _told(selection: Selection) -> list[str]:
    return [selection.kind, selection.id, selection.label]


def main(arguments: list[str]) -> int:
    """Answer requests until the input ends."""
    own = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what libraries print is no answer
    collection = Collection.open([Path(argument) for argument in arguments])
    known: dict[str, Comentions] = {}
    for line in sys.stdin:
        request = json.loads(line)
        if request["do"] == "draw":  # the index may be another one now
            known.clear()
            answer = draw(collection, request)
        else:
            answer = path(collection, request, known)
        own.write(json.dumps({"number": request["number"], **answer}) + "\n")
        own.flush()
    collection.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
