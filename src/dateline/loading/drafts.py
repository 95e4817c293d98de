"""What a format hands on of each article that it holds, or of a part that it can't make an article of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its file has it: undivided, with all that stands around it.

    What the format itself tells (a page's metadata, a column, a header) is given beside the text and goes
    before what the text declares.
    """

    raw: bytes  #: the bytes of the file, or of the record in it: the article's identity
    text: str  #: the characters of it, decoded and not yet cleaned
    record: int | None = None  #: its number in a file that holds several
    title: str | None = None
    date: str | None = None  #: "2031-03-02"
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Flaw:
    """A part of a file that can't be read, for the report of the run."""

    reason: str  #: what is wrong, in words for the reader
    advice: str  #: what to do about it
