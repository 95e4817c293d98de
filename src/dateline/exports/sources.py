"""Where what is exported comes from: the articles of a filter, and the file of each."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.index.collection import Collection
    from dateline.index.rows import Filter, Headline

_WINDOW = 200  #: headlines that are asked for at once
_REMEMBERED = 20_000  #: articles whose file is kept in mind


class Sources:
    """The articles of a collection, one after the other."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.path = lru_cache(_REMEMBERED)(self._path)

    def _path(self, article: str) -> str:
        """Return the path of the first file of an article (its id), "" where it is gone."""
        view = self.collection.article(article)
        return clean(view.paths[0]) if view is not None and view.paths else ""

    def name(self, article: str) -> str:
        """Return the name of the first file of an article, "" where it is gone."""
        return PurePath(self.path(article)).name

    def headlines(self, wanted: Filter) -> Iterator[Headline]:
        """Yield the articles that a filter leaves, by date. Raises QueryError."""
        for day in self.collection.days(wanted):
            for offset in range(0, day.count, _WINDOW):
                yield from self.collection.headlines(wanted, day.date, offset, _WINDOW, None)
