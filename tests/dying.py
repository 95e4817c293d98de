"""Actions that die, or are refused by the system, at each of their calls to it in turn.

Each try is made in a forked child from the same beginning. What counts as a call: files opened, read,
written, synced, renamed, removed and cut, folders made and removed, statements to SQLite.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import threading
import traceback
import warnings
from collections.abc import Callable
from io import BytesIO, StringIO
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import FrameType

_CALLS = frozenset(
    {"open", "read", "write", "writelines", "flush", "fsync", "replace", "rename", "unlink", "rmdir", "mkdir"}
    | {"ftruncate", "scandir", "flock", "execute", "executemany", "executescript"}
)
_DEAD, _ENDED, _BROKEN = 86, 87, 88  # exit codes

Action = Callable[[Callable[[str], None]], object]  #: given what says what it has done: `tell("…")`


#: Whether to try each call, however many there are.
ALL = int(os.environ.get("DATELINE_KILLS", "0")) >= 100


class Try(NamedTuple):
    """One try of an action."""

    call: int  #: at which it died or was refused
    told: list[str]  #: what it had said by then
    ended: bool  #: whether it came to its end
    error: str  #: what broke it, "" for nothing


def deaths(home: Path, action: Action, every: int = 1) -> Iterator[Try]:
    """Yield after each death of the action, with the folder as it left it; ends with a try that lives,
    after which the folder is as it was in the beginning.

    With `every` it dies at some of its calls alone, at each one with `make kills`.
    """
    yield from _tries(home, action, None, every)


def refusals(home: Path, action: Action, number: int, every: int = 1) -> Iterator[Try]:
    """Yield after each try in which the system refused one call with an error; ends with one without.

    SQLite says of a refusal what it says of a full disk.
    """
    yield from _tries(home, action, number, every)


def _tries(home: Path, action: Action, number: int | None, every: int) -> Iterator[Try]:
    before = home.with_name(f"{home.name}-before")
    shutil.copytree(home, before)
    call = 0
    while True:
        shutil.rmtree(home)
        shutil.copytree(before, home)
        found = _try(action, call, number)
        yield found
        if found.call < 0:
            assert found.ended, found.error
            break
        call += 1 if ALL else every
    shutil.rmtree(home)
    before.rename(home)


def _try(action: Action, call: int, number: int | None) -> Try:
    ours, theirs = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # threads of the tests' own: the child has no use for them
        child = os.fork()
    if child == 0:
        os.close(ours)
        _run(action, _Counter(call, number), theirs)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        lines = pipe.read().decode().split("\n")
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    reached = "reached" in lines
    told = [line for line in lines[:-1] if line != "reached"]
    error = "\n".join(told.pop().split("\r")) if code == _BROKEN else ""
    assert code in (_DEAD, _ENDED, _BROKEN)
    return Try(call if reached or code == _DEAD else -1, told, code == _ENDED, error)


class _Counter:
    """Counts calls to the system; the one that was chosen is refused, or the process dies in it."""

    def __init__(self, call: int, number: int | None) -> None:
        self._left = call
        self._number = number
        self._pipe = -1

    def watch(self, pipe: int) -> None:
        """Watch this thread, and those that it starts."""
        self._pipe = pipe
        if self._number is None:
            os.write = self._torn  # type: ignore[assignment]
        threading.setprofile(self._heard)
        sys.setprofile(self._heard)

    def _torn(self, descriptor: int, content: bytes, _write: Callable[[int, bytes], int] = os.write) -> int:
        """Write, half of it where this is the call that was chosen."""
        if self._left == 0:
            sys.setprofile(None)
            _write(descriptor, content[: len(content) // 2])
            os._exit(_DEAD)
        return _write(descriptor, content)

    def _heard(self, frame: FrameType, event: str, called: object) -> None:
        if event != "c_call" or not _to_the_system(called) or "importlib" in frame.f_code.co_filename:
            return
        if threading.current_thread().name in ("library", "judgements"):
            return  # they do but sync, at no certain moment
        self._left -= 1
        if self._left == -1:
            self._end(called)

    def _end(self, called: object) -> None:
        if self._number is None:
            os._exit(_DEAD)
        _tell(self._pipe, "reached")
        if "execute" in getattr(called, "__name__", ""):
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        raise OSError(self._number, os.strerror(self._number), "the file")


def _to_the_system(called: object) -> bool:
    if getattr(called, "__name__", "") not in _CALLS:
        return False
    owner = getattr(called, "__self__", None)
    if isinstance(owner, ModuleType):
        return owner.__name__ in ("posix", "_io", "fcntl")
    return type(owner).__module__ in ("_io", "sqlite3") and not isinstance(owner, (BytesIO, StringIO))


def _tell(pipe: int, words: str) -> None:
    profile = sys.getprofile()
    sys.setprofile(None)
    os.write(pipe, f"{words}\n".encode())
    sys.setprofile(profile)


def _run(action: Action, counter: _Counter, pipe: int) -> None:
    """In the child: try the action; does not return."""
    code = _ENDED
    try:
        counter.watch(pipe)
        action(lambda words: _tell(pipe, words))
    except SystemExit:
        pass
    except BaseException:
        sys.setprofile(None)
        _tell(pipe, traceback.format_exc().strip().replace("\n", "\r"))
        code = _BROKEN
    sys.setprofile(None)
    os._exit(code)
