"""Sentences by punctuation: rough, but enough to cut furniture and to find a lead without any model."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…][\"'”’)\]]*+ (?=[\"'“‘(\[]*+[^\W_a-z])")

_ABBREVIATION = re.compile(
    r"mrs?|ms|dr|prof|gen|sen|rep|gov|lt|col|sgt|capt|adm|maj|cmdr|st|rev|hon|vs|etc|approx|inc|ltd|corp|co"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[ap]\.m|(?:[a-z]\.)*(?-i:[A-Z])",
    re.IGNORECASE,
)


def split(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph of single spaces; joined by spaces they are the paragraph again."""
    sentences: list[str] = []
    start = 0
    for end in _END.finditer(paragraph):
        begin = max(start, paragraph.rfind(" ", start, end.start()) + 1)
        word = paragraph[begin : end.start()].lstrip("\"'“‘([")
        if _ABBREVIATION.fullmatch(word):
            continue
        if word.lower() in ("no", "nos") and paragraph[end.end()].isdigit():
            continue
        sentences.append(paragraph[start : end.end() - 1])
        start = end.end()
    return [*sentences, paragraph[start:]]


def is_ended(text: str) -> bool:
    """Tell whether text closes like a sentence: with a full stop or its like, quotes and brackets aside."""
    closed = text.rstrip("\"'“”’)] ")
    return closed.endswith((".", "!", "?", "…", ":", ";"))
