"""Ranges of dates as people write them."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dateline.index.rows import DateRange
from dateline.reader import days
from dateline.reader.date_range import DateRangeError, parse

NEWEST = date(2025, 5, 9)  # a Friday
OLDEST = date(2025, 3, 2)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2025-03-02..2025-03-07", "2025-03-02", "2025-03-07"),
        ("2025-03-02 - 2025-03-07", "2025-03-02", "2025-03-07"),
        ("2025-03-02 – 2025-03-07", "2025-03-02", "2025-03-07"),
        ("2025-03..2025-04", "2025-03-01", "2025-04-30"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-03", "2025-03-01", "2025-03-31"),
        ("2025-3-2", "2025-03-02", "2025-03-02"),
        ("march", "2025-03-01", "2025-03-31"),
        ("  All of MARCH ", "2025-03-01", "2025-03-31"),
        ("march 2024", "2024-03-01", "2024-03-31"),
        ("mar", "2025-03-01", "2025-03-31"),
        ("december", "2024-12-01", "2024-12-31"),
        ("2 march", "2025-03-02", "2025-03-02"),
        ("march 2", "2025-03-02", "2025-03-02"),
        ("March 2nd, 2024", "2024-03-02", "2024-03-02"),
        ("the 2nd of March", "2025-03-02", "2025-03-02"),
        ("2 march to 7 march", "2025-03-02", "2025-03-07"),
        ("2 to 7 march", "2025-03-02", "2025-03-07"),
        ("2-7 march 2024", "2024-03-02", "2024-03-07"),
        ("march 2-7, 2024", "2024-03-02", "2024-03-07"),
        ("march to april", "2025-03-01", "2025-04-30"),
        ("dec to jan", "2024-12-01", "2025-01-31"),
        ("2 march 2025 to 7 april", "2025-03-02", "2025-04-07"),
        ("10 dec 2024 to 3 jan", "2024-12-10", "2025-01-03"),
        ("between march and april", "2025-03-01", "2025-04-30"),
        ("from 3 march to 5 april", "2025-03-03", "2025-04-05"),
        ("from 3 march", "2025-03-03", "2025-05-09"),
        ("since april", "2025-04-01", "2025-05-09"),
        ("mar-apr", "2025-03-01", "2025-04-30"),
        ("early march", "2025-03-01", "2025-03-10"),
        ("mid-march", "2025-03-11", "2025-03-20"),
        ("the end of february 2024", "2024-02-21", "2024-02-29"),
        ("early march to mid april", "2025-03-01", "2025-04-20"),
        ("2024/03/02", "2024-03-02", "2024-03-02"),
        ("01/2024..02/2024", "2024-01-01", "2024-02-29"),
        ("past fortnight", "2025-04-26", "2025-05-09"),
        ("a week ago", "2025-05-02", "2025-05-02"),
        ("last weekend", "2025-05-03", "2025-05-04"),
        ("april..", "2025-04-01", "2025-05-09"),
        ("after 3 march", "2025-03-04", "2025-05-09"),
        ("..april", "2025-03-02", "2025-04-30"),
        ("until 5 march", "2025-03-02", "2025-03-05"),
        ("before 5 march", "2025-03-02", "2025-03-04"),
        ("last week", "2025-04-28", "2025-05-04"),
        ("this week", "2025-05-05", "2025-05-11"),
        ("last month", "2025-04-01", "2025-04-30"),
        ("this month", "2025-05-01", "2025-05-31"),
        ("last year", "2024-01-01", "2024-12-31"),
        ("last quarter", "2025-01-01", "2025-03-31"),
        ("last 30 days", "2025-04-10", "2025-05-09"),
        ("past two weeks", "2025-04-26", "2025-05-09"),
        ("last 2 months", "2025-03-10", "2025-05-09"),
        ("-3w", "2025-04-19", "2025-05-09"),
        ("3 days ago", "2025-05-06", "2025-05-06"),
        ("3 days ago to today", "2025-05-06", "2025-05-09"),
        ("today", "2025-05-09", "2025-05-09"),
        ("yesterday", "2025-05-08", "2025-05-08"),
        ("friday", "2025-05-09", "2025-05-09"),
        ("last friday", "2025-05-02", "2025-05-02"),
        ("on sunday", "2025-05-04", "2025-05-04"),
        ("last may", "2024-05-01", "2024-05-31"),
        ("q1", "2025-01-01", "2025-03-31"),
        ("q4 2024", "2024-10-01", "2024-12-31"),
        ("29 feb", "2024-02-29", "2024-02-29"),
    ],
)
def test_what_people_write(words: str, first: str, last: str) -> None:
    assert parse(words, NEWEST, OLDEST) == DateRange(first, last)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "write a date"),
        ("marhc", "did you mean march?"),
        ("foo", "“foo” is no date"),
        ("31 feb 2025", "February 2025 has no day 31"),
        ("2025-13", "no month 13"),
        ("2025-02-30", "February 2025 has no day 30"),
        ("3/4/2025", "two ways"),
        ("2025-03-07..2025-03-02", "it would end (2 Mar 2025) before it begins (7 Mar 2025)"),
        ("1 march to 2 march to 3 march", "one beginning and one end"),
        ("after 9 may", "the newest article is of 9 May 2025"),
        ("last 99999999 years", "too long ago"),
        ("0000", "no year 0000"),
    ],
)
def test_what_cannot_be_read_is_said(words: str, says: str) -> None:
    with pytest.raises(DateRangeError, match=re.escape(says)):
        parse(words, NEWEST, OLDEST)


day = st.dates(date(1600, 1, 1), date(2400, 12, 31))
NAMES = ["jan", "february", "mar", "april", "may", "june", "jul", "august", "sep", "oct", "november", "dec"]
WORDS = st.sampled_from(
    [*NAMES, "to", "..", "last", "week", "days", "2025", "31", "2", "-", "since", "friday", "q1"]
)


@given(st.lists(WORDS, max_size=6).map(" ".join) | st.text(max_size=30), day)
def test_anything_is_a_range_in_order_or_an_error(words: str, newest: date) -> None:
    try:
        found = parse(words, newest)
    except DateRangeError:
        return
    assert date.fromisoformat(found.first) <= date.fromisoformat(found.last)


@given(day, day, day)
def test_iso_ranges_are_read_back(a: date, b: date, newest: date) -> None:
    first, last = sorted((a, b))
    dates = DateRange(first.isoformat(), last.isoformat())
    assert parse(f"{dates.first}..{dates.last}", newest) == dates
    assert (
        parse(f"{first:%-d} {days.MONTHS[first.month - 1]} {first.year} to {last.isoformat()}", newest)
        == dates
    )


def whole_months(dates: DateRange) -> bool:
    first, last = date.fromisoformat(dates.first), date.fromisoformat(dates.last)
    return first.day == 1 and (last + timedelta(1)).day == 1


@given(day, st.integers(0, 800), st.sampled_from([-1, 1]))
def test_a_shift_and_its_opposite_meet_again(first: date, length: int, step: int) -> None:
    last = first + timedelta(length)
    dates = DateRange(first.isoformat(), last.isoformat())
    moved = days.shift(dates, step)
    assume(whole_months(dates) == whole_months(moved))  # days that happen to make up a month move as one
    assert days.shift(moved, -step) == dates
    if step > 0:
        assert date.fromisoformat(moved.first) == last + timedelta(1)


@given(day, st.integers(0, 800), day)
def test_narrowing_stays_inside_and_ends_at_a_day(first: date, length: int, anchor: date) -> None:
    dates = DateRange(first.isoformat(), (first + timedelta(length)).isoformat())
    for _ in range(8):
        inner = days.narrow(dates, anchor)
        assert dates.first <= inner.first <= inner.last <= dates.last
        if inner == dates:
            break
        dates = inner
    assert dates.first == dates.last


@given(day, st.integers(0, 800))
def test_widening_takes_more_in_until_all(first: date, length: int) -> None:
    dates: DateRange | None = DateRange(first.isoformat(), (first + timedelta(length)).isoformat())
    for _ in range(6):
        assert dates is not None
        wider = days.widen(dates)
        if wider is None:
            return
        assert wider.first <= dates.first
        assert dates.last <= wider.last
        assert wider != dates
        dates = wider
    raise AssertionError("it never comes to all dates")


@pytest.mark.parametrize(
    ("first", "last", "step", "expected"),
    [
        ("2025-03-01", "2025-03-31", -1, ("2025-02-01", "2025-02-28")),
        ("2025-02-01", "2025-02-28", 1, ("2025-03-01", "2025-03-31")),
        ("2025-01-01", "2025-12-31", -1, ("2024-01-01", "2024-12-31")),
        ("2025-03-02", "2025-03-07", 1, ("2025-03-08", "2025-03-13")),
        ("0001-01-01", "0001-12-31", -1, ("0001-01-01", "0001-12-31")),
        ("9999-12-01", "9999-12-31", 1, ("9999-12-01", "9999-12-31")),
    ],
)
def test_whole_months_move_by_months(first: str, last: str, step: int, expected: tuple[str, str]) -> None:
    assert days.shift(DateRange(first, last), step) == DateRange(*expected)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-03-03", "2025-03-03", "Mon 3 March 2025"),
        ("2025-03-02", "2025-03-07", "2 – 7 March 2025"),
        ("2025-03-01", "2025-03-31", "March 2025"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2025-03-02", "2025-05-09", "2 Mar – 9 May 2025"),
        ("2024-12-30", "2025-01-02", "30 Dec 2024 – 2 Jan 2025"),
    ],
)
def test_ranges_in_words(first: str, last: str, words: str) -> None:
    assert days.describe(DateRange(first, last)) == words


def test_dates_that_are_less_than_a_day() -> None:
    assert days.long_date("2025-03") == "March 2025"
    assert days.long_date("2025") == "2025"
    assert days.short_date("2025-03-02") == "2 Mar"
    assert days.short_date("2025-03-02", year=True) == "2 Mar 2025"
    assert days.short_date("2025") == "2025"
