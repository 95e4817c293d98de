"""What is worth a look in a folder: articles by their names, mail; not what a browser saved beside a page."""

from __future__ import annotations

import os
import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from dateline.loading import formats

if TYPE_CHECKING:
    from collections.abc import Collection

_MAILDIR = frozenset(("cur", "new", "tmp"))  # https://cr.yp.to/proto/maildir.html
#: The folders with the pictures and frames of a saved page, as browsers name them in the languages of Europe.
_COMPANION = re.compile(
    r"(?P<page>.+)(?:[_.]files|[_-](?:dateien|fichiers|bestanden|archivos|arquivos|ficheiros|fitxers|file|filer"
    r"|tiedostot|pliki|soubory|elemei|dosyalar|datoteke|fajlovi|failid|fails|bylos))",
    re.IGNORECASE,
)
_PAGES = (".html", ".htm", ".xhtml")


def worth_reading(folder: str) -> tuple[list[str], list[str]]:
    """Return the names in a folder that may lead to articles, and those of files in a form that isn't read.

    Both are sorted; raises OSError.
    """
    names: list[str] = []
    folders: list[str] = []
    foreign: list[str] = []
    is_mail = PurePath(folder).name in ("cur", "new") and _is_maildir(os.path.dirname(folder))  # noqa: PTH120
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            if formats.by_name(name):
                names.append(name)
            elif entry.is_dir():
                folders.append(name)
            elif is_mail:
                names.append(name)
            elif formats.foreign_by_name(name):
                foreign.append(name)
    pages = frozenset(name for name in names if name.lower().endswith(_PAGES)) if folders else frozenset()
    names += [name for name in folders if not _is_companion(name, pages)]
    return sorted(names), sorted(foreign)


def _is_maildir(folder: str) -> bool:
    with os.scandir(folder) as entries:
        return {entry.name for entry in entries} >= _MAILDIR


def _is_companion(folder: str, pages: Collection[str]) -> bool:
    """Tell whether a folder holds what a browser saved with one of the pages beside it."""
    found = _COMPANION.fullmatch(folder)
    return found is not None and any(found["page"] + suffix in pages for suffix in _PAGES)
