"""What the claims of the ledger come to: each commitment once, each currency for itself."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import astuple
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.index import ledger
from dateline.index.rows import LedgerFilter, Total

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.index.database import Connection

_Same = int | tuple[str, int]  # a claim, or what it has in common with claims of the same money and pledger
#: Of a claim: currency, yearly, amount, upper end, "up to", roughly, confirmed, as the tables have them.
_Told = tuple[str, int, str, str | None, int, int, int]


class _Extent(NamedTuple):
    """What a commitment comes to."""

    low: Decimal
    high: Decimal
    approximate: bool
    confirmed: bool


_decimal = lru_cache(maxsize=4096)(Decimal)  # few sums differ, and each takes longer to read than to add


@lru_cache(maxsize=4096)
def _extent(amount: str, amount_to: str | None, up_to: int, approximate: int, confirmed: int) -> _Extent:
    low = _decimal("0" if up_to else amount)
    return _Extent(low, _decimal(amount_to or amount), bool(approximate), bool(confirmed))


def totals(db: Connection, filter: LedgerFilter) -> tuple[Total, ...]:
    """Return the totals of the claims that the filter leaves, the greatest currency by count first.

    Pledges alone are counted, unless the filter asks for figures: a pledge's figure would count twice. A
    commitment whose sum the articles give differently, or that was announced again, counts once, from the
    least to the most of its sums, or as confirmed. What is refused, withdrawn, replaced by a later sum or
    called wrong does not count.
    """
    whole = filter in (LedgerFilter(), LedgerFilter(kind="pledge"))
    kept = db.execute("SELECT content FROM totals").fetchone() if whole else None
    return tuple(Total(*total) for total in json.loads(kept[0])) if kept else _added_up(db, filter)


def keep(db: Connection) -> None:
    """Keep the totals of all claims, if the claims have changed since: the tables then hold none."""
    if db.execute("SELECT 1 FROM totals").fetchone() is None:
        content = json.dumps([astuple(total) for total in _added_up(db, LedgerFilter())])
        db.execute("INSERT INTO totals VALUES (?)", (content,))


def _added_up(db: Connection, filter: LedgerFilter) -> tuple[Total, ...]:
    sums: dict[tuple[str, bool], list[_Extent]] = defaultdict(list)
    for commitment in _commitments(_claims(db, filter), _pairs(db, filter)):
        told: dict[tuple[str, bool], list[_Extent]] = defaultdict(list)
        for currency, yearly, *amounts in commitment:
            told[currency, bool(yearly)].append(_extent(*amounts))
        for key, extents in told.items():
            sums[key].append(_together(extents) if len(extents) > 1 else extents[0])
    found = [_total(*key, extents) for key, extents in sums.items()]
    return tuple(sorted(found, key=lambda total: (-total.claims, total.currency, total.yearly)))


def _claims(db: Connection, filter: LedgerFilter) -> list[tuple[Any, ...]]:
    """Return subject, pledger and money, then what is told, of all claims that count.

    Those are not refused, withdrawn, replaced by a later one, or called wrong.
    """
    where, values = ledger.conditions(db, filter)
    query = (
        "SELECT c.subject, c.pledging, c.money, c.currency, c.yearly, c.amount, c.amount_to, c.up_to,"
        f" c.approximate, c.judged = 'confirmed' FROM claims c NOT INDEXED WHERE {where}"
        " AND c.kind = ? AND c.amount IS NOT NULL AND NOT c.superseded AND c.judged != 'wrong'"
        " AND c.status IS NOT 'refused' AND c.stage != 'withdrawn'"
    )
    return db.execute(query, (*values, filter.kind or "pledge")).fetchall()


def _pairs(db: Connection, filter: LedgerFilter) -> list[tuple[int, int]]:
    """Return the claims that the filter leaves with those that tell the same with another sum."""
    where, values = ledger.conditions(db, filter)
    query = (
        "SELECT r.subject, r.other FROM claims c CROSS JOIN relations r ON r.subject = c.subject"
        f" AND r.sign IN ('≈', '≠') WHERE {where} AND c.kind = ? AND c.amount IS NOT NULL"
    )
    return db.execute(query, (*values, filter.kind or "pledge")).fetchall()


def _commitments(claims: list[tuple[Any, ...]], pairs: list[tuple[int, int]]) -> Iterable[set[_Told]]:
    """Return what is told of each commitment: by claims that tell another sum, or announce it again."""
    groups: dict[_Same, set[_Told]] = defaultdict(set)
    for claim in claims:
        groups[_same(claim)].add(claim[3:])
    if not pairs:
        return groups.values()
    leads: dict[_Same, _Same] = {same: same for same in groups}
    same_of = {claim[0]: _same(claim) for claim in claims}

    def lead(same: _Same) -> _Same:
        while leads[same] != same:
            leads[same] = leads[leads[same]]
            same = leads[same]
        return same

    for one, two in pairs:
        if one in same_of and two in same_of:
            leads[lead(same_of[two])] = lead(same_of[one])
    joined: dict[_Same, set[_Told]] = defaultdict(set)
    for same, told in groups.items():
        joined[lead(same)] |= told
    return joined.values()


def _same(claim: tuple[Any, ...]) -> _Same:
    """Return what is equal for claims of the same money by the same pledger."""
    subject, pledging, money = claim[:3]
    return (pledging, money) if pledging and money is not None else subject


def _together(extents: list[_Extent]) -> _Extent:
    """Return the least and the most that a commitment is told to be, if roughly, and if confirmed."""
    confirmed = [extent for extent in extents if extent.confirmed]
    counted = confirmed or extents
    low, high = min(extent.low for extent in counted), max(extent.high for extent in counted)
    return _Extent(low, high, any(extent.approximate for extent in counted), bool(confirmed))


def _total(currency: str, yearly: bool, extents: list[_Extent]) -> Total:
    return Total(
        currency=currency,
        yearly=yearly,
        low=f"{sum(extent.low for extent in extents):f}",
        high=f"{sum(extent.high for extent in extents):f}",
        approximate=any(extent.approximate for extent in extents),
        claims=len(extents),
        confirmed=sum(extent.confirmed for extent in extents),
    )
