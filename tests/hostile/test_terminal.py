"""The program in a terminal, over hostile articles, marks, feeds and names: which bytes get there."""

from __future__ import annotations

import http.server
import json
import re
import sys
import threading
from typing import TYPE_CHECKING

import pytest

import hostile_story
from dateline.feeds import store
from dateline.library.library import Library
from dateline.reader.days import long_date
from hostile_story import LINES
from hostile_strings import OBEYED, STRINGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

terminal = pytest.importorskip("terminal", reason="no pseudo-terminals here", exc_type=ImportError)

#: The reader over a made-up index, of which no files are looked for.
READER = """
import sys
from functools import partial
from pathlib import Path
from dateline.index.collection import Collection
from dateline.library.library import Library
from dateline.reader.application import DatelineApp
roots = [Path(sys.argv[1])]
DatelineApp(roots, open_collection=partial(Collection.open, roots), library=Library.open()).run()
"""
#: The command line with rules of thumb in the place of the pipeline.
PROGRAM = "import fake_steps; fake_steps.install(); from dateline.cli import main; main()"
ESCAPE = "\x1b"
_NEVER_PASTED = re.compile("[\x00-\x09\x0b-\x1f\x7f]")  # as terminals themselves replace these
#: Keys, and words by which what they open is known; Esc leaves it.
SCREENS = (
    ("?", "Keys"),
    ("\x10", "Palette"),
    ("p", "letters of a name"),
    ("/", "Search the text"),
    ("d", "Dates"),
    ("e", "Export"),
    ("v", "Cut from"),
    ("w", "Why"),
    ("x", "Judge"),
    ("t", "Note"),
    ("L", "Ledger"),
    ("S", "Summits"),
    ("g", "Ties"),
)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Iterator:
    """Return what runs Python in a terminal."""
    monkeypatch.setenv("PYTHONPATH", str(hostile_story.HERE))
    monkeypatch.setenv("ESCDELAY", "20")  # milliseconds until Esc is known to be the key
    opened = []

    def begin(program: str, *arguments: object, size: tuple[int, int] = (160, 45)) -> terminal.Terminal:
        opened.append(terminal.Terminal([sys.executable, "-c", program, *map(str, arguments)], size))
        return opened[-1]

    yield begin
    for program in opened:
        program.close()


def over(reader: terminal.Terminal, keys: str, words: str) -> None:
    """Open a screen by its keys."""
    reader.send(keys)
    reader.until(lambda shown: words in shown)


def leave(reader: terminal.Terminal, words: str) -> None:
    """Leave a screen that has some words."""
    reader.until(lambda shown: words in shown)
    reader.send(ESCAPE)
    reader.until(lambda shown: words not in shown)


@pytest.mark.parametrize("size", [(160, 45), (80, 24)])
def test_no_screen_lets_an_article_speak_to_the_terminal(run, tmp_path: Path, size) -> None:
    reader = run(READER, *hostile_story.store(tmp_path), size=size)
    reader.until(lambda shown: "January" in shown)
    if size[0] < 100:
        over(reader, "2", long_date(hostile_story.date(0)))
    for day in sorted(map(hostile_story.date, range(1, len(LINES)))):
        over(reader, "J", long_date(day))
    for keys, words in SCREENS if size[0] > 80 else SCREENS[6::2]:
        over(reader, keys, words)
        leave(reader, words)
    reader.send("q")
    assert reader.end() == 0
    assert reader.screen.copied == []
    shown = " ".join(reader.screen.seen.split())
    assert not [words for words in LINES.values() if words[:9].rstrip() not in shown]


def test_what_is_pasted_typed_and_copied(run, tmp_path: Path) -> None:
    reader = run(READER, *hostile_story.store(tmp_path))
    reader.until(lambda shown: "January" in shown)
    pasted = " ".join(_NEVER_PASTED.sub(" ", told[:60]) for told in STRINGS.values())
    assert len(pasted.encode()) < 4000, "as much as the program reads at once"
    for keys, words in (
        ("p", "─ Person ─"),
        ("d", "─ Dates ─"),
        ("t", "─ Note ─"),
        ("/", "─ Search the text ─"),
    ):
        over(reader, keys, words)
        reader.send(f"\x1b[200~{pasted}\x1b[201~")
        reader.send("\u202e\u200b\U000e0041\u009b31mtyped")
        reader.until(lambda shown: "typed" in shown)
        leave(reader, words)
    copies = 6
    for _ in range(copies):
        reader.send("nyJ")
    reader.until(lambda _: len(reader.screen.copied) == copies)
    reader.send("q")
    assert reader.end() == 0
    assert not any(OBEYED.search(text) or "\n" in text for text in reader.screen.copied)
    noted = Library.open().note(hostile_story.article_id(0))
    assert "typed" in noted
    assert not OBEYED.search(noted.removeprefix(STRINGS["CSI"]))


class Rude(http.server.BaseHTTPRequestHandler):
    """Says in its refusal what a terminal would obey."""

    def do_GET(self) -> None:
        self.wfile.write(b"HTTP/1.1 500 \x1b]52;c;ZXZpbA==\x07\x9b2Jrefused\r\nRetry-After: \x1b[2J\r\n\r\n")

    def log_message(self, *_: object) -> None:
        pass


def test_files_feeds_and_refusals(run) -> None:
    """A collection of feeds and files from the command line on, asked anew in the reader."""
    server = http.server.HTTPServer(("127.0.0.1", 0), Rude)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with store.changing() as feeds:
        feeds.add(f"http://127.0.0.1:{server.server_port}/{STRINGS['bidi']}", STRINGS["OSC 52"])
    files = store.private(store.added_folder() / "files")
    for number, told in enumerate(STRINGS.values()):
        record = {"title": told, "source": told, "date": "2031-04-05", "text": f"{told} Ada Quill came."}
        (files / f"{number}\x1b]0;owned\x07\n\u202e.jsonl").write_text(json.dumps(record))
        (files / f"{number}\x1b[2J\n.txt").touch()
    try:
        for told in (
            ["who", "Ada Quill", store.added_folder(), "--format", "text"],
            ["feeds"],
            ["feeds", "refresh"],
            ["extract", store.added_folder()],
        ):
            program = run(PROGRAM, *told, size=(10_000, 45))
            assert program.end() in (0, 1)
            assert "news" in program.screen.seen
        reader = run(PROGRAM, "feeds", "read")
        reader.until(lambda shown: "problems" in shown)
        reader.send("r")
        reader.until(lambda shown: f"{len(STRINGS) + 1} problems" in shown)
        over(reader, "\x10", "Palette")
        over(reader, "could not be read", "Show what could")
        over(reader, "\r", "refused")
        leave(reader, "refused")
        reader.send("q")
        assert reader.end() == 0
    finally:
        server.shutdown()
        server.server_close()
