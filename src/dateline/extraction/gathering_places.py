"""Where a gathering takes place, as its phrase or its clause says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import extensions
from dateline.extraction.gathering_datelines import dateline
from dateline.extraction.gazetteer import capitals
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.extraction.parties import Cast

Place = tuple[str | None, str | None]  #: name, ISO 3166-1 alpha-2 of its country

NOWHERE: Place = (None, None)
#: Rooms by which news names the house.
_ROOMS = {
    "Oval Office": "White House", "No 10": "Downing Street", "Number 10": "Downing Street",
    "Number Ten": "Downing Street", "No. 10": "Downing Street", "10 Downing Street": "Downing Street",
}  # fmt: skip
_SEATS = {
    "White House": "US", "Camp David": "US", "Mar-a-Lago": "US", "Downing Street": "GB", "Chequers": "GB",
    "Chevening": "GB", "Windsor Castle": "GB", "Buckingham Palace": "GB", "Elysee Palace": "FR",
    "Kremlin": "RU",
}  # fmt: skip
_LEAD = words("the a an swiss resort city town village capital of port island nearby then its his their")
_HOUSES = words("residence house retreat estate palace castle resort ranch compound villa")
_NOT_PLACES = words("parliament congress commons lords house assembly")
_MONTHS = words(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    """
)


def place_behind(cast: Cast, start: int, end: int, prepositions: frozenset[str]) -> Place:
    """Return the first place behind one of the prepositions among the tokens start to end."""
    for i in range(start, end - 1):
        if cast.doc[i].lower_ in prepositions:
            found = _named(cast, i + 1, end)
            if found[0] is not None:
                return found
    return NOWHERE


def place_before(cast: Cast, start: int, head: int) -> Place:
    """Return the place that stands before the noun: "the London meeting", "Downing Street talks"."""
    doc = cast.doc
    for i in range(start, head):
        token = doc[i]
        if not token.text[:1].isupper() or token.lower_ in _MONTHS:
            continue
        actor = cast.at(token)
        if token.text in capitals() and doc[head].text[:1].isupper():  # "the Oslo Arctic Conference"
            return token.text, capitals()[token.text]
        if actor is not None and actor.kind not in {"capital", "seat"}:
            continue
        known = token.text in capitals() or (actor is not None and actor.kind == "seat")
        if not (known or token.ent_type_ == "GPE" or token.text == "Brussels"):
            continue
        text, stop = _span(cast, i, head)
        if stop < len(doc) and doc[stop].lower_ not in {"'s", "’s", "-"}:
            return _place(cast, text, i, stop)
    return NOWHERE


def place_of_series(cast: Cast, start: int, head: int) -> Place:
    """Return the name right before "summit" behind that of a body: "the G20 Hangzhou summit"."""
    token = cast.doc[head - 1]
    behind_body = head - 2 >= start and cast.doc[head - 2].text[:1].isupper()
    name = token.text.istitle() and token.is_alpha and cast.doc[head].is_lower
    if behind_body and name and cast.at(token) is None and token.lower_ not in _MONTHS | _NOT_PLACES:
        return token.text, capitals().get(token.text)
    return NOWHERE


def _named(cast: Cast, i: int, end: int) -> Place:
    """Return the place whose name begins at token i, behind "the Swiss resort of" and the like."""
    doc = cast.doc
    nation: str | None = None
    while i < end and ((doc[i].lower_ in _LEAD and doc[i].lower_ == doc[i].text) or _is_demonym(cast, i)):
        actor = cast.at(doc[i])
        nation = str(actor.key[1]) if actor is not None else nation
        if (
            doc[i].lower_ == "capital"
            and nation is not None
            and (i + 1 >= end or not doc[i + 1].text[:1].isupper())
        ):
            return next(((name, code) for name, code in capitals().items() if code == nation), NOWHERE)
        if doc[i].lower_ in {"city", "resort", "town"} and not _goes_on(doc, i + 1, end):
            here = dateline(doc)  # "in the Swiss city"
            return (here.city, here.country or nation) if here is not None else NOWHERE
        i += 1
    while (
        i + 1 < end
        and doc[i].pos_ in {"NOUN", "ADJ"}
        and doc[i].text.islower()
        and doc[i + 1].lower_ in {"of", "capital"}
    ):
        i += 2
    if i + 2 < end and doc[i].lower_ in _HOUSES | {"mountain"}:
        i = _apposition(doc, i, end)
    if i + 1 < end and doc[i].text == "10" and doc[i + 1].text == "Downing":
        i += 1
    if i >= end or not doc[i].text[:1].isupper() or doc[i].lower_ in _MONTHS | _NOT_PLACES:
        return NOWHERE
    actor = cast.at(doc[i])
    if actor is not None and actor.key[0] in {"person", "role"} and not _resort(doc, i):
        return NOWHERE
    text, stop = _span(cast, i, end)
    if stop < len(doc) and doc[stop].lower_ in {"'s", "’s"}:
        return _apposed(cast, stop, end)
    body = actor is not None and actor.key[0] == "organization"
    if body and text not in _ROOMS | _SEATS and doc[i].ent_type_ != "GPE" and not _resort(doc, i):
        return NOWHERE
    name, code = _place(cast, text, i, stop)
    return name, code or nation


def _goes_on(doc: Doc, i: int, end: int) -> bool:
    """Tell whether a name follows "the city": "of Geneva", "Geneva", "state of Geneva"."""
    return any(t.text[:1].isupper() and t.lower_ not in _MONTHS for t in doc[i : min(end, i + 2)])


def _is_demonym(cast: Cast, i: int) -> bool:
    actor = cast.at(cast.doc[i])
    return actor is not None and actor.kind == "demonym"


def _apposed(cast: Cast, i: int, end: int) -> Place:
    """Return the name behind somebody's house: "at the king's summer residence, Miramare"."""
    for k in range(i, min(end, i + 6)):
        if cast.doc[k].lower_ in _HOUSES:
            stop = _apposition(cast.doc, k, end)
            if stop < len(cast.doc) and stop != k:
                text, last = _span(cast, stop, len(cast.doc))
                return _place(cast, text, stop, last)
    return NOWHERE


def _apposition(doc: Doc, i: int, end: int) -> int:
    """Return where the name in apposition begins behind "the mountain resort", "residence,"; i where
    there is none.
    """
    k = i + 1
    while k < len(doc) and k <= i + 3 and (doc[k].lower_ in _HOUSES or doc[k].text == ","):
        k += 1
    return k if k < len(doc) and doc[k].text[:1].isupper() and doc[k].lower_ not in _MONTHS else i


def _resort(doc: Doc, i: int) -> bool:
    """Tell whether the name before was announced as a place: "the resort of Arusha"."""
    return any(t.lower_ in {"resort", "city", "town", "village"} for t in doc[max(0, i - 3) : i])


def _span(cast: Cast, i: int, end: int) -> tuple[str, int]:
    """Return the capitalized words from token i and where they end."""
    doc = cast.doc
    stop = i + 1
    while stop < end and (
        (doc[stop].text[:1].isupper() and doc[stop].lower_ not in _MONTHS and not doc[stop - 1].is_punct)
        or (doc[stop].text.isdigit() and doc[stop - 1].text in {"No", "Number"})
        or (
            doc[stop].text in {"-", "'s", "’s"}
            and stop + 1 < end
            and doc[stop + 1].text[:1].isupper()
            and doc[stop].text == "-"
        )
    ):
        stop += 1
    while stop > i + 1 and doc[stop - 1].is_punct:
        stop -= 1
    return extensions.text(doc)[doc[i].idx : doc[stop - 1].idx + len(doc[stop - 1])], stop


def _place(cast: Cast, text: str, start: int, stop: int) -> Place:
    name = _ROOMS.get(text, text)
    code = _SEATS.get(name) or capitals().get(name)
    if code is None:
        near = cast.within(start, min(len(cast.doc), stop + 3))
        code = next((str(a.key[1]) for a in near if a.key[0] == "country" and a.kind == "name"), None)
    return name, code
