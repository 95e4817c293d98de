"""The list of summits, over a real index filled by hand."""

from __future__ import annotations

import pytest

import harbours
from dateline.index.rows import Selection


@pytest.fixture
def summits(reader, tmp_path):
    """Return what opens the reader over the made-up collection."""
    open_collection = harbours.store(tmp_path)

    def open_(**options):
        return reader(collection=open_collection, **options)

    return open_


def on_cursor(r) -> str:
    return next(line for line in r.lines if line.startswith("▸"))


async def test_it_parts_what_is_past_from_what_is_announced(summits) -> None:
    async with summits() as r:
        await r.press("S")
        assert "Summits · 3 summits · 1 announced" in r.lines[0]
        text = r.text
        order = [
            "PAST",
            "Port talks",
            "ANNOUNCED",
            "Quay [/] dinner",
            "ON A DAY UNKNOWN",
            "Visit of 会議の人々",
        ]
        assert sorted(order, key=text.index) == order
        assert r.row("Port talks", "summits").split() == [
            *("▸", "6", "Apr", "2031", "Port", "talks", "talks", "Port"),
            *("Ada", "Quill,", "Bram", "Östlund", "1", "1"),
        ]


async def test_the_cursor_begins_on_the_last_past_one_or_on_what_is_selected(summits) -> None:
    async with summits() as r:
        await r.press("S")
        assert "Port talks" in on_cursor(r)
        await r.press("q")
        r.desk.select(Selection("summit", "2031-07-04-quay-dinner", ""))
        await r.press("S")
        assert "Quay [/] dinner" in on_cursor(r)


async def test_enter_selects_a_summit_and_opens_its_dossier(summits) -> None:
    async with summits() as r:
        await r.press("S", "down", "enter")
        assert r.lines[0].startswith(" Dossier · Quay [/] dinner, 4 Jul 2031")
        assert "meeting · 4 Jul 2031 · Quay, Norland" in r.text
        assert r.selected == "Quay [/] dinner, 4 Jul 2031"
        await r.press("b")
        assert "Summits" in r.lines[0]
        assert "Quay [/] dinner" in on_cursor(r)
        await r.press("b")
        assert r.app.screen is r.main
        assert r.selected == "Quay [/] dinner, 4 Jul 2031"


async def test_the_keys_move(summits) -> None:
    async with summits() as r:
        await r.press("S", "end")
        assert "Visit of" in on_cursor(r)
        await r.press("home")
        assert "Port talks" in on_cursor(r)
        await r.press("j", "j", "k", "up", "down", "pagedown")
        assert "Visit of" in on_cursor(r)
        await r.press("pageup")
        assert "Port talks" in on_cursor(r)


async def test_f_shows_those_of_the_actor_who_is_selected(summits) -> None:
    async with summits() as r:
        await r.press("S", "f")
        assert "Select a person" in r.text
        r.desk.select(Selection("person", "ada-quill", "Ada Quill"))
        await r.press("f")
        assert "1 summit · 0 announced · with Ada Quill" in r.lines[0]
        assert "Quay [/] dinner" not in r.text
        await r.press("escape")
        assert "3 summits" in r.lines[0]
        await r.press("f", "f")
        assert "3 summits" in r.lines[0]
        await r.press("escape")
        assert r.app.screen is r.main


async def test_it_follows_the_dates(summits) -> None:
    async with summits() as r:
        await r.press("S", "d")
        await r.type("april 2031")
        await r.press("enter")
        assert "1 summit ·" in r.lines[0]
        assert "April 2031" in r.lines[0]
        await r.press("comma")
        assert "No article before" in r.text or "There is no article before" in r.text
        await r.press("full_stop", "plus", "minus", "0")
        assert "3 summits" in r.lines[0]


async def test_dates_without_summits_say_so(summits) -> None:
    async with summits() as r:
        await r.press("S", "d")
        await r.type("7 april 2031")
        await r.press("enter")
        assert "No summit is mentioned in these articles." in r.text
        await r.press("down", "enter", "end", "pagedown")
        assert "Summits" in r.lines[0]


async def test_a_click_moves_and_a_second_one_opens(summits) -> None:
    async with summits() as r:
        await r.press("S")
        await r.click("Quay [/]")
        assert "Quay [/] dinner" in on_cursor(r)
        await r.click("Quay [/]")
        assert r.lines[0].startswith(" Dossier")


async def test_a_narrow_terminal_keeps_date_name_and_articles(summits) -> None:
    async with summits(size=(60, 20)) as r:
        await r.press("S")
        assert "Articles" in r.lines[1]
        assert "Company" not in r.lines[1]
        assert r.row("Port talks", "summits").split()[:6] == ["▸", "6", "Apr", "2031", "Port", "talks"]
        await r.pilot.resize_terminal(160, 45)
        await r.settle()
        assert "Company" in r.lines[1]


async def test_s_again_and_from_a_dossier_come_to_the_same_list(summits) -> None:
    async with summits() as r:
        await r.press("S", "S", "enter", "S")
        assert "Summits" in r.lines[0]
        await r.press("q")
        assert r.app.screen is r.main


async def test_a_footer_key_can_be_clicked(summits) -> None:
    async with summits() as r:
        await r.press("S")
        await r.click("q close")
        assert r.app.screen is r.main
