"""What follows the head of an office phrase: "of the European Council", "for trade", "of state"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import titles
from dateline.extraction.bodies import BODY_NOUNS
from dateline.extraction.landscape import CALENDAR, capitalized, hyphen, landscape
from dateline.extraction.surroundings import BODY_KINDS, SHIPS
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.extraction.office_parts import Draft

#: What has a leader in lower case: "the leader of the opposition", not "accused the leader of theft".
_LED = words(
    """
    opposition party council group movement union country nation republic state world assembly parliament club
    bank
    """
)
_LINKS = {
    "of": frozenset[str](),
    "for": words(
        """
    minister secretary spokesman spokeswoman commissioner envoy director mp governor
    """
    ),
    "at": words("director head professor analyst economist lecturer"),
    "to": words("ambassador envoy adviser commissioner representative"),
}


def take_complement(doc: Doc, draft: Draft, end: int) -> int:
    """Take "of" and a country or body behind the head; return the end of the phrase."""
    if end + 1 >= len(doc):
        return end
    link = doc[end].lower_
    if link not in _LINKS or (_LINKS[link] and draft.title[-1] not in _LINKS[link]):
        return end
    ground = landscape(doc)
    first = end + 1
    if doc[first].lower_ in ("the", "a", "an") and first + 1 < len(doc):
        first += 1
    if doc[first].lower_ == "exchequer":
        return first + 1
    listed = ground.listed.get(first)
    country = ground.country.get(first)
    if listed is not None and listed[1] == first:
        close = listed[2]
    elif country is not None and country[1] == first and ground.label(first) != "ORG":
        draft.country = draft.country or country[0]
        return country[2]
    elif capitalized(doc[first]) and doc[first].lower_ not in CALENDAR:
        close = _run_of_a_body(doc, first)
    else:
        noun = _lower_noun(doc, first)
        close = _named(doc, noun)
        leads = draft.kind in ("top", "head") and close == noun
        if close == first or (leads and doc[close - 1].lower_ not in _LED):
            return end
        draft.organization = draft.organization or doc[first:close].text
        return close
    if (
        close > first
        and draft.title[-1] in ("secretary", "minister")
        and doc[first].lower_ in titles.PORTFOLIOS
    ):
        draft.title[-1:] = [*(token.lower_ for token in doc[first:close]), draft.title[-1]]
    elif close > first:
        draft.organization = draft.organization or doc[first:close].text
        draft.body = draft.body or (first, close)
    return max(close, end)


def _run_of_a_body(doc: Doc, first: int) -> int:
    """Return the end of a body's name; a name of a person that follows at once is not taken."""
    ground = landscape(doc)
    close = first
    while close < len(doc) and ground.label(close) != "PERSON":
        token = doc[close]
        joins = token.lower_ in ("of", "for", "and", "&", "on", "the") and close + 1 < len(doc)
        if joins and close > first:
            entity = ground.entity.get(close)
            if not (capitalized(doc[close + 1]) and (entity is not None or token.lower_ == "of")):
                break
        elif not (capitalized(token) or hyphen(token)):
            break
        close += 1
        if (
            token.lower_ in BODY_NOUNS
            and close < len(doc)
            and doc[close].lower_ not in ("of", "for", "on", "and", "&")
        ):
            break
    return close


def _named(doc: Doc, close: int) -> int:
    """Return the end of the name behind the noun of a ship or body: "the ferry Princess Beatrix"."""
    if doc[close - 1].lower_ not in SHIPS | BODY_KINDS:
        return close
    while close < len(doc) and capitalized(doc[close]) and landscape(doc).label(close) != "PERSON":
        close += 1
    return close


def _lower_noun(doc: Doc, first: int) -> int:
    """Return the end of a plain noun phrase in lower case."""
    close = first
    while (
        close < len(doc)
        and close - first < 4
        and doc[close].is_lower
        and doc[close].tag_ in ("JJ", "NN", "VBG", "NNS")
    ):
        close += 1
    return close if close > first and doc[close - 1].tag_ in ("NN", "NNS") else first
