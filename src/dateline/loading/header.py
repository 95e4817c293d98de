"""The head of an article: headline, bylines, date lines and "Source:" fields before its prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.loading import dates, headline, outlets, sentences
from dateline.loading.furniture import Piece

_DEEPEST = 10  # pieces of an article that may belong to its head
_LONGEST_LINE = 130

_PERSON = r"[A-Z][\w'’.-]{0,30}(?: (?:[a-z]{1,4} ){0,2}[A-Z][\w'’.-]{0,30}){1,4}"
_BYLINE = re.compile(
    rf"(?:[Ww]ritten |[Ww]ords |[Rr]eport(?:ed)? )?(?:by|By|BY):? (?P<who>{_PERSON}|[A-Z]\w+)\b"
)
_BYLINE_PARTS = re.compile(r" ?[|·•] ?| [–—-] |, | for (?=[A-Z]|the [A-Z])")
_FIELD = re.compile(
    r"(?P<label>(?P<key>title|headline|source|outlet|publication|publisher|newspaper|authors?|byline|url"
    r"|section):) ?(?P<value>\S.*)",
    re.IGNORECASE,
)
_OUTLET_FIELDS = ("source", "outlet", "publication", "publisher", "newspaper")
_TITLE_FIELDS = ("title", "headline")


@dataclass(slots=True)
class Header:
    """What the head of an article declares; None where it does not."""

    title: str | None = None
    date: str | None = None
    updated: str | None = None  #: date of a later change, which counts where no other is given
    outlet: str | None = None


def read(pieces: list[Piece]) -> tuple[Header, list[Piece]]:
    """Return what the head declares, and the pieces with those of its lines that are no text made furniture.

    The head reaches to the first prose; behind a headline to the second, for the first may be a standfirst.
    """
    header = Header()
    result: list[Piece] = []
    left = sum(not piece.is_furniture for piece in pieces)
    depth = prose = 0
    for piece in pieces:
        if piece.is_furniture or depth >= _DEEPEST or prose > (header.title is not None):
            result.append(piece)
            continue
        depth, left = depth + 1, left - 1
        taken = _taken(piece.text, header)
        if taken is None:
            if header.title is None and left and headline.is_headline(piece.text):
                _take_headline(piece.text, header)
            elif len(piece.text) > _LONGEST_LINE or sentences.is_ended(piece.text):
                prose += 1
        result += taken or [piece]
    return header, result


def _taken(line: str, header: Header) -> list[Piece] | None:
    """Put what a line declares into header and return its pieces; None where it declares nothing."""
    if len(line) > _LONGEST_LINE:
        return None
    if _take_date(line, header) or _take_byline(line, header) or _take_outlet(line, header):
        return [Piece(line, is_furniture=True)]
    return _take_field(line, header)


def _take_headline(line: str, header: Header) -> None:
    header.title, site = headline.without_site(line)
    header.outlet = header.outlet or site


def _take_date(line: str, header: Header) -> bool:
    day = dates.date_line(line)
    if day is None:
        return False
    if day.is_update:
        header.updated = header.updated or day.iso
    else:
        header.date = header.date or day.iso
    return True


def _take_byline(line: str, header: Header) -> bool:
    """Take "By Jane Smith, BBC News | 2 March 2031": the outlet and the date are among its later parts."""
    found = _BYLINE.match(line)
    if found is None or sentences.is_ended(line):
        return False
    parts = [part.strip() for part in _BYLINE_PARTS.split(line)[1:]]
    if " " not in found["who"] and not outlets.is_outlet(found["who"]):
        return False
    for part in (found["who"], *parts):
        if not _take_date(part, header):
            header.outlet = header.outlet or outlets.of_affiliation(part)
    return True


def _take_outlet(line: str, header: Header) -> bool:
    """Take a line that is an outlet's name, with or without a date: "The Guardian, 2 March 2031"."""
    if header.outlet is not None:
        return False
    if line.count(" ") <= 2 and outlets.is_outlet(line):
        header.outlet = line
        return True
    for between in _BYLINE_PARTS.finditer(line):
        parts = line[: between.start()], line[between.end() :]
        for outlet, date in (parts, parts[::-1]):
            if outlets.is_outlet(outlet) and _take_date(date, header):
                header.outlet = outlet
                return True
    return False


def _take_field(line: str, header: Header) -> list[Piece] | None:
    found = _FIELD.fullmatch(line)
    if found is None:
        return None
    key, value = found["key"].lower(), found["value"]
    if key in _TITLE_FIELDS and header.title is None:
        _take_headline(value, header)
        return [Piece(found["label"], is_furniture=True), Piece(value, is_furniture=False)]
    if key in _OUTLET_FIELDS and "/" not in value:
        header.outlet = header.outlet or value
    return [Piece(line, is_furniture=True)]
