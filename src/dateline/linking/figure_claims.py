"""Which figures of several articles are one sum about one thing."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.linking.claim_words import sentence, stems
from dateline.linking.grouping import group, near_pairs, neighbours
from dateline.linking.sums import agreement, digits, number, sums, written
from dateline.model import Claim

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.linking.dates import ArticleDate
    from dateline.model import Figure, Source

_STEP = math.log(1.1)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure where an article tells it."""

    article: str
    written: str  #: date of the article
    figure: Figure
    words: frozenset[str]


def told_figures(sources: Sequence[Source], dated: Mapping[str, ArticleDate]) -> list[Told]:
    """Return every figure of the sources in the order of date, article and text."""
    rows = [
        Told(
            source.article.id,
            dated[source.article.id].date,
            figure,
            stems(sentence(source, figure.start, figure.end)) - stems(figure.text),
        )
        for source in sources
        for figure in source.extraction.money
    ]
    return sorted(rows, key=lambda row: (row.written, row.article, row.figure.start))


def figure_claims(told: Sequence[Told]) -> tuple[dict[tuple[str, int], str], dict[str, Claim]]:
    """Return the claim id of each figure by (article, start), and the claims by id.

    Figures share a claim where they are the same sum and their sentences have words in common, or where
    the sum itself
    is distinctive; where they agree only roughly, their claims are close to each other.
    """
    same: list[tuple[float, int, int]] = []
    close: list[tuple[int, int]] = []
    for i, k in near_pairs(_blocks(told)):
        one, two = told[i], told[k]
        agreed = agreement(one.figure, two.figure)
        likeness = _likeness(one, two)
        if agreed == "same" and likeness >= 1:
            same.append((likeness, i, k))
        elif agreed == "close" and likeness >= 1 and one.article != two.article:
            close.append((i, k))
    groups = group(len(told), same, lambda a, b: agreement(told[a].figure, told[b].figure) == "same")
    ids = _ids([[told[i] for i in row] for row in groups])
    claim_of = {i: id_ for id_, row in zip(ids, groups, strict=True) for i in row}
    near = neighbours(close, claim_of)
    claims = {
        id_: Claim(
            id=id_,
            kind="figure",
            label=written(_clearest([told[i] for i in row]).figure),
            articles=tuple(dict.fromkeys(told[i].article for i in row)),
            close_to=tuple(sorted(near[id_])),
        )
        for id_, row in zip(ids, groups, strict=True)
    }
    return {(told[i].article, told[i].figure.start): id_ for i, id_ in claim_of.items()}, claims


def _likeness(one: Told, two: Told) -> float:
    """Return how much speaks for one thing: words in common, the same article, a sum of three digits or
    more.
    """
    shared = len(one.words & two.words)
    distinctive = min(digits(one.figure), digits(two.figure)) >= 3
    return min(3, shared) * 0.5 + (1.0 if distinctive else 0.0) + (1.0 if one.article == two.article else 0.0)


def _blocks(told: Sequence[Told]) -> list[list[int]]:
    """Return the indices of figures of about the same size in one currency, equivalents included."""
    blocks: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i, row in enumerate(told):
        slots = set()
        for currency, low, high in sums(row.figure):
            for amount in {low, high}:
                slot = round(math.log(amount) / _STEP)
                slots |= {(currency, slot + step) for step in (0, 1)}
        for key in sorted(slots):
            blocks[key].append(i)
    return list(blocks.values())


def _clearest(rows: Sequence[Told]) -> Told:
    """Return the figure that says most: the most digits, then the earliest."""
    return max(rows, key=lambda row: digits(row.figure))


def _ids(groups: Sequence[Sequence[Told]]) -> list[str]:
    """Return an id for each group: the sum, numbered by the order of the articles where several things
    cost as much.
    """
    count: dict[str, int] = defaultdict(int)
    ids = []
    for rows in groups:
        figure = _clearest(rows).figure
        amount = number(figure.amount)
        base = (
            f"sum-{figure.currency.lower()}-{amount:f}"
            if amount is not None
            else f"sum-{figure.currency.lower()}"
        )
        count[base] += 1
        ids.append(base if count[base] == 1 else f"{base}-{count[base]}")
    return ids
