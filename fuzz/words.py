"""Targets for words: cleaning, what is typed, and the rules of sums and dates, which need no model."""

from __future__ import annotations

import contextlib
import json
import re
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.index.collection import QueryError
from dateline.index.rows import Filter, Selection
from dateline.loading import columns
from dateline.loading import dates as date_lines
from dateline.model import DateExpression
from dateline.text import clean, fold, paired, slug
from fuzz import checks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dateline.model import Direction

    Target = Callable[[bytes], None]

_CURRENCY = re.compile("[A-Z]{3}")
_MEANT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?")
_REFERENCES = ("2031-04-05", "2028-02-29", "0001-01-01", "9999-12-31")
_DIRECTIONS: tuple[Direction | None, ...] = (None, "past", "future", None)


def cleaning(_folder: Path) -> Target:
    """Clean, fold and shorten any characters."""

    def target(data: bytes) -> None:
        for told in (data.decode("utf-8", "surrogatepass" if _has_surrogates(data) else "replace"),
                     data.decode("utf-16-le", "replace")):  # fmt: skip
            cleaned = clean(told)
            checks.is_safe(cleaned)
            folded = fold(cleaned)
            assert fold(folded) == folded
            middle = len(cleaned) // 2
            assert fold(cleaned[:middle]) + fold(cleaned[middle:]) == folded
            assert slug(slug(cleaned)) == slug(cleaned)
            assert paired(paired(cleaned)) == paired(cleaned)

    return target


def search(folder: Path) -> Target:
    """Ask a small index whatever may be typed: its answer lies in its texts, or says what is wrong."""
    import harbours  # the made-up collection of the tests

    collection = harbours.store(folder)()

    def target(data: bytes) -> None:
        query = data.decode("utf-8", "surrogateescape")
        try:
            found = collection.search(query, None)
        except QueryError as error:
            checks.is_line(str(error))
        else:
            for evidence in found:
                view = collection.article(evidence.article)
                assert view is not None
                end = evidence.start + len(evidence.sentence)
                checks.lies_in(view.text, evidence.start, end, evidence.sentence)
                for start, stop in evidence.hits:
                    assert 0 <= start < stop <= len(evidence.sentence)
                for start, stop in collection.found_in(view.article, query):
                    assert 0 <= start < stop <= len(view.text)
            chosen = Filter(only=Selection("search", query, query))
            assert {e.article for e in found} <= _shown(collection, chosen)
        for kinds in (("person",), ("organization", "country", "summit")):
            for match in collection.find(query, kinds):
                assert match.selection.label
        assert collection.failure is None

    return target


def _shown(collection, chosen: Filter) -> set[str]:  # type: ignore[no-untyped-def]
    lines = [collection.headlines(chosen, day.date, 0, 99, None) for day in collection.days(chosen)]
    return {line.article for day in lines for line in day}


def ranges(_folder: Path) -> Target:
    """Read a range of dates as it is typed."""
    from dateline.reader import date_range  # with all of Textual behind it

    def target(data: bytes) -> None:
        told = data.decode("utf-8", "replace")
        for newest in map(date.fromisoformat, _REFERENCES):
            try:
                found = date_range.parse(told, newest)
            except date_range.DateRangeError as error:
                checks.is_line(str(error))
            else:
                checks.is_day(found.first)
                checks.is_day(found.last)
                assert found.first <= found.last

    return target


def sums(_folder: Path) -> Target:
    """Read the sums of a text."""
    from dateline.extraction import money, money_grammar  # with spaCy behind it

    def target(data: bytes) -> None:
        text = clean(data.decode("utf-8", "replace"))
        reading = money_grammar.Reading(text, lambda country, place: (place + ord(country[0])) % 7 or None)
        found = money.figures(text, reading.sums())
        for figure in found:
            checks.lies_in(text, figure.start, figure.end, figure.text)
            assert _CURRENCY.fullmatch(figure.currency)
            low, high = (None if a is None else _amount(a) for a in (figure.amount, figure.amount_to))
            assert high is None or (low is not None and low < high)
            for equivalent in figure.equivalents:
                _amount(equivalent.amount)
                assert _CURRENCY.fullmatch(equivalent.currency)
        assert all(one.end <= other.start for one, other in pairwise(found)), "two sums overlap"

    return target


def _amount(told: str) -> Decimal:
    assert told.isascii()
    amount = Decimal(told)
    assert amount.is_finite()
    assert amount >= 0
    return amount


def expressions(_folder: Path) -> Target:
    """Read the dates of a text, and resolve them as seen from near and from the ends of the calendar."""
    from dateline.extraction.date_grammar import dates  # with spaCy behind it
    from dateline.linking.dates import resolve_all

    def target(data: bytes) -> None:
        text = clean(data.decode("utf-8", "replace"))
        found = dates(text)
        for one in found:
            checks.lies_in(text, one.start, one.end, text[one.start : one.end])
            assert one.form
        assert all(one.end <= other.start for one, other in pairwise(found)), "two dates overlap"
        for reference, direction in zip(_REFERENCES, _DIRECTIONS, strict=True):
            expressions = [
                DateExpression(one.start, one.end, text[one.start : one.end], one.form,
                               one.direction or direction, place - 1 if one.anchored and place else None)
                for place, one in enumerate(found)
            ]  # fmt: skip
            for resolved in resolve_all(expressions, reference):
                assert resolved.iso is None or _MEANT.fullmatch(resolved.iso), resolved.iso

    return target


def days(_folder: Path) -> Target:
    """Read a date as files state it: as a value of JSON, as a header, as a line of a text, as a marker."""

    def target(data: bytes) -> None:
        told = data.decode("utf-8", "surrogateescape")
        values: list[object] = [told]
        with contextlib.suppress(ValueError, RecursionError):
            values.append(json.loads(told))
        for found in map(columns.day, values):
            if found is not None:
                checks.is_day(found)
        if (line := date_lines.date_line(told)) is not None:
            checks.is_day(line.iso)
        marked, rest = date_lines.marker(told)
        assert told.endswith(rest)
        if marked is not None:
            checks.is_day(marked)

    return target


def _has_surrogates(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True
