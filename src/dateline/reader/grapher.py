"""The graph's child process, as the reader asks it: a line of JSON there, a line of JSON back."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from dateline.text import clean

if TYPE_CHECKING:
    from asyncio import Lock, Task
    from asyncio.subprocess import Process
    from collections.abc import Mapping, Sequence
    from pathlib import Path

PATIENCE = 3.0  #: seconds that the child has to end once it is told to
LONGEST = 60.0  #: seconds until a child that does not answer is given up
_LONGEST = 1 << 24  #: bytes of an answer
_TRIES = 2  #: children that a request is put to before it is given up

Answer = dict[str, Any]


class GraphFailure(Exception):
    """The graph could not be had; in words for the reader."""


class Grapher:
    """One child, started by the first request; it stays for the next ones."""

    def __init__(self, roots: Sequence[Path], command: Sequence[str] | None = None) -> None:
        self._command = command or [sys.executable, "-P", "-m", "dateline.graphing"]
        self._roots = [str(root) for root in roots]
        self._process: Process | None = None
        self._errors: Task[bytes] | None = None  # reads what the child prints beside its answers
        self._turn: Lock | None = None
        self._number = 0
        self._newest: dict[str, int] = {}  # the number of the last request of each kind
        self._waiting = 0
        self._closed = False

    @property
    def busy(self) -> bool:
        """Whether a request is still to be answered."""
        return self._waiting > 0

    async def ask(self, request: Mapping[str, Any]) -> Answer | None:
        """Return the answer to a request of dateline.graphing; None where a newer one of its kind was made.

        Raises GraphFailure where there is no answer. Whoever is cancelled leaves an answer that is skipped.
        """
        import asyncio  # noqa: PLC0415

        self._number += 1
        number = self._newest[request["do"]] = self._number
        self._turn = self._turn or asyncio.Lock()
        self._waiting += 1
        try:
            async with self._turn:
                if self._newest[request["do"]] != number:
                    return None
                answer = await self._put({**request, "number": number})
            return answer if self._newest[request["do"]] == number else None
        finally:
            self._waiting -= 1

    async def _put(self, request: Answer) -> Answer:
        """Return the child's answer; where it dies, another child's."""
        import asyncio  # noqa: PLC0415

        line = json.dumps(request).encode() + b"\n"
        words = ""
        for _ in range(_TRIES):
            process = await self._child()
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                process.stdin.write(line)
                await process.stdin.drain()
                async with asyncio.timeout(LONGEST):
                    while told := await process.stdout.readline():
                        answer = _answer(told)
                        if answer is not None and answer["number"] == request["number"]:
                            return answer
            except (ConnectionError, ValueError):  # it is dead, or its line is beyond all bounds
                pass
            except TimeoutError as error:
                await self._bury()
                raise GraphFailure("the graph could not be drawn (its process does not answer)") from error
            words = await self._bury()
        raise GraphFailure(f"the graph could not be drawn ({words or 'its process ended early'})")

    async def _child(self) -> Process:
        import asyncio  # noqa: PLC0415
        from asyncio import subprocess  # noqa: PLC0415

        if self._closed:
            raise GraphFailure("dateline is closing")
        if self._process is not None and self._process.returncode is not None:
            await self._bury()
        if self._process is None:
            try:
                process = await asyncio.create_subprocess_exec(
                    *self._command,
                    *self._roots,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    limit=_LONGEST,
                )
            except OSError as error:
                raise GraphFailure(f"the graph could not be drawn: {error.strerror}") from error
            assert process.stderr is not None
            self._process = process
            self._errors = asyncio.create_task(process.stderr.read())
        return self._process

    async def _bury(self) -> str:
        """End the child, if there is one; return the last line that it printed beside its answers."""
        import asyncio  # noqa: PLC0415

        process, self._process = self._process, None
        errors, self._errors = self._errors, None
        if process is None or errors is None:
            return ""
        if process.stdin is not None:
            process.stdin.close()
        try:
            if process.returncode is None:
                process.terminate()
                await asyncio.wait_for(process.wait(), PATIENCE)
            told = await asyncio.wait_for(errors, PATIENCE)
        except ProcessLookupError:
            told = b""
        except TimeoutError:
            process.kill()
            await process.wait()
            told = b""
        finally:
            errors.cancel()
        lines = clean(told.decode("utf-8", "replace")).strip().splitlines()
        return lines[-1] if lines else ""

    async def close(self) -> None:
        """End the child; no other one is started."""
        self._closed = True
        await self._bury()


def _answer(line: bytes) -> Answer | None:
    """Return the answer that a line tells, None for anything else."""
    try:
        answer = json.loads(line)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) and "number" in answer else None
