"""Whether gatherings of two articles are one summit.

Two reports are compared only where they share a block: a place, a series, a day, a pair of participants or a
traveller, within two months. What speaks for and against them is added up part by part; reports are
joined from the
best pair down, as long as nothing in the two groups contradicts.
"""

from __future__ import annotations

from calendar import month_name
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from dateline.linking.gathering_reports import Report
    from dateline.model import Sign

#: What two reports must reach to be one summit: a day or a place alone is not enough.
ENOUGH = 2.2
#: Where any part is no more than this, they are two.
_AGAINST = -2.0
_BLOCK_DAYS = 30
_SAME_KIND = 0.5
_ALIKE = frozenset({"summit", "meeting", "talks", "conference"})
_LARGE = frozenset({"summit", "conference"})
_BILATERAL = frozenset({"call", "meeting", "talks", "visit"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two reports are held for one summit, or not: the parts of the score."""

    kind: float
    date: float
    place: float
    series: float
    company: float
    words: float

    @property
    def score(self) -> float:
        """Return the sum of the parts."""
        return self.kind + self.date + self.place + self.series + self.company + self.words


def keys(report: Report) -> Iterator[Hashable]:
    """Yield what another report of the same summit is likely to share within two months."""
    for key in _shared(report):
        for step in (0, 1):
            yield key, report.middle // _BLOCK_DAYS + step


def _shared(report: Report) -> Iterator[Hashable]:
    """Yield what another report of the same summit is likely to share, whenever it was."""
    if report.place is not None:
        yield "place", report.place
    if report.series is not None:
        yield "series", report.series
    if report.topic is not None and report.gathering.kind in _LARGE:
        yield "topic", report.topic
    if report.date is not None and report.when.days <= 3:
        yield "day", report.when.first
    actors = sorted(report.actors)
    if report.gathering.kind in {"visit", "call", "funeral"}:
        yield from (("traveller", report.gathering.kind, actor) for actor in actors)
    if len(actors) <= 12:
        yield from (("pair", *pair) for pair in combinations(actors, 2))


def compare(one: Report, two: Report) -> tuple[Sign, float] | None:
    """Return what speaks for two reports being of one summit, None where it is too little."""
    if one.article == two.article or _date(one, two) <= _AGAINST:
        return None
    like = likeness(one, two)
    return ("=", like.score) if like is not None and like.score >= ENOUGH and _fits(like) else None


def may_join(one: Report, two: Report) -> bool:
    """Tell whether nothing contradicts that the two are one; one article tells of each summit once."""
    like = likeness(one, two) if one.article != two.article else None
    return like is not None and _fits(like)


def why(one: Report, two: Report) -> tuple[str, ...]:
    """Return in words what speaks for two reports being of one summit, the weightiest first."""
    like = likeness(one, two)
    if like is None:
        return ()
    told = (
        (like.place, one.gathering.place or ""),
        (like.date, _same_time(one, two)),
        (like.series, one.series or ""),
        (like.company, _shared_company(one, two)),
        (like.words, f"both say {', '.join(sorted(one.words & two.words)[:4])}"),
        (like.kind, f"both a {one.gathering.kind}" if like.kind == _SAME_KIND else ""),
    )
    ranked = sorted((row for row in told if row[0] > 0 and row[1]), key=lambda row: -row[0])
    return tuple(words for _, words in ranked)


def _same_time(one: Report, two: Report) -> str:
    """Return the day of both, "2 March", or that they were told of in the same days."""
    if one.date is None or two.date is None:
        return "told of in the same days"
    date = min(one.date, two.date, key=lambda iso: (-len(iso), iso))
    year, *rest = date.partition("/")[0].split("-")
    if not rest:
        return year
    return " ".join([*(str(int(day)) for day in rest[1:]), month_name[int(rest[0])]])


def _shared_company(one: Report, two: Report) -> str:
    """Return whom both reports name: "Ida Vale and Peru", "3 shared leaders"."""
    shared = {party.id: party for party in one.company if party.id in two.actors}
    names = sorted(party.name for party in shared.values())
    if len(names) < 3:
        return " and ".join(names)
    leaders = all(party.type == "person" for party in shared.values())
    return f"{len(names)} shared {'leaders' if leaders else 'participants'}"


def _fits(like: Likeness) -> bool:
    return min(like.date, like.place, like.series, like.company) > _AGAINST


def likeness(one: Report, two: Report) -> Likeness | None:
    """Return what speaks for two reports being of one summit, or None where their kinds cannot be one."""
    kind = _kind(one, two)
    if kind is None:
        return None
    return Likeness(
        kind, _date(one, two), _place(one, two), _series(one, two), _company(one, two), _words(one, two)
    )


def _kind(one: Report, two: Report) -> float | None:
    kinds = {one.gathering.kind, two.gathering.kind}
    if len(kinds) == 1:
        return _SAME_KIND
    visits = kinds == {"visit", "meeting"} and one.place is not None and one.place == two.place
    met = visits and bool(one.actors & two.actors)  # the city alone makes no visit of a meeting
    return 0.2 if kinds <= _ALIKE or met else None


def _date(one: Report, two: Report) -> float:
    """Return 2 for the same day, less for vaguer dates that overlap, and a penalty that grows with the
    gap.
    """
    gap = one.when.gap(two.when)
    if one.date is not None and two.date is not None:
        if gap > 1:
            return -4.0
        exact = max(one.when.days, two.when.days)
        return (2.0 if exact <= 3 else 1.2 if exact <= 31 else 0.5) - 0.5 * gap
    if gap:
        return -1.0 - 0.05 * gap
    return 0.4 if abs((one.written - two.written).days) <= 7 else 0.1


def _place(one: Report, two: Report) -> float:
    if one.place is None or two.place is None:
        return 0.0
    if one.place == two.place:
        return 2.0
    inside = one.gathering.country is not None and one.gathering.country == two.gathering.country
    return 0.0 if inside and one.gathering.place != two.gathering.place else -3.0


def _series(one: Report, two: Report) -> float:
    if one.series is None or two.series is None:
        return 0.0
    return 1.5 if one.series == two.series else -3.0


def _company(one: Report, two: Report) -> float:
    """Return 0.8 for each shared participant, 2.2 for the same two sides, a penalty for two other sides
    and for one side alone in two places: a leader meets several others on one day.

    Of a summit an article names only some of those who are there, so that a pair that meets on its own is
    no sign of it.
    """
    shared = one.actors & two.actors
    bilateral = one.gathering.kind in _BILATERAL and two.gathering.kind in _BILATERAL
    if shared:
        if bilateral and one.actors == two.actors and len(shared) > 1:
            return 2.2
        if bilateral and len(shared) == 1 and one.place != two.place:
            return -0.5
        alone = {one.gathering.kind, two.gathering.kind} & {"summit", "conference"} and not bilateral
        lone = [r for r in (one, two) if r.gathering.kind in _BILATERAL and len(r.actors) == 2]
        return 0.8 * min(3, len(shared)) - (1.0 if alone and lone and one.place is None else 0.0)
    return -2.0 if bilateral and len(one.actors) > 1 and len(two.actors) > 1 else 0.0


def _words(one: Report, two: Report) -> float:
    """Return a little for a topic or telling words in common."""
    shared = len(one.words & two.words)
    if one.topic is not None and one.topic == two.topic:
        large = {one.gathering.kind, two.gathering.kind} <= _LARGE
        return 1.3 if large and shared >= 3 else 0.5  # "the climate finance conference" needs no city
    return 0.2 if shared >= 3 else 0.0
