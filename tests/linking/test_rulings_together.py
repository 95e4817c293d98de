"""Rulings in any number and order, about what is not there, and taken back."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.linking.linker import Linker
from dateline.model import Place
from ruled_stories import Draft, at, rule, story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import JudgementKind


_NAMES = ["Ida Vale", "Ida Valle", "Vale", "Otto Brandt", "Brandt", "Otto Brand", "Lia Mora", "Mora"]


def _drafts(names: Sequence[Sequence[int]]) -> tuple[list[Draft], list[Place]]:
    drafts, places = [], []
    for number, row in enumerate(names):
        draft = Draft(f"a{number}")
        for name in dict.fromkeys(row):
            places.append(Place(draft.id, len(draft.text), len(draft.text) + len(_NAMES[name])))
            draft.person(_NAMES[name])
        drafts.append(draft)
    return drafts, places


_STORIES = st.lists(st.lists(st.integers(0, 7), min_size=1, max_size=3), min_size=2, max_size=5)


@settings(max_examples=80, deadline=None)
@given(_STORIES, st.data())
def test_links_hold_in_any_order_and_an_undo_takes_them_back(names, data) -> None:
    drafts, places = _drafts(names)
    some = st.sampled_from(places)
    pairs = data.draw(st.lists(st.tuples(some, some).filter(lambda p: p[0] != p[1]), max_size=4))
    kinds = data.draw(st.lists(st.sampled_from(["same", "different"]), min_size=len(pairs), max_size=4))
    rulings = [rule(kind, *pair) for kind, pair in zip(kinds, pairs, strict=False)]
    found = story(drafts, *rulings)
    one = {place: place for place in places}
    for ruling in rulings:
        if ruling.kind == "same":
            home, gone = (one[place] for place in ruling.places)
            one = {place: home if its == gone else its for place, its in one.items()}
            assert at(found, ruling.places[0]) == at(found, ruling.places[1])
    shuffled = random.Random(1).sample(rulings, len(rulings))
    assert story(drafts[::-1], *shuffled) == found
    if not any(ruling.kind == "same" for ruling in rulings):
        for ruling in rulings:
            assert at(found, ruling.places[0]) != at(found, ruling.places[1])
    linker = Linker()
    linker.update([draft.source for draft in drafts[1:]], rulings=rulings)
    linker.update([drafts[0].source])
    assert linker.story() == found
    linker.update(rulings=())
    assert linker.story() == story(drafts)


@pytest.mark.parametrize("kind", ["kind", "same", "different", "rename", "date", "wrong", "confirmed"])
def test_a_ruling_about_what_is_not_there_says_nothing(kind: JudgementKind) -> None:
    drafts = [Draft("a").person("Ida Vale")]
    nowhere, beside = Place("gone", 3, 9), Place("a", 50, 60)
    value = {"kind": "none", "rename": "X", "date": "2031-01-01"}.get(kind, "")
    assert story(drafts, rule(kind, nowhere, beside, value=value)) == story(drafts)
    assert story(drafts, rule(kind, beside, nowhere, value=value)) == story(drafts)


def test_a_change_of_rulings_tells_what_is_gone() -> None:
    drafts = [Draft("a").person("Ida Vale"), Draft("b").person("Otto Brandt")]
    linker = Linker()
    linker.update([draft.source for draft in drafts])
    change = linker.update(rulings=[rule("kind", drafts[0].at("Ida Vale"), value="none")])
    assert change.articles == {"a"}
    assert change.actors_gone == {("person", "ida-vale")}
    assert linker.update(rulings=[]).actors >= {("person", "ida-vale")}
