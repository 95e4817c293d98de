"""The words of sums, cut into typed lexemes for `money_grammar`. The types:

    n digits      w number words   s scale (million)       h half, quarter  a a, an   o of
    v "millions"  q several, few   $ symbol before digits  € symbol behind  K code before digits
    d Canadian    u dollars        c cents                 & and            C code elsewhere
    b between     f from           t to, or                - dash           " quotation mark

and a blank wherever other words stand between two lexemes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.extraction.currencies import currencies
from dateline.extraction.gazetteer import trie_pattern
from dateline.extraction.lexemes import Lexer
from dateline.extraction.numbers import DIGITS, FRACTIONS, NUMBER_WORDS, SCALES, WORDS

_LETTERED = re.compile(r"[A-Za-zÀ-ž]")
#: Abbreviations of scales that may stand apart from their digits ("$5 bn"), and that may not ("$5k").
_APART = "m|mn|mln|bn|bln|tn|trn"
_ATTACHED = "k|b|t|mm"
_VIDEO = "(?<!480)(?<!720)(?<!1080)(?<!1440)(?<!2160)"  # lines of a picture, not pence


def _symbol(symbol: str, before: str = r"(?<![\w$£€])") -> str:
    before = before if _LETTERED.match(symbol) else ""
    after = r"(?![^\W\d])" if _LETTERED.match(symbol[-1]) else ""
    return before + re.escape(symbol).replace(r"\$", r"\s?\$" if symbol[:2].isalpha() else r"\$") + after


@lru_cache(maxsize=1)
def lexer() -> Lexer:
    """Return the lexer of sums."""
    known = currencies()
    longest_first = sorted(known.symbols, key=len, reverse=True)
    symbols = "|".join(map(_symbol, longest_first))
    behind = "|".join(_symbol(symbol, r"(?<![A-Za-z$£€])") for symbol in longest_first)
    codes = "|".join(sorted(known.codes))
    units = trie_pattern(known.units)
    groups = {
        "prefix": rf"(?:{symbols})(?=:?\s?\.?\d)",
        "u": rf"(?<![^\W\d_])(?i:{units})\b",
        "suffix": behind,
        "K": rf"(?<![A-Z])(?:{codes})(?=:?\s?\$?\d)",
        "C": rf"(?<![A-Z])(?:{codes})(?![A-Za-z\d])",
        "n": rf"(?<!\d)(?<!\d[.,]){DIGITS}",
        "scale": rf"(?<=\d)(?i:{_APART}|{_ATTACHED})(?![^\W_])(?!['’])|(?<=\d\s)(?i:{_APART})\b(?!['’])",
        "pence": rf"(?<=\d){_VIDEO}p\b",
        "w": rf"\b(?i:{WORDS})",
        "d": rf"\b(?i:{trie_pattern(known.qualifiers)})(?=\s)",
        "amp": "&",
        "dash": r"[-–]",
        "quote": r"[\"“”]",
        "cent": "¢",
    }
    types = {
        **{"prefix": "$", "suffix": "€", "scale": "s", "pence": "c", "amp": "&"},
        **{"dash": "-", "quote": '"', "cent": "c"},
    }
    scales = [word for word in SCALES if len(word) > 3 and not word.endswith("ions")]
    words, exact = [*known.units, *known.hundredths], [*known.symbols, *known.codes]
    hints = {_WORDS.findall(word)[-1] for word in (*words, *exact)}
    first = {_WORDS.findall(word)[0].lower() for word in (*words, *exact, *known.qualifiers)}
    plain = {
        **_PLAIN,
        **dict.fromkeys((w for w in known.hundredths if len(w) > 1), "c"),
        **dict.fromkeys(scales, "s"),
    }
    return Lexer(hints=hints, plain=plain, groups=groups, types=types, openings=first | _NUMERAL, window=120)


_WORDS = re.compile(r"[^\W\d_]+|[^\w\s.]")
_NUMERAL = frozenset({*NUMBER_WORDS, *SCALES, "p"})
_PLAIN = {
    **dict.fromkeys(["tens", "hundreds", "thousands", "millions", "billions", "trillions", "dozens"], "v"),
    **dict.fromkeys(FRACTIONS, "h"),
    **dict.fromkeys(["several", "few", "many", "couple", "multiple"], "q"),
    **dict.fromkeys(("a", "an"), "a"),
    **dict.fromkeys(["to", "or", "until", "till", "through"], "t"),
    **{"of": "o", "and": "&", "between": "b", "from": "f"},
}
