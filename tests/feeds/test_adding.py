"""What people type behind `dateline add`, and what they may expect of it."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from dateline import column_maps
from dateline.cli import cli
from dateline.feeds import adding, addresses, store
from dateline.feeds.fetch import FetchFailure
from dateline.feeds.refresh import refresh
from dateline.indexing import steps
from dateline.loading.files import Found, discover
from dateline.loading.load import Loaded
from feeds_server import feed_of

if TYPE_CHECKING:
    from feeds_server import Server

WORDS = "The minister of the coast said on Friday that the harbour walls would be built again by the spring."
ARTICLE = f"<article><h1>Walls will rise</h1><p>{WORDS}</p><p>{WORDS} And so they were.</p></article>"


def page(head: str = "", body: str = ARTICLE) -> bytes:
    return f"<html><head><title>Walls will rise</title>{head}</head><body>{body}</body></html>".encode()


def added_articles() -> list[Loaded]:
    files = [Path(f.path) for f in discover([store.added_folder()]) if isinstance(f, Found)]
    return [item for path in files for item in steps.load(path) if isinstance(item, Loaded)]


@pytest.mark.parametrize(
    ("told", "tried"),
    [
        ("https://news.example/a", ["https://news.example/a"]),
        ("news.example", ["https://news.example", "http://news.example"]),
        ("news.example/feed.xml", ["https://news.example/feed.xml", "http://news.example/feed.xml"]),
        ("127.0.0.1:8000/feed", ["https://127.0.0.1:8000/feed", "http://127.0.0.1:8000/feed"]),
        ("feed://news.example/rss", ["https://news.example/rss", "http://news.example/rss"]),
        ("feed:http://news.example/rss", ["http://news.example/rss"]),
    ],
)
def test_an_address_may_be_short(told: str, tried: list[str]) -> None:
    assert addresses.named(told) == tried


@pytest.mark.parametrize(
    "told", ["articles.csv", "walls.md", "old.zip", "folder/", "./news.example", "notes", "a b.c"]
)
def test_what_looks_like_a_file_is_never_asked_of_the_web(told: str) -> None:
    assert addresses.named(told) == Path(told)


def test_a_file_that_is_there_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news.example").mkdir()
    assert addresses.named("news.example") == Path("news.example")
    assert addresses.named("news.example/none.d") == Path("news.example/none.d")
    assert addresses.named(f"file://{tmp_path}/a%20b.txt") == tmp_path / "a b.txt"


@pytest.mark.parametrize("told", ["ftp://news.example/a", "http://", "http://[", "feed://", "file://["])
def test_what_cannot_be_asked_is_refused(told: str) -> None:
    with pytest.raises(addresses.NoAddress, match="address"):
        addresses.named(told)


def test_words_longer_than_any_name_of_a_file_are_still_told_apart() -> None:
    assert addresses.named("news.example?q=" + "a" * 400) == [
        f"{scheme}://news.example?q={'a' * 400}" for scheme in ("https", "http")
    ]
    with pytest.raises(adding.AddFailure, match="no such file"):
        adding.add_path(Path("a" * 400))


def test_the_second_address_is_tried_where_the_first_does_not_answer(server: Server) -> None:
    server.answers["/feed"] = (200, {}, feed_of("One"))
    tried = addresses.named(server.url().removeprefix("http://"))
    assert isinstance(tried, list)
    assert adding.add_address(tried).kind == "feed"
    assert [feed.url for feed in store.Feeds.read().by_name.values()] == [server.url()]


def test_a_server_that_speaks_no_https_is_told_from_one_with_a_bad_certificate(server: Server) -> None:
    with pytest.raises(adding.AddFailure, match="does not speak https"):
        adding.add_address(server.url().replace("http:", "https:"))


def test_a_feed_that_is_followed_is_not_added_again(server: Server) -> None:
    server.answers["/feed"] = (200, {}, feed_of("One"))
    adding.add_address(server.url())
    server.answers["/feed"] = (200, {}, feed_of("One", "Two"))
    result = CliRunner().invoke(cli, ["add", server.url()])
    assert "The Coastal Post is followed already: 1 new" in result.output
    assert len(store.Feeds.read().by_name) == 1


def test_the_page_of_an_article_is_kept_though_its_site_has_a_feed(server: Server) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    server.answers["/feed"] = (200, {}, feed_of("One"))
    server.answers["/story"] = (200, {}, page(f'{link}<meta property="og:type" content="article">'))
    result = CliRunner().invoke(cli, ["add", server.url("/story")])
    assert "added Walls will rise: 1 page" in result.output
    assert f"`dateline add {server.url()}`" in result.output
    (kept,) = added_articles()
    assert kept.article.title == "Walls will rise"
    assert kept.article.outlet == "127.0.0.1", "where it is from is known still"


def test_a_page_that_does_not_say_that_it_is_an_article_is_kept_where_it_is_asked_for(server: Server) -> None:
    server.answers["/feed"] = (200, {}, feed_of("One"))
    server.answers["/"] = (200, {}, page('<link rel="alternate" type="application/rss+xml" href="/feed">'))
    assert CliRunner().invoke(cli, ["add", "--page", server.url("/")]).exit_code == 0
    assert [item.article.title for item in added_articles()] == ["Walls will rise"]


def test_a_site_whose_feed_is_only_linked_to_is_followed(server: Server) -> None:
    server.answers["/feed.xml"] = (200, {}, feed_of("One"))
    server.answers["/"] = (
        200,
        {},
        page(body='<a href="/about">About</a><a href="/feed.xml">RSS</a><p>Welcome.</p>'),
    )
    assert adding.add_address(server.url("/")).kind == "feed"


def test_a_feed_that_a_page_names_in_vain_is_passed_over(server: Server) -> None:
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="/{n}">' for n in "ab")
    server.answers["/"] = (200, {}, page(links, "<p>Welcome.</p>"))
    server.answers["/b"] = (200, {}, feed_of("One"))
    assert adding.add_address(server.url("/")).kind == "feed"


def test_a_list_of_feeds_may_lie_on_a_server(server: Server) -> None:
    outline = f'<outline text="A"><outline type="rss" text="B" xmlUrl="{server.url()}"/></outline>'
    server.answers["/opml"] = (
        200,
        {},
        f'<?xml version="1.0"?>\n<opml version="2.0"><body>{outline}</body></opml>'.encode(),
    )
    assert (adding.add_address(server.url("/opml")).kind, len(store.Feeds.read().by_name)) == ("list", 1)
    again = adding.add_address(server.url("/opml"))
    assert (again.count, again.known) == (0, 1)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00", "picture"),
        (b'{"a": 1}', "neither a feed nor a web page"),
        (page(body=""), "no article"),
    ],
)
def test_what_holds_no_article_is_not_kept(server: Server, body: bytes, reason: str) -> None:
    server.answers["/x"] = (200, {}, body)
    with pytest.raises(adding.AddFailure, match=reason):
        adding.add_address(server.url("/x"))
    assert not added_articles()


@pytest.mark.parametrize("packing", ["br", "gzip", "deflate"])
def test_an_answer_that_cannot_be_unpacked_is_told(server: Server, packing: str) -> None:
    server.answers["/x"] = (200, {"Content-Encoding": packing}, b"\x8b\x03no packing at all")
    with pytest.raises(adding.AddFailure, match="unpacked"):
        adding.add_address(server.url("/x"))


def test_an_answer_may_be_packed_without_a_head(server: Server) -> None:
    packer = zlib.compressobj(wbits=-15)
    server.answers["/x"] = (
        200,
        {"Content-Encoding": "deflate"},
        packer.compress(feed_of("One")) + packer.flush(),
    )
    assert adding.add_address(server.url("/x")).count == 1


def test_a_json_feed_is_followed_like_any_other(server: Server) -> None:
    items = [
        {"id": n, "title": f"T{n}", "content_html": f"<p>Words {n}.</p>", "url": f"/{n}"} for n in range(60)
    ]
    told = {"version": "https://jsonfeed.org/version/1.1", "title": "Journal", "items": items}
    server.answers["/feed.json"] = (200, {}, json.dumps(told).encode())
    assert adding.add_address(server.url("/feed.json")).count == 60
    assert {item.article.text for item in added_articles()} == {f"Words {n}." for n in range(60)}
    folder = store.entries_folder(store.Feeds.read().by_name["journal"])
    links = {json.loads(path.read_text())["link"] for path in folder.iterdir()}
    assert server.url("/7") in links, "links that count from the feed lead somewhere"


def test_a_feed_that_leads_to_a_page_has_not_moved_there(server: Server) -> None:
    server.answers["/feed"] = (200, {}, feed_of("One"))
    adding.add_address(server.url())
    server.answers["/feed"] = (301, {"Location": "/"}, b"")
    server.answers["/"] = (200, {}, page())
    (outcome,) = refresh(list(store.Feeds.read().by_name.values()))
    assert outcome.feed.failure
    assert store.Feeds.read().by_name["the-coastal-post"].url == server.url()


def test_two_feeds_of_one_outlet_name_it_alike(server: Server) -> None:
    for path, name in (("/w", "World | The Coastal Post"), ("/s", "The Coastal Post - Sea")):
        server.answers[path] = (200, {}, feed_of(f"One of {path}", name=name))
        adding.add_address(server.url(path))
    assert {item.article.outlet for item in added_articles()} == {"The Coastal Post"}


def test_files_without_a_telling_name_are_read_from_their_copies(tmp_path: Path) -> None:
    letter = (
        "From: A B <a@b.invalid>\nSubject: Walls\nDate: Fri, 07 Mar 2025 10:00:00 +0000\n\nThe walls rise.\n"
    )
    (tmp_path / "letter").write_text(letter)
    (tmp_path / "words").write_text("The harbour walls rise again.")
    for name in ("letter", "words"):
        assert adding.add_path(tmp_path / name).count == 1
    assert {item.article.text for item in added_articles()} == {
        "The walls rise.",
        "The harbour walls rise again.",
    }


@pytest.mark.parametrize("packed", [False, True])
def test_a_mailbox_that_only_its_whole_name_tells_is_read_from_its_copy(tmp_path: Path, packed: bool) -> None:
    envelope, head = (
        "From a@b.invalid Fri Mar  7 10:00:00 2025\n",
        "From: A B <a@b.invalid>\nSubject: Walls\n\n",
    )
    content = f"{envelope}{head}The walls rise.\n\n{envelope}{head}The walls fall.\n".encode()
    path = tmp_path / ("mbox.gz" if packed else "mbox")
    path.write_bytes(gzip.compress(content) if packed else content)
    assert adding.add_path(path).count == 1
    assert {item.article.text for item in added_articles()} == {"The walls rise.", "The walls fall."}


def test_a_file_with_the_longest_of_names_is_copied(tmp_path: Path) -> None:
    path = tmp_path / f"a.{'b' * 240}.txt"
    path.write_text("The harbour walls rise again.")
    assert adding.add_path(path).count == 1


def test_a_file_that_holds_no_article_is_not_copied(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "b.json").write_text("[1]")
    (tmp_path / "c.txt").write_text("The harbour walls rise again.")
    result = CliRunner().invoke(cli, ["add", str(tmp_path)])
    assert result.exit_code == 1
    assert ": 1 file\n" in result.output
    assert "a.pdf: it is a PDF" in result.output
    assert "b.json: it holds no list of articles" in result.output
    with pytest.raises(adding.AddFailure, match="PDF"):
        adding.add_path(tmp_path / "a.pdf")


def test_what_was_added_is_not_added_again_with_a_folder_above_it(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("The harbour walls rise again.")
    adding.add_path(tmp_path / "c.txt")
    with pytest.raises(adding.AddFailure, match="no article is in it"):
        adding.add_path(store.added_folder())


def test_the_map_of_a_table_goes_with_its_copy(tmp_path: Path) -> None:
    for name, words in (("a.csv", "First words."), ("b.csv", "Other words.")):
        (tmp_path / name).write_text(f"kop,inhoud\nOne,{words}\n")
    assert CliRunner().invoke(cli, ["add", "--map", "text=inhoud", str(tmp_path / "a.csv")]).exit_code == 0
    column_maps.remember([tmp_path / "b.csv"], {"text": "inhoud"})
    assert CliRunner().invoke(cli, ["add", str(tmp_path / "b.csv")]).exit_code == 0
    assert {item.article.text for item in added_articles()} == {"First words.", "Other words."}


def test_who_shows_a_bad_certificate_is_not_asked_without_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def refused(url: str) -> None:
        asked.append(url)
        raise FetchFailure("the server's certificate is not valid")

    monkeypatch.setattr(adding, "fetch", refused)
    with pytest.raises(adding.AddFailure, match="certificate"):
        adding.add_address(["https://news.example", "http://news.example"])
    assert asked == ["https://news.example"]


def test_entries_without_address_or_number_are_told_apart_by_what_they_say(server: Server) -> None:
    items = "".join(
        f"<item><title>Live</title><description>Words {n}.</description></item>" for n in range(3)
    )
    server.answers["/feed"] = (
        200,
        {},
        f'<rss version="2.0"><channel><title>T</title>{items}</channel></rss>'.encode(),
    )
    assert adding.add_address(server.url()).count == 3
    assert adding.add_address(server.url()).count == 0
