"""The accuracy floors: what `dateline extract` finds in annotated articles, by the shared scorer.

The gold of the sample collection lies in tests/gold, that of invented stories beside them in tests/stories,
that of real articles (and the scorer) in ../shared.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).parent.parent
pytestmark = pytest.mark.xdist_group("accuracy")  # all articles are read once

#: (figure, key) -> floor, for each collection: where it lies, where its gold lies.
COLLECTIONS = {
    "seeds": ("seeds", "gold/seeds"),
    "bbc": ("gold/bbc/texts", "gold/bbc"),
}
FLOORS = {
    "seeds": {
        ("people", "f1"): 0.98,
        ("people linking", "f1"): 0.98,
        ("roles", "f1"): 0.85,
        ("countries", "f1"): 1.0,
        ("money", "f1"): 1.0,
        ("money equivalents", "acc"): 1.0,
        ("pledges", "f1"): 0.88,
        ("pledge facts", "f1"): 0.78,
        ("pledger", "acc"): 0.90,
        ("pledge status", "acc"): 0.95,
        ("pledge money", "acc"): 1.0,
        ("beneficiary", "acc"): 0.75,
        ("summits", "f1"): 0.88,
        ("participants", "f1"): 0.75,
        ("summit linking", "f1"): 0.90,
        ("summit kind", "acc"): 0.95,
        ("summit place", "acc"): 0.90,
        ("summit date", "acc"): 0.90,
        ("dates", "acc"): 1.0,
        ("offsets", "acc"): 1.0,
    },
    "bbc": {
        ("people", "f1"): 0.985,
        ("people linking", "f1"): 0.975,
        ("roles", "f1"): 0.88,
        ("countries", "f1"): 0.99,
        ("money", "f1"): 0.985,
        ("money equivalents", "acc"): 0.95,
        ("pledges", "f1"): 0.78,
        ("pledge facts", "f1"): 0.65,
        ("pledger", "acc"): 0.85,
        ("pledge status", "acc"): 0.93,
        ("pledge money", "acc"): 0.85,
        ("beneficiary", "acc"): 0.70,
        ("summits", "f1"): 0.80,
        ("participants", "f1"): 0.60,
        ("summit linking", "f1"): 0.75,
        ("summit kind", "acc"): 0.93,
        ("summit place", "acc"): 0.80,
        ("offsets", "acc"): 1.0,
    },
    "sample": {
        ("people", "f1"): 0.98,
        ("people linking", "f1"): 0.95,
        ("roles", "f1"): 0.95,
        ("countries", "f1"): 1.0,
        ("money", "f1"): 1.0,
        ("pledges", "f1"): 0.80,
        ("pledge facts", "f1"): 0.65,
        ("summits", "f1"): 0.90,
        ("summit linking", "f1"): 0.85,
        ("dates", "acc"): 1.0,
        ("offsets", "acc"): 1.0,
    },
    "stories": {
        ("people", "f1"): 0.98,
        ("people linking", "f1"): 0.96,
        ("roles", "f1"): 0.82,
        ("countries", "f1"): 0.98,
        ("money", "f1"): 0.96,
        ("pledges", "f1"): 0.84,
        ("pledge facts", "f1"): 0.70,
        ("summits", "f1"): 0.76,
        ("summit linking", "f1"): 0.60,
        ("offsets", "acc"): 1.0,
    },
}


def score(shared: Path, articles: Path, gold: Path, folder: Path) -> dict[str, Any]:
    """Return the scorer's figures for the articles in the folder."""
    command = [sys.executable, "-m", "dateline", "extract", str(articles)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    predictions = folder / "predictions.jsonl"
    predictions.write_text(lines, encoding="utf-8")
    scorer = [sys.executable, str(shared / "tools" / "score.py"), str(gold), str(predictions), "--json"]
    figures: dict[str, Any] = json.loads(subprocess.run(scorer, capture_output=True, check=True).stdout)
    return figures


@pytest.fixture(scope="module")
def figures(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The scorer's figures for each collection."""
    places = {name: (shared / texts, shared / gold) for name, (texts, gold) in COLLECTIONS.items()}
    places["sample"] = (REPOSITORY / "seeds", REPOSITORY / "tests" / "gold")
    places["stories"] = (REPOSITORY / "tests" / "stories",) * 2
    return {name: score(shared, *place, tmp_path_factory.mktemp(name)) for name, place in places.items()}


@pytest.mark.parametrize(
    ("collection", "figure", "key"), [(name, *which) for name, floors in FLOORS.items() for which in floors]
)
def test_accuracy_stays_above_its_floor(
    figures: dict[str, dict[str, Any]], collection: str, figure: str, key: str
) -> None:
    assert figures[collection][figure][key] >= FLOORS[collection][figure, key]
