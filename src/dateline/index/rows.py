"""What the reader is told by the index: small frozen values, no SQLite in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from dateline.model import DateBasis, GatheringKind, Judged, MentionKind, Sign, Stage, Status, TitleBasis

SelectionKind = Literal["person", "country", "organization", "summit", "figure", "pledge", "search"]
LedgerKey = Literal["date", "sum", "articles", "pledger", "status"]


@dataclass(frozen=True, slots=True)
class Selection:
    """What the reader has selected: an actor, a summit, a figure's or pledge's claim, or a search."""

    kind: SelectionKind
    id: str  #: the id of the actor, summit or claim; the query, for a search
    label: str = field(compare=False)  #: as it is shown; the same figure may be worded otherwise elsewhere


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from first to last, both included, as ISO dates."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles the timeline shows: those in the range and, with `only`, those that mention it."""

    dates: DateRange | None = None
    only: Selection | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the timeline and how many articles the filter leaves on it."""

    date: str
    count: int


@dataclass(frozen=True, slots=True)
class Headline:
    """A line of the timeline."""

    article: str  #: Article.id
    date: str
    date_basis: DateBasis
    title: str
    outlet: str | None
    hits: int  #: mentions of the selection in it, 0 without one
    title_hits: tuple[tuple[int, int], ...] = ()  #: offsets of what a search finds in the title


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that the article pane shows of an article."""

    article: str
    title: str
    title_basis: TitleBasis
    date: str
    date_basis: DateBasis
    date_evidence: tuple[str, ...]
    outlet: str | None
    text: str
    furniture: tuple[str, ...]
    words: int
    paths: tuple[str, ...]  #: where it was found, first path first


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A mention in an article: figures, pledges (their sentence) and summits are listed like actors."""

    start: int
    end: int
    kind: MentionKind | Literal["figure", "pledge", "summit", "search"]
    selection: Selection  #: what Enter on it selects


@dataclass(frozen=True, slots=True)
class SidebarRow:
    """A line of the sidebar: what the article mentions, and how many others do."""

    selection: Selection
    here: int  #: mentions in this article
    elsewhere: int  #: other articles that mention it, inside the date filter
    hidden: int  #: further ones that the date filter hides
    note: str = ""  #: "2 Mar", "= in 3 articles", "≈ £2.26bn in 1", "pledged"
    judged: bool = False  #: whether it is as it is by a judgement of the reader's


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of an article that mentions the selection."""

    article: str
    date: str
    date_basis: DateBasis
    title: str
    outlet: str | None
    sentence: str
    start: int  #: of the sentence in the article
    hits: tuple[tuple[int, int], ...]  #: offsets of the mentions within the sentence
    title_hits: tuple[tuple[int, int], ...] = ()  #: of what a search finds in the title, where nowhere else


@dataclass(frozen=True, slots=True)
class Found:
    """An actor or summit that a few typed letters fit."""

    selection: Selection
    alias: str | None  #: the name that fitted, where it is not the label
    articles: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a collection holds."""

    articles: int
    first: str | None  #: date of its oldest article
    last: str | None  #: date of its newest


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Which claims the ledger shows: those that fit all that is given."""

    actor: Selection | None = None  #: a pledger, beneficiary or speaker
    status: Status | None = None  #: leaves pledges only
    dates: DateRange | None = None  #: of articles, one of which reports the claim
    least: str | None = None  #: a decimal string: what sums reach, in `currency`, equivalents included
    currency: str | None = None  #: ISO 4217; alone, all sums of it
    kind: Literal["pledge", "figure"] | None = None  #: None: pledges, and figures of several articles
    text: str = ""  #: words, all of which stand in what is claimed, in its parties or in a report's sentence
    differing: bool = False  #: leaves claims that the articles tell with sums that differ, if only roughly


@dataclass(frozen=True, slots=True)
class LedgerOrder:
    """By what the ledger stands: of dates and names the first first, of numbers the greatest first."""

    by: LedgerKey = "date"
    reversed: bool = False


@dataclass(frozen=True, slots=True)
class LedgerParty:
    """Who pledges, is helped or speaks."""

    name: str  #: as it is shown: "UK", "European leaders"
    selection: Selection | None  #: what Enter on it selects; None for a group


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A line of the ledger: a claim."""

    selection: Selection  #: of kind "pledge" or "figure"
    first: str  #: date of its first report
    last: str  #: date of its last report
    pledger: LedgerParty | None
    beneficiary: LedgerParty | None
    what: str  #: the sum as it is written: "up to £1.6bn", "$10bn a year"; the action where there is none
    action: str  #: what the first report says is pledged; "" for a figure
    amount: str | None  #: a decimal string; None without a sum, or for one without a number
    amount_to: str | None  #: the upper end of a range
    currency: str | None  #: ISO 4217
    period: str | None  #: as written: "a year", "over five years"
    yearly: bool  #: whether the amount is one for each year
    approximate: bool
    up_to: bool  #: whether the amount is the most that it may be
    status: Status | None  #: None for a figure
    stage: Stage  #: of the last report that is not a mere repetition
    articles: int  #: copies and an outlet's own updates count once; so the next two
    outlets: int  #: those that are known
    speakers: int
    signs: str  #: how the sums of its reports agree: "= 3 · ≈ 1"; "" where it has none
    judged: Judged


@dataclass(frozen=True, slots=True)
class Total:
    """What the claims of one currency come to, each commitment counted once."""

    currency: str  #: ISO 4217
    yearly: bool  #: amounts for each year, which are never added to others
    low: str  #: a decimal string; "0" where all are "up to"
    high: str  #: a decimal string, above `low` where there are ranges, "up to" or sums that differ
    approximate: bool  #: whether one of the sums is
    claims: int
    confirmed: int  #: how many of them the reader has confirmed


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One article's report of a claim."""

    claim: Selection  #: the claim itself, or one that is close to it or differs from it
    article: str  #: Article.id
    title: str
    outlet: str | None
    date: str
    date_basis: DateBasis
    sentence: str
    start: int  #: of the sentence in the article
    hits: tuple[tuple[int, int], ...]  #: offsets of the wording within the sentence
    wording: str  #: the figure's words or the words of commitment
    sum: str  #: "£1.6bn", "" without one
    sign: Sign  #: how the sum agrees with that of the claim
    stage: Stage
    speaker: LedgerParty | None
    copy_of: str | None  #: the article (its id) of which this one is a copy or an update


@dataclass(frozen=True, slots=True)
class ClaimView:
    """All there is on one claim."""

    row: LedgerRow
    reports: tuple[ReportRow, ...]  #: by date; those of claims that are close or differ stand among them
    close_to: tuple[Selection, ...]  #: claims whose sums agree with this one only roughly (≈)
    differs_from: tuple[Selection, ...]  #: claims of the same commitment with other sums (≠)
    follows: tuple[Selection, ...]  #: earlier claims that this one raises, cuts, refuses or withdraws
    followed_by: tuple[Selection, ...]  #: later claims that do so to this one


@dataclass(frozen=True, slots=True)
class SummitRow:
    """A line of the list of summits."""

    selection: Selection
    name: str  #: without its date
    kind: GatheringKind
    place: str | None
    country: str | None  #: its name
    date: str | None  #: an ISO prefix or from/to
    company: tuple[Selection, ...]  #: whom the articles say took part
    articles: int  #: that mention it
    outlets: int  #: those that are known


@dataclass(frozen=True, slots=True)
class SummitList:
    """The summits that a filter leaves, by date; those without one stand last."""

    keys: tuple[str, ...] = ()  #: ids of summits
    past: int = 0  #: how many of them are not after the newest article
    dated: int = 0  #: how many have a date
