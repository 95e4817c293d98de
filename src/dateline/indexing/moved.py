"""Changes of files that leave the story as it is: some are touched, moved, copied, or go beside a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.indexing.opened import open_file
from dateline.text import clean

if TYPE_CHECKING:
    from dateline.index.state import Inventory, SeenFile
    from dateline.indexing.runner import Report, Stopped
    from dateline.indexing.survey import Survey


def only_moved(
    inventory: Inventory, found: Survey, report: Report, stopped: Stopped
) -> dict[str, SeenFile] | None:
    """Return the files as they are by now, None where they may hold others than the articles that are known.

    What has changed is loaded, new files first: the first new article ends it, before much is read twice. The
    inventory has to be complete, and of the code that runs.
    """
    known = {held.article for seen in inventory.files.values() for held in seen.held}
    loaded: dict[str, SeenFile] = {}
    report({"event": "counted", "total": len(found.changed)})
    for path in sorted(found.changed, key=lambda path: (path in inventory.files, path)):
        opened, articles = open_file(found.files[path])
        if stopped() or any(article.id not in known for article in articles):
            return None
        loaded[path] = opened.seen()
        name = clean(path.rpartition("/")[2])
        report({"event": "indexed", "done": len(loaded), "total": len(found.changed), "name": name})
    files = {
        path: loaded.get(path) or found.touched.get(path) or inventory.files[path] for path in found.files
    }
    here = {held.article for seen in files.values() for held in seen.held}
    return files if here == known else None
