"""The ledger with the reports of each claim: who said it when, in which words, with which sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline import tables
from dateline.exports.forms import csv_lines, json_lines
from dateline.exports.sources import Sources
from dateline.index.rows import LedgerFilter, LedgerOrder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.exports.forms import Record
    from dateline.index.collection import Collection
    from dateline.index.rows import ClaimView, DateRange, ReportRow, Selection

REPORT_FIELDS = (
    "date", "date_basis", "outlet", "title", "sum", "sign", "stage", "speaker", "wording", "sentence",
    "start", "file", "article", "copy_of",
)  # fmt: skip
#: A line of CSV is one report, with what is told of its claim before it.
FIELDS = (*tables.LEDGER_FIELDS, *(f"report_{name}" for name in REPORT_FIELDS))


def as_csv(
    collection: Collection, dates: DateRange | None = None, actor: Selection | None = None
) -> Iterator[str]:
    """Yield CSV, a line for each report of each claim that an article of the dates reports.

    With an actor, only claims in which it is pledger, beneficiary or speaker. A claim is there with all its
    reports, those outside the dates included: its history is one.
    """
    return csv_lines(_reports(collection, dates, actor), FIELDS)


def as_json(
    collection: Collection, dates: DateRange | None = None, actor: Selection | None = None
) -> Iterator[str]:
    """Yield JSON: the same claims with lists of reports and of claims related to them, and the totals."""
    totals = collection.totals(LedgerFilter(actor=actor, dates=dates))
    return json_lines(
        {"claims": _claims(collection, dates, actor), "totals": iter(tables.total_records(totals))}
    )


def _reports(collection: Collection, dates: DateRange | None, actor: Selection | None) -> Iterator[Record]:
    for claim in _claims(collection, dates, actor):
        told: list[Record] = claim["reports"] or [dict.fromkeys(REPORT_FIELDS)]
        for report in told:
            yield claim | {f"report_{name}": value for name, value in report.items()}


def _claims(collection: Collection, dates: DateRange | None, actor: Selection | None) -> Iterator[Record]:
    """Yield the claims by date, each with its own reports."""
    sources = Sources(collection)
    for row in collection.ledger(LedgerFilter(actor=actor, dates=dates), LedgerOrder()):
        (record,) = tables.ledger_records([row])
        record = tables.only(record, tables.LEDGER_FIELDS)
        view = collection.claim(row.selection.id)
        reports = own_reports(view) if view is not None else []
        record["reports"] = [_report(report, sources) for report in reports]
        for name in ("close_to", "differs_from", "follows", "followed_by"):
            record[name] = [other.id for other in getattr(view, name, ())]
        yield record


def own_reports(view: ClaimView) -> list[ReportRow]:
    """Return the reports of the claim itself, by date, without those of claims that are close to it."""
    return [report for report in view.reports if report.claim == view.row.selection]


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
