"""What figures and pledges have in common as reports of a claim, and how many tell of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from dateline.linking.sums import agreement, digits, written
from dateline.model import ClaimReport

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from dateline.model import Claim, Figure, Judged, LinkedParty, Ruling, Sign, Stage, Status


@dataclass(frozen=True, slots=True)
class Item:
    """A figure or a pledge where an article tells it."""

    article: str  #: Article.id
    number: int  #: its place in Extraction.money or Extraction.pledges
    start: int  #: of the figure, or of the sentence of the pledge
    end: int
    written: str  #: date of the article
    outlet: str | None
    figure: Figure | None  #: the sum that it tells
    up_to: bool  #: whether that is the most that it may be
    status: Status | None  #: None for a figure
    speaker: LinkedParty | None
    judged: Judged

    @property
    def place(self) -> tuple[str, str, int]:
        """Return what items stand in order by: date, article, number."""
        return self.written, self.article, self.number


_SHOWN = 5  # words that two items share, of those that are shown
I = TypeVar("I", bound=Item)  # noqa: E741 - an item


@dataclass(frozen=True, slots=True)
class Neighbour(Generic[I]):
    """A claim that an item of this one ties to it, by an item of its own."""

    sign: Sign  #: "≈" for sums that agree roughly, "≠" for those that differ, "" for a refusal
    own: I
    other: I
    claim: str  #: id of the other one's


@dataclass(frozen=True, slots=True)
class Rules(Generic[I]):
    """How items of one kind become claims; each is a function of what it is given alone."""

    keys: Callable[[I], Iterable[Hashable]]  #: items that have none in common are never compared
    #: how two items are tied, and how well: "=" for one claim, "" for a refusal; None where they are not
    compare: Callable[[I, I], tuple[Sign, float] | None]
    may_join: Callable[[I, I], bool]  #: whether two items may be in one claim
    may_tie: Callable[[Sequence[I], Sequence[I], I, I], bool]  #: two claims, by these items of theirs
    why: Callable[[I, I], tuple[str, ...]]  #: what speaks for two items of one claim, the weightiest first
    base_id: Callable[[Sequence[I]], str]  #: the id that a claim asks for
    claim: Callable[[str, Sequence[I], Sequence[Neighbour[I]], Mapping[str, str]], Claim]
    by_pairs: bool = True  #: whether a claim tells by which items it is tied to others, not only to which


def clearest(rows: Iterable[Item]) -> Item | None:
    """Return the item that tells the sum best, the one with the most digits, then the earliest."""
    told = [row for row in rows if row.figure is not None]
    return max(told, key=lambda row: digits(row.figure) if row.figure else 0) if told else None


def reports(
    rows: Sequence[Item], stages: Sequence[Stage], figure: Figure | None, copies: Mapping[str, str]
) -> tuple[ClaimReport, ...]:
    """Return the items of a claim as its reports; the figure is that of the claim."""
    capped = any(row.up_to for row in rows)
    return tuple(
        ClaimReport(
            article=row.article,
            number=row.number,
            start=row.start,
            end=row.end,
            written=row.written,
            status=row.status,
            sum=written(row.figure, up_to=row.up_to) if row.figure is not None else "",
            sign=_sign(row, figure, capped=capped),
            stage=stage,
            speaker=row.speaker,
            copy_of=copies.get(row.article),
        )
        for row, stage in zip(rows, stages, strict=True)
    )


def _sign(row: Item, figure: Figure | None, *, capped: bool) -> Sign:
    """Return how the sum of a report agrees with that of its claim: "up to" a sum is roughly that sum."""
    found = agreement(row.figure, figure) if row.figure is not None and figure is not None else None
    if found == "same":
        return "=" if row.up_to == capped else "≈"
    return "" if found is None else "≈" if found == "close" else "≠"


def counts(rows: Sequence[Item], copies: Mapping[str, str]) -> tuple[int, int, int]:
    """Return how many articles, outlets and speakers tell of a claim; copies of one text are one article.

    The outlet of several copies is that of the first of them: the others add nothing of their own.
    """
    outlets: dict[str, str | None] = {}
    for row in rows:
        outlets.setdefault(copies.get(row.article, row.article), row.outlet)
    speakers = {row.speaker.id or row.speaker.name for row in rows if row.speaker is not None}
    return len(outlets), len(set(outlets.values()) - {None}), len(speakers)


def judged(rows: Iterable[Item]) -> Judged:
    """Return what the reader has said of a claim, by any of its reports."""
    said = {row.judged for row in rows}
    return "wrong" if "wrong" in said else "confirmed" if "confirmed" in said else ""


def ruled(rulings: Iterable[Ruling], article: str, start: int, end: int) -> Judged:
    """Return what rulings say of the words of an article between the offsets: those that lie in them."""
    said = {
        ruling.kind
        for ruling in rulings
        for place in ruling.places
        if ruling.kind in ("wrong", "confirmed") and place.article == article
        if start <= place.start < place.end <= end
    }
    return "wrong" if "wrong" in said else "confirmed" if said else ""


def shared_words(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words that two items share as one part of what speaks for them, the telling ones first."""
    shown = sorted(words, key=lambda word: (not word[0].isdigit(), word))
    return (f"both say {', '.join(word.lstrip('@') for word in shown[:_SHOWN])}",) if shown else ()


def days_apart(one: str, two: str) -> int:
    """Return the days from one date to a later one, both ISO prefixes; negative where it is earlier."""
    return (_day(two) - _day(one)).days


def _day(date: str) -> dt.date:
    return dt.date.fromisoformat(f"{date}-01-01"[:10])
