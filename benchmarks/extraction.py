"""How much the rules cost: words a second of the whole pass against the trained pipeline alone, in one run.

    python -m benchmarks.extraction [FOLDER]

One core; processor time, so that other work on the machine counts little. The rounds alternate.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")

ROUNDS = 5
FLOOR = 0.7  #: of the words a second of the trained pipeline alone


def main() -> None:
    """Measure, print both speeds and their ratio."""
    from dateline.extraction import pipeline
    from dateline.loading.files import Found, discover
    from dateline.loading.load import Loaded, load

    folders = [Path(argument) for argument in sys.argv[1:]] or [Path("seeds"), Path("tests/stories")]
    found = [item for item in discover(folders) if isinstance(item, Found)]
    texts = [
        item.article.text for place in found for item in load(place.path) if isinstance(item, Loaded)
    ] * 2
    words = sum(len(text.split()) for text in texts)
    nlp = pipeline.load()
    speeds: dict[str, list[float]] = {"trained": [], "whole": []}
    for _ in range(ROUNDS):
        for name, disabled in (("trained", (*pipeline.COMPONENTS,)), ("whole", ())):
            with nlp.select_pipes(disable=disabled):
                start = time.process_time()
                for _doc in nlp.pipe(texts, batch_size=16):
                    pass
                speeds[name].append(words / (time.process_time() - start))
    trained, whole = median(speeds["trained"]), median(speeds["whole"])
    print(f"trained pipeline  {trained:7,.0f} words a second")
    print(f"with the rules    {whole:7,.0f} words a second")
    print(f"ratio             {whole / trained:.2f}   (floor: {FLOOR})")


if __name__ == "__main__":
    main()
