"""How the index's SQLite files are opened, brought up to date, and told to be beyond repair.

The files are derived and can be made again: one that is damaged, cut short or written by a newer dateline is
`Damaged`, and whoever may write replaces it. Nothing here lets an error of SQLite pass to a caller.
"""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from dateline.index.order import place
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

Connection = sqlite3.Connection

if TYPE_CHECKING:
    Migrations = Sequence[Callable[[Connection], None]]

#: Seconds that a connection waits for another one's write.
PATIENCE = 10.0

_CONDEMNED = "-damaged"  # what the name of the word beside a damaged file ends with
#: Errors whose reason lies outside the file; all others say that it does not hold what it should.
_OUTSIDE = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_INTERRUPT,
}
#: What happens to code that meets other values in a row than were written there.
_NONSENSE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


class IndexFailure(Exception):
    """The index cannot be used, for a reason outside it that the message names (a full disk)."""


class Damaged(IndexFailure):
    """A file of the index is to be made again; the message says why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path.name} {reason}")
        self.path = path


@contextlib.contextmanager
def guard(path: Path, passing: tuple[type[Exception], ...] = ()) -> Iterator[None]:
    """Turn SQLite's errors over the file at path, and what comes of noise in it, into `IndexFailure`s.

    Errors that are `passing` are left alone, and those of the system.
    """
    try:
        yield
    except passing:
        raise
    except sqlite3.ProgrammingError as error:  # of a connection that is closed, say
        raise IndexFailure(f"{path}: {error}") from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in _OUTSIDE:
            raise IndexFailure(f"{path}: {error}") from error
        raise Damaged(path, f"is damaged ({error})") from error
    except _NONSENSE as error:
        reason = f"does not hold what was written there ({type(error).__name__}: {error})"
        raise Damaged(path, reason) from error


@contextlib.contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Hold the file's only write lock; all of the block is kept, or on an exception nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextlib.contextmanager
def snapshot(connection: Connection) -> Iterator[None]:
    """Let all reads of the block see one and the same state of the file."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")


def open_for_writing(path: Path, migrations: Migrations, patience: float = PATIENCE) -> Connection:
    """Return a connection that may write, the file made where missing and brought to the newest schema.

    Raises Damaged where the file is beyond repair or of a newer schema, IndexFailure where it can't be used.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise IndexFailure(f"{path.parent}: {error.strerror}") from error
    with guard(path):
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            # a power cut may cost the last commits, never the file
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA cell_size_check = ON")  # noise is told before a row is missed for it
            connection.execute("PRAGMA cache_size = -65536")
            _add_functions(connection)
            _migrate(connection, path, migrations)
        except BaseException:
            connection.close()
            raise
        return connection


def open_for_reading(path: Path, migrations: Migrations) -> Connection | None:
    """Return a connection that may only read, None where there is no file yet.

    A file of an older schema is migrated first. Raises Damaged and IndexFailure as `open_for_writing` does.
    """
    if not path.is_file():
        return None
    with guard(path):
        connection = _open_read_only(path)
        try:
            version = _version(connection)
            if version == 0:  # another process is just making it
                connection.close()
                return None
            if version < len(migrations):
                connection.close()
                open_for_writing(path, migrations, patience=1.0).close()
                return open_for_reading(path, migrations)
            _refuse_newer(version, path, migrations)
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("PRAGMA cache_size = -32768")
            _add_functions(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def _open_read_only(path: Path) -> Connection:
    """Return a connection to a file, also where nothing can be written beside it."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    connection = _connect(address)
    try:
        _version(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        log = path.with_name(f"{path.name}-wal")
        refused = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        if not refused or (log.exists() and log.stat().st_size):
            raise
        return _connect(f"{address}&immutable=1")  # the folder is read-only: nobody changes the file
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(address: str) -> Connection:
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)


def condemn(path: Path, reason: str) -> None:
    """Leave word beside a file that the next one who may write shall make it again."""
    with contextlib.suppress(OSError):
        path.with_name(path.name + _CONDEMNED).write_text(reason, encoding="utf-8")


def condemned(path: Path) -> str | None:
    """Return why the file at path is to be made again, None where it is not."""
    try:
        return path.with_name(path.name + _CONDEMNED).read_text(encoding="utf-8")
    except OSError:
        return None


def remove(path: Path) -> None:
    """Remove a file of the index with all that lies beside it."""
    for name in (path, *(path.with_name(path.name + suffix) for suffix in ("-wal", "-shm", _CONDEMNED))):
        try:
            name.unlink(missing_ok=True)
        except OSError as error:
            raise IndexFailure(f"{name}: {error.strerror}") from error


def _add_functions(connection: Connection) -> None:
    connection.create_function("fold", 1, fold, deterministic=True)
    connection.create_function("place", 2, place, deterministic=True)


def _version(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _refuse_newer(version: int, path: Path, migrations: Migrations) -> None:
    if version > len(migrations):
        raise Damaged(path, "was written by a newer version of dateline")


def _migrate(connection: Connection, path: Path, migrations: Migrations) -> None:
    """Run the migrations that the file lacks; `PRAGMA user_version` counts those it has had."""
    if _version(connection) == len(migrations):
        return
    with transaction(connection):
        version = _version(connection)  # again: another process may have been quicker
        _refuse_newer(version, path, migrations)
        for migration in migrations[version:]:
            migration(connection)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")


def data_version(connection: Connection) -> int:
    """Return a number that changes when another connection has written to the file."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells the file at path from one that replaces it, None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
