"""Extractions as rulings have them: what is no actor goes, what is another kind of actor moves over.

Whatever linking does afterwards, it does with these, so that parties, summits and claims follow by
themselves. A person or body goes by name: later articles that name the same are amended alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from dateline.extraction.gazetteer import surfaces
from dateline.linking.individuals import Name, name_of
from dateline.linking.organizations import body_keys
from dateline.model import Country, Gathering, Organization, Person
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.linking.rulings import Item, Rulings
    from dateline.model import ActorType, Extraction, Mention, Office, Party, Place

    _Mentions = tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Natures:
    """What rulings say that things are: person, country, organization or none."""

    people: Mapping[Name, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)  #: by the keys of organizations
    countries: Mapping[tuple[str, str], str] = field(default_factory=dict)  #: by article and code
    roles: frozenset[tuple[str, Office]] = frozenset()  #: by article: phrases that stand for nobody

    def __bool__(self) -> bool:
        return bool(self.people or self.bodies or self.countries or self.roles)


def natures_of(said: Rulings, extractions: Mapping[str, Extraction]) -> Natures:
    """Return what rulings say that the items of the extractions are."""
    people: dict[Name, str] = {}
    bodies: dict[str, str] = {}
    countries: dict[tuple[str, str], str] = {}
    roles: set[tuple[str, Office]] = set()
    for item, nature in sorted(said.nature.items()):
        extraction = extractions[item.article]
        if item.kind == "person" and nature != "person":
            people.setdefault(name_of(extraction.people[item.number]), nature)
        elif item.kind == "organization" and nature != "organization":
            bodies.setdefault(body_keys(extraction.organizations[item.number])[0], nature)
        elif item.kind == "country" and nature != "country":
            countries.setdefault((item.article, extraction.countries[item.number].code), nature)
        elif item.kind == "role" and nature != "person":
            roles.add((item.article, extraction.roles[item.number].office))
    for one, _ in said.different:  # a country is what it is: a mention that means another thing means none
        if one.kind == "country":
            countries.setdefault((one.article, extractions[one.article].countries[one.number].code), "none")
    return Natures(people, bodies, countries, frozenset(roles))


def separated(extraction: Extraction, item: Item, at: Place, other: Place) -> Extraction:
    """Return the extraction with the words at a place taken from an item, as an item of their own.

    All mentions of the item by the same words leave with them, unless those at the other place are the same.
    """
    if item.kind == "person":
        people, own = _parted(extraction.people, item.number, at, other)
        alone = tuple(Person(m.text, None, m.text.split()[-1], own) for m in own[:1])
        return replace(extraction, people=(*people, *alone))
    if item.kind == "organization":
        bodies, own = _parted(extraction.organizations, item.number, at, other)
        return replace(extraction, organizations=(*bodies, *(Organization(m.text, own) for m in own[:1])))
    if item.kind == "gathering":
        gatherings, own = _parted(extraction.gatherings, item.number, at, other)
        kind = extraction.gatherings[item.number].kind
        return replace(extraction, gatherings=(*gatherings, *(Gathering(kind, own) for _ in own[:1])))
    return extraction


def _parted(rows: Sequence[Any], number: int, at: Place, other: Place) -> tuple[Sequence[Any], _Mentions]:
    """Return the items, one of them without the mentions that leave it, and these: none, if all would."""
    mentions: _Mentions = rows[number].mentions
    here = [m for m in mentions if m.start < at.end and at.start < m.end]
    there = [m for m in mentions if m.start < other.end and other.start < m.end]
    words = {fold(m.text) for m in here} - {fold(m.text) for m in there}
    leaving = tuple(m for m in mentions if m in here or fold(m.text) in words)
    left = tuple(m for m in mentions if m not in leaving)
    if not left or not leaving:
        return rows, ()
    return (*rows[:number], replace(rows[number], mentions=left), *rows[number + 1 :]), leaving


def amended(extraction: Extraction, natures: Natures) -> Extraction:
    """Return the extraction with everything of the kind that the rulings say it is."""
    moves = _Moves(extraction, natures)
    if not moves.spans and len(moves.roles) == len(extraction.roles):
        return extraction
    pledges = tuple(
        replace(
            pledge,
            pledger=moves.party(pledge.pledger),
            spoken_by=moves.party(pledge.spoken_by),
            beneficiary=moves.party(pledge.beneficiary),
        )
        for pledge in extraction.pledges
    )
    gatherings = tuple(
        replace(g, participants=tuple(p for p in map(moves.party, g.participants) if p is not None))
        for g in extraction.gatherings
    )
    return replace(
        extraction,
        people=tuple(moves.people),
        organizations=tuple(moves.organizations),
        countries=tuple(moves.countries),
        roles=tuple(moves.roles),
        pledges=pledges,
        gatherings=gatherings,
    )


class _Moves:
    """What moves within one extraction."""

    def __init__(self, extraction: Extraction, natures: Natures) -> None:
        id_ = extraction.article
        self.spans: list[tuple[int, int, str]] = []  #: of mentions that are of another kind now
        self.people: list[Person] = []
        self.organizations: list[Organization] = []
        self.countries: list[Country] = []
        self.roles = [role for role in extraction.roles if (id_, role.office) not in natures.roles]
        for country in extraction.countries:
            words = country.mentions[0].text if country.mentions else country.code
            self._sort(country, natures.countries.get((id_, country.code)), words)
        for person in extraction.people:
            self._sort(person, natures.people.get(name_of(person)), person.name)
        for body in extraction.organizations:
            self._sort(body, natures.bodies.get(body_keys(body)[0]), body.name)

    def party(self, party: Party | None) -> Party | None:
        """Return a party of the kind that its mention is of by now."""
        if party is None or party.type == "group":
            return party
        for start, end, nature in self.spans:
            if start < party.end and party.start < end:
                kind = "group" if nature == "none" else nature
                return replace(party, type=cast("ActorType", kind))
        return party

    def _sort(self, row: Person | Organization | Country, nature: str | None, name: str) -> None:
        """Put an item among those of its kind, or of the one that it is by a ruling."""
        if nature is not None:
            self.spans += [(mention.start, mention.end, nature) for mention in row.mentions]
        if nature == "person" or (nature is None and isinstance(row, Person)):
            self.people.append(row if isinstance(row, Person) else _as_person(name, row.mentions))
        elif nature == "organization" or (nature is None and isinstance(row, Organization)):
            body = row if isinstance(row, Organization) else Organization(name, _named(row.mentions))
            self.organizations.append(body)
        elif nature is None and isinstance(row, Country):
            self.countries.append(row)
        elif nature == "country" and (sense := surfaces().get(name)) is not None:
            self._join_country(sense.code, _named(row.mentions))

    def _join_country(self, code: str, mentions: tuple[Mention, ...]) -> None:
        for number, country in enumerate(self.countries):
            if country.code == code:
                both = sorted((*country.mentions, *mentions), key=lambda m: m.start)
                self.countries[number] = replace(country, mentions=tuple(both))
                return
        self.countries.append(Country(code, mentions))


def _as_person(name: str, mentions: Iterable[Mention]) -> Person:
    words = name.split()
    return Person(name, " ".join(words[:-1]) or None, words[-1], _named(mentions))


def _named(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return mentions as mentions by name: demonyms and capitals are those of countries alone."""
    return tuple(replace(mention, kind="name") for mention in mentions)
