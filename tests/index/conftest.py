"""A collection filled by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path  # noqa: TC003

import pytest

from dateline.index import places
from dateline.index.collection import Collection
from dateline.index.state import State
from dateline.index.writer import CollectionWriter

Open = Callable[[State], Collection]


@pytest.fixture
def roots(tmp_path: Path) -> list[Path]:
    return [tmp_path / "articles"]


@pytest.fixture
def store(roots: list[Path]) -> Callable[[State], None]:
    """Bring the index of the roots to a state."""

    def write(state: State) -> None:
        writer = CollectionWriter(places.collection_file(roots))
        writer.store(state)
        writer.close()

    return write


@pytest.fixture
def opened(roots: list[Path], store: Callable[[State], None]) -> Iterator[Open]:
    """Return the collection that holds a state; at the end it must have been readable throughout."""
    collection = Collection.open(roots)

    def open_(state: State) -> Collection:
        store(state)
        return collection

    yield open_
    assert collection.failure is None
    collection.close()
