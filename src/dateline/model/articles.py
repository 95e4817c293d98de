"""What loading makes of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TitleBasis = Literal["declared", "derived"]
DateBasis = Literal["declared", "inferred", "file", "judged"]

#: Characters of a text in which people, sums and the rest are looked for: no article has nearly as many, and
#: rules that compare each gathering with those before it take time with the square of their number.
MOST_SEARCHED = 200_000


@dataclass(frozen=True, slots=True)
class Article:
    """One text with a headline, an outlet where known, and a date where it declares one."""

    id: str  #: SHA-256 of the raw bytes of the file (or of the record in it), in hexadecimal
    title: str
    title_basis: TitleBasis
    declared_date: str | None  #: "2031-03-02" where the file states its date, else None
    outlet: str | None  #: None where the text does not say
    text: str  #: cleaned: the headline if it is part of the text, then the body; blank lines part paragraphs
    furniture: tuple[str, ...] = ()  #: what was cut around the text, in the order of the file


@dataclass(frozen=True, slots=True)
class Location:
    """Where an article was found."""

    path: str  #: absolute
    modified: str  #: date with which the file's name begins, else of its last change, "2031-03-02"
    record: int | None = None  #: its number in a file that holds several


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, for the report of the run."""

    path: str
    reason: str  #: what is wrong, in words for the reader
    advice: str  #: what to do about it
