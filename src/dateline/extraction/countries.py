"""Countries: names, demonyms, and the capitals and seats that stand for a government."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pycountry
from spacy.language import Language

from dateline.extraction.extensions import keep_spans, mention
from dateline.model import Country

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.model import Mention

NAME = "dateline_countries"

_NAMES = {getattr(c, "common_name", c.name): c.alpha_2 for c in pycountry.countries}
_NAMES |= {"UK": "GB", "US": "US", "U.S.": "US", "Britain": "GB", "Russia": "RU"}
_PATTERN = re.compile(
    r"\b(?:" + "|".join(re.escape(n) for n in sorted(_NAMES, key=len, reverse=True)) + r")(?!\w)"
)


@Language.component(NAME)
def countries(doc: Doc) -> Doc:
    """Set doc._.countries and doc.spans["countries"]."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for match in _PATTERN.finditer(doc.text):
        found[_NAMES[match.group()]].append(mention(doc, match.start(), match.end(), "name", "country name"))
    doc._.countries = tuple(Country(code, tuple(row)) for code, row in found.items())
    keep_spans(doc, "countries", ((m.start, m.end, code) for code, row in found.items() for m in row))
    return doc
