"""The city from which an article was written, by its own dateline: "GENEVA (Reuters) - …"."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from dateline.extraction import extensions
from dateline.extraction.gazetteer import capitals

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BREAK = re.compile(r"\n+")
_HEAD = 700  #: characters in which the dateline stands, headlines before it included
_CAPITALS = r"[A-Z][A-Z.'’]+(?:[ -][A-Z.'’]+){0,2}"
_TITLED = r"[A-Z][a-z.'’]+(?:[ -][A-Z][a-z.'’]+){0,2}(?=[^\n(]{0,30}\()"  # with an agency behind it alone
_DASH = r"(?:--|[-–—])\s"
_CITY = re.compile(
    rf"^[ \t]*(?P<city>{_CAPITALS}|{_TITLED})(?:,[^\n(–—-]{{1,30}})?\s?(?:\([^)\n]{{2,40}}\)\s?)?{_DASH}",
    re.MULTILINE,
)


class Dateline(NamedTuple):
    """The city of a dateline and its paragraph, as character offsets, and where the next paragraph ends."""

    city: str
    country: str | None  #: ISO 3166-1 alpha-2, known for capitals
    start: int
    end: int
    second: int


def dateline(doc: Doc) -> Dateline | None:
    """Return the dateline of an article, None where it has none."""
    text = extensions.text(doc)
    found = _CITY.search(text, 0, _HEAD)
    if found is None or any(m.start == found.start("city") for b in doc._.organizations for m in b.mentions):
        return None  # "NATO – …" is no city
    city = found["city"]
    city = city if not city.isupper() else "-".join(part.title() for part in city.split("-"))
    breaks = [m.start() for m in islice(_BREAK.finditer(text, found.end()), 2)]
    end, second = (*breaks, len(text), len(text))[:2]
    return Dateline(city, capitals().get(city), found.start(), end, second)
