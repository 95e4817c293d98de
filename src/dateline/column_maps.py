"""Which columns of a table are headline, text, date and outlet, as the reader told it for a path.

A map is told once, with `--map`, and counts for the files under its path from then on.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline import files
from dateline.config import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Map = dict[str, str]

_FILE = "columns.json"


def remember(roots: Iterable[Path], columns: Mapping[str, str]) -> None:
    """Keep a map for the files under the roots; an empty one forgets what was kept. Raises OSError."""
    maps = _read() | {str(root.absolute()): dict(columns) for root in roots}
    kept = {path: columns for path, columns in sorted(maps.items()) if columns}
    content = json.dumps(kept, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")
    files.write_atomically(data_folder() / _FILE, content)
    _maps.cache_clear()


def of(path: Path) -> Map:
    """Return the map for a file: that of the nearest path above it, empty where there is none."""
    maps = _maps()
    if not maps:
        return {}
    return next((maps[str(p)] for p in (path, *path.parents) if str(p) in maps), {})


def fingerprint() -> str:
    """Return what changes as any map does; "" where there is none."""
    maps = _read()
    return hashlib.sha256(json.dumps(maps, sort_keys=True).encode()).hexdigest()[:12] if maps else ""


@lru_cache(maxsize=1)
def _maps() -> dict[str, Map]:
    return _read()


def _read() -> dict[str, Map]:
    try:
        told = json.loads((data_folder() / _FILE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(told, dict):
        return {}
    return {
        str(Path(path)): {str(wanted): str(name) for wanted, name in columns.items()}
        for path, columns in told.items()
        if isinstance(columns, dict)
    }
