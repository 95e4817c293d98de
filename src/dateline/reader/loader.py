"""Questions to the collection that may take longer than a key press should, in a thread of their own."""

from __future__ import annotations

import threading
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message_pump import MessagePump

    from dateline.index.collection import Collection

T = TypeVar("T")


class Loader:
    """One thread with one collection of its own; of each topic only the newest question is answered."""

    def __init__(self, open_collection: Callable[[], Collection]) -> None:
        self._open = open_collection
        self._jobs: deque[Callable[[], None] | None] = deque()
        self._waiting = threading.Semaphore(0)
        self._numbers: dict[str, int] = {}
        self._thread: threading.Thread | None = None
        self._asked = 0  # written by the asking thread alone
        self._done = 0  # written by the loader's thread alone
        self._collection: Collection | None = None
        self._outdated = False

    @property
    def busy(self) -> bool:
        """Whether a question is still to be answered."""
        return self._asked != self._done

    def ask(
        self,
        topic: str,
        asker: MessagePump,
        question: Callable[[Collection], T],
        answer: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Put a question; `answer` or `failed` is called among the asker's messages.

        An older question of the same topic is dropped: it is not asked, or its answer is not passed on.
        """
        number = self._numbers[topic] = self._numbers.get(topic, 0) + 1
        self._asked += 1

        def newest() -> bool:
            return self._numbers.get(topic) == number

        def job() -> None:
            if newest():
                try:
                    call = partial(answer, question(self._current()))
                except Exception as error:  # the thread's edge: whatever it is, the reader is told
                    call = partial(failed, error)
                asker.call_later(lambda: call() if newest() else None)
            self._done += 1

        self._put(job)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="dateline-loader", daemon=True)
            self._thread.start()

    def reopen(self) -> None:
        """Open the collection anew before the next question: its files have changed."""
        self._outdated = True

    def close(self) -> None:
        """Let the thread end after the question that it is at."""
        self._numbers.clear()
        if self._thread is not None:
            self._put(None)

    def _put(self, job: Callable[[], None] | None) -> None:
        self._jobs.append(job)
        self._waiting.release()

    def _next(self) -> Callable[[], None] | None:
        self._waiting.acquire()
        return self._jobs.popleft()

    def _current(self) -> Collection:
        """Return the thread's collection, opened where it is not or outdated."""
        if self._collection is not None and self._outdated:
            self._collection.close()
            self._collection = None
        if self._collection is None:
            self._outdated = False
            self._collection = self._open()
        return self._collection

    def _run(self) -> None:
        while (job := self._next()) is not None:
            job()
        if self._collection is not None:
            self._collection.close()
