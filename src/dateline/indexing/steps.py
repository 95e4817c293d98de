"""The steps from files to a story, each imported when it is first needed: most runs need but a few."""

from __future__ import annotations

from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING

from dateline.model import UnfitModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from spacy.language import Language

    from dateline.loading.load import Loaded
    from dateline.model import Article, Extraction, Problem, Source, Story

_PART = 64  # articles that a process is given at a time


def load(path: Path) -> Iterator[Loaded | Problem]:
    """Yield the articles of a file, and what in it cannot be read."""
    from dateline.loading.load import load as load_file  # noqa: PLC0415

    return load_file(path)


def extract(articles: Iterable[Article], model: str | None = None) -> Iterator[Extraction]:
    """Yield what the spaCy pass finds in each article."""
    from dateline.extraction import pipeline  # noqa: PLC0415

    return pipeline.extract(articles, _pipeline(model))


@lru_cache(maxsize=1)
def _pipeline(model: str | None) -> Language:
    from dateline.extraction import pipeline  # noqa: PLC0415

    return pipeline.load(model)


Extracted = tuple[list[tuple["Article", "Extraction"]], dict[str, str]]


def extract_each(articles: Sequence[Article], model: str | None = None) -> Extracted:
    """Return the extractions, and for articles that break the extractor what it said; one breaks no other."""
    extractions = extract(articles, model)
    try:
        return list(zip(articles, extractions, strict=True)), {}
    except UnfitModel:
        raise
    except Exception as error:  # whatever a text does to the pipeline, the others are read
        if len(articles) == 1:
            return [], {articles[0].id: f"{type(error).__name__}: {error}"}
    results, failed = [], {}
    for article in articles:
        more, failures = extract_each([article], model)
        results += more
        failed.update(failures)
    return results, failed


def extract_parts(
    articles: Sequence[Article], jobs: int = 1, model: str | None = None
) -> Iterator[Extracted]:
    """Yield what `extract_each` returns for one part of the articles after the other, from `jobs` processes.

    The parts are the same for any number of processes, and so is what is found in them.
    """
    parts = [articles[start : start + _PART] for start in range(0, len(articles), _PART)]
    if jobs == 1 or len(parts) < 2:
        yield from map(extract_each, parts, repeat(model))
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    # a forked child would share locks that threads of the numeric libraries may hold
    with ProcessPoolExecutor(min(jobs, len(parts)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(extract_each, parts, repeat(model))


def link(sources: Iterable[Source]) -> Story:
    """Return the story of the sources."""
    from dateline.linking import story  # noqa: PLC0415

    return story.link(sources)
