"""Which office a counterpart holds: the one of the person compared with, in the counterpart's own country."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extraction import offices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

    from dateline.extraction.offices import OfficePhrase
    from dateline.model import Office

#: Key of `Doc.user_data` under which `settle` leaves what it found.
SETTLED = "dateline.counterparts"
#: So many sentences back the person compared with is named at the latest.
_BACK = 2


def settle(
    doc: Doc, names: Sequence[tuple[int, int, int]], held: Mapping[int, Sequence[Office]]
) -> dict[OfficePhrase, Office]:
    """Return the office of each phrase that speaks of a counterpart, where the person compared with has one.

    `names` are the tokens of people's names with the number of the bearer, `held` the offices of bearers. The
    person compared with is the first one named in the sentence, or in the nearest one before that names any.
    """
    found: dict[OfficePhrase, Office] = {}
    phrases = [phrase for phrase in offices.find(doc) if phrase.office.title == "counterpart"]
    if not phrases:
        return found
    starts = [sentence.start for sentence in doc.sents]
    for phrase in phrases:
        upper = phrase.start
        for first in [start for start in starts if start <= phrase.start][: -_BACK - 2 : -1]:
            here = [number for start, _, number in sorted(names) if first <= start < upper]
            if here:
                office = _office(phrase, next((held[number] for number in here if held.get(number)), ()))
                if office is not None:
                    found[phrase] = office
                break
            upper = first
    return found


def _office(phrase: OfficePhrase, compared: Sequence[Office]) -> Office | None:
    """Return the office with the counterpart's country or body; None without one."""
    own = phrase.office
    for office in compared:
        if office.title and office.title != "counterpart" and not office.former:
            if own.country and own.country != office.country:
                return replace(own, title=office.title, organization=None)
            if own.organization and office.organization:
                return replace(own, title=office.title)
    return None


def pronominal(phrase: OfficePhrase) -> bool:
    """Tell whether the phrase is somebody's counterpart by a pronoun ("her Indian counterpart")."""
    return phrase.office.title == "counterpart" and phrase.determiner in ("his", "her", "their", "its")
