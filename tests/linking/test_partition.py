"""Clusters under must-links and cannot-links."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.linking.partition import constrained

_ITEMS = st.integers(0, 11)
_PAIRS = st.lists(st.tuples(_ITEMS, _ITEMS).filter(lambda pair: pair[0] != pair[1]), max_size=6)


def part_of(clusters: list[list[int]]) -> dict[int, int]:
    return {item: number for number, cluster in enumerate(clusters) for item in cluster}


@given(
    st.lists(st.integers(0, 3), min_size=12, max_size=12),
    st.lists(st.integers(0, 5), min_size=12, max_size=12),
    _PAIRS,
    _PAIRS,
    st.randoms(),
)
def test_links_hold_whatever_their_order(homes, names, same, different, random) -> None:
    clusters = [[item for item in range(12) if homes[item] == home] for home in range(4)]
    found = constrained(clusters, same, different, names.__getitem__)
    part = part_of(found)
    assert sorted(part) == list(range(12))
    assert all(part[one] == part[two] for one, two in same)
    bound = part_of(constrained([[item] for item in range(12)], same, [], names.__getitem__))
    assert all(part[one] != part[two] for one, two in different if bound[one] != bound[two])
    shuffled = [random.sample(list(row), len(row)) for row in (clusters, same, different)]
    assert constrained(*shuffled, names.__getitem__) == found
    assert constrained(clusters, [], [], names.__getitem__) == sorted(filter(None, clusters))


def test_what_nobody_judged_stays_with_the_second_of_a_pair() -> None:
    assert constrained([[1, 2, 3, 4]], [], [(3, 1)], lambda item: item) == [[1, 2, 4], [3]]
    assert constrained([[1, 2, 3, 4]], [], [(1, 3)], lambda item: item) == [[1], [2, 3, 4]]


def test_the_bearers_of_a_parted_name_leave_together() -> None:
    names = {1: "Ida", 2: "Ida", 3: "Ida", 4: "Iba", 5: "Iba"}
    assert constrained([[1, 2, 3, 4, 5]], [], [(5, 1)], names.__getitem__) == [[1, 2, 3], [4, 5]]
    assert constrained([[1, 2, 3, 4, 5]], [], [(3, 1)], names.__getitem__) == [[1, 2, 4, 5], [3]]


def test_a_must_link_joins_whole_clusters() -> None:
    assert constrained([[1, 2], [3, 4], [5]], [(4, 1)], [], lambda item: item) == [[1, 2, 3, 4], [5]]
