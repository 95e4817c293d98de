"""Where the labels of a graph stand, and the lines between them."""

from __future__ import annotations

from dateline.reader.widgets.drawing import Node, add_line, braille, nearest, place


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
