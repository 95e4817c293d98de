"""RSS and Atom: each entry of a feed is an article."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
from typing import TYPE_CHECKING, Any

import feedparser

from dateline.loading import columns, markup
from dateline.loading.drafts import Draft, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


#: What feedparser raises over bytes that it makes no sense of.
_UNREADABLE = (ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError)


def drafts(raw: bytes, _columns: Mapping[str, str]) -> Iterator[Draft | Flaw]:
    """Yield the entries of a feed as drafts, each known by what it says and not by its place in the file."""
    feed = parse(raw)
    if not feed.version and not feed.entries:
        yield Flaw("it is no RSS or Atom feed", "save the article's text as a .txt file")
    elif not feed.entries:
        yield Flaw("the feed has no entries", "nothing to do, if it is to be empty")
    outlet = words(feed.feed, "title")
    for number, entry in enumerate(feed.entries, 1):
        text, title = body(entry), words(entry, "title")
        if text or title:
            yield Draft(
                identity(entry),
                text or title or "",
                number,
                title,
                day(entry),
                words(entry.get("source", {}), "title") or outlet,
            )


def parse(raw: bytes) -> Any:
    """Return what feedparser makes of the bytes of a feed; none of its HTML is kept, so none is cleaned."""
    found = {"feed": feedparser.FeedParserDict(), "entries": [], "version": ""}
    with contextlib.suppress(*_UNREADABLE):  # it is no feed
        found |= feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    return feedparser.FeedParserDict(found)


def body(entry: Mapping[str, Any]) -> str:
    """Return the text of an entry: its content, else its summary."""
    contents = [str(content.get("value", "")) for content in entry.get("content", ())]
    return max((markup.text_of(text) for text in (*contents, str(entry.get("summary", "")))), key=len)


def day(entry: Mapping[str, Any]) -> str | None:
    """Return the day on which an entry was published, else changed."""
    for name in ("published", "created", "updated"):
        if found := columns.day(entry.get(name)) or _utc_day(entry.get(f"{name}_parsed")):
            return found
    return None


def identity(entry: Mapping[str, Any]) -> bytes:
    """Return what an entry is known by: the same for the same words under the same address."""
    told = {name: str(entry.get(name, "")) for name in ("id", "link", "title", "published")}
    return json.dumps({**told, "text": body(entry)}, ensure_ascii=True, sort_keys=True).encode()


def name_of(entry: Mapping[str, Any]) -> str:
    """Return a file name for an entry that stays the same as its words change."""
    told = entry.get("id") or entry.get("link") or entry.get("title") or ""
    return hashlib.sha256(str(told).encode()).hexdigest()[:24]


def _utc_day(parsed: Any) -> str | None:
    return "{:04}-{:02}-{:02}".format(*parsed[:3]) if parsed else None


def words(values: Mapping[str, Any], name: str) -> str | None:
    """Return a short text of a feed or entry without its markup, None where it has none."""
    return " ".join(markup.text_of(str(values.get(name) or "")).split()) or None
