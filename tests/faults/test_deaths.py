"""Whatever writes the reader's files dies at each of its calls to the system in turn, and loses nothing.

What it had told as done is there at the next start, a file that was there before is whole, old or new, and
the same command does the rest when it is given again.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

import dying
import fake_steps
import harbours
from dateline import column_maps, config, indexing
from dateline.cli import cli
from dateline.feeds import adding, refresh, store
from dateline.feeds.fetch import Answer
from dateline.index.collection import Collection
from dateline.index.extractions import ExtractionStore
from dateline.index.version import current_versions
from dateline.library.judgements import Judgements
from dateline.library.library import Library, Session
from dateline.model import Quote
from feeds_server import feed_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")

A, B = Quote("a" * 64, "Ida Vale", "said ", " on Monday"), Quote("b" * 64, "Ms Vale")
URL = "http://coast.invalid/feed"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of all that the reader has, as `own_folders` lays it."""
    config.data_folder()
    return tmp_path / "home"


def command(*arguments: str | Path) -> Callable[[Callable[[str], None]], object]:
    """An action that gives a command, and tells what the command prints when it has ended well."""

    def action(tell: Callable[[str], None]) -> None:
        printed = io.StringIO()
        try:
            with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
                cli.main([str(argument) for argument in arguments], prog_name="dateline")
        except SystemExit as end:
            if end.code == 0:
                tell(printed.getvalue().replace("\n", " "))

    return action


def marks() -> tuple[set[str], list[str], str]:
    """What is marked of a few articles; no file was damaged, and what is marked from now on is kept."""
    Library.open().mark_read("afterwards")
    library = Library.open()
    assert library.is_read("afterwards")
    assert library.messages == []
    return (
        {id_ for id_ in ("x", "y", "z") if library.is_read(id_)},
        library.bookmarks(),
        library.note("x"),
    )


def test_marks_bookmarks_and_notes(home: Path) -> None:
    Library.open().mark_read("z")

    def action(tell: Callable[[str], None]) -> None:
        library = Library.open()
        library.mark_read("x")
        tell("read")
        library.toggle_bookmark("y")
        tell("bookmark")
        library.set_note("x", "a longer note, of which half may be on the disk")
        tell("note")
        library.mark_unread("z")
        tell("unread")
        library.close()

    for died in dying.deaths(home, action):
        read, bookmarks, note = marks()
        assert "x" in read or "read" not in died.told
        assert bookmarks == ["y"] or "bookmark" not in died.told
        assert note.endswith("disk") or "note" not in died.told
        assert note in ("", "a longer note, of which half may be on the disk")
        assert "z" in read or "note" in died.told, "what is marked stays until it is taken away"
        assert "z" not in read or "unread" not in died.told


def test_marks_that_are_written_anew(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library.open()
    for _ in range(6):
        library.toggle_bookmark("y")
    library.toggle_bookmark("y")
    library.set_note("x", "n")
    library.mark_read("z")
    library.close()
    monkeypatch.setattr("dateline.library.library._LONG", 5)
    monkeypatch.setattr("dateline.library.library._WASTE", 1)
    size = (config.data_folder() / "marks.jsonl").stat().st_size
    for died in dying.deaths(home, lambda tell: Library.open().close()):
        if died.ended:
            assert (config.data_folder() / "marks.jsonl").stat().st_size < size
        assert marks() == ({"z"}, ["y"], "n")


@pytest.mark.parametrize("name", ["marks.jsonl", "judgements.jsonl"])
def test_a_damaged_file_that_is_put_aside(home: Path, name: str) -> None:
    Library.open().toggle_bookmark("y")
    Judgements.open().add("same", [A, B])
    path = config.data_folder() / name
    damaged = (
        path.read_bytes() + b'{"do": "noise\n' + b"\xff\x00\n" + path.read_bytes().splitlines()[-1] + b"\n"
    )
    path.write_bytes(damaged)

    def action(tell: Callable[[str], None]) -> None:
        for message in (*Library.open().messages, *Judgements.open().messages):
            tell(message)

    for died in dying.deaths(home, action):
        kept = [p for p in path.parent.glob(f"{name}.damaged-*") if p.read_bytes() == damaged]
        if died.told:
            assert len(kept) == 1
            assert str(path) in died.told[0]
        assert kept or path.read_bytes() == damaged, "all that was in it is still there"
        assert Library.open().bookmarks() == ["y"]
        assert len(Judgements.open().standing()) == 1


def test_judgements_and_their_undoing(home: Path) -> None:
    Judgements.open().add("rename", [A], "first")

    def action(tell: Callable[[str], None]) -> None:
        judgements = Judgements.open()
        judgements.add("rename", [B], "second, and much longer than the first one was")
        tell("added")
        judgements.undo()
        tell("undone")
        judgements.add("wrong", [A])
        tell("third")

    for died in dying.deaths(home, action):
        values = [(j.value or j.kind)[:6] for j in Judgements.open().standing()]
        steps = [["first"], ["first", "second"], ["first"], ["first", "wrong"]]
        assert values in steps[len(died.told) : len(died.told) + 2]
        Judgements.open().add("rename", [B], "afterwards")
        again = Judgements.open()
        assert again.standing()[-1].value == "afterwards"
        assert len(again.standing()) == len(values) + 1


def test_an_import_of_judgements(home: Path, tmp_path: Path) -> None:
    other = Judgements.open()
    for number in range(3):
        other.add("rename", [Quote("c" * 64, f"name {number}")], f"N {number}")
    lines = tmp_path / "theirs.jsonl"
    lines.write_text("\n".join(other.export()))
    other.path.unlink()
    Judgements.open().add("same", [A, B])
    for died in dying.deaths(home, command("judgements", "import", lines)):
        assert Judgements.open().standing()[0].kind == "same"
        assert len(Judgements.open().standing()) == 4 or not died.told
        result = Judgements.open().take_in(lines.read_text().splitlines())
        assert len(result.added) + result.known == 3
        assert len(Judgements.open().standing()) == 4


def test_an_export_of_judgements(home: Path, tmp_path: Path) -> None:
    Judgements.open().add("same", [A, B])
    new = "".join(f"{line}\n" for line in Judgements.open().export())
    target = home / "kept.jsonl"
    target.write_text("an older one, whole")
    for died in dying.deaths(home, command("judgements", "export", target)):
        assert target.read_text() == (
            new if died.ended or target.read_text() == new else "an older one, whole"
        )


def test_a_map_of_columns(home: Path, tmp_path: Path) -> None:
    column_maps.remember([tmp_path / "old"], {"title": "headline"})
    for died in dying.deaths(
        home, lambda tell: column_maps.remember([tmp_path / "new"], {"text": "body"}) or tell("kept")
    ):
        column_maps._maps.cache_clear()
        assert column_maps.of(tmp_path / "old" / "x.csv") == {"title": "headline"}
        assert column_maps.of(tmp_path / "new" / "x.csv") == {"text": "body"} or not died.told


def test_the_place_where_a_collection_is_left(home: Path, tmp_path: Path) -> None:
    Library.open().save_session([tmp_path], Session(article="old"))
    for died in dying.deaths(
        home, lambda tell: Library.open().save_session([tmp_path], Session(article="new")) or tell("kept")
    ):
        library = Library.open()
        session = library.session([tmp_path])
        assert session is not None
        assert session.article in (("new",) if died.told else ("old", "new"))
        assert library.messages == []


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> dict[str, Answer]:
    """What the server answers, by address, without one."""
    answers: dict[str, Answer] = {URL: Answer(URL, feed_of("One", "Two"), "tag")}
    for module in (adding, refresh):
        monkeypatch.setattr(module, "fetch", lambda url, **_: answers[url])
    return answers


def entries() -> set[str]:
    """The titles of the entries that are kept."""
    files = (store.added_folder() / "feeds").rglob("*.jsonl")
    return {json.loads(line)["title"] for file in files for line in file.read_text().splitlines()}


def test_a_feed_that_is_added(home: Path, served: dict[str, Answer]) -> None:
    served["http://other.invalid/"] = Answer("http://other.invalid/", feed_of("Old", name="Other"))
    adding.add_address("http://other.invalid/")
    for died in dying.deaths(home, command("add", URL), 3):
        names = set(store.Feeds.read().by_name)
        assert names >= {"other"}
        if died.told:
            assert (names, entries()) == ({"other", "the-coastal-post"}, {"Old", "One", "Two"})
        adding.add_address(URL)
        assert (set(store.Feeds.read().by_name), entries()) == (
            {"other", "the-coastal-post"},
            {"Old", "One", "Two"},
        )


def test_feeds_that_are_asked(home: Path, served: dict[str, Answer]) -> None:
    adding.add_address(URL)
    (before,) = store.Feeds.read().by_name.values()
    served[URL] = Answer(URL, feed_of("One", "Two", "Three"), "newer")
    for died in dying.deaths(home, command("feeds", "refresh"), 2):
        (feed,) = store.Feeds.read().by_name.values()
        assert feed.etag in (before.etag, "newer")
        assert entries() >= {"One", "Two"}
        assert entries() == {"One", "Two", "Three"} or (not died.told and feed.etag == before.etag), (
            "a server that is told of what is not there does not send it again"
        )


def test_a_feed_that_is_removed_with_its_entries(home: Path, served: dict[str, Answer]) -> None:
    adding.add_address(URL)
    for died in dying.deaths(home, command("feeds", "remove", "the-coastal-post", "--entries")):
        if died.told:
            assert (store.Feeds.read().by_name, entries()) == ({}, set())
        else:
            assert store.Feeds.read().by_name or not entries(), "it can be given again"


def test_an_export(home: Path) -> None:
    harbours.store(home)
    folder = home / "harbour"
    folder.mkdir()
    target = home / "ledger.csv"
    action = command("export", "ledger", folder, "--as-indexed", "--output", target, "--force")
    action(lambda _: None)
    new = target.read_text()
    target.write_text("an older one, whole")
    for died in dying.deaths(home, action, 2):
        assert target.read_text() in ((new,) if died.ended else ("an older one, whole", new))


@pytest.fixture
def folder(simple_steps: None, home: Path) -> Path:
    folder = home / "articles"
    folder.mkdir()
    for number, name in enumerate(("Ada Quill", "Bram Oak", "Cara Witt")):
        (folder / f"{number}.txt").write_text(f" date 2031-04-05 \n\n{name} said so in a small room.\n")
    indexing.run([folder])
    return folder


def test_a_collection_that_is_forgotten(home: Path, folder: Path) -> None:
    ids = [line.article for line in Collection.open([folder]).search("room", None)]
    Library.open().toggle_bookmark(ids[0])
    Library.open().toggle_bookmark("y")
    Judgements.open().add("same", [A, B])
    for died in dying.deaths(home, command("forget", folder, "--mine", "--yes"), 5):
        assert Library.open().bookmarks()[-1] == "y"
        assert len(Judgements.open().standing()) == 1
        assert len(list(folder.iterdir())) == 3, "the reader's own files are never touched"
        assert Collection.open([folder]).failure is None
        if died.ended:
            assert Library.open().bookmarks() == ["y"]
            assert "removed what was found in 3 articles" in died.told[0]
        assert indexing.run([folder]).articles == 3


def test_a_run_of_the_index(home: Path, folder: Path) -> None:
    (folder / "3.txt").write_text(" date 2031-04-06 \n\nDora Yew said so in a small room.\n")
    (folder / "2.txt").unlink()
    fake_steps.install()
    for died in dying.deaths(
        home, lambda tell: indexing.run([folder], lambda event: tell(event["event"])), 5
    ):
        collection = Collection.open([folder])
        shown = [found.selection.label for found in collection.find("")]
        assert collection.failure is None
        assert shown in (["Ada Quill", "Bram Oak", "Cara Witt"], ["Ada Quill", "Bram Oak", "Dora Yew"])
        assert shown[-1] == "Dora Yew" or "linked" not in died.told
        collection.close()
        assert indexing.run([folder]).articles == 3


def test_an_index_of_an_older_schema(home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.index import schema

    def more(connection: object) -> None:
        connection.execute("CREATE TABLE more (one)")  # type: ignore[attr-defined]
        connection.execute("INSERT INTO more SELECT id FROM articles")  # type: ignore[attr-defined]

    newer = [*schema.MIGRATIONS, more, lambda c: c.execute("ALTER TABLE more ADD COLUMN two")]
    for module in [m for m in sys.modules.values() if getattr(m, "MIGRATIONS", None) is schema.MIGRATIONS]:
        monkeypatch.setattr(module, "MIGRATIONS", newer)
    for _died in dying.deaths(home, lambda tell: tell(str(Collection.open([folder]).coverage().articles))):
        collection = Collection.open([folder])
        assert collection.coverage().articles == 3
        assert collection.failure is None
        collection.close()
        assert not indexing.needs_run([folder])


def test_what_was_found_and_stored(home: Path, folder: Path) -> None:
    """Each article that a run told of is not read again, though its process has died."""
    from dateline.index import places

    for number in range(3, 6):
        (folder / f"{number}.txt").write_text(f" date 2031-04-06 \n\nEva Fir said {number} in a room.\n")
    for died in dying.deaths(
        home, lambda tell: indexing.run([folder], lambda e: tell(str(e.get("name", "")))), 9
    ):
        told = {name for name in died.told if name}
        fake_steps.install()
        indexing.run([folder])
        store_ = ExtractionStore(places.extractions_file(), current_versions())
        read = {kept.article.text[-9] for _, kept in store_.get(fake_steps.extracted)}
        store_.close()
        assert not read & {name[0] for name in told}


def test_a_bookmark_follows_a_file_that_changes_again_after_a_death(home: Path, folder: Path) -> None:
    path = folder / "0.txt"

    def written(words: str) -> str:
        path.write_text(f" date 2031-04-05 \n\nAda Quill said {words} in a small room.\n")
        return hashlib.sha256(path.read_bytes()).hexdigest()

    Library.open().toggle_bookmark(hashlib.sha256(path.read_bytes()).hexdigest())
    article = written("much more")
    for died in dying.deaths(home, lambda tell: indexing.run([folder]), 4):
        again = died.call % 8 == 0
        now = written(f"something else {died.call}") if again else article
        if indexing.needs_run([folder]):
            indexing.run([folder])
        assert Library.open().bookmarks() == [now]
