"""Sums of money as they are typed and shown: "£1bn", "500m", "EUR 2.5 billion"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dateline.linking.sums import SYMBOLS, brief
from dateline.linking.typed_sums import AmountError, parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.index.rows import Total

__all__ = ["AmountError", "parse", "shown", "total", "totals"]

_DIGITS = 4  #: of a sum that is approximate anyway


def shown(amount: str | None, currency: str | None) -> str:
    """Return a sum as it is shown; "£", or "SEK", for a currency alone."""
    if amount is None:
        return SYMBOLS.get(currency or "", currency or "")
    return brief(Decimal(amount), currency) if currency else brief(Decimal(amount), "").strip()


def total(found: Total) -> str:
    """Return a total: "about £1.6bn – £2bn a year in 3 claims, 1 confirmed"."""
    low, high = Decimal(found.low), Decimal(found.high)
    if found.approximate:
        low, high = _rounded(low), _rounded(high)
    words = brief(high, found.currency)
    if low != high:
        words = f"{brief(low, found.currency)} – {words}" if low else f"up to {words}"
    about, yearly = "about " * found.approximate, " a year" * found.yearly
    return f"{about}{words}{yearly} in {found.claims:,} claim{'s' * (found.claims != 1)}"


def totals(found: Sequence[Total], room: int) -> str:
    """Return totals in so many characters, the first one whatever its length, and how many are left out."""
    words = [total(each) for each in found]
    for count in range(len(words), 1, -1):
        rest = f" · {len(words) - count} more" if count < len(words) else ""
        if len(told := " · ".join(words[:count]) + rest) <= room:
            return told
    return words[0] + (f" · {len(words) - 1} more" if words[1:] else "")


def _rounded(amount: Decimal) -> Decimal:
    """Return an amount with as many digits as an approximate one can have."""
    return round(amount, _DIGITS - 1 - amount.adjusted()) if amount else amount
