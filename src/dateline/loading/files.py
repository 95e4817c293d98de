"""The files under the paths that the reader opens. Light: neither contents nor decoders are touched."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dateline.loading import folders, formats
from dateline.model import Problem
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Found(NamedTuple):
    """A file that may hold articles."""

    path: str  #: absolute
    size: int  #: bytes
    mtime_ns: int
    ctime_ns: int


def discover(roots: Iterable[Path]) -> Iterator[Found | Problem]:
    """Yield the files under roots by path, and a problem for each path that can't be read.

    A root may be a file of any name, or a folder, of which all files with an article's suffix are taken,
    those of its subfolders included; hidden files and folders are left out, and what a browser saved beside
    a page. Links are followed; a file or folder that is reached twice, by links, loops or overlapping roots,
    is taken once, where it is reached first.
    """
    seen: dict[int, set[int]] = {}  #: the numbers of files and folders by device
    for root in sorted({absolute(root) for root in roots}):
        waiting = [iter([str(root)])]  #: of each folder on the way to the present one, what is left of it
        while waiting:
            path = next(waiting[-1], None)
            if path is None:
                waiting.pop()
                continue
            try:
                info = os.stat(path)  # noqa: PTH116 - a Path for each of 100,000 files takes a second
                known = seen.setdefault(info.st_dev, set())
                if info.st_ino in known:
                    continue
                known.add(info.st_ino)
                if stat.S_ISDIR(info.st_mode):
                    names, foreign = folders.worth_reading(path)
                    prefix = os.path.join(path, "")  # noqa: PTH118 - as above
                    waiting.append(map(prefix.__add__, names))
                    yield from (_foreign(prefix + name) for name in foreign)
                    continue
            except OSError as error:
                yield unreadable(Path(path), error)
                continue
            yield _found(path, info)


def unreadable(path: Path, error: OSError) -> Problem:
    """Return the problem that the operating system reports for a path."""
    reason, advice = _ERRORS.get(error.errno or 0, (error.strerror or "it can't be read", "look at the file"))
    if error.errno == errno.ENOENT and path.is_symlink():
        reason, advice = "it is a link to nothing", "remove it, or put its target back"
    return Problem(shown(path), reason, advice)


def irregular(path: Path) -> Problem:
    """Return the problem of a path that is neither a file nor a folder; such a path is never opened."""
    return Problem(shown(path), "it is a pipe, a socket or a device", "give the path of a file or a folder")


def shown(path: Path) -> str:
    """Return a path as one line that is safe to show and to store, whatever bytes its name is made of."""
    return clean(str(path).encode("utf-8", "replace").decode()).replace("\n", " ")


_ERRORS = {
    errno.ENOENT: ("there is no such file or folder", "check the path; it may have been moved or deleted"),
    errno.EACCES: ("it may not be read", "give yourself permission to read it"),
    errno.EPERM: ("it may not be read", "give yourself permission to read it"),
    errno.ELOOP: ("it is a link that leads back to itself", "remove it"),
    errno.ENAMETOOLONG: ("its path is too long", "move it nearer to the root"),
    errno.ENOTDIR: ("a part of its path is no folder", "check the path"),
    errno.EIO: ("the disk does not give it", "check the disk or the network drive"),
}


def absolute(root: Path) -> Path:
    """Return root as an absolute path that is the same however it was given; a link keeps its own name."""
    return root.resolve() if root.name in ("", "..") else root.parent.resolve() / root.name


def _foreign(path: str) -> Problem:
    """Return the problem of a file that is in a format that is not read."""
    told = formats.foreign_by_name(path) or ("it is in a format that is not read", "save it as plain text")
    return Problem(shown(Path(path)), *told)


def _found(path: str, info: os.stat_result) -> Found | Problem:
    if not stat.S_ISREG(info.st_mode):
        return irregular(Path(path))
    try:
        path.encode()
    except UnicodeEncodeError:
        return Problem(shown(Path(path)), "its name is not valid UTF-8", "rename it")
    return Found(path, info.st_size, _kept(info.st_mtime_ns), _kept(info.st_ctime_ns))


def _kept(nanoseconds: int) -> int:
    """Return a time as the index can keep it: some disks have times thousands of years away."""
    return max(-(1 << 63), min(nanoseconds, (1 << 63) - 1))
