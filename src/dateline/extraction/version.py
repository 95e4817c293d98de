"""The version of the extractor: what was extracted by another one is extracted again."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import metadata
from pathlib import Path

_FOLDER = Path(__file__).parent
_BELOW = ("model/articles.py", "model/extractions.py", "naming.py", "text.py")  # what the rules rest on


@lru_cache(maxsize=8)
def extractor_version(model: str | None = None) -> str:
    """Return a digest of the rules' source and of the weights' description (12 hexadecimal digits).

    Any change of a rule or of the weights changes it, so nobody has to remember to raise a number. model
    names another spaCy pipeline than dateline's own, or the path of one. spaCy is not imported for it.
    """
    digest = hashlib.sha256()
    rules = sorted((*_FOLDER.glob("*.py"), *_FOLDER.glob("*.tsv")))
    for path in (*rules, *(_FOLDER.parent / name for name in _BELOW)):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    digest.update(_description(model))
    return digest.hexdigest()[:12]


def _description(model: str | None) -> bytes:
    """Return what tells a pipeline from others: its meta.json, or the name and version of a package."""
    folder = _FOLDER / "weights" if model is None else Path(model)
    try:
        return (folder / "meta.json").read_bytes()
    except OSError:
        pass
    try:
        return f"{model} {metadata.version(str(model))}".encode()
    except (metadata.PackageNotFoundError, ValueError):
        return str(model).encode()  # not there: it is for who loads it to say so
