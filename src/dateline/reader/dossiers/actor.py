"""What a dossier tells of an actor or a summit, beside its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.index.labels import short_date as when
from dateline.reader.dossiers.claim import claim_row
from dateline.reader.dossiers.parts import number, over_time, paragraph, plural, row, section, span
from dateline.reader.widgets.listing import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.index.dossier_rows import Companion, Dossier, RoleRow
    from dateline.index.rows import DateRange, LedgerRow, Selection, SummitRow
    from dateline.reader.widgets.listing import Entry
    from dateline.reader.widgets.strips import Piece

_COUNTED = ("articles",)
_MOST_CLAIMS = 12  #: of each kind


def about(dossier: Dossier, claims: Sequence[LedgerRow], whole: DateRange | None) -> list[Entry]:
    """Return the entries of a dossier; `whole` is the range that the counts over time are shown in."""
    entries = [*_head(dossier)]
    if whole is not None and dossier.days:
        entries += [words(), over_time(dossier.days, whole)]
    if dossier.names:
        entries += [words(), paragraph(f"also {', '.join(dossier.names)}", "dim", indent=1)]
    if dossier.summit is not None and dossier.summit.company:
        entries += section("COMPANY")
        entries += [
            row(actor, ((actor.label, ""), (f"  {actor.kind}", "dim"))) for actor in dossier.summit.company
        ]
    offices = [role for role in dossier.roles if role.kind != "phrase"]
    phrases = [role for role in dossier.roles if role.kind == "phrase"]
    entries += _roles("OFFICES", offices) + _roles("SPOKEN OF AS", phrases)
    entries += _claims(dossier.selection, claims)
    if dossier.summits:
        entries += section("SUMMITS", *_COUNTED)
        entries += [summit_row(summit) for summit in dossier.summits]
    entries += _companions(dossier)
    if dossier.figures:
        entries += section("SUMS IN THE SAME SENTENCES", "here", "in all")
        entries += [_companion(figure, "figure") for figure in dossier.figures]
    return entries


def _head(dossier: Dossier) -> list[Entry]:
    summit = dossier.summit
    count = plural(dossier.articles, "article")
    if dossier.hidden:
        count += f" in these dates, {dossier.hidden:,} outside them"
    coverage = [count, plural(dossier.mentions, "mention")]
    if dossier.outlets:
        coverage.append(plural(dossier.outlets, "known outlet"))
    if summit is None:
        return [words((f" {dossier.selection.label}", "strong"), (f"  {dossier.selection.kind}", "dim")),
                paragraph(" · ".join(coverage), "dim", indent=1)]  # fmt: skip
    place = ", ".join(dict.fromkeys(part for part in (summit.place, summit.country) if part))
    parts = [summit.kind, when(summit.date) if summit.date else "no date known", place or "no place known"]
    return [
        words((f" {summit.name}", "strong")),
        paragraph(" · ".join(parts), "summit", indent=1),
        paragraph(" · ".join(coverage), "dim", indent=1),
    ]


def _roles(title: str, roles: Sequence[RoleRow]) -> list[Entry]:
    """Return offices or phrases, each with the days between which articles give it."""
    if not roles:
        return []
    entries = section(title, *_COUNTED)
    for role in roles:
        quoted = f"“{role.words}”" if role.kind == "phrase" else role.words
        former = "former " * (role.kind == "former")
        left = ((former + quoted, ""), (f"  {span(role.first, role.last)}", "dim"))
        entries.append(row(role, left, (number(role.articles, *_COUNTED),)))
    return entries


def _claims(selection: Selection, claims: Iterable[LedgerRow]) -> list[Entry]:
    """Return what an actor pledged, voiced and refused, and what others pledged to it."""
    groups: dict[str, list[LedgerRow]] = {"PLEDGED": [], "REFUSED": [], "PLEDGED TO IT": [], "VOICED": []}
    if selection.kind == "person":
        groups["PLEDGED TO THEM"] = groups.pop("PLEDGED TO IT")
    for claim in claims:
        if claim.pledger and claim.pledger.selection == selection:
            groups["REFUSED" if claim.status == "refused" else "PLEDGED"].append(claim)
        elif claim.beneficiary and claim.beneficiary.selection == selection:
            groups["PLEDGED TO THEM" if selection.kind == "person" else "PLEDGED TO IT"].append(claim)
        else:
            groups["VOICED"].append(claim)
    entries: list[Entry] = []
    for title, found in groups.items():
        if found:
            entries += section(title, *_COUNTED)
            entries += [claim_row(claim, selection) for claim in found[:_MOST_CLAIMS]]
            if len(found) > _MOST_CLAIMS:
                entries.append(words((f"   and {len(found) - _MOST_CLAIMS:,} more in the ledger", "dim")))
    return entries


def summit_row(summit: SummitRow) -> Entry:
    """Return a row for a summit: its date, its name, how many articles mention it."""
    date = when(summit.date) if summit.date else "no date"
    left: list[Piece] = [(f"{date:<17} ", "strong" if summit.date else "dim"), (summit.name, "")]
    return row(summit, left, (number(summit.articles, *_COUNTED),))


def _companions(dossier: Dossier) -> list[Entry]:
    if not dossier.companions:
        return []
    sampled = dossier.sampled < dossier.articles
    title = f"MENTIONED WITH, OF {dossier.sampled} ARTICLES" if sampled else "MENTIONED WITH"
    return [*section(title, "here", "in all"), *(_companion(c, c.selection.kind) for c in dossier.companions)]


def _companion(companion: Companion, look: str) -> Entry:
    kind = () if look == "figure" else ((f"  {companion.selection.kind}", "dim"),)
    right = (number(companion.together, "here"), number(companion.articles, "in all", "dim"))
    return row(companion, ((companion.selection.label, ""), *kind), right)
