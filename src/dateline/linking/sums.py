"""Whether two figures are the same sum, and how a sum is written."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.model import Figure

Agreement = Literal["same", "close", "differs"]

#: Sums that differ by no more than this share agree roughly (≈).
CLOSE = Decimal("0.03")
#: A sum of one or two digits stands for what rounds to it, but not for more than this share away.
_ROUNDED = Decimal("0.10")
SYMBOLS = {
    "GBP": "£", "USD": "$", "EUR": "€", "JPY": "¥", "CAD": "C$", "AUD": "A$", "NZD": "NZ$", "HKD": "HK$",
    "INR": "₹", "ILS": "₪", "KRW": "₩", "TRY": "₺", "UAH": "₴",
}  # fmt: skip
#: The currency of each sign, and of each code itself.
CURRENCIES = {sign: code for code, sign in SYMBOLS.items()} | {code: code for code in SYMBOLS}
_UP_TO = re.compile(
    r"\b(?:up\s+to|as\s+much\s+as|at\s+most|not?\s+more\s+than|a\s+(?:maximum|ceiling)\s+of|capped\s+at|limited\s+to)"
    r"\s+(?:an?\s+\w+\s+)?$",
    re.IGNORECASE,
)
_REACH = 40  # characters before a figure in which such words stand
_SCALES = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))


def sums(figure: Figure) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Yield (currency, lower bound, upper bound) of the figure, then of the equivalents that its article
    states.
    """
    low = number(figure.amount)
    if low is not None:
        yield figure.currency, low, number(figure.amount_to) or low
    for equivalent in figure.equivalents:
        amount = number(equivalent.amount)
        if amount is not None:
            yield equivalent.currency, amount, amount


@lru_cache(maxsize=4096)
def number(amount: str | None) -> Decimal | None:
    """Return the amount as a number above zero, or None."""
    try:
        found = Decimal(amount) if amount is not None else None
    except InvalidOperation:
        return None
    return found if found is not None and found.is_finite() and found > 0 else None


def agreement(one: Figure, two: Figure) -> Agreement | None:
    """Tell whether two figures agree, in their own currency or in equivalents that the articles state.

    "same": equal, or one is the other rounded to the digits it gives; "close": within 3 %; None where they
    cannot be compared.
    """
    return agree(size_of(one), size_of(two))


def size_of(figure: Figure) -> str:
    """Return all of a figure that tells whether it agrees with others, as one word: quick to compare."""
    told = [f"{currency}:{low}:{high}" for currency, low, high in sums(figure)]
    return "|".join(("a year" if is_yearly(figure) else "", figure.currency, *told))


@lru_cache(maxsize=1 << 16)
def agree(one: str, two: str) -> Agreement | None:
    """Tell whether two sizes agree, as `agreement` does of figures."""
    (yearly, currency, *told), (other_yearly, other_currency, *other_told) = one.split("|"), two.split("|")
    if yearly != other_yearly:
        return None
    best: Agreement | None = None
    for name, low, high in (row.split(":") for row in told):
        for other, other_low, other_high in (row.split(":") for row in other_told):
            if name != other:
                continue
            found = _compare(Decimal(low), Decimal(high), Decimal(other_low), Decimal(other_high))
            if found == "same" or currency == other_currency:
                return found
            best = found if best in {None, "differs"} else best
    return best


def is_yearly(figure: Figure) -> bool:
    """Tell whether the figure is an amount for each year, which no total is compared with."""
    return figure.period is not None and _is_year(figure.period)


@lru_cache(maxsize=256)
def _is_year(period: str) -> bool:
    words = ("a year", "per year", "annual", "each year", "every year", "yearly", "per annum")
    return any(word in period.casefold() for word in words)


def _compare(low: Decimal, high: Decimal, other_low: Decimal, other_high: Decimal) -> Agreement:
    if (low, high) == (other_low, other_high):
        return "same"
    if low != high or other_low != other_high:
        return "close" if low <= other_high and other_low <= high else "differs"
    apart = abs(low - other_low) / max(low, other_low)
    if apart <= _ROUNDED and (_rounds_to(low, other_low) or _rounds_to(other_low, low)):
        return "same"
    return "close" if apart <= CLOSE else "differs"


def _rounds_to(fine: Decimal, coarse: Decimal) -> bool:
    """Tell whether coarse is fine rounded to the digits that coarse gives: 7.46 rounds to 7.5, not to 7.4."""
    exponent = coarse.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or exponent <= int(fine.normalize().as_tuple().exponent):
        return False
    return fine.quantize(Decimal(1).scaleb(exponent), rounding=ROUND_HALF_UP) == coarse


def is_most(text: str, figure: Figure) -> bool:
    """Tell whether the article's text calls the figure the most that it may be: "up to £2bn"."""
    return _UP_TO.search(text[max(0, figure.start - _REACH) : figure.start]) is not None


def digits(figure: Figure) -> int:
    """Return how many significant digits the figure gives; 0 where it has no number."""
    amount = number(figure.amount)
    return len(amount.normalize().as_tuple().digits) if amount is not None else 0


def written(figure: Figure, *, up_to: bool = False) -> str:
    """Return the sum as a label: "£1.5bn", "$10bn a year", "£1bn–£2bn", "up to £3bn"; its own words where it
    has no number.
    """
    low, high = number(figure.amount), number(figure.amount_to)
    if low is None:
        return " ".join(figure.text.split())
    text = brief(low, figure.currency)
    if high is not None and high != low:
        text += f"–{brief(high, figure.currency)}"
    if up_to:
        text = f"up to {text}"
    return f"{text} a year" if is_yearly(figure) else text


def brief(amount: Decimal, currency: str) -> str:
    """Return an amount in a currency (ISO 4217) as it is shown: "£1.5bn", "SEK 400m"."""
    symbol = SYMBOLS.get(currency, f"{currency} ")
    for size, suffix in _SCALES:
        if amount >= size:
            return f"{symbol}{_plain(amount / size)}{suffix}"
    return f"{symbol}{amount.normalize():,f}"


def _plain(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
