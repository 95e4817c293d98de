"""A linker that is told of articles one by one tells the story that linking them at once does."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from benchmarks.drafts import Draft
from benchmarks.synthetic import collection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.linking.linker import Linker
from dateline.linking.story import link
from dateline.model import Place, Ruling

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model import Change, Source, Story

NAMES = [
    ("Ida", "Vale"),
    ("Otto", "Vale"),
    ("I", "Vale"),
    ("Ida", "Brandt"),
    ("Idda", "Brandt"),
    ("", "Vale"),
    ("", "Brandt"),
]
OFFICES = [
    ("president", "PE"),
    ("president", "KE"),
    ("prime minister", "PE"),
    ("president", ""),
    ("minister", ""),
]
STATES = {"PE": ("Peru", "Peruvian"), "KE": ("Kenya", "Kenyan")}
BODIES = ["Harbour Union", "HU", "Grain Forum"]
SUMS = [("$5m", "5000000"), ("$5.1m", "5100000"), ("$5.14m", "5140000"), ("$60m", "60000000")]
DEEDS = ["ships for the harbour", "grain for the harbour", "ships and grain"]
FIRST = date(2031, 3, 3)

people = st.tuples(st.sampled_from(NAMES), st.none() | st.sampled_from(OFFICES))
fact = st.one_of(
    st.tuples(st.just("person"), people),
    st.tuples(st.just("role"), st.sampled_from(OFFICES)),
    st.tuples(st.just("body"), st.sampled_from(BODIES)),
    st.tuples(st.just("spend"), st.sampled_from(SUMS), st.sampled_from(DEEDS)),
    st.tuples(st.just("give"), st.sampled_from(["PE", "KE"]), st.sampled_from(SUMS), st.sampled_from(DEEDS)),
    st.tuples(st.just("vow"), people, st.sampled_from(DEEDS)),
    st.tuples(st.just("meet"), people, people, st.sampled_from(["Lima", "Nairobi", None])),
    st.tuples(st.just("call"), people, people),
)
days = st.integers(0, 12) | st.none()
articles = st.tuples(days, st.lists(fact, max_size=5), st.booleans())
changes = st.tuples(
    st.lists(st.tuples(st.integers(0, 7), articles), max_size=3), st.sets(st.integers(0, 7), max_size=2)
)
steps = st.lists(changes, min_size=1, max_size=6)
VALUES = {
    "same": [""],
    "different": [""],
    "kind": ["none", "organization", "person"],
    "rename": ["Ada Stone", "Ida Vale"],
    "date": ["2031-03-05", "2031-04-01"],
    "wrong": [""],
    "confirmed": [""],
}
#: A ruling's kind and value, and of each thing that it is about the article and its number there.
ruled = st.sampled_from([(kind, value) for kind, values in VALUES.items() for value in values])
about = st.tuples(st.integers(0, 7), st.integers(0, 5))
ruled_steps = st.lists(
    st.tuples(changes, st.none() | st.lists(st.tuples(ruled, about, about), max_size=3)),
    min_size=1,
    max_size=5,
)


def person(draft: Draft, who: Any) -> Any:
    (given_name, family), office = who
    return draft.person(given_name, family, *(office or ()))


def written(number: int, article: Any) -> Source:
    """Return the article of a number, with one sentence for each of its facts."""
    day, facts, wired = article
    dated = None if day is None else FIRST + timedelta(day)
    draft = Draft(number, dated, "The Quay", dated or FIRST)
    draft.headline("News")
    if dated is None:
        draft.say("LIMA, ", draft.date("5 March", "--03-05"), " — It rained.")
    for kind, *more in facts:
        FACTS[kind](draft, *more)
    if wired:
        draft.say(
            "The tide came in over the old wall and took with it what forty years of work had put there,"
        )
        draft.say(
            "so that nobody could tell any longer where the quay had been and where the first boats lay."
        )
    return draft.source(f"{number:064}")


def _role(draft: Draft, office: tuple[str, str]) -> None:
    words = f"the {STATES[office[1]][1]} {office[0]}" if office[1] else f"the {office[0]}"
    draft.say(draft.role(words, office[0], office[1]), " said so.")


def _spend(draft: Draft, sum_: tuple[str, str], deed: str) -> None:
    draft.say("They spent ", draft.money(*sum_, "USD"), f" on {deed}.")


def _give(draft: Draft, code: str, sum_: tuple[str, str], deed: str) -> None:
    giver, money = draft.country(STATES[code][0], code), draft.money(*sum_, "USD")
    draft.say(giver, " will give ", money, f" of {deed}.")
    draft.pledge(giver, None, f"give {deed}", money)


def _vow(draft: Draft, who: Any, deed: str) -> None:
    giver = person(draft, who)
    draft.say(giver, f" will send {deed}.")
    draft.pledge(giver, None, f"send {deed}", None)


def _meet(draft: Draft, one: Any, two: Any, place: str | None) -> None:
    company, name, when = (
        [person(draft, one), person(draft, two)],
        draft.name("a summit"),
        draft.date("Sunday", "SUN"),
    )
    draft.say(company[0], " and ", company[1], " were at ", name, " on ", when, ".")
    draft.gathering("summit", [name], place, when, company)


def _call(draft: Draft, one: Any, two: Any) -> None:
    company, verb = [person(draft, one), person(draft, two)], draft.name("rang")
    draft.say(company[0], " ", verb, " ", company[1], ".")
    draft.gathering("call", [verb], None, None, company)


FACTS: Mapping[str, Any] = {
    "person": lambda draft, who: draft.say(person(draft, who), " came."),
    "role": _role,
    "body": lambda draft, name: draft.say("The ", draft.body(name), " met."),
    "spend": _spend,
    "give": _give,
    "vow": _vow,
    "meet": _meet,
    "call": _call,
}


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
            sources = [written(*numbered) for numbered in added]
            gone = {f"{number:064}" for number in removed}
            change = linker.update(sources, gone)
            there = {id_: source for id_, source in there.items() if id_ not in gone}
            there |= {source.article.id: source for source in sources}
            after = linker.story()
            told(change, before, after)
            same(after, link(there.values()))
            before = after

    with patch("dateline.linking.groups.NEIGHBOURS", window), patch("dateline.linking.copies._CROWD", window):
        holds()


def ruling(there: Mapping[str, Source], number: int, said: Any) -> Ruling:
    """Return a ruling about what articles mention; about no words of those that are not there."""
    (kind, value), *about = said
    places = []
    for article, which in about[: 2 if kind in ("same", "different") else 1]:
        id_ = f"{article:064}"
        spots = _spots(there[id_], kind) if id_ in there else []
        places.append(Place(id_, *(spots[which % len(spots)] if spots else (3, 7))))
    return Ruling(f"ruling {number}", kind, tuple(places), value)


def _spots(source: Source, kind: str) -> list[tuple[int, int]]:
    found = source.extraction
    if kind in ("wrong", "confirmed"):
        figures = [(figure.start, figure.end) for figure in found.money]
        return figures + [(pledge.start, pledge.end) for pledge in found.pledges]
    if kind == "date":
        return [(0, 0), *((m.start, m.end) for one in found.gatherings for m in one.mentions)]
    named = [one.mentions for one in found.people] + [one.mentions for one in found.organizations]
    told = [one.mentions for one in found.gatherings]
    return [(mention.start, mention.end) for mentions in named + told for mention in mentions]


@pytest.mark.parametrize("window", [1, 80])
def test_any_way_to_the_same_articles_and_rulings_gives_the_same_story(window: int) -> None:
    @settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
    @given(ruled_steps)
    def holds(steps: Sequence[Any]) -> None:
        linker = Linker()
        there: dict[str, Source] = {}
        rulings: list[Ruling] = []
        for (added, removed), said in steps:
            sources = [written(*numbered) for numbered in added]
            gone = {f"{number:064}" for number in removed}
            there = {id_: source for id_, source in there.items() if id_ not in gone}
            there |= {source.article.id: source for source in sources}
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
