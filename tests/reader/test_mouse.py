"""The mouse: rows, mentions, wheel."""

from __future__ import annotations

from textual import events

from dateline.model import Problem


async def test_a_click_on_a_headline_opens_it(reader) -> None:
    async with reader() as r:
        await r.click("Lima talks end late", "timeline")
        assert r.title == "Lima talks end late"
        assert r.library.is_read("a2")
        assert r.pane == "timeline"


async def test_a_click_on_a_heading_or_below_the_rows_does_nothing(reader) -> None:
    async with reader() as r:
        await r.click("June 2031")
        await r.pilot.click(offset=(5, 40))
        await r.settle()
        assert r.title.startswith("Peru will lend")


async def test_a_click_on_a_mention_selects_it(reader) -> None:
    async with reader() as r:
        await r.click("Ida Vale", "article")
        assert r.selected == "Ida Vale"
        await r.click("Harbour Union welcomed")
        assert r.selected == "Harbour Union"


async def test_a_click_between_mentions_selects_nothing(reader) -> None:
    async with reader() as r:
        await r.click("welcomed the loan")
        assert r.selected is None


async def test_a_click_in_wide_characters_finds_its_mention(reader) -> None:
    async with reader() as r:
        await r.press("j", "j", "j")
        await r.click("Brandt of the Harbour")
        assert r.selected == "Otto Brandt"


async def test_a_click_on_a_row_of_the_sidebar_selects_and_on_a_sentence_opens(reader) -> None:
    async with reader() as r:
        await r.click("Kenya", "sidebar")
        assert r.selected == "Kenya"
        await r.click("Otto Brandt of the Harbour")
        assert "Mombasa" in r.title
        assert r.pane == "sidebar"


async def test_the_wheel_scrolls_the_article_and_leaves_the_cursor(reader) -> None:
    async with reader() as r:
        await r.press("j", "j")
        x, y = r.find("Paragraph 1 tells")
        r.desk.article.post_message(
            events.MouseScrollDown(r.desk.article, x, y, 0, 1, 0, False, False, False, x, y)
        )
        await r.settle()
        assert r.desk.article.scroll_offset.y > 0
        assert r.cursor.startswith("Union asks")


async def test_a_click_on_a_pane_takes_the_focus(reader) -> None:
    async with reader() as r:
        await r.pilot.click(offset=(60, 40))
        await r.settle()
        assert r.pane == "article"
        assert r.desk.pane == "article"


async def test_the_scroll_bar_can_be_dragged_and_pressed(reader) -> None:
    async with reader() as r:
        await r.press("j", "j")
        region = r.desk.article.content_region
        x, top, bottom = region.right - 1, region.y, region.bottom - 1
        assert "▐" in r.lines[top]
        await r.pilot.mouse_down(offset=(x, top))
        await r.pilot.hover(offset=(x, bottom))
        await r.pilot.mouse_up(offset=(x, bottom))
        await r.settle()
        assert "In the end Vale answered him." in r.text
        await r.pilot.click(offset=(x, top))
        await r.settle()
        assert r.desk.article.scroll_offset.y < 20


async def test_a_drag_over_text_selects_it_and_y_copies_it(reader) -> None:
    async with reader() as r:
        x, y = r.find("welcomed the loan", "article")
        await r.pilot.mouse_down(offset=(x, y))
        await r.pilot.hover(offset=(x + 16, y))
        await r.pilot.mouse_up(offset=(x + 16, y))
        await r.settle()
        await r.press("y")
        assert r.app.clipboard.startswith("“welcomed the loan")
        assert "The Quay" in r.app.clipboard


async def test_a_click_in_the_title_bar_is_done_once(reader) -> None:
    async with reader() as r:
        await r.press("3", "enter", "f")
        assert "only Ida Vale" in r.lines[0]
        await r.click("only Ida Vale")
        assert "only" not in r.lines[0]
        await r.click("5 unread")
        assert r.title == "Lima talks end late"


async def test_problems_open_one_box(reader) -> None:
    async with reader(found=[Problem("/x/torn.txt", "it is empty", "take it away")]) as r:
        await r.click("1 problem")
        await r.press("escape")
        assert r.app.screen is r.main


async def test_a_click_on_what_a_search_has_found_is_on_the_name_below_it(reader) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.type("vale")
        await r.press("enter")
        await r.click("Ida Vale said", "article")
        assert r.selected == "Ida Vale"
