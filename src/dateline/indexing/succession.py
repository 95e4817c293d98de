"""Changed files: the article that a file holds now takes the place of the one that it held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.index.state import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dateline.index.state import Inventory, SeenFile


class Successions:
    """Tells the library of each succession once, before the index forgets the old article.

    A new id at a known place (path and record) succeeds the old one, unless the old one still has a place, or
    the new one had one before: then texts were moved and nothing was rewritten.
    """

    def __init__(self, inventory: Inventory) -> None:
        self._before = inventory.files
        self._old = {held.article for seen in inventory.files.values() for held in seen.held}
        self._expected: set[str] = set()
        self._recorded: set[tuple[str, str]] = set()

    def expect(self, articles: Iterable[str]) -> None:
        """Note articles that have been loaded, whether they can be shown yet or not."""
        self._expected.update(articles)

    def record(self, files: Mapping[str, SeenFile]) -> list[tuple[str, str]]:
        """Have the library record what is new among the successions; return them as (old, new)."""
        here = self._expected | {held.article for seen in files.values() for held in seen.held}
        new = [
            (old, article)
            for old, article in dict.fromkeys(self._replaced(files))
            if old not in here and article not in self._old and (old, article) not in self._recorded
        ]
        if new:
            from dateline.library.library import Library  # noqa: PLC0415 - most runs record none

            library = Library.open()
            for old, article in new:
                library.succeed(old, article)
            library.close()
            self._recorded.update(new)
        return new

    def _replaced(self, files: Mapping[str, SeenFile]) -> Iterator[tuple[str, str]]:
        for path, seen in files.items():
            if path in self._before and seen.stamp != UNFINISHED:
                old = {held.record: held.article for held in self._before[path].held}
                for held in seen.held:
                    if old.get(held.record, held.article) != held.article:
                        yield old[held.record], held.article
