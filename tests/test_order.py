"""The same articles give the same records, whatever their files are called and however the work is shared."""

from __future__ import annotations

import json
import os
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from dateline.export import extract_records

if TYPE_CHECKING:
    from collections.abc import Iterable

STORIES = sorted((Path(__file__).parent / "stories").glob("*.txt"))
CHANGED = 1_900_000_000  # when all files were changed, for articles that have no other date


def write(folder: Path, texts: Iterable[str], *, seed: int) -> Path:
    """Write each text to a file whose name is drawn anew."""
    random = Random(seed)
    for text in texts:
        path = folder / random.choice("abc") / f"{random.randrange(10**9)}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        os.utime(path, (CHANGED, CHANGED))
    return folder


def records_of(roots: Iterable[Path], **options: Any) -> dict[str, str]:
    """The records by the ids of their articles, as they are printed but for the name of the file."""
    found = {}
    for record in extract_records(roots, **options):
        del record["file"]
        found[record["id"]] = json.dumps(record, ensure_ascii=False)
    return found


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in STORIES]


def test_names_and_order_of_files_and_folders_change_nothing(tmp_path: Path, texts: list[str]) -> None:
    one = records_of([write(tmp_path / "one", texts, seed=1)])
    other = write(tmp_path / "two", reversed(texts), seed=2)
    assert len(one) == len(texts)
    assert records_of(sorted(other.iterdir(), reverse=True)) == one


def test_the_order_of_the_arguments_changes_nothing_at_all(tmp_path: Path, texts: list[str]) -> None:
    folder = write(tmp_path / "one", texts[:6], seed=3)
    roots = [folder, *folder.iterdir(), *folder.rglob("*.txt")]
    assert list(extract_records(roots)) == list(extract_records(reversed(roots)))


def test_nor_does_the_number_of_processes(tmp_path: Path, texts: list[str]) -> None:
    many = [text + f"\n\nThe report had {number} pages.\n" for number in range(6) for text in texts]
    one = records_of([write(tmp_path / "one", many, seed=4)], jobs=1)
    assert len(one) == len(many) > 64  # so many that child processes read them
    assert records_of([write(tmp_path / "two", reversed(many), seed=5)], jobs=2) == one
