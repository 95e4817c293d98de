"""The words of sums: the stretches of a text where money is named, cut into typed lexemes for `money`.

Each lexeme has a type of one letter, so that the grammar of sums is a set of regular expressions over short
strings of letters:

    n digits      w number words   s scale (million)       h half, quarter  a a, an   o of
    v "millions"  q several, few   $ symbol before digits  € symbol behind  K code before digits
    d Canadian    u dollars        c cents                 & and            C code elsewhere
    b between     f from           t to, or                - dash           " quotation mark

and a blank wherever other words stand between two lexemes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dateline.extraction.currencies import currencies
from dateline.extraction.gazetteer import trie_pattern
from dateline.extraction.numbers import DIGITS, FRACTIONS, SCALES, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

_WINDOW = 120  #: characters on either side of a currency's name that may belong to its sum
_LETTERED = re.compile(r"[A-Za-zÀ-ž]")
#: Abbreviations of scales that may stand apart from their digits ("$5 bn"), and that may not ("$5k").
_APART = "m|mn|mln|bn|bln|tn|trn"
_ATTACHED = "k|b|t|mm"
_TOGETHER = re.compile(r":?[^\S\n]*\n?[^\S\n]*")
_VIDEO = "(?<!480)(?<!720)(?<!1080)(?<!1440)(?<!2160)"  # lines of a picture, not pence


class Lexeme(NamedTuple):
    """A word of a sum with its type and its place in the text."""

    type: str
    start: int
    end: int
    text: str


def _symbol(symbol: str, before: str = r"(?<![\w$£€])") -> str:
    before = before if _LETTERED.match(symbol) else ""
    after = r"(?![^\W\d])" if _LETTERED.match(symbol[-1]) else ""
    return before + re.escape(symbol).replace(r"\$", r"\s?\$" if symbol[:2].isalpha() else r"\$") + after


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of what names a currency, and the pattern of lexemes (its groups are the types)."""
    known = currencies()
    longest_first = sorted(known.symbols, key=len, reverse=True)
    symbols = "|".join(map(_symbol, longest_first))
    behind = "|".join(_symbol(symbol, r"(?<![A-Za-z$£€])") for symbol in longest_first)
    codes = "|".join(sorted(known.codes))
    units = trie_pattern(known.units)
    hundredths = trie_pattern(word for word in known.hundredths if len(word) > 1)
    names = rf"{behind}|(?<![A-Z])(?:{codes})(?![A-Z])|(?<![^\W\d_])(?i:{units}|{hundredths})\b|¢|(?<=\d)p\b"
    scales = trie_pattern(word for word in SCALES if len(word) > 3 and not word.endswith("ions"))
    groups = {
        "prefix": rf"(?:{symbols})(?=:?\s?\.?\d)",
        "u": rf"(?<![^\W\d_])(?i:{units})\b",
        "suffix": behind,
        "K": rf"(?<![A-Z])(?:{codes})(?=:?\s?\$?\d)",
        "C": rf"(?<![A-Z])(?:{codes})(?![A-Za-z\d])",
        "n": rf"(?<!\d)(?<!\d[.,]){DIGITS}",
        "scale": rf"(?<=\d)(?i:\s?(?:{_APART})|{_ATTACHED})(?![^\W_])(?!['’])",
        "pence": rf"(?<=\d){_VIDEO}p\b",
        "v": r"\b(?i:(?:ten|hundred|thousand|million|billion|trillion)s|dozens)\b",
        "w": rf"\b(?i:{WORDS})",
        "s": rf"\b(?i:{scales})\b",
        "h": rf"\b(?i:{'|'.join(FRACTIONS)})\b",
        "q": r"\b(?i:several|few|many|couple|multiple)\b",
        "c": rf"\b(?i:{hundredths})\b|¢",
        "d": rf"\b(?i:{trie_pattern(known.qualifiers)})(?=\s)",
        "a": r"\b(?i:an?)\b",
        "o": r"\b(?i:of)\b",
        "amp": r"\b(?i:and)\b|&",
        "t": r"\b(?i:to|or|until|till|through)\b",
        "b": r"\b(?i:between)\b",
        "f": r"\b(?i:from)\b",
        "dash": r"[-–]",
        "quote": r"[\"“”]",
    }
    lexemes = "|".join(f"(?P<{name}>{pattern})" for name, pattern in groups.items())
    return re.compile(names), re.compile(lexemes)


_TYPES = {"prefix": "$", "suffix": "€", "scale": "s", "pence": "c", "amp": "&", "dash": "-", "quote": '"'}


def runs(text: str) -> Iterator[tuple[str, list[Lexeme | None]]]:
    """Yield for each stretch of text that names a currency the types of its lexemes and the lexemes.

    Both have one place for every lexeme and one (a blank, None) for every gap that other words fill.
    """
    pattern = _patterns()[1]
    for start, end in _stretches(text):
        types, found, last = [], list[Lexeme | None](), start
        for match in pattern.finditer(text, start, end):
            name = match.lastgroup or ""
            if not _TOGETHER.fullmatch(text, last, match.start()):
                types.append(" ")
                found.append(None)
            types.append(_TYPES.get(name, name))
            found.append(Lexeme(types[-1], match.start(), match.end(), match.group()))
            last = match.end()
        yield "".join(types), found


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = end = -1
    for match in _patterns()[0].finditer(text):
        left = text.rfind(" ", 0, max(0, match.start() - _WINDOW)) + 1
        right = min(len(text), match.end() + _WINDOW)
        if left > end:
            if end >= 0:
                yield start, end
            start = left
        end = right
    if end >= 0:
        yield start, end
