"""What is done beside the reader is done once for all reasons, and before the end."""

from __future__ import annotations

from functools import partial

from dateline.library.syncer import Syncer


def test_what_there_is_reason_for_is_done_before_the_end() -> None:
    done: list[int] = []
    for number in range(300):  # as the thread may begin late or early
        syncer = Syncer(partial(done.append, number))
        syncer.wake()
        syncer.close()
        assert done[-1] == number
    assert len(done) == 300


def test_without_a_reason_nothing_is_done() -> None:
    done: list[int] = []
    syncer = Syncer(lambda: done.append(0))
    syncer.close()
    assert done == []


def test_it_goes_on_after_an_end() -> None:
    done: list[int] = []
    syncer = Syncer(lambda: done.append(0))
    for _ in range(3):
        syncer.wake()
        syncer.close()
    assert len(done) == 3
