"""A run in a process of its own: JSON lines on standard output, and an end as soon as nobody wants it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import stat
import sys
import threading
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

    from dateline.indexing.runner import Event

ASK = "--ask"  #: before the paths: ask the feeds among them first
JOBS = "--jobs="  #: before the paths, with a number: extract in so many processes
VERIFY = "--verify"  #: before the paths: read every file instead of trusting sizes and times
GRACE = 5.0  #: seconds after which a process that was told to stop is ended; what it has stored is safe


class Child:
    """What the run reports to and asks: the pipe to the parent, and whether that is still there."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe
        self._parent = os.getppid()
        self._stop = threading.Event()

    def stop(self, *_: int | FrameType | None) -> None:
        """End the run at the next article; the process, where that takes too long."""
        if not self._stop.is_set():
            self._stop.set()
            timer = threading.Timer(GRACE, os._exit, [1])
            timer.daemon = True
            timer.start()

    def stopped(self) -> bool:
        """Say whether the run is to end; a parent that died is replaced by another one."""
        if os.getppid() != self._parent:
            self.stop()
        return self._stop.is_set()

    def report(self, event: Event) -> None:
        """Write an event as one line; where nobody reads it any more, end the run."""
        line = memoryview(json.dumps(event).encode() + b"\n")
        try:
            while line:
                line = line[os.write(self._pipe, line) :]
        except OSError:
            self.stop()

    def watch(self, descriptor: int) -> None:
        """End the run when the pipe that the parent holds open is closed."""
        if not _is_pipe(descriptor):
            return

        def wait() -> None:
            with contextlib.suppress(OSError):
                while os.read(descriptor, 4096):
                    pass
            self.stop()

        threading.Thread(target=wait, daemon=True).start()


def main(arguments: Sequence[str]) -> int:
    """Run over the paths given, with options before them: ASK, JOBS and VERIFY.

    Returns the exit code: 0 done or told to stop, 1 failed.
    """
    options = list(takewhile(_is_option, arguments))
    jobs = [int(told.removeprefix(JOBS)) for told in options if told.startswith(JOBS)]
    roots = [Path(argument) for argument in arguments[len(options) :]]
    child = Child(_own_output())
    child.watch(0)
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), child.stop)
    with contextlib.suppress(OSError, AttributeError):
        os.nice(5)  # the reader comes first
    os.environ.setdefault(
        "OMP_NUM_THREADS", "1"
    )  # the matrices are small: more threads cost more than they give
    try:
        from dateline.indexing.runner import Options, run  # noqa: PLC0415 - from here on a stop is heard

        if ASK in options:
            _ask_feeds(roots, child)
        summary = run(roots, child.report, child.stopped, Options(VERIFY in options, *jobs[:1]))
    except Exception as error:
        reason = clean(f"{type(error).__name__}: {error}")
        child.report({"event": "failed", "path": "", "reason": reason, "advice": "report it"})
        raise
    return 0 if not summary.stopped or child.stopped() else 1


def _is_option(argument: str) -> bool:
    return argument in (ASK, VERIFY) or (argument.startswith(JOBS) and argument[len(JOBS) :].isdecimal())


def _ask_feeds(roots: Sequence[Path], child: Child) -> None:
    """Ask the feeds of the collection for new entries, telling of each."""
    from dateline.feeds import refresh, store  # noqa: PLC0415

    def tell(outcome: refresh.Outcome, done: int) -> None:
        feed = outcome.feed
        child.report(
            {"event": "asked", "done": done, "total": len(feeds), "name": feed.title, "failure": feed.failure}
        )

    try:
        feeds = store.feeds_under(roots)
        refresh.refresh(feeds, tell, child.stopped)
    except OSError as error:
        child.report({"event": "problem", "path": "the feeds", "reason": str(error), "advice": ""})


def _own_output() -> int:
    """Return standard output for the events alone; what libraries print goes to standard error."""
    sys.stdout.flush()
    own = os.dup(1)
    os.dup2(2, 1)
    return own


def _is_pipe(descriptor: int) -> bool:
    """Say whether a descriptor is one end of something: a terminal or a file tells nothing by its end."""
    try:
        mode = os.fstat(descriptor).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)
