"""Rulings made ready for linking: which people, bodies, countries and gatherings they are about.

Items are named by article and number, as extraction lists them, so nothing here depends on what linking makes
of them. All is decided on sorted values: any order of the rulings gives the same story.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dateline.model import Extraction, JudgementKind, Mention, Place, Ruling

ItemKind = Literal["person", "role", "organization", "country", "gathering"]
_ACTORS: tuple[ItemKind, ...] = ("person", "role", "organization", "country")
#: What a judgement may be about, by its kind.
_ABOUT: Mapping[JudgementKind, tuple[ItemKind, ...]] = {
    "kind": (*_ACTORS, "gathering"),
    "same": (*_ACTORS, "gathering"),
    "different": (*_ACTORS, "gathering"),
    "rename": (*_ACTORS, "gathering"),
    "date": ("gathering",),
}

#: A mention that another extractor cuts otherwise is still the one that was judged, if it shares so much.
_COVER = 0.3


class _Mentioned(Protocol):
    @property
    def mentions(self) -> tuple[Mention, ...]: ...


class Item(NamedTuple):
    """Something that extraction found in an article, with all its mentions there."""

    kind: ItemKind
    article: str
    number: int  #: in the extraction's list of its kind


@dataclass(frozen=True, slots=True)
class Rulings:
    """What rulings say of the items of a collection."""

    same: tuple[tuple[Item, Item], ...] = ()
    different: tuple[tuple[Item, Item], ...] = ()
    nature: Mapping[Item, str] = field(default_factory=dict)  #: what an item is: person, …, none
    name: Mapping[Item, str] = field(default_factory=dict)
    date: Mapping[Item, str] = field(default_factory=dict)  #: of gatherings
    days: Mapping[str, str] = field(default_factory=dict)  #: of articles, by Article.id


def compiled(rulings: Iterable[Ruling], extractions: Mapping[str, Extraction]) -> Rulings:
    """Return what the rulings say of the extractions, which are given by Article.id.

    A ruling whose place holds nothing of its kind any more says nothing. Of two that say otherwise of one
    item the one with the lesser id counts. Those on claims are not among them: the ledger heeds these itself.
    """
    pairs: dict[str, set[tuple[Item, Item]]] = {"same": set(), "different": set()}
    told: dict[str, dict[Item, str]] = defaultdict(dict)
    days: dict[str, str] = {}
    for ruling in sorted(rulings, key=lambda r: r.judgement):
        if ruling.kind == "date" and ruling.places[0].start == ruling.places[0].end:
            if ruling.places[0].article in extractions:
                days.setdefault(ruling.places[0].article, ruling.value)
            continue
        if ruling.kind not in _ABOUT:
            continue
        items = [item_at(place, ruling.kind, extractions) for place in ruling.places]
        found = [item for item in items if item is not None]
        if len(found) < len(items):
            continue
        if ruling.kind in pairs:
            if found[0] != found[1]:
                pairs[ruling.kind].add((found[0], found[1]))
        else:
            told[ruling.kind].setdefault(found[0], ruling.value)
    return Rulings(
        same=tuple(sorted(pairs["same"])),
        different=tuple(sorted(pairs["different"])),
        nature=told["kind"],
        name=told["rename"],
        date=told["date"],
        days=days,
    )


def item_at(place: Place, kind: JudgementKind, extractions: Mapping[str, Extraction]) -> Item | None:
    """Return the item that a judgement of some kind is about: whose mention covers the place best.

    Of equals it is that of the first kind that it may be of, then the first.
    """
    extraction, kinds = extractions.get(place.article), _ABOUT.get(kind, ())
    best: tuple[float, Item] | None = None
    for item, start, end in _spans(extraction) if extraction is not None else ():
        shared = min(end, place.end) - max(start, place.start)
        if shared > 0 and item.kind in kinds:
            cover = shared / (max(end, place.end) - min(start, place.start))
            if best is None or (-cover, kinds.index(item.kind)) < (-best[0], kinds.index(best[1].kind)):
                best = cover, item
    return best[1] if best is not None and best[0] >= _COVER else None


def _spans(extraction: Extraction) -> Iterator[tuple[Item, int, int]]:
    id_ = extraction.article
    listed: tuple[tuple[ItemKind, Sequence[_Mentioned]], ...] = (
        ("person", extraction.people),
        ("organization", extraction.organizations),
        ("country", extraction.countries),
        ("gathering", extraction.gatherings),
    )
    for kind, rows in listed:
        for number, row in enumerate(rows):
            for mention in row.mentions:
                yield Item(kind, id_, number), mention.start, mention.end
    for number, role in enumerate(extraction.roles):
        yield Item("role", id_, number), role.mention.start, role.mention.end
