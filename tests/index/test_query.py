"""The language of searches: how it is read, and that nothing typed is syntax of anything below it."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.index.query import Bound, Has, Marked, Money, Named, Query, QueryError, Term, parse


def words(*terms: str) -> tuple[Term, ...]:
    return tuple(Term(tuple(term.split()), False) for term in terms)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ('missiles "export finance" ', Query(words("missiles", "export finance"))),
        ('tide -harbour -"the port" ', Query(words("tide"), words("harbour", "the port"))),
        ("Person:Quill", Query((), (), (Named("person", "quill"),))),
        ('org:"Harbour League"', Query((), (), (Named("organization", "harbour league"),))),
        ("country:NL -source:tide", Query((), (), (Named("country", "nl"), Named(None, "tide", True)))),
        ("from:2031-03 to:2031", Query((), (), (Bound(">=", "2031-03"), Bound("<=", "2031~")))),
        ("has:pledge -has:sum", Query((), (), (Has("pledge"), Has("sum", True)))),
        ("has:mark -has:note", Query((), (), (Marked("bookmark"), Marked("note", True)))),
        ("is:unread -is:unread", Query((), (), (Marked("read", True), Marked("read")))),
        ("money>1bn", Query((), (), (Money(((">", "1000000000"),), None),))),
        ("money >= £500m ", Query((), (), (Money(((">=", "500000000"),), "GBP"),))),
        ("money≤EUR2m", Query((), (), (Money((("<=", "2000000"),), "EUR"),))),
        ('money>"2 million eur"', Query((), (), (Money(((">", "2000000"),), "EUR"),))),
    ],
)
def test_a_query_is_read(typed: str, read: Query) -> None:
    assert parse(typed) == read


def test_sums_of_one_currency_are_asked_of_one_figure() -> None:
    (one,) = parse("money>1m money<€2m").operators
    assert one == Money(((">", "1000000"), ("<", "2000000")), "EUR")
    assert len(parse("money>£1m money<€2m").operators) == 2


@pytest.mark.parametrize(
    "typed", ["b-c ", "--c ", "c — b ", "12:30 ", "http://a.b ", "money ", "x:person:y "]
)
def test_what_is_no_operator_is_words(typed: str) -> None:
    query = parse(typed)
    assert query.terms
    assert query[1:] == ((), ())


def test_only_a_last_word_may_go_on() -> None:
    assert parse("tide port").terms[-1].prefix
    assert not any(term.prefix for term in parse("tide port person:quill").terms)
    assert not parse("tide -port").without[-1].prefix


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("persn:quill", "person:"),
        ("from:monday", "2031-03-02"),
        ("from:", "2031-03-02"),
        ("to:2031-02-30", "calendar"),
        ("has:cake", "pledge, sum, summit, date"),
        ("has:", "pledge"),
        ("is:", "read, unread"),
        ("is:new", "read, unread"),
        ("money>lots", "money>1bn"),
        ("money>", "money>1bn"),
        ("money>£", "money>1bn"),
        ("person: quill", "person:name"),
        ('person:"quill', "quotation mark"),
    ],
)
def test_what_makes_no_sense_is_named_with_what_would(typed: str, says: str) -> None:
    with pytest.raises(QueryError) as told:
        parse(f"tide {typed}")
    assert says in str(told.value)


SYNTAX = '" ( ) * ^ : ; -- /* NEAR AND OR NOT { } - + , . % _ x:y 1=1 a b > < \x00 \u0301 ﬁ ½'
ASKED = "person: from:2031 to: has:sum has: money> money<€1 source:x -source: country:NL"
HOSTILE = st.lists(st.sampled_from([*SYNTAX.split(" "), *ASKED.split(), "'"]), max_size=8)


@given(HOSTILE, st.booleans())
def test_whatever_is_typed_comes_to_words_or_a_message(pieces: list[str], spaced: bool) -> None:
    with contextlib.suppress(QueryError):
        query = parse((" " * spaced).join(pieces))
        assert query.terms or query.without or query.operators
        for term in (*query.terms, *query.without):
            assert all(word.isalnum() for word in term.words)
