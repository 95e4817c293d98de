"""How the reader is started."""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def run_reader(roots: Sequence[Path], *, verify: bool = False, jobs: int | None = None) -> int:
    """Open the reader on the paths, with the options of `dateline.indexing.run`; return the exit code."""
    gc.disable()  # until the first screen: imports make much and leave nothing to collect
    from dateline.config import configuration_file  # noqa: PLC0415
    from dateline.index.collection import Collection  # noqa: PLC0415
    from dateline.library.library import Library  # noqa: PLC0415
    from dateline.reader import settings  # noqa: PLC0415
    from dateline.reader.application import DatelineApp  # noqa: PLC0415
    from dateline.reader.indexer import Indexer  # noqa: PLC0415

    loaded = settings.load(configuration_file())
    library = Library.open()
    app = DatelineApp(
        roots,
        open_collection=partial(Collection.open, roots),
        library=library,
        settings=loaded,
        indexer=Indexer(roots, verify=verify, jobs=jobs),
    )
    code = app.run(mouse=loaded.mouse)
    library.close()
    return code if code is not None else (app.return_code or 0)
