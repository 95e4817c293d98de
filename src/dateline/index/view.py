"""One article as the reader opens it: its text, its mentions, and what they are in the sidebar."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, NamedTuple, cast

from dateline.index import labels
from dateline.index.rows import ArticleView, MentionRow, SidebarRow

if TYPE_CHECKING:
    from dateline.index.database import Connection
    from dateline.index.rows import DateRange
    from dateline.index.timeline import RangeCounts

_ORDER = ("person", "country", "organization", "summit", "figure", "pledge")


def article(db: Connection, digest: str) -> ArticleView | None:
    """Return the article with its text and where it was found."""
    query = (
        "SELECT a.id, title, title_basis, day, date_basis, date_evidence, outlet, text, furniture, words"
        " FROM articles a JOIN texts USING (id) WHERE digest = ?"
    )
    row = db.execute(query, (digest,)).fetchone()
    if row is None:
        return None
    id_, title, title_basis, day, basis, evidence, outlet, text, furniture, words = row
    paths = db.execute(
        "SELECT DISTINCT path FROM locations JOIN files ON files.id = file WHERE article = ? ORDER BY path",
        (id_,),
    )
    return ArticleView(
        article=digest,
        title=title,
        title_basis=title_basis,
        date=day,
        date_basis=basis,
        date_evidence=tuple(json.loads(evidence)),
        outlet=outlet,
        text=text,
        furniture=tuple(json.loads(furniture)),
        words=words,
        paths=tuple(os.fsdecode(path) for (path,) in paths),
    )


def mentions(db: Connection, digest: str) -> list[MentionRow]:
    """Return the mentions in an article by start, the longest first."""
    query = (
        "SELECT m.start, m.end, m.kind, s.kind, s.key, s.label, s.date FROM mentions m"
        " JOIN subjects s ON s.id = m.subject WHERE m.article = (SELECT id FROM articles WHERE digest = ?)"
        " ORDER BY m.start, m.end DESC"
    )
    return [
        MentionRow(start, end, kind, labels.selection(*subject))
        for start, end, kind, *subject in db.execute(query, (digest,))
    ]


def sidebar(db: Connection, digest: str, dates: DateRange | None, counts: RangeCounts) -> list[SidebarRow]:
    """Return what an article mentions: kinds in their order, within a kind what is mentioned most first."""
    row = db.execute("SELECT id, day FROM articles WHERE digest = ?", (digest,)).fetchone()
    if row is None:
        return []
    id_, day = row
    rows = _Sidebar(db, id_, day, dates, counts).rows()
    rows.sort(key=lambda r: (_ORDER.index(r.selection.kind), -r.here, -r.elsewhere - r.hidden))
    return rows


class _Mentioned(NamedTuple):
    """A subject as an article mentions it."""

    id: int
    kind: str
    key: str
    label: str
    date: str | None
    articles: int  #: that mention it, this one included
    here: int
    judged: bool


class _Sidebar:
    """The rows of one article, with what their notes need."""

    def __init__(
        self, db: Connection, article: int, day: str, dates: DateRange | None, counts: RangeCounts
    ) -> None:
        self._db = db
        self._article = article
        self._day = day
        self._dates = dates
        self._counts = counts

    def rows(self) -> list[SidebarRow]:
        """Return the rows by their first mention."""
        query = (
            "SELECT s.id, s.kind, s.key, s.label, s.date, s.articles, count(*), j.subject IS NOT NULL"
            " FROM mentions m JOIN subjects s ON s.id = m.subject LEFT JOIN judged j ON j.subject = s.id"
            " WHERE m.article = ? GROUP BY s.id ORDER BY min(m.start)"
        )
        return [self._row(_Mentioned(*row)) for row in self._db.execute(query, (self._article,)).fetchall()]

    def _row(self, mentioned: _Mentioned) -> SidebarRow:
        label, note = mentioned.label, ""
        if mentioned.kind == "figure":
            label, note = self._figure(mentioned)
        elif mentioned.kind == "pledge":
            label, note = self._pledge(mentioned)
        elif mentioned.date:
            note = labels.short_date(mentioned.date, self._day[:4])
        others = mentioned.articles - 1
        elsewhere = self._inside(mentioned.id, self._dates) if self._dates else others
        selection = labels.selection(mentioned.kind, mentioned.key, label, None)
        return SidebarRow(
            selection, mentioned.here, elsewhere, others - elsewhere, note, bool(mentioned.judged)
        )

    def _inside(self, subject: int, dates: DateRange) -> int:
        """Return how many other articles inside the date filter mention the subject."""
        return self._counts.count(subject, dates) - (dates.first <= self._day <= dates.last)

    def _figure(self, mentioned: _Mentioned) -> tuple[str, str]:
        """Return the figure as this article words it, and "= in 3 articles, ≈ €5.1m in 1"."""
        query = "SELECT text FROM figures WHERE article = ? AND subject = ? ORDER BY number LIMIT 1"
        worded = self._db.execute(query, (self._article, mentioned.id)).fetchone()
        notes = [f"= in {mentioned.articles} articles"] if mentioned.articles > 1 else []
        query = (
            "SELECT sign, label, articles FROM relations JOIN subjects ON subjects.id = other"
            " WHERE subject = ? AND articles > 0 ORDER BY sign, articles DESC, label"
        )
        others = self._db.execute(query, (mentioned.id,)).fetchall()
        notes += [f"{sign} {other} in {count}" for sign, other, count in others]
        return (worded[0] if worded else mentioned.label), ", ".join(notes)

    def _pledge(self, mentioned: _Mentioned) -> tuple[str, str]:
        """Return the claim's label and, where the label does not say it, the status in this article."""
        query = "SELECT status FROM pledges WHERE article = ? AND subject = ? ORDER BY number LIMIT 1"
        row = self._db.execute(query, (self._article, mentioned.id)).fetchone()
        status = cast("str", row[0]) if row else ""
        return mentioned.label.removesuffix(status).rstrip(), status
