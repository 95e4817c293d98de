"""Sums of money as they are typed and shown: "£1bn", "500m", "EUR 2.5 billion"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from dateline.linking.sums import SYMBOLS, brief

if TYPE_CHECKING:
    from dateline.index.rows import Total

_SCALES = {
    "": 0,
    "k": 3,
    "m": 6,
    "mn": 6,
    "million": 6,
    "bn": 9,
    "b": 9,
    "billion": 9,
    "tn": 12,
    "trillion": 12,
}
_CODES = {symbol: code for code, symbol in SYMBOLS.items()}
_SIGN = "|".join(sorted(map(re.escape, _CODES), key=len, reverse=True))
_SCALE = "|".join(sorted(filter(None, _SCALES), key=len, reverse=True))
_SUM = re.compile(
    rf"(?P<before>{_SIGN}|[a-z]{{3}}\b)?\s*(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)?\s*"
    rf"(?P<scale>{_SCALE})?\s*(?P<after>[a-z]{{3}})?",
    re.IGNORECASE,
)
_MOST_DIGITS = 18


class AmountError(ValueError):
    """What was typed is no sum; the message says what would be one."""


def parse(text: str) -> tuple[str | None, str | None]:
    """Return (a decimal string or None, ISO 4217 code or None) of what was typed; raises AmountError.

    Without a currency the sum holds for every one; a currency alone stands for all its sums.
    """
    found = _SUM.fullmatch(text.strip())
    if found is None or not text.strip() or (found["before"] and found["after"]):
        raise AmountError("no such sum: type one like £1bn, 500m, EUR 2.5bn, or a currency alone")
    worded = found["before"] or found["after"]
    currency = _CODES.get(worded, worded.upper()) if worded else None
    if found["number"] is None:
        if found["scale"] or currency is None:
            raise AmountError("a number is missing")
        return None, currency
    number = found["number"].replace(",", "")
    if len(number) > _MOST_DIGITS:
        raise AmountError("that is too great a number")
    amount = Decimal(number).scaleb(_SCALES[(found["scale"] or "").lower()])
    return f"{amount.normalize():f}", currency


def shown(amount: str | None, currency: str | None) -> str:
    """Return a sum as it is shown; "£", or "SEK", for a currency alone."""
    if amount is None:
        return SYMBOLS.get(currency or "", currency or "")
    return brief(Decimal(amount), currency) if currency else brief(Decimal(amount), "").strip()


def total(found: Total) -> str:
    """Return a total: "about £1.6bn – £2bn a year in 3 claims, 1 confirmed"."""
    low, high = Decimal(found.low), Decimal(found.high)
    words = brief(high, found.currency)
    if low != high:
        words = f"{brief(low, found.currency)} – {words}" if low else f"up to {words}"
    about, yearly = "about " * found.approximate, " a year" * found.yearly
    return f"{about}{words}{yearly} in {found.claims:,} claim{'s' * (found.claims != 1)}"
