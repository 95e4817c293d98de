"""The parts that dossiers share: paragraphs, sections, tables, sentences, counts over time."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len

from dateline.index.labels import short_date as when
from dateline.reader.days import bounds, date_mark, first_day, short_date
from dateline.reader.widgets.bars import BARS
from dateline.reader.widgets.lines import BLANK, Line
from dateline.reader.widgets.listing import Entry, words
from dateline.reader.widgets.wrapping import excerpt, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from dateline.index.rows import DateRange, Day, Evidence
    from dateline.reader.widgets.strips import Piece

TABLE = 84  #: cells that numbers are from the names at most
SPARK = 64  #: cells of the counts over time at most
_MOST_LINES = 6  #: of a sentence


def plural(count: int, noun: str) -> str:
    """Return a count with its noun: "1 article", "4 articles"."""
    return f"{count:,} {noun}{'s' * (count != 1)}"


def paragraph(text: str, look: str = "", *, indent: int = 0) -> Entry:
    """Return wrapped text that is no row."""

    def draw(cells: int) -> Sequence[Line]:
        room = max(8, cells - indent)
        return [Line(((" " * indent, ""), (text[a:b], look))) for a, b in wrap(text, room)]

    return Entry(draw)


def section(title: str, *columns: str) -> list[Entry]:
    """Return a blank line and a heading, with the names of the columns at the right."""
    right = tuple((f"  {column}", "dim") for column in columns)
    return [words(), Entry(lambda _cells: (Line(((title, "head"),), right, TABLE),))]


def row(value: Any, left: Sequence[Piece], right: Sequence[Piece] = ()) -> Entry:
    """Return a row of one line: pieces at the left, numbers at the right."""
    line = Line((("  ", ""), *left), tuple(right), TABLE)
    return Entry(lambda _cells: (line,), value)


def number(count: int, column: str, look: str = "") -> Piece:
    """Return a number that stands below the name of its column."""
    return f"  {count or '':>{cell_len(column)}}", look


def span(first: str, last: str) -> str:
    """Return the days between which something was said: "3 Mar 2031", "30 Mar – 2 Apr 2031"."""
    return when(f"{first}/{last}")


def counts_over(days: Sequence[Day], whole: DateRange, cells: int) -> list[int]:
    """Return the articles of days in equal slices of a range."""
    begin, end = bounds(whole)
    length = (end - begin).days + 1
    counts = [0] * cells
    for day in days:
        place = (first_day(day.date) - begin).days * cells // length
        counts[max(0, min(cells - 1, place))] += day.count
    return counts


def over_time(days: Sequence[Day], whole: DateRange) -> Entry:
    """Return counts over a range as bars two lines high, and below them where it begins and ends."""
    first = short_date(whole.first, year=whole.first[:4] != whole.last[:4])
    last = short_date(whole.last, year=True)

    def draw(cells: int) -> Sequence[Line]:
        width = max(8, min(SPARK, cells - 2))
        counts = counts_over(days, whole, width)
        most = max([1, *counts])
        heights = [-(-count * 16 // most) for count in counts]
        upper = "".join(BARS[height - 9] if height > 8 else " " for height in heights)
        lower = "".join(BARS[min(height, 8) - 1] if height else "·" for height in heights)
        pieces = tuple(
            ("".join(part), "dim" if empty else "mark") for empty, part in groupby(lower, lambda c: c == "·")
        )
        gap = " " * max(1, width - cell_len(first) - cell_len(last))
        axis: Piece = (f"{first}{gap}{last}", "dim")
        return Line((("  ", ""), (upper, "mark"))), Line((("  ", ""), *pieces)), Line((("  ", ""), axis))

    return Entry(draw)


def sentences(evidence: Sequence[Evidence], before: str | None = None) -> list[Entry]:
    """Return sentences by article, each below the head of its article; `before` has its head already."""
    entries: list[Entry] = []
    for article, group in groupby(evidence, key=lambda sentence: sentence.article):
        told = list(group)
        if article != before:
            entries += [words(), source(told[0], sum(len(each.hits) for each in told))]
        entries += [sentence(each) for each in told]
    return entries


def source(first: Evidence, hits: int) -> Entry:
    """Return the head of an article's sentences: date, outlet, headline and how many mentions."""
    tilde = date_mark(first.date_basis)
    date = f"{tilde}{short_date(first.date, year=True)}  "
    outlet: tuple[Piece, ...] = ((f"{first.outlet}  ", ""),) if first.outlet else ()
    line = Line(((date, "strong"), *outlet, (first.title, "dim")), ((f"{hits}×", "dim"),))
    return Entry(lambda _cells: (line,))


def sentence(told: Evidence) -> Entry:
    """Return a row for a sentence, wrapped, with its mentions lit up."""

    def draw(cells: int) -> Sequence[Line]:
        lines = excerpt(told.sentence, told.hits, max(8, cells - 2), _MOST_LINES)
        return [Line(((" ·"[not n] + " ", "dim"), *pieces)) for n, pieces in enumerate(lines)] or (BLANK,)

    return Entry(draw, told)
