"""One run over one collection, under a lock; a damaged index is made again on the way."""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from dateline import config
from dateline.files import Lock
from dateline.index import database, places
from dateline.index.extractions import ExtractionStore
from dateline.index.inventory import inventory_of
from dateline.index.version import current_versions
from dateline.index.writer import CollectionWriter
from dateline.indexing.anchoring import fingerprint
from dateline.indexing.moved import only_moved
from dateline.indexing.survey import outdated, survey
from dateline.indexing.update import Update
from dateline.library.judgements import Judgements
from dateline.model import NotRecalled, Problem, UnfitModel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from dateline.index.state import Inventory
    from dateline.indexing.survey import Survey

    Event = Mapping[str, str | int | bool]
    Report = Callable[[Event], None]
    Stopped = Callable[[], bool]

_ATTEMPTS = 3  # each of the two files of the index may turn out to be damaged
_POLL = 0.25  # seconds between two looks at another process's work


class Options(NamedTuple):
    """How a run goes about its work."""

    verify: bool = False  #: whether to read every file, whatever its size and time
    jobs: int | None = None  #: processes that extract where there is much to do; None: as configured


DEFAULT = Options()


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run ended."""

    articles: int = 0
    problems: tuple[Problem, ...] = ()
    changed: bool = False  #: whether anything was written
    stopped: bool = False  #: whether it ended before its work was done


def run(roots: Sequence[Path], report: Report, stopped: Stopped, options: Options = DEFAULT) -> Summary:
    """Bring the index of the collection under the roots up to date, as `dateline.indexing.run` says."""
    try:
        path, lock = _lock(roots)
        if not _wait_for(lock, roots, report, stopped):
            return Summary(stopped=True)
        try:
            return _run(roots, path, report, stopped, options)
        finally:
            lock.release()
    except database.IndexFailure as error:
        failure = Problem(
            "the index", str(error), "make sure that the disk has room and that the folder can be written"
        )
    except UnfitModel as error:
        failure = Problem(str(config.configuration_file()), str(error), "or take its line `model` out")
    report(_told("failed", failure))
    return Summary(problems=(failure,), stopped=True)


def _lock(roots: Sequence[Path]) -> tuple[Path, Lock]:
    """Return the path of the collection's index, its folder made, and the lock of who writes it."""
    try:
        path = places.collection_file(roots)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise database.IndexFailure(f"{error.filename}: {error.strerror}") from error
    return path, Lock(path.with_suffix(".lock"))


def _wait_for(lock: Lock, roots: Sequence[Path], report: Report, stopped: Stopped) -> bool:
    """Take the lock; while another process has it, tell of what that one writes. False: told to stop."""
    revision = -1
    while not _acquired(lock):
        if stopped():
            return False
        inventory = inventory_of(roots)
        if revision < 0:
            report({"event": "waiting"})
        elif revision != inventory.revision:
            report({"event": "linked", "articles": _articles(inventory)})
        revision = inventory.revision
        time.sleep(_POLL)
    return True


def _acquired(lock: Lock) -> bool:
    try:
        return lock.acquire()
    except OSError as error:
        raise database.IndexFailure(f"the index cannot be locked: {error.strerror}") from error


def _run(roots: Sequence[Path], path: Path, report: Report, stopped: Stopped, options: Options) -> Summary:
    if reason := database.condemned(path):
        _rebuild(path, reason, report)
    for _ in range(_ATTEMPTS - 1):
        try:
            return _attempt(roots, path, report, stopped, options)
        except database.Damaged as damage:
            _rebuild(damage.path, str(damage), report)
    return _attempt(roots, path, report, stopped, options)


def _rebuild(path: Path, reason: str, report: Report) -> None:
    database.remove(path)
    report({"event": "rebuilt", "reason": f"{reason}; it is made again"})


def _attempt(
    roots: Sequence[Path], path: Path, report: Report, stopped: Stopped, options: Options
) -> Summary:
    writer = CollectionWriter(path)
    try:
        inventory = writer.inventory()
        found = survey(roots, inventory, verify=options.verify)
        judgements = Judgements.open()
        held = {held.article for seen in inventory.files.values() for held in seen.held}
        settled = (
            inventory.complete
            and inventory.versions == current_versions()
            and inventory.judged == fingerprint(judgements.record(), held)
        )
        changed = not settled or outdated(inventory, found)
        if changed and not (settled and _moved(writer, inventory, found, report, stopped)):
            with contextlib.closing(ExtractionStore(places.extractions_file(), current_versions())) as store:
                update = partial(
                    Update,
                    writer,
                    store,
                    inventory,
                    found,
                    judgements,
                    report=report,
                    stopped=stopped,
                    jobs=options.jobs or config.jobs(),
                )
                if not _done(update):
                    return Summary(stopped=True, changed=True)
        if changed:
            inventory = writer.inventory()
    finally:
        writer.close()
    own = (
        Problem("your judgements", message, "mend the file where you can") for message in judgements.messages
    )
    problems = (*inventory.problems, *(p for seen in inventory.files.values() for p in seen.problems), *own)
    for problem in problems:
        report(_told("problem", problem))
    articles = _articles(inventory)
    report({"event": "finished", "articles": articles, "problems": len(problems), "changed": changed})
    return Summary(articles, problems, changed)


def _done(update: Callable[..., Update]) -> bool:
    """Do an update, anew where what linking knew is of no use; return False if it was told to stop."""
    try:
        return update().run()
    except NotRecalled:
        return update(anew=True).run()


def _moved(
    writer: CollectionWriter, inventory: Inventory, found: Survey, report: Report, stopped: Stopped
) -> bool:
    """Do without linking where the files have moved and nothing else; return whether that is all."""
    if inventory.succeeded:  # the library is still to be told
        return False
    files = only_moved(inventory, found, report, stopped)
    return files is not None and writer.move(files, found.problems)


def _articles(inventory: Inventory) -> int:
    return len({held.article for seen in inventory.files.values() for held in seen.held})


def _told(event: str, problem: Problem) -> Event:
    return {"event": event, "path": problem.path, "reason": problem.reason, "advice": problem.advice}
