"""The reader's marks: kept across restarts, crashes, several readers and newer versions."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import config
from dateline.files import locked
from dateline.library import library as module
from dateline.library.library import Library, Session
from dateline.library.log import Log
from dateline.library.marks import Marks

if TYPE_CHECKING:
    from pathlib import Path

A, B, C = ("a" * 64, "b" * 64, "c" * 64)


@pytest.fixture
def marks_file() -> Path:
    return config.data_folder() / "marks.jsonl"


def reopened(library: Library) -> Library:
    library.close()
    return Library.open()


def test_marks_bookmarks_and_notes_outlive_the_program() -> None:
    library = Library.open()
    library.mark_read(A)
    library.mark_read(B)
    library.mark_unread(B)
    assert library.toggle_bookmark(B) is True
    assert library.toggle_bookmark(A) is True
    assert library.toggle_bookmark(A) is False
    library.set_note(C, "who was in the room?\nask")
    library = reopened(library)
    assert [library.is_read(x) for x in (A, B, C)] == [True, False, False]
    assert library.bookmarks() == [B]
    assert library.is_bookmarked(B)
    assert library.note(C) == "who was in the room?\nask"
    assert library.note(A) == ""
    assert library.messages == []


def test_an_empty_note_is_none() -> None:
    library = Library.open()
    library.set_note(A, "x")
    library.set_note(A, "  ")
    assert reopened(library).note(A) == ""


def test_a_note_cannot_drive_the_terminal() -> None:
    library = Library.open()
    library.set_note(A, "red \x1b[31malert\x07")
    assert library.note(A) == "red alert"
    assert reopened(library).note(A) == "red alert"


def test_a_mark_that_is_there_already_is_not_written_again(marks_file: Path) -> None:
    library = Library.open()
    library.mark_read(A)
    library.set_note(A, "n")
    size = marks_file.stat().st_size
    library.mark_read(A)
    library.mark_unread(B)
    library.set_note(A, "n")
    assert marks_file.stat().st_size == size


def test_files_are_for_the_user_alone(marks_file: Path) -> None:
    library = Library.open()
    library.mark_read(A)
    library.save_session(["/x"], Session())
    sessions = marks_file.with_name("sessions.json")
    assert [stat.S_IMODE(p.stat().st_mode) for p in (marks_file.parent, marks_file, sessions)] == [
        0o700,
        0o600,
        0o600,
    ]


def test_the_file_can_be_read_by_people(marks_file: Path) -> None:
    library = Library.open()
    library.set_note(A, "Łódź?")
    lines = marks_file.read_text(encoding="utf-8").splitlines()
    assert "Łódź?" in lines[1]
    assert json.loads(lines[0]).items() >= {"dateline": "marks", "version": 1}.items()
    assert json.loads(lines[1])["at"].startswith("20")


def test_a_successor_inherits_bookmark_and_note_and_is_unread() -> None:
    library = Library.open()
    library.mark_read(A)
    library.toggle_bookmark(A)
    library.toggle_bookmark(C)
    library.set_note(A, "old")
    library.succeed(A, B)
    for library_ in (library, reopened(library)):
        assert library_.bookmarks() == [B, C]
        assert library_.note(B) == "old"
        assert library_.note(A) == ""
        assert not library_.is_read(B)
        assert library_.is_changed(B)
    library.mark_read(B)
    assert not library.is_changed(B)
    assert not reopened(library).is_changed(B)


def test_a_successor_with_a_note_of_its_own_keeps_both() -> None:
    library = Library.open()
    library.set_note(A, "old")
    library.set_note(B, "new")
    library.succeed(A, B)
    library.succeed(A, B)
    assert reopened(library).note(B) == "new\n\nold"


def test_successions_of_what_nobody_marked_are_not_kept(marks_file: Path) -> None:
    Library.open().succeed(A, B)
    assert not marks_file.exists()


def test_two_readers_see_each_others_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_GLANCE", 0.0)
    first, second = Library.open(), Library.open()
    first.mark_read(A)
    second.toggle_bookmark(A)
    first.set_note(A, "n")
    second.mark_unread(A)
    for library in (first, second, Library.open()):
        assert not library.is_read(A)
        assert library.is_bookmarked(A)
        assert library.note(A) == "n"


def test_a_long_file_is_written_anew_and_says_the_same(
    marks_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LONG", 20)
    monkeypatch.setattr(module, "_GLANCE", 0.0)
    library = Library.open()
    library.set_note(C, "n")
    library.mark_read(B)
    library.toggle_bookmark(B)
    library.succeed(B, C)
    for _ in range(20):
        library.mark_read(A)
        library.mark_unread(A)
    long = marks_file.stat().st_size
    again = Library.open()
    assert marks_file.stat().st_size < long / 4
    library.mark_read(A)  # one that still has the old file open
    for library_ in (again, library, Library.open()):
        assert library_.is_read(A)
        assert library_.bookmarks() == [C]
        assert library_.is_changed(C)
        assert library_.note(C) == "n"


@pytest.mark.parametrize(
    "broken", ["{not json", '{"do": "dance", "articles": []}', '{"do": "read", "articles": [1]}', "7"]
)
def test_a_damaged_file_is_kept_aside_and_what_is_good_goes_on(marks_file: Path, broken: str) -> None:
    library = Library.open()
    library.mark_read(A)
    library.mark_read(B)
    library.close()
    lines = marks_file.read_text().splitlines()
    damaged = "\n".join([*lines[:2], broken, *lines[2:]]) + "\n"
    marks_file.write_text(damaged)
    library = Library.open()
    assert library.is_read(A)
    assert library.is_read(B)
    (aside,) = marks_file.parent.glob("marks.jsonl.damaged-*")
    assert aside.read_text() == damaged
    assert aside.name in library.messages[0]
    library = reopened(library)
    assert library.messages == []
    assert library.is_read(A)


def test_a_file_of_something_else_is_kept_aside(marks_file: Path) -> None:
    marks_file.write_bytes(os.urandom(400) + b"\n")
    library = Library.open()
    assert len(library.messages) == 1
    library.mark_read(A)
    assert reopened(library).is_read(A)


def test_a_file_of_a_newer_version_is_left_alone(marks_file: Path) -> None:
    content = '{"dateline": "marks", "version": 99}\n{"do": "read", "articles": ["x"]}\n'
    marks_file.write_text(content)
    library = Library.open()
    library.mark_read(A)
    assert library.is_read(A)  # for as long as the program runs
    assert "newer" in library.messages[0]
    assert not library.kept
    library.close()
    assert marks_file.read_text() == content


def test_a_file_of_an_older_version_is_migrated(tmp_path: Path) -> None:
    path = tmp_path / "marks.jsonl"
    path.write_text('{"dateline": "marks", "version": 1}\n{"seen": "a"}\n')

    def migration(entries: list[dict[str, object]]) -> list[dict[str, object]]:
        return [{"do": "read", "articles": [entry["seen"]]} for entry in entries]

    log = Log(path, "marks", [migration])
    marks = Marks()

    def take_in() -> bool:
        reading = log.read()
        for entry in reading.entries:
            marks.apply(entry)
        return reading.outdated

    assert take_in()
    log.rewrite(take_in, marks.entries)
    assert json.loads(path.read_text().splitlines()[0])["version"] == 2
    reading = Log(path, "marks", [migration]).read()
    assert (reading.entries, reading.outdated) == ([{"do": "read", "articles": ["a"]}], False)


def test_a_file_that_was_replaced_is_read_whole_though_the_system_gives_it_the_same_number(
    marks_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_GLANCE", 0)
    ours = Library.open()
    ours.mark_read(C)
    number = marks_file.stat().st_ino
    header = json.dumps({"dateline": "marks", "version": 1, "id": "later"})
    marked = json.dumps({"do": "read", "articles": [B, *(f"{n}" for n in range(50))]})
    marks_file.write_text(f"{header}\n{marked}\n")
    assert marks_file.stat().st_ino == number
    ours.mark_read("1-more")
    assert all(map(ours.is_read, (B, "1-more")))
    assert not ours.is_read(C)  # which the new file does not hold
    assert all(map(reopened(ours).is_read, (B, "1-more")))


def test_what_cannot_be_written_while_another_writes_is_kept_later(
    marks_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0)
    library = Library.open()
    library.mark_read(A)
    with locked(marks_file.with_name(".marks.jsonl.lock")):
        library.mark_read(B)
        library.toggle_bookmark(C)
        assert not library.kept
        assert not Library.open().is_read(B)
        assert "another dateline" in library.messages[0]
    assert library.is_bookmarked(C)
    library.close()
    assert library.kept
    assert all(map(Library.open().is_read, (A, B)))
    assert Library.open().bookmarks() == [C]


def test_a_folder_that_cannot_be_written_is_said_once(
    marks_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.open()
    marks_file.mkdir()
    library.mark_read(A)
    library.mark_read(B)
    assert library.is_read(A)
    assert len(library.messages) == 1


def test_a_data_folder_that_cannot_be_made_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    library = Library.open()
    library.mark_read(A)
    library.save_session(["/a"], Session())
    assert library.is_read(A)
    assert library.last_collection() is None
    assert library.messages


class TestSessions:
    def test_a_collection_comes_back_as_it_was_left(self, tmp_path: Path) -> None:
        session = Session(
            A, 7, "article", ("2031-04-01", "2031-04-30"), ("person", "x", "X"), True, True, "nord"
        )
        library = Library.open()
        library.save_session([tmp_path / "one", tmp_path / "two"], session)
        library = reopened(library)
        assert library.session([tmp_path / "two", tmp_path / "one"]) == session
        assert library.session([tmp_path / "one"]) is None
        assert library.last_collection() == (str(tmp_path / "one"), str(tmp_path / "two"))

    def test_the_last_one_is_the_one_left_last(self) -> None:
        library = Library.open()
        assert library.last_collection() is None
        for root in ("/a", "/b", "/a"):
            library.save_session([root], Session(line=1))
        assert library.last_collection() == ("/a",)

    def test_what_makes_no_sense_is_as_in_a_new_session(self) -> None:
        Library.open().save_session(["/a"], Session(A))
        path = config.data_folder() / "sessions.json"
        data = json.loads(path.read_text())
        data["collections"][0]["session"] = {
            "article": 7,
            "line": -1,
            "dates": ["x"],
            "only": "yes",
            "new": 1,
        }
        path.write_text(json.dumps(data))
        assert Library.open().session(["/a"]) == Session()

    @pytest.mark.parametrize(
        "content", ["", "{", "[]", '{"dateline": "sessions", "version": 1, "collections": [1]}']
    )
    def test_a_damaged_file_is_kept_aside(self, content: str) -> None:
        path = config.data_folder() / "sessions.json"
        path.write_text(content)
        library = Library.open()
        assert library.session(["/a"]) is None
        (aside,) = path.parent.glob("sessions.json.damaged-*")
        assert aside.read_text() == content
        assert aside.name in library.messages[0]
        library.save_session(["/a"], Session(A))
        assert reopened(library).session(["/a"]) == Session(A)

    def test_a_file_of_a_newer_version_is_left_alone(self) -> None:
        path = config.data_folder() / "sessions.json"
        content = '{"dateline": "sessions", "version": 2, "collections": []}'
        path.write_text(content)
        library = Library.open()
        library.save_session(["/a"], Session(A))
        assert path.read_text() == content
        assert "newer" in library.messages[0]


OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(["mark_read", "mark_unread", "toggle_bookmark", "set_note", "succeed"]),
        st.sampled_from("abc"),
        st.sampled_from("abc"),
    ),
    max_size=12,
)


def perform(library: Library, operation: tuple[str, str, str]) -> None:
    name, article, other = operation
    if name in ("set_note", "succeed"):
        getattr(library, name)(article, other)
    else:
        getattr(library, name)(article)


def seen(library: Library) -> object:
    return (
        [library.is_read(x) for x in "abc"],
        [library.is_changed(x) for x in "abc"],
        library.bookmarks(),
        [library.note(x) for x in "abc"],
    )


@settings(max_examples=60, deadline=None)
@given(before=OPERATIONS, after=OPERATIONS, cut=st.integers(0, 200), who=st.lists(st.booleans(), min_size=24))
def test_any_marks_survive_a_torn_end(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[tuple[str, str, str]],
    after: list[tuple[str, str, str]],
    cut: int,
    who: list[bool],
) -> None:
    """Cut in its last entry, the file says what it said before that entry, and what is added then stays."""
    folder = tmp_path_factory.mktemp("library")
    path = folder / "marks.jsonl"
    readers = [Library(folder), Library(folder)]
    states = [(0, seen(readers[0]))]
    for operation, which in zip(before, who, strict=False):
        for reader in readers:
            reader._looked = 0.0  # look at once, not half a second later
        perform(readers[which], operation)
        states.append((path.stat().st_size if path.exists() else 0, seen(readers[which])))
    if path.exists():
        last = path.read_bytes().rstrip(b"\n").rfind(b"\n") + 1
        keep = max(last, path.stat().st_size - cut)
        with path.open("r+b") as file:
            file.truncate(keep)
        complete = [state for size, state in states if size <= keep or size == keep + 1]
        states = [(0, complete[-1])]
    library = Library(folder)
    assert seen(library) == states[-1][1]
    assert library.messages == []
    for operation in after:
        perform(library, operation)
    expected = seen(library)
    again = Library(folder)
    assert seen(again) == expected
    assert again.messages == []
