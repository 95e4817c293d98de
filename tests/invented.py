"""A collection of invented articles that answers like the index."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.index.collection import QueryError
from dateline.index.dossier_rows import Dossier
from dateline.index.rows import (
    ArticleView,
    Coverage,
    DateRange,
    Day,
    Evidence,
    Filter,
    Found,
    Headline,
    MentionRow,
    Selection,
    SidebarRow,
    SummitList,
)
from dateline.index.why import Why

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dateline.model import Problem

ROOTS = (Path("/invented/harbour"),)

VALE = Selection("person", "ida-vale", "Ida Vale")
BRANDT = Selection("person", "otto-brandt", "Otto Brandt")
MORA = Selection("person", "lia-mora", "Lia Mora")
PERU = Selection("country", "PE", "Peru")
KENYA = Selection("country", "KE", "Kenya")
UNION = Selection("organization", "harbour-union", "Harbour Union")
TALKS = Selection("summit", "2031-04-02-lima-talks", "Lima talks")
LOAN = Selection("figure", "f-40m", "$40m")
PLEDGE = Selection("pledge", "p-1", "Peru → Kenya $40m")

NAMES: dict[Selection, tuple[str, ...]] = {
    VALE: ("Ida Vale", "Ms Vale", "Vale", "the Peruvian minister"),
    BRANDT: ("Otto Brandt", "Brandt"),
    MORA: ("Lia Mora", "Mora"),
    PERU: ("Peru",),
    KENYA: ("Kenya",),
    UNION: ("Harbour Union",),
    TALKS: ("Lima talks", "the talks in Lima"),
    LOAN: ("$40m", "40 million dollars"),
}
NOTES = {TALKS: "2 Apr", LOAN: "= in 2 articles", PLEDGE: "pledged"}


@dataclass
class Invented:
    """An invented article, its mentions found by the names above."""

    view: ArticleView
    mentions: list[MentionRow] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)


def invent(id: str, day: str, title: str, text: str, outlet: str | None = None, **parts: object) -> Invented:
    """Return an article whose mentions are the names that stand in its text."""
    view = ArticleView(
        article=id,
        title=title,
        title_basis="derived",
        date=day,
        date_basis="declared",
        date_evidence=(),
        outlet=outlet,
        text=text,
        furniture=("Subscribe to our letters",),
        words=len(text.split()),
        paths=(f"/invented/harbour/{id}.txt",),
    )
    view = replace(view, **parts)  # type: ignore[arg-type]
    taken: list[MentionRow] = []
    for selection, names in NAMES.items():
        for match in re.finditer("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names), text):
            kind = {"summit": "summit", "figure": "figure"}.get(selection.kind, "name")
            taken.append(MentionRow(match.start(), match.end(), kind, selection))  # type: ignore[arg-type]
    sentences = [m.span() for m in re.finditer(r"\S.*?(?:\.(?= |$)|$)", text, re.MULTILINE)]
    for start, end in sentences:
        if "will lend" in text[start:end]:
            taken.append(MentionRow(start, end, "pledge", PLEDGE))
    return Invented(view, sorted(taken, key=lambda m: (m.start, -m.end)), sentences)


ARTICLES = [
    invent(
        "a1",
        "2031-04-02",
        "Peru will lend Kenya $40m for its harbours",
        "Peru will lend Kenya $40m for its harbours, Ida Vale said on Wednesday. Ms Vale spoke in Lima.\n\n"
        "The Harbour Union welcomed the loan. Otto Brandt, who leads it, called Vale a friend.\n\n"
        "The Lima talks go on.",
        "The Quay",
    ),
    invent(
        "a2",
        "2031-04-02",
        "Lima talks end late",
        "The Lima talks ended late. Lia Mora of Kenya had waited for Ida Vale for an hour.",
    ),
    invent(
        "a3",
        "2031-04-03",
        "Union asks where 40 million dollars will go",
        "The Harbour Union asks where 40 million dollars will go.\n\n"
        + "Otto Brandt said that nobody had told him. " * 3
        + "\n\n"
        + "\n\n".join(f"Paragraph {n} tells of cranes and of the tide." for n in range(1, 41))
        + "\n\nIn the end Vale answered him.",
        "Morning Ledger",
        date_basis="inferred",
        date_evidence=("The talks in Lima ended on Wednesday.",),
    ),
    invent(
        "a4",
        "2031-04-20",
        "港の組合 meets: 東京 and Mombasa compare cranes",
        "港の組合 compared cranes. Otto Brandt of the Harbour Union was there, Kenya was not.",
        "東京港新聞",
    ),
    invent(
        "a5",
        "2031-06-09",
        "[/] Brandt [@click=app.quit]quits[/] the union",
        "[/] Otto Brandt [@click=app.quit]quits[/] the union. [b]Nobody[/b] knows why.",
        "[bold]The Quay[/",
    ),
]


class FakeCollection:
    """Answers what the index would answer of the invented articles."""

    def __init__(self, articles: Sequence[Invented] = ARTICLES, found: Sequence[Problem] = ()) -> None:
        self.articles = sorted(articles, key=lambda a: a.view.date)
        self.name = "harbour"
        self.failure: str | None = None
        self._problems = list(found)

    def close(self) -> None:
        pass

    def _left(self, filter: Filter) -> list[Invented]:
        return [
            a
            for a in self.articles
            if _inside(a.view.date, filter.dates) and (filter.only is None or self._hits(a, filter.only))
        ]

    @staticmethod
    def _hits(article: Invented, selection: Selection) -> list[tuple[int, int]]:
        if selection.kind == "search":
            words = re.escape(selection.id.strip('"'))
            return [m.span() for m in re.finditer(words, article.view.text, re.IGNORECASE)]
        return [(m.start, m.end) for m in article.mentions if m.selection == selection]

    def coverage(self) -> Coverage:
        days = [a.view.date for a in self.articles]
        return Coverage(len(days), min(days), max(days)) if days else Coverage(0, None, None)

    def days(self, filter: Filter) -> list[Day]:
        counts = Counter(a.view.date for a in self._left(filter))
        return [Day(day, counts[day]) for day in sorted(counts)]

    def headlines(
        self, filter: Filter, day: str, offset: int, limit: int, selection: Selection | None
    ) -> list[Headline]:
        chosen = [a for a in self._left(filter) if a.view.date == day][offset : offset + limit]
        return [
            Headline(
                a.view.article,
                a.view.date,
                a.view.date_basis,
                a.view.title,
                a.view.outlet,
                len(self._hits(a, selection)) if selection else 0,
            )
            for a in chosen
        ]

    def hidden(self, filter: Filter) -> int:
        return len(self.articles) - len(self._left(filter))

    def count_of(self, articles: Collection[str]) -> int:
        return sum(a.view.article in articles for a in self.articles)

    def histogram(self, buckets: int) -> list[int]:
        counts = [0] * buckets
        days = [date.fromisoformat(a.view.date).toordinal() for a in self.articles]
        for day in days:
            counts[(day - min(days)) * buckets // (max(days) - min(days) + 1)] += 1
        return counts

    def article(self, id: str) -> ArticleView | None:
        return next((a.view for a in self.articles if a.view.article == id), None)

    def _one(self, id: str) -> Invented:
        return next(a for a in self.articles if a.view.article == id)

    def mentions(self, id: str) -> list[MentionRow]:
        return list(self._one(id).mentions)

    def found_in(self, id: str, query: str) -> list[tuple[int, int]]:
        return self._hits(self._one(id), Selection("search", query, query))

    def why(self, id: str, mention: MentionRow) -> Why:
        return Why(("name", "family name") if mention.kind == "name" else ())

    def sidebar(self, id: str, dates: DateRange | None) -> list[SidebarRow]:
        rows = []
        for selection in (*NAMES, PLEDGE):
            here = len(self._hits(self._one(id), selection))
            others = [a for a in self.articles if a.view.article != id and self._hits(a, selection)]
            inside = [a for a in others if _inside(a.view.date, dates)]
            if here:
                note = NOTES.get(selection, "")
                rows.append(SidebarRow(selection, here, len(inside), len(others) - len(inside), note))
        order = ("person", "country", "organization", "summit", "figure", "pledge")
        return sorted(rows, key=lambda row: (order.index(row.selection.kind), -row.here))

    def evidence(self, selection: Selection, dates: DateRange | None, limit: int = 200) -> list[Evidence]:
        found = []
        for a in self.articles:
            if not _inside(a.view.date, dates):
                continue
            for start, end in a.sentences:
                hits = [(s - start, e - start) for s, e in self._hits(a, selection) if start <= s < end]
                if hits:
                    v = a.view
                    sentence = v.text[start:end]
                    found.append(
                        Evidence(
                            v.article, v.date, v.date_basis, v.title, v.outlet, sentence, start, tuple(hits)
                        )
                    )
        return found if limit < 0 else found[:limit]

    def dossier(self, selection: Selection, dates: DateRange | None) -> Dossier:
        told = [a for a in self.articles if self._hits(a, selection)]
        inside = [a for a in told if _inside(a.view.date, dates)]
        counts = Counter(a.view.date for a in inside)
        return Dossier(
            selection=selection,
            articles=len(inside),
            hidden=len(told) - len(inside),
            mentions=sum(len(self._hits(a, selection)) for a in inside),
            outlets=len({a.view.outlet for a in inside} - {None}),
            days=tuple(Day(day, counts[day]) for day in sorted(counts)),
            names=NAMES.get(selection, ())[1:],
            roles=(),
            summit=None,
            summits=(),
            companions=(),
            figures=(),
            sampled=len(inside),
        )

    def sentences(
        self, selection: Selection, dates: DateRange | None, offset: int, articles: int
    ) -> list[Evidence]:
        found = self.evidence(selection, dates, -1)
        wanted = list(dict.fromkeys(e.article for e in found))[offset : offset + articles]
        return [e for e in found if e.article in wanted]

    def summits(self, _filter: Filter) -> SummitList:
        return SummitList()

    def ledger(self, *_wanted: object) -> tuple[()]:
        return ()

    def ledger_size(self, _filter: object) -> int:
        return 0

    def totals(self, _filter: object) -> tuple[()]:
        return ()

    def neighbour(
        self, id: str, filter: Filter, step: int, mentioning: Selection | None = None
    ) -> str | None:
        ids = [a.view.article for a in self._left(filter)]
        if id not in ids:
            return None
        at = ids.index(id) + step
        while 0 <= at < len(ids):
            if mentioning is None or self._hits(self._one(ids[at]), mentioning):
                return ids[at]
            at += step
        return None

    def position(self, id: str, filter: Filter) -> tuple[str, int] | None:
        left = self._left(filter)
        for a in left:
            if a.view.article == id:
                same = [b.view.article for b in left if b.view.date == a.view.date]
                return a.view.date, same.index(id)
        return None

    def find(self, letters: str, kinds: Sequence[str] = ("person",), limit: int = 40) -> list[Found]:
        found = []
        for selection, names in NAMES.items():
            if selection.kind not in kinds:
                continue
            fitting = [n for n in (selection.label, *names) if letters.lower() in n.lower()]
            if fitting:
                alias = None if fitting[0] == selection.label else fitting[0]
                articles = sum(bool(self._hits(a, selection)) for a in self.articles)
                found.append(Found(selection, alias, articles))
        return sorted(found, key=lambda f: -f.articles)[:limit]

    def outlets(self) -> list[str]:
        return sorted({a.view.outlet for a in self.articles if a.view.outlet})

    def search(
        self, query: str, dates: DateRange | None, limit: int = 200, *, ranked: bool = False
    ) -> list[Evidence]:
        if query.count('"') % 2:
            raise QueryError("a phrase needs a quotation mark at both ends")
        found = self.evidence(Selection("search", query, query), dates, -1)
        return (found[::-1] if ranked else found)[: None if limit < 0 else limit]

    def search_size(self, query: str, dates: DateRange | None) -> int:
        return len({sentence.article for sentence in self.search(query, dates, -1)})

    def found_in_title(self, _id: str, _query: str) -> tuple[tuple[int, int], ...]:
        return ()

    def problems(self) -> list[Problem]:
        return self._problems

    def stale(self) -> bool:
        return False


def _inside(day: str, dates: DateRange | None) -> bool:
    return dates is None or dates.first <= day <= dates.last
