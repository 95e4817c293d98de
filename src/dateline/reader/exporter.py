"""Exports as the reader asks for them: the command line writes the file, in a child process."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

#: `-P`: what lies in the present folder, where files are written, is never imported.
COMMAND = (sys.executable, "-P", "-m", "dateline", "export")


async def write(arguments: Sequence[str], command: Sequence[str] = COMMAND) -> str | None:
    """Run `dateline export`; return what went wrong, in words, None where nothing did.

    Whoever is cancelled ends the child, which leaves no file behind.
    """
    import asyncio  # noqa: PLC0415
    from asyncio import subprocess  # noqa: PLC0415

    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            *arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
    except OSError as error:
        return error.strerror or str(error)
    try:
        _, errors = await process.communicate()
    finally:
        if process.returncode is None:
            process.terminate()
    if process.returncode == 0:
        return None
    lines = clean(errors.decode("utf-8", "replace")).strip().splitlines()
    return lines[-1].removeprefix("Error: ") if lines else f"it ended early, code {process.returncode}"
