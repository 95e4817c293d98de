"""The end of a terminal that closes while the program waits to write to it."""

from __future__ import annotations

import contextlib
import os
import select
import sys
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 2.0  #: seconds for an orderly end; what waits to be written to a closed terminal never is


def watch_terminal(keep: Callable[[], object]) -> None:
    """End the process soon after its terminal has closed, having kept what `keep` keeps.

    The signal of a terminal that closes ends the program as `q` does, unless its only loop waits for the
    terminal to take more: nothing but another thread can end it then.
    """
    terminal = sys.__stdin__
    if terminal is None or not terminal.isatty() or not hasattr(select, "poll"):
        return
    poll = select.poll()
    poll.register(terminal.fileno(), 0)  # no event is asked for: errors and a hang-up are always told

    def wait() -> None:
        if any(event & (select.POLLHUP | select.POLLERR) for _, event in poll.poll()):
            time.sleep(PATIENCE)
            with contextlib.suppress(Exception):  # whatever the program was doing: it ends
                keep()
            os._exit(1)

    threading.Thread(target=wait, name="dateline-terminal", daemon=True).start()
