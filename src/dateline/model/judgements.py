"""What the reader says of what was derived: corrections that outlive every derivation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

JudgementKind = Literal["kind", "same", "different", "rename", "wrong", "confirmed", "date"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Where an article says something, in words that outlive a change of offsets."""

    article: str  #: Article.id
    text: str  #: the exact words; "" for the article as a whole
    before: str = ""  #: the 32 characters in front of them, fewer at the article's beginning
    after: str = ""  #: the 32 characters behind them


@dataclass(frozen=True, slots=True)
class Judgement:
    """A reader's correction, about what the quoted words stand for: an actor, a summit, a claim, an article.

    "kind" says what the quoted actor is instead (`value`: person, country, organization, or "none" for
    nothing of these); "same" and "different" bind or part the actors or summits of two quotes; "rename"
    gives another name (`value`); "wrong" and "confirmed" are about the claim of a figure or pledge; "date"
    gives the day (`value`, ISO) of an article (an empty quote) or of a summit.
    """

    id: str  #: unique
    at: str  #: when it was made, ISO 8601 in UTC
    kind: JudgementKind
    about: tuple[Quote, ...]  #: one, or two for "same" and "different"
    value: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article's text by offsets; both are 0 for the article as a whole."""

    article: str  #: Article.id
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement whose quotes have been found in the texts: what linking is given."""

    judgement: str  #: Judgement.id
    kind: JudgementKind
    places: tuple[Place, ...]
    value: str = ""
