"""JSON as programs write it: the standard's, and what Python and JavaScript add to it."""

from __future__ import annotations

import json

import msgspec

_LONGEST_NUMBER = 300  # figures; Python refuses to read more than 4,300


def decode(raw: bytes) -> object:
    """Return the value in bytes of JSON; raises ValueError for none, and RecursionError for one too deep.

    NaN and Infinity, which tables in Python have for what is missing, become None; half a surrogate pair and
    a number of any length are read.
    """
    try:
        return msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        first = error
    try:
        return json.loads(raw, parse_constant=lambda _: None, parse_int=_number)
    except ValueError:
        raise ValueError(str(first)) from first


def _number(figures: str) -> int | None:
    return int(figures) if len(figures) <= _LONGEST_NUMBER else None
