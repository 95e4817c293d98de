"""`dateline add` and `dateline feeds`, as they are typed."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from click.testing import CliRunner

from dateline.cli import cli
from dateline.feeds import store
from feeds_server import feed_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from click.testing import Result

    from feeds_server import Server


def dateline(*words: str) -> Result:
    return CliRunner().invoke(cli, words)


def test_a_feed_from_adding_to_removing(server: Server, tmp_path: Path) -> None:
    server.answers["/feed"] = (200, {}, feed_of("One", "Two"))
    added = dateline("add", server.url())
    assert (added.exit_code, added.output) == (0, "added The Coastal Post: 2 entries\n")
    listed = dateline("feeds").output
    assert listed.startswith("the-coastal-post\t2 entries\tasked ")
    assert server.url() in listed
    server.answers["/feed"] = (200, {}, feed_of("One", "Two", "Three"))
    refreshed = dateline("feeds", "refresh")
    assert (refreshed.exit_code, refreshed.output) == (0, "1/1  The Coastal Post: 1 new\n")
    opml = tmp_path / "list.opml"
    assert dateline("feeds", "export", str(opml)).exit_code == 0
    removed = dateline("feeds", "remove", "The Coastal Post", "--entries")
    assert "removed The Coastal Post" in removed.output
    assert server.url() not in dateline("feeds").output
    assert ": 1 feed\n" in dateline("add", str(opml)).output
    assert server.url() in dateline("feeds").output


def test_a_refresh_that_fails_says_why_and_is_no_success(server: Server) -> None:
    server.answers["/feed"] = (200, {}, feed_of("One"))
    dateline("add", server.url())
    server.answers["/feed"] = (404, {}, b"")
    result = dateline("feeds", "refresh", "the-coastal-post")
    assert result.exit_code == 1
    assert "nothing at this address" in result.output
    assert "nothing at this address" in dateline("feeds").output


def test_what_cannot_be_added_is_named_and_the_rest_is_added(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The minister spoke at length on Friday about the walls.")
    result = dateline("add", str(tmp_path / "none"), str(article))
    assert result.exit_code == 1
    assert f"{tmp_path / 'none'}: there is no such file or folder" in result.output
    assert "added a.txt: 1" in result.output


def test_a_feed_that_nobody_follows_is_an_error_with_a_way_out() -> None:
    for words in (("feeds", "refresh", "nothing"), ("feeds", "remove", "nothing")):
        result = dateline(*words)
        assert result.exit_code == 1
        assert "`dateline feeds` lists them" in result.output


def test_when_a_server_may_be_asked_again_is_told(server: Server) -> None:
    server.answers["/feed"] = (200, {}, feed_of("One"))
    dateline("add", server.url())
    server.answers["/feed"] = (429, {"Retry-After": "3600"}, b"")
    assert "not to be asked before 20" in dateline("feeds", "refresh").output
    assert "not to be asked before 20" in dateline("feeds").output


def test_the_entries_of_a_feed_stay_unless_it_is_said(server: Server) -> None:
    server.answers["/feed"] = (200, {}, feed_of("One"))
    dateline("add", server.url())
    assert "its entries are in" in dateline("feeds", "remove", "the-coastal-post").output
    assert "is followed already" not in dateline("add", server.url()).output
    removed = dateline("feeds", "remove", "the-coastal-post", "--entries")
    assert removed.output == "removed The Coastal Post\n"


def test_a_terminal_shows_the_feeds_in_columns(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with store.changing() as feeds:
        feeds.add("http://x.invalid/a", "The Coastal Post")
        feeds.add("http://x.invalid/b", "Sea")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with contextlib.suppress(SystemExit):
        cli.main(["feeds"], prog_name="dateline")
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "the-coastal-post  0 entries  never asked"
    assert told[1:3] == ["    http://x.invalid/a", "sea               0 entries  never asked"]
