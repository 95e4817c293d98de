"""What has changed in the files of a collection since the last run, told by sizes and times, or by bytes."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dateline.index import database, places
from dateline.index.inventory import inventory_of, recorded
from dateline.index.state import UNFINISHED, SeenFile, Stamp
from dateline.index.version import current_versions
from dateline.indexing.absent import Absence, told
from dateline.indexing.anchoring import articles_of, fingerprint
from dateline.library.judgements import Judgements
from dateline.loading.files import Found, discover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.index.inventory import Recorded
    from dateline.index.state import Inventory
    from dateline.model import Problem


class Survey(NamedTuple):
    """The files under the roots, by absolute path, in the order of the paths."""

    files: dict[str, Found]
    problems: tuple[Problem, ...]  #: of paths that are no files that can be opened
    changed: list[str]  #: new ones, and those that do not hold what they held
    gone: list[str]
    touched: dict[str, SeenFile]  #: those that hold what they held, as they are to be known from now on
    absent: frozenset[str] = frozenset()  #: of the files, those that cannot be looked at just now


def survey(roots: Sequence[Path], inventory: Inventory, *, verify: bool = False) -> Survey:
    """Return what is under the roots, compared with what the last run left in the inventory.

    A file of another size or time is read, and has changed where its bytes have. To `verify` is to read every
    file; one whose bytes the last run did not keep count of is then taken for changed.
    """
    files: dict[str, Found] = {}
    problems = []
    for found in discover(roots):
        if isinstance(found, Found):
            files[found.path] = found
        else:
            problems.append(found)
    changed: list[str] = []
    touched: dict[str, SeenFile] = {}
    for path, found in files.items():
        seen = inventory.files.get(path)
        if seen is not None and not _unchanged(found, seen.stamp) and (again := _touched(found, seen)):
            touched[path] = again
        elif seen is None or not _unchanged(found, seen.stamp) or (verify and digest_of(path) != seen.digest):
            changed.append(path)
    gone = [path for path in inventory.files if path not in files]
    return _with_absent(Survey(files, tuple(problems), changed, gone, touched), roots, inventory)


def _touched(found: Found, seen: SeenFile) -> SeenFile | None:
    """Return a file with its new size and time where it holds what it held, None where that is not sure."""
    if seen.stamp == UNFINISHED or seen.problems or not seen.digest or digest_of(found.path) != seen.digest:
        return None
    from dateline.loading.load import day_of  # noqa: PLC0415 - most files are as they were

    day = day_of(Path(found.path).name, found.mtime_ns / 1e9)
    held = tuple(held._replace(modified=day) for held in seen.held)
    return SeenFile(stamp_of(found, with_problems=False), held, (), seen.digest)


def _with_absent(found: Survey, roots: Sequence[Path], inventory: Inventory) -> Survey:
    """Return a survey in which what cannot be looked at is as it was."""
    if not found.gone:
        return found
    absence = Absence(roots)
    barriers = {path: barrier for path in found.gone if (barrier := absence.barrier(path))}
    if not barriers:
        return found
    stamps = {path: inventory.files[path].stamp for path in barriers}
    kept = {path: Found(path, s.size, s.mtime_ns, s.ctime_ns or 0) for path, s in stamps.items()}
    return found._replace(
        files=dict(sorted((found.files | kept).items())),
        problems=told(found.problems, barriers.values()),
        gone=[path for path in found.gone if path not in barriers],
        absent=frozenset(barriers),
    )


def needs_run(roots: Sequence[Path]) -> bool:
    """Say whether a run over the roots would find anything to do; of 100,000 files none is held in memory."""
    try:
        if database.condemned(places.collection_file(roots)):
            return True
        with recorded(roots) as record:
            return record is None or record.judged != _judged(record) or _differs(record, roots)
    except (database.IndexFailure, OSError):
        return True  # and the run will say what is wrong


def _judged(recorded: Recorded) -> str:
    """Return the fingerprint of the judgements that concern the articles which are indexed."""
    record = Judgements.open().record()
    return fingerprint(record, recorded.held(articles_of(record)))


def _differs(recorded: Recorded, roots: Sequence[Path]) -> bool:
    """Say whether what is recorded of a collection is not what a run over the roots would leave."""
    if not recorded.complete or recorded.succeeded or recorded.versions != current_versions():
        return True
    number, problems = 0, set()
    for found in discover(roots):
        if isinstance(found, Found):
            if not _unchanged(found, recorded.stamp(found.path)):
                return True
            number += 1
        else:
            problems.add(found)
    if number < recorded.number:  # some may be on a disk that is away: to tell takes all that is recorded
        inventory = inventory_of(roots)
        return outdated(inventory, survey(roots, inventory))
    return number > recorded.number or problems != set(recorded.problems)


def outdated(inventory: Inventory, found: Survey) -> bool:
    """Say whether the inventory of a collection is not what a run over the survey would leave."""
    return (
        not inventory.complete
        or inventory.versions != current_versions()
        or bool(found.changed or found.touched or found.gone or inventory.succeeded)
        or set(found.problems) != set(inventory.problems)
    )


def stamp_of(found: Found, *, with_problems: bool) -> Stamp:
    """Return the stamp by which a later run knows the file again."""
    return Stamp(found.size, found.mtime_ns, found.ctime_ns if with_problems else None)


def digest_of(path: str) -> str | None:
    """Return the SHA-256 of a file's bytes in hexadecimal, None for what is no file that can be read."""
    try:
        if not stat.S_ISREG(Path(path).stat().st_mode):
            return None
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _unchanged(found: Found, stamp: Stamp | None) -> bool:
    return stamp is not None and stamp == (found.size, found.mtime_ns, stamp.ctime_ns and found.ctime_ns)
