"""The run of the index in a child process, as the reader follows it."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from dateline.text import clean

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Callable, Sequence
    from pathlib import Path

PATIENCE = 3.0  #: seconds that the child has to end once it is told to
_LONGEST = 1 << 20  #: bytes of a line of the child's


class Indexer:
    """One child process at a time; quitting ends it, and the next run goes on where it was."""

    def __init__(
        self,
        roots: Sequence[Path],
        command: Sequence[str] | None = None,
        *,
        verify: bool = False,
        jobs: int | None = None,
    ) -> None:
        self._command = command or [sys.executable, "-P", "-m", "dateline.indexing"]
        self._roots = [str(root) for root in roots]
        self._process: Process | None = None
        self._jobs = [f"--jobs={jobs}"] if jobs else []
        self.verify = verify  #: whether the next run is to read every file, whatever its size and time say

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._process is not None

    async def follow(self, tell: Callable[[dict[str, Any]], None], *, ask: bool = False) -> str | None:
        """Run the index, telling each event; return what went wrong, None where nothing did.

        With `ask` the feeds of the collection are asked for new entries first.
        """
        import asyncio  # noqa: PLC0415
        from asyncio import subprocess  # noqa: PLC0415

        try:
            self._process = process = await asyncio.create_subprocess_exec(
                *self._command,
                *(("--ask",) if ask else ()),
                *(("--verify",) if self.verify else ()),
                *self._jobs,
                *self._roots,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                limit=_LONGEST,
            )
        except OSError as error:
            return f"the index could not be started: {error.strerror}"
        assert process.stdout is not None
        assert process.stderr is not None
        errors = asyncio.create_task(process.stderr.read())
        try:
            async for line in process.stdout:
                if (event := _event(line)) is not None:
                    tell(event)
            code = await process.wait()
            self.verify = self.verify and code != 0
            words = clean((await errors).decode("utf-8", "replace")).strip().splitlines()
            return None if code == 0 else f"the index ended early ({words[-1] if words else f'code {code}'})"
        finally:
            await self.stop()
            errors.cancel()

    async def stop(self) -> None:
        """End the run, if one is under way."""
        import asyncio  # noqa: PLC0415

        process, self._process = self._process, None
        if process is None or process.returncode is not None:
            return
        try:
            process.terminate()
            await asyncio.wait_for(process.wait(), PATIENCE)
        except ProcessLookupError:
            pass
        except TimeoutError:
            process.kill()
            await process.wait()


def _event(line: bytes) -> dict[str, Any] | None:
    """Return the event that a line tells, None for anything else that a library may print."""
    try:
        event = json.loads(line)
    except ValueError:
        return None
    return event if isinstance(event, dict) and isinstance(event.get("event"), str) else None
