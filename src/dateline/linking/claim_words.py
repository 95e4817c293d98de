"""What words two reports of a sum or a commitment have in common."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.linking.synonyms import MEANINGS
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.model import Extraction, Source

_WORD = re.compile(r"[^\W_]+(?:[,.]\d+)*")
#: Words that stand in too many sentences about money and promises to show that two are about the same thing.
_COMMON = frozenset(
    """
    a about added addition additional after ago all also an and announced another any are as at be
    because been before being between billion bn both but by could did do does during each earlier
    extra first for from further given government had has have he her him his how if in into is it
    its just last later least less like m made make may meanwhile million minister money month more
    most mr mrs ms much new next no not now of offer offered on one only or other our out over part
    pay per plan pledge pledged president prime promised provide said say says several she should
    since so some spend spent such sum than that the their them then there these they this those through
    time to told under until up use used was we week were what when where which while who will with
    would year
    """.split()  # noqa: SIM905
)
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
_DURATION = re.compile(rf"\b(\d+|{'|'.join(_NUMBERS)})[\s-]+(hour|day|week|month|year)s?\b")
_YEAR = re.compile(r"(?:19|20)\d\d$")
#: What a number or a duration tells, and what another word does: 5,000 missiles are these, missiles are many.
_TELLING, _PLAIN = 1.0, 0.5


def stems(text: str) -> frozenset[str]:
    """Return the telling words of the text, folded, without the commonest endings, one for each meaning.

    A duration is one of them, however it is worded: "a 30-day truce", "a truce of 30 days".
    """
    folded = fold(text)
    lasting = {f"{_number(m[1])} {m[2]}" for m in _DURATION.finditer(folded)}
    words = _WORD.findall(_DURATION.sub(" ", folded) if lasting else folded)
    telling = {
        _meaning(stem)
        for word in words
        if word not in _COMMON and len(stem := _stem(word)) > 1 and stem not in _COMMON_STEMS
    }
    return frozenset(map(sys.intern, telling | lasting))  # a word is kept once for all claims


def weight(words: Iterable[str]) -> float:
    """Return how much the words tell together when two reports share them."""
    return sum(map(_weight, words))


@lru_cache(maxsize=1 << 16)
def _weight(word: str) -> float:
    return _TELLING if word[0].isdigit() and not _YEAR.match(word) else _PLAIN


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS.index(word) + 1


def _stem(word: str) -> str:
    """Return the word without a plural, a gerund or a past ending: enough to match two reports of one
    thing.
    """
    if word[0].isdigit():
        return word.replace(",", "")
    for ending in ("ies", "ied", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            stem = word[: -len(ending)]
            return stem + "y" if ending in {"ies", "ied"} else stem.rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word


#: Of the common words, so that "others" and "spending" tell as little as "other" and "spend".
_COMMON_STEMS = frozenset(map(_stem, _COMMON))
_MEANING = {_stem(word): words.split()[0] for words in MEANINGS for word in words.split()}


def _meaning(stem: str) -> str:
    return _MEANING.get(stem, stem)


def sentence_span(source: Source, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence of the article that holds the offsets begins and ends."""
    extraction: Extraction = source.extraction
    k = bisect_right(extraction.sentences, (start, len(source.article.text) + 1)) - 1
    if k < 0:
        return start, end
    first, last = extraction.sentences[k]
    return first, max(last, end)


def countries_named(source: Source, start: int, end: int) -> Mapping[str, str]:
    """Return what names a country between the offsets, and the token that stands for it: "British", "@GB"."""
    return {
        mention.text: f"@{country.code}"
        for country in source.extraction.countries
        for mention in country.mentions[
            bisect_left(country.mentions, start, key=lambda m: m.start) : bisect_left(
                country.mentions, end, key=lambda m: m.start
            )
        ]
    }


def tokens(text: str, named: Mapping[str, str]) -> frozenset[str]:
    """Return the stems of the text, with one token for a country however it is named."""
    found = set()
    for surface in sorted(named, key=lambda name: (-len(name), name)):
        text, count = _as_word(surface).subn(" ", text)
        if count:
            found.add(named[surface])
    return stems(text) | found


@lru_cache(maxsize=4096)
def _as_word(surface: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(surface)}(?!\w)")
