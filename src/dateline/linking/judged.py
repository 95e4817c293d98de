"""Which actors, summits and claims of a story are as they are by a reader's word."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dateline.model import LinkedArticle, Place, Ruling

Key = tuple[str, str]  #: kind and id of an actor, a summit or a claim


def judged(rulings: Iterable[Ruling], articles: Mapping[str, LinkedArticle]) -> dict[Key, tuple[str, ...]]:
    """Return the judgements (their ids, in order) on each thing that stands at a place of a ruling."""
    found: dict[Key, set[str]] = defaultdict(set)
    for ruling in rulings:
        here = all(place.article in articles for place in ruling.places)
        for place in ruling.places if here else ():
            if place.start < place.end:
                key = _at(place, ruling, articles[place.article])
                if key is not None:
                    found[key].add(ruling.judgement)
    return {key: tuple(sorted(ids)) for key, ids in sorted(found.items())}


def _at(place: Place, ruling: Ruling, article: LinkedArticle) -> Key | None:
    """Return what is mentioned at a place: of mentions that share words with it the one that fits best."""
    best: tuple[float, Key] | None = None
    mentions = _claims(article) if ruling.kind in ("wrong", "confirmed") else _mentions(article)
    for start, end, key in mentions:
        shared = min(end, place.end) - max(start, place.start)
        if shared > 0:
            cover = shared / (max(end, place.end) - min(start, place.start))
            if best is None or (-cover, key) < (-best[0], best[1]):
                best = cover, key
    return best[1] if best is not None else None


def _mentions(article: LinkedArticle) -> Iterator[tuple[int, int, Key]]:
    for linked in (*article.people, *article.countries, *article.organizations):
        for mention in linked.mentions:
            yield mention.start, mention.end, (linked.actor.type, linked.actor.id)
    for event in article.summits:
        for mention in event.mentions:
            yield mention.start, mention.end, ("summit", event.summit.id)


def _claims(article: LinkedArticle) -> Iterator[tuple[int, int, Key]]:
    for money in article.money:
        yield money.figure.start, money.figure.end, ("figure", money.claim)
    for pledge in article.pledges:
        yield *pledge.pledge.cue, ("pledge", pledge.claim)
