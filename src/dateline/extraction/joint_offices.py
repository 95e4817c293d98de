"""Offices that several people share: "foreign ministers Anna Lund and Karl Brenner"."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from dateline.extraction import titles
from dateline.extraction.landscape import landscape
from dateline.extraction.wording import wording
from dateline.model import Office

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

_PLURALS = {
    "ministers": "minister",
    "presidents": "president",
    "premiers": "premier",
    "chancellors": "chancellor",
    "leaders": "leader",
    "secretaries": "secretary",
    "senators": "senator",
    "governors": "governor",
    "commissioners": "commissioner",
    "ambassadors": "ambassador",
    "envoys": "envoy",
    "generals": "general",
}
_WRITTEN = frozenset((*_PLURALS, *(word.title() for word in _PLURALS)))
_FIELDS = titles.PORTFOLIOS | titles.RANKINGS | {"prime", "affairs"}
_AND = frozenset((",", "and"))


def find(doc: Doc, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, Office]]:
    """Yield the offices of names that stand together behind a plural, each with the name's place in spans.

    As many countries as names go with them in their order: "the French and German presidents, … and …".
    """
    starts = {start: (number, end) for number, (start, end) in enumerate(spans)}
    for place in wording(doc).among(_WRITTEN):
        names = _names(doc, place + 1, starts)
        if len(names) < 2:
            continue
        title, first = [_PLURALS[doc[place].lower_]], place
        while first > 0 and doc[first - 1].lower_ in _FIELDS:
            first -= 1
            title.insert(0, doc[first].lower_)
        former = first > 0 and doc[first - 1].lower_ in titles.FORMER
        codes = _countries(doc, first - former)
        owners = codes if len(codes) == len(names) else repeat(codes[0] if len(codes) == 1 else None)
        for name, code in zip(names, owners, strict=False):
            yield name, Office(" ".join(title), country=code, former=former)


def _names(doc: Doc, place: int, starts: dict[int, tuple[int, int]]) -> list[int]:
    """Return the numbers of the names that commas and "and" join from the token on."""
    found: list[int] = []
    while True:
        while place < len(doc) and doc[place].lower_ in _AND:
            place += 1
        if place not in starts:
            return found
        number, place = starts[place]
        found.append(number)
        if place >= len(doc) or doc[place].lower_ not in _AND or doc[place - 1].lower_ == "and":
            return found


def _countries(doc: Doc, end: int) -> list[str]:
    """Return the codes of the countries that stand joined before the token, in the order of the text."""
    ground = landscape(doc)
    codes: list[str] = []
    while end > 0:
        found = ground.country.get(end - 1)
        if found is None:
            return codes
        codes.insert(0, found[0])
        end = found[1]
        while end > 1 and doc[end - 1].lower_ in _AND and ground.country.get(end - 2) is not None:
            end -= 1
    return codes
