"""Sums of money as people type them: "£1bn", "500m", "EUR 2.5 billion"."""

from __future__ import annotations

import re
from decimal import Decimal

from dateline.linking.sums import CURRENCIES

_SCALES = {
    "": 0,
    "k": 3,
    "thousand": 3,
    "m": 6,
    "mn": 6,
    "million": 6,
    "bn": 9,
    "b": 9,
    "billion": 9,
    "tn": 12,
    "trillion": 12,
}
_SIGN = "|".join(sorted((re.escape(c) for c in CURRENCIES if not c.isalpha()), key=len, reverse=True))
_SCALE = "|".join(sorted(filter(None, _SCALES), key=len, reverse=True))
_SUM = re.compile(
    rf"(?P<before>{_SIGN}|[a-z]{{3}}(?=\d|\b))?\s*+(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)?\s*+"
    rf"(?P<scale>{_SCALE})?\s*+(?P<after>[a-z]{{3}})?",
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
    worded = (found["before"] or found["after"] or "").upper()
    currency = CURRENCIES.get(worded, worded) or None
    if currency is not None and not _is_currency(currency):
        raise AmountError(f"there is no currency {currency}: type a sum like £1bn, 500m, EUR 2.5bn")
    if found["number"] is None:
        if found["scale"] or currency is None:
            raise AmountError("a number is missing")
        return None, currency
    number = found["number"].replace(",", "")
    if len(number) > _MOST_DIGITS:
        raise AmountError("that is too great a number")
    amount = Decimal(number).scaleb(_SCALES[(found["scale"] or "").lower()])
    return f"{amount.normalize():f}", currency


def _is_currency(code: str) -> bool:
    if code in CURRENCIES:
        return True
    import pycountry  # noqa: PLC0415 - for rare currencies alone

    return pycountry.currencies.get(alpha_3=code) is not None
