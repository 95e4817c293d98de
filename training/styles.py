"""House styles: training text as newspapers print it (headlines in capitals, curly or single quotes)."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from random import Random

    from spacy.tokens import Span, Token

HEADLINE_LENGTHS = range(3, 26)
#: Words that stay small in a headline in title case.
_PREPOSITIONS = frozenset({"of", "in", "on", "to", "for", "at", "by", "with", "as", "from", "into", "over"})
SMALL_WORDS = _PREPOSITIONS | {"a", "an", "the", "and", "or", "but", "nor", "after", "vs"}
#: Share of the documents that get each treatment.
UPPER, TITLE, LOWER = 0.06, 0.06, 0.03
CURLY, SINGLE, UNACCENTED = 0.4, 0.06, 0.5


def restyled(source: Doc | Span, words: Sequence[str]) -> Doc:
    """Return a copy with other words, one for one, and the same annotation."""
    start = source[0].i if len(source) else 0
    annotation: dict[str, Any] = {}
    if any(token.dep for token in source):
        annotation = {
            "tags": [token.tag_ for token in source],
            "pos": [token.pos_ for token in source],
            "morphs": [str(token.morph) for token in source],
            "lemmas": [token.lemma_ for token in source],
            "deps": [token.dep_ for token in source],
            "heads": [token.head.i - start for token in source],
        }
    else:
        annotation["sent_starts"] = [bool(token.is_sent_start) for token in source]
    named = any(token.ent_iob for token in source)
    return Doc(
        source.vocab,
        words=list(words),
        spaces=[bool(token.whitespace_) for token in source],
        ents=[_iob(token) for token in source] if named else None,  # type: ignore[misc]
        **annotation,
    )


def _iob(token: Token) -> str | None:
    """Return the token's tag, None where nothing is known of it."""
    return f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else token.ent_iob_ or None


def title_case(token: Token) -> str:
    """Return the word as a headline in title case has it."""
    if not token.text.islower() or (token.text in SMALL_WORDS and not token.is_sent_start):
        return str(token.text)
    return str(token.text.capitalize())


def upper_case(token: Token) -> str:
    """Return the word in capitals."""
    return str(token.text.upper())


def lower_case(token: Token) -> str:
    """Return the word in small letters."""
    return str(token.text.lower())


def headline(doc: Doc, style: Callable[[Token], str], random: Random) -> Doc | None:
    """Return one sentence of the document in a headline's style, None where the one drawn is too long."""
    sentence = random.choice(list(doc.sents))
    if len(sentence) not in HEADLINE_LENGTHS:
        return None
    return restyled(sentence, [style(token) for token in sentence])


def quoted(doc: Doc, opening: str, closing: str, apostrophe: str) -> Doc:
    """Return the document with its straight quotation marks and apostrophes replaced."""
    words, is_open = [], False
    for token in doc:
        if token.text == '"':
            is_open = not is_open
            words.append(opening if is_open else closing)
        else:
            words.append(token.text.replace("'", apostrophe))
        if token.is_sent_end and is_open and token.whitespace_ and token.text != '"':
            is_open = False
    return restyled(doc, words)


def without_accents(doc: Doc) -> Doc:
    """Return the document with accents taken off its letters."""
    words = []
    for token in doc:
        parts = unicodedata.normalize("NFKD", token.text)
        words.append("".join(c for c in parts if not unicodedata.combining(c)) or token.text)
    return restyled(doc, words)


def with_house_styles(docs: Sequence[Doc], random: Random) -> Iterator[Doc]:
    """Yield every document, some in other quotation marks, and headline copies of some of their sentences."""
    for doc in docs:
        yield _punctuated(doc, random)
        drawn = random.random()
        for share, style in ((UPPER, upper_case), (TITLE, title_case), (LOWER, lower_case)):
            if 0 <= drawn < share and (copy := headline(doc, style, random)) is not None:
                yield copy
            drawn -= share


def _punctuated(doc: Doc, random: Random) -> Doc:
    drawn = random.random()
    if drawn < CURLY:
        return quoted(doc, "“", "”", "’")
    if drawn < CURLY + SINGLE:
        return quoted(doc, "'", "'", "'")
    if drawn < CURLY + SINGLE + UNACCENTED and not doc.text.isascii():
        return without_accents(doc)
    return doc
