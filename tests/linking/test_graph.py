"""The graph's layout, its paths and its file."""

from __future__ import annotations

import io
import itertools
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.linking.graph import Weighted, graphml, lay_out, strongest_path

MOST = 12


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, list[Weighted]]:
    count = draw(st.integers(0, MOST))
    pairs = [(one, other) for one in range(count) for other in range(one + 1, count)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=20)) if pairs else []
    return count, [Weighted(*pair, draw(st.integers(1, 50))) for pair in chosen]


def groups(count: int, pairs: list[tuple[int, int]]) -> set[frozenset[int]]:
    """Return which nodes are connected."""
    group = {node: {node} for node in range(count)}
    for one, other in pairs:
        if group[one] is not group[other]:
            group[one] |= group[other]
            for node in group[other]:
                group[node] = group[one]
    return {frozenset(nodes) for nodes in group.values()}


@settings(deadline=None, max_examples=40)
@given(graphs())
def test_who_has_ties_stands_in_the_unit_square(graph) -> None:
    count, ties = graph
    places = lay_out(count, ties).places
    assert set(places) == {node for tie in ties for node in tie[:2]}
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places.values())


@settings(deadline=None, max_examples=40)
@given(graphs(), st.randoms())
def test_the_same_ties_in_any_order_look_the_same(graph, random) -> None:
    count, ties = graph
    shuffled = [*ties]
    random.shuffle(shuffled)
    assert lay_out(count, shuffled) == lay_out(count, ties)


@settings(deadline=None, max_examples=40)
@given(graphs())
def test_the_backbone_connects_what_is_connected(graph) -> None:
    count, ties = graph
    backbone = lay_out(count, ties).backbone
    pairs = [(tie.one, tie.other) for tie in ties]
    assert backbone <= set(pairs)
    assert groups(count, list(backbone)) == groups(count, pairs)


def test_the_backbone_leaves_out_weak_ties_of_a_crowd() -> None:
    ties = [Weighted(0, other, 20) for other in range(1, 6)]
    ties += [Weighted(one, one + 1, 10) for one in range(1, 5)] + [Weighted(1, 5, 1), Weighted(2, 5, 1)]
    backbone = lay_out(6, ties).backbone
    assert {(0, other) for other in range(1, 6)} <= backbone
    assert not backbone & {(1, 5), (2, 5)}


def test_a_detour_of_strong_ties_is_stronger_than_a_weak_tie() -> None:
    ties = [Weighted(0, 2, 1), Weighted(0, 1, 9), Weighted(1, 2, 8)]
    assert strongest_path(3, ties, 0, 2) == (0, 1, 2)
    assert strongest_path(3, [Weighted(0, 2, 6), *ties[1:]], 0, 2) == (0, 2)


@settings(deadline=None, max_examples=40)
@given(graphs(), st.data())
def test_a_path_goes_from_tie_to_tie_or_there_is_none(graph, data) -> None:
    count, ties = graph
    if not count:
        return
    start, end = (data.draw(st.integers(0, count - 1)) for _ in range(2))
    pairs = [(tie.one, tie.other) for tie in ties]
    path = strongest_path(count, ties, start, end)
    connected = any({start, end} <= group for group in groups(count, pairs))
    assert bool(path) == connected
    if path:
        assert (path[0], path[-1]) == (start, end)
        assert len(set(path)) == len(path)
        for one, other in itertools.pairwise(path):
            assert (min(one, other), max(one, other)) in pairs


def test_there_is_no_path_to_a_node_that_is_not_there() -> None:
    assert strongest_path(2, [Weighted(0, 1, 1)], 0, 7) == ()


@pytest.mark.parametrize("label", ['Ada "Q" <Quill> & sons', "港の人", "]]>", "a\tb"])
def test_graphml_keeps_what_it_is_told(label) -> None:
    nodes = [
        {"id": "person/ada & co", "label": label, "articles": 3},
        {"id": "country/NL", "label": "Norland", "articles": 2},
    ]
    text = "\n".join(graphml(nodes, [Weighted(0, 1, 2)]))
    root = ET.parse(io.StringIO(text)).getroot()
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    names = {key.get("id"): key.get("attr.name") for key in root.findall("g:key", space)}
    found = {
        node.get("id"): {names[d.get("key")]: d.text for d in node.findall("g:data", space)}
        for node in root.iterfind(".//g:node", space)
    }
    assert found["person/ada & co"] == {"label": label, "articles": "3"}
    (edge,) = root.iterfind(".//g:edge", space)
    assert {edge.get("source"), edge.get("target")} == {"person/ada & co", "country/NL"}
    assert [data.text for data in edge.findall("g:data", space)] == ["2"]
