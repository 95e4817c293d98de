"""Requests that go well, and the ways in which they do not."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest
import urllib3

from dateline.feeds import fetch as fetching
from dateline.feeds.fetch import FetchFailure, fetch
from feeds_server import bomb, cut_off, dripping, endless, feed_of, silent

if TYPE_CHECKING:
    from feeds_server import Server


def test_an_answer_with_what_makes_the_next_request_cheap(server: Server) -> None:
    server.answers["/feed"] = (
        200,
        {"ETag": '"one"', "Last-Modified": "Fri, 02 Apr 2021 10:00:00 GMT"},
        feed_of("A"),
    )
    first = fetch(server.url())
    assert first.body == feed_of("A")
    second = fetch(server.url(), etag=first.etag, modified=first.modified)
    assert second.body is None
    sent = {name.lower(): value for name, value in server.asked[1][1].items()}
    assert sent["if-none-match"] == '"one"'
    assert sent["if-modified-since"] == "Fri, 02 Apr 2021 10:00:00 GMT"
    assert sent["user-agent"].startswith("dateline/")


def test_a_permanent_redirect_is_remembered_and_a_temporary_one_is_not(server: Server) -> None:
    server.answers["/old"] = (301, {"Location": "/feed"}, b"")
    server.answers["/now"] = (302, {"Location": "/feed"}, b"")
    server.answers["/feed"] = (200, {}, feed_of("A"))
    assert fetch(server.url("/old")).url == server.url("/feed")
    assert fetch(server.url("/now")).url == server.url("/now")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((404, {}, b""), "nothing at this address"),
        ((410, {}, b""), "given up"),
        ((500, {}, b"oops"), "answers 500"),
        ((301, {"Location": "/feed"}, b""), "without end"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "none of the web"),
        ((302, {"Location": "http://[bad"}, b""), "can't be"),
        (cut_off, "cut off"),
        (endless, "larger than 20 MB"),
        (bomb, "larger than 20 MB"),
    ],
)
def test_what_goes_wrong_is_said_in_words(server: Server, answer: object, words: str) -> None:
    server.answers["/feed"] = answer  # type: ignore[assignment]
    with pytest.raises(FetchFailure, match=words):
        fetch(server.url())


def test_a_server_that_says_nothing(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_SILENCE", urllib3.Timeout(connect=60.0, read=0.2))
    server.answers["/feed"] = silent
    with pytest.raises(FetchFailure, match="in time"):
        fetch(server.url())


def test_a_server_that_says_a_byte_now_and_then(server: Server) -> None:
    server.answers["/feed"] = dripping
    with pytest.raises(FetchFailure, match="too slowly"):
        fetch(server.url(), patience=0.3)


def test_nobody_is_there() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # and it never listens
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}/feed"
        with pytest.raises(FetchFailure, match="reached"):
            fetch(url)


@pytest.mark.parametrize("url", ["ftp://x.invalid/feed", "javascript:1", "feed"])
def test_only_addresses_of_the_web_are_asked(url: str) -> None:
    with pytest.raises(FetchFailure, match="none of the web"):
        fetch(url)


@pytest.mark.parametrize(("told", "is_kept"), [("3600", True), ("0", False), ("soon", False)])
def test_a_server_that_wants_to_be_left_alone(server: Server, told: str, is_kept: bool) -> None:
    server.answers["/feed"] = (429, {"Retry-After": told}, b"")
    with pytest.raises(FetchFailure, match="too often") as failure:
        fetch(server.url())
    assert bool(failure.value.not_before) is is_kept
