"""A run that takes up what linking knew leaves the tables that one leaves which links all anew."""

from __future__ import annotations

import hashlib
import random
import shutil
import sqlite3
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from dateline import indexing
from dateline.index import places
from dateline.index.database import IndexFailure
from dateline.index.inventory import inventory_of
from dateline.index.writer import CollectionWriter
from dateline.indexing import steps
from dateline.library.judgements import Judgements
from dateline.linking.linker import Linker
from dateline.loading.load import Loaded, day_of
from dateline.model import Location, NotRecalled, Quote
from index_rows import rows_of
from told_news import steps as changes
from told_news import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from dateline.model import Article, Extraction, Source

#: What the files say, by their contents.
told: dict[str, Source] = {}
#: How each run linked.
how: list[str] = []


@pytest.fixture(autouse=True)
def own_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files stand for what is told, and note how it is linked."""

    def load(path: Path) -> Iterator[Loaded]:
        content = path.read_text()
        id_ = hashlib.sha256(content.encode()).hexdigest()
        article = replace(told[content].article, id=id_)
        yield Loaded(article, Location(str(path), day_of(path.name, path.stat().st_mtime)))

    def extract(articles: Iterable[Article], _model: str | None = None) -> Iterator[Extraction]:
        by_id = {hashlib.sha256(content.encode()).hexdigest(): s for content, s in told.items()}
        for article in articles:
            yield replace(by_id[article.id].extraction, article=article.id)

    def linker() -> Linker:
        how.append("anew")
        return Linker()

    def recalled(*given: Any) -> Any:
        found = Linker.recalled(*given)
        how.append("recalled")
        return found

    told.clear()
    how.clear()
    for name, step in (("load", load), ("extract", extract), ("linker", linker), ("recalled", recalled)):
        monkeypatch.setattr(steps, name, step)


def write(folder: Path, number: int, what: Any) -> None:
    """Write a file of its number that stands for an article."""
    content = f"{number} {what!r}"
    told[content] = written(number, what)
    (folder / f"{number}.txt").write_text(content)


def anew(folder: Path) -> Any:
    """Return the rows of an index that is made from nothing."""
    path = places.collection_file([folder])
    aside = path.with_name("aside")
    path.rename(aside)
    indexing.run([folder])
    rows = rows_of(path)
    aside.rename(path)
    return rows


def same(folder: Path) -> None:
    """Assert that the index of a folder holds what one made from nothing does."""
    rows, wanted = rows_of(places.collection_file([folder])), anew(folder)
    for found in (rows, wanted):
        found["meta"] = [row for row in found["meta"] if "'succeeded'" not in row]
    for table in rows:
        assert rows[table] == wanted[table], table


def some(folder: Path) -> None:
    """Write and index some files."""
    folder.mkdir(exist_ok=True)
    for number in range(6):
        facts = [
            ("person", (("Ida", "Vale"), ("president", "PE"))),
            ("give", "PE", ("$5m", "5000000"), "grain for the harbour"),
            ("meet", (("Ida", "Vale"), None), (("Otto", "Brandt"), None), "Lima"),
        ]
        write(folder, number, (number, facts[: 1 + number % 3], False))
    indexing.run([folder])
    how.clear()


def test_any_way_to_the_same_files_leaves_the_same_tables(tmp_path: Path) -> None:
    numbers = count()

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(changes)
    def holds(rounds: Sequence[Any]) -> None:
        folder = tmp_path / f"{next(numbers)}"
        folder.mkdir()
        write(folder, 99, (None, [], False))  # a folder without any file may be a disk that is away
        for added, removed in rounds:
            for number in removed:
                (folder / f"{number}.txt").unlink(missing_ok=True)
            for number, what in added:
                write(folder, number, what)
            indexing.run([folder])
        how.append("compared")
        same(folder)

    holds()
    assert how.count("recalled") > 10


def test_a_second_run_links_no_more_than_what_is_new(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    some(folder)
    write(folder, 7, (3, [("role", ("president", "PE"))], False))
    assert indexing.run([folder]).articles == 7
    (folder / "0.txt").unlink()
    assert indexing.run([folder]).articles == 6
    assert how == ["recalled", "recalled"]
    same(folder)


def test_what_the_reader_says_of_who_is_who_holds_for_what_is_taken_up(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    some(folder)
    (seen,) = (seen for path, seen in inventory_of([folder]).files.items() if path.endswith("0.txt"))
    Judgements.open().add("rename", [Quote(seen.held[0].article, "Ida Vale")], "Ida of Vale")
    indexing.run([folder])
    assert how == ["recalled", "anew"]  # as that changes who is who
    how.clear()
    write(folder, 7, (3, [("person", (("Ida", "Vale"), None))], False))
    indexing.run([folder])
    assert how == ["recalled"]
    same(folder)


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM linking WHERE place = 0",
        "UPDATE linking SET row = substr(row, 1, 90) WHERE place = 0",
        "UPDATE linking SET row = zeroblob(length(row))",
        "UPDATE linking SET row = randomblob(40) WHERE place != 0",
        "UPDATE linking SET row = (SELECT row FROM linking WHERE place > 0 LIMIT 1) WHERE place != 0",
        "UPDATE linking SET row = 'text' WHERE place != 0",
        "UPDATE linking SET row = 1000000000000 WHERE place != 0",
        "UPDATE meta SET value = 'another' WHERE name = 'linker'",
        "UPDATE meta SET value = '0' WHERE name = 'complete'",
    ],
)
def test_what_is_not_what_was_kept_is_of_no_use(tmp_path: Path, change: str) -> None:
    folder = tmp_path / "articles"
    some(folder)
    with sqlite3.connect(places.collection_file([folder])) as db:
        db.execute(change)
    db.close()
    write(folder, 7, (3, [("person", (("Ida", "Vale"), None)), ("role", ("president", "PE"))], False))
    summary = indexing.run([folder])
    assert (summary.articles, summary.stopped) == (7, False)
    assert how[-1] == "anew"
    same(folder)


def test_what_was_extracted_otherwise_meanwhile_is_linked_anew(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    some(folder)
    with sqlite3.connect(places.extractions_file()) as db:
        db.execute("UPDATE extractions SET made = 'another' WHERE rowid = 2")
    db.close()
    write(folder, 7, (3, [], False))
    indexing.run([folder])
    assert how[-1] == "anew"


def test_an_extraction_that_cannot_be_read_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    some(folder)
    with sqlite3.connect(places.extractions_file()) as db:
        db.execute("UPDATE extractions SET extracted = x'00'")
    db.close()
    for number in range(6):
        (folder / f"{number}.txt").rename(folder / f"{number + 10}.txt")
    (folder / "11.txt").unlink()
    assert indexing.run([folder]).articles == 5
    same(folder)


def test_a_run_that_is_told_to_stop_leaves_what_the_next_one_makes_right(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    some(folder)
    for number in range(7, 12):
        write(folder, number, (number, [("body", "Harbour Union")], False))
    asked = iter([False, False, True])
    assert indexing.run([folder], stopped=lambda: next(asked, True)).stopped
    assert indexing.run([folder]).articles == 11
    same(folder)


def test_without_room_for_what_linking_knows_the_story_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise IndexFailure("the disk is full")

    folder = tmp_path / "articles"
    some(folder)
    write(folder, 7, (3, [("body", "Harbour Union")], False))
    with monkeypatch.context() as patch:
        patch.setattr(CollectionWriter, "keep", full)
        assert indexing.run([folder]).problems == ()
    with sqlite3.connect(places.collection_file([folder])) as db:
        assert db.execute("SELECT count(*) FROM articles").fetchone() == (7,)
        assert db.execute("SELECT 1 FROM linking WHERE place = 0").fetchone() is None
    db.close()


def test_noise_in_the_file_never_leaves_another_story(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    some(folder)
    path = places.collection_file([folder])
    good = path.with_name("good")
    shutil.copyfile(path, good)
    write(folder, 7, (3, [("person", (("Ida", "Vale"), None)), ("role", ("president", "PE"))], False))
    with sqlite3.connect(path) as db:
        page, *_ = db.execute("PRAGMA page_size").fetchone()
        query = "SELECT pageno FROM dbstat WHERE name = 'linking'"
        try:
            pages = [number for (number,) in db.execute(query)]
        except sqlite3.OperationalError:
            pytest.skip("this SQLite does not tell where a table lies")
    db.close()
    for number in range(20):
        chance = random.Random(number)
        for beside in path.parent.glob(f"{path.name}-*"):
            beside.unlink()
        shutil.copyfile(good, path)
        with path.open("r+b") as file:
            file.seek(page * (chance.choice(pages) - 1) + chance.randrange(page - 100))
            file.write(chance.choice([chance.randbytes(90), bytes(60), b"\xff" * 40]))
        summary = indexing.run([folder])
        assert (summary.articles, summary.stopped) == (7, False)
        same(folder)


def test_nothing_is_recalled_of_an_index_that_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    some(folder)
    places.collection_file([folder]).unlink()
    assert inventory_of([folder]).files == {}
    indexing.run([folder])
    assert how == ["anew"]
    with pytest.raises(NotRecalled):
        Linker.recalled({}, None)  # type: ignore[arg-type]  # as there are no rows
