"""Made-up articles with people and roles at offsets: what linking them is tested with."""

from __future__ import annotations

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
