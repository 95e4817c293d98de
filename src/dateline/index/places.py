"""Where the files of the index lie."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from dateline import config
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def extractions_file() -> Path:
    """Return the path of the extractions that all collections share."""
    return config.cache_folder() / "extractions.sqlite"


def collection_file(roots: Sequence[Path]) -> Path:
    """Return the path of the index of the collection under the roots, in whatever order they are given."""
    resolved = sorted({os.fsencode(root.resolve()) for root in roots})
    digest = hashlib.sha256(b"\0".join(resolved)).hexdigest()[:24]
    return config.cache_folder() / "collections" / f"{digest}.sqlite"


def collection_name(roots: Sequence[Path]) -> str:
    """Return a collection's name for the title bar: "seeds", or "seeds + 2 more"."""
    if not roots:
        return ""
    first = roots[0].resolve()
    name = " ".join(clean(os.fsencode(first.name or str(first)).decode("utf-8", "replace")).split())
    return name if len(roots) == 1 else f"{name} + {len(roots) - 1} more"
