"""Reasons: why a mention is whose it is, what ties reports together, and what the reader has judged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import fakes
from dateline.index.rows import Selection
from dateline.index.why import TieRow
from dateline.model import Tie

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.index.collection import Collection
    from dateline.index.rows import MentionRow
    from dateline.index.state import State
    from dateline.index.why import Why
    from dateline.model import Mention

    Open = Callable[[State], Collection]

ONE = "Ada Quill came to the Port talks. It is €5m."
TWO = "The Port talks went on without her."


def explained(mention: Mention, rule: str) -> Mention:
    return replace(mention, rule=rule)


def tellings(rule: str = "name; family name") -> list[fakes.Telling]:
    one, two = fakes.telling(ONE, claims={"€5m": "five"}), fakes.telling(TWO, "2031-04-07", title="On")
    (ada,) = one.linked.people
    people = (replace(ada, mentions=tuple(explained(m, rule) for m in ada.mentions)),)
    tie = Tie(two.id, ("Port", "2 shared leaders"))
    summits = (replace(one.linked.summits[0], ties=(tie, Tie("gone", ("x",)))),)
    return [replace(one, linked=replace(one.linked, people=people, summits=summits)), two]


def asked(opened: Open, kind: str, state=None) -> Why:
    given = tellings()
    collection = opened(state or fakes.state(given))
    mention: MentionRow = next(m for m in collection.mentions(given[0].id) if m.selection.kind == kind)
    return collection.why(given[0].id, mention)


def test_a_mention_tells_what_found_it_and_why_it_is_the_actors(opened: Open) -> None:
    assert asked(opened, "person").rules == ("name", "family name")
    assert asked(opened, "person").ties == ()


def test_a_summit_tells_what_ties_its_reports(opened: Open) -> None:
    assert asked(opened, "summit").ties == (
        TieRow(tellings()[1].id, "On", "2031-04-07", "declared", ("Port", "2 shared leaders")),
    )


def test_what_the_reader_judged_is_marked(opened: Open) -> None:
    state = fakes.state(tellings())
    judged = {("person", "ada-quill"): ("j1", "j2"), ("summit", "nowhere"): ("j3",)}
    ruled = replace(state, story=replace(state.story, judged=judged))
    assert asked(opened, "person", ruled).judgements == ("j1", "j2")
    assert asked(opened, "summit", ruled).judgements == ()
    collection = opened(ruled)
    marked = {row.selection.kind for row in collection.sidebar(tellings()[0].id, None) if row.judged}
    assert marked == {"person"}
    assert asked(opened, "person", state).judgements == ()


def test_other_reasons_are_stored_though_nothing_else_has_changed(opened: Open) -> None:
    opened(fakes.state(tellings()))
    state = fakes.state(tellings("name; your word"))
    assert asked(opened, "person", state).rules == ("name", "your word")


def test_what_is_not_there_has_no_reasons(opened: Open) -> None:
    collection = opened(fakes.state(tellings()))
    mention = collection.mentions(tellings()[0].id)[0]
    other = replace(mention, selection=Selection("person", "nobody", "Nobody"))
    assert collection.why(tellings()[0].id, other).rules == ()
    assert collection.why("nowhere", mention).rules == ()
