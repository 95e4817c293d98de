"""The component that finds gatherings (placeholder rules: it finds none yet)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.extraction import extensions

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "dateline_gatherings"


@Language.component(NAME)
def find_gatherings(doc: Doc) -> Doc:
    """Set ``doc._.gatherings`` and the span group of that name."""
    doc._.gatherings = ()
    extensions.keep_spans(doc, "gatherings", ())
    return doc
