"""Where articles stand by date, and what a search has found of them."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dateline.index.found import Found
from dateline.index.order import ROW, day_of, place, reach, reach_of
from dateline.index.rows import DateRange, Day

DAYS = st.dates(date(1000, 1, 1)).flatmap(lambda day: st.sampled_from([str(day), str(day)[:7], str(day)[:4]]))
PLACED = st.tuples(DAYS, st.integers(0, ROW))


@given(PLACED, PLACED)
def test_places_stand_as_days_and_rows_do(one: tuple[str, int], other: tuple[str, int]) -> None:
    assert (place(*one) < place(*other)) == (one < other)
    assert (day_of(place(*one)), place(*one) & ROW) == one


@given(DAYS, DAYS, PLACED)
def test_a_range_of_places_is_one_of_days(first: str, last: str, placed: tuple[str, int]) -> None:
    low, high = reach(first, last)
    assert (low <= place(*placed) <= high) == (first <= placed[0] <= last)
    assert reach("", f"{last}~")[1] >= place(*placed) or placed[0] > f"{last}~"
    assert reach_of(None)[0] <= place(*placed) <= reach_of(None)[1]


ROWS = st.lists(
    st.tuples(st.sampled_from(["2031", "2031-04", "2031-04-02", "2031-04-03"]), st.integers(1, 9))
)


@given(ROWS, st.sampled_from([None, DateRange("2031-04", "2031-04-02")]))
def test_what_is_found_is_told_by_day(rows: list[tuple[str, int]], dates: DateRange | None) -> None:
    rows = sorted(set(rows))
    found = Found("".join(str(place(*row) + 10**18) for row in rows))
    inside = [row for row in rows if dates is None or dates.first <= row[0] <= dates.last]
    days = sorted({day for day, _ in inside})
    assert found.days(dates) == [Day(day, sum(day == d for d, _ in inside)) for day in days]
    for day in days:
        ids = [id_ for d, id_ in rows if d == day]
        assert found.window(day, 0, -1) == ids
        assert found.window(day, 1, 1) == ids[1:2]
        assert [found.position(day, id_) for id_ in ids] == [*range(len(ids))]
        assert found.position(day, 10) is None
    for at, row in enumerate(rows):
        assert [*found.beside(place(*row), 1)] == [place(*r) for r in rows[at + 1 :]]
        assert [*found.beside(place(*row), -1)] == [place(*r) for r in rows[:at][::-1]]
