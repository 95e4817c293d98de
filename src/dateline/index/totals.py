"""What the claims of the ledger come to: each commitment once, each currency for itself."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dateline.index import ledger
from dateline.index.rows import Total

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.index.database import Connection
    from dateline.index.rows import LedgerFilter


class _Claim(NamedTuple):
    """A claim that counts: not refused, withdrawn, replaced by a later one, or called wrong."""

    subject: int
    currency: str
    yearly: bool
    low: Decimal
    high: Decimal
    approximate: bool
    confirmed: bool
    same: tuple[str, int] | None  #: what it has in common with claims of the same money by the same pledger


def totals(db: Connection, filter: LedgerFilter) -> tuple[Total, ...]:
    """Return the totals of the claims that the filter leaves, the greatest currency by count first.

    Pledges alone are counted, unless the filter asks for figures: a pledge's figure would count twice. A
    commitment whose sum the articles give differently, or that was announced again, counts once, from the
    least to the most of its sums, or as confirmed. What is refused, withdrawn, replaced by a later sum or
    called wrong does not count.
    """
    claims = _claims(db, filter)
    sums: dict[tuple[str, bool], list[tuple[Decimal, Decimal, bool, bool]]] = defaultdict(list)
    for members in _commitments(claims, _pairs(db, filter)):
        for key in sorted({(c.currency, c.yearly) for c in members}):
            sums[key].append(_extent([c for c in members if (c.currency, c.yearly) == key]))
    found = [_total(*key, extents) for key, extents in sums.items()]
    return tuple(sorted(found, key=lambda total: (-total.claims, total.currency, total.yearly)))


def _claims(db: Connection, filter: LedgerFilter) -> list[_Claim]:
    where, values = ledger.conditions(db, filter)
    query = (
        "SELECT c.subject, c.currency, c.yearly, c.amount, c.amount_to, c.up_to, c.approximate,"
        f" c.judged = 'confirmed', c.pledging, c.money FROM claims c WHERE {where}"
        " AND c.kind = ? AND c.amount IS NOT NULL AND NOT c.superseded AND c.judged != 'wrong'"
        " AND c.status IS NOT 'refused' AND c.stage != 'withdrawn' ORDER BY c.first, c.subject"
    )
    found = []
    for subject, currency, yearly, amount, amount_to, up_to, approximate, confirmed, pledging, money in (
        db.execute(query, (*values, filter.kind or "pledge"))
    ):  # fmt: skip
        high = Decimal(amount_to or amount)
        low = Decimal(0) if up_to else Decimal(amount)
        same = (pledging, money) if pledging and money is not None else None
        found.append(
            _Claim(subject, currency, bool(yearly), low, high, bool(approximate), bool(confirmed), same)
        )
    return found


def _pairs(db: Connection, filter: LedgerFilter) -> list[tuple[int, int]]:
    """Return the claims that the filter leaves with those that tell the same with another sum."""
    where, values = ledger.conditions(db, filter)
    query = (
        "SELECT r.subject, r.other FROM claims c CROSS JOIN relations r ON r.subject = c.subject"
        f" AND r.sign IN ('≈', '≠') WHERE {where} AND c.kind = ? AND c.amount IS NOT NULL"
    )
    return db.execute(query, (*values, filter.kind or "pledge")).fetchall()


def _commitments(claims: Iterable[_Claim], pairs: Iterable[tuple[int, int]]) -> list[list[_Claim]]:
    """Return the claims in groups that are one commitment: told with other sums, or announced again."""
    by_subject = {claim.subject: claim for claim in claims}
    leads = {subject: subject for subject in by_subject}

    def lead(subject: int) -> int:
        while leads[subject] != subject:
            leads[subject] = leads[leads[subject]]
            subject = leads[subject]
        return subject

    first: dict[tuple[str, int], int] = {}
    for claim in by_subject.values():
        if claim.same is not None:
            leads[lead(claim.subject)] = lead(first.setdefault(claim.same, claim.subject))
    for one, two in pairs:
        if one in leads and two in leads:
            leads[lead(max(one, two))] = lead(min(one, two))
    groups: dict[int, list[_Claim]] = defaultdict(list)
    for subject, claim in by_subject.items():
        groups[lead(subject)].append(claim)
    return list(groups.values())


def _extent(members: list[_Claim]) -> tuple[Decimal, Decimal, bool, bool]:
    """Return the least and the most that a commitment is told to be, if roughly, and if confirmed."""
    counted = [c for c in members if c.confirmed] or members
    low, high = min(c.low for c in counted), max(c.high for c in counted)
    return low, high, any(c.approximate for c in counted), any(c.confirmed for c in members)


def _total(currency: str, yearly: bool, extents: list[tuple[Decimal, Decimal, bool, bool]]) -> Total:
    return Total(
        currency=currency,
        yearly=yearly,
        low=f"{sum(low for low, *_ in extents):f}",
        high=f"{sum(high for _, high, *_ in extents):f}",
        approximate=any(approximate for *_, approximate, _ in extents),
        claims=len(extents),
        confirmed=sum(confirmed for *_, confirmed in extents),
    )
