"""Date expressions, kept relative where the words are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.extraction.extensions import keep_spans
from dateline.model import DateExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "dateline_dates"

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PATTERN = re.compile(rf"\b(?:{'|'.join(_DAYS)}|today|yesterday|tomorrow)\b")
_WORDS = {"today": "day:+0", "yesterday": "day:-1", "tomorrow": "day:+1"}


@Language.component(NAME)
def dates(doc: Doc) -> Doc:
    """Set doc._.dates and doc.spans["dates"]."""
    found = []
    for match in _PATTERN.finditer(doc.text):
        word = match.group()
        form = _WORDS.get(word, word[:3].upper())
        found.append(DateExpression(match.start(), match.end(), word, form, rule="word"))
    doc._.dates = tuple(found)
    keep_spans(doc, "dates", ((d.start, d.end, d.form) for d in found))
    return doc
