"""From the reader's judgements to rulings on a collection: their quotes found in the texts that are there."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from dateline.library.quotes import find
from dateline.model import Place, Ruling

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from dateline.library.judging import Record
    from dateline.model import Judgement, Quote


def anchor(record: Record, text_of: Callable[[str], str | None]) -> tuple[Ruling, ...]:
    """Return the judgements that stand as rulings, in the order in which they were made.

    `text_of` gives the text of an article by its id, None where the collection does not hold it. A quote of
    an article that has changed is looked for in what took its place. A judgement with a quote that cannot be
    found waits until it can.
    """
    rulings = []
    for judgement in record.standing():
        places = [place for quote in judgement.about if (place := _place(quote, record, text_of))]
        if len(places) == len(judgement.about):
            rulings.append(Ruling(judgement.id, judgement.kind, tuple(places), judgement.value))
    return tuple(rulings)


def _place(quote: Quote, record: Record, text_of: Callable[[str], str | None]) -> Place | None:
    for article in _versions(quote, record):
        text = text_of(article)
        found = None if text is None else find(quote, text)
        if found is not None:
            return Place(article, *found)
    return None


def _versions(quote: Quote, record: Record) -> list[str]:
    return [quote.article, *record.later(quote.article)]


def articles_of(record: Record) -> set[str]:
    """Return the articles that the judgements which stand may be about."""
    return {
        article
        for judgement in record.standing()
        for quote in judgement.about
        for article in _versions(quote, record)
    }


def fingerprint(record: Record, held: Container[str]) -> str:
    """Return a digest of the judgements that concern a collection, given its articles; "" where none does."""
    concerned = [judgement for judgement in record.standing() if _concerns(judgement, record, held)]
    if not concerned:
        return ""
    return _digest(
        part
        for judgement in concerned
        for part in (judgement.id, *(a for q in judgement.about for a in _versions(q, record) if a in held))
    )


def _concerns(judgement: Judgement, record: Record, held: Container[str]) -> bool:
    return all(any(a in held for a in _versions(quote, record)) for quote in judgement.about)


def _digest(parts: Iterable[str]) -> str:
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=12).hexdigest()
