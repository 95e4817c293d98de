"""The dossier of an actor or a summit, over a real index filled by hand."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

import fakes
from dateline.index import places
from dateline.index.collection import Collection
from dateline.index.rows import Selection
from dateline.index.writer import CollectionWriter
from dateline.model import LinkedActor, Mention, Office

if TYPE_CHECKING:
    from pathlib import Path

ADA = Selection("person", "ada-quill", "Ada Quill")
TALKS = Selection("summit", "2031-04-06-port-talks", "Port talks, 6 Apr 2031")
ONE = "Ada Quill met Bram Östlund at the Port talks. The Norland premier smiled. Nobody else did."
TWO = "Norland gave Ada Quill €5m. [/] Bram Östlund [@click=app.quit]left[/] the Harbour League."
THREE = "港の人 Ada Quill spoke of the talks again. 会議 is over."


def calling(telling: fakes.Telling, phrase: str, *offices: Office) -> fakes.Telling:
    """Return the article with offices and a phrase that stands for its first person."""
    first, *others = telling.linked.people
    mentions = tuple(
        Mention(m.start, m.end, m.text, "role", "test") for m in fakes.mentions(telling.article.text, phrase)
    )
    changed = LinkedActor(first.actor, (*first.mentions, *mentions), offices)
    return replace(telling, linked=replace(telling.linked, people=(changed, *others)))


@pytest.fixture
def tellings() -> list[fakes.Telling]:
    premier = Office("premier", country="NL")
    return [
        calling(fakes.telling(ONE, "2031-04-05", outlet="The Quay"), "The Norland premier", premier),
        calling(fakes.telling(TWO, "2031-04-07", claims={"€5m": "five"}, title="[/] Other"), "-", premier),
        fakes.telling(THREE, "2031-06-01", basis="inferred"),
    ]


@pytest.fixture
def open_collection(tmp_path: Path, tellings: list[fakes.Telling]):
    """Return what opens a real collection of the made-up articles."""
    roots = [tmp_path / "harbour"]
    writer = CollectionWriter(places.collection_file(roots))
    writer.store(fakes.state(tellings))
    writer.close()
    return partial(Collection.open, roots)


@pytest.fixture
def dossier(reader, open_collection):
    """Return what opens the reader with Ada Quill's dossier."""

    def open_(**options):
        return reader(collection=open_collection, **options)

    return open_


async def of_ada(r) -> None:
    r.desk.select(ADA)
    await r.press("D")


def about(r) -> str:
    return "\n".join(r.inside("about"))


def told(r) -> str:
    return "\n".join(r.inside("told"))


async def test_it_tells_who_somebody_is(dossier) -> None:
    async with dossier() as r:
        await of_ada(r)
        assert r.lines[0].startswith(" Dossier · Ada Quill")
        assert "3 articles · 4 mentions · 1 known outlet" in about(r)
        assert "Ms Quill, Quill" in about(r)
        assert "premier, Norland  5–7 Apr" in about(r)
        assert "“the Norland premier”  5 Apr" in about(r)
        assert r.row("Port talks", "about").split() == ["6", "Apr", "2031", "Port", "talks", "2"]
        assert "5 Apr" in about(r)
        assert "1 Jun 2031" in about(r)


async def test_it_tells_with_whom_and_with_which_sums_somebody_is_mentioned(dossier) -> None:
    async with dossier() as r:
        await of_ada(r)
        assert r.row("Bram Östlund", "about").split() == ["Bram", "Östlund", "person", "2", "2"]
        rows = about(r)[about(r).index("SUMS IN THE SAME SENTENCES") :]
        assert "€5m" in rows


async def test_it_lists_the_sentences_by_article(dossier) -> None:
    async with dossier() as r:
        await of_ada(r)
        assert "5 Apr 2031  The Quay  Ada Quill met" in told(r)
        assert "· The Norland premier smiled." in told(r)
        assert "7 Apr 2031  [/] Other" in told(r)
        assert "~1 Jun 2031  港の人 Ada Quill" in told(r)
        assert "Nobody else did." not in told(r)


async def test_enter_on_a_sentence_opens_its_article_there(dossier) -> None:
    async with dossier() as r:
        await of_ada(r)
        await r.press("tab", "end", "enter")
        assert r.app.screen is r.main
        assert r.title.startswith("港の人")
        assert r.pane == "article"
        assert "Ada Quill 1/1" in r.text


async def test_enter_on_a_phrase_opens_the_article_that_says_so(dossier) -> None:
    async with dossier() as r:
        await of_ada(r)
        await r.press("j", "enter")
        assert r.title.startswith("Ada Quill met")
        assert "Ada Quill 2/2" in r.text


async def test_enter_goes_to_other_dossiers_and_b_comes_back(dossier) -> None:
    async with dossier() as r:
        await of_ada(r)
        await r.press("j", "j", "enter")
        assert r.lines[0].startswith(" Dossier · Port talks, 6 Apr 2031 · 1 before it")
        assert "talks · 6 Apr 2031 · Port" in about(r)
        assert "“the talks”" in about(r)
        assert r.selected == "Port talks, 6 Apr 2031"
        await r.press("enter")
        assert "Ada Quill · 2 before it" in r.lines[0]
        await r.press("b", "b")
        assert r.lines[0].startswith(" Dossier · Ada Quill   ")
        assert r.row("Port talks", "about").startswith("▸")
        await r.press("b")
        assert r.app.screen is r.main
        assert r.selected == "Ada Quill"


async def test_it_opens_again_where_it_was_left(dossier) -> None:
    async with dossier() as r:
        await of_ada(r)
        await r.press("tab", "j", "enter")
        assert r.app.screen is r.main
        await r.press("D")
        assert r.app.screen.used is r.app.screen.told
        assert r.app.screen.told.cursor == 1


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_q_and_escape_close_it(dossier, key: str) -> None:
    async with dossier() as r:
        await of_ada(r)
        await r.press("j", "j", "enter", key)
        assert r.app.screen is r.main


async def test_enter_on_what_is_selected_opens_it(dossier) -> None:
    async with dossier() as r:
        await r.press("2", "n", "enter")
        assert r.selected == "Ada Quill"
        await r.press("enter")
        assert r.lines[0].startswith(" Dossier · Ada Quill")


async def test_a_click_on_what_is_selected_opens_it(dossier, monkeypatch) -> None:
    monkeypatch.setattr("textual.app.App.CLICK_CHAIN_TIME_THRESHOLD", 0)  # else it would be a double one
    async with dossier() as r:
        await r.click("The Norland premier", "article")
        assert r.selected == "Ada Quill"
        await r.click("The Norland premier", "article")
        assert r.lines[0].startswith(" Dossier · Ada Quill")


async def test_p_twice_opens_it(dossier) -> None:
    async with dossier() as r:
        for _ in range(2):
            await r.press("p")
            await r.type("quill")
            await r.press("enter")
        assert r.lines[0].startswith(" Dossier · Ada Quill")


async def test_without_a_selection_it_says_what_to_do(dossier) -> None:
    async with dossier() as r:
        await r.press("D")
        assert "Select something first" in r.text


async def test_a_search_has_none(dossier) -> None:
    async with dossier() as r:
        r.desk.select(Selection("search", "smiled", "“smiled”"))
        await r.press("D")
        assert "A search has no dossier." in r.text


async def test_p_and_the_palette_go_to_other_dossiers(dossier) -> None:
    async with dossier() as r:
        await of_ada(r)
        await r.press("p")
        await r.type("östl")
        await r.press("enter")
        assert "Bram Östlund · 1 before it" in r.lines[0]
        await r.press("ctrl+p")
        await r.type("port tal")
        await r.press("enter")
        assert "Port talks, 6 Apr 2031 · 2 before it" in r.lines[0]


async def test_it_follows_the_dates(dossier) -> None:
    async with dossier() as r:
        await of_ada(r)
        assert "all dates" in r.lines[0]
        await r.press("d")
        await r.type("june 2031")
        await r.press("enter")
        assert "June 2031" in r.lines[0]
        assert "1 article in these dates, 2 outside them" in about(r)
        assert "The Quay" not in told(r)
        await r.press("comma")
        assert "No sentence in these dates." in told(r)
        await r.press("full_stop", "0")
        assert "The Quay" in told(r)
        await r.press("plus", "minus", "left_square_bracket", "right_square_bracket")
        assert "Dossier" in r.lines[0]


async def test_y_copies_the_sentence_with_its_citation(dossier) -> None:
    async with dossier() as r:
        await of_ada(r)
        await r.press("y")
        assert r.app.clipboard.startswith("“Ada Quill met Bram Östlund at the Port talks.” (The Quay, ")


async def test_the_keys_move_in_the_list_in_use(dossier) -> None:
    async with dossier(size=(160, 20)) as r:
        await of_ada(r)
        await r.press("end")
        assert r.app.screen.about.cursor == r.app.screen.about.row_count - 1
        await r.press("home", "down", "j", "up", "k")
        assert r.app.screen.about.cursor == 0
        await r.press("pagedown")
        assert r.app.screen.about.cursor > 0
        await r.press("pageup")
        assert r.app.screen.about.cursor == 0
        await r.press("shift+tab", "down")
        assert (r.app.screen.about.cursor, r.app.screen.told.cursor) == (0, 1)


async def test_a_click_moves_the_cursor_and_a_second_one_is_enter(dossier) -> None:
    async with dossier() as r:
        await of_ada(r)
        await r.click("Port talks", "about")
        assert r.lines[0].startswith(" Dossier · Ada Quill")
        assert r.row("Port talks", "about").startswith("▸")
        await r.click("Port talks", "about")
        assert "Port talks, 6 Apr 2031 · 1 before it" in r.lines[0]


async def test_a_narrow_terminal_shows_one_list_at_a_time(dossier) -> None:
    async with dossier(size=(80, 24)) as r:
        await of_ada(r)
        assert "About (1 of 2)" in r.lines[0]
        assert "· The Norland premier smiled." not in r.text
        await r.press("tab")
        assert "Sentences (2 of 2)" in r.lines[0]
        assert "· The Norland premier smiled." in r.text
        assert "MENTIONED WITH" not in r.text
        await r.pilot.resize_terminal(160, 45)
        await r.settle()
        assert "MENTIONED WITH" in r.text


async def test_hostile_text_stays_text(dossier) -> None:
    async with dossier() as r:
        await of_ada(r)
        await r.press("tab", "j", "j")
        assert "[/] Bram" in told(r) or "Norland gave Ada Quill €5m." in told(r)
        assert r.app.is_running


async def test_further_sentences_come_when_the_cursor_nears_the_end(reader, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("dateline.reader.screens.dossier.PAGE", 10)
    roots = [tmp_path / "many"]
    tellings = [fakes.telling(f"Ada Quill said {n} things. It was day {n}.", "2031-04-05") for n in range(35)]
    writer = CollectionWriter(places.collection_file(roots))
    writer.store(fakes.state(tellings))
    writer.close()
    async with reader(collection=partial(Collection.open, roots)) as r:
        await of_ada(r)
        await r.press("tab")
        assert "10 of 35 articles" in r.text
        for _ in range(5):
            await r.press("end")
        assert "said 34 things" in told(r)
        assert "of 35 articles" not in r.text
        assert r.app.screen.told.row_count == 35


async def test_the_help_and_the_palette_offer_the_keys_of_the_screen(dossier) -> None:
    async with dossier() as r:
        await of_ada(r)
        await r.press("question_mark")
        assert "next-mention" not in r.app.screen.listing.values
        assert "next-pane" in r.app.screen.listing.values
        await r.type("other lis")
        await r.press("escape", "ctrl+p")
        assert "summits" in r.app.screen.listing.values
        assert "bookmark" not in r.app.screen.listing.values
        await r.press("escape")
        assert r.lines[0].startswith(" Dossier · Ada Quill")


async def test_an_index_that_changes_is_shown_as_it_is_then(dossier, tmp_path, tellings) -> None:
    async with dossier() as r:
        await of_ada(r)
        writer = CollectionWriter(places.collection_file([tmp_path / "harbour"]))
        writer.store(fakes.state(tellings[:1]))
        writer.close()
        r.app.reread()
        await r.settle()
        assert "1 article · 2 mentions" in about(r)


async def test_dossiers_below_others_follow_the_dates_too(dossier) -> None:
    async with dossier() as r:
        await of_ada(r)
        await r.press("S", "enter", "d")
        await r.type("june 2031")
        await r.press("enter", "q", "q")
        assert r.lines[0].startswith(" Dossier · Ada Quill")
        assert "1 article in these dates, 2 outside them" in about(r)
