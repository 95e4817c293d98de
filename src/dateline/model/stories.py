"""What linking makes of a collection."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.model.articles import Article, DateBasis
    from dateline.model.extractions import (
        ActorType,
        Extraction,
        Figure,
        GatheringKind,
        Mention,
        Office,
        Pledge,
        Status,
    )

Stage = Literal["first", "repeated", "raised", "cut", "refused", "withdrawn"]
Sign = Literal["=", "≈", "≠", ""]
Judged = Literal["", "confirmed", "wrong"]


@dataclass(frozen=True, slots=True)
class Source:
    """What linking is given for one article: the article without need of its text, and what was extracted."""

    article: Article
    extraction: Extraction
    modified: str  #: earliest date of change of its files, for the date basis "file"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, country or organization of the whole collection."""

    type: ActorType
    id: str  #: "ida-vale", "GB", "nato"
    name: str
    aliases: tuple[str, ...] = ()  #: every other way the articles name it
    offices: tuple[str, ...] = ()  #: as the articles word them: "UK Prime Minister"


@dataclass(frozen=True, slots=True)
class LinkedActor:
    """An actor's mentions in one article."""

    actor: Actor
    mentions: tuple[Mention, ...]
    offices: tuple[Office, ...] = ()  #: that this article's appositions give a person


@dataclass(frozen=True, slots=True)
class Tie:
    """Why what one article tells and what another one does are held for the same."""

    article: str  #: Article.id of the other one
    parts: tuple[str, ...]  #: what speaks for it, the weightiest first: "London", "3 shared leaders"


@dataclass(frozen=True, slots=True)
class LinkedFigure:
    """A figure with the claim that it shares with figures of other articles."""

    figure: Figure
    claim: str
    ties: tuple[Tie, ...] = ()  #: to the nearest of them, the strongest first


@dataclass(frozen=True, slots=True)
class LinkedParty:
    """A party whose actor is known (or a group, whose id is None)."""

    type: Literal["person", "country", "organization", "group"]
    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class LinkedPledge:
    """A pledge with its parties settled and the claim that it shares with reports in other articles."""

    pledge: Pledge
    pledger: LinkedParty | None
    spoken_by: LinkedParty | None
    beneficiary: LinkedParty | None
    deadline: str | None
    claim: str
    ties: tuple[Tie, ...] = ()  #: to the nearest other reports, the strongest first


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """A date expression with the date that it means; iso is None where nothing settles it."""

    start: int
    end: int
    text: str
    iso: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Summit:
    """A gathering or call between leaders or officials, as the whole collection tells of it."""

    id: str  #: "2031-03-02-oslo-summit"
    name: str  #: "London summit"
    kind: GatheringKind
    place: str | None
    country: str | None
    date: str | None
    participants: tuple[str, ...]  #: ids of actors


@dataclass(frozen=True, slots=True)
class LinkedSummit:
    """A summit's mentions in one article, and the company in which that article shows it."""

    summit: Summit
    mentions: tuple[Mention, ...]
    participants: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()  #: to the nearest other reports, the strongest first


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """All that linking knows of one article."""

    article: str  #: Article.id
    date: str  #: "2031-03-03"
    date_basis: DateBasis
    date_evidence: tuple[str, ...] = ()  #: the sentences that show an inferred date
    people: tuple[LinkedActor, ...] = ()
    countries: tuple[LinkedActor, ...] = ()
    organizations: tuple[LinkedActor, ...] = ()
    money: tuple[LinkedFigure, ...] = ()
    pledges: tuple[LinkedPledge, ...] = ()
    dates: tuple[ResolvedDate, ...] = ()
    summits: tuple[LinkedSummit, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimReport:
    """One mention of a figure or pledge as a report of the claim that it shares with others."""

    article: str  #: Article.id
    number: int  #: its place in Extraction.money or Extraction.pledges
    start: int  #: of the figure, or of the sentence of the pledge
    end: int
    written: str  #: date of the article
    status: Status | None = None  #: None for a figure
    sum: str = ""  #: "£1.6bn", "up to £2bn"; "" without one
    sign: Sign = ""  #: how its sum agrees with that of the claim
    stage: Stage = "first"
    speaker: LinkedParty | None = None
    copy_of: str | None = None  #: the article (its id) of which this one is a copy or an update


@dataclass(frozen=True, slots=True)
class Claim:
    """What figures or pledges of several articles have in common: one commitment or sum with its reports."""

    id: str
    kind: Literal["figure", "pledge"]
    label: str  #: "£1.6bn", "UK → Ukraine £1.6bn pledged"
    articles: tuple[str, ...]
    close_to: tuple[str, ...] = ()  #: ids of claims whose sums agree with this one only roughly (≈)
    differs_from: tuple[str, ...] = ()  #: ids of claims of the same commitment whose sums differ (≠)
    follows: tuple[str, ...] = ()  #: ids of earlier claims that this one raises, cuts, refuses or withdraws
    pledger: LinkedParty | None = None
    beneficiary: LinkedParty | None = None
    figure: Figure | None = None  #: the clearest of its figures
    sum: str = ""  #: that as it is written: "£1.6bn", "up to £2bn", "$10bn a year"; "" without one
    up_to: bool = False  #: whether that is the most that it may be
    yearly: bool = False  #: whether it is an amount for each year
    action: str = ""  #: in the words of the clearest report; "" for a figure
    status: Status | None = None  #: of the latest report; None for a figure
    reports: tuple[ClaimReport, ...] = ()  #: by date
    article_count: int = 0  #: copies of one story and an outlet's own updates count once; so the next two
    outlet_count: int = 0  #: those that are known
    speaker_count: int = 0
    judged: Judged = ""


@dataclass(frozen=True, slots=True)
class Story:
    """All that linking makes of a collection."""

    articles: Mapping[str, LinkedArticle] = field(default_factory=dict)  #: by Article.id
    actors: tuple[Actor, ...] = ()
    summits: tuple[Summit, ...] = ()
    claims: Mapping[str, Claim] = field(default_factory=dict)  #: by Claim.id
    #: the judgements (their ids) that had a part in an actor, summit or claim, by its kind and id
    judged: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)


class NotRecalled(Exception):
    """What linking knew of a collection cannot be kept or taken up: all is to be linked anew."""


@dataclass(frozen=True, slots=True)
class Change:
    """What an update of a story has changed: what an index needs to write no more than that."""

    articles: frozenset[str] = frozenset()  #: new ones, and those whose own rows differ
    #: those that differ only in what is known of their actors and summits, not in mentions, ids or dates
    sharing: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    actors: frozenset[tuple[ActorType, str]] = frozenset()  #: type and id of those that are new or differ
    actors_gone: frozenset[tuple[ActorType, str]] = frozenset()
    summits: frozenset[str] = frozenset()
    summits_gone: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    claims_gone: frozenset[str] = frozenset()
