"""Lists whose rows are all at hand: the sidebar, and those of the boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.reader.widgets.lines import Line, Lines
from dateline.reader.widgets.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dateline.reader.widgets.strips import Piece


class Entry(NamedTuple):
    """A row or, without a value, a heading of a `Listing`."""

    draw: Callable[[int], Sequence[Line]]  #: its lines in so many cells
    value: Any = None


def heading(text: str, *columns: str, most: int = 1000) -> Entry:
    """Return a heading with the names of columns at its right."""
    right = tuple((column, "dim") for column in columns)
    return Entry(lambda _width: (Line(((text, "head"),), right, most),))


def words(*pieces: Piece) -> Entry:
    """Return a line that is no row."""
    return Entry(lambda _width: (Line(tuple(pieces)),))


def table(rows: Sequence[tuple[str, str]]) -> list[Entry]:
    """Return lines that are no rows: names, and beside each what it is."""
    column = max(len(name) for name, _ in rows) + 2

    def drawn(name: str, what: str) -> Callable[[int], Sequence[Line]]:
        def draw(cells: int) -> Sequence[Line]:
            parts = [what[start:end] for start, end in wrap(what, max(8, cells - column - 1))]
            names = [name, *[""] * len(parts)]
            return [
                Line(((f" {n:<{column}}", "mark"), (part, ""))) for n, part in zip(names, parts, strict=False)
            ]

        return draw

    return [Entry(drawn(name, what)) for name, what in rows]


class Listing(Lines):
    """A list of entries that are all at hand."""

    def __init__(self, *, id: str | None = None, always_active: bool = False, one_click: bool = True) -> None:
        super().__init__(id=id, always_active=always_active, one_click=one_click)
        self.entries: list[Entry] = []
        self.values: list[Any] = []
        self._lines: list[tuple[Line, int | None]] = []
        self._first: list[tuple[int, int]] = []
        self._width = -1

    def show(self, entries: Sequence[Entry], cursor: int = 0, *, stay: bool = False) -> None:
        """Show other entries from the top, with the cursor on one of their rows; `stay` keeps the scroll."""
        self.entries = list(entries)
        self.values = [entry.value for entry in entries if entry.value is not None]
        self._width = -1
        self.cursor = max(0, min(cursor, len(self.values) - 1))
        self.changed()
        if not stay:
            self.scroll_to(y=0, animate=False, force=True)
        if self.values:
            self.reveal()

    def extend(self, entries: Sequence[Entry]) -> None:
        """Add entries at the end; cursor and scroll stay."""
        self._lay_out()
        self.entries += entries
        self.values += [entry.value for entry in entries if entry.value is not None]
        self._lay(entries)
        self.changed()

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
        self._lay(self.entries)

    def _lay(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
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
