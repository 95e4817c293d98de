"""The ledger and the dossiers of its claims, over a real index filled by hand."""

from __future__ import annotations

import pytest

import harbours
from dateline.index.rows import Selection


@pytest.fixture
def ledger(reader, tmp_path):
    """Return what opens the reader over the made-up collection."""
    open_collection = harbours.store(tmp_path)

    def open_(**options):
        return reader(collection=open_collection, **options)

    return open_


def on_cursor(r) -> str:
    return next(line for line in r.lines if line.startswith("▸"))


async def test_it_lists_the_claims_with_their_reports_counted(ledger) -> None:
    async with ledger() as r:
        await r.press("L")
        assert "Ledger · 2 claims" in r.lines[0]
        gift = r.row("Harbour League", "ledger")
        assert gift.startswith("▸ 5 Apr 2031  Norland")
        assert "€5m  build a harbour" in gift
        assert gift.split()[-10:] == ["pledged", "raised", "2", "2", "2", "=", "1", "·", "≈", "1"]
        refusal = r.row("$2bn", "ledger")
        assert "会議の人々" in refusal
        assert "refused" in refusal
        assert refusal.endswith("✓")


async def test_the_foot_adds_up_what_is_not_refused(ledger) -> None:
    async with ledger() as r:
        await r.press("L")
        foot = "\n".join(r.inside("ledger-foot"))
        assert "€5m in 1 claim" in foot
        assert "$2bn" not in foot
        assert "machine-read, 0 of 1 confirmed" in foot


async def test_enter_shows_the_reports_side_by_side(ledger) -> None:
    async with ledger() as r:
        await r.press("L", "enter")
        assert r.lines[0].startswith(" Dossier · Norland → Harbour League €5m pledged")
        told = "\n".join(r.inside("told"))
        assert "5 Apr 2031  The Quay" in told
        assert "= €5m  first  said by Ada Quill" in told
        assert "≈ €5.1m  raised  said by Bram Östlund" in told
        assert "= €5m  repeated  said by Ada Quill  copy of The Quay" in told
        about = "\n".join(r.inside("about"))
        assert "pledged · raised · machine-read" in about
        assert "2 articles · 2 known outlets · 2 speakers" in about
        assert r.row("by  Norland", "about")
        assert r.row("= €5m", "about").endswith("2")
        assert r.row("≈ €5.1m", "about").endswith("1")
        assert "7 Apr 2031  raised  €5.1m  Morning Ledger" in about
        assert r.selected == "Norland → Harbour League €5m pledged"


async def test_enter_on_a_report_opens_its_article_at_the_sentence(ledger) -> None:
    async with ledger() as r:
        await r.press("L", "enter", "j", "enter")
        assert r.app.screen is r.main
        assert r.title == "[/] Other"
        assert r.pane == "article"
        assert r.selected == "Norland → Harbour League €5m pledged"


async def test_the_parties_lead_to_their_dossiers_and_back(ledger) -> None:
    async with ledger() as r:
        await r.press("L", "enter", "tab", "enter")
        assert "Dossier · Norland · 1 before it" in r.lines[0]
        about = "\n".join(r.inside("about"))
        assert "PLEDGED" in about
        assert "REFUSED" in about
        assert "→ Harbour League €5m" in about
        await r.press("b", "b")
        assert "Ledger · 2 claims" in r.lines[0]


async def test_who_voiced_a_claim_and_who_is_helped_find_it_in_their_dossiers(ledger) -> None:
    async with ledger() as r:
        r.desk.select(Selection("person", "ada-quill", "Ada Quill"))
        await r.press("D")
        assert "VOICED" in r.text
        await r.press("q")
        r.desk.select(Selection("organization", "harbour-league", "Harbour League"))
        await r.press("D")
        assert "PLEDGED TO IT" in r.text


@pytest.mark.parametrize(
    ("key", "title", "first"),
    [("1", "Reported▼", "$2bn"), ("3", "What▼", "€5m"), ("4", "Status▲", "€5m"), ("5", "Articles▼", "€5m")],
)
async def test_keys_sort_by_column_and_turn_round(ledger, key: str, title: str, first: str) -> None:
    async with ledger() as r:
        await r.press("L", key)
        assert title in r.lines[1]
        if key != "3":
            assert first in on_cursor(r)
        top = on_cursor(r)
        await r.press(key)
        assert on_cursor(r) != top or key == "3"
        assert title not in r.lines[1]


async def test_two_sorts_by_pledger(ledger) -> None:
    async with ledger() as r:
        await r.press("L", "2")
        assert "Pledger▲" in r.lines[1]


async def test_a_click_on_a_title_sorts(ledger) -> None:
    async with ledger() as r:
        await r.press("L")
        await r.click("Articles")
        assert "Articles▼" in r.lines[1]


async def test_s_shows_one_status_after_the_other(ledger) -> None:
    async with ledger() as r:
        await r.press("L", "s")
        assert "Ledger · 1 claim · pledged" in r.lines[0]
        await r.press("s")
        assert "0 claims · conditional" in r.lines[0]
        assert "No claim is left." in r.text
        await r.press("enter", "s", "s")
        assert "1 claim · refused" in r.lines[0]
        await r.press("s")
        assert "Ledger · 2 claims " in r.lines[0]


async def test_i_shows_pledges_or_sums(ledger) -> None:
    async with ledger() as r:
        await r.press("L", "i")
        assert "2 claims · only pledges" in r.lines[0]
        await r.press("i")
        assert "only sums" in r.lines[0]
        await r.press("i")
        assert "only" not in r.lines[0]


async def test_f_shows_the_claims_of_the_actor_who_is_selected(ledger) -> None:
    async with ledger() as r:
        await r.press("L", "f")
        assert "Select a person" in r.text
        r.desk.select(Selection("person", "cara-de-witt", "Cara de Witt"))
        await r.press("f")
        assert "1 claim · of Cara de Witt" in r.lines[0]
        await r.press("f")
        assert "2 claims" in r.lines[0]


async def test_l_asks_for_the_least_sum(ledger) -> None:
    async with ledger() as r:
        await r.press("L", "l")
        await r.type("$1bn")
        assert "sums from $1bn on" in r.text
        await r.press("enter")
        assert "1 claim · from $1bn on" in r.lines[0]
        await r.press("l")
        await r.type("EUR")
        await r.press("enter")
        assert "1 claim · in €" in r.lines[0]
        await r.press("l")
        await r.type("nonsense")
        await r.press("enter")
        assert "no such sum" in r.text
        await r.press("escape")
        assert "in €" in r.lines[0]


async def test_slash_asks_for_words(ledger) -> None:
    async with ledger() as r:
        await r.press("L", "slash")
        await r.type("ostlund")
        assert "claims that speak of “ostlund”" in r.text
        await r.press("enter")
        assert "1 claim · “ostlund”" in r.lines[0]


async def test_escape_takes_the_filters_back_and_then_closes(ledger) -> None:
    async with ledger() as r:
        r.desk.select(Selection("country", "NL", "Norland"))
        await r.press("L", "f", "i", "s", "l")
        await r.type("eur")
        await r.press("enter", "slash")
        await r.type("quill")
        await r.press("enter")
        assert "1 claim · only pledges · of Norland · pledged · in € · “quill”" in r.lines[0]
        for left in ("in €", "pledged ", "only pledges", "of Norland", "2 claims"):
            await r.press("escape")
            assert left in r.lines[0]
        await r.press("escape")
        assert r.app.screen is r.main


async def test_it_follows_the_dates(ledger) -> None:
    async with ledger() as r:
        await r.press("L", "d")
        await r.type("june 2031")
        await r.press("enter")
        assert "Ledger · 1 claim" in r.lines[0]
        assert "June 2031" in r.lines[0]
        await r.press("0")
        assert "Ledger · 2 claims" in r.lines[0]


async def test_the_keys_move(ledger) -> None:
    async with ledger() as r:
        await r.press("L", "end")
        assert "$2bn" in on_cursor(r)
        await r.press("home", "pagedown", "pageup", "j", "k", "down")
        assert "$2bn" in on_cursor(r)
        await r.press("up", "b")
        assert r.app.screen is r.main


async def test_a_click_moves_and_a_second_one_opens(ledger) -> None:
    async with ledger() as r:
        await r.press("L")
        await r.click("$2bn")
        assert "$2bn" in on_cursor(r)
        await r.click("$2bn")
        assert r.lines[0].startswith(" Dossier · Norland → 会議の人々 $2bn refused")


async def test_a_narrow_terminal_keeps_what_matters(ledger) -> None:
    async with ledger(size=(80, 24)) as r:
        await r.press("L")
        assert "Speakers" not in r.lines[1]
        gift = r.row("€5m", "ledger")
        assert "Norland" in gift
        assert "pledged" in gift
        assert all(len(line) <= 80 for line in r.lines)


async def test_y_copies_a_report(ledger) -> None:
    async with ledger() as r:
        await r.press("L", "enter", "y")
        assert r.app.clipboard.startswith(
            "“Ada Quill pledged €5m to the Harbour League at the Port talks.” (The Quay"
        )


async def test_an_empty_ledger_says_so(reader) -> None:
    async with reader(articles=[]) as r:
        await r.press("L")
        assert "Ledger · 0 claims" in r.lines[0]
        assert "No claim was found." in r.text
        assert "No sums to add up." in r.text


@pytest.mark.parametrize("size", [(40, 10), (12, 4)])
async def test_tiny_terminals_are_survived(ledger, size) -> None:
    async with ledger(size=size) as r:
        await r.press(
            "L", "down", "enter", "tab", "end", "pageup", "tab", "q", "end", "S", "end", "home", "enter"
        )
        assert r.app.is_running
        await r.pilot.resize_terminal(160, 45)
        await r.settle()
        assert "Dossier" in r.lines[0]


async def test_only_claims_whose_sums_differ_and_all_again(ledger) -> None:
    async with ledger() as r:
        await r.press("L", "equals_sign")
        assert "1 claim · sums differ" in r.lines[0]
        assert r.row("Harbour League", "ledger")
        await r.press("escape")
        assert "2 claims" in r.lines[0]


async def test_the_narrowest_table_cuts_no_column_off(ledger) -> None:
    async with ledger(size=(60, 20)) as r:
        await r.press("L")
        row = r.row("€5m", "ledger")
        assert "Norland" in row
        assert row.rstrip().endswith("pledged")


async def test_back_from_a_report_opens_the_screens_as_they_were_left(ledger) -> None:
    async with ledger() as r:
        await r.press("L", "s", "3", "enter", "j", "enter")
        assert r.app.screen is r.main
        assert r.title == "[/] Other"
        await r.press("b")
        assert r.lines[0].startswith(" Dossier · Norland → Harbour League €5m pledged")
        assert r.row("▸7 Apr 2031", "told")
        await r.press("q")
        assert "Ledger · 1 claim · pledged" in r.lines[0]
        assert "What▼" in r.lines[1]
        await r.press("q")
        assert r.app.screen is r.main
        await r.press("b")
        assert r.selected is None
        await r.press("b")
        assert "This is where you began." in r.text


async def test_back_from_a_report_in_the_article_that_was_open(ledger) -> None:
    async with ledger() as r:
        await r.press("L", "enter", "enter")
        assert r.app.screen is r.main
        await r.press("b")
        assert r.lines[0].startswith(" Dossier · Norland → Harbour League €5m pledged")
        await r.press("q", "q", "J", "b")
        assert r.app.screen is not r.main


async def test_what_is_done_after_the_return_leads_to_no_screen(ledger) -> None:
    async with ledger() as r:
        await r.press("L", "enter", "j", "enter", "b", "q", "q")
        await r.press("escape", "J", "b")
        assert r.app.screen is r.main


async def test_the_footer_names_whose_claims_a_key_would_leave(ledger) -> None:
    async with ledger() as r:
        await r.press("L")
        assert "f " not in r.lines[-1]
        await r.press("f", "q", "p")
        await r.type("ada qu")
        await r.press("enter", "L")
        assert "f only Ada Quill" in r.lines[-1]
        await r.press("f")
        assert "f all again" in r.lines[-1]
        await r.press("q", "S")
        assert "f only Ada Quill" in r.lines[-1]
