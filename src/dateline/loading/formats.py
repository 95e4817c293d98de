"""The formats in which articles come: which files are of which, how large they may be, what is none of them.

A new format is an entry here and a function in `load.READERS`. Each may be compressed ("page.html.gz").
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that holds articles."""

    name: str
    suffixes: tuple[str, ...]  #: in lower case
    limit: int  #: bytes; a longer file is no article, and would hold up all others


PLAIN_TEXT = Format("plain text", (".txt", ".text"), 5_000_000)
WEB_PAGE = Format("web page", (".html", ".htm", ".xhtml"), 20_000_000)
FEED = Format("feed", (".rss", ".atom", ".xml"), 50_000_000)
MARKDOWN = Format("Markdown", (".md", ".markdown"), 5_000_000)
MAIL = Format("e-mail", (".eml",), 50_000_000)
JSON_LINES = Format("JSON Lines", (".jsonl", ".ndjson"), 500_000_000)
TABLE = Format("table", (".csv", ".tsv"), 500_000_000)

FORMATS = (PLAIN_TEXT, WEB_PAGE, FEED, MARKDOWN, MAIL, JSON_LINES, TABLE)

COMPRESSED = ".gz"
_HEAD = 1024  # bytes in which a page says that it is one

_BY_SUFFIX = {suffix: entry for entry in FORMATS for suffix in entry.suffixes}

#: What other kinds of file begin with (letters in lower case), and what becomes of them.
_FOREIGN = (
    (b"%pdf-", "it is a PDF", "save its text as a .txt file, for instance with pdftotext"),
    (b"{\\rtf", "it is an RTF document", "save it as plain text"),
    (b"pk\x03\x04", "it is an archive or an office document", "unpack it, or save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "it is an office document", "save it as plain text"),
    (b"\x1f\x8b", "it is compressed", "give it a name that ends in .gz, or decompress it"),
)

#: What a file begins with that is in another format than its name promises (letters in lower case).
_SIGNS = (
    (b"<!doctype html", WEB_PAGE),
    (b"<html", WEB_PAGE),
    (b"<rss", FEED),
    (b"<feed", FEED),
    (b"<?xml", FEED),
)


def by_name(name: str) -> Format | None:
    """Return the format that a file's name promises, None where it promises none."""
    stem = name.lower().removesuffix(COMPRESSED)
    return _BY_SUFFIX.get(stem[stem.rfind(".") :]) if "." in stem else None


def by_content(raw: bytes, promised: Format) -> Format:
    """Return the format of bytes, which is the promised one unless they begin like another."""
    if promised not in (PLAIN_TEXT, WEB_PAGE, FEED):
        return promised
    start = _start(raw)
    found = next((entry for sign, entry in _SIGNS if start.startswith(sign)), promised)
    # a page in XHTML begins as a feed does
    return WEB_PAGE if found is FEED and b"<html" in raw[:_HEAD].lower() else found


def foreign(raw: bytes) -> tuple[str, str] | None:
    """Return what foreign format bytes are in, and what to do about it; None where nothing tells."""
    start = _start(raw)
    return next(((reason, advice) for sign, reason, advice in _FOREIGN if start.startswith(sign)), None)


def _start(raw: bytes) -> bytes:
    return raw[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
