"""Numbers as the news writes them: digits with their groups, number words, and the words that scale them."""

from __future__ import annotations

import re
from decimal import Decimal

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {
    **{word: value for value, word in enumerate((*_ONES, *_TEENS))},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
}
_ONE = "|".join(_ONES[1:])
_UNDER_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{_ONE}))?|{'|'.join(_TEENS)}|{_ONE})"

#: A number below 10,000 in words ("twelve", "one hundred and five"); compile it without regard to case.
WORDS = rf"(?:{_UNDER_100}(?:[ -]hundred(?: (?:and )?{_UNDER_100})?)?)\b"
#: A number in digits: "1,250.5", "12,34,567", "170 000", and "1,5" before its scale.
DIGITS = (
    r"(?:\d+,\d{1,2}(?=\s?(?:[mb]n?\b|(?:m|b|tr)illion))|\d{1,3}(?:,\d{2,3})+(?:\.\d+)?"
    r"|\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?![\d,.]\d)|\d+(?:\.\d+)?)"
)

#: Words and letters that scale a number, as powers of ten.
SCALES = {
    "hundred": 2,
    **dict.fromkeys(("thousand", "k"), 3),
    **dict.fromkeys(("lakh", "lakhs"), 5),
    **dict.fromkeys(("million", "millions", "m", "mn", "mln", "mm"), 6),
    **dict.fromkeys(("crore", "crores"), 7),
    **dict.fromkeys(("billion", "billions", "bn", "bln", "b"), 9),
    **dict.fromkeys(("trillion", "trillions", "tn", "trn", "t"), 12),
}
FRACTIONS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
NUMBER_WORDS = frozenset(_VALUES)
_WORD = re.compile(r"[a-z]+")


def words_value(words: str) -> int:
    """Return the value of number words below 10,000 ("two hundred and five"); other words count nothing."""
    total = 0
    for word in _WORD.findall(words.lower()):
        if word == "hundred":
            total = max(total, 1) * 100
        else:
            total += _VALUES.get(word, 0)
    return total


def digits_value(digits: str) -> Decimal:
    """Return the value of a number that `DIGITS` matches."""
    if re.fullmatch(r"\d+,\d{1,2}", digits):
        return Decimal(digits.replace(",", "."))
    return Decimal(re.sub(r"[,\s]", "", digits))


def plain(value: Decimal) -> str:
    """Return the decimal string of value without exponent or idle zeros: "1600000000", "0.5"."""
    return format(value.normalize(), "f")
