"""How long linking takes: collections of invented articles at once, and one article more.

    python -m benchmarks.linking [ARTICLES...]

One core; processor time, so that other work on the machine counts little.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time

ROUNDS = 100
FLOOR = (60.0, 50.0)  #: of 10,000 articles: seconds at once; milliseconds for one more at the 95th percentile


def main() -> int:
    """Measure and print; return the exit code."""
    from benchmarks.synthetic import collection
    from dateline.linking.linker import Linker

    failed = False
    for count in [int(argument) for argument in sys.argv[1:]] or [1_000, 10_000]:
        sources = list(collection(count + ROUNDS))
        random.Random(count).shuffle(sources)
        gc.collect()
        gc.freeze()
        linker = Linker()
        began = time.process_time()
        linker.update(sources[:count])
        whole = time.process_time() - began
        began = time.process_time()
        linker.story()
        told = time.process_time() - began
        gc.freeze()  # as indexing does
        taken = []
        for source in sources[count:]:
            began = time.process_time()
            linker.update([source])
            taken.append((time.process_time() - began) * 1000)
        median, late = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
        print(f"{count:7,} articles  at once {whole:6.1f} s   the story {told:5.2f} s", end="   ")
        print(
            f"one more: median {median:5.1f} ms   95th percentile {late:5.1f} ms   most {max(taken):6.1f} ms"
        )
        failed |= count == 10_000 and (whole > FLOOR[0] or late > FLOOR[1])
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
