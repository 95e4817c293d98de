"""Pledges in the wordings of news: gifts without a verb, conditions, refusals, what other sentences add."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from dateline.model import Pledge


def find(nlp: Language, text: str) -> tuple[Pledge, ...]:
    """Return the pledges of a text."""
    return tuple(nlp(text)._.pledges)


def only(nlp: Language, text: str) -> Pledge:
    """Return the one pledge of the text."""
    found = find(nlp, text)
    assert len(found) == 1, [(p.rule, p.action) for p in found]
    return found[0]


def gifts(nlp: Language, text: str) -> list[tuple[str, list[str]]]:
    """Return who pledges in the text, each with the figures."""
    doc = nlp(text)
    return [(p.pledger.name, [doc._.money[k].text for k in p.money]) for p in doc._.pledges if p.pledger]


def test_a_group_goes_by_its_name_and_not_by_the_question_about_it(nlp: Language) -> None:
    text = (
        "Which countries will join the patrol the minister did not say, but he promised that those"
        " with a navy would now plan with real urgency."
    )
    pledger = only(nlp, text).pledger
    assert pledger is not None
    assert pledger.name == "countries"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Germany pledged €50m, France €30m and Italy €10m for the relief effort.",
            [("Germany", ["€50m"]), ("France", ["€30m"]), ("Italy", ["€10m"])],
        ),
        (
            "The World Bank approved a $200m credit for Ghana and the IMF a $300m loan.",
            [("World Bank", ["$200m"]), ("IMF", ["$300m"])],
        ),
        (
            "Donors pledged $2.4bn at the conference, including €500m from Germany and $400m from Japan.",
            [("Donors", ["$2.4bn"]), ("Germany", ["€500m"]), ("Japan", ["$400m"])],
        ),
        (
            "Germany is to give 30 million doses and France another 30 million.",
            [("Germany", []), ("France", [])],
        ),
        (
            "France will give $150m. Britain will give $90m. Italy has promised $20m.",
            [("France", ["$150m"]), ("Britain", ["$90m"]), ("Italy", ["$20m"])],
        ),
    ],
)
def test_each_giver_has_the_gift_that_is_his(
    nlp: Language, text: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert gifts(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "pledger", "status"),
    [
        ("Norway has set aside 300m kroner for refugees from Sudan.", "Norway", "pledged"),
        ("Ecuador was promised $40m in emergency loans by Peru.", "Peru", "pledged"),
        ("The IMF executive board approved a $1.3bn loan programme for Zambia.", "IMF", "pledged"),
        ("Labour's manifesto promises 10,000 more police officers.", "Labour", "pledged"),
        ("The Bavarian government has promised to hire 500 nurses.", "Bavarian government", "pledged"),
        ("A promise by Norway to pay Guyana $250m for its forests has been kept.", "Norway", "pledged"),
        ("India reiterated its commitment to net zero by 2070.", "India", "pledged"),
        ("Under the deal, China, to which Zambia owes $4bn, will stretch repayments.", "China", "pledged"),
        ("Germany will take 31,000 refugees.", "Germany", "pledged"),
        ("Member states will receive €6,000 for each case, the EU said.", "EU", "pledged"),
        ("South Korea is weighing whether to supply howitzers to Poland.", "South Korea", "proposed"),
        ("The World Bank has offered $1bn in budget support.", "World Bank", "proposed"),
        ("The G7 offered Ukraine $50bn in loans.", "G7", "pledged"),
        ("“We are not going to send tanks,” Denmark said.", "Denmark", "refused"),
        ("Russia said it would not allow inspectors into the country.", "Russia", "refused"),
        (
            "Turkey has refused to ratify the accord until the suspects are released.",
            "Turkey",
            "conditional",
        ),
        (
            "Austria blocked the deal, saying it would only agree if the rules were tightened.",
            "Austria",
            "conditional",
        ),
        ("If the truce is broken, Norway warned, the US will impose sanctions.", "US", "conditional"),
        ("China vowed countermeasures should Washington go ahead with a levy.", "China", "conditional"),
        ("France said it would veto any bid for the company.", "France", "conditional"),
    ],
)
def test_wordings(nlp: Language, text: str, pledger: str, status: str) -> None:
    found = only(nlp, text)
    assert found.pledger is not None
    assert (found.pledger.name, found.status) == (pledger, status)


@pytest.mark.parametrize(
    "text",
    [
        "Rwanda denied that it had promised to withdraw its troops.",
        "Sweden said a deal would have given Norway the chance of a fresh start.",
        "Norway refused to give details of the talks.",
        "Poland has yet to say how many refugees it will accept.",
        "Sweden accused Norway of offering loans to the rebels.",
    ],
)
def test_what_is_denied_unreal_or_only_told_is_no_pledge(nlp: Language, text: str) -> None:
    assert find(nlp, text) == ()


def test_a_refusal_beside_a_promise_is_a_pledge_of_its_own(nlp: Language) -> None:
    found = find(nlp, "Sweden will sell the doses but will not share its technology.")
    assert [p.status for p in found] == ["pledged", "refused"]


def test_what_is_pledged_not_to_be_done_says_so(nlp: Language) -> None:
    found = only(nlp, "Labour has pledged that it will not raise income tax.")
    assert (found.status, found.action) == ("pledged", "not raise income tax")


def test_a_later_sentence_tells_what_a_plan_costs(nlp: Language) -> None:
    doc = nlp(
        "Norway backed a plan to freeze the debts of Kenya. The plan would save the country £3bn a year."
    )
    (found,) = doc._.pledges
    assert [doc._.money[k].amount for k in found.money] == ["3000000000"]


def test_a_gift_that_names_nobody_is_for_whom_the_others_are(nlp: Language) -> None:
    found = find(nlp, "Norway will lend Kenya €80m. The food is cheap there. The World Bank will add $1bn.")
    assert [p.beneficiary.name for p in found if p.beneficiary] == ["Kenya", "Kenya"]


@pytest.mark.parametrize(
    ("text", "beneficiary"),
    [
        ("Norway will guarantee $500m in Tunisian bonds.", "Tunisian"),
        ("Peru agreed to study the problems faced by farmers.", "farmers"),
        ("Norway promised that no aid would be taken from Chad.", "Chad"),
        ("Norway offered to pay for a factory in Senegal.", "Senegal"),
        ("Norway will give $90m to the Amazon fund.", "Amazon fund"),
    ],
)
def test_who_gains_by_place_need_and_fund(nlp: Language, text: str, beneficiary: str) -> None:
    found = only(nlp, text)
    assert found.beneficiary is not None
    assert found.beneficiary.name == beneficiary


def test_who_speaks_at_the_end_gains_nothing(nlp: Language) -> None:
    found = only(nlp, "Norway will extend the loans, said Per Haug, a governor of the Bank of Kenya.")
    assert found.beneficiary is None
