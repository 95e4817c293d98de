"""Tables of articles: JSON Lines, CSV and TSV, an article a record."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import msgspec

from dateline.loading import columns, markup
from dateline.loading.decode import decode
from dateline.loading.drafts import Draft, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LONGEST_CELL = 5_000_000  # characters, those of an article
_SAMPLE = 65_536  # characters in which the comma of a table is told
_SHOWN = 3  # flaws of single records that are named; the others are counted


def json_lines(raw: bytes, names: Mapping[str, str]) -> Iterator[Draft | Flaw]:
    """Yield an article for each line that is a JSON object with a text, and what is wrong with the others."""
    flaws = _Flaws("line")
    for number, line in enumerate(map(bytes.strip, raw.removeprefix(b"\xef\xbb\xbf").split(b"\n")), 1):
        if not line:
            continue
        try:
            record = msgspec.json.decode(line)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            flaws.add(number, "is no JSON")
            continue
        if not isinstance(record, dict):
            flaws.add(number, "is no JSON object")
        elif draft := _draft(line, record, number, names):
            yield draft
        else:
            flaws.add(number, "has no text")
    yield from flaws.told("name the column with --map text=…", _fields_of(raw))


def table(raw: bytes, names: Mapping[str, str]) -> Iterator[Draft | Flaw]:
    """Yield an article for each row of CSV (commas, semicolons or tabs) whose first row names the columns."""
    text = decode(raw)
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), dialect=_dialect(text[:_SAMPLE]))
    flaws = _Flaws("row")
    number = 0
    try:
        for number, row in enumerate(rows, 1):
            record = {name: cell for name, cell in row.items() if isinstance(name, str)}
            if draft := _draft(json.dumps(record, sort_keys=True).encode(), record, number, names):
                yield draft
            elif any(record.values()):
                flaws.add(number, "has no text")
    except csv.Error as error:
        yield Flaw(f"it can't be read on from row {number + 1} ({error})", "correct the quotes of that row")
    yield from flaws.told("name the column with --map text=…", list(rows.fieldnames or ()))


class _Flaws:
    """What is wrong with single records: the first few are named, the others counted."""

    def __init__(self, word: str) -> None:
        self._word = word
        self._numbers: dict[str, list[int]] = {}

    def add(self, number: int, reason: str) -> None:
        self._numbers.setdefault(reason, []).append(number)

    def told(self, advice: str, fields: list[str]) -> Iterator[Flaw]:
        for reason, numbers in self._numbers.items():
            named = ", ".join(map(str, numbers[:_SHOWN]))
            more = f" and {len(numbers) - _SHOWN:,} more" if len(numbers) > _SHOWN else ""
            about = f" (it has {', '.join(fields[:8])})" if reason == "has no text" and fields else ""
            yield Flaw(
                f"{self._word} {named}{more} {reason}{about}",
                advice if reason == "has no text" else f"correct the {self._word}, or remove it",
            )


def _draft(raw: bytes, record: Mapping[str, object], number: int, names: Mapping[str, str]) -> Draft | None:
    text = columns.words(columns.value(record, "text", names))
    if text is None:
        return None
    return Draft(
        raw,
        markup.text_of(text),
        number,
        title=columns.words(columns.value(record, "title", names)),
        date=columns.day(columns.value(record, "date", names)),
        outlet=columns.words(columns.value(record, "source", names)),
    )


def _dialect(sample: str) -> type[csv.Dialect] | csv.Dialect:
    first = sample.split("\n", 1)[0]

    class Table(csv.excel):
        delimiter = max(",;\t|", key=first.count)

    return Table


def _fields_of(raw: bytes) -> list[str]:
    """Return the names in the first record of JSON Lines."""
    try:
        record = msgspec.json.decode(raw[:_SAMPLE].split(b"\n", 1)[0])
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return []
    return list(record) if isinstance(record, dict) else []
