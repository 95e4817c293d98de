"""The steps from files to a story, each imported when it is first needed: most runs need but a few."""

from __future__ import annotations

from functools import lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from dateline import coding, column_maps
from dateline.model import Problem, UnfitModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from spacy.language import Language

    from dateline.linking.aside import Aside
    from dateline.linking.linker import Linker
    from dateline.linking.memory import Rows
    from dateline.loading.load import Loaded
    from dateline.model import Article, Extraction, Ruling, Source, Story

_PART = 64  # articles that a process is given at a time


def load(path: Path, columns: Mapping[str, str] | None = None) -> Iterator[Loaded | Problem]:
    """Yield the articles of a file, and what in it cannot be read; one that breaks a parser breaks no other.

    `columns` is the map of a table's columns, that which was kept for the path where none is given.
    """
    from dateline.loading.files import shown  # noqa: PLC0415
    from dateline.loading.load import load as load_file  # noqa: PLC0415

    try:
        yield from load_file(path, column_maps.of(path) if columns is None else columns)
    except Exception as error:  # whatever a file does to its parser, the others are read
        reason = f"it can't be taken apart ({type(error).__name__})"
        yield Problem(shown(path), reason, "save its text as a .txt file")


def extract(articles: Iterable[Article], model: str | None = None) -> Iterator[Extraction]:
    """Yield what the spaCy pass finds in each article."""
    from dateline.extraction import pipeline  # noqa: PLC0415

    return pipeline.extract(articles, _pipeline(model))


@lru_cache(maxsize=1)
def _pipeline(model: str | None) -> Language:
    from dateline.extraction import pipeline  # noqa: PLC0415

    return pipeline.load(model)


Extracted = tuple[list[tuple["Article", "Extraction"]], dict[str, str]]
#: The ids and encoded extractions of articles, and for those that break the extractor what it said.
Encoded = tuple[list[tuple[str, bytes]], dict[str, str]]


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
    articles: Iterable[bytes], number: int, jobs: int = 1, model: str | None = None
) -> Iterator[Encoded]:
    """Yield what is found in so many encoded articles, encoded as well, one part of them after the other.

    Few articles are read here. More are read in `jobs` child processes, with which the memory that spaCy
    takes goes. The parts are the same for any number of processes, and so is what is found in them. Raises
    UnfitModel, and ChildProcessError where a process ends early.
    """
    rest = iter(articles)
    parts = iter(lambda: list(islice(rest, _PART)), [])
    work = partial(_extract_part, model=model)
    if number <= _PART:
        yield from map(work, parts)
        return
    from dateline.indexing import workers  # noqa: PLC0415

    yield from workers.spread(work, parts, min(jobs, -(-number // _PART)))


def _extract_part(part: Sequence[bytes], model: str | None) -> Encoded:
    articles = [coding.decode_article(data) for data in part]
    results, failed = extract_each(articles, model)
    return [(article.id, coding.encode(extraction)) for article, extraction in results], failed


def link(sources: Iterable[Source], rulings: Sequence[Ruling] = (), aside: Aside | None = None) -> Story:
    """Return the story of the sources under the reader's rulings, with what it is made of put aside."""
    from dateline.linking import story  # noqa: PLC0415

    return story.link(sources, rulings, aside)


def linker() -> Linker:
    """Return what keeps the story of a run up to date."""
    from dateline.linking.linker import Linker  # noqa: PLC0415

    return Linker()


def recalled(rows: Rows, read: Callable[[str, Any], Source]) -> tuple[Linker, Any]:
    """Return a linker that knows what was kept in the rows, with a note; raises NotRecalled.

    read returns the source of an article, given its id and the note.
    """
    from dateline.linking.linker import Linker  # noqa: PLC0415

    return Linker.recalled(rows, read)
