"""A claim as Markdown, with its reports as they stand in the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.exports.markdown import citation, escaped, plural, quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.exports.sources import Sources
    from dateline.index.collection import Collection
    from dateline.index.rows import ClaimView, LedgerRow, ReportRow


def own_reports(view: ClaimView) -> list[ReportRow]:
    """Return the reports of the claim itself, by date, without those of claims that are close to it."""
    return [report for report in view.reports if report.claim == view.row.selection]


def claim_told(collection: Collection, claim: LedgerRow, sources: Sources, level: int = 3) -> Iterator[str]:
    """Yield a claim as Markdown: how it stands, and its reports by date, each quoted with its source.

    `level` is that of its heading.
    """
    yield f"\n{'#' * level} {escaped(claim.selection.label)}\n\n{_standing(claim)}\n"
    view = collection.claim(claim.selection.id)
    for report in own_reports(view) if view is not None else ():
        said: list[str] = [report.stage]
        if report.sum:
            said.append(f"{report.sign} {report.sum}".lstrip())
        if report.speaker is not None:
            said.append(f"said by {report.speaker.name}")
        if report.copy_of is not None:
            said.append("a copy of another report")
        yield f"\n{escaped(', '.join(said))}:\n\n{quotation(report.sentence, citation(report, sources))}"


def _standing(claim: LedgerRow) -> str:
    parts: list[str] = [claim.status or "a sum"]
    if claim.stage not in ("first", "repeated", claim.status):
        parts.append(claim.stage)
    parts += [claim.action] if claim.action else []
    parts += [plural(claim.articles, "article")]
    parts += [plural(claim.outlets, "known outlet")] if claim.outlets else []
    parts += [plural(claim.speakers, "speaker")] if claim.speakers else []
    parts.append(f"{claim.judged} by the reader" if claim.judged else "machine-read")
    return " · ".join(escaped(part) for part in parts)
