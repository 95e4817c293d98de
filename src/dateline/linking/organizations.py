"""The organizations of the articles identified over the collection: full names, short forms and acronyms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

import networkx as nx

from dateline.model import Actor, LinkedActor
from dateline.text import fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.model import Mention, Organization, Source

#: Acronyms that are the usual names of their bodies: nobody says "the Group of Eight" twice.
_NUMBERED = re.compile(r"G\d+")

#: A body of the collection: the article's id and the place in its Extraction.organizations.
_Place = tuple[str, int]


def link_organizations(sources: Sequence[Source]) -> Mapping[str, tuple[LinkedActor, ...]]:
    """Return the organizations of each article (by Article.id) with ids that are shared over the sources.

    Two are one where their names are spelt alike, or where an acronym is the one's name and the other's short
    form. A mention's rule tells what found it and why it is this actor's, parted by a semicolon.
    """
    bodies = {
        (source.article.id, number): body
        for source in sources
        for number, body in enumerate(source.extraction.organizations)
    }
    graph: nx.Graph[str] = nx.Graph()
    for body in bodies.values():
        keys = _keys(body)
        graph.add_nodes_from(keys)
        graph.add_edges_from((keys[0], key) for key in keys[1:])
    home = {key: min(keys) for keys in nx.connected_components(graph) for key in keys}
    groups: dict[str, list[_Place]] = defaultdict(list)
    for place in sorted(bodies):
        groups[home[_keys(bodies[place])[0]]].append(place)
    actors = _actors([[bodies[place] for place in groups[key]] for key in sorted(groups)])
    found: dict[str, list[LinkedActor]] = {source.article.id: [] for source in sources}
    for key, actor in zip(sorted(groups), actors, strict=True):
        by_article: dict[str, list[Mention]] = defaultdict(list)
        for place in groups[key]:
            by_article[place[0]] += bodies[place].mentions
        for article, mentions in by_article.items():
            found[article].append(LinkedActor(actor, _explained(mentions, actor)))
    return {
        article: tuple(sorted(rows, key=lambda row: (row.mentions[0].start, row.actor.id)))
        for article, rows in found.items()
    }


def _keys(body: Organization) -> list[str]:
    """Return what identifies the body: its name, then its acronym."""
    name = _plain(body.name)
    return [name, _plain(body.acronym)] if body.acronym and _plain(body.acronym) != name else [name]


def _plain(name: str) -> str:
    words = fold(name).replace(".", "").replace("organization", "organisation").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _explained(mentions: Iterable[Mention], actor: Actor) -> tuple[Mention, ...]:
    return tuple(
        replace(m, rule=f"{m.rule}; {'same name' if _plain(m.text) == _plain(actor.name) else 'short form'}")
        for m in sorted(mentions, key=lambda m: (m.start, m.end))
    )


def _actors(groups: Iterable[Sequence[Organization]]) -> list[Actor]:
    taken: Counter[str] = Counter()
    actors = []
    for members in groups:
        uses: Counter[str] = Counter(mention.text for body in members for mention in body.mentions)
        names = {body.name.removeprefix("the ").removeprefix("The ") for body in members}
        numbered = {body.acronym for body in members if body.acronym and _NUMBERED.fullmatch(body.acronym)}
        name = min(numbered or names, key=lambda text: (-len(text.split()), -uses[text], text))
        base = slug(name) or "organization"
        taken[base] += 1
        actors.append(
            Actor(
                type="organization",
                id=base if taken[base] == 1 else f"{base}-{taken[base]}",
                name=name,
                aliases=tuple(sorted(set(uses) - {name})),
            )
        )
    return actors
