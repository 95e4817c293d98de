"""JSON in one piece, as services and scripts give it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from dateline.loading.columns import parse_map
from dateline.loading.load import Loaded, load
from dateline.model import Article, Problem

if TYPE_CHECKING:
    from pathlib import Path

ONE = {"title": "One", "body": "Ida Vale spoke in Oslo.", "publishedAt": "2025-03-07T23:30:00-05:00"}
TWO = {
    "title": "Two",
    "body": "She left on Saturday.",
    "publishedAt": "2025-03-08",
    "source": {"id": None, "name": "Post"},
}
FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "World | The Coastal Post",
    "items": [
        {"id": "1", "title": "One", "content_html": "<p>First.</p><p>Second.</p>",
         "date_published": "2025-03-07T23:30:00-05:00"},
        {"id": "2", "content_text": "A note without a title."},
    ],
}  # fmt: skip


def items(folder: Path, told: Any, map_: str = "", name: str = "a.json") -> list[Article | Problem]:
    path = folder / name
    path.write_bytes(told if isinstance(told, bytes) else json.dumps(told, indent=2).encode())
    return [i.article if isinstance(i, Loaded) else i for i in load(path, parse_map(map_))]


@pytest.mark.parametrize(
    "told",
    [
        [ONE, TWO],
        {"status": "ok", "totalResults": 2, "articles": [ONE, TWO]},
        {"response": {"docs": [ONE, TWO], "meta": {"tags": [{"a": 1}, {"a": 2}, {"a": 3}]}}},
        b"\xef\xbb\xbf" + json.dumps([ONE, TWO]).encode(),
        json.dumps([ONE, TWO]).encode("utf-16"),
        b"\xfe\xff" + f"{json.dumps([ONE, TWO])}\n".encode("utf-16-be"),
        f"{json.dumps(ONE)}\n{json.dumps(TWO)}\n".encode(),  # JSON Lines under another name
    ],
)
def test_the_list_of_articles_is_found_wherever_it_stands(tmp_path: Path, told: Any) -> None:
    one, two = items(tmp_path, told)
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.title, one.text, one.declared_date) == ("One", ONE["body"], "2025-03-07")
    assert (two.declared_date, two.outlet) == ("2025-03-08", "Post")


def test_one_object_is_one_article_whatever_lists_it_has(tmp_path: Path) -> None:
    (found,) = items(tmp_path, {**ONE, "images": [{"title": "Cranes", "description": "Two cranes."}]})
    assert isinstance(found, Article)
    assert found.text == ONE["body"]


def test_a_record_of_a_site_maker(tmp_path: Path) -> None:
    told = [
        {
            "date": "2025-03-07T21:15:00",
            "title": {"rendered": "A &#8211; B"},
            "content": {"rendered": "<p>C.</p>"},
        }
    ]
    (found,) = items(tmp_path, told)
    assert isinstance(found, Article)
    assert (found.title, found.text) == ("A – B", "C.")


def test_a_json_feed_is_a_feed(tmp_path: Path) -> None:
    one, two = items(tmp_path, FEED)
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.title, one.text) == ("One", "First.\n\nSecond.")
    assert (one.declared_date, one.outlet) == ("2025-03-07", "The Coastal Post")
    assert (two.title_basis, two.declared_date) == ("derived", None)


def test_the_columns_of_records_without_a_text_are_told_as_a_map_takes_them(tmp_path: Path) -> None:
    told = {"response": {"results": [{"webTitle": "One", "fields": {"wording": "The words."}}]}}
    (problem,) = items(tmp_path, told)
    assert isinstance(problem, Problem)
    assert "webTitle, fields.wording" in problem.reason
    (found,) = items(tmp_path, told, "text=fields.wording")
    assert isinstance(found, Article)
    assert (found.title, found.text) == ("One", "The words.")


@pytest.mark.parametrize(
    ("told", "reason"),
    [([1, 2], "no list of articles"), (b'{"a": ', "no valid JSON"), (b"[" * 100_000, "no valid JSON")],
)
def test_what_holds_no_articles_is_named(tmp_path: Path, told: Any, reason: str) -> None:
    (problem,) = items(tmp_path, told)
    assert isinstance(problem, Problem)
    assert reason in problem.reason


def test_a_file_without_a_telling_name_is_read_by_what_it_holds(tmp_path: Path) -> None:
    assert len(items(tmp_path, [ONE, TWO], name="download")) == 2
