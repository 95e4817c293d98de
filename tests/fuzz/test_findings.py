"""What fuzzing has found in files and feeds, each as the smallest input that showed it."""

from __future__ import annotations

import json
import os
import plistlib
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dateline import config
from dateline.feeds import adding, opml, refresh, store
from dateline.indexing import steps
from dateline.loading.load import Loaded, load
from dateline.model import Article, Problem

if TYPE_CHECKING:
    from pathlib import Path

DEEP = "[" * 100_000
LONG_WORD = "a" * 1_000_000
LONG = "1" * 5_000  # digits, of which Python reads no number


def loaded(path: Path, content: bytes | str) -> tuple[list[Article], list[Problem]]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = list(load(path))
    return (
        [item.article for item in found if isinstance(item, Loaded)],
        [item for item in found if isinstance(item, Problem)],
    )


def written(name: str, content: str) -> Path:
    path = config.data_folder() / name
    path.write_text(content)
    return path


# --- feeds and pages


def test_a_page_that_links_to_no_address_names_no_feed() -> None:
    page = (
        b'<link rel=alternate type=text/xml href="http://["><link rel=alternate type=text/xml href="/feed">'
    )
    assert adding.feeds_of(page, "https://quay.invalid/a") == ["https://quay.invalid/feed"]


def test_a_file_that_is_no_text_names_no_feed() -> None:
    assert adding.feeds_of(b"\x89PNG\x00\x01\x02\x03" * 9, "https://quay.invalid/a.png") == []


@pytest.mark.parametrize("address", ["http://[x", "http:///x", "http://a]b"])
def test_a_list_of_feeds_may_hold_what_is_no_address(tmp_path: Path, address: str) -> None:
    path = tmp_path / "list.opml"
    path.write_text(
        f'<opml><body><outline xmlUrl="{address}"/><outline xmlUrl="https://b.invalid/f"/></body></opml>'
    )
    adding.add_path(path)
    assert [feed.url for feed in store.Feeds.read().by_name.values()] == ["https://b.invalid/f"]


def test_a_server_may_answer_with_nothing() -> None:
    feed = store.Feed("quay", "https://quay.invalid/feed", "Quay")
    assert "no RSS or Atom feed" in refresh.keep(feed, b"").feed.failure


@pytest.mark.parametrize("encoding", ["utf\x00", "punycode", "idna", "zlib"])
def test_a_feed_may_name_an_encoding_that_cannot_be_one(tmp_path: Path, encoding: str) -> None:
    head = f"<?xml version='1.0' encoding='{encoding}'?>"
    feed = (
        f"{head}<rss version='2.0'><channel><item><title>The port-{LONG_WORD}</title></item></channel></rss>"
    )
    articles, _ = loaded(tmp_path / "a.rss", feed)
    assert [article.title[:8] for article in articles] == ["The port"]


@pytest.mark.parametrize("encoding", ["utf\x00", "punycode", "idna", "unicode_escape", "zlib"])
@pytest.mark.parametrize("suffix", ["eml", "html", "webarchive"])
def test_a_page_may_name_an_encoding_that_cannot_be_one(tmp_path: Path, suffix: str, encoding: str) -> None:
    page = f"<p>The port was shut.</p><p>a-{LONG_WORD}</p>".encode()
    archive = {"WebMainResource": {"WebResourceData": page, "WebResourceTextEncodingName": encoding}}
    content = {
        "eml": f'Content-Type: text/html; charset="{encoding}"\n\n'.encode() + page,
        "html": f"<meta charset={encoding.rstrip(chr(0))}>".encode() + page,
        "webarchive": plistlib.dumps(archive, fmt=plistlib.FMT_BINARY),
    }
    articles, _ = loaded(tmp_path / f"a.{suffix}", content[suffix])
    assert [article.text[:18] for article in articles] == ["The port was shut."]


def test_an_entry_about_markup_keeps_its_words(tmp_path: Path) -> None:
    told = "The tag &amp;lt;port&amp;gt; &amp;amp; the quay.\n\nBoth are shut."
    feed = f"<rss version='2.0'><channel><item><description>{told}</description></item></channel></rss>"
    (article,), _ = loaded(tmp_path / "a.rss", feed)
    followed = store.Feed("quay", "https://quay.invalid/feed", "Quay")
    refresh.keep(followed, feed.encode())
    (path,) = store.entries_folder(followed).iterdir()
    (kept,) = load(path)
    assert isinstance(kept, Loaded)
    assert "<port> & the quay" in kept.article.text
    assert kept.article.text == article.text


def test_a_feed_without_a_title_can_be_read_again() -> None:
    written("feeds.json", '{"feeds": [{"name": "quay", "url": "https://quay.invalid/feed", "title": ""}]}')
    with store.changing() as feeds:
        before = dict(feeds.by_name)
    assert store.Feeds.read().by_name == before


def test_the_folder_of_a_feed_is_the_same_when_its_name_is_read_again() -> None:
    with store.changing() as feeds:
        added = feeds.add("https://quay.invalid/feed", "항구 소식 é")
    assert store.Feeds.read().by_name == {added.name: added}
    assert store.Feeds.read().add("https://quay.invalid/feed", "") == added


@pytest.mark.parametrize(
    "told",
    [
        DEEP,
        '{"feeds": [{"name": "../../x", "url": "https://quay.invalid/feed", "title": "Quay"}]}',
        '{"feeds": [{"name": "quay", "url": "http://[", "title": "Quay"}]}',
        '{"feeds": [{"name": "", "url": "https://quay.invalid/feed", "title": "Quay"}]}',
    ],
)
def test_a_list_of_feeds_that_is_none_is_refused(told: str) -> None:
    path = written("feeds.json", told)
    with pytest.raises(store.StoreFailure, match="is damaged"):
        store.Feeds.read()
    assert path.read_text() == told


def test_titles_of_feeds_survive_opml() -> None:
    feeds = store.Feeds()
    feeds.add("https://quay.invalid/feed?a=1&b=<2>", 'The "Quay"\x1b[31m & port')
    told = [(feed.title, feed.url) for feed in feeds.by_name.values()]
    assert opml.parse(opml.written(feeds.by_name.values())) == told


# --- files of articles


def test_a_file_that_breaks_its_parser_is_a_problem_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.rss"
    path.write_text("<rss><channel><item><title>The port</title></item></channel></rss>")
    monkeypatch.setattr("feedparser.parse", lambda *_, **__: 1 / 0)
    (problem,) = steps.load(path)
    assert isinstance(problem, Problem)
    assert problem.path == str(path)
    assert "ZeroDivisionError" in problem.reason


@pytest.mark.parametrize("seconds", [2**40, -(2**40)])
def test_a_file_may_claim_any_age(tmp_path: Path, seconds: int) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The port was shut, said Ada Quill.")
    try:
        os.utime(path, (seconds, seconds))
    except OSError:
        pytest.skip("the file system keeps no such time")
    (item,) = load(path)
    assert isinstance(item, Loaded)
    assert date.fromisoformat(item.location.modified)


def test_a_web_archive_may_lie_about_its_types(tmp_path: Path) -> None:
    page = {"WebResourceData": b"<p>a</p>", "WebResourceTextEncodingName": 5, "WebResourceURL": [1]}
    archive = plistlib.dumps({"WebMainResource": page}, fmt=plistlib.FMT_BINARY)
    articles, problems = loaded(tmp_path / "a.webarchive", archive)
    assert len(articles) + len(problems) == 1


@pytest.mark.parametrize(
    "value", ["!!bool maybe", '!!int ""', '!!float ""', "!!timestamp soon", f"!!int {LONG}"]
)
def test_front_matter_may_lie_about_its_types(tmp_path: Path, value: str) -> None:
    articles, problems = loaded(tmp_path / "a.md", f"---\ndate: {value}\n---\nThe port was shut.\n")
    assert [article.text for article in articles] == ["The port was shut."]
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", "---\ntitle: \x01\n---\nThe port was shut.\n"),
        ("a.csv", 'title,"a\nb"\nc,d\n'),
        ("a.csv", f"title,{'x' * 9000}\nc,d\n"),
        ("a.jsonl", json.dumps({"a\nb" * 9000: 1})),
    ],
)
def test_what_is_wrong_is_told_in_one_line(tmp_path: Path, name: str, content: str) -> None:
    _, problems = loaded(tmp_path / name, content)
    assert problems
    for problem in problems:
        assert "\n" not in problem.reason
        assert len(problem.reason) <= 400


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", f'{{"text": "The port was shut.", "date": {"1" * 400}}}'),
        ("a.jsonl", '{"text": "The port was shut.", "date": -93934960000}'),
        ("a.jsonl", '{"text": "The port was shut.", "date": "1 Jan 2031 00:00 +99999999999999"}'),
        ("a.jsonl", '{"text": "The port was shut.", "date": "0001-01-01T00:00:00Z"}'),
        ("a.jsonl", '{"text": "The port was shut.", "date": "9999-12-31"}'),
        ("a.eml", "From: a@b.invalid\nDate: 1 Jan 2031 00:00 +99999999999999\n\nThe port was shut.\n"),
    ],
)
def test_a_date_that_cannot_be_is_none(tmp_path: Path, name: str, content: str) -> None:
    articles, _ = loaded(tmp_path / name, content)
    assert [article.declared_date for article in articles] == [None]


HEADERS = ("From", "Subject", "Date", "Content-Type", "Content-Disposition", "Content-Transfer-Encoding")


@pytest.mark.parametrize("unit", ["a,", "a*0=b; ", "=?utf-8?q?a?= ", '"a" ', "a;", "\\", "(", "a@b,", " a"])
@pytest.mark.parametrize("name", HEADERS)
def test_a_header_without_end_is_read_soon(tmp_path: Path, name: str, unit: str) -> None:
    # a million characters would take hours
    header = f"{name}: {unit * (1_000_000 // len(unit))}"
    articles, problems = loaded(tmp_path / "a.eml", f"{header}\n\nThe port was shut.")
    assert len(articles) + len(problems) == 1


def test_a_message_of_parts_within_parts_is_refused_soon(tmp_path: Path) -> None:
    nested = "Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 20_000
    articles, problems = loaded(tmp_path / "a.eml", f"Subject: a\n{nested}")
    assert not articles
    assert [problem.reason for problem in problems] == ["the message can't be taken apart"]
