"""Names that a search may go on with."""

from __future__ import annotations

import pytest

from dateline.index.query import QueryError, parse
from dateline.reader.completing import WORDS, Begun, Offer, begun, completed, offers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("person:va", Begun("person", "va", 7)),
        ("cranes -Person:Va", Begun("person", "Va", 15)),
        ('person:"ida v', Begun("person", "ida v", 7)),
        ("source:", Begun("source", "", 7)),
        ("has:p", Begun("has", "p", 4)),
    ],
)
def test_a_name_is_begun(text: str, name: Begun) -> None:
    assert begun(text) == name


@pytest.mark.parametrize(
    "text",
    ["", "vale", "person:vale ", 'person:"ida vale"', "from:2031", "aperson:va", '"a person:va', "x:y"],
)
def test_nothing_is_begun(text: str) -> None:
    assert begun(text) is None


def test_a_name_takes_the_place_of_its_letters_in_quotes_where_it_needs_them() -> None:
    assert completed("cranes org:uni", Begun("org", "uni", 11), Offer("Harbour Union")) == (
        'cranes org:"Harbour Union" '
    )
    assert completed("country:k", Begun("country", "k", 8), Offer("Kenya")) == "country:Kenya "
    assert completed("org:", Begun("org", "", 4), Offer('The "Quay"')) == 'org:"The Quay" '


@pytest.mark.parametrize("key", WORDS)
def test_the_words_that_are_offered_are_those_that_a_search_takes(key: str) -> None:
    for word in WORDS[key]:
        assert parse(f"{key}:{word}")
    with pytest.raises(QueryError) as refused:
        parse(f"{key}:nothing")
    assert str(refused.value).endswith(f"with {', '.join(WORDS[key])}") or key == "is"


def test_what_is_offered(invented) -> None:
    collection = invented.collection()

    def names(text: str) -> list[str]:
        name = begun(text)
        assert name is not None
        return [offer.name for offer in offers(collection, name)]

    assert names("person:va") == ["Ida Vale"]
    assert names("person:Ida") == ["Ida Vale"]
    assert names("org:") == ["Harbour Union"]
    assert names("has:") == ["pledge", "sum", "summit", "date", "note", "bookmark"]
    assert names("has:su") == ["sum", "summit"]
    assert names("has:summit") == []
    assert names("source:mor") == ["Morning Ledger"]
    assert names("source:led") == ["Morning Ledger"]
    assert names("summit:li") == ["Lima talks"]


async def test_the_key_takes_the_name_and_then_the_next_one(reader) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.type("person:a")
        offered = [offer.name for offer in r.app.screen.offers.offers]
        assert len(offered) > 1
        assert all(name in r.inside("search-offers")[0] for name in offered)
        await r.press("right")
        assert r.app.screen.input.value == f'person:"{offered[0]}" '
        await r.press("right")
        assert r.app.screen.input.value == f'person:"{offered[1]}" '
        await r.type("cranes")
        assert r.app.screen.input.value == f'person:"{offered[1]}" cranes'
        assert not r.inside("search-offers")[0]


async def test_names_that_do_not_fit_are_hinted_at(reader) -> None:
    async with reader(size=(40, 20)) as r:
        await r.press("slash")
        await r.type("person:a")
        assert r.inside("search-offers")[0].endswith(" …")
        await r.press("right", "right")
        assert r.app.screen.offers.offers[1].name in r.inside("search-offers")[0]


async def test_within_the_text_the_key_moves_the_cursor(reader) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.type("person:a")
        await r.press("home", "right", "right")
        assert r.app.screen.input.cursor_position == 2
        assert r.app.screen.input.value == "person:a"


async def test_without_a_name_the_key_moves_the_cursor(reader) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.type("vale")
        await r.press("left", "right")
        assert r.app.screen.input.cursor_position == 4
        assert r.app.screen.input.value == "vale"


async def test_a_name_can_be_clicked(reader) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.type("person:a")
        second = r.app.screen.offers.offers[1].name
        place = r.inside("search-offers")[0].index(second)
        await r.pilot.click(r.app.screen.offers, offset=(place, 0))
        await r.settle()
        assert r.app.screen.input.value == f'person:"{second}" '


async def test_the_key_can_be_changed(reader) -> None:
    from dateline.reader.settings import Settings

    async with reader(settings=Settings(keys={"box-complete": "ctrl+n"})) as r:
        await r.press("slash")
        await r.type("country:ke")
        assert " ^n Kenya" in r.text
        await r.press("right")
        assert r.app.screen.input.value == "country:ke"
        await r.press("ctrl+n")
        assert r.app.screen.input.value == "country:Kenya "


async def test_an_empty_search_tells_what_can_be_typed(reader) -> None:
    async with reader(size=(80, 24)) as r:
        await r.press("slash")
        assert "who is mentioned" in r.text
        assert "money>" in r.text
        await r.press("enter")
        assert r.app.screen is not r.main


async def test_sentences_of_one_article_stand_below_one_date(reader) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.type("vale")
        listed = r.app.screen.listing
        assert len(listed.values) > len({sentence.article for sentence in listed.values})
        heads = [line for line in r.text.splitlines() if "2 Apr 2031 The Quay" in line]
        assert len(heads) == 1
