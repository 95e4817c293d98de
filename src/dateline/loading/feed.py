"""RSS, Atom and JSON Feed: each entry of a feed is an article."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import re
from typing import TYPE_CHECKING, Any

import feedparser
import msgspec

from dateline.loading import columns, headline, markup, outlets
from dateline.loading.decode import is_of_texts
from dateline.loading.drafts import Draft, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


MOST_ENTRIES = 10_000  #: of a feed that are read: many times what any has, and each becomes a file
_HEAD = 1024  # bytes in which a feed says what it is
_JSON_FEED = "https://jsonfeed.org/version/"
#: What else comes as XML, by the name of its root, and what to do about it.
_OTHER = {
    "opml": ("it is a list of feeds", "`dateline add FILE` follows them"),
    "urlset": ("it is a list of a site's pages", "save the pages of the articles"),
    "sitemapindex": ("it is a list of a site's pages", "save the pages of the articles"),
}
#: What feedparser raises over bytes that it makes no sense of.
_UNREADABLE = (ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError)
_ENCODING = re.compile(rb"""\sencoding\s{0,9}=\s{0,9}["']([^"'<>]{0,99})["']""")
_ENTRY = re.compile(rb"<(?:item|entry)[\s>]")
_AMPERSAND = re.compile(rb"&(?!#?\w{1,40};|\x00)")  # that stands for itself, as in "Marks & Co"
_ROOT = re.compile(rb"<([a-zA-Z][\w:.-]{0,40})[\s>]")


def drafts(raw: bytes, _columns: Mapping[str, str]) -> Iterator[Draft | Flaw]:
    """Yield the entries of a feed as drafts, each known by what it says and not by its place in the file."""
    feed = parse(raw)
    if not feed.version and not feed.entries:
        root = _ROOT.search(raw[:_HEAD])
        other = _OTHER.get(root[1].decode().lower() if root else "")
        yield Flaw(*(other or ("it is no RSS or Atom feed", "save the article's text as a .txt file")))
    elif not feed.entries:
        yield Flaw("the feed has no entries", "nothing to do, if it is to be empty")
    if feed.get("more"):
        yield Flaw(beyond(feed.more), "split it into several files")
    outlet = outlet_of(feed.feed)
    for number, entry in enumerate(feed.entries, 1):
        text, title = body(entry), words(entry, "title")
        if text or title:
            own = outlet_of(entry.get("source", {})) or outlet
            yield Draft(
                identity(entry), text or title or "", number, headline_of(entry, own), day(entry), own
            )


def beyond(more: int) -> str:
    """Return in words that a feed has so many entries more than are read."""
    return f"it has {MOST_ENTRIES + more:,} entries, of which the first {MOST_ENTRIES:,} are read"


def parse(raw: bytes) -> Any:
    """Return what feedparser makes of the bytes of a feed; none of its HTML is kept, so none is cleaned.

    Of no more than `MOST_ENTRIES` entries; `more` is the number of those that are left out.
    """
    if raw[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _parse_json(raw)
    found = {"feed": feedparser.FeedParserDict(), "entries": [], "version": ""}
    encoding = _ENCODING.search(raw[:_HEAD])
    if encoding and not is_of_texts(encoding[1].decode("latin-1")):
        raw = raw[: encoding.start()] + raw[encoding.end() :]  # it is found out without
    raw, more = _shortened(_AMPERSAND.sub(b"&amp;", raw))
    with contextlib.suppress(*_UNREADABLE):  # it is no feed
        found |= feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    return feedparser.FeedParserDict({**found, "more": more})


def _shortened(raw: bytes) -> tuple[bytes, int]:
    """Return a feed without the entries that are too many, and how many these are."""
    starts = [found.start() for found in _ENTRY.finditer(raw)]
    if len(starts) <= MOST_ENTRIES:
        return raw, 0
    end = max(raw.rfind(sign) + len(sign) for sign in (b"</item>", b"</entry>"))
    return raw[: starts[MOST_ENTRIES]] + raw[end:], len(starts) - MOST_ENTRIES


def is_json(value: object) -> bool:
    """Tell whether a value of JSON is a feed (https://jsonfeed.org)."""
    return isinstance(value, dict) and str(value.get("version", "")).startswith(_JSON_FEED)


def _parse_json(raw: bytes) -> Any:
    """Return a JSON feed under feedparser's names; no version and no entries where it is none."""
    try:
        told = msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        told = None
    if not is_json(told):
        return feedparser.FeedParserDict(version="", feed={}, entries=[])
    items = told.get("items")
    found = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return feedparser.FeedParserDict(
        version="json",
        feed={"title": told.get("title")},
        entries=[_json_entry(item) for item in found[:MOST_ENTRIES]],
        more=max(0, len(found) - MOST_ENTRIES),
    )


def _json_entry(item: Mapping[str, Any]) -> dict[str, Any]:
    texts = [item[name] for name in ("content_html", "content_text") if isinstance(item.get(name), str)]
    return {
        "id": item.get("id"),
        "link": item.get("url") or item.get("external_url") or "",
        "title": item.get("title"),
        "summary": item.get("summary") or "",
        "content": [{"value": text} for text in texts[:1]],
        "published": item.get("date_published"),
        "updated": item.get("date_modified"),
    }


def outlet_of(source: Mapping[str, Any]) -> str | None:
    """Return the outlet that a feed is of: the part of its title that is plainly one, else the title."""
    title = words(source, "title")
    return outlets.part_of(title) or title if title else None


def headline_of(entry: Mapping[str, Any], outlet: str | None) -> str | None:
    """Return the headline of an entry without the outlet behind it, as services that gather news have it."""
    title = words(entry, "title")
    return headline.without_site(title, outlet)[0] if title else None


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
    told = entry.get("id") or entry.get("link")
    if not told:  # then what it says is all that tells it from others
        told = f"{entry.get('title') or ''} {entry.get('published') or body(entry)}"
    return hashlib.sha256(str(told).encode()).hexdigest()[:24]


def _utc_day(parsed: Any) -> str | None:
    return "{:04}-{:02}-{:02}".format(*parsed[:3]) if parsed else None


def words(values: Mapping[str, Any], name: str) -> str | None:
    """Return a short text of a feed or entry without its markup, None where it has none."""
    return " ".join(markup.text_of(str(values.get(name) or "")).split()) or None
