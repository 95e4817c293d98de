"""What a web page tells beside its article: address, site, and what lies over and around the words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dateline.loading import outlets
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
_MOST_HEADINGS = 5
#: How the address of a copy holds that of the page: archives, caches, and what shows pages to telephones.
_COPY_OF = re.compile(
    r"[^/]*//[^/]+/[^?#]{0,200}?[/=](?P<url>https?:/{1,2}.+)|[^/]*//[^/]*ampproject[^/]*/./s?/?(?P<bare>.+)"
)
#: Headlines of pages that grow post by post: "Harbour talks live: …", "Harbour talks – as it happened".
_LIVE = re.compile(
    r"\blive ?[:–—|-]|[:–—|-] ?live\b|\blive ?(?:blog|updates?|coverage|report(?:ing)?|ticker)\b"
    r"|\bas it happened\b",
    re.IGNORECASE,
)
_LIVE_KIND = "LiveBlogPosting"  # as pages tell it to search engines: https://schema.org/LiveBlogPosting
_TITLE_END = re.compile(r" (?:[|·–—-]|::) ")
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


def original(url: str) -> str:
    """Return the address of the page of which there is a copy at an address: "archive.example/web/2031/https://…"."""
    found = _COPY_OF.fullmatch(url)
    if found is None:
        return url
    return re.sub(r"^(https?:)/{1,2}", r"\1//", found["url"]) if found["url"] else f"https://{found['bare']}"


def host(url: str) -> str:
    """Return the host of an address of the web, without "www."; "" where it is none."""
    try:
        parts = urlsplit(url.strip())
        return (parts.hostname or "").removeprefix("www.") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def names(tree: lxml.html.HtmlElement) -> Names:
    """Return what a page calls itself and its publisher."""
    title = next((words(element) for element in tree.iter("title")), "")
    publisher = next((e for e in tree.iter() if e.get("itemprop") == "publisher"), None)
    inside = () if publisher is None else (e for e in publisher.iter() if e.get("itemprop") == "name")
    headings = tuple(words(element) for element in islice(tree.iter("h1"), _MOST_HEADINGS))
    return Names(title, headings, next((e.get("content") or words(e) for e in inside), ""))


def headline(named: Names, title: str) -> str:
    """Return a page's title without what its heading does not have: "… | Analysis"."""
    for heading in named.headings:
        if heading and title.startswith(heading) and _TITLE_END.match(title, len(heading)):
            return heading
    return title


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
    kept = above(e for e in elements if e.tag in _ARTICLES)
    for element in elements:
        marks = f"{element.get('id') or ''} {element.get('class') or ''}"
        over = element.get("role") in ("dialog", "alertdialog") or element.get("aria-modal") == "true"
        parent = element.getparent()
        foot = element.tag == "footer" and parent is not None and parent.tag == "body"
        beside = element.tag in _BESIDE_TAGS or foot or _BESIDE.search(marks)
        if (over or beside or _OVER_THE_PAGE.search(marks)) and element not in kept and parent is not None:
            element.drop_tree()


def is_live(named: Names, page: str) -> bool:
    """Tell whether a page says that it grows post by post."""
    return _LIVE_KIND in page or any(map(_LIVE.search, (named.title, *named.headings)))


def unite_posts(tree: lxml.html.HtmlElement) -> None:
    """Make one article of the posts of a page: of several articles only the first would be taken."""
    titled = above(tree.iter("h1"))
    for post in [e for e in tree.iter("article") if e not in titled]:
        for part in post.iter():
            if part is post or part.tag == "header":
                part.tag = "div"
            if part.get("itemprop") == "articleBody":
                del part.attrib["itemprop"]


def above(elements: Iterable[lxml.html.HtmlElement]) -> set[lxml.html.HtmlElement]:
    """Return the elements and all that they stand in."""
    found: set[lxml.html.HtmlElement] = set()
    for element in elements:
        part: lxml.html.HtmlElement | None = element
        while part is not None and part not in found:
            found.add(part)
            part = part.getparent()
    return found


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


def words(element: lxml.html.HtmlElement) -> str:
    """Return the words in an element and all that it holds, on one line."""
    return " ".join(" ".join(element.itertext()).split())
