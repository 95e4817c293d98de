"""What words name: an address of the web, however short, or a path."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dateline.feeds.store import is_address
from dateline.loading import formats

_FEED_SCHEME = re.compile(r"(?:feed|rss):(?://)?", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,20}:(?=/)", re.IGNORECASE)
_HOST = re.compile(
    r"(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|(?:[\w-]{1,63}\.)+[a-z][\w-]{1,62})(?::\d{1,5})?(?:[/?#].*)?",
    re.IGNORECASE,
)
_LONGEST = 2000  # characters of an address


class NoAddress(ValueError):
    """Words look like an address, but nothing can be asked for there; the message says why."""


def named(told: str) -> Path | list[str]:
    """Return the path that words name, or the addresses to try one after the other; raises NoAddress.

    What is there as a file is a path. A name without "https://" is an address where it looks like a host, and
    not like a file that holds articles.
    """
    if is_address(told):
        return [told]
    if found := _FEED_SCHEME.match(told):
        rest = told[found.end() :]
        return [rest] if is_address(rest) else _both(rest)
    if told.lower().startswith("file://"):
        return Path(unquote(_path_of(told)))
    if found := _SCHEME.match(told):
        web = found.group().lower() in ("http:", "https:")
        raise NoAddress(
            "its address can't be read" if web else "its address is none of the web (http or https)"
        )
    path = Path(told)
    first, slash, _ = told.partition("/")
    like_a_file = is_there(Path(first)) if slash else formats.by_name(told) or formats.foreign_by_name(told)
    if len(told) > _LONGEST or is_there(path) or like_a_file or not _HOST.fullmatch(told):
        return path
    return _both(told)


def is_there(path: Path) -> bool:
    """Tell whether there is a file or folder; there is none whose name is longer than the system allows."""
    try:
        return path.exists()
    except OSError:
        return False


def _path_of(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError as error:  # as "file://[" is
        raise NoAddress("its address can't be read") from error


def _both(host: str) -> list[str]:
    found = [address for scheme in ("https", "http") if is_address(address := f"{scheme}://{host}")]
    if not found:
        raise NoAddress("its address can't be read")
    return found
