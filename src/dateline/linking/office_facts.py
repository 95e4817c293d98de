"""The offices of one person, as all articles together tell them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model import Office

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.linking.individuals import Individual


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """The offices of an individual; what one article gives without country or body has that of others."""

    full: Mapping[Office, Office]  #: each office as articles tell it, with the country or body it is of
    bare: frozenset[str]  #: titles that some article gives without country or body
    placed: bool  #: whether an office is held now
    held: tuple[Office, ...]  #: each with its country or body where some article tells it, in order


_NONE = OfficeFacts({}, frozenset(), placed=False, held=())


def facts(individual: Individual) -> OfficeFacts:
    """Return the offices of an individual."""
    articles: dict[Office, int] = defaultdict(int)
    for tally in individual.tallies:
        for office, telling in tally.offices.items():
            articles[office] += len(telling)
    for style, _ in individual.full:
        if style:
            articles[Office(style)] += 1
    if not articles:
        return _NONE
    places: dict[tuple[str, bool], Office] = {}
    for office in sorted(articles, key=lambda office: (-articles[office], order(office))):
        if place(office):
            places.setdefault((office.title, office.former), office)
    full = {
        office: office if place(office) else places.get((office.title, office.former), office)
        for office in sorted(articles, key=order)
    }
    return OfficeFacts(
        full=full,
        bare=frozenset(office.title for office in full if not place(office)),
        placed=any(office.title and not office.former for office in full),
        held=tuple(sorted(set(full.values()), key=order)),
    )


def days(individual: Individual, known: OfficeFacts, wanted: Iterable[Office]) -> list[int]:
    """Return the days, in order, on which articles tell one of the offices of the individual."""
    told = {office for office, full in known.full.items() if full in set(wanted)}
    found: set[int] = set()
    for tally in individual.tallies:
        told_on = tally.counts.days
        for office in told & told_on.keys():
            found |= told_on[office].keys()
    for (style, _), tally in individual.full.items():
        if style and Office(style) in told:
            found |= tally.counts.written.keys()
    return sorted(found)


def place(office: Office) -> str | None:
    """Return the country or body that the office is of."""
    return office.country or office.organization


def label(office: Office) -> str:
    """Return the office in words."""
    of = place(office)
    return f"{office.title} of {of}" if of else office.title


def order(office: Office) -> tuple[str, str, str, bool]:
    """Return what offices are sorted by."""
    return office.title, office.country or "", office.organization or "", office.former
