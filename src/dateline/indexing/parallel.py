"""Extraction in several processes, for runs that have much to read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dateline import coding
from dateline.indexing import steps, workers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.indexing.steps import Encoded
    from dateline.model import Article

LONG = 256  #: articles up to which it takes longer to start processes than to read them here
_LIFE = 4 * workers.LIFE  # batches: they are smaller than the parts of other runs


def extract_batches(
    batches: Iterable[Sequence[Article]], processes: int, model: str | None
) -> Iterator[Encoded]:
    """Yield what is found in each batch, in their order, which are taken as they are needed.

    Each process loads the pipeline, some 400 MB. Raises UnfitModel, and ChildProcessError where a process
    ends early; when the iterator is closed, the processes are gone.
    """
    parts = ([coding.encode(article) for article in batch] for batch in batches)
    return workers.spread(partial(_extract, model=model), parts, processes, _LIFE)


def _extract(part: Sequence[bytes], model: str | None) -> Encoded:
    (encoded,) = steps.extract_parts(part, len(part), model=model)
    return encoded
