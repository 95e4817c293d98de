"""When articles were written, and what their date expressions mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.linking.dates import ArticleDate, date_articles, resolve_all
from dateline.model import Article, DateExpression, Extraction, Mention, Person, Source

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from dateline.model import Direction

CAST = ("Mira Holt", "Jonas Beck", "Ada Quill", "Tomas Rey")


def person(name: str) -> Person:
    """Return a person who is named once."""
    given_name, family = name.split(" ")
    return Person(name, given_name, family, (Mention(0, len(name), name, "name", "test"),))


def expression(
    text: str, words: str, form: str, direction: Direction | None = "past", anchor: int | None = None
) -> DateExpression:
    """Return a date expression at its words in the text."""
    start = text.index(words)
    return DateExpression(start, start + len(words), words, form, direction, anchor, "test")


def source(
    name: str,
    text: str,
    declared: str | None = None,
    dates: tuple[DateExpression, ...] = (),
    people: tuple[str, ...] = CAST[:3],
) -> Source:
    """Return an article of one sentence, changed on disk on New Year's Day 2030."""
    article = Article(name, f"About {name}", "derived", declared, None, text)
    extraction = Extraction(name, "test", ((0, len(text)),), tuple(map(person, people)), dates=dates)
    return Source(article, extraction, "2030-01-01")


def undated(
    text: str, *dates: tuple[str, str, Direction | None], people: tuple[str, ...] = CAST[:3]
) -> Source:
    """Return an article without a date that words these."""
    return source("undated", text, None, tuple(expression(text, *date) for date in dates), people)


BOATS = "The boats sailed on May 2 and came back on May 4."
SAILED: tuple[tuple[str, str, Direction | None], ...] = (
    ("May 2", "--05-02", "past"),
    ("May 4", "--05-04", "past"),
)


def test_a_declared_date_stands() -> None:
    only = source("a", "Nothing happened.", "2021-05-05")
    assert date_articles([only])["a"] == ArticleDate("2021-05-05", "declared")


def test_the_latest_past_day_and_the_year_of_those_who_share_its_people() -> None:
    found = date_articles([undated(BOATS, *SAILED), source("a", "They sailed.", "2021-05-06")])["undated"]
    assert (found.date, found.basis) == ("2021-05-04", "inferred")
    assert found.evidence == (BOATS, "About a (2021-05-06)")


def test_what_is_still_to_come_does_not_date_an_article() -> None:
    text = "The boats sailed on May 2 and will come back on May 9."
    article = undated(text, ("May 2", "--05-02", "past"), ("May 9", "--05-09", "future"))
    assert date_articles([article, source("a", "x", "2021-05-06")])["undated"].date == "2021-05-02"


def test_the_turn_of_the_year() -> None:
    text = "They left on December 30 and arrived on January 2."
    article = undated(text, ("December 30", "--12-30", "past"), ("January 2", "--01-02", "past"))
    assert date_articles([article, source("a", "x", "2020-12-31")])["undated"].date == "2021-01-02"


def test_a_weekday_settles_the_year() -> None:
    text = "It sank on Tuesday, May 4."
    article = undated(text, ("Tuesday, May 4", "--05-04=TUE", "past"))
    found = date_articles([article, source("a", "x", "2021-12-01")])["undated"]
    assert found.date == "2021-05-04"  # May 4 was a Wednesday in 2022


def test_weekdays_behind_the_last_date_make_the_article_younger() -> None:
    text = "They signed on Friday, May 4. Ada spoke on Saturday. Mira flew home on Sunday."
    later = undated(
        text, ("May 4", "--05-04", "past"), ("Saturday", "SAT", "past"), ("Sunday", "SUN", "past")
    )
    other = source("dated", "Out.", "2018-05-05")
    assert date_articles([later, other])["undated"].date == "2018-05-06"
    earlier = undated(
        text, ("May 4", "--05-04", "past"), ("Saturday", "WED", "past"), ("Sunday", "THU", "past")
    )
    assert date_articles([earlier, other])["undated"].date == "2018-05-04"


def test_a_dateline_outranks_later_days() -> None:
    text = "HARBOUR, May 3 (Wire) - The boats that sailed on May 2 were missed on May 5 of no year."
    dates = (("May 3", "--05-03", None), ("May 2", "--05-02", "past"), ("May 5", "--05-05", "past"))
    assert (
        date_articles([undated(text, *dates), source("a", "x", "2021-05-06")])["undated"].date == "2021-05-03"
    )


def test_a_distant_day_with_its_year_does_not_date_an_article() -> None:
    text = "The war that began on 3 June 2009 goes on."
    article = undated(text, ("3 June 2009", "2009-06-03", "past"))
    assert date_articles([article, source("a", "x", "2021-05-06")])["undated"].basis == "file"


@pytest.mark.parametrize(
    "others",
    [
        (),
        (source("stranger", "x", "2021-05-06", people=("Someone Else",)),),
        (source("b", "x", None),),
    ],
)
def test_the_file_is_the_last_resort(others: tuple[Source, ...]) -> None:
    found = date_articles([undated(BOATS, *SAILED), *others])["undated"]
    assert found == ArticleDate("2030-01-01", "file")


def test_only_declared_dates_vouch() -> None:
    second = source("b", BOATS, None, tuple(expression(BOATS, *date) for date in SAILED), CAST[2:])
    chain = [
        undated(BOATS, *SAILED, people=CAST[:2]),
        second,
        source("a", "x", "2021-05-06", people=CAST[:2]),
    ]
    found = date_articles(chain)
    assert found["undated"].basis == "inferred"
    assert found["b"].basis == "file"


def test_people_whom_everybody_names_do_not_vouch() -> None:
    crowd = [source(f"old{n}", "x", "1999-05-03", people=CAST[:1]) for n in range(30)]
    article = undated(BOATS, *SAILED, people=CAST[:3])
    near = source("near", "x", "2021-05-06", people=CAST[:3])
    assert date_articles([article, near, *crowd])["undated"].date == "2021-05-04"


SOURCES = (
    undated(BOATS, *SAILED),
    source("a", "x", "2021-05-06"),
    source("b", "x", "2019-01-06", people=CAST[1:]),
    source("c", "x", "2021-04-30", people=CAST[2:]),
    source("d", BOATS, None, tuple(expression(BOATS, *date) for date in SAILED), CAST[2:]),
)


@given(st.permutations(SOURCES))
def test_the_order_of_the_sources_does_not_matter(sources: list[Source]) -> None:
    assert date_articles(sources) == date_articles(SOURCES)


def test_an_expression_counts_from_its_anchor() -> None:
    text = "It snowed on Monday and thawed two days later, after rain the year before."
    dates = (
        expression(text, "Monday", "MON"),
        expression(text, "two days later", "+P2D", None, 0),
        expression(text, "the year before", "-P1Y", None, 7),
    )
    assert [d.iso for d in resolve_all(dates, "2019-06-12")] == ["2019-06-10", "2019-06-12", None]


def test_the_undated_article_of_the_sample(nlp: Language, shared: Path) -> None:
    from dateline.extraction.pipeline import extract
    from dateline.loading.load import Loaded, load

    read = [item for path in sorted((shared / "seeds").glob("*.txt")) for item in load(path)]
    articles = [item.article for item in read if isinstance(item, Loaded)]
    sources = [Source(a, e, "2030-01-01") for a, e in zip(articles, extract(articles, nlp), strict=True)]
    found = date_articles(sources)
    inferred = [date.date for date in found.values() if date.basis == "inferred"]
    assert inferred == ["2025-03-03"]
