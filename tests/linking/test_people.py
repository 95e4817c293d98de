"""Who is who across a collection: names, spellings, bare names and the roles that stand for people."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from dateline.linking.dates import ArticleDate
from dateline.linking.people import link_people
from dateline.model import Article, Extraction, Mention, Office, Person, RolePhrase, Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model import LinkedActor

PM_GB = Office("prime minister", country="GB")


def person(name: str, *surfaces: str, offices: Sequence[Office] = (), at: int = 0) -> Person:
    """Return a person whose first mention stands at an offset; a bare word counts as a family name."""
    words = [w for w in name.split() if w not in ("Sir", "King", "Pope", "Prince")]
    titled = len(words) < len(name.split())
    mentions = []
    for surface in surfaces or (name,):
        mentions.append(Mention(at, at + len(surface), surface, "name", "test"))
        at += len(surface) + 1
    if titled:
        return Person(name, words[0], None, tuple(mentions), tuple(offices))
    return Person(name, " ".join(words[:-1]) or None, words[-1], tuple(mentions), tuple(offices))


def role(text: str, office: Office, at: int) -> RolePhrase:
    """Return a role phrase at an offset."""
    return RolePhrase(Mention(at, at + len(text), text, "role", "office"), office)


def source(
    name: str,
    *people: Person,
    roles: Sequence[RolePhrase] = (),
    sentences: Sequence[tuple[int, int]] = ((0, 1000),),
    text: str = "",
) -> Source:
    """Return an article with people and roles in one long sentence."""
    article = Article(name, name, "derived", None, None, text or " " * 1000)
    extraction = Extraction(
        name, "test", sentences=tuple(sentences), people=tuple(people), roles=tuple(roles)
    )
    return Source(article, extraction, "2020-01-01")


def link(*sources: Source, dates: Mapping[str, str] | None = None) -> Mapping[str, tuple[LinkedActor, ...]]:
    """Link the sources, all written on one day unless dates says otherwise."""
    days = dates or {}
    dated = {s.article.id: ArticleDate(days.get(s.article.id, "2020-05-01"), "declared") for s in sources}
    return link_people(sources, dated)


def ids(linked: Mapping[str, tuple[LinkedActor, ...]]) -> dict[str, list[str]]:
    """Return the ids of each article's people."""
    return {article: [row.actor.id for row in rows] for article, rows in linked.items()}


def whom(linked: Mapping[str, tuple[LinkedActor, ...]], article: str) -> dict[str, str]:
    """Return whom each role phrase of the article stands for."""
    return {m.text: row.actor.id for row in linked[article] for m in row.mentions if m.kind == "role"}


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


# --- roles -----------------------------------------------------------------------------------------------


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
