"""Which office phrases belong to a name beside them, and which stand alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extraction import offices
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Doc

    from dateline.extraction.offices import OfficePhrase
    from dateline.model import Office

_CLOSING = words("who whose in at for and said says told from since until during under")
_COPULAS = words("is was becomes became remains remained")
_WILL = words("will would 'll could may might")
_ALSO = words("also now still currently both then")
_DASHES = words("- – — (")


def owners(doc: Doc, spans: Iterable[tuple[int, int]]) -> dict[OfficePhrase, int]:
    """Return the office phrases that belong to a name with the index of that name among the spans.

    An office belongs to the name right behind it ("French President Claire Aubert"), to one behind a comma
    where the phrase is definite ("the president of the European Council, Anna Lund"), to the name before
    it in apposition ("Anna Lund, the president of …") or as its predicate ("Anna Lund is the …").
    """
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for number, (start, end) in enumerate(spans):
        starts.setdefault(start, number)
        ends.setdefault(end, number)
    found: dict[OfficePhrase, int] = {}
    for phrase in offices.find(doc):
        owner = _behind(doc, phrase, starts)
        if owner is None:
            owner = _before(doc, phrase, ends)
        if owner is not None:
            found[phrase] = owner
    return found


def _behind(doc: Doc, phrase: OfficePhrase, starts: Mapping[int, int]) -> int | None:
    if phrase.end in starts:
        return starts[phrase.end]
    for other in offices.beside(doc, phrase.end, phrase.end):
        if other.start == phrase.end and other.end in starts and other.kind == "post":
            return starts[other.end]  # "Nato commander Gen. Dale Lund"
    if phrase.head_end in starts:  # "the spokesman for", cut short by a name
        return starts[phrase.head_end]
    definite = (
        phrase.determiner
        or phrase.end > phrase.head_end
        or phrase.office.country
        or phrase.office.organization
    )
    if (
        phrase.end < len(doc)
        and doc[phrase.end].text in (",", ":", "-", "–")
        and definite
        and not phrase.generic
    ):
        return starts.get(phrase.end + 1, _further(doc, phrase, starts))
    return None


def _further(doc: Doc, phrase: OfficePhrase, starts: Mapping[int, int]) -> int | None:
    """Return whose name stands behind a second, lesser office: "the weekly's editor, Labour MP Anna Lund"."""
    if phrase.kind == "top" or not (phrase.office.country or phrase.office.organization):
        return None  # an enumeration: "the prime minister, French President …"
    first = phrase.end + 1
    for other in offices.beside(doc, first, first):
        lesser = other.start == first and other.kind in ("post", "occupation")
        if lesser and other.end in starts and not phrase.office.former:
            return starts[other.end]
    return None


def _before(doc: Doc, phrase: OfficePhrase, ends: Mapping[int, int]) -> int | None:
    first = phrase.start
    if first == 0:
        return None
    mark = doc[first - 1]
    if mark.text == "," or mark.text in _DASHES:
        owner = ends.get(first - 1)
        behind = doc[phrase.end] if phrase.end < len(doc) else None
        closed = behind is None or not behind.is_alpha or behind.lower_ in _CLOSING
        return owner if closed else None
    if mark.lower_ in _ALSO and first > 1:
        first -= 1
        mark = doc[first - 1]
    if mark.lower_ == "become" and first > 1 and doc[first - 2].lower_ in _WILL:
        return ends.get(first - 2)
    if mark.lower_ in _COPULAS:
        subject = first - 1
        if subject > 0 and doc[subject - 1].lower_ == "who":
            subject -= 1
            if subject > 0 and doc[subject - 1].text == ",":
                subject -= 1
        return ends.get(subject)
    return None


def held(doc: Doc, phrase: OfficePhrase) -> Office:
    """Return the office of a phrase that belongs to a name, as past where the predicate is ("was the …")."""
    before = doc[phrase.start - 1].lower_ if phrase.start > 0 else ""
    return replace(phrase.office, former=True) if before == "was" else phrase.office
