"""Which articles are copies of one wire story, or an outlet's own updates of it.

Two articles are copies where they have a third or more of the shorter one's shingles in common and were
written within a few days. Shingles of three words, and the least of their hashes as what others are looked up
by, are those of A. Broder, "On the resemblance and containment of documents", SEQUENCES 1997.
"""

from __future__ import annotations

import datetime as dt
import re
import zlib
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from dateline.linking.blocks import Parts
from dateline.linking.near import Nearby
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.linking.dates import ArticleDate
    from dateline.model import Source

#: The share of the shorter text's shingles that copies have in common.
SHARED = 1 / 3
#: Days within which a copy or an update is published.
WITHIN = 4
#: Shingles below which a text is too short to tell a copy from a set phrase.
FEWEST = 24
#: How many of its hashes an article is looked up by.
KEYS = 64
_IN_COMMON = 2  # of these, before two articles are compared: one may be a phrase that everybody uses
_CROWD = 60  # articles behind one key with which each is compared: those next to it in time
_WORD = re.compile(r"[^\W_]+(?:[',.][^\W_]+)*")
_SPREAD = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9  # odd, so that every bit tells
_BITS = (1 << 61) - 1
_LEAST = 29  # bits that tell nothing more: half of the memory is that of shingles


#: Where an article stands among all: its day and its id.
_Place = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Printed:
    """What of an article tells its copies."""

    article: str  #: Article.id
    day: int  #: the number of the day on which it was written
    shingles: array[int]  #: the hashes of its shingles, each once, in order

    @property
    def keys(self) -> Sequence[int]:
        """Return what copies are looked up by: the least of the hashes, none of a text that is too short."""
        return self.shingles[:KEYS] if len(self.shingles) >= FEWEST else ()


def printed(source: Source, date: str) -> Printed:
    """Return what tells the copies of an article that was written on the date, an ISO prefix."""
    words = [zlib.crc32(word.encode()) for word in _WORD.findall(fold(source.article.text))]
    one, two, three = _SPREAD
    shingles = {
        ((a * one + b * two + c * three) & _BITS) >> _LEAST
        for a, b, c in zip(words, words[1:], words[2:], strict=False)
    }
    day = dt.date.fromisoformat(f"{date}-01-01"[:10]).toordinal()
    return Printed(source.article.id, day, array("I", sorted(shingles)))


def are_copies(one: Printed, two: Printed) -> bool:
    """Tell whether two articles are copies of one text, or one an update of the other."""
    fewest = min(len(one.shingles), len(two.shingles))
    if fewest < FEWEST or abs(one.day - two.day) > WITHIN:
        return False
    return len(set(one.shingles).intersection(two.shingles)) >= fewest * SHARED


class Copies:
    """The articles of a collection that are copies of others, as articles come and go."""

    def __init__(self) -> None:
        self.first: dict[str, str] = {}  #: of each copy (its id), the earliest of those that have its text
        self._printed: dict[_Place, Printed] = {}
        self._places: dict[str, _Place] = {}
        self._nearby: Nearby[_Place] = Nearby(_CROWD)
        self._ties: dict[_Place, set[_Place]] = {}  #: of the copies alone
        self._parts: Parts[_Place] = Parts()
        self._touched: set[_Place] = set()

    def add(self, source: Source, date: str) -> None:
        """Take in an article that is not there, written on the date."""
        row = printed(source, date)
        place = self._places[row.article] = (row.day, row.article)
        self._printed[place] = row
        self._nearby.add(place, row.keys)
        self._touched.add(place)

    def remove(self, article: str) -> None:
        """Forget an article that is there."""
        place = self._places.pop(article)
        del self._printed[place]
        self._nearby.remove(place)
        for other in self._ties.pop(place, ()):
            self._ties[other].discard(place)
        self._touched.add(place)

    def settle(self) -> set[str]:
        """Return the articles of which it is new, or no longer so, that they are copies of another."""
        meetings = self._nearby.settle()
        for one, two in meetings.parted:
            if two in self._ties.get(one, ()) and not self._nearby.are_near(one, two):
                self._ties[one].discard(two)
                self._ties[two].discard(one)
                self._touched |= {one, two}
        for one, two in chain(meetings.closed, meetings.new):
            if self._are_copies(one, two):
                self._ties.setdefault(one, set()).add(two)
                self._ties.setdefault(two, set()).add(one)
                self._touched |= {one, two}
        parts, places = self._parts.settle(
            self._touched, self._printed, lambda place: self._ties.get(place, ())
        )
        before = {article: self.first.pop(article, None) for _, article in places}
        for part in parts:
            for place in part:
                _, earlier = min({place}.union(self._ties.get(place, ())))
                if earlier != place[1]:
                    self.first[place[1]] = self.first.get(earlier, earlier)
        self._touched = set()
        return {article for article, first in before.items() if self.first.get(article) != first}

    def _are_copies(self, one: _Place, two: _Place) -> bool:
        first, second = self._printed[one], self._printed[two]
        return _may_be_copies(first, second) and are_copies(first, second)


def copies(sources: Iterable[Source], dated: Mapping[str, ArticleDate]) -> dict[str, str]:
    """Return, for each article (its id) that is a copy, the earliest of those that have its text.

    What was written on one day stands in the order of the ids, so that one of them is the first.
    """
    found = Copies()
    for source in sources:
        found.add(source, dated[source.article.id].date)
    found.settle()
    return found.first


def _may_be_copies(one: Printed, two: Printed) -> bool:
    """Tell from the keys alone whether two articles are worth comparing."""
    if two.day - one.day > WITHIN:
        return False
    shared = len(set(one.keys).intersection(two.keys))
    if shared < _IN_COMMON:
        return False
    shorter, longer = sorted((one, two), key=lambda row: len(row.shingles))
    comparable = bisect_right(shorter.keys, longer.keys[-1])
    return shared >= comparable * SHARED / 2
