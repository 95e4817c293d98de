"""An article laid out in lines of so many cells: pure, and able to tell where each offset stands."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from dateline.reader.widgets.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.index.rows import ArticleView
    from dateline.reader.widgets.strips import Piece


class Row(NamedTuple):
    """A line: a stretch of the article's text, or of its head."""

    text: str
    start: int = -1  #: offset in the article's text, -1 for what is not part of it
    look: str = ""
    title: int = -1  #: offset in the title, -1 for what is not part of it


class Page:
    """The lines of an article: its title, what is told below that, and its text."""

    def __init__(self, view: ArticleView | None, head: Sequence[Piece], width: int, empty: str = "") -> None:
        """Lay an article out; without one, the words in `empty`."""
        self.width = width
        self.rows: list[Row] = []
        if view is None:
            self.rows = [Row(empty[start:end], look="dim") for start, end in wrap(empty, width)]
        elif width > 0:
            self.rows = list(_head(view, head, width))
        self._head_rows = len(self.rows)
        if view is not None and width > 0:
            begin = text_after_title(view)
            body = view.text[begin:].rstrip()
            self.rows += [Row(body[start:end], begin + start) for start, end in wrap(body, width)]
        self._starts = [row.start for row in self.rows[self._head_rows :]]

    def row_of(self, offset: int) -> int:
        """Return the row with an offset of the text."""
        if self._starts and offset >= self._starts[0]:
            return self._head_rows + bisect_right(self._starts, offset) - 1
        titled = [n for n, row in enumerate(self.rows[: self._head_rows]) if 0 <= row.start <= offset]
        return titled[-1] if titled else 0

    def offset_at(self, row: int) -> int:
        """Return the offset with which a row begins; 0 for the head."""
        if not self._starts or row < self._head_rows:
            return 0
        return self._starts[min(row, len(self.rows) - 1) - self._head_rows]

    def rows_of(self, spans: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
        """Return the numbers of the spans (start, end) that reach into each row."""
        found: dict[int, list[int]] = {}
        for number, (start, end) in enumerate(spans):
            for row in range(self.row_of(start), self.row_of(max(start, end - 1)) + 1):
                found.setdefault(row, []).append(number)
        return found


def _head(view: ArticleView, head: Sequence[Piece], width: int) -> Iterator[Row]:
    """Yield the title, the lines below it, and an empty one."""
    base = view.text.find(view.title) if text_after_title(view) else -1
    for start, end in wrap(view.title, width):
        yield Row(view.title[start:end], base + start if base >= 0 else -1, "head", start)
    for words, look in head:
        yield from (Row(words[start:end], look=look) for start, end in wrap(words, width))
    yield Row("")


def text_after_title(view: ArticleView) -> int:
    """Return the offset at which the text goes on after its title, 0 where the title is no part of it."""
    text = view.text.lstrip()
    if not text.startswith(view.title):
        return 0
    rest = text[len(view.title) :]
    return len(view.text) - len(rest.lstrip()) if rest.lstrip(" ")[:1] in {"", "\n"} else 0
