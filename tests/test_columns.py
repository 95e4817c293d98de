"""A map of columns, told once and kept for its path."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from dateline import column_maps
from dateline.cli import cli
from dateline.index.version import current_versions
from dateline.indexing import steps
from dateline.loading.load import Loaded

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "t.csv"
    path.write_text(
        "kop,inhoud,dag\nOne,Ida Vale spoke in Oslo on Friday.,2021-03-04\nTwo,She left.,2021-03-05\n"
    )
    return path


def test_a_map_counts_for_one_extraction_alone(table: Path) -> None:
    told = "title=kop,text=inhoud,date=dag"
    result = CliRunner().invoke(cli, ["extract", "--map", told, str(table)])
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(r["file"], r["title"], r["date"]) for r in records] == [
        ("t.csv#1", "One", "2021-03-04"),
        ("t.csv#2", "Two", "2021-03-05"),
    ]
    assert CliRunner().invoke(cli, ["extract", str(table)]).exit_code == 1


def test_a_map_that_is_kept_counts_for_all_under_its_path(table: Path) -> None:
    before = current_versions()
    column_maps.remember([table.parent], {"text": "inhoud"})
    assert sum(isinstance(item, Loaded) for item in steps.load(table)) == 2
    assert current_versions().loader != before.loader  # so that what was read without it is read again
    column_maps.remember([table.parent], {})
    assert current_versions() == before
    assert not any(isinstance(item, Loaded) for item in steps.load(table))


def test_the_nearest_path_decides(table: Path) -> None:
    column_maps.remember([table.parent], {"text": "kop"})
    column_maps.remember([table], {"text": "inhoud"})
    assert column_maps.of(table) == {"text": "inhoud"}
    assert column_maps.of(table.parent / "other.csv") == {"text": "kop"}


def test_a_map_that_makes_no_sense_is_wrong_usage(table: Path) -> None:
    result = CliRunner().invoke(cli, ["extract", "--map", "words=x", str(table)])
    assert result.exit_code == 2
    assert "“words” is none of title, text, date, source" in result.output
