"""Make docs/reader.svg, the README's picture: the sample collection with a person selected."""

from __future__ import annotations

import asyncio
import os
import tempfile
from functools import partial
from pathlib import Path

DOCS = Path(__file__).parent


async def picture() -> None:
    """Index the sample, select its first person, and save what the screen shows."""
    from dateline import indexing
    from dateline.config import sample_collection
    from dateline.index.collection import Collection
    from dateline.library.library import Library
    from dateline.reader.application import DatelineApp

    roots = (sample_collection(),)
    indexing.run(roots)
    app = DatelineApp(roots, open_collection=partial(Collection.open, roots), library=Library.open())
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause(0.5)
        await pilot.press("3", "enter")
        await pilot.pause(1.0)
        app.save_screenshot("reader.svg", str(DOCS))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        for variable in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[variable] = home
        os.environ.pop("NO_COLOR", None)
        asyncio.run(picture())
