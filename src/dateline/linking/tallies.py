"""What the articles say of the bearers of one name, as counts, so that an article can be taken back."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, NamedTuple

from dateline import naming
from dateline.linking.blocks import count

if TYPE_CHECKING:
    from dateline.model import Office, Person


class Profile(NamedTuple):
    """One person of one article."""

    article: str
    number: int  #: in Extraction.people


class Tally:
    """The profiles that bear one name, and what their articles say of them."""

    def __init__(self) -> None:
        self.profiles: list[Profile] = []  #: in order
        self.articles: dict[str, int] = {}  #: how many of the profiles each has
        self.uses: dict[str, int] = {}  #: mentions by the name that stands for them in their article
        self.texts: dict[str, int] = {}  #: profiles by each wording of the name
        self.families: dict[str, int] = {}  #: profiles by folded family name
        self.offices: dict[Office, dict[str, int]] = {}  #: the articles that tell each office
        self.days: dict[Office, dict[int, int]] = {}  #: and on which days
        self.written: dict[int, int] = {}  #: profiles by day

    def add(self, profile: Profile, person: Person, day: int) -> None:
        """Count a profile of an article that was written on the day."""
        insort(self.profiles, profile)
        self._count(profile.article, person, day, 1)

    def remove(self, profile: Profile, person: Person, day: int) -> None:
        """Take a profile back that was added with the same words and day."""
        del self.profiles[bisect_left(self.profiles, profile)]
        self._count(profile.article, person, day, -1)

    def _count(self, article: str, person: Person, day: int, step: int) -> None:
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
