"""The inputs that fuzzing has kept hold what they held, without atheris."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fuzz.run import CORPUS, NAMES
from fuzz.targets import TARGETS

if TYPE_CHECKING:
    from pathlib import Path


def test_the_runner_knows_all_targets() -> None:
    assert set(NAMES) == TARGETS.keys()
    assert {folder.name for folder in CORPUS.iterdir()} == TARGETS.keys()


@pytest.mark.parametrize("name", NAMES)
def test_what_was_kept_still_holds(name: str, tmp_path: Path) -> None:
    target = TARGETS[name].make(tmp_path)
    kept = sorted((CORPUS / name).iterdir())
    assert kept
    for path in kept:
        try:
            target(path.read_bytes())
        except Exception as error:
            error.add_note(f"on {path}")
            raise
