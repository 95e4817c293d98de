"""Tables of any length: columns give way where there is no room, and only rows in view are asked for."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.cells import cell_len
from textual.cache import LRUCache

from dateline.reader.widgets.bars import Bar
from dateline.reader.widgets.lines import BLANK, Line, Lines
from dateline.reader.widgets.strips import Piece, shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PAGE = 32  #: rows asked for at once


class Column(NamedTuple):
    """A column of a table."""

    title: str
    width: int  #: cells that it takes at least
    grow: int = 0  #: its share of the cells that are left over
    right: bool = False  #: whether it is aligned at its right, as numbers are
    rank: int = 0  #: the columns of the highest rank are left out first; those of rank 0 never
    action: str = ""  #: what a click on its title does


class Laid(NamedTuple):
    """A column with its place in the row's cells and the width that it has."""

    place: int
    column: Column
    width: int


def lay_out(columns: Sequence[Column], room: int) -> list[Laid]:
    """Return the columns for which there is room, a cell apart, the room left over shared out."""
    kept = list(enumerate(columns))
    while sum(c.width + 1 for _, c in kept) - 1 > room and any(c.rank for _, c in kept):
        most = max(c.rank for _, c in kept)
        kept = [(n, c) for n, c in kept if c.rank < most]
    spare = max(0, room - sum(c.width + 1 for _, c in kept) + 1)
    shares = sum(c.grow for _, c in kept)
    return [Laid(n, c, c.width + (spare * c.grow // shares if shares else 0)) for n, c in kept]


def cell(piece: Piece, laid: Laid) -> Piece:
    """Return a cell's piece in the width of its column."""
    text = shorten(piece[0], laid.width)
    gap = " " * (laid.width - cell_len(text))
    return (gap + text if laid.column.right else text + gap), piece[1]


class TableHead(Bar):
    """The titles of a table's columns; a click on one does what it stands for."""

    def __init__(self, columns: Sequence[Column], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._columns = columns
        self._marks: dict[str, str] = {}  # by title

    def mark(self, marks: dict[str, str]) -> None:
        """Show a mark behind some titles: which way the table is sorted."""
        self._marks = marks
        self.refresh()

    def pieces(self) -> list[tuple[Piece, str]]:
        """Return the titles where the columns of the table below are."""
        pieces: list[tuple[Piece, str]] = [(("  ", ""), "")]
        for laid in lay_out(self._columns, max(0, self.size.width - 4)):
            mark = self._marks.get(laid.column.title, "")
            title = cell((laid.column.title + mark, "key" if mark else "head"), laid)
            pieces += [(title, laid.column.action), ((" ", ""), "")]
        return pieces


class Table(Lines):
    """Rows of cells, with headings between them."""

    def __init__(self, columns: Sequence[Column], *, id: str | None = None) -> None:
        super().__init__(id=id, one_click=False)
        self._columns = columns
        self._laid: tuple[int, list[Laid]] = (-1, [])
        self._count = 0
        self._headings: list[tuple[int, str]] = []  # the first row below each
        self._window: Callable[[int, int], Sequence[Any]] = lambda _offset, _limit: ()
        self._cells: Callable[[Any], Sequence[Piece]] = lambda _value: ()
        self._pages: LRUCache[int, Sequence[Any]] = LRUCache(60)
        self.empty: Sequence[str] = ()  #: what is said where there are no rows

    def show(
        self,
        count: int,
        window: Callable[[int, int], Sequence[Any]],
        cells: Callable[[Any], Sequence[Piece]],
        *,
        headings: Sequence[tuple[int, str]] = (),
        cursor: int = 0,
    ) -> None:
        """Show other rows: `window` gives those from an offset on, `cells` the pieces of a row's columns."""
        self._count, self._window, self._cells = count, window, cells
        self._headings = list(headings)
        self._pages.clear()
        self.cursor = max(0, min(cursor, count - 1))
        self.changed()
        if count:
            self.reveal(center=True)

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return self._count

    @property
    def value(self) -> Any:
        """What the cursor is on, None in an empty table."""
        return self.row(self.cursor)

    def row(self, number: int) -> Any:
        """Return a row by its number, None beyond the last."""
        if not 0 <= number < self._count:
            return None
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            rows = self._pages[page] = self._window(page * PAGE, PAGE)
        return rows[place] if place < len(rows) else None

    def line_count(self) -> int:
        """Return how many lines there are: rows, headings, and a blank line above each but the first."""
        if not self._count:
            return len(self.empty)
        return self._count + max(0, 2 * len(self._headings) - 1)

    def lines_of(self, row: int) -> tuple[int, int]:
        """Return a row's line."""
        above = bisect_right(self._headings, row, key=lambda heading: heading[0])
        return row + max(0, 2 * above - 1), 1

    def line_at(self, y: int) -> tuple[Line, int | None]:
        """Return a heading, a blank line or a row."""
        if not self._count:
            return Line(((f" {self.empty[y]}", "dim"),)), None
        above = 0
        for number, (first, title) in enumerate(self._headings):
            line = first + 2 * number
            if y == line:
                return Line(((f" {title}", "head"),)), None
            if y == line - 1 and number:
                return BLANK, None
            above += y > line
        row = y - max(0, 2 * above - 1)
        value = self.row(row)
        return (BLANK if value is None else self._draw_row(value)), row

    def _draw_row(self, value: Any) -> Line:
        width = self.text_width - 1
        if self._laid[0] != width:
            self._laid = width, lay_out(self._columns, max(0, width))
        cells = self._cells(value)
        pieces: list[Piece] = [(" ", "")]
        for laid in self._laid[1]:
            pieces += [cell(cells[laid.place], laid), (" ", "")]
        return Line(tuple(pieces))
