"""The graph's child process, as the reader asks it."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

import pytest

import harbours
from dateline.reader.grapher import Grapher, GraphFailure
from driven import idle

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_child_stays_until_it_is_told_to_end(tmp_path) -> None:
    harbours.store(tmp_path)
    grapher = Grapher([tmp_path / "harbour"])
    request = {"do": "draw", "dates": None, "kinds": ["person"], "limit": 9}
    first = await grapher.ask(request)
    process = grapher._process
    assert process is not None
    assert {node["selection"][2] for node in first["nodes"]} == {"Ada Quill", "Bram Östlund"}
    await grapher.ask(request)
    assert grapher._process is process
    process.kill()
    await process.wait()
    again = await grapher.ask(request)
    assert (again["nodes"], again["ties"]) == (first["nodes"], first["ties"])
    process = grapher._process
    await grapher.close()
    assert process.returncode is not None
    with pytest.raises(GraphFailure):
        await grapher.ask(request)


def child(code: str) -> Grapher:
    """Return what asks a child of so much Python."""
    return Grapher([], [sys.executable, "-c", code])


SLOW = """
import json, os, sys, time
print("a word of a library")
for line in sys.stdin:
    request = json.loads(line)
    while os.path.exists(request.get("wait", "")):
        time.sleep(0.005)
    print(json.dumps({"number": request["number"], "was": request["x"]}), flush=True)
"""


async def test_only_the_newest_request_of_a_kind_is_answered() -> None:
    grapher = child(SLOW)
    asked = [grapher.ask({"do": "draw", "x": n}) for n in range(4)]
    other = grapher.ask({"do": "path", "x": "path"})
    *old, last, path = await asyncio.gather(*asked, other)
    assert old == [None, None, None]
    assert (last["was"], path["was"]) == (3, "path")
    assert not grapher.busy
    await grapher.close()


async def test_the_answer_to_a_request_that_was_given_up_is_skipped(tmp_path: Path) -> None:
    wait = tmp_path / "wait"
    wait.touch()
    grapher = child(SLOW)
    await grapher.ask({"do": "draw", "x": "first"})
    task = asyncio.create_task(grapher.ask({"do": "draw", "x": "old", "wait": str(wait)}))
    await idle()  # it is written to the child
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    wait.unlink()
    answer = await grapher.ask({"do": "draw", "x": "new"})
    assert answer["was"] == "new"
    await grapher.close()


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["/nowhere/at/all"], "No such file"),
        ([sys.executable, "-c", "raise SystemExit('the index is gone')"], "the index is gone"),
        ([sys.executable, "-c", "input()"], "ended early"),
        ([sys.executable, "-c", "input(); print('9' * (1 << 25))"], "ended early"),
    ],
)
async def test_what_goes_wrong_is_told_in_words(command, says) -> None:
    grapher = Grapher([], command)
    with pytest.raises(GraphFailure, match=says):
        await grapher.ask({"do": "draw"})
    assert not grapher.busy
    await grapher.close()
