"""Money: sums as the article states them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.extraction.extensions import keep_spans
from dateline.model import Figure

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "dateline_money"

_SYMBOLS = {"£": "GBP", "$": "USD", "€": "EUR"}
_SCALES = {"m": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12, "trillion": 12, "": 0}
_PATTERN = re.compile(r"([£$€])(\d[\d,]*(?:\.\d+)?)(?:\s?(m|bn|tn|million|billion|trillion)\b)?")


@Language.component(NAME)
def money(doc: Doc) -> Doc:
    """Set doc._.money and doc.spans["money"]."""
    found = []
    for match in _PATTERN.finditer(doc.text):
        number = Decimal(match[2].replace(",", "")).scaleb(_SCALES[match[3] or ""])
        amount = format(number, "f")
        found.append(
            Figure(match.start(), match.end(), match.group(), amount, _SYMBOLS[match[1]], rule="symbol")
        )
    doc._.money = tuple(found)
    keep_spans(doc, "money", ((f.start, f.end, f.currency) for f in found))
    return doc
