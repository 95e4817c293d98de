"""What has been added: the list of feeds, and the folder that holds their entries, pages and files."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from dateline import files
from dateline.config import ADDED, data_folder
from dateline.text import clean, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_LIST = "feeds.json"
_LONGEST_NAME = 60


class StoreFailure(OSError):
    """The list of feeds can't be read or written; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that the reader follows, and how its last request ended."""

    name: str  #: of its folder, and what commands call it
    url: str
    title: str = ""
    etag: str = ""
    modified: str = ""  #: Last-Modified as the server gave it
    checked: str = ""  #: when it was last asked, ISO 8601 in UTC; "" for never
    not_before: str = ""  #: the server wishes not to be asked before
    failure: str = ""  #: why the last request failed; "" where it did not

    @property
    def host(self) -> str:
        """The host that is asked."""
        return urlsplit(without_login(self.url)).netloc.lower()


def is_address(told: str) -> bool:
    """Tell whether words are an address of the web rather than a path."""
    try:
        parts = urlsplit(told)
    except ValueError:  # as "http://[" is
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def without_login(url: str) -> str:
    """Return an address without the name and password in it: as it is shown, and handed on to others."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    login, _, host = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=host)) if login else url


def added_folder() -> Path:
    """Return the folder of all that has been added: a collection; it need not exist."""
    return data_folder() / ADDED


def entries_folder(feed: Feed) -> Path:
    """Return the folder that holds a feed's entries, made where it is missing."""
    return private(added_folder() / "feeds" / feed.name)


def private(folder: Path) -> Path:
    """Return the folder, made where it is missing and readable by the user alone."""
    for part in (folder.parent, folder):
        part.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


@dataclass(slots=True)
class Feeds:
    """The feeds that the reader follows, by name."""

    by_name: dict[str, Feed] = field(default_factory=dict)

    @classmethod
    def read(cls) -> Feeds:
        """Return the feeds that are kept; raises StoreFailure for a list that can't be read."""
        path = data_folder() / _LIST
        try:
            told = json.loads(path.read_bytes())
            known = {entry.name for entry in fields(Feed)}
            feeds = [
                Feed(**{k: " ".join(clean(str(v)).split()) for k, v in row.items() if k in known})
                for row in told["feeds"]
            ]
            if not all(
                feed.name and feed.name == _name(feed.name) and is_address(feed.url) for feed in feeds
            ):
                raise ValueError("a name that is no folder's, or an address that is none")
        except FileNotFoundError:
            return cls()
        except OSError as error:
            raise StoreFailure(
                f"{path} can't be read ({error.strerror}); give yourself permission"
            ) from error
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise StoreFailure(
                f"{path} is damaged; correct it, or put it aside and add the feeds again"
            ) from error
        return cls({feed.name: feed for feed in feeds})

    def add(self, url: str, title: str) -> Feed:
        """Return the feed with the address, a new one under a name of its own where there is none."""
        url = "".join(clean(url).split())
        for feed in self.by_name.values():
            if feed.url == url:
                return feed
        title = " ".join(clean(title).split())
        host = urlsplit(without_login(url)).netloc
        base = _name(_name(title)[:_LONGEST_NAME]) or _name(host)[:_LONGEST_NAME] or "feed"
        number, name = 1, base
        while name in self.by_name:
            number += 1
            name = f"{base}-{number}"
        feed = self.by_name[name] = Feed(name, url, title or host)
        return feed

    def find(self, told: str) -> Feed | None:
        """Return the feed of a name, title or address."""
        wanted = told.casefold()
        for feed in self.by_name.values():
            if wanted in (feed.name, feed.title.casefold(), feed.url.casefold()):
                return feed
        return None


def _name(words: str) -> str:
    """Return words as a folder's name, which is composed as all that is read from a file is."""
    return clean(slug(words))


def feeds_under(roots: Iterable[Path]) -> list[Feed]:
    """Return the feeds whose entries belong to the collection of the roots; raises StoreFailure."""
    home = added_folder() / "feeds"
    opened = [root for root in roots if home.is_relative_to(root) or root.is_relative_to(home)]
    if not opened:
        return []
    feeds = Feeds.read().by_name.values()
    return [
        f
        for f in feeds
        if any((home / f.name).is_relative_to(r) or r.is_relative_to(home / f.name) for r in opened)
    ]


@contextlib.contextmanager
def changing() -> Iterator[Feeds]:
    """Give the feeds for a change, which is kept when the block ends well; raises StoreFailure."""
    folder = data_folder()
    with files.locked(folder / f".{_LIST}.lock") as held:
        if not held:
            raise StoreFailure(f"{folder / _LIST} is in use by another dateline; try again in a moment")
        feeds = Feeds.read()
        yield feeds
        _write(feeds.by_name.values(), folder / _LIST)


def _write(feeds: Iterable[Feed], path: Path) -> None:
    rows = [{k: v for k, v in asdict(feed).items() if v} for feed in feeds]
    content = json.dumps({"feeds": rows}, ensure_ascii=False, indent=1).encode()
    try:
        files.write_atomically(path, content)
    except OSError as error:
        raise StoreFailure(f"{path} can't be written ({error.strerror})") from error
