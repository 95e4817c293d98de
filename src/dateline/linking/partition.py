"""Clusters under must-links and cannot-links: joined where a ruling says so, parted where one does."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...
    def __hash__(self) -> int: ...


T = TypeVar("T", bound=_Ordered)
Pair = tuple[T, T]


def constrained(
    clusters: Iterable[Iterable[T]],
    same: Iterable[Pair[T]],
    different: Iterable[Pair[T]],
    twin: Callable[[T], Hashable],
) -> list[list[T]]:
    """Return the clusters, each sorted, with all that is the same in one and all that is different in two.

    Must-links join whole clusters. Of a cluster that cannot-links part, the first of a pair leaves, with the
    items that are the same by a must-link or whose twin is the same (those of one full name); what no link is
    about stays with the second of the first pair. A must-link counts for more than a cannot-link.
    """
    bound: nx.Graph[T] = nx.Graph()
    whole: nx.Graph[T] = nx.Graph()
    for cluster in clusters:
        members = sorted(cluster)
        whole.add_nodes_from(members)
        nx.add_path(whole, members)
    ties = [(one, two) for one, two in same if one in whole and two in whole]
    whole.add_edges_from(ties)
    bound.add_edges_from(ties)
    parted = sorted((one, two) for one, two in different if one in whole and two in whole)
    found = []
    for component in nx.connected_components(whole):
        inside = [pair for pair in parted if pair[0] in component and pair[1] in component]
        found += _parts(sorted(component), inside, bound, twin) if inside else [sorted(component)]
    return sorted(found)


def _parts(
    members: Sequence[T], parted: Sequence[Pair[T]], bound: nx.Graph[T], twin: Callable[[T], Hashable]
) -> list[list[T]]:
    """Return the parts of one cluster that cannot-links leave."""
    units = _units(members, parted, bound, twin)
    of = {member: number for number, unit in enumerate(units) for member in unit}
    apart: dict[int, set[int]] = defaultdict(set)
    leaving: set[int] = set()
    for one, two in parted:
        if of[one] != of[two]:
            apart[of[one]].add(of[two])
            apart[of[two]].add(of[one])
            leaving.add(of[one])
    stays = of[parted[0][1]]
    order = sorted(apart, key=lambda n: (n != stays, n in leaving, units[n][0]))
    part_of: dict[int, int] = {}
    for number in order:
        taken = {part_of[other] for other in apart[number] if other in part_of}
        part_of[number] = next(part for part in range(len(units) + 1) if part not in taken)
    parts: dict[int, list[T]] = defaultdict(list)
    for number, unit in enumerate(units):
        parts[part_of.get(number, 0)] += unit
    return [sorted(part) for part in parts.values()]


def _units(
    members: Sequence[T], parted: Sequence[Pair[T]], bound: nx.Graph[T], twin: Callable[[T], Hashable]
) -> list[list[T]]:
    """Return what stays together in a cluster that is parted: by must-links, then twins of the parted."""
    inside = set(members)
    tied: nx.Graph[T] = nx.Graph()
    tied.add_nodes_from(members)
    tied.add_edges_from((a, b) for a, b in bound.edges if a in inside and b in inside)
    twins: dict[Any, list[T]] = defaultdict(list)
    for member in members:
        twins[twin(member)].append(member)
    judged = {member for pair in parted for member in pair} | {m for m in bound if m in inside}
    for group in sorted(group for group in twins.values() if len(group) > 1):
        trial = tied.copy() if judged.intersection(group) else tied
        nx.add_path(trial, group)
        if trial is tied or not any(nx.has_path(trial, a, b) > nx.has_path(tied, a, b) for a, b in parted):
            tied = trial
    return sorted(sorted(unit) for unit in nx.connected_components(tied))
