"""Which articles a command is about: one rule for all of them, and a word for what was mistyped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from dateline.cli import cli
from dateline.commands.opening import roots_of
from dateline.config import sample_collection
from dateline.feeds import adding, store
from dateline.library.library import Library
from dateline.library.session import Session

if TYPE_CHECKING:
    from click.testing import Result

COMMANDS = [["extract"], ["who", "Ida Vale"], ["ledger"], ["summits"], ["export", "timeline"]]


def dateline(*words: str) -> Result:
    return CliRunner().invoke(cli, words)


def add(folder: Path) -> None:
    (folder / "a.txt").write_text("Ida Vale spoke at length on Friday about the walls.")
    adding.add_path(folder / "a.txt")


def test_without_a_path_it_is_the_last_collection_then_what_was_added_then_the_sample(tmp_path: Path) -> None:
    assert roots_of(()) == (sample_collection(),)
    store.private(store.added_folder() / "files")
    assert roots_of(()) == (sample_collection(),), "an empty folder is no collection"
    add(tmp_path)
    assert roots_of(()) == (store.added_folder(),)
    last = tmp_path / "last"
    last.mkdir()
    library = Library.open()
    library.save_session([last], Session())
    library.close()
    assert roots_of(()) == (last,)
    assert roots_of((), sample=True) == (sample_collection(),)
    last.rmdir()
    assert roots_of(()) == (store.added_folder(),)


@pytest.mark.usefixtures("simple_steps")
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_every_command_takes_a_map_and_tells_the_rule(tmp_path: Path, words: list[str]) -> None:
    told = " ".join(dateline(words[0], "--help").output.split())
    assert "Without a PATH: the collection that the reader opened last" in told
    (tmp_path / "t.csv").write_text("kop,inhoud\nWalls,Ida Vale spoke in a small room.\n")
    result = dateline(*words, "--map", "title=kop,text=inhoud", str(tmp_path / "t.csv"))
    assert result.exit_code == 0, result.output


@pytest.mark.usefixtures("simple_steps")
@pytest.mark.parametrize("words", COMMANDS[1:], ids=lambda words: words[0])
def test_every_command_finds_what_was_added(tmp_path: Path, words: list[str]) -> None:
    add(tmp_path)
    assert dateline(*words).exit_code == 0, "an actor of another collection would not be known"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("feedz", "dateline feeds"), ("ledgers", "dateline ledger"), ("https://x.invalid", "dateline add")],
)
def test_what_was_mistyped_is_told_with_what_may_have_been_meant(typed: str, meant: str) -> None:
    result = dateline(typed)
    assert result.exit_code == 1
    assert f"`{meant}" in result.output


def test_the_help_tells_the_options_of_the_reader() -> None:
    told = dateline("--help").output
    for option in ("--map", "--verify", "--jobs", "--sample"):
        assert option in told
    assert "..." not in told.partition("Commands:")[2], "a command is told in a whole line"


@pytest.mark.parametrize("group", ["feeds", "judgements"])
def test_each_command_of_a_group_is_told_in_a_whole_line(group: str) -> None:
    assert "..." not in dateline(group, "--help").output.partition("Commands:")[2]


def test_a_path_that_is_not_there_is_named() -> None:
    with pytest.raises(click.ClickException, match="no such file or folder: nowhere"):
        roots_of([Path("nowhere")])


def test_extract_reads_what_was_added(tmp_path: Path) -> None:
    add(tmp_path)
    (record,) = [json.loads(line) for line in dateline("extract").stdout.splitlines()]
    assert record["text"].startswith("Ida Vale")
