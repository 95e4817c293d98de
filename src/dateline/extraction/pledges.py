"""The component that finds pledges (placeholder rules: it finds none yet)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.extraction import extensions

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "dateline_pledges"


@Language.component(NAME)
def find_pledges(doc: Doc) -> Doc:
    """Set ``doc._.pledges`` and the span group of that name."""
    doc._.pledges = ()
    extensions.keep_spans(doc, "pledges", ())
    return doc
