"""What linking knows of a collection, from one run of the indexer to the next."""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.index.database import Damaged, IndexFailure
from dateline.index.version import rows_version
from dateline.indexing import steps
from dateline.model import NotRecalled, Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.index.extractions import Kept
    from dateline.index.writer import CollectionWriter
    from dateline.linking.linker import Linker
    from dateline.model import Change, Ruling, Story

    #: By Article.id: the digest of what is kept for an article, and its day if it has none of its own.
    Given = dict[str, tuple[str, str]]


class Links:
    """The linker of a run, with what it was given."""

    def __init__(self, writer: CollectionWriter) -> None:
        self.stored = False  #: whether what the linker knows is what the tables hold
        self._writer = writer
        self._linker: Linker | None = None
        self._given: Given = {}

    def take_up(self, kept: Mapping[str, Kept], made: Mapping[str, str]) -> bool:
        """Take up what was known at the end of the last run; return False where that is not of what there is.

        kept and made are the articles that there are and the digests of what is kept for them, by Article.id.
        """

        def source(id_: str, note: dict[str, Given]) -> Source:
            return Source(kept[id_].article, kept[id_].extraction, note["given"][id_][1])

        try:
            linker, note = steps.recalled(self._writer.linking, source)
        except NotRecalled:
            return False
        given: Given = note.get("given", {})
        if note.get("code") != _code() or {id_: digest for id_, (digest, _) in given.items()} != made:
            return False
        self._linker, self._given, self.stored = linker, given, True
        return True

    def again(
        self, now: Given, kept: Mapping[str, Kept], rulings: Sequence[Ruling]
    ) -> tuple[Story, Change | None]:
        """Return the story of the articles as they are now, and what of it may be other than the tables hold.

        What may be other is None where it may be anything. Raises NotRecalled where what was taken up turns
        out to be of no use.
        """
        if self._linker is None:
            self._linker = steps.linker()
        new = [id_ for id_, told in now.items() if self._given.get(id_) != told]
        change = self._linker.update(
            (Source(kept[id_].article, kept[id_].extraction, now[id_][1]) for id_ in new),
            self._given.keys() - now.keys(),
            rulings,
        )
        self._given = now
        if not self.stored:
            return self._linker.story(), None
        return self._linker.told(), replace(change, articles=change.articles.union(new))

    def keep(self) -> None:
        """Keep what is known for the next run, which links anew where there is no room for it."""
        known = self._linker.kept({"code": _code(), "given": self._given}) if self._linker else None
        if known is None:
            return
        try:
            self._writer.keep(known)
        except Damaged:
            raise
        except IndexFailure:
            return


def _code() -> tuple[str, ...]:
    """Return what the rows of linking and of the tables come from, beside the versions of the index."""
    return rows_version(), unicodedata.unidata_version, *map(str, sys.version_info[:2])
