"""What `dateline add` takes: feeds, pages, lists of feeds, files and folders."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal
from urllib.parse import urljoin

from dateline import files
from dateline.feeds import opml, refresh, store
from dateline.feeds.fetch import FetchFailure, fetch
from dateline.loading import feed as reading
from dateline.loading import markup
from dateline.loading.decode import NotText
from dateline.loading.files import Found, discover
from dateline.loading.web_page import characters
from dateline.text import clean

if TYPE_CHECKING:
    from pathlib import Path

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml")
_LARGEST_LIST = 10_000_000  # bytes of OPML


class AddFailure(Exception):
    """Something can't be added, for the reason in the message."""


@dataclass(frozen=True, slots=True)
class Added:
    """What was added, for the words to the reader."""

    kind: Literal["feed", "page", "file", "list"]
    name: str
    count: int  #: of entries, files or feeds
    failure: str = ""  #: of the first request, where the feed is kept all the same


def add_address(url: str) -> Added:
    """Follow the feed at an address or named by the page there, else keep the page; raises AddFailure."""
    try:
        answer = fetch(url)
        body = answer.body or b""
        if _is_feed(body):
            return _follow(answer.url, body)
        for target in feeds_of(body, answer.url):
            found = fetch(target)
            if found.body and _is_feed(found.body):
                return _follow(found.url, found.body)
    except FetchFailure as failure:
        raise AddFailure(str(failure)) from failure
    return _keep_page(answer.url, body)


def add_path(path: Path) -> Added:
    """Follow the feeds of an OPML list, or copy articles from a file or folder; raises AddFailure."""
    try:
        if path.is_dir() or path.suffix.lower() not in (".opml", ".xml"):
            return _copy(path)
        raw = path.read_bytes()[:_LARGEST_LIST]
        if path.suffix.lower() == ".xml" and b"<opml" not in raw[:1024].lower():
            return _copy(path)
        listed = opml.parse(raw)
    except OSError as error:
        raise AddFailure(f"it can't be read or copied ({error.strerror})") from error
    except ValueError as error:
        raise AddFailure(str(error)) from error
    with store.changing() as feeds:
        for title, url in listed:
            if store.is_address(url):
                feeds.add(url, title)
    return Added("list", path.name, len(listed))


def _follow(url: str, body: bytes) -> Added:
    title = reading.words(reading.parse(body).feed, "title") or ""
    with store.changing() as feeds:
        feed = replace(feeds.add(url, title), checked=datetime.now(UTC).isoformat(timespec="seconds"))
        outcome = refresh.keep(feed, body)
        feeds.by_name[feed.name] = outcome.feed
    return Added("feed", feed.title, outcome.new, outcome.feed.failure)


def _is_feed(body: bytes) -> bool:
    parsed = reading.parse(body)
    return bool(parsed.version)


def feeds_of(body: bytes, url: str) -> list[str]:
    """Return the addresses of the feeds that a page names, in its order."""
    try:
        page = markup.tree(characters(body)) if body.strip() else None
    except NotText:
        page = None
    if page is None:
        return []
    links = [link for link in page.iter("link") if "alternate" in str(link.get("rel", "")).lower()]
    chosen = [link for link in links if str(link.get("type", "")).lower() in _FEED_TYPES]
    return [found for link in chosen if link.get("href") and (found := _joined(url, str(link.get("href"))))]


def _joined(url: str, link: str) -> str:
    """Return the address that a link on a page leads to, "" for none of the web."""
    try:
        address = urljoin(url, link)
    except ValueError:
        return ""
    return address if store.is_address(address) else ""


def _keep_page(url: str, body: bytes) -> Added:
    name = f"{hashlib.sha256(url.encode()).hexdigest()[:24]}.html"
    if not body.strip():
        raise AddFailure("there is nothing at this address")
    try:
        files.write_atomically(store.private(store.added_folder() / "pages") / name, body)
    except OSError as error:
        raise AddFailure(f"it can't be kept ({error.strerror})") from error
    return Added("page", url, 1)


def _copy(path: Path) -> Added:
    """Copy the articles of a file or folder; one that is there already is not copied again."""
    target = store.private(store.added_folder() / "files")
    found = [item.path for item in discover([path]) if isinstance(item, Found)]
    if not found:
        raise AddFailure("no article is in it")
    for source in found:
        content = source.read_bytes()
        digest = hashlib.sha256(content).hexdigest()[:12]
        name = _kept_name(source, digest)
        if not (target / name).exists():
            files.write_atomically(target / name, content)
    return Added("file", path.name, len(found))


def _kept_name(source: Path, digest: str) -> str:
    """Return the name of a copy: that of the file, with nothing in it that a terminal or shell obeys."""
    name = " ".join(clean(source.name.encode("utf-8", "replace").decode()).split()).replace("\\", "_")
    stem, *suffixes = name.split(".")
    return ".".join((f"{stem.lstrip('-')[:60]}-{digest}".lstrip("-"), *suffixes[-2:]))
