"""Names that are misspelt are found; what is another word is not."""

from __future__ import annotations

import pytest

from dateline.index import find


def _alike(wanted: str, *names: str) -> list[str]:
    subject = find._Subject(1, "organization", "key", "label", None, 1)
    return [n.name for n in find._alike(wanted, [find._Name(f" {n}", n, subject) for n in names], 8)]


@pytest.mark.parametrize("wanted", ["halowai", "halloweys", "ida hollowey"])
def test_a_name_is_found_by_a_spelling_like_it(wanted: str) -> None:
    assert _alike(wanted, "nato", "ida halloway", "xi") == ["ida halloway"]


@pytest.mark.parametrize("wanted", ["nobody", "nothing", "taxing"])
def test_a_short_name_is_not_found_in_a_part_of_a_longer_word(wanted: str) -> None:
    assert _alike(wanted, "nato", "xi", "un") == []
