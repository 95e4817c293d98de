"""Gatherings in short passages: what is one, of which kind, where, when and with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from found_gatherings import gatherings, only

if TYPE_CHECKING:
    from spacy.language import Language


CALLS = (
    "President Marco Sella rang the Norwegian prime minister on Tuesday to discuss gas.",
    "Prime Minister Anna Lund of Norway telephoned President Marco Sella of Italy on Tuesday.",
    "The Norwegian leader spoke by phone with President Marco Sella on Tuesday.",
    "In a 40-minute phone call on Tuesday, Prime Minister Anna Lund urged President Marco Sella to relent.",
)
VISITS_UNDER_WAY = "President Marco Sella, on a visit to Oslo, said that Italy would help."
JOURNEYS = (
    "President Marco Sella arrived in Oslo on Thursday for a two-day visit.",
    "Foreign Minister Paolo Neri landed in Oslo on Thursday.",
    "Foreign Minister Paolo Neri is due in Oslo on Thursday.",
    "President Marco Sella made a surprise trip to Oslo on Thursday.",
)
MEETINGS = (
    "President Marco Sella received Prime Minister Anna Lund at the Quirinale on Monday.",
    "President Marco Sella conferred with Prime Minister Anna Lund in Rome on Monday.",
    "Prime Minister Anna Lund sat down with President Marco Sella in Rome on Monday.",
    "Prime Minister Anna Lund had breakfast with President Marco Sella on Monday.",
)
NONE = (
    "President Marco Sella called the plan a mistake on Tuesday.",
    "Prime Minister Anna Lund rang the bell on Tuesday.",
    "The actor Paolo Neri landed in Oslo on Thursday.",
    "Prime Minister Anna Lund called off her trip to Rome on Monday.",
    "The club's players gathered in Oslo on Monday.",
)


@pytest.mark.parametrize("text", CALLS)
def test_calls_are_told_by_many_verbs(nlp: Language, text: str) -> None:
    gathering, company, when = only(nlp, text)
    assert (gathering.kind, when) == ("call", "Tuesday")
    assert "Marco Sella" in company
    assert len(company) == 2


@pytest.mark.parametrize("text", JOURNEYS)
def test_a_journey_of_one_in_office_is_a_visit_to_its_goal(nlp: Language, text: str) -> None:
    gathering, company, when = only(nlp, text)
    assert (gathering.kind, gathering.place, when) == ("visit", "Oslo", "Thursday")
    assert len(company) == 1


def test_who_speaks_on_a_visit_is_the_visitor(nlp: Language) -> None:
    gathering, company, _ = only(nlp, VISITS_UNDER_WAY)
    assert (gathering.kind, gathering.place, company) == ("visit", "Oslo", {"Marco Sella"})


def test_what_two_leaders_do_on_the_telephone_is_a_call(nlp: Language) -> None:
    gathering, company, when = only(
        nlp,
        "President Marco Sella and Prime Minister Anna Lund exchanged views on the phone on Monday.",
    )
    assert (gathering.kind, when) == ("call", "Monday")
    assert company == {"Marco Sella", "Anna Lund"}


def test_what_a_leader_tells_reporters_on_the_telephone_is_none(nlp: Language) -> None:
    assert gatherings(nlp, "President Marco Sella told reporters by telephone that Italy would pay.") == ()


@pytest.mark.parametrize("text", MEETINGS)
def test_meetings_are_told_by_many_verbs(nlp: Language, text: str) -> None:
    gathering, company, when = only(nlp, text)
    assert (gathering.kind, when) == ("meeting", "Monday")
    assert company == {"Marco Sella", "Anna Lund"}


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_gathering_of_states(nlp: Language, text: str) -> None:
    assert gatherings(nlp, text) == ()


def test_the_way_to_a_meeting_gives_its_place_and_day(nlp: Language) -> None:
    gathering, company, when = only(
        nlp, "President Marco Sella was in Oslo on Monday, when he met Prime Minister Anna Lund."
    )
    assert (gathering.kind, gathering.place, when) == ("meeting", "Oslo", "Monday")
    assert company == {"Marco Sella", "Anna Lund"}


def test_a_meal_on_the_sidelines_is_apart_from_the_summit_and_shares_its_place(nlp: Language) -> None:
    found = gatherings(
        nlp,
        "Leaders opened a summit in Venice on Monday. "
        "President Marco Sella met Prime Minister Anna Lund on the sidelines.",
    )
    assert [g.kind for g in found] == ["summit", "meeting"]
    assert {g.place for g in found} == {"Venice"}
    assert found[0].date is not None
    assert found[0].date == found[1].date


def test_counted_leaders_are_those_just_named(nlp: Language) -> None:
    _, company, _ = only(
        nlp,
        "President Marco Sella praised Prime Minister Anna Lund. The two are to meet in Rome on Friday.",
    )
    assert company == {"Marco Sella", "Anna Lund"}


def test_experts_from_several_states_meet_for_them(nlp: Language) -> None:
    gathering, _, when = only(nlp, "Border surveyors from Jordan and Syria will meet in Irbid on 2 June.")
    assert (gathering.kind, gathering.place, when) == ("meeting", "Irbid", "2 June")


def test_a_named_conference_tells_its_city(nlp: Language) -> None:
    gathering, _, when = only(nlp, "The Oslo Arctic Security Conference opened on Monday.")
    assert (gathering.kind, gathering.place, when) == ("conference", "Oslo", "Monday")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She wants to build a bridge, so that the peace talks can go on.", "the peace talks"),
        ("Nobody said that that summit would fail.", "that summit"),
        ("He said that the summit in Oslo would fail.", "the summit in Oslo"),
    ],
)
def test_a_conjunction_is_no_part_of_the_gathering_behind_it(nlp: Language, text: str, words: str) -> None:
    gathering, _, _ = only(nlp, text)
    assert [text[m.start : m.end] for m in gathering.mentions] == [words]
