"""Linking, end to end: from the extractions of a collection to its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.linking.linker import Linker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.model import Ruling, Source, Story


def link(sources: Iterable[Source], rulings: Sequence[Ruling] = ()) -> Story:
    """Return the story of the sources under the rulings: a pure function of their sets, in any order."""
    linker = Linker()
    linker.update(sources, rulings=rulings)
    return linker.story()
