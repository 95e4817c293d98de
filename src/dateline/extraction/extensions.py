"""What the components of the pipeline leave on a Doc for one another and for `pipeline.extract`.

Each component appends its spans to the group of its name in ``doc.spans`` (aligned to tokens, for any spaCy
tool) and its values, with exact character offsets, to the extension of the same name in ``doc._``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc

from dateline.extraction.wording import wording
from dateline.model import Mention, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span, Token

#: The names of span groups and Doc extensions, in the order in which the components fill them.
GROUPS = ("countries", "organizations", "people", "roles", "money", "dates", "pledges", "gatherings")

for _name in GROUPS:
    Doc.set_extension(_name, default=(), force=True)


def text(doc: Doc) -> str:
    """Return doc.text, joined once: spaCy puts it together from the tokens at every call."""
    return wording(doc).whole


def mention(doc: Doc, start: int, end: int, kind: MentionKind, rule: str) -> Mention:
    """Return the mention at the character offsets start and end of doc."""
    return Mention(start, end, text(doc)[start:end], kind, rule)


def covering(doc: Doc, start: int, end: int) -> Span:
    """Return the tokens of doc that the character offsets start and end touch.

    Raises ValueError where they touch none.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no token at {start}:{end}")
    return span


def head_of(span: Span) -> Token:
    """Return the token of the span that its other tokens depend on; on long texts Span.root is slow."""
    return next((t for t in span if not span.start <= t.head.i < span.end or t.head == t), span[-1])


def keep_spans(doc: Doc, group: str, offsets: Iterable[tuple[int, int, str]]) -> None:
    """Put (start, end, label) triples of character offsets into the span group, widened to whole tokens."""
    spans = (doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in offsets)
    doc.spans[group] = [span for span in spans if span is not None]
