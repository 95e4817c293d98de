"""Forgetting: what was derived goes, what the reader added goes when asked for, and nothing else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import fake_steps
from dateline import indexing
from dateline.cli import cli
from dateline.files import Lock
from dateline.index import places
from dateline.index.collection import Collection
from dateline.index.extractions import ExtractionStore
from dateline.index.inventory import inventory_of
from dateline.index.version import current_versions
from dateline.library.judgements import Judgements
from dateline.library.library import Library
from dateline.library.session import Session
from dateline.model import Quote

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

BODY = "It was a long meeting in a small room, and nobody who was there would say a word about it afterwards."


pytestmark = pytest.mark.usefixtures("simple_steps")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Two folders of articles, of which one is shared by two collections."""
    for folder, name, words in (("uk", "a", "Ada Quill"), ("uk", "b", "Bram Oak"), ("fr", "c", "Cara Witt")):
        path = tmp_path / "news" / folder / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f" date 2031-04-05 \n\n{words} spoke. {BODY}\n")
    return tmp_path / "news"


def forget(*arguments: str | Path, answer: str = "") -> Result:
    return CliRunner().invoke(cli, ["forget", *map(str, arguments)], input=answer)


def shown(*roots: Path) -> int:
    collection = Collection.open(roots)
    articles = collection.coverage().articles
    collection.close()
    return articles


def article(root: Path, file: Path) -> str:
    (held,) = inventory_of([root]).files[str(file)].held
    return held.article


def kept(*articles: str) -> list[bool]:
    store = ExtractionStore(places.extractions_file(), current_versions())
    found = dict(store.get(articles))
    store.close()
    return [id_ in found for id_ in articles]


def test_a_collection_is_forgotten_and_can_be_made_again(news: Path) -> None:
    indexing.run([news])
    ids = [article(news, file) for file in sorted(news.rglob("*.txt"))]
    files = {file: file.read_bytes() for file in news.rglob("*.txt")}
    told = forget(news)
    assert told.exit_code == 0
    assert "1 index" in told.output
    assert "3 articles" in told.output
    assert shown(news) == 0
    assert kept(*ids) == [False] * 3
    assert {file: file.read_bytes() for file in news.rglob("*.txt")} == files
    indexing.run([news])
    assert shown(news) == 3


def test_what_another_collection_holds_stays(news: Path) -> None:
    indexing.run([news])
    indexing.run([news / "uk"])
    shared, own = article(news, news / "uk" / "a.txt"), article(news, news / "fr" / "c.txt")
    assert forget(news).exit_code == 0
    assert (shown(news), shown(news / "uk")) == (0, 2)
    assert kept(shared, own) == [True, False]


def test_some_files_of_a_collection_are_forgotten(news: Path) -> None:
    indexing.run([news])
    uk, fr = article(news, news / "uk" / "a.txt"), article(news, news / "fr" / "c.txt")
    told = forget(news / "uk")
    assert "again" in told.output
    assert kept(uk, fr) == [False, True]
    fake_steps.install()
    indexing.run([news])
    assert shown(news) == 3
    assert len(fake_steps.extracted) == 2


def test_words_of_what_is_forgotten_are_in_no_file_of_the_cache(news: Path) -> None:
    indexing.run([news])
    forget(news / "uk")
    cache = places.extractions_file().parent
    assert not any(b"Ada Quill" in path.read_bytes() for path in cache.rglob("*") if path.is_file())


def test_a_folder_that_is_gone_can_be_forgotten(news: Path) -> None:
    indexing.run([news / "fr"])
    (news / "fr" / "c.txt").unlink()
    (news / "fr").rmdir()
    assert forget(news / "fr").exit_code == 0
    assert shown(news / "fr") == 0


class TestMine:
    @pytest.fixture
    def marked(self, news: Path) -> dict[str, str]:
        indexing.run([news])
        ids = {name: article(news, news / name) for name in ("uk/a.txt", "uk/b.txt", "fr/c.txt")}
        library, judgements = Library.open(), Judgements.open()
        for id_ in ids.values():
            library.mark_read(id_)
            judgements.add("wrong", [Quote(id_, "spoke")])
        library.set_note(ids["uk/a.txt"], "dull")
        library.toggle_bookmark(ids["fr/c.txt"])
        judgements.add("same", [Quote(ids["uk/a.txt"], "Ada"), Quote(ids["fr/c.txt"], "Cara")])
        library.save_session([news / "uk"], Session(line=2))
        library.close()
        return ids

    def counts(self, marked: dict[str, str]) -> tuple[list[bool], int]:
        library = Library.open()
        read = [library.is_read(id_) for id_ in marked.values()]
        library.close()
        return read, len(Judgements.open().standing())

    def test_marks_stay_unless_they_are_asked_for(self, news: Path, marked: dict[str, str]) -> None:
        forget(news)
        assert self.counts(marked) == ([True] * 3, 4)

    def test_what_was_added_goes_after_a_yes(self, news: Path, marked: dict[str, str]) -> None:
        told = forget(news / "uk", "--mine", answer="y\n")
        assert told.exit_code == 0
        assert "2 read marks, 1 note, 2 judgements" in told.output
        assert self.counts(marked) == ([False, False, True], 2)
        library = Library.open()
        assert library.note(marked["uk/a.txt"]) == ""
        assert library.is_bookmarked(marked["fr/c.txt"])
        assert library.session([news / "uk"]) is None
        library.close()

    @pytest.mark.parametrize("answer", ["n\n", ""])
    def test_without_a_yes_nothing_goes(self, news: Path, marked: dict[str, str], answer: str) -> None:
        assert forget(news, "--mine", answer=answer).exit_code == 1
        assert self.counts(marked) == ([True] * 3, 4)
        assert shown(news) == 3

    def test_it_need_not_ask(self, news: Path, marked: dict[str, str]) -> None:
        assert forget(news, "--mine", "--yes").exit_code == 0
        assert self.counts(marked) == ([False] * 3, 0)

    def test_another_reader_sees_that_they_are_gone(self, news: Path, marked: dict[str, str]) -> None:
        open_ = Judgements.open()
        forget(news, "--mine", "--yes")
        assert open_.standing() == []
        open_.add("wrong", [Quote(marked["fr/c.txt"], "spoke")])
        assert len(Judgements.open().standing()) == 1


def test_unused_extractions_go(news: Path) -> None:
    indexing.run([news])
    gone, stays = article(news, news / "uk" / "a.txt"), article(news, news / "fr" / "c.txt")
    (news / "uk" / "a.txt").unlink()
    indexing.run([news])
    assert kept(gone, stays) == [True, True]
    assert "1 article" in forget("--unused").output
    assert kept(gone, stays) == [False, True]


def test_a_collection_that_is_being_indexed_is_left_alone(news: Path) -> None:
    indexing.run([news])
    lock = Lock(places.collection_file([news]).with_suffix(".lock"))
    lock.acquire()
    told = forget(news)
    lock.release()
    assert told.exit_code == 1
    assert "being indexed" in told.output
    assert shown(news) == 3


def test_an_index_that_cannot_be_read_keeps_extractions(news: Path) -> None:
    indexing.run([news])
    indexing.run([news / "fr"])
    places.collection_file([news / "fr"]).write_bytes(b"noise" * 999)
    id_ = article(news, news / "uk" / "a.txt")
    assert forget("--unused").exit_code == 1
    assert "cannot be read" in forget(news).output
    assert kept(id_) == [True]
    assert forget(news / "fr").exit_code == 0
    assert not places.collection_file([news / "fr"]).exists()
    assert forget("--unused").exit_code == 0
    assert kept(id_) == [False]


def test_what_is_not_indexed_is_told(news: Path) -> None:
    told = forget(news)
    assert told.exit_code == 1
    assert "nothing" in told.output
    assert forget().exit_code == 2
    assert forget("--mine", "--unused").exit_code == 2


def test_what_of_mine_cannot_go_is_told_and_no_success(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indexing.run([news])

    def refuse(self: Library, _roots: object) -> None:
        self.messages.append("where you were stays on a disk that nobody may write")

    monkeypatch.setattr(Library, "forget_session", refuse)
    told = forget(news, "--mine", "--yes")
    assert told.exit_code == 1
    assert told.stderr == "Error: where you were stays on a disk that nobody may write\n"
    assert shown(news) == 0
