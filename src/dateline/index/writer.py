"""The write side of a collection's index: brings the tables to the state that a run has reached.

A state is given whole and compared with what the tables hold; only what differs is written, all in one
transaction, so that readers see the old state or the new one and an unchanged article costs no write.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dateline.index import database, inventory, subject_tables, totals, word_tables
from dateline.index.article_tables import write_articles
from dateline.index.claim_tables import write_claims
from dateline.index.linking_rows import LinkingRows, forget_linking, write_linking
from dateline.index.schema import MIGRATIONS
from dateline.index.state import modified_of
from dateline.index.version import current_versions
from dateline.index.why import write_judged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from dateline.index.database import Connection
    from dateline.index.state import Inventory, Known, SeenFile, State
    from dateline.model import Problem


class CollectionWriter:
    """The one who writes a collection's file; the caller sees to it that there is only one."""

    def __init__(self, path: Path) -> None:
        """Open the file, made where missing and brought up to date; raises Damaged and IndexFailure."""
        self.path = path
        self._connection = database.open_for_writing(path, MIGRATIONS)
        try:
            with database.guard(path), database.transaction(self._connection):
                word_tables.fill_where_left(self._connection, current_versions().folding)
        except BaseException:
            self._connection.close()
            raise
        self._files: Mapping[str, SeenFile] | None = None  # as the tables hold them, where that is known

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @property
    def linking(self) -> LinkingRows:
        """What linking knew when it told the story that the tables hold."""
        return LinkingRows(self.path, self._connection)

    def inventory(self) -> Inventory:
        """Return what the tables hold; raises Damaged and IndexFailure."""
        with database.guard(self.path), database.snapshot(self._connection):
            held = inventory.read_inventory(self._connection)
        self._files = held.files
        return held

    def store(self, state: State) -> None:
        """Bring the tables to the state; raises Damaged and IndexFailure, and then nothing has changed."""
        before = self._files if self._files is not None else self.inventory().files
        with database.guard(self.path):
            with database.transaction(self._connection):
                _store(self._connection, state, before)
            self._files = state.files
            self._connection.execute("PRAGMA optimize")

    def keep(self, known: Known) -> None:
        """Keep what linking knew when it told the story that is stored; raises Damaged and IndexFailure."""
        with database.guard(self.path), database.transaction(self._connection):
            write_linking(self._connection, known)

    def move(self, files: Mapping[str, SeenFile], problems: Sequence[Problem]) -> bool:
        """Bring files and problems to those given, with the articles that the tables have; the story stays.

        Return False, and change nothing, where an article is dated by its file, and that by another day now.
        Raises Damaged and IndexFailure.
        """
        before = self._files if self._files is not None else self.inventory().files
        was = modified_of(before)
        other = [(id_,) for id_, day in modified_of(files).items() if was.get(id_) != day]
        query = "SELECT 1 FROM articles WHERE digest = ? AND date_basis = 'file'"
        with database.guard(self.path), database.transaction(self._connection):
            if any(self._connection.execute(query, id_).fetchone() for id_ in other):
                return False
            inventory.write_inventory(self._connection, files, problems, before)
            self._connection.execute("UPDATE meta SET value = value + 1 WHERE name = 'revision'")
        self._files = files
        return True

    def forget_successions(self) -> None:
        """Note that the library has been told of all successions; raises Damaged and IndexFailure."""
        with database.guard(self.path):
            self._connection.execute("DELETE FROM meta WHERE name = 'succeeded'")


def _store(db: Connection, state: State, before: Mapping[str, SeenFile]) -> None:
    _respell_search(db, state.versions.folding)
    subjects = subject_tables.write_subjects(db, state)
    ids, gone = subjects.ids, subjects.gone
    told = _claims_told(db, state)
    touched = write_articles(db, state, ids)
    write_claims(db, state, ids, told | _claims_told(db, state), [id_ for _, id_ in gone])
    subject_tables.remove_subjects(db, gone)
    subject_tables.write_summits(db, state, subjects)
    subject_tables.write_relations(db, state, ids)
    totals.keep(db)
    write_judged(db, state.story, ids)
    inventory.write_inventory(db, state.files, state.problems, before)
    _count(db, touched)
    _write_meta(db, state)
    forget_linking(db)


def _claims_told(db: Connection, state: State) -> set[int]:
    """Return the claims of the articles that a change writes anew, as the tables have them by now."""
    if state.change is None:
        return set()
    query = (
        "SELECT t.subject FROM articles a JOIN {table} t ON t.article = a.id"
        " WHERE a.digest IN (SELECT value FROM json_each(?1))"
    )
    both = " UNION ".join(query.format(table=table) for table in ("figures", "pledges"))
    named = json.dumps([*state.change.articles, *state.change.removed])
    return {subject for (subject,) in db.execute(both, (named,))}


def _respell_search(db: Connection, folding: str) -> None:
    """Build the full-text index again where words were folded otherwise: it forgets what it can spell."""
    row = db.execute("SELECT value FROM meta WHERE name = 'folding'").fetchone()
    if row and row[0] != folding:
        word_tables.fill_words(db)


def _count(db: Connection, touched: set[int]) -> None:
    count = "SELECT count(*) FROM appearances WHERE subject = subjects.id"
    db.executemany(f"UPDATE subjects SET articles = ({count}) WHERE id = ?", [(id_,) for id_ in touched])
    counted = dict(db.execute("SELECT day, count(*) FROM articles GROUP BY day"))
    stored = dict(db.execute("SELECT day, articles FROM days"))
    db.executemany("DELETE FROM days WHERE day = ?", [(day,) for day in stored if day not in counted])
    db.executemany("INSERT OR REPLACE INTO days VALUES (?, ?)", sorted(counted.items() - stored.items()))


def _write_meta(db: Connection, state: State) -> None:
    row = db.execute("SELECT value FROM meta WHERE name = 'revision'").fetchone()
    meta = {
        **state.versions._asdict(),
        "complete": str(int(state.complete)),
        "judged": state.judged,
        "succeeded": json.dumps(state.succeeded),
        "revision": str(int(row[0]) + 1 if row else 1),
    }
    db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(meta.items()))
