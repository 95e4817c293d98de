"""Organizations across a collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.linking.organizations import link_organizations
from dateline.model import Article, Extraction, Mention, Organization, Source

if TYPE_CHECKING:
    from collections.abc import Sequence


def body(name: str, acronym: str | None = None, *others: str) -> Organization:
    """Return an organization that a text names by its name and in other words."""
    mentions = tuple(Mention(9 * n, 9 * n + len(t), t, "name", "test") for n, t in enumerate((name, *others)))
    return Organization(name, mentions, acronym)


def source(name: str, bodies: Sequence[Organization]) -> Source:
    """Return an article with organizations."""
    article = Article(name, name, "derived", None, None, "")
    return Source(article, Extraction(name, "test", organizations=tuple(bodies)), "2020-01-01")


def test_an_acronym_is_its_full_form_in_other_articles() -> None:
    sources = [
        source("a", [body("Halden Farmers Association", "HFA")]),
        source("b", [body("HFA", "HFA"), body("Nato", "Nato")]),
        source("c", [body("NATO", "NATO", "NATO"), body("the Halden Farmers Association")]),
    ]
    linked = link_organizations(sources)
    assert [row.actor.id for row in linked["a"]] == ["halden-farmers-association"]
    assert [row.actor.id for row in linked["b"]] == ["halden-farmers-association", "nato"]
    assert {row.actor.id for row in linked["c"]} == {"halden-farmers-association", "nato"}
    assert linked["b"][1].actor.name == "NATO"
    assert linked["b"][0].mentions[0].rule == "test; short form"


def test_a_numbered_group_goes_by_its_number() -> None:
    sources = [source("a", [body("Group of Nine", "G9", "G9")]), source("b", [body("G9", "G9")])]
    linked = link_organizations(sources)
    assert [row[0].actor.id for row in linked.values()] == ["g9", "g9"]


def test_spellings_with_s_and_z_are_one() -> None:
    linked = link_organizations(
        [source("a", [body("World Health Organization")]), source("b", [body("World Health Organisation")])]
    )
    assert linked["a"][0].actor == linked["b"][0].actor


def test_the_order_of_the_sources_does_not_matter() -> None:
    sources = [source("a", [body("EU", "EU")]), source("b", [body("European Union", "EU")]), source("c", [])]
    assert link_organizations(sources) == link_organizations(sources[::-1])
    assert link_organizations(sources)["c"] == ()
