"""How much sooner extraction ends in several processes, in one run by the clock: needs as many idle cores.

    python -m benchmarks.jobs [--jobs N...] [--articles N] [PATH...]

The rounds alternate. "In all" counts the start of the processes, each of which loads the pipeline; "then" is
the pace from the first articles that came back to the last. The load is told, as other work takes its share.
"""

from __future__ import annotations

import argparse
import os
import time
from dataclasses import replace
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

os.environ.setdefault("OMP_NUM_THREADS", "1")

from benchmarks.extraction import articles_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.model import Article

ROUNDS = 3
BATCH = 16  #: articles that a process is given at a time, as in a run


def copies(articles: Sequence[Article], number: int) -> list[Article]:
    """Return so many articles, each with an end of its own."""
    texts = ((a, f"{a.text} It was report {n}.") for n, a in enumerate(islice(cycle(articles), number)))
    return [replace(a, id=sha256(text.encode()).hexdigest(), text=text) for a, text in texts]


def timed(articles: Sequence[Article], jobs: int) -> tuple[float, float]:
    """Return the seconds that extraction takes in all, and those from the first results to the last."""
    from dateline.indexing import parallel, steps

    batches = [articles[at : at + BATCH] for at in range(0, len(articles), BATCH)]
    began, first = time.perf_counter(), 0.0
    results: Iterable[object]
    if jobs == 1:
        results = (steps.extract_each(batch) for batch in batches)
    else:
        results = parallel.extract_batches(batches, jobs, None)
    for _ in results:
        first = first or time.perf_counter()
    ended = time.perf_counter()
    return ended - began, ended - first


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[Path("seeds"), Path("tests/stories")])
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--articles", type=int, default=320)
    options = parser.parse_args()
    articles = copies(articles_of(options.paths), options.articles)
    rounds = [{jobs: timed(articles, jobs) for jobs in options.jobs} for _ in range(ROUNDS)]
    base = options.jobs[0]
    print(f"{len(articles)} articles; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for jobs in options.jobs:
        in_all, then = (median(each[jobs][part] for each in rounds) for part in (0, 1))
        faster = [median(each[base][part] / each[jobs][part] for each in rounds) for part in (0, 1)]
        print(
            f"{jobs:3} processes: {in_all:6.1f} s in all ({faster[0]:.2f} times as fast as {base}),"
            f" then {(len(articles) - BATCH) / then:6.1f} articles a second ({faster[1]:.2f} times)"
        )


if __name__ == "__main__":
    main()
