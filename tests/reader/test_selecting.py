"""One selection that all panes follow: how it comes, what it shows, how it goes."""

from __future__ import annotations


async def test_a_person_of_the_sidebar_is_selected_in_all_panes(reader) -> None:
    async with reader() as r:
        await r.press("3", "enter")
        assert r.selected == "Ida Vale"
        assert r.row("Peru will lend Kenya").rstrip().endswith("3")
        assert r.row("Lima talks end late").rstrip().endswith("1")
        assert not r.row("[/] Brandt").rstrip().endswith("0")
        assert r.desk.sidebar.border_title == "Ida Vale"
        assert "· Lia Mora of Kenya had waited" in r.text
        assert "In the end Vale answered him." in r.text
        assert "Ida Vale 3×" in r.text
        assert len(set(r.styled("Ida Vale") + r.styled("Ms Vale"))) == 1
        assert r.styled("Ida Vale") != r.styled("Otto Brandt")


async def test_the_evidence_leaves_the_open_article_out(reader) -> None:
    async with reader() as r:
        await r.press("3", "enter")
        sidebar = "\n".join(r.inside("sidebar"))
        assert "this article" in sidebar
        assert "Ms Vale spoke in Lima." not in sidebar
        assert "2 Apr Lima talks end late" in sidebar
        assert "~3 Apr Morning Ledger" in sidebar


async def test_the_cursor_on_a_sentence_previews_its_article_and_enter_opens_it(reader) -> None:
    async with reader() as r:
        await r.press("3", "enter", "j")
        assert r.title.startswith("Union asks")
        assert "In the end Vale answered him." in "\n".join(r.inside("article"))
        assert r.cursor.startswith("Union asks")
        assert not r.library.is_read("a3")
        await r.press("enter")
        assert r.pane == "article"
        assert r.library.is_read("a3")
        assert "Ida Vale 1/1" in r.text


async def test_moving_over_the_sidebar_underlines_the_mentions(reader) -> None:
    async with reader() as r:
        await r.press("3", "j")
        assert r.selected is None
        assert r.desk.article.hinted is not None
        assert r.desk.article.hinted.label == "Otto Brandt"


async def test_n_goes_through_the_mentions_and_on_to_the_next_article(reader, invented) -> None:
    async with reader() as r:
        r.desk.select(invented.vale)
        await r.press("n")
        assert "Ida Vale 1/3" in r.text
        await r.press("n", "n")
        assert "Ida Vale 3/3" in r.text
        await r.press("N")
        assert "Ida Vale 2/3" in r.text
        await r.press("n", "n")
        assert r.title == "Lima talks end late"
        assert "Ida Vale 1/1" in r.text
        await r.press("N")
        assert r.title.startswith("Peru will lend")
        assert "Ida Vale 3/3" in r.text


async def test_n_after_the_last_mention_of_all_says_so(reader, invented) -> None:
    async with reader() as r:
        r.desk.select(invented.peru)
        await r.press("n", "n")
        assert "No later article mentions Peru." in r.text
        assert "Peru 1/1" in r.text


async def test_n_scrolls_to_a_mention_far_below(reader, invented) -> None:
    async with reader() as r:
        await r.press("j", "j")
        r.desk.select(invented.vale)
        await r.settle()
        assert "In the end Vale" not in "\n".join(r.inside("article"))
        await r.press("n")
        assert "In the end Vale answered him." in "\n".join(r.inside("article"))


async def test_n_without_a_selection_goes_through_all_mentions_and_enter_selects(reader) -> None:
    async with reader() as r:
        await r.press("2", "n", "n", "n", "n")
        assert r.desk.article.mention is not None
        assert r.desk.article.mention.selection.label == "Ida Vale"
        await r.press("enter")
        assert r.selected == "Ida Vale"
        assert "Ida Vale 1/3" in r.text
        await r.press("enter")
        assert r.lines[0].startswith(" Dossier · Ida Vale")


async def test_enter_in_the_article_without_a_mention_goes_to_the_first(reader) -> None:
    async with reader() as r:
        await r.press("2", "enter")
        assert r.desk.article.mention is not None
        assert r.desk.article.mention.selection.label == "Peru"


async def test_escape_lets_go_step_by_step(reader) -> None:
    async with reader() as r:
        await r.press("3", "enter", "f", "2")
        assert "only Ida Vale" in r.lines[0]
        await r.press("escape")
        assert r.selected == "Ida Vale"
        assert "only Ida Vale" not in r.lines[0]
        await r.press("escape")
        assert r.selected is None
        assert "PEOPLE" in r.text
        assert r.pane == "article"
        await r.press("escape")
        assert r.pane == "timeline"


async def test_letting_go_puts_the_sidebar_back_on_the_row(reader) -> None:
    async with reader() as r:
        await r.press("3", "j", "enter")
        assert r.selected == "Otto Brandt"
        await r.press("escape")
        assert "▸Otto Brandt" in r.row("Otto Brandt", "sidebar")


async def test_f_shows_only_these_and_all_again(reader) -> None:
    async with reader() as r:
        await r.press("f")
        assert "Select something first" in r.text
        await r.press("3", "enter", "f")
        assert "3 of 5 articles · 2 hidden · only Ida Vale" in r.lines[0]
        assert "[/] Brandt" not in "\n".join(r.inside("timeline"))
        await r.press("f")
        assert "5 of 5 articles" in r.lines[0]
        assert "[/] Brandt" in "\n".join(r.inside("timeline"))


async def test_f_goes_to_the_nearest_article_that_mentions_it(reader, invented) -> None:
    async with reader() as r:
        await r.press("end")
        r.desk.select(invented.vale)
        await r.press("f")
        assert r.title == r.cursor
        assert r.title.startswith("Union asks")


async def test_p_jumps_to_a_person_by_an_alias(reader) -> None:
    async with reader() as r:
        await r.press("p")
        assert "Otto Brandt" in r.text
        assert "4 articles" in r.text
        await r.type("peruvian")
        assert "Ida Vale  the Peruvian minister" in r.text
        assert "4 articles" not in r.text
        await r.press("enter")
        assert r.selected == "Ida Vale"
        assert r.pane == "sidebar"


async def test_p_says_when_nobody_has_the_name_and_escape_changes_nothing(reader) -> None:
    async with reader() as r:
        await r.press("p")
        await r.type("zzz")
        assert "Nobody has such a name here." in r.text
        await r.press("enter", "escape")
        assert r.selected is None
        assert r.pane == "timeline"


async def test_slash_searches_and_n_walks_the_hits(reader) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.type("cranes")
        assert "41 sentences in 2 articles" in r.text
        await r.press("enter")
        assert r.title.startswith("Union asks")
        assert r.selected == "“cranes”"
        assert "“cranes” 1/40" in r.text
        await r.press("n")
        assert "“cranes” 2/40" in r.text
        assert r.row("Union asks").rstrip().endswith("40")


async def test_a_search_that_cannot_be_read_is_told_and_nothing_is_lost(reader) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.type("friend")
        assert "called Vale a friend" in r.text
        await r.type('"')
        assert "quotation mark at both ends" in r.text
        assert "called Vale a friend" in r.text
        await r.press("enter")
        assert r.app.screen is not r.main
        await r.press("escape")
        assert r.app.screen is r.main
        assert r.selected is None


async def test_tab_lists_the_best_first_and_by_date_again(reader) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.type("vale")
        assert "tab best first" in r.lines[-1]
        by_date = r.app.screen.listing.values
        await r.press("tab")
        assert "tab by date" in r.lines[-1]
        assert r.app.screen.listing.values == by_date[::-1]
        await r.press("tab")
        assert r.app.screen.listing.values == by_date
        assert r.app.focused is r.app.screen.input


async def test_a_page_of_many_sentences_comes_first_and_then_the_others(reader) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.type("cranes")
        box = r.app.screen
        while box.listing.row_count < 41:
            assert "the first 40 sentences" in r.text
            await r.settle()
        await r.press("pagedown")
        before = box.listing.cursor
        await r.settle()
        assert "41 sentences in 2 articles" in r.text
        assert box.listing.cursor == before


async def test_enter_waits_for_what_was_typed_last(reader) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.type("friend")
        r.app.screen.input.value = "cranes"
        await r.pilot.press("enter")
        await r.settle()
        assert r.selected == "“cranes”"
        assert r.title.startswith("Union asks")


async def test_search_reopens_with_the_query_before(reader) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.type("tide")
        await r.press("enter", "slash")
        assert " tide" in r.text
        assert "40 sentences" in r.text


async def test_text_boxes_keep_printable_keys(reader) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.type("q?jJ 0")
        assert "q?jJ 0" in r.text
        await r.press("f1")
        assert "PANES" in r.text
        await r.press("escape")
        assert "q?jJ 0" in r.text


async def test_a_selection_without_evidence_in_the_dates_says_so(reader, invented) -> None:
    async with reader() as r:
        r.desk.select(invented.peru)
        await r.press("d")
        await r.type("june")
        await r.press("enter")
        assert "No sentence in these dates." in r.text


async def test_the_sidebar_begins_at_its_top_for_each_article(reader, invented) -> None:
    async with reader(size=(160, 14)) as r:
        await r.press("3", "end")
        assert r.desk.sidebar.scroll_offset.y > 0
        await r.press("J", "J", "J")
        assert "PEOPLE" in r.inside("sidebar")[0]


async def test_a_message_takes_the_place_of_the_one_before(reader) -> None:
    async with reader() as r:
        await r.press("B", "B", "B")
        assert r.text.count("There is nothing ahead.") == 1


async def test_sentences_are_dated_with_their_year_where_there_are_several(reader, invented) -> None:
    later = invented.invent("b1", "2033-04-02", "Otto Brandt looks back", "Otto Brandt looks back.")
    async with reader(articles=[*invented.articles, later]) as r:
        r.desk.select(invented.brandt)
        await r.settle()
        sidebar = "\n".join(r.inside("sidebar"))
        assert "20 Apr 2031 東京港新聞" in sidebar
        assert "2 Apr 2033" in sidebar


async def test_enter_at_a_mention_of_what_is_selected_opens_its_dossier_and_says_so(reader) -> None:
    async with reader() as r:
        await r.press("2", "n")
        assert "⏎ select" in r.lines[-1]
        await r.press("enter")
        assert "⏎ dossier" in r.lines[-1]
        await r.press("enter")
        assert r.lines[0].startswith(" Dossier")


async def test_enter_goes_on_to_the_next_hit_of_a_search(reader) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.type("cranes")
        await r.press("enter")
        assert "⏎" not in r.lines[-1]
        await r.press("enter")
        assert "“cranes” 2/40" in r.text


async def test_what_is_selected_has_no_gaps_where_names_stand_in_it(reader, invented) -> None:
    async with reader() as r:
        r.desk.select(invented.pledge)
        await r.settle()
        sentence = "will lend Kenya $40m for its harbours, Ida Vale said on Wednesday."
        grounds = {r.styled(words)[-1] for words in ("will lend", "Kenya $40m", "$40m for", "Ida Vale said")}
        assert sentence in r.text
        assert grounds == set(r.styled("said on Wednesday"))


async def test_where_no_other_article_tells_of_it_the_sidebar_says_so(reader, invented) -> None:
    async with reader() as r:
        r.desk.select(invented.pledge)
        await r.settle()
        assert "No other article in these dates." in r.text
