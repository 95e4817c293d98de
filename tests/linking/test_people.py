"""Who is who across a collection: names, spellings and bare names."""

from __future__ import annotations

import random

from dateline.model import Office
from linked_people import PM_GB, ids, link, person, source


def test_title_family_name_and_full_name_are_one_person() -> None:
    linked = link(
        source("a", person("Edmund Harcastle", "Edmund Harcastle", "Harcastle", offices=[PM_GB])),
        source("b", person("Sir Edmund")),
        source("c", person("Harcastle", "Mr Harcastle")),
    )
    assert ids(linked) == {
        "a": ["edmund-harcastle"],
        "b": ["edmund-harcastle"],
        "c": ["edmund-harcastle"],
    }
    actor = linked["b"][0].actor
    assert actor.name == "Edmund Harcastle"
    assert {"Harcastle", "Mr Harcastle", "Sir Edmund"} <= set(actor.aliases)
    assert actor.offices == ("GB prime minister",)


def test_a_mention_tells_why_it_is_the_actors() -> None:
    linked = link(source("a", person("Edmund Harcastle")), source("b", person("Harcastle")))
    (mention,) = linked["b"][0].mentions
    assert mention.rule == "test; family name"


def test_spellings_of_a_name_are_one_person_under_the_most_used() -> None:
    linked = link(
        source("a", person("Dmytro Kovalsky", "Dmytro Kovalsky", "Kovalsky", "Kovalsky")),
        source("b", person("Dmytro Kovalskyy")),
        source("c", person("Dmitro Kovalskiy")),
        source("d", person("Kovalskyj")),
    )
    assert {id_ for row in ids(linked).values() for id_ in row} == {"dmytro-kovalsky"}


def test_short_names_of_other_length_need_more_than_a_like_spelling() -> None:
    linked = link(source("a", person("Ann Smith")), source("b", person("Ann Smyth")))
    assert ids(linked) == {"a": ["ann-smith"], "b": ["ann-smyth"]}


def test_an_office_supports_a_doubtful_spelling() -> None:
    office = Office("finance minister", country="NO")
    linked = link(
        source("a", person("Anna Lund", offices=[office])),
        source("b", person("Anna Lundh", offices=[office])),
    )
    assert len({row.actor.id for rows in linked.values() for row in rows}) == 1


def test_initials_and_short_forms_of_given_names() -> None:
    linked = link(
        source("a", person("William J Tarrant")),
        source("b", person("Bill Tarrant")),
        source("c", person("W. Tarrant")),
    )
    assert len({row.actor.id for rows in linked.values() for row in rows}) == 1


def test_an_initial_that_fits_two_people_is_neither() -> None:
    linked = link(
        source("a", person("John Marlow")),
        source("b", person("Jane Marlow")),
        source("c", person("J Marlow")),
    )
    assert ids(linked) == {"a": ["john-marlow"], "b": ["jane-marlow"], "c": ["j-marlow"]}


def test_two_bearers_of_a_family_name_stay_apart() -> None:
    linked = link(
        source("a", person("George Marlow"), person("Jeb Marlow", at=100)),
        source("b", person("Marlow")),
        source("c", person("Marlow", "President Marlow", offices=[Office("president", country="US")])),
        source("d", person("George Marlow", offices=[Office("president", country="US")])),
    )
    assert ids(linked)["a"] == ["george-marlow", "jeb-marlow"]
    assert ids(linked)["c"] == ["george-marlow"], "the office tells which"
    assert ids(linked)["b"] == ["marlow"], "nothing tells which"


def test_a_far_better_known_bearer_is_meant_by_the_bare_family_name() -> None:
    others = [source(f"x{n}", person("George Marlow")) for n in range(3)]
    linked = link(*others, source("a", person("Jeb Marlow")), source("b", person("Marlow")))
    assert ids(linked)["b"] == ["george-marlow"]


def test_a_bare_given_name_is_its_only_bearers_and_nobodys_of_two() -> None:
    one = [source("a", person("Donald Prewitt")), source("b", person("Donald"))]
    assert ids(link(*one))["b"] == ["donald-prewitt"]
    assert ids(link(*one, source("c", person("Donald Tarrant"))))["b"] == ["donald"]


def test_people_whom_one_article_keeps_apart_are_not_joined() -> None:
    linked = link(source("a", person("Ulrika Lindqvist"), person("Ulrica Lindkvist", at=50)))
    assert len(set(ids(linked)["a"])) == 2


def test_a_sovereign_keeps_the_style() -> None:
    linked = link(
        source("a", person("King Harald V")),
        source("b", person("King Harald")),
        source("c", person("Prince Harald")),
    )
    assert linked["a"][0].actor == linked["b"][0].actor
    assert linked["a"][0].actor.name == "King Harald V"
    assert linked["c"][0].actor != linked["a"][0].actor


def test_the_usual_full_name_is_the_name() -> None:
    linked = link(
        source("a", person("Luis Alberto da Costa Pinto")),
        *(source(f"b{n}", person("Alberto Pinto", "Alberto Pinto", "Pinto", "Pinto")) for n in range(4)),
    )
    assert linked["a"][0].actor.name in {"Alberto Pinto", "Luis Alberto da Costa Pinto"}
    assert len({row.actor.id for rows in linked.values() for row in rows}) == 1


def test_the_order_of_the_sources_does_not_matter() -> None:
    names = [
        "Dmytro Kovalsky",
        "Dmytro Kovalskiy",
        "Kovalsky",
        "J Marlow",
        "Jane Marlow",
        "John Marlow",
        "Marlow",
    ]
    sources = [source(f"s{n}", person(name)) for n, name in enumerate(names)]
    expected = link(*sources)
    for seed in range(8):
        shuffled = list(sources)
        random.Random(seed).shuffle(shuffled)
        assert link(*shuffled) == expected


def test_no_sources_and_no_people() -> None:
    assert link() == {}
    assert link(source("a")) == {"a": ()}
