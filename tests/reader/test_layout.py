"""Three panes, two, one: by the terminal's width."""

from __future__ import annotations

import pytest

from dateline.reader.layout import shown_panes


def test_how_many_panes_there_is_room_for() -> None:
    assert shown_panes(160, "article", "timeline", zoomed=False) == ("timeline", "article", "sidebar")
    assert shown_panes(160, "article", "timeline", zoomed=True) == ("article",)
    assert shown_panes(100, "article", "timeline", zoomed=False) == ("timeline", "article")
    assert shown_panes(100, "article", "sidebar", zoomed=False) == ("article", "sidebar")
    assert shown_panes(80, "sidebar", "sidebar", zoomed=False) == ("sidebar",)


async def test_two_panes_at_100_columns_with_the_sidebar_in_the_timelines_place(reader) -> None:
    async with reader(size=(100, 30)) as r:
        assert "Timeline" in r.text
        assert "In this article" not in r.text
        await r.press("3")
        assert "In this article" in r.text
        assert "Timeline" not in r.text
        assert r.pane == "sidebar"
        await r.press("2")
        assert "In this article" in r.text
        await r.press("1")
        assert "Timeline" in r.text


async def test_one_pane_at_80_columns_and_the_title_says_which(reader) -> None:
    async with reader(size=(80, 24)) as r:
        assert "Timeline (1 of 3)" in r.lines[0]
        await r.press("enter")
        assert "Article (2 of 3)" in r.lines[0]
        assert "The Quay · 1 min" in r.text
        await r.press("tab")
        assert "Sidebar (3 of 3)" in r.lines[0]
        await r.press("enter")
        assert r.selected == "Ida Vale"
        await r.press("enter")
        assert "Article (2 of 3)" in r.lines[0]
        await r.press("escape")
        assert "Timeline (1 of 3)" in r.lines[0]
        assert r.selected == "Ida Vale"
        await r.press("escape")
        assert r.selected is None


async def test_n_shows_the_article_where_one_pane_shows(reader, invented) -> None:
    async with reader(size=(80, 24)) as r:
        r.desk.select(invented.vale)
        await r.press("n")
        assert r.pane == "article"
        assert "Ida Vale 1/3" in r.text


@pytest.mark.parametrize(
    "size", [(40, 10), (20, 5), (8, 3), (1, 1), (300, 80), (83, 24), (84, 24), (123, 12)]
)
async def test_every_key_works_at_odd_sizes(reader, size: tuple[int, int]) -> None:
    async with reader(size=size) as r:
        await r.press(
            "j", "enter", "n", "enter", "tab", "j", "enter", "f", "J", "pagedown", "end", "z", "escape"
        )
        for key in ("d", "p", "slash", "question_mark", "ctrl+p", "t", "v", "w"):
            await r.press(key, "down", "x", "escape")
            assert r.app.screen is r.main, key
        assert r.app.is_running
        assert len(r.lines) == size[1]


async def test_resizing_keeps_what_is_shown(reader) -> None:
    async with reader() as r:
        await r.press("j", "j", "enter")
        for size in ((80, 24), (40, 10), (2, 2), (100, 30), (160, 45)):
            await r.pilot.resize_terminal(*size)
            await r.settle()
        assert r.title.startswith("Union asks")
        assert r.pane == "article"
        assert "Timeline" in r.text
        assert "PEOPLE" in r.text


async def test_no_line_is_wider_than_the_screen(reader) -> None:
    from rich.cells import cell_len

    for width in (40, 79, 100, 161):
        async with reader(size=(width, 24)) as r:
            await r.press("j", "j", "j", "3", "enter")
            assert max(cell_len(line) for line in r.lines) <= width


async def test_z_says_where_there_is_nothing_to_zoom(reader) -> None:
    async with reader(size=(80, 24)) as r:
        await r.press("z")
        assert "The pane fills the screen already" in r.text
        await r.pilot.resize_terminal(160, 45)
        await r.settle()
        assert "PEOPLE" in r.text


async def test_where_one_pane_shows_every_pane_tells_the_way_to_the_next(reader) -> None:
    async with reader(size=(80, 24)) as r:
        for _ in range(3):
            assert "tab pane" in r.lines[-1]
            await r.press("tab")


async def test_the_dates_have_room_before_the_programs_name_has(reader) -> None:
    async with reader(size=(80, 24)) as r:
        assert r.lines[0].split()[0] == "harbour"
        assert r.lines[0].endswith("2 Apr – 9 Jun 2031")


async def test_dates_that_filter_are_always_told(reader) -> None:
    async with reader(size=(60, 24)) as r:
        r.desk.title_bar.change(stale=True)
        await r.press("d")
        await r.type("2 apr to 5 may")
        await r.press("enter")
        assert r.lines[0] == " Timeline (1 of 3) · 4 of 5 articles     2 Apr – 5 May 2031"
