"""Pledges as outlets of every kind word them: verbs that no list names, conditions afar, broken parses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


def told(nlp: Language, text: str) -> list[tuple[str | None, str]]:
    """Return who pledges in the text and with which status."""
    return [(p.pledger.name if p.pledger else None, p.status) for p in nlp(text)._.pledges]


@pytest.mark.parametrize(
    ("text", "pledger", "status"),
    [
        ("Norway will look at its fishing quotas.", "Norway", "pledged"),
        ("The World Bank will use the money to dredge the harbour.", "World Bank", "pledged"),
        ("Kenya will bring a mobile clinic to the island.", "Kenya", "pledged"),
        ("Chile will take command of the patrols.", "Chile", "pledged"),
        ("Peru is to move its customs house to the coast.", "Peru", "pledged"),
        ("“Denmark will lead one of the patrol missions,” its ambassador said.", "Denmark", "pledged"),
        ("Ghana is also sending a company of about 90 engineers.", "Ghana", "pledged"),
        ("The United Nations is giving the farmers a tractor.", "United Nations", "pledged"),
        ("Iceland is tipping $20m into the harbour fund.", "Iceland", "pledged"),
        (
            "Norway said it could lend up to $90m for the bridge once the vote is won.",
            "Norway",
            "conditional",
        ),
    ],
)
def test_any_act_of_a_state_or_a_body_commits(nlp: Language, text: str, pledger: str, status: str) -> None:
    assert told(nlp, text) == [(pledger, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway will take part in the regatta.",
        "Norwegian ministers are to take up the matter in the spring.",
        "The plan is generous and it will encourage others to give.",
        "Kenya still needs a vote to formally approve the treaty.",
        "“We look forward to working with our neighbours,” the Kenyan minister said.",
        "Unveiling the budget to parliament, the Kenyan minister said that growth was slow.",
        "Parents who refuse to pay could be fined in Norway.",
        "It is hard to answer someone who refuses to pay, Norway said.",
        "Norway will decide by June whether to close the port.",
        "Norway has not yet agreed to the limit.",
        "The move is intended to help Kenya, Norway said.",
        "We consider a rise of a tenth to be likely, Norway said.",
        "Norway's plans are on track.",
        "Shares in Chile rose on hopes that Norway would walk away or renegotiate the deal.",
        "An analyst thought it unlikely that the Bank of Norway would raise rates.",
        "Norway's minister said he would probably accept the terms.",
        "The Norwegian police backed the cards as they would help the border guards.",
        "The Tories say the Lib Dems would make drivers pay more.",
        "Norway offers its guests a clear choice.",
        "The government of Norway opted out of the treaty to fight crime.",
    ],
)
def test_what_promises_nothing(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Chile has threatened to take the shipyard to court if the ferries are not repaired.",
            "if the ferries are not repaired",
        ),
        (
            "Norway is ready to take measures in the months to come if the catch doesn't recover.",
            "if the catch doesn't recover",
        ),
        (
            "Her message to both armies: if either of them fires, Norway will freeze its aid.",
            "if either of them fires",
        ),
    ],
)
def test_a_condition_binds_from_afar(nlp: Language, text: str, condition: str) -> None:
    (found,) = nlp(text)._.pledges
    assert (found.status, found.condition) == ("conditional", condition)


def test_what_is_asked_or_told_is_no_condition(nlp: Language) -> None:
    text = "Norway will ask the courts to decide if the ferry may sail."
    assert told(nlp, text) == [("Norway", "pledged")]


def test_a_promise_to_leave_something_undone_is_a_pledge(nlp: Language) -> None:
    assert told(nlp, "“Norway will not raise the toll,” its minister promised.") == [("Norway", "pledged")]
    assert told(nlp, "“Norway will not raise the toll,” its minister said.") == [("Norway", "refused")]


@pytest.mark.parametrize(
    ("text", "pledger"),
    [
        ("Rich nations and neighbours of Chad showed their willingness to support it.", "Rich nations"),
        ("Norway and Chile are doubling down on their commitment to a clean ocean.", "Norway"),
        ("The Kenyan army declared its commitment to the ceasefire.", "Kenyan"),
        ("Norway and Chile firmed up plans to drain the marsh.", "Norway"),
        ("Officials noted Norway's £40m pledge to the harbour fund.", "Norway"),
        ("OSLO (Agency) – Norway's allies pledged 40 tractors.", "Norway's allies"),
        ("Kenya and Chad, the largest growers of the bean, pledged to lower the duty.", "Kenya"),
        ("Kenya had agreed with the Chadian finance minister Idris Mahamat to open the canal.", "Kenya"),
        ("The final communique commits nine countries to spend more on schools.", "nine countries"),
        ("Norway is reportedly planning to pledge €50m.", "Norway"),
        ("Last year Nyala Digital agreed to buy the mine.", "Nyala Digital"),
        ("The tool maker Norlock Ltd (NRL.O) agreed to sell itself to a fund.", "Norlock Ltd"),
        ("The Liberal Democrats are promising to raise the threshold.", "Liberal Democrats"),
        ("Norway has bought the mine, but plans to close it.", "Norway"),
        ("Chile and Norway are speeding up plans to put up a dam.", "Chile"),
        ("The move follows Norway's announcement in May that 90 posts would be cut.", "Norway"),
        ("Anna Dahl said: “We will be asking the courts to renew the order.", "Anna Dahl"),
        (
            "The European Union, faced with a drought in Chad, launched an aid plan worth €70m.",
            "European Union",
        ),
        ("Lawyers expect some findings to go against Chile, which has vowed to ignore them.", "Chile"),
        ("The World Bank met on Monday. Its members will between them give €30m.", "World Bank"),
        ("Oslo University is open. Critics of the government say it has announced a levy.", "government"),
    ],
)
def test_who_commits(nlp: Language, text: str, pledger: str) -> None:
    assert [who for who, _ in told(nlp, text)] == [pledger]


def test_a_list_of_three_is_no_pair(nlp: Language) -> None:
    text = (
        "Norway and Kenya have signed. Rebels there are backed by Peru, Chile and Ghana. "
        "The two countries agreed to patrol the strait."
    )
    assert told(nlp, text) == [("Norway", "pledged")]


def test_givers_follow_one_another(nlp: Language) -> None:
    doc = nlp(
        "Japan pledged about US$500 million, followed by Norway US$360 million and Chile US$40 million."
    )
    given = [
        (p.pledger.name, [str(doc._.money[k].amount) for k in p.money]) for p in doc._.pledges if p.pledger
    ]
    assert given == [("Japan", ["500000000"]), ("Norway", ["360000000"]), ("Chile", ["40000000"])]


def test_a_refusal_of_two_things_is_one(nlp: Language) -> None:
    text = "Norway has resisted pressure from some allies to cap the quota, or to close its ports."
    assert told(nlp, text) == [("Norway", "refused")]


def test_one_speaker_goes_on_in_the_next_paragraph(nlp: Language) -> None:
    text = (
        'Norwegian minister Anna Dahl told the house: "I will ask you to renew this order in the spring.\n\n'
        '"And we will review the toll." The order is old. On Friday, Judge Lund said: "It is void."'
    )
    assert told(nlp, text) == [("Anna Dahl", "pledged"), ("Anna Dahl", "pledged")]


def test_a_bill_is_not_who_speaks_of_it(nlp: Language) -> None:
    text = "The Fishing Alliance has read the bill. “The bill is short. It will support the ports,” it said."
    assert ("Fishing Alliance", "pledged") not in told(nlp, text)
