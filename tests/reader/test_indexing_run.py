"""The run in the child process, as the reader shows it: a scripted child stands in for the real one."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from dateline.reader.indexer import Indexer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CHILD = """
import json, os, sys, time
print("a library says hello", flush=True)
open({pid!r}, "w").write(str(os.getpid()))
for event in {events!r}:
    print(json.dumps(event), flush=True)
    while not os.path.exists({go!r}):
        time.sleep(0.005)
    os.unlink({go!r})
{end}
"""


class Counting(Indexer):
    """Counts what its child tells."""

    told = 0

    async def follow(self, tell: Callable[[dict[str, Any]], None], *, ask: bool = False) -> str | None:
        def counted(event: dict[str, Any]) -> None:
            tell(event)
            self.told += 1

        return await super().follow(counted, ask=ask)


class Child:
    """A child that tells an event whenever the test lets it go on."""

    def __init__(self, folder: Path, events: list[dict[str, Any]], end: str = "") -> None:
        self.go = folder / "go"
        self.pid = folder / "pid"
        self._next = 1  # events that it has told when it is let go on
        script = folder / "child.py"
        script.write_text(CHILD.format(events=events, go=str(self.go), pid=str(self.pid), end=end))
        self.indexer = Counting([], [sys.executable, str(script)])

    async def next(self, r: Any) -> None:
        """Let the child go on, and the reader take in what it tells."""
        await until(r, lambda: self.indexer.told >= self._next)
        self._next += 1
        self.go.touch()
        await until(r, lambda: self.indexer.told >= self._next or not self.indexer.running)
        await r.settle()

    def alive(self) -> bool:
        try:
            os.kill(int(self.pid.read_text()), 0)
        except ProcessLookupError:
            return False
        return True


@pytest.fixture
def growing(invented, monkeypatch):
    """A collection that has as many articles as the test says so far."""
    monkeypatch.setattr("dateline.indexing.needs_run", lambda _roots: True)
    shown: list[Any] = []

    class Growing(invented.collection):
        def __init__(self) -> None:
            super().__init__(list(shown))

    Growing.shown = shown  # type: ignore[attr-defined]
    return Growing


async def until(r, condition) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, f"it did not come to pass; the screen:\n{r.text}"
        await asyncio.sleep(0.005)


async def test_articles_appear_while_they_are_read(reader, invented, growing, tmp_path) -> None:
    child = Child(
        tmp_path,
        [
            {"event": "counted", "total": 5},
            {"event": "indexed", "done": 2, "total": 5, "name": "[/]two.txt"},
            {"event": "linked", "articles": 2},
            {"event": "indexed", "done": 5, "total": 5, "name": "five.txt"},
            {"event": "linked", "articles": 5},
            {"event": "finished", "articles": 5, "problems": 0, "changed": True},
        ],
    )
    async with reader(collection=growing, indexer=child.indexer) as r:
        await until(r, lambda: "0 of 5" in r.text)
        assert "0 of 0 articles" in r.lines[0]
        assert "The articles are being read …" in r.text
        await child.next(r)
        assert "2 of 5  [/]two.txt" in r.lines[1]
        growing.shown[:] = invented.articles[:2]
        await child.next(r)
        assert "2 of 2 articles" in r.lines[0]
        assert r.title.startswith("Peru will lend")
        await r.press("j")
        assert r.title == "Lima talks end late"
        growing.shown[:] = invented.articles
        await child.next(r)
        await child.next(r)
        assert "5 of 5 articles" in r.lines[0]
        assert r.title == r.cursor == "Lima talks end late"
        await child.next(r)
        await child.next(r)
        await until(r, lambda: not child.indexer.running)
        await r.settle()
        assert "Indexing" not in r.text


async def test_quitting_in_the_middle_ends_the_child(reader, growing, tmp_path) -> None:
    child = Child(tmp_path, [{"event": "counted", "total": 5}])
    async with reader(collection=growing, indexer=child.indexer) as r:
        await until(r, lambda: "0 of 5" in r.text)
        assert child.alive()
        await r.pilot.press("q")
    end = time.monotonic() + 60
    while child.alive():
        assert time.monotonic() < end
        time.sleep(0.01)


async def test_a_child_that_fails_is_a_problem_and_no_crash(reader, invented, growing, tmp_path) -> None:
    growing.shown[:] = invented.articles
    child = Child(tmp_path, [], end="sys.exit('[/] out of luck')")
    async with reader(collection=growing, indexer=child.indexer) as r:
        await until(r, lambda: "1 problem" in r.lines[0])
        await r.click("1 problem")
        assert "the index ended early ([/] out of luck)" in r.text


async def test_a_failed_event_is_told_in_its_own_words(reader, invented, growing, tmp_path) -> None:
    growing.shown[:] = invented.articles
    event = {"event": "failed", "path": "/cache", "reason": "the disk is full", "advice": "make room"}
    child = Child(tmp_path, [event])
    async with reader(collection=growing, indexer=child.indexer) as r:
        await until(r, lambda: "the disk is full" in r.text)
        await child.next(r)
        await r.main.perform("problems")
        await r.settle()
        assert "make room" in r.text


async def test_a_changed_file_stays_open_as_its_new_article(reader, invented, growing, tmp_path) -> None:
    growing.shown[:] = invented.articles
    child = Child(
        tmp_path,
        [
            {"event": "counted", "total": 1},
            {"event": "superseded", "old": "a2", "new": "b2"},
            {"event": "linked", "articles": 5},
        ],
    )
    new = invented.invent("b2", "2031-04-02", "Lima talks end very late", "The Lima talks ended very late.")
    async with reader(collection=growing, indexer=child.indexer) as r:
        await r.press("j")
        assert r.title == "Lima talks end late"
        growing.shown[1] = new
        await child.next(r)
        await child.next(r)
        await child.next(r)
        await until(r, lambda: r.title == "Lima talks end very late")


async def test_r_looks_for_changes(reader, invented, tmp_path, monkeypatch) -> None:
    wanted = [False]
    monkeypatch.setattr("dateline.indexing.needs_run", lambda _roots: wanted[0])
    child = Child(tmp_path, [{"event": "counted", "total": 7}])
    async with reader(indexer=child.indexer) as r:
        await r.press("r")
        assert "Nothing has changed." in r.text
        wanted[0] = True
        await r.press("r")
        await until(r, lambda: "0 of 7" in r.text)
        await child.next(r)


async def test_an_indexer_that_cannot_start_says_so() -> None:
    events: list[dict[str, Any]] = []
    wrong = await Indexer([], ["/no/such/program"]).follow(events.append)
    assert wrong == "the index could not be started: No such file or directory"
    assert events == []


async def test_lines_that_are_no_events_are_passed_over() -> None:
    lines = ["hello", "3", '["event"]', '{"event": 3}', json.dumps({"event": "linked"}), "x" * 70000]
    script = f"for line in {lines!r}: print(line, flush=True)"
    events: list[dict[str, Any]] = []
    assert await Indexer([], [sys.executable, "-c", script]).follow(events.append) is None
    assert events == [{"event": "linked"}]


async def test_a_run_that_verifies_is_asked_for_until_one_has_ended_well() -> None:
    script = "import json, sys; print(json.dumps({'event': sys.argv[1]})); sys.exit(sys.argv[1] == 'bad')"
    events: list[dict[str, Any]] = []
    indexer = Indexer([], [sys.executable, "-c", script, "bad"], verify=True)
    assert await indexer.follow(events.append) is not None
    assert indexer.verify
    script = "import json, sys; print(json.dumps({'event': ' '.join(sys.argv[1:])}))"
    indexer = Indexer([], [sys.executable, "-c", script], verify=True)
    assert await indexer.follow(events.append, ask=True) is None
    assert not indexer.verify
    assert await indexer.follow(events.append) is None
    assert [event["event"] for event in events] == ["bad", "--ask --verify", ""]


async def test_a_run_says_what_it_has_brought(reader, invented, growing, tmp_path) -> None:
    growing.shown[:] = invented.articles[:2]
    child = Child(
        tmp_path,
        [
            {"event": "superseded", "old": "a2", "new": "a3"},
            {"event": "finished", "articles": 5, "problems": 0, "changed": True},
        ],
    )
    async with reader(collection=growing, indexer=child.indexer) as r:
        await child.next(r)
        growing.shown[:] = invented.articles
        await child.next(r)
        await until(r, lambda: not r.app.indexer.running)
        await r.settle()
        told = [notification.message for notification in r.app._notifications]
        assert told == ["3 articles new, 1 article changed; space reads on."]


async def test_feeds_that_give_nothing_are_told_in_one_word_and_forgotten_when_they_do(
    reader, tmp_path
) -> None:
    def asked(failures: dict[int, str]) -> list[dict[str, Any]]:
        return [
            {"event": "asked", "done": n, "total": 5, "name": f"Feed {n}", "failure": failures.get(n, "")}
            for n in range(1, 6)
        ]

    events = [
        *asked(dict.fromkeys(range(1, 6), "it is gone")),
        {"event": "finished", "articles": 5, "problems": 0},
    ]
    child = Child(tmp_path, events)
    async with reader(indexer=child.indexer) as r:
        await child.next(r)
        assert "Asking feeds" in r.text
        for _ in events[1:]:
            await child.next(r)
        await until(r, lambda: not r.app.indexer.running)
        await r.settle()
        (told,) = [n.message for n in r.app._notifications if n.severity == "warning"]
        assert told.startswith("5 feeds gave nothing: Feed 1, Feed 2, Feed 3 …")
        assert [problem for problem in r.app.run_problems if "it is gone" in problem] == [
            f"Feed {n}\nit is gone" for n in range(1, 6)
        ]
        for event in asked({2: "it is slow"}):
            r.app.runs.tell(event)
        assert [problem for problem in r.app.run_problems if "Feed" in problem] == ["Feed 2\nit is slow"]


async def test_feeds_are_asked_after_the_run_that_is_under_way(reader, tmp_path, monkeypatch) -> None:
    child = Child(
        tmp_path, [{"event": "counted", "total": 5}, {"event": "finished", "articles": 5, "problems": 0}]
    )
    async with reader(indexer=child.indexer) as r:
        await child.next(r)
        asked: list[bool] = []
        follow = child.indexer.follow

        async def followed(told: Any, *, ask: bool = False) -> str | None:
            asked.append(ask)
            return None if ask else await follow(told)

        monkeypatch.setattr(child.indexer, "follow", followed)
        for _ in range(2):
            r.app.runs.look_for_changes(tell=True, ask=True)
        await r.settle()
        assert "then the feeds are asked" in r.text
        await child.next(r)
        await until(r, lambda: bool(asked))
        assert asked == [True]
