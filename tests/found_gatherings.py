"""The gatherings that the pipeline finds in a passage, as tests ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from dateline.model import Gathering


def gatherings(nlp: Language, text: str) -> tuple[Gathering, ...]:
    """Return the gatherings of a text."""
    found: tuple[Gathering, ...] = nlp(text)._.gatherings
    return found


def only(nlp: Language, text: str) -> tuple[Gathering, set[str], str | None]:
    """Return the only gathering of a text, the names of who takes part, and its date as written."""
    doc = nlp(text)
    (gathering,) = doc._.gatherings
    when = None if gathering.date is None else doc._.dates[gathering.date].text
    return gathering, {p.name for p in gathering.participants}, when
