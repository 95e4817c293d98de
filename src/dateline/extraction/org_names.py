"""Where a text names organizations: by closed lists, by the model, by the nouns and brackets of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import bearers, bodies, offices, teams, titles
from dateline.extraction.landscape import CALENDAR, capitalized, landscape, possessive, sentence_start
from dateline.extraction.surroundings import STRONG_NOUNS
from dateline.extraction.wording import wording
from dateline.extraction.wordlists import words
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from dateline.extraction.landscape import Landscape

_PARTY_STARTS = {form.split()[0] for form in bodies.PARTY_WORDS | set(bodies.PARTIES)}

#: A stretch of tokens with the rule that found it.
Stretch = tuple[int, int, str]

_LINKS = words("of for and the on & de del des")
_OF_A_BODY = frozenset(
    {"employer", "corporate", "led", "traded", "company", "staff", "reports", "body noun", "body before"}
)
#: Forms of company that some write in lower case.
_FORMS = words("plc ltd inc llc llp ag nv sa se")
_UNITS = words("hour hours minutes seconds points laps metres meters kilometres miles goals runs wins")
_NEWSPAPER = words("newspaper reported reports said says magazine website")
_MEMBERS = words(
    """
    people peoples workers worker farmers women woman children teachers miners writers lawyers doctors
    veterans employers students peasants soldiers citizens
    """
)
_PARTY = {form: name for name, forms in bodies.PARTIES.items() for form in (name, *forms)}
_NO_NAMES = (
    bodies.BODY_NOUNS
    | titles.PORTFOLIOS
    | titles.RANKINGS
    | titles.RANKS
    | titles.OCCUPATIONS
    | set(titles.HONORIFICS)
)


def find(doc: Doc) -> list[Stretch]:
    """Return the stretches that name organizations, in order and without overlap; the longer wins."""
    ground = landscape(doc)
    people = {
        place
        for bearer in bearers.find(doc)
        for name in bearer.names
        for place in range(name.start, name.end)
    }
    found: list[Stretch] = []
    for source in (_listed, _built, _labelled, _party_words, _papers, _refused_people, _employers):
        found += source(doc, ground)
    found += teams.find(doc)
    taken: set[int] = set(people)
    kept: list[Stretch] = []
    for start, end, rule in sorted(found, key=lambda row: (row[2] != "list", row[0] - row[1], row[0])):
        if not taken.intersection(range(start, end)) and not _place(doc, ground, start, end, rule):
            kept.append((start, end, rule))
            taken.update(range(start, end))
    return sorted(kept)


def _listed(doc: Doc, ground: Landscape) -> Iterator[Stretch]:
    for start, close in {(row[1], row[2]) for row in ground.listed.values()}:
        end = close
        while end < len(doc) and doc[end].lower_ in STRONG_NOUNS and capitalized(doc[end]):
            end += 1  # "UN Security Council"
        yield start, end, "list"


def _built(doc: Doc, ground: Landscape) -> Iterator[Stretch]:
    """Yield runs of capitalised words that the nouns in them make a body's: "… Party", "Friends of …"."""
    after = 0
    for place in wording(doc).capitalized:
        if place < after or not _word(doc, ground, place):
            continue
        end = place + 1
        while end < len(doc):
            if _word(doc, ground, end):
                end += 1
            elif (
                doc[end].lower_ in _LINKS
                and (linked := _after_links(doc, ground, end))
                and _leads(doc, place, end)
            ):
                end = linked
            elif _owned_noun(doc, end) if end - place > 1 else _of_people(doc, end):
                end += 2
            else:
                break
        close = end
        while close > place and doc[close - 1].lower_ not in STRONG_NOUNS and not _leads(doc, place, close):
            close -= 1
        if close - place > 1:
            close += close < len(doc) and doc[close].lower_ in _FORMS
            yield place, close, "name of a body"
        after = end


def _word(doc: Doc, ground: Landscape, place: int) -> bool:
    token = doc[place]
    if not capitalized(token) or not token.text[0].isalpha() or token.lower_ in CALENDAR or possessive(token):
        return False
    if token.tag_ in ("IN", "CC", "DT", "PRP", "PRP$", "WRB", "WP", "VBD", "VBZ", "MD"):
        return False
    return not (
        sentence_start(token)
        and token.tag_ in ("RB", "JJ", "VB", "VBG", "VBN")
        and place not in ground.country
    )


def _after_links(doc: Doc, ground: Landscape, place: int) -> int:
    while place < len(doc) and doc[place].lower_ in _LINKS:
        place += 1
    return place + 1 if place < len(doc) and _word(doc, ground, place) else 0


def _leads(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a noun that "of" or "for" goes on stands in the run: "Department for", "Friends of"."""
    return any(
        doc[n].lower_ in bodies.LEADING_NOUNS
        and n + 1 < len(doc)
        and doc[n + 1].lower_ in ("of", "for", "on")
        for n in range(start, end)
    )


def _labelled(doc: Doc, ground: Landscape) -> Iterator[Stretch]:
    """Yield what the trained model labels as bodies, trimmed."""
    for entity in ground.entities:
        if entity.label_ != "ORG":
            continue
        start = entity.start
        marks = (n for n in range(start, entity.end) if possessive(doc[n]) and not _owned_noun(doc, n))
        end = next(marks, entity.end)
        while start < end and (doc[start].lower_ == "the" or not _begins(doc, start)):
            start += 1
        while end > start and not (doc[end - 1].text[0].isalnum() and not doc[end - 1].is_lower):
            end -= 1
        while end - start > 1 and doc[end - 1].is_digit and end < len(doc) and doc[end].lower_ in _UNITS:
            end -= 1  # "Ferrari 1 hour"
        if end > start and not _nothing(doc, ground, start, end):
            yield start, end, "model"


def _owned_noun(doc: Doc, mark: int) -> bool:
    """Tell whether a possessive stands within a name: "Workers' Union", "People's Party"."""
    behind = mark + 1
    return (
        possessive(doc[mark])
        and behind < len(doc)
        and capitalized(doc[behind])
        and doc[behind].lower_ in STRONG_NOUNS
    )


def _of_people(doc: Doc, mark: int) -> bool:
    """Tell whether a possessive joins those whom a body is for with its name: "People's Progress Party"."""
    if doc[mark - 1].lower_ not in _MEMBERS or not possessive(doc[mark]):
        return False
    return any(capitalized(token) and token.lower_ in STRONG_NOUNS for token in doc[mark + 1 : mark + 4])


def _begins(doc: Doc, place: int) -> bool:
    text = doc[place].text
    return text[0].isupper() or text[0].isdigit() or (place + 1 < len(doc) and doc[place + 1].text == "-")


def _nothing(doc: Doc, ground: Landscape, start: int, end: int) -> bool:
    """Tell whether the words are no body's name for all that the model says."""
    last = doc[end - 1]
    if start in ground.datelines:
        return True
    if last.lower_ in bodies.NOT_BODIES or any(place in ground.seat for place in range(start, end)):
        return True
    if all(place in ground.country for place in range(start, end)):
        return True
    if end - start == 1:
        word = fold(last.text)
        if word.rstrip(".") in _NO_NAMES:
            return True
        return (
            word in CALENDAR or (last.tag_ in ("JJ", "NNS", "CD") and sentence_start(last)) or len(word) < 2
        )
    return False


def _party_words(doc: Doc, ground: Landscape) -> Iterator[Stretch]:
    """Yield parties by the words that stand for them."""
    for place in wording(doc).among(_PARTY_STARTS):
        token = doc[place]
        for length in (3, 2, 1):
            form = doc[token.i : token.i + length].text
            if form in _PARTY and len(doc[token.i : token.i + length]) == length:
                sure = length > 1 or not sentence_start(token) or _PARTY.get(token.text) != token.text
                if sure:
                    yield token.i, token.i + length, "party"
                break


def _papers(doc: Doc, ground: Landscape) -> Iterator[Stretch]:
    """Yield papers whose names are everyday words, where "the" stands before and the press is spoken of."""
    for place in wording(doc).among(bodies.PAPERS):
        token = doc[place]
        if token.i == 0 or token.nbor(-1).lower_ != "the":
            continue
        behind = doc[token.i + 1] if token.i + 1 < len(doc) else token
        told = token.i > 1 and doc[token.i - 2].lower_ in ("told", "in", "to", "by", "for", "tells")
        if (
            behind.lower_ in _NEWSPAPER
            or (ground.label(token.i) == "ORG" and (told or not behind.is_alpha))
            or (
                doc[token.i - 1].text == "The"
                and not sentence_start(doc[token.i - 1])
                and not capitalized(behind)
            )
        ):
            yield token.i, token.i + 1, "paper"


def _refused_people(doc: Doc, ground: Landscape) -> Iterator[Stretch]:
    """Yield what looks like people's names and is companies' by what surrounds it."""
    for bearer in bearers.refused(doc):
        if any(_OF_A_BODY & name.evidence for name in bearer.names):
            for name in bearer.names:
                if not name.honorific and "family" not in name.evidence:
                    yield name.start, name.end, "company's surroundings"


def _employers(doc: Doc, ground: Landscape) -> Iterator[Stretch]:
    """Yield bodies in front of an office or occupation: "Halifax economist", "eBay chief executive"."""
    for phrase in offices.find(doc):
        if phrase.body is None or phrase.body[0] >= phrase.head:
            continue
        labels = {ground.label(place) for place in range(*phrase.body)}
        first = doc[phrase.body[0]]
        if fold(first.text).rstrip(".") in _NO_NAMES or first.lower_ in ("team", "former"):
            continue
        if labels <= {"ORG", ""} and doc[phrase.body[1] - 1].tag_ == "NNP" and not sentence_start(first):
            yield phrase.body[0], phrase.body[1], "employer"


def _place(doc: Doc, ground: Landscape, start: int, end: int, rule: str) -> bool:
    """Tell whether the model takes the same words for a place more often than for a body."""
    if doc[end - 1].lower_ == "union" and doc[start:end].text in bodies.HISTORICAL_STATES:
        return True
    if rule in ("list", "party", "paper", "name of a body", "team", "table of results"):
        return False
    text = doc[start:end].text
    labels = ground.labels.get(text, {"GPE": 0, "ORG": 0})
    return labels["GPE"] > labels["ORG"] or start in ground.capital
