"""What the graph's child process answers, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.index.rows import Evidence, Selection
from dateline.reader.widgets.drawing import Node

if TYPE_CHECKING:
    from collections.abc import Mapping


class Actor(NamedTuple):
    """An actor of the graph."""

    selection: Selection
    articles: int  #: in the dates


class Step(NamedTuple):
    """A tie on a path, with sentences that carry it."""

    one: Selection
    other: Selection
    together: int  #: articles in common
    sentences: tuple[Evidence, ...]


def step_of(told: Mapping[str, Any]) -> Step:
    """Return a step as dateline.graphing tells it. Raises KeyError and TypeError for anything else."""
    evidence = tuple(
        Evidence(**{**each, "hits": tuple((start, end) for start, end in each["hits"])})
        for each in told["sentences"]
    )
    return Step(Selection(*told["from"]), Selection(*told["to"]), told["together"], evidence)


@dataclass
class Graph:
    """A graph to be drawn, its actors by the numbers that the child gave them."""

    actors: dict[int, Actor] = field(default_factory=dict)
    nodes: dict[int, Node] = field(default_factory=dict)
    ties: dict[int, dict[int, int]] = field(default_factory=dict)  #: articles in common by node and node
    pairs: list[tuple[int, int]] = field(default_factory=list)
    backbone: list[tuple[int, int]] = field(default_factory=list)

    def number_of(self, selection: Selection | None) -> int | None:
        """Return the number of an actor, None where it is not part of the graph."""
        return next((n for n, actor in self.actors.items() if actor.selection == selection), None)


def graph_of(told: Mapping[str, Any]) -> Graph:
    """Return a graph as dateline.graphing tells it.

    Raises KeyError, TypeError and ValueError for anything else.
    """
    graph = Graph()
    for node in told["nodes"]:
        selection, number = Selection(*node["selection"]), node["node"]
        graph.actors[number] = Actor(selection, node["articles"])
        graph.nodes[number] = Node(" ".join(selection.label.split()), selection.kind, *node["place"])
    for one, other, weight, kept in told["ties"]:
        graph.ties.setdefault(one, {})[other] = weight
        graph.ties.setdefault(other, {})[one] = weight
        graph.pairs.append((one, other))
        if kept:
            graph.backbone.append((one, other))
    return graph
