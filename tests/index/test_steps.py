"""An index that was written step by step holds, row for row, what one does that was written at once."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fakes
from dateline.index.database import IndexFailure
from dateline.index.state import Held, SeenFile, Stamp, State
from dateline.index.writer import CollectionWriter
from dateline.linking.linker import Linker
from dateline.linking.story import link
from dateline.model import Actor, Claim, ClaimReport, LinkedParty, Office, Problem
from index_rows import rows_of
from told_news import ruled_steps, ruling, step, written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from dateline.model import Change, Ruling, Source, Story


def state(
    sources: Mapping[str, Source], story: Story, change: Change | None = None, *, folding: str = "f"
) -> State:
    """Return what a run would store of the articles, each in a file of its own."""
    files = {
        f"/a/{id_}.txt": SeenFile(Stamp(1, len(source.article.text)), (Held(id_, None, source.modified),))
        for id_, source in sorted(sources.items())
    }
    texts = {id_: (source.article, source.extraction.sentences) for id_, source in sources.items()}
    problems = () if len(sources) % 2 else (Problem("/b", "it may not be read", "ask"),)
    versions = fakes.VERSIONS._replace(folding=folding)
    return State(files, problems, texts, story, versions, complete=True, change=change)


def stored(path: Path, state: State) -> Any:
    """Return the rows of an index that holds the state from the start."""
    writer = CollectionWriter(path)
    writer.store(state)
    writer.close()
    return rows_of(path)


def test_any_way_to_the_same_articles_and_rulings_gives_the_same_rows(tmp_path: Path) -> None:
    numbers = count()

    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.tuples(ruled_steps, st.booleans(), st.sampled_from("fg")), min_size=1, max_size=3))
    def holds(runs: Sequence[tuple[Any, bool, str]]) -> None:
        path = tmp_path / f"{next(numbers)}.sqlite"
        there: dict[str, Source] = {}
        rulings: list[Ruling] = []
        story, folding = link([]), "f"
        for steps, shown_in_between, folding in runs:
            writer, linker, first = CollectionWriter(path), Linker(), True
            linker.update(there.values(), (), rulings)
            for (added, removed), said in steps:
                sources, gone, there = step(there, added, removed)
                if said is not None:
                    rulings = [ruling(there, number, one) for number, one in enumerate(said)]
                change = linker.update(sources, gone, None if said is None else rulings)
                ids = {source.article.id for source in sources}
                change = replace(change, articles=change.articles | ids)
                story = linker.story() if first or not shown_in_between else linker.told()
                if first or shown_in_between:
                    writer.store(state(there, story, None if first else change, folding=folding))
                    first = False
            if not shown_in_between:
                writer.store(state(there, story, folding=folding))
            writer.close()
        at_once = stored(
            tmp_path / f"{next(numbers)}.sqlite", state(there, link(there.values(), rulings), folding=folding)
        )
        found = rows_of(path)
        for table, rows in at_once.items():
            assert found[table] == rows, table

    holds()


def some() -> dict[str, Source]:
    """Articles that share people, summits, sums and pledges."""
    ida, otto = (("Ida", "Vale"), ("president", "PE")), (("Otto", "Brandt"), None)
    money = ("$5m", "5000000")
    facts: list[list[Any]] = [
        [("person", ida), ("give", "PE", money, "grain for the harbour"), ("meet", ida, otto, "Lima")],
        [
            ("role", ("president", "PE")),
            ("spend", money, "grain for the harbour"),
            ("meet", ida, otto, "Lima"),
        ],
        [("give", "PE", ("$60m", "60000000"), "grain for the harbour"), ("body", "Harbour Union")],
        [("person", otto), ("vow", otto, "ships and grain"), ("person", (("", "Vale"), None))],
    ]
    sources = [written(number, (number, told, False)) for number, told in enumerate(facts)]
    return {source.article.id: source for source in sources}


def writes(path: Path, state: State) -> dict[str, int]:
    """Return how many rows of which table a writer writes to bring an index to the state."""
    written: dict[str, int] = {}
    with sqlite3.connect(path) as db:
        query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        tables = [
            name
            for (name,) in db.execute(query)
            if name.partition("_")[0] not in ("search", "words", "facets")
        ]
        db.execute("CREATE TABLE written (name TEXT)")
        for table in tables:
            for what in ("INSERT", "UPDATE", "DELETE"):
                db.execute(
                    f"CREATE TRIGGER on_{what}_{table} AFTER {what} ON {table}"
                    f" BEGIN INSERT INTO written VALUES ('{table}'); END"
                )
    writer = CollectionWriter(path)
    writer.store(state)
    writer.close()
    with sqlite3.connect(path) as db:
        written = dict(db.execute("SELECT name, count(*) FROM written GROUP BY name"))
    db.close()
    return written


def test_what_has_not_changed_is_not_written(tmp_path: Path) -> None:
    path, sources = tmp_path / "i.sqlite", some()
    before = state(sources, link(sources.values()))
    stored(path, before)
    assert writes(path, before).keys() == {"meta"}


def test_an_article_more_writes_what_it_touches(tmp_path: Path) -> None:
    path, sources = tmp_path / "i.sqlite", some()
    stored(path, state(sources, link(sources.values())))
    another = written(9, (9, [("person", (("Ada", "Stone"), None))], False))
    more = sources | {another.article.id: another}
    touched = writes(path, state(more, link(more.values())))
    assert touched["articles"] == touched["texts"] == touched["files"] == touched["days"] == 1
    assert not touched.keys() & {"claims", "reports", "summits", "company", "relations", "judged", "pledges"}


def test_rows_that_other_code_has_made_are_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, sources = tmp_path / "i.sqlite", some()
    before = state(sources, link(sources.values()))
    stored(path, before)
    monkeypatch.setattr("dateline.index.flatten.rows_version", lambda: "other")
    touched = writes(path, before)
    assert touched["articles"] == len(sources)
    assert touched["claims"] > 0


def test_a_write_that_fails_is_tried_again_from_what_is_there(tmp_path: Path) -> None:
    path, sources = tmp_path / "i.sqlite", some()
    writer = CollectionWriter(path)
    first = dict(list(sources.items())[:2])
    writer.store(state(first, link(first.values())))
    whole = state(sources, link(sources.values()))
    with pytest.raises((KeyError, IndexFailure)):
        writer.store(replace(whole, texts={}))
    writer.store(whole)
    writer.close()
    assert rows_of(path) == stored(tmp_path / "j.sqlite", whole)


GIVES, ADDS = "Norland will give €1m.", "Norland will add €2m."
SPEAKER = LinkedParty("person", "zoe-elm", "Zoe Elm")


def _pledging(text: str, sum_: str, money: tuple[int, ...], cue: str = "will") -> fakes.Telling:
    """Return an article with a sum, and a pledge of it unless the story does not say so."""
    linked = fakes.pledge(text, text.split(" Ada", maxsplit=1)[0], cue, "deed")
    pledge = replace(linked, pledge=replace(linked.pledge, money=money))
    return fakes.telling(text, claims={sum_: "sum"}, pledges=[pledge])


def _report(telling: fakes.Telling, text: str) -> ClaimReport:
    start = telling.article.text.index(text)
    return ClaimReport(telling.id, 0, start, start + len(text), "2031-04-05", "pledged", "€1m", "=")


def _claims(one: fakes.Telling, two: fakes.Telling) -> dict[str, Claim]:
    reports = replace(_report(one, GIVES), speaker=SPEAKER), _report(two, ADDS)
    sums = _report(one, "€1m"), _report(two, "€2m")
    figure = one.linked.money[0].figure
    claims = [
        Claim("deed", "pledge", "€1m pledged", (one.id, two.id), reports=reports, article_count=2),
        Claim("sum", "figure", "€1m", (one.id,), ("near",), figure=figure, reports=sums[:1], article_count=2),
        Claim("near", "figure", "€2m", (two.id,), figure=figure, reports=sums[1:], article_count=1),
    ]
    return {claim.id: claim for claim in claims}


def _told(
    *,
    money: tuple[int, ...] = (),
    cue: str = "will",
    sentences: Sequence[tuple[int, int]] | None = None,
    offices: tuple[Office, ...] = (),
    later: bool = False,
    near: bool = False,
    actors: Sequence[Actor] = (),
) -> State:
    """Return a state of two articles about one pledge, in which one thing or another is otherwise."""
    one = _pledging(f"{GIVES} Ada Quill spoke.", "€1m", money, cue)
    two = _pledging(f"{ADDS} Ada Quill left.", "€2m", ())
    people = tuple(replace(person, offices=offices) for person in one.linked.people)
    one = replace(one, linked=replace(one.linked, people=people))
    claims = _claims(one, two)
    if near:
        claims["near"] = replace(claims["near"], reports=(*claims["sum"].reports, *claims["near"].reports))
    if later:
        raised = replace(_report(two, ADDS), written="2031-05-01", stage="raised")
        claims["later"] = Claim("later", "pledge", "€3m", (two.id,), follows=("deed",), reports=(raised,))
    held = fakes.state([one, two], list(claims.values()))
    if sentences is not None:
        held = replace(held, texts=held.texts | {one.id: (one.article, tuple(sentences))})
    return replace(held, story=replace(held.story, actors=(*held.story.actors, *actors)))


@pytest.mark.parametrize(
    ("table", "otherwise"),
    [
        ("claim_parties", {"actors": [Actor("person", "zoe-elm", "Zoe Elm")]}),
        ("claims", {"later": True}),
        ("claims", {"near": True}),
        ("claims", {"money": (0,)}),
        ("claim_words", {"sentences": [(0, 7), (8, 40)]}),
        ("reports", {"cue": "give"}),
        ("roles", {"offices": (Office("minister", country="NO"),)}),
    ],
)
@pytest.mark.parametrize("back", [False, True])
def test_what_a_row_comes_from_is_all_looked_at(
    tmp_path: Path, table: str, otherwise: dict[str, Any], back: bool
) -> None:
    before, after = _told(), _told(**otherwise)
    if back:
        before, after = after, before
    was = stored(tmp_path / "steps.sqlite", before)
    found = stored(tmp_path / "steps.sqlite", after)
    assert found == stored(tmp_path / "once.sqlite", after)
    assert found[table] != was[table]
