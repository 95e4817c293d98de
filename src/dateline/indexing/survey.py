"""What has changed in the files of a collection since the last run, told by sizes and times, or by bytes."""

from __future__ import annotations

import hashlib
import stat
from typing import TYPE_CHECKING, NamedTuple

from dateline.index import database, places
from dateline.index.inventory import held_of, inventory_of
from dateline.index.state import SeenFile, Stamp
from dateline.index.version import current_versions
from dateline.indexing.anchoring import articles_of, fingerprint
from dateline.library.judgements import Judgements
from dateline.loading.files import Found, discover

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dateline.index.state import Inventory
    from dateline.model import Problem


class Survey(NamedTuple):
    """The files under the roots, by absolute path, in the order of the paths."""

    files: dict[str, Found]
    problems: tuple[Problem, ...]  #: of paths that are no files that can be opened
    changed: list[str]  #: new ones, and those that are not as they were
    gone: list[str]


def survey(roots: Sequence[Path], inventory: Inventory, *, verify: bool = False) -> Survey:
    """Return what is under the roots, compared with what the last run left in the inventory.

    To `verify` is to read every file: one has changed too where it keeps its size and time, and one whose
    bytes the last run did not keep count of is taken for changed.
    """
    files: dict[str, Found] = {}
    problems = []
    for found in discover(roots):
        if isinstance(found, Found):
            files[str(found.path)] = found
        else:
            problems.append(found)
    changed = [
        path
        for path, found in files.items()
        if not _unchanged(found, seen := inventory.files.get(path))
        or (verify and seen is not None and digest_of(found.path) != seen.digest)
    ]
    gone = [path for path in inventory.files if path not in files]
    return Survey(files, tuple(problems), changed, gone)


def needs_run(roots: Sequence[Path]) -> bool:
    """Say whether a run over the roots would find anything to do."""
    try:
        if database.condemned(places.collection_file(roots)):
            return True
        inventory = inventory_of(roots, articles=False)
        judged = _judged(roots)
    except (database.IndexFailure, OSError):
        return True  # and the run will say what is wrong
    return outdated(inventory, survey(roots, inventory)) or inventory.judged != judged


def _judged(roots: Sequence[Path]) -> str:
    """Return the fingerprint of the judgements that concern the articles which are indexed."""
    record = Judgements.open().record()
    articles = articles_of(record)
    return fingerprint(record, held_of(roots, articles)) if articles else ""


def outdated(inventory: Inventory, found: Survey) -> bool:
    """Say whether the inventory of a collection is not what a run over the survey would leave."""
    return (
        not inventory.complete
        or inventory.versions != current_versions()
        or bool(found.changed or found.gone)
        or set(found.problems) != set(inventory.problems)
    )


def stamp_of(found: Found, *, with_problems: bool) -> Stamp:
    """Return the stamp by which a later run knows the file again."""
    return Stamp(found.size, found.mtime_ns, _ctime_ns(found.path) if with_problems else None)


def digest_of(path: Path) -> str | None:
    """Return the SHA-256 of a file's bytes in hexadecimal, None for what is no file that can be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _unchanged(found: Found, seen: SeenFile | None) -> bool:
    return seen is not None and seen.stamp == stamp_of(found, with_problems=bool(seen.problems))


def _ctime_ns(path: Path) -> int | None:
    try:
        return path.stat().st_ctime_ns
    except OSError:
        return None
