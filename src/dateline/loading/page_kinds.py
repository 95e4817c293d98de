"""Pages that are no article: lists of articles or of links, and what stands before one, as a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.loading.page_parts import above, words

if TYPE_CHECKING:
    import lxml.html

_HEADINGS = ("h1", "h2", "h3", "h4")
_LONGEST_TEASER = 900  # characters
_FEWEST_TEASERS = 3
_LIST_SHARE = 0.7  # of a page's words that stand in teasers, where it is a list of articles
_FEWEST_LINKS = 8  # of a list
_FEWEST_WORDS = 80  # in the paragraphs of an article, where a page has several

#: What pages are called that a server gives instead of an article, and what they say.
_WALL_TITLE = re.compile(
    r"(?:just a moment|access denied|attention required|are you (?:a robot|human|a human)|one more step"
    r"|(?:403|404|429|500|502|503|error)\b|forbidden|(?:page |file )?not found|too many requests"
    r"|unavailable|before you (?:continue|go)|(?:please )?verify|security check|checking your"
    r"|(?:(?:accept|manage|allow) (?:all )?|we value |your )?(?:privacy|cookies?|consent)"
    r"|(?:log|sign) ?in|subscribe to (?:read|continue)|register to)\b",
    re.IGNORECASE,
)
_WALL_WORDS = re.compile(
    r"\b(?:cookies?|consent|personal data|advertising|partners|device|browser|javascript|robots?|human"
    r"|permission|access|server|subscri\w+|account|sign in|log in|page|url|address|link|ip|blocked)\b",
    re.IGNORECASE,
)
_LONGEST_WALL = 250  # words
_WALL_SHARE = 0.05  # of its words that are such


def teasers(tree: lxml.html.HtmlElement) -> str:
    """Return the words of what only leads to other pages: short articles headed by a link, items of links.

    "" where there are few.
    """
    articles = list(tree.iter("article"))
    wider = above(a for article in articles if (a := article.getparent()) is not None)
    found = [
        told
        for article in articles
        if article not in wider and _leads_on(article) and len(told := words(article)) <= _LONGEST_TEASER
    ]
    items = [told for item in tree.iter("li", "dt") if (told := _link(item))]
    found = found if len(found) >= _FEWEST_TEASERS else []
    return " ".join(found + (items if len(items) >= _FEWEST_LINKS else []))


def is_list(text: str, told: str) -> bool:
    """Tell whether a page's text is mostly that of its teasers."""
    paragraphs = [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
    inside = sum(len(paragraph) for paragraph in paragraphs if paragraph in told)
    return bool(told) and inside >= _LIST_SHARE * sum(map(len, paragraphs))


def articles_in(tree: lxml.html.HtmlElement) -> int:
    """Return how many articles a page has, what is beside them taken away; each with heading and text."""
    articles = list(tree.iter("article"))
    inner = {inside for article in articles for inside in article.iter("article") if inside is not article}
    return sum(
        next(article.iter(*_HEADINGS), None) is not None
        and sum(len(words(paragraph).split()) for paragraph in article.iter("p")) >= _FEWEST_WORDS
        for article in articles
        if article not in inner
    )


def is_wall(title: str, text: str) -> bool:
    """Tell whether a page stands before an article: it asks for consent or an account, or refuses."""
    number = len(text.split())
    if number > _LONGEST_WALL or not _WALL_TITLE.match(title):
        return False
    return len(_WALL_WORDS.findall(text)) >= max(2, _WALL_SHARE * number)


def _leads_on(article: lxml.html.HtmlElement) -> bool:
    """Tell whether a heading of an article leads to another page."""
    links = (link for heading in article.iter(*_HEADINGS) for link in heading.iter("a"))
    return any("#" not in (link.get("href") or "#") for link in links)


def _link(item: lxml.html.HtmlElement) -> str:
    """Return the words of the link that is all there is in an item of a list, "" where there is more."""
    links = list(item.iter("a"))
    told = words(links[0]) if len(links) == 1 and links[0].get("href") else ""
    return told if told and told == words(item) else ""
