"""What a dossier tells of a claim: what is claimed, its history, the sums side by side, its reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.days import date_mark, short_date
from dateline.reader.dossiers.parts import number, paragraph, plural, row, section
from dateline.reader.widgets.lines import BLANK, Line
from dateline.reader.widgets.listing import Entry, words
from dateline.reader.widgets.wrapping import excerpt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.index.rows import ClaimView, LedgerRow, ReportRow, Selection
    from dateline.reader.widgets.strips import Piece

_MOST_LINES = 6  #: of a sentence
SIGN_LOOKS = {"=": "good", "≈": "near", "≠": "warn", "": "dim"}
JUDGED_LOOKS = {"confirmed": "good", "wrong": "warn"}


def claim_row(claim: LedgerRow, of: Selection) -> Entry:
    """Return a row for a claim in an actor's dossier: the other party, sum or action, status."""
    left: list[Piece] = []
    if claim.pledger and claim.pledger.selection != of:
        left.append((f"{claim.pledger.name} ", ""))
    if claim.beneficiary and claim.beneficiary.selection != of:
        left.append((f"→ {claim.beneficiary.name} ", ""))
    left.append((claim.what, "figure" if claim.currency else ""))
    right = [number(claim.articles, "articles")]
    if claim.status and claim.status not in {"pledged", "refused"}:
        right.insert(0, (f"  {claim.status}", "near"))
    if claim.judged:
        right.insert(0, (f"  {claim.judged}", JUDGED_LOOKS[claim.judged]))
    return row(claim, left, right)


def about(view: ClaimView) -> list[Entry]:
    """Return the entries about a claim."""
    claim = view.row
    state: list[str] = [claim.status or "a sum"]
    if claim.stage not in {"first", claim.status}:
        state.append(claim.stage)
    state.append(f"{claim.judged} by you" if claim.judged else "machine-read")
    coverage = [plural(claim.articles, "article")]
    if claim.outlets:
        coverage.append(plural(claim.outlets, "known outlet"))
    if claim.speakers:
        coverage.append(plural(claim.speakers, "speaker"))
    entries = [
        words((f" {claim.selection.label}", "strong")),
        paragraph(" · ".join(state), JUDGED_LOOKS.get(claim.judged, "mark"), indent=1),
        paragraph(" · ".join(coverage), "dim", indent=1),
    ]
    if claim.action:
        entries += [words(), paragraph(claim.action, indent=1)]
    entries += _parties(claim) + _sums(view.reports) + _history(view)
    related = {
        "≈ SUMS CLOSE TO IT": view.close_to,
        "≠ OTHER SUMS FOR IT": view.differs_from,
        "IT FOLLOWS": view.follows,
        "IT IS FOLLOWED BY": view.followed_by,
    }
    for title, others in related.items():
        if others:
            entries += section(title)
            entries += [row(o, ((o.label, "figure" if o.kind == "figure" else ""),)) for o in others]
    return entries


def _parties(claim: LedgerRow) -> list[Entry]:
    entries: list[Entry] = []
    for part, party in (("by", claim.pledger), ("for", claim.beneficiary)):
        if party is not None:
            left: list[Piece] = [(f"{part:<4}", "dim"), (party.name, "")]
            entries.append(row(party, left) if party.selection else words(("  ", ""), *left))
    return [*section("WHO"), *entries] if entries else []


def _sums(reports: Sequence[ReportRow]) -> list[Entry]:
    """Return the sums side by side, each with how it agrees with the claim's, and in how many articles."""
    told: dict[tuple[str, str], list[ReportRow]] = {}
    for report in reports:
        if report.sum:
            told.setdefault((report.sign, report.sum), []).append(report)
    if not told:
        return []
    entries = section("SUMS", "articles")
    for (sign, sum_), found in told.items():
        left: tuple[Piece, ...] = ((f"{sign or ' '} ", SIGN_LOOKS[sign]), (sum_, "figure"))
        entries.append(row(found[0], left, (number(len({r.article for r in found}), "articles"),)))
    return entries


def _history(view: ClaimView) -> list[Entry]:
    """Return its own reports that are more than a repetition."""
    own = (report for report in view.reports if report.claim == view.row.selection)
    turns = [report for report in own if report.stage != "repeated"]
    if not turns:
        return []
    entries = section("HISTORY")
    for report in turns:
        left: list[Piece] = [
            (f"{short_date(report.date, year=True):<12}", "strong"),
            (f"{report.stage}  ", "mark"),
        ]
        left += [(f"{report.sum}  ", "figure")] if report.sum else []
        left.append((report.outlet or report.title, "dim"))
        entries.append(row(report, left))
    return entries


def reports(view: ClaimView) -> list[Entry]:
    """Return the reports by date, each with its sentence, its sum, its speaker, and whose copy it is."""
    sources = {report.article: report.outlet or report.title for report in view.reports}
    entries: list[Entry] = []
    for report in view.reports:
        entries += [words()] * bool(entries) + [_report(report, sources)]
    return entries


def _report(report: ReportRow, sources: Mapping[str, str]) -> Entry:
    tilde = date_mark(report.date_basis)
    head: list[Piece] = [(f"{tilde}{short_date(report.date, year=True)}  ", "strong")]
    head += [(f"{report.outlet}  ", "")] if report.outlet else []
    told: list[Piece] = [("  ", "")]
    if report.sum:
        told += [(f"{report.sign} ".lstrip(), SIGN_LOOKS[report.sign]), (f"{report.sum}  ", "figure")]
    told.append((report.stage, "mark"))
    if report.speaker:
        told.append((f"  said by {report.speaker.name}", ""))
    if report.copy_of is not None:
        told.append((f"  copy of {sources.get(report.copy_of, 'another article')}", "near"))

    def draw(cells: int) -> Sequence[Line]:
        lines = excerpt(report.sentence, report.hits, max(8, cells - 2), _MOST_LINES)
        sentence = [Line((("  ", ""), *pieces)) for pieces in lines] or [BLANK]
        return [Line((*head, (report.title, "dim"))), Line(tuple(told)), *sentence]

    return Entry(draw, report)
