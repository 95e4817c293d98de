"""Which files a collection is made of."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.loading.files import Found, discover
from dateline.model import Problem

if TYPE_CHECKING:
    import pytest


def write(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")


def found(*roots: Path) -> list[Path]:
    return [Path(entry.path) for entry in discover(roots) if isinstance(entry, Found)]


def problems(*roots: Path) -> list[Problem]:
    return [entry for entry in discover(roots) if isinstance(entry, Problem)]


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    names = ["a.txt", "b/a.txt", "b/c/z.TXT", "b.txt", "c.text"]
    write(*(tmp_path / name for name in reversed(names)))
    assert found(tmp_path) == sorted(tmp_path / name for name in names)
    assert found(tmp_path / "c.text", tmp_path / "b", tmp_path / "a.txt") == [
        tmp_path / name for name in ("a.txt", "b/a.txt", "b/c/z.TXT", "c.text")
    ]


def test_size_and_time_are_those_of_the_file(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    os.utime(tmp_path / "a.txt", ns=(5, 7_000_000_000))
    (entry,) = discover([tmp_path])
    assert isinstance(entry, Found)
    assert entry[:3] == (str(tmp_path / "a.txt"), 4, 7_000_000_000)


def test_hidden_files_and_other_kinds_are_left_out(tmp_path: Path) -> None:
    write(*(tmp_path / name for name in (".a.txt", ".git/a.txt", "a.png", "a.txt~", "Makefile", "b.txt")))
    assert found(tmp_path) == [tmp_path / "b.txt"]


def test_a_file_that_is_named_is_taken_whatever_its_name(tmp_path: Path) -> None:
    write(tmp_path / "article", tmp_path / ".hidden")
    assert found(tmp_path / "article", tmp_path / ".hidden") == [tmp_path / ".hidden", tmp_path / "article"]


def test_what_is_given_twice_is_found_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a" / "b" / "x.txt")
    monkeypatch.chdir(tmp_path / "a")
    roots = [tmp_path, tmp_path, tmp_path / "a" / "b", Path(), Path(".."), Path("../a/b/x.txt")]
    assert found(*roots) == [tmp_path / "a" / "b" / "x.txt"]


def test_links(tmp_path: Path) -> None:
    write(tmp_path / "a" / "x.txt", tmp_path / "elsewhere" / "y.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "a" / "other").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "a" / "same.txt").symlink_to(tmp_path / "a" / "x.txt")
    assert found(tmp_path / "a") == [tmp_path / "a" / "other" / "y.txt", tmp_path / "a" / "same.txt"]


def test_links_that_lead_nowhere(tmp_path: Path) -> None:
    write(tmp_path / "x.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert found(tmp_path) == [tmp_path / "x.txt"]
    assert [(Path(p.path).name, p.reason) for p in problems(tmp_path)] == [
        ("gone.txt", "it is a link to nothing"),
        ("self.txt", "it is a link that leads back to itself"),
    ]


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    write(tmp_path / "x.txt")
    assert found(tmp_path / "nothing", tmp_path) == [tmp_path / "x.txt"]
    (problem,) = problems(tmp_path / "nothing", tmp_path)
    assert problem.path == str(tmp_path / "nothing")
    assert problem.reason == "there is no such file or folder"
    assert problem.advice


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a" / "x.txt", tmp_path / "b" / "y.txt")
    scan = os.scandir

    def forbid(path: Path) -> object:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", forbid)
    assert found(tmp_path) == [tmp_path / "b" / "y.txt"]
    assert [(p.path, p.reason) for p in problems(tmp_path)] == [(str(tmp_path / "a"), "it may not be read")]


def test_a_pipe_is_named_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (problem,) = discover([tmp_path])
    assert isinstance(problem, Problem)
    assert "pipe" in problem.reason


def test_names_that_no_file_should_have(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("text")
    (tmp_path / "\x1b]2;title\x07x.bad.txt").symlink_to("nothing")
    undecodable, hostile = sorted(problems(tmp_path), key=lambda problem: problem.reason, reverse=True)
    assert undecodable.path == str(tmp_path / "caf?.txt")
    assert undecodable.reason == "its name is not valid UTF-8"
    assert hostile.path == str(tmp_path / "x.bad.txt")


def test_a_deep_tree(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(300):
        folder = folder / "d"
    write(folder / "x.txt")
    assert found(tmp_path) == [folder / "x.txt"]
