"""Markdown (CommonMark, https://spec.commonmark.org) in which outside text stands as it is, and citations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.index.labels import short_date
from dateline.text import clean

if TYPE_CHECKING:
    from dateline.exports.sources import Sources
    from dateline.index.rows import DateRange, Evidence, Headline, ReportRow

_INLINE = re.compile(r"[\\`*_\[\]<~|#$]|&(?=#?\w+;)")  # "$" and "~" are those of common extensions
_BLOCK = re.compile(r"(?:[-+=>]|\d{1,9}(?=[.)](?:\s|$)))")  # begins a list, a quotation, an underline


def escaped(text: str) -> str:
    """Return outside text on one line, for its beginning or within it: what is shown is the text itself."""
    line = _INLINE.sub(r"\\\g<0>", " ".join(clean(text).split()))
    if begins := _BLOCK.match(line):
        mark = begins.group()
        line = f"{mark}\\{line[len(mark) :]}" if mark[0].isdigit() else f"\\{line}"
    return line


def citation(told: Headline | Evidence | ReportRow, sources: Sources) -> str:
    """Return headline, outlet, date and file of an article, escaped; "about" where the date is not declared.

    The outlet is left out where the text does not name it.
    """
    about = "" if told.date_basis in ("declared", "judged") else "about "
    parts = [f"“{told.title}”", told.outlet, about + short_date(told.date), sources.name(told.article)]
    return ", ".join(escaped(part) for part in parts if part)


def quotation(sentence: str, source: str) -> str:
    """Return a sentence of an article as a block quotation with its citation below."""
    return f"> {escaped(sentence)}\n>\n> — {source}\n"


def dates_told(dates: DateRange | None) -> str:
    """Return a range of dates in words: "5 Apr 2031 – 1 Jun 2031", "until 1 Jun 2031", "all dates"."""
    if dates is None:
        return "all dates"
    first = "" if dates.first <= "0001-01-01" else short_date(dates.first)
    last = "" if dates.last >= "9999" else short_date(dates.last)
    if first and last:
        return first if first == last else f"{first} – {last}"
    return f"from {first}" if first else f"until {last}" if last else "all dates"


def plural(count: int, word: str) -> str:
    """Return a count with its word: "1 article", "1,200 articles"."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"
