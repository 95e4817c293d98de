"""The formats in which articles come: which files are of which, how large they may be, what is none of them.

A new format is an entry here and a function in `load.READERS`. Each may be compressed ("page.html.gz").
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that holds articles."""

    name: str
    suffixes: tuple[str, ...]  #: in lower case
    limit: int  #: bytes; a longer file is no article, and would hold up all others


PLAIN_TEXT = Format("plain text", (".txt", ".text"), 5_000_000)
WEB_PAGE = Format("web page", (".html", ".htm", ".xhtml"), 20_000_000)
WEB_ARCHIVE = Format("web archive", (".mhtml", ".mht", ".webarchive"), 50_000_000)
FEED = Format("feed", (".rss", ".atom", ".rdf", ".xml"), 50_000_000)
MARKDOWN = Format("Markdown", (".md", ".markdown"), 5_000_000)
MAIL = Format("e-mail", (".eml", ".emlx"), 50_000_000)
MAILBOX = Format("mailbox", (".mbox", ".mbx"), 500_000_000)
JSON = Format("JSON", (".json",), 100_000_000)
JSON_LINES = Format("JSON Lines", (".jsonl", ".ndjson"), 500_000_000)
TABLE = Format("table", (".csv", ".tsv"), 500_000_000)

FORMATS = (PLAIN_TEXT, WEB_PAGE, WEB_ARCHIVE, FEED, MARKDOWN, MAIL, MAILBOX, JSON, JSON_LINES, TABLE)

COMPRESSED = ".gz"
_HEAD = 1024  # bytes in which a page says that it is one
BEGINNING = 16_384  #: bytes within which a file says what it is, if its name does not

_BY_SUFFIX = {suffix: entry for entry in FORMATS for suffix in entry.suffixes}

_PDF = ("it is a PDF", "save its text as a .txt file, for instance with pdftotext")
_RTF = ("it is an RTF document", "save it as plain text, for instance with pandoc")
_OFFICE = ("it is an office document", "save it as plain text, for instance with pandoc")
_SHEET = ("it is a spreadsheet", "save it as CSV")
_ARCHIVE = ("it is an archive", "unpack it, and open the folder")
_BOOK = ("it is an electronic book", "save its text as .txt files, for instance with pandoc")
_PACKED = ("it is compressed, but not with gzip", "decompress it")

#: What other kinds of file begin with (letters in lower case), and what becomes of them.
_FOREIGN = (
    (b"%pdf-", *_PDF),
    (b"{\\rtf", *_RTF),
    (b"pk\x03\x04", *_ARCHIVE),
    (b"bzh91ay", *_PACKED),
    (b"\xfd7zxz", *_PACKED),
    (b"\x28\xb5\x2f\xfd", *_PACKED),
    (b"warc/1.", "it is a web archive of many pages", "save the pages of the articles"),
    (b"<!doctype netscape-bookmark", "it is a list of bookmarks", "`dateline add` the addresses in it"),
    (b"\xd0\xcf\x11\xe0", *_OFFICE),
    (b"\x1f\x8b", "it is compressed", "decompress it, or give it a name that ends in .gz"),
    (b"\xff\xd8\xff", "it is a picture", "save the article's text"),
    (b"\x89png", "it is a picture", "save the article's text"),
)

#: What is in the archives that documents are, and what becomes of them.
_IN_ARCHIVES = (
    (b"application/epub", _BOOK),
    (b"opendocument.spreadsheet", _SHEET),
    (b"opendocument", _OFFICE),
    (b"word/", _OFFICE),
    (b"xl/", _SHEET),
)

#: Files that may hold articles, but in no form that is read, and what becomes of them.
_FOREIGN_SUFFIXES = {
    ".pdf": _PDF,
    ".rtf": _RTF,
    **dict.fromkeys((".doc", ".docx", ".odt", ".pages"), _OFFICE),
    **dict.fromkeys((".xls", ".xlsx", ".ods"), _SHEET),
    **dict.fromkeys((".zip", ".tar", ".tgz", ".7z", ".rar", ".maff"), _ARCHIVE),
    **dict.fromkeys((".epub", ".mobi", ".azw3"), _BOOK),
    **dict.fromkeys((".bz2", ".xz", ".zst"), _PACKED),
    **dict.fromkeys(
        (".warc", ".wacz"), ("it is a web archive of many pages", "save the pages of the articles")
    ),
    ".enex": ("it is an export of Evernote", "export the notes as web pages (HTML)"),
    **dict.fromkeys((".msg", ".pst"), ("it is in Outlook's own format", "save the messages as .eml files")),
    ".opml": ("it is a list of feeds", "`dateline add FILE` follows them"),
}

#: What a file begins with that is in another format than its name promises (letters in lower case).
_SIGNS = (
    (b"<!doctype html", WEB_PAGE),
    (b"<html", WEB_PAGE),
    (b"<rss", FEED),
    (b"<feed", FEED),
    (b"<?xml", FEED),
)

#: What mailboxes and messages begin with.
_MAILBOX = re.compile(rb"From \S[^\n]{0,300}\d{4}[^\n]{0,20}\n>?[A-Za-z-]{1,40}:")
_HEADER = re.compile(
    rb"(?:return-path|received|delivered-to|from|message-id|mime-version|x-[a-z-]{1,40}|date|subject|to): "
)
_HEADERS = (b"\nfrom: ", b"\nsubject: ", b"\ndate: ", b"\nmessage-id: ", b"\nmime-version: ")
_FEWEST_HEADERS = 3
_RECORD = re.compile(rb"(?:\[\s*)?\{\s*\"")


def by_name(name: str) -> Format | None:
    """Return the format that a file's name promises, None where it promises none."""
    return _BY_SUFFIX.get(_suffix(name))


def foreign_by_name(name: str) -> tuple[str, str] | None:
    """Return what foreign format a file's name tells, and what to do about it; None where it tells none."""
    return _FOREIGN_SUFFIXES.get(_suffix(name))


def by_content(raw: bytes, promised: Format) -> Format:
    """Return the format of bytes, which is the promised one unless they begin like another."""
    if promised is MAILBOX and not raw.lstrip().startswith(b"From ") and _has_headers(raw):
        return MAIL  # a message by itself, under the name of a mailbox
    if promised not in (PLAIN_TEXT, WEB_PAGE, FEED):
        return promised
    start = _start(raw)
    found = next((entry for sign, entry in _SIGNS if start.startswith(sign)), None)
    if found is None:
        return promised if promised is FEED else _by_headers(raw, promised)
    # a page in XHTML begins as a feed does
    return WEB_PAGE if found is FEED and b"<html" in raw[:_HEAD].lower() else found


def _by_headers(raw: bytes, promised: Format) -> Format:
    """Return the format of what begins with the headers of messages, or with a record of JSON."""
    head = b"\n" + raw[:BEGINNING].lower()
    has_header = _HEADER.match(head, 1)
    if has_header and (b"\nfrom: <saved by " in head or b"\nsnapshot-content-location: " in head):
        return WEB_ARCHIVE
    if promised is not PLAIN_TEXT:
        return promised
    if _MAILBOX.match(raw):
        return MAILBOX
    if _has_headers(raw):
        return MAIL
    return JSON if _RECORD.match(raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:_HEAD]) else promised


def _has_headers(raw: bytes) -> bool:
    """Tell whether bytes begin with the headers of a message."""
    head = b"\n" + raw[:BEGINNING].lower()
    return bool(_HEADER.match(head, 1)) and sum(name in head for name in _HEADERS) >= _FEWEST_HEADERS


def foreign(raw: bytes) -> tuple[str, str] | None:
    """Return what foreign format bytes are in, and what to do about it; None where nothing tells."""
    start = _start(raw)
    if start.startswith(b"pk\x03\x04"):
        return next((told for sign, told in _IN_ARCHIVES if sign in raw[:BEGINNING]), _ARCHIVE)
    return next(((reason, advice) for sign, reason, advice in _FOREIGN if start.startswith(sign)), None)


def _suffix(name: str) -> str:
    stem = name.lower().removesuffix(COMPRESSED)
    if stem == "mbox":  # as Apple Mail calls the file in the folder that it exports
        return ".mbox"
    return stem[stem.rfind(".") :] if "." in stem else ""


def _start(raw: bytes) -> bytes:
    return raw[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
