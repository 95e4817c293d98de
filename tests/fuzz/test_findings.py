"""What fuzzing has found, each as the smallest input that showed it."""

from __future__ import annotations

import json
import os
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dateline import column_maps, config
from dateline.extraction import money, money_grammar
from dateline.feeds import adding, opml, refresh, store
from dateline.indexing import steps
from dateline.library.judgements import NAME, Judgements
from dateline.library.library import Library
from dateline.linking.date_forms import meaning
from dateline.loading.load import Loaded, load
from dateline.model import Article, Problem
from dateline.reader import settings
from dateline.reader.date_range import DateRangeError, parse

if TYPE_CHECKING:
    from pathlib import Path

DEEP = "[" * 100_000
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


def test_a_feed_may_name_an_encoding_that_cannot_be_one(tmp_path: Path) -> None:
    feed = (
        b"<?xml version='1.0' encoding='utf\x00'?><rss><channel><item><title>a</title></item></channel></rss>"
    )
    _, problems = loaded(tmp_path / "a.rss", feed)
    assert [problem.reason for problem in problems] == ["it is no RSS or Atom feed"]


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
        ("a.jsonl", '{"text": "The port was shut.", "date": "1 Jan 2031 00:00 +99999999999999"}'),
        ("a.jsonl", '{"text": "The port was shut.", "date": "0001-01-01T00:00:00Z"}'),
        ("a.jsonl", '{"text": "The port was shut.", "date": "9999-12-31"}'),
        ("a.eml", "From: a@b.invalid\nDate: 1 Jan 2031 00:00 +99999999999999\n\nThe port was shut.\n"),
    ],
)
def test_a_date_that_cannot_be_is_none(tmp_path: Path, name: str, content: str) -> None:
    articles, _ = loaded(tmp_path / name, content)
    assert [article.declared_date for article in articles] == [None]


# --- what the reader keeps


@pytest.mark.parametrize("told", [f"a = {DEEP}", f"jobs = {LONG}"])
def test_settings_that_cannot_be_read_are_told(tmp_path: Path, told: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(told)
    assert len(settings.load(path).problems) == 1


def test_what_is_wrong_with_settings_is_safe_to_show(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('"a\\u001b]52;c;eA==\\u0007\\nb" = 1')
    (problem,) = settings.load(path).problems
    assert problem.startswith("config.toml: “a b” is no setting")


@pytest.mark.parametrize("root", ["/a\\u0000b", "/a\\ud800b"])
def test_a_session_of_a_path_that_cannot_be_is_put_aside(tmp_path: Path, root: str) -> None:
    collections = f'[{{"roots": ["{root}"], "session": {{}}}}]'
    (tmp_path / "sessions.json").write_text(
        f'{{"dateline": "sessions", "version": 1, "collections": {collections}}}'
    )
    library = Library(tmp_path)
    assert library.session(["/a"]) is None
    assert "was damaged" in library.messages[0]


def test_half_a_character_in_a_mark_stays_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "marks.jsonl").write_text('{"do": "bookmark", "articles": ["a\\ud800"]}\n')
    assert Library(tmp_path).bookmarks() == ["a\ud800"]  # a file without a header is written anew
    assert Library(tmp_path).bookmarks() == ["a\ud800"]


def judged(id_: str, article: str = "x", text: str = "Ada") -> str:
    about = [{"article": article, "text": text}]
    return json.dumps({"do": "judge", "id": id_, "at": "t", "kind": "wrong", "about": about})


@pytest.mark.parametrize("line", [judged("\x1b"), judged("a", "\x00"), judged("a", text="\u0958" * 9_999)])
def test_a_judgement_that_cannot_be_given_away_is_none(tmp_path: Path, line: str) -> None:
    (tmp_path / NAME).write_text(f'{{"dateline": "judgements", "version": 1}}\n{line}\n{judged("b")}\n')
    kept = Judgements(tmp_path)
    assert [judgement.id for judgement in kept.standing()] == ["b"]
    (other := tmp_path / "other").mkdir()
    assert Judgements(other).take_in(kept.export()).unread == []


def test_an_undo_finds_its_judgement_whatever_is_cleaned_off_its_name(tmp_path: Path) -> None:
    made, undone = judged("a\x00"), json.dumps({"do": "undo", "judgement": "a\x00"})
    (tmp_path / NAME).write_text(f'{{"dateline": "judgements", "version": 1}}\n{made}\n{undone}\n')
    assert Judgements(tmp_path).standing() == []


def test_a_map_of_columns_that_is_none_is_no_map(tmp_path: Path) -> None:
    written("columns.json", DEEP)
    column_maps.remember([tmp_path], {})
    assert column_maps.of(tmp_path) == {}


# --- words


@pytest.mark.parametrize(
    ("told", "newest"),
    [
        ("after 9999-12-31", "2031-04-05"),
        ("before 0001-01-01", "2031-04-05"),
        ("last week", "0001-01-01"),
        ("yesterday", "0001-01-01"),
    ],
)
def test_a_range_does_not_leave_the_calendar(told: str, newest: str) -> None:
    with pytest.raises(DateRangeError, match="calendar"):
        parse(told, date.fromisoformat(newest))


def test_what_is_no_range_is_quoted_without_its_controls() -> None:
    with pytest.raises(DateRangeError, match="“a b” is no date"):
        parse("a\x1b[31m\x00 b", date(2031, 4, 5))


@pytest.mark.parametrize(("form", "means"), [("month:-1", "0001-01"), ("year:+0", "0001")])
def test_early_years_have_four_digits(form: str, means: str) -> None:
    period = meaning(form, date(1, 2, 3))
    assert period is not None
    assert period.iso() == means


def test_a_bracket_that_goes_on_to_another_sum_is_left_to_it() -> None:
    text = "They gave £30m ($40m, of which $5m in cash) for the port."
    found = money.figures(text, money_grammar.Reading(text, lambda *_: None).sums())
    assert [figure.text for figure in found] == ["£30m", "$5m"]
    assert [other.currency for other in found[0].equivalents] == ["USD"]
