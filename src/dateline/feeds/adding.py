"""What `dateline add` takes: feeds, pages, lists of feeds, files and folders."""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal
from urllib.parse import urljoin

from dateline import files
from dateline.feeds import copying, opml, refresh, store
from dateline.feeds.addresses import is_there
from dateline.feeds.fetch import NO_HTTPS, UNREACHABLE, FetchFailure, fetch
from dateline.loading import feed as reading
from dateline.loading import formats, markup, web_page
from dateline.loading.decode import NotText, named
from dateline.loading.drafts import Flaw
from dateline.loading.files import absolute
from dateline.model import Problem
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import lxml.html

    from dateline.column_maps import Map
    from dateline.feeds.fetch import Answer

_FEED_TYPES = (
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/xml", "text/xml"
)  # fmt: skip
_FEED_LINK = re.compile(r"(?:^|[/.?=_-])(?:feeds?|rss|atom)(?:$|[/.?&=_-])|\.xml$", re.IGNORECASE)
_MOST_LINKS = 3  # of a page that names no feed, that are tried
_LARGEST_LIST = 10_000_000  # bytes of OPML
_OPML = re.compile(
    rb"\s*+(?:\xef\xbb\xbf\s*+)?(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--[^>]{0,500}-->\s*+)?<opml", re.IGNORECASE
)
_IS_ARTICLE = re.compile(
    r"""property=["']?article:published_time|property=["']?og:type["']? content=["']?article"""
    r"""|content=["']?article["']? property=["']?og:type|itemprop=["']?articleBody"""
    r"""|"@type"\s*:\s*\[?\s*"(?:\w{0,20}Article|BlogPosting|LiveBlogPosting)\"""",
    re.IGNORECASE,
)


class AddFailure(Exception):
    """Something can't be added, for the reason in the message."""


@dataclass(frozen=True, slots=True)
class Added:
    """What was added, for the words to the reader."""

    kind: Literal["feed", "page", "file", "list"]
    name: str
    count: int  #: of entries, files or feeds that are new
    known: int = 0  #: of files and feeds that were there already; 1 for a feed that is followed already
    failure: str = ""  #: of the first request, where the feed is kept all the same
    feed: str = ""  #: the address of a feed that a page names, where the page itself is kept
    problems: tuple[Problem, ...] = ()  #: of files that hold no article


def add_address(addresses: str | Sequence[str], *, page: bool = False) -> Added:
    """Add what is at an address, or at the first of several where somebody answers; raises AddFailure.

    A feed is followed, as is that which a page names; the page of an article is kept, and so is a page that
    names no feed; with `page` every one is.
    """
    tried = [addresses] if isinstance(addresses, str) else addresses
    for number, address in enumerate(tried, 1):
        try:
            return _add(fetch(address), page=page)
        except FetchFailure as failure:
            # nobody who shows a bad certificate is asked again without one
            if number == len(tried) or str(failure) not in (UNREACHABLE, NO_HTTPS):
                raise AddFailure(str(failure)) from failure
    raise AddFailure(UNREACHABLE)


def _add(answer: Answer, *, page: bool) -> Added:
    body = answer.body or b""
    if not body.strip():
        raise AddFailure("there is nothing at this address")
    if _is_feed(body):
        return _follow(answer.url, body)
    if _OPML.match(body[:_LARGEST_LIST]):
        return _follow_all(answer.url, body)
    told = named(body, answer.charset) if answer.charset and not _says_its_encoding(body) else None
    body = body if told is None else codecs.BOM_UTF8 + told.encode("utf-8", "replace")
    found = feeds_of(body, answer.url)
    if not page and not _is_article(body):
        for target in found:
            try:
                given = fetch(target, named_by=answer.url)
            except FetchFailure:
                continue
            if given.body and _is_feed(given.body):
                return _follow(given.url, given.body)
    return replace(_keep_page(store.without_login(answer.url), body), feed=next(iter(found), ""))


def add_path(path: Path, columns: Map | None = None) -> Added:
    """Follow the feeds of an OPML list, or copy articles from a file or folder; raises AddFailure.

    `columns` says which columns of tables are what.
    """
    if not is_there(path):
        raise AddFailure("there is no such file or folder; an address of the web begins with https://")
    try:
        if path.is_file() and path.suffix.lower() in (".opml", ".xml"):
            with path.open("rb") as file:
                raw = file.read(_LARGEST_LIST)
            if path.suffix.lower() == ".opml" or _OPML.match(raw):
                return _follow_all(path.name, raw)
        copied = copying.copy(path, columns)
    except OSError as error:
        raise AddFailure(f"it can't be read or copied ({error.strerror})") from error
    if not copied.new and not copied.known:
        one = copied.problems[0] if len(copied.problems) == 1 else None
        raise AddFailure(f"{one.reason}; {one.advice}" if one else "no article is in it")
    return Added(
        "file", absolute(path).name or str(path), copied.new, copied.known, problems=tuple(copied.problems)
    )


def _says_its_encoding(body: bytes) -> bool:
    """Tell whether a page begins with the mark of an encoding, which goes before what a server says."""
    return body.startswith(web_page.BYTE_ORDER_MARKS)


def _follow_all(name: str, raw: bytes) -> Added:
    """Follow the feeds of a list; nothing is asked of them yet."""
    try:
        listed = opml.parse(raw)
    except ValueError as error:
        raise AddFailure(str(error)) from error
    with store.changing() as feeds:
        before = len(feeds.by_name)
        wanted = {feeds.add(url, title).name for title, url in listed if store.is_address(url)}
        new = len(feeds.by_name) - before
    left = [url for _, url in listed if not store.is_address(url)]
    problems = tuple(
        Problem(clean(url)[:80], "it is no address of the web", "leave it, or correct it") for url in left
    )
    return Added("list", name, new, len(wanted) - new, problems=problems)


def _follow(url: str, body: bytes) -> Added:
    title = reading.words(reading.parse(body).feed, "title") or ""
    with store.changing() as feeds:
        known = sum(feed.url == url for feed in feeds.by_name.values())
        feed = replace(feeds.add(url, title), checked=datetime.now(UTC).isoformat(timespec="seconds"))
        outcome = refresh.keep(feed, body)
        feeds.by_name[feed.name] = outcome.feed
    return Added("feed", feed.title, outcome.new, known, outcome.feed.failure)


def _is_feed(body: bytes) -> bool:
    return bool(reading.parse(body).get("version"))


def _is_article(body: bytes) -> bool:
    """Tell whether a page says of itself that it is one article."""
    try:
        return _IS_ARTICLE.search(web_page.characters(body)) is not None
    except NotText:
        return False


def feeds_of(body: bytes, url: str) -> list[str]:
    """Return the addresses of the feeds that a page names, in its order, else of what looks like one."""
    try:
        page = markup.tree(web_page.characters(body)) if body.strip() else None
    except NotText:
        page = None
    if page is None:
        return []
    named = [
        link
        for link in page.iter("link")
        if "alternate" in str(link.get("rel", "")).lower()
        and str(link.get("type", "")).lower() in _FEED_TYPES
    ]
    found = _addresses(named, url)
    return (
        found
        or _addresses([a for a in page.iter("a") if _FEED_LINK.search(a.get("href") or "")], url)[
            :_MOST_LINKS
        ]
    )


def _addresses(links: Sequence[lxml.html.HtmlElement], url: str) -> list[str]:
    return list(dict.fromkeys(address for link in links for address in _joined(url, link.get("href") or "")))


def _joined(url: str, link: str) -> Iterator[str]:
    """Yield the address that a link on a page leads to, where it is one of the web."""
    try:
        address = urljoin(url, link)
    except ValueError:
        return
    if link and store.is_address(address):
        yield address


def _keep_page(url: str, body: bytes) -> Added:
    """Keep the article of a page under its address; raises AddFailure where none is in it."""
    if foreign := formats.foreign(body):
        raise AddFailure("; ".join(foreign))
    if b"<" not in body:
        raise AddFailure("it is neither a feed nor a web page")
    try:
        article = next(iter(web_page.drafts(body, {})))
    except NotText:
        article = None
    if article is None or isinstance(article, Flaw):
        reason = "no article is found in it" if article is None else article.reason
        raise AddFailure(f"{reason}, and it names no feed")
    name = f"{hashlib.sha256(url.encode()).hexdigest()[:24]}.html"
    comment = f"<!-- saved from url=({len(url):04}){url.replace('--', '%2D%2D')} -->\n".encode()
    mark = codecs.BOM_UTF8 if body.startswith(codecs.BOM_UTF8) else b""
    kept = mark + comment + body.removeprefix(mark)
    try:
        files.write_atomically(
            store.private(store.added_folder() / "pages") / name,
            body if body.startswith(web_page.BYTE_ORDER_MARKS[1:]) else kept,
        )
    except OSError as error:
        raise AddFailure(f"it can't be kept ({error.strerror})") from error
    return Added("page", article.title or url, 1)
