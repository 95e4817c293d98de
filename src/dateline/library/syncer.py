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
        self._reason = threading.Event()
        self._ending = False
        self._thread: threading.Thread | None = None

    def wake(self) -> None:
        """Have it done soon."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="library", daemon=True)
            self._thread.start()
        self._reason.set()

    def close(self) -> None:
        """Have it done for the last time, if there is reason, and wait for it."""
        if self._thread:
            self._ending = True
            self._reason.set()
            self._thread.join()
            self._thread = None
            self._ending = False

    def _work(self) -> None:
        while not self._ending:
            self._reason.wait()
            self._reason.clear()
            self._action()
