"""Searching the texts, and finding actors by a few letters."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fakes
from dateline.index.collection import Collection, QueryError
from dateline.index.rows import DateRange, Day, Filter, Selection
from dateline.index.search import Unfolding, offsets, parse
from dateline.model import Claim
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dateline.index.state import State

ONE = fakes.telling(
    "Ada Quill spoke of export finance. Missiles were not named. Finance comes before export."
)
TWO = fakes.telling("Wałęsa’s café exports straße signs. The ﬁnance of missiles is new.", "2031-04-09")
THREE = fakes.telling("Bram Östlund waited. He waited long.", "2031-04-09", title="A missile for nobody")


@pytest.fixture
def collection(opened: Callable[[State], Collection]) -> Collection:
    return opened(fakes.state([ONE, TWO, THREE]))


def hits(collection: Collection, query: str, dates: DateRange | None = None) -> list[list[str]]:
    return [[e.sentence[a:b] for a, b in e.hits] for e in collection.search(query, dates)]


def articles(collection: Collection, query: str) -> set[str]:
    return {e.article for e in collection.search(query, None)}


def test_all_words_have_to_be_there(collection: Collection) -> None:
    assert articles(collection, "missiles finance") == {ONE.id, TWO.id}
    assert articles(collection, "missiles quill") == {ONE.id}
    assert articles(collection, "missiles quill waited") == set()


def test_a_phrase_is_found_as_it_stands(collection: Collection) -> None:
    assert hits(collection, '"export finance"') == [["export finance"]]
    assert articles(collection, '"finance export"') == set()
    assert articles(collection, "“export finance” quill") == {ONE.id}


def test_the_last_word_may_go_on(collection: Collection) -> None:
    assert hits(collection, "missil") == [["Missiles"], ["missiles"], []]
    assert articles(collection, "missil finance") == set()  # not the last one
    assert articles(collection, "missil ") == set()  # a space ends it
    assert articles(collection, '"missil"') == set()


def test_accents_case_and_typography_do_not_count(collection: Collection) -> None:
    assert hits(collection, "walesa's") == [["Wałęsa’s"]]
    assert hits(collection, "CAFE ") == [["café"]]
    assert hits(collection, "strasse ") == [["straße"]]
    assert ["ﬁnance", "missiles"] in hits(collection, "finance missiles")


def test_an_article_shows_its_sentences_with_most_of_the_words(collection: Collection) -> None:
    found = [e.sentence for e in collection.search("export finance", None) if e.article == ONE.id]
    assert found == ["Ada Quill spoke of export finance.", "Finance comes before export."]
    found = [e.sentence for e in collection.search("quill finance", None) if e.article == ONE.id]
    assert found == ["Ada Quill spoke of export finance."]


def test_a_headline_that_is_not_in_the_text_is_searched_too(collection: Collection) -> None:
    (e,) = collection.search("nobody", None)
    assert (e.article, e.sentence, e.hits) == (THREE.id, "Bram Östlund waited.", ())
    (line,) = collection.headlines(
        Filter(only=Selection("search", "nobody", "")), "2031-04-09", 0, 9, Selection("search", "nobody", "")
    )
    assert line.hits == 1


def test_dates_and_limit_narrow_a_search(collection: Collection) -> None:
    assert hits(collection, "missiles", DateRange("2031-04-06", "2031-04-30")) == [["missiles"]]
    assert len(collection.search("missiles", None, limit=1)) == 1


def test_a_search_can_be_selected_like_an_actor(collection: Collection) -> None:
    search = Selection("search", "waited", "waited")
    assert collection.days(Filter(only=search)) == [Day("2031-04-09", 1)]
    assert collection.hidden(Filter(only=search)) == 2
    lines = collection.headlines(Filter(), "2031-04-09", 0, 9, search)
    assert [(line.article, line.hits) for line in lines] == [(TWO.id, 0), (THREE.id, 2)]
    assert collection.evidence(search, None) == collection.search("waited", None)
    assert [THREE.article.text[a:b] for a, b in collection.found_in(THREE.id, "waited")] == ["waited"] * 2


def test_a_search_sees_what_another_process_writes(
    collection: Collection, store: Callable[[State], None]
) -> None:
    assert articles(collection, "waited") == {THREE.id}
    new = fakes.telling("They waited too.", "2031-04-11")
    store(fakes.state([ONE, TWO, new]))
    assert articles(collection, "waited") == {new.id}


def test_many_searches_in_a_row_do_not_mix(collection: Collection) -> None:
    for _ in range(2):
        for query, count in (
            ("missil", 3),
            ("waited", 1),
            ("quill", 1),
            ("export", 2),
            ("signs", 1),
            ("new", 1),
        ):
            days = collection.days(Filter(only=Selection("search", query, "")))
            assert sum(day.count for day in days) == count


@pytest.mark.parametrize("query", ["", "  ", "-- !", '"', '"abc', 'a "b" "', "x" * 600, '""'])
def test_what_cannot_be_read_is_said_in_words(collection: Collection, query: str) -> None:
    with pytest.raises(QueryError, match=r"[a-z]{4}"):
        collection.search(query, None)
    with pytest.raises(QueryError):
        collection.days(Filter(only=Selection("search", query, "")))


@pytest.mark.parametrize(
    "query",
    [
        "zig OR zag",
        "NOT zig",
        "NEAR(zig zag)",
        "text:zig",
        "z*",
        "^zig",
        "{zig zag}",
        "zig' OR 1=1 --",
        "\x00zig",
    ],
)
def test_no_query_is_syntax(collection: Collection, query: str) -> None:
    assert collection.search(query, None) == []
    assert collection.failure is None


def test_any_text_is_searched_or_refused(roots: list[Path], store: Callable[[State], None]) -> None:
    store(fakes.state([ONE, TWO, THREE]))
    collection = Collection.open(roots)

    @settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.text(max_size=30))
    def search(query: str) -> None:
        with contextlib.suppress(QueryError):
            collection.search(query, None)
        assert collection.failure is None

    search()


WORDS = st.lists(
    st.sampled_from(["ab", "Ab’s", "abc", "é", "e\u0301", "5%", "b-c", "ß", "_", "¡x!", "…"]), max_size=6
)


def test_an_article_is_found_where_its_words_are_and_only_then(
    roots: list[Path], store: Callable[[State], None]
) -> None:
    """Full-text index and highlighting have to agree on what a word is."""

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(WORDS, WORDS, st.booleans())
    def check(text: list[str], query: list[str], phrase: bool) -> None:
        telling = fakes.telling("- " + " ".join(text))
        store(fakes.state([telling]))
        collection = Collection.open(roots)
        asked = '"{}"'.format(" ".join(query)) if phrase else " ".join(query)
        with contextlib.suppress(QueryError):
            terms = parse(asked).terms
            found = bool(collection.search(asked, None))
            assert collection.failure is None
            assert found == all(offsets((term,), telling.article.text) for term in terms)
        collection.close()

    check()


@given(st.text(alphabet=st.sampled_from("aß ﬁ’Ł½éx\u0301İ—"), max_size=30), st.data())
def test_folded_offsets_lead_back_to_their_characters(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded)))
    end = data.draw(st.integers(start, len(folded)))
    original = Unfolding(text)
    if start < end:
        a, b = original.start(start), original.end(end)
        assert folded[start:end] in fold(text[a:b])
        assert len(fold(text[a:b])) <= end - start + 4  # no more than what the outer characters unfold to


class TestFind:
    @pytest.fixture
    def collection(self, opened: Callable[[State], Collection]) -> Collection:
        tellings = [
            fakes.telling("Ada Quill met Bram Östlund at the Port talks in Norland."),
            fakes.telling("Bram Östlund met Cara de Witt of the Harbour League.", "2031-04-06"),
            fakes.telling("Bram Östlund went home.", "2031-04-07"),
        ]
        return opened(fakes.state(tellings))

    @pytest.mark.parametrize(
        ("letters", "first"),
        [
            ("ada", "Ada Quill"),
            ("ostl", "Bram Östlund"),
            ("ÖSTLUND", "Bram Östlund"),
            ("wit", "Cara de Witt"),
            ("östlund br", "Bram Östlund"),
            ("cdw", "Cara de Witt"),
            ("adq", "Ada Quill"),
            ("ostlundt", "Bram Östlund"),
            ("qiull", "Ada Quill"),
            ("lund", "Bram Östlund"),
        ],
    )
    def test_letters_find_a_person(self, collection: Collection, letters: str, first: str) -> None:
        assert collection.find(letters)[0].selection.label == first

    def test_without_letters_the_most_mentioned_come_first(self, collection: Collection) -> None:
        found = collection.find("")
        assert [(f.selection.label, f.articles) for f in found] == [
            ("Bram Östlund", 3),
            ("Ada Quill", 1),
            ("Cara de Witt", 1),
        ]
        assert len(collection.find("", limit=2)) == 2

    def test_the_alias_that_fitted_is_shown(self, collection: Collection) -> None:
        (found,) = collection.find("norland prime")
        assert (found.selection.label, found.alias) == ("Ada Quill", "Norland Prime Minister")
        assert collection.find("ada quill")[0].alias is None

    def test_kinds_are_kept_apart(self, collection: Collection) -> None:
        assert collection.find("norland", ("country",))[0].selection == Selection("country", "NL", "")
        assert [f.selection.kind for f in collection.find("", ("organization", "summit"))] == [
            "organization",
            "summit",
        ]
        (summit,) = collection.find("port", ("summit",))
        assert summit.selection.label == "Port talks, 6 Apr 2031"

    def test_letters_that_fit_nothing_find_nothing(self, collection: Collection) -> None:
        assert collection.find("zzzz") == []
        assert collection.find("%_'\"") == []

    def test_good_fits_are_not_followed_by_poor_ones(self, collection: Collection) -> None:
        assert [f.selection.label for f in collection.find("ada")] == ["Ada Quill"]

    def test_it_sees_new_names(self, collection: Collection, store: Callable[[State], None]) -> None:
        assert collection.find("ada")
        store(fakes.state([fakes.telling("Cara de Witt spoke.")]))
        assert collection.find("ada") == []
        assert collection.find("cara")[0].articles == 1


class TestOperators:
    @pytest.fixture
    def told(self) -> dict[str, fakes.Telling]:
        promised = "Norland will build a harbour for €5m. Ada Quill waited."
        first = promised.split(".", maxsplit=1)[0] + "."
        return {
            "ada": fakes.telling("It rained. Ada Quill spoke of tides."),
            "bram": fakes.telling("Bram Östlund spoke at the Port talks.", "2031-04-09"),
            "sum": fakes.telling(
                promised,
                "2031-05-02",
                claims={"€5m": "five"},
                pledges=[fakes.pledge(promised, first, "will build", "five")],
            ),
        }

    @pytest.fixture
    def collection(self, told: dict[str, fakes.Telling], opened: Callable[[State], Collection]) -> Collection:
        sourced = replace(told["bram"], article=replace(told["bram"].article, outlet="The Evening Tide"))
        claims = [Claim("five", "pledge", "five", (told["sum"].id,))]
        return opened(fakes.state([told["ada"], sourced, told["sum"]], claims))

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("person:quill", "ada sum"),
            ('person:"Norland Prime Minister"', "ada sum"),
            ("person:qui", "ada sum"),
            ("country:NL", "sum"),
            ("country:norlandic", "sum"),
            ("summit:talks", "bram"),
            ("source:tide", "bram"),
            ('source:"evening tide"', "bram"),
            ("-source:tide", "ada sum"),
            ("spoke person:quill", "ada"),
            ("spoke -person:quill", "bram"),
            ("spoke -tides", "bram"),
            ('-"spoke of"', "bram sum"),
            ("-spoke", "sum"),
            ("from:2031-04-09", "bram sum"),
            ("to:2031-04", "ada bram"),
            ("from:2031-04-06 to:2031-04-30", "bram"),
            ("has:pledge", "sum"),
            ("has:sum", "sum"),
            ("has:summit", "bram"),
            ("-has:sum", "ada bram"),
            ("has:date", "ada bram sum"),
            ("money>=€1 money<2", "sum"),
            ("money>1", ""),
            ("money=$1", ""),
            ("person:quill from:2031-05 has:sum harbour", "sum"),
        ],
    )
    def test_they_find(
        self, collection: Collection, told: dict[str, fakes.Telling], query: str, found: str
    ) -> None:
        assert articles(collection, query) == {told[name].id for name in found.split()}
        shown = collection.days(Filter(only=Selection("search", query, "")))
        assert sum(day.count for day in shown) == len(found.split())

    @pytest.mark.parametrize(
        ("query", "marked"),
        [
            ("person:quill has:summit", []),
            ("person:quill to:2031-04", [["Ada Quill"]]),
            ("has:pledge", [["will build"]]),
            ("has:sum", [["€5m"]]),
            ("money>0", [["€5m"]]),
            ("source:tide", [[]]),
            ("quill to:2031-04 person:ada", [["Ada Quill"]]),
            ("waited has:pledge", [["will build"], ["waited"]]),
        ],
    )
    def test_the_sentences_are_those_that_they_are_about(
        self, collection: Collection, query: str, marked: list[list[str]]
    ) -> None:
        assert hits(collection, query) == marked

    def test_what_they_are_about_is_marked_in_the_article(
        self, collection: Collection, told: dict[str, fakes.Telling]
    ) -> None:
        text = told["ada"].article.text
        found = collection.found_in(told["ada"].id, "person:quill tides")
        assert [text[a:b] for a, b in found] == ["Ada Quill", "tides"]
        search = Selection("search", "person:quill tides", "")
        (line,) = collection.headlines(Filter(), "2031-04-05", 0, 9, search)
        assert line.hits == 2

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("is:read", "ada sum"),
            ("is:unread", "bram"),
            ("-is:read", "bram"),
            ("spoke is:read", "ada"),
            ("has:note", "bram"),
            ("has:bookmark", ""),
            ("-has:mark is:read from:2031-05", "sum"),
            ('"spoke at" -has:note', ""),
        ],
    )
    def test_marks_of_the_reader_count(
        self, collection: Collection, told: dict[str, fakes.Telling], query: str, found: str
    ) -> None:
        marks = {
            "read": frozenset({told["ada"].id, told["sum"].id, "elsewhere"}),
            "bookmark": frozenset[str](),
        }
        marks["note"] = frozenset({told["bram"].id})
        collection.marks = marks.__getitem__
        assert articles(collection, query) == {told[name].id for name in found.split()}
        assert collection.search_size(query, None) == len(found.split())

    def test_a_mark_that_is_new_is_seen(self, collection: Collection, told: dict[str, fakes.Telling]) -> None:
        marks = {"read": frozenset[str]()}
        collection.marks = marks.__getitem__
        assert articles(collection, "is:read") == set()
        marks["read"] = frozenset({told["ada"].id})
        assert articles(collection, "is:read") == {told["ada"].id}

    @pytest.mark.parametrize(
        ("query", "says"),
        [("person:quilt", "Ada Quill"), ("source:nowhere", "no article"), ("-org:zzz", "no such")],
    )
    def test_a_name_that_nobody_has_is_told(self, collection: Collection, query: str, says: str) -> None:
        with pytest.raises(QueryError, match=says):
            collection.search(query, None)
        collection.days(Filter(only=Selection("search", query, "")))  # one selected before still opens


SYNTAX = "\" ' ) ( * ; NEAR( AND OR -- % 'a' x:y DROP spoke -spoke"
ASKED = (
    "person:ada -person:o' country:) source:% from:2031 to:2031-04 has:sum -has:summit money>1 money<€5m"
    ' org:"a\'b" summit:"'
)
QUERIES = st.lists(st.sampled_from([*SYNTAX.split(), *ASKED.split()]), max_size=7)


def test_no_mixture_of_operators_is_syntax(roots: list[Path], store: Callable[[State], None]) -> None:
    store(fakes.state([ONE, TWO, THREE]))
    collection = Collection.open(roots)

    @settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
    @given(QUERIES)
    def search(pieces: list[str]) -> None:
        query = " ".join(pieces)
        with contextlib.suppress(QueryError):
            collection.search(query, None)
        assert collection.failure is None
        with contextlib.suppress(QueryError):
            found = collection.evidence(Selection("search", query, ""), None)
            for sentence in found:
                assert all(0 <= a < b <= len(sentence.sentence) for a, b in sentence.hits)
        assert collection.failure is None

    search()
