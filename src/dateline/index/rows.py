"""What the reader is told by the index: small frozen values, no SQLite in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from dateline.model import DateBasis, MentionKind, TitleBasis

SelectionKind = Literal["person", "country", "organization", "summit", "figure", "pledge", "search"]


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
