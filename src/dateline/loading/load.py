"""Reading one file: its articles, or a line that says what is wrong with it."""

from __future__ import annotations

import gzip
import io
import os
import re
import stat
import zlib
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO

from dateline.loading import compose, dates, files, formats
from dateline.loading.decode import NotText
from dateline.loading.drafts import Flaw
from dateline.model import MOST_SEARCHED, Location, Problem
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from dateline.loading.drafts import Draft
    from dateline.model import Article

    #: Yields the drafts in the bytes of a file, given the map of columns; raises NotText.
    Reader = Callable[[bytes, Mapping[str, str]], Iterator[Draft | Flaw]]

#: What gzip may hold: text is some 4 times as large as what it is packed to, and 30 where it repeats itself.
_DENSEST = 100
_SMALL = 5_000_000  # bytes, whatever they are packed to

#: For each format the module and function that read it, imported when its first file is met.
READERS = {
    formats.PLAIN_TEXT: ("plain_text", "drafts"),
    formats.WEB_PAGE: ("web_page", "drafts"),
    formats.WEB_ARCHIVE: ("web_archive", "drafts"),
    formats.FEED: ("feed", "drafts"),
    formats.MARKDOWN: ("markdown", "drafts"),
    formats.MAIL: ("mail", "drafts"),
    formats.MAILBOX: ("mail", "mailbox"),
    formats.JSON: ("json_files", "drafts"),
    formats.JSON_LINES: ("records", "json_lines"),
    formats.TABLE: ("records", "table"),
}


_DATED_NAME = re.compile(r"((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)")
_LONGEST_REASON = 400  # characters of a reason that are told


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article and where it was found."""

    article: Article
    location: Location


def load(path: Path, columns: Mapping[str, str] | None = None) -> Iterator[Loaded | Problem]:
    """Yield the articles of a file, and a problem for each part that can't be read; at least one of either.

    `columns` says which columns of a table are what (`columns.parse_map`). A file whose name tells no format
    is read as plain text, and one that is plainly of another format than its name tells as that. Never raises
    for what a file is or holds, and never waits for anything: pipes and devices are not opened.
    """
    try:
        raw, modified, form = _read(path, formats.by_name(path.name))
    except OSError as error:
        yield files.unreadable(path, error)
    except _Refused as refused:
        yield refused.problem
    else:
        yield from _loaded(path, raw, modified, formats.by_content(raw, form), columns or {})


class _Refused(Exception):
    """A file is not worth reading, for the reason in `problem`."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def _read(path: Path, named: formats.Format | None) -> tuple[bytes, str, formats.Format]:
    """Return a regular file's bytes, decompressed, the date in its name or of its change, and its format.

    The format is that which its name tells, else that which it begins like. Raises OSError and _Refused.
    """
    _check(path, path.stat(), (named or formats.MAILBOX).limit)
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        info = os.fstat(descriptor)
        _check(path, info, (named or formats.MAILBOX).limit)  # what was opened need not be what was looked at
        beginning = _at_once(path, file, formats.BEGINNING)
        packed = path.name.lower().endswith(formats.COMPRESSED)
        if not packed and (foreign := formats.foreign(beginning)):
            raise _Refused(Problem(files.shown(path), *foreign))
        form = named or formats.by_content(beginning, formats.PLAIN_TEXT)
        limit = form.limit
        _check(path, info, limit)
        file.seek(0)
        raw = _at_once(path, file, limit + 1)
    if packed:
        raw = _decompressed(path, raw, limit)
    if len(raw) > limit:
        raise _Refused(_too_large(path, len(raw), limit))
    return raw, day_of(path.name, info.st_mtime), form


def _at_once(path: Path, file: BinaryIO, most: int) -> bytes:
    """Return what a file has now; raises _Refused for one that has to be waited for, as the system's log."""
    found: bytes | None = file.read(most)
    if found is None:
        raise _Refused(files.irregular(path))
    return found


def day_of(name: str, seconds: float) -> str:
    """Return the day that a file is taken to be of: that which its name begins with, else of its time."""
    return _day_in(name) or _day(seconds)


def _day_in(name: str) -> str | None:
    """Return the day with which a file's name begins, as in "2031-03-02-talks.md"; None where it has none."""
    found = _DATED_NAME.match(name)
    line = dates.date_line(f"{found[1]}-{found[3]}-{found[4]}") if found else None
    return line.iso if line else None


def _day(seconds: float) -> str:
    """Return the local day of a file's time; the first of the epoch where the calendar has no such day."""
    try:
        return datetime.fromtimestamp(seconds).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0).date().isoformat()


def _decompressed(path: Path, raw: bytes, limit: int) -> bytes:
    """Return the bytes in a file of gzip, no more than one beyond the limit; raises _Refused."""
    most = min(limit, max(_SMALL, _DENSEST * len(raw)))
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as file:
            content = file.read(most + 1)
    except (OSError, EOFError, zlib.error) as error:
        problem = Problem(files.shown(path), "its compression is damaged", "fetch or compress it again")
        raise _Refused(problem) from error
    if most < len(content) <= limit:
        reason = f"it is more than {_DENSEST} times as large when it is unpacked, as no article is"
        raise _Refused(Problem(files.shown(path), reason, "unpack it yourself if you trust it"))
    return content


def _check(path: Path, info: os.stat_result, limit: int) -> None:
    """Raise _Refused for anything but a regular file of a size that its format has."""
    if stat.S_ISDIR(info.st_mode):
        raise _Refused(
            Problem(files.shown(path), "it is a folder", "open it as a folder, to read the files in it")
        )
    if not stat.S_ISREG(info.st_mode):
        raise _Refused(files.irregular(path))
    if info.st_size > limit:
        raise _Refused(_too_large(path, info.st_size, limit))


def _too_large(path: Path, size: int, limit: int) -> Problem:
    packed = path.name.lower().endswith(formats.COMPRESSED)
    found = f"more than {limit / 1e6:.0f} MB when it is unpacked" if packed else f"{size / 1e6:.1f} MB"
    reason = f"it has {found}, and no more than {limit / 1e6:.0f} MB of such a file are read"
    return Problem(files.shown(path), reason, "split it into smaller files")


def _loaded(
    path: Path, raw: bytes, modified: str, form: formats.Format, columns: Mapping[str, str]
) -> Iterator[Loaded | Problem]:
    """Yield what the bytes of a file hold."""
    name = files.shown(path)
    if not raw.strip():
        yield Problem(name, "it is empty", "delete it, or put the article into it")
        return
    if foreign := formats.foreign(raw):
        yield Problem(name, *foreign)
        return
    empty = True
    try:
        for draft in _drafts(form, raw, columns):
            empty = False
            article = None if isinstance(draft, Flaw) else compose.article(draft)
            if isinstance(draft, Flaw):
                yield Problem(name, _line(draft.reason), _line(draft.advice))
            elif article is None:
                yield Problem(name, "it holds only what surrounds an article", "save the article again")
            else:
                yield Loaded(article, Location(str(path.absolute()), modified, draft.record))
                if len(article.text) > MOST_SEARCHED:
                    yield Problem(name, *_beyond(article, draft.record))
    except NotText:
        yield Problem(name, "it is not text", "save the article as plain text, in UTF-8")
    else:
        if empty:
            yield Problem(name, "it holds no article", "delete it, or put an article into it")


def _beyond(article: Article, record: int | None) -> tuple[str, str]:
    """Return reason and advice for an article of whose text the beginning alone is searched for anything."""
    what = f"the text of record {record}" if record else "its text"
    reason = f"{what} is so long ({len(article.text):,} characters) that only its beginning is searched"
    return f"{reason} for people, sums and pledges", "split it into articles, if it is several"


def _line(reason: str) -> str:
    """Return a reason, which may quote the file, as one line of no great length."""
    line = " ".join(clean(reason).split())
    return line if len(line) <= _LONGEST_REASON else f"{line[: _LONGEST_REASON - 1]}…"


def _drafts(form: formats.Format, raw: bytes, columns: Mapping[str, str]) -> Iterator[Draft | Flaw]:
    module, function = READERS[form]
    read: Reader = getattr(import_module(f"dateline.loading.{module}"), function)
    return read(raw, columns)
