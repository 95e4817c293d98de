"""The reader in a terminal of its own: killed, suspended, hung up, on a full disk, without a home."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

import pytest

import harbours
from dateline.index.collection import Collection
from dateline.index.rows import Filter
from dateline.library.judgements import Judgements
from dateline.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pty = pytest.importorskip("pty")

PROGRAM = """
import sys
from functools import partial
from pathlib import Path
from dateline.index.collection import Collection
from dateline.library.library import Library
from dateline.reader.application import DatelineApp
{more}
roots = [Path(sys.argv[1])]
library = Library.open()
app = DatelineApp(roots, open_collection=partial(Collection.open, roots), library=library)
code = app.run()
library.close()
sys.exit(code)
"""
FULL = """
import errno
from dateline.library import log
def full(*_):
    raise OSError(errno.ENOSPC, "No space left on device")
log._write = full
"""
_ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_=>])")


class Terminal:
    """A program in a terminal, and what it has written there."""

    def __init__(self, program: str, *arguments: str | Path) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 45, 160, 0, 0))
        command = [sys.executable, "-c", program, *map(str, arguments)]
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "160", "LINES": "45"}
        self.process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, env=environment
        )
        os.close(theirs)
        self.written = b""

    @property
    def text(self) -> str:
        """All that was written as one line, without colours, moves of the cursor and edges of boxes."""
        told = _ESCAPES.sub(b"", self.written).decode("utf-8", "replace")
        return " ".join(told.replace("▌", " ").split())

    def until(self, holds: Callable[[Terminal], bool]) -> None:
        """Read what is written until something holds."""
        end = time.monotonic() + 60
        while not holds(self):
            assert time.monotonic() < end, self.text[-3000:]
            if select.select([self._ours], [], [], 0.05)[0]:
                self.written += self._read()

    def shows(self, words: str) -> None:
        """Read until the words have been written, from now on."""
        self.until(lambda terminal: words in terminal.text)

    def press(self, keys: str) -> None:
        """Press keys; what was written before is forgotten."""
        self.written = b""
        os.write(self._ours, keys.encode())

    def end(self) -> int:
        """Wait for the end of the program; return its exit code."""
        self.until(lambda terminal: terminal.process.poll() is not None)
        return self.process.returncode

    def hang_up(self) -> None:
        """Close the terminal."""
        os.close(self._ours)

    def _read(self) -> bytes:
        try:
            return os.read(self._ours, 65536)
        except OSError:  # the program has ended
            time.sleep(0.01)
            return b""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder whose index tells of a made-up collection."""
    harbours.store(tmp_path)
    (tmp_path / "harbour").mkdir()
    return tmp_path / "harbour"


@pytest.fixture
def reader(folder: Path) -> Iterator[Callable[..., Terminal]]:
    """Return what starts the reader; it never outlives the test."""
    started: list[Terminal] = []

    def start(more: str = "") -> Terminal:
        started.append(Terminal(PROGRAM.format(more=more), folder))
        started[-1].shows("harbour")
        started[-1].shows("Timeline")
        started[-1].shows("quit")
        started[-1].shows("by an older version")  # the last that it tells of itself
        return started[-1]

    yield start
    for terminal in started:
        terminal.process.kill()
        terminal.process.wait()


def article(folder: Path) -> str:
    """The article that the reader opens first."""
    collection = Collection.open([folder])
    (day, *_) = collection.days(Filter())
    return collection.headlines(Filter(), day.date, 0, 1, None)[0].article


def test_what_the_screen_had_shown_as_done_is_there_after_a_kill(
    folder: Path, reader: Callable[..., Terminal]
) -> None:
    terminal = reader()
    terminal.press("m")
    terminal.shows("Bookmarked.")
    terminal.process.kill()
    terminal.process.wait()
    assert Library.open().bookmarks() == [article(folder)]
    terminal = reader()
    assert "★" in terminal.text
    terminal.press("t")
    terminal.shows("Leaving the box keeps the note")
    terminal.press("ask the harbour master\x13")
    terminal.shows("▎ ask the harbour master")
    terminal.process.kill()
    terminal.process.wait()
    assert Library.open().note(article(folder)) == "ask the harbour master"
    terminal = reader()
    assert "ask the harbour master" in terminal.text
    terminal.press("\r")
    terminal.until(lambda _: Library.open().is_read(article(folder)))
    terminal.process.kill()
    terminal.process.wait()
    assert Library.open().is_read(article(folder))
    assert Library.open().messages == []


def test_a_judgement_that_the_screen_had_told_is_there_after_a_kill(reader: Callable[..., Terminal]) -> None:
    terminal = reader()
    terminal.press("2n")
    terminal.press("x")
    terminal.shows("Judge")
    terminal.press("\r")
    terminal.shows("undoes it")
    terminal.process.kill()
    terminal.process.wait()
    assert len(Judgements.open().standing()) == 1
    assert Judgements.open().messages == []


def test_a_disk_that_is_full_is_told_on_the_screen_and_the_reader_goes_on(
    folder: Path, reader: Callable[..., Terminal]
) -> None:
    terminal = reader(FULL)
    terminal.press("m")
    terminal.shows("No space left on device")
    terminal.press("m")
    terminal.shows("The bookmark is off.")
    terminal.press("q")
    assert terminal.end() == 0
    assert Library.open().bookmarks() == []


def test_it_can_be_suspended_and_goes_on(reader: Callable[..., Terminal]) -> None:
    terminal = reader()
    terminal.written = b""
    os.kill(terminal.process.pid, signal.SIGTSTP)
    terminal.until(lambda t: b"\x1b[?1049l" in t.written)
    assert os.waitpid(terminal.process.pid, os.WUNTRACED)[1] & 0xFF == 0x7F, "it has stopped"
    terminal.written = b""
    os.kill(terminal.process.pid, signal.SIGCONT)
    terminal.until(lambda t: b"\x1b[?1049h" in t.written and "Timeline" in t.text)
    terminal.press("m")
    terminal.shows("Bookmarked.")
    terminal.press("q")
    assert terminal.end() == 0


@pytest.mark.parametrize("how", ["SIGTERM", "SIGHUP", "hang up", "q"])
def test_the_place_is_kept_however_it_is_ended(
    folder: Path, reader: Callable[..., Terminal], how: str
) -> None:
    terminal = reader()
    terminal.press("m")
    terminal.shows("Bookmarked.")
    if how == "q":
        terminal.press("q")
    elif how == "hang up":
        terminal.hang_up()
    else:
        terminal.process.send_signal(getattr(signal, how))
    if how == "hang up":
        terminal.process.wait(60)
    else:
        assert terminal.end() == 0
        assert b"\x1b[?1049l" in terminal.written, "the terminal is as it was"
    session = Library.open().session([folder])
    assert session is not None
    assert session.article == article(folder)
    assert Library.open().bookmarks() == [article(folder)]
