"""What extraction finds in one article, before anything is known of the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ActorType = Literal["person", "country", "organization"]
MentionKind = Literal["name", "role", "demonym", "capital", "seat"]
Status = Literal["pledged", "conditional", "proposed", "refused"]
GatheringKind = Literal["summit", "talks", "meeting", "call", "visit", "conference", "funeral"]
Direction = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of an article's text that refers to something."""

    start: int
    end: int
    text: str
    kind: MentionKind
    rule: str  #: the component or rule that made it


@dataclass(frozen=True, slots=True)
class Office:
    """An office or function as a phrase names it: "the French president", "Nato Secretary General"."""

    #: lower case, British spelling, without article: "president", "leader"; "" where only the country is told
    title: str
    country: str | None = None  #: ISO 3166-1 alpha-2
    organization: str | None = None  #: as written
    former: bool = False


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """A role that stands alone for a person ("the French president"); linking finds out for whom."""

    mention: Mention
    office: Office
    definite: bool = True


@dataclass(frozen=True, slots=True)
class Person:
    """A person within one article: all mentions by name that extraction holds for the same bearer."""

    name: str  #: the fullest name without office: "Ida Vale", "King Olav V"
    given: str | None
    family: str | None
    mentions: tuple[Mention, ...]
    offices: tuple[Office, ...] = ()  #: what appositions in this article call the person


@dataclass(frozen=True, slots=True)
class Country:
    """A country within one article."""

    code: str  #: ISO 3166-1 alpha-2
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization within one article."""

    name: str  #: the fullest form in the text
    mentions: tuple[Mention, ...]
    acronym: str | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in a currency."""

    amount: str  #: decimal string
    currency: str  #: ISO 4217


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount of money as one article states it."""

    start: int
    end: int
    text: str
    amount: str | None  #: decimal string; None where the text gives no number ("billions of euros")
    currency: str  #: ISO 4217
    amount_to: str | None = None  #: upper bound of a range
    approximate: bool = False
    period: str | None = None  #: as written: "a year", "over five years"
    equivalents: tuple[Sum, ...] = ()  #: in other currencies, as the article gives for this sum in brackets
    rule: str = ""


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as the text words it, still relative where the words are.

    `form` is one of (dateline.linking.dates resolves them):
      "2031", "2031-03", "2031-03-02", "2031-Q1"    absolute
      "--03-02", "--03", "--Q1", "---18"            a part is missing: year; year; year; year and month
      "MON" .. "SUN", "weekend"                     nearest in `direction`
      "day:-1", "week:+1", "month:+0", "year:-1"    so many units from the reference; weekend, quarter too
      "FRI:-1", "--03:+1", "--Q1:+0", "---20:+1"    of last week, next year, this year, next month
      "--03-02=SUN", "---21=THU"                    a day whose weekday is told as well
      "FRI#2@--07", "FRI#-1@month:+1"               the second Friday of July, the last one of next month
      "day:+1+P4M", "FRI+P1W", "--01-15-P2D"        so many days, weeks, months, years from another
      "+P2FRI", "-P1FRI"                            the second Friday from now on, the last one before
      "+P3D", "-P3D"                                counted from `anchor` (or the article's date)
      "--03-01/--03-04", "1990/1999"                a span of two of these, both ends included
    """

    start: int
    end: int
    text: str
    form: str
    direction: Direction | None = None  #: from tense or words ("last", "ago"); None where nothing tells
    anchor: int | None = None  #: the date it counts from, in Extraction.dates; None: the article's own
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part in something: a pointer to a mention, or words where no actor is meant.

    For an actor, start and end are those of a mention in people, roles, countries or organizations of the
    same Extraction (the antecedent's, where the text has a pronoun); linking turns it into an actor's id.
    """

    type: Literal["person", "country", "organization", "group"]
    name: str  #: as written: "the Prime Minister", "European leaders"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pledge:
    """One article's report of a commitment."""

    start: int  #: the sentence that carries it
    end: int
    text: str
    action: str
    status: Status
    pledger: Party | None
    spoken_by: Party | None = None
    beneficiary: Party | None = None
    money: tuple[int, ...] = ()  #: indices in Extraction.money
    condition: str | None = None
    deadline: int | None = None  #: index in Extraction.dates
    cue: tuple[int, int] = (0, 0)  #: the words of commitment
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Gathering:
    """A summit within one article: all phrases that extraction holds for the same event."""

    kind: GatheringKind
    mentions: tuple[Mention, ...]
    place: str | None = None
    country: str | None = None  #: of the place, ISO 3166-1 alpha-2
    date: int | None = None  #: index in Extraction.dates
    participants: tuple[Party, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the spaCy pass finds in one article, before anything is known of the others."""

    article: str  #: Article.id
    version: str  #: of the extractor
    sentences: tuple[tuple[int, int], ...] = ()
    people: tuple[Person, ...] = ()
    roles: tuple[RolePhrase, ...] = ()
    countries: tuple[Country, ...] = ()
    organizations: tuple[Organization, ...] = ()
    money: tuple[Figure, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    gatherings: tuple[Gathering, ...] = ()


class UnfitModel(ValueError):
    """A spaCy pipeline that was asked for is not there or lacks something; the message says what."""
