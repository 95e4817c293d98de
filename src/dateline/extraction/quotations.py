"""Where quotations begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.strings import get_string_id

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENING = {"“": "”", "„": "“", "«": "»"}
_STRAIGHT = '"'
_MARKS = frozenset(get_string_id(mark) for mark in (*_OPENING, *_OPENING.values(), _STRAIGHT))


def quotations(doc: Doc) -> list[tuple[int, int]]:
    """Return the token bounds inside quotation marks; one that never closes ends with its paragraph.

    A straight mark opens where only the word behind it touches it. One that opens inside an open
    quotation begins
    the next paragraph of the same speech, where the outlet repeats the mark.
    """
    found: list[tuple[int, int]] = []
    start: int | None = None
    closing = _STRAIGHT
    marks, spaces = doc.to_array(["ORTH", "IS_SPACE"]).T.tolist()
    for i, mark in enumerate(marks):
        if not spaces[i] and mark not in _MARKS:
            continue
        token = doc[i]
        ends = "\n" in token.text
        opens = token.text in _OPENING or (token.text == _STRAIGHT and _opens(token, start is not None))
        if start is not None and (ends or token.text == closing or opens):
            found.append((start, token.i))
            start = None
            if not opens:
                continue
        if opens:
            start = token.i + 1
            closing = _OPENING.get(token.text, _STRAIGHT)
    if start is not None:
        found.append((start, len(doc)))
    return [(start, end) for start, end in found if end > start]


def _opens(token: Token, inside: bool) -> bool:
    """Tell whether a straight quotation mark opens a quotation, by the spaces around it."""
    spaced_before = token.i == 0 or bool(token.nbor(-1).whitespace_) or token.nbor(-1).is_space
    spaced_behind = token.i + 1 == len(token.doc) or bool(token.whitespace_)
    if spaced_before != spaced_behind:
        return spaced_before
    return not inside
