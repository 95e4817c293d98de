"""JSON in one piece: a list of articles, what a news service answers, a JSON feed, or one article."""

from __future__ import annotations

import json
from collections import deque
from typing import TYPE_CHECKING

from dateline.loading import columns, feed, lenient, records
from dateline.loading.decode import decode
from dateline.loading.drafts import Draft, Flaw
from dateline.loading.record_drafts import Records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MOST_VALUES = 3_000_000  # or commas in texts, of which all values together take up much memory
_DEEPEST = 4  # levels within which the list of articles is looked for


def drafts(raw: bytes, names: Mapping[str, str]) -> Iterator[Draft | Flaw]:
    """Yield the articles in a file of JSON, JSON Lines under another name included; raises NotText."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raw = decode(raw).lstrip("\ufeff").encode()
    content = raw.removeprefix(b"\xef\xbb\xbf").strip()
    if content.count(b",") > _MOST_VALUES and not _is_lines(content):
        yield Flaw("it has too many values for articles", "split it into smaller files")
        return
    try:
        value = lenient.decode(content)
    except RecursionError:
        yield Flaw("it is no valid JSON (nested too deeply)", "correct it, or export it again")
        return
    except ValueError as error:
        if _is_lines(content):
            yield from records.json_lines(content, names)
        else:
            yield Flaw(f"it is no valid JSON ({error})", "correct it, or export it again")
        return
    if feed.is_json(value):
        yield from feed.drafts(content, names)
        return
    found = Records("record", names)
    articles = _articles(value, names)
    for number, record in enumerate(articles, 1):
        yield from found.draft(json.dumps(record, sort_keys=True).encode(), record, number)
    yield from found.problems()
    if not articles:
        yield Flaw("it holds no list of articles", "give it a list of objects with a text each")


def _is_lines(content: bytes) -> bool:
    """Tell whether content is JSON Lines: its first line is a record by itself."""
    first, end, _ = content.partition(b"\n")
    try:
        return bool(end) and isinstance(lenient.decode(first), dict)
    except (ValueError, RecursionError):
        return False


def _articles(value: object, names: Mapping[str, str]) -> list[dict[str, object]]:
    """Return the records in a value of JSON: those of the nearest list of articles, else the value itself.

    Where no list has a record with a text, the longest one is taken, so that its columns can be told.
    """
    if isinstance(value, dict) and columns.has_text(value, names, summaries=False):
        return [value]
    longest: list[dict[str, object]] = []
    waiting: deque[tuple[object, int]] = deque([(value, 0)])
    while waiting:
        part, depth = waiting.popleft()
        inside = list(part.values()) if isinstance(part, dict) else part if isinstance(part, list) else []
        found = [record for record in inside if isinstance(record, dict)]
        if isinstance(part, dict) and len(found) < len(inside):
            found = []  # it has fields of its own, and is no list under numbers
        if any(columns.has_text(record, names, summaries=True) for record in found):
            return found
        if isinstance(part, list):
            longest = max(longest, found, key=len)
        if depth < _DEEPEST:
            waiting.extend((inner, depth + 1) for inner in inside)
    return longest or ([value] if isinstance(value, dict) else [])
