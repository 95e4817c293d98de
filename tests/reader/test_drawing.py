"""Where the labels of a graph stand, and the lines between them."""

from __future__ import annotations

import random

import pytest

from dateline.reader.widgets.drawing import Box, Node, add_line, braille, nearest, place


def test_no_label_covers_another_and_all_are_inside() -> None:
    nodes = {n: Node(f"Person number {n}", "", 0.5, 0.5) for n in range(30)}
    boxes = place(nodes, nodes, 60, 14)
    assert len(boxes) > 25
    cells = [(x, box.y) for box in boxes.values() for x in range(box.x, box.x + box.width)]
    assert len(cells) == len(set(cells))
    assert all(0 <= x < 60 and 0 <= y < 14 for x, y in cells)
    assert boxes[0].y == round(0.5 * 13)


def test_a_label_without_room_is_left_out() -> None:
    nodes = {n: Node("Ada", "", 0, 0) for n in range(9)}
    assert set(place(nodes, nodes, 6, 2)) == {0, 1}
    assert place(nodes, nodes, 0, 0) == {}


def test_a_line_of_dots_goes_from_middle_to_middle() -> None:
    boxes = place({0: Node("A", "", 0, 0), 1: Node("B", "", 1, 1)}, (0, 1), 11, 5)
    dots = {}
    add_line(dots, boxes[0], boxes[1])
    assert set(dots) == set(range(5))
    assert all(boxes[0].x <= x < boxes[1].x + boxes[1].width for row in dots.values() for x in row)
    assert braille(0x01 | 0x80) == "⢁"


def test_the_nearest_one_lies_ahead() -> None:
    spots = {0: (0.5, 0.5), 1: (1, 0.5), 2: (0.5, 0), 3: (0, 1)}
    boxes = place({n: Node("A", "", *at) for n, at in spots.items()}, spots, 41, 21)
    assert nearest(boxes, 0, 1, 0) == 1
    assert nearest(boxes, 0, 0, -1) == 2
    assert nearest(boxes, 0, -1, 0) == 3
    assert nearest(boxes, 1, 1, 0) is None


def test_what_lies_ahead_is_nearer_than_what_lies_aside() -> None:
    boxes = {0: Box(20, 10, 4, ""), 1: Box(21, 9, 4, ""), 2: Box(40, 10, 4, ""), 3: Box(0, 0, 4, "")}
    assert nearest(boxes, 0, 1, 0) == 2
    assert nearest(boxes, 0, 0, -1) == 1
    assert nearest(boxes, 0, -1, 0) == 3
    assert nearest(boxes, 9, 0, 1) == 0


@pytest.mark.parametrize("seed", range(12))
def test_arrows_reach_every_node(seed) -> None:
    spots = random.Random(seed)
    nodes = {n: Node("A" * spots.randint(3, 20), "", spots.random(), spots.random()) for n in range(20)}
    boxes = place(nodes, nodes, 94, 41)
    reached, waiting = {0}, [0]
    while waiting:
        at = waiting.pop()
        found = {nearest(boxes, at, *step) for step in ((1, 0), (-1, 0), (0, 1), (0, -1))} - {None} - reached
        reached |= found
        waiting += found
    assert reached == set(boxes)
