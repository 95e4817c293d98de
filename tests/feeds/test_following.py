"""Adding, asking and removing feeds; their entries are articles like any other."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dateline.feeds import adding, opml, store
from dateline.feeds.refresh import refresh
from dateline.loading.files import Found, discover
from dateline.loading.load import Loaded, load
from feeds_server import cut_off, feed_of

if TYPE_CHECKING:
    from feeds_server import Server


def titles() -> list[str]:
    found = [Path(f.path) for f in discover([store.added_folder()]) if isinstance(f, Found)]
    return sorted(i.article.title for path in found for i in load(path) if isinstance(i, Loaded))


def refresh_all() -> Any:
    return refresh(list(store.Feeds.read().by_name.values()))


def test_a_feed_is_followed_and_its_entries_are_articles(server: Server) -> None:
    server.answers["/feed"] = (200, {}, feed_of("First", "Second"))
    added = adding.add_address(server.url())
    assert (added.kind, added.name, added.count) == ("feed", "The Coastal Post", 2)
    (feed,) = store.Feeds.read().by_name.values()
    assert feed.name == "the-coastal-post"
    (first, _) = sorted(
        store.entries_folder(feed).iterdir(), key=lambda p: json.loads(p.read_text())["title"]
    )
    (loaded,) = load(first)
    assert isinstance(loaded, Loaded)
    article = loaded.article
    assert (article.title, article.declared_date, article.outlet) == (
        "First",
        "2021-04-02",
        "The Coastal Post",
    )
    assert article.text == "What is said about First."


def test_what_is_added_is_for_the_user_alone(server: Server) -> None:
    server.answers["/feed"] = (200, {}, feed_of("First"))
    adding.add_address(server.url())
    for path in store.added_folder().parent.rglob("*"):
        if path.is_file() and not path.name.endswith(".lock"):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_new_entries_come_changed_ones_change_and_old_ones_stay(server: Server) -> None:
    server.answers["/feed"] = (200, {}, feed_of("One", "Two"))
    adding.add_address(server.url())
    changed = feed_of("One", "Four", "Three").replace(b"said about One", b"said today about One")
    server.answers["/feed"] = (200, {}, changed.replace(b"<guid>1</guid>", b"<guid>9</guid>"))
    (outcome,) = refresh_all()
    assert (outcome.new, outcome.changed) == (2, 1)
    assert titles() == ["Four", "One", "Three", "Two"]


def test_a_feed_that_has_not_changed_is_not_sent_again(server: Server) -> None:
    server.answers["/feed"] = (200, {"ETag": '"1"'}, feed_of("One"))
    adding.add_address(server.url())
    refresh_all()
    (outcome,) = refresh_all()
    assert (outcome.new, outcome.changed, outcome.feed.failure) == (0, 0, "")
    assert server.asked[-1][1]["If-None-Match"] == '"1"'


@pytest.mark.parametrize("fault", [(404, {}, b""), (500, {}, b""), (200, {}, b"<html>moved</html>"), cut_off])
def test_a_feed_that_fails_keeps_its_entries_and_says_why(server: Server, fault: Any) -> None:
    server.answers["/feed"] = (200, {}, feed_of("One"))
    adding.add_address(server.url())
    server.answers["/feed"] = fault
    (outcome,) = refresh_all()
    assert outcome.feed.failure
    assert store.Feeds.read().by_name["the-coastal-post"].failure == outcome.feed.failure
    assert titles() == ["One"]
    server.answers["/feed"] = (200, {}, feed_of("One", "Two"))
    (outcome,) = refresh_all()
    assert (outcome.new, outcome.feed.failure) == (1, "")


def test_one_host_is_asked_one_request_at_a_time(server: Server) -> None:
    paths = [f"/{n}" for n in range(6)]
    for path in paths:
        server.answers[path] = (200, {}, feed_of("One", name=f"Feed {path}"))
        adding.add_address(server.url(path))
    server.most_at_once, server.pause = 0, 0.05
    assert len(refresh_all()) == 6
    assert server.most_at_once == 1


def test_a_server_that_wants_to_be_left_alone_is_left_alone(server: Server) -> None:
    server.answers["/feed"] = (200, {}, feed_of("One"))
    adding.add_address(server.url())
    server.answers["/feed"] = (503, {"Retry-After": "600"}, b"")
    refresh_all()
    asked = len(server.asked)
    refresh_all()
    assert len(server.asked) == asked


def test_a_page_that_names_its_feed_is_followed_there(server: Server) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    server.answers["/"] = (200, {}, f"<html><head>{link}</head><body>Hello</body></html>".encode())
    server.answers["/feed"] = (200, {}, feed_of("One"))
    assert adding.add_address(server.url("/")).kind == "feed"
    assert titles() == ["One"]


def test_a_page_without_a_feed_is_kept_as_a_page(server: Server) -> None:
    body = "<p>The minister of the coast said on Friday that the harbour walls would be built again.</p>" * 3
    head = "<head><title>Walls will rise again</title></head>"
    page = f"<html>{head}<body><article>{body}</article></body></html>"
    server.answers["/story"] = (200, {}, page.encode())
    assert adding.add_address(server.url("/story")).kind == "page"
    assert titles() == ["Walls will rise again"]


def test_an_address_with_nothing_is_refused_in_words(server: Server) -> None:
    with pytest.raises(adding.AddFailure, match="nothing at this address"):
        adding.add_address(server.url("/none"))


def test_files_are_copied_once_under_names_that_are_safe(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "a\n..x.txt").write_text("The minister spoke at length on Friday about the walls.")
    (folder / "b.md").write_text("Others answered him on Saturday in the town hall.")
    first, again = adding.add_path(folder), adding.add_path(folder)
    assert (first.count, first.known) == (2, 0)
    assert (again.count, again.known) == (0, 2)
    assert len(titles()) == 2
    assert all(
        p.parent == store.added_folder() / "files" for p in store.added_folder().rglob("*") if p.is_file()
    )


def test_lists_of_feeds_go_out_and_come_in(tmp_path: Path) -> None:
    with store.changing() as feeds:
        feeds.add("http://x.invalid/a?b=1&c=2", "One & only <b>")
        feeds.add("http://x.invalid/b", "Two")
    written = opml.written(store.Feeds.read().by_name.values())
    path = tmp_path / "list.opml"
    path.write_bytes(written)
    with store.changing() as feeds:
        feeds.by_name.clear()
    assert adding.add_path(path).count == 2
    assert [(f.title, f.url) for f in store.Feeds.read().by_name.values()] == [
        ("One & only <b>", "http://x.invalid/a?b=1&c=2"),
        ("Two", "http://x.invalid/b"),
    ]


@pytest.mark.parametrize(
    "raw", [b"", b"nothing", b"<html/>", b'<!DOCTYPE o [<!ENTITY a SYSTEM "/etc/passwd">]><x/>']
)
def test_what_is_no_list_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match="OPML"):
        opml.parse(raw)


def test_a_list_of_feeds_cannot_read_files(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("quay.invalid")
    entity = f'<!ENTITY a SYSTEM "file://{tmp_path}/secret">'
    raw = f'<!DOCTYPE opml [{entity}]><opml><body><outline xmlUrl="http://&a;"/></body></opml>'
    assert "quay" not in str(opml.parse(raw.encode()))


def test_a_damaged_list_is_named_and_left_alone() -> None:
    with store.changing() as feeds:
        feeds.add("http://x.invalid/a", "One")
    path = store.data_folder() / "feeds.json"
    path.write_text("{broken")
    with pytest.raises(store.StoreFailure, match="damaged"):
        store.Feeds.read()
    assert path.read_text() == "{broken"


def test_two_feeds_of_one_name_have_folders_of_their_own() -> None:
    feeds = store.Feeds()
    names = [feeds.add(f"http://x.invalid/{n}", "../../The Post").name for n in range(2)]
    assert names == ["the-post", "the-post-2"]


def test_entries_that_are_numbered_anew_with_each_request_are_not_new(server: Server) -> None:
    def numbered(first: int, *titles: str) -> bytes:
        return feed_of(*titles).replace(b"<guid>", f"<guid>{first}-".encode())

    server.answers["/feed"] = (200, {}, numbered(1, "First", "Second"))
    adding.add_address(server.url())
    server.answers["/feed"] = (200, {}, numbered(2, "First", "Second", "Third"))
    (outcome,) = refresh_all()
    assert (outcome.new, outcome.changed) == (1, 0)
    assert titles() == ["First", "Second", "Third"]
    (feed,) = store.Feeds.read().by_name.values()
    assert len(list(store.entries_folder(feed).glob("*.jsonl"))) == 3
