"""What stands where in a Doc: countries, listed bodies and the trained model's names, by token."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from dateline import naming
from dateline.extraction import bodies
from dateline.extraction.eponyms import EPONYMS
from dateline.extraction.wording import wording
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_KEY = "dateline.landscape"
_LISTED: dict[str, list[tuple[tuple[str, ...], str]]] = {}
_TABLES = (bodies.INTERNATIONAL, bodies.NATIONAL, bodies.MEDIA, dict.fromkeys(EPONYMS, ()))
for _table in _TABLES:
    for _name, _forms in _table.items():
        for _form in (_name, *_forms):
            _words = tuple(re.findall(r"['’]s\b|(?:\w\.)+|\w+[+]?|[^\w\s]", _form))
            _LISTED.setdefault(_words[0], []).append((_words, _name))
for _rows in _LISTED.values():
    _rows.sort(key=lambda row: -len(row[0]))

#: What stands behind the place of a dateline; the place has up to so many tokens.
_DATED = re.compile(
    r",? ?(?:\d{4}-\d\d-\d\d|(?:[A-Z][a-z]+, ?)?(?:[A-Z][\w. ]+)?\([A-Z]"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d|[—–]|--? )"
    r"|, [A-Z][\w .]+\d{4}-\d\d-\d\d"
)
_PLACE = 6

CALENDAR = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december christmas easter ramadan
    """
)


class Landscape:
    """Countries, listed bodies and named entities of a Doc by token index."""

    def __init__(self, doc: Doc) -> None:
        self.country: dict[int, tuple[str, int, int]] = {}  #: code, first token, token behind the last
        self.seat: dict[int, tuple[str, int, int]] = {}  #: the same for seats of government
        self.capital: set[int] = set()
        for country in doc._.countries:
            for found in country.mentions:
                span = doc.char_span(found.start, found.end, alignment_mode="expand")
                if span is None:
                    continue
                if found.kind in ("name", "demonym"):
                    self.country.update(
                        dict.fromkeys(range(span.start, span.end), (country.code, span.start, span.end))
                    )
                elif found.kind == "capital":
                    self.capital.update(range(span.start, span.end))
                else:
                    self.seat.update(
                        dict.fromkeys(range(span.start, span.end), (country.code, span.start, span.end))
                    )
        self.entities: tuple[Span, ...] = tuple(doc.ents)
        self.entity: dict[int, Span] = {
            place: entity for entity in self.entities for place in range(entity.start, entity.end)
        }
        #: first words of longer names that a noun makes a body's: "Ford" of "Ford Motor Company"
        self.company_starts = {
            entity[0].text
            for entity in self.entities
            if entity.label_ == "ORG" and len(entity) > 1 and entity[-1].lower_ in bodies.BODY_NOUNS
        }
        #: how often the model takes a name for something other than a person's, by its core
        self.others = Counter(
            naming.core([token.text for token in entity if token.is_alpha] or ["-"])
            for entity in self.entities
            if entity.label_ in ("ORG", "GPE", "NORP")
        )
        #: how often the model takes which words for what
        self.labels: dict[str, Counter[str]] = defaultdict(Counter)
        for entity in self.entities:
            self.labels[entity.text][entity.label_] += 1
        words = wording(doc)
        self.lower_case = {text for text in words.places if text.islower()}
        #: the capitals that stand for their governments here
        self.governing = {words.texts[place] for place in self.capital}
        self.datelines = _datelines(doc, words.texts)
        self.listed: dict[int, tuple[str, int, int]] = {}  #: full name, first token, token behind the last
        for place in words.among(_LISTED.keys()):
            if place not in self.listed:
                self._match(words.texts, place)

    def _match(self, texts: list[str], start: int) -> None:
        for form, name in _LISTED[texts[start]]:
            end = start + len(form)
            if end <= len(texts) and all(
                texts[start + n].lower() == word.lower() for n, word in enumerate(form)
            ):
                self.listed.update(dict.fromkeys(range(start, end), (name, start, end)))
                return

    def label(self, index: int) -> str:
        """Return the trained model's label of the token, "" without one."""
        entity = self.entity.get(index)
        return entity.label_ if entity is not None else ""


def _datelines(doc: Doc, texts: list[str]) -> frozenset[int]:
    """Return the tokens of places in capitals that open a paragraph before a date, a dash or an agency."""
    found: list[int] = []
    for first in [0, *(n + 1 for n, text in enumerate(texts) if "\n" in text)]:
        place = first
        while (
            place < len(texts)
            and place - first < _PLACE
            and (texts[place].isupper() or texts[place] in "-'.")
        ):
            place += 1
        if (
            place > first
            and place < len(texts)
            and _DATED.match("".join(t.text_with_ws for t in doc[place : place + 6]))
        ):
            found += range(first, place)
    return frozenset(found)


def landscape(doc: Doc) -> Landscape:
    """Return the landscape of doc, drawn once."""
    found = doc.user_data.get(_KEY)
    if not isinstance(found, Landscape):
        found = doc.user_data[_KEY] = Landscape(doc)
    return found


def capitalized(token: Token) -> bool:
    """Tell whether the token begins with a capital letter."""
    return token.text[:1].isupper()


def possessive(token: Token) -> bool:
    """Tell whether the token is a possessive ending."""
    return token.text in ("'s", "’s", "'", "’", "'S", "’S") and token.i > 0 and not token.nbor(-1).whitespace_


def hyphen(token: Token) -> bool:
    """Tell whether the token is a hyphen within a word."""
    return (
        token.text in ("-", "‐", "‑")
        and not token.whitespace_
        and token.i > 0
        and not token.nbor(-1).whitespace_
    )


def sentence_start(token: Token) -> bool:
    """Tell whether the token begins a sentence by what stands before it, or by that and the parse.

    The parse alone parts sentences within names, and misses some.
    """
    if token.i == 0:
        return True
    before = token.nbor(-1)
    if before.text in (".", "!", "?", "…") and before.whitespace_:
        return True
    return bool(token.is_sent_start) and (before.is_space or before.is_punct or before.is_quote)
