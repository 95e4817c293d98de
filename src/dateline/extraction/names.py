"""Names that may be people's: where each begins and ends, and what its surroundings say of its bearer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline import naming
from dateline.extraction import context, offices, surroundings, titles
from dateline.extraction.landscape import capitalized, landscape, sentence_start
from dateline.extraction.name_words import honorific, honorific_word, name_word, particle, run, words_of
from dateline.extraction.wording import wording
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from dateline.extraction.offices import OfficePhrase


_PEERS = words("lord lady baroness baron viscount")
#: Tags of words that end no name.
_NO_LAST_WORDS = frozenset(("PRP", "PRP$", "UH", "MD", "WRB", "WP", "DT", "IN", "CC", "VB"))
#: Particles that stand within people's names alone, whatever the tagger takes the word before them for.
_JOINTS = words("al el ul bin ibn bint von van ter zu")


@dataclass(slots=True, eq=False)
class Name:
    """A name in a text by token indices, with what speaks for and against a person as its bearer."""

    start: int  #: honorific included
    end: int
    words: tuple[str, ...]  #: without honorific; suffixes included
    honorific: str = ""  #: folded, without full stop
    rule: str = "model"  #: what found it
    office: OfficePhrase | None = None  #: what stands right before it
    evidence: set[str] = field(default_factory=set)
    core: tuple[str, ...] = ()  #: keys of the words that carry the name

    def __post_init__(self) -> None:
        self.core = naming.core(self.words)

    @property
    def sovereign(self) -> bool:
        """Whether the honorific makes the name whole: "Pope Anselm"."""
        return self.honorific in titles.SOVEREIGNS


def find(doc: Doc) -> list[Name]:
    """Return the names of doc that may be people's, in order and without overlap."""
    ends = {phrase.end: phrase for phrase in offices.find(doc) if not phrase.cut_short(doc)}
    found: list[Name] = []
    taken: set[int] = set()
    for source in (_titled, _behind_offices, _labelled, _loose):
        for name in source(doc, taken):
            if not taken.intersection(range(name.start, name.end)):
                taken.update(range(name.start, name.end))
                name.office = name.office or ends.get(name.start)
                name.evidence |= context.evidence(doc, name)
                found.append(name)
    found.sort(key=lambda name: name.start)
    _trim_headlines(doc, found)
    return found


def _trim_headlines(doc: Doc, found: list[Name]) -> None:
    """Cut a capitalised word that is none of the name where the article shows the name without it."""
    known = {name.core for name in found if name.honorific or name.office is not None or len(name.core) > 1}
    for name in found:
        if name.honorific or len(name.core) < 2 or not sentence_start(doc[name.start]) or _apposed(doc, name):
            continue
        if name.core[1:] in known and not context.given(name.words[0]):
            name.start, name.words, name.core = name.start + 1, name.words[1:], name.core[1:]
        elif name.core[:-1] in known and doc[name.end - 1].tag_.startswith("VB"):
            name.end, name.words, name.core = name.end - 1, name.words[:-1], name.core[:-1]


def _apposed(doc: Doc, name: Name) -> bool:
    """Tell whether the model sees one name and a comma follows: "Zubrin Lund, the minister, said"."""
    entity = landscape(doc).entity.get(name.start)
    whole = entity is not None and (entity.start, entity.end) == (name.start, name.end)
    return whole and name.end < len(doc) and doc[name.end].text == ","


def _titled(doc: Doc, taken: set[int]) -> Iterator[Name]:
    """Yield names with an honorific glued to them."""
    ground = landscape(doc)
    for place in wording(doc).where(honorific_word):
        token = doc[place]
        title = honorific(token)
        entity = ground.entity.get(token.i)
        if not title or token.i + 1 >= len(doc) or token.i in taken:
            continue
        if title == "lady" and token.i and doc[token.i - 1].lower_ == "first":
            continue
        if (
            entity is not None
            and entity.label_ == "PERSON"
            and entity.start < token.i
            and not honorific(doc[token.i - 1])
        ):
            continue  # a family name: "Alan King"
        first = token.i + 1
        follows = honorific(doc[first])
        strong = title not in titles.WEAK_HONORIFICS
        if follows and run(doc, first + 1) > first + 1 and not (strong and follows in titles.WEAK_HONORIFICS):
            continue  # the innermost title begins the run: "Rev Dr Martin"
        end = run(doc, first)
        if follows and end == first:
            end = first + 1  # "Mr King", "Mr Bishop"
        if end == first or (not strong and context.thing_behind(doc, first, end)):
            continue
        if not strong and doc[first].lower_ in surroundings.THINGS_BEHIND:
            continue  # "Duke University", "King Street"
        if doc[first].lower_ in titles.RANKS or doc[first].lower_ in ("mayor", "chief"):
            continue
        start = token.i
        if doc[start - 1].lower_ == "grand" and start > 0 and capitalized(doc[start - 1]):
            start -= 1
        yield Name(start, _with_seat(doc, title, end), words_of(doc, first, end), title, "honorific")


def _with_seat(doc: Doc, title: str, end: int) -> int:
    """Return the end of a peer's name with the place that goes with it: "Lord Lund of Bramley"."""
    if title not in _PEERS or end + 1 >= len(doc) or doc[end].text != "of" or not capitalized(doc[end + 1]):
        return end
    ground = landscape(doc)
    bodies = ground.label(end + 1) in ("ORG", "NORP") or end + 1 in ground.listed or end + 1 in ground.country
    return end if bodies else run(doc, end + 1)


def _behind_offices(doc: Doc, taken: set[int]) -> Iterator[Name]:
    """Yield names right behind an office: "French President Claire Aubert"."""
    ground = landscape(doc)
    for phrase in offices.find(doc):
        first = phrase.end
        if first >= len(doc) or first in taken or phrase.cut_short(doc):
            continue
        end = run(doc, first)
        if end == first or context.thing_behind(doc, first, end, office=not honorific(doc[phrase.head])):
            continue
        labels = {ground.label(place) for place in range(first, end)} - {""}
        many = len(naming.core(words_of(doc, first, end))) > 1
        ranked = capitalized(doc[phrase.head_end - 1]) and phrase.kind != "occupation"
        if (labels <= {"PERSON"} and (labels or many or ranked)) or (ranked and many):
            yield Name(first, end, words_of(doc, first, end), rule="office", office=phrase)


def _labelled(doc: Doc, taken: set[int]) -> Iterator[Name]:
    """Yield names that the trained model labels as people's."""
    ground = landscape(doc)
    for entity in ground.entities:
        if entity.label_ != "PERSON":
            continue
        place = entity.start
        while place < entity.end:
            if place in taken or not (name_word(doc, place) or particle(doc, place)):
                place += 1
                continue
            end = run(doc, place)
            first = place
            before = place - 1
            if (
                place > 0
                and before not in taken
                and context.given(doc[before].text)
                and not ground.label(before)
            ):
                first -= name_word(doc, before)
            while end - first > 1 and doc[end - 1].tag_ in _NO_LAST_WORDS and entity.end <= end:
                end -= 1  # "Anna Lund Please find attached"
            while first < end - 1 and doc[first].lower_ in titles.RANKS and capitalized(doc[first]):
                first += 1
            yield from _named(doc, first, end, "model")
            place = max(end, place + 1)


def _named(doc: Doc, first: int, end: int, rule: str) -> Iterator[Name]:
    """Yield the name of a run; a noun that begins a sentence says of what kind it is ("Carmaker Lund")."""
    word = doc[first].lower_
    if not sentence_start(doc[first]) or first >= end:
        yield from (Name(first, end, words_of(doc, first, end), rule=rule),) if end > first else ()
        return
    if word.endswith("s") and (word[:-1] in titles.OCCUPATIONS or word[:-1] in titles.OFFICE_HEADS):
        return  # "Aides said"
    if end - first < 2 or word not in surroundings.KINDS | titles.OCCUPATIONS:
        yield Name(first, end, words_of(doc, first, end), rule=rule)
        return
    name = Name(first + 1, end, words_of(doc, first + 1, end), rule=rule)
    if word in surroundings.KINDS and len(name.core) == 1:
        name.evidence.update(("kind before", "body before"))
    yield name


def _proper(doc: Doc, place: int, titled: frozenset[str]) -> bool:
    """Tell whether the word is a proper noun, or stands before one as the first word of a sentence; a word
    that goes with an honorific elsewhere is one, whatever the tagger takes it for.
    """
    behind = doc[place + 1] if place + 1 < len(doc) else doc[place]
    proper = ("NNP", "NNPS")
    entity = landscape(doc).entity.get(place)
    whole = entity is not None and entity.start == place and len(entity) > 1
    first = sentence_start(doc[place]) and (whole or context.given(doc[place].text))
    if whole and behind.text in titled:
        return True
    joined = behind.lower_ in _JOINTS and particle(doc, place + 1)
    return doc[place].tag_ in proper or joined or (first and behind.tag_ in proper and capitalized(behind))


def _loose(doc: Doc, taken: set[int]) -> Iterator[Name]:
    """Yield other runs of capitalised words: without label, or several words with one that may be wrong."""
    ground = landscape(doc)
    titled = frozenset(
        doc[place + 1].text for place in wording(doc).where(honorific_word) if place + 1 < len(doc)
    )
    after = 0
    for place in wording(doc).capitalized:
        if place < after or place in taken or not name_word(doc, place) or not _proper(doc, place, titled):
            continue
        end = run(doc, place)
        while end > place and any(n in taken for n in range(place, end)):
            end -= 1
        while end > place and len({ground.label(n) for n in range(place, end)} - {""}) > 1:
            end -= 1
        if end > place:
            for name in _named(doc, place, end, "context"):
                several = len(name.core) > 1
                if (several or not ground.label(name.start)) and not context.thing_behind(
                    doc, name.start, end
                ):
                    yield name
        after = max(end, place + 1)
