"""Answers of the index as tables: to a terminal, as CSV for spreadsheets, as JSON for programs."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, TextIO

from dateline.linking.sums import brief

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.index.rows import LedgerParty, LedgerRow, SummitRow, Total

Form = Literal["table", "csv", "json"]
Record = dict[str, Any]

#: Columns that a terminal shows, with the name and the heading of each; of the others the records tell.
LEDGER_COLUMNS = {
    "first": "First",
    "pledger": "Pledger",
    "beneficiary": "For",
    "what": "What",
    "standing": "Status",
    "articles": "Art.",
    "signs": "Sums",
    "judged": "Judged",
}
SUMMIT_COLUMNS = {
    "date": "Date",
    "name": "Summit",
    "kind": "Kind",
    "place": "Place",
    "company": "Company",
    "articles": "Art.",
    "outlets": "Outl.",
}
LEDGER_FIELDS = (
    "first", "last", "kind", "pledger", "beneficiary", "what", "action", "amount", "amount_to", "currency",
    "period", "approximate", "up_to", "yearly", "status", "stage", "articles", "outlets", "speakers", "signs",
    "judged", "claim",
)  # fmt: skip
SUMMIT_FIELDS = ("date", "name", "kind", "place", "country", "company", "articles", "outlets", "summit")
_COUNTS = {"articles", "outlets"}
#: Columns that share what room is left, and how; of the others none is cut.
_SHARES = {"pledger": 3, "beneficiary": 2, "what": 6, "name": 3, "place": 2, "company": 4}
# What a spreadsheet takes for the beginning of a formula, the wide forms too where it is set to Japanese:
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def ledger_records(rows: Iterable[LedgerRow]) -> list[Record]:
    """Return the lines of the ledger as plain values; amounts are decimal strings."""
    return [
        {
            "claim": row.selection.id,
            "kind": row.selection.kind,
            "first": row.first,
            "last": row.last,
            "pledger": _name(row.pledger),
            "beneficiary": _name(row.beneficiary),
            "what": row.what,
            "action": row.action,
            "amount": row.amount,
            "amount_to": row.amount_to,
            "currency": row.currency,
            "period": row.period,
            "approximate": row.approximate,
            "up_to": row.up_to,
            "yearly": row.yearly,
            "status": row.status,
            "standing": _standing(row),
            "stage": row.stage,
            "articles": row.articles,
            "outlets": row.outlets,
            "speakers": row.speakers,
            "signs": row.signs,
            "judged": row.judged,
        }
        for row in rows
    ]


def summit_records(rows: Iterable[SummitRow]) -> list[Record]:
    """Return the lines of the list of summits as plain values; who took part by name."""
    return [
        {
            "summit": row.selection.id,
            "date": row.date,
            "name": row.name,
            "kind": row.kind,
            "place": row.place,
            "country": row.country,
            "company": [selection.label for selection in row.company],
            "articles": row.articles,
            "outlets": row.outlets,
        }
        for row in rows
    ]


def total_records(totals: Iterable[Total]) -> list[Record]:
    """Return totals as plain values."""
    names = ("currency", "yearly", "low", "high", "approximate", "claims", "confirmed")
    return [{name: getattr(total, name) for name in names} for total in totals]


def total_line(total: Total) -> str:
    """Return a total in words: "£1bn–£2bn a year · machine-read, 3 of 7 confirmed"."""
    low, high = Decimal(total.low), Decimal(total.high)
    most = brief(high, total.currency)
    ranged = f"up to {most}" if low == 0 else f"{brief(low, total.currency)}–{most}"
    sum_ = most if low == high else ranged
    about = "about " if total.approximate and low == high else ""
    return (
        f"{about}{sum_}{' a year' if total.yearly else ''}"
        f" · machine-read, {total.confirmed} of {total.claims} confirmed"
    )


def write_table(
    records: Sequence[Record], columns: Mapping[str, str], notes: Sequence[str], stream: TextIO
) -> None:
    """Write a table that fits the terminal, and the notes below it."""
    from rich.console import Console  # noqa: PLC0415 - CSV and JSON have no need of it
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    shown = [name for name in columns if any(record[name] for record in records)]
    for name in shown:
        table.add_column(
            columns[name],
            justify="right" if name in _COUNTS else "left",
            no_wrap=True,
            overflow="ellipsis",
            ratio=_SHARES.get(name),
            min_width=0 if name in _SHARES else max(len(cell(record[name])) for record in records),
        )
    for record in records:
        table.add_row(*(Text(cell(record[name])) for name in shown))
    console = Console(file=stream, highlight=False)
    console.print(table)
    for note in notes:
        console.print(Text(note), style="dim")


def write_csv(records: Sequence[Record], names: Sequence[str], stream: TextIO) -> None:
    """Write records as CSV with a header; no cell of text is a formula to a spreadsheet."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([guarded(cell(record[name])) for name in names] for record in records)


def write_json(content: Mapping[str, Sequence[Record]], stream: TextIO) -> None:
    """Write records as one JSON object."""
    json.dump(content, stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def only(record: Record, names: Sequence[str]) -> Record:
    """Return a record with these of its values alone, in their order."""
    return {name: record[name] for name in names}


def cell(value: object) -> str:
    """Return a value as it stands in a table, on one line."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    return "; ".join(map(str, value)) if isinstance(value, list) else " ".join(str(value).split())


def guarded(content: str) -> str:
    """Return a cell that a spreadsheet shows as it is: with an apostrophe before what it would calculate."""
    return f"'{content}" if content.startswith(_FORMULA) else content


def _standing(row: LedgerRow) -> str:
    """Return the status of a claim, and what became of it where that is news."""
    status = row.status or ""
    if row.stage in ("first", "repeated", status):
        return status
    return f"{status}, {row.stage}" if status else row.stage


def _name(party: LedgerParty | None) -> str | None:
    return party.name if party is not None else None
