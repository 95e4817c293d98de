"""From cleaned text to paragraphs, by the shape of its lines.

Files come with paragraphs parted by blank lines, with one paragraph or one sentence on each line, or wrapped
hard at some column. Within a block of lines, a line that was full when it was wrapped continues on the next
one, and so do single sentences where blank lines part several such blocks; any other line end parts
paragraphs, because a wrong break costs less than two sentences run together.
"""

from __future__ import annotations

from itertools import pairwise

from dateline.loading import sentences

#: A file whose longest line is in this range may be wrapped hard; else each line is what its author made it.
_WRAP_WIDTHS = range(40, 101)

_Blocks = list[list[str]]


def split(text: str) -> list[str]:
    """Return the paragraphs of cleaned text, white space reduced to single spaces.

    Nothing but white space is lost.
    """
    blocks = _blocks(text)
    width = _wrap_width(blocks)
    by_sentence = width is None and _has_sentence_lines(blocks)
    paragraphs: list[str] = []
    for block in blocks:
        paragraphs += (
            [_joined(block)] if by_sentence and _is_of_sentences(block) else _unwrapped(block, width)
        )
    return paragraphs


def _blocks(text: str) -> _Blocks:
    """Return the runs of lines between blank lines."""
    blocks: _Blocks = [[]]
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _wrap_width(blocks: _Blocks) -> int | None:
    """Return the column at which the text is wrapped, None where it is not.

    It is wrapped where most lines that another line of their block follows had no room for its first word and
    stop in mid-sentence.
    """
    pairs = [pair for block in blocks for pair in pairwise(block)]
    width = max((len(line) for block in blocks for line in block), default=0)
    if width not in _WRAP_WIDTHS:
        return None
    wrapped = sum(
        _is_full(line, following, width) and not sentences.is_ended(line) for line, following in pairs
    )
    return width if 2 * wrapped > len(pairs) else None


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _has_sentence_lines(blocks: _Blocks) -> bool:
    """Tell whether blocks are paragraphs with one sentence on each line (the first may be a heading)."""
    several = [block for block in blocks[1:] if len(block) > 1]
    return len(several) > 1 and all(map(_is_of_sentences, several))


def _is_of_sentences(block: list[str]) -> bool:
    return all(sentences.is_ended(line) and len(sentences.split(line)) == 1 for line in block)


def _unwrapped(block: list[str], width: int | None) -> list[str]:
    """Return the paragraphs of one block."""
    paragraphs = [[block[0]]]
    for line, following in pairwise(block):
        wrapped = width is not None and _is_full(line, following, width)
        if wrapped or (following[0].islower() and not sentences.is_ended(line)):
            paragraphs[-1].append(following)
        else:
            paragraphs.append([following])
    return [_joined(lines) for lines in paragraphs]


def _joined(lines: list[str]) -> str:
    """Return lines as one; a word that was parted at its hyphen stays hyphenated."""
    parts = [lines[0]]
    for line, following in pairwise(lines):
        hyphenated = line.endswith("-") and line[-2:-1].isalpha() and following[0].isalpha()
        parts.append(following if hyphenated else f" {following}")
    return "".join(parts)
