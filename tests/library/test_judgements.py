"""The reader's judgements: kept line by line, undone by a line, carried over, given away and taken in."""

from __future__ import annotations

import json
import os
import stat
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import config
from dateline.library.judgements import NAME, Judgements, NotKept
from dateline.library.judging import entry_of, judgement_of
from dateline.model import Judgement, Quote

if TYPE_CHECKING:
    from pathlib import Path

A, B = Quote("a" * 64, "Ida Vale", "said ", " on Monday"), Quote("b" * 64, "Ms Vale")


@pytest.fixture
def file() -> Path:
    return config.data_folder() / NAME


def written(file: Path) -> list[str]:
    for thread in threading.enumerate():
        if thread.name == "judgements":
            thread.join()
    return file.read_text(encoding="utf-8").splitlines()


def test_judgements_outlive_the_program_one_line_each(file: Path) -> None:
    judgements = Judgements.open()
    made = [judgements.add("same", [A, B]), judgements.add("rename", [A], "Ida Välé")]
    assert Judgements.open().standing() == made
    lines = written(file)
    assert json.loads(lines[0]).items() >= {"dateline": "judgements", "version": 1}.items()
    assert [json.loads(line)["do"] for line in lines[1:]] == ["judge", "judge"]
    assert "Ida Välé" in lines[2]
    assert made[0].at.endswith("+00:00")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_undo_is_a_line_more_and_takes_back_the_last_one(file: Path) -> None:
    judgements = Judgements.open()
    first, second = judgements.add("kind", [A], "none"), judgements.add("wrong", [B])
    before = written(file)
    assert judgements.undo() == second
    assert Judgements.open().standing() == [first]
    assert Judgements.open().undo() == first
    assert judgements.undo() is None
    assert written(file)[: len(before)] == before
    assert len(written(file)) == len(before) + 2


def test_one_that_is_named_is_undone() -> None:
    judgements = Judgements.open()
    first, second = judgements.add("kind", [A], "none"), judgements.add("wrong", [B])
    assert judgements.undo(first.id) == first
    assert judgements.undo(first.id) is None
    assert judgements.standing() == [second]


def test_two_processes_see_each_others_judgements() -> None:
    one, two = Judgements.open(), Judgements.open()
    first = one.add("wrong", [A])
    second = two.add("confirmed", [B])
    assert one.standing() == two.standing() == [first, second]
    two.undo(first.id)
    assert one.standing() == [second]


def test_bad_lines_are_told_and_kept_and_cost_no_other(file: Path) -> None:
    judgement = Judgements.open().add("wrong", [A])
    bad = ['{"do": "judge", "kind": "wrong"}', "scribble", '{"do": "judge", "id": "x"']
    with file.open("a") as lines:
        lines.write("\n".join(bad))  # the last one without its end
    judgements = Judgements.open()
    assert judgements.standing() == [judgement]
    later = judgements.add("confirmed", [B])
    judgements = Judgements.open()
    assert judgements.standing() == [judgement, later]
    kept = "\n".join(aside.read_text() for aside in file.parent.glob(f"{NAME}.damaged-*"))
    assert all(line in kept for line in bad)
    assert Judgements.open().messages == []


def test_damage_is_told(file: Path) -> None:
    file.write_text("scribble\n")
    assert "damaged" in Judgements.open().messages[0]


def test_a_newer_file_is_left_alone(file: Path) -> None:
    content = '{"dateline": "judgements", "version": 99}\n{"do": "wonder"}\n'
    file.write_text(content)
    judgements = Judgements.open()
    assert "newer" in judgements.messages[0]
    assert judgements.standing() == []
    with pytest.raises(NotKept, match="newer"):
        judgements.add("wrong", [A])
    assert file.read_text() == content


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_judgement_that_cannot_be_written_is_not_made(file: Path) -> None:
    judgements = Judgements.open()
    file.parent.chmod(0o500)
    try:
        with pytest.raises(NotKept):
            judgements.add("wrong", [A])
    finally:
        file.parent.chmod(0o700)
    assert judgements.standing() == []


def test_a_changed_article_is_known_by_all_its_versions(file: Path) -> None:
    judgements = Judgements.open()
    judgements.succeed(A.article, "c")
    assert not file.exists(), "nobody has judged anything about it"
    judgements.add("wrong", [A])
    judgements.succeed(A.article, "c")
    judgements.succeed(A.article, "c")
    judgements.succeed("c", "d")
    assert len(written(file)) == 4
    assert Judgements.open().record().later(A.article) == ["d", "c"]


def test_what_is_exported_can_be_imported_elsewhere(file: Path) -> None:
    judgements = Judgements.open()
    kept, undone = judgements.add("same", [A, B]), judgements.add("wrong", [B])
    judgements.succeed(A.article, "c")
    judgements.undo(undone.id)
    lines = list(judgements.export())
    written(file)
    file.unlink()
    other = Judgements.open()
    imported = other.take_in(lines)
    assert imported.added == [kept]
    assert other.standing() == [kept]
    assert other.record().later(A.article) == ["c"]
    again = other.take_in(lines)
    assert (again.added, again.known, again.unread, again.refused) == ([], 1, [], [])


def test_an_import_brings_nothing_back_that_was_undone() -> None:
    judgements = Judgements.open()
    judgements.add("wrong", [A])
    lines = list(judgements.export())
    judgements.undo()
    assert judgements.take_in(lines).known == 1
    assert judgements.standing() == []


def test_an_import_refuses_contradictions_and_names_bad_lines() -> None:
    judgements = Judgements.open()
    own = judgements.add("confirmed", [A])
    foreign = Judgement("x1", "2031-01-01T00:00:00+00:00", "wrong", (A,))
    good = Judgement("x2", "2031-01-01T00:00:00+00:00", "wrong", (B,))
    lines = [json.dumps(entry_of(foreign)), "", "nonsense", json.dumps(entry_of(good)), '{"do": 5}']
    imported = judgements.take_in(lines)
    assert imported.refused == [(foreign, (own,))]
    assert imported.unread == [3, 5]
    assert imported.added == [good]
    assert judgements.standing() == [own, good]


def test_what_is_imported_cannot_drive_the_terminal() -> None:
    entry = entry_of(Judgement("x", "now", "rename", (A,), "red \x1b[31malert\x07"))
    imported = Judgements.open().take_in([json.dumps(entry)])
    assert imported.added[0].value == "red alert"


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "guess"},
        {"kind": "kind", "value": "planet"},
        {"kind": "date", "value": "2031-02-30"},
        {"kind": "date", "value": "2031-02"},
        {"kind": "rename", "value": " "},
        {"kind": "same"},
        {"about": []},
        {"about": [{"article": "a", "text": ""}]},
        {"about": [{"article": "", "text": "x"}]},
        {"about": [{"article": "a", "text": "x", "before": 1}]},
        {"value": 5},
        {"id": ""},
    ],
)
def test_an_entry_that_says_nothing_is_no_judgement(change: dict[str, object]) -> None:
    entry = entry_of(Judgement("x", "now", "wrong", (A,)))
    assert judgement_of(entry) is not None
    assert judgement_of({**entry, **change}) is None


_JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=5) | st.sampled_from(["judge", "same", "wrong", "undo"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["do", "id", "at", "kind", "about", "article", "text", "judgement"]), inner
        )
    ),
    max_leaves=8,
)


@settings(max_examples=60)
@given(st.lists(_JSON | st.text(max_size=20), max_size=6))
def test_whatever_is_imported_the_file_can_be_read_again(lines: list[object]) -> None:
    judgements = Judgements.open()
    judgements.take_in([line if isinstance(line, str) else json.dumps(line) for line in lines])
    again = Judgements.open()
    assert again.messages == []
    assert again.standing() == judgements.standing()
