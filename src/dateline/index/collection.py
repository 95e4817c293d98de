"""The read side of one collection's index: what the reader asks, answered by the collection's SQLite file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.index import (
    comentions,
    dossier,
    evidence,
    find,
    ledger,
    places,
    summits,
    timeline,
    totals,
    view,
)
from dateline.index.dossier_rows import Comentions
from dateline.index.reading import IndexFile, Reading
from dateline.index.rows import Coverage, Filter, Selection, SummitList
from dateline.index.search import QueryError, found_in, found_in_title, parse
from dateline.index.why import Why, why

if TYPE_CHECKING:
    from collections.abc import Collection as Some
    from collections.abc import Sequence

    from dateline.index.dossier_rows import Dossier
    from dateline.index.rows import (
        ArticleView,
        ClaimView,
        DateRange,
        Day,
        Evidence,
        Found,
        Headline,
        LedgerFilter,
        LedgerOrder,
        LedgerRow,
        MentionRow,
        SelectionKind,
        SidebarRow,
        SummitRow,
        Total,
    )
    from dateline.model import Problem

__all__ = ["Collection", "QueryError"]


class Collection(IndexFile):
    """One collection, as its index tells of it; to be used from one thread at a time.

    Each answer comes from one state of the index, the newest. A collection that is not indexed yet, or whose
    index cannot be read, is empty; `failure` then says why. A file that another process makes anew is found.
    """

    def __init__(self, roots: Sequence[Path]) -> None:
        self.roots = tuple(roots)
        self.name = places.collection_name(self.roots)
        super().__init__(self.roots)

    @classmethod
    def open(cls, roots: Sequence[Path]) -> Collection:
        """Return the collection of the paths that the reader opened, empty where nothing is indexed."""
        return cls([Path(root) for root in roots])

    def coverage(self) -> Coverage:
        """Return how many articles there are and from when to when."""
        return self._ask(lambda r: timeline.coverage(r.db), Coverage(0, None, None))

    def days(self, filter: Filter) -> list[Day]:
        """Return the days with articles that the filter leaves, newest last. Raises QueryError."""
        return self._ask(lambda r: timeline.days(r.db, filter.dates, r.mentioning(filter.only)), [])

    def headlines(
        self, filter: Filter, day: str, offset: int, limit: int, selection: Selection | None
    ) -> list[Headline]:
        """Return a window of the lines of one day, with the mentions of the selection counted.

        Raises QueryError.
        """
        return self._ask(lambda r: r.headlines(filter, day, (offset, limit), selection), [])

    def hidden(self, filter: Filter) -> int:
        """Return how many articles the filter hides. Raises QueryError."""
        if filter == Filter():
            return 0
        return self._ask(
            lambda r: (
                timeline.coverage(r.db).articles
                - sum(day.count for day in timeline.days(r.db, filter.dates, r.mentioning(filter.only)))
            ),
            0,
        )

    def count_of(self, articles: Some[str]) -> int:
        """Return how many of some articles the collection has."""
        return self._ask(lambda r: timeline.count_of(r.db, articles), 0) if articles else 0

    def histogram(self, buckets: int) -> list[int]:
        """Return article counts in equal slices of the days from the oldest article to the newest."""
        return self._ask(lambda r: timeline.histogram(r.db, buckets), [0] * buckets)

    def article(self, id: str) -> ArticleView | None:
        """Return the article with its text, or None where the collection does not hold it."""
        return self._ask(lambda r: view.article(r.db, id), None)

    def mentions(self, id: str) -> list[MentionRow]:
        """Return the mentions in an article by start; those of one selection do not overlap."""
        return self._ask(lambda r: view.mentions(r.db, id), [])

    def sentence_spans(self, id: str) -> list[tuple[int, int]]:
        """Return where the sentences of an article begin and end; its paragraphs, where it has none."""
        return self._ask(lambda r: evidence.spans_of(r.db, id), [])

    def why(self, id: str, mention: MentionRow) -> Why:
        """Return why a mention of an article is there, and why it is of what it is of."""
        return self._ask(lambda r: why(r.db, id, mention.start, mention.end, mention.selection), Why())

    def found_in(self, id: str, query: str) -> list[tuple[int, int]]:
        """Return where in an article's text the words of a search stand. Raises QueryError."""
        return self._ask(lambda r: found_in(r.db, r.searches.asked(query), id), [])

    def found_in_title(self, id: str, query: str) -> tuple[tuple[int, int], ...]:
        """Return where in an article's title the words of a search stand. Raises QueryError."""
        return self._ask(lambda r: found_in_title(r.db, r.searches.asked(query), id), ())

    def sidebar(self, id: str, dates: DateRange | None) -> list[SidebarRow]:
        """Return what the article mentions by kind, within a kind what it mentions most first.

        A figure is worded as in the article. Summits and pledges go without date and status, which are their
        notes. The notes of figures count all articles, whatever the dates: "= in 3 articles, ≈ €5.1m in 1".
        """
        return self._ask(lambda r: view.sidebar(r.db, id, dates, r.counts), [])

    def evidence(self, selection: Selection, dates: DateRange | None, limit: int = 200) -> list[Evidence]:
        """Return the sentences that mention the selection, by date; a negative limit stands for all.

        The hits of a pledge are its words of commitment. Raises QueryError for a search.
        """
        if selection.kind == "search":
            return self._ask(
                lambda r: evidence.of_search(r.db, r.searches.asked(selection.id), dates, limit), []
            )
        return self._ask(lambda r: evidence.of_subject(r.db, r.subject(selection), dates, limit), [])

    def dossier(self, selection: Selection, dates: DateRange | None) -> Dossier | None:
        """Return all there is on an actor or summit in the articles of a range, its sentences left out.

        None for another kind of selection and for what the collection does not know.
        """
        return self._ask(lambda r: dossier.of_subject(r.db, selection, dates), None)

    def sentences(
        self, selection: Selection, dates: DateRange | None, offset: int, articles: int
    ) -> list[Evidence]:
        """Return the sentences that mention the selection in so many of its articles, by date.

        `offset` counts the articles before them. Raises QueryError for a search.
        """
        window = offset, articles
        return self._ask(lambda r: evidence.of_articles(r.db, r.subject(selection), dates, window), [])

    def comentions(
        self,
        dates: DateRange | None,
        *,
        kinds: Sequence[SelectionKind] = comentions.ACTORS,
        focus: Selection | None = None,
        limit: int = 24,
    ) -> Comentions:
        """Return the actors of most articles and how often two meet; with a focus, it and its company."""
        return self._ask(
            lambda r: comentions.comentions(r.db, dates, kinds=kinds, focus=focus, limit=limit), Comentions()
        )

    def together(
        self, one: Selection, other: Selection, dates: DateRange | None, limit: int = 20
    ) -> list[Evidence]:
        """Return sentences that mention two actors both, else some of the newest article that does."""
        return self._ask(lambda r: comentions.together(r.db, one, other, dates, limit), [])

    def summits(self, filter: Filter) -> SummitList:
        """Return the summits that articles in the dates mention; with `only`, those it took part in."""
        return self._ask(
            lambda r: summits.listed(r.db, filter.dates, r.mentioning(filter.only)), SummitList()
        )

    def summit_rows(self, keys: Sequence[str]) -> list[SummitRow]:
        """Return what is known of some summits, named by their ids; those that are gone are left out."""
        return self._ask(lambda r: summits.rows_of(r.db, keys), [])

    def ledger(
        self, filter: LedgerFilter, order: LedgerOrder, offset: int = 0, limit: int = -1
    ) -> tuple[LedgerRow, ...]:
        """Return a window of the claims that the filter leaves, in the order; without a limit, all."""
        return self._ask(lambda r: ledger.rows(r.db, filter, order, offset, limit), ())

    def ledger_size(self, filter: LedgerFilter) -> int:
        """Return how many claims the filter leaves."""
        return self._ask(lambda r: ledger.size(r.db, filter), 0)

    def totals(self, filter: LedgerFilter) -> tuple[Total, ...]:
        """Return what the claims come to that the filter leaves: pledges, unless it asks for figures."""
        return self._ask(lambda r: totals.totals(r.db, filter), ())

    def claim(self, id: str) -> ClaimView | None:
        """Return a claim with its reports, and those of claims that are close to it or differ from it."""
        return self._ask(lambda r: ledger.claim(r.db, id), None)

    def neighbour(
        self, id: str, filter: Filter, step: int, mentioning: Selection | None = None
    ) -> str | None:
        """Return the article so many steps later in the timeline (earlier: negative), None beyond its ends.

        Only articles count that the filter leaves and that mention the selection given. Raises QueryError.
        """
        return self._ask(lambda r: r.neighbour(id, filter, step, mentioning), None)

    def position(self, id: str, filter: Filter) -> tuple[str, int] | None:
        """Return (day, offset in the day) of an article in the timeline, None where the filter hides it.

        Raises QueryError.
        """
        return self._ask(lambda r: timeline.position(r.db, id, filter.dates, r.mentioning(filter.only)), None)

    def find(
        self, letters: str, kinds: tuple[SelectionKind, ...] = ("person",), limit: int = 40
    ) -> list[Found]:
        """Return the actors or summits whose name or alias the letters fit, best first.

        Without letters, those that most articles mention.
        """
        return self._ask(lambda r: r.finder.find(letters, kinds, limit), [])

    def outlets(self) -> list[str]:
        """Return the outlets of all articles by name."""
        return self._ask(lambda r: find.outlets(r.db), [])

    def search(
        self, query: str, dates: DateRange | None, limit: int = 200, *, ranked: bool = False
    ) -> list[Evidence]:
        """Return the sentences that a full-text query finds, by date; a negative limit stands for all.

        If ranked, those of the articles that fit it best come first, out of the newest `ranking.MOST`.
        `dateline.index.query.TERMS` lists what a query may have. Accents and case don't count. Raises
        QueryError where the query cannot be read, or has a name that nobody in the collection has.
        """
        parse(query)

        def question(reading: Reading) -> list[Evidence]:
            asked = reading.searches.asked(query, strict=True)
            return evidence.of_search(reading.db, asked, dates, limit, ranked=ranked)

        return self._ask(question, [])

    def search_size(self, query: str, dates: DateRange | None) -> int:
        """Return how many articles a full-text query finds. Raises QueryError."""
        parse(query)
        return self._ask(lambda r: r.searches.asked(query).count(dates), 0)

    def problems(self) -> list[Problem]:
        """Return what could not be read in the last run, by path."""
        return self._ask(Reading.problems, [])

    def stale(self) -> bool:
        """Say whether what is shown was loaded, extracted or linked by another version of the code."""
        return self._ask(Reading.stale, False)
