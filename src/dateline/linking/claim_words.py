"""What words two reports of a sum or a commitment have in common."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from dateline.text import fold

if TYPE_CHECKING:
    from dateline.model import Extraction, Source

_WORD = re.compile(r"[^\W_]+(?:[,.]\d+)*")
#: Words that stand in too many sentences about money and promises to show that two are about the same thing.
_COMMON = frozenset(
    """
    a about added addition additional after ago all also an and announced any are as at be because been
    before being
    between billion bn both but by could did do does during each earlier extra first for from further
    given government
    had has have he her him his how if in into is it its just last later least less like m made make may
    meanwhile
    million minister money month more most mr mrs ms much new next no not now of offer offered on one only
    or other our
    out over part pay per plan pledge pledged president prime promised provide said say says several she
    should since so
    some spend such sum than that the their them then there these they this those through time to told
    under until up
    use used was we week were what when where which while who will with would year
    """.split()  # noqa: SIM905
)


def stems(text: str) -> frozenset[str]:
    """Return the telling words of the text, folded and without the commonest endings."""
    return frozenset(
        stem for word in _WORD.findall(fold(text)) if word not in _COMMON and len(stem := _stem(word)) > 1
    )


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


def sentence(source: Source, start: int, end: int) -> str:
    """Return the sentence of the article that holds the offsets."""
    extraction: Extraction = source.extraction
    k = bisect_right(extraction.sentences, (start, len(source.article.text) + 1)) - 1
    if k < 0:
        return source.article.text[start:end]
    first, last = extraction.sentences[k]
    return source.article.text[first : max(last, end)]
