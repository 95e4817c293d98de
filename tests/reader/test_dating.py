"""The date filter by key: chosen in words, moved, narrowed, widened, lifted."""

from __future__ import annotations


async def choose(r, words: str) -> None:
    await r.press("d")
    await r.type(words)
    await r.press("enter")


async def test_d_takes_a_range_in_words(reader) -> None:
    async with reader() as r:
        await choose(r, "2 april to 3 april")
        assert "3 of 5 articles · 2 hidden" in r.lines[0]
        assert "2 – 3 April 2031" in r.lines[0]
        assert "June 2031" not in r.text


async def test_d_tells_what_the_words_mean_while_they_are_typed(reader) -> None:
    async with reader() as r:
        await r.press("d")
        await r.type("april")
        assert "April 2031 · 4 articles" in r.text
        await r.type(" 2030")
        assert "April 2030 · no articles" in r.text
        assert "5 of 5 articles" in r.lines[0]


async def test_d_says_what_it_cannot_read_and_keeps_it(reader) -> None:
    async with reader() as r:
        await r.press("d")
        await r.type("aprl")
        assert "“aprl” is no date; did you mean april?" in r.text
        await r.press("enter")
        assert r.app.screen is not r.main
        await r.press("escape")
        assert "5 of 5 articles" in r.lines[0]


async def test_the_histogram_marks_the_chosen_range(reader) -> None:
    async with reader() as r:
        assert r.lines[0].endswith("█▁▁▁▁▁▄▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▄")
        await choose(r, "june")
        marked = [text for (text, look), _ in r.desk.title_bar.pieces() if look == "key"]
        assert marked[-1] == "▁▁▁▄"


async def test_zero_lifts_the_dates(reader) -> None:
    async with reader() as r:
        await choose(r, "june")
        assert "1 of 5" in r.lines[0]
        await r.press("0")
        assert "5 of 5" in r.lines[0]
        await r.press("0")
        assert "All dates are shown already." in r.text


async def test_the_open_article_follows_into_the_dates(reader) -> None:
    async with reader() as r:
        await choose(r, "june")
        assert r.title == r.cursor
        assert r.title.startswith("[/] Brandt")
        await r.press("0")
        assert r.title == r.cursor
        assert r.title.startswith("[/] Brandt")


async def test_comma_and_full_stop_move_the_range(reader) -> None:
    async with reader() as r:
        await r.press("comma")
        assert "June 2031" in r.lines[0]
        await r.press("comma")
        assert "May 2031" in r.lines[0]
        assert "No articles: May 2031" in r.text
        await r.press("left_square_bracket")
        assert "April 2031" in r.lines[0]
        await r.press("comma")
        assert "There is no article before 2 Apr 2031." in r.text
        await r.press("full_stop", "right_square_bracket")
        assert "June 2031" in r.lines[0]
        await r.press("full_stop")
        assert "There is no article after 9 Jun 2031." in r.text


async def test_minus_widens_at_last_to_all_dates(reader) -> None:
    async with reader() as r:
        await choose(r, "9 june")
        ranges = []
        for _ in range(5):
            await r.press("minus")
            dates = r.desk.place.dates
            ranges.append(dates and (dates.first, dates.last))
        assert ranges == [
            ("2031-06-09", "2031-06-15"),
            ("2031-06-01", "2031-06-30"),
            ("2031-04-01", "2031-06-30"),
            ("2031-01-01", "2031-12-31"),
            None,
        ]
        await r.press("minus")
        assert "All dates are shown already." in r.text


async def test_plus_goes_down_to_the_day_of_the_open_article(reader) -> None:
    async with reader() as r:
        ranges = []
        for _ in range(3):
            await r.press("plus")
            assert r.desk.place.dates is not None
            ranges.append((r.desk.place.dates.first, r.desk.place.dates.last))
        assert ranges == [
            ("2031-06-01", "2031-06-30"),
            ("2031-06-09", "2031-06-15"),
            ("2031-06-09", "2031-06-09"),
        ]
        await r.press("plus")
        assert "It is one day already." in r.text


async def test_the_sidebar_counts_what_the_dates_hide(reader) -> None:
    async with reader() as r:
        assert r.row("Otto Brandt", "sidebar").split()[-2:] == ["1", "3"]
        await choose(r, "2 to 3 april")
        assert r.row("Otto Brandt", "sidebar").split()[-2:] == ["1", "1+2"]


async def test_back_takes_back_the_dates(reader) -> None:
    async with reader() as r:
        await choose(r, "june")
        await r.press("b")
        assert "5 of 5" in r.lines[0]
        assert r.title.startswith("Peru will lend")


async def test_a_click_on_the_histogram_shows_its_slice_and_lifts_it_again(reader) -> None:
    async with reader() as r:
        x = len(r.lines[0]) - 1
        await r.pilot.click(offset=(x, 0))
        await r.settle()
        assert "1 of 5" in r.lines[0]
        await r.pilot.click(offset=(x, 0))
        await r.settle()
        assert "5 of 5" in r.lines[0]


async def test_without_articles_there_are_no_dates_to_choose(reader) -> None:
    async with reader(articles=[]) as r:
        for key in ("d", "comma", "plus"):
            await r.press(key)
            assert r.app.screen is r.main
        assert "There are no dates yet." in r.text


async def test_an_emptied_line_stands_for_all_dates(reader) -> None:
    async with reader() as r:
        await choose(r, "april")
        await r.press("d", "ctrl+u")
        assert "all dates" in r.text
        await r.press("enter")
        assert "5 of 5 articles" in r.lines[0]
        await r.press("d", "enter")
        assert "5 of 5 articles" in r.lines[0]
