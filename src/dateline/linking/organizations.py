"""The organizations of the articles identified over the collection: full names, short forms and acronyms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from sys import intern
from typing import TYPE_CHECKING

from dateline.linking.blocks import Parts, count
from dateline.linking.cast import Appearance, NamedCast
from dateline.model import Actor
from dateline.text import fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dateline.linking.rulings import Item, Rulings
    from dateline.model import Extraction, LinkedActor, Mention, Organization, Source

#: Acronyms that are the usual names of their bodies: nobody says "the Group of Eight" twice.
_NUMBERED = re.compile(r"G\d+")


@dataclass(slots=True)
class _Said:
    """What the articles say under one name."""

    names: dict[str, int] = field(default_factory=dict)  #: how often it is the fullest form of an article
    numbered: dict[str, int] = field(default_factory=dict)  #: numbers by which the body goes: "G20"
    uses: dict[str, int] = field(default_factory=dict)  #: mentions by their words
    articles: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BodyRulings:
    """What a reader has said of organizations, by the keys of their names."""

    marked: frozenset[tuple[str, int]] = (
        frozenset()
    )  #: those, by article and first mention, told from namesakes
    same: Mapping[str, frozenset[str]] = field(default_factory=dict)  #: both ways
    alone: frozenset[str] = frozenset()  #: names that are short for no other one
    names: Mapping[str, str] = field(default_factory=dict)

    def keys_of(self, article: str, body: Organization) -> list[str]:
        """Return what identifies a body of an article: its name, then its acronym."""
        keys = body_keys(body)
        if body.mentions and (article, body.mentions[0].start) in self.marked:
            return [f"{keys[0]} ≠ {article} {body.mentions[0].start}"]
        return keys[:1] if keys[0] in self.alone else [k for k in keys if k == keys[0] or k not in self.alone]


def body_rulings(said: Rulings, extractions: Mapping[str, Extraction]) -> BodyRulings:
    """Return what rulings say of the organizations of the extractions, which are given by Article.id."""

    def body(item: Item) -> Organization:
        return extractions[item.article].organizations[item.number]

    marked: set[tuple[str, int]] = set()
    alone: set[str] = set()
    for one, two in said.different:
        if one.kind == two.kind == "organization":
            if body_keys(body(one))[0] == body_keys(body(two))[0]:
                marked.add((one.article, body(one).mentions[0].start))
            else:
                alone.add(body_keys(body(one))[0])
    draft = BodyRulings(frozenset(marked), {}, frozenset(alone))

    def key(item: Item) -> str:
        return draft.keys_of(item.article, body(item))[0]

    same: dict[str, set[str]] = defaultdict(set)
    for one, two in said.same:
        if one.kind == two.kind == "organization":
            same[key(one)].add(key(two))
            same[key(two)].add(key(one))
    names = {key(item): name for item, name in sorted(said.name.items()) if item.kind == "organization"}
    return replace(draft, same={k: frozenset(others) for k, others in same.items()}, names=names)


class Organizations(NamedCast[str]):
    """The organizations of a collection.

    Two are one where their names are spelt alike, or where an acronym is the one's name and the other's short
    form. A mention's rule tells what found it and why it is this actor's, parted by a semicolon.
    """

    def __init__(self, rulings: BodyRulings | None = None) -> None:
        """Take what a reader has said of the bodies, which stays so."""
        super().__init__()
        self._rulings = rulings or BodyRulings()
        self._bodies: dict[str, Sequence[Organization]] = {}  #: of each article
        self._said: dict[str, _Said] = defaultdict(_Said)
        self._ties: dict[str, dict[str, int]] = defaultdict(dict)  #: names and acronyms of one body
        self._parts: Parts[str] = Parts()
        self._home: dict[str, str] = {}  #: the first of all names and acronyms that are one body's
        self._touched: set[str] = set()
        self._stale: set[str] = set()

    def add(self, source: Source) -> None:
        """Count the organizations of an article that is not there."""
        self._bodies[source.article.id] = source.extraction.organizations
        self._stale.add(source.article.id)
        for body in source.extraction.organizations:
            self._count(source.article.id, body, 1)

    def remove(self, source: Source) -> None:
        """Forget an article that is there."""
        del self._bodies[source.article.id]
        self._stale.discard(source.article.id)
        self.drop(source.article.id)
        for body in source.extraction.organizations:
            self._count(source.article.id, body, -1)

    def settle(self) -> None:
        """Decide anew on the names that hang together with those of which more or less is said."""
        for key in self._touched:
            if not self._ties[key]:
                del self._ties[key], self._said[key]
        parts, keys = self._parts.settle(self._touched, self._ties, self._tied)
        self._touched = set()
        before = {key: self._home.pop(key) for key in keys if key in self._home}
        for part in parts:
            self._home.update(dict.fromkeys(part, part[0]))
        for home in set(before.values()) - {part[0] for part in parts}:
            self.draft(home, None)
        for part in parts:
            (draft, base), known = self._draft(part), self.actors.get(part[0])
            renamed = known is None or known.name != draft.name
            for key in part:
                if renamed or before.get(key) != part[0]:
                    self._stale |= self._said[key].articles.keys()
            self.draft(part[0], draft, part[0], base)
        self.number()
        for article in self._stale:
            self.show(article, self._appearances(article))
        self._stale = set()

    def _count(self, article: str, body: Organization, step: int) -> None:
        keys = self._rulings.keys_of(article, body)
        for key in keys:
            count(self._ties[key], key, step)
            if key != keys[0]:
                count(self._ties[key], keys[0], step)
                count(self._ties[keys[0]], key, step)
        said = self._said[keys[0]]
        count(said.articles, article, step)
        count(said.names, body.name.removeprefix("the ").removeprefix("The "), step)
        if body.acronym and _NUMBERED.fullmatch(body.acronym):
            count(said.numbered, body.acronym, step)
        for mention in body.mentions:
            count(said.uses, mention.text, step)
        self._touched.update(keys)

    def _tied(self, key: str) -> Iterator[str]:
        yield from self._ties[key]
        yield from (other for other in self._rulings.same.get(key, ()) if other in self._ties)

    def _draft(self, keys: Sequence[str]) -> tuple[Actor, str]:
        """Return what is known of a body under its names, without its id, and what that is made of."""
        names: set[str] = set()
        numbered: set[str] = set()
        uses: Counter[str] = Counter()
        for said in map(self._said.__getitem__, keys):
            names |= said.names.keys()
            numbered |= said.numbered.keys()
            uses.update(said.uses)
        name = min(numbered or names, key=lambda text: (-len(text.split()), -uses[text], text))
        given = min((self._rulings.names[key] for key in keys if key in self._rulings.names), default=name)
        aliases = tuple(sorted({*uses, *({name} - {given})} - {given}))
        return Actor("organization", "", given, aliases=aliases), slug(name)

    def _appearances(self, article: str) -> list[Appearance[str]]:
        """Return the organizations of one article in the order of its text."""
        mentions: dict[str, list[Mention]] = defaultdict(list)
        for body in self._bodies[article]:
            mentions[self._home[self._rulings.keys_of(article, body)[0]]] += body.mentions
        rows = [Appearance(key, _explained(found, self.actors[key].name)) for key, found in mentions.items()]
        return sorted(rows, key=lambda row: (row.mentions[0].start, row.key))


def link_organizations(sources: Iterable[Source]) -> Mapping[str, tuple[LinkedActor, ...]]:
    """Return the organizations of each article (by Article.id) with ids that are shared over the sources."""
    ordered, organizations = list(sources), Organizations()
    for source in ordered:
        organizations.add(source)
    organizations.settle()
    return {source.article.id: organizations.linked(source.article.id) for source in ordered}


def body_keys(body: Organization) -> list[str]:
    """Return what identifies the body: its name, then its acronym."""
    name = _plain(body.name)
    return [name, _plain(body.acronym)] if body.acronym and _plain(body.acronym) != name else [name]


def _plain(name: str) -> str:
    words = fold(name).replace(".", "").replace("organization", "organisation").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _explained(mentions: Iterable[Mention], name: str) -> tuple[Mention, ...]:
    own = _plain(name)
    return tuple(
        replace(m, rule=intern(f"{m.rule}; {'same name' if _plain(m.text) == own else 'short form'}"))
        for m in sorted(mentions, key=lambda m: (m.start, m.end))
    )
