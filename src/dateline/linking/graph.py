"""The graph of who is mentioned with whom: its backbone, a layout for the screen, paths, and GraphML."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_STRONGEST = 2  # ties of each node that are drawn beside the tree
_SEED = 7  # of the layout's first positions: the same graph looks the same


class Weighted(NamedTuple):
    """A tie between two nodes, named by their places in a sequence."""

    one: int
    other: int
    weight: int  #: articles in common


class Layout(NamedTuple):
    """Where the nodes of a graph stand, and which of its ties make its shape."""

    places: dict[int, tuple[float, float]]  #: from 0 to 1 in both directions; nodes without ties are left out
    backbone: frozenset[tuple[int, int]]


def lay_out(count: int, ties: Iterable[Weighted]) -> Layout:
    """Return a layout of the graph with nodes 0 to count - 1: the same for the same ties.

    The backbone is a maximum spanning forest with the strongest ties of each node; the places are those of
    the Fruchterman-Reingold method (1991, Software: Practice and Experience 21) on the backbone.
    """
    graph = _graph(count, ties)
    graph.remove_nodes_from(list(nx.isolates(graph)))
    shape = nx.Graph()
    shape.add_nodes_from(graph)
    for one, other in _backbone(graph):
        shape.add_edge(one, other, weight=graph[one][other]["weight"] ** 0.5)
    places: dict[int, tuple[float, float]] = {}
    if len(shape) == 1:
        places = dict.fromkeys(shape, (0.5, 0.5))
    elif len(shape):
        spread = 1.6 / len(shape) ** 0.5
        found = nx.spring_layout(shape, k=spread, iterations=120, seed=_SEED)
        places = _stretched({node: (float(x), float(y)) for node, (x, y) in found.items()})
    return Layout(places, frozenset((min(edge), max(edge)) for edge in shape.edges))


def strongest_path(count: int, ties: Iterable[Weighted], start: int, end: int) -> tuple[int, ...]:
    """Return the nodes of the strongest path between two, both included; empty where none leads there.

    A tie is as long as the inverse of its weight (Newman, 2001, Physical Review E 64): few strong ties beat
    many and weak ones.
    """
    graph = _graph(count, ties)
    for one, other, data in graph.edges(data=True):
        graph[one][other]["length"] = 1 / data["weight"]
    try:
        return tuple(nx.dijkstra_path(graph, start, end, weight="length"))
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return ()


def graphml(nodes: Sequence[dict[str, str | int]], ties: Iterable[Weighted]) -> Iterator[str]:
    """Yield the lines of a GraphML file; each node has an `id` and whatever else is told of it."""
    graph = nx.Graph()
    names = [str(node["id"]) for node in nodes]
    for name, node in zip(names, nodes, strict=True):
        graph.add_node(name, **{key: value for key, value in node.items() if key != "id"})
    graph.add_weighted_edges_from((names[one], names[other], weight) for one, other, weight in ties)
    yield from nx.generate_graphml(graph, named_key_ids=True)


def _graph(count: int, ties: Iterable[Weighted]) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from(sorted(ties))
    return graph


def _backbone(graph: nx.Graph) -> list[tuple[int, int]]:
    kept = {(min(edge), max(edge)) for edge in nx.maximum_spanning_edges(graph, data=False)}
    for node in graph:
        strongest = sorted(graph[node].items(), key=lambda item: (-item[1]["weight"], item[0]))
        kept |= {(min(node, other), max(node, other)) for other, _ in strongest[:_STRONGEST]}
    return sorted(kept)


def _stretched(places: dict[int, tuple[float, float]]) -> dict[int, tuple[float, float]]:
    """Return the places moved and stretched to fill the unit square."""
    xs, ys = zip(*places.values(), strict=True)
    left, top = min(xs), min(ys)
    width, height = max(xs) - left or 1.0, max(ys) - top or 1.0
    return {node: ((x - left) / width, (y - top) / height) for node, (x, y) in places.items()}
