"""Claims of real articles and of the sample against what a reader finds to be one."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dateline.extraction import pipeline
from dateline.linking import story
from dateline.loading.load import Loaded, load
from dateline.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

    from dateline.model import Claim, LinkedPledge, Story

REPOSITORY = Path(__file__).parent.parent.parent
GOLD = json.loads((REPOSITORY / "tests" / "gold_claims.json").read_text(encoding="utf-8"))
FOLDERS = {"real": REPOSITORY.parent / "shared" / "seeds", "sample": REPOSITORY / "seeds"}
FLOORS = {"real": 0.9, "sample": 0.8}

Place = tuple[str, int]  # an article's number and a word's offset


class Linked:
    """A linked collection whose pledges are found by a word in their sentence."""

    def __init__(self, folder: Path, nlp: Language) -> None:
        self.texts: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        sources = []
        for path in sorted(folder.glob("*.txt")):
            for item in load(path):
                assert isinstance(item, Loaded)
                number = path.name[:3]
                self.texts[number], self.ids[number] = item.article.text, item.article.id
                (extraction,) = pipeline.extract([item.article], nlp)
                sources.append(Source(item.article, extraction, item.location.modified))
        self.story: Story = story.link(sources)

    def pledges(self, number: str) -> tuple[LinkedPledge, ...]:
        return self.story.articles[self.ids[number]].pledges

    def at(self, place: list[Any]) -> tuple[str, int] | Place:
        """Return (article, number of the pledge) of what stands at a place; the place where none does."""
        number, offset, word = place
        assert self.texts[number].startswith(word, offset)
        held = [
            (abs(linked.pledge.cue[0] - offset), k)
            for k, linked in enumerate(self.pledges(number))
            if linked.pledge.start <= offset < linked.pledge.end
        ]
        return (number, min(held)[1]) if held else (number, -offset)

    def claims_in(self, *numbers: str) -> list[Claim]:
        """Return the claims that these articles have in common."""
        wanted = {self.ids[number] for number in numbers}
        return [claim for claim in self.story.claims.values() if wanted <= set(claim.articles)]


@pytest.fixture(scope="module", params=FOLDERS)
def name(request: pytest.FixtureRequest) -> str:
    if not FOLDERS[request.param].is_dir():
        pytest.skip("no ../shared with real articles beside this checkout")
    return str(request.param)


@pytest.fixture(scope="module")
def articles(name: str, nlp: Language) -> Linked:
    return Linked(FOLDERS[name], nlp)


def pairs(groups: list[list[Any]]) -> set[frozenset[Any]]:
    """Return the pairs of pledges of different articles that are in one group."""
    found = (itertools.combinations(sorted(set(group)), 2) for group in groups)
    return {frozenset(pair) for group in found for pair in group if pair[0][0] != pair[1][0]}


def test_pledges_are_one_where_a_reader_finds_them_to_be_one(name: str, articles: Linked) -> None:
    gold = GOLD[name]
    wanted = pairs([[articles.at(place) for place in row] for row in gold["claims"].values()])
    open_ = pairs([[articles.at(place) for place in row] for row in gold["open"]])
    groups: dict[str, list[tuple[str, int]]] = {}
    for number in articles.ids:
        for k, pledge in enumerate(articles.pledges(number)):
            groups.setdefault(pledge.claim, []).append((number, k))
    told = pairs(list(groups.values())) - open_
    hits = len(told & wanted)
    f1 = 2 * hits / (len(told) + len(wanted))
    assert f1 >= FLOORS[name], f"missed {wanted - told}, wrong {told - wanted}"


def test_the_export_finance_is_in_three_articles(articles: Linked) -> None:
    claims = {c.kind: c for c in articles.claims_in("001", "003", "004") if c.label.count("£1.6bn")}
    assert set(claims) == {"figure", "pledge"}
    for claim in claims.values():
        assert {report.sign for report in claim.reports} == {"="}
        assert claim.article_count == 3


def test_the_sums_of_the_loan_agree_roughly(articles: Linked) -> None:
    by_label = {c.label: c for c in articles.story.claims.values() if c.kind == "figure"}
    assert by_label["£2.2bn"].close_to == (by_label["£2.26bn"].id,)
    assert by_label["£2.26bn"].close_to == (by_label["£2.2bn"].id,)
