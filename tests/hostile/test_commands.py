"""Hostile articles, feeds and judgements through the commands, as a terminal would get it."""

from __future__ import annotations

import csv
import io
import json
import os
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from dateline.cli import cli
from dateline.commands.export import FORMS as EXPORTS
from dateline.feeds import store
from dateline.library.judgements import Judgements
from dateline.model import Quote
from hostile_strings import OBEYED, STRINGS

if TYPE_CHECKING:
    from pathlib import Path

BODY = "Ada Quill said so in a small room, and nobody who was there would say a word about it afterwards."


pytestmark = pytest.mark.usefixtures("simple_steps")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles\x1b]0;owned\x07\n\u202e"
    folder.mkdir()
    for number, told in enumerate(STRINGS.values()):
        record = {"title": told, "source": told, "date": "2031-04-05", "text": f"{told} {BODY}"}
        (folder / f"{number}\x1b[31m\x9b.jsonl").write_text(json.dumps(record), encoding="utf-8")
    (folder / "empty\x1b[2J\n.txt").write_text("")
    return folder


def _run(*arguments: str | Path) -> Result:
    done = CliRunner().invoke(cli, list(map(str, arguments)), color=True)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    for stream in (done.stdout, done.stderr):
        assert not (found := OBEYED.search(stream.replace("\t", " "))), (found, arguments)
    return done


@pytest.mark.parametrize("form", ["text", "csv", "jsonl"])
def test_who(folder: Path, form: str) -> None:
    done = _run("who", "Ada Quill", folder, "--format", form)
    assert done.stdout.count("small room") > len(STRINGS) * 0.9
    assert "empty" in done.stderr
    if form == "csv":
        for row in csv.reader(io.StringIO(done.stdout)):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row), row


@pytest.mark.parametrize("form", ["table", "csv", "json"])
@pytest.mark.parametrize("command", ["ledger", "summits"])
def test_the_ledger_and_the_summits(folder: Path, command: str, form: str) -> None:
    assert "empty" in _run(command, folder, "--format", form).stderr


def test_a_name_that_nobody_has(folder: Path) -> None:
    for told in ("\x1b[31mX", "x' OR 1=1 --", '"', "*", "NEAR(", "\x00", "%"):
        assert _run("who", told, folder).exit_code == 1


def test_judgements() -> None:
    judgements = Judgements.open()
    for told in STRINGS.values():
        judgements.add("rename", [Quote("article", told, told, told)], told)
        judgements.add("wrong", [Quote("article", told, told, told)])
    for form in ("text", "jsonl"):
        lines = _run("judgements", "list", "--format", form).stdout.splitlines()
        assert len(lines) == 2 * len(STRINGS)
    exported = _run("judgements", "export").stdout
    assert len(exported.splitlines()) == 2 * len(STRINGS) + 1


def test_feeds(tmp_path: Path) -> None:
    with store.changing() as feeds:
        for number, told in enumerate(STRINGS.values()):
            feeds.add(f"http://{number}.invalid/{told}", told)
    home = (store.added_folder() / "feeds").resolve()
    for feed in store.Feeds.read().by_name.values():
        assert store.entries_folder(feed).resolve().parent == home, "no name leads out of the folder"
    assert len(_run("feeds").stdout.splitlines()) == len(STRINGS)
    _run("feeds", "export")
    names = list(store.Feeds.read().by_name)
    assert len(_run("feeds", "remove", *names).stdout.splitlines()) == len(names)


def test_what_is_added_stays_in_its_folder(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in ("..\x1b[2J\n.txt", "...txt", "a\\..\\..\\b.txt", "-rf.txt", "..%2f..%2fc.txt"):
        (source / name).write_text(f"Port news. {BODY} {name!r}\n")
        _run("add", source / name)
    _run("add", source)
    kept = set((tmp_path / "home").rglob("*.txt"))
    assert kept
    assert {path.parent for path in kept} == {store.added_folder() / "files"}
    assert not any(OBEYED.search(path.name) or path.name.startswith("-") for path in kept)


def test_pipes_are_not_opened_and_links_lead_round_once(folder: Path, tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names here")
    for name in ("a.txt", "b.opml", "c.jsonl.gz", "d.html"):
        os.mkfifo(folder / name)
    (folder / "round").symlink_to(folder)
    (folder / "endless.txt").symlink_to("/dev/zero")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    told = _run("extract", folder)
    assert len(told.stdout.splitlines()) > len(STRINGS) * 0.9, "each article once"
    assert told.stderr.count("a pipe, a socket or a device") == 4
    assert "leads back to itself" in told.stderr
    for name in ("a.txt", "b.opml", "d.html"):
        assert _run("add", folder / name).exit_code == 1


@pytest.mark.parametrize(("what", "forms"), EXPORTS.items())
def test_exports(folder: Path, tmp_path: Path, what: str, forms: tuple[str, ...]) -> None:
    of = ["--of", "Ada Quill"] if what == "dossier" else []
    for form in forms:
        done = _run("export", what, folder, *of, "--format", form, "--output", tmp_path / f"{what}.{form}")
        assert "empty" in done.stderr
        written = (tmp_path / f"{what}.{form}").read_text(encoding="utf-8")
        assert not (found := OBEYED.search(written)), (found, what, form)
        if form == "csv":
            for row in csv.reader(io.StringIO(written)):
                assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row), row


def test_what_errors_quote_of_the_command_line(tmp_path: Path) -> None:
    told = "a\x1b]52;c;ZXZpbA==\x07\x9b2J\u202e"
    for arguments in (
        [told], [f"--{told}"], ["who", told, told], ["ledger", "--from", told], ["ledger", "--least", told],
        ["ledger", "--status", told], ["extract", "--map", told, tmp_path], ["export", told],
        ["export", "ledger", tmp_path, "--output", tmp_path / told / "x"], ["forget", tmp_path / told],
        ["feeds", told], ["feeds", "remove", told], ["feeds", "export", tmp_path / told / "x"], ["add", told],
        ["add", f"http://{told}"], ["judgements", "import", told], ["judgements", "export", f"{told}/x"],
    ):  # fmt: skip
        assert _run(*arguments).exit_code > 0


def test_judgements_of_others(tmp_path: Path) -> None:
    rows = [{"dateline": "judgements", "version": 1}]
    for number, told in enumerate(STRINGS.values()):
        quoted = {"article": told, "text": told, "before": told, "after": told}
        rows.append(
            {
                "do": "judge",
                "id": f"{number}{told}",
                "at": told,
                "kind": "rename",
                "about": [quoted],
                "value": told,
            }
        )
    (tmp_path / "others.jsonl").write_text("\n".join(map(json.dumps, rows)))
    _run("judgements", "import", tmp_path / "others.jsonl")
    for form in ("text", "jsonl"):
        _run("judgements", "list", "--format", form)
    _run("judgements", "export")
