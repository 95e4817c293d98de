"""Where the reader left each collection: one small file, replaced as a whole."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.files import locked, write_atomically
from dateline.library.log import NewerVersion
from dateline.library.session import Session
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Data = dict[str, Any]

_REMEMBERED = 50  # collections


class DamagedSessions(Exception):
    """The file of sessions does not hold what it should."""


class Sessions:
    """The file of sessions; several processes may use it, the last one to leave a collection is right.

    `migrations` bring the data of each version of the file to the next one; the first those of version 1.
    All methods raise OSError, NewerVersion and DamagedSessions.
    """

    def __init__(self, path: Path, migrations: Sequence[Callable[[Data], Data]] = ()) -> None:
        self.path = path
        self._migrations = migrations

    def get(self, roots: Sequence[str | Path]) -> Session | None:
        """Return how the collection of these paths was left, None where it never was."""
        key = _key(roots)
        return next((session for paths, session in self._read() if _key(paths) == key), None)

    def last(self) -> tuple[str, ...] | None:
        """Return the paths of the collection that was left last."""
        return next((paths for paths, _ in self._read()), None)

    def put(self, roots: Sequence[str | Path], session: Session) -> None:
        """Keep how a collection was left, as the last one."""
        paths = tuple(str(Path(root).absolute()) for root in roots)
        key = _key(paths)
        with locked(self._lock):  # else what another process keeps in between would be lost
            others = [(p, s) for p, s in self._read() if _key(p) != key]
            self._write([(paths, session), *others][:_REMEMBERED])

    def remove(self, roots: Sequence[str | Path]) -> None:
        """Forget how a collection was left."""
        key = _key(roots)
        with locked(self._lock):
            before = self._read()
            rest = [(paths, session) for paths, session in before if _key(paths) != key]
            if len(rest) < len(before):
                self._write(rest)

    @property
    def _lock(self) -> Path:
        return self.path.with_name(f".{self.path.name}.lock")

    def _write(self, collections: Sequence[tuple[tuple[str, ...], Session]]) -> None:
        data = {
            "dateline": "sessions",
            "version": len(self._migrations) + 1,
            "collections": [{"roots": list(p), "session": asdict(s)} for p, s in collections],
        }
        write_atomically(self.path, json.dumps(data, indent=1).encode() + b"\n")

    def _read(self) -> list[tuple[tuple[str, ...], Session]]:
        try:
            data = json.loads(self.path.read_bytes())
        except FileNotFoundError:
            return []
        except (ValueError, RecursionError) as error:
            raise DamagedSessions from error
        match data:
            case {"dateline": "sessions", "version": int(version), "collections": list()} if version > 0:
                if version > len(self._migrations) + 1:
                    raise NewerVersion
                for migration in self._migrations[version - 1 :]:
                    data = migration(data)
                return [_collection(entry) for entry in data["collections"]]
        raise DamagedSessions


def _key(roots: Sequence[str | Path]) -> tuple[str, ...]:
    """Return what tells a collection from others: its paths, in whatever order and spelling."""
    return tuple(sorted({str(Path(root).resolve()) for root in roots}))


def _collection(entry: object) -> tuple[tuple[str, ...], Session]:
    match entry:
        case {"roots": [*roots], "session": dict(session)} if all(map(_is_path, roots)):
            return tuple(roots), _session(session)
    raise DamagedSessions


def _is_path(root: object) -> bool:
    """Say whether the system can have a file of this name, which need not exist."""
    try:
        return isinstance(root, str) and b"\0" not in os.fsencode(root)
    except UnicodeEncodeError:
        return False


def _session(data: Data) -> Session:
    """Return a session; what is missing in it or makes no sense is as in a new one."""
    new = Session()

    def text(name: str) -> str | None:
        value = data.get(name)
        return clean(value) if isinstance(value, str) else None

    def texts(name: str, count: int) -> tuple[str, ...] | None:
        value = data.get(name)
        fits = isinstance(value, list) and len(value) == count and all(isinstance(v, str) for v in value)
        return tuple(map(clean, value)) if fits and value else None

    line = data.get("line")
    dates, selection = texts("dates", 2), texts("selection", 3)
    return Session(
        article=text("article"),
        line=line if isinstance(line, int) and line > 0 else new.line,
        pane=text("pane") or new.pane,
        dates=(dates[0], dates[1]) if dates else None,
        selection=(selection[0], selection[1], selection[2]) if selection else None,
        only=data.get("only") is True,
        zoomed=data.get("zoomed") is True,
        theme=text("theme"),
    )
