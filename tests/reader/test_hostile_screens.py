"""Hostile names, texts and paths on every screen: no escape is painted but dateline's own colours."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import partial

import pytest

import harbours
from dateline.index import places
from dateline.index.collection import Collection
from dateline.index.writer import CollectionWriter
from dateline.model import Problem
from dateline.text import clean
from hostile_strings import OBEYED, STRINGS

#: As long as what they replace, so that all offsets hold.
REPLACED = {
    "Ada Quill": "[/]$a[b]x",
    "Bram Östlund": "[link=a]b[/]",
    "Harbour League": "[@click=app.q]",
    "Cara de Witt": "%s{0}'; --\"\\",
    "Port talks": "[/]=1+1|[a",
    "Norland": "[red]\\[",
    "The Quay": "[$error]",
}
PATH = "/a/\x1b]52;c;ZXZpbA==\x07\x9b2J\n\u202e[@click=app.quit]{}"
_COLOURS = re.compile(r"\x1b\[[\d;]*m")


def _hostile(value):
    """Return a value with the words in it replaced, whatever it is made of."""
    if isinstance(value, str):
        for words, other in REPLACED.items():
            value = value.replace(words, other)
        return re.sub(r"^/a/(\d+\.txt)$", lambda found: PATH.format(found[1]), value)
    if isinstance(value, dict):
        return {_hostile(key): _hostile(item) for key, item in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*map(_hostile, value))
    if isinstance(value, (tuple, list)):
        return type(value)(map(_hostile, value))
    if is_dataclass(value):
        return replace(value, **{f.name: _hostile(getattr(value, f.name)) for f in fields(value) if f.init})
    return value


@pytest.fixture
def hostile(tmp_path, reader):
    """Return what opens the reader over an index with hostile words in it."""
    roots = [tmp_path / "harbour\x1b]0;owned\x07\u202e[@click=app.quit]"]
    found = _hostile(harbours.state())
    problems = tuple(Problem(clean(told), clean(told), clean(told)) for told in STRINGS.values())
    writer = CollectionWriter(places.collection_file(roots))
    writer.store(
        found._replace(problems=problems) if hasattr(found, "_replace") else replace(found, problems=problems)
    )
    writer.close()
    return partial(reader, collection=partial(Collection.open, roots))


def look(r, where: object) -> None:
    """Assert that nothing on the screen is obeyed by a terminal but colours, and no action an article's."""
    console = r.app.console
    for strip in r.app.screen._compositor.render_strips():
        written = _COLOURS.sub("", strip.render(console))
        assert not OBEYED.search(written), (where, written)
        for segment in strip:
            if segment.style is not None:
                assert segment.style.link is None, (where, segment)
                assert not any("click" in str(key) for key in segment.style.meta), (where, segment)


WAYS = [
    ["3", "enter", "f", "f"],
    ["3", "down", "down", "enter", "enter", "down", "end"],
    ["J", "J", "z"],
    ["v"],
    ["w"],
    ["n", "w"],
    ["3", "enter", "n", "x"],
    ["m", "t"],
    ["question_mark"],
    ["ctrl+p"],
    ["p"],
    ["slash"],
    ["d"],
    ["L", "down", "enter", "down", "x"],
    ["L", "i", "o", "p"],
    ["S", "down", "enter"],
    ["S", "end", "enter", "tab", "end"],
    ["e"],
    ["D"],
    ["y", "o"],
]


@pytest.mark.parametrize("size", [(160, 45), (80, 24)])
async def test_no_screen_lets_an_article_speak_to_the_terminal(hostile, size) -> None:
    async with hostile(size=size) as r:
        assert "[" in r.text
        for way in WAYS if size[0] > 80 else WAYS[::3]:
            await r.press(*way)
            look(r, way)
            while r.app.screen is not r.main:
                await r.press("escape")
            await r.press("escape", "escape")
            assert r.app.is_running
        for action in ("bookmarks", "problems"):
            await r.main.perform(action)
            await r.settle()
            look(r, action)
            await r.press("escape")


async def test_hostile_words_can_be_typed_and_said_anywhere(hostile) -> None:
    async with hostile() as r:
        for told in [*STRINGS.values()][::8]:
            r.desk.say(clean(told))
            await r.settle()
            look(r, told)
        for key in ("slash", "t"):
            for told in (
                "x' OR 1=1; --",
                'a" NEAR(b)',
                "[/][@click=app.quit]x",
                "\x1b[2J\x9b1m",
                "* ^ {a} : -",
            ):
                await r.press(key)
                await r.type(told + "x")
                look(r, (key, told))
                await r.press("escape", "escape")
            while r.app.screen is not r.main:
                await r.press("escape")
        assert r.app.is_running
