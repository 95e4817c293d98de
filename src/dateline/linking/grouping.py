"""Grouping from the best pair down, without ever joining what contradicts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

#: How many neighbours in its block each item is compared with: reports of one thing stand near each other
#: in time.
NEIGHBOURS = 40


def neighbours(pairs: Iterable[tuple[int, int]], group_of: Mapping[int, str]) -> Mapping[str, set[str]]:
    """Return, for the id of each group, those of the other groups to which a pair ties it."""
    found: dict[str, set[str]] = defaultdict(set)
    for i, k in pairs:
        if group_of[i] != group_of[k]:
            found[group_of[i]].add(group_of[k])
            found[group_of[k]].add(group_of[i])
    return found


def joined(rows: list[list[int]], bonds: Sequence[Hashable | None]) -> list[list[int]]:
    """Return the groups with those in one that have a bond (by item, None for none) in common."""
    found: list[list[int]] = []
    for row in rows:
        own = {bonds[i] for i in row} - {None}
        with_it = [other for other in found if own.intersection(bonds[i] for i in other)] if own else []
        found = [other for other in found if other not in with_it]
        found.append(sorted([*row, *(i for other in with_it for i in other)]))
    return sorted(found)


def group(
    count: int, scored: Iterable[tuple[float, int, int]], compatible: Callable[[int, int], bool]
) -> list[list[int]]:
    """Return the groups of the items 0 to count - 1, each in order, those of the smallest item first.

    Pairs (score, one, two) are joined from the highest score down, the order of equals being that of the
    items; two
    groups are joined only where every item of one is compatible with every item of the other.
    """
    group_of = list(range(count))
    members = {i: [i] for i in range(count)}
    apart: dict[int, set[int]] = defaultdict(set)  # groups that contradict go on to, whatever joins them
    for _, i, k in sorted((-score, i, k) for score, i, k in scored):
        one, two = group_of[i], group_of[k]
        if one == two or two in apart[one]:
            continue
        if not all(compatible(a, b) for a in members[one] for b in members[two]):
            apart[one].add(two)
            apart[two].add(one)
            continue
        members[one] += members.pop(two)
        for member in members[one]:
            group_of[member] = one
        for other in apart.pop(two, set()):
            apart[other] = (apart[other] - {two}) | {one}
            apart[one].add(other)
    return sorted(sorted(row) for row in members.values())
