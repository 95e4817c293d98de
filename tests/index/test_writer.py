"""What readers see while a collection is written, and what becomes of files of the index that are no good."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import fakes
from dateline.index import database, places, schema
from dateline.index.collection import Collection
from dateline.index.database import Damaged
from dateline.index.extractions import ExtractionStore
from dateline.index.inventory import inventory_of
from dateline.index.rows import Filter, Selection
from dateline.index.state import Held, SeenFile, Stamp
from dateline.index.version import current_versions
from dateline.index.writer import CollectionWriter
from dateline.model import Article, Change, Claim, Extraction, Person, Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dateline.index.state import State

ONE = fakes.telling("Ada Quill spoke.", claims={"spoke": "c"})
TWO = fakes.telling("Bram Östlund spoke. Ada Quill listened.", "2031-04-06")
THREE = fakes.telling("Cara de Witt spoke.", "2031-04-07")


def shown(collection: Collection) -> object:
    """All that a reader can see of a collection."""
    ids = [
        h.article
        for day in collection.days(Filter())
        for h in collection.headlines(Filter(), day.date, 0, 99, None)
    ]
    return (
        collection.coverage(),
        {i: (collection.article(i), collection.mentions(i), collection.sidebar(i, None)) for i in ids},
        {(f.selection, f.articles) for f in collection.find("", ("person", "country", "summit"))},
        {e.article for e in collection.search("spoke", None)},
        collection.problems(),
    )


def test_a_state_written_in_steps_shows_like_one_written_at_once(
    roots: list[Path], store: Callable[[State], None], tmp_path: Path
) -> None:
    claims = [Claim("c", "figure", "spoke", (ONE.id,))]
    files = fakes.state([ONE, TWO, THREE]).files
    renamed = fakes.renamed(ONE, fakes.ADA, "Ada B. Quill")

    def some(tellings: list[fakes.Telling]) -> State:
        ids = {t.id for t in tellings}
        held = {path: seen for path, seen in files.items() if seen.held[0].article in ids}
        return fakes.state(tellings, claims, files=held)

    for tellings in ([TWO], [TWO, ONE], [ONE, TWO, THREE], [THREE, renamed], [ONE, TWO]):
        store(some(tellings))
    stepwise = Collection.open(roots)
    other = [tmp_path / "other"]
    writer = CollectionWriter(places.collection_file(other))
    writer.store(some([ONE, TWO]))
    assert shown(stepwise) == shown(Collection.open(other))


def test_an_unchanged_article_keeps_its_rows(roots: list[Path], store: Callable[[State], None]) -> None:
    store(fakes.state([ONE, TWO]))
    with sqlite3.connect(places.collection_file(roots)) as connection:
        connection.execute("UPDATE articles SET title = 'left alone' WHERE digest = ?", (ONE.id,))
    store(fakes.state([ONE, fakes.renamed(TWO, fakes.BRAM, "B. Östlund"), THREE]))
    collection = Collection.open(roots)
    (first,) = collection.headlines(Filter(), "2031-04-05", 0, 9, None)
    assert first.title == "left alone"


def test_a_reader_keeps_its_state_until_the_next_question(
    roots: list[Path], store: Callable[[State], None]
) -> None:
    store(fakes.state([ONE]))
    collection = Collection.open(roots)
    assert collection.coverage().articles == 1
    writer = CollectionWriter(places.collection_file(roots))
    with database.transaction(writer._connection):  # a write that has begun and not ended
        writer._connection.execute("DELETE FROM days")
        assert collection.coverage().articles == 1
        writer._connection.execute("INSERT INTO days VALUES ('2031-04-05', 1)")
    writer.store(fakes.state([ONE, TWO]))
    assert collection.coverage().articles == 2


def test_a_write_that_fails_leaves_the_old_state(roots: list[Path], store: Callable[[State], None]) -> None:
    store(fakes.state([ONE, TWO]))
    before = shown(Collection.open(roots))
    bad = fakes.state([ONE, THREE])
    bad = fakes.replace(bad, texts={ONE.id: bad.texts[ONE.id]})
    with pytest.raises(Damaged):
        store(bad)
    assert shown(Collection.open(roots)) == before


def test_one_article_in_two_places(opened: Callable[[State], Collection]) -> None:
    held = (Held(ONE.id, None, "2031-04-05"),)
    files = {"/b/x.txt": SeenFile(Stamp(1, 2), held), "/a/y.txt": SeenFile(Stamp(1, 2), held)}
    collection = opened(fakes.state([ONE], files=files))
    assert collection.coverage().articles == 1
    view = collection.article(ONE.id)
    assert view is not None
    assert view.paths == ("/a/y.txt", "/b/x.txt")


def test_problems_and_names_that_are_not_utf8(
    opened: Callable[[State], Collection], roots: list[Path]
) -> None:
    name = os.fsdecode(b"/a/caf\xe9.txt")
    problem = Problem(name, "it is empty", "delete it")
    folder = Problem("/b", "it may not be read", "ask")
    files = {name: SeenFile(Stamp(0, 1, 2), (), (problem,))}
    state = fakes.replace(fakes.state([], files=files), problems=(folder,))
    collection = opened(state)
    assert collection.problems() == [problem, folder]
    inventory = inventory_of(roots)
    assert (inventory.files, inventory.problems) == (files, (folder,))
    opened(fakes.state([ONE]))
    assert collection.problems() == []


def test_stale_is_what_other_code_has_made(opened: Callable[[State], Collection]) -> None:
    assert opened(fakes.state([ONE], versions=current_versions())).stale() is False
    for field in current_versions()._fields:
        versions = current_versions()._replace(**{field: "other"})
        assert opened(fakes.state([ONE], versions=versions)).stale() is True


def test_search_goes_on_when_words_are_folded_otherwise(opened: Callable[[State], Collection]) -> None:
    opened(fakes.state([ONE, TWO], versions=fakes.VERSIONS._replace(folding="old")))
    collection = opened(fakes.state([TWO], versions=fakes.VERSIONS._replace(folding="new")))
    assert {e.article for e in collection.search("spoke", None)} == {TWO.id}


class TestFilesOfTheIndex:
    @pytest.fixture
    def path(self, roots: list[Path], store: Callable[[State], None]) -> Path:
        store(fakes.state([ONE, TWO]))
        return places.collection_file(roots)

    def test_an_older_schema_is_migrated_by_whoever_opens_it(
        self, path: Path, roots: list[Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def migration(connection: database.Connection) -> None:
            connection.execute("ALTER TABLE days ADD COLUMN read INTEGER NOT NULL DEFAULT 7")

        monkeypatch.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, migration])
        for opened in (
            database.open_for_reading(path, schema.MIGRATIONS),
            database.open_for_writing(path, schema.MIGRATIONS),
        ):
            assert opened is not None
            assert opened.execute("SELECT articles, read FROM days").fetchall() == [(1, 7), (1, 7)]
            assert opened.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS),)

    def test_a_migration_that_fails_changes_nothing(self, path: Path) -> None:
        def migration(connection: database.Connection) -> None:
            connection.execute("DROP TABLE days")
            raise sqlite3.OperationalError("no room")

        with pytest.raises(database.IndexFailure, match="no room"):
            database.open_for_writing(path, [*schema.MIGRATIONS, migration])
        opened = database.open_for_reading(path, schema.MIGRATIONS)
        assert opened is not None
        assert opened.execute("SELECT count(*) FROM days").fetchone() == (2,)

    def test_a_newer_schema_is_damage(self, path: Path) -> None:
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA user_version = 99")
        for open_ in (database.open_for_reading, database.open_for_writing):
            with pytest.raises(Damaged, match="newer"):
                open_(path, schema.MIGRATIONS)

    @pytest.mark.parametrize("content", [b"", b"no database" * 999, None])
    def test_a_reader_of_a_damaged_file_sees_nothing_and_says_why(
        self, path: Path, roots: list[Path], content: bytes | None
    ) -> None:
        whole = path.read_bytes()
        database.remove(path)
        path.write_bytes(whole[: len(whole) // 2] if content is None else content)
        collection = Collection.open(roots)
        collection.coverage()
        for day in collection.days(Filter()):
            collection.headlines(Filter(), day.date, 0, 9, None)
        collection.search("spoke", None)
        collection.article(ONE.id)
        collection.find("ada")
        assert collection.article(ONE.id) is None
        assert (collection.failure is None) == (content == b"")
        assert bool(database.condemned(path)) == (content != b"")

    def test_a_reader_finds_the_file_that_takes_the_place_of_another(
        self, path: Path, roots: list[Path], store: Callable[[State], None]
    ) -> None:
        collection = Collection.open(roots)
        assert collection.find("ada")
        database.remove(path)
        assert collection.coverage().articles == 0
        store(fakes.state([THREE]))
        assert collection.coverage().articles == 1
        assert [f.selection.label for f in collection.find("")] == ["Cara de Witt"]
        assert collection.days(Filter(only=Selection("search", "spoke", "")))[0].date == "2031-04-07"

    def test_the_folder_is_for_the_user_alone(self, path: Path) -> None:
        assert path.parent.stat().st_mode & 0o077 == 0


class TestExtractions:
    article = Article("a" * 64, "T", "derived", None, None, "Łódź", ("x",))
    extraction = Extraction(
        "a" * 64, "e", ((0, 4),), people=(Person("K", None, None, fakes.mentions("Łódź", "Ł")),)
    )

    def test_they_come_back_as_they_were(self, tmp_path: Path) -> None:
        store = ExtractionStore(tmp_path / "e.sqlite", fakes.VERSIONS)
        store.put([(self.article, self.extraction)])
        store.close()
        store = ExtractionStore(tmp_path / "e.sqlite", fakes.VERSIONS)
        ((id_, kept),) = store.get(["unknown", self.article.id])
        assert (id_, *kept[:4]) == (self.article.id, self.article, self.extraction, True, True)
        assert store.made(["unknown", self.article.id]) == {self.article.id: kept.made}

    def test_those_of_other_versions_are_told(self, tmp_path: Path) -> None:
        path = tmp_path / "e.sqlite"
        ExtractionStore(path, fakes.VERSIONS).put([(self.article, self.extraction)])
        for versions, loaded, extracted in (
            (fakes.VERSIONS._replace(extractor="new"), True, False),
            (fakes.VERSIONS._replace(loader="new"), False, False),
            (fakes.VERSIONS._replace(linker="new"), True, True),
        ):
            ((_, kept),) = ExtractionStore(path, versions).get([self.article.id])
            assert (kept.loaded, kept.extracted) == (loaded, extracted)

    def test_those_that_cannot_be_understood_are_not_there(self, tmp_path: Path) -> None:
        path = tmp_path / "e.sqlite"
        ExtractionStore(path, fakes.VERSIONS).put([(self.article, self.extraction)])
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE extractions SET extracted = x'00'")
        assert list(ExtractionStore(path, fakes.VERSIONS).get([self.article.id])) == []


def test_only_articles_that_a_run_has_changed_are_written(
    roots: list[Path], store: Callable[[State], None]
) -> None:
    store(fakes.state([ONE, TWO]))
    later = replace(ONE, linked=replace(ONE.linked, date="2031-04-09"))

    def days_after(changed: set[str]) -> list[str]:
        store(replace(fakes.state([later, TWO, THREE]), change=Change(articles=frozenset(changed))))
        return [day.date for day in Collection.open(roots).days(Filter())]

    assert days_after({THREE.id}) == ["2031-04-05", "2031-04-06", "2031-04-07"]
    assert days_after({ONE.id}) == ["2031-04-06", "2031-04-07", "2031-04-09"]
