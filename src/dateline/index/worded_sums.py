"""The sums of money in a query, read as those of articles are: "£1.6bn", "2m dollars", "two million euros".

The grammar of sums takes a tenth of a second to be there: it is asked only where there may be a sum.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A number that begins a word, or stands behind a sign or a code, but in no value of an operator.
_PERHAPS = re.compile(
    r"(?:(?<!\S)-?|[^\w\s:<>=≤≥.\"-]|\b[a-z]{3})\d|\b(?:thousand|million|billion|trillion)", re.IGNORECASE
)
#: A sum without a currency has a scale: a letter beside its number, or a word.
_SCALED = (
    r"(?<![\w.,])(?P<number>{})"
    r"(?:(?P<letter>[kmb])|\s?(?P<word>bn|mn|tn|thousand|(?:million|billion|trillion)s?))(?!\w)"
)
#: What is written in capitals: codes, and the letters before the sign of a dollar.
_CODE = re.compile(r"\b(?:aud|cad|chf|cny|eur|gbp|hkd|inr|jpy|nzd|usd)\b|\b[a-z]{1,3}(?=\$)")


class WordedSum(NamedTuple):
    """A sum as it stands in a query; offsets count code points."""

    start: int
    end: int
    amount: str  #: a decimal string
    currency: str | None  #: ISO 4217; None where none is named


def sums_in(text: str) -> list[WordedSum]:
    """Return the sums of a query by start: with a currency, or with a scale at least ("1.6bn")."""
    if not _PERHAPS.search(text):
        return []
    found = list(_with_currency(text))
    taken = [(one.start, one.end) for one in found]
    found += [one for one in _scaled(text) if not any(a < one.end and one.start < b for a, b in taken)]
    return sorted(found)


def _with_currency(text: str) -> Iterator[WordedSum]:
    from dateline.extraction.money_grammar import Reading  # noqa: PLC0415 - see above
    from dateline.extraction.numbers import plain  # noqa: PLC0415

    written = _CODE.sub(lambda code: code.group().upper(), text)
    for stated in Reading(written, lambda _country, _at: None).sums():
        if stated.amount is not None and stated.amount_to is None:
            yield WordedSum(stated.start, stated.end, plain(stated.amount), stated.currency)


def _scaled(text: str) -> Iterator[WordedSum]:
    from dateline.extraction.numbers import DIGITS, SCALES, digits_value, plain  # noqa: PLC0415

    for match in re.finditer(_SCALED.format(DIGITS), text, re.IGNORECASE):
        scale = SCALES[(match["letter"] or match["word"]).lower()]
        yield WordedSum(*match.span(), plain(digits_value(match["number"]).scaleb(scale)), None)
