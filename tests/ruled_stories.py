"""Made-up articles that grow word by word, and rulings on them: what rulings are tested with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.linking.story import link
from dateline.model import (
    Article,
    Country,
    DateExpression,
    Extraction,
    Gathering,
    Mention,
    Office,
    Organization,
    Party,
    Person,
    Place,
    Pledge,
    RolePhrase,
    Ruling,
    Source,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import GatheringKind, JudgementKind, LinkedArticle, Story

FRENCH = Office("president", country="FR")


class Draft:
    """An article in the making: its text grows with each word that is mentioned in it."""

    def __init__(self, id: str, date: str | None = "2031-04-05") -> None:
        self.id, self.date, self.text = id, date, ""
        self.extraction = Extraction(id, "test")

    def _say(self, *words: str, kind: str = "name") -> tuple[Mention, ...]:
        found = []
        for each in words:
            start = len(self.text)
            self.text += f"{each} spoke. "
            found.append(Mention(start, start + len(each), each, kind, "test"))  # type: ignore[arg-type]
        return tuple(found)

    def person(self, name: str, *also: str, office: Office | None = None) -> Draft:
        words = name.split()
        given = " ".join(words[:-1]) or None
        person = Person(name, given, words[-1], self._say(name, *also), (office,) if office else ())
        return self._with(people=(*self.extraction.people, person))

    def role(self, words: str, office: Office) -> Draft:
        (mention,) = self._say(words, kind="role")
        return self._with(roles=(*self.extraction.roles, RolePhrase(mention, office)))

    def body(self, name: str, acronym: str | None = None) -> Draft:
        body = Organization(name, self._say(name), acronym)
        return self._with(organizations=(*self.extraction.organizations, body))

    def country(self, name: str, code: str) -> Draft:
        return self._with(countries=(*self.extraction.countries, Country(code, self._say(name))))

    def summit(
        self, *phrases: str, place: str | None = None, day: str | None = None, kind: GatheringKind = "summit"
    ) -> Draft:
        mentions = self._say(*phrases)
        date = None
        if day is not None:
            date = len(self.extraction.dates)
            (said,) = self._say(day)
            expression = DateExpression(said.start, said.end, day, day)
            self._with(dates=(*self.extraction.dates, expression))
        gathering = Gathering(kind, mentions, place, None, date)
        return self._with(gatherings=(*self.extraction.gatherings, gathering))

    def pledge(self, by: str) -> Draft:
        """Add a pledge by the person, body or country that was mentioned first by these words."""
        start = self.text.index(by)
        party = Party("person", by, start, start + len(by))
        (said,) = self._say(f"{by} will build a harbour")
        pledge = Pledge(said.start, said.end, said.text, "build a harbour", "pledged", party)
        return self._with(pledges=(*self.extraction.pledges, pledge))

    def _with(self, **parts: object) -> Draft:
        self.extraction = replace(self.extraction, **parts)  # type: ignore[arg-type]
        return self

    @property
    def source(self) -> Source:
        article = Article(self.id, self.id, "derived", self.date, None, self.text)
        extraction = replace(self.extraction, sentences=((0, len(self.text)),))
        return Source(article, extraction, "2031-01-01")

    def at(self, words: str, number: int = 0) -> Place:
        """Return where some words stand."""
        start = -1
        for _ in range(number + 1):
            start = self.text.index(words, start + 1)
        return Place(self.id, start, start + len(words))

    @property
    def whole(self) -> Place:
        return Place(self.id, 0, 0)


_NUMBERS = iter(range(10**6))


def rule(kind: JudgementKind, *places: Place, value: str = "") -> Ruling:
    return Ruling(f"j{next(_NUMBERS):06}", kind, places, value)


def story(drafts: Sequence[Draft], *rulings: Ruling) -> Story:
    return link([draft.source for draft in drafts], rulings)


def who(article: LinkedArticle, place: Place) -> str | None:
    """Return the id of the actor or summit that is mentioned at a place."""
    rows = [
        *((m, f"{linked.actor.type} {linked.actor.id}") for linked in (
            *article.people, *article.countries, *article.organizations) for m in linked.mentions),
        *((m, f"summit {event.summit.id}") for event in article.summits for m in event.mentions),
    ]  # fmt: skip
    return next((id_ for m, id_ in rows if (m.start, m.end) == (place.start, place.end)), None)


def at(found: Story, place: Place) -> str | None:
    return who(found.articles[place.article], place)


def talks() -> list[Draft]:
    return [
        Draft("a").summit("the Lima summit", place="Lima", day="2031-04-02"),
        Draft("b").summit("the Lima summit", "the summit", place="Lima", day="2031-04-02"),
        Draft("c").summit("a gathering of six leaders"),
    ]
