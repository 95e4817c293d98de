"""What of the rest of a story the rows of claims depend on, and which claims a change has to do with."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from dateline.index.database import Connection
    from dateline.index.flatten import Key
    from dateline.index.state import State
    from dateline.model import Claim


@dataclass(frozen=True, slots=True)
class Context:
    """What of the rest of a story a claim's rows depend on."""

    db: Connection
    ids: Mapping[Key, int]
    articles: Mapping[str, int]  #: ids in the tables by Article.id
    state: State
    changes: Mapping[str, list[tuple[str, str]]]  #: by the id of a claim: dates and stages of what follows it
    money: Mapping[str, str] = field(default_factory=dict)  #: of pledge claims: the figure claim of their sum
    covered: frozenset[str] = frozenset()  #: figure claims that a pledge's row tells all of

    @property
    def claims(self) -> Mapping[str, Claim]:
        """The claims of the story, by their ids."""
        return self.state.story.claims


def whole_context(db: Connection, state: State, ids: Mapping[Key, int]) -> Context:
    """Return the context of all claims of a story."""
    changes: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for claim in state.story.claims.values():
        for earlier in claim.follows:
            if claim.reports:
                changes[earlier].append((claim.reports[0].written, claim.reports[0].stage))
    articles = dict(db.execute("SELECT digest, id FROM articles"))
    named = [
        (article.money[number].claim, pledge.claim, id_)
        for id_, article in state.story.articles.items()
        for pledge in article.pledges
        for number in pledge.pledge.money
        if number < len(article.money)
    ]
    changes = {id_: sorted(rows) for id_, rows in changes.items()}
    return Context(db, ids, articles, state, changes, *_money(named, state.story.claims))


def context_of(db: Connection, state: State, ids: Mapping[Key, int], claims: Sequence[Claim]) -> Context:
    """Return the context of some claims, from tables in which the articles are those of the state."""
    reported = {report.article for claim in claims for report in claim.reports}
    reported |= {report.copy_of for claim in claims for report in claim.reports if report.copy_of}
    wanted = reported.union(*(claim.articles for claim in claims))
    query = "SELECT digest, id FROM articles WHERE digest IN (SELECT value FROM json_each(?))"
    articles = dict(db.execute(query, (json.dumps([*wanted]),)))
    named = _named(db, articles.values())
    return Context(
        db, ids, articles, state, _followed(db, state, ids, claims), *_money(named, state.story.claims)
    )


def affected(
    db: Connection, state: State, ids: Mapping[Key, int], touched: Collection[int], gone: Iterable[int]
) -> list[Claim]:
    """Return the claims whose rows a change may change."""
    claims, names = state.story.claims, set(state.change.claims if state.change is not None else ())
    for claim in [claims[id_] for id_ in names]:
        names |= {*claim.close_to, *claim.differs_from, *claim.follows}
    changed = [ids[claims[id_].kind, id_] for id_ in names if id_ in claims]
    query = (
        "SELECT key FROM subjects WHERE kind IN ('figure', 'pledge') AND id IN ("
        " SELECT value FROM json_each(?1) UNION"
        " SELECT other FROM relations WHERE sign = '<' AND subject IN (SELECT value FROM json_each(?2)))"
    )
    rows = db.execute(query, (json.dumps([*touched]), json.dumps([*changed, *gone])))
    names |= {key for (key,) in rows}
    return [claims[id_] for id_ in sorted(names) if id_ in claims]


def _followed(
    db: Connection, state: State, ids: Mapping[Key, int], claims: Iterable[Claim]
) -> dict[str, list[tuple[str, str]]]:
    """Return the dates and stages of what follows each of some claims, by the ids of those."""
    query = (
        "SELECT s.key FROM relations r JOIN subjects s ON s.id = r.other"
        " WHERE r.sign = '>' AND r.subject IN (SELECT value FROM json_each(?))"
    )
    story, wanted = state.story.claims, {claim.id: ids[claim.kind, claim.id] for claim in claims}
    later = {key for (key,) in db.execute(query, (json.dumps([*wanted.values()]),))}
    later |= state.change.claims if state.change is not None else set()
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for claim in (story[id_] for id_ in later if id_ in story):
        if claim.reports:
            for earlier in wanted.keys() & set(claim.follows):
                found[earlier].append((claim.reports[0].written, claim.reports[0].stage))
    return {id_: sorted(rows) for id_, rows in found.items()}


def _named(db: Connection, articles: Iterable[int]) -> list[tuple[str, str, str]]:
    """Return the figure claims that pledges of articles name, with their claims, in the order of a story."""
    query = (
        "SELECT f.key, p.key, a.digest FROM articles a JOIN pledges s ON s.article = a.id"
        " JOIN json_each(s.figures) n JOIN figures m ON m.article = a.id AND m.number = n.value"
        " JOIN subjects f ON f.id = m.subject JOIN subjects p ON p.id = s.subject"
        " WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY a.day, a.digest, s.number, n.key"
    )
    return db.execute(query, (json.dumps([*articles]),)).fetchall()


def _money(
    named: Iterable[tuple[str, str, str]], claims: Mapping[str, Claim]
) -> tuple[dict[str, str], frozenset[str]]:
    """Return the figure claim of each pledge claim, and the figure claims whose articles one pledge has.

    `named` are figure claims with a pledge claim that names them and the article where it does.
    """
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    money: dict[str, str] = {}
    for figure, pledge, article in named:
        told[figure, pledge].add(article)
        money.setdefault(pledge, figure)
    covered = {
        figure
        for (figure, _), articles in told.items()
        if figure in claims and articles.issuperset(claims[figure].articles)
    }
    return money, frozenset(covered)
