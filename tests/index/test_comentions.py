"""Who is mentioned together, as the index counts it."""

from __future__ import annotations

import pytest

import fakes
import harbours
from dateline.index.dossier_rows import Comentions
from dateline.index.rows import DateRange, Selection

ADA = Selection("person", "ada-quill", "Ada Quill")
BRAM = Selection("person", "bram-östlund", "Bram Östlund")
CARA = Selection("person", "cara-de-witt", "Cara de Witt")
NORLAND = Selection("country", "NL", "Norland")
LEAGUE = Selection("organization", "harbour-league", "Harbour League")
APRIL = DateRange("2031-04-01", "2031-04-30")


@pytest.fixture
def collection(opened):
    return opened(harbours.state())


def told(found: Comentions) -> dict[frozenset[str], int]:
    names = [actor.selection.label for actor in found.actors]
    return {frozenset((names[tie.one], names[tie.other])): tie.together for tie in found.ties}


def test_it_counts_the_articles_of_each_and_of_both(collection) -> None:
    found = collection.comentions(None)
    counts = {actor.selection.label: actor.together for actor in found.actors}
    assert counts == {"Ada Quill": 2, "Bram Östlund": 2, "Harbour League": 3, "Norland": 3, "Cara de Witt": 1}
    assert told(found)[frozenset(("Ada Quill", "Harbour League"))] == 2
    assert told(found)[frozenset(("Norland", "Cara de Witt"))] == 1
    assert frozenset(("Ada Quill", "Cara de Witt")) not in told(found)


def test_those_of_most_articles_come_first(collection) -> None:
    found = collection.comentions(None, limit=2)
    assert {actor.selection.label for actor in found.actors} == {"Harbour League", "Norland"}


def test_the_dates_leave_articles_out(collection) -> None:
    found = collection.comentions(APRIL)
    counts = {actor.selection.label: (actor.together, actor.articles) for actor in found.actors}
    assert counts["Ada Quill"] == (1, 2)
    assert "Cara de Witt" not in counts
    assert told(found)[frozenset(("Ada Quill", "Harbour League"))] == 1
    assert collection.comentions(DateRange("2030-01-01", "2030-01-02")) == Comentions()


def test_people_alone(collection) -> None:
    found = collection.comentions(None, kinds=("person",))
    assert {actor.selection for actor in found.actors} == {ADA, BRAM, CARA}
    assert told(found) == {frozenset(("Ada Quill", "Bram Östlund")): 1}


def test_the_focus_comes_first_and_then_its_company(collection) -> None:
    found = collection.comentions(None, focus=CARA, limit=2)
    assert [actor.selection for actor in found.actors] == [CARA, NORLAND]


def test_a_focus_of_another_kind_is_kept(collection) -> None:
    found = collection.comentions(None, kinds=("person",), focus=NORLAND)
    assert found.actors[0].selection == NORLAND
    assert frozenset(("Norland", "Cara de Witt")) in told(found)


def test_a_focus_that_is_not_known_changes_nothing(collection) -> None:
    nobody = Selection("person", "nobody", "Nobody")
    assert {actor.selection for actor in collection.comentions(None, focus=nobody).actors} == {
        actor.selection for actor in collection.comentions(None).actors
    }


def test_an_empty_collection_has_none(opened) -> None:
    assert opened(fakes.state([], [])).comentions(None) == Comentions()


def test_the_sentences_that_mention_both_with_both_lit_up(collection) -> None:
    (later, earlier) = collection.together(ADA, LEAGUE, None)
    assert (later.date, earlier.date) == ("2031-05-01", "2031-04-05")
    assert earlier.sentence == "Ada Quill pledged €5m to the Harbour League at the Port talks."
    assert [earlier.sentence[a:b] for a, b in earlier.hits] == ["Ada Quill", "Harbour League"]
    view = collection.article(earlier.article)
    assert view.text[earlier.start :].startswith(earlier.sentence)


def test_the_dates_and_the_limit_hold_for_sentences(collection) -> None:
    assert [e.date for e in collection.together(ADA, LEAGUE, APRIL)] == ["2031-04-05"]
    assert [e.date for e in collection.together(ADA, LEAGUE, None, 1)] == ["2031-05-01"]


def test_without_a_sentence_of_both_those_of_one_article_are_told(collection) -> None:
    found = collection.together(BRAM, LEAGUE, APRIL, 1)
    assert "Harbour League" in found[0].sentence
    apart = collection.together(Selection("person", "ada-quill", ""), BRAM, None)
    assert {e.article for e in apart} == {apart[0].article}
    assert any("Ada Quill" in e.sentence for e in apart)
    assert any("Bram Östlund" in e.sentence for e in apart)


def test_who_never_meets_has_no_sentence(collection) -> None:
    assert collection.together(ADA, CARA, None) == []
    assert collection.together(ADA, Selection("person", "nobody", "Nobody"), None) == []
