"""What a web page tells beside its article: address, site, and what lies over and around the words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dateline.loading import dates, outlets
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import lxml.html

_HEAD = 8192  # characters in which a browser writes where it saved a page from
#: As Chrome, SingleFile and HTTrack write it.
_SAVED_FROM = re.compile(
    r"<!--[^<>]{0,200}?(?:saved from url=\(\d{1,5}\)|\burl: |mirrored from )\s?(?P<url>(?:https?://)?[^\s<>\"]{4,2000})"
)
#: The boxes of consent tools, and the bar of an archive, by their ids and classes.
_OVER_THE_PAGE = re.compile(
    r"(?:^|[\s_-])(?:onetrust|cookie\w*|\w*consent\w*|gdpr\w*|didomi|usercentrics|truste|qc-cmp\d?|cmp(?:box|wrapper)?"
    r"|sp_message\w*|privacy-?(?:banner|manager|notice)|wm-ipp(?:-base)?)(?:$|[\s_-])",
    re.IGNORECASE,
)
#: What stands beside an article and has dates of its own.
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:related|recommended|trending|teasers?|most-(?:read|popular|viewed)|more-(?:stories|news|on))"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_BESIDE_TAGS = ("nav", "aside", "noscript")
_ARTICLES = frozenset(("head", "body", "main", "article", "h1"))  # in no box over the page
_HEADINGS = ("h1", "h2", "h3", "h4")

_MOST_HEADINGS = 5
_LONGEST_TEASER = 900  # characters
_FEWEST_TEASERS = 3
_LIST_SHARE = 0.7  # of a page's words that stand in teasers, where it is a list of articles

_TITLE_END = re.compile(r" (?:[|·–—-]|::) ")
_SMALL = ("p", "span", "div", "time", "li", "small")
_LONGEST_DAYS = 120  # characters
_SAYS = re.compile(r"(?:first |originally )?published|(?:last )?(?:updated|modified)", re.IGNORECASE)
_DAY_PARTS = re.compile(
    r" ?[|·•] ?| [–—-] |, (?=updated|last|published|modified)|(?<=\d) (?=updated|published)", re.IGNORECASE
)
_DAY_IN_PATH = re.compile(r"/(\d{4})/(\d{2}|[a-z]{3})/(\d{1,2})(?:/|$)")
_RULE = re.compile(r"\|?(?: ?:?-{3,}:? ?\|)+ ?(?:-{3,} ?)?")
_SHORTEST_HOST = 4  # letters of a host's name for it to vouch for an outlet


@dataclass(frozen=True, slots=True)
class Names:
    """What a page calls itself and its site."""

    title: str  #: of the window
    headings: tuple[str, ...]  #: of the first level
    publisher: str  #: by its microdata; "" for none


def address(tree: lxml.html.HtmlElement, page: str) -> str | None:
    """Return where a page was saved from, None where neither page nor browser say so."""
    found = _SAVED_FROM.search(page[:_HEAD])
    if found:
        url = found["url"]
        return url if "://" in url else f"http://{url}"
    told = [
        *(link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"),
        *(meta.get("content") for meta in tree.iter("meta") if meta.get("property") == "og:url"),
        *(link.get("href") for link in tree.iter("a") if "reader-domain" in str(link.get("class", ""))),
    ]
    return next((url for url in told if url and host(url)), None)


def host(url: str) -> str:
    """Return the host of an address of the web, without "www."; "" where it is none."""
    try:
        parts = urlsplit(url.strip())
        return (parts.hostname or "").removeprefix("www.") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def names(tree: lxml.html.HtmlElement) -> Names:
    """Return what a page calls itself and its publisher."""
    title = next((_words(element) for element in tree.iter("title")), "")
    publisher = next((e for e in tree.iter() if e.get("itemprop") == "publisher"), None)
    inside = () if publisher is None else (e for e in publisher.iter() if e.get("itemprop") == "name")
    headings = tuple(_words(element) for element in islice(tree.iter("h1"), _MOST_HEADINGS))
    return Names(title, headings, next((e.get("content") or _words(e) for e in inside), ""))


def day(url: str | None) -> str | None:
    """Return the day that stands in the path of an address, None where none does: "/2031/mar/02/"."""
    found = _DAY_IN_PATH.search(url or "")
    if found is None:
        return None
    year, month, number = found.groups()
    line = dates.date_line(f"{year}-{month}-{number}" if month.isdigit() else f"{number} {month} {year}")
    return line.iso if line else None


def headline(named: Names, title: str) -> str:
    """Return a page's title without what its heading does not have: "… | Analysis"."""
    for heading in named.headings:
        if heading and title.startswith(heading) and _TITLE_END.match(title, len(heading)):
            return heading
    return title


def days_shown(tree: lxml.html.HtmlElement) -> list[dates.DateLine]:
    """Return the days that a page shows as those of publication and of changes."""
    return [day for element in tree.iter(*_SMALL) for day in _days(element)]


def published(shown: Sequence[dates.DateLine], found: str | None) -> str | None:
    """Return the day of publication: the one that was found, unless that is shown as one of a change."""
    changes = {day.iso for day in shown if day.is_update}
    first = next((day.iso for day in shown if not day.is_update), None)
    return first if first and (found is None or found in changes) else found


def _days(element: lxml.html.HtmlElement) -> Iterator[dates.DateLine]:
    """Yield the days in a line of a page that says of them what they are."""
    line = " ".join(" ".join(islice(element.itertext(), 12)).split())
    if len(line) <= _LONGEST_DAYS and _SAYS.search(line):
        for part in _DAY_PARTS.split(line):
            if _SAYS.match(part) and (day := dates.date_line(part)):
                yield day


def outlet(named: Names, told: str | None, url: str | None) -> str | None:
    """Return the outlet of a page: as it is told, else a part of the window's title that is plainly one.

    A part of the title is the outlet where its words say so, or where the host is called like it; the host
    itself is the last resort.
    """
    domain = host(url or "")
    if told and told.removeprefix("www.").partition(":")[0] != domain:
        return told
    if named.publisher:
        return named.publisher
    parts = outlets.parts_of(named.title)
    called = (part for part in parts if _is_called(domain, part))
    return outlets.part_of(named.title) or next(called, None) or domain or None


def _is_called(domain: str, name: str) -> bool:
    """Tell whether a host's name is made of the words of an outlet's: "coastalpost.example"."""
    words = "".join(filter(str.isalnum, fold(name)))
    label = "".join(filter(str.isalnum, domain.rpartition(".")[0].rpartition(".")[2] or domain))
    return len(label) >= _SHORTEST_HOST and words.removeprefix("the") == label.removeprefix("the")


def prune(tree: lxml.html.HtmlElement) -> None:
    """Take away what lies over a page (consent, dialogs) or beside its article, and what no browser shows."""
    elements = list(tree.iter())
    kept = _above(e for e in elements if e.tag in _ARTICLES)
    for element in elements:
        marks = f"{element.get('id') or ''} {element.get('class') or ''}"
        over = element.get("role") in ("dialog", "alertdialog") or element.get("aria-modal") == "true"
        beside = element.tag in _BESIDE_TAGS or _BESIDE.search(marks)
        if (
            (over or beside or _OVER_THE_PAGE.search(marks))
            and element not in kept
            and element.getparent() is not None
        ):
            element.drop_tree()


def teasers(tree: lxml.html.HtmlElement) -> str:
    """Return the words of what are teasers on a page: short, headed by a link elsewhere; "" where few are."""
    articles = list(tree.iter("article"))
    wider = _above(a for article in articles if (a := article.getparent()) is not None)
    found = [
        words
        for article in articles
        if article not in wider and _leads_on(article) and len(words := _words(article)) <= _LONGEST_TEASER
    ]
    return " ".join(found) if len(found) >= _FEWEST_TEASERS else ""


def _above(elements: Iterable[lxml.html.HtmlElement]) -> set[lxml.html.HtmlElement]:
    """Return the elements and all that they stand in."""
    found: set[lxml.html.HtmlElement] = set()
    for element in elements:
        part: lxml.html.HtmlElement | None = element
        while part is not None and part not in found:
            found.add(part)
            part = part.getparent()
    return found


def _leads_on(article: lxml.html.HtmlElement) -> bool:
    """Tell whether a heading of an article leads to another page."""
    links = (link for heading in article.iter(*_HEADINGS) for link in heading.iter("a"))
    return any("#" not in (link.get("href") or "#") for link in links)


def is_list(text: str, told: str) -> bool:
    """Tell whether a page's text is mostly that of its teasers."""
    paragraphs = [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
    inside = sum(len(paragraph) for paragraph in paragraphs if paragraph in told)
    return bool(told) and inside >= _LIST_SHARE * sum(map(len, paragraphs))


def prose(text: str) -> str:
    """Return what was found in a page as paragraphs, without the signs for its lists and tables."""
    return "\n\n".join(filter(None, map(_line, text.split("\n"))))


def without_headline(text: str, headline: str) -> str:
    """Return paragraphs without the first, where that is the headline and others follow."""
    first, parted, rest = text.partition("\n\n")
    return rest if parted and fold(first) == fold(headline) else text


def _line(line: str) -> str:
    line = line.strip()
    if line.startswith("|"):
        return "" if _RULE.fullmatch(line) else " | ".join(_cells(line))
    return line.removeprefix("- ")


def _cells(line: str) -> Sequence[str]:
    return [cell for part in line.split("|") if (cell := part.strip())]


def _words(element: lxml.html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())
