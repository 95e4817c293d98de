"""Pages as people save them: by several browsers, with all that lies over and around the article."""

from __future__ import annotations

import json
import plistlib
import quopri
from pathlib import Path

import pytest

from dateline.loading import page_dates
from dateline.loading.files import Found, discover
from dateline.loading.load import Loaded, load
from dateline.model import Article, Problem

HEADLINE = "Norway pays for the walls of Port Ellery"
PARAGRAPHS = (
    "Norway will give £40m to rebuild the harbour walls of Port Ellery, Foreign Minister Ida Vale said on "
    "Friday, ending months of doubt over who would pay.",
    "The pledge came at the end of two days of talks in the town hall, at which ministers of six countries "
    "had met behind closed doors.",
    "Denmark is expected to follow with a sum of its own, officials said, but nothing has been signed.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
CONSENT = (
    '<div id="onetrust-consent-sdk"><div role="dialog"><h2>We value your privacy</h2><p>We and our 842 '
    "partners store and access information on a device, and process personal data for advertising.</p></div>"
    "</div>"
)
ADDRESS = "https://www.coastalpost.example/world/2025/mar/07/walls"


def page(
    head: str = "", body: str = f"<main><article><h1>{HEADLINE}</h1>{BODY}</article></main>", title: str = ""
) -> str:
    title = title or f"{HEADLINE} | World news | The Coastal Post"
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{CONSENT}<nav><a href='/'>Home</a></nav>{body}<footer>© 2025</footer></body></html>"
    )


def linked_data(**more: object) -> str:
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": HEADLINE,
        "datePublished": "2025-03-07T23:30:00-05:00",
        "dateModified": "2025-03-09T08:00:00Z",
        "publisher": {"@type": "Organization", "name": "The Coastal Post"},
        **more,
    }
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def loaded(path: Path, content: str | bytes) -> list[Article | Problem]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return [item.article if isinstance(item, Loaded) else item for item in load(path)]


def article(path: Path, content: str | bytes) -> Article:
    (found,) = loaded(path, content)
    assert isinstance(found, Article)
    return found


def mhtml(html: str) -> bytes:
    packed = quopri.encodestring(html.encode()).decode()
    return (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: {ADDRESS}\nSubject: {HEADLINE}\n"
        "Date: Mon, 14 Apr 2025 10:11:12 +0200\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="--B"\n\n\n'
        f"----B\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n{packed}\n"
        "----B\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
        "----B\nContent-Type: text/html\n\n<html><body><p>An advertisement</p></body></html>\n----B--\n"
    ).encode()


def safari(html: str) -> bytes:
    resource = {
        "WebResourceData": html.encode(),
        "WebResourceURL": ADDRESS,
        "WebResourceTextEncodingName": "UTF-8",
    }
    return plistlib.dumps({"WebMainResource": resource}, fmt=plistlib.FMT_BINARY)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", page(linked_data())),
        ("page.mhtml", mhtml(page(linked_data()))),
        ("page.mht", mhtml(page(linked_data()))),
        ("page.html", mhtml(page(linked_data()))),  # phones save it under this name
        ("page.webarchive", safari(page(linked_data()))),
    ],
)
def test_headline_day_outlet_and_words_are_those_of_the_article(
    tmp_path: Path, name: str, content: str | bytes
) -> None:
    found = article(tmp_path / name, content)
    assert (found.title, found.outlet) == (HEADLINE, "The Coastal Post")
    assert found.declared_date == "2025-03-07"  # when it was published, and where
    assert found.text.split("\n\n") == list(PARAGRAPHS)


def test_what_is_asked_for_over_a_page_is_no_part_of_a_short_article(tmp_path: Path) -> None:
    short = page(linked_data(), f"<main><article><h1>{HEADLINE}</h1><p>{PARAGRAPHS[0]}</p></article></main>")
    assert "partners" not in article(tmp_path / "a.html", short).text


def test_an_article_in_a_box_over_the_page_stays(tmp_path: Path) -> None:
    body = (
        f'<div class="cookie-consent-given" role="dialog"><article><h1>{HEADLINE}</h1>{BODY}</article></div>'
    )
    assert PARAGRAPHS[2] in article(tmp_path / "a.html", page("", body)).text


def test_the_offer_behind_the_first_paragraph_is_cut_with_its_price(tmp_path: Path) -> None:
    offer = (
        "<div><p>Try unlimited access for €1 for 4 weeks. Then €39 per month. Complete digital access to "
        "quality journalism. Cancel anytime.</p></div>"
    )
    body = f"<main><article><h1>{HEADLINE}</h1><p>{PARAGRAPHS[0]}</p>{offer}</article></main>"
    found = article(tmp_path / "a.html", page(linked_data(), body))
    assert "€" not in found.text
    assert "€39" in " ".join(found.furniture)


def test_a_page_that_only_scripts_can_show_is_named(tmp_path: Path) -> None:
    empty = page(
        "", '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>'
    )
    (problem,) = loaded(tmp_path / "a.html", empty)
    assert isinstance(problem, Problem)


def test_a_front_page_is_named_and_not_taken_for_an_article(tmp_path: Path) -> None:
    teasers = "".join(
        f'<article><h2><a href="/{n}">Headline {n}</a></h2><p>{p}</p></article>'
        for n, p in enumerate(PARAGRAPHS)
    )
    (problem,) = loaded(
        tmp_path / "a.html", page("", f"<main><h1>World</h1>{teasers}</main>", "World | The Coastal Post")
    )
    assert isinstance(problem, Problem)
    assert "list of articles" in problem.reason


def test_a_live_blog_is_an_article_though_it_has_many_parts(tmp_path: Path) -> None:
    blocks = "".join(
        f'<article id="b{n}"><h2><a href="#b{n}">Part {n}</a></h2><p>{p}</p></article>'
        for n, p in enumerate(PARAGRAPHS)
    )
    found = article(tmp_path / "a.html", page(linked_data(), f"<main><h1>{HEADLINE}</h1>{blocks}</main>"))
    assert all(paragraph in found.text for paragraph in PARAGRAPHS)


@pytest.mark.parametrize(
    ("head", "title", "outlet"),
    [
        ("", f"{HEADLINE} – Coastal Post", "Coastal Post"),
        ("", f"{HEADLINE} | Politics", None),
        (f'<link rel="canonical" href="{ADDRESS}">', f"{HEADLINE} | The Coastal Post", "The Coastal Post"),
        ('<link rel="canonical" href="https://quayside.example/1">', f"{HEADLINE} - Quayside", "Quayside"),
        (
            '<link rel="canonical" href="https://quayside.example/1">',
            f"{HEADLINE} - Walls",
            "quayside.example",
        ),
        ('<meta property="og:site_name" content="Le Courrier">', f"{HEADLINE} - Le Courrier", "Le Courrier"),
    ],
)
def test_the_outlet_is_what_the_page_says_plainly(
    tmp_path: Path, head: str, title: str, outlet: str | None
) -> None:
    found = article(tmp_path / "a.html", page(head, title=title))
    assert (found.title, found.outlet) == (HEADLINE, outlet)


def test_the_publisher_may_stand_in_microdata(tmp_path: Path) -> None:
    body = (
        f'<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">{HEADLINE}</h1>'
        '<meta itemprop="datePublished" content="2025-03-07"><span itemprop="publisher" itemscope>'
        f'<meta itemprop="name" content="Quayside"></span><div itemprop="articleBody">{BODY}</div></div>'
    )
    found = article(tmp_path / "a.html", page("", body, HEADLINE))
    assert (found.outlet, found.declared_date) == ("Quayside", "2025-03-07")


@pytest.mark.parametrize(
    "told",
    [
        f"<!-- saved from url=(0054){ADDRESS} -->",
        f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Mon Apr 14 2025 -->",
        f'<a class="domain reader-domain" href="{ADDRESS}">coastalpost.example</a>',
    ],
)
def test_where_a_page_was_saved_from_tells_its_outlet_and_day(tmp_path: Path, told: str) -> None:
    html = f"<html><head><title>{HEADLINE}</title></head>{told}<body><h1>{HEADLINE}</h1>{BODY}</body></html>"
    found = article(tmp_path / "a.html", html)
    assert (found.outlet, found.declared_date) == ("coastalpost.example", "2025-03-07")


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2025/mar/07/a", "2025-03-07"),
        ("/news/2025/03/07/", "2025-03-07"),
        ("/2025/99/07/a", None),
        ("/2025/x", None),
    ],
)
def test_a_day_in_an_address(path: str, day: str | None) -> None:
    assert page_dates.in_path(f"https://x.invalid{path}") == day


def test_lists_and_tables_lose_their_signs(tmp_path: Path) -> None:
    body = (
        f"<main><article><h1>{HEADLINE}</h1>{BODY}<ul><li>The town gives the land for the cranes.</li></ul>"
        "<table><tr><th>Country</th><th>Sum</th></tr><tr><td>Norway</td><td>£40m</td></tr></table></article></main>"
    )
    paragraphs = article(tmp_path / "a.html", page("", body)).text.split("\n\n")
    assert "The town gives the land for the cranes." in paragraphs
    assert "Norway | £40m" in paragraphs
    assert not any("---" in paragraph for paragraph in paragraphs)


def test_a_saved_page_that_is_damaged_is_named(tmp_path: Path) -> None:
    for name, content in (("a.mhtml", b"From: <Saved by Blink>\n\n"), ("a.webarchive", b"bplist00broken")):
        (problem,) = loaded(tmp_path / name, content)
        assert isinstance(problem, Problem)
        assert "taken apart" in problem.reason


@pytest.mark.parametrize("folder", ["Story_files", "Story-Dateien", "Story_fichiers", "Story.files"])
def test_what_a_browser_saves_beside_a_page_is_left_out(tmp_path: Path, folder: str) -> None:
    for path in (
        tmp_path / "Story.html",
        tmp_path / folder / "frame.html",
        tmp_path / "Other_files" / "b.html",
    ):
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = {Path(item.path).name for item in discover([tmp_path]) if isinstance(item, Found)}
    assert found == {"Story.html", "b.html"}


def test_documents_in_a_folder_are_named_with_what_to_do(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.docx", "c.zip", "d.xlsx", "e.opml", "f.png", "g.txt"):
        (tmp_path / name).write_text("x")
    problems = {Path(item.path).name: item for item in discover([tmp_path]) if isinstance(item, Problem)}
    assert set(problems) == {"a.pdf", "b.docx", "c.zip", "d.xlsx", "e.opml"}
    assert "pdftotext" in problems["a.pdf"].advice
    assert "CSV" in problems["d.xlsx"].advice
    assert "dateline add" in problems["e.opml"].advice


@pytest.mark.parametrize(
    "box", ["<aside>{}</aside>", '<div class="related-stories">{}</div>', "<nav>{}</nav>"]
)
def test_the_dates_of_other_articles_beside_it_are_not_the_articles(tmp_path: Path, box: str) -> None:
    others = box.format(
        '<ul><li><a href="/x">Old</a> <time datetime="2023-01-05">5 January 2023</time></li></ul>'
    )
    body = f"<main><article><h1>{HEADLINE}</h1>{BODY}</article></main>{others}"
    assert article(tmp_path / "a.html", page("", body)).declared_date is None


@pytest.mark.parametrize(
    "shown",
    [
        "<p>Updated 9 March 2025, 10:00 | Published 7 March 2025, 08:00</p>",
        "<div><span>Last updated: 9 March 2025</span><span>First published: 7 March 2025</span></div>",
    ],
)
def test_a_change_that_is_shown_first_is_not_the_day_of_publication(tmp_path: Path, shown: str) -> None:
    body = f"<main><article><h1>{HEADLINE}</h1>{shown}{BODY}</article></main>"
    assert article(tmp_path / "a.html", page("", body)).declared_date == "2025-03-07"


def test_the_headline_is_that_above_the_article_where_the_window_says_more(tmp_path: Path) -> None:
    head = f'<meta property="og:title" content="{HEADLINE} | Analysis">'
    assert article(tmp_path / "a.html", page(head)).title == HEADLINE
