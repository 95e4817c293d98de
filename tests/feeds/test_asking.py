"""`r` in the reader: the run in the child process asks the feeds of the collection first."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from dateline.feeds import adding, store
from feeds_server import feed_of

if TYPE_CHECKING:
    from pathlib import Path

    from feeds_server import Server


def run(*arguments: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "dateline.indexing", *arguments]
    found = subprocess.run(command, capture_output=True, check=True, stdin=subprocess.DEVNULL, text=True)
    return [json.loads(line) for line in found.stdout.splitlines()]


def test_the_run_tells_of_each_feed_and_reads_what_is_new(server: Server) -> None:
    server.answers["/a"] = (200, {}, feed_of("One", name="Alpha"))
    server.answers["/b"] = (200, {}, feed_of("Two", name="Beta"))
    adding.add_address(server.url("/a"))
    adding.add_address(server.url("/b"))
    server.answers["/a"] = (200, {}, feed_of("One", "Three", name="Alpha"))
    server.answers["/b"] = (500, {}, b"")
    events = run("--ask", str(store.added_folder()))
    asked = {event["name"]: event["failure"] for event in events if event["event"] == "asked"}
    assert asked["Alpha"] == ""
    assert "500" in asked["Beta"]
    assert events[-1]["event"] == "finished"
    assert events[-1]["articles"] == 3


def test_only_the_feeds_of_the_collection_are_asked(server: Server, tmp_path: Path) -> None:
    for path in ("/a", "/b"):
        server.answers[path] = (200, {}, feed_of("One", name=f"Feed {path}"))
        adding.add_address(server.url(path))
    feeds = store.Feeds.read().by_name
    assert store.feeds_under([tmp_path / "elsewhere"]) == []
    assert store.feeds_under([store.entries_folder(feeds["feed-a"])]) == [feeds["feed-a"]]
    assert len(store.feeds_under([store.added_folder()])) == 2
    assert len(store.feeds_under([store.data_folder()])) == 2
