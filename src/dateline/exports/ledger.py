"""The ledger with the reports of each claim: who said it when, in which words, with which sum."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dateline import tables
from dateline.exports.claims import claim_told, own_reports
from dateline.exports.forms import csv_lines, json_lines
from dateline.exports.markdown import dates_told, escaped, plural
from dateline.exports.sources import Sources
from dateline.index.rows import LedgerFilter, LedgerOrder
from dateline.linking.sums import brief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.exports.forms import Record
    from dateline.index.collection import Collection
    from dateline.index.rows import ReportRow

REPORT_FIELDS = (
    "date", "date_basis", "outlet", "title", "sum", "sign", "stage", "speaker", "wording", "sentence",
    "start", "file", "article", "copy_of",
)  # fmt: skip
#: A line of CSV is one report, with what is told of its claim before it.
FIELDS = (*tables.LEDGER_FIELDS, *(f"report_{name}" for name in REPORT_FIELDS))

EVERYTHING = LedgerFilter()
BY_DATE = LedgerOrder()


def as_csv(
    collection: Collection, wanted: LedgerFilter = EVERYTHING, order: LedgerOrder = BY_DATE
) -> Iterator[str]:
    """Yield CSV, a line for each report of each claim that the filter leaves.

    A claim is there with all its reports, those outside the filter's dates included: its history is one.
    """
    return csv_lines(_reports(collection, wanted, order), FIELDS)


def as_json(
    collection: Collection, wanted: LedgerFilter = EVERYTHING, order: LedgerOrder = BY_DATE
) -> Iterator[str]:
    """Yield JSON: the same claims with lists of reports and of claims related to them, and the totals."""
    totals = collection.totals(wanted)
    return json_lines(
        {"claims": _claims(collection, wanted, order), "totals": iter(tables.total_records(totals))}
    )


def as_markdown(
    collection: Collection, wanted: LedgerFilter = EVERYTHING, order: LedgerOrder = BY_DATE
) -> Iterator[str]:
    """Yield Markdown: the same claims, each with its reports quoted and cited, and below them the totals."""
    of = f": {escaped(wanted.actor.label)}" if wanted.actor is not None else ""
    yield f"# Ledger of {escaped(collection.name)}{of}\n\n"
    told = [plural(collection.ledger_size(wanted), "claim"), dates_told(wanted.dates), *_limits(wanted)]
    yield f"{' · '.join(told)}\n"
    sources = Sources(collection)
    for row in collection.ledger(wanted, order):
        yield from claim_told(collection, row, sources, level=2)
    if totals := collection.totals(wanted):
        yield "\n## Totals\n\n"
        yield from (f"- {escaped(tables.total_line(total))}\n" for total in totals)


def _limits(wanted: LedgerFilter) -> Iterator[str]:
    """Yield what else than an actor and dates limits the ledger, in words."""
    if wanted.kind is not None:
        yield f"only {'pledges' if wanted.kind == 'pledge' else 'sums'}"
    if wanted.status is not None:
        yield f"only {wanted.status}"
    if wanted.least is not None:
        yield f"from {escaped(brief(Decimal(wanted.least), wanted.currency or '').strip())} on"
    elif wanted.currency is not None:
        yield f"in {escaped(wanted.currency)}"
    if wanted.differing:
        yield "only with sums that differ"
    if wanted.text:
        yield f"with “{escaped(wanted.text)}”"


def _reports(collection: Collection, wanted: LedgerFilter, order: LedgerOrder) -> Iterator[Record]:
    for claim in _claims(collection, wanted, order):
        told: list[Record] = claim["reports"] or [dict.fromkeys(REPORT_FIELDS)]
        for report in told:
            yield claim | {f"report_{name}": value for name, value in report.items()}


def _claims(collection: Collection, wanted: LedgerFilter, order: LedgerOrder) -> Iterator[Record]:
    """Yield the claims, each with its own reports."""
    sources = Sources(collection)
    for row in collection.ledger(wanted, order):
        (record,) = tables.ledger_records([row])
        record = tables.only(record, tables.LEDGER_FIELDS)
        view = collection.claim(row.selection.id)
        reports = own_reports(view) if view is not None else []
        record["reports"] = [_report(report, sources) for report in reports]
        for name in ("close_to", "differs_from", "follows", "followed_by"):
            record[name] = [other.id for other in getattr(view, name, ())]
        yield record


def _report(report: ReportRow, sources: Sources) -> Record:
    return {
        "date": report.date,
        "date_basis": report.date_basis,
        "outlet": report.outlet,
        "title": report.title,
        "sum": report.sum,
        "sign": report.sign,
        "stage": report.stage,
        "speaker": report.speaker.name if report.speaker else None,
        "wording": report.wording,
        "sentence": report.sentence,
        "start": report.start,
        "file": sources.path(report.article),
        "article": report.article,
        "copy_of": report.copy_of,
    }
