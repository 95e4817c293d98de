"""Records as lines of CSV and JSON, written one by one however many there are."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from dateline.tables import cell, guarded
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Record = dict[str, Any]


def csv_lines(records: Iterable[Record], fields: Sequence[str]) -> Iterator[str]:
    """Yield a header and a line for each record; no cell of text is a formula to a spreadsheet."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(fields)
    for record in records:
        writer.writerow([guarded(cell(_cleaned(record[field]))) for field in fields])
        yield stream.getvalue()
        stream.seek(0)
        stream.truncate()
    yield stream.getvalue()  # the header, where there are no records


def json_lines(parts: Mapping[str, Iterable[Record]]) -> Iterator[str]:
    """Yield one JSON object whose parts are lists of records, each record on a line of its own."""
    before = "{"
    for name, records in parts.items():
        yield f"{before}\n{json.dumps(name)}: ["
        comma = ""
        for record in records:
            yield f"{comma}\n {json.dumps(_cleaned(record), ensure_ascii=False)}"
            comma = ","
        yield "\n]"
        before = ","
    yield "\n}\n"


def _cleaned(value: Any) -> Any:
    """Return a value with nothing in its text that a terminal would obey or that cannot be encoded."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list | tuple):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {name: _cleaned(item) for name, item in value.items()}
    return value
