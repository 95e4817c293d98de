"""Pages as they lie on disks: copies in archives, encodings unsaid, walls and lists, several dates."""

from __future__ import annotations

import plistlib
from typing import TYPE_CHECKING

import pytest

from dateline.loading import page_parts
from dateline.loading.load import Loaded, load
from dateline.model import Article, Problem

if TYPE_CHECKING:
    from pathlib import Path

HEADLINE = "Norway pays for the walls of Port Ellery"
QUOTE = (
    "“We are not leaving our neighbours alone – not now,” Ms Vale told reporters in the town hall on Friday."
)
PARAGRAPHS = (
    "Norway will give £40m to rebuild the harbour walls of Port Ellery, Foreign Minister Ida Vale has said.",
    QUOTE,
    "The pledge came at the end of two days of talks, at which ministers of six countries had met.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
ADDRESS = "https://www.coastalpost.example/world/walls"


def page(head: str = "", before: str = "", behind: str = "", lang: str = "en") -> str:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>{HEADLINE}</title>{head}</head><body>'
        f"<main><article><h1>{HEADLINE}</h1>{before}{BODY}</article></main>{behind}</body></html>"
    )


def item(path: Path, content: str | bytes, name: str = "a.html") -> Article | Problem:
    file = path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    (found,) = load(file)
    return found.article if isinstance(found, Loaded) else found


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ("", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("utf-8", "cp1252"),
        ("us-ascii", "utf-8"),
    ],
)
def test_a_page_is_in_the_encoding_in_which_it_is(tmp_path: Path, said: str, encoding: str) -> None:
    found = item(tmp_path, page(f'<meta charset="{said}">' if said else "").encode(encoding))
    assert isinstance(found, Article)
    assert found.text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "address",
    [
        f"https://web.archive.org/web/20310310121212/{ADDRESS}",
        f"https://archive.ph/2031.03.10-121212/{ADDRESS}",
        f"https://archive.ph/2031.03.10-121212/{ADDRESS.replace('//', '/')}",
        "https://www-coastalpost-example.cdn.ampproject.org/c/s/www.coastalpost.example/world/walls",
        ADDRESS,
    ],
)
def test_a_copy_is_of_the_outlet_that_it_is_a_copy_of(tmp_path: Path, address: str) -> None:
    found = item(tmp_path, page(f'<link rel="canonical" href="{address}">'))
    assert isinstance(found, Article)
    assert found.outlet == "coastalpost.example"
    assert page_parts.original(address) == ADDRESS


CHANGED = '<meta name="date" content="2021-03-09">'
LINKED = '<script type="application/ld+json">{"datePublished": "2021-03-07T10:00Z"}</script>'
FIGURES = '<p class="date">03/07/2021</p>'


@pytest.mark.parametrize(
    ("content", "day"),
    [
        (page(f'{CHANGED}<meta property="article:published_time" content="2021-03-07">'), "2021-03-07"),
        (page(CHANGED + LINKED), "2021-03-07"),
        (page(behind="<footer>© The Coastal Post. Built on 2019-11-05</footer>"), None),
        (page(before=FIGURES), None),
        (page(before=FIGURES, lang="en-US"), "2021-03-07"),
        (page(before=FIGURES, lang="en-GB"), "2021-07-03"),
        (page(before=f"<p>7 March 2021</p>{FIGURES}"), "2021-03-07"),
    ],
    ids=["metadata", "linked data", "foot", "figures", "figures US", "figures GB", "words"],
)
def test_the_day_is_that_of_publication_or_none(tmp_path: Path, content: str, day: str | None) -> None:
    found = item(tmp_path, content)
    assert isinstance(found, Article)
    assert found.declared_date == day


@pytest.mark.parametrize(
    ("title", "words"),
    [
        (
            "Accept cookies",
            "We and our partners store cookies on your device and use personal data for advertising.",
        ),
        (
            "Just a moment...",
            "Verifying that you are human. The site checks your browser before you can go on.",
        ),
        (
            "Access Denied",
            "You don't have permission to access this page on this server. Reference number 18.3.",
        ),
        (
            "404 Not Found",
            "The page that you look for is not at this address any more. Check the link, please.",
        ),
    ],
)
def test_what_stands_before_an_article_is_named(tmp_path: Path, title: str, words: str) -> None:
    found = item(
        tmp_path,
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{words}</p></body></html>",
    )
    assert isinstance(found, Problem)
    assert found.reason == "it is no article but what stands before one"


def test_an_article_about_walls_is_none(tmp_path: Path) -> None:
    found = item(tmp_path, page().replace(HEADLINE, "Privacy law is signed in Port Ellery"))
    assert isinstance(found, Article)


def test_lists_of_links_are_named(tmp_path: Path) -> None:
    links = "".join(
        f'<li><a href="https://x.example/{n}">Norway pays for wall number {n}</a></li>' for n in range(9)
    )
    found = item(
        tmp_path,
        f"<html><head><title>Export</title></head><body><h1>Unread</h1><ul>{links}</ul></body></html>",
    )
    assert isinstance(found, Problem)
    assert found.reason == "it is a list of articles"
    marks = item(tmp_path, f"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><DL>{links}</DL>")
    assert isinstance(marks, Problem)
    assert marks.reason == "it is a list of bookmarks"


def test_a_web_archive_may_be_in_xml(tmp_path: Path) -> None:
    resource = {
        "WebResourceData": page().encode(),
        "WebResourceURL": ADDRESS,
        "WebResourceTextEncodingName": "UTF-8",
    }
    found = item(tmp_path, plistlib.dumps({"WebMainResource": resource}), "a.webarchive")
    assert isinstance(found, Article)
    assert found.outlet == "coastalpost.example"


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        (b"word/document.xml", "it is an office document"),
        (b"mimetypeapplication/vnd.oasis.opendocument.text", "it is an office document"),
        (b"xl/workbook.xml", "it is a spreadsheet"),
        (b"mimetypeapplication/epub+zip", "it is an electronic book"),
        (b"story.txt", "it is an archive"),
    ],
)
def test_a_document_is_told_from_an_archive(tmp_path: Path, inside: bytes, reason: str) -> None:
    found = item(tmp_path, b"PK\x03\x04" + bytes(26) + inside + bytes(30), "a.txt")
    assert isinstance(found, Problem)
    assert found.reason == reason


def test_several_articles_on_one_page_are_told(tmp_path: Path) -> None:
    comments = f"<section><article class='comment'>{BODY * 3}</article></section>"
    assert isinstance(item(tmp_path, page(behind=comments)), Article)
    more = "".join(f"<article><h2>News of day {n}</h2>{BODY * 2}</article>" for n in (1, 2))
    (tmp_path / "b.html").write_text(page().replace("</main>", f"{more}</main>"), encoding="utf-8")
    loaded, problem = load(tmp_path / "b.html")
    assert isinstance(loaded, Loaded)
    assert loaded.article.text.startswith(PARAGRAPHS[0])
    assert isinstance(problem, Problem)
    assert problem.reason == "the page has 2 articles, which are not told apart"
