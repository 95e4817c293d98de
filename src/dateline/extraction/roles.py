"""Role phrases that stand alone for one person: "the French president", "the Prime Minister"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.extraction import extensions

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "dateline_roles"


@Language.component(NAME)
def find_roles(doc: Doc) -> Doc:
    """Set ``doc._.roles`` and ``doc.spans["roles"]``."""
    doc._.roles = ()
    extensions.keep_spans(doc, "roles", [])
    return doc
