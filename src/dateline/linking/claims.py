"""Which figures and pledges of several articles are one claim."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dateline.linking import figure_claims, pledge_claims, pledge_items
from dateline.linking.claim_groups import ClaimGroups
from dateline.linking.copies import Copies
from dateline.linking.register import Changed
from dateline.model import LinkedFigure, LinkedPledge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence

    from dateline.linking.dates import ArticleDate
    from dateline.linking.figure_claims import Told
    from dateline.linking.parties import Parties
    from dateline.linking.pledge_items import Made
    from dateline.model import Claim, ResolvedDate, Ruling, Source


@dataclass(frozen=True, slots=True)
class Claims:
    """What figures and pledges of a collection have in common; the first two mappings are by Article.id."""

    money: Mapping[str, tuple[LinkedFigure, ...]]
    pledges: Mapping[str, tuple[LinkedPledge, ...]]
    claims: Mapping[str, Claim]  #: by Claim.id


class Ledger:
    """The figures and pledges of a collection with their claims, as articles come and go."""

    def __init__(self) -> None:
        self._copies = Copies()
        self.sums: ClaimGroups[Told] = ClaimGroups(figure_claims.RULES, self._copies.first)
        self.commitments: ClaimGroups[Made] = ClaimGroups(pledge_claims.RULES, self._copies.first)
        self._made: dict[str, list[Made]] = {}
        self._said: Mapping[str, Sequence[Ruling]] = {}

    def rule(self, rulings: Iterable[Ruling]) -> set[str]:
        """Heed the rulings that call a claim wrong or confirmed; return the articles to be shown again."""
        said = _by_article(ruling for ruling in rulings if ruling.kind in ("wrong", "confirmed"))
        before, self._said = self._said, said
        return {id_ for id_ in {*before, *said} if before.get(id_) != said.get(id_)} & self._made.keys()

    def add(self, source: Source, date: str) -> None:
        """Take in an article that is not there, written on the date; its claims come by `show`."""
        self._copies.add(source, date)

    def remove(self, article: str) -> None:
        """Forget an article that is there."""
        self._copies.remove(article)
        if self._made.pop(article, None) is not None:
            self.sums.drop(article)
            self.commitments.drop(article)

    def show(self, source: Source, dated: ArticleDate, parties: Parties) -> None:
        """Take the figures and pledges of an article as they are under its date and parties."""
        id_ = source.article.id
        said = self._said.get(id_, ())
        made = pledge_items.made_pledges(source, dated, parties, said, self._made.get(id_, ()))
        self._made[id_] = made
        self.commitments.show(id_, made)
        self.sums.show(id_, figure_claims.told_figures(source, dated, made, said, self.sums.of(id_)))

    def settle(self) -> None:
        """Group anew what hangs together with items that are others than before."""
        recounted = self._copies.settle()
        for groups in (self.sums, self.commitments):
            groups.recount(recounted)
            groups.settle()

    def money(self, source: Source) -> tuple[LinkedFigure, ...]:
        """Return the figures of an article with their claims."""
        return _figures(source, self.sums)

    def pledges(self, article: str, resolved: Sequence[ResolvedDate]) -> tuple[LinkedPledge, ...]:
        """Return the pledges of an article with their claims; the dates are those of the article."""
        return _pledges(self._made[article], self.commitments, resolved)

    def moved(self) -> set[str]:
        """Return the articles whose items, or the ids of their claims, have changed since this was asked."""
        return self.sums.moved() | self.commitments.moved()

    def told(self) -> Changed:
        """Return the ids of the claims that have changed since this was last asked."""
        sums, commitments = self.sums.claims.told(), self.commitments.claims.told()
        return Changed(sums.changed | commitments.changed, sums.gone | commitments.gone)

    def claim(self, id_: str) -> Claim | None:
        """Return the claim that has an id, None where there is none."""
        return self.sums.named(id_) or self.commitments.named(id_)

    def by_id(self) -> dict[str, Claim]:
        """Return all claims, those of figures first, in the order of their first reports."""
        return _by_id(self.sums, self.commitments)


def link_claims(
    sources: Iterable[Source],
    dated: Mapping[str, ArticleDate],
    resolved: Mapping[str, tuple[ResolvedDate, ...]],
    parties: Parties,
    rulings: Sequence[Ruling] = (),
    *,
    shelf: Callable[[], MutableMapping[str, Any]] = dict,
) -> Claims:
    """Return the claims of the sources' figures and pledges: a pure function of the set of sources.

    Of the rulings, those that call a claim wrong or confirmed are heeded. The sources are run through several
    times. What a `Ledger` holds at once is held here one after the other: copies, figures, pledges; what is
    found of each article lies on shelves.
    """
    said = _by_article(ruling for ruling in rulings if ruling.kind in ("wrong", "confirmed"))
    copies = _copies(sources, dated)
    money, pledges = shelf(), shelf()
    sums: ClaimGroups[Told] = ClaimGroups(figure_claims.RULES, copies)
    for source in sources:
        if source.extraction.money:
            id_ = source.article.id
            heard = said.get(id_, ())
            made = pledge_items.made_pledges(source, dated[id_], parties, heard)
            sums.show(id_, figure_claims.told_figures(source, dated[id_], made, heard))
    sums.settle()
    for source in sources:
        money[source.article.id] = _figures(source, sums)
    claims = _by_id(sums)
    del sums
    commitments: ClaimGroups[Made] = ClaimGroups(pledge_claims.RULES, copies)
    rows: dict[str, list[Made]] = {}
    for source in sources:
        id_ = source.article.id
        rows[id_] = pledge_items.made_pledges(source, dated[id_], parties, said.get(id_, ()))
        commitments.show(id_, rows[id_])
    commitments.settle()
    for id_, row in rows.items():
        pledges[id_] = _pledges(row, commitments, resolved[id_])
    return Claims(money, pledges, {**claims, **_by_id(commitments)})


def _copies(sources: Iterable[Source], dated: Mapping[str, ArticleDate]) -> Mapping[str, str]:
    copies = Copies()
    for source in sources:
        copies.add(source, dated[source.article.id].date)
    copies.settle()
    return copies.first


def _figures(source: Source, sums: ClaimGroups[Told]) -> tuple[LinkedFigure, ...]:
    id_, figures = source.article.id, source.extraction.money
    return tuple(
        LinkedFigure(figure, sums.claim_of(id_, number), sums.ties_of(id_, number))
        for number, figure in enumerate(figures)
    )


def _pledges(
    rows: Iterable[Made], commitments: ClaimGroups[Made], resolved: Sequence[ResolvedDate]
) -> tuple[LinkedPledge, ...]:
    return tuple(
        replace(
            linked_pledge(row, commitments.claim_of(row.article, row.number), resolved),
            ties=commitments.ties_of(row.article, row.number),
        )
        for row in rows
    )


def _by_id(*groups: ClaimGroups[Any]) -> dict[str, Claim]:
    """Return the claims, those of the first groups first, in the order of their first reports."""
    both = (group.claims for group in groups)
    return {claims[place].id: claims[place] for claims in both for place in sorted(claims)}


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
