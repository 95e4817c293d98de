"""The ledger: lines, filters, orders, totals, and a claim with its reports."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

import fakes
from claim_stories import article, link, money, pledged
from dateline.index.rows import DateRange, LedgerFilter, LedgerOrder, Selection
from dateline.index.state import Held, SeenFile, Stamp, State
from dateline.model import Actor, LinkedArticle, Place, Ruling, Story

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.index.collection import Collection
    from dateline.index.rows import LedgerKey, LedgerRow, Total
    from dateline.model import Source

    Open = Callable[[State], Collection]

CRANES = pledged("lend money to buy harbour cranes", to="Kenya")
BUY = "Norway will lend Kenya {} to buy harbour cranes."
LEND = "Kenya gets {} from Norway for new harbour cranes."
OAKS = pledged("plant a million oak trees", by="Ingrid Solberg")
ROADS = pledged("build roads in the south")
ACTORS = (
    Actor("country", "NO", "Norway"),
    Actor("country", "KE", "Kenya"),
    Actor("person", "ingrid-solberg", "Ingrid Solberg"),
)
NORWAY = Selection("country", "NO", "Norway")
ALL = LedgerFilter()


def crane(name: str, amount: str, words: str = BUY, **more: object) -> Source:
    """Return an article that tells of a loan for cranes."""
    figure = money(amount)
    return article(name, (words.format(figure.text), figure, CRANES), **more)  # type: ignore[arg-type]


def oaks(name: str, status: str = "proposed", **more: object) -> Source:
    return article(name, ("Solberg would plant oaks.", None, replace(OAKS, status=status)), **more)  # type: ignore[arg-type]


def told(*sources: Source, rulings: tuple[Ruling, ...] = ()) -> State:
    """Return what a run would store of articles with their claims."""
    linked = link(*sources, rulings=rulings)
    articles = {
        s.article.id: LinkedArticle(
            s.article.id,
            s.modified,
            "declared",
            money=linked.money[s.article.id],
            pledges=linked.pledges[s.article.id],
        )
        for s in sources
    }
    files = {
        f"/a/{s.article.id}.txt": SeenFile(Stamp(1, 2), (Held(s.article.id, None, s.modified),))
        for s in sources
    }
    texts = {s.article.id: (s.article, s.extraction.sentences) for s in sources}
    story = Story(articles, ACTORS, (), linked.claims)
    return State(files, (), texts, story, fakes.VERSIONS, complete=True)


def whats(collection: Collection, filter: LedgerFilter = ALL, order: LedgerOrder | None = None) -> list[str]:
    rows = collection.ledger(filter, order or LedgerOrder())
    assert collection.ledger_size(filter) == len(rows)
    return [row.what for row in rows]


def the_row(collection: Collection, filter: LedgerFilter = ALL) -> LedgerRow:
    (row,) = collection.ledger(filter, LedgerOrder())
    return row


def the_total(collection: Collection, filter: LedgerFilter = ALL) -> Total:
    (total,) = collection.totals(filter)
    return total


def test_a_line_tells_all_of_a_claim(opened: Open) -> None:
    sources = [
        crane("a", "226", outlet="The Gull", written="2031-03-03"),
        crane("b", "220", words=LEND, outlet="The Tern", written="2031-03-04"),
    ]
    row = the_row(opened(told(*sources)))
    assert (row.first, row.last, row.what) == ("2031-03-03", "2031-03-04", "NOK 226")
    assert row.pledger is not None
    assert (row.pledger.name, row.pledger.selection) == ("Norway", NORWAY)
    assert row.beneficiary is not None
    assert row.beneficiary.name == "Kenya"
    assert (row.amount, row.amount_to, row.currency, row.yearly, row.up_to) == (
        "226",
        None,
        "NOK",
        False,
        False,
    )
    assert (row.status, row.stage, row.articles, row.outlets) == ("pledged", "first", 2, 2)
    assert row.signs == "= 1 · ≈ 1"
    assert row.selection.kind == "pledge"


def test_a_claim_shows_its_reports_with_their_sentences(opened: Open) -> None:
    sources = [crane("a", "226"), crane("b", "220", words=LEND, written="2031-03-04")]
    collection = opened(told(*sources))
    view = collection.claim(the_row(collection).selection.id)
    assert view is not None
    assert view.row == the_row(collection)
    assert [(r.article, r.date, r.sum, r.sign, r.stage) for r in view.reports] == [
        ("a", "2031-03-03", "NOK 226", "=", "first"),
        ("b", "2031-03-04", "NOK 220", "≈", "repeated"),
    ]
    for report in view.reports:
        ((start, end),) = report.hits
        assert report.sentence[start:end] == report.wording
    assert view.reports[0].sentence == BUY.format("226 NOK")
    assert view.reports[0].wording == "will"
    assert collection.claim("nothing") is None


def test_claims_that_differ_stand_beside_each_other(opened: Open) -> None:
    collection = opened(told(crane("a", "1000"), crane("b", "2000", words=LEND)))
    view = collection.claim(collection.ledger(ALL, LedgerOrder())[0].selection.id)
    assert view is not None
    assert [(r.sum, r.sign) for r in view.reports] == [("NOK 1,000", "="), ("NOK 2,000", "≠")]
    assert view.row.signs == "= 1 · ≠ 1"
    assert [selection.label for selection in view.differs_from] == ["Norway → Kenya NOK 2,000 pledged"]
    assert view.reports[1].claim == view.differs_from[0]


def test_a_claim_leads_to_what_became_of_it(opened: Open) -> None:
    collection = opened(told(crane("a", "1000"), crane("b", "2000", words=LEND, written="2031-04-01")))
    first, second = collection.ledger(ALL, LedgerOrder())
    assert (first.stage, second.stage) == ("raised", "raised")
    before, after = collection.claim(first.selection.id), collection.claim(second.selection.id)
    assert before is not None
    assert after is not None
    assert (before.follows, before.followed_by) == ((), (second.selection,))
    assert (after.follows, after.followed_by) == ((first.selection,), ())
    assert [report.stage for report in after.reports] == ["first", "raised"]


def test_figures_are_listed_where_several_articles_tell_them(opened: Open) -> None:
    fee = ("A fee of 1637 NOK is due.", money("1637"), None)
    prize = ("A prize of 50 SEK went to a farmer.", money("50", "SEK"), None)
    collection = opened(told(article("a", fee, prize), article("b", fee)))
    assert whats(collection) == ["NOK 1,637"]
    assert sorted(whats(collection, LedgerFilter(kind="figure"))) == ["NOK 1,637", "SEK 50"]
    assert whats(collection, LedgerFilter(kind="pledge")) == []
    view = collection.claim(the_row(collection).selection.id)
    assert view is not None
    assert [report.wording for report in view.reports] == ["1637 NOK", "1637 NOK"]


def test_a_sum_that_a_pledge_tells_all_of_is_listed_once(opened: Open) -> None:
    told_by = ("Kenya has 1637 NOK.", money("1637"), None)
    both = opened(told(crane("a", "1637"), crane("b", "1637", words=LEND)))
    assert [row.selection.kind for row in both.ledger(ALL, LedgerOrder())] == ["pledge"]
    three = opened(told(crane("a", "1637"), crane("b", "1637", words=LEND), article("c", told_by)))
    assert {row.selection.kind for row in three.ledger(ALL, LedgerOrder())} == {"pledge", "figure"}


@pytest.fixture
def ledger(opened: Open) -> Collection:
    sources = [
        crane("a", "1000", written="2031-03-03"),
        oaks("b", written="2031-03-10"),
        article("c", ("The 70 SEK pays for roads.", money("70", "SEK"), ROADS), written="2031-04-01"),
        crane("d", "1000", words=LEND, written="2031-05-01"),
    ]
    return opened(told(*sources))


@pytest.mark.parametrize(
    ("filter", "expected"),
    [
        (ALL, ["NOK 1,000", "plant a million oak trees", "SEK 70"]),
        (LedgerFilter(actor=NORWAY), ["NOK 1,000", "SEK 70"]),
        (LedgerFilter(actor=Selection("person", "ingrid-solberg", "")), ["plant a million oak trees"]),
        (LedgerFilter(actor=Selection("person", "nobody", "")), []),
        (LedgerFilter(status="proposed"), ["plant a million oak trees"]),
        (LedgerFilter(dates=DateRange("2031-03-05", "2031-04-01")), ["plant a million oak trees", "SEK 70"]),
        (LedgerFilter(dates=DateRange("2031-04-15", "2031-06-01")), ["NOK 1,000"]),
        (LedgerFilter(currency="SEK"), ["SEK 70"]),
        (LedgerFilter(least="500"), ["NOK 1,000"]),
        (LedgerFilter(least="70", currency="SEK"), ["SEK 70"]),
        (LedgerFilter(least="70.5", currency="SEK"), []),
        (LedgerFilter(text="OAK trees"), ["plant a million oak trees"]),
        (LedgerFilter(text="oak cranes"), []),
        (LedgerFilter(text="kenya", currency="NOK"), ["NOK 1,000"]),
    ],
)
def test_filters_leave_what_fits_them_all(
    ledger: Collection, filter: LedgerFilter, expected: list[str]
) -> None:
    assert whats(ledger, filter) == expected


def test_a_sum_reaches_an_amount_by_an_equivalent_that_its_article_states(opened: Open) -> None:
    from dateline.model import Sum

    figure = replace(money("1000"), equivalents=(Sum("90", "USD"),))
    collection = opened(told(article("a", (BUY.format(figure.text), figure, CRANES))))
    assert whats(collection, LedgerFilter(least="90", currency="USD")) == ["NOK 1,000"]
    assert whats(collection, LedgerFilter(least="91", currency="USD")) == []


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (LedgerOrder("date"), ["NOK 1,000", "plant a million oak trees", "SEK 70"]),
        (LedgerOrder("date", reversed=True), ["SEK 70", "plant a million oak trees", "NOK 1,000"]),
        (LedgerOrder("articles"), ["NOK 1,000", "plant a million oak trees", "SEK 70"]),
        (LedgerOrder("pledger"), ["plant a million oak trees", "NOK 1,000", "SEK 70"]),
        (LedgerOrder("status"), ["NOK 1,000", "SEK 70", "plant a million oak trees"]),
        (LedgerOrder("sum"), ["NOK 1,000", "SEK 70", "plant a million oak trees"]),
        (LedgerOrder("sum", reversed=True), ["SEK 70", "NOK 1,000", "plant a million oak trees"]),
    ],
)
def test_orders(ledger: Collection, order: LedgerOrder, expected: list[str]) -> None:
    assert whats(ledger, order=order) == expected


def test_a_window_is_a_part_of_the_whole(ledger: Collection) -> None:
    whole = ledger.ledger(ALL, LedgerOrder())
    assert ledger.ledger(ALL, LedgerOrder(), 1, 1) == whole[1:2]
    assert ledger.ledger(ALL, LedgerOrder(), 2, 50) == whole[2:]


def test_what_is_announced_again_counts_once(opened: Open) -> None:
    sources = [crane(name, "1000", words=LEND, written=f"2031-0{n}-01") for n, name in enumerate("abc", 3)]
    total = the_total(opened(told(*sources)))
    assert (total.currency, total.low, total.high, total.claims) == ("NOK", "1000", "1000", 1)


def test_a_total_counts_the_sum_that_stands_last(opened: Open) -> None:
    collection = opened(told(crane("a", "1000"), crane("b", "2000", words=LEND, written="2031-04-01")))
    total = the_total(collection)
    assert (total.low, total.high, total.claims) == ("2000", "2000", 1)


def test_sums_that_differ_make_a_total_from_the_least_to_the_most(opened: Open) -> None:
    total = the_total(opened(told(crane("a", "1000"), crane("b", "2000", words=LEND))))
    assert (total.low, total.high, total.claims) == ("1000", "2000", 1)


def test_ranges_stay_ranges_and_up_to_stays_up_to(opened: Open) -> None:
    ranged = money("1000", amount_to="1500")
    first = article("a", (BUY.format(ranged.text), ranged, CRANES))
    assert the_total(opened(told(first))).low == "1000"
    assert the_total(opened(told(first))).high == "1500"
    most = crane("b", "700", words="Norway will lend Kenya up to {} to buy harbour cranes.")
    collection = opened(told(most))
    assert the_row(collection).what == "up to NOK 700"
    assert (the_total(collection).low, the_total(collection).high) == ("0", "700")


def test_yearly_sums_and_currencies_are_added_apart(opened: Open) -> None:
    yearly = money("40", period="a year")
    trees = pledged("plant oak trees in the north")
    krona = money("9", "SEK")
    source = article(
        "a",
        (BUY.format("1000 NOK"), money("1000"), CRANES),
        ("Norway will plant oaks for 40 NOK a year.", yearly, trees),
        ("Norway will build roads for 9 SEK.", krona, ROADS),
    )
    totals = opened(told(source)).totals(ALL)
    assert [(t.currency, t.yearly, t.high) for t in totals] == [
        ("NOK", False, "1000"),
        ("NOK", True, "40"),
        ("SEK", False, "9"),
    ]


def test_what_is_refused_withdrawn_or_wrong_is_in_no_total(opened: Open) -> None:
    refused = (BUY.format("1000 NOK"), money("1000"), replace(CRANES, status="refused"))
    assert opened(told(article("a", refused))).totals(ALL) == ()
    withdrawn = crane(
        "b", "1000", words="Norway withdrew its offer of {} to Kenya for cranes.", written="2031-04-01"
    )
    assert opened(told(crane("a", "1000"), withdrawn)).totals(ALL) == ()
    source = crane("a", "1000")
    cue = source.extraction.pledges[0].cue
    ruling = Ruling("r", "wrong", (Place("a", *cue),))
    collection = opened(told(source, rulings=(ruling,)))
    assert the_row(collection).judged == "wrong"
    assert collection.totals(ALL) == ()


def test_a_confirmed_sum_is_counted_as_confirmed(opened: Open) -> None:
    one, two = crane("a", "1000"), crane("b", "2000", words=LEND)
    ruling = Ruling("r", "confirmed", (Place("b", *two.extraction.pledges[0].cue),))
    total = the_total(opened(told(one, two, rulings=(ruling,))))
    assert (total.low, total.high, total.claims, total.confirmed) == ("2000", "2000", 1, 1)


def test_a_changed_story_changes_only_what_it_has_to(
    opened: Open, roots: object, store: Callable[[State], None]
) -> None:
    sources = [crane("a", "1000"), oaks("b"), crane("c", "1000", words=LEND, written="2031-03-04")]
    collection = opened(told(*sources))
    before = collection.ledger(ALL, LedgerOrder())
    store(told(*sources[:2]))
    crane_row = next(row for row in collection.ledger(ALL, LedgerOrder()) if row.amount)
    assert (crane_row.articles, crane_row.last) == (1, "2031-03-03")
    store(told(*sources))
    assert collection.ledger(ALL, LedgerOrder()) == before
    store(told(sources[1]))
    assert whats(collection) == ["plant a million oak trees"]
    assert whats(collection, LedgerFilter(actor=NORWAY)) == []


def test_totals_that_are_kept_are_those_that_are_added_up(opened: Open) -> None:
    always = LedgerFilter(dates=DateRange("2000-01-01", "2099-12-31"))
    one, two = crane("a", "1000"), crane("b", "2000", words=LEND)
    confirmed = Ruling("r", "confirmed", (Place("b", *two.extraction.pledges[0].cue),))
    for state in (
        told(one),
        told(one, two),
        told(one, two, rulings=(confirmed,)),
        told(two),
        told(oaks("c")),
    ):
        collection = opened(state)
        assert collection.totals(ALL) == collection.totals(always)


@pytest.mark.parametrize("by", ["date", "sum", "articles", "pledger", "status"])
def test_lines_of_one_day_stand_the_same_however_the_index_came_to_be(opened: Open, by: LedgerKey) -> None:
    day = [
        article(said, (said, None, pledged(said.lower(), by=by)))
        for said, by in (
            ("Oaks are planted.", "Oxfam"),
            ("Roads are built.", "Oxfam"),
            ("Quays are dug.", "Oxfam"),
        )
    ]
    found, turned = set(), set()
    for first, second, third in permutations(day):
        for sources in ((), (first,), (second, first), (first, third, second)):
            collection = opened(told(*sources))
        found.add(tuple(whats(collection, order=LedgerOrder(by))))
        turned.add(tuple(whats(collection, order=LedgerOrder(by, reversed=True)))[::-1])
    (whole,) = found
    assert turned == found
    assert whole == tuple(sorted(whole))
    assert len(whole) == len(day)
