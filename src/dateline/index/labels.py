"""How what can be selected is called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from dateline.index.rows import Selection

if TYPE_CHECKING:
    from dateline.index.rows import SelectionKind

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def selection(kind: str, key: str, label: str, date: str | None) -> Selection:
    """Return what selects a subject; a summit's label carries its date: "Port talks, 6 Apr 2031"."""
    when = short_date(date) if date else ""
    return Selection(cast("SelectionKind", kind), key, f"{label}, {when}" if when else label)


def short_date(iso: str, year: str | None = None) -> str:
    """Return an ISO prefix or from/to range for a narrow column: "2 Mar 2031", "30 Mar – 2 Apr 2031".

    The year is left out where it is the one given; what is no such date comes back as it is.
    """
    first, _, last = iso.partition("/")
    if last and last != first:
        end = short_date(last, year)
        begin = short_date(first, last[:4])
        if first[:7] == last[:7] and len(first) == len(last) == 10:
            return f"{int(first[8:])}–{end}"
        return f"{begin} – {end}"
    parts = first.split("-")
    if not all(part.isdecimal() for part in parts) or not 1 <= len(parts) <= 3:
        return iso
    words = [str(int(parts[2]))] if len(parts) == 3 else []
    if len(parts) > 1:
        if not 1 <= int(parts[1]) <= 12:
            return iso
        words.append(_MONTHS[int(parts[1]) - 1])
    if parts[0] != year or len(parts) == 1:
        words.append(parts[0])
    return " ".join(words)
