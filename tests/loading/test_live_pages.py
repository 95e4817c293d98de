"""Pages that grow post by post: all posts are kept, each below its heading."""

from __future__ import annotations

import pytest

from dateline.loading import web_page
from dateline.loading.drafts import Draft

POSTS = {
    "Ministers arrive at the harbour": "The ministers of Norland and Sudria have arrived at the harbour, "
    "the spokesman of the port said this morning to those who had waited at the gate.",
    "Vale: no deal without the pilots": "Ida Vale has told reporters that there will be no deal without "
    "the pilots of the northern quay, whose union was not asked.",
    "The tide delays the second round": "The second round of the talks has been put off by an hour because "
    "of the tide, the harbour master said.",
    "Nobody says a word": "The talks have ended, and neither side has said a word to the press that had "
    "waited at the gate for most of the day.",
}
SHAPES = {
    "articles": "<article><header><span>1{n}:05</span><h3>{heading}</h3></header>"
    "<div><p>{text}</p></div></article>",
    "list": "<li><article><header><h3><span>{heading}</span></h3></header>"
    "<div><p>{text}</p></div></article></li>",
    "blocks": "<div class=block><h2>{heading}</h2><div><p>{text}</p></div></div>",
    "microdata": "<article itemprop=liveBlogUpdate><h2 itemprop=headline>{heading}</h2>"
    "<div itemprop=articleBody><p>{text}</p></div></article>",
}


def page(title: str, shape: str, head: str = "") -> str:
    posts = "".join(SHAPES[shape].format(n=n, heading=h, text=t) for n, (h, t) in enumerate(POSTS.items()))
    return (
        f"<html><head><title>{title} | Coastal Post</title>{head}</head><body><main><h1>{title}</h1>"
        f"<div>{posts}</div></main></body></html>"
    )


def paragraphs(page: str) -> list[str]:
    draft = web_page.article(page.encode(), page)
    assert isinstance(draft, Draft)
    return draft.text.split("\n\n")


@pytest.mark.parametrize("shape", SHAPES)
def test_every_post_of_a_live_page_is_kept_below_its_heading(shape: str) -> None:
    found = paragraphs(page("Harbour talks live: ministers arrive", shape))
    for heading, text in POSTS.items():
        assert found[found.index(heading) + 1] == text


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Harbour talks – as it happened", ""),
        ("Harbour talks: live updates", ""),
        ("Ministers arrive", '<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>'),
    ],
)
def test_a_page_tells_in_several_ways_that_it_is_live(title: str, head: str) -> None:
    assert "Nobody says a word" in paragraphs(page(title, "articles", head))


def test_articles_beside_another_one_stay_out() -> None:
    text = "<p>" + "</p><p>".join(POSTS.values()) + "</p>"
    words = "They live where nobody looks for them, says a book that came out this week."
    beside = f"<article><h2>Where herons live</h2><p>{words}</p></article>"
    told = f"<main><article><h1>Ministers arrive</h1>{text}</article>{beside}{beside}</main>"
    found = paragraphs(
        f"<html><head><title>Where ministers live | Coastal Post</title></head><body>{told}</body></html>"
    )
    assert found == list(POSTS.values())
