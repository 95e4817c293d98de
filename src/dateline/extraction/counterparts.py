"""Which office a counterpart holds: the one of the person compared with, in the counterpart's own country."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extraction import offices
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

    from dateline.extraction.offices import OfficePhrase
    from dateline.model import Office

#: Key of `Doc.user_data` under which `settle` leaves what it found.
SETTLED = "dateline.counterparts"
#: States led by a chancellor, by a president without a prime minister, and by a prime minister.
_CHANCELLORS = words("DE AT")
_PRESIDENTS = words(
    "US MX BR AR CL CO VE EC BO UY PY PA CR GT HN NI SV DO CU ID PH NG KE GH ZA TR CY IR BY AO"
)
_PRIME_MINISTERS = words(
    """
    GB CA AU NZ JP IN BD NP BT MY SG TH KH LA PG FJ IE IS NO SE DK FI NL BE LU ES PT IT GR MT EE LV LT PL
    CZ SK HU SI HR BG MK AL ME RS XK IL IQ LB ET LS JM BS BB TT
    """
)
#: States whose ministers are secretaries.
_SECRETARIES = words("GB US PH KE MX")
#: States where a president and a prime minister meet leaders from abroad.
_EITHER = words("PL LT RO FR RS")
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
                return replace(own, title=_title(office, own.country), organization=None)
            if own.organization and office.organization:
                return replace(own, title=office.title)
    return None


def _title(compared: Office, country: str) -> str:
    """Return the title that the office compared with has in the country."""
    governs = compared.title == "chancellor" and compared.country in _CHANCELLORS
    if compared.title == "chancellor" and not governs:
        return "finance minister"
    if compared.title == "secretary of state":
        return "foreign minister"
    if compared.title.endswith(" secretary") and country not in _SECRETARIES:
        return compared.title.removesuffix("secretary") + "minister"
    if governs or compared.title in ("president", "prime minister", "premier", "taoiseach"):
        if country in _PRESIDENTS:
            return "president"
        if country in _CHANCELLORS:
            return "chancellor"
        if country in _PRIME_MINISTERS or governs:
            return "prime minister" if country not in _EITHER else "leader"
    return compared.title


def pronominal(phrase: OfficePhrase) -> bool:
    """Tell whether the phrase is somebody's counterpart by a pronoun ("her Indian counterpart")."""
    return phrase.office.title == "counterpart" and phrase.determiner in ("his", "her", "their", "its")
