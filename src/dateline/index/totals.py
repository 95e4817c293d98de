"""What the claims of the ledger come to: each commitment once, each currency for itself."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import astuple
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dateline.index import ledger
from dateline.index.rows import LedgerFilter, Total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.index.database import Connection

_Extent = tuple[Decimal, Decimal, bool, bool]  # least, most, whether roughly, whether confirmed
_Same = int | tuple[str, int]  # a claim, or what it has in common with claims of the same money and pledger


class _Claim(NamedTuple):
    """A claim that counts: not refused, withdrawn, replaced by a later one, or called wrong."""

    subject: int
    currency: str
    yearly: int
    amount: str
    amount_to: str | None
    up_to: int
    approximate: int
    confirmed: int
    pledging: str
    money: int | None

    @property
    def same(self) -> _Same:
        """Return what is equal for claims of the same money by the same pledger."""
        return (self.pledging, self.money) if self.pledging and self.money is not None else self.subject

    @property
    def extent(self) -> _Extent:
        """Return what it comes to."""
        low = _decimal("0" if self.up_to else self.amount)
        return low, _decimal(self.amount_to or self.amount), bool(self.approximate), bool(self.confirmed)


_decimal = lru_cache(maxsize=4096)(Decimal)  # few sums differ, and each takes longer to read than to add


def totals(db: Connection, filter: LedgerFilter) -> tuple[Total, ...]:
    """Return the totals of the claims that the filter leaves, the greatest currency by count first.

    Pledges alone are counted, unless the filter asks for figures: a pledge's figure would count twice. A
    commitment whose sum the articles give differently, or that was announced again, counts once, from the
    least to the most of its sums, or as confirmed. What is refused, withdrawn, replaced by a later sum or
    called wrong does not count.
    """
    kept = db.execute("SELECT content FROM totals").fetchone() if filter == LedgerFilter() else None
    return tuple(Total(*total) for total in json.loads(kept[0])) if kept else _added_up(db, filter)


def keep(db: Connection) -> None:
    """Keep the totals of all claims, if the claims have changed since: the tables then hold none."""
    if db.execute("SELECT 1 FROM totals").fetchone() is None:
        content = json.dumps([astuple(total) for total in _added_up(db, LedgerFilter())])
        db.execute("INSERT INTO totals VALUES (?)", (content,))


def _added_up(db: Connection, filter: LedgerFilter) -> tuple[Total, ...]:
    sums: dict[tuple[str, bool], list[_Extent]] = defaultdict(list)
    for members in _commitments(_claims(db, filter), _pairs(db, filter)):
        if len(members) == 1:
            sums[members[0].currency, bool(members[0].yearly)].append(members[0].extent)
            continue
        told: dict[tuple[str, bool], list[_Extent]] = defaultdict(list)
        for claim in members:
            told[claim.currency, bool(claim.yearly)].append(claim.extent)
        for key, extents in told.items():
            sums[key].append(_together(extents))
    found = [_total(*key, extents) for key, extents in sums.items()]
    return tuple(sorted(found, key=lambda total: (-total.claims, total.currency, total.yearly)))


def _claims(db: Connection, filter: LedgerFilter) -> Iterator[_Claim]:
    where, values = ledger.conditions(db, filter)
    query = (
        "SELECT c.subject, c.currency, c.yearly, c.amount, c.amount_to, c.up_to, c.approximate,"
        f" c.judged = 'confirmed', c.pledging, c.money FROM claims c NOT INDEXED WHERE {where}"
        " AND c.kind = ? AND c.amount IS NOT NULL AND NOT c.superseded AND c.judged != 'wrong'"
        " AND c.status IS NOT 'refused' AND c.stage != 'withdrawn'"
    )
    return map(_Claim._make, db.execute(query, (*values, filter.kind or "pledge")))


def _pairs(db: Connection, filter: LedgerFilter) -> list[tuple[int, int]]:
    """Return the claims that the filter leaves with those that tell the same with another sum."""
    where, values = ledger.conditions(db, filter)
    query = (
        "SELECT r.subject, r.other FROM claims c CROSS JOIN relations r ON r.subject = c.subject"
        f" AND r.sign IN ('≈', '≠') WHERE {where} AND c.kind = ? AND c.amount IS NOT NULL"
    )
    return db.execute(query, (*values, filter.kind or "pledge")).fetchall()


def _commitments(claims: Iterable[_Claim], pairs: Iterable[tuple[int, int]]) -> Iterable[list[_Claim]]:
    """Return the claims in groups that are one commitment: told with other sums, or announced again."""
    groups: dict[_Same, list[_Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.same].append(claim)
    if not (pairs := list(pairs)):
        return groups.values()
    leads: dict[_Same, _Same] = {same: same for same in groups}
    same_of = {claim.subject: same for same, members in groups.items() for claim in members}

    def lead(same: _Same) -> _Same:
        while leads[same] != same:
            leads[same] = leads[leads[same]]
            same = leads[same]
        return same

    for one, two in pairs:
        if one in same_of and two in same_of:
            leads[lead(same_of[two])] = lead(same_of[one])
    joined: dict[_Same, list[_Claim]] = defaultdict(list)
    for same, members in groups.items():
        joined[lead(same)] += members
    return joined.values()


def _together(extents: list[_Extent]) -> _Extent:
    """Return the least and the most that a commitment is told to be, if roughly, and if confirmed."""
    confirmed = [extent for extent in extents if extent[3]]
    counted = confirmed or extents
    low, high = min(extent[0] for extent in counted), max(extent[1] for extent in counted)
    return low, high, any(extent[2] for extent in counted), bool(confirmed)


def _total(currency: str, yearly: bool, extents: list[_Extent]) -> Total:
    return Total(
        currency=currency,
        yearly=yearly,
        low=f"{sum(low for low, *_ in extents):f}",
        high=f"{sum(high for _, high, *_ in extents):f}",
        approximate=any(approximate for *_, approximate, _ in extents),
        claims=len(extents),
        confirmed=sum(confirmed for *_, confirmed in extents),
    )
