"""Which gatherings of several articles are one summit, from their texts on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dateline.extraction import pipeline
from dateline.linking.story import link
from dateline.model import Article, Source

if TYPE_CHECKING:
    from spacy.language import Language

    from dateline.model import Story, Summit


def story(nlp: Language, *texts: tuple[str, str]) -> Story:
    """Return the story of articles given as (date, text)."""
    articles = [Article(f"{n}", f"{n}", "derived", day, None, text) for n, (day, text) in enumerate(texts)]
    found = pipeline.extract(articles, nlp)
    return link(Source(a, e, str(dt.date(2022, 5, 20))) for a, e in zip(articles, found, strict=True))


def summits(linked: Story, article: str) -> list[Summit]:
    """Return the summits of one article."""
    return [row.summit for row in linked.articles[article].summits]


def test_a_call_told_by_two_verbs_is_one(nlp: Language) -> None:
    linked = story(
        nlp,
        ("2022-05-18", "President Marco Sella of Italy rang Prime Minister Anna Lund of Norway on Tuesday."),
        ("2022-05-19", "Prime Minister Anna Lund of Norway spoke by phone with President Marco Sella of "
         "Italy on Tuesday, her office said."),
    )  # fmt: skip
    (one,), (two,) = summits(linked, "0"), summits(linked, "1")
    assert one.id == two.id
    assert (one.kind, one.date) == ("call", "2022-05-17")


def test_a_conference_is_known_by_its_topic_where_one_article_leaves_out_the_city(nlp: Language) -> None:
    linked = story(
        nlp,
        (
            "2022-05-18",
            "The Oslo Climate Finance Conference opened on Wednesday. Norway gave euros.",
        ),
        ("2022-05-20", "President Marco Sella hailed the climate finance conference of world leaders."),
    )
    (one,), (two,) = summits(linked, "0"), summits(linked, "1")
    assert one.id == two.id
    assert (one.kind, one.place) == ("conference", "Oslo")


def test_conferences_of_one_topic_in_two_cities_are_two(nlp: Language) -> None:
    linked = story(
        nlp,
        ("2022-05-18", "The Oslo Climate Finance Conference opened on Wednesday."),
        ("2022-05-20", "The Lisbon Climate Finance Conference opened on Thursday."),
    )
    (one,), (two,) = summits(linked, "0"), summits(linked, "1")
    assert one.id != two.id


def test_a_visit_and_a_meeting_of_others_in_its_city_are_two(nlp: Language) -> None:
    linked = story(
        nlp,
        ("2022-05-18", "President Marco Sella of Italy began a visit to Washington on Wednesday."),
        ("2022-05-18", "In Washington, President Ellen Ward held a meeting on Wednesday with Queen Ada."),
    )
    (one,), (two,) = summits(linked, "0"), summits(linked, "1")
    assert one.id != two.id


def test_one_leader_meets_several_others_on_a_day(nlp: Language) -> None:
    linked = story(
        nlp,
        ("2022-05-20", "President Marco Sella of Italy met Oslo officials of the rebels on Wednesday."),
        ("2022-05-20", "President Marco Sella of Italy had talks with King Faris in Amman on Wednesday."),
    )
    found = [summit.id for article in ("0", "1") for summit in summits(linked, article)]
    assert len(found) == len(set(found)) == 2
