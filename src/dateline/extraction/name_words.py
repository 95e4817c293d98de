"""Which tokens may be words of a person's name, and how far a name goes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline import naming
from dateline.extraction import offices, surroundings, titles
from dateline.extraction.landscape import CALENDAR, capitalized, hyphen, landscape, possessive, sentence_start
from dateline.extraction.wordlists import words
from dateline.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAME_WORD = re.compile(r"[^\W\d_][\w'’.]*")
_INITIAL = re.compile(r"(?:[A-Z]\.?){1,3}")
#: Tags of words that stand capitalised at the start of a sentence or headline without being names.
_NO_NAME = words(
    """
    IN CC DT PRP PRP$ WRB WDT WP WP$ VBD VBZ VBP VB MD UH TO EX RP PDT RB RBR
    """
)
_FUNCTION_WORDS = words(
    """
    a an the and or but nor of in on at by for from to with as if than then so not no yes is are was were
    be been he she it they we you his her its their our my your this that these those there here who what
    when where why how which
    """
)
#: What stands behind a name for an honour, a seat or a profession.
_POST_NOMINALS = frozenset(
    ("QC", "KC", "SC", "MP", "MEP", "MSP", "TD", "OBE", "CBE", "MBE", "KBE", "DBE", "PhD")
)
#: Words of the calendar that are given or family names as well.
_ALSO_NAMES = words("april may june august")
#: What goes before an office and is capitalised with it.
_RANKS = titles.RANKS | words("assistant deputy vice associate undersecretary cdr supt")
_LONGEST = 6
#: So many tokens on either side tell a headline.
_AROUND = 5
_FIELDS = titles.PORTFOLIOS | titles.RANKINGS | {"house", "district"}
_OFFICE_WORDS = "dateline.office words"


def honorific(token: Token) -> str:
    """Return the folded honorific that the token is, or ""."""
    return honorific_word(token.text)


@lru_cache(maxsize=65536)
def honorific_word(text: str) -> str:
    """Return the folded honorific that the text is, or ""."""
    word = fold(text).rstrip(".")
    return word if word in titles.HONORIFICS and text[:1].isupper() else ""


def name_word(doc: Doc, place: int) -> bool:
    """Tell whether the token can be a word of a person's name."""
    token = doc[place]
    ground = landscape(doc)
    if not capitalized(token) or not _NAME_WORD.fullmatch(token.text):
        return False
    word = fold(token.text)
    labelled = ground.label(place) == "PERSON"
    if token.text in _POST_NOMINALS and _closes(doc, place) and capitalized(doc[place - 1]):
        return False
    if word in CALENDAR and not (labelled and (word in _ALSO_NAMES or len(ground.entity[place]) > 1)):
        return False
    if place in ground.listed or place in ground.datelines or (word.rstrip(".") in _RANKS and not labelled):
        return False
    if word in surroundings.NEVER and not _goes_on(doc, place):
        return False
    if token.is_upper and len(token.text) > 2 and not _INITIAL.fullmatch(token.text) and not labelled:
        return False
    if place in ground.country and not (labelled and len(ground.entity[place]) > 1):
        return False
    if place in _office_words(doc):
        return False
    if (place in ground.seat or token.text in ground.governing) and not _within_a_name(doc, place):
        return False
    return (
        token.tag_ not in _NO_NAME or labelled or (word not in _FUNCTION_WORDS and not _headline(doc, place))
    )


def _goes_on(doc: Doc, place: int) -> bool:
    """Tell whether the model's name has begun before the token: "Pedro Jesus"."""
    ground = landscape(doc)
    return ground.label(place) == "PERSON" and ground.entity[place].start < place


def _within_a_name(doc: Doc, place: int) -> bool:
    """Tell whether a capital's name is a person's here: "Peter Washington", "Mr London"."""
    entity = landscape(doc).entity.get(place)
    if place > 0 and honorific(doc[place - 1]):
        return True
    if entity is None or entity.label_ != "PERSON":
        return False
    return sum(not possessive(token) for token in entity) > 1


def _office_words(doc: Doc) -> frozenset[int]:
    """Return the tokens of capitalised offices ("Secretary General"), family names such as King apart."""
    found = doc.user_data.get(_OFFICE_WORDS)
    if not isinstance(found, frozenset):
        ground = landscape(doc)
        found = doc.user_data[_OFFICE_WORDS] = frozenset(
            place
            for phrase in offices.find(doc)
            for place in (*range(phrase.head, phrase.head_end), *_field(doc, phrase.head))
            if phrase.kind != "occupation"
            and not (
                ground.label(place) == "PERSON"
                and ground.label(place - 1) == "PERSON"
                and _closes(doc, place)
            )
        )
    return found


def _field(doc: Doc, head: int) -> range:
    """Return the capitalised words of rank and field in front of an office: "Shadow Education Secretary"."""
    first = head
    while first > 0 and capitalized(doc[first - 1]) and doc[first - 1].lower_ in _FIELDS:
        first -= 1
    return range(first, head)


def _closes(doc: Doc, place: int) -> bool:
    """Tell whether no capitalised word follows, so that an office's word may be a family name."""
    return place > 0 and (place + 1 >= len(doc) or not capitalized(doc[place + 1]))


def _headline(doc: Doc, place: int) -> bool:
    """Tell whether the word is capitalised for its place: at the start of a sentence or in a headline."""
    token = doc[place]
    if sentence_start(token):
        return True
    first, end = place, place + 1
    while first > 0 and place - first < _AROUND and "\n" not in doc[first - 1].text:
        first -= 1
    while end < len(doc) and end - place <= _AROUND and "\n" not in doc[end].text:
        end += 1
    around = [t for t in doc[first:end] if t.is_alpha and len(t) > 3]
    return all(capitalized(t) for t in around) and len(around) > 3


def run(doc: Doc, first: int) -> int:
    """Return the end of the name that begins at the token (first itself where none does)."""
    ground = landscape(doc)
    end = first
    while end < len(doc) and end - first < 2 * _LONGEST:
        token = doc[end]
        if end > first and _apostrophe(doc, end):
            end += 1
            continue
        if end > first and _ends_here(doc, end):
            break
        if hyphen(token) and end > first and end + 1 < len(doc) and doc[end + 1].is_alpha:
            end += 2
        elif (end > first and naming.is_suffix(token.text)) or name_word(doc, end) or particle(doc, end):
            end += 1
        elif end > first and (length := _nickname(doc, end)):
            end += length
        else:
            break
        if ground.label(end - 1) != "PERSON" and end - first >= _LONGEST:
            break
    return end


def _ends_here(doc: Doc, place: int) -> bool:
    """Tell whether the model ends a person's name before the token, and nothing continues it."""
    ground = landscape(doc)
    before, here = ground.entity.get(place - 1), ground.entity.get(place)
    if before is here or honorific(doc[place]):
        return bool(honorific(doc[place])) and (before is None or before is not here)
    if before is None or before.label_ != "PERSON":
        return here is not None and here.label_ in ("ORG", "GPE", "NORP") and here.start == place
    if (
        here is None
        and sum(not honorific(token) for token in before) < 3
        and name_word(doc, place)
        and not _headline(doc, place)
    ):
        return place + 1 < len(doc) and doc[place + 1].text == ":"  # "goalkeeper Tom" + "Given"
    if _nickname(doc, place) or (doc[place - 1].is_quote and before is not None):
        return False
    return not (
        hyphen(doc[place])
        or naming.is_suffix(doc[place].text)
        or particle(doc, place)
        or (hyphen(doc[place - 1]))
        or (here is not None and here.label_ == "PERSON")
    )


def _apostrophe(doc: Doc, place: int) -> bool:
    """Tell whether an apostrophe ends a word within a name: "Daniel Ng’ Otieno", not "the Marlows’ Anna"."""
    if doc[place].text not in ("'", "’", "ʼ") or doc[place - 1].whitespace_ or not doc[place].whitespace_:
        return False
    before = doc[place - 1].text
    return not before.endswith("s") and place + 1 < len(doc) and name_word(doc, place + 1)


def particle(doc: Doc, place: int) -> bool:
    """Tell whether the token is a particle with a capitalised name behind it."""
    ahead = place
    while ahead < len(doc) and ahead - place < 3 and fold(doc[ahead].text) in naming.PARTICLES:
        ahead += 1
        if ahead < len(doc) and hyphen(doc[ahead]):
            ahead += 1
    return ahead > place and ahead < len(doc) and doc[place].is_alpha and name_word(doc, ahead)


def _nickname(doc: Doc, place: int) -> int:
    """Return the length of a nickname in quotation marks between the words of a name, 0 without one."""
    if not doc[place].is_quote:
        return 0
    for close in range(place + 2, min(place + 4, len(doc) - 1)):
        if doc[close].is_quote and all(capitalized(token) for token in doc[place + 1 : close]):
            follows = name_word(doc, close + 1) or particle(doc, close + 1)
            return close + 1 - place if follows else 0
    return 0


def words_of(doc: Doc, first: int, end: int) -> tuple[str, ...]:
    """Return the words of a name; what hyphens join is one word."""
    words: list[str] = []
    joined = False
    for token in doc[first:end]:
        if hyphen(token) and words:
            words[-1] += "-"
            joined = True
        elif joined:
            words[-1] += token.text
            joined = False
        elif words and token.text in ("'", "’", "ʼ") and token.i + 1 < end and not token.nbor(-1).whitespace_:
            words[-1] += token.text
        elif not possessive(token) and not token.is_quote and not (words and _quoted(token)):
            words.append(token.text)
    return tuple(words)


def _quoted(token: Token) -> bool:
    """Tell whether the token stands in quotation marks with a word more at most."""
    doc, place = token.doc, token.i
    opened = doc[place - 1].is_quote or (place > 1 and doc[place - 2].is_quote)
    closed = any(other.is_quote for other in doc[place + 1 : place + 3])
    return opened and closed
