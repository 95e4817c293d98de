"""Judging by keys: what the boxes offer, what is kept, what follows on the screen, and what is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

import fakes
from dateline.index import places
from dateline.index.collection import Collection
from dateline.index.writer import CollectionWriter
from dateline.library.judgements import Judgements
from dateline.library.quotes import quote
from dateline.library.wording import worded
from dateline.model import Judgement, Quote

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ONE = "Ada Quill met Bram Östlund at the Port talks. Ada Quill promised €5m to the Harbour League."
TWO = "Norland gave €5m. Bram Östlund smiled at Ada Quill."


def said() -> list[str]:
    return [worded(judgement) for judgement in Judgements.open().standing()]


async def test_x_lists_what_can_be_said_and_enter_says_it(reader) -> None:
    async with reader() as r:
        await r.press("2", *["n"] * 4, "x")
        assert "Ida Vale · person" in r.text
        assert "The article “Peru will lend Kenya" in r.text
        await r.type("is not a person")
        await r.press("enter")
        assert said() == ["“Ida Vale” is no person, country, organization or summit"]
        assert "“Ida Vale” is not a person. u undoes it." in r.text
        (judgement,) = Judgements.open().standing()
        text = r.desk.article.view.text
        start = text.index("Ida Vale")
        assert judgement.about == (quote("a1", text, start, start + 8),)
        await r.press("u")
        assert "Taken back: “Ida Vale” is not a person." in r.text


@pytest.mark.parametrize(
    ("keys", "box"),
    [
        (("n", "x"), "Peru · country"),
        (("n", "n", "n", "n", "x"), "Ida Vale · person"),
        (("3", "end", "x"), "Peru → Kenya $40m · pledge"),
        (("3", "x"), "Ida Vale · person"),
        (("3", "enter", "x"), "Ida Vale · person"),
        (("3", "j", "j", "x"), "Peru · country"),
        (("1", "x"), "The article “Peru will lend"),
    ],
)
async def test_x_is_about_what_the_cursor_is_on(reader, keys, box) -> None:
    async with reader() as r:
        await r.press("2", *keys)
        assert box in r.text
        await r.press("escape")
        assert said() == []


async def test_two_names_are_made_one_by_letters(reader) -> None:
    async with reader() as r:
        await r.press("2", *["n"] * 4, "x")
        await r.type("same as")
        await r.press("enter")
        assert "Otto Brandt" in r.text
        assert "Kenya" not in r.app.screen.listing.values
        await r.type("mora")
        await r.press("enter")
        assert said() == ["“Ida Vale” is the same as “Lia Mora”"]


async def test_a_mention_is_parted_from_the_full_name_elsewhere(reader) -> None:
    async with reader() as r:
        await r.press("2", *["n"] * 5, "x")
        await r.type("another one")
        await r.press("enter")
        assert said() == ["“Ms Vale” is not the same as “Ida Vale”"]
        (judgement,) = Judgements.open().standing()
        assert judgement.about[1].article == "a2"


async def test_a_name_is_given(reader) -> None:
    async with reader() as r:
        await r.press("3", "x")
        await r.type("is called")
        await r.press("enter")
        await r.type("Ida V. Vale")
        await r.press("enter")
        assert said() == ["“Ida Vale” is called Ida V. Vale"]


async def test_a_date_is_given_as_people_write_it(reader) -> None:
    async with reader() as r:
        await r.press("1", "x", "enter")
        await r.type("tomorrow or so")
        await r.press("enter")
        assert said() == []
        await r.press("home", *["delete"] * 20)
        await r.type("march 2031")
        assert "That is more than a day" in r.text
        await r.press("home", *["delete"] * 20)
        await r.type("1 april 2031")
        assert "Tue 1 April 2031" in r.text
        await r.press("enter")
        assert said() == ["the article is dated 2031-04-01"]


async def test_a_claim_is_confirmed_and_u_takes_it_back(reader) -> None:
    async with reader() as r:
        await r.press("3", "end", "x", "enter")
        assert len(said()) == 1
        assert said()[0].endswith("is confirmed")
        await r.press("u")
        assert said() == []
        assert "Taken back: “Peru will lend Kenya $40m" in r.text
        await r.press("u")
        assert "There is nothing to take back." in r.text


async def test_a_contradiction_is_refused_with_its_chain(reader) -> None:
    async with reader() as r:
        await r.press("3", "end", "x", "enter", "x", "down", "enter")
        assert "It cannot be that" in r.text
        assert "is confirmed" in r.text
        assert len(said()) == 1
        await r.press("q")
        assert r.app.screen is r.main


async def test_nothing_is_judged_where_nothing_is_open(reader) -> None:
    async with reader(articles=[]) as r:
        await r.press("x")
        assert "Nothing is open that could be judged." in r.text
        await r.press("w")
        assert r.app.screen is r.main


async def test_a_file_that_cannot_be_written_is_told(reader, monkeypatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr("dateline.library.log.Log.append", full)
    async with reader() as r:
        await r.press("3", "end", "x", "enter")
        told = [notification.message for notification in r.app._notifications]
        assert any(words.endswith("no space left on device; it is not kept") for words in told)
        assert said() == []


async def test_the_box_fits_a_small_terminal(reader) -> None:
    async with reader(size=(80, 24)) as r:
        await r.press("2", *["n"] * 4, "x")
        assert "is not a person" in r.text
        assert "u takes it back." in r.text


# --- over a real index, linked again as judgements say


class Linking:
    """An indexer that stores what a few rules of thumb make of the judgements that stand."""

    def __init__(self, roots: list[Path]) -> None:
        self.roots = roots
        self.running = False
        self.verify = False
        self.runs = 0

    async def stop(self) -> None:
        pass

    async def follow(self, tell: Callable[[dict[str, Any]], None], *, ask: bool = False) -> str | None:
        self.runs += 1
        self.store()
        tell({"event": "linked", "articles": 2})
        return None

    def store(self) -> None:
        tellings = [fakes.telling(ONE, "2031-04-05"), fakes.telling(TWO, "2031-04-07", title="Other")]
        standing = Judgements.open().standing()
        judged: dict[tuple[str, str], tuple[str, ...]] = {}
        for judgement in standing:
            if judgement.kind == "rename":
                tellings = [fakes.renamed(t, fakes.ADA, judgement.value) for t in tellings]
                judged["person", "ada-quill"] = (judgement.id,)
            elif judgement.kind == "kind":
                tellings = [_without(t) for t in tellings]
            elif judgement.kind == "date":
                at = next(n for n, t in enumerate(tellings) if t.id == judgement.about[0].article)
                linked = replace(tellings[at].linked, date=judgement.value, date_basis="judged")
                tellings[at] = replace(tellings[at], linked=linked)
        state = fakes.state(tellings)
        actors = {p.actor for t in tellings for p in t.linked.people}
        writer = CollectionWriter(places.collection_file(self.roots))
        writer.store(replace(state, story=replace(state.story, actors=tuple(actors), judged=judged)))
        writer.close()


def _without(telling: fakes.Telling) -> fakes.Telling:
    people = tuple(p for p in telling.linked.people if p.actor.id != "ada-quill")
    return replace(telling, linked=replace(telling.linked, people=people))


@pytest.fixture
def linked(reader, tmp_path: Path, monkeypatch):
    """Return what opens the reader over a real index that follows judgements."""
    linking = Linking([tmp_path / "harbour"])
    linking.store()
    monkeypatch.setattr("dateline.indexing.needs_run", lambda _roots: False)

    def open_collection() -> Collection:
        return Collection.open(linking.roots)

    return lambda **options: reader(collection=open_collection, indexer=linking, **options)


async def test_the_screen_follows_a_rename_and_its_undo(linked) -> None:
    async with linked() as r:
        await r.press("3", "enter")
        assert r.selected == "Ada Quill"
        await r.press("1", "x")
        await r.type("is called")
        await r.press("enter")
        await r.type("Adele Quill")
        await r.press("enter")
        await r.settle()
        assert r.selected == "Adele Quill"
        await r.press("escape")
        assert "✎ Adele Quill" in "\n".join(r.inside("sidebar"))
        await r.press("3", "w")
        assert "you have said that “Ada Quill” is called Adele Quill" in r.text
        await r.press("q", "x")
        assert "take back: “Ada Quill” is called Adele Quill" in r.text
        await r.type("take back")
        await r.press("enter")
        await r.settle()
        assert "Adele" not in "\n".join(r.inside("sidebar"))
        assert r.app.indexer.runs == 2


async def test_what_is_no_person_is_let_go_and_comes_back_with_u(linked) -> None:
    async with linked() as r:
        await r.press("3", "enter", "x", "enter")
        await r.settle()
        assert r.selected is None
        assert "Ada Quill" not in "\n".join(r.inside("sidebar"))
        await r.press("u")
        await r.settle()
        assert "Ada Quill" in "\n".join(r.inside("sidebar"))


async def test_an_articles_date_is_the_readers_own(linked) -> None:
    async with linked() as r:
        await r.press("x", "enter")
        await r.type("2031-05-01")
        await r.press("enter")
        await r.settle()
        assert "✎" in r.row("Ada Quill met Bram")
        assert "✎Thu 1 May 2031" in "\n".join(r.inside("article"))
        await r.press("w")
        assert "You have said that the article is of Thu 1 May 2031." in r.text


async def test_what_is_judged_during_a_run_has_a_run_of_its_own(linked) -> None:
    async with linked() as r:
        r.app.indexer.running = True
        await r.press("3", "x", "enter")
        assert r.app.indexer.runs == 0
        r.app.indexer.running = False
        await r.app.runs._follow()
        await r.settle()
        assert r.app.indexer.runs == 1
        assert "Ada Quill" not in "\n".join(r.inside("sidebar"))


async def test_a_judgement_is_seen_beside_the_index_of_another_article(linked) -> None:
    """What was said of another version of an article counts as said of the one that took its place."""
    telling = fakes.telling(ONE)
    judgements = Judgements.open()
    old = Quote("old", "Ada Quill", "", " met Bram Östlund at the Port tal")
    judgements.add("rename", [old], "Adele Quill")
    judgements.succeed("old", telling.id)
    async with linked() as r:
        await r.press("3", "x")
        await r.type("is called")
        await r.press("enter")
        await r.type("Addie Quill")
        await r.press("enter")
        assert "It cannot be that" in r.text
    lines = judgements.path.read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[1])["value"] == "Adele Quill"
    assert isinstance(judgements.standing()[0], Judgement)


async def test_a_damaged_file_of_judgements_is_told_at_the_start(linked) -> None:
    Judgements.open().path.write_text("scribble\n")
    async with linked() as r:
        assert any("was damaged; it is kept as" in n.message for n in r.app._notifications)
