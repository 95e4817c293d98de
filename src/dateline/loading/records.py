"""Tables of articles: JSON Lines, CSV and TSV, an article a record."""

from __future__ import annotations

import csv
import json
import re
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from dateline.loading import columns, lenient, numeric_dates
from dateline.loading.decode import decode
from dateline.loading.drafts import Draft, Flaw
from dateline.loading.record_drafts import Records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.loading.numeric_dates import Order

_LONGEST_CELL = 5_000_000  # characters, those of an article
_LONGEST_RECORD = 10_000_000  # characters or bytes: a longer one takes up too much memory
_MOST_COLUMNS = 10_000
_LINE_END = re.compile(r"[\r\n]")
_LINE = re.compile(r"[^\r\n]*+(?:\r\n?|\n)|[^\r\n]++")
_DEEPEST_HEAD = 10  # rows among which that with the names of the columns is looked for
_SAMPLE = 65_536  # characters in which the comma of a table is told
_SEPARATOR_LINE = "sep="  # with which a spreadsheet may tell it in a line before the table


def json_lines(raw: bytes, names: Mapping[str, str]) -> Iterator[Draft | Flaw]:
    """Yield an article for each line that is a JSON object with a text, and what is wrong with the others."""
    records = Records("line", names)
    for number, line in enumerate(map(bytes.strip, _byte_lines(raw.removeprefix(b"\xef\xbb\xbf"))), 1):
        if not line:
            continue
        if len(line) > _LONGEST_RECORD:
            records.flaws.add(number, "is too long for an article")
            continue
        try:
            record = lenient.decode(line)
        except (ValueError, RecursionError):
            records.flaws.add(number, "is no JSON")
            continue
        if isinstance(record, dict):
            yield from records.draft(line, record, number)
        else:
            records.flaws.add(number, "is no JSON object")
    yield from records.problems()


def _byte_lines(raw: bytes) -> Iterator[bytes]:
    """Yield the lines of bytes one by one: all at once take many times the memory where they are short."""
    start = 0
    while start < len(raw):
        end = raw.find(b"\n", start)
        end = len(raw) if end < 0 else end
        yield raw[start:end]
        start = end + 1


def table(raw: bytes, names: Mapping[str, str]) -> Iterator[Draft | Flaw]:
    """Yield an article for each row of CSV (commas, semicolons or tabs) whose first row names the columns."""
    text = decode(raw).lstrip("\ufeff\r\n")
    csv.field_size_limit(_LONGEST_CELL)
    records = Records("row", names, _order(text, names))
    number = 0
    try:
        for number, row in enumerate(_rows(text, names), 1):
            if row.flaw:
                records.flaws.add(
                    number, row.flaw, "put quotation marks around its cells, and double those in them"
                )
            yield from records.draft(json.dumps(row.cells, sort_keys=True).encode(), row.cells, number)
    except csv.Error as error:
        yield Flaw(f"it can't be read on from row {number + 1} ({error})", "correct the quotes of that row")
    yield from records.problems()


def _order(text: str, names: Mapping[str, str]) -> Order | None:
    """Return the order of day and month in the dates of a table, from all its rows."""
    try:
        dates = [columns.value(row.cells, "date", names) for row in _rows(text, names)]
    except csv.Error:  # told when the rows are read
        return None
    return numeric_dates.order_of(date for date in dates if isinstance(date, str))


class _Row(NamedTuple):
    cells: dict[str, object]  #: by the names of their columns
    flaw: str = ""  #: what is wrong with its form


def _rows(text: str, names: Mapping[str, str]) -> Iterator[_Row]:
    """Yield the rows of a table behind that which names its columns; raises csv.Error."""
    lines = _Lines(text)
    sample = text[:_SAMPLE]
    if sample[:4].lower() == _SEPARATOR_LINE:
        next(lines)
        sample = sample[4:5]
    rows = csv.reader(lines, dialect=_dialect(sample))
    above = list(islice(rows, _DEEPEST_HEAD))
    first = next((n for n, row in enumerate(above) if any(row)), 0)
    known = [n for n, row in enumerate(above) if _known(row, names)]
    head = known[0] if known and _known(above[known[0]], names) > (known[0] > first) else first
    header = above[head] if above else []
    if len(header) > _MOST_COLUMNS:
        raise csv.Error("it has too many columns")
    for row in chain(above[head + 1 :], rows):
        lines.left = _LONGEST_RECORD
        cells: dict[str, object] = dict.fromkeys(header)
        cells.update(reversed(list(zip(header, row, strict=False))))  # of two of one name the first counts
        if row:
            yield _Row(cells, _flaw(header, row))


def _known(row: Sequence[str], names: Mapping[str, str]) -> int:
    """Return how many names of columns are in a row; a spreadsheet may have its own title above that row."""
    return sum(columns.is_known(cell) or cell in names.values() for cell in row)


def _flaw(header: Sequence[str], row: Sequence[str]) -> str:
    if any(row[len(header) :]):
        return "has more cells than there are columns"
    return (
        "has a quotation mark that is not closed"
        if len(row) < len(header) and _LINE_END.search(row[-1])
        else ""
    )


class _Lines:
    """The lines of a table, with their ends, one by one; raises csv.Error where a row is too long."""

    def __init__(self, text: str) -> None:
        self._found = _LINE.finditer(text)
        self.left = _LONGEST_RECORD  #: characters that the present row may still have

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._found)
        self.left -= line.end() - line.start()
        if self.left < 0:
            raise csv.Error("it is too long for an article")
        return line.group()


def _dialect(sample: str) -> type[csv.Dialect] | csv.Dialect:
    first = sample.split("\n", 1)[0]

    class Table(csv.excel):
        delimiter = max(",;\t|", key=first.count)

    return Table
