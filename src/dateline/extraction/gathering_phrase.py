"""A phrase for a gathering, and what it says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from dateline.extraction import clauses, gathering_words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from dateline.model import GatheringKind, Party

_UNITS = frozenset({"day", "hour", "minute", "week"})


@dataclass(slots=True)
class Phrase:
    """One phrase for a gathering, with what it says of it."""

    head: Token
    start: int  #: token bounds
    end: int
    kind: GatheringKind
    rule: str
    article: Literal["definite", "indefinite", "bare"] = "bare"
    another: bool = False  #: "the next meeting", "a second summit": not the one just told of
    place: str | None = None
    country: str | None = None
    date: int | None = None
    dated: bool = False  #: by its own words, not by its clause
    lasting: str | None = None  #: "two-day"
    name: str | None = None  #: where it is a proper name: "World Economic Forum"
    series: str | None = None
    topic: str | None = None
    participants: list[Party] = field(default_factory=list)
    general: bool = False  #: the partner of a verb is nobody by name: "hosting leaders"
    sides: int = 0  #: how many of the participants the phrase names itself
    headline: bool = False
    told: bool = False  #: cannot be the first word of its event: "in the call, he asked …"
    beside: bool = False  #: named for what takes place beside it: "on the sidelines of the summit"
    qualified: bool = True  #: shown to be one of states and leaders

    @property
    def lemma(self) -> str:
        """Return the lemma of the head in lower case."""
        return clauses.lemma(self.head)

    @property
    def tokens(self) -> Span:
        """Return the words of the phrase."""
        return self.head.doc[self.start : self.end]

    @property
    def is_noun(self) -> bool:
        """Tell whether the phrase is a noun phrase and no clause."""
        return self.rule.startswith("noun")

    @property
    def of_many(self) -> bool:
        """Tell whether it is one with several leaders whom it does not name: "talks with other leaders"."""
        behind = self.head.doc[self.head.i + 1 : self.end]
        several = any(t.tag_ == "NNS" and clauses.lemma(t) in gathering_words.OFFICIALS for t in behind)
        counted = any(t.lower_ in {"two", "both", "three"} for t in behind)
        return several and not counted and bool(behind) and behind[0].lower_ in {"with", "of"}

    @property
    def remote(self) -> bool:
        """Tell whether it is held nowhere: "a virtual meeting"."""
        return any(
            t.lower_ in {"virtual", "online", "video"} for t in self.head.doc[self.start : self.head.i]
        )

    @property
    def under_way(self) -> bool:
        """Tell whether it is a verb of what was or is: "met", "is meeting"."""
        present = self.head.tag_ == "VBG" and any(
            c.tag_ in {"VBZ", "VBP"} for c in clauses.children(self.head, "aux")
        )
        return not self.is_noun and (present or self.head.tag_ == "VBD")

    @property
    def is_bare(self) -> bool:
        """Tell whether the phrase says nothing but "the meeting"."""
        told = self.place or self.series or self.topic or self.participants
        return not told and self.date is None and self.end - self.start <= 3


def lasting(before: Span) -> str | None:
    """Return the words before a noun that tell how long it lasts: "two-day", "90-minute"."""
    for unit in before:
        if unit.lower_ in _UNITS and unit.i > before.start + 1 and unit.nbor(-1).text == "-":
            return f"{unit.nbor(-2).lower_}-{unit.lower_}"
    return None
