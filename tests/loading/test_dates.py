"""The dates that articles declare."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.loading import columns
from dateline.loading.dates import DateLine, date_line, marker


@pytest.mark.parametrize(
    "line",
    [
        "2025-03-02",
        "Date: 2 March 2025",
        "Date:2025-03-02",
        "date 2025-03-02",
        "Published: March 2, 2025",
        "Published on Sunday, March 2nd, 2025 at 5:30 p.m. EST",
        "First published Sunday 2 March 2025 14.30 GMT",
        "Sunday 2 March 2025",
        "SUNDAY, MARCH 2, 2025",
        "Sun, 2 Mar 2025 14:30:00 +0000",
        "2025-03-02T14:30:00Z",
        "2025-03-02T14:30:00+01:00",
        "2 Mar. 2025 | 14:30",
        "the 2nd of March 2025",
        "02.03.2025",
        "2025/3/2",
        "(2 March 2025)",
    ],
)
def test_a_line_that_is_a_date(line: str) -> None:
    assert date_line(line) == DateLine("2025-03-02", is_update=False)


@pytest.mark.parametrize(
    "line", ["Updated: 3 March 2025, 10:00 GMT", "Last updated 2025-03-03", "Modified on March 3, 2025"]
)
def test_a_later_change(line: str) -> None:
    assert date_line(line) == DateLine("2025-03-03", is_update=True)


@pytest.mark.parametrize(
    "line",
    [
        "02/03/2025",  # the second of March, or the third of February
        "2025-02-30",
        "March 2025",
        "2025",
        "On Sunday 2 March 2025 ministers met",
        "2 March 2025 was a Sunday.",
        "0000-01-01",
        "",
    ],
)
def test_a_line_that_declares_no_date(line: str) -> None:
    assert date_line(line) is None


def test_figures_count_where_day_and_month_cannot_be_confused() -> None:
    assert date_line("13/03/2025") == date_line("3/13/2025") == DateLine("2025-03-13", is_update=False)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_any_day(day: date) -> None:
    for wording in (day.isoformat(), f"{day:%A} {day.day} {day:%B %Y}", f"{day:%B} {day.day}, {day:%Y}"):
        assert date_line(wording) == DateLine(day.isoformat(), is_update=False)


def test_a_marker_may_be_glued_to_the_first_sentence() -> None:
    assert marker(" date 2025-03-07 Ministers met.") == ("2025-03-07", "Ministers met.")
    assert marker("date 2025-03-07\n\nMinisters met.") == ("2025-03-07", "Ministers met.")


@pytest.mark.parametrize(
    "text", [" date 2025-02-30 x", "date 2025-03-071", "up to date 2025-03-07", "date palms"]
)
def test_what_is_no_marker_stays(text: str) -> None:
    assert marker(text) == (None, text)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set here")
@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
def test_seconds_since_1970_are_one_day_wherever_they_are_read(
    monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", zone)
        time.tzset()
        found = {columns.day(told) for told in (1930608001, "1930694399", 1930694399000.0)}
    time.tzset()
    assert found == {"2031-03-07"}
