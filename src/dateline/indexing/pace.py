"""How much is done at once, and how often what is done so far is linked and shown."""

from __future__ import annotations

import contextlib
import gc
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dateline.model import Article

MOST_AT_ONCE = 16  #: articles between two commits
CHARACTERS_AT_ONCE = 60_000  #: … or so much text: about a second's work
PATIENCE = 2.0  #: seconds after which what is new is shown, little as it may be
SHARE = 5.0  #: other work takes at least so many times as long as linking
COST = 0.001  #: seconds that linking an article takes, until it is known


@contextlib.contextmanager
def keeping() -> Iterator[None]:
    """Take up what stays for the whole run: no garbage is looked for in it, neither meanwhile nor later."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
        gc.freeze()


class Pace:
    """Few articles at first, so that some can be read at once; more as the collection grows.

    Linking takes in the whole collection every time: done whenever the number of articles has doubled or
    `PATIENCE` is over, and never more than a share of all work, its cost stays in proportion.
    """

    def __init__(self, known: int = 0) -> None:
        self.batch = 1  #: articles of the next batch
        self._shown = 0
        self._cost = COST * known
        self._since = time.monotonic()

    def next_batch(self, queue: Mapping[str, Article]) -> list[str]:
        """Return the ids of the articles that make the next batch, at least one."""
        batch: list[str] = []
        characters = 0
        for id_, article in queue.items():
            characters += len(article.text)
            if batch and (len(batch) >= self.batch or characters > CHARACTERS_AT_ONCE):
                break
            batch.append(id_)
        self.batch = min(2 * self.batch, MOST_AT_ONCE)
        return batch

    def is_due(self, done: int) -> bool:
        """Say whether the articles done by now are to be linked and shown."""
        waited = time.monotonic() - self._since
        if done <= self._shown or waited < SHARE * self._cost:
            return False
        return done >= 2 * self._shown or waited >= PATIENCE

    @contextlib.contextmanager
    def linking(self, done: int) -> Iterator[None]:
        """Take the time of linking so many articles."""
        start = time.monotonic()
        yield
        gc.freeze()  # the story stays: looking through it for garbage would take longer than its next change
        self._since = time.monotonic()
        self._cost = self._since - start
        self._shown = done
