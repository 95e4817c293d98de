"""The formats in which articles come: which files are of which, how large they may be, what is none of them.

A new format is an entry here and a module with its ``drafts`` function in `load.READERS`.
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

FORMATS = (PLAIN_TEXT,)

_BY_SUFFIX = {suffix: entry for entry in FORMATS for suffix in entry.suffixes}

#: What other kinds of file begin with (letters in lower case), and what becomes of them.
_FOREIGN = (
    (b"%pdf-", "it is a PDF", "save its text as a .txt file, for instance with pdftotext"),
    (b"{\\rtf", "it is an RTF document", "save it as plain text"),
    (b"pk\x03\x04", "it is an archive or an office document", "unpack it, or save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "it is an office document", "save it as plain text"),
    (b"\x1f\x8b", "it is compressed", "decompress it first"),
    (b"<!doctype html", "it is a web page", "save its text as a .txt file"),
    (b"<html", "it is a web page", "save its text as a .txt file"),
    (b"<?xml", "it is XML", "save the article's text as a .txt file"),
)


def by_name(name: str) -> Format | None:
    """Return the format that a file's name promises, None where it promises none."""
    return _BY_SUFFIX.get(name[name.rfind(".") :].lower()) if "." in name else None


def foreign(raw: bytes) -> tuple[str, str] | None:
    """Return what foreign format bytes are in, and what to do about it; None where nothing tells."""
    start = raw[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next(((reason, advice) for sign, reason, advice in _FOREIGN if start.startswith(sign)), None)
