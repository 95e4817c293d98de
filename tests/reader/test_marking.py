"""Bookmarks, notes and quotations."""

from __future__ import annotations


async def test_m_bookmarks_and_takes_it_off(reader) -> None:
    async with reader() as r:
        await r.press("m")
        assert "Bookmarked." in r.text
        assert "★ Peru will lend" in r.row("Peru will lend Kenya")
        assert "★ bookmarked" in r.text
        assert r.library.bookmarks() == ["a1"]
        await r.press("m")
        assert "★" not in r.text
        assert r.library.bookmarks() == []


async def test_t_writes_a_note_that_the_article_shows(reader) -> None:
    async with reader() as r:
        await r.press("t")
        await r.type("ask the union q")
        await r.press("ctrl+s")
        assert r.app.screen is r.main
        assert r.library.note("a1") == "ask the union q"
        assert "▎ ask the union q" in r.text


async def test_leaving_the_note_keeps_it_and_an_empty_one_goes(reader) -> None:
    async with reader() as r:
        await r.press("t")
        await r.type("hm")
        await r.press("escape")
        assert r.library.note("a1") == "hm"
        await r.press("t", "backspace", "backspace", "escape")
        assert r.library.note("a1") == ""
        assert "▎" not in r.text


async def test_y_copies_the_sentence_of_the_mention_with_its_citation(reader) -> None:
    async with reader() as r:
        await r.press("2", "n", "n", "n", "n", "n", "y")
        assert r.app.clipboard == (
            "“Ms Vale spoke in Lima.” "
            "(The Quay, “Peru will lend Kenya $40m for its harbours”, 2 April 2031, a1.txt)"
        )
        assert "Copied: Ms Vale spoke in Lima." in r.text


async def test_y_copies_the_first_sentence_about_what_is_selected(reader, invented) -> None:
    async with reader() as r:
        await r.press("j", "j")
        r.desk.select(invented.vale)
        await r.press("y")
        assert r.app.clipboard.startswith("“In the end Vale answered him.” (Morning Ledger, “Union asks")
        assert "about 3 April 2031" in r.app.clipboard


async def test_y_without_a_mention_copies_the_citation(reader) -> None:
    async with reader() as r:
        await r.press("j", "y")
        assert r.app.clipboard == "“Lima talks end late”, 2 April 2031, a2.txt"


async def test_the_palette_marks_unread_and_lists_bookmarks(reader) -> None:
    async with reader() as r:
        await r.press("j", "enter", "m")
        assert r.library.is_read("a2")
        await r.press("ctrl+p")
        await r.type("mark the article as unread")
        await r.press("enter")
        assert not r.library.is_read("a2")
        await r.press("1", "home", "ctrl+p")
        await r.type("show the bookmarked")
        await r.press("enter")
        assert "2 Apr 2031  Lima talks end late" in r.text
        await r.press("enter")
        assert r.title == "Lima talks end late"


async def test_without_an_article_the_marks_say_so(reader) -> None:
    async with reader(articles=[]) as r:
        for key in ("m", "t", "y", "o", "v"):
            await r.press(key)
            assert r.app.screen is r.main
            assert "No article is open." in r.text
            r.app.clear_notifications()
        await r.press(
            "v", "w", "n", "J", "space", "enter", "escape", "f", "z", "tab", "3", "j", "end", "pageup"
        )
        assert r.app.is_running


async def test_a_changed_article_is_marked(reader) -> None:
    async with reader() as r:
        r.library.mark_read("a0")
        r.library.succeed("a0", "a2")
        await r.press("j")
        assert "◐ Lima talks end late" in r.row("Lima talks end late")
        assert "outlet unknown · 1 min · ◐ changed" in r.text
        await r.press("enter")
        assert "◐" not in r.row("Lima talks end late")


async def test_u_takes_back_marks_and_notes_the_last_first(reader) -> None:
    async with reader() as r:
        await r.press("t")
        await r.type("see the tide tables")
        await r.press("escape", "m", "U")
        assert r.library.is_bookmarked("a1")
        assert r.library.is_read("a1")
        await r.press("u")
        assert not r.library.is_read("a1")
        assert r.library.is_bookmarked("a1")
        await r.press("u")
        assert not r.library.is_bookmarked("a1")
        assert r.library.note("a1") == "see the tide tables"
        await r.press("u")
        assert r.library.note("a1") == ""
        await r.press("u")
        assert "There is nothing to take back." in r.text


async def test_a_note_that_was_emptied_comes_back(reader) -> None:
    async with reader() as r:
        r.library.set_note("a1", "ab")
        await r.press("t", "backspace", "backspace", "escape")
        assert "The note is gone; u undoes it." in r.text
        await r.press("u")
        assert r.library.note("a1") == "ab"
        assert "▎ ab" in r.text
        assert "The note is as it was." in r.text


async def test_the_title_bar_counts_what_is_unread(reader) -> None:
    async with reader() as r:
        assert "5 unread" in r.lines[0]
        await r.press("j", "enter")
        assert "4 unread" in r.lines[0]
        await r.press("U")
        assert "5 unread" in r.lines[0]
        await r.press("u")
        assert "4 unread" in r.lines[0]
        await r.press(*["J"] * 3, *["K"] * 4)
        assert "all read" in r.lines[0]


async def test_what_was_read_before_and_elsewhere_is_not_unread(reader) -> None:
    async with reader() as r:
        r.library.mark_read("a2")
        r.library.mark_read("of another collection")
        r.desk.tell_condition()
        await r.settle()
        assert "4 unread" in r.lines[0]
        r.app.reread()
        await r.settle()
        assert "4 unread" in r.lines[0]


async def test_without_articles_nothing_is_unread(reader) -> None:
    async with reader(articles=[]) as r:
        assert "read" not in r.lines[0]
