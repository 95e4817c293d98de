"""How much the rules cost: words a second of the whole pass against the trained pipeline alone, in one run.

    python -m benchmarks.extraction [--components] [PATH...]

One core; processor time, so that other work on the machine counts little. The rounds alternate, and the ratio
is the median of those of neighbouring rounds, so that a processor that changes its pace counts as little.
"""

from __future__ import annotations

import argparse
import gc
import os
import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_variable] = "1"

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.language import Language
    from spacy.tokens import Doc

    from dateline.model import Article

ROUNDS = 7
FLOOR = 0.7  #: of the words a second of the trained pipeline alone
BATCH = 16  #: texts that go through a component at a time, as in the whole pass


def articles_of(paths: Iterable[Path]) -> list[Article]:
    """Return the articles under the paths."""
    from dateline.loading.files import Found, discover
    from dateline.loading.load import Loaded, load

    found = [item for item in discover(paths) if isinstance(item, Found)]
    return [item.article for place in found for item in load(Path(place.path)) if isinstance(item, Loaded)]


def seconds(work: Callable[[], Iterable[object]]) -> float:
    """Return the processor time that it takes to run through what the work yields."""
    gc.collect()
    start = time.process_time()
    for _ in work():
        pass
    return time.process_time() - start


def compare(nlp: Language, articles: list[Article]) -> tuple[list[float], list[float]]:
    """Return the seconds of each round: of the trained components alone, and of the whole pass."""
    from dateline.extraction import paragraphs, pipeline

    texts = [article.text for article in articles]
    ours = {name for name in nlp.pipe_names if name in {paragraphs.NAME, *pipeline.COMPONENTS}}
    trained: list[float] = []
    whole: list[float] = []
    for number in range(ROUNDS + 1):
        with nlp.select_pipes(disable=sorted(ours)):
            alone = seconds(lambda: nlp.pipe(texts, batch_size=BATCH))
        together = seconds(lambda: pipeline.extract(articles, nlp))
        if number:  # the first round fills the caches
            trained.append(alone)
            whole.append(together)
    return trained, whole


def shares(nlp: Language, articles: list[Article]) -> list[tuple[str, float]]:
    """Return the least seconds of three rounds for each component in order, the tokenizer first."""
    rounds = [_components(nlp, [article.text for article in articles]) for _ in range(3)]
    return [(rows[0][0], min(spent for _, spent in rows)) for rows in zip(*rounds, strict=True)]


def _components(nlp: Language, texts: list[str]) -> list[tuple[str, float]]:
    docs: list[Doc] = []
    spent = [("tokenizer", seconds(lambda: (docs.append(nlp.make_doc(text)) for text in texts)))]
    for name, component in nlp.pipeline:
        spent.append((name, seconds(partial(_through, component, docs))))
    return spent


def _through(component: Any, docs: list[Doc]) -> Iterable[Doc]:
    if hasattr(component, "pipe"):
        return component.pipe(docs, batch_size=BATCH)  # type: ignore[no-any-return]
    return map(component, docs)


def main() -> None:
    """Measure, print both speeds and their ratio, and the share of each component if it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[Path("seeds"), Path("tests/stories")])
    parser.add_argument("--components", action="store_true", help="print what each component takes")
    options = parser.parse_args()
    from dateline.extraction import pipeline

    articles = articles_of(options.paths)
    words = sum(len(article.text.split()) for article in articles)
    nlp = pipeline.load()
    trained, whole = compare(nlp, articles)
    ratio = median(alone / together for alone, together in zip(trained, whole, strict=True))
    print(f"trained pipeline  {words / median(trained):7,.0f} words a second")
    print(f"with the rules    {words / median(whole):7,.0f} words a second")
    print(f"ratio             {ratio:.2f}   (floor: {FLOOR})")
    if options.components:
        rows = shares(nlp, articles)
        total = sum(spent for _, spent in rows)
        print(f"\n{'component':24} {'ms':>7} {'share':>6}")
        for name, spent in rows:
            print(f"{name:24} {1000 * spent:7.0f} {spent / total:6.1%}")


if __name__ == "__main__":
    main()
