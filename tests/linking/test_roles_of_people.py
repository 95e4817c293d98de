"""Whom the roles stand for that an article gives instead of a name."""

from __future__ import annotations

from dateline.model import Office
from linked_people import PM_GB, link, person, role, source, whom


def test_a_role_is_the_articles_own_bearers() -> None:
    french = Office("president", country="FR")
    linked = link(
        source(
            "a",
            person("Claire Aubert", offices=[french]),
            person("Edmund Harcastle", offices=[PM_GB], at=100),
            roles=[
                role("the French president", french, 300),
                role("the prime minister", Office("prime minister"), 400),
            ],
        )
    )
    assert whom(linked, "a") == {
        "the French president": "claire-aubert",
        "the prime minister": "edmund-harcastle",
    }


def test_a_leader_is_whoever_governs_the_country() -> None:
    linked = link(
        source(
            "a",
            person("Claire Aubert", offices=[Office("president", country="FR")]),
            person("Otto Brenner", offices=[Office("chancellor", country="DE")], at=100),
            roles=[
                role("the French leader", Office("leader", country="FR"), 300),
                role("his German counterpart", Office("counterpart", country="DE"), 400),
            ],
        )
    )
    assert whom(linked, "a") == {
        "the French leader": "claire-aubert",
        "his German counterpart": "otto-brenner",
    }


def test_a_british_chancellor_does_not_lead_the_country() -> None:
    linked = link(
        source(
            "a",
            person("Nora Whitlock", offices=[Office("chancellor", country="GB")]),
            roles=[role("the UK leader", Office("leader", country="GB"), 300)],
        )
    )
    assert whom(linked, "a") == {}


def test_a_party_leader_is_no_prime_minister() -> None:
    linked = link(
        source(
            "a",
            person("Nora Whitlock", offices=[Office("leader", organization="Conservative Party")]),
            roles=[
                role("the prime minister", Office("prime minister"), 300),
                role("the Tory leader", Office("leader", organization="Tory"), 400),
            ],
        )
    )
    assert whom(linked, "a") == {"the Tory leader": "nora-whitlock"}


def test_roles_are_learned_from_other_articles() -> None:
    french = Office("president", country="FR")
    linked = link(
        source("a", person("Claire Aubert", offices=[french])),
        source("b", person("Aubert"), roles=[role("the French president", french, 300)]),
        source("c", roles=[role("the French president", french, 300)]),
    )
    assert whom(linked, "b") == whom(linked, "c") == {"the French president": "claire-aubert"}
    (mention,) = linked["c"][0].mentions
    assert mention.rule == "office; office: president of FR in another article"


def test_the_holder_of_that_time_is_meant() -> None:
    french = Office("president", country="FR")
    sources = [
        source("old", person("Claire Aubert", offices=[french])),
        source("new", person("Paul Girard", offices=[french])),
        source("then", roles=[role("the French president", french, 300)]),
        source("now", roles=[role("the French president", french, 300)]),
    ]
    linked = link(
        *sources, dates={"old": "2004-03-01", "then": "2005-01-01", "new": "2015-03-01", "now": "2014-12-01"}
    )
    assert whom(linked, "then") == {"the French president": "claire-aubert"}
    assert whom(linked, "now") == {"the French president": "paul-girard"}


def test_a_former_holder_is_meant_by_a_former_role_alone() -> None:
    now, past = Office("president", country="FR"), Office("president", country="FR", former=True)
    linked = link(
        source(
            "a",
            person("Claire Aubert", offices=[past]),
            roles=[role("the French president", now, 300), role("the former French president", past, 400)],
        )
    )
    assert whom(linked, "a") == {"the former French president": "claire-aubert"}


def test_an_office_without_country_is_the_one_whom_the_collection_calls_so() -> None:
    bare = Office("prime minister")
    linked = link(
        source("a", person("Edmund Harcastle", offices=[bare])),
        source(
            "b",
            person("Edmund Harcastle"),
            person("Piotr Wolski", offices=[Office("prime minister", country="PL")], at=600),
            roles=[role("The Prime Minister", bare, 300)],
        ),
    )
    assert whom(linked, "b") == {"The Prime Minister": "edmund-harcastle"}


def test_a_role_that_no_article_explains_is_whom_the_text_has_just_named() -> None:
    sentences = [(0, 40), (41, 90), (91, 400)]
    linked = link(
        source(
            "a",
            person("Nora Whitlock", "Nora Whitlock", "Whitlock"),
            person("Piotr Wolski", at=60, offices=[Office("president", country="PL")]),
            roles=[role("The chancellor", Office("chancellor"), 91)],
            sentences=sentences,
        )
    )
    assert whom(linked, "a") == {"The chancellor": "nora-whitlock"}


def test_nobody_is_guessed_far_from_any_name() -> None:
    sentences = [(n * 50, n * 50 + 49) for n in range(20)]
    linked = link(
        source(
            "a",
            person("Nora Whitlock", at=400),
            roles=[role("The chancellor", Office("chancellor"), 900)],
            sentences=sentences,
        )
    )
    assert whom(linked, "a") == {}


def test_a_role_in_the_lead_is_whom_the_next_sentence_names() -> None:
    text = (
        "Row over fund. Peru's finance minister has said no. Hugo Salcedo said it was late. "
        "The finance minister left."
    )
    phrase = "Peru's finance minister"
    sentences = [(0, 14), (15, 51), (52, 82), (83, len(text))]
    at, name = text.index(phrase), text.index("Hugo")
    linked = link(
        source(
            "a",
            person("Hugo Salcedo", at=name),
            roles=[
                role(phrase, Office("finance minister", country="PE"), at),
                role("The finance minister", Office("finance minister"), text.index("The finance")),
            ],
            sentences=sentences,
            text=text,
        )
    )
    assert whom(linked, "a") == {phrase: "hugo-salcedo", "The finance minister": "hugo-salcedo"}


def test_a_department_is_the_field_of_its_head() -> None:
    treasurer = Office("treasury cabinet secretary", country="KE")
    linked = link(
        source(
            "a",
            person("Daniel Wamala", offices=[treasurer]),
            roles=[role("The Treasury boss", Office("boss", organization="Treasury"), 300)],
        )
    )
    assert whom(linked, "a") == {"The Treasury boss": "daniel-wamala"}


def test_an_office_without_its_field_is_the_only_one_of_the_country() -> None:
    linked = link(
        source(
            "a",
            person("Karel Novotny", offices=[Office("trade commissioner")]),
            person("Anna Lund", at=100, offices=[Office("deputy trade commissioner")]),
            roles=[role("the Czech commissioner", Office("commissioner", country="CZ"), 300)],
        )
    )
    assert whom(linked, "a") == {"the Czech commissioner": "karel-novotny"}


def test_a_secretary_at_home_is_no_minister_of_another_country() -> None:
    abroad = Office("foreign minister", country="PE")
    linked = link(
        source(
            "a",
            person("Hugo Salcedo", offices=[abroad]),
            person("Nora Whitlock", at=50, offices=[Office("foreign minister", country="GB")]),
            roles=[role("the foreign secretary", Office("foreign secretary"), 300)],
        )
    )
    assert whom(linked, "a") == {"the foreign secretary": "nora-whitlock"}
