"""What the index of one collection takes to answer, and the keys of the reader on it; as JSON.

    python -m benchmarks.scale_answers ROOT

Each question is put to a collection that is just opened, as the reader does; once more with the file's pages
dropped from the system's cache ("from disk"). Milliseconds of processor time and of the clock.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dateline.index.collection import Collection

ROUNDS = 5
PAGE = 41  #: sentences that the box of searches asks for with each letter
#: What a reader types, by a name for it; the words are those of `benchmarks.invented_index`.
SEARCHES = {
    "rare": "{rare}",
    "common": "{common}",
    "prefix": "{common:.3}",
    "one letter": "v",
    "prefix of two": "va",
    "prefix of four": "vale",
    "prefix of five": "vale1",
    "two common": "{common} harbours",
    "common and rare": "harbours {rare}",
    "not common": "-{common}",
    "common, not common": "harbours -{common}",
    "phrase": '"Ida {common}"',
    "phrase of common": '"spoke for hours"',
    "phrase and prefix": '"spoke for hours" va',
    "not a phrase": 'harbours -"Ida {common}"',
    "person": "person:{common}",
    "person, rare": "person:vale39",
    "person and word": "person:{common} harbours",
    "not a person": "harbours -person:{common}",
    "country": "country:norland0",
    "summit": 'summit:"port talks 0"',
    "source": "source:tide",
    "source and word": "source:tide harbours",
    "dates": "from:2021 to:2021-06 harbours",
    "has pledge": "has:pledge",
    "has sum": "has:sum harbours",
    "has summit": "has:summit",
    "has date": "-has:date harbours",
    "money": "money>200m",
    "money, none": "money>1bn",
    "not money": "-money>200m harbours",
    "money between": "money>10m money<€20m harbours",
    "sum": "20 million euros",
    "sum and word": "20 million euros harbours",
    "all at once": "person:{common} money>100m has:pledge from:2021 harbours -vale1",
}
#: Those that are asked in other ways, too: by relevance, counted, and as a filter of the timeline.
ALSO = ("common", "prefix", "phrase of common", "person and word", "money", "all at once")
PRESSED = 6  #: times that the keys of a pane are gone through
Figures = dict[str, float]


def main() -> None:
    """Measure and print."""
    root = Path(sys.argv[-1])
    if sys.argv[1] == "--changes":
        print(json.dumps(changes(root)))
        return
    figures = answers(root)
    command = [sys.executable, "-m", "benchmarks.scale_answers", "--changes", str(root)]
    figures |= json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    print(json.dumps(figures | keys(root)))


def questions() -> dict[str, Callable[[Collection], object]]:
    """Return what the reader asks, by a name for it."""
    from benchmarks.invented_index import COMMON, LEADER, RARE
    from dateline.index.collection import Collection
    from dateline.index.rows import DateRange, Filter, LedgerFilter, LedgerOrder, Selection

    leader = Selection("person", LEADER, "Ida Vale0")
    pledges = LedgerFilter(actor=leader, kind="pledge")
    wide = DateRange("2020-02-01", "2024-12-31")

    def newest(c: Collection) -> str:
        day = c.days(Filter())[-1]
        return c.headlines(Filter(), day.date, 0, 1, None)[0].article

    def dossier(c: Collection) -> object:
        return (
            c.ledger(pledges, LedgerOrder(), 0, 100),
            c.dossier(leader, None),
            c.sentences(leader, None, 0, 50),
        )

    asked = {name: query.format(common=COMMON, rare=RARE) for name, query in SEARCHES.items()}
    first: dict[str, Callable[[Collection], object]] = {
        f"search, {name}": partial(_searched, query=query) for name, query in asked.items()
    }
    for name in ALSO:
        query, found = asked[name], Filter(only=Selection("search", asked[name], name))
        first |= {
            f"search, {name}, all shown": partial(_searched, query=query, limit=201),
            f"search, {name}, by relevance": partial(_searched, query=query, ranked=True),
            f"count of a search, {name}": partial(Collection.search_size, query=query, dates=None),
            f"timeline of a search, {name}": partial(Collection.days, filter=found),
        }
    return {
        **first,
        "dossier": dossier,
        "sidebar, dates": lambda c: c.sidebar(newest(c), wide),
        "ledger, totals": lambda c: c.totals(LedgerFilter()),
        "ledger, first page": lambda c: c.ledger(LedgerFilter(), LedgerOrder(), 0, 100),
    }


def _searched(c: Collection, query: str, limit: int = PAGE, *, ranked: bool = False) -> object:
    from dateline.index.collection import QueryError

    with contextlib.suppress(QueryError):  # in a small collection nobody has the name
        return c.search(query, None, limit, ranked=ranked)
    return None


def answers(root: Path) -> Figures:
    """Return the medians over the rounds, of questions to a collection that is just opened."""
    from dateline.index import places

    figures: Figures = {}
    for name, question in questions().items():
        taken = [_asked(root, question) for _ in range(ROUNDS)]
        _drop_pages(places.collection_file([root]))
        for what, pairs in (("", taken), (", from disk", [_asked(root, question)])):
            figures[name + what] = statistics.median(cpu for cpu, _ in pairs)
            if what or not name.startswith("search, "):  # of those there are enough figures
                figures[f"{name}{what}, clock"] = statistics.median(wall for _, wall in pairs)
    return figures


def _asked(root: Path, question: Callable[[Collection], object]) -> tuple[float, float]:
    from dateline.index.collection import Collection

    collection = Collection.open([root])
    collection.coverage()
    began = time.process_time(), time.perf_counter()
    question(collection)
    ended = time.process_time(), time.perf_counter()
    collection.close()
    return (ended[0] - began[0]) * 1000, (ended[1] - began[1]) * 1000


def _drop_pages(path: Path) -> None:
    """Let the system forget what it keeps of a file, where it can be told to."""
    with contextlib.suppress(AttributeError, OSError), path.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def changes(root: Path) -> Figures:
    """Return what it takes to see that no file has changed, and the memory that this adds, in MB."""
    from dateline.indexing import survey

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time(), time.perf_counter()
    if survey.needs_run([root]):
        raise SystemExit(f"{root} is not what was indexed: it would be indexed again")
    ended = time.process_time(), time.perf_counter()
    added = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1000
    return {
        "changes": (ended[0] - began[0]) * 1000,
        "changes, clock": (ended[1] - began[1]) * 1000,
        "changes, MB": added,
    }


def keys(root: Path) -> Figures:
    """Return the 95th percentile from a key to its repaint in each pane."""
    from benchmarks import keys as pressed
    from dateline.index.collection import Collection

    pressed.ROUNDS = PRESSED
    taken: dict[str, Any] = asyncio.run(pressed.measure(lambda: Collection.open([root]), time.process_time))
    return {f"keys, {pane}": _late(taken.get(pane, [0.0, 0.0])) for pane in pressed.KEYS}


def _late(taken: Sequence[float]) -> float:
    return statistics.quantiles(taken, n=20)[-1]


if __name__ == "__main__":
    main()
