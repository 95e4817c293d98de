"""What a format hands on of each article that it holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its file has it: undivided, with all that stands around it."""

    raw: bytes  #: the bytes of the file, or of the record in it: the article's identity
    text: str  #: the characters of it, decoded and not yet cleaned
    record: int | None = None  #: its number in a file that holds several
