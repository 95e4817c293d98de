"""Writing the tables of claims: what the ledger lists, who has to do with it, its sums and its reports."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

from dateline.index.claim_context import affected, context_of, whole_context
from dateline.index.flatten import as_json, fingerprint
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from dateline.index.claim_context import Context
    from dateline.index.database import Connection
    from dateline.index.flatten import Key
    from dateline.index.state import State
    from dateline.model import Claim, ClaimReport, Figure, LinkedParty

Row = tuple[object, ...]
_TABLES = ("claims", "claim_parties", "claim_sums", "claim_words", "reports")


def write_claims(
    db: Connection,
    state: State,
    ids: Mapping[Key, int],
    touched: Collection[int] = (),
    gone: Iterable[int] = (),
) -> None:
    """Bring the claims' tables to the state; only claims whose rows differ are written.

    The articles have to be written before, the relations not yet. With a change it is enough to look at the
    claims of which it tells, those that have to do with them, and those `touched`: of articles that are
    written anew, as they were and as they are. `gone` are the subjects that are no more.
    """
    if state.change is None:
        context = whole_context(db, state, ids)
        claims: Iterable[Claim] = state.story.claims.values()
        stored = dict(db.execute("SELECT subject, digest FROM claims"))
    else:
        claims = affected(db, state, ids, touched, gone)
        context = context_of(db, state, ids, claims)
        subjects = json.dumps([*gone, *(ids[claim.kind, claim.id] for claim in claims)])
        query = "SELECT subject, digest FROM claims WHERE subject IN (SELECT value FROM json_each(?))"
        stored = dict(db.execute(query, (subjects,)))
    for claim in claims:
        subject = ids[claim.kind, claim.id]
        digest = fingerprint(*_told_of(claim, context))
        if stored.pop(subject, None) == digest:
            continue
        rows = _rows(claim, subject, context)
        _clear(db, subject)
        rows["claims"] = [(*rows["claims"][0], digest, fold(f"{claim.label} {claim.id}"))]
        for table, values in rows.items():
            if values:
                places = ", ".join("?" * len(values[0]))
                db.executemany(f"INSERT INTO {table} VALUES ({places})", values)
    for subject in stored:
        _clear(db, subject)


def _clear(db: Connection, subject: int) -> None:
    for table in _TABLES:
        column = "subject" if table == "claims" else "claim"
        db.execute(f"DELETE FROM {table} WHERE {column} = ?", (subject,))


def _told_of(claim: Claim, context: Context) -> tuple[object, ...]:
    """Return what the rows of a claim come from."""
    others = *claim.close_to, *claim.differs_from
    near = [context.claims[other] for other in others if other in context.claims]
    return (
        claim,
        _actors(claim, context),
        context.changes.get(claim.id),
        context.ids.get(("figure", context.money.get(claim.id, ""))),
        claim.id in context.covered,
        [[report.copy_of or report.article for report in other.reports] for other in near],
        [
            (
                context.articles.get(report.article),
                context.articles.get(report.copy_of or ""),
                _wording(claim, report, context),
                _sentence(report, context),
            )
            for report in claim.reports
        ],
        context.state.versions.folding,
    )


def _rows(claim: Claim, subject: int, context: Context) -> dict[str, list[Row]]:
    """Return the rows of a claim by table."""
    names = dict.fromkeys(party.name for party in _parties(claim))
    sentences = dict.fromkeys(_sentence(report, context) for report in claim.reports)
    words = " ".join((claim.label, claim.action, *names, *sentences))
    return {
        "claims": [_line(claim, subject, context)],
        "claim_parties": [(actor, subject) for actor in _actors(claim, context)],
        "claim_sums": [(subject, *sum_) for sum_ in sorted(set(_sums(claim)))],
        "claim_words": [(subject, fold(words))],
        "reports": list(_reports(claim, subject, context)),
    }


def _parties(claim: Claim) -> list[LinkedParty]:
    """Return who pledges, who is helped and who speaks, as far as that is known."""
    parties = claim.pledger, claim.beneficiary, *(report.speaker for report in claim.reports)
    return [party for party in parties if party is not None]


def _actors(claim: Claim, context: Context) -> list[int]:
    """Return the ids of its parties in the tables."""
    actors = {
        context.ids[party.type, party.id]
        for party in _parties(claim)
        if party.type != "group" and party.id is not None and (party.type, party.id) in context.ids
    }
    return sorted(actors)


def _line(claim: Claim, subject: int, context: Context) -> Row:
    reports = claim.reports
    days = [report.written for report in reports] or [""]
    several = claim.article_count > 1 and claim.id not in context.covered
    money = context.ids.get(("figure", context.money.get(claim.id, "")))
    return (
        subject,
        claim.kind,
        int(claim.kind == "pledge" or several),
        min(days),
        max(days),
        _party(claim.pledger),
        _party(claim.beneficiary),
        fold(claim.pledger.name) if claim.pledger is not None else "",
        claim.sum,
        claim.action,
        *_amounts(claim.figure),
        int(claim.yearly),
        int(claim.up_to),
        claim.status,
        _stage(claim, context),
        int(any(stage in ("raised", "cut", "withdrawn") for _, stage in context.changes.get(claim.id, ()))),
        max(claim.article_count, len(claim.articles) if not reports else 0),
        claim.outlet_count,
        claim.speaker_count,
        _signs(claim, context),
        claim.judged,
        money if claim.kind == "pledge" else None,
    )


def _amounts(figure: Figure | None) -> tuple[object, ...]:
    """Return amount, upper end, currency, period, approximate or not, and the size to sort by."""
    if figure is None:
        return None, None, None, None, 0, None
    size = float(figure.amount_to or figure.amount) if figure.amount is not None else None
    approximate = int(figure.approximate)
    return figure.amount, figure.amount_to, figure.currency, figure.period, approximate, size


def _stage(claim: Claim, context: Context) -> str:
    """Return what became of it last: the last report that is no mere repetition, or a later claim."""
    own = [(report.written, report.stage) for report in claim.reports if report.stage != "repeated"]
    stages = sorted([*own, *context.changes.get(claim.id, ())], key=lambda row: row[0])
    return stages[-1][1] if stages else "first"


def _signs(claim: Claim, context: Context) -> str:
    """Return how many articles have the sum: "= 3 · ≈ 1 · ≠ 1", those of neighbouring claims included."""
    if claim.figure is None:
        return ""
    articles: dict[str, set[str]] = defaultdict(set)
    for report in claim.reports:
        articles[report.sign].add(report.copy_of or report.article)
    for sign, others in (("≈", claim.close_to), ("≠", claim.differs_from)):
        for other in others:
            reports = context.claims[other].reports if other in context.claims else ()
            articles[sign].update(report.copy_of or report.article for report in reports)
    return " · ".join(f"{sign} {len(articles[sign])}" for sign in "=≈≠" if articles[sign])


def _sums(claim: Claim) -> Iterator[Row]:
    """Yield currency and size of the sum and of the equivalents that its article states."""
    figure = claim.figure
    if figure is None or figure.amount is None:
        return
    yield figure.currency, float(figure.amount_to or figure.amount)
    for equivalent in figure.equivalents:
        yield equivalent.currency, float(equivalent.amount)


def _reports(claim: Claim, subject: int, context: Context) -> Iterator[Row]:
    for report in claim.reports:
        article = context.articles.get(report.article)
        if article is not None:
            yield (
                subject,
                article,
                report.number,
                report.start,
                report.end,
                *_wording(claim, report, context),
                report.sum,
                report.sign,
                report.stage,
                _party(report.speaker),
                context.articles.get(report.copy_of or ""),
            )


def _wording(claim: Claim, report: ClaimReport, context: Context) -> tuple[int, int]:
    """Return where the figure, or the words of commitment, begin and end."""
    if claim.kind == "figure":
        return report.start, report.end
    cue = _cue(report, context)
    return cue if cue[0] < cue[1] else (report.start, report.end)


def _cue(report: ClaimReport, context: Context) -> tuple[int, int]:
    """Return where the words of commitment of a pledge begin and end."""
    if context.state.change is None:
        pledges = context.state.story.articles[report.article].pledges
        return pledges[report.number].pledge.cue if report.number < len(pledges) else (0, 0)
    query = "SELECT cue_start, cue_end FROM pledges WHERE article = ? AND number = ?"
    row = context.db.execute(query, (context.articles.get(report.article), report.number)).fetchone()
    return (row[0], row[1]) if row else (0, 0)


def _sentence(report: ClaimReport, context: Context) -> str:
    """Return the words around a report: those of the sentence that it stands in."""
    if context.state.change is None:
        found = context.state.texts.get(report.article)
        text, offsets = (found[0].text, found[1]) if found else ("", ())
    else:
        query = "SELECT text, sentences FROM texts WHERE id = ?"
        row = context.db.execute(query, (context.articles.get(report.article),)).fetchone()
        flat = json.loads(row[1]) if row else []
        text, offsets = row[0] if row else "", [*zip(flat[::2], flat[1::2], strict=True)]
    for start, end in offsets:
        if start <= report.start < end:
            return text[start:end]
    return text[report.start : report.end]


def _party(party: LinkedParty | None) -> str | None:
    return as_json([party.type, party.id, party.name]) if party is not None else None
