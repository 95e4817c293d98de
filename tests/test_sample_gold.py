"""The sample collection and its gold fit each other and the loaders."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dateline.loading.load import Loaded, load

if TYPE_CHECKING:
    from dateline.model import Article

REPOSITORY = Path(__file__).parent.parent
GOLD = sorted((REPOSITORY / "tests" / "gold").glob("*.json"))


def sample(gold: Path) -> tuple[dict[str, Any], Article]:
    told = json.loads(gold.read_text(encoding="utf-8"))
    (loaded,) = load(REPOSITORY / "seeds" / told["file"])
    assert isinstance(loaded, Loaded)
    return told, loaded.article


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_every_quoted_phrase_stands_in_the_article(gold: Path) -> None:
    told, article = sample(gold)
    quoted = [phrase for person in told["people"] for phrase in person["surfaces"] + person["roles"]]
    quoted += [
        phrase
        for country in told["countries"]
        for kind in ("names", "demonyms", "metonyms")
        for phrase in country[kind]
    ]
    quoted += told["organizations"] + told["other_places"] + [figure["text"] for figure in told["money"]]
    quoted += [
        sentence
        for pledge in told["pledges"]
        for sentence in (pledge["sentence"], *pledge.get("repeats", ()))
    ]
    quoted += [phrase for summit in told["summits"] for phrase in summit["surfaces"]]
    assert [phrase for phrase in quoted if phrase not in article.text] == []


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_dates_outlets_and_furniture_of_the_sample(gold: Path) -> None:
    told, article = sample(gold)
    assert list(article.furniture) == told["boilerplate"]
    assert article.title_basis == "derived"
    if gold.stem == "003":
        assert article.declared_date is None
    else:
        assert article.declared_date == told["date"]
    assert article.outlet == ("The Independent" if gold.stem in ("000", "002") else None)


def test_the_sample_has_five_articles() -> None:
    assert [path.stem for path in GOLD] == [path.stem for path in sorted((REPOSITORY / "seeds").iterdir())]
    assert len(GOLD) == 5
