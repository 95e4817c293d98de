"""The arithmetic of date forms."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.linking.date_forms import WEEKDAYS, meaning

if TYPE_CHECKING:
    from dateline.model import Direction

TUESDAY = dt.date(2024, 2, 27)


def iso(form: str, direction: Direction | None = None, reference: dt.date = TUESDAY) -> str | None:
    """Return what the form means in ISO 8601."""
    period = meaning(form, reference, direction)
    return period.iso() if period is not None else None


@pytest.mark.parametrize(
    ("form", "direction", "expected"),
    [
        ("2024", None, "2024"),
        ("2024-Q1", None, "2024-01/2024-03"),
        ("--02-27", "past", "2024-02-27"),
        ("--02-28", "past", "2023-02-28"),
        ("--02-28", "future", "2024-02-28"),
        ("--12-25", None, "2023-12-25"),
        ("--02-29", "past", "2020-02-29"),
        ("--02-30", None, None),
        ("--03", "past", "2023-03"),
        ("--03", "future", "2024-03"),
        ("--02", "past", "2024-02"),
        ("--Q4", "past", "2023-10/2023-12"),
        ("---31", "past", "2024-01-31"),
        ("---31", "future", "2024-03-31"),
        ("---28:+1", None, "2024-03-28"),
        ("TUE", "past", "2024-02-27"),
        ("TUE", "future", "2024-02-27"),
        ("MON", None, "2024-02-26"),
        ("SUN", "future", "2024-03-03"),
        ("FRI:-1", None, "2024-02-23"),
        ("weekend", "past", "2024-02-24/2024-02-25"),
        ("weekend", "future", "2024-03-02/2024-03-03"),
        ("day:+3", None, "2024-03-01"),
        ("week:-1", None, "2024-02-19/2024-02-25"),
        ("month:-2", None, "2023-12"),
        ("quarter:-1", None, "2023-10/2023-12"),
        ("year:+1", None, "2025"),
        ("--07-14=SUN", None, "2024-07-14"),
        ("--07-14=FRI", None, "2023-07-14"),
        ("MON#1@--05", None, "2024-05-06"),
        ("FRI#-1@month:+1", None, "2024-03-29"),
        ("day:+1+P1M", None, "2024-03-28"),
        ("--02-29+P1Y", None, "2025-02-28"),
        ("+P2TUE", None, "2024-03-12"),
        ("-P1TUE", None, "2024-02-20"),
        ("month:-1+P3D", None, None),
        ("--11/--02", "past", "2023-11/2024-02"),
        ("--02-26/--03-02", "future", "2024-02-26/2024-03-02"),
        ("2025-13-01", None, None),
        ("nonsense", None, None),
        ("day:+9999999", None, None),
    ],
)
def test_meaning(form: str, direction: Direction | None, expected: str | None) -> None:
    assert iso(form, direction) == expected


DAYS = st.dates(dt.date(1901, 1, 1), dt.date(2199, 12, 31))


@given(reference=DAYS, weekday=st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_nearest_on_its_side(reference: dt.date, weekday: str) -> None:
    past, future = meaning(weekday, reference, "past"), meaning(weekday, reference, "future")
    assert past is not None
    assert future is not None
    assert WEEKDAYS[past.first.weekday()] == WEEKDAYS[future.first.weekday()] == weekday
    assert 0 <= (reference - past.first).days < 7
    assert 0 <= (future.first - reference).days < 7


@given(reference=DAYS, day=DAYS)
def test_a_day_without_its_year_is_found_again_within_a_year(reference: dt.date, day: dt.date) -> None:
    form = f"--{day:%m-%d}"
    past, future = meaning(form, reference, "past"), meaning(form, reference, "future")
    assert past is not None
    assert future is not None
    assert past.first <= reference <= future.first
    assert (
        (past.first.month, past.first.day) == (day.month, day.day) == (future.first.month, future.first.day)
    )


@given(st.text(alphabet="0123456789-/:+=#@PDWMYQMONTUEFRIday", max_size=16))
def test_any_form_has_a_meaning_or_none(form: str) -> None:
    period = meaning(form, TUESDAY)
    assert period is None or period.first <= period.last
