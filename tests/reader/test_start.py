"""What is imported on the way to the first screen, and how the program is started."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from dateline.library.session import Session
from dateline.reader import app as start

LATE = {
    "dateline.indexing",
    "dateline.model",
    "dateline.reader.actions.moving",
    "dateline.reader.indexer",
    "dateline.reader.screens.box",
    "msgspec",
    "networkx",
    "numpy",
    "rapidfuzz",
    "spacy",
    "textual.widgets._markdown",
    "textual.widgets._text_area",
    "tomllib",
}


def test_nothing_is_imported_before_it_is_needed() -> None:
    modules = "dateline.reader.application, dateline.index.collection, dateline.library.library"
    code = f"import {modules}, sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert LATE & set(run.stdout.split()) == set()


def test_every_style_sheet_is_part_of_the_package() -> None:
    folder = Path(start.__file__).parent
    named = {"app.tcss", "screens/main.tcss", "screens/box.tcss", "screens/dates.tcss", "screens/note.tcss"}
    assert named <= {str(path.relative_to(folder)) for path in folder.rglob("*.tcss")}


def test_the_program_runs_with_the_real_index_and_leaves_its_place(tmp_path, monkeypatch) -> None:
    """An empty folder is a collection without articles; q at once leaves, and the folder is the last one."""
    from dateline.library.library import Library
    from dateline.reader.application import DatelineApp

    ran = []

    def run(self: DatelineApp, **options: object) -> int:
        ran.append((self.roots, options))
        self.library.save_session(self.roots, Session())
        return 0

    monkeypatch.setattr(DatelineApp, "run", run)
    assert start.run_reader([tmp_path]) == 0
    assert ran == [((tmp_path,), {"mouse": True})]
    assert Library.open().last_collection() == (str(tmp_path),)


def test_once_warmed_the_keys_have_no_module_of_the_reader_to_import() -> None:
    code = """
import sys
from dateline.reader import application, warming
warming.import_all()
print(*(name for name in sys.modules if name.startswith("dateline.reader.")))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {*done.stdout.split()}
    folder = Path(start.__file__).parent
    for name in ("actions", "screens"):
        for file in (folder / name).glob("[a-z]*.py"):
            assert f"dateline.reader.{name}.{file.stem}" in loaded
