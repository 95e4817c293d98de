"""What services, databases and programs give: each by the shape of its records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from dateline.loading.load import Loaded, load
from dateline.model import MOST_SEARCHED, Article, Problem

if TYPE_CHECKING:
    from pathlib import Path

HEADLINE = "Norway pays for the walls"
TEXT = "Norway will give £40m to rebuild the harbour walls of Port Ellery, Ida Vale said on Friday."
WHEN = "2031-03-07T23:30:00-05:00"
OUTLET = "The Coastal Post"

SHAPES: dict[str, Any] = {
    "fields of their own": {
        "response": {
            "results": [
                {
                    "webTitle": HEADLINE,
                    "webPublicationDate": WHEN,
                    "fields": {"bodyText": TEXT, "publication": OUTLET},
                }
            ]
        }
    },
    "hits of a search engine": {
        "hits": {
            "hits": [
                {"_id": "1", "_source": {"title": HEADLINE, "body": TEXT, "source": OUTLET, "date": WHEN}}
            ]
        }
    },
    "a headline in parts": {
        "response": {
            "docs": [
                {"headline": {"main": HEADLINE}, "lead_paragraph": TEXT, "pub_date": WHEN, "source": OUTLET}
            ]
        }
    },
    "the stream of a reader": {
        "items": [
            {
                "title": HEADLINE,
                "published": 1930651200,
                "origin": {"title": OUTLET},
                "content": {"content": TEXT},
            }
        ]
    },
    "entries with their feed": {
        "entries": [{"title": HEADLINE, "published_at": WHEN, "content": TEXT, "feed": {"title": OUTLET}}]
    },
    "a list under numbers": {
        "list": {
            "17": {
                "given_title": HEADLINE,
                "excerpt": TEXT,
                "published": WHEN,
                "provider": [{"name": OUTLET}],
            }
        }
    },
    "the outlet behind the headline, and the text cut off": {
        "articles": [
            {
                "title": f"{HEADLINE} - {OUTLET}",
                "content": f"{TEXT}… [+3456 chars]",
                "publishedAt": WHEN,
                "source": {"id": None, "name": OUTLET},
            }
        ]
    },
}


def items(path: Path, told: object, name: str = "a.json") -> list[Article | Problem]:
    file = path / name
    file.write_text(told if isinstance(told, str) else json.dumps(told), encoding="utf-8")
    return [item.article if isinstance(item, Loaded) else item for item in load(file)]


@pytest.mark.parametrize("shape", SHAPES)
def test_what_a_service_answers_is_read_as_it_came(tmp_path: Path, shape: str) -> None:
    (found,) = items(tmp_path, SHAPES[shape])
    assert isinstance(found, Article)
    assert (found.title, found.declared_date, found.outlet) == (HEADLINE, "2031-03-07", OUTLET)
    assert found.text.removesuffix("…") == TEXT


def test_the_day_on_which_a_record_was_made_is_not_that_of_an_article_without_one(tmp_path: Path) -> None:
    record = {"title": HEADLINE, "text": TEXT, "published": "", "created": "2031-04-01"}
    (clipped,) = items(tmp_path, record)
    (made,) = items(tmp_path, {name: record[name] for name in ("title", "text", "created")})
    assert isinstance(clipped, Article)
    assert isinstance(made, Article)
    assert (clipped.declared_date, made.declared_date) == (None, "2031-04-01")


def test_an_address_tells_the_outlet_where_nothing_else_does(tmp_path: Path) -> None:
    (found,) = items(tmp_path, {"text": TEXT, "url": "https://www.coastalpost.example/walls"})
    assert isinstance(found, Article)
    assert found.outlet == "coastalpost.example"


def test_what_was_taken_back_is_no_article(tmp_path: Path) -> None:
    told = {
        "articles": [{"title": "[Removed]", "content": "[Removed]"}, {"title": HEADLINE, "content": TEXT}]
    }
    article, problem = items(tmp_path, told)
    assert isinstance(article, Article)
    assert isinstance(problem, Problem)
    assert problem.reason == "record 1 was taken back by its publisher"


def test_values_that_only_programs_write_stand_in_nobodys_way(tmp_path: Path) -> None:
    lines = [
        f'{{"text": "{TEXT}", "date": NaN}}',
        f'{{"text": "{TEXT} Two.", "score": -Infinity}}',
        f'{{"text": "{TEXT} Three.", "n": {"9" * 5000}}}',
        f'{{"text": "{TEXT} Four \\ud800."}}',
    ]
    found = items(tmp_path, "\n".join(lines), "a.jsonl")
    assert [item.text.removeprefix(TEXT) for item in found if isinstance(item, Article)] == [
        "", " Two.", " Three.", " Four .",
    ]  # fmt: skip
    assert len(items(tmp_path, f"[{lines[0]}]")) == 1


def test_a_table_may_have_a_title_of_its_own(tmp_path: Path) -> None:
    (found,) = items(
        tmp_path, f'What I read,,\n,,\nTitle,Text,Date\n{HEADLINE},"{TEXT}",2031-03-07\n', "a.csv"
    )
    assert isinstance(found, Article)
    assert (found.title, found.text, found.declared_date) == (HEADLINE, TEXT, "2031-03-07")


def test_rows_that_are_not_what_they_seem_are_told(tmp_path: Path) -> None:
    rows = [
        "title,text",
        f'One,"{TEXT}"',
        "Two,It rained, and then it snowed",
        '"Three,It snowed',
        "Four,It rained",
    ]
    *found, extra, unclosed, _ = items(tmp_path, "\n".join(rows), "a.csv")
    assert [item.title for item in found if isinstance(item, Article)] == ["One", "Two"]
    assert isinstance(extra, Problem)
    assert isinstance(unclosed, Problem)
    assert extra.reason == "row 2 has more cells than there are columns"
    assert unclosed.reason == "row 3 has a quotation mark that is not closed"


def test_a_table_without_names_and_one_of_addresses_are_told_what_to_do(tmp_path: Path) -> None:
    (nameless,) = items(tmp_path, f'{HEADLINE},"{TEXT}"\n{HEADLINE},"{TEXT}"\n', "a.csv")
    (links,) = items(tmp_path, f"title,url\n{HEADLINE},https://x.example/1\n", "b.csv")
    assert isinstance(nameless, Problem)
    assert "at the top" in nameless.advice
    assert isinstance(links, Problem)
    assert "`dateline add` the addresses" in links.advice


def test_a_text_that_no_article_has_is_told_and_read(tmp_path: Path) -> None:
    text = f"{TEXT}\n\n" * (MOST_SEARCHED // len(TEXT) + 1)
    article, problem = items(tmp_path, text, "a.txt")
    assert isinstance(article, Article)
    assert len(article.text) > MOST_SEARCHED
    assert isinstance(problem, Problem)
    assert "only its beginning is searched" in problem.reason
