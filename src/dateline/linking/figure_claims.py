"""Which figures of several articles are one sum about one thing.

Each step looks at one figure, at two, or at one group: what else there is in the collection changes none of
them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.linking.claim_items import (
    Item,
    Neighbour,
    Rules,
    counts,
    days_apart,
    judged,
    reports,
    ruled,
    shared_words,
)
from dateline.linking.claim_words import countries_named, sentence_span, stems, tokens, weight
from dateline.linking.sums import agree, digits, is_most, is_yearly, number, size_of, sums, written
from dateline.model import Claim

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.linking.dates import ArticleDate
    from dateline.linking.pledge_items import Made
    from dateline.model import Figure, Ruling, Sign, Source, Stage

#: What two figures must reach to be about one thing.
ENOUGH = 1.0
_STEP = math.log(1.1)
_SOON = 3  # days between two reports of one piece of news
_MOST_WORDS = 1.5


@dataclass(frozen=True, slots=True)
class Told(Item):
    """A figure where an article tells it."""

    told: Figure
    size: str  #: what tells whether it agrees with others
    digits: int  #: that are significant
    words: frozenset[str]  #: of its sentence


def told_figures(
    source: Source,
    dated: ArticleDate,
    made: Sequence[Made],
    rulings: Sequence[Ruling] = (),
    before: Sequence[Told] = (),
) -> list[Told]:
    """Return the figures of an article; who pledges one, of the article's pledges, speaks of it.

    Those that it had before, of the same source, are kept where they are the same.
    """
    article, rows = source.article, []
    for index, figure in enumerate(source.extraction.money):
        speaker = next((m.speaker for m in made if index in m.pledge.money and m.speaker), None)
        said = ruled(rulings, article.id, figure.start, figure.end)
        kept = before[index] if index < len(before) else None
        if kept is not None and (kept.written, kept.judged) == (dated.date, said):
            rows.append(kept if kept.speaker == speaker else replace(kept, speaker=speaker))
            continue
        span = sentence_span(source, figure.start, figure.end)
        words = tokens(article.text[slice(*span)], countries_named(source, *span))
        rows.append(
            Told(
                article=article.id,
                number=index,
                start=figure.start,
                end=figure.end,
                written=dated.date,
                outlet=article.outlet,
                figure=figure,
                up_to=is_most(article.text, figure),
                status=None,
                speaker=speaker,
                judged=said,
                told=figure,
                size=size_of(figure),
                digits=digits(figure),
                words=words - stems(figure.text),
            )
        )
    return rows


def keys(row: Told) -> frozenset[tuple[str, int]]:
    """Return what a figure is looked up by."""
    return size_keys(row.told)


def size_keys(figure: Figure) -> frozenset[tuple[str, int]]:
    """Return the size of a figure in each currency that its article states: sums that agree share a key."""
    slots = set()
    for currency, low, high in sums(figure):
        for amount in {low, high}:
            slot = round(math.log(amount) / _STEP)
            slots |= {(currency, slot), (currency, slot + 1)}
    return frozenset(slots)


def compare(one: Told, two: Told) -> tuple[Sign, float] | None:
    """Return how two figures agree and how much speaks for one thing; None where they are two things."""
    agreed = agree(one.size, two.size)
    if agreed is None or agreed == "differs":
        return None
    likeness = _likeness(one, two)
    if likeness < ENOUGH or (agreed == "close" and one.article == two.article):
        return None
    return ("=" if agreed == "same" else "≈"), likeness


def may_join(one: Told, two: Told) -> bool:
    """Tell whether two figures may be in one claim."""
    return agree(one.size, two.size) == "same"


def _likeness(one: Told, two: Told) -> float:
    """Return how much speaks for one thing: words in common, a sum of many digits, the same article or days.

    A word that two sentences share tells less where the sum is a round one.
    """
    shared = min(_MOST_WORDS, weight(one.words & two.words))
    same_article = 1.0 if one.article == two.article else 0.0
    fewest = min(one.digits, two.digits)
    distinctive = 1.0 if fewest >= 3 else 0.25 if fewest == 2 else 0.0
    soon = 0.25 if shared and abs(days_apart(one.written, two.written)) <= _SOON else 0.0
    return shared + distinctive + same_article + soon


def base_id(rows: Sequence[Told]) -> str:
    """Return the id that a claim asks for: the sum; the earlier of two with the same one has it."""
    figure = _clearest(rows).told
    amount = number(figure.amount)
    sum_ = f"sum-{figure.currency.lower()}"
    return f"{sum_}-{amount:f}" if amount is not None else sum_


def figure_claim(
    id_: str, rows: Sequence[Told], ties: Sequence[Neighbour[Told]], copies: Mapping[str, str]
) -> Claim:
    """Return the claim of figures, which stand in their order; ties are those to other claims."""
    best = _clearest(rows)
    articles, outlets, speakers = counts(rows, copies)
    stages: list[Stage] = ["first" if i == 0 else "repeated" for i in range(len(rows))]
    return Claim(
        id=id_,
        kind="figure",
        label=written(best.told, up_to=best.up_to),
        articles=tuple(dict.fromkeys(row.article for row in rows)),
        close_to=tuple(sorted({tie.claim for tie in ties if tie.sign == "≈"})),
        figure=best.told,
        sum=written(best.told, up_to=best.up_to),
        up_to=best.up_to,
        yearly=is_yearly(best.told),
        reports=reports(rows, stages, best.told, copies),
        article_count=articles,
        outlet_count=outlets,
        speaker_count=speakers,
        judged=judged(rows),
    )


def _clearest(rows: Sequence[Told]) -> Told:
    """Return the figure that says most; of those that say as much, one that says it is the most."""
    return max(rows, key=lambda row: (row.digits, row.up_to))


def why(one: Told, two: Told) -> tuple[str, ...]:
    """Return what speaks for two figures being one sum about one thing."""
    exact = one.told.amount == two.told.amount and one.told.currency == two.told.currency
    sum_ = written(one.told) if exact else f"{written(one.told)} is {written(two.told)}, rounded or converted"
    return sum_, *shared_words(one.words & two.words)


RULES: Rules[Told] = Rules(
    keys=keys,
    compare=compare,
    may_join=may_join,
    may_tie=lambda *_: True,
    why=why,
    base_id=base_id,
    claim=figure_claim,
    by_pairs=False,
)
