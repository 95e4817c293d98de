"""What a dossier tells of a claim: what is claimed, its history, the sums side by side, its reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.dossiers.parts import number, row

if TYPE_CHECKING:
    from dateline.index.rows import LedgerRow
    from dateline.reader.widgets.listing import Entry
    from dateline.reader.widgets.strips import Piece


def claim_row(claim: LedgerRow) -> Entry:
    """Return a row for a claim: parties, sum or action, status."""
    left: list[Piece] = []
    if claim.pledger:
        left.append((f"{claim.pledger.name} ", ""))
    if claim.beneficiary:
        left.append((f"→ {claim.beneficiary.name} ", ""))
    left.append((claim.what, "figure" if claim.amount else ""))
    if claim.status and claim.status != "pledged":
        left.append((f"  {claim.status}", "near"))
    if claim.judged:
        left.append((f"  {claim.judged}", "good" if claim.judged == "confirmed" else "warn"))
    return row(claim, left, (number(claim.articles, "articles"),))
