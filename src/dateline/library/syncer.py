"""A thread beside the reader that waits for the disk."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Syncer:
    """A thread that does something slow when there is reason, once for all reasons that came meanwhile."""

    def __init__(self, action: Callable[[], None]) -> None:
        self._action = action
        self._told = threading.Event()
        self._due = False
        self._ending = False
        self._thread: threading.Thread | None = None

    def wake(self) -> None:
        """Have it done soon."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="library", daemon=True)
            self._thread.start()
        self._due = True
        self._told.set()

    def close(self) -> None:
        """Have it done for the last time, if there is reason, and wait for it."""
        if self._thread:
            self._ending = True
            self._told.set()
            self._thread.join()
            self._thread = None
            self._ending = False

    def _work(self) -> None:
        while self._due or not self._ending:
            self._told.wait()
            self._told.clear()
            if self._due:
                self._due = False
                self._action()
