"""Where the words stand with which the rules for gatherings begin, found by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.strings import get_string_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span

    from dateline.extraction.parties import Cast

_AROUND = 80  #: tokens either side, for sentences that never end


def word_ids(words: Iterable[str]) -> frozenset[int]:
    """Return the ids by which spaCy knows the words."""
    return frozenset(get_string_id(word) for word in words)


def places(cast: Cast, forms: frozenset[int], lemmas: frozenset[int]) -> list[int]:
    """Return the indices of the tokens with one of the forms (in lower case) or one of the lemmas."""
    both = zip(cast.lowers, cast.lemmas, strict=True)
    return [i for i, (lower, lemma) in enumerate(both) if lower in forms or lemma in lemmas]


def around(cast: Cast, i: int) -> Span:
    """Return the sentence of the token, of a very long one what is near the token."""
    sentence = cast.sentence(i)
    return cast.doc[max(sentence.start, i - _AROUND) : min(sentence.end, i + _AROUND)]
