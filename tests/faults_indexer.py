"""The child that indexes, with simple extraction, and with a moment at which it is to die.

    python faults_indexer.py PLAN ARGUMENT...

The plan is JSON: "note" is a file whose first byte is kept at the number of the phase that the process is in,
"log" one that gets a line for each article that is extracted, "times" one for the seconds that each phase
takes at each of its turns. With "phase", "turn" and "after" the process dies so many seconds after it has
begun with the phase for that time, by an alarm that no handler hears: as after kill -9 nothing of the program
runs any more.
"""

from __future__ import annotations

import contextlib
import json
import mmap
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import fake_steps
from dateline.index import database
from dateline.index.extractions import ExtractionStore
from dateline.index.writer import CollectionWriter
from dateline.indexing import child, runner, steps
from dateline.indexing.succession import Successions
from dateline.linking.linker import Linker
from faults_phases import PHASES

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Clock:
    """What phase it is, and when the process dies."""

    def __init__(self, plan: dict[str, Any]) -> None:
        with Path(plan["note"]).open("r+b") as file:
            self._note = mmap.mmap(file.fileno(), 1)  # what is written there outlives the process
        self._plan = plan
        self._inside = ["between"]
        self._turns: Counter[str] = Counter()
        self._seconds: dict[str, list[float]] = {}

    @contextlib.contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Hold the phase for the block."""
        self._inside.append(name)
        self._note[0] = PHASES.index(name)
        self._turns[name] += 1
        if (self._plan.get("phase"), self._plan.get("turn")) == (name, self._turns[name]):
            signal.setitimer(signal.ITIMER_REAL, self._plan["after"])
        start = time.perf_counter()
        try:
            yield
        finally:
            self._seconds.setdefault(name, []).append(time.perf_counter() - start)
            self._inside.pop()
            self._note[0] = PHASES.index(self._inside[-1])

    def tell(self) -> None:
        """Write how long each phase took at each of its turns."""
        Path(self._plan["times"]).write_text(json.dumps(self._seconds))

    def watch(self, owner: Any, attribute: str, name: str) -> None:
        """Take the time that a function runs for a phase."""
        function = getattr(owner, attribute)

        def timed(*given: Any, **named: Any) -> Any:
            with self.phase(name):
                return function(*given, **named)

        setattr(owner, attribute, timed)


def _watch(clock: _Clock) -> None:
    load, transaction = steps.load, database.transaction

    def loaded(path: Path) -> Iterator[Any]:
        with clock.phase("loading"):
            return iter(list(load(path)))

    @contextlib.contextmanager
    def committed(connection: Any) -> Iterator[None]:
        with contextlib.ExitStack() as stack, transaction(connection):
            yield
            stack.enter_context(clock.phase("committing"))

    steps.load = loaded  # type: ignore[assignment]
    database.transaction = committed  # type: ignore[assignment]
    for owner, attribute, name in (
        (CollectionWriter, "__init__", "opening"),
        (runner, "survey", "looking"),
        (runner, "_rebuild", "rebuilding"),
        (steps, "extract_each", "extracting"),
        (ExtractionStore, "put", "keeping"),
        (steps, "recalled", "linking"),
        (Linker, "update", "linking"),
        (Linker, "story", "linking"),
        (Successions, "tell", "succeeding"),
        (CollectionWriter, "store", "storing"),
        (CollectionWriter, "close", "closing"),
    ):
        clock.watch(owner, attribute, name)


def main(plan: dict[str, Any], arguments: list[str]) -> int:
    """Run as dateline.indexing.child does."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    fake_steps.install(pause=0.002, log=Path(plan["log"]))
    steps.linker = Linker  # what linking knows is kept as well
    clock = _Clock(plan)
    _watch(clock)
    if plan.get("phase") == "between":
        signal.setitimer(signal.ITIMER_REAL, plan["after"])
    code = child.main(arguments)
    if not plan.get("phase"):
        clock.tell()
    return code


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1]), sys.argv[2:]))
