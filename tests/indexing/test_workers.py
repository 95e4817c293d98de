"""Child processes that share the work: order, errors, and an end that leaves none of them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from itertools import count
from typing import TYPE_CHECKING

import pytest

from dateline.indexing import workers

if TYPE_CHECKING:
    from pathlib import Path


def slow_square(number: int) -> int:
    time.sleep(0.05 if number % 2 else 0.0)
    return number * number


def fail_on_three(number: int) -> int:
    if number == 3:
        raise LookupError("three")
    return number


def die(_: int) -> None:
    os._exit(9)


def test_results_come_in_the_order_of_the_parts() -> None:
    assert list(workers.spread(slow_square, range(9), 2)) == [n * n for n in range(9)]


def test_a_process_is_replaced_after_a_while_and_parts_are_taken_as_needed() -> None:
    taken = []
    parts = (taken.append(n) or -n for n in count())  # type: ignore[func-returns-value]
    results = workers.spread(abs, parts, 1, 2)
    assert [next(results) for _ in range(5)] == [0, 1, 2, 3, 4]
    assert len(taken) < 10
    results.close()


def test_an_error_of_the_work_is_raised() -> None:
    results = workers.spread(fail_on_three, range(5), 2)
    with pytest.raises(LookupError, match="three"):
        list(results)
    assert not multiprocessing.active_children()


def test_a_process_that_dies_is_an_error_that_says_so() -> None:
    with pytest.raises(ChildProcessError, match="ended early"):
        list(workers.spread(die, range(3), 2))


def test_nothing_is_left_when_the_results_are_not_wanted() -> None:
    results = workers.spread(time.sleep, [0.0, 60.0, 60.0], 2)
    next(results)
    results.close()
    assert not multiprocessing.active_children()


SCRIPT = """
import signal, time
from dateline.indexing import workers
if __name__ == "__main__":
    # a shell's background jobs ignore interrupts, and this may be one
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for _ in workers.spread(time.sleep, [0.0, 600.0, 600.0], 2):
        print("ready", flush=True)
"""


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="looks at processes in /proc")  # noqa: PTH112
@pytest.mark.parametrize(
    ("sent", "group"), [("SIGINT", False), ("SIGINT", True), ("SIGTERM", False), ("SIGKILL", False)]
)
def test_children_end_with_the_process_that_wanted_them(tmp_path: Path, sent: str, group: bool) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    process = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    assert len(members(process.pid)) >= 3
    (os.killpg if group else os.kill)(process.pid, getattr(signal, sent))
    process.communicate(timeout=60)
    deadline = time.monotonic() + 60
    while members(process.pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert members(process.pid) == []


def members(session: int) -> list[int]:
    """The processes of a session that still run."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):  # noqa: PTH208
        try:
            with open(f"/proc/{name}/stat") as file:  # noqa: PTH123
                fields = file.read().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(int(name))
    return found
