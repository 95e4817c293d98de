"""The child process: what it says, and that it ends whenever its parent wants or is gone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dateline import indexing
from dateline.index.collection import Collection

if TYPE_CHECKING:
    from collections.abc import Iterator

TESTS = Path(__file__).parent.parent
SCRIPT = """
import sys
sys.path.insert(0, {tests!r})
import fake_steps
fake_steps.install(pause={pause}, hold={hold!r})
simple = fake_steps.link
fake_steps.steps.link = lambda *given: print("what a library prints") or simple(*given)
from dateline.indexing import child
child.GRACE = {grace}
sys.exit(child.main(sys.argv[1:]))
"""
PATIENCE = 60  # seconds, on a machine that does much else

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and process groups of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(6):
        text = f" date 2031-04-0{number + 1} \n\nAda Quill said {number} to a small room full of people.\n"
        (folder / f"{number}.txt").write_text(text)
    return folder


@pytest.fixture
def hold(tmp_path: Path) -> Path:
    """A file: as long as it is there, a child that is told of it goes no further than the first article."""
    hold = tmp_path / "hold"
    hold.touch()
    return hold


def script(pause: float = 0.0, hold: Path | str = "", grace: float = PATIENCE) -> str:
    return SCRIPT.format(tests=str(TESTS), pause=pause, hold=str(hold), grace=grace)


def start(folder: Path, code: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code or script(), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def events(child: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    assert child.stdout is not None
    for line in child.stdout:
        yield json.loads(line)


def until(child: subprocess.Popen[str], event: str) -> None:
    assert any(told["event"] == event for told in events(child))


def finish(folder: Path) -> None:
    """The next run does the rest, and the collection is whole."""
    with start(folder) as child:
        assert list(events(child))[-1]["event"] == "finished"
    assert Collection.open([folder]).coverage().articles == 6
    assert not indexing.needs_run([folder])


def test_it_tells_what_it_does_as_json_lines(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    with start(folder) as child:
        told = list(events(child))
    assert child.returncode == 0
    assert told[0] == {"event": "counted", "total": 7}
    assert [e["done"] for e in told if e["event"] == "indexed"] == list(range(1, 8))
    assert [e["path"] for e in told if e["event"] == "problem"] == [str(folder / "empty.txt")]
    assert told[-1] == {"event": "finished", "articles": 6, "problems": 1, "changed": True}


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_and_nothing_is_lost(folder: Path, hold: Path, how: signal.Signals) -> None:
    with start(folder, script(hold=hold)) as child:
        until(child, "linked")
        child.send_signal(how)
        hold.unlink()
        assert child.wait(PATIENCE) == 0
    assert 1 <= Collection.open([folder]).coverage().articles < 6
    finish(folder)


def test_it_ends_when_its_parent_closes_the_pipe(folder: Path, hold: Path) -> None:
    with start(folder, script(hold=hold, grace=0.01)) as child:
        until(child, "linked")
        assert child.stdin is not None
        child.stdin.close()
        assert child.wait(PATIENCE) in (0, 1), "it does, though it hangs in an article"
    assert Collection.open([folder]).coverage().articles == 1
    finish(folder)


def test_it_ends_when_nobody_reads_what_it_says(folder: Path, hold: Path) -> None:
    with start(folder, script(hold=hold)) as child:
        until(child, "linked")
        assert child.stdout is not None
        child.stdout.close()
        hold.unlink()
        assert child.wait(PATIENCE) == 0
    assert Collection.open([folder]).coverage().articles < 6
    finish(folder)


def test_it_can_be_killed_at_any_moment(folder: Path) -> None:
    for pause in (0.0, 0.02, 0.05, 0.1):
        with start(folder, script(pause=0.05)) as child:
            next(events(child), None)
            time.sleep(pause)
            child.kill()
        assert Collection.open([folder]).failure is None
    finish(folder)


def test_two_children_do_not_do_the_work_twice(folder: Path) -> None:
    slow = script(pause=0.05)
    with start(folder, slow) as first, start(folder, slow) as second:
        told = [list(events(first)), list(events(second))]
    done = [e for e in (*told[0], *told[1]) if e["event"] == "indexed"]
    assert len(done) == 6
    assert [t[-1]["event"] for t in told] == ["finished", "finished"]
    assert sorted(t[-1]["changed"] for t in told) == [False, True]


def test_what_breaks_it_is_told(folder: Path) -> None:
    code = script().replace("child.GRACE", "fake_steps.steps.link = None; child.GRACE")
    with subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:
        assert list(events(child))[-1]["event"] == "failed"
    assert child.returncode == 1
    finish(folder)
