"""Disks that are away, folders that may not be opened, links that lead nowhere: what was read is not lost."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline import indexing
from dateline.cli import cli
from dateline.index.collection import Collection
from dateline.index.rows import Filter
from dateline.library.library import Library

pytestmark = pytest.mark.usefixtures("simple_steps")
NAMES = ("Ada Quill", "Bram Oak", "Cara Witt", "Dora Yew")


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """A folder as of a disk, with two articles in a folder of its own and two beside it."""
    disk = tmp_path / "disk"
    for number, name in enumerate(NAMES):
        path = disk / ("deep" if number < 2 else ".") / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f" date 2031-04-05 \n\n{name} said so in a small room full of people.\n")
    indexing.run([disk])
    return disk


def shown(*roots: Path) -> list[str]:
    collection = Collection.open(roots)
    names = sorted(found.selection.label for found in collection.find(""))
    assert collection.failure is None
    collection.close()
    return names


def away(disk: Path, *, empty: bool) -> Path:
    """Take the disk out; its folder goes with it, or stays as an empty one."""
    kept = disk.with_name("in the drawer")
    disk.rename(kept)
    if empty:
        disk.mkdir()
    return kept


@pytest.mark.parametrize("empty", [True, False])
def test_a_disk_that_is_not_mounted_keeps_its_articles_with_a_word(disk: Path, empty: bool) -> None:
    kept = away(disk, empty=empty)
    assert indexing.needs_run([disk]), "the word is still to be told"
    summary = indexing.run([disk])
    assert summary.articles == 4
    (problem,) = summary.problems
    assert problem.path == str(disk)
    assert "still shown" in problem.reason
    assert "dateline forget" in problem.advice
    assert shown(disk) == list(NAMES)
    assert not indexing.needs_run([disk]), "it is not told at every start"
    if empty:
        disk.rmdir()
    kept.rename(disk)
    assert indexing.needs_run([disk])
    assert indexing.run([disk]).problems == ()
    assert shown(disk) == list(NAMES)


def test_a_disk_that_comes_back_with_other_files_is_read_again(disk: Path) -> None:
    kept = away(disk, empty=True)
    indexing.run([disk])
    disk.rmdir()
    kept.rename(disk)
    (disk / "3.txt").unlink()
    (disk / "2.txt").write_text(" date 2031-04-05 \n\nEva Fir said so in a small room full of people.\n")
    indexing.run([disk])
    assert shown(disk) == ["Ada Quill", "Bram Oak", "Eva Fir"]


def test_files_and_folders_that_are_removed_are_gone_without_a_word(disk: Path) -> None:
    shutil.rmtree(disk / "deep")
    (disk / "3.txt").unlink()
    assert indexing.run([disk]).problems == ()
    assert shown(disk) == ["Cara Witt"]


def test_one_of_two_disks_that_is_away_does_not_stop_the_other(disk: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "9.txt").write_text(" date 2031-04-05 \n\nIda Vale said so in a small room full of people.\n")
    indexing.run([disk, other])
    away(disk, empty=True)
    (other / "9.txt").write_text(" date 2031-04-05 \n\nEva Fir said so in a small room full of people.\n")
    assert len(indexing.run([disk, other]).problems) == 1
    assert shown(disk, other) == [*NAMES, "Eva Fir"]


def refuse(monkeypatch: pytest.MonkeyPatch, folder: Path, number: int) -> None:
    """Let the system refuse to list a folder, as it refuses its owner and not root."""
    scandir = os.scandir

    def refusing(path: str | Path = ".") -> object:
        if Path(path) == folder:
            raise OSError(number, os.strerror(number), str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)


@pytest.mark.parametrize("number", [13, 5, 116])  # not permitted, the disk fails, the server is away
def test_a_folder_that_cannot_be_listed_keeps_its_articles(
    disk: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    with monkeypatch.context() as patched:
        refuse(patched, disk / "deep", number)
        (problem,) = indexing.run([disk]).problems
        assert problem.path == str(disk / "deep")
        assert "still shown" in problem.reason
        assert shown(disk) == list(NAMES)
        assert not indexing.needs_run([disk])
        (disk / "2.txt").unlink()
        indexing.run([disk])
        assert shown(disk) == ["Ada Quill", "Bram Oak", "Dora Yew"], "what can be listed is followed"
    assert indexing.run([disk]).problems == ()


def test_a_link_to_a_disk_that_is_away_keeps_its_articles(disk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "links"
    folder.mkdir()
    (folder / "all").symlink_to(disk)
    (folder / "one.txt").symlink_to(disk / "3.txt")
    indexing.run([folder])
    away(disk, empty=False)
    summary = indexing.run([folder])
    assert {problem.path for problem in summary.problems} >= {str(folder / "all")}
    assert shown(folder) == list(NAMES)


def test_an_upgrade_while_the_disk_is_away_loses_nothing(disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.index.version import current_versions
    from dateline.indexing import runner, survey, update

    new = current_versions()._replace(loader="new", extractor="new", linker="new")
    for module in (runner, survey, update):
        monkeypatch.setattr(module, "current_versions", lambda: new)
    kept = away(disk, empty=True)
    indexing.run([disk])
    assert shown(disk) == list(NAMES)
    assert not indexing.needs_run([disk])
    disk.rmdir()
    kept.rename(disk)
    assert indexing.run([disk]).changed
    assert shown(disk) == list(NAMES)
    assert not indexing.needs_run([disk])


def test_bookmarks_wait_for_the_disk(disk: Path) -> None:
    (line,) = Collection.open([disk]).headlines(Filter(), "2031-04-05", 0, 1, None)
    Library.open().toggle_bookmark(line.article)
    kept = away(disk, empty=False)
    indexing.run([disk])
    kept.rename(disk)
    indexing.run([disk])
    assert Library.open().bookmarks() == [line.article]


def test_what_was_read_of_a_disk_that_is_away_can_be_asked_for_and_forgotten(disk: Path) -> None:
    away(disk, empty=False)
    asked = CliRunner().invoke(cli, ["who", "Ada Quill", str(disk)])
    assert "Ada Quill said so" in asked.stdout
    assert "still shown" in asked.stderr
    assert asked.exit_code == 1
    assert CliRunner().invoke(cli, ["forget", str(disk)]).exit_code == 0
    asked = CliRunner().invoke(cli, ["who", "Ada Quill", str(disk)])
    assert "no such file or folder" in asked.stderr


def test_without_a_path_the_collection_read_last_opens_though_its_disk_is_away(disk: Path) -> None:
    from dateline.library.session import Session

    Library.open().save_session([disk], Session())
    away(disk, empty=False)
    assert "Ada Quill said so" in CliRunner().invoke(cli, ["who", "Ada Quill"]).stdout
