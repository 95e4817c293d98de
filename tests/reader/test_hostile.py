"""Outside text is shown as it is, wherever it turns up: nothing in it is markup."""

from __future__ import annotations

import pytest

from dateline.index.rows import MentionRow, Selection
from dateline.model import Problem

NASTY = ["[/]", "[@click=app.quit]x[/]", "[b]bold", "[$missing]x[/]", "[/", "path\\[x]", "$name [red]"]


@pytest.mark.parametrize("nasty", NASTY)
async def test_hostile_text_is_shown_literally_everywhere(reader, invented, nasty: str) -> None:
    text = f"{nasty} met {nasty} twice."
    article = invented.invent(
        "n1",
        "2031-04-02",
        nasty,
        text,
        nasty,
        furniture=(nasty,),
        paths=(f"/x/{nasty}",),
        title_basis="declared",
    )
    actor = Selection("person", "nasty", nasty)
    article.mentions = [MentionRow(0, len(nasty), "name", actor)]
    other = invented.invent("n2", "2031-05-02", "Other", text, date_basis="inferred", date_evidence=(nasty,))
    other.mentions = [MentionRow(0, len(nasty), "name", actor)]

    class Collection(invented.collection):
        def __init__(self) -> None:
            super().__init__([article, other], [Problem(f"/x/{nasty}", nasty, nasty)])
            self.name = nasty

        def sidebar(self, id, dates):
            from dateline.index.rows import SidebarRow

            return [SidebarRow(actor, 1, 1, 0)]

        def find(self, letters, kinds=("person",), limit=40):
            from dateline.index.rows import Found

            return [Found(actor, nasty, 2)]

    async with reader(collection=Collection) as r:
        assert nasty in r.lines[0], "the title bar"
        assert nasty in "\n".join(r.inside("timeline"))
        assert text in "\n".join(r.inside("article"))
        assert nasty in "\n".join(r.inside("sidebar"))
        r.desk.say(nasty)
        await r.settle()
        assert nasty in r.text, "a message"
        await r.press("3", "enter")
        assert nasty in r.lines[1], "the sidebar's title"
        assert f"{nasty} 1×" in r.text, "the article's border"
        assert nasty in "\n".join(r.inside("sidebar")), "a sentence"
        await r.press("f")
        await r.press("f")
        for keys in (["p"], ["v"], ["ctrl+p", "x"], ["t"]):
            await r.press(*keys)
            assert nasty in r.text, keys
            await r.press("escape")
        await r.press("m", "y")
        await r.main.perform("bookmarks")
        await r.settle()
        assert nasty in r.text, "bookmarks"
        await r.press("escape")
        await r.main.perform("problems")
        await r.settle()
        assert nasty in r.text, "problems"
        await r.press("escape", "J", "w")
        assert nasty in r.text, "the date's evidence"
        await r.press("escape", "d")
        await r.type(nasty.replace("\\", ""))
        await r.press("enter", "escape", "slash")
        await r.type("met")
        assert nasty in r.text, "search"
        assert r.app.is_running


async def test_clicking_on_hostile_text_does_nothing(reader) -> None:
    async with reader() as r:
        await r.press("end")
        await r.click("[@click=app.quit]quits", times=2)
        assert r.app.is_running


async def test_a_hostile_note_is_shown_literally(reader) -> None:
    async with reader() as r:
        r.library.set_note("a1", "[/] [@click=app.quit]x[/]")
        r.desk.describe_article()
        await r.settle()
        assert "▎ [/] [@click=app.quit]x[/]" in r.text
