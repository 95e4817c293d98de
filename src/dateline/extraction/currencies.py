"""Currencies: codes, symbols and words (a closed list), and which one an ambiguous word means."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

import pycountry

from dateline.extraction.gazetteer import surfaces

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Codes that are words in capitals as well: they need an amount that looks like money.
_CODES_LIKE_WORDS = _words("ALL AMD ANG BAM BOB COP CUP DOP GEL LAK MAD MOP PEN SOS STD TOP TRY XXX")
#: Who issues the money of places that are no country of their own.
_PLACES = {"Hong Kong": "HK", "Macau": "MO", "Euro": "EU", "Cayman": "KY", "Bermudian": "BM", "Bermuda": "BM"}


class Meaning(NamedTuple):
    """The currencies that a word may mean, the default one first."""

    codes: tuple[str, ...]
    strict: bool = False  #: counts only with a scale, a qualifier or a number of four digits


@dataclass(frozen=True, slots=True)
class Currencies:
    """All wordings, exact for symbols and codes, in lower case for words."""

    codes: Mapping[str, Meaning]
    symbols: Mapping[str, Meaning]
    units: Mapping[str, Meaning]
    hundredths: Mapping[str, Meaning]
    qualifiers: Mapping[str, str]  #: "canadian" → "CA"
    issuers: Mapping[str, frozenset[str]]  #: "CAD" → {"CA"}


@lru_cache(maxsize=1)
def currencies() -> Currencies:
    """Return the closed list of currencies."""
    found: dict[str, defaultdict[str, list[tuple[str, bool]]]] = {
        name: defaultdict(list) for name in ("symbols", "units", "hundredths")
    }
    issuers: dict[str, frozenset[str]] = {}
    text = resources.files(__package__).joinpath("currencies.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        code, countries, symbols, units, hundredths = (*line.split("\t"), "", "", "")[:5]
        issuers[code] = frozenset(countries.split())
        for name, field in (("symbols", symbols), ("units", units), ("hundredths", hundredths)):
            for word in filter(None, field.split("|")):
                bare = word.lstrip("!")
                for form in (bare,) if name == "symbols" else _forms(bare.lower()):
                    found[name][form].append((code, word.startswith("!")))
    known = {currency.alpha_3 for currency in pycountry.currencies} | issuers.keys()
    return Currencies(
        codes={code: Meaning((code,), code in _CODES_LIKE_WORDS) for code in known if code.isalpha()},
        symbols=_meanings(found["symbols"]),
        units=_meanings(found["units"]),
        hundredths=_meanings(found["hundredths"]),
        qualifiers=_qualifiers(),
        issuers=issuers,
    )


def _forms(word: str) -> tuple[str, ...]:
    regular = not word.endswith(("s", "p", "yen", "yuan", "renminbi", "won", "sterling", "baht", "¢"))
    return (word, "pennies" if word == "penny" else word + "s") if regular and len(word) > 1 else (word,)


def _meanings(found: Mapping[str, list[tuple[str, bool]]]) -> dict[str, Meaning]:
    return {
        word: Meaning(tuple(code for code, _ in rows), all(strict for _, strict in rows))
        for word, rows in found.items()
    }


def _qualifiers() -> dict[str, str]:
    words = {name: sense.code for name, sense in surfaces().items() if sense.kind in ("name", "demonym")}
    return {word.lower(): code for word, code in (words | _PLACES).items()}


def choose(meaning: Meaning, distance: Callable[[str], int | None]) -> str:
    """Return the currency that a word means, by the nearest country with such a currency.

    distance gives how far away the article names a country, None where it doesn't. Dollars and pounds without
    a qualifier are the default's: the news qualifies all others.
    """
    if len(meaning.codes) == 1 or meaning.codes[0] in ("USD", "GBP"):
        return meaning.codes[0]
    far = 10**9
    issuers = currencies().issuers
    distances = {
        code: min((distance(c) or far for c in issuers[code]), default=far) for code in meaning.codes
    }
    return min(meaning.codes, key=distances.__getitem__)


def qualified(meaning: Meaning, country: str) -> str | None:
    """Return the currency of that name which the country issues ("Canadian dollars"), None without one."""
    issuers = currencies().issuers
    return next((code for code in meaning.codes if country in issuers[code]), None)
