"""What passages say of gatherings together: which phrases mean one, when and where it was, who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from found_gatherings import gatherings, only

if TYPE_CHECKING:
    from spacy.language import Language


def test_talks_with_many_on_the_margins_belong_to_the_larger_gathering(nlp: Language) -> None:
    gathering, company, _ = only(
        nlp,
        "President Marco Sella had discussions with a number of world leaders on the margins of "
        "the funeral of King Olav.",
    )
    assert (gathering.kind, company) == ("funeral", {"Marco Sella"})


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "It comes two days after a clash between the French leader and the Polish premier.",
            "two days after",
        ),
        ("Later in the day, the leaders are due to host a meeting with their allies.", "Later in the day"),
        (
            "He recalled the spring of 1994, when talks between President Marco Sella and King Olav failed.",
            "1994",
        ),
        ("Norway hopes to strike a deal at a June summit.", "June"),
    ],
)
def test_the_day_that_stands_before_a_gathering(nlp: Language, text: str, date: str) -> None:
    _, _, when = only(nlp, text)
    assert when == date


def test_what_is_under_way_is_not_the_summit_of_a_month_to_come(nlp: Language) -> None:
    found = gatherings(
        nlp,
        "The leaders hope to strike a deal at a June summit. "
        "President Marco Sella is meeting the French president to talk about gas.",
    )
    assert [g.kind for g in found] == ["summit", "meeting"]


def test_leaders_meet_where_the_parse_has_lost_them(nlp: Language) -> None:
    gathering, _, _ = only(
        nlp, "Norway must do more to keep itself safe as world leaders met in Riga to discuss gas."
    )
    assert (gathering.kind, gathering.place) == ("meeting", "Riga")


def test_a_pronoun_in_the_clause_in_front_is_who_follows(nlp: Language) -> None:
    _, company, when = only(
        nlp,
        "Prime Minister Anna Lund is in Riga. On 1 March, after he had met King Olav in private, "
        "President Marco Sella said that Italy would help.",
    )
    assert (company, when) == ({"Marco Sella", "King Olav"}, "1 March")


def test_a_call_in_which_a_leader_speaks_isonly(nlp: Language) -> None:
    gathering, _, _ = only(nlp, "It followed a phone call in which the prime minister praised the plan.")
    assert gathering.kind == "call"


def test_whom_a_breakfast_brought_together_took_part(nlp: Language) -> None:
    found = gatherings(
        nlp,
        "The deal came out of a breakfast on the sidelines of the IMF annual meetings that brought together "
        "Finance Minister Paolo Neri of Italy and the Norwegian minister Anna Lund.",
    )
    assert [g.kind for g in found] == ["meeting", "conference"]
    assert {p.name for p in found[0].participants} == {"Paolo Neri", "Anna Lund"}


def test_they_who_were_called_leaders_hold_a_meeting_of_states(nlp: Language) -> None:
    gathering, _, when = only(
        nlp, "European leaders are in Riga. They will hold a virtual meeting on Monday."
    )
    assert (gathering.kind, when) == ("meeting", "Monday")


def test_talks_with_many_are_not_the_call_of_two(nlp: Language) -> None:
    found = gatherings(
        nlp,
        "President Marco Sella and Prime Minister Anna Lund spoke by phone on Monday. The call between the "
        "two leaders lasted an hour. In her talks with European leaders, Lund praised the plan.",
    )
    assert [(g.kind, len(g.mentions)) for g in found] == [("call", 2), ("talks", 1)]


def test_a_virtual_meeting_is_not_the_one_in_a_city(nlp: Language) -> None:
    found = gatherings(
        nlp,
        "Leaders of the G7 held a virtual meeting on Monday. The meeting in Riga of foreign ministers is due "
        "on Friday.",
    )
    assert [g.place for g in found] == [None, "Riga"]


def test_leaders_who_clash_in_a_house_have_met(nlp: Language) -> None:
    gathering, company, _ = only(
        nlp, "Prime Minister Anna Lund clashed with President Marco Sella at the White House on Friday."
    )
    assert (gathering.kind, gathering.place) == ("meeting", "White House")
    assert company == {"Anna Lund", "Marco Sella"}
    assert gatherings(nlp, "Prime Minister Anna Lund clashed with President Marco Sella over gas.") == ()


def test_the_day_on_which_a_summit_ends_is_not_its_day(nlp: Language) -> None:
    _, _, when = only(nlp, "Leaders opened the summit in Riga. The summit ends on Thursday.")
    assert when is None


def test_a_visit_to_a_country_is_that_to_its_city(nlp: Language) -> None:
    gathering, _, _ = only(
        nlp,
        "President Marco Sella began a visit to Britain on Monday. It is his first official visit to London.",
    )
    assert (gathering.kind, len(gathering.mentions)) == ("visit", 2)


@pytest.mark.parametrize(
    ("head", "city"),
    [
        ("GENEVA (Harbour Press) -", "Geneva"),
        ("OSAKA —", "Osaka"),
        ("Geneva (AP) --", "Geneva"),
        ("NATO –", None),
    ],
)
def test_the_dateline_is_the_place_of_the_story(nlp: Language, head: str, city: str | None) -> None:
    found = gatherings(nlp, f"Deal on rivers\n\n{head} Leaders opened a peace summit on Monday.")
    assert [g.place for g in found] == [city]


def test_the_city_that_is_not_named_again_is_that_of_the_dateline(nlp: Language) -> None:
    gathering, _, _ = only(
        nlp,
        "GENEVA (Harbour Press) - It took two days of negotiations in the Swiss city.",
    )
    assert (gathering.kind, gathering.place) == ("talks", "Geneva")


def test_two_leaders_who_meet_at_a_summit_meet_apart_from_it(nlp: Language) -> None:
    found = gatherings(
        nlp,
        "President Marco Sella and Prime Minister Anna Lund opened the G20 summit in Osaka on Friday. "
        "The two leaders are due to meet on Saturday.",
    )
    assert [(g.kind, len(g.participants)) for g in found] == [("summit", 2), ("meeting", 2)]


def test_the_visit_for_talks_is_one_event(nlp: Language) -> None:
    gathering, company, _ = only(
        nlp, "President Marco Sella will visit Berlin on Monday for talks with Chancellor Lena Vogt."
    )
    assert (gathering.kind, gathering.place, company) == ("visit", "Berlin", {"Marco Sella", "Lena Vogt"})


def test_sides_meet_where_they_fail_to_agree(nlp: Language) -> None:
    gathering, _, _ = only(nlp, "The foreign ministers failed to agree at a meeting in Cairo.")
    assert (gathering.kind, gathering.place) == ("meeting", "Cairo")


@pytest.mark.parametrize(
    "text",
    [
        "“It works,” said Prime Minister Anna Lund, after a meeting with President Marco Sella.",
        "After a meeting with President Marco Sella, Prime Minister Anna Lund said that it works.",
        "Prime Minister Anna Lund is locked in talks with President Marco Sella.",
    ],
)
def test_who_acts_after_a_meeting_was_there(nlp: Language, text: str) -> None:
    _, company, _ = only(nlp, text)
    assert company == {"Anna Lund", "Marco Sella"}


def test_who_tells_how_a_summit_was_took_part(nlp: Language) -> None:
    _, company, _ = only(
        nlp,
        "A summit opened in Riga on Monday. Prime Minister Anna Lund said the summit had seen much progress.",
    )
    assert company == {"Anna Lund"}


def test_who_stands_for_a_body_at_a_conference_is_there(nlp: Language) -> None:
    _, company, _ = only(
        nlp, "Foreign Minister Paolo Neri will represent the G8 at the international conference in Jakarta."
    )
    assert company == {"Paolo Neri"}


def test_one_who_is_received_by_another_meets_him(nlp: Language) -> None:
    gathering, company, when = only(
        nlp, "Prime Minister Anna Lund was received by King Olav at the Summer Palace on Monday."
    )
    assert (gathering.kind, gathering.place, when) == ("meeting", "Summer Palace", "Monday")
    assert company == {"Anna Lund", "King Olav"}


def test_the_call_is_the_one_told_of(nlp: Language) -> None:
    gathering, _, _ = only(
        nlp,
        "President Marco Sella rang the Norwegian prime minister on Tuesday. In the call he promised gas.",
    )
    assert (gathering.kind, len(gathering.mentions)) == ("call", 2)
    assert gatherings(nlp, "President Marco Sella answered the call.") == ()


def test_a_relative_clause_tells_where_talks_were_held(nlp: Language) -> None:
    gathering, company, when = only(
        nlp, "The minister praised the talks that Chad and Niger held in Doha last week."
    )
    assert (gathering.kind, gathering.place, when) == ("talks", "Doha", "last week")
    assert company == {"Chad", "Niger"}


def test_a_round_before_or_after_is_a_gathering_of_its_own(nlp: Language) -> None:
    found = gatherings(
        nlp,
        "Chad and Niger opened peace talks in Doha on Monday. The first round was held in Cairo in January.",
    )
    assert [g.place for g in found] == ["Doha", "Cairo"]


def test_two_who_shook_hands_meet_again(nlp: Language) -> None:
    gathering, company, _ = only(
        nlp,
        "Prime Minister Idris Mahama of Chad and his counterpart from Niger, Aissa Oumarou, shook hands and "
        "will meet again in Niamey on 2 April.",
    )
    assert (gathering.kind, gathering.place) == ("meeting", "Niamey")
    assert company == {"Idris Mahama", "Aissa Oumarou"}


def test_a_port_is_part_of_the_name_of_a_city(nlp: Language) -> None:
    gathering, _, _ = only(nlp, "President Marco Sella will visit Port Moresby on Thursday.")
    assert gathering.place == "Port Moresby"


def test_a_text_may_break_off_anywhere(nlp: Language) -> None:
    passage = (
        "After a meeting with King Olav, the premier left the summit. Leaving the G8 summit, she said in the "
        "call that the talks that Chad and Niger held in Doha came two days after a clash with"
    )
    pieces = [passage[:k] for k, letter in enumerate(passage) if letter == " "]
    pieces += [
        "At talks",
        "At the summit",
        "After a meeting with him",
        "The talks hosted",
        "The talks were led",
    ]
    pieces += [
        "The meeting in Oslo, attended",
        "The summit, along",
        "The G20 Hangzhou summit",
        "met the head,",
    ]
    assert all(isinstance(doc._.gatherings, tuple) for doc in nlp.pipe(pieces))


def test_business_leaders_do_not_meet_for_states(nlp: Language) -> None:
    assert gatherings(nlp, "Business leaders from both countries held a forum in Tacna last week.") == ()


def test_a_summit_that_was_held_elsewhere_keeps_its_place_and_year(nlp: Language) -> None:
    gathering, _, when = only(nlp, "The last summit, held in La Paz in 2025, broke up without a word.")
    assert (gathering.place, when) == ("La Paz", "2025")


def test_a_call_has_no_place(nlp: Language) -> None:
    gathering, _, _ = only(
        nlp, "President Marco Sella spoke by phone to King Olav on Monday in Oslo, his office said."
    )
    assert (gathering.kind, gathering.place) == ("call", None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("King Faris made a three-day visit to Chad. The two-day visit to Chad was cut short.", 2),
        ("King Faris is in Chad on a two-day visit. The two-day visit to Chad ends on Friday.", 1),
        ("President Otto Brandt held talks with King Faris in Oslo over a working lunch.", 1),
        ("President Otto Brandt may hold bilateral talks with Chad.", 0),
        ("President Otto Brandt should not hold peace talks with Chad.", 0),
        ("President Otto Brandt will hold bilateral talks with Chad.", 1),
        ("President Otto Brandt spoke of his talks with King Faris in Oslo and a meeting with Queen Ida.", 2),
        ("The ministers agreed that they would meet in Oslo on 4 May.", 1),
    ],
)
def test_gatherings_are_told_apart(nlp: Language, text: str, number: int) -> None:
    assert len(gatherings(nlp, text)) == number


def test_a_day_behind_said_is_that_of_the_saying(nlp: Language) -> None:
    text = "Peace talks opened in Oslo on Friday. The minister said on Saturday the Oslo talks must go on."
    (gathering,) = gatherings(nlp, text)
    assert len(gathering.mentions) == 2


def test_the_short_form_in_brackets_does_not_cut_a_name(nlp: Language) -> None:
    text = "Oslo is host to the 12th Association of Southeast Asian Nations (ASEAN) Leaders' Summit in May."
    (gathering,) = gatherings(nlp, text)
    assert gathering.mentions[0].text.startswith("the 12th Association")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The palace announced the visit of King Faris to Oslo on Thursday.", None),
        ("King Faris paid a visit to Oslo on Thursday.", "Thursday"),
    ],
)
def test_the_day_of_announcing_is_not_that_of_the_visit(nlp: Language, text: str, day: str | None) -> None:
    assert only(nlp, text)[2] == day


def test_what_was_last_month_is_not_what_is_to_come(nlp: Language) -> None:
    text = "President Otto Brandt will make a visit to Oslo in May. Mr Brandt visited Oslo last month."
    assert [gathering.kind for gathering in gatherings(nlp, text)] == ["visit", "visit"]
