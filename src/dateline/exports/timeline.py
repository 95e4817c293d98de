"""The timeline as Markdown: day by day the headlines, where they stand, and what the articles mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.exports.markdown import citation, dates_told, escaped, plural
from dateline.exports.sources import Sources
from dateline.index.labels import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.index.collection import Collection
    from dateline.index.rows import Filter, SidebarRow

_KINDS = {
    "person": "People",
    "country": "Countries",
    "organization": "Organizations",
    "summit": "Summits",
    "figure": "Sums",
    "pledge": "Pledges",
}
_MOST = 8  #: of each kind that are named, the most mentioned first


def as_markdown(collection: Collection, wanted: Filter) -> Iterator[str]:
    """Yield the articles that a filter leaves as Markdown, each with its citation. Raises QueryError."""
    yield f"# Timeline of {escaped(collection.name)}\n\n"
    count = sum(day.count for day in collection.days(wanted))
    told = [plural(count, "article"), dates_told(wanted.dates)]
    if wanted.only is not None:
        told.append(f"only those that mention “{escaped(wanted.only.label)}”")
    yield f"{' · '.join(told)}\n"
    sources = Sources(collection)
    day = None
    for headline in sources.headlines(wanted):
        if headline.date != day:
            day = headline.date
            yield f"\n## {escaped(short_date(day))}\n\n"
        yield f"- {citation(headline, sources)}\n"
        yield from _mentioned(collection.sidebar(headline.article, None))


def _mentioned(rows: Sequence[SidebarRow]) -> Iterator[str]:
    """Yield a line for each kind of what an article mentions."""
    for kind, words in _KINDS.items():
        of_kind = [row for row in rows if row.selection.kind == kind]
        if of_kind:
            names = [escaped(_name(row)) for row in of_kind[:_MOST]]
            more = len(of_kind) - _MOST
            yield f"  - {words}: {'; '.join(names)}{f'; {more} more' if more > 0 else ''}\n"


def _name(row: SidebarRow) -> str:
    """Return what is mentioned, with its date or status; the notes of sums are about other articles."""
    noted = row.note and row.selection.kind in ("summit", "pledge")
    return f"{row.selection.label}, {row.note}" if noted else row.selection.label
