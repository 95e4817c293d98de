"""Sentence starts that are known before the parser runs: a sentence never spans paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "dateline_paragraphs"


@Language.component(NAME)
def paragraphs(doc: Doc) -> Doc:
    """Start a sentence at the first word of every paragraph (paragraphs part at a blank line)."""
    fresh = True
    for token in doc:
        if token.is_space:
            token.is_sent_start = False if token.i else None
            fresh = fresh or "\n" in token.text
        elif fresh:
            token.is_sent_start = True
            fresh = False
    return doc
