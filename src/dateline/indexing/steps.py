"""The steps from files to a story, each imported when it is first needed: most runs need but a few."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from spacy.language import Language

    from dateline.loading.load import Loaded
    from dateline.model import Article, Extraction, Problem, Source, Story


def load(path: Path) -> Iterator[Loaded | Problem]:
    """Yield the articles of a file, and what in it cannot be read."""
    from dateline.loading.load import load as load_file  # noqa: PLC0415

    return load_file(path)


def extract(articles: Iterable[Article]) -> Iterator[Extraction]:
    """Yield what the spaCy pass finds in each article."""
    from dateline.extraction import pipeline  # noqa: PLC0415

    return pipeline.extract(articles, _pipeline())


@lru_cache(maxsize=1)
def _pipeline() -> Language:
    from dateline.extraction import pipeline  # noqa: PLC0415

    return pipeline.load()


def extract_each(
    articles: Sequence[Article],
) -> tuple[list[tuple[Article, Extraction]], dict[str, str]]:
    """Return the extractions, and for articles that break the extractor what it said; one breaks no other."""
    extractions = extract(articles)
    try:
        return list(zip(articles, extractions, strict=True)), {}
    except Exception as error:  # whatever a text does to the pipeline, the others are read
        if len(articles) == 1:
            return [], {articles[0].id: f"{type(error).__name__}: {error}"}
    results, failed = [], {}
    for article in articles:
        more, failures = extract_each([article])
        results += more
        failed.update(failures)
    return results, failed


def link(sources: Iterable[Source]) -> Story:
    """Return the story of the sources."""
    from dateline.linking import story  # noqa: PLC0415

    return story.link(sources)
