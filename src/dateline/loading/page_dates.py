"""The day on which a page was published: as it tells machines, as it shows readers, as in its address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from dateline.loading import columns, dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    import lxml.html

_SMALL = ("p", "span", "div", "time", "li", "small")
_LONGEST_DAYS = 120  # characters
_SAYS = re.compile(r"(?:first |originally )?published|(?:last )?(?:updated|modified)", re.IGNORECASE)
_DAY_PARTS = re.compile(
    r" ?[|·•] ?| [–—-] |, (?=updated|last|published|modified)|(?<=\d) (?=updated|published)", re.IGNORECASE
)
_DAY_IN_PATH = re.compile(r"/(\d{4})/(\d{2}|[a-z]{3})/(\d{1,2})(?:/|$)")
_SLASHES = re.compile(r"\b(?P<one>0?[1-9]|1[0-2])/(?P<two>0?[1-9]|1[0-2])/(?P<year>\d{4})\b", re.ASCII)
_LINKED_DATA = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{4,40})"')


@dataclass(frozen=True, slots=True)
class Told:
    """What a page says of its days, before anything of it is taken away."""

    machine: str | None  #: to search engines and readers' programs
    figures: bool  #: whether its dates may be in figures alone
    lang: str  #: its language, as "en-gb"


def told(tree: lxml.html.HtmlElement, page: str) -> Told:
    """Return what a page, from the characters of its HTML, says of its days."""
    stated = [
        meta.get("content") for meta in tree.iter("meta") if meta.get("property") == "article:published_time"
    ]
    linked = {day for found in _LINKED_DATA.findall(page) if (day := columns.day(found))}
    machine = next(filter(None, map(columns.day, stated)), None)
    if machine is None and len(linked) == 1:
        machine = linked.pop()
    return Told(machine, _SLASHES.search(page) is not None, (tree.get("lang") or "").lower())


def published(tree: lxml.html.HtmlElement, told: Told, found: str | None) -> str | None:
    """Return the day of publication: that which is told, else that which was found in the page.

    What is found may be the day of a change, and is not taken where the page shows it as that; nor is what
    stands in figures of which nobody knows whether the day or the month comes first.
    """
    if told.machine:
        return told.machine
    shown = [day for element in tree.iter(*_SMALL) for day in _days(element)]
    changes = {day.iso for day in shown if day.is_update}
    first = next((day.iso for day in shown if not day.is_update), None)
    if first and (found is None or found in changes):
        return first
    return _certain(tree, told.lang, found) if found and told.figures else found


def in_path(url: str | None) -> str | None:
    """Return the day that stands in the path of an address, None where none does: "/2031/mar/02/"."""
    found = _DAY_IN_PATH.search(url or "")
    if found is None:
        return None
    year, month, number = found.groups()
    line = dates.date_line(f"{year}-{month}-{number}" if month.isdigit() else f"{number} {month} {year}")
    return line.iso if line else None


def _days(element: lxml.html.HtmlElement) -> Iterator[dates.DateLine]:
    """Yield the days in a line of a page that says of them what they are."""
    line = " ".join(" ".join(islice(element.itertext(), 12)).split())
    if len(line) <= _LONGEST_DAYS and _SAYS.search(line):
        for part in _DAY_PARTS.split(line):
            if _SAYS.match(part) and (day := dates.date_line(part)):
                yield day


def _certain(tree: lxml.html.HtmlElement, lang: str, found: str) -> str | None:
    """Return a day that was found in a page, None where it may as well be another.

    "3/4/2031" is in March where the page is in the English of the United States, in April where it is in
    another language or another country's English.
    """
    shown = " ".join(tree.itertext())
    year, month, day = found.split("-")
    figures = [
        slashes
        for slashes in _SLASHES.finditer(shown)
        if slashes["year"] == year and {int(slashes["one"]), int(slashes["two"])} == {int(month), int(day)}
    ]
    if (
        not figures
        or month == day
        or re.search(rf"\b0?{int(day)}\D{{1,3}}[^\W\d]{{3,12}}\W{{1,3}}{year}", shown)
    ):
        return found
    one, two = int(figures[0]["one"]), int(figures[0]["two"])
    if lang in ("", "en"):
        return None
    first_month = lang == "en-us"
    return f"{year}-{one if first_month else two:02}-{two if first_month else one:02}"
