"""The graph of who is mentioned together, over a real index and with its real child process."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from rich.cells import cell_len

import fakes
import harbours
from dateline import graphing
from dateline.index import places
from dateline.index.collection import Collection
from dateline.index.rows import Selection
from dateline.index.writer import CollectionWriter
from dateline.model import Actor, LinkedActor
from dateline.reader.grapher import Grapher, GraphFailure
from driven import after

ADA = Selection("person", "ada-quill", "Ada Quill")
BRAM = Selection("person", "bram-östlund", "Bram Östlund")
CARA = Selection("person", "cara-de-witt", "Cara de Witt")


class AtOnce:
    """Answers as the child does, without one."""

    busy = False

    def __init__(self, collection: Collection, failure: Exception | None = None) -> None:
        self.collection, self.failure = collection, failure
        self.asked: list[dict] = []

    async def ask(self, request):
        self.asked.append(request)
        if self.failure is not None:
            raise self.failure
        return (graphing.draw if request["do"] == "draw" else graphing.path)(self.collection, request)

    async def close(self) -> None:
        self.collection.close()


@pytest.fixture
def graph(reader, tmp_path):
    """Return what opens the reader over the made-up collection."""
    open_collection = harbours.store(tmp_path)

    def open_(**options):
        options.setdefault("grapher", AtOnce(open_collection()))
        return reader(collection=open_collection, **options)

    open_.roots = [tmp_path / "harbour"]
    open_.collection = open_collection
    return open_


def focus(r) -> str:
    """Return who has the focus, as the bar tells it."""
    return r.lines[0].split(" · ")[1].split("  ")[0]


async def test_it_begins_with_the_one_of_most_articles(graph) -> None:
    async with graph() as r:
        await r.press("g")
        assert r.lines[0].startswith(" Graph · Norland · 5 actors, 7 ties")
        drawing = "\n".join(r.inside("graph"))
        for name in ("Norland", "Harbour League", "Ada Quill", "Bram Östlund", "Cara de Witt"):
            assert drawing.count(name) == 1
        assert any(0x2801 <= ord(c) <= 0x28FF for c in drawing)
        assert r.row("Harbour League", "ties").split() == [
            *("▸", "Harbour", "League", "organization", "2", "3")
        ]
        assert r.row("Cara de Witt", "ties").split()[-2:] == ["1", "1"]


async def test_it_begins_with_who_is_selected(graph) -> None:
    async with graph() as r:
        r.desk.select(CARA)
        await r.press("g")
        assert focus(r) == "Cara de Witt"
        assert r.app.grapher.asked[0]["focus"][:2] == ["person", "cara-de-witt"]


async def test_arrows_go_to_the_nearest_one_in_their_direction(graph) -> None:
    async with graph() as r:
        await r.press("g")
        begin = r.find("Norland", "graph")
        seen = set()
        for key, axis, sign in (("right", 0, 1), ("down", 1, 1), ("left", 0, -1), ("up", 1, -1)):
            before = r.find(focus(r), "graph")
            await r.press(key)
            after = r.find(focus(r), "graph")
            assert after == before or (after[axis] - before[axis]) * sign > 0, key
            seen.add(after)
        assert len(seen | {begin}) > 2


async def test_letters_move_as_the_arrows_do(graph) -> None:
    async with graph() as r:
        for keys in (("l", "right"), ("j", "down"), ("h", "left"), ("k", "up")):
            came = set()
            for key in keys:
                await r.press("g", key)
                came.add(focus(r))
                await r.press("q")
            assert len(came) == 1, keys


async def test_the_ends_are_the_uppermost_and_the_lowest(graph) -> None:
    async with graph() as r:
        await r.press("g", "end")
        lowest = focus(r)
        await r.press("home")
        uppermost = focus(r)
        assert r.find(uppermost, "graph")[1] < r.find(lowest, "graph")[1]
        await r.press("pagedown")
        assert focus(r) == lowest
        await r.press("pageup")
        assert focus(r) == uppermost


async def test_the_list_follows_and_leads(graph) -> None:
    async with graph() as r:
        await r.press("g", "tab", "down", "enter")
        second = focus(r)
        assert second != "Norland"
        assert any(line.startswith(f"  {second}") for line in r.inside("ties")[:1])
        assert "drawing" in r.lines[-1]
        await r.press("shift+tab")
        assert "⏎ dossier" in r.lines[-1]


async def test_enter_opens_the_dossier_and_b_comes_back(graph) -> None:
    async with graph() as r:
        await r.press("g", "enter")
        assert r.lines[0].startswith(" Dossier · Norland")
        assert r.selected == "Norland"
        await r.press("b")
        assert focus(r) == "Norland"
        await r.press("b")
        assert r.app.screen is r.main


@pytest.mark.parametrize("key", ["b", "q", "escape"])
async def test_it_closes(graph, key) -> None:
    async with graph() as r:
        await r.press("g", key)
        assert r.app.screen is r.main


async def test_a_path_shows_the_sentences_of_each_step(graph) -> None:
    async with graph() as r:
        r.desk.select(CARA)
        await r.press("g", "space")
        assert "path from Cara de Witt" in r.lines[0]
        assert "Move the focus" in r.text
        await r.press("p")
        await r.type("ada qu")
        await r.press("enter")
        assert focus(r) == "Ada Quill"
        told = "\n".join(r.inside("ties"))
        steps = ["Cara de Witt … Ada Quill", "Cara de Witt – Norland", "– Ada Quill"]
        assert sorted(steps, key=told.index) == steps
        assert "Norland refused to pay $2bn" in told
        await r.press("space")
        assert "path from" not in r.lines[0]
        assert "MENTIONED WITH" in r.text


async def test_enter_on_a_sentence_opens_the_article_there(graph) -> None:
    async with graph() as r:
        r.desk.select(CARA)
        await r.press("g", "space", "tab")
        r.app.screen.begin_with(Selection("country", "NL", ""))
        await r.settle()
        assert "open there" in r.lines[-1]
        await r.press("enter")
        assert r.app.screen is r.main
        assert r.title.startswith("港の人 Norland refused")
        assert r.pane == "article"


async def test_escape_ends_the_path_before_it_closes(graph) -> None:
    async with graph() as r:
        await r.press("g", "space", "escape")
        assert focus(r) == "Norland"
        assert "MENTIONED WITH" in r.text
        await r.press("escape")
        assert r.app.screen is r.main


async def test_no_path_is_said(graph) -> None:
    async with graph() as r:
        answer = r.app.grapher.ask

        async def ask(request):
            return {"steps": []} if request["do"] == "path" else await answer(request)

        r.app.grapher.ask = ask
        await r.press("g", "space", "right")
        assert "No path leads from one to the other" in " ".join(" ".join(r.inside("ties")).split())


async def test_people_alone_and_all_again(graph) -> None:
    async with graph() as r:
        await r.press("g", "i")
        assert "people alone · 2 actors, 1 tie" in r.lines[0]
        assert "Norland" not in "\n".join(r.inside("graph"))
        await r.press("i")
        assert "5 actors" in r.lines[0]
        assert "people alone" not in r.lines[0]


async def test_it_follows_the_dates_and_keeps_the_focus(graph) -> None:
    async with graph() as r:
        r.desk.select(BRAM)
        await r.press("g", "d")
        await r.type("april 2031")
        await r.press("enter")
        assert focus(r) == "Bram Östlund"
        assert "4 actors" in r.lines[0]
        assert "Cara de Witt" not in "\n".join(r.inside("graph"))
        await r.press("0")
        assert "5 actors" in r.lines[0]


async def test_dates_without_ties_say_so(graph) -> None:
    async with graph() as r:
        await r.press("g", "i", "d")
        await r.type("june 2031")
        await r.press("enter")
        drawing = "\n".join(r.inside("graph"))
        assert "No article here mentions two people both." in drawing
        assert "i shows countries and organizations, too" in drawing
        assert "0 shows all dates" in drawing
        await r.press("left", "down", "enter", "space", "tab", "enter", "home", "end")
        assert "Graph" in r.lines[0]


async def test_who_is_mentioned_with_nobody_is_said(graph) -> None:
    async with graph() as r:
        r.desk.select(CARA)
        await r.press("g", "i")
        assert "Cara de Witt is mentioned with none of these here." in r.text
        assert "2 actors" in r.lines[0]


async def test_an_empty_collection_says_so(reader, tmp_path) -> None:
    def open_():
        return Collection.open([tmp_path])

    async with reader(collection=open_, grapher=AtOnce(open_())) as r:
        await r.press("g")
        assert "No articles here: there is nothing to draw." in r.text


async def test_a_click_moves_the_focus_and_a_second_one_opens(graph) -> None:
    async with graph() as r:
        await r.press("g")
        await r.click("Bram Östlund", "graph")
        assert focus(r) == "Bram Östlund"
        await r.click("Bram Östlund", "graph")
        assert r.lines[0].startswith(" Dossier · Bram Östlund")


async def test_g_again_goes_to_who_is_selected_now(graph) -> None:
    async with graph() as r:
        await r.press("g", "enter")
        r.app.open_dossier(ADA)
        await r.settle()
        await r.press("g")
        assert focus(r) == "Ada Quill"
        await r.press("q")
        assert r.app.screen is r.main


async def test_why_and_judge_are_about_the_focus(graph) -> None:
    async with graph() as r:
        r.desk.select(BRAM)
        await r.press("g", "w")
        assert "Bram Östlund" in r.text
        assert "by name" in r.text


async def test_a_narrow_terminal_has_the_list_below(graph) -> None:
    async with graph(size=(80, 24)) as r:
        await r.press("g")
        assert r.find("Ties")[1] > r.find("Mentioned together")[1]
        await r.pilot.resize_terminal(160, 45)
        await r.settle()
        assert r.find("Ties")[1] == r.find("Mentioned together")[1]
        assert focus(r) == "Norland"


async def test_until_the_first_answer_it_says_that_it_is_drawing(graph) -> None:
    async with graph() as r:
        answer, gate = r.app.grapher.ask, asyncio.Event()

        async def ask(request):
            await gate.wait()
            return await answer(request)

        r.app.grapher.ask = ask
        await r.press("g")
        assert "drawing …" in r.text
        await r.press("right", "space", "enter", "i")
        gate.set()
        await r.settle()
        assert "drawing …" not in r.text
        assert "people alone · 2 actors" in r.lines[0]


@pytest.mark.parametrize("failure", [GraphFailure("the graph is [/] gone"), KeyError("[/] gone")])
async def test_a_failure_is_said(graph, failure) -> None:
    async with graph(grapher=AtOnce(graph.collection(), failure)) as r:
        await r.press("g")
        assert "[/]" in "\n".join(r.inside("graph"))
        await r.press("right", "enter", "space", "i")
        r.app.grapher.failure = None
        await r.press("i")
        assert focus(r) == "Norland"
        r.app.grapher.failure = failure
        await r.press("space", "right")
        assert "[/]" in "\n".join(r.inside("ties"))


HOSTILE = ["[/]", "[@click=app.quit]Quill[/]", "港の人々の会議", "W" * 90, "e\u0301" * 30]


async def test_hostile_labels_are_shown_as_they_are(reader, tmp_path) -> None:
    actors = [Actor("person", f"p{n}", name) for n, name in enumerate(HOSTILE)]
    telling = fakes.telling("; ".join(HOSTILE) + " met.")
    people = tuple(LinkedActor(a, fakes.mentions(telling.article.text, a.name)) for a in actors)
    telling = replace(telling, linked=replace(telling.linked, people=people))
    state = fakes.state([telling], [])
    state = replace(state, story=replace(state.story, actors=(*state.story.actors, *actors)))
    writer = CollectionWriter(places.collection_file([tmp_path]))
    writer.store(state)
    writer.close()

    def open_():
        return Collection.open([tmp_path])

    for size in ((160, 45), (80, 24), (40, 12)):
        async with reader(collection=open_, grapher=AtOnce(open_()), size=size) as r:
            await r.press("g")
            assert all(cell_len(line) <= size[0] for line in r.lines)
            drawing = "\n".join(r.inside("graph"))
            assert "港の人々の会議" in drawing
            assert "[/]" in drawing
            await r.press("down", "up", "left", "right", "space", "down", "up", "tab", "down", "enter")


async def test_a_journey_with_the_real_child(graph) -> None:
    async with graph(grapher=Grapher(graph.roots)) as r:
        r.desk.select(CARA)
        await r.press("g", "space", "tab")
        r.app.screen.begin_with(Selection("country", "NL", ""))
        await r.settle()
        assert "Norland refused to pay $2bn" in " ".join(r.inside("ties"))
        await r.press("enter")
        assert r.title.startswith("港の人 Norland refused")


@pytest.mark.parametrize("keys", [("g",), ("g", "space", "right")], ids=["graph", "path"])
@pytest.mark.parametrize("size", [(160, 45), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_picture(snap_compare, make_app, graph, size, keys) -> None:
    app = make_app(collection=graph.collection, grapher=AtOnce(graph.collection()))
    assert snap_compare(app, terminal_size=size, run_before=after(*keys))
