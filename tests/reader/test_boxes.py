"""The line below the panes while a box is open: its keys, not those of the screen below."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any

import pytest
from textual import events

from dateline.reader.settings import Settings

if TYPE_CHECKING:
    from driven import Driven

BOXES = {
    "slash": " ⏎ open there  tab best first  ↓ ↑ move  f1 help  esc cancel",
    "d": " ⏎ show these  f1 help  esc cancel",
    "p": " ⏎ choose  ↓ ↑ move  f1 help  esc cancel",
    "x": " ⏎ say it  ↓ ↑ move  f1 help  esc cancel",
    "e": " ⏎ write it  ↓ ↑ move  f1 help  esc cancel",
    "t": " ^s keep  f1 help  esc keep and leave",
    "w": " j/k scroll  f1 help  esc close",
    "question_mark": " ⏎ do it  ↓ ↑ move  f1 help  esc close",
    "ctrl+p": " ⏎ do it  ↓ ↑ move  f1 help  esc cancel",
}


async def click(r: Driven, words: str) -> None:
    """Click on some words of the last line."""
    await r.pilot.click(r.app.screen.footer, offset=(r.lines[-1].index(words), 0))
    await r.settle()


@pytest.mark.parametrize("key", BOXES)
async def test_the_last_line_tells_the_keys_of_the_box_that_is_open(reader, key) -> None:
    async with reader() as r:
        before = r.lines[-1]
        await r.press(key)
        assert r.lines[-1] == BOXES[key]
        await r.press("escape")
        assert r.lines[-1] == before


async def test_boxes_over_the_ledger_tell_their_keys_too(reader) -> None:
    async with reader() as r:
        await r.press("L", "l")
        assert r.lines[-1] == BOXES["d"]
        await r.press("escape")
        assert r.lines[-1].endswith("q close")


async def test_the_way_out_of_a_box_fits_a_small_terminal(reader) -> None:
    async with reader(size=(40, 10)) as r:
        await r.press("slash")
        assert r.lines[-1] == " ⏎ open there  f1 help  esc cancel"


async def test_a_box_tells_what_its_key_does_next(reader) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.type("vale")
        await r.press("tab")
        assert "tab by date" in r.lines[-1]
        await r.press("tab")
        assert "tab best first" in r.lines[-1]


async def test_a_box_tells_the_keys_that_the_reader_has_chosen(reader) -> None:
    async with reader(settings=Settings(keys={"box-close": "ctrl+g", "box-order": "f4"})) as r:
        await r.press("slash")
        assert r.lines[-1] == " ⏎ open there  f4 best first  ↓ ↑ move  f1 help  ^g cancel"
        await r.press("ctrl+g")
        assert r.app.screen is r.main


async def test_the_keys_of_a_box_can_be_clicked(reader) -> None:
    async with reader() as r:
        await r.press("d")
        await r.type("april")
        await click(r, "show these")
        assert r.app.screen is r.main
        assert "4 of 5 articles" in r.lines[0]
        await r.press("d")
        await click(r, "cancel")
        assert r.app.screen is r.main
        await r.press("slash")
        await r.type("vale")
        await click(r, "best first")
        assert "by date" in r.lines[-1]


async def test_help_that_is_only_read_offers_nothing_to_do(reader) -> None:
    async with reader() as r:
        await r.press("d", "f1")
        assert r.lines[-1] == " ↓ ↑ move  f1 help  esc close"
        assert r.text.index("IN A BOX") < r.text.index("PANES")
        await r.press("escape", "escape", "question_mark")
        assert "IN A BOX" not in r.text


async def test_a_box_that_is_left_before_its_answer_comes_stays_left(reader, invented) -> None:
    asked, answered = threading.Event(), threading.Event()

    class Slow(invented.collection):
        def search(self, *question: Any, **options: Any) -> Any:
            asked.set()
            answered.wait(60)
            return super().search(*question, **options)

    async with reader(collection=Slow) as r:
        await r.press("slash")
        r.app.post_message(events.Paste("cranes"))
        await asyncio.to_thread(asked.wait, 60)
        await r.pilot.press("enter", "escape")
        assert r.app.screen is r.main
        answered.set()
        await r.settle()
        assert r.app.screen is r.main
        assert r.selected is None


async def test_a_click_on_the_keys_of_a_box_is_not_beside_the_box(reader) -> None:
    async with reader(size=(20, 6)) as r:
        await r.press("t")
        await r.pilot.click(offset=(16, 5))
        await r.settle()
        assert r.app.screen is r.main
        assert r.app.is_running


async def test_a_box_takes_all_of_a_low_terminal(reader) -> None:
    async with reader(size=(60, 10)) as r:
        await r.press("question_mark")
        assert r.app.screen.listing.size.height == 5
        assert "Pane at the right" in r.text
        await r.pilot.resize_terminal(60, 40)
        await r.settle()
        assert "harbour" in r.lines[0]


async def test_the_judge_box_names_the_key_that_the_reader_has_chosen(reader) -> None:
    async with reader(settings=Settings(keys={"undo": "ctrl+z"})) as r:
        await r.press("x")
        assert "^z takes it back." in r.text
