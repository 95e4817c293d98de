"""Judgements on the way to linking: anchored in the texts, applied at once, carried over to changed files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import fake_steps
from dateline import indexing
from dateline.index.collection import Collection
from dateline.index.rows import Filter
from dateline.library.judgements import Judgements
from dateline.library.quotes import quote
from dateline.model import Place

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.index.rows import ArticleView

BODY = "It was a long meeting in a small room. Afterwards Ada Quill went out, and Ada Quill said no word."


pytestmark = pytest.mark.usefixtures("simple_steps")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    write(folder, "a.txt", "First words.")
    indexing.run([folder])
    return folder


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(f" date 2031-04-05 \n\n{text} {BODY}\n")


def article(folder: Path, number: int = 0) -> ArticleView:
    collection = Collection.open([folder])
    line = collection.headlines(Filter(), "2031-04-05", number, 1, None)[0]
    view = collection.article(line.article)
    collection.close()
    assert view is not None
    return view


def judge(view: ArticleView) -> tuple[int, int]:
    """Say that the second Ada Quill is nobody; return where she is."""
    start = view.text.rindex("Ada Quill")
    Judgements.open().add("kind", [quote(view.article, view.text, start, start + 9)], "none")
    return start, start + 9


def test_a_judgement_is_linked_at_once_and_nothing_is_extracted_again(folder: Path) -> None:
    assert not indexing.needs_run([folder])
    place = judge(article(folder))
    assert indexing.needs_run([folder])
    fake_steps.install()
    assert indexing.run([folder]).changed
    assert fake_steps.extracted == []
    (ruling,) = fake_steps.ruled[-1]
    assert (ruling.kind, ruling.value) == ("kind", "none")
    assert ruling.places == (Place(article(folder).article, *place),)
    assert not indexing.needs_run([folder])
    assert not indexing.run([folder]).changed


def test_an_undo_links_again_without_it(folder: Path) -> None:
    judge(article(folder))
    indexing.run([folder])
    Judgements.open().undo()
    assert indexing.needs_run([folder])
    indexing.run([folder])
    assert fake_steps.ruled[-1] == ()
    assert not indexing.needs_run([folder])


def test_judgements_on_other_collections_change_nothing_here(folder: Path) -> None:
    Judgements.open().add("wrong", [quote("elsewhere", BODY, 3, 6)])
    assert not indexing.needs_run([folder])


def test_a_judgement_waits_for_its_article(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    write(other, "b.txt", "Second words.")
    indexing.run([other])
    judge(article(other))
    write(folder, "b.txt", "Second words.")
    indexing.run([folder])
    assert len(fake_steps.ruled[-1]) == 1
    assert not indexing.needs_run([folder])


def test_a_changed_file_keeps_the_judgements_on_it(folder: Path) -> None:
    before = article(folder)
    judge(before)
    indexing.run([folder])
    write(folder, "a.txt", "First words, and a few more of them.")
    indexing.run([folder])
    now = article(folder)
    assert now.article != before.article
    start = now.text.rindex("Ada Quill")
    (ruling,) = fake_steps.ruled[-1]
    assert ruling.places == (Place(now.article, start, start + 9),)
    assert not indexing.needs_run([folder])


def test_a_judgement_whose_words_are_gone_is_kept_for_later(folder: Path) -> None:
    judge(article(folder))
    content = (folder / "a.txt").read_text()
    (folder / "a.txt").write_text(
        " date 2031-04-05 \n\nNothing of it was true, and nobody was there at all.\n"
    )
    indexing.run([folder])
    assert fake_steps.ruled[-1] == ()
    assert len(Judgements.open().standing()) == 1
    (folder / "a.txt").write_text(content)
    indexing.run([folder])
    assert len(fake_steps.ruled[-1]) == 1


def test_what_is_wrong_with_the_file_of_judgements_is_told(folder: Path) -> None:
    Judgements.open().path.write_text("scribble\n")
    (problem,) = indexing.run([folder]).problems
    assert "was damaged; it is kept as" in problem.reason
    assert indexing.run([folder]).problems == ()


def test_a_data_folder_that_cannot_be_had_stops_nothing(folder: Path, monkeypatch) -> None:
    (folder / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "file"))
    assert indexing.run([folder]).articles == 1
