"""What a dossier tells of an actor or a summit, and who is mentioned with whom: small frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from dateline.index.rows import Day, Selection, SummitRow

RoleKind = Literal["office", "former", "phrase"]


@dataclass(frozen=True, slots=True)
class RoleRow:
    """An office that the articles give a person, or a phrase with which they speak of one."""

    words: str  #: "prime minister, United Kingdom"; as written, for a phrase: "the French president"
    kind: RoleKind
    first: str  #: date of the first article that says so
    last: str
    articles: int
    article: str  #: the id of the first such article
    start: int  #: where in it


@dataclass(frozen=True, slots=True)
class Companion:
    """What is mentioned in the same articles, or in the same sentences."""

    selection: Selection
    together: int  #: articles in common, among those that were looked at
    articles: int  #: that mention it at all


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors that articles mention both."""

    one: int  #: in Comentions.actors
    other: int
    together: int  #: articles in common


@dataclass(frozen=True, slots=True)
class Comentions:
    """Actors and whom they are mentioned with."""

    actors: tuple[Companion, ...] = ()  #: `together` counts their articles in the range
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """All there is on one actor or summit, beside the sentences, of the articles in a range of dates."""

    selection: Selection
    articles: int  #: that mention it, in the range
    hidden: int  #: further ones outside it
    mentions: int
    outlets: int  #: those that are known
    days: tuple[Day, ...]  #: with articles that mention it
    names: tuple[str, ...]  #: its variants, the usual one left out
    roles: tuple[RoleRow, ...]  #: offices first, each kind by how many articles give it
    summit: SummitRow | None  #: what it is, where it is one
    summits: tuple[SummitRow, ...]  #: attended, by date
    companions: tuple[Companion, ...]  #: actors, those first who are with it more than elsewhere
    figures: tuple[Companion, ...]  #: claims of sums in the same sentences
    sampled: int  #: articles that companions and figures are counted in; fewer than `articles` where many
