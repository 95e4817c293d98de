"""Countries across a collection."""

from __future__ import annotations

from dateline.linking.countries import link_countries
from dateline.model import Article, Country, Extraction, Mention, Source


def source(name: str, *countries: tuple[str, str]) -> Source:
    """Return an article that names each country once, by (code, wording)."""
    found = tuple(Country(code, (Mention(0, len(word), word, "name", "test"),)) for code, word in countries)
    article = Article(name, name, "derived", None, None, "")
    return Source(article, Extraction(name, "test", countries=found), "2020-01-01")


def test_all_wordings_of_a_country_are_one_actor() -> None:
    linked = link_countries([source("a", ("GB", "Britain")), source("b", ("GB", "UK"), ("TR", "Türkiye"))])
    (first,) = linked["a"]
    second, turkey = linked["b"]
    assert first.actor == second.actor
    assert (first.actor.id, first.actor.name, first.actor.aliases) == (
        "GB",
        "United Kingdom",
        ("Britain", "UK"),
    )
    assert (turkey.actor.type, turkey.actor.name) == ("country", "Turkey")
    assert [m.text for m in second.mentions] == ["UK"]


def test_an_article_without_countries_has_none() -> None:
    assert link_countries([source("a")]) == {"a": ()}


def test_the_order_of_the_sources_does_not_matter() -> None:
    sources = [source("a", ("US", "America")), source("b", ("US", "US"))]
    assert link_countries(sources) == link_countries(sources[::-1])
