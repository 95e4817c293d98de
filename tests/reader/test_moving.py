"""Panes, cursors, history: what the user sees after each key that moves."""

from __future__ import annotations

import pytest


async def test_the_first_article_is_shown_at_once(reader) -> None:
    async with reader() as r:
        assert "Wed 2 April 2031 · The Quay · 1 min" in r.text
        assert "▸" in r.row("Peru will lend Kenya $40m for i")
        assert "5 of 5 articles" in r.lines[0]
        assert "2 Apr – 9 Jun 2031" in r.lines[0]
        assert "PEOPLE" in r.text
        assert r.pane == "timeline"


async def test_the_timeline_tells_unread_and_inferred_dates(reader) -> None:
    async with reader() as r:
        assert "●~Union asks where" in r.row("Union asks where")
        assert "● Lima talks end late" in r.row("Lima talks end late")
        assert "April 2031" in r.text
        assert "June 2031" in r.text
        assert " 3 Thu" in r.text


async def test_tab_and_digits_go_between_panes(reader) -> None:
    async with reader() as r:
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab", "1", "2", "3"):
            await r.press(key)
            seen.append(r.pane)
        assert seen == ["article", "sidebar", "timeline", "sidebar", "timeline", "article", "sidebar"]


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_the_cursor_previews_the_article_it_rests_on(reader, down: str, up: str) -> None:
    async with reader() as r:
        await r.press(down)
        assert r.title == "Lima talks end late"
        assert not r.library.is_read("a2")
        await r.press(up)
        assert r.title == "Peru will lend Kenya $40m for its harbours"


async def test_moving_on_drops_the_preview_before(reader, monkeypatch) -> None:
    monkeypatch.setattr("dateline.reader.desk.PREVIEW", 3600.0)
    async with reader() as r:
        await r.press("j")
        before = r.desk._preview
        assert r.title == "Peru will lend Kenya $40m for its harbours"
        monkeypatch.setattr("dateline.reader.desk.PREVIEW", 0.001)
        await r.press("j")
        assert before._task is None, "it has been stopped"
        assert r.title == "Union asks where 40 million dollars will go"


async def test_home_end_and_pages_move_the_cursor(reader) -> None:
    async with reader() as r:
        await r.press("end")
        assert r.cursor.startswith("[/] Brandt")
        await r.press("home")
        assert r.cursor.startswith("Peru will lend")
        await r.press("pagedown")
        assert r.cursor.startswith("[/] Brandt")
        await r.press("pageup")
        assert r.cursor.startswith("Peru will lend")


async def test_the_article_scrolls_by_lines_pages_and_to_its_ends(reader) -> None:
    async with reader() as r:
        await r.press("j", "j", "2")
        top = r.desk.article.scroll_offset.y
        assert "Paragraph 1 tells" in r.text
        await r.press("j", "down")
        assert r.desk.article.scroll_offset.y == top + 2
        await r.press("k")
        assert r.desk.article.scroll_offset.y == top + 1
        await r.press("pagedown")
        assert r.desk.article.scroll_offset.y > 30
        await r.press("end")
        assert "In the end Vale answered him." in r.text
        await r.press("home")
        assert "Thu 3 April 2031" in r.text


async def test_enter_opens_and_reads_the_article(reader) -> None:
    async with reader() as r:
        await r.press("j", "enter")
        assert r.pane == "article"
        assert r.library.is_read("a2")
        assert "●" not in r.row("Lima talks end late")
        await r.press("escape")
        assert r.pane == "timeline"


async def test_an_article_shown_for_a_while_is_read(reader, monkeypatch) -> None:
    monkeypatch.setattr("dateline.reader.following.READ", 0.05)
    async with reader() as r:
        await r.settle()
        assert r.library.is_read("a1")
        assert not r.library.is_read("a2")


async def test_next_and_previous_article(reader) -> None:
    async with reader() as r:
        await r.press("J")
        assert r.title == r.cursor == "Lima talks end late"
        await r.press("K")
        assert r.title == "Peru will lend Kenya $40m for its harbours"
        await r.press("K")
        assert "No earlier article is there." in r.text


async def test_next_article_keeps_to_those_that_mention_the_selection(reader, invented) -> None:
    async with reader() as r:
        r.desk.select(invented.brandt)
        await r.press("J")
        assert r.title.startswith("Union asks")
        await r.press("J")
        assert "Mombasa" in r.title
        await r.press("J", "J")
        assert "No later article mentions Otto Brandt." in r.text


async def test_space_goes_through_the_unread_articles(reader) -> None:
    async with reader() as r:
        r.library.mark_read("a2")
        await r.press("space")
        assert r.title.startswith("Union asks")
        await r.press("space")  # it is longer than the pane
        assert r.title.startswith("Union asks")
        assert r.desk.article.scroll_offset.y > 0
        while r.desk.article.goes_on:
            await r.press("space")
        assert "In the end Vale answered him." in r.text
        await r.press("space", "space")
        assert r.title.startswith("[/] Brandt")
        await r.press("space")
        assert "Everything here is read." in r.text
        assert "●" not in r.text


async def test_space_reads_all_by_itself_where_one_pane_shows(reader) -> None:
    async with reader(size=(80, 24)) as r:
        await r.press("space")
        assert r.pane == "article"
        assert r.title.startswith("Peru will lend")
        for _ in range(40):
            await r.press("space")
        assert "Everything here is read." in r.text
        assert all(r.library.is_read(f"a{number}") for number in range(1, 6))


async def test_half_a_page_down_and_up(reader) -> None:
    async with reader(size=(160, 24)) as r:
        await r.press("J", "J", "2", "pagedown")
        page = r.desk.article.scroll_offset.y
        await r.press("home", "ctrl+d")
        assert 0 < r.desk.article.scroll_offset.y <= page // 2 + 1
        await r.press("ctrl+u")
        assert r.desk.article.scroll_offset.y == 0


async def test_arrows_and_letters_go_to_the_pane_at_that_side_and_no_further(reader) -> None:
    async with reader() as r:
        await r.press("l", "right", "right")
        assert r.pane == "sidebar"
        await r.press("h", "left", "left")
        assert r.pane == "timeline"


async def test_backspace_goes_back_too(reader) -> None:
    async with reader() as r:
        await r.press("J", "backspace")
        assert r.title.startswith("Peru will lend")


async def test_the_border_tells_whom_the_words_stand_for_before_anything_is_selected(reader) -> None:
    async with reader() as r:
        await r.press("2", "n", "n", "n", "n")
        assert r.selected is None
        subtitle = str(r.desk.article.border_subtitle)
        mention = r.desk.article.mention
        assert mention is not None
        assert subtitle.startswith(f"{mention.selection.label} 4/")


async def test_space_comes_round_to_earlier_articles(reader) -> None:
    async with reader() as r:
        await r.press("end", "enter", "space")
        assert r.title.startswith("Peru will lend")


async def test_back_and_forward(reader) -> None:
    async with reader() as r:
        await r.press("j", "enter", "J", "J")
        assert "Mombasa" in r.title
        await r.press("b")
        assert r.title.startswith("Union asks")
        await r.press("b")
        assert r.title == r.cursor == "Lima talks end late"
        await r.press("B", "B")
        assert "Mombasa" in r.title
        await r.press("B")
        assert "There is nothing ahead." in r.text


async def test_back_returns_to_the_line_and_takes_back_dates_and_selection(reader, invented) -> None:
    async with reader() as r:
        await r.press("j", "j", "enter", "pagedown")
        line = r.desk.article.scroll_offset.y
        assert line > 0
        r.desk.select(invented.vale)
        await r.press("K")
        await r.press("b", "b")
        assert r.selected is None
        assert r.title.startswith("Union asks")
        assert r.desk.article.scroll_offset.y == line


async def test_back_at_the_beginning_says_so(reader) -> None:
    async with reader() as r:
        await r.press("b")
        assert "This is where you began." in r.text


async def test_zoom_gives_the_pane_the_screen_and_back(reader) -> None:
    async with reader() as r:
        await r.press("2", "z")
        assert "Timeline" not in r.text
        assert "Article (2 of 3)" in r.lines[0]
        await r.press("tab")
        assert "PEOPLE" in r.text
        assert "Sidebar (3 of 3)" in r.lines[0]
        await r.press("z")
        assert "Timeline" in r.text


async def test_a_zoomed_timeline_has_room_for_outlets(reader) -> None:
    async with reader() as r:
        assert "Morning Ledger" not in r.text
        await r.press("z")
        assert "Morning Ledger" in r.row("Union asks where 40 million dollars will go")
        assert r.row("Lima talks end late").endswith("late")
