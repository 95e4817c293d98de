"""OPML: lists of feeds as other readers give and take them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import lxml.etree

from dateline.feeds.store import without_login

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.feeds.store import Feed


_OTHER_SCHEME = re.compile(r"[a-z]+:(?!\d)", re.IGNORECASE)  # as newsboat's exec: and query:
_FEED_SCHEME = re.compile(r"feed:(?://)?", re.IGNORECASE)


def parse(raw: bytes) -> list[tuple[str, str]]:
    """Return (title, address) of each feed in a list, in its order; raises ValueError where it is no OPML."""
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = lxml.etree.fromstring(raw, parser)
    except lxml.etree.XMLSyntaxError as error:
        raise ValueError("it is no OPML") from error
    if root is None or str(root.tag).lower() != "opml":
        raise ValueError("it is no OPML")
    found: dict[str, str] = {}
    for outline in root.iter():
        told = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
        url = _FEED_SCHEME.sub("", told.get("xmlurl", "").strip())
        if url:
            url = url if "//" in url or _OTHER_SCHEME.match(url) else f"http://{url}"
            found.setdefault(url, told.get("title") or told.get("text") or "")
    return [(title, url) for url, title in found.items()]


def written(feeds: Iterable[Feed]) -> bytes:
    """Return the feeds as OPML 2.0, without the passwords in their addresses."""
    root = lxml.etree.Element("opml", version="2.0")
    head = lxml.etree.SubElement(root, "head")
    lxml.etree.SubElement(head, "title").text = "dateline"
    body = lxml.etree.SubElement(root, "body")
    for feed in feeds:
        url = without_login(feed.url)
        lxml.etree.SubElement(body, "outline", type="rss", text=feed.title, title=feed.title, xmlUrl=url)
    return bytes(lxml.etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))
