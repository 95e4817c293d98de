"""A file of JSON lines that is only ever appended to: one line an entry, the first says what the file is.

Several processes may append at once, each entry is one write under a lock. A last line that a crash has cut
short is as if it had never been written. Now and then the file is written anew, shorter and whole, and its
first line says so: a file system may give the new file the number of one that was replaced before.
"""

from __future__ import annotations

import errno
import json
import os
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.files import locked, write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    Entry = dict[str, Any]
    Migration = Callable[[list[Entry]], list[Entry]]


class NewerVersion(Exception):
    """The file was written by a newer version of the program, and is not for this one."""


class Reading(NamedTuple):
    """What a file holds that this process had not read yet."""

    entries: list[Entry]
    whole: bool  #: whether these are all entries of the file, not the last ones alone
    damaged: bool  #: whether some lines are no entries
    outdated: bool  #: whether the file is of an older version


class Log:
    """One file of entries, as far as this process has read it.

    `migrations` bring the entries of each version of the file to the next one; the first those of version 1.
    With `keep_tail` a last line that was cut short stays, as a damaged one.
    """

    def __init__(
        self, path: Path, kind: str, migrations: Sequence[Migration] = (), *, keep_tail: bool = False
    ) -> None:
        self.path = path
        self._kind = kind
        self._migrations = migrations
        self._keep_tail = keep_tail
        self._head = b""  #: first line of the file as it was read
        self._offset = 0
        self._seen = (0, 0, 0)

    def has_news(self) -> bool:
        """Say whether the file holds anything that has not been read."""
        try:
            return _state(self.path.stat()) != self._seen
        except OSError:
            return False

    def read(self) -> Reading:
        """Return the entries that are new to this process; raises OSError and NewerVersion.

        They may include entries that this process has appended: taken in again in the order of the file, they
        come to what all processes agree on.
        """
        try:
            with self.path.open("rb") as file:
                status = os.fstat(file.fileno())
                head = file.readline()
                whole = head != self._head or status.st_size < self._offset
                offset = 0 if whole else self._offset
                file.seek(offset)
                content = file.read()
        except FileNotFoundError:
            return Reading([], False, False, False)
        *lines, tail = content.split(b"\n")
        self._head, self._offset = head, offset + len(content) - len(tail)
        self._seen = _state(status)
        if _parsed(tail) is not None:
            lines.append(tail)
        parsed = [_parsed(line) for line in lines]
        entries = [entry for entry in parsed if entry is not None]
        damaged = len(entries) < len(parsed)
        if not whole or not lines:
            return Reading(entries, whole, damaged, False)
        version = self._version(entries[0]) if parsed[0] else None
        if version is None:
            return Reading(entries, whole, True, False)
        entries = entries[1:]
        for migration in self._migrations[version - 1 :]:
            entries = migration(entries)
        return Reading(entries, whole, damaged, version <= len(self._migrations))

    def append(self, entry: Entry, patience: float = 2.0) -> None:
        """Write an entry as one line, with the time where it has none; raises OSError.

        Nothing is written while another process writes, as that may put a new file in the place of this one:
        TimeoutError where that takes longer than `patience`, in seconds.
        """
        line = _line({"at": datetime.now().astimezone().isoformat(timespec="seconds"), **entry})
        with locked(self._lock, patience) as held:
            if not held:
                raise TimeoutError(errno.ETIMEDOUT, "another dateline is writing it", str(self.path))
            flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
            descriptor = os.open(self.path, flags, 0o600)
            try:
                end = _mend_end(descriptor, keep_tail=self._keep_tail)
                known = bool(end) and end == self._offset and self._head == _head(descriptor)
                _write(descriptor, line if end else self._header() + line)
                if known or not end:  # nobody else has written in between
                    self._head, self._seen = _head(descriptor), _state(os.fstat(descriptor))
                    self._offset = self._seen[1]
            finally:
                os.close(descriptor)

    def rewrite(self, read: Callable[[], object], entries: Callable[[], Iterable[Entry]]) -> None:
        """Put what `entries` returns in the place of the file, after `read` took in the last of the old.

        Raises OSError; does nothing while another process writes.
        """
        with locked(self._lock) as held:
            if not held:
                return
            read()
            head = self._header()
            write_atomically(self.path, head + b"".join(_line(entry) for entry in entries()))
            self._head, self._seen = head, _state(self.path.stat())
            self._offset = self._seen[1]

    def keep_aside(self) -> Path:
        """Copy the file as it is to a name that says when it was found damaged; raises OSError."""
        return keep_aside(self.path)

    def sync(self) -> None:
        """Return when all that was appended lies on the disk, or the disk does not tell."""
        try:
            descriptor = os.open(self.path, os.O_RDWR)
        except OSError:
            return
        try:
            os.fsync(descriptor)
        except OSError:
            return
        finally:
            os.close(descriptor)

    @property
    def _lock(self) -> Path:
        return self.path.with_name(f".{self.path.name}.lock")

    def _header(self) -> bytes:
        version = len(self._migrations) + 1
        return _line({"dateline": self._kind, "version": version, "id": os.urandom(8).hex()})

    def _version(self, header: Entry) -> int | None:
        """Return the version in the first line of a file, None if that is no header; raises NewerVersion."""
        version = header.get("version")
        if header.get("dateline") != self._kind or not isinstance(version, int) or version < 1:
            return None
        if version > len(self._migrations) + 1:
            raise NewerVersion
        return version


def keep_aside(path: Path) -> Path:
    """Copy a damaged file to a name that says when it was found to be so; raises OSError."""
    now = datetime.now().strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.name}.damaged-{now}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{now}-{number}")
    write_atomically(aside, path.read_bytes())
    return aside


def _state(status: os.stat_result) -> tuple[int, int, int]:
    """Return what tells one state of a file from another."""
    return status.st_ino, status.st_size, status.st_mtime_ns


def _head(descriptor: int) -> bytes:
    """Return the first line of a file."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    first, newline, _ = os.read(descriptor, 4096).partition(b"\n")
    return first + newline


def _line(entry: Entry) -> bytes:
    line = json.dumps(entry, ensure_ascii=False, separators=(", ", ": "))
    return line.encode("utf-8", "backslashreplace") + b"\n"  # which is how JSON writes half a character


def _parsed(line: bytes) -> Entry | None:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) else None


def _mend_end(descriptor: int, *, keep_tail: bool) -> int:
    """Bring the end of a file to the end of a line, and return it: a line cut short is ended, or goes."""
    end = os.lseek(descriptor, 0, os.SEEK_END)
    if end == 0:
        return 0
    tail = b""
    start = end
    while start and b"\n" not in tail:
        size = min(4096, start)
        start = os.lseek(descriptor, start - size, os.SEEK_SET)
        tail = os.read(descriptor, size) + tail
    whole, newline, last = tail.rpartition(b"\n")
    if not last:
        return end
    if keep_tail or _parsed(last) is not None:
        _write(descriptor, b"\n")
        return end + 1
    kept = start + len(whole) + len(newline)
    os.ftruncate(descriptor, kept)
    return kept


def _write(descriptor: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]
