"""Who is at a gathering by lists of those who attend, lead or address it; whose journeys are one visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from found_gatherings import gatherings, only

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "company"),
    [
        (
            "The Prime Minister of Slovenia, Alenka Kral, and the Minister of Defence, Roman Dale, "
            "attended a donor conference on aid to Chad.",
            {"Alenka Kral", "Roman Dale"},
        ),
        (
            "Tuesday's meeting on Palestinian reform is being hosted by British Prime Minister Anna Lund. "
            "Also due to attend are US Secretary of State Ida Vale and UN Secretary General Otto Brandt.",
            {"Anna Lund", "Ida Vale", "Otto Brandt"},
        ),
        (
            "Prime Minister Anna Lund opened the summit in Oslo. "
            "Those attending included President Marco Sella of Italy and Chancellor Ida Vale.",
            {"Anna Lund", "Marco Sella", "Ida Vale"},
        ),
        (
            "Prime Minister Anna Lund opened the summit in Oslo. President Marco Sella took part too.",
            {"Anna Lund", "Marco Sella"},
        ),
        (
            "The Vienna meeting, co-chaired by Secretary of State Paul Harmon and Foreign Minister Igor "
            "Petrov, ended on Tuesday.",
            {"Paul Harmon", "Igor Petrov"},
        ),
        (
            "Secretary-General Otto Brandt will attend the conference in Paris, along with U.S. Secretary of "
            "State Paul Harmon and EU foreign policy chief Ida Vale.",
            {"Otto Brandt", "Paul Harmon", "Ida Vale"},
        ),
        (
            "Opening the two-day Nairobi Climate Conference, Kenyan President Anna Mutua told delegates that "
            "it was late. Germany's environment minister, Ida Vale, told participants that she agreed.",
            {"Anna Mutua", "Ida Vale"},
        ),
        ("Delegates from Iran and Saudi Arabia took part in the talks in Geneva.", {"Iran", "Saudi Arabia"}),
        (
            "The talks, mediated by Norwegian Foreign Minister Otto Brandt, resumed in Geneva.",
            {"Otto Brandt"},
        ),
        (
            "President Marco Sella was to meet Iran's most powerful figure, Supreme Leader Otto Brandt, "
            "later in the day.",
            {"Marco Sella", "Otto Brandt"},
        ),
    ],
)
def test_those_who_are_listed_are_there(nlp: Language, text: str, company: set[str]) -> None:
    assert only(nlp, text)[1] == company


@pytest.mark.parametrize(
    "behind",
    [
        "President Marco Sella of Italy did not attend.",
        "President Marco Sella of Italy would have attended.",
        "As a boy Marco Sella attended school in Rome.",
        "Those attending included a friend of Marco Sella.",
    ],
)
def test_who_is_told_of_behind_a_summit_is_not_always_there(nlp: Language, behind: str) -> None:
    assert only(nlp, f"Prime Minister Anna Lund opened the summit in Oslo. {behind}")[1] == {"Anna Lund"}


def test_visits_of_two_people_to_one_city_are_two(nlp: Language) -> None:
    found = gatherings(
        nlp,
        "The minister said on Saturday during a visit to Tehran by Chinese President Li Wen that all was "
        "settled. Russian President Igor Petrov visited Tehran in November.",
    )
    companies = [{p.name for p in visit.participants} for visit in found]
    assert [company & {"Li Wen", "Igor Petrov"} for company in companies] == [{"Li Wen"}, {"Igor Petrov"}]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        (
            "Prime Minister Anna Lund is back from her peace mission to the Middle East.",
            "visit",
            "Middle East",
        ),
        ("The pact comes before the G20 Hangzhou summit in September.", "summit", "Hangzhou"),
        ("President Marco Sella left the summit early owing to a storm in Oslo.", "summit", None),
        ("King Olav was at the signing ceremony, attended by 55 heads of state.", "meeting", None),
    ],
)
def test_what_is_a_gathering_and_where(nlp: Language, text: str, kind: str, place: str | None) -> None:
    found, _, _ = only(nlp, text)
    assert (found.kind, found.place) == (kind, place)


@pytest.mark.parametrize(
    "text",
    [
        "Norway sent 200 soldiers on a mission to Mali, said Prime Minister Anna Lund.",
        "The prize ceremony was attended by King Olav.",
        "The concert, attended by King Olav, was a success.",
        "The talks, mediated by a lawyer, Ida Vale, failed.",
        "The firm's boss, Ida Vale, spoke at a conference in Paris on shopping.",
    ],
)
def test_what_is_none_of_states(nlp: Language, text: str) -> None:
    assert gatherings(nlp, text) == ()


def test_a_conference_abroad_is_one_of_states_in_news_of_several(nlp: Language) -> None:
    text = (
        "A conference in Paris aimed at an end of the crisis has closed. French President Luc Moreau and "
        "U.S. Secretary of State Paul Harmon welcomed the outcome."
    )
    assert [g.place for g in gatherings(nlp, text)] == ["Paris"]


def test_the_day_on_which_somebody_speaks_during_a_visit_is_its_day(nlp: Language) -> None:
    _, _, when = only(
        nlp,
        "President Marco Sella said on Saturday during a visit to Tehran by King Olav that it was settled.",
    )
    assert when == "Saturday"
