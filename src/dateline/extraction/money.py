"""Money: sums as the article states them, with range, period, approximation and bracketed equivalents."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.extraction import extensions, money_context
from dateline.extraction.money_grammar import Reading, Stated
from dateline.extraction.numbers import plain
from dateline.model import Figure, Sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

NAME = "dateline_money"


@Language.component(NAME)
def money(doc: Doc) -> Doc:
    """Set doc._.money and doc.spans["money"]; the countries that it names settle whose francs it means."""
    starts = {country.code: [m.start for m in country.mentions] for country in doc._.countries}

    def distance(country: str, place: int) -> int | None:
        return _distance(starts.get(country, ()), place)

    text = extensions.text(doc)
    found = figures(text, Reading(text, distance).sums())
    doc._.money = found
    extensions.keep_spans(doc, "money", ((f.start, f.end, f.currency) for f in found))
    return doc


def _distance(starts: Sequence[int], place: int) -> int | None:
    """Return how far the nearest of the sorted offsets is; one behind the place counts threefold."""
    index = bisect_left(starts, place)
    before = [place - starts[index - 1]] if index else []
    behind = [3 * (starts[index] - place)] if index < len(starts) else []
    return min(before + behind, default=None)


def figures(text: str, sums: Iterable[Stated]) -> tuple[Figure, ...]:
    """Return the sums of text as figures, those in brackets behind another as its equivalents.

    A sum that is repeated without its brackets keeps the equivalents that the text gives it elsewhere.
    """
    stated, found = list(sums), []
    place = 0
    while place < len(stated):
        others, end = _equivalents(text, stated, place)
        found.append(_figure(text, stated[place], others, end))
        place += 1 + len(others)
    known = {(f.amount, f.currency): f.equivalents for f in reversed(found) if f.equivalents}
    return tuple(replace(f, equivalents=known.get((f.amount, f.currency), ())) for f in found)


def _equivalents(text: str, stated: Sequence[Stated], place: int) -> tuple[Sequence[Stated], int]:
    """Return the sums that give the one at that place in other currencies, and the end of the whole."""
    main = stated[place]
    found: list[Stated] = []
    bracket, last = False, main
    for other in islice(stated, place + 1, None):
        if other.currency == main.currency or other.amount is None or main.amount is None:
            break
        if not found:
            bracket = money_context.opens_bracket(text, main.end, other.start)
            if not bracket and not money_context.joins(text, main.end, other.start):
                break
        elif not bracket or not money_context.goes_on(text, last.end, other.start):
            break
        found.append(other)
        last = other
    end = money_context.closing(text, last.end) if bracket else last.end
    if end is None:
        return (), main.end
    behind = stated[place + 1 + len(found) :][:1]
    if behind and behind[0].start < end:  # the bracket goes on to another sum
        end = main.end
    return found, end


def _figure(text: str, main: Stated, others: Sequence[Stated], end: int) -> Figure:
    period = money_context.period(text, main.start, main.end)
    if period is None and others:
        period = money_context.period(text, main.start, end)
    approximate = main.amount is None or money_context.is_approximate(text, main.start, main.end)
    return Figure(
        start=main.start,
        end=end,
        text=text[main.start : end],
        amount=None if main.amount is None else plain(main.amount),
        currency=main.currency,
        amount_to=None if main.amount_to is None else plain(main.amount_to),
        approximate=approximate,
        period=period,
        equivalents=tuple(Sum(plain(o.amount), o.currency) for o in others if o.amount is not None),
        rule=main.rule,
    )
