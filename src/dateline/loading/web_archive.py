"""Web pages that a browser saves as one file: MHTML (Chrome, Edge) and web archives (Safari)."""

from __future__ import annotations

import plistlib
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from dateline.loading import mime, web_page
from dateline.loading.decode import named
from dateline.loading.drafts import Draft, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WEBARCHIVE = (b"bplist00", b"<?xml", b"<!DOCTYPE plist", b"<plist")


def drafts(raw: bytes, _columns: Mapping[str, str]) -> Iterator[Draft | Flaw]:
    """Yield the article of the page in an archive; raises NotText where its bytes are no text."""
    try:
        found = _of_safari(raw) if raw.startswith(_WEBARCHIVE) else _of_message(raw)
    except (RecursionError, LookupError, ValueError, AttributeError, TypeError, ExpatError):
        found = None  # what the parsers can't make sense of
    if found is None:
        yield Flaw("the saved page can't be taken apart", "save it as “web page, HTML only”")
    else:
        content, charset, address = found
        yield from web_page.articles(raw, _characters(content, charset), address)


def _of_safari(raw: bytes) -> tuple[bytes, str | None, str | None]:
    """Return content, encoding and address of the page in a web archive of Safari; raises what is caught."""
    page = plistlib.loads(raw)["WebMainResource"]
    told = (page.get(name) for name in ("WebResourceTextEncodingName", "WebResourceURL"))
    charset, address = (value if isinstance(value, str) else None for value in told)
    return bytes(page["WebResourceData"]), charset, address


def _of_message(raw: bytes) -> tuple[bytes, str | None, str | None] | None:
    """Return the same of the first page in MHTML, None where there is none."""
    message = mime.message_of(raw)
    address = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    for part in message.walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(content, bytes):
            found = address or part.get("Content-Location")
            return content, part.get_content_charset(), str(found).strip() if found else None
    return None


def _characters(content: bytes, charset: str | None) -> str:
    text = named(content, charset) if charset else None
    return web_page.characters(content) if text is None else text
