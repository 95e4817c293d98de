"""What a summit is called, when and where it was, and its id: of all its reports together."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from dateline.linking.periods import period
from dateline.model import Summit
from dateline.text import paired, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.linking.gathering_reports import Report
    from dateline.model import GatheringKind

T = TypeVar("T")

#: Of kinds that are told equally often, the one that says most.
_RANK: dict[GatheringKind, int] = {
    "summit": 0, "funeral": 1, "conference": 2, "visit": 3, "call": 4, "talks": 5, "meeting": 6,
}  # fmt: skip
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its", "this", "that"})
_TRAILING = _ARTICLES | {"and", "with", "between", "of", "in", "on", "at", "for", "to", "about"}
_NAME_WORDS = 7
_WEEKDAY = re.compile(  # the date beside the name tells it
    r"(?:\s(?:on|last|next|this))?\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!['’])"
)


def describe(group: Sequence[Report]) -> Summit:
    """Return the summit that a group of reports tells of; several may have its id."""
    kind = _kind(group)
    place = _most(r.gathering.place for r in group if r.gathering.place)
    countries = (r.gathering.country for r in group if r.gathering.place == place and r.gathering.country)
    date = _when(group)
    company = Counter(party.id for r in group for party in r.company if party.id is not None)
    participants = tuple(sorted(company, key=lambda id_: (-company[id_], id_)))
    name = _name(group, kind, place)
    id_ = slug(name) if date is None else f"{date.replace('/', '-to-')}-{slug(name)}"
    return Summit(id_, name, kind, place, _most(countries), date, participants)


def first(group: Sequence[Report]) -> tuple[str, str, int]:
    """Return what tells the earliest report of a group from all others: date, article and number."""
    return min((str(r.written), r.article, r.number) for r in group)


def _kind(group: Sequence[Report]) -> GatheringKind:
    """Return the kind that most reports give; of equals the one that says most, or that its proper name
    says: "the Oslo Arctic Conference" is no summit.
    """
    kinds = Counter(r.gathering.kind for r in group)
    titled = any(m.text.endswith((" Conference", " Forum")) for r in group for m in r.gathering.mentions)
    if titled and kinds["conference"] >= kinds["summit"]:
        return "conference"
    return _most((r.gathering.kind for r in group), key=lambda k: _RANK[k]) or "meeting"


def _most(values: Iterable[T], key: object = None) -> T | None:
    """Return the most frequent value; of equals the least by key, or by its text."""
    counts = Counter(values)
    order = key if callable(key) else str
    return min(counts, key=lambda v: (-counts[v], order(v), str(v))) if counts else None


def _when(group: Sequence[Report]) -> str | None:
    """Return the date that most reports give, of the finest precision that any gives."""
    dates = [r.date for r in group if r.date is not None]
    if not dates:
        return None
    spans = {d: found.days for d in dates if (found := period(d)) is not None}
    finest = min(spans.values())
    return _most(d for d in dates if spans.get(d) == finest)


def _name(group: Sequence[Report], kind: GatheringKind, place: str | None) -> str:
    """Return "Rome summit", "Calgary G8 summit", "Solberg–Otieno call", "Solberg visit to Africa"."""
    topic = _most(r.topic for r in group if r.topic)
    noun = f"{topic} talks" if kind == "talks" and topic else kind
    people = _people(group)
    if kind == "visit" and place is not None:
        return f"{people[0]} visit to {place}" if len(people) == 1 else f"Visit to {place}"
    if kind == "funeral":
        return _phrase(group)
    series = _most(r.series for r in group if r.series)
    sides = _sides(group)
    if series is None and len(sides) == 2 and kind in {"call", "talks", "meeting", "visit"}:
        return f"{sides[0]}–{sides[1]} {noun}"
    parts = [part for part in (place, series if series != place else None) if part]
    return " ".join([*parts, noun]) if parts else _phrase(group)


def _people(group: Sequence[Report]) -> list[str]:
    names = Counter(p.name for r in group for p in r.company if p.type == "person")
    return sorted(names, key=lambda n: (-names[n], n))


def _sides(group: Sequence[Report]) -> list[str]:
    """Return the short names of the two sides where all reports together name two: family names for
    people.
    """
    found = {p.id: p for r in group for p in r.company}
    if len(found) != 2:
        return []
    first = min(group, key=lambda r: (str(r.written), r.article, r.number))
    order = {p.id: k for k, p in enumerate(first.company)}
    rows = sorted(found.values(), key=lambda p: (order.get(p.id, 9), p.name))
    short = {"European Union": "EU", "United States": "US", "United Kingdom": "UK"}
    return [_family(p.name) if p.type == "person" else short.get(p.name, p.name) for p in rows]


def _family(name: str) -> str:
    """Return the family name; of a monarch the whole name, whose last word is a number."""
    last = name.rsplit(maxsplit=1)[-1]
    return name if set(last) <= set("IVX") else last


def _phrase(group: Sequence[Report]) -> str:
    """Return the first phrase of the earliest report as a name, without its article and shortened."""
    first = min(group, key=lambda r: (str(r.written), r.article, r.number))
    nouns = [m.text for m in first.gathering.mentions if m.rule.startswith("noun")]
    words = _WEEKDAY.sub(" ", (nouns or [first.gathering.mentions[0].text])[0]).split()
    while len(words) > 1 and words[0].casefold() in _ARTICLES:
        words = words[1:]
    words = words[:_NAME_WORDS]
    while len(words) > 1 and words[-1].casefold() in _TRAILING:
        words = words[:-1]
    text = paired(" ".join(words).strip("“”\"',;"))
    return text[:1].upper() + text[1:]
