"""A graph in cells: where its labels stand so that none hides another, and lines of Braille dots."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from dateline.reader.widgets.strips import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WIDEST = 26  #: cells of a label
_ROW = 3  #: a row is as far as so many columns, when a label has to give way
_APART = 18  #: how far a label gives way to keep the rows above and below it free
_DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))  # of a Braille cell, by column and row
_BLANK = 0x2800  # the Braille cell without dots

Dots = dict[int, dict[int, int]]  #: the dots of cells, by row and column


class Node(NamedTuple):
    """An actor of the drawing."""

    label: str
    look: str
    x: float  #: from 0 at the left to 1
    y: float  #: from 0 at the top to 1


class Box(NamedTuple):
    """Where a label stands, with the blank at either side of it."""

    x: int
    y: int
    width: int
    text: str

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle, in cells."""
        return self.x + self.width / 2, self.y + 0.5

    def has(self, x: int, y: int) -> bool:
        """Tell whether a cell is part of it."""
        return y == self.y and self.x <= x < self.x + self.width


def place(nodes: Mapping[int, Node], order: Iterable[int], width: int, height: int) -> dict[int, Box]:
    """Return a box for each node, as near to its place as the ones before it in the order leave room.

    Nodes for which there is no room at all are left out.
    """
    boxes: dict[int, Box] = {}
    taken: list[list[tuple[int, int]]] = [[] for _ in range(height)]
    offsets = _offsets(width, height)
    for number in order:
        node = nodes[number]
        text = f" {shorten(node.label, max(1, min(WIDEST, width // 2) - 2))} "
        cells = cell_len(text)
        if cells > width:
            continue
        at = round(node.x * (width - cells)), round(node.y * (height - 1))
        found = _free(at, cells, width, taken, offsets)
        if found is not None:
            boxes[number] = Box(*found, cells, text)
            taken[found[1]].append((found[0], found[0] + cells))
    return boxes


@lru_cache(maxsize=4)
def _offsets(width: int, height: int) -> tuple[tuple[int, int, int], ...]:
    """Return (distance, columns, rows) to try, the nearest first."""
    found = (
        (abs(dx) + _ROW * abs(dy), dx, dy)
        for dx in range(-(width // 2), width // 2 + 1, 2)
        for dy in range(1 - height, height)
    )
    return tuple(sorted(found))


def _free(
    at: tuple[int, int],
    cells: int,
    width: int,
    taken: Sequence[Sequence[tuple[int, int]]],
    offsets: Iterable[tuple[int, int, int]],
) -> tuple[int, int] | None:
    fallback = None
    for distance, dx, dy in offsets:
        x, y = at[0] + dx, at[1] + dy
        if not (0 <= x <= width - cells and 0 <= y < len(taken)) or _met(taken[y], x, x + cells):
            continue
        fallback = fallback or (x, y)
        if distance > _APART:
            break
        if not any(_met(taken[row], x, x + cells) for row in (y - 1, y + 1) if 0 <= row < len(taken)):
            return x, y
    return fallback


def _met(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in spans)


def add_line(dots: Dots, one: Box, other: Box) -> None:
    """Add the dots of a straight line between the middles of two boxes."""
    (x0, y0), (x1, y1) = one.centre, other.centre
    x0, x1, y0, y1 = x0 * 2, x1 * 2, y0 * 4, y1 * 4
    steps = int(max(abs(x1 - x0), abs(y1 - y0))) + 1
    dx, dy = (x1 - x0) / steps, (y1 - y0) / steps
    for step in range(steps + 1):
        x, y = int(x0 + dx * step), int(y0 + dy * step)
        row = dots.setdefault(y >> 2, {})
        row[x >> 1] = row.get(x >> 1, 0) | _DOTS[x & 1][y & 3]


def braille(dots: int) -> str:
    """Return the character with some dots."""
    return chr(_BLANK | dots)


def nearest(boxes: Mapping[int, Box], origin: int, dx: int, dy: int) -> int | None:
    """Return the nearest box in a direction: (1, 0) is right, (0, -1) is up; None where there is none.

    What lies rather ahead than aside comes first, in the cone that all four directions share out among them;
    a row is as far as two columns.
    """
    if origin not in boxes:
        return min(boxes, default=None)
    x0, y0 = boxes[origin].centre
    best: tuple[bool, float, int] | None = None
    for number, box in boxes.items():
        x, y = box.centre
        across, down = x - x0, 2 * (y - y0)
        ahead, aside = (across * dx, abs(down)) if dx else (down * dy, abs(across))
        if number == origin or ahead <= 0:
            continue
        found = aside > ahead, ahead + aside, number
        best = min(best, found) if best else found
    return best[2] if best else None
