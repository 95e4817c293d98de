"""Which figures and pledges of several articles are one claim."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from dateline.linking import figure_claims, pledge_claims, pledge_items
from dateline.linking.claim_items import Item, Neighbour
from dateline.linking.copies import copies
from dateline.linking.grouping import group, near_pairs
from dateline.model import LinkedFigure, LinkedPledge

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from dateline.linking.claim_items import Rules
    from dateline.linking.dates import ArticleDate
    from dateline.linking.figure_claims import Told
    from dateline.linking.parties import Parties
    from dateline.linking.pledge_items import Made
    from dateline.model import Claim, ResolvedDate, Ruling, Sign, Source

I = TypeVar("I", bound=Item)  # noqa: E741 - an item


@dataclass(frozen=True, slots=True)
class Claims:
    """What figures and pledges of a collection have in common; the first two mappings are by Article.id."""

    money: Mapping[str, tuple[LinkedFigure, ...]]
    pledges: Mapping[str, tuple[LinkedPledge, ...]]
    claims: Mapping[str, Claim]  #: by Claim.id


def link_claims(
    sources: Sequence[Source],
    dated: Mapping[str, ArticleDate],
    resolved: Mapping[str, tuple[ResolvedDate, ...]],
    parties: Parties,
    rulings: Sequence[Ruling] = (),
) -> Claims:
    """Return the claims of the sources' figures and pledges: a pure function of the set of sources.

    Of the rulings, those that call a claim wrong or confirmed are heeded.
    """
    ordered = sorted(sources, key=lambda source: source.article.id)
    said = _by_article(rulings)
    made: list[Made] = []
    told: list[Told] = []
    for source in ordered:
        id_ = source.article.id
        own = pledge_items.made_pledges(source, dated[id_], parties, said[id_])
        made += own
        told += figure_claims.told_figures(source, dated[id_], own, said[id_])
    doubled = copies(ordered, dated)
    sum_of, sums = grouped(told, figure_claims.RULES, doubled)
    commitment_of, commitments = grouped(made, pledge_claims.RULES, doubled)
    money = {
        s.article.id: tuple(
            LinkedFigure(f, sum_of[s.article.id, k]) for k, f in enumerate(s.extraction.money)
        )
        for s in ordered
    }
    pledges: dict[str, list[LinkedPledge]] = {s.article.id: [] for s in ordered}
    for row in made:
        claim = commitment_of[row.article, row.number]
        pledges[row.article].append(linked_pledge(row, claim, resolved[row.article]))
    return Claims(money, {id_: tuple(row) for id_, row in pledges.items()}, {**sums, **commitments})


def linked_pledge(row: Made, claim: str, resolved: Sequence[ResolvedDate]) -> LinkedPledge:
    """Return a pledge with its claim; the dates are those of its article, which no deadline is before."""
    due = None if row.pledge.deadline is None else resolved[row.pledge.deadline].iso
    return LinkedPledge(
        pledge=row.pledge,
        pledger=row.pledger,
        spoken_by=row.spoken_by,
        beneficiary=row.beneficiary,
        deadline=due if due is not None and due[:10] >= row.written[: len(due[:10])] else None,
        claim=claim,
    )


def _by_article(rulings: Iterable[Ruling]) -> Mapping[str, list[Ruling]]:
    found: dict[str, list[Ruling]] = defaultdict(list)
    for ruling in rulings:
        for article in {place.article for place in ruling.places}:
            found[article].append(ruling)
    return found


def grouped(
    items: Iterable[I], rules: Rules[I], doubled: Mapping[str, str]
) -> tuple[dict[tuple[str, int], str], dict[str, Claim]]:
    """Return the claim id of each item by (article, number), and the claims by id.

    `doubled` gives, for each article that is a copy, the first of those that have its text.
    """
    rows = sorted(items, key=lambda row: row.place)
    scored: list[tuple[float, int, int]] = []
    tied: list[tuple[Sign, int, int]] = []
    for i, k in near_pairs(_blocks(rows, rules)):
        found = rules.compare(rows[i], rows[k])
        if found is not None and found[0] == "=":
            scored.append((found[1], i, k))
        elif found is not None:
            tied.append((found[0], i, k))
    groups = group(len(rows), scored, lambda i, k: rules.may_join(rows[i], rows[k]))
    ids = _numbered([rules.base_id([rows[i] for i in members]) for members in groups])
    claim_of = {i: id_ for id_, members in zip(ids, groups, strict=True) for i in members}
    members_of = {id_: [rows[i] for i in members] for id_, members in zip(ids, groups, strict=True)}
    ties: dict[str, list[Neighbour[I]]] = defaultdict(list)
    for sign, i, k in sorted(tied, key=lambda row: row[1:]):
        one, two = claim_of[i], claim_of[k]
        if one != two and rules.may_tie(members_of[one], members_of[two], rows[i], rows[k]):
            ties[one].append(Neighbour(sign, rows[i], rows[k], two))
            ties[two].append(Neighbour(sign, rows[k], rows[i], one))
    claims = {id_: rules.claim(id_, row, ties[id_], doubled) for id_, row in members_of.items()}
    return {(rows[i].article, rows[i].number): id_ for i, id_ in claim_of.items()}, claims


def _blocks(rows: Sequence[I], rules: Rules[I]) -> Iterable[list[int]]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        for key in rules.keys(row):
            blocks[key].append(i)
    return blocks.values()


def _numbered(bases: Sequence[str]) -> list[str]:
    """Return ids: each the base, numbered where several ask for the same one."""
    count: dict[str, int] = defaultdict(int)
    ids = []
    for base in bases:
        count[base] += 1
        ids.append(base if count[base] == 1 else f"{base}-{count[base]}")
    return ids
