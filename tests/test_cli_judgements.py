"""The commands for judgements, as scripts use them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from dateline.cli import cli
from dateline.library.judgements import Judgements
from dateline.model import Quote

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

VALE, BRANDT = Quote("a" * 64, "Ida\nVale", "said "), Quote("b" * 64, "Otto Brandt")


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["judgements", *arguments], input=given)


@pytest.fixture
def kept() -> Judgements:
    judgements = Judgements.open()
    judgements.add("same", [VALE, BRANDT])
    judgements.add("date", [Quote("a" * 64, "")], "2031-04-02")
    judgements.add("confirmed", [Quote("a" * 64, "word " * 30)])
    judgements.add("wrong", [Quote("a" * 64, "pledged", "eru and Kenya have both ", " to lend £5m.\n\nOn")])
    return judgements


def test_judgements_are_listed_in_words(kept: Judgements) -> None:
    lines = run("list", "--format", "text").stdout.splitlines()
    assert [line[12:] for line in lines[:2]] == [
        "“Ida Vale” is the same as “Otto Brandt”",
        "the article is dated 2031-04-02",
    ]
    assert lines[2].endswith("word…” is confirmed")
    assert lines[3][12:] == "“…and Kenya have both pledged to lend £5m.” is wrong"
    assert json.loads(run("list").stdout.splitlines()[0])["id"] == kept.standing()[0].id


def test_what_is_exported_is_imported_again(kept: Judgements, tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl"
    assert run("export", str(file)).exit_code == 0
    assert run("export").stdout == file.read_text(encoding="utf-8")
    before = kept.standing()
    for judgement in before:
        kept.undo(judgement.id)
    done = run("import", str(file))
    assert (done.exit_code, done.stderr) == (0, "0 new, 4 known\n")
    changed = file.read_text(encoding="utf-8").replace(before[0].id, "another")
    done = run("import", "-", given=changed)
    assert done.stderr == "1 new, 3 known\n"
    assert [judgement.id for judgement in Judgements.open().standing()] == ["another"]


def test_contradictions_and_bad_lines_are_named(kept: Judgements) -> None:
    lines = [
        json.dumps(
            {"do": "judge", "id": "x", "at": "2031-01-01", "kind": "different", "about": [
                {"article": q.article, "text": q.text, "before": q.before} for q in (VALE, BRANDT)]}
        ),
        "scribble",
    ]  # fmt: skip
    done = run("import", "-", given="\n".join(lines))
    assert done.exit_code == 1
    assert "“Ida Vale” is not the same as “Otto Brandt”; you have said that “Ida Vale” is the" in done.stderr
    assert "line 2 is no judgement" in done.stderr
    assert len(Judgements.open().standing()) == 4


def test_a_damaged_file_is_told(kept: Judgements) -> None:
    with kept.path.open("a") as file:
        file.write("scribble\n")
    done = run("list")
    assert "was damaged; it is kept as" in done.stderr
    assert len(done.stdout.splitlines()) == 4
    assert run("list").stderr == ""
