"""An index's file, as it is open for reading: each answer from one state of it, the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from dateline.index import database, evidence, places, timeline
from dateline.index.find import Finder
from dateline.index.schema import MIGRATIONS
from dateline.index.search import QueryError, Searches
from dateline.index.timeline import NONE, Hits, Mentioning

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from dateline.index.database import Connection
    from dateline.index.operators import Marks
    from dateline.index.rows import Filter, Headline, Selection
    from dateline.model import Problem

_Answer = TypeVar("_Answer")
_NOTHING = frozenset[str]()


class Reading:
    """An open file, with what is remembered for as long as it is open."""

    def __init__(self, db: Connection, identity: tuple[int, int] | None, marks: Marks) -> None:
        self.db = db
        self.identity = identity
        self.finder = Finder(db)
        self.searches = Searches(db, self.finder, marks)
        self.counts = timeline.RangeCounts(db)

    def mentioning(self, selection: Selection | None) -> Mentioning | None:
        """Return which articles mention a selection; raises QueryError for a search."""
        if selection is not None and selection.kind == "search":
            return self.searches.asked(selection.id).found
        return self.subject(selection) if selection is not None else None

    def subject(self, selection: Selection) -> Hits:
        """Return the appearances of an actor, summit or claim; nobody's for what is not known."""
        query = "SELECT id FROM subjects WHERE kind = ? AND key = ?"
        row = self.db.execute(query, (selection.kind, selection.id)).fetchone()
        return Hits(row[0]) if row else NONE

    def headlines(
        self, filter: Filter, day: str, window: tuple[int, int], selection: Selection | None
    ) -> list[Headline]:
        """Return a window of the lines of a day, with the mentions of the selection counted."""
        first, last = timeline.bounds(filter.dates)
        if not first <= day <= last:
            return []
        shown, counted = self.mentioning(filter.only), self.mentioning(selection)
        rows = timeline.headlines(self.db, day, window, shown, counted)
        if selection is None or selection.kind != "search":
            return [headline for _, headline in rows]
        return evidence.counted(self.db, rows, self.searches.asked(selection.id))

    def neighbour(self, id: str, filter: Filter, step: int, mentioning: Selection | None) -> str | None:
        """Return the article so many steps later among those that the filter leaves and that mention that."""
        wanted = (self.mentioning(mentioning), self.mentioning(filter.only))
        hits = tuple(dict.fromkeys(m for m in wanted if m is not None))
        return timeline.neighbour(self.db, id, step, filter.dates, hits)

    def problems(self) -> list[Problem]:
        """Return what could not be read in the last run, by path."""
        if self.db.execute("SELECT 1 FROM problems LIMIT 1").fetchone() is None:
            return []
        from dateline.index.inventory import read_problems  # noqa: PLC0415 - it brings in the model

        return list(read_problems(self.db))

    def stale(self) -> bool:
        """Say whether other code than that which runs has made the rows."""
        from dateline.index.version import Versions, current_versions  # noqa: PLC0415 - reads source files

        meta = dict(self.db.execute("SELECT name, value FROM meta"))
        current = current_versions()._asdict()
        return bool(meta) and any(meta.get(name) != current[name] for name in Versions._fields)


class IndexFile:
    """The file of the collection under the roots, opened when it is first asked and when it is another."""

    def __init__(self, roots: Sequence[Path]) -> None:
        #: which articles have a mark, for searches; the same set, not an equal one, as long as none changes
        self.marks: Marks = lambda _what: _NOTHING
        self.failure: str | None = None  #: why the index cannot be read, for the reader
        self.broken: str | None = None  #: why an answer of any time before is not to be trusted
        self._path: Path | None = None
        self._reading: Reading | None = None
        try:
            self._path = places.collection_file(roots)
        except OSError as error:
            self.failure = f"{error.filename}: {error.strerror}"

    def close(self) -> None:
        """Let go of the file; a later question opens it again."""
        if self._reading:
            self._reading.db.close()
            self._reading = None

    def _ask(self, question: Callable[[Reading], _Answer], nothing: _Answer) -> _Answer:
        """Return the answer from one state of the file, or `nothing` where it cannot be read."""
        if self._path is None:
            return nothing
        try:
            reading = self._current(self._path)
            if reading is None:
                return nothing
            with database.guard(self._path, (QueryError,)), database.snapshot(reading.db):
                answer = question(reading)
        except database.Damaged as error:
            self.close()
            self.failure = self.broken = str(error)
            database.condemn(self._path, str(error))
            return nothing
        except database.IndexFailure as error:
            self.failure = self.broken = str(error)
            return nothing
        self.failure = None
        return answer

    def _current(self, path: Path) -> Reading | None:
        """Return the open file; another one, where its path leads to another by now."""
        identity = database.identity(path)
        if self._reading and self._reading.identity != identity:
            self.close()
        if self._reading is None and identity and not database.condemned(path):
            db = database.open_for_reading(path, MIGRATIONS)
            self._reading = Reading(db, identity, self.marks) if db else None
        return self._reading
