"""The timeline: which articles stand on which day, under which filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import fakes
from dateline.index.rows import Coverage, DateRange, Day, Filter, Selection

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.index.collection import Collection
    from dateline.index.state import State

ADA = Selection("person", "ada-quill", "Ada Quill")
BRAM = Selection("person", "bram-östlund", "Bram Östlund")
APRIL = DateRange("2031-04-01", "2031-04-30")

FIRST = fakes.telling("Ada Quill spoke. Ada Quill left.", "2031-03-02", outlet="The Harbour Post")
SECOND = fakes.telling("Bram Östlund spoke.", "2031-04-05")
THIRD = fakes.telling("Ada Quill met Bram Östlund.", "2031-04-05", basis="inferred")
FOURTH = fakes.telling("Nobody spoke at all.", "2031-04-05")
FIFTH = fakes.telling("Ada Quill came back.", "2031-04-09", basis="file")
ALL = [FIRST, SECOND, THIRD, FOURTH, FIFTH]


@pytest.fixture
def collection(opened: Callable[[State], Collection]) -> Collection:
    return opened(fakes.state(ALL))


def ids(collection: Collection, filter: Filter, day: str, offset: int = 0, limit: int = 10) -> list[str]:
    return [h.article for h in collection.headlines(filter, day, offset, limit, None)]


def test_a_collection_that_is_not_indexed_is_empty(opened: Callable[[State], Collection]) -> None:
    from dateline.index.collection import Collection as Reader

    collection = Reader.open(())
    assert collection.coverage() == Coverage(0, None, None)
    assert collection.days(Filter()) == []
    assert collection.histogram(4) == [0, 0, 0, 0]
    assert collection.article("x") is None
    assert collection.sidebar("x", None) == []
    assert collection.find("a") == []
    assert collection.search("a", None) == []
    assert collection.problems() == []
    assert not collection.stale()
    assert collection.neighbour("x", Filter(), 1) is None
    assert collection.position("x", Filter()) is None


def test_coverage_and_days(collection: Collection) -> None:
    assert collection.coverage() == Coverage(5, "2031-03-02", "2031-04-09")
    assert collection.days(Filter()) == [Day("2031-03-02", 1), Day("2031-04-05", 3), Day("2031-04-09", 1)]
    assert collection.days(Filter(APRIL)) == [Day("2031-04-05", 3), Day("2031-04-09", 1)]
    assert collection.days(Filter(only=BRAM)) == [Day("2031-04-05", 2)]
    assert collection.days(Filter(APRIL, ADA)) == [Day("2031-04-05", 1), Day("2031-04-09", 1)]


def test_both_ends_of_a_range_are_in_it(collection: Collection) -> None:
    assert collection.days(Filter(DateRange("2031-03-02", "2031-04-05"))) == [
        Day("2031-03-02", 1),
        Day("2031-04-05", 3),
    ]


def test_headlines_carry_what_a_line_shows(collection: Collection) -> None:
    (line,) = collection.headlines(Filter(), "2031-03-02", 0, 5, ADA)
    assert (line.article, line.date, line.date_basis) == (FIRST.id, "2031-03-02", "declared")
    assert (line.title, line.outlet, line.hits) == ("Ada Quill spoke", "The Harbour Post", 2)
    (line,) = collection.headlines(Filter(), "2031-04-09", 0, 5, BRAM)
    assert (line.date_basis, line.hits) == ("file", 0)


def test_a_day_is_read_in_windows_in_the_order_of_its_files(collection: Collection) -> None:
    day = "2031-04-05"
    assert ids(collection, Filter(), day) == [SECOND.id, THIRD.id, FOURTH.id]
    assert ids(collection, Filter(), day, 1, 1) == [THIRD.id]
    assert ids(collection, Filter(), day, 3, 5) == []
    assert ids(collection, Filter(only=BRAM), day, 1, 5) == [THIRD.id]


def test_a_day_outside_the_filter_is_empty(collection: Collection) -> None:
    assert ids(collection, Filter(APRIL), "2031-03-02") == []


def test_lines_do_not_move_when_articles_come(
    collection: Collection, opened: Callable[[State], Collection]
) -> None:
    new = fakes.telling("Cara de Witt arrived.", "2031-04-05")
    opened(fakes.state([new, *ALL]))
    assert ids(collection, Filter(), "2031-04-05") == [SECOND.id, THIRD.id, FOURTH.id, new.id]


def test_hidden_counts_what_the_filter_hides(collection: Collection) -> None:
    assert collection.hidden(Filter()) == 0
    assert collection.hidden(Filter(APRIL)) == 1
    assert collection.hidden(Filter(only=ADA)) == 2
    assert collection.hidden(Filter(APRIL, Selection("person", "nobody", "?"))) == 5


def test_the_histogram_has_equal_slices(collection: Collection) -> None:
    assert collection.histogram(1) == [5]
    assert collection.histogram(3) == [1, 0, 4]
    assert sum(collection.histogram(200)) == 5
    assert collection.histogram(0) == []


def test_neighbours_step_through_days_and_stop_at_the_ends(collection: Collection) -> None:
    order = [t.id for t in ALL]
    for here, id_ in enumerate(order):
        for step in (-5, -2, -1, 0, 1, 2, 5):
            there = here + step
            expected = order[there] if 0 <= there < len(order) else None
            assert collection.neighbour(id_, Filter(), step) == expected


def test_neighbours_are_those_of_the_filter_and_the_selection(collection: Collection) -> None:
    assert collection.neighbour(FIRST.id, Filter(), 1, mentioning=ADA) == THIRD.id
    assert collection.neighbour(FOURTH.id, Filter(), -1, mentioning=ADA) == THIRD.id
    assert collection.neighbour(FIRST.id, Filter(only=ADA), 1, mentioning=BRAM) == THIRD.id
    assert collection.neighbour(THIRD.id, Filter(only=ADA), 1, mentioning=BRAM) is None
    assert collection.neighbour(THIRD.id, Filter(APRIL), -1, mentioning=ADA) is None
    assert collection.neighbour(FIFTH.id, Filter(), -1, Selection("search", "spoke", "")) == FOURTH.id
    assert collection.neighbour("nowhere", Filter(), 1) is None


def test_an_article_that_the_filter_hides_still_has_neighbours(collection: Collection) -> None:
    assert collection.neighbour(FIRST.id, Filter(APRIL), 1) == SECOND.id


def test_position(collection: Collection) -> None:
    assert collection.position(FOURTH.id, Filter()) == ("2031-04-05", 2)
    assert collection.position(THIRD.id, Filter(only=ADA)) == ("2031-04-05", 0)
    assert collection.position(FOURTH.id, Filter(only=ADA)) is None
    assert collection.position(FIRST.id, Filter(APRIL)) is None
    assert collection.position("nowhere", Filter()) is None
    search = Selection("search", "met", "met")
    assert collection.position(THIRD.id, Filter(only=search)) == ("2031-04-05", 0)
