"""An index that is cut short or overwritten is noticed and made again with a word, or does no harm."""

from __future__ import annotations

import random
import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import harbours
from dateline import indexing
from dateline.cli import cli
from dateline.index import places
from dateline.index.collection import Collection
from dateline.index.rows import Filter, LedgerFilter, LedgerOrder, Selection
from dateline.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dateline.indexing.runner import Event

pytestmark = pytest.mark.usefixtures("simple_steps")
NAMES = ("Ada Quill", "Bram Oak", "Cara Witt", "Dora Yew")


def ask_all(collection: Collection) -> list[object]:
    """Put every question that the reader puts; none may raise anything."""
    days = collection.days(Filter())
    lines = [line for day in days for line in collection.headlines(Filter(), day.date, 0, 50, None)]
    found = collection.find("", ("person", "country", "organization", "summit"))
    told: list[object] = [collection.coverage(), days, lines, found, collection.histogram(20)]
    for line in lines[:6]:
        view, mentions = collection.article(line.article), collection.mentions(line.article)
        told += [view, mentions, collection.sidebar(line.article, None)]
        told += [collection.position(line.article, Filter()), collection.neighbour(line.article, Filter(), 1)]
        told += [collection.why(line.article, mention) for mention in mentions[:3]]
    for selection in [f.selection for f in found[:3]] + [Selection("search", "said", "said")]:
        told += [collection.evidence(selection, None), collection.headlines(Filter(), "", 0, 9, selection)]
        told += [collection.dossier(selection, None), collection.days(Filter(None, selection))]
    summits = collection.summits(Filter())
    told += [summits, collection.summit_rows(summits.keys), collection.comentions(None)]
    rows = collection.ledger(LedgerFilter(), LedgerOrder("date"))
    told += [rows, collection.totals(LedgerFilter())]
    told += [collection.claim(row.selection.id) for row in rows[:3]]
    return [*told, collection.problems(), collection.stale()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(40):
        name = NAMES[number % 4]
        (folder / f"{number:02}.txt").write_text(
            f" date 2031-04-{number % 28 + 1:02} \n\n{name} said {number} in a small room full of people.\n"
        )
    indexing.run([folder])
    return folder


def spoilt(path: Path, times: int) -> Iterator[str]:
    """Spoil a file in another way each time, having put it back as it was."""
    good = path.with_name("good")
    shutil.copyfile(path, good)
    size = good.stat().st_size
    for number in range(times):
        for beside in path.parent.glob(f"{path.name}?*"):
            beside.unlink()
        shutil.copyfile(good, path)
        chance = random.Random(number)
        with path.open("r+b") as file:
            if number % 4 == 0:
                at = 4096 * chance.randrange(size // 4096)
                file.truncate(at)
                yield f"cut at {at}"
            else:
                at = chance.randrange(size) if number % 4 == 1 else 4096 * chance.randrange(size // 4096)
                noise = chance.choice([chance.randbytes(600), b"\0" * 5000, b"\xff" * 40])
                file.seek(at)
                file.write(noise[: size - at])
                yield f"{len(noise)} bytes of {noise[:2]!r} at {at}"


def test_noise_in_an_index_breaks_no_question_and_no_run(folder: Path) -> None:
    new = folder / "new.txt"
    noticed = 0
    for how in spoilt(places.collection_file([folder]), 60):
        collection = Collection.open([folder])
        ask_all(collection)
        noticed += collection.broken is not None
        collection.close()
        if collection.broken:
            assert indexing.needs_run([folder]), how
        new.write_text(f" date 2031-05-01 \n\nEva Fir said this after {how} in a small room of people.\n")
        events: list[Event] = []
        summary = indexing.run([folder], events.append)
        rebuilt = any(event["event"] == "rebuilt" for event in events)
        assert not summary.stopped, (how, summary)
        assert rebuilt or not collection.broken, how
        collection = Collection.open([folder])
        if rebuilt:
            assert [d.count for d in collection.days(Filter())] == [2] * 12 + [1] * 17, how
        ask_all(collection)
        assert collection.broken is None, how
        collection.close()
        new.unlink()
    assert noticed > 10  # how many depends on how SQLite lays its pages out


def test_noise_in_what_was_extracted_is_read_again(folder: Path) -> None:
    for how in spoilt(places.extractions_file(), 24):
        (folder / "new.txt").write_text(
            f" date 2031-05-01 \n\nEva Fir said {how} in a small room of people.\n"
        )
        summary = indexing.run([folder])
        assert not summary.stopped, (how, summary)
        assert (summary.articles, summary.problems) == (41, ()), how
        collection = Collection.open([folder])
        assert collection.coverage().articles == 41, how
        collection.close()


@pytest.mark.parametrize("beside", ["-wal", "-shm"])
def test_noise_in_what_lies_beside_an_index_costs_nothing_that_was_there(folder: Path, beside: str) -> None:
    path = places.collection_file([folder])
    holder = sqlite3.connect(path)
    holder.execute("PRAGMA wal_autocheckpoint = 0")
    holder.execute("SELECT count(*) FROM articles").fetchone()
    (folder / "new.txt").write_text(" date 2031-05-01 \n\nEva Fir said so in a small room of people.\n")
    indexing.run([folder])
    copies = {p.name: p.read_bytes() for p in path.parent.glob(f"{path.name}*")}
    holder.close()
    assert f"{path.name}{beside}" in copies
    for number in range(12):
        for name, content in copies.items():
            (path.parent / name).write_bytes(content)
        chance = random.Random(number)
        with (path.parent / f"{path.name}{beside}").open("r+b") as file:
            file.seek(chance.randrange(len(copies[f"{path.name}{beside}"])))
            file.write(chance.randbytes(chance.randrange(1, 3000)))
        collection = Collection.open([folder])
        ask_all(collection)
        assert collection.broken or collection.coverage().articles >= 40
        collection.close()
        indexing.run([folder])
        collection = Collection.open([folder])
        assert collection.coverage().articles == 41
        ask_all(collection)
        assert collection.broken is None
        collection.close()


def test_marks_outlive_an_index_that_is_made_again(folder: Path) -> None:
    ids = [line.article for line in Collection.open([folder]).headlines(Filter(), "2031-04-01", 0, 9, None)]
    library = Library.open()
    library.toggle_bookmark(ids[0])
    library.set_note(ids[1], "n")
    library.close()
    places.collection_file([folder]).write_bytes(b"?" * 9000)
    places.extractions_file().write_bytes(b"")
    assert indexing.run([folder]).articles == 40
    again = [line.article for line in Collection.open([folder]).headlines(Filter(), "2031-04-01", 0, 9, None)]
    assert again == ids
    assert (Library.open().bookmarks(), Library.open().note(ids[1])) == ([ids[0]], "n")


def test_what_the_reader_added_is_not_forgotten_where_nobody_can_tell_to_what(folder: Path) -> None:
    places.collection_file([folder]).write_bytes(b"?" * 9000)
    Library.open().toggle_bookmark("y")
    told = CliRunner().invoke(cli, ["forget", str(folder), "--mine", "--yes"])
    assert told.exit_code == 1
    assert "nobody can tell what you have added" in told.stderr
    assert places.collection_file([folder]).exists()
    assert Library.open().bookmarks() == ["y"]
    assert CliRunner().invoke(cli, ["forget", str(folder)]).exit_code == 0
    assert not places.collection_file([folder]).exists()


def test_noise_in_an_index_of_claims_and_summits_breaks_no_question(tmp_path: Path) -> None:
    harbours.store(tmp_path)
    folder = tmp_path / "harbour"
    collection = Collection.open([folder])
    assert ask_all(collection)
    assert collection.broken is None
    collection.close()
    for _ in spoilt(places.collection_file([folder]), 60):
        collection = Collection.open([folder])
        ask_all(collection)
        collection.close()


@pytest.mark.parametrize(
    "noise",
    [
        "UPDATE days SET day = 7 WHERE day = '2031-04-02'",
        "DELETE FROM search_data",
        "UPDATE meta SET value = 'x' WHERE name IN ('revision', 'succeeded')",
        "UPDATE files SET path = 5 WHERE id = 1",
        "DROP TABLE locations",
    ],
)
def test_what_sqlite_takes_for_sound_is_noticed_where_it_makes_no_sense(folder: Path, noise: str) -> None:
    connection = sqlite3.connect(places.collection_file([folder]))
    connection.execute("PRAGMA ignore_check_constraints = ON")
    with connection:
        connection.execute(noise)
    connection.close()
    collection = Collection.open([folder])
    ask_all(collection)
    collection.close()
    (folder / "new.txt").write_text(" date 2031-05-01 \n\nEva Fir said so in a small room of people.\n")
    summary = indexing.run([folder])
    assert (summary.stopped, summary.articles) == (False, 41)
    collection = Collection.open([folder])
    ask_all(collection)
    assert collection.broken is None
    assert [day.count for day in collection.days(Filter())] == [2] * 12 + [1] * 17
