"""Web pages as a browser saves them: the article in them, its headline, day and outlet."""

from __future__ import annotations

import codecs
import logging
import re
from typing import TYPE_CHECKING

import trafilatura
from trafilatura.settings import Document

from dateline.loading import headline, markup
from dateline.loading.decode import decode
from dateline.loading.drafts import Draft, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page names its encoding
_BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what is wrong is said in our own words
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def drafts(raw: bytes, _columns: Mapping[str, str]) -> Iterator[Draft | Flaw]:
    """Yield the article of a page; raises NotText where the bytes are no text."""
    page = markup.tree(characters(raw))
    found = page is not None and trafilatura.bare_extraction(
        page,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = found.text if isinstance(found, Document) else None
    if not isinstance(found, Document) or not text:
        yield Flaw(
            "no article is found in the page", "save the article's own page, or its text as a .txt file"
        )
        return
    title, site = headline.without_site(found.title or "")
    yield Draft(
        raw,
        "\n\n".join(text.split("\n")),
        title=title or None,
        date=found.date,
        outlet=found.sitename or site,
    )


def characters(raw: bytes) -> str:
    """Return the characters of a page in the encoding that it names, else the one that it is in."""
    named = None if raw.startswith(_BYTE_ORDER_MARKS) else _CHARSET.search(raw[:_HEAD])
    if named:
        try:
            return raw.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeError):
            pass  # named wrongly
    return decode(raw)
