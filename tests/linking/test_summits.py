"""Summits: which gatherings of several articles are one, what it is called, whatever their order."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from dateline.linking.dates import ArticleDate, resolve_all
from dateline.linking.parties import Parties
from dateline.linking.periods import Period, period
from dateline.linking.summits import link_summits
from dateline.model import (
    Actor,
    Article,
    DateExpression,
    Extraction,
    Gathering,
    LinkedActor,
    Mention,
    Party,
    Person,
    Source,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.model import GatheringKind, LinkedSummit

#: Everybody who can take part stands in every article's text at a place of his own.
CAST = ("Ingrid Solberg", "Daniel Otieno", "Ana Prieto", "Tomas Novak", "King Olav V")
TEXT = ". ".join(CAST) + "."


def gathering(
    kind: GatheringKind,
    phrase: str,
    *,
    place: str | None = None,
    country: str | None = None,
    date: int | None = None,
    company: tuple[str, ...] = (),
) -> Gathering:
    """Return a gathering of one phrase; its offsets do not matter to linking."""
    mention = Mention(0, len(phrase), phrase, "name", f"noun:{kind}")
    parties = tuple(Party("person", n, TEXT.index(n), TEXT.index(n) + len(n)) for n in company)
    return Gathering(kind, (mention,), place, country, date, parties)


def article(name: str, *gatherings: Gathering, dates: tuple[str, ...] = ()) -> Source:
    """Return an article that tells of the gatherings and has the dates."""
    people = tuple(
        Person(n, None, None, (Mention(TEXT.index(n), TEXT.index(n) + len(n), n, "name", "test"),))
        for n in CAST
    )
    expressions = tuple(DateExpression(0, 1, form, form) for form in dates)
    extraction = Extraction(name, "test", people=people, dates=expressions, gatherings=gatherings)
    return Source(Article(name, name, "derived", None, None, TEXT), extraction, "2031-01-01")


def link(written: Mapping[str, str], *sources: Source) -> Mapping[str, tuple[LinkedSummit, ...]]:
    """Return the summits of the articles, written on the given days."""
    persons = {
        s.article.id: tuple(
            LinkedActor(Actor("person", p.name.lower().replace(" ", "-"), p.name), p.mentions)
            for p in s.extraction.people
        )
        for s in sources
    }
    nobody: dict[str, tuple[LinkedActor, ...]] = {s.article.id: () for s in sources}
    dated = {s.article.id: ArticleDate(written[s.article.id], "declared") for s in sources}
    resolved = {s.article.id: resolve_all(s.extraction.dates, dated[s.article.id].date) for s in sources}
    return link_summits(sources, dated, resolved, Parties(sources, persons, nobody, nobody))


def ids(linked: Mapping[str, tuple[LinkedSummit, ...]]) -> dict[str, list[str]]:
    return {name: [row.summit.id for row in rows] for name, rows in linked.items()}


MARCH = {"a": "2031-03-03", "b": "2031-03-04", "c": "2031-03-05"}


def test_one_summit_in_three_articles_has_one_id_and_gathers_what_each_tells() -> None:
    linked = link(
        MARCH,
        article(
            "a",
            gathering("summit", "Sunday's summit", date=0, company=("Ingrid Solberg",)),
            dates=("2031-03-02",),
        ),
        article(
            "b",
            gathering("summit", "the Lima summit", place="Lima", country="PE", date=0),
            dates=("2031-03-02",),
        ),
        article("c", gathering("meeting", "a meeting in Lima", place="Lima", country="PE")),
    )
    assert ids(linked) == {name: ["2031-03-02-lima-summit"] for name in "abc"}
    summit = linked["a"][0].summit
    assert (summit.name, summit.kind, summit.place, summit.country) == ("Lima summit", "summit", "Lima", "PE")
    assert summit.date == "2031-03-02"
    assert summit.participants == ("ingrid-solberg",)


def test_an_article_shows_its_own_company() -> None:
    both = gathering("summit", "the Lima summit", place="Lima", company=("Ingrid Solberg", "Ana Prieto"))
    one = gathering("summit", "the Lima summit", place="Lima", company=("Ana Prieto",))
    linked = link(MARCH, article("a", both), article("b", one))
    assert linked["a"][0].participants == ("ingrid-solberg", "ana-prieto")
    assert linked["b"][0].participants == ("ana-prieto",)
    assert linked["b"][0].summit.participants == ("ana-prieto", "ingrid-solberg")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            gathering("summit", "the Lima summit", place="Lima", date=0),
            gathering("summit", "the Lima summit", place="Lima", date=1),
        ),
        (gathering("summit", "the summit", place="Lima"), gathering("summit", "the summit", place="Quito")),
        (gathering("summit", "the G7 summit"), gathering("summit", "the Nato summit")),
        (
            gathering("talks", "talks", place="Lima", company=("Ingrid Solberg", "Ana Prieto")),
            gathering("talks", "talks", place="Lima", company=("Daniel Otieno", "Tomas Novak")),
        ),
        (gathering("call", "a phone call", date=0), gathering("summit", "a summit", date=0)),
        (gathering("meeting", "the meeting"), gathering("meeting", "the meeting")),
    ],
    ids=["other day", "other place", "other series", "other company", "other kind", "nothing in common"],
)
def test_what_contradicts_or_shares_nothing_stays_apart(one: Gathering, two: Gathering) -> None:
    days = ("2031-03-02", "2031-03-20")
    linked = link(MARCH, article("a", one, dates=days), article("b", two, dates=days))
    assert linked["a"][0].summit.id != linked["b"][0].summit.id


def test_a_summit_of_another_season_is_another() -> None:
    spring = article("a", gathering("summit", "an EU summit in Brussels", place="Brussels"))
    winter = article("b", gathering("summit", "an EU summit in Brussels", place="Brussels"))
    linked = link({"a": "2031-03-03", "b": "2031-12-10"}, spring, winter)
    assert linked["a"][0].summit.id != linked["b"][0].summit.id
    close = link({"a": "2031-03-03", "b": "2031-03-06"}, spring, winter)
    assert close["a"][0].summit.id == close["b"][0].summit.id


def test_two_gatherings_of_one_article_are_never_joined() -> None:
    first = gathering("summit", "the Lima summit", place="Lima")
    second = gathering("meeting", "a meeting in Lima", place="Lima")
    linked = link(MARCH, article("a", first, second), article("b", first))
    assert linked["a"][0].summit.id != linked["a"][1].summit.id
    assert linked["b"][0].summit.id == linked["a"][0].summit.id


def test_a_pair_that_meets_alone_is_not_the_summit_of_the_next_day() -> None:
    pair = ("Ingrid Solberg", "Daniel Otieno")
    summit = gathering("summit", "the Lima summit", place="Lima", date=0, company=pair)
    private = gathering("meeting", "a private meeting", date=1, company=pair)
    days = ("2031-03-02", "2031-03-01")
    linked = link(MARCH, article("a", summit, dates=days), article("b", summit, private, dates=days))
    assert linked["a"][0].summit == linked["b"][0].summit != linked["b"][1].summit


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (gathering("summit", "the G8 summit in Calgary", place="Calgary"), "Calgary G8 summit"),
        (gathering("summit", "the G8 summit"), "G8 summit"),
        (gathering("call", "a call", company=("Ingrid Solberg", "Daniel Otieno")), "Solberg–Otieno call"),
        (gathering("meeting", "a walk", company=("Ana Prieto", "King Olav V")), "Prieto–King Olav V meeting"),
        (
            gathering("talks", "talks on the tax between banks and the ministers"),
            "Talks on the tax between banks",
        ),
        (gathering("visit", "her trip", place="Peru", company=("Ana Prieto",)), "Ana Prieto visit to Peru"),
        (gathering("talks", "peace talks in Lima", place="Lima"), "Lima peace talks"),
        (gathering("funeral", "the late king's funeral"), "Late king's funeral"),
        (gathering("meeting", "the final meeting of the panel"), "Final meeting of the panel"),
    ],
)
def test_names(given: Gathering, name: str) -> None:
    assert link(MARCH, article("a", given))["a"][0].summit.name == name


def test_order_changes_nothing() -> None:
    sources = [
        article("a", gathering("summit", "the Lima summit", place="Lima", date=0), dates=("2031-03-02",)),
        article(
            "b", gathering("summit", "the summit", date=0, company=("Ana Prieto",)), dates=("2031-03-02",)
        ),
        article("c", gathering("talks", "talks in Lima", place="Lima", company=("Ana Prieto",))),
    ]
    results = [link(MARCH, *order) for order in itertools.permutations(sources)]
    assert all(ids(result) == ids(results[0]) for result in results)
    assert all({k: result[k] for k in MARCH} == {k: results[0][k] for k in MARCH} for result in results)


def test_summits_of_the_same_name_and_day_get_ids_of_their_own() -> None:
    one = gathering("meeting", "a meeting of ministers")
    linked = link(MARCH, article("a", one, one), article("b", one))
    found = [row.summit.id for rows in linked.values() for row in rows]
    assert len(set(found)) == 3


@pytest.mark.parametrize(
    ("iso", "days"),
    [("2031", 365), ("2032", 366), ("2031-02", 28), ("2031-03-02", 1), ("2031-03-01/2031-03-04", 4)],
)
def test_periods_cover_the_days_of_their_precision(iso: str, days: int) -> None:
    found = period(iso)
    assert isinstance(found, Period)
    assert found.days == days


@pytest.mark.parametrize("iso", ["", "soon", "2031-13", "2031-02-30", "2031-03-04/2031-03-01"])
def test_what_is_no_date_has_no_period(iso: str) -> None:
    assert period(iso) is None
