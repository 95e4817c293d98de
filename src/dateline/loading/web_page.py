"""Web pages as a browser saves them: the article in them, its headline, day and outlet."""

from __future__ import annotations

import codecs
import logging
import re
from typing import TYPE_CHECKING

import trafilatura
from trafilatura.settings import Document

from dateline.loading import databases, headline, markup, page_dates, page_kinds, page_parts
from dateline.loading.decode import decode, named
from dateline.loading.drafts import Draft, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import lxml.html

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
#: What a news database puts between the articles that it gives as one page.
_EXPORT = re.compile(
    r">\s{0,9}(?:\d{1,5} of \d{1,5} DOCUMENTS?|End of Document"
    r"|(?:AN\s{1,9})?(?:Do[ck]umento? )?[A-Z][A-Z0-9]{3,9}\d{8}[a-z0-9]{6,14})\s{0,9}<"
)
_MOST_TAGS = 500_000  # that are looked through; large pages have 100,000
_HEAD = 4096  # bytes in which a page names its encoding
BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what is wrong is said in our own words
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def drafts(raw: bytes, _columns: Mapping[str, str]) -> Iterator[Draft | Flaw]:
    """Yield the article of a page; raises NotText where the bytes are no text."""
    yield from articles(raw, characters(raw))


def articles(raw: bytes, page: str, address: str | None = None) -> Iterator[Draft | Flaw]:
    """Yield the article of a page, as `article` returns it, and a word where the page has several."""
    if _EXPORT.search(page) and (documents := databases.drafts(raw, markup.text_of(page))):
        yield from documents
        return
    found, number = _read(raw, page, address)
    yield found
    if number > 1:
        yield Flaw(
            f"the page has {number} articles, which are not told apart", "save each article's own page"
        )


def article(raw: bytes, page: str, address: str | None = None) -> Draft | Flaw:
    """Return the article of a page from the characters of its HTML; `raw` is what it is known by.

    `address` is where the page comes from, told in the page itself where it is None.
    """
    return _read(raw, page, address)[0]


def _read(raw: bytes, page: str, address: str | None) -> tuple[Draft | Flaw, int]:
    """Return the article of a page, and how many there are; 0 where none is found."""
    if page.count("<") > _MOST_TAGS:
        return Flaw("it has more in it than a page", "save each article's own page"), 0
    tree = markup.tree(page)
    if tree is None:
        return _nothing(), 0
    copy = address or page_parts.address(tree, page)
    address = page_parts.original(copy) if copy else None
    names = page_parts.names(tree)
    teasers = page_kinds.teasers(tree)
    told = page_dates.told(tree, page)
    page_parts.prune(tree)
    live = page_parts.is_live(names, page)
    number = 1 if live else page_kinds.articles_in(tree)
    if live:
        page_parts.unite_posts(tree)
    found = _extracted(tree, address)
    text = page_parts.prose(found.text or "") if found else ""
    if found is None or not text:
        return _nothing(), 0
    if page_kinds.is_list(text, teasers):
        return Flaw("it is a list of articles", "save each article's own page"), 0
    sitename = None if copy != address and found.sitename == page_parts.host(copy or "") else found.sitename
    site = page_parts.outlet(names, sitename, address)
    title, named_site = headline.without_site(page_parts.headline(names, found.title or ""), site)
    if page_kinds.is_wall(title, text):
        advice = "open it in the browser, and save it again"
        return Flaw("it is no article but what stands before one", advice), 0
    text = page_parts.without_headline(text, title)
    day = page_dates.published(tree, told, found.date) or page_dates.in_path(address)
    return Draft(raw, text, title=title or None, date=day, outlet=site or named_site), number


def _extracted(tree: lxml.html.HtmlElement, address: str | None) -> Document | None:
    """Return what the library finds in a page: text, title, site and day."""
    found = trafilatura.bare_extraction(
        tree,
        url=address,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return found if isinstance(found, Document) else None


def _nothing() -> Flaw:
    return Flaw("no article is found in the page", "save the article's own page, or its text as a .txt file")


def characters(raw: bytes) -> str:
    """Return the characters of a page in the encoding that it names, else the one that it is in."""
    told = None if raw.startswith(BYTE_ORDER_MARKS) else _CHARSET.search(raw[:_HEAD])
    text = named(raw, told[1].decode("ascii")) if told else None
    return decode(raw) if text is None else text
