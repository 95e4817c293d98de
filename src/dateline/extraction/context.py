"""What surrounds a capitalised name, and what that says of its bearer: a person, a body or a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline import naming
from dateline.extraction import given_names, name_offices, titles
from dateline.extraction import surroundings as near
from dateline.extraction.landscape import capitalized, landscape, possessive, sentence_start
from dateline.extraction.wording import wording
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from dateline.extraction.names import Name

#: Initials, an Arabic article, a particle, or a Chinese or Korean pair of syllables: a person's.
_PERSONAL = re.compile(
    r"(?:[A-Z]\.? ?){1,3} [A-Z]\w+|\w+ (?:[A-Z]\.? )+\w+|.*\b(?:al|el|ul|as)-[A-Z]"
    r"|.+ (?:bin|ibn|von|van|von der|van der|de la|da|dos|bint) \w+$"
    r"|[A-Z]\w+ [A-Z]\w+-[a-z]\w+$|[A-Z]\w+-[a-z]\w+ [A-Z]\w+$"
)
_ABSTRACT = re.compile(r".{3,}(?:ness|ism|isms|isation|ization|ology|ship|hood|ities|ments|tions?)$")
_INNER_CAPITAL = re.compile(r"(?!Mc|Mac|O['’]|De|Di|Da|La|Le|Du|Van|Von|Fitz|El|Al|Mb|N['’])\w+[a-z][A-Z]")
_ARTICLED = re.compile(r"(?:[Aa]l|[Ee]l|[Uu]l)-[A-Z]\w{2}")
#: What shares do: "Lund rose 2 percent", "Lund 1 percent and Marlow half a percent".
_TRADED = re.compile(
    r"(?:(?:rose|fell|gained|lost|added|climbed|slipped|dropped|jumped|shed|advanced|declined|eased|firmed|surged"
    r"|tumbled|plunged|soared|sank|slid) (?:by |up |down |as much as |nearly |almost |more than )?)?"
    r"(?:[\d.,/]+|half a|a) ?(?:percent|per cent|pct|%|pence|cents)(?! (?:of|in the poll))"
)
_ROYAL = frozenset(("king", "queen", "prince", "princess", "lady"))
_AGE = re.compile(r"[1-9]\d")
_VISITED = frozenset(("visit", "visits", "visited", "visiting", "leave", "left", "reach", "reached"))
_SHARED = near.FAMILIES | near.NAMESAKES
_IN = frozenset(("in", "at", "near", "around", "outside", "inside", "into"))


def thing_behind(doc: Doc, first: int, end: int, office: bool = False) -> bool:
    """Tell whether a capitalised word ending the name or behind it makes it a place's, a body's or a thing's.

    Behind an office ("Judge Simon Lake") only what is a body's for sure does.
    """
    last = end - 1
    nouns = near.STRONG_NOUNS if office else near.THINGS_BEHIND
    if last > first and doc[last].lower_ in nouns and landscape(doc).label(last) != "PERSON":
        return True
    if end >= len(doc) or possessive(doc[end]) or doc[end].is_space:
        return False
    if doc[end].text == "&" or (first > 0 and doc[first - 1].text == "&"):
        return end - first == 1 or landscape(doc).label(last) != "PERSON"
    behind = doc[end]
    return capitalized(behind) and behind.lower_ in near.THINGS_BEHIND and not sentence_start(behind)


def evidence(doc: Doc, name: Name) -> set[str]:
    """Return what the name's surroundings say, in words that dateline.extraction.bearers weighs."""
    found = {*_shape(doc, name), *_syntax(doc, name), *name_offices.evidence(doc, name), *_list(doc, name)}
    if name.start > 0:
        found.update(_before(doc, name, doc[name.start - 1], doc[max(name.start - 2, 0)]))
    if name.end < len(doc):
        found.update(_behind(doc, name, doc[name.end], doc[min(name.end + 1, len(doc) - 1)]))
    if len(name.core) == 1 and not name.honorific and name.words[0] in landscape(doc).company_starts:
        found.add("company")
    return found


def in_title(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the name begins the title of a work in quotation marks: "Lund's Ghost"."""
    if start == 0 or not doc[start - 1].is_quote or end >= len(doc) or not possessive(doc[end]):
        return False
    rest = doc[end + 1 : end + 6]
    close = next((n for n, token in enumerate(rest) if token.is_quote), 0)
    return close > 0 and all(capitalized(token) for token in rest[:close])


def _couple(name: Name) -> bool:
    """Tell whether "&" joins people: "Anna Lund & Peter Marlow"."""
    return len(name.core) > 1 and given(name.words[0])


def shared(before: Token, behind: Token) -> bool:
    """Tell whether a family or a thing has the name between: "the Lund family", "the Lund report"."""
    return behind.text in _SHARED and before.lower_ == "the"


def given(word: str) -> bool:
    """Tell whether the word is a usual given name."""
    first = fold(word.split("-", maxsplit=1)[0])
    return first in given_names.MALE or first in given_names.FEMALE


def _before(doc: Doc, name: Name, before: Token, further: Token) -> Iterator[str]:
    word, then = before.lower_, further.lower_
    if (word in near.THINGS_BEFORE and capitalized(before)) or (before.text == "&" and not _couple(name)):
        yield "thing before"
    if in_title(doc, name.start, name.end):
        yield "thing before"
    if word == "the" and name.honorific in _ROYAL:
        yield "thing before"  # the ship or hotel: "the Princess Beatrix"
    if (word == "the" or (then in ("the", "a") and before.tag_ == "JJ")) and name.office is None:
        yield "article"
    if word in _VISITED:
        yield "place before"
    if word in near.SPEECH and before.is_lower and not word.startswith("t"):
        yield "speech"
    if _ranked(before, further) and landscape(doc).label(name.start) != "ORG":
        yield "occupation"
    if word == "by":
        yield "agent"
    if word in near.MET:
        yield "met"
    if possessive(before) and _is_body(doc, further.i):
        yield "of a body"
    if word == "as" and then == "known" and _is_body(doc, name.start - 4):
        yield "kind before"  # "the Bank of Peru, known as Banper"
        yield "body before"
    yield from _kind(name, before)
    yield from _preposition(word, then)


def _ranked(before: Token, further: Token) -> bool:
    """Tell whether a rank stands before the name: "Major Bahati", "Col. Lund" with a full stop of its own."""
    rank = further if before.text == "." and not further.whitespace_ else before
    word = rank.lower_.rstrip(".")
    return word in titles.RANKS and word not in titles.OFFICE_HEADS and capitalized(rank)


def _kind(name: Name, before: Token) -> Iterator[str]:
    """Yield what a noun says that tells the kind of what is named: "oil giant Halvorsen"."""
    alone, personal = len(name.core) == 1, given(name.words[0])
    led = before.i == 0 or before.nbor(-1).tag_ in ("DT", "PRP$", "POS")
    if before.text in near.CORPORATE_KINDS and not (alone or led or name.office):
        yield "corporate"  # "building group Anna Lund", not "the group Anna Lund founded"
    if before.text in near.SHIPS:
        yield "thing before"
    if before.is_lower and before.text in near.KINDS and (alone or (name.office is None and not personal)):
        yield "kind before"
        if before.text in near.BODY_KINDS:
            yield "body before"


def _preposition(word: str, then: str) -> Iterator[str]:
    """Yield what a preposition says with the word before it: "in …", "the edge of …", "analysts at …"."""
    if word in _IN and then not in near.TRUST:
        yield "place before"
    if word in ("to", "from") and then in near.MOTION:
        yield "place before"
    if word == "of" and then in near.PARTS_OF_PLACES:
        yield "kind before"
    if word in ("to", "by", "in", "for", "with", "of") and then in near.TRADE:
        yield "staff"
    if word in ("at", "for", "of", "with") and then.rstrip("s") in near.STAFF:
        yield "staff"


def _behind(doc: Doc, name: Name, behind: Token, further: Token) -> Iterator[str]:
    word, then = behind.lower_, further.lower_
    bare = len(name.core) == 1 and not name.honorific
    if word in near.SPEECH and behind.is_lower:
        yield "speech"
    if word in ("reported", "reports"):
        yield "reports"
    if (word == "," and then == "who") or word in ("himself", "herself"):
        yield "who"
    if word == "," and then in ("run", "owned", "founded", "based", "listed"):
        yield "staff"
    if word == "," and _AGE.fullmatch(further.text) and doc[min(name.end + 2, len(doc) - 1)].is_punct:
        yield "age"
    if behind.is_digit and name.honorific:
        yield "thing before"  # "Queen Mary 2"
    if (word in near.MATTERS and behind.is_lower) or thing_behind(
        doc, name.start, name.end, name.office is not None
    ):
        yield "matter"
    if not name.honorific:
        yield from _shared(doc, name, behind)
    if word == "in" and further.i in landscape(doc).country and bare:
        yield "place before"
    if word == "of" and landscape(doc).label(further.i + (then == "the")) in ("ORG", "GPE"):
        yield "of a body"


def _shared(doc: Doc, name: Name, behind: Token) -> Iterator[str]:
    """Yield what tells that several have the name, or that a company has it."""
    if name.start > 0 and shared(doc[name.start - 1], behind):
        yield "family"
    if _TRADED.match("".join([t.text_with_ws for t in doc[name.end : name.end + 7]])):
        yield "traded"
    if behind.lower_ in near.COMPANY_MATTERS and len(name.core) == 1:
        yield "company"
    if possessive(behind) and _person_behind(doc, name.end + 1):
        yield "employer"


def _is_body(doc: Doc, place: int) -> bool:
    ground = landscape(doc)
    return place in ground.country or place in ground.listed or ground.label(place) in ("ORG", "GPE")


def _person_behind(doc: Doc, place: int) -> bool:
    """Tell whether a person's name begins at the token: "Halvorsen's Anna Lund"."""
    if place >= len(doc) or not capitalized(doc[place]):
        return False
    entity = landscape(doc).entity.get(place)
    titled = fold(doc[place].text).rstrip(".") in titles.HONORIFICS
    return titled or (
        entity is not None and entity.label_ == "PERSON" and len(entity) > 1 and entity.start == place
    )


def _shape(doc: Doc, name: Name) -> Iterator[str]:
    """Yield what the words themselves say."""
    last = doc[name.end - 1]
    while last.i > name.start and naming.is_suffix(last.text):
        last = last.nbor(-1)
    labelled = landscape(doc).label(last.i) == "PERSON"
    if any(_INNER_CAPITAL.match(word) for word in name.words):
        yield "inner capital"
    if len(name.core) > 1:
        if doc[name.start].lower_ in near.THINGS_BEFORE:
            yield "thing before"
        club = fold(name.words[0]) in near.CLUB_STARTS and not (name.honorific or given(name.words[0]))
        if club or fold(last.text) in near.CORPORATE_ENDINGS:
            yield "corporate"
        if given(name.words[0]) or _PERSONAL.match(" ".join(name.words)):
            yield "personal"
        nouns = (fold(word) in near.STRONG_NOUNS for word in name.words[1:])
        if fold(last.text) in near.STRONG_NOUNS or (not labelled and any(nouns)):
            yield "body noun"
        return
    if (last.i < name.end - 1 and labelled) or _ARTICLED.match(name.words[-1]):
        yield "personal"  # "Edward IV", "al-Otaibi"
    if not name.honorific:
        if last.lower_ in near.THINGS_BEHIND and _also_of_a_thing(doc, last):
            yield "thing before"
        plain = last.tag_ in ("NNS", "NN", "JJ") and sentence_start(doc[name.start])
        if plain or _ABSTRACT.match(fold(last.text)):
            yield "common noun"
        if last.is_upper and len(last.text) > 1 and not _in_capitals(doc, name):
            yield "capitals"


def _also_of_a_thing(doc: Doc, token: Token) -> bool:
    """Tell whether the article has the word at the end of a thing's name: "the Bill" for the Finance Bill."""
    ground = landscape(doc)
    return any(
        doc[place - 1].tag_ == "NNP"
        and not (ground.label(place) == "PERSON" or ground.label(place - 1))
        and doc[place - 1].lower_.rstrip(".") not in titles.RANKS | titles.HONORIFICS.keys()
        for place in wording(doc).places[token.text]
        if place not in (0, token.i)
    )


def _in_capitals(doc: Doc, name: Name) -> bool:
    """Tell whether all that stands about the name is in capitals."""
    around = [t for t in doc[max(0, name.start - 4) : name.end + 4] if t.is_alpha and len(t) > 2]
    return len(around) > 1 and all(t.is_upper for t in around)


def _list(doc: Doc, name: Name) -> Iterator[str]:
    """Yield what the neighbour in a list says."""
    ground = landscape(doc)
    for edge, step in ((name.start - 1, -1), (name.end, 1)):
        if 0 < edge < len(doc) - 1 and doc[edge].lower_ in ("and", ",", "or", "&"):
            beside = edge + step
            if ground.label(beside) == "ORG" or beside in ground.listed:
                yield "among bodies"


def _syntax(doc: Doc, name: Name) -> Iterator[str]:
    head = doc[name.start : name.end].root
    if head.dep_.startswith("nsubj") and head.head.pos_ in ("VERB", "AUX"):
        yield "subject"
    elif head.dep_ in ("compound", "amod") and head.head.i >= name.end and not capitalized(head.head):
        yield "modifier"
