"""What may be imported on the way to the first screen, looked at in a process of its own.

The contracts in pyproject.toml read the source; they cannot tell an import at the top of a module from one
inside the function that needs it. This looks at what is really loaded.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"spacy", "networkx", "numpy", "pycountry", "rapidfuzz", "charset_normalizer"}


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("dateline.cli", HEAVY | {"textual", "sqlite3"}),
        ("dateline.reader.app", HEAVY),
        ("dateline.reader.application", HEAVY),
        ("dateline.index.collection", HEAVY | {"textual"}),
        ("dateline.library.library", HEAVY | {"textual"}),
        ("dateline.loading.files", HEAVY | {"textual"}),
        ("dateline.extraction.version", HEAVY | {"textual"}),
    ],
)
def test_a_module_does_not_bring_in(module: str, heavy: set[str]) -> None:
    code = f"import {module}, sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not heavy & set(run.stdout.split())
