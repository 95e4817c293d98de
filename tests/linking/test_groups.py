"""Items that come and go are grouped as they would be at once."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.linking.groups import Groups

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from dateline.model import Sign

COUNT = 16
numbers = st.integers(0, COUNT - 1)
#: How well a pair of items is tied, from -1 (they contradict) up, by a table that any two items point into.
tables = st.lists(st.sampled_from([-1, -1, 0, 0, 0, 1, 2, 3, 4]), min_size=40, max_size=40)
#: Items to put, each with its wording, and items to drop.
steps = st.lists(
    st.tuples(st.lists(st.tuples(numbers, st.integers(0, 2)), max_size=6), st.lists(numbers, max_size=3)),
    min_size=2,
    max_size=8,
)
Item = tuple[int, int]


def groups(table: Sequence[int], *, bound: bool) -> Groups[int, Item]:
    def tied(one: Item, two: Item) -> int:
        low, high = sorted((one, two))
        return table[(low[0] * 7 + high[0] * 13 + low[1] * 3 + high[1] * 5) % len(table)]

    def keys(item: Item) -> Iterable[Hashable]:
        return "all", item[0] % 3

    def compare(one: Item, two: Item) -> tuple[Sign, float] | None:
        if bound and bond(one) is not None and bond(one) == bond(two):
            return "=", 9.0
        return ("=", float(tied(one, two))) if tied(one, two) > 0 else None

    def bond(item: Item) -> Hashable | None:
        return "one" if item[0] in (2, 5) and item[1] != 1 else None

    def may_join(one: Item, two: Item) -> bool:
        return tied(one, two) >= 0

    return Groups(keys, compare, may_join, bond if bound else None)


@pytest.mark.parametrize("bound", [False, True])
@pytest.mark.parametrize("window", [2, 80])
def test_items_that_come_and_go_are_grouped_as_those_at_once(window: int, bound: bool) -> None:
    @settings(max_examples=250, deadline=None)
    @given(tables, steps)
    def holds(table: Sequence[int], steps: Sequence[tuple[list[Item], list[int]]]) -> None:
        changing = groups(table, bound=bound)
        there: dict[int, Item] = {}
        for put, dropped in steps:
            for place in dropped:
                if there.pop(place, None) is not None:
                    changing.drop(place)
            for item in put:
                there[item[0]] = item
                changing.put(item[0], item)
            before = {first: list(row) for first, row in changing.members.items()}
            found = changing.settle()
            at_once = groups(table, bound=bound)
            for place, item in there.items():
                at_once.put(place, item)
            at_once.settle()
            assert changing.members == at_once.members
            assert changing.group_of == at_once.group_of
            assert {p: changing.nearest(p) for p in there} == {p: at_once.nearest(p) for p in there}
            now = changing.members
            assert {first for first, row in now.items() if before.get(first) != row} <= found.changed
            assert before.keys() - now.keys() == found.gone

    with patch("dateline.linking.groups.NEIGHBOURS", window):
        holds()
