"""The grammar of sums: readings of typed lexemes (see `money_words`) as amounts in a currency.

Each rule is a regular expression over the types, with a reading of its groups (see `lexemes`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from dateline.extraction import money_context
from dateline.extraction.currencies import Meaning, choose, currencies, qualified
from dateline.extraction.gazetteer import surfaces
from dateline.extraction.lexemes import Lexeme, Match, readings
from dateline.extraction.money_words import lexer
from dateline.extraction.numbers import FRACTIONS, SCALES, digits_value, words_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

#: A quantity: one number with its scales, or several that add up ("two million five hundred thousand").
#: Repetitions are bounded, so that the time is linear in the text.
_S = "s{1,3}"
_ONE = rf"(?:a?h(?:oa|a)?-?{_S}|[nw]&ah{_S}|n(?:-?{_S})?|a?w(?:-?{_S})?|a{_S})"
_MANY = rf"(?:w{_S}(?:&?w(?:{_S})?){{1,4}}|{_ONE})"
_UNIT = r"(?:d?u|d?C|€)"


@dataclass(frozen=True, slots=True)
class Stated:
    """A sum in the text, before its surroundings are read; offsets count code points."""

    start: int
    end: int
    amount: Decimal | None  #: None where the text gives no number
    currency: str
    amount_to: Decimal | None = None
    rule: str = ""


class Reading:
    """Reads the sums of one text.

    distance gives how far from an offset the article names a country, None where it doesn't: the nearest
    settles whose francs or pesos are meant.
    """

    def __init__(self, text: str, distance: Callable[[str, int], int | None]) -> None:
        self._text = text
        self._distance = distance

    def sums(self) -> Iterator[Stated]:
        """Yield the sums of the text in their order."""
        rules = [(name, pattern, partial(read, self)) for name, pattern, read in _RULES]
        for name, found in readings(lexer().runs(self._text), rules):
            yield replace(found, rule=name)

    def _sum(self, match: Match) -> Stated | None:
        """Read a number with its unit, and the hundredths behind it."""
        amount = _amount((*match["number"], *match["scale"]))
        currency = self._currency(match, match["unit"])
        if amount is None or currency is None or not self._is_money(match):
            return None
        if match["hundredths"]:
            cents = _amount(match["hundredths"][:-1])
            if cents is None or cents >= 100:
                return None
            amount += cents / 100
        return Stated(match.start, match.end, amount, currency)

    def _twice_named(self, match: Match) -> Stated | None:
        """Read a symbol in front and a code or unit behind ("$90 AUD", "£3bn pounds") that do not clash."""
        symbol = currencies().symbols[re.sub(r"\s", "", match["other"][-1].text)]
        last = match["unit"][-1]
        if last.type == "u" and symbol.codes[0] not in currencies().units[_folded(last)].codes:
            return None
        return self._sum(match)

    def _qualified_symbol(self, match: Match) -> Stated | None:
        """Read "Canadian $20m"; "gave Canada $20m" and "gave Canadians $20m" tell nothing of the dollars."""
        sense = surfaces().get(match["unit"][0].text)
        if sense is None or sense.kind != "demonym" or match["unit"][0].text.endswith("s"):
            return None
        return self._sum(match)

    def _single(self, match: Match) -> Stated | None:
        if not money_context.is_single(self._text, match.start, match.end):
            return None
        return self._sum(match)

    def _cents(self, match: Match) -> Stated | None:
        amount, word = _amount(match["number"]), match["unit"][0].text
        meaning = currencies().hundredths.get(word.lower())
        if amount is None or meaning is None or word == "Cent":
            return None
        single = match["number"][0].type == "a"
        if single and not money_context.is_single(self._text, match.start, match.end):
            return None
        return Stated(match.start, match.end, amount / 100, self._chosen(meaning, match.start))

    def _unit_first(self, match: Match) -> Stated | None:
        if match["unit"][-1].text.lower() not in money_context.UNITS_BEFORE_NUMBERS:
            return None
        return self._sum(match)

    def _range(self, match: Match) -> Stated | None:
        """Read two bounds in one currency; the lower may leave its scale to the upper ("5 to 10 million")."""
        low, high = _amount(match["lower"]), _amount(match["upper"])
        currency = self._currency(match, match["unit"])
        if low is None or high is None or currency is None or not self._is_money(match):
            return None
        other = match["other"]
        if other and self._currency(match, other) != currency:
            return None
        if not _scaled(match["lower"]):
            low = _with_scale_of(match["upper"], low, high)
        return Stated(match.start, match.end, low, currency, high) if low < high else None

    def _span(self, match: Match) -> Stated | None:
        """Read "£2m to £3m" as a range where it tells no change ("from £2m to £3m", "rose £2m to £3m")."""
        if match.before == "f" or money_context.is_change(self._text, match.start):
            return None
        return self._range(match)

    def _vague(self, match: Match) -> Stated | None:
        currency = self._currency(match, match["unit"])
        if currency is None or not self._is_money(match):
            return None
        return Stated(match.start, match.end, None, currency)

    def _currency(self, match: Match, unit: Sequence[Lexeme]) -> str | None:
        """Return the code that the words of a unit mean, None where they mean no currency here."""
        known, last = currencies(), unit[-1]
        if last.type in "KC":
            meaning = known.codes[last.text]
        elif last.type in "$€":
            meaning = known.symbols[re.sub(r"\s", "", last.text)]
        else:
            meaning = known.units[_folded(last)]
        if unit[0].type == "d":
            meant = known.units["dollar"] if last.text == "$" else meaning
            code = qualified(meant, known.qualifiers[_folded(unit[0])])
            if code is not None:
                return code
        large = _is_large(match.whole, year=last.type in "KC")
        return None if meaning.strict and not large else self._chosen(meaning, match.start)

    def _chosen(self, meaning: Meaning, place: int) -> str:
        return choose(meaning, lambda country: self._distance(country, place))

    def _is_money(self, match: Match) -> bool:
        scaled = any(lexeme.type in "sv" for lexeme in match.whole)
        return money_context.is_money(self._text, match.start, match.end, match["unit"][-1].text, scaled)


def _folded(lexeme: Lexeme) -> str:
    return " ".join(lexeme.text.lower().split())


def _is_large(lexemes: Iterable[Lexeme], *, year: bool) -> bool:
    """Tell whether a number looks like money by itself: scaled, with decimals or of four digits.

    year: four digits alone are not enough, they may be a year ("CUP 2010").
    """
    digits = re.compile(r"[.,]\d" if year else r"[.,]\d|\d{4}")
    return any(x.type == "s" or (x.type == "n" and digits.search(x.text)) for x in lexemes)


def _amount(lexemes: Iterable[Lexeme]) -> Decimal | None:
    """Return the value of a quantity, None where its parts do not add up ("two million three million")."""
    total, last = Decimal(0), Decimal("Infinity")
    current: Decimal | None = None
    for lexeme in lexemes:
        if lexeme.type in "nw":
            if current is not None:
                total, last = total + current, current
            value = digits_value(lexeme.text) if lexeme.type == "n" else Decimal(words_value(lexeme.text))
            current = value
        elif lexeme.type == "h":
            current = (current or 0) + FRACTIONS[lexeme.text.lower()]
        elif lexeme.type == "s":
            current = (Decimal(1) if current is None else current) * _scale([lexeme])
    if current is None:
        return Decimal(1)
    return total + current if current < last else None


def _with_scale_of(upper: Sequence[Lexeme], low: Decimal, high: Decimal) -> Decimal:
    """Return a lower bound with the scale that it leaves to the upper ("5 to 10 million")."""
    scale = _scale(upper)
    if high >= 100 * scale and low < 10 and any("hundred" in x.text.lower() for x in upper if x.type == "w"):
        low *= 100
    return low * scale if low < high / scale else low


def _scaled(lexemes: Iterable[Lexeme]) -> bool:
    return any(lexeme.type == "s" for lexeme in lexemes)


def _scale(lexemes: Iterable[Lexeme]) -> Decimal:
    return Decimal(1).scaleb(sum(SCALES[x.text.strip().lower()] for x in lexemes if x.type == "s"))


_Reader: TypeAlias = "Callable[[Reading, Match], Stated | None]"
_LOW, _HIGH = rf"(?P<lower>{_ONE})", rf"(?P<upper>{_ONE})"
_NUMBER = rf"(?P<number>{_MANY})"
_RULES: tuple[tuple[str, re.Pattern[str], _Reader], ...] = tuple(
    (name, re.compile(pattern), read)
    for name, pattern, read in (
        ("range", rf"b{_LOW}[&t-]{_HIGH}-?(?P<unit>{_UNIT})", Reading._range),
        ("range", rf"{_LOW}[t-]{_HIGH}-?(?P<unit>{_UNIT})", Reading._range),
        ("range", rf"b{_LOW}(?P<other>{_UNIT})[&t-]{_HIGH}(?P<unit>{_UNIT})", Reading._range),
        ("range", rf"b(?P<unit>\$){_LOW}[&t-](?P<other>\$)?{_HIGH}", Reading._range),
        ("range", rf"(?P<unit>\$){_LOW}-(?P<other>\$)?{_HIGH}", Reading._range),
        ("range", rf"(?P<unit>\$){_LOW}t(?P<other>\$)?{_HIGH}", Reading._span),
        ("symbol", rf"(?P<unit>d\$){_NUMBER}", Reading._qualified_symbol),
        ("symbol", rf"(?P<other>\$){_NUMBER}-?(?P<unit>d?u|C)", Reading._twice_named),
        ("symbol", rf"(?P<unit>\$){_NUMBER}", Reading._sum),
        ("code", rf"(?P<unit>K)\$?{_NUMBER}", Reading._sum),
        ("unit before number", rf"(?P<unit>d?u){_NUMBER}", Reading._unit_first),
        ("number with unit", rf"{_NUMBER}(?P<unit>K)(?P<hundredths>[nw]c)", Reading._sum),
        ("number with code", rf"{_NUMBER}(?P<unit>C)(?P<scale>s)", Reading._sum),
        ("number with unit", rf"{_NUMBER}-?(?P<unit>{_UNIT})&?(?P<hundredths>[nw]c)", Reading._sum),
        ("number with unit", rf"{_NUMBER}-?(?P<unit>{_UNIT})", Reading._sum),
        ("one unit", r"(?P<number>a)(?P<unit>u)&?(?P<hundredths>[nw]c)", Reading._sum),
        ("one unit", r"(?P<number>a)(?P<unit>u)", Reading._single),
        ("hundredths", r"(?P<number>[nwa])-?(?P<unit>c)", Reading._cents),
        ("vague", rf'"?v"?(?:o"?v"?)*o"?(?P<unit>{_UNIT})', Reading._vague),
        ("vague", rf"a?qo?w?s+(?P<unit>{_UNIT})", Reading._vague),
    )
)
