"""A story as rows: what the tables of a collection are filled with, still without SQLite."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from dateline.index.version import rows_version
from dateline.index.why import reasons_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dateline.model import LinkedArticle, LinkedFigure, LinkedParty, LinkedPledge, Mention, Story

SubjectKind = Literal["person", "country", "organization", "summit", "figure", "pledge"]
Key = tuple[SubjectKind, str]  #: what names a subject: its kind and the id of the actor, summit or claim


class Subject(NamedTuple):
    """What can be selected, with all its names."""

    label: str
    date: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """The rows of one article, without its own id; `subjects` stand by their ids in the tables."""

    day: str
    line: tuple[object, ...]  #: what linking says of it in `articles`: basis and evidence
    mentions: list[tuple[int, int, int, str]]  #: start, end, subject, kind
    hits: dict[int, int]  #: mentions by subject
    figures: list[tuple[object, ...]]
    pledges: list[tuple[object, ...]]
    dates: list[tuple[object, ...]]
    roles: list[tuple[int, str, str, str, int]]  #: subject, kind, title, place, start
    reasons: str  #: of what linking says, as JSON


def as_json(value: object) -> str:
    """Return value as JSON text in its shortest form."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def fingerprint(*parts: object) -> str:
    """Return a digest of values of the model, and of the code that makes rows of them.

    Rows need not be made to see that they would be what they were.
    """
    content = msgspec.json.encode((rows_version(), *parts))
    return hashlib.blake2b(content, digest_size=12).hexdigest()


def told_of(article: LinkedArticle) -> tuple[object, ...]:
    """Return what the rows of an article come from: of its actors and summits no more than who they are."""
    actors = [
        (linked.actor.type, linked.actor.id, linked.mentions, linked.offices)
        for linked in (*article.people, *article.countries, *article.organizations)
    ]
    summits = [(event.summit.id, event.mentions, event.ties) for event in article.summits]
    when = article.date, article.date_basis, article.date_evidence, article.dates
    return (*when, actors, summits, article.money, article.pledges)


def subjects_of(story: Story, articles: Iterable[LinkedArticle]) -> dict[Key, Subject]:
    """Return all that can be selected in a story; what only the articles know goes by their words."""
    subjects: dict[Key, Subject] = {}
    for actor in story.actors:
        names = actor.name, *actor.aliases, *actor.offices
        subjects[actor.type, actor.id] = Subject(actor.name, None, names)
    for summit in story.summits:
        subjects["summit", summit.id] = Subject(summit.name, summit.date, (summit.name,))
    for claim in story.claims.values():
        subjects[claim.kind, claim.id] = Subject(claim.label)
    for article in articles:
        for key, subject in told_in(article):
            subjects.setdefault(key, subject)
    return subjects


def told_in(article: LinkedArticle) -> Iterator[tuple[Key, Subject]]:
    """Yield what can be selected in an article, by its words."""
    for linked in (*article.people, *article.countries, *article.organizations):
        actor = linked.actor
        yield (actor.type, actor.id), Subject(actor.name, None, (actor.name, *actor.aliases))
    for event in article.summits:
        summit = event.summit
        yield ("summit", summit.id), Subject(summit.name, summit.date, (summit.name,))
    for money in article.money:
        yield ("figure", money.claim), Subject(money.figure.text)
    for pledge in article.pledges:
        yield ("pledge", pledge.claim), Subject(pledge.pledge.action)


def flatten(article: LinkedArticle, ids: Mapping[Key, int]) -> ArticleRows:
    """Return the rows of an article; ids gives the id of each subject in the tables."""
    mentions = _without_overlaps(_mentions(article, ids))
    hits: dict[int, int] = {}
    for _, _, subject, _ in mentions:
        hits[subject] = hits.get(subject, 0) + 1
    return ArticleRows(
        day=article.date,
        line=(article.date_basis, as_json(article.date_evidence)),
        mentions=mentions,
        hits=hits,
        figures=[_figure(i, money, ids) for i, money in enumerate(article.money)],
        pledges=[_pledge(i, pledge, ids) for i, pledge in enumerate(article.pledges)],
        dates=[(d.start, d.end, d.text, d.iso, d.rule) for d in article.dates],
        roles=list(_roles(article, ids)),
        reasons=reasons_of(article, ids),
    )


def _roles(article: LinkedArticle, ids: Mapping[Key, int]) -> Iterator[tuple[int, str, str, str, int]]:
    """Yield the offices that an article gives its people, and phrases for them and for summits, each once."""
    for linked in article.people:
        subject = ids[linked.actor.type, linked.actor.id]
        start = min((mention.start for mention in linked.mentions), default=0)
        placed = {office.title for office in linked.offices if office.country or office.organization}
        for office in linked.offices:
            place = office.country or office.organization or ""
            if place or office.title not in placed:
                yield subject, "former" if office.former else "office", office.title, place, start
        yield from _phrases(subject, (mention for mention in linked.mentions if mention.kind == "role"))
    for event in article.summits:
        yield from _phrases(ids["summit", event.summit.id], event.mentions)


def _phrases(subject: int, mentions: Iterable[Mention]) -> Iterator[tuple[int, str, str, str, int]]:
    firsts: dict[str, tuple[str, int]] = {}
    for mention in sorted(mentions, key=lambda m: m.start):
        phrase = _phrase(mention.text)
        firsts.setdefault(phrase.lower(), (phrase, mention.start))
    for phrase, start in firsts.values():
        yield subject, "phrase", phrase, "", start


def _phrase(text: str) -> str:
    """Return a phrase as it is within a sentence: "The French president" is "the French president"."""
    words = " ".join(text.split())
    return words[:1].lower() + words[1:] if words.lower().startswith("the ") else words


def _mentions(article: LinkedArticle, ids: Mapping[Key, int]) -> Iterator[tuple[int, int, int, str]]:
    for linked in (*article.people, *article.countries, *article.organizations):
        subject = ids[linked.actor.type, linked.actor.id]
        for mention in linked.mentions:
            yield mention.start, mention.end, subject, mention.kind
    for event in article.summits:
        subject = ids["summit", event.summit.id]
        for mention in event.mentions:
            yield mention.start, mention.end, subject, "summit"
    for money in article.money:
        yield money.figure.start, money.figure.end, ids["figure", money.claim], "figure"
    for pledge in article.pledges:
        yield pledge.pledge.start, pledge.pledge.end, ids["pledge", pledge.claim], "pledge"


def _without_overlaps(mentions: Iterable[tuple[int, int, int, str]]) -> list[tuple[int, int, int, str]]:
    """Return the mentions by start; of those of one subject that overlap, the first and longest."""
    ends: dict[int, int] = {}
    kept = []
    for mention in sorted(mentions, key=lambda m: (m[0], -m[1], m[2], m[3])):
        start, end, subject, _ = mention
        if start < end and ends.get(subject, 0) <= start:
            ends[subject] = end
            kept.append(mention)
    return kept


def _figure(number: int, linked: LinkedFigure, ids: Mapping[Key, int]) -> tuple[object, ...]:
    figure = linked.figure
    return (
        number,
        ids["figure", linked.claim],
        figure.start,
        figure.end,
        figure.text,
        figure.amount,
        figure.amount_to,
        figure.currency,
        int(figure.approximate),
        figure.period,
        as_json([[e.amount, e.currency] for e in figure.equivalents]),
    )


def _pledge(number: int, linked: LinkedPledge, ids: Mapping[Key, int]) -> tuple[object, ...]:
    pledge = linked.pledge
    parties = (_party(p) for p in (linked.pledger, linked.spoken_by, linked.beneficiary))
    return (
        number,
        ids["pledge", linked.claim],
        pledge.start,
        pledge.end,
        *pledge.cue,
        pledge.action,
        pledge.status,
        *parties,
        as_json(pledge.money),
        pledge.condition,
        linked.deadline,
    )


def _party(party: LinkedParty | None) -> str | None:
    return as_json([party.type, party.id, party.name]) if party else None
