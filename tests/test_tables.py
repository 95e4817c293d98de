"""Tables of the ledger and the summits: what a terminal, a spreadsheet and a program are given."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from dateline import tables
from dateline.cli import cli
from dateline.index.rows import LedgerParty, LedgerRow, Selection, Total

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

ROW = LedgerRow(
    selection=Selection("pledge", "pledge-no-ke-1000", "Norway → Kenya NOK 1,000 pledged"),
    first="2031-03-03",
    last="2031-03-09",
    pledger=LedgerParty("Norway", Selection("country", "NO", "Norway")),
    beneficiary=None,
    what="up to NOK 1,000",
    action="=HYPERLINK lend money\nfor cranes",
    amount="1000",
    amount_to=None,
    currency="NOK",
    period=None,
    yearly=False,
    approximate=True,
    up_to=True,
    status="pledged",
    stage="raised",
    articles=3,
    outlets=2,
    speakers=1,
    signs="= 2 · ≈ 1",
    judged="",
)


def written(*rows: LedgerRow) -> list[dict[str, str]]:
    stream = io.StringIO()
    tables.write_csv(tables.ledger_records(rows), tables.LEDGER_FIELDS, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue())))


def test_csv_has_all_of_a_claim_and_no_formula() -> None:
    (row,) = written(ROW)
    assert row["amount"] == "1000"
    assert row["pledger"] == "Norway"
    assert (row["beneficiary"], row["amount_to"], row["yearly"]) == ("", "", "")
    assert (row["approximate"], row["up_to"]) == ("yes", "yes")
    assert row["action"] == "'=HYPERLINK lend money for cranes"
    assert row["signs"] == "'= 2 · ≈ 1"
    assert row["claim"] == ROW.selection.id


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-5", "@SUM(A1)", "\tx", "\rx"])
def test_what_a_spreadsheet_would_calculate_is_guarded(cell: str) -> None:
    assert tables.guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "1-1", "€5m", "a=b"])
def test_other_cells_are_left_alone(cell: str) -> None:
    assert tables.guarded(cell) == cell


def test_a_terminal_shows_each_claim_on_one_line() -> None:
    stream = io.StringIO()
    tables.write_table(tables.ledger_records([ROW, ROW]), tables.LEDGER_COLUMNS, ["a note"], stream)
    head, *lines, note = stream.getvalue().splitlines()
    assert head.split()[:2] == ["First", "Pledger"]
    assert [line.split()[0] for line in lines] == ["2031-03-03"] * 2
    assert "pledged, raised" in lines[0]
    assert note == "a note"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        ("2000000000", "2000000000", "about £2bn"),
        ("1500000000", "2000000000", "£1.5bn–£2bn"),
        ("0", "2000000000", "up to £2bn"),
    ],
)
def test_a_total_says_what_it_is(low: str, high: str, words: str) -> None:
    total = Total("GBP", False, low, high, True, 7, 3)
    assert tables.total_line(total) == f"{words} · machine-read, 3 of 7 confirmed"


ARTICLE = """\
 date 2031-06-03 Bridge over the Arun reopens

Prime Minister Orla Fenwick of Ireland said on Thursday that Ireland will lend Kenya £3m for repairs.

Ireland will give Chile $20m for a new harbour, Fenwick promised at a summit in Nairobi.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def test_the_ledger_of_a_folder_goes_to_a_pipe_as_csv_and_is_filtered(folder: Path) -> None:
    done = run("ledger", folder)
    assert done.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {(row["pledger"], row["what"]) for row in rows} == {("Ireland", "£3m"), ("Ireland", "$20m")}
    large = json.loads(run("ledger", folder, "--least", "5m usd", "--format", "json").stdout)
    assert [claim["what"] for claim in large["claims"]] == ["$20m"]
    assert [total["currency"] for total in large["totals"]] == ["USD"]
    helped = json.loads(run("ledger", folder, "--actor", "Kenya", "--format", "json").stdout)
    assert [claim["what"] for claim in helped["claims"]] == ["£3m"]
    assert run("ledger", folder, "--from", "2031-07").stdout.count("\n") == 1
    assert run("ledger", folder, "--to", "2031", "--status", "pledged").stdout.count("\n") == 3
    table = run("ledger", folder, "--format", "table").stdout
    assert "£3m · machine-read, 0 of 1 confirmed" in table


def test_the_summits_of_a_folder(folder: Path) -> None:
    (summit,) = json.loads(run("summits", folder, "--format", "json").stdout)["summits"]
    assert summit["place"] == "Nairobi"
    assert "Nairobi" in run("summits", folder, "--format", "table").stdout
    assert run("summits", folder, "--from", "2032").stdout.startswith("date,name,kind")


@pytest.mark.parametrize(
    "options",
    [
        ("--least", "a lot"),
        ("--from", "2031-13"),
        ("--to", "yesterday"),
        ("--status", "kept"),
        ("--sort", "size"),
    ],
)
def test_what_cannot_be_read_is_wrong_usage(folder: Path, options: tuple[str, str]) -> None:
    done = run("ledger", folder, *options)
    assert done.exit_code == 2
    assert options[0] in done.stderr


def test_a_name_that_nobody_bears_is_an_error(folder: Path) -> None:
    done = run("ledger", folder, "--actor", "Zzyzx")
    assert done.exit_code == 1
    assert "Zzyzx" in done.stderr
