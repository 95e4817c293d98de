"""The ledger."""

from __future__ import annotations

from dateline.reader.screens.sheet import Sheet


class LedgerScreen(Sheet):
    """All claims as a table."""
