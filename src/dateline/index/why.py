"""Why things are linked as they are: what found a mention, why it is whose it is, what the reader said."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dateline.index.database import Connection
    from dateline.index.flatten import Key
    from dateline.index.rows import Selection
    from dateline.model import DateBasis, LinkedArticle, Story, Tie


@dataclass(frozen=True, slots=True)
class TieRow:
    """What ties a report to one in another article."""

    article: str  #: Article.id of the other one
    title: str
    date: str
    date_basis: DateBasis
    parts: tuple[str, ...]  #: what speaks for it, the weightiest first


@dataclass(frozen=True, slots=True)
class Why:
    """Why a mention is there, and why it is of what it is of."""

    rules: tuple[str, ...] = ()  #: what found it, then why it is this actor's, as far as told
    ties: tuple[TieRow, ...] = ()  #: of a summit, figure or pledge
    judgements: tuple[str, ...] = ()  #: ids of those that had a part in it


def reasons_of(article: LinkedArticle, ids: Mapping[Key, int]) -> str:
    """Return what linking gives as reasons in an article, as JSON; ids gives the id of each subject."""
    numbers: dict[str, int] = {}
    places = [
        [start, end, ids[key], numbers.setdefault(rule, len(numbers))]
        for start, end, key, rule in _rules(article)
    ]
    ties = [[ids[key], tie.article, *tie.parts] for key, tie in _ties(article) if key in ids]
    return json.dumps([list(numbers), places, ties], ensure_ascii=False, separators=(",", ":"))


def _rules(article: LinkedArticle) -> Iterator[tuple[int, int, Key, str]]:
    for linked in (*article.people, *article.countries, *article.organizations):
        for mention in linked.mentions:
            yield mention.start, mention.end, (linked.actor.type, linked.actor.id), mention.rule
    for event in article.summits:
        for mention in event.mentions:
            yield mention.start, mention.end, ("summit", event.summit.id), mention.rule
    for money in article.money:
        yield money.figure.start, money.figure.end, ("figure", money.claim), money.figure.rule
    for pledge in article.pledges:
        yield pledge.pledge.start, pledge.pledge.end, ("pledge", pledge.claim), pledge.pledge.rule


def _ties(article: LinkedArticle) -> Iterator[tuple[Key, Tie]]:
    for event in article.summits:
        yield from ((("summit", event.summit.id), tie) for tie in event.ties)
    for money in article.money:
        yield from ((("figure", money.claim), tie) for tie in money.ties)
    for pledge in article.pledges:
        yield from ((("pledge", pledge.claim), tie) for tie in pledge.ties)


def write_judged(db: Connection, story: Story, ids: Mapping[Key, int]) -> None:
    """Keep by which judgements each actor, summit and claim is as it is."""
    told = {cast("Key", key): json.dumps(judgements) for key, judgements in story.judged.items()}
    wanted = {(ids[key], judgements) for key, judgements in told.items() if key in ids}
    stored = set(db.execute("SELECT subject, judgements FROM judged"))
    db.executemany("DELETE FROM judged WHERE subject = ? AND judgements = ?", sorted(stored - wanted))
    db.executemany("INSERT INTO judged VALUES (?, ?)", sorted(wanted - stored))


def why(db: Connection, digest: str, start: int, end: int, selection: Selection) -> Why:
    """Return why the words from start to end of an article are a mention of the selection."""
    query = "SELECT id FROM subjects WHERE kind = ? AND key = ?"
    row = db.execute(query, (selection.kind, selection.id)).fetchone()
    if row is None:
        return Why()
    subject = row[0]
    judged = db.execute("SELECT judgements FROM judged WHERE subject = ?", (subject,)).fetchone()
    query = "SELECT content FROM reasons JOIN articles ON articles.id = article WHERE digest = ?"
    stored = db.execute(query, (digest,)).fetchone()
    rules, places, ties = json.loads(stored[0]) if stored else ([], [], [])
    number = next((n for s, e, who, n in places if (s, e, who) == (start, end, subject)), None)
    return Why(
        rules=() if number is None else tuple(filter(None, rules[number].split("; ", 1))),
        ties=tuple(_tie_rows(db, subject, [tie[1:] for tie in ties if tie[0] == subject])),
        judgements=tuple(json.loads(judged[0])) if judged else (),
    )


def _tie_rows(db: Connection, subject: int, ties: list[list[str]]) -> Iterator[TieRow]:
    """Yield the ties to articles that came to tell of the same."""
    for digest, *parts in ties:
        query = (
            "SELECT title, day, date_basis FROM articles a WHERE digest = ?"
            " AND EXISTS (SELECT 1 FROM mentions m WHERE m.article = a.id AND m.subject = ?)"
        )
        row = db.execute(query, (digest, subject)).fetchone()
        if row is not None:
            title, day, basis = row
            yield TieRow(digest, title, day, cast("DateBasis", basis), tuple(parts))
