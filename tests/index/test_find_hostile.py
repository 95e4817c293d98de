"""Names and letters that would take a backtracking pattern for ever are found, or not, at once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.index import find

NAMES = [" " + "x" * 5000, " x" * 2000, " " + "xy" * 2000, " aa" * 900 + "b", " " + "a" * 299 + " b"]


@pytest.mark.parametrize("fitting", [find._initials, find._scattered])
@pytest.mark.parametrize("letters", ["x" * 40 + "q", "xy" * 30 + "q", "a" * 60 + "b", "a" * 299 + "c"])
def test_no_name_keeps_one_waiting(fitting, letters: str) -> None:
    for name in NAMES:
        fitting(letters)(name)


_WORDS = st.lists(st.text("ab", min_size=1, max_size=4), min_size=1, max_size=4).map(" ".join)


@given(_WORDS, st.text("ab", min_size=1, max_size=5))
def test_what_fits_is_what_the_plain_pattern_fits(name: str, letters: str) -> None:
    for fitting, between in ((find._initials, "(?:.* )?"), (find._scattered, "[^ ]{0,2}?")):
        plain = re.compile(" " + between.join(letters)).search(f" {name}")
        assert fitting(letters)(f" {name}") == (plain is not None)
