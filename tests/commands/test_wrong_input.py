"""What every command says, and how it ends, where what it is given is wrong."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import cli

WRONG, FAILED = 2, 1
OVER_COLLECTION: tuple[list[str], ...] = (
    ["extract"],
    ["who", "Ida"],
    ["ledger"],
    ["summits"],
    ["export", "timeline"],
    [],
)
FULL = Path("/dev/full")


def run(*words: str | Path) -> tuple[int, str]:
    """Return exit code and standard error of a command that prints nothing else."""
    done = CliRunner().invoke(cli, [*map(str, words)], prog_name="dateline")
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.stdout == ""
    return done.exit_code, done.stderr


@pytest.mark.parametrize("command", OVER_COLLECTION, ids=" ".join)
class TestPaths:
    def test_one_that_is_not_there_is_named(self, command: list[str]) -> None:
        assert run(*command, "nowhere.txt") == (FAILED, "Error: no such file or folder: nowhere.txt\n")

    def test_an_empty_one_is_not_the_folder_that_one_is_in(self, command: list[str]) -> None:
        code, told = run(*command, "")
        assert code == WRONG
        assert told.endswith("Error: Invalid value for '[PATH]...': it is empty\n")


@pytest.mark.parametrize("command", OVER_COLLECTION[:-1], ids=" ".join)
def test_a_folder_without_articles_is_no_answer(command: list[str], tmp_path: Path) -> None:
    assert run(*command, tmp_path) == (FAILED, f"Error: {tmp_path}: no article is in it\n")


@pytest.mark.parametrize("command", OVER_COLLECTION[:-1], ids=" ".join)
def test_a_file_that_cannot_be_read_is_named(command: list[str], tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    code, told = run(*command, empty)
    assert code == FAILED
    assert told.startswith(f"Error: {empty}: it is empty")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ("--nonsense", WRONG, "Usage: dateline [OPTIONS] [PATH]...\nTry 'dateline --help' for help.\n"),
        ("help", FAILED, "did you mean `dateline --help`?"),
        ("ledgr", FAILED, "did you mean `dateline ledger`?"),
        ("ledger --from 2031-02-30 .", WRONG, "there is no 2031-02-30 in the calendar"),
        ("summits --from 2031 --to 2030-12 .", WRONG, "--from 2031 is after --to 2030-12"),
        ("export timeline --from monday .", WRONG, "'monday' is no date"),
        ("export ledger . --output .", WRONG, "is a directory"),
        ("judgements import nowhere", FAILED, "Error: nowhere can't be read (No such file or directory)\n"),
        ("judgements export nowhere/file", FAILED, "Error: nowhere/file can't be written ("),
        ("feeds export nowhere/file", FAILED, "Error: nowhere/file can't be written ("),
        ("feeds refresh nobody", FAILED, "no feed is called 'nobody'"),
        ("add nowhere", FAILED, "Error: nowhere: there is no such file"),
        ("forget nowhere", FAILED, "Error: nowhere: nothing is indexed of it"),
    ],
)
def test_what_is_wrong_is_said(words: str, code: int, says: str) -> None:
    ended, told = run(*words.split())
    assert ended == code
    assert says in told


@pytest.mark.parametrize(
    "words",
    [["add"], ["forget"], ["export", "ledger", "--output"], ["who"], ["ledger", "--actor"]],
    ids=" ".join,
)
def test_what_is_empty_names_nothing(words: list[str]) -> None:
    code, told = run(*words, "")
    assert code == WRONG
    assert "it is empty" in told


def test_each_line_about_a_judgement_says_that_it_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("no judgement\nnor this\n")
    code, told = run("judgements", "import", tmp_path / "notes")
    assert code == FAILED
    assert told.splitlines()[:-1] == [
        f"Error: {tmp_path / 'notes'}: line {n} is no judgement" for n in (1, 2)
    ]


@pytest.mark.skipif(not FULL.exists(), reason="no full device here")
@pytest.mark.parametrize("words", [["--help"], ["judgements", "export"]], ids=" ".join)
def test_a_full_disk_behind_standard_output_is_told(words: list[str]) -> None:
    with FULL.open("w") as full:
        command = [sys.executable, "-m", "dateline", *words]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        FAILED,
        f"Error: standard output: {os.strerror(errno.ENOSPC)}\n",
    )


@pytest.mark.parametrize("words", [[], ["judgements", "list"], ["feeds"]], ids=" ".join)
def test_a_closed_standard_output_is_no_accident(words: list[str]) -> None:
    command = ["sh", "-c", 'exec "$@" >&-', "sh", sys.executable, "-m", "dateline", *words]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == (0 if words else WRONG)
    assert "Traceback" not in done.stderr
