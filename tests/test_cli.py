"""The command line as scripts use it: what goes to which stream, and with which exit code."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """\
 date 2021-06-03 Bridge over the Arun reopens

Mayor Orla Fenwick said on Thursday that the council will pay £3m for repairs.

Fenwick thanked the engineers. "The council keeps its word," the mayor said.
"""


def run(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, **options)  # type: ignore[call-overload, no-any-return]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def test_version_and_help_need_no_terminal() -> None:
    assert run("--version").stdout.startswith("dateline ")
    shown = run("--help").stdout
    assert "extract" in shown
    assert "who" in shown
    assert "Examples" in shown


def test_extract_prints_one_object_for_each_article(folder: Path) -> None:
    (folder / "again.txt").write_text(ARTICLE.replace("Arun", "Esk"), encoding="utf-8")
    done = run("extract", folder, "--format", "jsonl")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [record["file"] for record in records] == ["again.txt", "bridge.txt"]
    assert records[0]["date"] == "2021-06-03"


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "empty.txt").touch()
    done = run("extract", folder)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert "empty.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_path_is_named(tmp_path: Path, folder: Path) -> None:
    done = run("extract", tmp_path / "nowhere.txt", folder)
    assert done.returncode == 1
    assert "nowhere.txt" in done.stderr
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["extract", ".", "--format", "xml"], ["who"], ["--nonsense"]])
def test_wrong_usage_is_exit_code_two(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "Usage" in done.stderr


def test_the_reader_says_that_it_needs_a_terminal(folder: Path) -> None:
    done = run(folder)
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr


def test_a_pipe_that_closes_early_is_no_error(folder: Path) -> None:
    for number in range(6):  # more than a pipe holds
        (folder / f"{number}.txt").write_text(f"{ARTICLE}\n{number} {'filler ' * 2000}.", encoding="utf-8")
    script = f"set -o pipefail; {sys.executable} -m dateline extract {folder} | head -c 10"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr


def test_who_prints_each_mention_with_its_sentence(folder: Path) -> None:
    done = run("who", "fenwick", folder)
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert done.returncode == 0
    assert {row["mention"] for row in rows} >= {"Orla Fenwick", "Fenwick"}
    assert all(row["date"] == "2021-06-03" and row["file"].endswith("bridge.txt") for row in rows)
    assert rows[0]["sentence"].startswith("Mayor Orla Fenwick said")


def test_who_nobody_knows_is_an_error_that_helps(folder: Path) -> None:
    done = run("who", "Zebulon Quark", folder)
    assert done.returncode == 1
    assert "Zebulon Quark" in done.stderr
    assert not done.stdout


def test_processes_share_the_work_without_a_trace_of_it(folder: Path) -> None:
    for number in range(70):
        (folder / f"{number}.txt").write_text(ARTICLE.replace("Arun", f"Arun {number}"), encoding="utf-8")
    alone = run("extract", folder)
    assert len(alone.stdout.splitlines()) == 71
    assert run("extract", folder, "--jobs", "2").stdout == alone.stdout


def test_explain_tells_the_rule_of_each_mention(folder: Path) -> None:
    record = json.loads(run("extract", folder, "--explain").stdout)
    assert all(mention["rule"] for person in record["people"] for mention in person["mentions"])
    assert record["money"][0]["rule"]
    assert "rule" not in json.loads(run("extract", folder).stdout)["money"][0]


def test_an_unknown_model_is_an_error_that_says_what_to_do(folder: Path) -> None:
    done = run("extract", folder, "--model", "en_none_such")
    assert done.returncode == 2
    assert "en_none_such" in done.stderr
    assert "install" in done.stderr
    assert not done.stdout


def test_a_pipeline_that_is_set_but_not_there_is_told_by_every_command(folder: Path, tmp_path: Path) -> None:
    settings = tmp_path / "settings" / "dateline" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('model = "en_none_such"\n')
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "settings")}
    for arguments in (["extract", folder], ["who", "Fenwick", folder]):
        done = run(*arguments, env=environment)
        assert done.returncode
        assert "spacy download en_none_such" in done.stderr
        assert not done.stdout
