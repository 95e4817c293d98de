"""The tables of the full-text search, as articles come, change and go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import fakes
from dateline.index import database, inventory, places, schema, word_tables
from dateline.index.collection import Collection, QueryError
from dateline.index.rows import DateRange, Filter, Selection
from dateline.index.schema import MIGRATIONS
from dateline.index.writer import CollectionWriter
from dateline.model import Actor, LinkedActor

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from dateline.index.state import State

ONE = fakes.telling("Ada Quill spoke of tides for €5m.", claims={"€5m": "five"})
TWO = fakes.telling("Bram Östlund spoke at the Port talks.", "2031-04-09", title="A storm for nobody")
THREE = fakes.telling("Cara de Witt of the Harbour League spoke.", "2031-05-02")
MOVED = replace(TWO, linked=replace(TWO.linked, date="2031-06-01"))


def _contents(db: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    for table in ("search", "words", "facets"):
        db.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table}_terms USING fts5vocab (main, {table}, instance)"
        )
    return {
        table: sorted(db.execute(f"SELECT DISTINCT term, doc FROM temp.{table}_terms"))
        for table in ("search", "words", "facets")
    }


def test_what_was_put_in_goes_again(roots: list[Path], store: Callable[[State], None]) -> None:
    """The tables keep no words: an article that is taken out otherwise than it was put in stays for good."""
    renamed = fakes.renamed(ONE, fakes.ADA, "Ada B. Quill")
    for tellings in ([ONE], [ONE, TWO], [TWO, THREE], [MOVED, renamed], [renamed, THREE, MOVED], [ONE, TWO]):
        store(fakes.state(tellings))
        db = database.open_for_writing(places.collection_file(roots), MIGRATIONS)
        stepwise = _contents(db)
        assert all(stepwise.values())
        word_tables.fill(db)
        assert _contents(db) == stepwise
        db.close()


def test_an_article_of_another_day_is_found_there(
    opened: Callable[[State], Collection], store: Callable[[State], None]
) -> None:
    collection = opened(fakes.state([ONE, TWO]))
    may = DateRange("2031-06-01", "2031-06-30")
    assert not collection.search("storm", may)
    store(fakes.state([ONE, MOVED]))
    for query in ("storm", '"spoke at"', "person:bram", "has:summit"):
        assert [e.date for e in collection.search(query, None)] == ["2031-06-01"]
        assert collection.search(query, may)
        assert [d.date for d in collection.days(Filter(only=Selection("search", query, "")))] == [
            "2031-06-01"
        ]


def test_a_file_of_an_older_schema_is_searched_the_same_once_it_is_up_to_date(roots: list[Path]) -> None:
    path = places.collection_file(roots)
    older = MIGRATIONS[: MIGRATIONS.index(schema._create_tables_of_words)]
    db = database.open_for_writing(path, older)
    db.execute(
        "INSERT INTO articles"
        " VALUES (7, 'd', '2031-04-09', 'declared', 'A storm', 'declared', 'Tide', 2, '[]', '', '')"
    )
    db.execute("INSERT INTO texts VALUES (7, 'A storm', 'It rained for £3.', '[]', '[]')")
    db.execute("INSERT INTO figures VALUES (7, 0, 1, 14, 16, '£3', '3', NULL, 'GBP', 0, NULL, '[]')")
    db.close()
    collection = Collection.open(roots)
    assert collection.article("d") is not None
    with pytest.raises(QueryError, match="older version"):
        collection.search("storm", None)
    CollectionWriter(path).close()
    for query in ("storm", '"rained for"', "has:sum -has:pledge", "source:tide", "money>2"):
        assert [e.article for e in collection.search(query, None)] == ["d"]
    assert collection.failure is None


def test_a_dossier_needs_no_search(opened: Callable[[State], Collection], roots: list[Path]) -> None:
    sourced = [replace(t, article=replace(t.article, outlet="Tide")) for t in (ONE, TWO, THREE)]
    collection = opened(fakes.state(sourced))
    ada = Selection("person", fakes.ADA.id, "")
    before = collection.dossier(ada, None)
    assert before is not None
    assert before.outlets == 1
    db = database.open_for_writing(places.collection_file(roots), MIGRATIONS)
    db.execute("INSERT INTO facets (facets) VALUES ('delete-all')")
    word_tables.fill_later(db)
    db.close()
    assert collection.dossier(ada, None) == before
    with inventory.recorded(roots) as recorded:
        assert recorded is not None
        assert not recorded.complete


def test_a_name_that_could_be_too_many_is_refused(opened: Callable[[State], Collection]) -> None:
    crowd = [Actor("person", f"v{n}", f"Ida Vale{n}") for n in range(60)]
    telling = fakes.telling(" and ".join(actor.name for actor in crowd))
    people = tuple(LinkedActor(a, fakes.mentions(telling.article.text, a.name)[:1]) for a in crowd)
    collection = opened(fakes.state([replace(telling, linked=replace(telling.linked, people=people))]))
    with pytest.raises(QueryError, match="60 names"):
        collection.search("person:vale", None)
    assert collection.search("person:vale7", None)


class TestNeighbours:
    @pytest.fixture
    def collection(self, opened: Callable[[State], Collection]) -> Collection:
        self.tellings = [
            fakes.telling(f"Tale {n}: {'storm' if n % 2 else 'calm'}, {name} spoke.", f"2031-04-{n + 1:02}")
            for n, name in enumerate(["Ada Quill", "Ada Quill", "Cara de Witt", "Ada Quill", "Ada Quill"])
        ]
        return opened(fakes.state(self.tellings))

    @pytest.mark.parametrize("few", [0, 2000])
    def test_articles_of_a_search_and_an_actor_are_gone_through(
        self, collection: Collection, monkeypatch: pytest.MonkeyPatch, few: int
    ) -> None:
        monkeypatch.setattr("dateline.index.timeline._FEW", few)
        ids = [telling.id for telling in self.tellings]
        storm, spoke = (Filter(only=Selection("search", query, "")) for query in ("storm", "spoke"))
        ada = Selection("person", fakes.ADA.id, "")
        assert collection.neighbour(ids[0], storm, 1) == ids[1]
        assert collection.neighbour(ids[0], storm, 2, ada) == ids[3]
        assert collection.neighbour(ids[4], storm, -1, ada) == ids[3]
        assert collection.neighbour(ids[3], storm, 1, ada) is None
        assert collection.neighbour(ids[0], spoke, 2, ada) == ids[3]
        assert collection.neighbour(ids[0], storm, 1, Selection("search", "tale", "")) == ids[1]
        inside = replace(storm, dates=DateRange("2031-04-01", "2031-04-03"))
        assert collection.neighbour(ids[1], inside, 1) is None
        outside = replace(storm, dates=DateRange("2031-04-03", "2031-04-30"))
        assert collection.neighbour(ids[0], outside, 1) == ids[3]
        assert collection.neighbour(ids[4], replace(storm, dates=DateRange("", "2031-04-02")), -1) == ids[1]
