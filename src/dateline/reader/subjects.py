"""What the words that a judgement quotes stand for in the collection as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from dateline.index.rows import DateRange
from dateline.library.quotes import find

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from dateline.index.collection import Collection
    from dateline.index.rows import ArticleView, Selection
    from dateline.library.judging import Record
    from dateline.model import Quote


def subject_under(c: Collection, record: Record) -> Callable[[Quote], Hashable]:
    """Return what tells which subject of the collection a quote stands for; the quote itself where none."""
    known: dict[Quote, Hashable] = {}

    def stands_for(quoted: Quote) -> Hashable:
        if quoted not in known:
            known[quoted] = _subject(c, record, quoted)
        return known[quoted]

    return stands_for


def _subject(c: Collection, record: Record, quoted: Quote) -> Hashable:
    for article in (quoted.article, *record.later(quoted.article)):
        view = c.article(article)
        place = find(quoted, view.text) if view is not None else None
        if place is None:
            continue
        if not quoted.text:
            return article
        for mention in c.mentions(article):
            if (mention.start, mention.end) == place:
                return mention.selection
            if mention.kind == "pledge" and mention.start <= place[0] < mention.end:
                cues = cues_of(c, cast("ArticleView", view), mention.selection, mention.start, mention.end)
                if place in cues:
                    return mention.selection
    return quoted


def cues_of(
    c: Collection, view: ArticleView, pledge: Selection, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Yield where the words of commitment of a pledge stand in a sentence of an article."""
    for sentence in c.evidence(pledge, DateRange(view.date, view.date), -1):
        if sentence.article == view.article and start <= sentence.start < end:
            yield from ((sentence.start + first, sentence.start + last) for first, last in sentence.hits)
