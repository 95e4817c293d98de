"""The ledger: all claims of a collection as lines, with what they come to, and each one with its reports."""

from __future__ import annotations

import json
from bisect import bisect_right
from typing import TYPE_CHECKING, cast

from dateline.index import labels
from dateline.index.rows import ClaimView, LedgerParty, LedgerRow, ReportRow
from dateline.index.timeline import bounds
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.index.database import Connection
    from dateline.index.rows import LedgerFilter, LedgerKey, LedgerOrder, Selection
    from dateline.model import Sign

#: What each order sorts by, with the direction in which it begins.
_ORDERS: dict[LedgerKey, tuple[tuple[str, str], ...]] = {
    "date": (("c.first", "ASC"),),
    "sum": (("c.size IS NULL", "ASC"), ("c.currency", "ASC"), ("c.size", "DESC"), ("c.first", "ASC")),
    "articles": (("c.articles", "DESC"), ("c.outlets", "DESC"), ("c.first", "ASC")),
    "pledger": (("c.pledging = ''", "ASC"), ("c.pledging", "ASC"), ("c.first", "ASC")),
    "status": (("c.status IS NULL", "ASC"), ("c.status", "ASC"), ("c.first", "ASC")),
}
_ELSE = ("c.worded", "ASC")  # what stands equal there; row numbers are others after another run
_MANY = 1000  # claims of one actor from which on it is quicker to look at each claim that comes
_STAYS = ("IS NULL", "= ''")  # what has none stands last in either direction
_LINE = (
    "s.kind, s.key, s.label, c.first, c.last, c.pledger, c.beneficiary, c.sum, c.action, c.amount,"
    " c.amount_to, c.currency, c.period, c.yearly, c.approximate, c.up_to, c.status, c.stage, c.articles,"
    " c.outlets, c.speakers, c.signs, c.judged"
)
_JOIN = "CROSS JOIN subjects s ON s.id = c.subject"


def rows(
    db: Connection, filter: LedgerFilter, order: LedgerOrder, offset: int, limit: int
) -> tuple[LedgerRow, ...]:
    """Return a window of the claims that the filter leaves, in the order; a negative limit stands for all."""
    where, values = conditions(db, filter)
    turned = {"ASC": "DESC", "DESC": "ASC"}
    by = ", ".join(
        f"{column} {turned[way] if order.reversed and not column.endswith(_STAYS) else way}"
        for column, way in (*_ORDERS[order.by], _ELSE)
    )
    # first which claims, then what their lines say: of those before the window it is not read
    window = f"SELECT c.subject AS shown FROM claims c WHERE {where} ORDER BY {by} LIMIT ? OFFSET ?"
    query = f"SELECT {_LINE} FROM ({window}) CROSS JOIN claims c ON c.subject = shown {_JOIN} ORDER BY {by}"
    return tuple(_row(row) for row in db.execute(query, (*values, limit, offset)))


def size(db: Connection, filter: LedgerFilter) -> int:
    """Return how many claims the filter leaves."""
    where, values = conditions(db, filter)
    return int(db.execute(f"SELECT count(*) FROM claims c WHERE {where}", values).fetchone()[0])


def conditions(db: Connection, filter: LedgerFilter) -> tuple[str, list[object]]:
    """Return the filter as a condition on claims c, with its values."""
    wanted, values = ["c.listed = 1"], cast("list[object]", [])
    if filter.kind is not None:
        wanted = ["c.kind = ?"] if filter.kind == "figure" else ["c.listed = 1 AND c.kind = ?"]
        values.append(filter.kind)
    if filter.actor is not None:
        query = "SELECT id FROM subjects WHERE kind = ? AND key = ?"
        row = db.execute(query, (filter.actor.kind, filter.actor.id)).fetchone()
        wanted.append(_party_to(db, row[0] if row else -1))
        values.append(row[0] if row else -1)
    if filter.status is not None:
        wanted.append("c.status = ?")
        values.append(filter.status)
    if filter.dates is not None:
        wanted.append(
            "c.first <= ? AND c.last >= ? AND (c.first >= ? OR c.last <= ? OR EXISTS (SELECT 1 FROM reports r"
            " JOIN articles a ON a.id = r.article WHERE r.claim = c.subject AND a.day BETWEEN ? AND ?))"
        )
        first, last = bounds(filter.dates)
        values += [last, first, first, last, first, last]
    if filter.currency is not None:
        wanted.append(
            "EXISTS (SELECT 1 FROM claim_sums z WHERE z.claim = c.subject AND z.currency = ? AND z.size >= ?)"
        )
        values += [filter.currency, float(filter.least or 0)]
    elif filter.least is not None:
        wanted.append("c.size >= ?")
        values.append(float(filter.least))
    if filter.differing:
        wanted.append("(instr(c.signs, '≈') OR instr(c.signs, '≠'))")
    for word in fold(filter.text).split():
        wanted.append(
            "EXISTS (SELECT 1 FROM claim_words w WHERE w.claim = c.subject AND instr(w.words, ?) > 0)"
        )
        values.append(word)
    return " AND ".join(wanted), values


def _party_to(db: Connection, actor: int) -> str:
    """Return the condition that an actor, to be named, is a party to a claim, in the quicker of two ways."""
    query = f"SELECT count(*) FROM (SELECT 1 FROM claim_parties WHERE actor = ? LIMIT {_MANY})"
    if db.execute(query, (actor,)).fetchone()[0] < _MANY:
        return "c.subject IN (SELECT claim FROM claim_parties WHERE actor = ?)"
    return "EXISTS (SELECT 1 FROM claim_parties p WHERE p.actor = ? AND p.claim = c.subject)"


def _row(row: tuple[object, ...]) -> LedgerRow:
    kind, key, label, first, last, pledger, beneficiary, sum_, action, *rest = row
    (
        amount, amount_to, currency, period, yearly, approximate, up_to,
        status, stage, articles, outlets, speakers, signs, judged,
    ) = rest  # fmt: skip
    return LedgerRow(
        selection=labels.selection(str(kind), str(key), str(label), None),
        first=str(first),
        last=str(last),
        pledger=_party(pledger),
        beneficiary=_party(beneficiary),
        what=str(sum_ or action),
        action=str(action),
        amount=amount,  # type: ignore[arg-type]
        amount_to=amount_to,  # type: ignore[arg-type]
        currency=currency,  # type: ignore[arg-type]
        period=period,  # type: ignore[arg-type]
        yearly=bool(yearly),
        approximate=bool(approximate),
        up_to=bool(up_to),
        status=status,  # type: ignore[arg-type]
        stage=stage,  # type: ignore[arg-type]
        articles=articles,  # type: ignore[arg-type]
        outlets=outlets,  # type: ignore[arg-type]
        speakers=speakers,  # type: ignore[arg-type]
        signs=str(signs),
        judged=judged,  # type: ignore[arg-type]
    )


def _party(content: object) -> LedgerParty | None:
    """Return a party from its JSON; a group, or an actor of whom only the name is known, selects nothing."""
    if content is None:
        return None
    kind, id_, name = json.loads(str(content))
    if kind == "group" or id_ is None:
        return LedgerParty(name, None)
    return LedgerParty(name, labels.selection(kind, id_, name, None))


def claim(db: Connection, id: str) -> ClaimView | None:
    """Return a claim with its reports and those of claims that are close to it or differ from it."""
    query = f"SELECT c.subject, {_LINE} FROM claims c {_JOIN} WHERE s.key = ?"
    found = db.execute(query, (id,)).fetchone()
    if found is None:
        return None
    subject, *line = found
    row = _row(tuple(line))
    close, differing = _related(db, subject, "≈"), _related(db, subject, "≠")
    reports = list(_reports(db, subject, row.selection, None))
    for sign, others in (("≈", close), ("≠", differing)):
        for other, selection in others:
            reports += _reports(db, other, selection, cast("Sign", sign))
    reports.sort(key=lambda report: report.date)
    return ClaimView(
        row=row,
        reports=tuple(reports),
        close_to=tuple(selection for _, selection in close),
        differs_from=tuple(selection for _, selection in differing),
        follows=tuple(selection for _, selection in _related(db, subject, "<")),
        followed_by=tuple(selection for _, selection in _related(db, subject, ">")),
    )


def _related(db: Connection, subject: int, sign: str) -> list[tuple[int, Selection]]:
    query = (
        "SELECT s.id, s.kind, s.key, s.label FROM relations r JOIN subjects s ON s.id = r.other"
        " WHERE r.subject = ? AND r.sign = ? ORDER BY s.label, s.key"
    )
    found = db.execute(query, (subject, sign)).fetchall()
    return [(id_, labels.selection(kind, key, label, None)) for id_, kind, key, label in found]


def _reports(db: Connection, subject: int, claim: Selection, sign: Sign | None) -> Iterable[ReportRow]:
    """Yield the reports of a claim by date, all with the sign where one is given."""
    query = (
        "SELECT a.digest, a.title, a.outlet, a.day, a.date_basis, t.text, t.sentences, r.start,"
        " r.wording_start, r.wording_end, r.sum, r.sign, r.stage, r.speaker, o.digest"
        " FROM reports r JOIN articles a ON a.id = r.article JOIN texts t ON t.id = a.id"
        " LEFT JOIN articles o ON o.id = r.copy_of WHERE r.claim = ? ORDER BY a.day, a.id, r.number"
    )
    for digest, title, outlet, day, basis, text, sentences, start, *rest in db.execute(query, (subject,)):
        wording_start, wording_end, sum_, own_sign, stage, speaker, copy_of = rest
        first, last = _sentence(text, json.loads(sentences), start)
        hit = (max(wording_start - first, 0), min(wording_end, last) - first)
        yield ReportRow(
            claim=claim,
            article=digest,
            title=title,
            outlet=outlet,
            date=day,
            date_basis=basis,
            sentence=text[first:last].replace("\n", " "),
            start=first,
            hits=(hit,) if hit[0] < hit[1] else (),
            wording=" ".join(text[wording_start:wording_end].split()),
            sum=sum_,
            sign=own_sign if sign is None else sign,
            stage=stage,
            speaker=_party(speaker),
            copy_of=copy_of,
        )


def _sentence(text: str, flat: list[int], at: int) -> tuple[int, int]:
    """Return where the sentence begins and ends that holds an offset; its spaces are left out."""
    starts = flat[::2]
    k = bisect_right(starts, at) - 1
    first, last = (starts[k], flat[2 * k + 1]) if k >= 0 else (0, len(text))
    first += len(text[first:last]) - len(text[first:last].lstrip())
    return first, first + len(text[first:last].rstrip())
