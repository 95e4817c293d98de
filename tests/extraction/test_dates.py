"""Date expressions: their forms, the direction that tense tells, and what they mean."""

from __future__ import annotations

import importlib.util
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extraction.date_grammar import dates
from dateline.linking.dates import resolve_all

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

REFERENCE = "2019-06-12"  # a Wednesday


def resolved(nlp: Language, text: str, reference: str = REFERENCE) -> list[tuple[str, str | None]]:
    """Return the dates of the text with what they mean as seen from the reference day."""
    return [(date.text, date.iso) for date in resolve_all(nlp(text)._.dates, reference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fleet sailed on 3 May 2018.", [("3 May 2018", "2018-05-03")]),
        ("The fleet sailed on May 3rd, 2018.", [("May 3rd, 2018", "2018-05-03")]),
        ("The fleet sailed on Thursday, 3 May 2018.", [("Thursday, 3 May 2018", "2018-05-03")]),
        ("The fleet sailed on 2018-05-03.", [("2018-05-03", "2018-05-03")]),
        ("The fleet sailed on 3 May.", [("3 May", "2019-05-03")]),
        ("The fleet sailed on 3 July.", [("3 July", "2018-07-03")]),
        ("The fleet will sail on 3 July.", [("3 July", "2019-07-03")]),
        ("The fleet will sail on 3 May.", [("3 May", "2020-05-03")]),
        ("The fair ran from 2 to 7 March.", [("2 to 7 March", "2019-03-02/2019-03-07")]),
        ("The fair ran between 1 and 4 May 2017.", [("1 and 4 May 2017", "2017-05-01/2017-05-04")]),
        ("The fair ran from 30 April to 2 May.", [("30 April to 2 May", "2019-04-30/2019-05-02")]),
        ("It closed in June 2004.", [("June 2004", "2004-06")]),
        ("It closed in April.", [("April", "2019-04")]),
        ("It will close in April.", [("April", "2020-04")]),
        ("It closed last March.", [("last March", "2019-03")]),
        ("It was built in 1987.", [("1987", "1987")]),
        ("It was built in the 1990s.", [("1990s", "1990/1999")]),
        ("Sales fell in the first quarter of 2005.", [("first quarter of 2005", "2005-01/2005-03")]),
        ("The war lasted from 1914 to 1918.", [("1914 to 1918", "1914/1918")]),
        ("The plan covers 2007-13.", [("2007-13", "2007/2013")]),
        ("He spoke on Boxing Day.", [("Boxing Day", "2018-12-26")]),
        ("Since the 11 September attacks much has changed.", [("11 September", "2001-09-11")]),
    ],
)
def test_dates_of_the_calendar(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert resolved(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Monday.", [("Monday", "2019-06-10")]),
        ("They will meet on Monday.", [("Monday", "2019-06-17")]),
        ("They are due to meet on Monday.", [("Monday", "2019-06-17")]),
        ("They meet on Monday to discuss fish.", [("Monday", "2019-06-17")]),
        ("They met on Wednesday.", [("Wednesday", "2019-06-12")]),
        ("They agreed to sail after talking on Monday.", [("Monday", "2019-06-10")]),
        ("A vote scheduled for Friday was called off.", [("Friday", "2019-06-14")]),
        ("Ahead of Friday's vote, nobody spoke.", [("Friday", "2019-06-14")]),
        ("Sunday's meeting caps a busy week.", [("Sunday", "2019-06-09")]),
        (
            "He said on Monday that he would leave on Friday.",
            [("Monday", "2019-06-10"), ("Friday", "2019-06-14")],
        ),
        ("They met on Friday evening.", [("Friday evening", "2019-06-07")]),
        ("They met last Friday.", [("last Friday", "2019-06-07")]),
        ("They will meet next Friday.", [("next Friday", "2019-06-21")]),
        ("They will meet a week on Friday.", [("a week on Friday", "2019-06-21")]),
        ("They will meet on Friday of next week.", [("Friday of next week", "2019-06-21")]),
        ("They will meet on the first Friday of July.", [("first Friday of July", "2019-07-05")]),
        ("They met on Tuesday, 1 January.", [("Tuesday, 1 January", "2019-01-01")]),
    ],
)
def test_weekdays(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert resolved(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In January the two sides met.", [("January", "2019-01")]),
        ("It snowed yesterday.", [("yesterday", "2019-06-11")]),
        ("It snowed last night.", [("last night", "2019-06-11")]),
        ("It snowed two weeks ago.", [("two weeks ago", "2019-05-29")]),
        ("It snowed three months ago.", [("three months ago", "2019-03")]),
        ("It snowed five years ago.", [("five years ago", "2014")]),
        ("It snowed last week.", [("last week", "2019-06-03/2019-06-09")]),
        ("It snowed earlier this month.", [("this month", "2019-06")]),
        ("It will snow next year.", [("next year", "2020")]),
        ("It will snow in two weeks.", [("two weeks", "2019-06-26")]),
        ("It will snow on the 20th of next month.", [("20th of next month", "2019-07-20")]),
        ("It will snow three weeks from tomorrow.", [("three weeks from tomorrow", "2019-07-04")]),
        ("It snowed over the weekend.", [("weekend", "2019-06-08/2019-06-09")]),
        (
            "It snowed on Monday and thawed two days later.",
            [("Monday", "2019-06-10"), ("two days later", "2019-06-12")],
        ),
        ("It snowed on 3 May, three days earlier than in Oslo.", [("3 May", "2019-05-03")]),
        (
            "It thawed on 3 May, after snow three days earlier.",
            [("3 May", "2019-05-03"), ("three days earlier", "2019-04-30")],
        ),
        ("Founded in 1970, it closed 34 years later.", [("1970", "1970"), ("34 years later", "2004")]),
        (
            "It snowed on Monday. “We freeze today,” said Ada.\n\nTwo days earlier it had rained.",
            [("Monday", "2019-06-10"), ("today", "2019-06-12"), ("Two days earlier", "2019-06-08")],
        ),
        (
            "It will snow on Saturday morning. Later in the day it will thaw.",
            [("Saturday morning", "2019-06-15"), ("Later in the day", "2019-06-15")],
        ),
        (
            "It snowed on Sunday, three weeks after the harvest. It comes two days after a storm.",
            [("Sunday", "2019-06-09"), ("two days after", "2019-06-07")],
        ),
    ],
)
def test_dates_that_count_from_another(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert resolved(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may march to the sea.",
        "Talks ended as the two sides left.",
        "Mrs May told the Sunday Times a second time.",
        "It happened for the first time in five years.",
        "About 2,000 people and 2003 sheep came.",
        "The show runs from 1130 to 1215 GMT.",
        "He lives on the 18th floor of 5th Avenue.",
        "It was the 80th birthday of the club.",
        "Every Friday they dance.",
        "The Good Friday Agreement held.",
        "It cost 12 pounds at 10:30.",
        "Nobody knows what 3/4/2015 means.",
        "The Sun rose.",
        "Thirty-four years later, nothing had changed.",
    ],
)
def test_no_date(nlp: Language, text: str) -> None:
    assert resolved(nlp, text) == []


WORDING = """Monday May March 3 3rd 12 2004 2004-05-03 the of to - and between from next last this
 week weeks month year ago later earlier before after two a in on , quarter first weekend today evening
 century 1990s Q1 now Sunday's"""
PIECES = st.sampled_from([*WORDING.split(), "\n\n", "."])


@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_offsets_are_exact_and_every_form_has_a_meaning_or_none(text: str) -> None:
    from dateline.model import DateExpression

    end = 0
    for date in dates(text):
        assert end <= date.start < date.end <= len(text)
        end = date.end
        words = text[date.start : date.end]
        (found,) = resolve_all([DateExpression(date.start, date.end, words, date.form)], "2020-02-29")
        assert found.iso is None or found.iso[:4].isdigit()


def test_floor_on_the_date_cases(nlp: Language, shared: Path) -> None:
    folder = shared / "tools" / "cases"
    spec = importlib.util.spec_from_file_location("scoring", folder / "scoring.py")
    assert spec is not None
    assert spec.loader is not None
    scoring = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scoring)
    cases = [
        json.loads(line) for line in (folder / "date_cases.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    found: dict[str, list[dict[str, Any]]] = {}
    for case, doc in zip(cases, nlp.pipe(case["text"] for case in cases), strict=True):
        found[case["id"]] = [
            {"start": date.start, "end": date.end, "iso": date.iso}
            for date in resolve_all(doc._.dates, case["reference"])
        ]
    figures, _errors = scoring.score_dates(cases, found)
    assert figures["ALL"]["F1"] >= 0.96
