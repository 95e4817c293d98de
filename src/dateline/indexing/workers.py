"""Child processes that share the work, and that never outlive the process that wants it done."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import deque
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_Part = TypeVar("_Part")
_Result = TypeVar("_Result")

_AHEAD = 2  # parts that wait for each process, so that none stands idle
LIFE = 32  #: parts that a process works on, if not said otherwise: spaCy keeps every word that it has seen


def spread(
    work: Callable[[_Part], _Result], parts: Iterable[_Part], processes: int, life: int = LIFE
) -> Iterator[_Result]:
    """Yield what `work` returns for each part, in their order, from so many child processes.

    The parts are taken as they are needed, `life` of them for each process until it is renewed. Raises what
    `work` raises, and ChildProcessError where a process ends early. When the iterator is left, by an
    interrupt as well, the processes are gone.
    """
    rest = iter(parts)
    for first in rest:
        yield from _generation(work, chain([first], islice(rest, life * processes - 1)), processes)


def _generation(
    work: Callable[[_Part], _Result], parts: Iterable[_Part], processes: int
) -> Iterator[_Result]:
    others = set(multiprocessing.active_children())
    # a forked child would share locks that threads of the numeric libraries may hold
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_end_with_parent)
    waiting: deque[Future[_Result]] = deque()
    try:
        for part in parts:
            with _no_interrupts():  # children start here and inherit it: the parent is the one to hear them
                future = pool.submit(work, part)
            waiting.append(future)
            if len(waiting) > _AHEAD * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenExecutor as error:
        raise ChildProcessError("a process that read articles ended early; was memory short?") from error
    except BaseException:
        for child in set(multiprocessing.active_children()) - others:
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextlib.contextmanager
def _no_interrupts() -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """In a child: end as soon as the parent has, however it did."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
