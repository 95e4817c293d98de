"""Extraction and linking in their simplest form, for runs without the pipeline; also in child processes."""

from __future__ import annotations

import os
import re
import time
from typing import TYPE_CHECKING

import fakes
from dateline.indexing import steps
from dateline.model import (
    Actor,
    Change,
    Extraction,
    LinkedActor,
    LinkedArticle,
    Mention,
    Person,
    Story,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from dateline.model import ActorType, Article, Ruling, Source

#: The ids of articles in the order in which they were extracted, and how many articles each linking took in.
extracted: list[str] = []
linked: list[int] = []
#: What the reader's judgements came to at each linking.
ruled: list[tuple[Ruling, ...]] = []


def install(pause: float = 0.0, log: Path | None = None, hold: str = "") -> None:
    """Put the simple steps in the place of the real ones; extraction takes so many seconds an article.

    The file `log` gets a line with the id of each article that is extracted. As long as there is a file
    `hold`, none is extracted after the first.
    """
    extracted.clear()
    linked.clear()
    ruled.clear()
    steps.extract = lambda articles, _model=None: _extract(articles, pause, log, hold)  # type: ignore[assignment]
    steps.link = link  # type: ignore[assignment]
    steps.linker = Linker  # type: ignore[assignment]


def _extract(articles: Iterable[Article], pause: float, log: Path | None, hold: str) -> Iterator[Extraction]:
    """Take two capitalized words for a person; break on an article that says so."""
    for article in articles:
        time.sleep(pause)
        while extracted and os.path.exists(hold):  # noqa: PTH110 - there is none by the name of ""
            time.sleep(0.005)
        if "BREAK" in article.text:
            raise RuntimeError("broken")
        extracted.append(article.id)
        if log:
            with log.open("a") as file:
                file.write(f"{article.id}\n")
        people = tuple(
            Person(m.group(), None, None, (Mention(m.start(), m.end(), m.group(), "name", "test"),))
            for m in re.finditer(r"[A-Z]\w+ [A-Z]\w+", article.text)
        )
        yield Extraction(article.id, "test", fakes.sentences(article.text), people)


def link(sources: Iterable[Source], rulings: Sequence[Ruling] = (), aside: object = None) -> Story:
    """Take equal names for one person, and the declared date or else the file's for the article's."""
    articles = {}
    for source in sources:
        people = {p.name: p.mentions for p in source.extraction.people}
        articles[source.article.id] = LinkedArticle(
            article=source.article.id,
            date=source.article.declared_date or source.modified,
            date_basis="declared" if source.article.declared_date else "file",
            people=tuple(
                LinkedActor(Actor("person", name, name), mentions) for name, mentions in people.items()
            ),
        )
    linked.append(len(articles))
    ruled.append(tuple(rulings))
    return Story(articles=articles)


class Linker:
    """Links all articles anew for each story, by whatever `steps.link` is."""

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}
        self._rulings: Sequence[Ruling] = ()

    def update(
        self,
        added: Iterable[Source] = (),
        removed: Iterable[str] = (),
        rulings: Sequence[Ruling] | None = None,
    ) -> Change:
        before, gone = self._people(), frozenset(removed)
        for id_ in gone:
            self._sources.pop(id_)
        self._sources |= {source.article.id: source for source in added}
        self._rulings = self._rulings if rulings is None else rulings
        return Change(frozenset(self._sources), removed=gone, actors_gone=before - self._people())

    def _people(self) -> frozenset[tuple[ActorType, str]]:
        return frozenset(("person", p.name) for s in self._sources.values() for p in s.extraction.people)

    def told(self) -> Story:
        return self.story()

    def kept(self, note: object) -> None:
        """Keep nothing."""

    def story(self) -> Story:
        return steps.link(self._sources.values(), self._rulings)
