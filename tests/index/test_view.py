"""An article as it is opened: text, mentions, sidebar, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import fakes
from dateline.index.labels import short_date
from dateline.index.rows import DateRange, Selection
from dateline.model import Claim

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.index.collection import Collection
    from dateline.index.state import State

ONE = "Ada Quill met Bram Östlund at the Port talks. Ada Quill promised €5m to the Harbour League. It is €5m."
TWO = "Norland gave €5m, others €5.1m. Bram Östlund smiled at Ada Quill."
THREE = "€5m again, said Ada Quill."
SENTENCE = "Ada Quill promised €5m to the Harbour League."

FIRST = fakes.telling(
    ONE, "2031-04-05", claims={"€5m": "five"}, pledges=[fakes.pledge(ONE, SENTENCE, "promised", "harbour")]
)
SECOND = fakes.telling(TWO, "2031-04-07", claims={"€5m": "five", "€5.1m": "more"}, title="Other harbours")
THIRD = fakes.telling(THREE, "2031-05-01", claims={"€5m": "five"}, basis="inferred")
CLAIMS = [
    Claim("five", "figure", "€5 million", (FIRST.id, SECOND.id, THIRD.id), close_to=("more",)),
    Claim("more", "figure", "€5.1m", (SECOND.id,), close_to=("five",)),
    Claim("harbour", "pledge", "NL → Harbour League €5m pledged", (FIRST.id,)),
]
ADA = Selection("person", "ada-quill", "Ada Quill")


@pytest.fixture
def collection(opened: Callable[[State], Collection]) -> Collection:
    return opened(fakes.state([FIRST, SECOND, THIRD], CLAIMS))


def test_an_article_comes_with_all_that_its_pane_shows(collection: Collection) -> None:
    view = collection.article(THIRD.id)
    assert view is not None
    assert (view.article, view.title, view.title_basis) == (THIRD.id, "€5m again, said Ada Quill", "derived")
    assert (view.date, view.date_basis, view.date_evidence) == (
        "2031-05-01",
        "inferred",
        ("It was on 5 April.",),
    )
    assert (view.text, view.words, view.furniture) == (THREE, 5, ("Read more",))
    assert (view.outlet, view.paths) == (None, ("/a/002.txt",))
    assert collection.article("0" * 64) is None


def test_mentions_are_the_words_that_they_say(collection: Collection) -> None:
    mentions = collection.mentions(FIRST.id)
    assert [(ONE[m.start : m.end], m.kind, m.selection.kind) for m in mentions] == [
        ("Ada Quill", "name", "person"),
        ("Bram Östlund", "name", "person"),
        ("Port talks", "summit", "summit"),
        (SENTENCE, "pledge", "pledge"),
        ("Ada Quill", "name", "person"),
        ("€5m", "figure", "figure"),
        ("Harbour League", "name", "organization"),
        ("€5m", "figure", "figure"),
    ]


def test_mentions_of_one_selection_do_not_overlap(opened: Callable[[State], Collection]) -> None:
    text = "Ada Quill of Norland spoke."
    telling = fakes.telling(text)
    (ada,) = telling.linked.people
    twice = fakes.replace(ada, mentions=(*fakes.mentions(text, "Ada Quill", "Quill"), *ada.mentions))
    telling = fakes.replace(telling, linked=fakes.replace(telling.linked, people=(twice,)))
    collection = opened(fakes.state([telling]))
    people = [m for m in collection.mentions(telling.id) if m.selection == ADA]
    assert [(m.start, m.end) for m in people] == [(0, 9)]
    assert [row.here for row in collection.sidebar(telling.id, None) if row.selection == ADA] == [1]


def test_the_sidebar_groups_and_orders(collection: Collection) -> None:
    rows = collection.sidebar(FIRST.id, None)
    assert [(r.selection.kind, r.selection.label, r.here, r.elsewhere, r.note) for r in rows] == [
        ("person", "Ada Quill", 2, 2, ""),
        ("person", "Bram Östlund", 1, 1, ""),
        ("organization", "Harbour League", 1, 0, ""),
        ("summit", "Port talks", 1, 0, "6 Apr"),
        ("figure", "€5m", 2, 2, "= in 3 articles, ≈ €5.1m in 1"),
        ("pledge", "NL → Harbour League €5m", 1, 0, "pledged"),
    ]


def test_the_sidebar_counts_what_the_dates_hide(collection: Collection) -> None:
    def counts(id_: str, first: str, last: str) -> list[tuple[int, int]]:
        rows = collection.sidebar(id_, DateRange(first, last))
        return [(r.elsewhere, r.hidden) for r in rows if r.selection == ADA]

    assert counts(FIRST.id, "2031-04-01", "2031-04-30") == [(1, 1)]
    assert counts(THIRD.id, "2031-04-01", "2031-04-30") == [
        (2, 0)
    ]  # itself hidden, it counts on neither side
    assert counts(SECOND.id, "2031-06-01", "2031-06-30") == [(0, 2)]


def test_a_figure_is_selected_alike_however_an_article_words_it(collection: Collection) -> None:
    here = [r.selection for r in collection.sidebar(FIRST.id, None) if r.selection.kind == "figure"]
    there = [m.selection for m in collection.mentions(SECOND.id) if m.selection.id == "five"]
    assert here == there
    assert [s.label for s in (*here, *there)] == ["€5m", "€5 million"]


def test_evidence_is_the_sentences_by_date(collection: Collection) -> None:
    found = collection.evidence(ADA, None)
    assert [(e.article, e.sentence) for e in found] == [
        (FIRST.id, "Ada Quill met Bram Östlund at the Port talks."),
        (FIRST.id, SENTENCE),
        (SECOND.id, "Bram Östlund smiled at Ada Quill."),
        (THIRD.id, THREE),
    ]
    texts = {FIRST.id: ONE, SECOND.id: TWO, THIRD.id: THREE}
    for e in found:
        assert texts[e.article][e.start : e.start + len(e.sentence)] == e.sentence
        assert [e.sentence[a:b] for a, b in e.hits] == ["Ada Quill"]
    assert (found[3].date, found[3].date_basis, found[2].title) == (
        "2031-05-01",
        "inferred",
        "Other harbours",
    )


def test_evidence_keeps_to_dates_and_limit(collection: Collection) -> None:
    april = DateRange("2031-04-06", "2031-04-30")
    assert [e.article for e in collection.evidence(ADA, april)] == [SECOND.id]
    assert len(collection.evidence(ADA, None, limit=3)) == 3
    assert len(collection.evidence(ADA, None, limit=-1)) == 4
    assert collection.evidence(ADA, None, limit=0) == []
    assert collection.evidence(Selection("person", "nobody", ""), None) == []


def test_the_evidence_of_a_pledge_points_at_its_words(collection: Collection) -> None:
    (e,) = collection.evidence(Selection("pledge", "harbour", ""), None)
    assert (e.sentence, [e.sentence[a:b] for a, b in e.hits]) == (SENTENCE, ["promised"])


def test_a_line_break_in_a_sentence_moves_no_offset(opened: Callable[[State], Collection]) -> None:
    telling = fakes.telling("It was\nAda Quill.")
    (e,) = opened(fakes.state([telling])).evidence(ADA, None)
    assert e.sentence == "It was Ada Quill."
    assert [e.sentence[a:b] for a, b in e.hits] == ["Ada Quill"]


def test_a_sentence_comes_without_the_space_around_it(opened: Callable[[State], Collection]) -> None:
    telling = fakes.telling("Nobody spoke.\n\n Ada Quill left. \n\nNobody stayed.")
    state = fakes.replace(
        fakes.state([telling]), texts={telling.id: (telling.article, ((0, 13), (13, 34), (34, 48)))}
    )
    (e,) = opened(state).evidence(ADA, None)
    assert (e.sentence, e.start, e.hits) == ("Ada Quill left.", 16, ((0, 9),))


def test_an_article_without_sentences_gives_its_paragraphs(opened: Callable[[State], Collection]) -> None:
    telling = fakes.telling("First\n\nthen Ada Quill")
    state = fakes.state([telling])
    state = fakes.replace(state, texts={telling.id: (telling.article, ())})
    (e,) = opened(state).evidence(ADA, None)
    assert (e.sentence, e.start) == ("then Ada Quill", 7)


@pytest.mark.parametrize(
    ("iso", "year", "expected"),
    [
        ("2031-04-06", None, "6 Apr 2031"),
        ("2031-04-06", "2031", "6 Apr"),
        ("2031-04-06", "2030", "6 Apr 2031"),
        ("2031-04", "2031", "Apr"),
        ("2031", "2031", "2031"),
        ("2031-04-01/2031-04-03", "2031", "1–3 Apr"),
        ("2031-03-30/2031-04-02", None, "30 Mar – 2 Apr 2031"),
        ("2031-12-30/2032-01-02", "2032", "30 Dec 2031 – 2 Jan"),
        ("soon", None, "soon"),
        ("2031-99-01", None, "2031-99-01"),
    ],
)
def test_short_dates(iso: str, year: str | None, expected: str) -> None:
    assert short_date(iso, year) == expected
