"""`dateline export`: what it writes where, and what it refuses."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import networkx
import pytest
from click.testing import CliRunner

import fakes
import harbours
from dateline.cli import _mentions, _write_csv, cli
from dateline.index import places
from dateline.index.collection import Collection
from dateline.index.writer import CollectionWriter
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


def test_the_ledgers_own_options_limit_it(folder: Path) -> None:
    found = csv.DictReader(io.StringIO(run("ledger", folder, "--status", "refused").stdout))
    assert {row["claim"] for row in found} == {"refusal"}
    told = run("ledger", folder, "--least", "EUR", "--format", "md").stdout
    assert "Harbour League €5m" in told
    assert "in EUR" in told
    differing = csv.DictReader(io.StringIO(run("ledger", folder, "--differing").stdout))
    assert {row["claim"] for row in differing} == {"gift"}
    assert run("ledger", folder, "--least", "plenty").exit_code == 2


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


def test_a_child_that_is_ended_leaves_no_half_file(tmp_path: Path) -> None:
    code = (
        "import itertools, pathlib, sys\n"
        "from dateline.commands.export import _fill\n"
        "def lines():\n"
        "    for number in itertools.count():\n"
        "        yield 'x' * 1000\n"
        "        if number == 99: print(flush=True)\n"
        "        if number > 99: import time; time.sleep(0.01)\n"
        "_fill(pathlib.Path('half.csv'), lines(), force=False)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        assert len(list(tmp_path.iterdir())) == 1
        child.terminate()
        assert child.wait(60) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("dossier",), "--of"),
        (("ledger", "--format", "graphml"), "csv or json"),
        (("mentions", "--status", "refused"), "--status is for the ledger"),
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


def test_who_guards_its_cells_too(folder: Path) -> None:
    hostile = fakes.telling("Ada Quill left.", title="=1+1", outlet="@sum")
    writer = CollectionWriter(places.collection_file([folder]))
    writer.store(fakes.state([hostile]))
    writer.close()
    stream = io.StringIO()
    collection = Collection.open([folder])
    with contextlib.redirect_stdout(stream):
        found = collection.find("quill")[0].selection
        _write_csv(list(_mentions(collection, collection.evidence(found, None))))
    collection.close()
    (row,) = csv.DictReader(io.StringIO(stream.getvalue()))
    assert (row["title"], row["source"], row["mention"]) == ("'=1+1", "'@sum", "Ada Quill")
