"""What the reader writes to files in the present folder, on every screen."""

from __future__ import annotations

import asyncio
import csv
import os
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

import harbours
from dateline.reader import exporter
from dateline.reader.actions import exporting
from driven import after

if TYPE_CHECKING:
    from pathlib import Path


SIZES = [(160, 45), (80, 24)]


@pytest.fixture(autouse=True)
def present_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, on a day that stands still."""
    monkeypatch.setattr(exporting, "today", lambda: date(2031, 7, 1))
    folder = tmp_path / "present"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def harbour(reader, tmp_path: Path):
    """Return what opens the reader over a real index of made-up articles, which a child finds too."""
    open_collection = harbours.store(tmp_path)
    (tmp_path / "harbour").mkdir()

    def open_(**options):
        return reader(collection=open_collection, **options)

    return open_


async def export(r, tmp_path: Path, *letters: str) -> None:
    """Choose what some letters find, and wait until it is written."""
    r.app.roots = (tmp_path / "harbour",)
    await r.press("e")
    await r.type(" ".join(letters))
    await r.press("enter")
    await r.pilot.pause()
    while r.main.topic("exporting").busy:
        await asyncio.sleep(0.01)
    await r.settle()


async def test_the_ledger_follows_the_dates(harbour, tmp_path: Path, present_folder: Path) -> None:
    async with harbour() as r:
        await r.press("d")
        await r.type("june 2031")
        await r.press("enter")
        await export(r, tmp_path, "ledger")
        file = present_folder / "dateline-ledger-2031-07-01.csv"
        assert "Written:" in r.text
        with file.open(encoding="utf-8", newline="") as stream:
            assert {row["claim"] for row in csv.DictReader(stream)} == {"refusal"}


async def test_the_ledger_is_written_as_it_is_shown(harbour, tmp_path: Path, present_folder: Path) -> None:
    async with harbour() as r:
        await r.press("L", "s", "1")
        await export(r, tmp_path, "as it is shown CSV")
        await r.press("escape", "l")
        await r.type("$1bn")
        await r.press("enter", "3")
        await export(r, tmp_path, "as it is shown Markdown")
    with (present_folder / "dateline-ledger-2031-07-01.csv").open(encoding="utf-8", newline="") as stream:
        assert {row["claim"] for row in csv.DictReader(stream)} == {"gift"}
    told = (present_folder / "dateline-ledger-2031-07-01.md").read_text(encoding="utf-8")
    assert "from \\$1bn on" in told
    assert "\\$2bn refused" in told
    assert "Harbour League" not in told


async def test_no_file_is_overwritten(harbour, tmp_path: Path, present_folder: Path) -> None:
    (present_folder / "dateline-ledger-2031-07-01.csv").write_text("mine")
    async with harbour() as r:
        await export(r, tmp_path, "ledger")
        await export(r, tmp_path, "ledger")
    assert {file.name for file in present_folder.iterdir()} == {
        "dateline-ledger-2031-07-01.csv",
        "dateline-ledger-2031-07-01-2.csv",
        "dateline-ledger-2031-07-01-3.csv",
    }
    assert (present_folder / "dateline-ledger-2031-07-01.csv").read_text() == "mine"


async def test_the_dossier_of_the_screen_in_front(harbour, tmp_path: Path, present_folder: Path) -> None:
    async with harbour() as r:
        await r.press("p")
        await r.type("quill")
        await r.press("enter", "D")
        await export(r, tmp_path, "dossier")
        assert r.app.screen.scope == "dossier"
    told = (present_folder / "dateline-dossier-ada-quill-2031-07-01.md").read_text(encoding="utf-8")
    assert told.startswith("# Ada Quill\n")


async def test_the_timeline_is_written_as_it_is_filtered(
    harbour, tmp_path: Path, present_folder: Path
) -> None:
    async with harbour() as r:
        await r.press("slash")
        await r.type("premier")
        await r.press("enter", "f")
        await export(r, tmp_path, "timeline")
    told = (present_folder / "dateline-timeline-premier-2031-07-01.md").read_text(encoding="utf-8")
    assert told.count("\n- ") == 1


@pytest.mark.parametrize("key", ["L", "S"])
async def test_the_picture_is_of_the_screen_without_the_box(
    harbour, tmp_path: Path, present_folder: Path, key: str
) -> None:
    async with harbour() as r:
        await r.press(key)
        await export(r, tmp_path, "timeline")
        await export(r, tmp_path, "picture")
        assert "Written:" in r.text
    told = (present_folder / "dateline-screen-2031-07-01.svg").read_text(encoding="utf-8")
    assert told.startswith("<svg")
    assert {"L": "Ledger", "S": "Summits"}[key] in told
    assert "a few letters" not in told
    assert "GraphML" not in told
    assert "Written" not in told


async def test_what_fails_is_said_in_words(harbour, tmp_path: Path, present_folder: Path) -> None:
    async with harbour() as r:
        r.app.roots = (tmp_path / "harbour",)
        await r.press("e")
        present_folder.rmdir()
        await r.type("graph")
        await r.press("enter")
        while r.main.topic("exporting").busy:
            await asyncio.sleep(0.01)
        await r.settle()
        assert "dateline-graph-2031-07-01.graphml could not be written" in " ".join(r.text.split())
        assert r.app.screen is r.main


async def test_a_child_that_dies_is_told_of_by_its_last_words() -> None:
    dying = [sys.executable, "-c", "import sys; print('x'); sys.exit('one\\nError: \\x1b[2Jlast words')"]
    assert await exporter.write([], dying) == "last words"
    assert await exporter.write([], [sys.executable, "-c", "raise SystemExit(3)"]) == "it ended early, code 3"
    assert await exporter.write([], [sys.executable, "-c", ""]) is None
    assert await exporter.write([], ["/nowhere/to/be/found"]) == "No such file or directory"


async def test_leaving_ends_the_child(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    code = (
        f"import os, time; open({str(tmp_path / 'half')!r}, 'w').write(str(os.getpid()));"
        f" os.rename({str(tmp_path / 'half')!r}, {str(mark)!r}); time.sleep(600)"
    )
    task = asyncio.create_task(exporter.write([], [sys.executable, "-c", code]))
    while not mark.exists():
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    pid = int(mark.read_text())
    async with asyncio.timeout(60):
        while alive(pid):
            await asyncio.sleep(0.01)


def alive(pid: int) -> bool:
    """Say whether a process is there that has not ended."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_the_box_lists_what_there_is_and_names_the_file(reader) -> None:
    async with reader() as r:
        await r.press("e")
        assert "dossier" not in r.text
        assert "Enter writes dateline-timeline-2031-07-01.md" in r.text
        await r.press("escape", "p")
        await r.type("vale")
        await r.press("enter", "e")
        assert "the dossier of Ida Vale" in r.text
        assert "the ledger of Ida Vale" in r.text
        assert "the graph of Ida Vale and company" in r.text
        await r.type("zzz")
        assert "Nothing like it can be exported." in r.text
        await r.press("enter")
        assert "Nothing like it can be exported." in r.text


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("keys", [("3", "enter", "e"), ("3", "enter", "D", "e")], ids=["main", "dossier"])
def test_export_box(snap_compare, app, keys, size) -> None:
    assert snap_compare(app, terminal_size=size, run_before=after("d", *"april", "enter", *keys))
