"""A terminal under test: programs run in it, and everything that reaches it is looked at."""

from __future__ import annotations

import base64
import codecs
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
import unicodedata
from typing import TYPE_CHECKING

from hostile_strings import OBEYED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: What Textual and Rich themselves write: colours, moves, the modes of screen, mouse and keyboard, the shape
#: of the pointer, what is copied; and text, up to the next escape or line end.
_TOKEN = re.compile(
    r"\x1b\[(?:[\d;:]*m|(?P<row>\d+);(?P<column>\d+)H"
    r"|\?(?:7|25|1000|1003|1004|1006|1015|1049|2004|2026|2048)[hl]|\?(?:2026|2048)\$p|>\d+u|<u)"
    r"|\x1b\]22;[a-z-]*\x07"
    r"|\x1b\]52;c;(?P<copied>[A-Za-z0-9+/=]*)\x07"
    r"|(?P<end>\r?\n)"
    r"|(?P<text>[^\x1b\r\n]+)"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[?>\d;:$]*|\](?:\d*|\d+;[^\x07\x1b]*))?|\r")


def cells(character: str) -> int:
    """Return the cells that a terminal gives a character, by Unicode's own tables."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Screen:
    """What a terminal shows; AssertionError for whatever it would obey but what Textual means."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.rows = [[" "] * width for _ in range(height)]
        self.copied: list[str] = []  #: to the clipboard
        self._seen: list[str] = []
        self._row = self._column = 0
        self._rest = ""

    @property
    def text(self) -> str:
        """What is shown now, a single space in the place of several."""
        return "\n".join(" ".join("".join(row).split()) for row in self.rows)

    @property
    def seen(self) -> str:
        """All text that was ever shown, in the order in which it was written."""
        return "".join(self._seen)

    def take(self, written: str) -> None:
        """Take in what a program writes."""
        written, at = self._rest + written, 0
        while at < len(written):
            found = _TOKEN.match(written, at)
            if found is None:
                assert _UNFINISHED.fullmatch(written, at), (written[at : at + 80], self.text)
                break
            at = found.end()
            if found["row"]:
                self._row, self._column = int(found["row"]) - 1, int(found["column"]) - 1
            elif found["copied"]:
                self.copied.append(base64.b64decode(found["copied"]).decode())
            elif found["end"]:
                self._row, self._column = min(self._row + 1, len(self.rows) - 1), 0
            elif found["text"]:
                self._write(found["text"])
        self._rest = written[at:]

    def _write(self, text: str) -> None:
        assert not (wrong := OBEYED.search(text)), (wrong, text)
        self._seen.append(text)
        for character in text:
            width = cells(character)
            assert self._column + width <= self.width, ("a line is too long", text)
            if width:
                row = self.rows[self._row]
                row[self._column : self._column + width] = [character, *[""] * (width - 1)]
                self._column += width


class Terminal:
    """A program in a terminal of its own, with what it shows there."""

    def __init__(self, command: Sequence[str], size: tuple[int, int]) -> None:
        self.screen = Screen(*size)
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self._process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
            start_new_session=True,
        )
        os.close(theirs)

    def send(self, keys: str) -> None:
        """Type keys, as the terminal codes them."""
        os.write(self._ours, keys.encode())

    def until(self, shown: Callable[[str], bool], patience: float = 60.0) -> None:
        """Read until the screen is as wanted, and nothing more comes for the moment."""
        end = time.monotonic() + patience
        while not shown(self.screen.text) or self._read(0.03):
            assert time.monotonic() < end, self.screen.text
            self._read(0.03)

    def end(self, patience: float = 60.0) -> int:
        """Read until the program has ended; return its exit code."""
        end = time.monotonic() + patience
        while self._process.poll() is None and time.monotonic() < end:
            self._read(0.1)
        while self._read(0.0):
            pass
        return self._process.wait(60)

    def close(self) -> None:
        """End the program, whatever it does."""
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def _read(self, patience: float) -> bool:
        if not select.select([self._ours], [], [], patience)[0]:
            return False
        try:
            read = os.read(self._ours, 1 << 16)
        except OSError:  # the program has let go of its terminal
            return False
        self.screen.take(self._decoder.decode(read))
        return bool(read)
