"""What code made the contents of the index: as it changes, its results are made again.

Nobody has to remember to raise a number: a version is a digest over the source of the steps that it stands
for. The steps' modules are read as files and never imported here, so a version costs milliseconds.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from dateline import column_maps, config
from dateline.extraction.version import extractor_version

_PACKAGE = Path(__file__).parent.parent


class Versions(NamedTuple):
    """The versions of the steps whose results the index keeps."""

    loader: str  #: what an Article looks like, for the same bytes
    extractor: str  #: what an Extraction looks like, for the same Article
    linker: str  #: what a Story looks like, for the same Sources
    folding: str  #: how the words of the full-text search are spelt


def current_versions() -> Versions:
    """Return the versions of the code that runs, with the spaCy pipeline and the columns that are set."""
    versions, columns = _versions(config.model()), column_maps.fingerprint()
    return versions._replace(loader=f"{versions.loader} {columns}") if columns else versions


@lru_cache(maxsize=4)
def _versions(model: str | None) -> Versions:
    text = _PACKAGE / "text.py"
    loader = _digest(
        _PACKAGE / "model" / "articles.py",
        text,
        *_PACKAGE.glob("loading/**/*.py"),
        *_PACKAGE.glob("loading/**/*.tsv"),
    )
    linking = (*_PACKAGE.glob("linking/**/*.py"), *_PACKAGE.glob("linking/**/*.tsv"))
    linker = _digest(*_PACKAGE.glob("model/*.py"), text, _PACKAGE / "naming.py", *linking)
    return Versions(loader, extractor_version(model), linker, _digest(text))


@lru_cache(maxsize=1)
def rows_version() -> str:
    """Return the version of the code that makes rows of a story: where it is another, all are made again."""
    return _digest(*(_PACKAGE / "index").glob("*.py"))


def _digest(*paths: Path) -> str:
    """Return a digest of the names and contents of the files, 12 hexadecimal digits."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(_PACKAGE).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:12]
