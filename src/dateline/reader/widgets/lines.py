"""Lists drawn line by line: a hundred thousand rows cost what five cost.

`Lines` knows of lines, rows and a cursor; what a line says is its subclasses' business. `Listing` is for rows
that all fit in memory. Text reaches the screen as segments, so that nothing in it is ever read as markup.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events

Piece = tuple[str, str]  #: text, and the name of its look ("" for the plain one)
LOOKS = ("dim", "head", "name", "hit", "strong", "mark", "near", "warn")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: pieces from the left, cut where they meet those at the right."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...] = ()
    look: str = ""  #: of the whole line


BLANK = Line(())


def shorten(text: str, width: int) -> str:
    """Return text in at most `width` cells, with "…" where something is cut."""
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return "…" if width == 1 else ""
    return set_cell_size(text, width - 1).rstrip() + "…"


class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    """A scrolling list with a cursor on one of its rows; rows may take several lines, headings are none."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--cursor",
        "lines--cursor-blurred",
        *(f"lines--{look}" for look in LOOKS),
    }
    DEFAULT_CSS = """
    Lines { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; }
    """

    class Moved(Message):
        """The cursor has gone to another row."""

        def __init__(self, lines: Lines, row: int) -> None:
            super().__init__()
            self.lines = lines
            self.row = row

        @property
        def control(self) -> Lines:
            """The list."""
            return self.lines

    class Chosen(Moved):
        """A row was chosen by Enter or a click."""

        def __init__(self, lines: Lines, row: int, *, by_mouse: bool = False) -> None:
            super().__init__(lines, row)
            self.by_mouse = by_mouse

    def __init__(self, *, id: str | None = None, always_active: bool = False) -> None:
        super().__init__(id=id)
        self.cursor = 0
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
        return max(0, self.size.width - 1)

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

    def notify_style_update(self) -> None:
        """Forget what was drawn in another theme's colours."""
        super().notify_style_update()
        self._strips.clear()

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

    def page(self, step: int) -> None:
        """Move the cursor by about as many rows as are in view."""
        if not self.row_count:
            return
        first, _ = self.lines_of(self.cursor)
        goal = first + step * max(1, self.size.height - 2)
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
        """Move to the row that is clicked and choose it."""
        y = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if 0 <= y < self.line_count() and (row := self.line_at(y)[1]) is not None:
            self.move_to(row, tell=False)
            self.choose(by_mouse=True)

    def render_line(self, y: int) -> Strip:
        """Draw the line at a height of the widget."""
        y += self.scroll_offset.y
        width = self.size.width
        if y >= self.line_count():
            return Strip.blank(width, self.rich_style)
        line, row = self.line_at(y)
        at_cursor = row is not None and row == self.cursor
        active = self.has_focus or self.always_active
        first = at_cursor and self.lines_of(self.cursor)[0] == y
        key = (line, width, at_cursor, first, active, self.app.theme)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._draw(line, width, at_cursor, first, active)
        return strip

    def _draw(self, line: Line, width: int, at_cursor: bool, first: bool, active: bool) -> Strip:
        base = self.rich_style
        if at_cursor:
            base = self.get_component_rich_style("lines--cursor" if active else "lines--cursor-blurred")
        segments = [Segment("▸" if first else " ", base)]
        room = max(0, width - 1)
        right = sum(cell_len(text) for text, _ in line.right)
        left = max(0, room - right - 1) if right else room
        for text, look in line.left:
            shown = shorten(text, left)
            left -= cell_len(shown)
            segments.append(Segment(shown, self._style(base, look or line.look, at_cursor)))
            if shown != text:
                break
        if right:
            segments.append(Segment(" " * (max(0, left) + 1), base))
            segments += [
                Segment(t, self._style(base, look or line.look, at_cursor)) for t, look in line.right
            ]
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, base: Style, look: str, at_cursor: bool) -> Style:
        if not look:
            return base
        if at_cursor and look in {"dim", "name"}:
            return base  # on the cursor's ground the row's own colour is the one that can be read
        ground = Style(bgcolor=base.bgcolor, bold=base.bold or None, reverse=base.reverse or None)
        return self.get_component_rich_style(f"lines--{look}") + ground


@dataclass(frozen=True, slots=True)
class Entry:
    """A row or, without a value, a heading of a `Listing`."""

    draw: Callable[[int], Sequence[Line]]  #: its lines in so many cells
    value: Any = None


def heading(text: str, *columns: str) -> Entry:
    """Return a heading with the names of columns at its right."""
    right = tuple((column, "dim") for column in columns)
    return Entry(lambda _width: (Line(((text, "head"),), right),))


def words(*pieces: Piece) -> Entry:
    """Return a line that is no row."""
    return Entry(lambda _width: (Line(tuple(pieces)),))


class Listing(Lines):
    """A list of entries that are all at hand."""

    def __init__(self, *, id: str | None = None, always_active: bool = False) -> None:
        super().__init__(id=id, always_active=always_active)
        self.entries: list[Entry] = []
        self.values: list[Any] = []
        self._lines: list[tuple[Line, int | None]] = []
        self._first: list[tuple[int, int]] = []
        self._width = -1

    def show(self, entries: Sequence[Entry], cursor: int = 0) -> None:
        """Show other entries, with the cursor on one of their rows."""
        self.entries = list(entries)
        self.values = [entry.value for entry in entries if entry.value is not None]
        self._width = -1
        self.cursor = max(0, min(cursor, len(self.values) - 1))
        self.changed()
        if self.values:
            self.reveal()
        else:
            self.scroll_to(y=0, animate=False, force=True)

    @property
    def value(self) -> Any:
        """What the cursor is on, None in an empty list."""
        return self.values[self.cursor] if self.cursor < len(self.values) else None

    @property
    def row_count(self) -> int:
        """How many rows the cursor can be on."""
        return len(self.values)

    def lay_out_again(self) -> None:
        """Draw the same entries otherwise."""
        self._width = -1
        self.changed()

    def _lay_out(self) -> None:
        if self._width == self.text_width:
            return
        self._width, self._lines, self._first = self.text_width, [], []
        for entry in self.entries:
            lines = entry.draw(self._width)
            row = None
            if entry.value is not None:
                row = len(self._first)
                self._first.append((len(self._lines), len(lines)))
            self._lines += [(line, row) for line in lines]

    def line_count(self) -> int:
        """Return how many lines there are."""
        self._lay_out()
        return len(self._lines)

    def line_at(self, y: int) -> tuple[Line, int | None]:
        """Return a line and the row that it belongs to."""
        self._lay_out()
        return self._lines[y]

    def lines_of(self, row: int) -> tuple[int, int]:
        """Return a row's first line and how many it takes."""
        self._lay_out()
        return self._first[row]
