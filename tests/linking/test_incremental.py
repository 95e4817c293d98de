"""A linker that is told of articles one by one tells the story that linking them at once does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from benchmarks.synthetic import collection
from hypothesis import HealthCheck, given, settings

from dateline.linking.linker import Linker
from dateline.linking.story import link
from told_news import DEEDS, SUMS, ruled_steps, ruling, step, steps, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import Change, Ruling, Source, Story


def same(one: Story, two: Story) -> None:
    """Assert that two stories are one, part by part, so that a failure tells where they differ."""
    for id_ in sorted({*one.articles, *two.articles}):
        assert one.articles.get(id_) == two.articles.get(id_)
    assert one.claims == two.claims
    assert one == two
    assert list(one.articles) == list(two.articles)


def told(change: Change, before: Story, after: Story) -> None:
    """Assert that what a change leaves out is as it was, and what has gone was there."""
    for id_, article in after.articles.items():
        if id_ not in change.articles | change.sharing:
            assert article == before.articles[id_]
    assert before.articles.keys() - after.articles.keys() == change.removed
    actors = {(actor.type, actor.id): actor for actor in before.actors}
    now = {(actor.type, actor.id): actor for actor in after.actors}
    assert {key for key, actor in now.items() if actors.get(key) != actor} == change.actors
    assert actors.keys() - now.keys() == change.actors_gone
    summits = {summit.id: summit for summit in before.summits}
    assert {s.id for s in after.summits if summits.get(s.id) != s} == change.summits
    assert summits.keys() - {s.id for s in after.summits} == change.summits_gone
    assert {id_ for id_, claim in after.claims.items() if before.claims.get(id_) != claim} == change.claims
    assert before.claims.keys() - after.claims.keys() == change.claims_gone


@pytest.mark.parametrize("window", [1, 80])
def test_any_way_to_the_same_articles_gives_the_same_story(window: int) -> None:
    @settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
    @given(steps)
    def holds(steps: Sequence[Any]) -> None:
        linker = Linker()
        there: dict[str, Source] = {}
        before = linker.story()
        for added, removed in steps:
            sources, gone, there = step(there, added, removed)
            change = linker.update(sources, gone)
            after = linker.story()
            told(change, before, after)
            same(after, link(there.values()))
            before = after

    with patch("dateline.linking.groups.NEIGHBOURS", window), patch("dateline.linking.copies._CROWD", window):
        holds()


@pytest.mark.parametrize("window", [1, 80])
def test_any_way_to_the_same_articles_and_rulings_gives_the_same_story(window: int) -> None:
    @settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
    @given(ruled_steps)
    def holds(steps: Sequence[Any]) -> None:
        linker = Linker()
        there: dict[str, Source] = {}
        rulings: list[Ruling] = []
        for (added, removed), said in steps:
            sources, gone, there = step(there, added, removed)
            if said is not None:
                rulings = [ruling(there, number, one) for number, one in enumerate(said)]
            linker.update(sources, gone, None if said is None else rulings)
            same(linker.story(), link(there.values(), rulings))

    with patch("dateline.linking.groups.NEIGHBOURS", window), patch("dateline.linking.copies._CROWD", window):
        holds()


def test_many_articles_in_two_parts_are_those_at_once() -> None:
    sources = list(collection(160))
    linker = Linker()
    linker.update(sources[:90])
    linker.update(sources[70:], [source.article.id for source in sources[:20]])
    same(linker.story(), link(sources[20:]))


def test_what_is_there_already_changes_nothing() -> None:
    sources = list(collection(12))
    linker = Linker()
    linker.update(sources)
    change = linker.update(sources[:3], ["unknown"])
    assert not any(
        (change.articles, change.sharing, change.removed, change.actors, change.summits, change.claims)
    )


def test_an_article_that_stands_alone_changes_no_other() -> None:
    linker = Linker()
    linker.update([written(1, (1, [("person", (("Ida", "Vale"), None))], False))])
    change = linker.update([written(2, (1, [("person", (("Otto", "Brandt"), None))], False))])
    assert (change.articles, change.sharing) == ({f"{2:064}"}, frozenset())
    assert change.actors == {("person", "otto-brandt")}


def test_a_second_bearer_of_a_family_name_unlinks_the_bare_one() -> None:
    linker = Linker()
    bare = written(2, (1, [("person", (("", "Vale"), None))], False))
    linker.update([written(1, (1, [("person", (("Ida", "Vale"), None))], False)), bare])
    assert linker.story().articles[bare.article.id].people[0].actor.id == "ida-vale"
    change = linker.update([written(3, (1, [("person", (("Otto", "Vale"), None))], False))])
    assert bare.article.id in change.articles
    assert linker.story().articles[bare.article.id].people[0].actor.id == "vale"


def test_what_stood_between_two_reports_lets_them_meet_when_it_goes() -> None:
    deed = ("spend", SUMS[0], DEEDS[0])
    sources = [written(number, (number, [deed], False)) for number in range(3)]
    with patch("dateline.linking.groups.NEIGHBOURS", 1):
        linker = Linker()
        linker.update(sources)
        linker.update([], [sources[1].article.id])
        same(linker.story(), link([sources[0], sources[2]]))
        assert len(linker.story().claims) == 1
        linker.update([sources[1]])
        same(linker.story(), link(sources))
