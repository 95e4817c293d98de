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
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
        (a * one + b * two + c * three) & _BITS for a, b, c in zip(words, words[1:], words[2:], strict=False)
    }
    day = dt.date.fromisoformat(f"{date}-01-01"[:10]).toordinal()
    return Printed(source.article.id, day, array("Q", sorted(shingles)))


def are_copies(one: Printed, two: Printed) -> bool:
    """Tell whether two articles are copies of one text, or one an update of the other."""
    fewest = min(len(one.shingles), len(two.shingles))
    if fewest < FEWEST or abs(one.day - two.day) > WITHIN:
        return False
    return len(set(one.shingles).intersection(two.shingles)) >= fewest * SHARED


def copies(sources: Iterable[Source], dated: Mapping[str, ArticleDate]) -> dict[str, str]:
    """Return, for each article (its id) that is a copy, the earliest of those that have its text.

    What was written on one day stands in the order of the ids, so that one of them is the first.
    """
    rows = sorted((printed(s, dated[s.article.id].date) for s in sources), key=lambda p: (p.day, p.article))
    first: dict[str, str] = {}
    for i, k in sorted(_candidates(rows), key=lambda pair: (pair[1], pair[0])):
        one, two = rows[i], rows[k]
        if two.article not in first and are_copies(one, two):
            first[two.article] = first.get(one.article, one.article)
    return first


def _candidates(rows: Sequence[Printed]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of articles that have enough keys in common, the earlier one first."""
    behind: dict[int, list[int]] = defaultdict(list)
    for k, row in enumerate(rows):
        common: Counter[int] = Counter()
        keys = row.keys
        for key in keys:
            others = behind[key]
            common.update(i for i in others[-_CROWD:] if row.day - rows[i].day <= WITHIN)
            others.append(k)
        yield from ((i, k) for i, shared in common.items() if _may_be_copies(rows[i], row, shared))


def _may_be_copies(one: Printed, two: Printed, shared: int) -> bool:
    """Tell from the keys alone, of which so many are shared, whether two articles are worth comparing."""
    if shared < _IN_COMMON:
        return False
    shorter, longer = sorted((one, two), key=lambda row: len(row.shingles))
    comparable = bisect_right(shorter.keys, longer.keys[-1])
    return shared >= comparable * SHARED / 2
