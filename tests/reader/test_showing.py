"""What opens over the panes, and the way out."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from dateline.model import Problem
from dateline.reader import keys
from dateline.reader.actions.showing import viewer
from dateline.reader.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator


async def test_v_shows_what_was_cut(reader) -> None:
    async with reader() as r:
        await r.press("v")
        assert "Subscribe to our letters" in r.text
        assert "/invented/harbour/a1.txt" in r.text
        await r.press("q")
        assert r.app.screen is r.main


async def test_w_shows_where_an_inferred_date_comes_from(reader) -> None:
    async with reader() as r:
        await r.press("j", "j")
        assert "~ date inferred, w shows from what" in r.text
        await r.press("w")
        assert "The talks in Lima ended on Wednesday." in r.text
        await r.press("escape")
        assert r.app.screen is r.main


async def test_w_tells_what_the_mention_at_hand_stands_for(reader) -> None:
    async with reader() as r:
        await r.press("2", "n", "n", "n", "n", "n", "w")
        assert "“Ms Vale” is Ida Vale: by name." in r.text
        assert "Found by the rule “name”; whose it is: family name." in r.text


async def test_o_shows_the_original_in_the_viewer_that_is_set(
    reader, invented, tmp_path, monkeypatch
) -> None:
    file = tmp_path / "original.txt"
    file.write_text("as it was")
    article = invented.invent("a9", "2031-04-02", "Nine", "Nine words.", paths=(str(file),))
    shown = []
    monkeypatch.setattr("subprocess.run", lambda command, check: shown.append(command))

    @contextmanager
    def suspend() -> Iterator[None]:
        yield

    async with reader(articles=[article], settings=Settings(open="cat -n")) as r:
        monkeypatch.setattr(r.app, "suspend", suspend)
        await r.press("o")
        assert shown == [["cat", "-n", str(file)]]
        file.unlink()
        await r.press("o")
        assert "The file is no longer there." in r.text


def test_the_viewer_is_the_first_that_is_there(monkeypatch) -> None:
    monkeypatch.setenv("PAGER", "no-such-pager -R")
    monkeypatch.setenv("EDITOR", "cat -u")
    assert viewer(None) == ["cat", "-u"]
    assert viewer("cat -n") == ["cat", "-n"]
    monkeypatch.setenv("PATH", "")
    assert viewer(None) is None


async def test_problems_are_counted_and_shown(reader) -> None:
    problem = Problem("/x/[/].txt", "it is empty", "take it away")
    async with reader(found=[problem]) as r:
        assert "1 problem" in r.lines[0]
        await r.click("1 problem")
        assert "/x/[/].txt" in r.text
        assert "it is empty" in r.text
        assert "take it away" in r.text


async def test_help_lists_every_key_and_can_be_searched(reader) -> None:
    async with reader() as r:
        await r.press("question_mark")
        assert r.app.screen.listing.values == [
            name for name, action in keys.ACTIONS.items() if action.keys and {"main", "box"} & {*action.on}
        ]
        assert "Next pane" in r.text
        await r.type("bookmark")
        assert "Bookmark the article" in r.text
        assert "Next pane" not in r.text


async def test_help_does_what_is_chosen(reader) -> None:
    async with reader() as r:
        await r.press("question_mark")
        await r.type("choose the dates")
        await r.press("enter")
        assert "The articles: 2 Apr – 9 Jun 2031" in r.text


async def test_help_finds_an_action_by_its_key(reader) -> None:
    async with reader() as r:
        await r.press("question_mark", "z")
        assert "Zoom the pane" in r.text
        assert "Next pane" not in r.text


async def test_the_palette_has_every_action(reader) -> None:
    async with reader() as r:
        await r.press("ctrl+p")
        offered = set(r.app.screen.listing.values)
        assert offered == {n for n, a in keys.ACTIONS.items() if "main" in a.on} - {"palette"}
        for name in offered:
            assert callable(getattr(r.main.topic(keys.ACTIONS[name].topic), name.replace("-", "_")))


async def test_the_palette_does_an_action_and_selects_a_summit(reader) -> None:
    async with reader() as r:
        await r.press("ctrl+p")
        await r.type("zoom")
        await r.press("enter")
        assert "Timeline (1 of 3)" in r.lines[0]
        await r.press("z", "ctrl+p")
        await r.type("lima")
        assert "Lima talks" in r.text
        assert "summit · 2 articles" in r.text
        await r.press("end")
        while r.app.screen.listing.value is None or isinstance(r.app.screen.listing.value, str):
            await r.press("down")
        await r.press("enter")
        assert r.selected == "Lima talks"


async def test_the_palette_knows_an_action_by_its_name_too(reader) -> None:
    async with reader() as r:
        await r.press("ctrl+p")
        await r.type("problems")
        assert "Show what could not be read" in r.text
        await r.press("enter")
        assert "Problems" in r.text


async def test_themes_switch_and_can_be_chosen_and_put_back(reader) -> None:
    async with reader() as r:
        assert r.app.theme == "dateline-dark"
        await r.press("ctrl+p")
        await r.type("light and dark")
        await r.press("enter")
        assert r.app.theme == "dateline-light"
        await r.press("ctrl+p")
        await r.type("choose a theme")
        await r.press("enter")
        await r.type("nord")
        await r.press("up", "down")
        await r.press("enter")
        assert r.app.theme == "nord"
        await r.press("ctrl+p")
        await r.type("choose a theme")
        await r.press("enter", "down")
        assert r.app.theme != "nord"
        await r.press("escape")
        assert r.app.theme == "nord"


async def test_a_picture_of_the_screen_is_saved(reader, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with reader() as r:
        await r.press("ctrl+p")
        await r.type("save a picture")
        await r.press("enter")
        assert "Saved" in r.text
        assert len(list(tmp_path.glob("*.svg"))) == 1


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_q_closes_a_box_and_quits_the_main_screen(reader, key) -> None:
    async with reader() as r:
        await r.press("w", "q")
        assert r.app.is_running
        assert r.app.screen is r.main
        await r.pilot.press(key)
        await r.pilot.pause()
        assert r.app.return_code == 0
        assert r.library.session(r.app.roots).article == "a1"


async def test_a_click_beside_a_box_leaves_it(reader) -> None:
    async with reader() as r:
        await r.press("p")
        await r.pilot.click(offset=(2, 2))
        await r.settle()
        assert r.app.screen is r.main


async def test_the_footer_shows_what_matters_and_does_what_is_clicked(reader) -> None:
    async with reader() as r:
        assert "n/N mention" in r.lines[-1]
        assert "let go" not in r.lines[-1]
        await r.press("3", "enter")
        assert "esc let go" in r.lines[-1]
        assert "f only these" in r.lines[-1]
        await r.click("f only these")
        assert "only Ida Vale" in r.lines[0]
        assert "f all again" in r.lines[-1]


async def test_a_first_paragraph_that_is_the_title_is_not_shown_twice(reader, invented) -> None:
    text = "On patience\n\nIt rains. The kettle sings."
    calm = invented.invent("b1", "2031-04-02", "On patience", text, title_basis="derived")
    async with reader(articles=[calm]) as r:
        assert "\n".join(r.inside("article")).count("On patience") == 1
        assert "It rains. The kettle sings." in r.text


async def test_a_search_is_offered_no_dossier(reader) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.type("tide")
        await r.press("enter")
        assert "dossier" not in r.lines[-1]
        assert "only these" in r.lines[-1]


async def test_where_nothing_could_be_read_the_problems_are_a_key_away(reader) -> None:
    problem = Problem("/invented/broken.pdf", "this is no text", "save it as text")
    async with reader(articles=(), found=[problem]) as r:
        timeline = "\n".join(r.inside("timeline"))
        assert "No articles, 1 problem" in timeline
        assert "P shows it" in timeline
        await r.press("P")
        assert "this is no text" in r.text


async def test_why_there_are_no_articles_has_room_in_a_narrow_pane(reader) -> None:
    async with reader(size=(100, 30), articles=()) as r:
        told = " ".join(" ".join(r.inside("timeline")).split())
        assert told == (
            "No articles here Text, web pages, mail and tables are read; `dateline add` follows a feed"
        )
