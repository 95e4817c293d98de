"""Where the reader left a collection, and the way back there."""

from __future__ import annotations

import os
import signal

from dateline.library.session import Session
from dateline.reader.history import LIMIT, History
from dateline.reader.selection import Place, place_of


async def test_a_collection_opens_where_it_was_left(reader) -> None:
    async with reader() as r:
        await r.press("j", "j", "3", "j", "enter")
        assert r.selected == "Harbour Union"
        await r.press("f", "2", "pagedown", "z")
        r.app.theme = "dateline-light"
        line = r.desk.article.scroll_offset.y
        assert line > 0
        await r.pilot.press("q")
    async with reader() as r:
        assert r.title.startswith("Union asks")
        assert r.selected == "Harbour Union"
        assert "only Harbour Union" in r.lines[0]
        assert r.pane == "article"
        assert r.desk.article.scroll_offset.y == line
        assert r.app.theme == "dateline-light"
        assert "Timeline" not in r.text
        await r.press("z", "escape")
        assert "Harbour Union" in r.desk.sidebar.border_title


async def test_the_dates_come_back(reader) -> None:
    async with reader() as r:
        await r.press("plus")
        await r.pilot.press("q")
    async with reader() as r:
        assert "1 of 5 articles · 4 hidden" in r.lines[0]
        assert r.title.startswith("[/] Brandt")


async def test_an_article_that_is_gone_gives_way_to_the_first(reader, library, invented) -> None:
    library.save_session(invented.roots, Session(article="gone", line=30, pane="sidebar"))
    async with reader() as r:
        assert r.title.startswith("Peru will lend")
        assert r.pane == "sidebar"


def test_a_session_from_a_damaged_file_is_taken_as_far_as_it_goes() -> None:
    odd = Session(dates=("x", "2025-01-01"), selection=("ghost", "a", "b"), only=True)
    assert place_of(odd) == Place()
    good = Session(article="a", line=3, dates=("2025-01-01", "2025-02-01"))
    assert place_of(good).dates is not None
    assert place_of(good).line == 3


def test_history_is_a_browsers() -> None:
    history = History()
    a, b, c, d = (Place(article=x) for x in "abcd")
    for place in (a, b, c):
        history.visit(place)
    assert history.back(c) == b
    assert history.back(b) == a
    assert history.back(a) is None
    assert history.forward(a) == b
    history.visit(d)
    assert history.forward(d) is None
    assert history.back(d) == b


def test_going_back_from_a_preview_keeps_it_ahead() -> None:
    history = History()
    a, b, c = (Place(article=x) for x in "abc")
    history.visit(a)
    history.visit(b)
    assert history.back(c) == b
    assert history.forward(b) == c


def test_the_same_place_again_only_moves_its_line() -> None:
    history = History()
    history.visit(Place(article="a"))
    history.visit(Place(article="a", line=7))
    history.visit(Place(article="b"))
    found = history.back(Place(article="b"))
    assert found is not None
    assert found.line == 7
    assert history.back(found) is None


def test_history_forgets_what_is_long_ago() -> None:
    history = History()
    for number in range(LIMIT + 50):
        history.visit(Place(article=str(number)))
    at, steps = Place(article=str(LIMIT + 49)), 0
    while (before := history.back(at)) is not None:
        at, steps = before, steps + 1
    assert steps == LIMIT - 1


async def test_a_terminal_that_closes_keeps_the_place(reader) -> None:
    async with reader() as r:
        await r.press("j", "enter")
        os.kill(os.getpid(), signal.SIGHUP)
        await r.pilot.pause()
        assert r.library.session(r.app.roots).article == "a2"
        assert not r.app.is_running or r.app.return_code == 0
