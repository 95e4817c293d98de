"""Articles of earlier runs, each read when it is asked for: an article more asks for few of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING

from dateline.model import NotRecalled

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dateline.index.extractions import ExtractionStore, Kept
    from dateline.model import Article


class RecalledArticles(MutableMapping[str, "Kept"]):
    """What the store has for the articles of a collection, and what this run adds."""

    def __init__(self, store: ExtractionStore, ids: Collection[str]) -> None:
        """Take the ids for which the running code has made what the store has."""
        self._store = store
        self._ids = set(ids)
        self._new: dict[str, Kept] = {}

    def __getitem__(self, article: str) -> Kept:
        if article in self._new:
            return self._new[article]
        if article not in self._ids:
            raise KeyError(article)
        for _, kept in self._store.get([article]):
            return kept
        raise NotRecalled("an extraction cannot be read")

    def __setitem__(self, article: str, kept: Kept) -> None:
        self._new[article] = kept

    def __delitem__(self, article: str) -> None:
        raise NotImplementedError

    def __contains__(self, article: object) -> bool:
        return article in self._new or article in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids | self._new.keys())

    def __len__(self) -> int:
        return len(self._ids | self._new.keys())


class Texts(Mapping[str, "tuple[Article, Sequence[tuple[int, int]]]"]):
    """The articles of a story with their sentences."""

    def __init__(self, kept: Mapping[str, Kept], ids: Collection[str]) -> None:
        self._kept = kept
        self._ids = ids

    def __getitem__(self, article: str) -> tuple[Article, Sequence[tuple[int, int]]]:
        if article not in self._ids:
            raise KeyError(article)
        kept = self._kept[article]
        return kept.article, kept.extraction.sentences

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)
