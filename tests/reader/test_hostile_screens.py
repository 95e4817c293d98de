"""Hostile text on every screen: it is shown as it is, and no escape is painted but dateline's own colours."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len
from textual import events
from textual.widgets import TextArea

import hostile_story
from dateline import graphing
from dateline.index.collection import Collection
from dateline.index.rows import Selection
from dateline.reader import settings
from dateline.text import clean
from hostile_story import LINES
from hostile_strings import OBEYED, STRINGS

if TYPE_CHECKING:
    from pathlib import Path

_COLOURS = re.compile(r"\x1b\[[\d;]*m")


class Graphs:
    """Answers like the graph's child, in this process."""

    busy = False

    def __init__(self, open_collection: Any) -> None:
        self._collection = open_collection()

    async def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        answer = graphing.draw if request["do"] == "draw" else graphing.path
        return answer(self._collection, request)

    async def close(self) -> None:
        self._collection.close()


@pytest.fixture
def hostile(tmp_path: Path, reader):
    """Return what opens the reader over a collection with hostile words everywhere."""
    open_ = partial(Collection.open, hostile_story.store(tmp_path))

    def opened(**options):
        return reader(collection=open_, grapher=Graphs(open_), **options)

    return opened


def look(r, where: object, *words: str) -> None:
    """Assert that the terminal obeys nothing on the screen but colours, and that some words are on it.

    No line is longer than the screen is wide, and what can be clicked is none of an article's.
    """
    console = r.app.console
    for strip in r.app.screen._compositor.render_strips():
        assert strip.cell_length == r.app.size.width, where
        written = _COLOURS.sub("", strip.render(console))
        assert not (found := OBEYED.search(written)), (where, found, written)
        assert cell_len(written) == r.app.size.width, (where, written)
        for segment in strip:
            if segment.style is not None:
                assert segment.style.link is None, (where, segment)
                assert not any("click" in str(key) for key in segment.style.meta), (where, segment)
    shown = plain(r)
    for told in words:
        assert begins(told) in shown, (where, told, r.text)


def plain(r) -> str:
    """Return what is in front, a single space in the place of those and the borders between words."""
    region = next((box.region for box in r.app.screen.query("#box")), r.app.screen.region)
    strips = r.app.screen._compositor.render_strips()[region.y : region.bottom]
    told = "\n".join(strip.crop(region.x, region.right).text for strip in strips)
    return re.sub(r"[\s│▐▎█▂▄▆]+", " ", told)


def begins(words: str) -> str:
    """Return as much of some words as has room in every pane."""
    return " ".join(words.split())[:16].rstrip()


async def over(r, action: str) -> None:
    await r.main.perform(action)
    await r.settle()


async def leave(r) -> None:
    """Close what is over the main screen."""
    while r.app.screen is not r.main:
        await r.press("escape")


async def test_each_string_in_the_panes_and_in_dossiers(hostile) -> None:
    async with hostile() as r:
        for number, (name, words) in enumerate(LINES.items()):
            r.desk.select(Selection("person", f"person-{number}", words))
            r.desk.open(f"{number:064x}")
            await over(r, "copy")
            look(r, name, words)
            assert r.desk.sidebar._border_title.plain == words, (
                "the title itself, not what markup makes of it"
            )
            assert not OBEYED.search(r.app.clipboard)
            assert "\n" not in r.app.clipboard, "a shell would obey it"
        r.app.clear_notifications()
        for kind, prefix in (("person", "person"), ("summit", "summit"), ("pledge", "claim")):
            for number, (name, words) in enumerate(LINES.items()):
                r.app.open_dossier(Selection(kind, f"{prefix}-{number}", words))  # type: ignore[arg-type]
                await r.settle()
                look(r, (name, kind), words)


async def test_each_string_in_the_boxes_about_an_article(hostile) -> None:
    async with hostile() as r:
        for number, (name, words) in enumerate(LINES.items()):
            r.desk.select(Selection("person", f"person-{number}", words))
            r.desk.open(f"{number:064x}")
            await r.settle()
            await over(r, "next-mention")
            action = ("judge", "note", "why")[number % 3]
            await over(r, action)
            look(r, (name, action), words)
            r.app.pop_screen()


@pytest.mark.parametrize("size", [(160, 45), (80, 24)])
async def test_all_strings_in_every_list(hostile, size) -> None:
    seen = set()

    async def through(pages: int) -> None:
        """Look at each page of what is in front."""
        for _ in range(pages):
            look(r, r.app.screen)
            seen.update(name for name, words in LINES.items() if begins(words) in plain(r))
            await r.press("pagedown")

    async with hostile(size=size) as r:
        wide = size[0] > 80
        for keys, pages in (
            (["v"], 12),
            (["w"], 12),
            ([], 4),
            (["p"], 3),
            (["slash", *"news"], 5),
            (["d"], 1),
            (["e"], 1),
            (["question_mark"], 1),
            (["L"], 2),
            (["x"], 1),
            (["L", "o", "p"], 1),
            (["S"], 3),
            (["g", "right", "space", "down"], 1),
            (["g", "tab"], 1),
        ):
            await leave(r)
            r.app.clear_notifications()
            seen.clear()
            await r.press(*keys)
            await through(pages if wide else 1)
            if wide and keys in (["v"], ["w"], ["p"], ["S"]):
                lines = {"separators"}  # that has several, which may be on two pages
                assert seen | lines == {*LINES}, (keys, {*LINES} - seen)
        for action, pages in (("bookmarks", 1), ("problems", 5), ("palette", 1), ("choose-theme", 1)):
            await leave(r)
            await over(r, action)
            await through(pages if wide else 1)
        assert r.app.is_running


@pytest.mark.parametrize("keys", ["p", "d", "t", "L l", "x"])
async def test_what_is_pasted_and_typed(hostile, keys: str) -> None:
    async with hostile() as r:
        await r.press(*keys.split())
        for number, (name, told) in enumerate(STRINGS.items()):
            r.app.post_message(events.Paste(told[:400]))
            if number % 4 == 0:
                await r.settle()
                look(r, (keys, name))
        for character in "\x9b\u202e\u200b\u2066\xad\ufe0f\ufeff\U000e0041\U0001f3fb":
            r.app.post_message(events.Key(f"u{ord(character):x}", character))
        await r.settle()
        look(r, keys)
        box = r.app.focused
        typed = box.text if isinstance(box, TextArea) else box.value
        assert "news" in typed
        assert not OBEYED.search(typed)
        await r.press("enter")
        look(r, keys)


async def test_messages_progress_and_problems_of_a_run(hostile) -> None:
    async with hostile() as r:
        for name, told in STRINGS.items():
            r.app.clear_notifications()
            r.app.notify(told, timeout=60)
            r.app.runs.tell({"event": "indexed", "done": 1, "total": 2, "name": told})
            await r.settle()
            look(r, name, clean(told))
            r.app.clear_notifications()
            for event in (
                {"event": "asked", "name": told, "failure": told, "done": 1, "total": 2},
                {"event": "rebuilt", "reason": told},
                {"event": "failed", "path": told, "reason": told, "advice": told},
            ):
                r.app.runs.tell(event)
        await r.settle()
        look(r, "toasts")
        r.app.clear_notifications()
        await over(r, "problems")
        for _ in range(4):
            look(r, "problems")
            await r.press("pagedown")


async def test_settings(hostile, tmp_path) -> None:
    file = tmp_path / "config.toml"
    told = r'"\u001b]52;c;ZXZpbA==\u0007\u009b2J\u202e[/]"'
    settings_ = "\n".join(f"{name} = {told}" for name in ("theme", "open", "mouse", told))
    file.write_text(f"{settings_}\n[keys]\n{told} = {told}\nsearch = {told}")
    async with hostile(settings=settings.load(file)) as r:
        look(r, "toasts", "“[/]” is no theme")
        await r.press("o")
        look(r, "open")
        r.app.clear_notifications()
        await over(r, "problems")
        look(r, "problems", "“[/]” is no theme")
    file.write_bytes(b"theme = \x1b]52;c;ZXZpbA==\x07")
    async with hostile(settings=settings.load(file)) as r:
        look(r, "no TOML", "Invalid value")


async def test_clicking_on_hostile_text_does_nothing(hostile) -> None:
    async with hostile() as r:
        r.desk.open(f"{[*LINES].index('markup'):064x}")
        await r.settle()
        await r.click("[@click=app.quit]news", pane="article", times=2)
        assert r.app.is_running


async def test_a_picture_of_hostile_text_is_a_picture_alone(hostile) -> None:
    from lxml import etree

    async with hostile() as r:
        r.desk.open(f"{[*LINES].index('HTML'):064x}")
        await r.settle()
        drawn = etree.fromstring(r.app.export_screenshot().encode())
    tags = {etree.QName(element).localname for element in drawn.iter("*")}
    assert tags <= {"svg", "style", "defs", "clipPath", "rect", "text", "g", "circle"}
