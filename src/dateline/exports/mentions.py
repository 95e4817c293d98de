"""Every mention: who or what, in which words, in which article, sentence and place of it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from dateline.exports.forms import csv_lines, json_lines
from dateline.exports.sources import Sources
from dateline.index.rows import Filter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.exports.forms import Record
    from dateline.index.collection import Collection
    from dateline.index.rows import DateRange, Selection

FIELDS = (
    "date", "date_basis", "outlet", "title", "kind", "name", "mention", "mention_kind", "start", "end",
    "sentence", "sentence_start", "file", "article", "id",
)  # fmt: skip


def as_csv(
    collection: Collection, dates: DateRange | None = None, of: Selection | None = None
) -> Iterator[str]:
    """Yield CSV, a line for each mention in the articles of the dates; with `of`, its mentions alone.

    Offsets count Unicode code points of the article's cleaned text, as those of `dateline extract` do.
    """
    return csv_lines(_mentions(collection, dates, of), FIELDS)


def as_json(
    collection: Collection, dates: DateRange | None = None, of: Selection | None = None
) -> Iterator[str]:
    """Yield the same as JSON."""
    return json_lines({"mentions": _mentions(collection, dates, of)})


def _mentions(collection: Collection, dates: DateRange | None, of: Selection | None) -> Iterator[Record]:
    sources = Sources(collection)
    for headline in sources.headlines(Filter(dates, of)):
        view = collection.article(headline.article)
        spans = collection.sentence_spans(headline.article)
        if view is None or not spans:  # gone while this was read
            continue
        starts = [start for start, _ in spans]
        for mention in collection.mentions(headline.article):
            if of is not None and mention.selection != of:
                continue
            first, last = spans[max(0, bisect_right(starts, mention.start) - 1)]
            sentence = view.text[first:last]
            yield {
                "date": view.date,
                "date_basis": view.date_basis,
                "outlet": view.outlet,
                "title": view.title,
                "kind": mention.selection.kind,
                "name": mention.selection.label,
                "mention": view.text[mention.start : mention.end],
                "mention_kind": mention.kind,
                "start": mention.start,
                "end": mention.end,
                "sentence": " ".join(sentence.split()),
                "sentence_start": first + len(sentence) - len(sentence.lstrip()),
                "file": sources.path(headline.article),
                "article": headline.article,
                "id": mention.selection.id,
            }
