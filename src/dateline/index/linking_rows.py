"""What linking knew when it told the story that the tables hold: rows by their places, for the next run.

A story takes the head away that the rows need, and what it came from is written once it can be read: nobody
takes up what another story came from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.index import database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dateline.index.database import Connection
    from dateline.index.state import Known

_ROW = "ifnull(CAST(row AS BLOB), x'')"  # noise may have made it another value, or none
_HEAD = 0  # the place of the row without which the others are of no use


class LinkingRows:
    """The rows as they lie there; whatever is asked of them raises Damaged and IndexFailure."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self._path = path
        self._connection = connection

    def get(self, place: int) -> bytes | None:
        """Return a row, None where there is none."""
        with database.guard(self._path):
            query = f"SELECT {_ROW} FROM linking WHERE place = ?"
            found = self._connection.execute(query, (place,)).fetchone()
            return bytes(found[0]) if found else None

    def within(self, first: int, last: int) -> Iterator[tuple[int, bytes]]:
        """Yield the rows of the places from the first to the last, with their places."""
        query = f"SELECT place, {_ROW} FROM linking WHERE place BETWEEN ? AND ? ORDER BY place"
        with database.guard(self._path):
            yield from self._connection.execute(query, (first, last)).fetchall()


def forget_linking(db: Connection) -> None:
    """Let what linking knew be of no use: another story comes."""
    db.execute("DELETE FROM linking WHERE place = ?", (_HEAD,))


def write_linking(db: Connection, known: Known) -> None:
    """Bring the rows to what linking knows of the story that the tables hold."""
    forget_linking(db)
    db.executemany("DELETE FROM linking WHERE place BETWEEN ? AND ?", known.cleared)
    db.executemany("DELETE FROM linking WHERE place = ?", [(place,) for place in known.gone])
    db.executemany("INSERT OR REPLACE INTO linking VALUES (?, ?)", known.rows)
