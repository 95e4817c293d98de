"""Organizations within one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.extraction import extensions
from dateline.model import Organization

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "dateline_organizations"


@Language.component(NAME)
def find_organizations(doc: Doc) -> Doc:
    """Set ``doc._.organizations`` and ``doc.spans["organizations"]``."""
    clusters: dict[str, list[tuple[int, int]]] = {}
    for entity in doc.ents:
        if entity.label_ == "ORG":
            clusters.setdefault(entity.text.casefold(), []).append((entity.start_char, entity.end_char))
    found = []
    for offsets in clusters.values():
        mentions = tuple(extensions.mention(doc, start, end, "name", "model") for start, end in offsets)
        found.append(Organization(name=mentions[0].text, mentions=mentions))
    doc._.organizations = tuple(found)
    extensions.keep_spans(doc, "organizations", [(m.start, m.end, o.name) for o in found for m in o.mentions])
    return doc
