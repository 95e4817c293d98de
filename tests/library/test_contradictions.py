"""Contradictions: which judgements a new one cannot stand beside, and through which chain."""

from __future__ import annotations

from itertools import count

import pytest

from dateline.library.contradictions import contradiction
from dateline.model import Judgement, Quote

_NUMBERS = count()


def q(words: str, article: str = "1") -> Quote:
    return Quote(article, words)


def judge(kind: str, *about: Quote, value: str = "") -> Judgement:
    return Judgement(f"j{next(_NUMBERS)}", "2031-01-01T00:00:00+00:00", kind, about, value)  # type: ignore[arg-type]


A, B, C, D = q("Ada"), q("Bea"), q("Cora"), q("Dora")


def itself(quote: Quote) -> str:
    return quote.text


def test_not_the_same_as_is_refused_with_the_chain_that_makes_them_one() -> None:
    one, two, other = judge("same", A, B), judge("same", C, B), judge("same", C, D)
    standing = [other, two, one]
    assert contradiction(judge("different", A, C), standing, itself) == (one, two)
    assert contradiction(judge("different", A, D), standing, itself) == (one, two, other)
    assert contradiction(judge("different", A, D), [one, two], itself) == ()


def test_same_as_is_refused_where_it_would_join_what_was_parted() -> None:
    one, parted = judge("same", A, B), judge("different", A, C)
    assert set(contradiction(judge("same", C, B), [one, parted], itself)) == {one, parted}
    assert contradiction(judge("same", D, B), [one, parted], itself) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("kind", "none"), ("kind", "country")),
        (("rename", "Ada Quill"), ("rename", "Ada Quell")),
        (("date", "2031-01-01"), ("date", "2031-01-02")),
        (("wrong", ""), ("confirmed", "")),
    ],
)
def test_one_thing_has_one_kind_name_and_date(first: tuple[str, str], second: tuple[str, str]) -> None:
    told, tie = judge(first[0], A, value=first[1]), judge("same", A, B)
    assert contradiction(judge(second[0], A, value=second[1]), [told], itself) == (told,)
    assert contradiction(judge(second[0], B, value=second[1]), [told, tie], itself) == (tie, told)
    assert contradiction(judge(first[0], A, value=first[1]), [told], itself) == ()
    assert contradiction(judge(second[0], B, value=second[1]), [told], itself) == ()
    other = judge(second[0], B, value=second[1])
    assert set(contradiction(judge("same", B, A), [told, other], itself)) == {told, other}


def test_different_groups_do_not_exclude_each_other() -> None:
    standing = [judge("rename", A, value="Ada Quill"), judge("kind", A, value="person")]
    assert contradiction(judge("date", A, value="2031-01-01"), standing, itself) == ()


def test_what_only_the_machine_made_one_can_be_parted() -> None:
    one, two = q("Vale", "1"), q("Ida Vale", "2")
    assert contradiction(judge("different", one, two), [], lambda _: "ida-vale") == ()
    elsewhere = judge("same", q("Ida Vale", "3"), q("Ms Vale", "4"))
    assert contradiction(judge("different", one, two), [elsewhere], lambda _: "ida-vale") == ()


def test_what_a_judgement_made_one_cannot_be_parted_though_it_is_one_by_now() -> None:
    one, two, three = q("Vale", "1"), q("Ida Vale", "2"), q("Walles", "3")
    first, second = judge("same", one, two), judge("same", q("Ida Vale", "5"), three)
    parted = judge("different", one, three)
    assert contradiction(parted, [first, second], lambda _: "ida-vale") == (first, second)
    assert contradiction(judge("different", two, one), [first], lambda _: "ida-vale") == (first,)
