"""An invented article as it is written: words are put down one by one, so that all offsets are known."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from dateline.model import (
    Article,
    Country,
    DateExpression,
    Extraction,
    Figure,
    Gathering,
    Mention,
    Office,
    Organization,
    Party,
    Person,
    Pledge,
    RolePhrase,
    Source,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence
    from datetime import date


@dataclass(slots=True, eq=False)
class Words:
    """Words that extraction marks, with where they came to stand."""

    kind: str
    text: str
    more: tuple[Any, ...] = ()
    start: int = -1

    @property
    def mention(self) -> Mention:
        """Return the words as a mention."""
        kind: Any = self.kind if self.kind == "role" else "name"
        return Mention(self.start, self.start + len(self.text), self.text, kind, "invented")

    @property
    def party(self) -> Party:
        """Return the words as a party."""
        kind: Any = "person" if self.kind == "role" else self.kind
        return Party(kind, self.text, self.start, self.start + len(self.text))


@dataclass(slots=True)
class Draft:
    """One article in the making."""

    number: int
    dated: date | None
    outlet: str | None
    day: date
    title: str = ""
    text: str = ""
    sentences: list[tuple[int, int]] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    gatherings: list[tuple[Any, ...]] = field(default_factory=list)
    pledges: list[tuple[Any, ...]] = field(default_factory=list)

    def headline(self, text: str) -> None:
        """Begin the article with its headline."""
        self.title = text
        self.say(text)
        self.text += "\n"

    def say(self, *parts: object) -> None:
        """Add a sentence of plain text and of marked words."""
        start = len(self.text)
        for part in parts:
            if isinstance(part, Words):
                part.start = len(self.text)
                self.words.append(part)
                self.text += part.text
            else:
                self.text += str(part)
        self.sentences.append((start, len(self.text)))
        self.text += " "

    def person(self, given: str, family: str, office: str = "", state: str = "") -> Words:
        """Return a person's name, with the office that words before it would give."""
        offices = (Office(office, state),) if office else ()
        return Words("person", f"{given} {family}".strip(), (given or None, family, offices))

    def role(self, text: str, office: str, state: str) -> Words:
        """Return a phrase that stands for the holder of an office."""
        return Words("role", text, (Office(office, state),))

    def country(self, text: str, code: str) -> Words:
        """Return the name of a country."""
        return Words("country", text, (code,))

    def body(self, text: str) -> Words:
        """Return the name of an organization."""
        return Words("organization", text)

    def money(self, text: str, amount: str, currency: str) -> Words:
        """Return a sum."""
        return Words("money", text, (amount, currency))

    def date(self, text: str, form: str) -> Words:
        """Return words for a date in the past."""
        return Words("date", text, (form,))

    def name(self, text: str) -> Words:
        """Return the words that name a gathering."""
        return Words("gathering", text)

    def gathering(
        self, kind: Any, names: Sequence[Words], place: str | None, when: Words | None, company: Any
    ) -> None:
        """Note a gathering of which all words have been said."""
        self.gatherings.append((kind, names, place, when, company))

    def pledge(self, giver: Words, receiver: Words | None, action: str, money: Words | None) -> None:
        """Note that the last sentence is a pledge."""
        self.pledges.append((*self.sentences[-1], giver, receiver, action, money))

    def copied(self, chance: random.Random, number: int, outlet: str | None) -> Draft:
        """Return the article as another outlet prints it a little later, with a last sentence of its own."""
        later = self.dated and self.dated + timedelta(chance.randint(0, 2))
        other = replace(self, number=number, outlet=outlet, dated=later, sentences=list(self.sentences))
        other.say(f"This is what {outlet or 'others'} printed as number {number}.")
        return other

    def source(self, id_: str) -> Source:
        """Return the article with what extraction finds in it."""
        declared = self.dated.isoformat() if self.dated else None
        article = Article(id_, self.title, "declared", declared, self.outlet, self.text.rstrip())
        return Source(article, self._extraction(id_), (self.day + timedelta(400)).isoformat())

    def _of(self, *kinds: str) -> list[Words]:
        return [words for words in self.words if words.kind in kinds]

    def _extraction(self, id_: str) -> Extraction:
        money, dates = self._of("money"), self._of("date")
        figures = (Figure(w.start, w.mention.end, w.text, w.more[0], w.more[1]) for w in money)
        return Extraction(
            article=id_,
            version="invented",
            sentences=tuple(self.sentences),
            people=self._people(),
            roles=tuple(RolePhrase(w.mention, w.more[0]) for w in self._of("role")),
            countries=tuple(
                Country(code, tuple(w.mention for w in rows)) for code, rows in self._by(0, "country")
            ),
            organizations=tuple(Organization(w.text, (w.mention,)) for w in self._of("organization")),
            money=tuple(figures),
            dates=tuple(DateExpression(w.start, w.mention.end, w.text, w.more[0], "past") for w in dates),
            pledges=tuple(self._pledge(row, money) for row in self.pledges),
            gatherings=tuple(self._gathering(row, dates) for row in self.gatherings),
        )

    def _by(self, place: int, kind: str) -> list[tuple[Any, list[Words]]]:
        found: dict[Any, list[Words]] = {}
        for words in self._of(kind):
            found.setdefault(words.more[place], []).append(words)
        return list(found.items())

    def _people(self) -> tuple[Person, ...]:
        """Return the people: a family name is that of the one who has it in full, as in an article."""
        found = []
        for family, rows in self._by(1, "person"):
            full = {w.more[0] for w in rows if w.more[0]}
            for given in sorted(full) or [None]:
                own = [w for w in rows if w.more[0] in (given, *((None,) if len(full) == 1 else ()))]
                offices = dict.fromkeys(o for w in own for o in w.more[2])
                name = f"{given} {family}" if given else family
                found.append(Person(name, given, family, tuple(w.mention for w in own), tuple(offices)))
        return tuple(sorted(found, key=lambda person: person.mentions[0].start))

    def _pledge(self, row: tuple[Any, ...], money: Sequence[Words]) -> Pledge:
        start, end, giver, receiver, action, sum_ = row
        return Pledge(
            start, end, self.text[start:end], action, "pledged", giver.party,
            beneficiary=receiver.party if receiver else None,
            money=tuple(n for n, words in enumerate(money) if words is sum_),
        )  # fmt: skip

    def _gathering(self, row: tuple[Any, ...], dates: Sequence[Words]) -> Gathering:
        kind, names, place, when, company = row
        return Gathering(
            kind, tuple(w.mention for w in names), place,
            date=next((n for n, words in enumerate(dates) if words is when), None),
            participants=tuple(w.party for w in company),
        )  # fmt: skip
