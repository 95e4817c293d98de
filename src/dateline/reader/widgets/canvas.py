"""A graph drawn in the terminal: labels, and between them lines of Braille dots."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from textual.message import Message

from dateline.reader.widgets.drawing import Box, Dots, add_line, braille, nearest, place
from dateline.reader.widgets.strips import Drawn, Piece, shorten, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from textual import events
    from textual.strip import Strip

    from dateline.reader.widgets.drawing import Node

Pair = tuple[int, int]  #: two nodes


class Canvas(Drawn, can_focus=True, inherit_bindings=False):
    """The nodes and ties of a graph, with a focus on one node; only what shows the focus is drawn anew."""

    class Focused(Message):
        """The focus has gone to another node."""

    class Chosen(Message):
        """The node with the focus was chosen by Enter or a second click."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.focus_on: int | None = None  #: the node with the focus
        self._words: Sequence[str] = ()  # shown where there is no graph
        self._named: Mapping[int, Node] = {}
        self._ties: Mapping[int, set[int]] = {}
        self._backbone: Sequence[Pair] = ()
        self._path: Sequence[Pair] = ()
        self._on_path: Sequence[int] = ()
        self._laid_out: tuple[int, int] = (-1, -1)  # the size that the boxes are for
        self._boxes: dict[int, Box] = {}
        self._quiet: Dots = {}  # the backbone's dots
        self._lines: list[tuple[str, Dots]] = []  # looks and dots, the uppermost last
        self._strips: dict[tuple[int, bool], Strip] = {}

    # --- what is shown -----------------------------------------------------------------------------------

    def say(self, *lines: str) -> None:
        """Show words where the graph was."""
        self.show({}, (), (), None)
        self._words = lines

    def show(
        self,
        nodes: Mapping[int, Node],
        ties: Iterable[Pair],
        backbone: Sequence[Pair],
        focus: int | None,
    ) -> None:
        """Show a graph; its nodes are placed in their order, the first ones nearest to where they belong."""
        met: dict[int, set[int]] = {}
        for one, other in ties:
            met.setdefault(one, set()).add(other)
            met.setdefault(other, set()).add(one)
        self._named, self._ties, self._backbone = nodes, met, backbone
        self._words, self.focus_on, self._laid_out = (), focus, (-1, -1)
        self._on_path = self._path = ()
        self.redraw()

    def show_path(self, nodes: Sequence[int], pairs: Sequence[Pair] = ()) -> None:
        """Light up the nodes and ties of a path; none for an empty one."""
        if (tuple(nodes), tuple(pairs)) != (tuple(self._on_path), tuple(self._path)):
            self._on_path, self._path = nodes, pairs
            self.redraw()

    def go_to(self, node: int, *, tell: bool = True) -> None:
        """Give a node the focus; `tell` posts Focused where it is another one."""
        if node in self._named and node != self.focus_on:
            self.focus_on = node
            self.redraw()
            if tell:
                self.post_message(self.Focused())

    def redraw(self) -> None:
        """Draw everything anew that depends on the focus, the path or the theme."""
        self._strips.clear()
        self._lines.clear()
        self.refresh()

    def on_resize(self) -> None:
        """Place the labels anew."""
        self.redraw()

    def notify_style_update(self) -> None:
        """Draw with the styles of another theme."""
        super().notify_style_update()
        self._strips.clear()

    # --- keys and mouse ----------------------------------------------------------------------------------

    def turn(self, dx: int, dy: int) -> None:
        """Move the focus to the nearest node in a direction: (1, 0) is right, (0, -1) is up."""
        self._lay_out()
        if self.focus_on is not None and (node := nearest(self._boxes, self.focus_on, dx, dy)) is not None:
            self.go_to(node)

    def move(self, step: int) -> None:
        """Move the focus down, or up."""
        self.turn(0, 1 if step > 0 else -1)

    def page(self, step: float) -> None:
        """Move the focus as `end` does: all of the graph is in view."""
        self.end(1 if step > 0 else -1)

    def end(self, step: int) -> None:
        """Move the focus to the lowest node, or to the uppermost."""
        self._lay_out()
        if self._boxes:
            ordered = sorted(self._boxes, key=lambda n: (self._boxes[n].y, self._boxes[n].x))
            self.go_to(ordered[-1 if step > 0 else 0])

    def choose(self) -> None:
        """Choose the node with the focus."""
        if self.focus_on is not None:
            self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Give the node that is clicked the focus; the one that has it is chosen."""
        at = event.get_content_offset(self)
        if at is None:
            return
        for number, box in self._boxes.items():
            if box.has(at.x, at.y):
                if number == self.focus_on:
                    self.choose()
                else:
                    self.go_to(number)
                return

    # --- drawing -----------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw a line; the others are kept until something changes."""
        key = y, self.has_focus
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self.strip_of(self._pieces(y), self.size.width)
        return strip

    def _pieces(self, y: int) -> Iterator[Piece]:
        if not self._named:
            yield from self._said(y)
            return
        self._lay_out()
        self._draw()
        width = self.size.width
        texts, looks = [" "] * width, [""] * width
        for look, rows in self._lines:
            for x, dots in rows.get(y, {}).items():
                texts[x], looks[x] = braille(dots), look
        for number, box in self._boxes.items():
            if box.y == y:
                texts[box.x : box.x + box.width] = [box.text, *[""] * (box.width - 1)]
                looks[box.x : box.x + box.width] = [self._look(number)] * box.width
        start = 0
        for look, run in groupby(looks):
            end = start + sum(1 for _ in run)
            yield "".join(texts[start:end]), look
            start = end

    def _said(self, y: int) -> Iterator[Piece]:
        line = y - (self.size.height - len(self._words)) // 2
        if 0 <= line < len(self._words):
            text = shorten(self._words[line], self.size.width)
            yield " " * ((self.size.width - width_of([(text, "")])) // 2), ""
            yield text, "dim"

    def _lay_out(self) -> None:
        """Place the labels in the size that there is."""
        size = self.size.width, self.size.height
        if size == self._laid_out:
            return
        self._laid_out = size
        self._strips.clear()
        self._lines.clear()
        order = list(self._named)
        self._boxes = place(self._named, order, *size)
        if self.focus_on is not None and self.focus_on not in self._boxes:
            self._boxes = place(self._named, sorted(order, key=lambda n: n != self.focus_on), *size)
        self._quiet = self._dots(self._backbone)

    def _draw(self) -> None:
        """Draw the ties: the backbone, over it those of the focus, over them the path's."""
        if self._lines:
            return
        focus = self.focus_on
        own = [(focus, other) for other in sorted(self._ties.get(focus, ()))] if focus is not None else []
        self._lines = [("tie", self._quiet), ("mark", self._dots(own)), ("hit", self._dots(self._path))]
        if self._path:  # the path is what matters: the focus's other ties step back
            del self._lines[1]

    def _dots(self, pairs: Iterable[Pair]) -> Dots:
        dots: Dots = {}
        for one, other in pairs:
            if one in self._boxes and other in self._boxes:
                add_line(dots, self._boxes[one], self._boxes[other])
        return dots

    def _look(self, number: int) -> str:
        if number == self.focus_on:
            return "current" if self.has_focus else "selected"
        if self._on_path:
            return "hit" if number in self._on_path else "dim"
        near = self.focus_on is not None and number in self._ties.get(self.focus_on, ())
        return self._named[number].look if near else "dim"
