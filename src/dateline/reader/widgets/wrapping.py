"""Text in lines of so many cells, with the offsets that each line has in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.reader.widgets.strips import Piece

_WORD = re.compile(r"[^ ]+ *| +")


def wrap(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each line of a text in at most `width` cells, broken after spaces where possible.

    Spaces at a break belong to no line; a line feed ends a line; an empty text is one empty line.
    """
    offset = 0
    for line in text.split("\n"):
        yield from _wrap_line(line, offset, max(2, width))
        offset += len(line) + 1


def _wrap_line(line: str, offset: int, width: int) -> Iterator[tuple[int, int]]:
    cells = cell_len(line)
    if cells <= width:
        yield offset, offset + len(line.rstrip(" "))
    elif cells == len(line):
        yield from _wrap_narrow(line, offset, width)
    else:
        yield from _wrap_words(line, offset, width)


def _wrap_narrow(line: str, offset: int, width: int) -> Iterator[tuple[int, int]]:
    """Wrap a line each of whose characters takes one cell, as nearly all do."""
    start, length = 0, len(line.rstrip(" "))
    while length - start > width:
        words = _after_spaces(line, start)
        cut = line.rfind(" ", words, start + width + 1)
        if cut < 0 and words > start:
            start = words  # an indentation gives way to a long word
            continue
        if cut < 0:
            cut = start + width
        yield offset + start, offset + start + len(line[start:cut].rstrip(" "))
        start = _after_spaces(line, cut)
    if start < length:
        yield offset + start, offset + length


def _after_spaces(line: str, start: int) -> int:
    while line[start : start + 1] == " ":
        start += 1
    return start


def _wrap_words(line: str, offset: int, width: int) -> Iterator[tuple[int, int]]:
    """Wrap a line word by word, with the cells that each takes."""
    start = end = used = 0  # of the line being filled: where it begins, where its words end, its cells
    for match in _WORD.finditer(line):
        word = match.group().rstrip(" ")
        cells = cell_len(word)
        if used + cells > width:
            if end > start:
                yield offset + start, offset + end
            start, used = match.start(), 0
        if cells > width:  # a word longer than a line is cut
            *full, rest = chop_cells(word, width)
            for part in full:
                yield offset + start, offset + start + len(part)
                start += len(part)
            cells = cell_len(rest)
        if word:
            end = match.start() + len(word)
        used += cells + len(match.group()) - len(word)
    if end > start:
        yield offset + start, offset + end


def marked(text: str, hits: Iterable[tuple[int, int]], look: str = "") -> list[Piece]:
    """Return a text as pieces, the hits, which do not overlap, as pieces of their own."""
    pieces: list[Piece] = []
    at = 0
    for start, end in sorted(hits):
        if end > at and start < len(text):
            first, last = max(start, at), min(end, len(text))
            pieces += [(text[at:first], look), (text[first:last], "hit")]
            at = last
    pieces.append((text[at:], look))
    return [piece for piece in pieces if piece[0]]


def wrapped(text: str, hits: Sequence[tuple[int, int]], width: int) -> list[tuple[Piece, ...]]:
    """Return a text in lines of at most `width` cells, the hits as pieces of their own."""
    return [
        tuple(marked(text[begin:end], [(first - begin, last - begin) for first, last in hits]))
        for begin, end in wrap(text, width)
    ]


def excerpt(text: str, hits: Sequence[tuple[int, int]], width: int, most: int) -> list[tuple[Piece, ...]]:
    """Return so many lines of a text at most, those with the first hit, "…" where something is left out."""
    every = wrapped(text.replace("\n", " "), hits, max(1, width - 1))  # a cell is kept for the "…"
    if len(every) <= most:
        return every
    hit = next((n for n, pieces in enumerate(every) if any(look == "hit" for _, look in pieces)), 0)
    first = 0 if hit < most else min(hit - 1, len(every) - most)
    lines = every[first : first + most]
    if first:
        lines[0] = (("…", "dim"), *lines[0])
    if first + most < len(every):
        lines[-1] = (*lines[-1], ("…", "dim"))
    return lines
