"""`dateline export`: what it writes where, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import networkx
import pytest
from click.testing import CliRunner

import harbours
from dateline.cli import cli
from dateline.text import clean

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder whose index tells of the made-up collection."""
    harbours.store(tmp_path)
    (tmp_path / "harbour").mkdir()
    return tmp_path / "harbour"


def run(*arguments: str | Path) -> Result:
    words = [str(argument) for argument in arguments]
    return CliRunner().invoke(cli, ["export", *words, "--as-indexed"])


@pytest.mark.parametrize(
    ("what", "begins"),
    [
        ("ledger", "first,last,kind,pledger"),
        ("mentions", "date,date_basis,outlet"),
        ("graph", "<graphml"),
        ("timeline", "# Timeline of harbour"),
    ],
)
def test_each_has_its_usual_form(folder: Path, what: str, begins: str) -> None:
    done = run(what, folder)
    assert done.exit_code == 0
    assert done.stdout.startswith(begins)
    assert clean(done.stdout) == done.stdout


def test_the_forms_can_be_chosen_and_read(folder: Path) -> None:
    assert len(json.loads(run("ledger", folder, "--format", "json").stdout)["claims"]) == 2
    assert len(json.loads(run("mentions", folder, "--format", "json").stdout)["mentions"]) > 10
    assert len(networkx.parse_graphml(run("graph", folder, "--of", "Cara de Witt").stdout)) == 2


def test_dates_and_names_limit_it(folder: Path) -> None:
    found = csv.DictReader(io.StringIO(run("mentions", folder, "--of", "quill", "--to", "2031-04").stdout))
    assert {row["name"] for row in found} == {"Ada Quill"}
    told = run("dossier", folder, "--of", "port talks", "--from", "2031").stdout
    assert told.startswith("# Port talks, 6 Apr 2031\n")
    assert "from 1 Jan 2031" in told
    assert run("timeline", folder, "--from", "2031-06", "--to", "2031-06").stdout.count("\n- ") == 1
    assert (
        "1 Feb 2031 – 28 Feb 2031" in run("timeline", folder, "--from", "2031-02", "--to", "2031-02").stdout
    )


def test_a_selection_is_taken_by_its_id(folder: Path) -> None:
    told = run("dossier", folder, "--selected", "pledge", "refusal", "the refusal").stdout
    assert "refused" in told
    found = run("timeline", folder, "--selected", "search", "premier", "premier").stdout
    assert found.count("\n- ") == 1
    gone = run("dossier", folder, "--selected", "person", "nobody", "Nobody")
    assert gone.exit_code == 1
    assert "Nobody" in gone.stderr


def test_a_file_is_not_replaced_unless_forced(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "ledger.csv"
    assert run("ledger", folder, "--output", file).exit_code == 0
    written = file.read_text(encoding="utf-8")
    assert written.startswith("first,last")
    file.write_text("mine")
    done = run("ledger", folder, "--output", file)
    assert done.exit_code == 1
    assert "--force" in done.stderr
    assert file.read_text() == "mine"
    assert run("ledger", folder, "--output", file, "--force").exit_code == 0
    assert file.read_text(encoding="utf-8") == written
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["ledger.csv"]


def test_what_fails_leaves_the_old_file(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "dossier.md"
    file.write_text("mine")
    done = run("dossier", folder, "--selected", "person", "nobody", "Nobody", "--output", file, "--force")
    assert done.exit_code == 1
    assert file.read_text() == "mine"
    nowhere = run("ledger", folder, "--output", tmp_path / "none" / "ledger.csv")
    assert nowhere.exit_code == 1
    assert "can't be written" in nowhere.stderr
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["dossier.md"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("dossier",), "--of"),
        (("ledger", "--format", "md"), "csv or json"),
        (("pictures",), "pictures"),
        (("ledger", "--from", "soon"), "--from"),
    ],
)
def test_wrong_usage_is_said(arguments: tuple[str, ...], words: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert words in done.stderr


def test_a_name_that_nobody_bears_is_an_error(folder: Path) -> None:
    done = run("dossier", folder, "--of", "Zzyzx")
    assert done.exit_code == 1
    assert "'Zzyzx' is not one actor or summit of this collection" in done.stderr
    assert run("ledger", folder, "--of", "port talks").exit_code == 1


def test_the_articles_of_a_folder_are_indexed_first(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(
        "date 2031-06-03 Bridge over the Arun reopens\n\nOrla Fenwick of Ireland met officials in Nairobi.\n",
        encoding="utf-8",
    )
    done = CliRunner().invoke(cli, ["export", "timeline", str(tmp_path)])
    assert done.exit_code == 0
    assert "Bridge over the Arun reopens”" in done.stdout
    assert "bridge.txt" in done.stdout
