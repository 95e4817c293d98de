"""The version of the extractor: what was extracted by another one is extracted again."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_BELOW = ("model/articles.py", "model/extractions.py", "naming.py", "text.py")  # what the rules rest on


@lru_cache(maxsize=1)
def extractor_version() -> str:
    """Return a digest of the rules' source and of the weights' description (12 hexadecimal digits).

    Any change of a rule or of the weights changes it, so nobody has to remember to raise a number. spaCy is
    not imported for it.
    """
    digest = hashlib.sha256()
    rules = sorted((*_FOLDER.glob("*.py"), *_FOLDER.glob("*.tsv")))
    for path in (*rules, _FOLDER / "weights" / "meta.json", *(_FOLDER.parent / name for name in _BELOW)):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
