"""People within one article: names clustered by bearer, with the offices that appositions give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.extraction import extensions
from dateline.model import Person

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "dateline_people"


@Language.component(NAME)
def find_people(doc: Doc) -> Doc:
    """Set ``doc._.people`` and ``doc.spans["people"]``."""
    clusters: dict[str, list[tuple[int, int]]] = {}
    for entity in doc.ents:
        if entity.label_ == "PERSON":
            clusters.setdefault(entity[-1].text, []).append((entity.start_char, entity.end_char))
    people = []
    for family, offsets in clusters.items():
        mentions = tuple(extensions.mention(doc, start, end, "name", "model") for start, end in offsets)
        name = max((mention.text for mention in mentions), key=len)
        people.append(Person(name=name, given=None, family=family, mentions=mentions))
    doc._.people = tuple(people)
    extensions.keep_spans(doc, "people", [(m.start, m.end, p.name) for p in people for m in p.mentions])
    return doc
