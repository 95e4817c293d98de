"""The reader over a real index, filled by hand, so that both sides keep to what they agreed on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

import fakes
from dateline.index import places
from dateline.index.collection import Collection
from dateline.index.writer import CollectionWriter
from dateline.model import Claim

if TYPE_CHECKING:
    from pathlib import Path

ONE = "Ada Quill met Bram Östlund at the Port talks. Ada Quill promised €5m to the Harbour League. It is €5m."
TWO = "Norland gave €5m, others €5.1m. Bram Östlund smiled at Ada Quill."
THREE = "€5m again, said Ada Quill."
FOUR = "Cara de Witt said nothing at all."


@pytest.fixture
def open_collection(tmp_path: Path):
    """Return what opens a real collection of four made-up articles."""
    sentence = "Ada Quill promised €5m to the Harbour League."
    pledge = fakes.pledge(ONE, sentence, "promised", "harbour")
    tellings = [
        fakes.telling(ONE, "2031-04-05", claims={"€5m": "five"}, pledges=[pledge], outlet="The Quay"),
        fakes.telling(TWO, "2031-04-07", claims={"€5m": "five", "€5.1m": "more"}, title="Other harbours"),
        fakes.telling(THREE, "2031-05-01", claims={"€5m": "five"}, basis="inferred"),
        fakes.telling(FOUR, "2031-06-01"),
    ]
    ids = tuple(telling.id for telling in tellings)
    claims = [
        Claim("five", "figure", "€5 million", ids[:3], close_to=("more",)),
        Claim("more", "figure", "€5.1m", ids[1:2], close_to=("five",)),
        Claim("harbour", "pledge", "NL → Harbour League €5m pledged", ids[:1]),
    ]
    roots = [tmp_path / "harbour"]
    writer = CollectionWriter(places.collection_file(roots))
    writer.store(fakes.state(tellings, claims))
    writer.close()
    return partial(Collection.open, roots)


async def test_a_journey_from_a_person_to_every_article(reader, open_collection) -> None:
    async with reader(collection=open_collection) as r:
        assert "4 of 4 articles" in r.lines[0]
        assert "5 Apr – 1 Jun 2031" in r.lines[0]
        await r.press("p")
        await r.type("ms quill")
        assert "Ada Quill  Ms Quill" in r.text
        await r.press("enter")
        assert r.selected == "Ada Quill"
        assert r.row("Other harbours").endswith("1")
        assert "this article" in r.text
        assert "~1 May" in r.text
        await r.press("enter")
        assert r.title == "Other harbours"
        assert "Ada Quill 1/1" in r.text
        await r.press("J")
        assert r.title.startswith("€5m again")
        await r.press("J")
        assert "No later article mentions Ada Quill." in r.text
        await r.press("f")
        assert "3 of 4 articles · 1 hidden" in r.lines[0]


async def test_sums_and_pledges_of_the_sidebar(reader, open_collection) -> None:
    async with reader(collection=open_collection) as r:
        sidebar = "\n".join(r.inside("sidebar"))
        assert "€5m  = in 3 articles, ≈ €5.1m in 1" in sidebar
        assert "NL → Harbour League €5m  pledged" in sidebar
        assert "Port talks, 6 Apr" in sidebar
        await r.click("NL → Harbour League", "sidebar")
        assert "€5m" in (r.selected or "")
        await r.press("n", "y")
        assert r.app.clipboard.startswith("“Ada Quill promised €5m to the Harbour League.”")


async def test_dates_search_and_history(reader, open_collection) -> None:
    async with reader(collection=open_collection) as r:
        await r.press("d")
        await r.type("april")
        assert "April 2031 · 2 articles" in r.text
        await r.press("enter")
        assert "2 of 4 articles · 2 hidden" in r.lines[0]
        assert r.row("Ada Quill", "sidebar").split()[-1] == "1+1"
        await r.press("0", "slash")
        await r.type("ostlund smil")
        await r.press("enter")
        assert r.title == "Other harbours"
        assert "“ostlund smil” 1/2" in r.text
        await r.press("n")
        assert "“ostlund smil” 2/2" in r.text
        await r.press("slash")
        await r.type('"open phrase')
        assert "a phrase needs a quotation mark at both ends" in r.text
        await r.press("escape", "b", "b", "b")
        assert r.selected is None


async def test_a_word_of_the_title_alone_is_marked_wherever_it_is_found(reader, open_collection) -> None:
    async with reader(collection=open_collection) as r:
        await r.press("slash")
        await r.type("other harb")
        (found,) = r.app.screen.listing.values
        assert [found.title[a:b] for a, b in found.title_hits] == ["Other", "harbours"]
        assert "Other harbours" in r.text
        await r.press("enter")
        assert r.title == "Other harbours"
        assert [found.title[a:b] for a, b in r.desk.article.title_hits] == ["Other", "harbours"]
        headline = r.desk.timeline.headline(r.desk.timeline.cursor)
        assert headline.title_hits == found.title_hits
        await r.press("escape", "escape", "escape")
        assert not r.desk.article.title_hits


async def test_what_is_unread_stays_in_its_list_as_it_is_read(reader, open_collection) -> None:
    async with reader(collection=open_collection) as r:
        await r.press("enter", "slash")
        await r.type("is:unread")
        await r.press("enter", "f")
        assert "3 of 4 articles" in r.lines[0]
        opened = r.title
        assert r.app.library.is_read(r.desk.place.article)
        await r.press("J", "K")
        assert r.title == opened
        assert "3 of 4 articles" in r.lines[0]
        await r.press("slash")
        await r.type(" ")
        assert len(r.app.screen.listing.values) < 3  # asked again, by the marks of now


async def test_space_goes_through_all_articles_once(reader, open_collection) -> None:
    async with reader(collection=open_collection) as r:
        seen = [r.title]
        for _ in range(3):
            await r.press("space")
            seen.append(r.title)
        assert len(set(seen)) == 4
        await r.press("space")
        assert "Everything here is read." in r.text


async def test_an_index_that_is_removed_leaves_the_reader_running(reader, open_collection, tmp_path) -> None:
    async with reader(collection=open_collection) as r:
        for file in places.collection_file([tmp_path / "harbour"]).parent.glob("*"):
            if file.is_file():
                file.write_bytes(b"this is no database" * 300)
        await r.press("j", "3", "enter", "f", "J", "n", "space", "r", "end", "home", "1", "down")
        r.app.reread()
        await r.settle()
        assert r.app.is_running


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("person:qui", 'person:"Ada Quill" '),
        ("summit:po", 'summit:"Port talks" '),
        ("source:q", 'source:"The Quay" '),
        ("org:leag", 'org:"Harbour League" '),
        ("has:pl", "has:pledge "),
    ],
)
async def test_a_name_that_is_completed_is_found(reader, open_collection, typed: str, whole: str) -> None:
    async with reader(collection=open_collection) as r:
        await r.press("slash")
        await r.type(typed)
        await r.press("right")
        assert r.app.screen.input.value == whole
        await r.type("quill")
        assert r.app.screen.listing.row_count


async def test_what_is_unread_is_counted_in_the_index(reader, open_collection) -> None:
    async with reader(collection=open_collection) as r:
        assert "4 unread" in r.lines[0]
        await r.press("enter", "J")
        assert "2 unread" in r.lines[0]
        r.app.reread()
        await r.settle()
        assert "2 unread" in r.lines[0]
