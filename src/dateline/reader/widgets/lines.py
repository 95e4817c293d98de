"""Lists drawn line by line: a hundred thousand rows cost what five cost.

`Lines` knows of lines, rows and a cursor; what a line says is its subclasses' business. Text reaches the
screen as segments, so that nothing in it is ever read as markup.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from dateline.reader.widgets.scrolling import Scrolling
from dateline.reader.widgets.strips import Piece, shorten, style_over

if TYPE_CHECKING:
    from textual import events


class Line(NamedTuple):
    """A line of a list: pieces from the left, cut where they meet those at the right."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...] = ()
    most: int = 1000  #: cells beyond which the right pieces do not move away


BLANK = Line(())


class Lines(Scrolling, can_focus=True, inherit_bindings=False):
    """A scrolling list with a cursor on one of its rows; rows may take several lines, headings are none."""

    class RowMessage(Message):
        """Something about a row."""

        def __init__(self, lines: Lines, row: int, *, by_mouse: bool = False) -> None:
            super().__init__()
            self.lines = lines
            self.row = row
            self.by_mouse = by_mouse

        @property
        def control(self) -> Lines:
            """The list."""
            return self.lines

    class Moved(RowMessage):
        """The cursor has gone to another row."""

    class Chosen(RowMessage):
        """A row was chosen by Enter or a click."""

    def __init__(self, *, id: str | None = None, always_active: bool = False, one_click: bool = True) -> None:
        super().__init__(id=id)
        self.cursor = 0
        self.one_click = one_click  #: whether the first click on a row chooses it
        self.always_active = always_active  #: the cursor looks as with the focus, which a text box has
        self._strips: LRUCache[tuple[Any, ...], Strip] = LRUCache(400)

    @property
    @abstractmethod
    def row_count(self) -> int:
        """How many rows the cursor can be on."""

    @abstractmethod
    def line_count(self) -> int:
        """Return how many lines there are."""

    @abstractmethod
    def line_at(self, y: int) -> tuple[Line, int | None]:
        """Return a line and the row that it belongs to."""

    @abstractmethod
    def lines_of(self, row: int) -> tuple[int, int]:
        """Return a row's first line and how many it takes."""

    def reveal_of(self, row: int) -> tuple[int, int]:
        """Return the lines to bring into view for a row: its own, and the headings right above it."""
        first, count = self.lines_of(row)
        above = first
        while above > 0 and first - above < 3 and self.line_at(above - 1)[1] is None:
            above -= 1
        return above, count + first - above

    @property
    def text_width(self) -> int:
        """Cells that a line has beside the cursor's mark."""
        return max(0, self.room - 1)

    def changed(self) -> None:
        """Draw everything anew; the rows or their looks have changed."""
        self._strips.clear()
        self.virtual_size = Size(self.size.width, self.line_count())
        self.refresh()

    def on_resize(self) -> None:
        """Lay the lines out for the new width, the cursor's row kept in view."""
        self.changed()
        if self.row_count:
            self.reveal()

    def move_to(self, row: int, *, tell: bool = True, center: bool = False) -> None:
        """Put the cursor on a row, the nearest one there is; `tell` posts Moved where it moves."""
        row = max(0, min(row, self.row_count - 1))
        if row == self.cursor:
            if self.row_count:
                self.reveal(center=center)
            return
        old, self.cursor = self.cursor, row
        for changed in (old, row):
            if changed < self.row_count:
                first, count = self.lines_of(changed)
                self.refresh(Region(0, first - self.scroll_offset.y, self.size.width, count))
        self.reveal(center=center)
        if tell:
            self.post_message(self.Moved(self, row))

    def reveal(self, *, center: bool = False) -> None:
        """Scroll so that the cursor's row can be seen."""
        if not self.size.height:
            return
        first, count = self.reveal_of(self.cursor)
        top, height = self.scroll_offset.y, self.size.height
        if first < top or first + count > top + height:
            middle = first - (height - count) // 2
            target = middle if center else (first if first < top else first + min(count, height) - height)
            self.scroll_to(y=max(0, target), animate=False, force=True)

    def move(self, step: int) -> None:
        """Move the cursor by rows."""
        self.move_to(self.cursor + step)

    def page(self, step: float) -> None:
        """Move the cursor by about as many rows as are in view, or a part of them."""
        if not self.row_count:
            return
        first, _ = self.lines_of(self.cursor)
        goal = first + int(step * max(2, self.size.height - 2))
        low, high = (self.cursor + 1, self.row_count - 1) if step > 0 else (0, self.cursor - 1)
        while low < high:  # the last row that begins by the goal, or the first that begins from it on
            middle = (low + high + (step > 0)) // 2
            begins = self.lines_of(middle)[0]
            if step > 0:
                low, high = (middle, high) if begins <= goal else (low, middle - 1)
            else:
                low, high = (low, middle) if begins >= goal else (middle + 1, high)
        self.move_to(low if step > 0 else high)

    def end(self, step: int) -> None:
        """Move the cursor to the first or the last row."""
        self.move_to(self.row_count - 1 if step > 0 else 0)
        if step < 0:
            self.scroll_to(y=0, animate=False, force=True)

    def choose(self, *, by_mouse: bool = False) -> None:
        """Choose the row that the cursor is on."""
        if self.row_count:
            self.post_message(self.Chosen(self, self.cursor, by_mouse=by_mouse))

    def on_click(self, event: events.Click) -> None:
        """Move to the row that is clicked, and choose it: without `one_click` when it is clicked again."""
        place = event.get_content_offset(self)
        if place is None or place.x >= self.room:
            return
        y = place.y + self.scroll_offset.y
        if 0 <= y < self.line_count() and (row := self.line_at(y)[1]) is not None:
            again = self.one_click or event.chain > 1 or row == self.cursor
            self.move_to(row, tell=not again)
            if again:
                self.choose(by_mouse=True)

    def draw_line(self, number: int, width: int) -> Strip:
        """Draw a line by its number."""
        if number >= self.line_count():
            return Strip.blank(width, self.ground)
        line, row = self.line_at(number)
        look, first = "", False
        if row is not None and row == self.cursor:
            look = "cursor" if self.has_focus or self.always_active else "cursor-blurred"
            first = self.lines_of(self.cursor)[0] == number
        key = (line, width, look, first, self.ground)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._draw(line, width, look, first)
        return strip

    def _draw(self, line: Line, width: int, cursor: str, first: bool) -> Strip:
        ground = self.style_of(cursor)
        styled = (lambda look: style_over(self, look, ground)) if cursor else self.style_of
        segments = [Segment("▸" if first else " ", ground)]
        room = min(self.text_width, line.most)
        right = sum(cell_len(text) for text, _ in line.right)
        left = max(0, room - right - 1) if right else room
        for text, look in line.left:
            shown = shorten(text, left)
            left -= cell_len(shown)
            segments.append(Segment(shown, styled(look)))
            if shown != text:
                break
        if right:
            segments.append(Segment(" " * (max(0, left) + 1), ground))
            segments += [Segment(text, styled(look)) for text, look in line.right]
        return Strip(segments).adjust_cell_length(width, ground)
