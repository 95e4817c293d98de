"""What the articles say of the bearers of one name, as counts, so that an article can be taken back."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dateline import naming
from dateline.linking.blocks import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.model import Office, Person

#: So many profiles are few.
_FEW = 4


class Profile(NamedTuple):
    """One person of one article."""

    article: str
    number: int  #: in Extraction.people


class Tally:
    """The profiles that bear one name, and what their articles say of them.

    Most names are borne by few profiles: what these say is counted when it is asked for.
    """

    __slots__ = ("_few", "_many", "profiles")

    def __init__(self) -> None:
        self.profiles: list[Profile] = []  #: in order
        self._few: list[tuple[Profile, Person, int]] = []  #: with the day of the article
        self._many: Counts | None = None

    def add(self, profile: Profile, person: Person, day: int) -> None:
        """Count a profile of an article that was written on the day."""
        insort(self.profiles, profile)
        if self._many is None:
            self._few.append((profile, person, day))
            if len(self._few) > _FEW:
                self._many, self._few = self.counts, []
        else:
            self._many.count(profile.article, person, day, 1)

    def remove(self, profile: Profile, person: Person, day: int) -> None:
        """Take a profile back that was added with the same words and day."""
        del self.profiles[bisect_left(self.profiles, profile)]
        if self._many is None:
            self._few = [row for row in self._few if row[0] != profile]
        else:
            self._many.count(profile.article, person, day, -1)

    @property
    def counts(self) -> Counts:
        """Return what the articles say of the profiles."""
        if self._many is not None:
            return self._many
        found = Counts()
        for profile, person, day in self._few:
            found.count(profile.article, person, day, 1)
        return found

    @property
    def articles(self) -> Mapping[str, int]:
        """Return how many of the profiles each article has."""
        return self._many.articles if self._many is not None else Counter(p.article for p in self.profiles)

    @property
    def offices(self) -> Mapping[Office, Mapping[str, int]]:
        """Return the articles that tell each office."""
        if self._many is None and not any(person.offices for _, person, _ in self._few):
            return {}
        return self.counts.offices


class Counts:
    """What articles say of the bearers of one name, each with how often."""

    __slots__ = ("articles", "days", "families", "offices", "texts", "uses", "written")

    def __init__(self) -> None:
        self.articles: dict[str, int] = {}  #: how many of the profiles each has
        self.uses: dict[str, int] = {}  #: mentions by the name that stands for them in their article
        self.texts: dict[str, int] = {}  #: profiles by each wording of the name
        self.families: dict[str, int] = {}  #: profiles by folded family name
        self.offices: dict[Office, dict[str, int]] = {}  #: the articles that tell each office
        self.days: dict[Office, dict[int, int]] = {}  #: and on which days
        self.written: dict[int, int] = {}  #: profiles by day

    def count(self, article: str, person: Person, day: int, step: int) -> None:
        """Count what an article of the day says of a person up or down."""
        count(self.articles, article, step)
        count(self.written, day, step)
        if person.mentions:
            count(self.uses, person.name, step * len(person.mentions))
        for text in {person.name, *(mention.text for mention in person.mentions)}:
            count(self.texts, text, step)
        if person.family:
            count(self.families, naming.core(person.family.split())[-1], step)
        for office in set(person.offices):
            articles, days = self.offices.setdefault(office, {}), self.days.setdefault(office, {})
            count(articles, article, step)
            count(days, day, step)
            if not articles:
                del self.offices[office], self.days[office]
