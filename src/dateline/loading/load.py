"""Reading one file: its articles, or a line that says what is wrong with it."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from dateline.loading import compose, files, formats, plain_text
from dateline.loading.decode import NotText
from dateline.model import Article, Location, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dateline.loading.drafts import Draft

#: For each format, the function that yields the drafts in the bytes of a file and raises NotText.
READERS: dict[formats.Format, Callable[[bytes], Iterator[Draft]]] = {formats.PLAIN_TEXT: plain_text.drafts}


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article and where it was found."""

    article: Article
    location: Location


def load(path: Path) -> Iterator[Loaded | Problem]:
    """Yield the articles of a file, and a problem for each part that can't be read; at least one of either.

    A file whose name tells no format is read as plain text. Never raises for what a file is or holds, and
    never waits for anything: pipes and devices are not opened.
    """
    form = formats.by_name(path.name) or formats.PLAIN_TEXT
    try:
        raw, modified = _read(path, form.limit)
    except OSError as error:
        yield files.unreadable(path, error)
    except _Refused as refused:
        yield refused.problem
    else:
        yield from _loaded(path, raw, modified, form)


class _Refused(Exception):
    """A file is not worth reading, for the reason in `problem`."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def _read(path: Path, limit: int) -> tuple[bytes, str]:
    """Return a regular file's bytes and the local date of its last change; raises OSError, _Refused."""
    _check(path, path.stat(), limit)
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        info = os.fstat(descriptor)
        _check(path, info, limit)  # what was opened need not be what was looked at
        raw = file.read(limit + 1)
    if len(raw) > limit:
        raise _Refused(_too_large(path, len(raw), limit))
    return raw, datetime.fromtimestamp(info.st_mtime).date().isoformat()


def _check(path: Path, info: os.stat_result, limit: int) -> None:
    """Raise _Refused for anything but a regular file of a size that an article has."""
    if stat.S_ISDIR(info.st_mode):
        raise _Refused(
            Problem(files.shown(path), "it is a folder", "open it as a folder, to read the files in it")
        )
    if not stat.S_ISREG(info.st_mode):
        raise _Refused(files.irregular(path))
    if info.st_size > limit:
        raise _Refused(_too_large(path, info.st_size, limit))


def _too_large(path: Path, size: int, limit: int) -> Problem:
    reason = f"it has {size / 1e6:.1f} MB, and an article no more than {limit / 1e6:.0f} MB"
    return Problem(files.shown(path), reason, "split it into one file an article")


def _loaded(path: Path, raw: bytes, modified: str, form: formats.Format) -> Iterator[Loaded | Problem]:
    """Yield what the bytes of a file hold."""
    name = files.shown(path)
    if not raw.strip():
        yield Problem(name, "it is empty", "delete it, or put the article into it")
    elif foreign := formats.foreign(raw):
        yield Problem(name, *foreign)
    else:
        try:
            for draft in READERS[form](raw):
                article = compose.article(draft)
                if article is None:
                    yield Problem(name, "it holds only what surrounds an article", "save the article again")
                else:
                    yield Loaded(article, Location(str(path.absolute()), modified, draft.record))
        except NotText:
            yield Problem(name, "it is not text", "save the article as plain text, in UTF-8")
