"""Dossiers and summits as the index answers for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

import fakes
import harbours
from dateline.index.rows import DateRange, Day, Filter, Selection
from dateline.model import Office, Summit

ADA = Selection("person", "ada-quill", "Ada Quill")
TALKS = Selection("summit", "2031-04-06-port-talks", "")
APRIL = DateRange("2031-04-01", "2031-04-30")


@pytest.fixture
def collection(opened):
    return opened(harbours.state())


def test_it_counts_articles_mentions_outlets_and_days(collection) -> None:
    found = collection.dossier(ADA, None)
    assert (found.articles, found.hidden, found.mentions, found.outlets) == (2, 0, 3, 1)
    assert found.days == (Day("2031-04-05", 1), Day("2031-05-01", 1))
    assert found.selection.label == "Ada Quill"


def test_the_dates_leave_articles_out_and_count_them(collection) -> None:
    found = collection.dossier(ADA, APRIL)
    assert (found.articles, found.hidden) == (1, 1)
    assert found.days == (Day("2031-04-05", 1),)


def test_what_is_not_known_has_none(collection) -> None:
    assert collection.dossier(Selection("person", "nobody", "Nobody"), None) is None


def test_offices_and_phrases_have_the_days_of_their_articles(collection) -> None:
    office, phrase = collection.dossier(ADA, None).roles
    assert (office.words, office.kind, office.first, office.articles) == (
        *("premier, Norland", "office"),
        *("2031-04-05", 1),
    )
    assert (phrase.words, phrase.kind) == ("the Norland premier", "phrase")
    view = collection.article(phrase.article)
    assert view.text[phrase.start :].startswith("The Norland premier")


def test_an_office_told_with_and_without_its_country_is_one(opened) -> None:
    def told(text: str, date: str, *offices: Office) -> fakes.Telling:
        telling = fakes.telling(text, date)
        first, *others = telling.linked.people
        people = (replace(first, offices=offices), *others)
        return replace(telling, linked=replace(telling.linked, people=people))

    collection = opened(
        fakes.state(
            [
                told("Ada Quill spoke. Norland listened.", "2031-04-01", Office("premier", country="NL")),
                told("Ada Quill went.", "2031-05-01", Office("premier")),
                told("Ada Quill left.", "2031-06-01", Office("premier", former=True)),
            ]
        )
    )
    roles = collection.dossier(ADA, None).roles
    assert [(r.words, r.kind, r.first, r.last, r.articles) for r in roles] == [
        ("premier, Norland", "office", "2031-04-01", "2031-05-01", 2),
        ("premier", "former", "2031-06-01", "2031-06-01", 1),
    ]


def test_companions_come_with_the_articles_in_common(collection) -> None:
    found = {c.selection.label: (c.together, c.articles) for c in collection.dossier(ADA, None).companions}
    assert found["Bram Östlund"] == (1, 2)
    assert found["Harbour League"] == (2, 3)
    assert "Ada Quill" not in found


def test_rare_companions_come_before_common_ones(opened) -> None:
    texts = ["Ada Quill met Cara de Witt in Norland."] + [f"Norland has {n} harbours." for n in range(9)]
    collection = opened(fakes.state([fakes.telling(text) for text in texts]))
    labels = [c.selection.label for c in collection.dossier(ADA, None).companions]
    assert labels == ["Cara de Witt", "Norland"]


def test_sums_count_where_they_stand_in_its_sentences(collection) -> None:
    assert [(f.selection.id, f.together) for f in collection.dossier(ADA, None).figures] == [("five", 2)]
    cara = collection.dossier(Selection("person", "cara-de-witt", ""), None)
    assert [f.selection.id for f in cara.figures] == ["two"]
    bram = collection.dossier(Selection("person", "bram-östlund", ""), None)
    assert bram.articles == 2
    assert bram.figures == ()


def test_many_articles_are_sampled_and_it_says_so(opened, monkeypatch) -> None:
    monkeypatch.setattr("dateline.index.dossier.SAMPLE", 10)
    texts = [f"Ada Quill and Bram Östlund spoke {n} times." for n in range(25)]
    found = opened(fakes.state([fakes.telling(text) for text in texts])).dossier(ADA, None)
    assert (found.articles, found.sampled) == (25, 10)
    assert [(c.together, c.articles) for c in found.companions] == [(10, 25)]


def test_a_summit_has_its_company_and_the_phrases_for_it(collection) -> None:
    found = collection.dossier(TALKS, None)
    assert found.summit.kind == "talks"
    assert [actor.label for actor in found.summit.company] == ["Ada Quill", "Bram Östlund"]
    assert [role.words for role in found.roles] == ["Port talks"]
    assert found.selection.label == "Port talks, 6 Apr 2031"


def test_an_actor_has_the_summits_that_they_were_at(collection) -> None:
    assert [s.name for s in collection.dossier(ADA, None).summits] == ["Port talks"]
    assert collection.dossier(Selection("person", "cara-de-witt", ""), None).summits == ()


def test_sentences_come_by_windows_of_articles(collection) -> None:
    every = collection.evidence(ADA, None, -1)
    first = collection.sentences(ADA, None, 0, 1)
    rest = collection.sentences(ADA, None, 1, 10)
    assert [*first, *rest] == every
    assert len({sentence.article for sentence in first}) == 1
    assert collection.sentences(ADA, None, 2, 10) == []


def test_summits_are_past_announced_or_of_no_known_day(collection) -> None:
    found = collection.summits(Filter())
    assert found.keys == ("2031-04-06-port-talks", "2031-07-04-quay-dinner", "visit")
    assert (found.past, found.dated) == (1, 2)


@pytest.mark.parametrize(
    ("date", "past"),
    [
        ("2031-06-01", 1),
        ("2031-06-02", 0),
        ("2031-06", 1),
        ("2031-05-30/2031-06-09", 1),
        ("2031", 1),
        ("2032", 0),
    ],
)
def test_what_begins_after_the_newest_article_is_announced(opened, date: str, past: int) -> None:
    state = harbours.state()
    dinner = Summit("dinner", "Dinner", "meeting", None, None, date, ())
    told = state.story.articles.values()
    articles = {
        a.article: replace(a, summits=tuple(replace(s, summit=dinner) for s in a.summits[:1])) for a in told
    }
    collection = opened(replace(state, story=replace(state.story, articles=articles, summits=(dinner,))))
    assert collection.summits(Filter()).past == past


def test_summits_follow_the_dates_and_an_actor(collection) -> None:
    assert collection.summits(Filter(APRIL)).keys == ("2031-04-06-port-talks",)
    assert collection.summits(Filter(None, ADA)).keys == ("2031-04-06-port-talks",)
    assert collection.summits(Filter(None, Selection("person", "cara-de-witt", ""))).keys == ()


def test_a_summit_row_tells_where_who_and_in_how_many(collection) -> None:
    dinner, gone_is_left_out = collection.summit_rows(["2031-07-04-quay-dinner", "gone", "visit"])
    assert (dinner.name, dinner.kind, dinner.place, dinner.country) == (
        *("Quay [/] dinner", "meeting"),
        *("Quay", "Norland"),
    )
    assert [actor.label for actor in dinner.company] == ["Norland"]
    assert (dinner.articles, dinner.outlets) == (1, 1)
    assert gone_is_left_out.name == "Visit of 会議の人々"


def test_what_has_gone_from_the_story_has_gone_from_the_tables(opened) -> None:
    opened(harbours.state())
    collection = opened(fakes.state([fakes.telling("Ada Quill spoke.")]))
    found = collection.dossier(ADA, None)
    assert (found.roles, found.summits) == ((), ())
    assert collection.summits(Filter()).keys == ()
