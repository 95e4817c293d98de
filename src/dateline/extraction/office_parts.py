"""What stands about the head of an office phrase: determiner, qualifiers, country or body, field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extraction import titles
from dateline.extraction.bodies import PARTY_WORDS
from dateline.extraction.landscape import CALENDAR, capitalized, hyphen, landscape, possessive, sentence_start
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DETERMINERS = words("the his her their its our my your this that")
_PREPOSITIONS = words(
    """
    including following according regarding concerning involving being such as well
    """
)
_ORGANS = words(
    """
    council commission parliament club company party union bank federation assembly senate court
    university board association league committee church group
    """
)
_NO_NAME = words("IN CC DT PRP PRP$ WRB RB RBR WDT WP VBD VBZ VBP MD UH")


@dataclass(slots=True)
class Draft:
    """An office phrase in the making."""

    title: list[str]
    kind: str
    left: int  #: first token taken so far
    country: str | None = None
    organization: str | None = None
    body: tuple[int, int] | None = None
    former: bool = False
    generic: bool = False
    determiner: str = ""
    lead: int = -1


def take_front(doc: Doc, draft: Draft) -> None:
    """Take all that stands before the head, from right to left."""
    _field(doc, draft)
    _organ(doc, draft)
    for _ in range(3):
        if not (_possessor(doc, draft) or _country(doc, draft) or _body(doc, draft)):
            break
        if draft.determiner:
            break
        _qualifiers(doc, draft)
    _determiner(doc, draft)


def _organ(doc: Doc, draft: Draft) -> None:
    """Take the noun of a body in front of a head that else leads a state: "the council president"."""
    place = draft.left - 1
    if draft.title == ["president"] and place > 0 and doc[place].is_lower and doc[place].lower_ in _ORGANS:
        draft.kind, draft.organization, draft.left = "body", doc[place].text, place


def _word_before(doc: Doc, place: int) -> tuple[str, int]:
    """Return the word that ends before token `place` with its first token; hyphens join words."""
    first = place - 1
    while first >= 2 and hyphen(doc[first - 1]):
        first -= 2
    return doc[first:place].text.lower(), first


def _field(doc: Doc, draft: Draft) -> None:
    """Take rank and field of the office ("deputy", "foreign") and qualifiers between them and the country."""
    while draft.left > 0 and not draft.generic:
        if hyphen(doc[draft.left - 1]):
            first = draft.left - 2
            word = doc[first].lower_
            if word in titles.RANKINGS:
                draft.title.insert(0, word)
            elif word in titles.FORMER:
                draft.former = True
            else:
                return
            draft.left = first
            continue
        word, first = _word_before(doc, draft.left)
        if (word in titles.RANKINGS and (draft.title[0] != "secretary" or word != "first")) or _is_field(
            doc, word, draft
        ):
            draft.title.insert(0, word)
        elif not _take_qualifier(doc, draft, word, first):
            return
        draft.left = first


def _is_field(doc: Doc, word: str, draft: Draft) -> bool:
    posts = (
        "minister",
        "secretary",
        "chief",
        "commissioner",
        "spokesman",
        "spokeswoman",
        "chancellor",
        "ministry",
    )
    place = draft.left - 1
    if word in titles.PORTFOLIOS and draft.title[-1] in posts and place not in landscape(doc).country:
        return True
    if word in ("and", "&", "affairs") and place > 0:
        return (
            draft.title[0] in titles.PORTFOLIOS | {"affairs"} and (doc[place - 1].lower_ in titles.PORTFOLIOS)
        ) or (word == "affairs" and doc[place - 1].lower_ in titles.PORTFOLIOS)
    token = doc[place]
    return (
        draft.kind != "top"
        and token.tag_ == "NN"
        and token.is_alpha
        and token.is_lower
        and not draft.former
        and word not in titles.QUALIFIERS
        and word not in CALENDAR
    )


def _take_qualifier(doc: Doc, draft: Draft, word: str, first: int) -> bool:
    """Note what the word says of the office if it qualifies it; else return False."""
    if word in titles.GENERIC:
        draft.generic = True
        return True
    if word in titles.FORMER or word.startswith(("ex-", "former-")):
        draft.former = True
        return True
    if word in titles.QUALIFIERS:
        return True
    last = doc[draft.left - 1]
    return (
        last.is_lower
        and (last.tag_ in ("JJ", "JJS", "CD") or (last.tag_ in ("VBN", "VBG") and _adverb_before(doc, first)))
        and word not in _PREPOSITIONS | _DETERMINERS
        and first not in landscape(doc).country
    )


def _adverb_before(doc: Doc, first: int) -> bool:
    return first > 0 and (
        doc[first - 1].tag_ == "RB" or doc[first - 1].lower_ in _DETERMINERS or hyphen(doc[first + 1])
    )


def _qualifiers(doc: Doc, draft: Draft) -> None:
    while draft.left > 0 and not draft.generic:
        if hyphen(doc[draft.left - 1]) and draft.left > 1:
            first, word = draft.left - 2, doc[draft.left - 2].lower_
            if word not in titles.FORMER:
                return
        else:
            word, first = _word_before(doc, draft.left)
        if not _take_qualifier(doc, draft, word, first):
            return
        draft.left = first


def _country(doc: Doc, draft: Draft) -> bool:
    place = draft.left - 1
    ground = landscape(doc)
    found = ground.country.get(place) or ground.seat.get(place)
    if place < 0 or found is None or draft.country:
        return False
    entity = ground.entity.get(place)
    if entity is not None and entity.label_ == "ORG" and entity.start < found[1]:
        return False  # "Reform UK leader"
    draft.country, draft.left = found[0], found[1]
    return True


def _body(doc: Doc, draft: Draft) -> bool:
    """Take a body's name in front of the office: "European Commission president", "Microsoft founder"."""
    place = draft.left - 1
    ground = landscape(doc)
    if place < 0 or draft.organization or not _of_a_body(doc, place):
        return False
    first = place
    listed = ground.listed.get(place)
    entity = ground.entity.get(place)
    if listed is not None:
        first = listed[1]
    elif entity is not None and entity.label_ == "ORG":
        first = entity.start
    else:
        while first > 0 and _of_a_body(doc, first - 1) and not sentence_start(doc[first]):
            first -= 1
    if doc[first].lower_ == "the" and first < place:
        first += 1
    code = ground.country.get(first)
    if code is not None and code[2] <= place and not draft.country:
        draft.country = code[0] if code[2] == place or listed is None else None
        draft.country = code[0]
    draft.body = (first, place + 1)
    draft.organization = doc[first : place + 1].text
    draft.left = first
    return True


def _of_a_body(doc: Doc, place: int) -> bool:
    token = doc[place]
    ground = landscape(doc)
    return (
        (capitalized(token) or token.text == "&" or (token.is_digit and ground.label(place) == "ORG"))
        and token.lower_ not in _DETERMINERS
        and ground.label(place) != "PERSON"
        and token.tag_ not in _NO_NAME
        and (
            token.tag_ not in ("JJ", "JJR", "VBN", "VBG")
            or not sentence_start(token)
            or token.text in PARTY_WORDS
        )
        and token.lower_ not in CALENDAR
    )


def _possessor(doc: Doc, draft: Draft) -> bool:
    """Take a possessor: "India's finance minister", "the alliance's chief", "Mr Marlow's spokesman"."""
    mark = draft.left - 1
    if mark < 1 or not possessive(doc[mark]):
        return False
    last = mark - 1
    ground = landscape(doc)
    draft.determiner = "'s"
    found = ground.country.get(last)
    if found is not None and ground.label(last) not in ("ORG", "PERSON"):
        draft.country, draft.left = found[0], found[1]
    elif capitalized(doc[last]):
        entity = ground.entity.get(last)
        first = entity.start if entity is not None else last
        while (
            entity is None
            and first > 0
            and capitalized(doc[first - 1])
            and doc[first - 1].tag_.startswith("NNP")
        ):
            first -= 1
        draft.left = first
        if entity is None or entity.label_ != "PERSON":
            draft.body, draft.organization = (first, last + 1), doc[first : last + 1].text
    else:
        first = last
        while first > 0 and doc[first - 1].is_lower and doc[first - 1].tag_ in ("NN", "JJ", "VBG", "VBN"):
            first -= 1
        draft.organization = doc[first : last + 1].text
        draft.body = None
        found = ground.country.get(first - 1)
        if found is not None:  # "the US market watchdog's chairman"
            draft.country, first = found[0], found[1]
        draft.left = first
    if draft.left > 0 and doc[draft.left - 1].lower_ in (
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "this",
    ):
        draft.left -= 1
    draft.lead = draft.left
    return True


def _determiner(doc: Doc, draft: Draft) -> None:
    if draft.determiner:
        return
    draft.lead = draft.left
    if draft.left > 0:
        word = doc[draft.left - 1].lower_
        if word in _DETERMINERS:
            draft.determiner = word
            draft.left -= 1
        elif word in titles.GENERIC:
            draft.generic = True
            draft.left -= 1
