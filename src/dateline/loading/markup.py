"""HTML as plain text: what a browser would show of a fragment, its blocks parted by blank lines."""

from __future__ import annotations

import html
import re

import lxml.etree
import lxml.html

_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
        "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
_UNSEEN = frozenset(
    (
        "head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "select",
        "textarea", "title",
    )
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")


def text_of(markup: str) -> str:
    """Return the text of a page or fragment of HTML; text without any markup as it is."""
    if not _TAG.search(markup):
        return markup
    root = tree(markup)
    return "" if root is None else "".join(_pieces(root)).strip()


def literal(text: str) -> str:
    """Return text in a form of which `text_of` gives its words back, whatever in it looks like markup."""
    if not _TAG.search(text):
        return text
    blocks = html.escape(text, quote=False).split("\n\n")
    return "".join(f"<p>{block.replace(chr(10), '<br>')}</p>" for block in blocks)


def tree(markup: str) -> lxml.html.HtmlElement | None:
    """Return the tree of a page or fragment, whatever is broken in it; None where nothing is in it."""
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(_DECLARATION.sub("", markup, count=1), parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return None


def _pieces(root: lxml.html.HtmlElement) -> list[str]:
    """Return the texts in the order of the document, with blank lines around blocks."""
    pieces: list[str] = []
    hidden = 0
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        begins = event == "start"
        if name in _UNSEEN or _HIDDEN.search(element.get("style") or ""):
            hidden += 1 if begins else -1
        elif name in _BLOCKS:
            pieces.append("\n\n")
        elif name == "br" and begins:
            pieces.append("\n")
        text = element.text if begins else element.tail
        if text and not hidden:
            pieces.append(_SPACE.sub(" ", text))
    return pieces
