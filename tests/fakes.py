"""Made-up articles and their story, built by hand: what the index is tested with, without any pipeline."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.index.state import Held, SeenFile, Stamp, State
from dateline.index.version import Versions
from dateline.model import (
    Actor,
    Article,
    Claim,
    Figure,
    LinkedActor,
    LinkedArticle,
    LinkedFigure,
    LinkedParty,
    LinkedPledge,
    LinkedSummit,
    Mention,
    Pledge,
    ResolvedDate,
    Story,
    Summit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

VERSIONS = Versions("loader", "extractor", "linker", "folding")

ADA = Actor("person", "ada-quill", "Ada Quill", ("Quill", "Ms Quill"), ("Norland Prime Minister",))
BRAM = Actor("person", "bram-östlund", "Bram Östlund", ("Östlund",))
CARA = Actor("person", "cara-de-witt", "Cara de Witt", ("de Witt",))
NORLAND = Actor("country", "NL", "Norland", ("Norlandic",))
LEAGUE = Actor("organization", "harbour-league", "Harbour League", ("League",))
TALKS = Summit("2031-04-06-port-talks", "Port talks", "talks", "Port", None, "2031-04-06", ("ada-quill",))
ACTORS = (ADA, BRAM, CARA, NORLAND, LEAGUE)


@dataclass(frozen=True)
class Telling:
    """One made-up article with what a reader would find in it."""

    article: Article
    linked: LinkedArticle

    @property
    def id(self) -> str:
        return self.article.id


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in re.finditer(r"[^\s.][^.]*\.", text))


def mentions(text: str, *names: str, kind: str = "name") -> tuple[Mention, ...]:
    found = [
        Mention(m.start(), m.end(), m.group(), kind, "test")  # type: ignore[arg-type]
        for name in names
        for m in re.finditer(re.escape(name), text)
    ]
    return tuple(sorted(found, key=lambda m: m.start))


def _actors(text: str, actors: Sequence[Actor]) -> tuple[LinkedActor, ...]:
    linked = [LinkedActor(actor, mentions(text, actor.name)) for actor in actors]
    return tuple(found for found in linked if found.mentions)


def telling(
    text: str,
    date: str = "2031-04-05",
    *,
    title: str = "",
    outlet: str | None = None,
    claims: dict[str, str] | None = None,
    pledges: Sequence[LinkedPledge] = (),
    basis: str = "declared",
) -> Telling:
    """Return an article in which every actor above is found by name; claims maps figures' words to claims."""
    article = Article(
        id=digest(text),
        title=title or text.split(".", maxsplit=1)[0],
        title_basis="declared" if title else "derived",
        declared_date=date,
        outlet=outlet,
        text=text,
        furniture=("Read more",),
    )
    money = tuple(
        LinkedFigure(Figure(m.start, m.end, m.text, "1", "EUR"), claim)
        for words, claim in (claims or {}).items()
        for m in mentions(text, words)
    )
    talks = mentions(text, "Port talks", "the talks")
    linked = LinkedArticle(
        article=article.id,
        date=date,
        date_basis=basis,  # type: ignore[arg-type]
        date_evidence=("It was on 5 April.",) if basis == "inferred" else (),
        people=_actors(text, (ADA, BRAM, CARA)),
        countries=_actors(text, (NORLAND,)),
        organizations=_actors(text, (LEAGUE,)),
        money=money,
        pledges=tuple(pledges),
        dates=(ResolvedDate(0, 3, text[:3], date, "test"),),
        summits=(LinkedSummit(TALKS, talks),) if talks else (),
    )
    return Telling(article, linked)


def pledge(text: str, sentence: str, cue: str, claim: str) -> LinkedPledge:
    """Return a pledge of Norland's, stated in the sentence by the words of the cue."""
    start = text.index(sentence)
    at = text.index(cue, start)
    stated = Pledge(
        start, start + len(sentence), sentence, "build a harbour", "pledged", None, cue=(at, at + len(cue))
    )
    return LinkedPledge(stated, LinkedParty("country", "NL", "Norland"), None, None, None, claim)


def story(tellings: Sequence[Telling], claims: Sequence[Claim] = ()) -> Story:
    named = {(a.actor.type, a.actor.id): a.actor for t in tellings for a in t.linked.people}
    return Story(
        articles={t.id: t.linked for t in sorted(tellings, key=lambda t: (t.linked.date, t.id))},
        actors=tuple(named.values()),
        summits=(TALKS,) if any(t.linked.summits for t in tellings) else (),
        claims={claim.id: claim for claim in claims},
    )


def state(
    tellings: Sequence[Telling],
    claims: Sequence[Claim] = (),
    *,
    versions: Versions = VERSIONS,
    files: dict[str, SeenFile] | None = None,
) -> State:
    """Return what a run would store of the articles, each in a file of its own: /a/000.txt, /a/001.txt …"""
    if files is None:
        files = {
            f"/a/{number:03}.txt": SeenFile(Stamp(1, 2, 3), (Held(t.id, None, t.linked.date),))
            for number, t in enumerate(tellings)
        }
    texts = {t.id: (t.article, sentences(t.article.text)) for t in tellings}
    return State(files, (), texts, story(tellings, claims), versions, complete=True)


def renamed(telling_: Telling, actor: Actor, name: str) -> Telling:
    """Return the article with an actor under another name, as a later linking may have it."""
    people = tuple(
        replace(a, actor=replace(a.actor, name=name)) if a.actor == actor else a
        for a in telling_.linked.people
    )
    return replace(telling_, linked=replace(telling_.linked, people=people))
