"""Changed files: the article that a file holds now takes the place of the one that it held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.index.state import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dateline.index.state import Inventory, SeenFile


class Successions:
    """Finds each succession once, and tells the library of it when the index has it: not before, as a file
    may change again after a run that was broken off, and not from memory alone, as that may end in between.

    A new id at a known place (path and record) succeeds the old one, unless the old one still has a place, or
    the new one had one before: then texts were moved and nothing was rewritten.
    """

    def __init__(self, inventory: Inventory) -> None:
        self._before = inventory.files
        self._old = {held.article for seen in inventory.files.values() for held in seen.held}
        self._expected: set[str] = set()
        self._found: set[tuple[str, str]] = set()
        self.untold = inventory.succeeded  #: what the index is to keep until the library knows

    def expect(self, articles: Iterable[str]) -> None:
        """Note articles that have been loaded, whether they can be shown yet or not."""
        self._expected.update(articles)

    def find(self, files: Mapping[str, SeenFile]) -> list[tuple[str, str]]:
        """Return what is new among the successions, as (old, new)."""
        here = self._expected | {held.article for seen in files.values() for held in seen.held}
        new = [
            (old, article)
            for old, article in dict.fromkeys(self._replaced(files))
            if old not in here and article not in self._old and (old, article) not in self._found
        ]
        self._found.update(new)
        self.untold += tuple(new)
        return new

    def tell(self) -> bool:
        """Tell the library of what it does not know yet; return whether it does now and did not before."""
        if not self.untold:
            return False
        from dateline.library.library import Library  # noqa: PLC0415 - most runs have nothing to tell

        library = Library.open()
        for old, article in self.untold:
            library.succeed(old, article)
        library.close()
        if not library.kept:
            return False
        self.untold = ()
        return True

    def _replaced(self, files: Mapping[str, SeenFile]) -> Iterator[tuple[str, str]]:
        for path, seen in files.items():
            if path in self._before and seen.stamp != UNFINISHED:
                old = {held.record: held.article for held in self._before[path].held}
                for held in seen.held:
                    if old.get(held.record, held.article) != held.article:
                        yield old[held.record], held.article
