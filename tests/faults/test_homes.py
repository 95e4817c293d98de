"""Folders of the user's that cannot be made, read or written, and users who have no home at all."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from dateline import indexing
from dateline.index import places
from dateline.index.collection import Collection
from dateline.library.library import Library

TESTS = Path(__file__).parent.parent
PROGRAM = "import fake_steps; fake_steps.install(); from dateline.cli import main; main()"
#: A user without an entry in the list of users, as in a container.
NOBODY = "import os; os.path.expanduser = lambda path: path; "

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts and users as Linux has them")


@pytest.fixture
def folder(tmp_path: Path, simple_steps: None) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(6):
        text = f" date 2031-04-05 \n\nAda Quill said {number} in a small room full of people.\n"
        (folder / f"{number}.txt").write_text(text)
    return folder


def dateline(
    *arguments: str | Path, before: str = "", program: str = PROGRAM, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command; `before` are commands of the shell in a world of mounts of its own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("XDG_") and k != "HOME"}
    given = {**kept, "PYTHONPATH": str(TESTS), **environment}
    command = [sys.executable, "-c", program, *map(str, arguments)]
    if before:
        command = ["unshare", "-rm", "sh", "-ec", f'{before}; exec "$@"', "sh", *command]
    return subprocess.run(command, env=given, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def mounts() -> None:
    """Skip where a user may not make mounts of their own."""
    tried = ["unshare", "-rm", "sh", "-ec", "mount -t tmpfs -o size=64k none /mnt"]
    if shutil.which("unshare") is None or subprocess.run(tried, capture_output=True, check=False).returncode:
        pytest.skip("no mounts of one's own here")


def own(tmp_path: Path) -> dict[str, str]:
    return {name: str(tmp_path / "home" / name.lower()) for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME")}


@pytest.mark.usefixtures("mounts")
@pytest.mark.parametrize("size", ["64k", "160k", "400k"])
def test_an_index_on_a_disk_that_is_full_is_told(folder: Path, tmp_path: Path, size: str) -> None:
    cache = tmp_path / "small"
    cache.mkdir()
    told = dateline(
        "who", "Ada Quill", folder, before=f"mount -t tmpfs -o size={size} none {cache}",
        **{**own(tmp_path), "XDG_CACHE_HOME": str(cache)},
    )  # fmt: skip
    assert "Traceback" not in told.stderr
    assert told.returncode == 1
    assert "the disk has room" in told.stderr


@pytest.mark.usefixtures("mounts")
def test_judgements_on_a_disk_that_is_full_are_told_as_not_kept(tmp_path: Path) -> None:
    data = tmp_path / "small"
    data.mkdir()
    quote = {"article": "a", "text": "b" * 9000}
    lines = [
        json.dumps({"do": "judge", "id": str(n), "at": "", "kind": "rename", "about": [quote], "value": "X"})
        for n in range(20)
    ]
    theirs = tmp_path / "theirs.jsonl"
    theirs.write_text("\n".join(lines))
    told = dateline(
        "judgements", "import", theirs, before=f"mount -t tmpfs -o size=64k none {data}",
        **{**own(tmp_path), "XDG_DATA_HOME": str(data)},
    )  # fmt: skip
    assert told.returncode == 1
    assert "No space left on device" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.usefixtures("mounts")
def test_a_cache_that_is_read_only_shows_what_it_holds(folder: Path, tmp_path: Path) -> None:
    indexing.run([folder])
    sqlite3.connect(places.collection_file([folder])).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    cache = Path(os.environ["XDG_CACHE_HOME"])
    for beside in (*cache.rglob("*-wal"), *cache.rglob("*-shm")):
        beside.unlink()  # as on a disk that was copied
    read_only = f"mount --bind {cache} {cache}; mount -o remount,bind,ro {cache}"
    told = dateline("export", "mentions", folder, "--as-indexed", before=read_only, **own(tmp_path))
    assert told.stderr == ""
    assert told.stdout.count("small room full of people.") == 6
    (folder / "new.txt").write_text(" date 2031-04-05 \n\nBram Oak said so in a small room.\n")
    told = dateline("who", "Ada Quill", folder, before=read_only, **own(tmp_path))
    assert told.returncode == 1
    assert "Read-only file system" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.usefixtures("mounts")
def test_a_data_folder_that_is_read_only_is_told_and_all_else_works(folder: Path, tmp_path: Path) -> None:
    library = Library.open()
    library.mark_read("a")
    library.close()
    data = Path(os.environ["XDG_DATA_HOME"])
    read_only = f"mount --bind {data} {data}; mount -o remount,bind,ro {data}"
    told = dateline("who", "Ada Quill", folder, before=read_only, **own(tmp_path))
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.count("small room full of people.") == 6
    for command in (["judgements", "import", "-"], ["add", folder], ["forget", folder, "--mine", "--yes"]):
        assert "Traceback" not in dateline(*command, before=read_only, **own(tmp_path)).stderr


@pytest.mark.parametrize("home", ["a file", "missing", "none"])
def test_a_home_that_cannot_be_used_is_told(folder: Path, tmp_path: Path, home: str) -> None:
    (tmp_path / "a file").write_text("")
    there = {"HOME": "/proc/nowhere" if home == "missing" else str(tmp_path / home)}
    program = (NOBODY if home == "none" else "") + PROGRAM
    told = dateline("who", "Ada Quill", folder, program=program, **there)
    assert "Traceback" not in told.stderr
    assert told.returncode == 1
    assert "the index" in told.stderr
    for command in (["feeds"], ["judgements", "list"], ["--version"], ["forget", folder], ["add", folder]):
        told = dateline(*command, program=program, **there)
        assert "Traceback" not in told.stderr, command
        assert told.stderr or told.returncode == 0, command


@pytest.mark.parametrize("name", ["XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"])
def test_an_xdg_folder_that_is_a_file_is_told_or_done_without(
    folder: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "file").write_text("")
    told = dateline("who", "Ada Quill", folder, **{**own(tmp_path), name: str(tmp_path / "file")})
    assert "Traceback" not in told.stderr
    if name == "XDG_CACHE_HOME":
        assert told.returncode == 1
        assert str(tmp_path / "file") in told.stderr
    else:
        assert told.stdout.count("small room full of people.") == 6


def test_a_reader_over_folders_that_cannot_be_made_is_empty_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "file"))
    collection, library = Collection.open([tmp_path]), Library.open()
    assert collection.coverage().articles == 0
    assert str(tmp_path / "file") in (collection.failure or "")
    library.mark_read("x")
    assert library.is_read("x")
    assert "is not kept" in library.messages[0]
    assert indexing.needs_run([tmp_path])
    assert indexing.run([tmp_path]).stopped
    with pytest.raises(OSError, match="file"):
        places.collection_file([tmp_path])
