"""What comes and goes between dateline and the web: passwords, redirects, proxies, feeds without end."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from dateline.cli import cli
from dateline.feeds import fetch as fetching
from dateline.feeds import store
from dateline.feeds.adding import AddFailure, add_address, add_path
from dateline.feeds.fetch import FetchFailure, fetch
from dateline.loading import feed as reading
from dateline.loading.load import Loaded, load
from feeds_server import feed_of

if TYPE_CHECKING:
    from pathlib import Path

    from feeds_server import Server

STORY = (
    "<p>"
    + "Norway will give £40m to rebuild the harbour walls, Ida Vale said on Friday in the town hall. " * 4
)


def with_login(url: str) -> str:
    return url.replace("http://", "http://ida:s%20cret@")


def test_a_password_goes_to_its_server_and_nowhere_else(server: Server) -> None:
    server.answers["/feed"] = (200, {}, feed_of("One", name="").replace(b"http://x.invalid/", b"/"))
    added = CliRunner().invoke(cli, ["add", with_login(server.url())])
    assert added.exit_code == 0
    sent = {name.lower(): value for name, value in server.asked[0][1].items()}
    assert sent["authorization"] == "Basic " + base64.b64encode(b"ida:s cret").decode()
    kept = list(store.added_folder().rglob("*.jsonl"))
    assert kept
    shown = [path.read_text() for path in kept] + [str(path) for path in kept]
    shown += [
        added.output,
        CliRunner().invoke(cli, ["feeds"]).output,
        CliRunner().invoke(cli, ["feeds", "export"]).output,
    ]
    assert not [words for words in shown if "cret" in words]
    (feed,) = store.Feeds.read().by_name.values()
    assert feed.url == with_login(server.url())
    assert feed.host == server.url("").removeprefix("http://")


def test_a_page_and_a_complaint_show_no_password(server: Server) -> None:
    server.answers["/story"] = (
        200,
        {},
        f"<html><head><title>Walls</title></head><body><h1>Walls</h1>{STORY}".encode(),
    )
    add_address(with_login(server.url("/story")))
    (page,) = (store.added_folder() / "pages").glob("*.html")
    assert b"cret" not in page.read_bytes()
    failed = CliRunner().invoke(cli, ["add", with_login(server.url("/none"))])
    assert failed.exit_code == 1
    assert "cret" not in failed.output


def test_a_redirect_takes_a_password_to_the_same_host_alone(server: Server) -> None:
    server.answers["/old"] = (302, {"Location": "/feed"}, b"")
    server.answers["/away"] = (302, {"Location": server.url("/feed").replace("127.0.0.1", "localhost")}, b"")
    server.answers["/feed"] = (200, {}, feed_of("One"))
    fetch(with_login(server.url("/old")))
    fetch(with_login(server.url("/away")))
    logins = [
        "authorization" in {name.lower() for name in headers}
        for path, headers in server.asked
        if path == "/feed"
    ]
    assert logins == [True, False]


def test_nobody_on_the_web_sends_a_request_into_ones_own_network(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = server.url("/secret")
    server.answers["/feed"] = (302, {"Location": here.replace("127.0.0.1", "localhost")}, b"")
    server.answers["/secret"] = (200, {}, feed_of("One"))
    assert fetch(server.url()).body  # from one's own network into it
    monkeypatch.setattr(fetching, "_is_inside", lambda host: host == "localhost")
    with pytest.raises(FetchFailure, match="your own network"):
        fetch(server.url())
    there = here.replace("127.0.0.1", "localhost")
    link = f'<link rel="alternate" type="application/rss+xml" href="{there}">'
    server.answers["/"] = (200, {}, link.encode())
    server.asked.clear()
    with pytest.raises(AddFailure):
        add_address(server.url("/"))
    assert [path for path, _ in server.asked] == ["/"]


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1/", "http://[::1%25lo]/", "http://a@[fe80::1%25eth0]:80/x"]
)
def test_no_form_of_an_address_hides_where_it_leads(target: str) -> None:
    with pytest.raises(FetchFailure, match="your own network"):
        fetching._stay_outside("https://93.184.216.34/feed", target)


@pytest.mark.parametrize(
    ("host", "inside"),
    [("127.0.0.1", True), ("::1", True), ("10.1.2.3", True), ("169.254.169.254", True), ("fe80::1", True),
     ("0.0.0.0", True), ("93.184.216.34", False), ("2606:4700::1111", False)],
)  # fmt: skip
def test_which_hosts_are_within(host: str, inside: bool) -> None:
    assert fetching._is_inside(host) == inside


def test_a_proxy_may_have_a_password_and_no_scheme(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answers["http://news.invalid/feed"] = (200, {}, feed_of("One"))
    for name in ("no_proxy", "NO_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", f"ida:secret@{server.url('').removeprefix('http://')}")
    assert fetch("http://news.invalid/feed").body == feed_of("One")
    sent = {name.lower(): value for name, value in server.asked[0][1].items()}
    assert sent["proxy-authorization"] == "Basic " + base64.b64encode(b"ida:secret").decode()
    monkeypatch.setenv("http_proxy", "socks5://ida:secret@127.0.0.1:9")
    with pytest.raises(FetchFailure, match=r"the proxy .* is none for http \(socks5\)"):
        fetch("http://news.invalid/feed")


def test_of_a_feed_without_end_the_first_entries_are_kept(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_ENTRIES", 3)
    server.answers["/feed"] = (200, {}, feed_of(*"abcde"))
    added = add_address(server.url())
    assert added.count == 3
    assert added.failure == "it has 5 entries, of which the first 3 are read"
    drafts = list(reading.drafts(feed_of(*"abcde"), {}))
    assert len(drafts) == 1 + 3


def test_a_feed_may_have_an_ampersand_that_stands_for_itself() -> None:
    told = feed_of("Marks & Co; the <![CDATA[R&D]]> of AT&amp;T")
    (entry,) = reading.parse(told).entries
    assert reading.words(entry, "title") == "Marks & Co; the R&D of AT&T"


def test_the_headline_of_an_entry_is_without_its_outlet() -> None:
    item = b"<item><title>Walls are built - Coastal Post</title><source url='u'>Coastal Post</source></item>"
    (draft,) = reading.drafts(
        b"<rss version='2.0'><channel><title>news</title>" + item + b"</channel></rss>", {}
    )
    assert (draft.title, draft.outlet) == ("Walls are built", "Coastal Post")


def test_lists_of_other_readers_come_as_they_write_them(tmp_path: Path) -> None:
    path = tmp_path / "list.opml"
    path.write_text(
        '<OPML version="1.1"><BODY><outline text="News"><outline type="rss" text="A" xmlURL="https://a.invalid/f"/>'
        '<Outline TEXT="B" XMLURL="feed://b.invalid/f"/><outline xmlUrl="feed:https://c.invalid/f"/>'
        '<outline xmlUrl="d.invalid/f"/><outline xmlUrl="exec:ls"/></outline></BODY></OPML>'
    )
    added = add_path(path)
    assert [feed.url for feed in store.Feeds.read().by_name.values()] == [
        "https://a.invalid/f", "http://b.invalid/f", "https://c.invalid/f", "http://d.invalid/f",
    ]  # fmt: skip
    assert [problem.path for problem in added.problems] == ["exec:ls"]


@pytest.mark.parametrize(
    "told", ["https://a.invalid/f\n", '# mine\nhttps://a.invalid/f news "~A"\n\nhttps://b.invalid/\n']
)
def test_a_list_of_addresses_is_told_from_an_article(tmp_path: Path, told: str) -> None:
    path = tmp_path / "urls"
    path.write_text(told)
    with pytest.raises(AddFailure, match=r"it is a list of addresses; `grep .* xargs dateline add"):
        add_path(path)


def test_a_page_is_in_the_encoding_that_its_server_names(server: Server) -> None:
    text = "Норвегия платит за стены гавани. " * 9
    page = f"<html><head><title>Стены</title></head><body><h1>Стены</h1><p>{text}"
    server.answers["/story"] = (200, {"Content-Type": "text/html; charset=koi8-r"}, page.encode("koi8-r"))
    added = add_address(server.url("/story"))
    assert added.name == "Стены"
    (kept,) = (store.added_folder() / "pages").glob("*.html")
    (found,) = load(kept)
    assert isinstance(found, Loaded)
    assert "Норвегия платит" in found.article.text
    assert found.article.outlet == "127.0.0.1"


def test_copies_have_names_that_no_shell_obeys(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    for name in ("$(touch x);`id`|a.txt", "-rf.txt", "~.txt", "*?.txt"):
        (folder / name).write_text(f"Norway pays for the walls of {name}, ministers said.")
    added = add_path(folder / "..", None)
    assert (added.count, added.name) == (4, tmp_path.name)
    kept = [path.name for path in (store.added_folder() / "files").iterdir()]
    assert not [name for name in kept if set(name) & set("$`;|~*?") or name.startswith("-")]
