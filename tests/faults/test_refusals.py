"""The system refuses each call of a command in turn: a full disk, a disk that fails.

The reader of the news gets a word and no traceback, what was there before is there, and the same command does
the rest when the disk is well again.
"""

from __future__ import annotations

import contextlib
import errno
import io
import sys
from typing import TYPE_CHECKING

import pytest

import dying
import harbours
from dateline import indexing
from dateline.cli import cli
from dateline.feeds import adding, refresh, store
from dateline.feeds.fetch import Answer
from dateline.library.judgements import Judgements
from dateline.library.library import Library
from dateline.model import Quote
from feeds_server import feed_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="processes are forked"),
    pytest.mark.usefixtures("simple_steps"),
]
URL = "http://coast.invalid/feed"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A reader who has something of everything."""
    home = tmp_path / "home"
    folder = home / "articles"
    folder.mkdir(parents=True)
    for number, name in enumerate(("Ada Quill", "Bram Oak")):
        (folder / f"{number}.txt").write_text(f" date 2031-04-05 \n\n{name} said so in a small room.\n")
    for module in (adding, refresh):
        monkeypatch.setattr(module, "fetch", lambda url, **_: Answer(url, feed_of("One", "Two"), "tag"))
    adding.add_address(URL)
    indexing.run([folder])
    harbours.store(home)
    (home / "harbour").mkdir()
    Library.open().toggle_bookmark("y")
    Judgements.open().add("same", [Quote("a", "Ida Vale"), Quote("b", "Ms Vale")])
    (home / "theirs.jsonl").write_text("\n".join(Judgements.open().export()).replace("Ida", "Ada"))
    (home / "table.csv").write_text("headline,body\nOne,Two said so in a small room.\n")
    return home


def given(home: Path, words: str) -> Callable[[Callable[[str], None]], object]:
    """An action that gives a command, and tells its exit code and what it prints."""
    arguments = words.format(home=home).split()

    def action(tell: Callable[[str], None]) -> None:
        printed = io.StringIO()
        code: object = 0
        try:
            with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
                cli.main(arguments, prog_name="dateline")
        except SystemExit as end:
            code = end.code
        tell(f"{code} {printed.getvalue()}".replace("\n", " "))

    return action


COMMANDS = [
    ("who Ada {home}/articles", 4),
    ("export ledger {home}/harbour --as-indexed --output {home}/new.csv", 2),
    ("export ledger {home}/harbour --as-indexed", 2),
    ("ledger {home}/articles --format csv", 4),
    ("summits {home}/articles", 4),
    ("forget {home}/articles --mine --yes", 4),
    ("forget --unused", 2),
    ("judgements list", 1),
    ("judgements export {home}/kept.jsonl", 1),
    ("judgements import {home}/theirs.jsonl", 1),
    ("feeds", 1),
    ("feeds refresh", 2),
    ("feeds remove the-coastal-post --entries", 1),
    ("feeds remove the-coastal-post", 1),
    ("feeds export {home}/list.opml", 1),
    (f"add {URL}2 {{home}}/articles", 3),
    ("who Ada {home}/table.csv --map title=headline,text=body", 7),
]


@pytest.mark.parametrize(("words", "every"), COMMANDS, ids=[words.partition("{")[0] for words, _ in COMMANDS])
def test_a_command_that_the_disk_refuses(home: Path, words: str, every: int) -> None:
    broken, silent = set(), set()
    for number in (errno.ENOSPC, errno.EIO) if dying.ALL else (errno.ENOSPC,):
        tries = list(_looked_at(home, dying.refusals(home, given(home, words), number, 2 * every)))
        broken |= {tried.error for tried in tries if tried.error}
        well = tries[-1].told
        silent |= {
            str(tried) for tried in tries if tried.told != well and not any(map(_says_why, tried.told))
        }
    assert not broken, "\n\n".join(sorted(broken))
    assert not silent, "\n\n".join(sorted(silent))


def _looked_at(home: Path, tries: Iterator[dying.Try]) -> Iterator[dying.Try]:
    """See that nothing is lost after each try."""
    for tried in tries:
        assert len(Library.open().bookmarks()) == 1
        assert len(Judgements.open().standing()) >= 1
        assert store.Feeds.read().by_name or "removed" in tried.told[-1]
        assert len(list((home / "articles").iterdir())) == 2
        yield tried


def _says_why(told: str) -> bool:
    """Say whether a command ended with a word on the disk."""
    words = ("No space", "Input/output", "cannot be read")
    return not told.startswith("0 ") or any(word in told for word in words)
