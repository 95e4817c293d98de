"""Files that cannot be looked at: on a disk that is not mounted, in a folder that may not be opened.

A file is gone where its folder can be listed and does not have it. Where nobody can tell, what was read of it
stays, with a word: a disk that is taken out must not empty the timeline.
"""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from dateline.loading.files import absolute, shown
from dateline.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    _State = Literal["listed", "empty", "missing", "closed"]

_STAYS = "what was read there is still shown"
_FORGET = "or let `dateline forget` remove what was read"
_GONE = (errno.ENOENT, errno.ENOTDIR)


class Absence:
    """What is in the way to the files that were under the roots."""

    def __init__(self, roots: Iterable[Path]) -> None:
        self._roots = sorted({str(absolute(root)) for root in roots}, key=len)
        self._states: dict[str, _State] = {}

    def barrier(self, path: str) -> str | None:
        """Return the folder or link that keeps a file from being looked at, None where the file is gone."""
        root = next((r for r in self._roots if path.startswith(os.path.join(r, ""))), None)  # noqa: PTH118
        if root is not None:
            for folder in _between(root, path):
                state = self._states.get(folder) or self._look(folder)
                if state == "closed" or (folder == root and state != "listed"):
                    return folder
        return path if _look_at(path) == "closed" else None

    def _look(self, folder: str) -> _State:
        state = self._states[folder] = _look_at(folder, into=True)
        return state


def _between(root: str, path: str) -> list[str]:
    """Return the folders from the root to that of a file under it."""
    folders = [root]
    for part in Path(path).relative_to(root).parts[:-1]:
        folders.append(os.path.join(folders[-1], part))  # noqa: PTH118 - as discover spells them
    return folders


def _look_at(path: str, *, into: bool = False) -> _State:
    try:
        if not into:
            Path(path).stat()
            return "listed"
        with os.scandir(path) as entries:
            return "listed" if any(True for _ in entries) else "empty"
    except OSError as error:
        return "missing" if error.errno in _GONE and not Path(path).is_symlink() else "closed"


def told(problems: Sequence[Problem], barriers: Iterable[str]) -> tuple[Problem, ...]:
    """Return the problems of paths, with a word that what was behind the barriers is still shown."""
    behind = {shown(Path(barrier)): None for barrier in barriers}
    more = [
        Problem(path, "the folder is empty, as that of a disk which is not there", "mount the disk")
        for path in behind
        if path not in {problem.path for problem in problems}
    ]
    return tuple(_worded(p) if p.path in behind else p for p in (*problems, *more))


def _worded(problem: Problem) -> Problem:
    reason, advice = f"{problem.reason}; {_STAYS}", f"{problem.advice}, {_FORGET}"
    return replace(problem, reason=reason, advice=advice)
