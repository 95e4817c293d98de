"""The sentences that mention a selection."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from dateline.index import search
from dateline.index.order import ROW
from dateline.index.rows import Evidence
from dateline.index.search import Hit
from dateline.index.timeline import bounds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dateline.index.database import Connection
    from dateline.index.rows import DateRange, Headline
    from dateline.index.search import Asked
    from dateline.index.timeline import Hits

Span = tuple[int, int]
_Place = TypeVar("_Place", Span, Hit)


class _Text(NamedTuple):
    """An article with what its evidence is cut from."""

    id: int
    digest: str
    date: str
    basis: str
    title: str
    outlet: str | None
    text: str
    sentences: str  #: JSON

    def sentence_spans(self) -> list[Span]:
        """Return the sentences; the paragraphs of an article that has none."""
        flat = json.loads(self.sentences)
        if flat:
            return list(zip(flat[::2], flat[1::2], strict=True))
        spans, start = [], 0
        for paragraph in self.text.split("\n\n"):
            spans.append((start, start + len(paragraph)))
            start += len(paragraph) + 2
        return spans

    def evidence(self, sentence: Span, hits: Sequence[Span]) -> Evidence:
        """Return a sentence, trimmed, with its hits; line breaks in it become spaces: no offset moves."""
        start, end = sentence
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
        end = start + len(self.text[start:end].rstrip())
        words = self.text[start:end].replace("\n", " ")
        inside = tuple((max(a - start, 0), min(b, end) - start) for a, b in hits)
        return Evidence(self.digest, self.date, self.basis, self.title, self.outlet, words, start, inside)  # type: ignore[arg-type]


def of_subject(db: Connection, hits: Hits, dates: DateRange | None, limit: int) -> list[Evidence]:
    """Return the sentences that mention a subject, by date; a negative limit stands for all."""
    texts = _texts(db, hits, dates)
    return _collected(texts, limit, lambda text: _mentioned(db, text, hits.subject))


def of_articles(
    db: Connection, hits: Hits, dates: DateRange | None, window: tuple[int, int]
) -> list[Evidence]:
    """Return the sentences that mention a subject in a window (offset, limit) of its articles, by date."""
    texts = _texts(db, hits, dates, window)
    return _collected(texts, -1, lambda text: _mentioned(db, text, hits.subject))


def of_articles_named(
    db: Connection, article: int, subjects: Sequence[int]
) -> list[tuple[Evidence, frozenset[int]]]:
    """Return the sentences of one article that mention any of the subjects, each with those it mentions."""
    text = _text(db, article)
    if text is None:
        return []
    whose = {span: subject for subject in subjects for span in _mentions(db, article, subject)}
    return [
        (text.evidence(sentence, hits), frozenset(whose[hit] for hit in hits))
        for sentence, hits in _grouped(text, sorted(whose))
    ]


def spans_of(db: Connection, digest: str) -> list[Span]:
    """Return the sentences of an article; the paragraphs of one that has none."""
    query = (
        "SELECT a.id, a.digest, a.day, a.date_basis, a.title, a.outlet, t.text, t.sentences"
        " FROM articles a JOIN texts t ON t.id = a.id WHERE a.digest = ?"
    )
    row = db.execute(query, (digest,)).fetchone()
    return _Text(*row).sentence_spans() if row else []


def of_search(
    db: Connection, asked: Asked, dates: DateRange | None, limit: int, *, ranked: bool = False
) -> list[Evidence]:
    """Return the sentences that a search finds, by date or by how well their articles fit it.

    Of each article those with the most of its terms. One that has the terms in its headline alone, or is
    asked for by what stands in no sentence, is there with its first sentence.
    """
    inside = asked.ranked(dates) if ranked else asked.places(dates)

    def told(text: _Text) -> list[Evidence]:
        grouped = _grouped(text, search.places_in(db, asked, text.id, text.text))
        if not grouped:
            titled = search.titled(asked, text.title)
            return [replace(text.evidence(s, ()), title_hits=titled) for s in text.sentence_spans()[:1]]
        most = max(len({hit.term for hit in hits}) for _, hits in grouped)
        return [
            text.evidence(sentence, search.merged(hits))
            for sentence, hits in grouped
            if len({hit.term for hit in hits}) == most
        ]

    texts = (text for place in inside if (text := _text(db, place & ROW)))
    return _collected(texts, limit, told)


def counted(db: Connection, lines: Sequence[tuple[int, Headline]], asked: Asked) -> list[Headline]:
    """Return headlines with what a search finds in their articles counted, at least once for the headline."""
    headlines = []
    for id_, headline in lines:
        if headline.hits:
            text = db.execute("SELECT text FROM texts WHERE id = ?", (id_,)).fetchone()[0]
            count = len(search.merged(search.places_in(db, asked, id_, text)))
            titled = search.titled(asked, headline.title)
            headline = replace(headline, hits=max(1, count), title_hits=titled)  # noqa: PLW2901
        headlines.append(headline)
    return headlines


def _collected(
    texts: Iterable[_Text], limit: int, told: Callable[[_Text], Iterable[Evidence]]
) -> list[Evidence]:
    evidence: list[Evidence] = []
    for text in texts:
        evidence += told(text)
        if 0 <= limit <= len(evidence):
            return evidence[:limit]
    return evidence


def _mentioned(db: Connection, text: _Text, subject: int) -> Iterator[Evidence]:
    """Yield the sentences of an article that mention a subject."""
    return (text.evidence(*group) for group in _grouped(text, _mentions(db, text.id, subject)))


_LINE = "a.id, a.digest, a.day, a.date_basis, a.title, a.outlet, t.text, t.sentences"


def _text(db: Connection, article: int) -> _Text | None:
    query = f"SELECT {_LINE} FROM articles a JOIN texts t ON t.id = a.id WHERE a.id = ?"
    row = db.execute(query, (article,)).fetchone()
    return _Text(*row) if row else None


def _texts(
    db: Connection, hits: Hits, dates: DateRange | None, window: tuple[int, int] = (0, -1)
) -> Iterator[_Text]:
    """Yield the articles that mention the subject, by date; read one by one, as far as they are wanted."""
    query = (
        f"SELECT {_LINE} FROM appearances h CROSS JOIN articles a ON a.id = h.article"
        " CROSS JOIN texts t ON t.id = a.id"
        " WHERE h.subject = ? AND h.day BETWEEN ? AND ? ORDER BY h.day, h.article LIMIT ? OFFSET ?"
    )
    offset, limit = window
    for row in db.execute(query, (hits.subject, *bounds(dates), limit, offset)):
        yield _Text(*row)


def _mentions(db: Connection, article: int, subject: int) -> list[Span]:
    """Return the mentions of a subject in an article; of a pledge, its words of commitment."""
    query = (
        "SELECT m.start, m.end, p.cue_start, p.cue_end FROM mentions m LEFT JOIN pledges p"
        " ON m.kind = 'pledge' AND p.article = m.article AND p.subject = m.subject AND p.start = m.start"
        " WHERE m.article = ? AND m.subject = ? ORDER BY m.start"
    )
    spans = []
    for start, end, cue_start, cue_end in db.execute(query, (article, subject)):
        cued = cue_start is not None and start <= cue_start < cue_end <= end
        spans.append((cue_start, cue_end) if cued else (start, end))
    return spans


def _grouped(text: _Text, hits: Sequence[_Place]) -> list[tuple[Span, list[_Place]]]:
    """Return the sentences that the hits begin in, each with its hits."""
    sentences = text.sentence_spans()
    starts = [start for start, _ in sentences]
    groups: dict[int, list[_Place]] = {}
    for hit in hits:
        groups.setdefault(max(0, bisect_right(starts, hit[0]) - 1), []).append(hit)
    return [(sentences[index], spans) for index, spans in groups.items() if sentences]
