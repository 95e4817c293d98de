"""Which names in a record stand for an article's headline, text, date and outlet.

Records are lines of CSV or JSON, and the front matter of Markdown. Usual names are known; a map that the
reader gives ("title=headline,text=body") goes before them.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.loading import dates, numeric_dates
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dateline.loading.numeric_dates import Order

#: The names of what is an article's text and not a part of it.
FULL_TEXT = (
    "text", "body", "content", "article", "articletext", "articlebody", "bodytext", "contenttext", "fulltext",
    "maintext", "contenthtml", "bodyhtml", "story",
)  # fmt: skip
#: The names of the day of publication, which goes before that on which a record was made.
_PUBLISHED = (
    "date", "published", "datepublished", "publishedat", "publishedon", "publisheddate", "publishedtime",
    "publicationdate", "pubdate", "pubtime", "publishdate", "datepublish", "publishtime",
    "webpublicationdate", "firstpublicationdate", "issued", "datetime", "timestamp", "seendate",
)  # fmt: skip
#: What is asked for, with the names by which it usually goes, the surest first.
USUAL = {
    "title": ("title", "headline", "subject", "heading", "webtitle", "articletitle", "giventitle",
              "resolvedtitle", "booktitle", "name"),
    "text": (*FULL_TEXT, "description", "summary", "leadparagraph", "excerpt", "abstract", "abstractnote",
             "selection", "highlight", "snippet", "trailtext"),
    "date": (*_PUBLISHED, "created", "createdat", "time", "day", "updated"),
    "source": ("source", "outlet", "publication", "publicationtitle", "publicationname", "publisher",
               "newspaper", "paper", "sitename", "sourcename", "namesource", "medianame", "origin", "feed",
               "provider", "site", "website", "media", "sourcehostname", "domain", "sourcedomain", "hostname",
               "host", "cleanurl", "sourceurl", "url", "weburl", "articleurl", "canonicalurl"),
}  # fmt: skip
#: What holds the article's own fields in what services and databases answer: {"webTitle": …, "fields": {…}}.
_WRAPPERS = ("fields", "attributes", "source", "article", "document", "item", "node", "data")

#: What a map may say beside columns: which number comes first in a date of figures, "day" or "month".
ORDER = "order"
_PATH = "."  # parts the names of nested values: "source.name"
_TIMED = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d?:", re.ASCII)  # whatever stands behind the day
_EPOCH_DIGITS = range(9, 14)  # of seconds or milliseconds since 1970, for the years 1973 to 2286


class BadMap(ValueError):
    """A map of columns that can't be used; the message says why."""


def parse_map(text: str) -> dict[str, str]:
    """Return the map in "title=headline,text=body": what is asked for to the column's name; raises BadMap."""
    found: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        wanted, sign, name = (piece.strip() for piece in part.partition("="))
        if not sign or not name:
            raise BadMap(f"“{part}” names no column; write it as text=body")
        if wanted not in (*USUAL, ORDER):
            raise BadMap(f"“{wanted}” is none of {', '.join(USUAL)}, {ORDER}")
        if wanted == ORDER and name not in ("day", "month"):
            raise BadMap(f"“{part}” says nothing; what comes first in a date is {ORDER}=day or {ORDER}=month")
        if wanted in found:
            raise BadMap(f"“{wanted}” is given twice")
        found[wanted] = name
    return found


def value(record: Mapping[str, object], wanted: str, columns: Mapping[str, str]) -> object:
    """Return what a record has for one of `USUAL`, None where it has nothing."""
    return next(values(record, wanted, columns), None)


def values(record: Mapping[str, object], wanted: str, columns: Mapping[str, str]) -> Iterator[object]:
    """Yield all that a record has for one of `USUAL`, the surest first; of a map only what it names."""
    if wanted in columns:
        yield _nested(record, columns[wanted])
        return
    fields = _fields(record)
    for usual in USUAL[wanted]:
        if usual in fields and fields[usual] not in (None, "", [], {}):
            yield fields[usual]
        elif wanted == "date" and usual == _PUBLISHED[-1] and "published" in fields:
            return  # it is not known: that on which the record was made is another


def _fields(record: Mapping[str, object]) -> dict[str, object]:
    """Return the fields of a record by their plain names, those of what wraps the article's own included."""
    found: dict[str, object] = {}
    for name, inner in record.items():
        found.setdefault(_plain(str(name)), inner)
    if not any(isinstance(inner, dict) for inner in record.values()):
        return found
    for wrapper in _WRAPPERS:
        inner = found.get(wrapper)
        if isinstance(inner, dict) and any(_plain(str(name)) in FULL_TEXT for name in inner):
            del found[wrapper]
            for name, value in inner.items():
                found.setdefault(_plain(str(name)), value)
    return found


def has_text(record: Mapping[str, object], columns: Mapping[str, str], *, summaries: bool) -> bool:
    """Tell whether a record has a text, under a name that is mapped or usual; `summaries` count if wanted."""
    if words(value(record, "text", columns)) is None:
        return False
    full = (words(found) for name, found in _fields(record).items() if name in FULL_TEXT)
    return summaries or "text" in columns or any(full)


def names_in(record: Mapping[str, object]) -> list[str]:
    """Return the names in a record as a map calls them, with dots where values are nested."""
    found: list[str] = []
    for name, inner in record.items():
        found += [f"{name}{_PATH}{part}" for part in inner] if isinstance(inner, dict) else [str(name)]
    return found


def is_known(name: str) -> bool:
    """Tell whether a column's name is one of the usual ones."""
    return any(_plain(name) in usual for usual in USUAL.values())


def words(value: object) -> str | None:
    """Return a value of a record as text: a name in it where it is an object, None where it is no text."""
    match value:
        case str(text) if text.strip():
            return text
        case {"name": str(name)} | {"title": str(name)} | {"rendered": str(name)} if name.strip():
            return name
        case {"content": str(name)} | {"main": str(name)} | {"text": str(name)} if name.strip():
            return name
        case [{"name": str(name)}, *_] if name.strip():
            return name
        case [str(), *_] as parts:
            return "\n\n".join(part for part in parts if isinstance(part, str))
        case _:
            return None


def day(value: object, order: Order | None = None) -> str | None:
    """Return the day of a date in a record, in its own time zone: "2031-03-02"; None where it is none.

    Seconds or milliseconds since 1970 are of UTC, so that an article has one day wherever it is read.
    `order` says which number comes first in a date of figures alone.
    """
    match value:
        case datetime() as moment:
            return moment.date().isoformat()
        case date() as found:
            return found.isoformat()
        case bool():
            return None
        case int() | float():
            return _epoch(value)
        case str(text):
            return _day(" ".join(text.split()), order)
        case {"$date": str() | int() as moment} | {"$date": {"$numberLong": str() as moment}}:
            return day(moment, order)  # as databases export it
        case _:
            return None


def _day(text: str, order: Order | None) -> str | None:
    if text.isascii() and text.isdigit() and len(text) in _EPOCH_DIGITS:
        return _epoch(int(text))
    try:
        return datetime.fromisoformat(text[:10] if _TIMED.match(text) else text).date().isoformat()
    except ValueError:
        pass
    if found := dates.date_line(text):
        return found.iso
    if iso := numeric_dates.day(text, order):
        return iso
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, IndexError, OverflowError):  # IndexError for some that are cut off
        return None


def _epoch(seconds: float) -> str | None:
    if not 1e8 <= abs(seconds) < 1e13:
        return None
    if abs(seconds) >= 1e11:
        seconds /= 1000
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):  # before the calendar begins
        return None


def _nested(record: Mapping[str, object], path: str) -> object:
    if (name := _named(record, path)) is not None:
        return record[name]
    found: object = record
    for part in path.split(_PATH):
        if not isinstance(found, dict) or (name := _named(found, part)) is None:
            return None
        found = found[name]
    return found


def _named(record: Mapping[str, object], told: str) -> str | None:
    """Return a record's name for a column, whatever its case and blanks; None where it has none."""
    if told in record:
        return told
    return next((name for name in record if isinstance(name, str) and _plain(name) == _plain(told)), None)


@lru_cache(maxsize=1024)
def _plain(name: str) -> str:
    """Return a column's name without what styles of naming add: "Date_Published" → "datepublished"."""
    return "".join(filter(str.isalnum, fold(name)))
