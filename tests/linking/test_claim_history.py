"""What is told of a claim: its reports, how they agree, how many tell it, and what became of it."""

from __future__ import annotations

import pytest

from claim_stories import LEAD, article, link, money, pledged
from dateline.linking.claim_history import changed_sums, turn
from dateline.linking.sums import is_most, written
from dateline.model import Figure, Place, Ruling

BUY = "Norway will lend Kenya 1600 NOK to buy harbour cranes."
LEND = "Kenya gets 1600 NOK from Norway for new harbour cranes."
LOAN = pledged("lend money to buy harbour cranes", to="Kenya")


def told(words: str, amount: str, **more: object) -> tuple[str, Figure, object]:
    return words.replace("1600", amount), money(amount, **more), LOAN


def stages(linked: object, name: str) -> list[str]:
    """Return the stages of the reports of the claim that an article's first pledge is in."""
    claim = linked.claims[linked.pledges[name][0].claim]  # type: ignore[attr-defined]
    return [report.stage for report in claim.reports]


def test_a_claim_has_its_reports_by_date_each_with_its_sum_and_sign() -> None:
    linked = link(
        article("b", told(LEND, "220"), written="2031-03-04"),
        article("a", told(BUY, "226"), written="2031-03-03"),
        article("c", told(LEND, "226"), written="2031-03-05"),
    )
    claim = linked.claims[linked.pledges["a"][0].claim]
    assert [(r.article, r.written, r.sum, r.sign) for r in claim.reports] == [
        ("a", "2031-03-03", "NOK 226", "="),
        ("b", "2031-03-04", "NOK 220", "≈"),
        ("c", "2031-03-05", "NOK 226", "="),
    ]
    assert stages(linked, "a") == ["first", "repeated", "repeated"]
    assert (claim.sum, claim.status) == ("NOK 226", "pledged")
    assert claim.pledger is not None
    assert claim.beneficiary is not None
    assert (claim.pledger.id, claim.beneficiary.id) == ("NO", "KE")


def test_copies_and_an_outlets_updates_count_once() -> None:
    rest = " ".join(f"Crane {n} is {n * 7} metres high and was built by hand." for n in range(12))
    rows = [("The Gull", "a", BUY), ("The Gull", "b", BUY), ("The Tern", "c", BUY), ("The Rook", "d", LEND)]
    linked = link(
        *(
            article(name, told(words, "1600"), (rest if name != "d" else "Rain.", None, None), outlet=outlet)
            for outlet, name, words in rows
        )
    )
    claim = linked.claims[linked.pledges["a"][0].claim]
    assert (claim.article_count, claim.outlet_count) == (2, 2)
    assert {r.article: r.copy_of for r in claim.reports} == {"a": None, "b": "a", "c": "a", "d": None}
    assert claim.articles == ("a", "b", "c", "d")


def test_three_articles_that_quote_one_leader_are_one_speaker() -> None:
    said = pledged("lend money to buy harbour cranes", by="Ingrid Solberg", to="Kenya")
    linked = link(*(article(name, (LEND, money("1600"), said), outlet=name.upper()) for name in "abc"))
    claim = linked.claims[linked.pledges["a"][0].claim]
    assert (claim.article_count, claim.outlet_count, claim.speaker_count) == (3, 3, 1)


def test_a_later_sum_that_is_higher_raises_and_a_lower_one_cuts() -> None:
    linked = link(
        article("a", told(BUY, "1000"), written="2031-03-03"),
        article("b", told(LEND, "2000"), written="2031-04-01"),
        article("c", told(LEND, "500"), written="2031-05-01"),
    )
    assert [stages(linked, name) for name in "abc"] == [["first"], ["raised"], ["cut"]]
    first, second, third = (linked.pledges[name][0].claim for name in "abc")
    assert linked.claims[second].follows == (first,)
    assert set(linked.claims[third].follows) == {first, second}
    assert linked.claims[first].follows == ()


def test_reports_of_one_day_that_differ_are_no_change() -> None:
    linked = link(article("a", told(BUY, "1000")), article("b", told(LEND, "2000")))
    assert [stages(linked, name) for name in "ab"] == [["first"], ["first"]]
    first, second = (linked.pledges[name][0].claim for name in "ab")
    assert linked.claims[second].differs_from == (first,)
    assert linked.claims[second].follows == ()


def test_a_refusal_of_what_was_pledged_withdraws_it() -> None:
    refusal = pledged("lend money to buy harbour cranes", to="Kenya", status="refused")
    linked = link(
        article("a", told(BUY, "1600"), written="2031-03-03"),
        article("b", ("Norway will not lend Kenya money for cranes.", None, refusal), written="2031-04-01"),
    )
    assert stages(linked, "b") == ["withdrawn"]
    assert linked.claims[linked.pledges["b"][0].claim].follows == (linked.pledges["a"][0].claim,)


def test_a_refusal_of_what_nobody_pledged_is_refused_once_and_then_repeated() -> None:
    refusal = pledged("lend money to buy harbour cranes", to="Kenya", status="refused")
    linked = link(
        article("a", ("Norway will not lend Kenya money for cranes.", None, refusal)),
        article("b", ("Kenya gets no loan for cranes, Norway said.", None, refusal)),
    )
    assert stages(linked, "a") == ["refused", "repeated"]


def test_an_offer_that_is_withdrawn_stays_in_its_claim() -> None:
    linked = link(
        article("a", told(BUY, "1600"), written="2031-03-03"),
        article(
            "b",
            told("Norway withdrew its offer of 1600 NOK to Kenya for cranes.", "1600"),
            written="2031-04-01",
        ),
    )
    assert stages(linked, "a") == ["first", "withdrawn"]


def test_a_change_that_is_told_as_one_is_news_on_any_day() -> None:
    raised = told("Norway raised its pledge for harbour cranes to 1600 NOK.", "2000")
    linked = link(
        article("a", told(BUY, "1000"), written="2031-03-03"), article("b", raised, written="2031-03-04")
    )
    assert stages(linked, "b") == ["raised"]


def test_from_one_sum_to_another_the_later_one_is_pledged() -> None:
    text = "Norway raised its pledge from 1000 NOK to more than 2000 NOK; 50 NOK went to Oxfam."
    figures = [
        Figure(text.index(words), text.index(words) + len(words), words, words.split()[0], "NOK")
        for words in ("1000 NOK", "2000 NOK", "50 NOK")
    ]
    assert changed_sums(text, figures) == (figures[0], figures[1])
    assert changed_sums(text, figures[1:]) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway withdrew its generous offer of a loan.", "withdrawn"),
        ("Norway has scrapped the pledge.", "withdrawn"),
        ("Norway reneged on its promise.", "withdrawn"),
        ("Norway doubled its pledge.", "raised"),
        ("Norway has cut its contribution by half.", "cut"),
        ("Norway will withdraw its troops.", ""),
        ("Norway pledged to cut emissions.", ""),
        ("Norway did not break off talks; its offer stands.", ""),
        ("Norway repeated its offer.", ""),
    ],
)
def test_what_a_sentence_says_to_become_of_a_pledge(sentence: str, expected: str) -> None:
    assert turn(sentence) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("lend up to ", True),
        ("as much as ", True),
        ("up to an estimated ", True),
        ("add ", False),
        ("", False),
    ],
)
def test_up_to_stays_up_to(before: str, expected: bool) -> None:
    text = f"Norway will {before}1600 NOK"
    figure = Figure(len(text) - 8, len(text), "1600 NOK", "1600", "NOK")
    assert is_most(text, figure) is expected
    assert written(figure, up_to=is_most(text, figure)) == ("up to NOK 1,600" if expected else "NOK 1,600")


def test_up_to_a_sum_and_that_sum_are_one_claim_whose_label_stays_cautious() -> None:
    linked = link(
        article("a", told("Norway will lend Kenya up to 1600 NOK to buy harbour cranes.", "1600")),
        article("b", told(BUY, "1600")),
    )
    claim = linked.claims[linked.pledges["a"][0].claim]
    assert claim.up_to
    assert [(r.sum, r.sign) for r in claim.reports] == [("up to NOK 1,600", "="), ("NOK 1,600", "≈")]
    assert claim.label == "Norway → Kenya up to NOK 1,600 pledged"


def test_a_yearly_sum_is_no_report_of_one_over_years() -> None:
    linked = link(article("a", told(BUY, "1600", period="a year")), article("b", told(BUY, "1600")))
    figures = [linked.money[name][0].claim for name in "ab"]
    assert figures[0] != figures[1]
    assert linked.claims[figures[0]].yearly
    assert not linked.claims[figures[1]].yearly


def test_one_sum_in_synonyms_is_one_claim() -> None:
    one = ("Harbour cranes get funding of 1600 NOK.", money("1600"), None)
    two = ("The 1600 NOK loan pays for docks.", money("1600"), None)
    linked = link(article("a", one), article("b", two, written="2031-03-05"))
    assert linked.money["a"][0].claim == linked.money["b"][0].claim


def test_one_commitment_in_synonyms_is_one_claim() -> None:
    one = ("Rockets.", None, pledged("send rockets and troops for a truce of one month", to="Kenya"))
    two = ("Missiles.", None, pledged("dispatch missiles and soldiers for a one-month ceasefire", to="Kenya"))
    linked = link(article("a", one), article("b", two))
    assert linked.pledges["a"][0].claim == linked.pledges["b"][0].claim


@pytest.mark.parametrize("kind", ["confirmed", "wrong"])
def test_a_ruling_on_the_words_of_commitment_judges_the_pledge_alone(kind: str) -> None:
    source = article("a", (BUY, money("1600"), LOAN))
    at = LEAD.index("Oxfam. ") + len("Oxfam. ") + BUY.index("will")
    ruling = Ruling("r", kind, (Place("a", at, at + 4),))  # type: ignore[arg-type]
    linked = link(source, article("b", (LEND, money("1600"), LOAN)), rulings=(ruling,))
    assert linked.claims[linked.pledges["b"][0].claim].judged == kind
    assert linked.claims[linked.money["b"][0].claim].judged == ""


def test_a_ruling_on_a_figure_judges_the_figure_alone() -> None:
    source = article("a", (BUY, money("1600"), LOAN))
    figure = source.extraction.money[0]
    ruling = Ruling("r", "confirmed", (Place("a", figure.start, figure.end),))
    linked = link(source, rulings=(ruling,))
    assert linked.claims[linked.money["a"][0].claim].judged == "confirmed"
    assert linked.claims[linked.pledges["a"][0].claim].judged == ""
