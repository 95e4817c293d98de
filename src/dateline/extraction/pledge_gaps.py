"""Commitments whose verb stands with the first of them alone: "Peru pledged €5m, Chile €3m and Cuba €1m"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extraction.pledge_parts import money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from dateline.extraction.parties import Cast
    from dateline.extraction.pledge_ground import Commitment

_JOINTS = frozenset({",", ";", "and", "while", "with"})
#: What may stand between the one who gives and the sum.
_BETWEEN = frozenset(
    {"a", "an", "another", "about", "around", "some", "nearly", "almost", "further", "up", "to"}
)


def with_gaps(cast: Cast, parts: Iterable[tuple[Commitment, int]]) -> Iterator[tuple[Commitment, int]]:
    """Yield the commitments with the token index at which each one's part ends, and those behind them that
    have the verb from them.
    """
    for commitment, end in parts:
        first = max(commitment.cue.i, min(commitment.core.i, commitment.core.left_edge.i))
        figures = money(cast.doc, commitment.cue.i, end)
        gaps: list[tuple[int, Token, int]] = []
        if len(figures) > 1:
            gaps = list(_gaps(cast, commitment.cue.i, end)) or list(_shares(cast, commitment.cue.i, end))
        if not gaps or commitment.status not in {"pledged", "proposed"} or first >= end:
            yield commitment, end
            continue
        starts = [start for start, _, _ in gaps]
        stolen = commitment.core.i >= starts[0]
        yield (replace(commitment, core=_sum(cast, figures[0])) if stolen else commitment), starts[0]
        for (_, giver, number), until in zip(gaps, [*starts[1:], end], strict=True):
            cue = _sum(cast, number)
            party = cast.party(giver)
            rule = f"gap:{commitment.rule}"
            gap = replace(commitment, cue=cue, core=_thing(cue), holder=giver, pledger=party, rule=rule)
            yield replace(gap, speaker=None), until


def _gaps(cast: Cast, start: int, end: int) -> Iterator[tuple[int, Token, int]]:
    """Yield where a further giver's part begins, the giver, and the number of the figure behind it."""
    doc = cast.doc
    at = {cast.tokens(f.start, f.start + 1)[0]: k for k, f in enumerate(doc._.money)}
    seen = False
    for i in range(start, end):
        seen = seen or i in at
        if not seen or doc[i].lower_ not in _JOINTS:
            continue
        first = i + 1
        while first < end and doc[first].lower_ in {"and", "the", "while", "with"}:
            first += 1
        actor = cast.at(doc[first]) if first < end else None
        if actor is None or actor.kind == "demonym":
            continue
        last = cast.tokens(actor.party.start, actor.party.end)[1]
        behind = last
        while behind < end and behind - last < 3 and doc[behind].lower_ in _BETWEEN:
            behind += 1
        if behind in at:
            yield i, doc[last - 1], at[behind]


def _shares(cast: Cast, start: int, end: int) -> Iterator[tuple[int, Token, int]]:
    """Yield the same for sums with their givers behind them: "€9m, including €5m from Peru"."""
    doc = cast.doc
    for k, figure in enumerate(doc._.money):
        first, last = cast.tokens(figure.start, figure.end)
        if first <= start or last + 1 >= end or doc[last].lower_ != "from" or first < 1:
            continue
        joint = doc[first - 1].lower_ in _JOINTS | {"including", "among"}
        giver = last + 2 if doc[last + 1].lower_ == "the" else last + 1
        actor = cast.at(doc[giver]) if giver < end else None
        if joint and actor is not None and actor.kind != "demonym":
            yield first, doc[cast.tokens(actor.party.start, actor.party.end)[1] - 1], k


def _sum(cast: Cast, number: int) -> Token:
    """Return the first token of the figure."""
    return cast.doc[cast.tokens(cast.doc._.money[number].start, cast.doc._.money[number].start + 1)[0]]


def _thing(token: Token) -> Token:
    """Return the head of the noun phrase in which the figure stands: the loan of "a £3m loan"."""
    while token.head.i > token.i and token.dep_ in {"compound", "nummod", "amod", "det", "det:predet"}:
        token = token.head
    return token
