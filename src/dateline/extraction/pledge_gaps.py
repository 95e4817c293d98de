"""Commitments whose verb stands with the first of them alone: "Peru pledged €5m, Chile €3m and Cuba €1m"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extraction.pledge_parts import money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

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
        start = commitment.cue.i
        gaps: list[tuple[int, Token, Token]] = []
        if commitment.status in {"pledged", "proposed"} and commitment.core.left_edge.i < end:
            sums = _sums(cast, start, end)
            if len(sums) > 1:
                gaps = list(_gaps(cast, start, end, sums)) or list(_shares(cast, start, end))
            elif not sums:
                gaps = list(_gaps(cast, start, end, _counts(cast, start, end)))
        if not gaps:
            yield commitment, end
            continue
        starts = [first for first, _, _ in gaps]
        stolen = commitment.core.i >= starts[0]  # the parse took a later sum for the object
        own = next((i for i in sorted(_sums(cast, start, starts[0]))), commitment.core.i)
        yield (replace(commitment, core=cast.doc[own]) if stolen else commitment), starts[0]
        for (_, giver, given), until in zip(gaps, [*starts[1:], end], strict=True):
            rule = f"gap:{commitment.rule}"
            gap = replace(commitment, cue=given, core=_thing(given), holder=giver, speaker=None, rule=rule)
            yield replace(gap, pledger=cast.party(giver)), until


def _sums(cast: Cast, start: int, end: int) -> set[int]:
    """Return the tokens at which figures begin among the tokens start to end."""
    figures = (cast.doc._.money[k] for k in money(cast.doc, start, end))
    return {cast.tokens(figure.start, figure.start + 1)[0] for figure in figures}


def _counts(cast: Cast, start: int, end: int) -> set[int]:
    """Return the numbers among the tokens start to end that stand alone but for the first."""
    doc = cast.doc
    numbers = [i for i in range(start, end) if doc[i].like_num]
    alone = {i for i in numbers[1:] if _ends(doc, i + 1 + doc[min(i + 1, len(doc) - 1)].like_num)}
    return {numbers[0], *alone} if alone else set()


def _ends(doc: Doc, i: int) -> bool:
    return i >= len(doc) or doc[i].is_punct or doc[i].lower_ in {"and", "while"}


def _gaps(cast: Cast, start: int, end: int, given: set[int]) -> Iterator[tuple[int, Token, Token]]:
    """Yield where a further giver's part begins, the giver, and the first token of what he gives."""
    doc = cast.doc
    seen = False
    told: set[int] = set()
    for i in range(start, end):
        seen = seen or i in given
        if not seen or doc[i].lower_ not in _JOINTS:
            continue
        first = i + 1
        while first < end and doc[first].lower_ in {"and", "by", "followed", "the", "while", "with"}:
            first += 1
        actor = cast.at(doc[first]) if first < end else None
        if actor is None or actor.kind == "demonym":
            continue
        last = cast.tokens(actor.party.start, actor.party.end)[1]
        behind = last
        while behind < end and behind - last < 3 and doc[behind].lower_ in _BETWEEN:
            behind += 1
        if behind in given and behind not in told:
            told.add(behind)
            yield i, doc[last - 1], doc[behind]


def _shares(cast: Cast, start: int, end: int) -> Iterator[tuple[int, Token, Token]]:
    """Yield the same for sums with their givers behind them: "€9m, including €5m from Peru"."""
    doc = cast.doc
    for k in money(doc, start, end):
        first, last = cast.tokens(doc._.money[k].start, doc._.money[k].end)
        if first <= start or last + 1 >= end or doc[last].lower_ != "from":
            continue
        joint = doc[first - 1].lower_ in _JOINTS | {"including", "among"}
        giver = last + 2 if doc[last + 1].lower_ == "the" else last + 1
        actor = cast.at(doc[giver]) if giver < end else None
        if joint and actor is not None and actor.kind != "demonym":
            yield first, doc[cast.tokens(actor.party.start, actor.party.end)[1] - 1], doc[first]


def _thing(token: Token) -> Token:
    """Return the head of the noun phrase in which the figure stands: the loan of "a £3m loan"."""
    while token.head.i > token.i and token.dep_ in {"compound", "nummod", "amod", "det", "det:predet"}:
        token = token.head
    return token
