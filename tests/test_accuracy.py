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

#: (figure, key) -> floor, for each collection: where it lies, where its gold lies.
COLLECTIONS = {
    "seeds": ("seeds", "gold/seeds"),
    "bbc": ("gold/bbc/texts", "gold/bbc"),
}
FLOORS = {
    "seeds": {
        ("people", "f1"): 0.97,
        ("people linking", "f1"): 0.95,
        ("countries", "f1"): 0.99,
        ("money", "f1"): 1.0,
        ("pledges", "f1"): 0.75,
        ("pledge facts", "f1"): 0.58,
        ("summits", "f1"): 0.77,
        ("dates", "acc"): 1.0,
        ("offsets", "acc"): 1.0,
    },
    "bbc": {
        ("people", "f1"): 0.97,
        ("people linking", "f1"): 0.95,
        ("countries", "f1"): 0.98,
        ("money", "f1"): 0.97,
        ("pledges", "f1"): 0.58,
        ("pledge facts", "f1"): 0.45,
        ("summits", "f1"): 0.70,
        ("offsets", "acc"): 1.0,
    },
}
FLOORS["sample"] = FLOORS["seeds"]
FLOORS["stories"] = {
    ("people", "f1"): 0.95,
    ("people linking", "f1"): 0.95,
    ("countries", "f1"): 0.98,
    ("money", "f1"): 0.96,
    ("pledges", "f1"): 0.75,
    ("summits", "f1"): 0.65,
    ("offsets", "acc"): 1.0,
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
