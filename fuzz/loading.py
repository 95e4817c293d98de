"""Targets for what is read from files; each maker takes a folder for its files and returns the target."""

from __future__ import annotations

import gzip
import os
import plistlib
from collections import Counter
from typing import TYPE_CHECKING

from dateline.feeds import adding, refresh, store
from dateline.loading import columns, compose, dates
from dateline.loading.drafts import Draft
from dateline.loading.load import load
from dateline.text import clean
from fuzz import checks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Target = Callable[[bytes], None]

#: Formats that a compressed file may have inside, chosen by its first byte.
_INSIDE = (".txt", ".html", ".rss", ".md", ".eml", ".jsonl", ".csv", ".tsv")
_MAP = {"title": "headline", "text": "body", "date": "when.day", "source": "paper"}


def file_of(suffix: str) -> Callable[[Path], Target]:
    """Return the maker of a target that loads files of a suffix."""

    def make(folder: Path) -> Target:
        path = folder / f"fuzz{suffix}"

        def target(data: bytes) -> None:
            path.write_bytes(data)
            checks.are_loaded(load(path))

        return target

    return make


def text(folder: Path) -> Target:
    """Load plain text, and lose none of its characters but white space and a leading date."""
    path = folder / "fuzz.txt"

    def target(data: bytes) -> None:
        path.write_bytes(data)
        checks.are_loaded(load(path))
        told = data.decode("utf-8", "replace")
        article = compose.article(Draft(data, told))
        if article is not None:
            checks.is_article(article)
            kept = _characters(article.text, *article.furniture)
            assert kept == _characters(dates.marker(clean(told))[1])

    return target


def page(folder: Path) -> Target:
    """Load a web page, and look for the feeds that it names."""
    load_page = file_of(".html")(folder)

    def target(data: bytes) -> None:
        load_page(data)
        for address in adding.feeds_of(data, "https://news.invalid/today/"):
            assert store.is_address(address)

    return target


def feed(folder: Path) -> Target:
    """Load a feed as a file, and keep its entries as those of a feed that is followed."""
    path = folder / "fuzz.rss"

    def target(data: bytes) -> None:
        path.write_bytes(data)
        told = {article.text for article in checks.are_loaded(load(path))}
        followed = store.Feed("fuzz", "https://news.invalid/feed", "Fuzz")
        home = checks.emptied(store.entries_folder(followed))
        outcome = refresh.keep(followed, data)
        kept = sorted(home.iterdir())
        assert len(kept) == outcome.new
        for entry in kept:
            articles = checks.are_loaded(load(entry))
            assert told.issuperset(article.text for article in articles), "it is kept otherwise than it came"

    return target


def table(suffix: str) -> Callable[[Path], Target]:
    """Return the maker of a target that loads tables of a suffix, with a map of columns and without."""

    def make(folder: Path) -> Target:
        path = folder / f"fuzz{suffix}"

        def target(data: bytes) -> None:
            path.write_bytes(data)
            checks.are_loaded(load(path))
            checks.are_loaded(load(path, _MAP))

        return target

    return make


def archive(folder: Path) -> Target:
    """Load a page that a browser saved as one file: as MHTML, and as a property list of Safari's."""
    path = folder / "fuzz.webarchive"

    def target(data: bytes) -> None:
        path.write_bytes(data)
        checks.are_loaded(load(path))
        if data.startswith(b"bplist00"):
            return
        page = {"WebResourceData": data, "WebResourceTextEncodingName": data[:5].decode("latin-1")}
        path.write_bytes(plistlib.dumps({"WebMainResource": page}, fmt=plistlib.FMT_BINARY))
        checks.are_loaded(load(path))

    return target


def column_map(_folder: Path) -> Target:
    """Read a map of columns as it is typed."""

    def target(data: bytes) -> None:
        try:
            found = columns.parse_map(data.decode("utf-8", "surrogateescape"))
        except columns.BadMap as error:
            checks.is_safe(clean(str(error)))
        else:
            assert columns.parse_map(",".join(f"{wanted}={name}" for wanted, name in found.items())) == found

    return target


def packed(folder: Path) -> Target:
    """Load a compressed file, damaged or not: what is in it reads as it does without compression."""

    def target(data: bytes) -> None:
        if not data:
            return
        suffix, inside = _INSIDE[data[0] % len(_INSIDE)], data[1:]
        plain, compressed = folder / f"fuzz{suffix}", folder / f"fuzz{suffix}.gz"
        plain.write_bytes(inside)
        compressed.write_bytes(gzip.compress(inside, 1, mtime=0))
        assert checks.are_loaded(load(compressed)) == checks.are_loaded(load(plain))
        compressed.write_bytes(inside)
        checks.are_loaded(load(compressed))

    return target


def modified(folder: Path) -> Target:
    """Load a file that claims to have been changed at any time at all."""
    path = folder / "fuzz.txt"
    path.write_text("The port was closed, said Ada Quill.")

    def target(data: bytes) -> None:
        seconds = int.from_bytes(data[:8], "big", signed=True)
        try:
            os.utime(path, (seconds, seconds))
        except (OSError, OverflowError):
            return
        checks.are_loaded(load(path))

    return target


def _characters(*texts: str) -> Counter[str]:
    return Counter(character for text in texts for character in text if not character.isspace())
