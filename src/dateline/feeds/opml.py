"""OPML: lists of feeds as other readers give and take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import lxml.etree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.feeds.store import Feed


def parse(raw: bytes) -> list[tuple[str, str]]:
    """Return (title, address) of each feed in a list, in its order; raises ValueError where it is no OPML."""
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = lxml.etree.fromstring(raw, parser)
    except lxml.etree.XMLSyntaxError as error:
        raise ValueError("it is no OPML") from error
    if root is None or root.tag != "opml":
        raise ValueError("it is no OPML")
    found: dict[str, str] = {}
    for outline in root.iter("outline"):
        url = str(outline.get("xmlUrl") or outline.get("xmlurl") or "").strip()
        if url:
            found.setdefault(url, str(outline.get("title") or outline.get("text") or ""))
    return [(title, url) for url, title in found.items()]


def written(feeds: Iterable[Feed]) -> bytes:
    """Return the feeds as OPML 2.0."""
    root = lxml.etree.Element("opml", version="2.0")
    head = lxml.etree.SubElement(root, "head")
    lxml.etree.SubElement(head, "title").text = "dateline"
    body = lxml.etree.SubElement(root, "body")
    for feed in feeds:
        lxml.etree.SubElement(body, "outline", type="rss", text=feed.title, title=feed.title, xmlUrl=feed.url)
    return bytes(lxml.etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))
