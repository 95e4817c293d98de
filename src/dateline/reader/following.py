"""How all panes follow the place: the article, what is selected, and which articles the timeline shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.index.rows import MentionRow
from dateline.reader.days import describe
from dateline.reader.desk import Desk
from dateline.reader.heads import head_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.timer import Timer

    from dateline.index.collection import Collection
    from dateline.index.rows import ArticleView, Day, Evidence, Filter, Headline, Selection, SidebarRow
    from dateline.reader.application import DatelineApp
    from dateline.reader.selection import Place
    from dateline.reader.widgets.strips import Piece

READ = 2.0  #: seconds after which an article that is shown counts as read
MOST_EVIDENCE = 200


class Following(Desk):
    """The panes filled with what belongs to the place."""

    def __init__(self, app: DatelineApp, place: Place) -> None:
        super().__init__(app, place)
        self._filled: Filter = place.filter  # what the rows of the timeline were asked with
        self._reading: Timer | None = None

    def go(self, place: Place, *, record: bool = True, at: tuple[int, int] | None = None) -> None:
        """Show another place: an article, at a sentence of it (its start and end) or as it was left.

        `record` keeps the present place and the new one in the history; previews are not kept.
        """
        self.stop_preview()
        old, place = self.place, replace(place, over=())
        if record:
            self.history.visit(self.here)
            self.history.visit(place)
        self.place = place
        if place.selection != old.selection:
            self.timeline.counting = place.selection is not None
            self.timeline.recount()
        if place.filter != old.filter:
            self.fill_timeline()
        if place.article != old.article:
            self.show_article(at)
        else:
            if place.selection != old.selection:
                self.article.title_hits = self._title_hits()
                self.article.light(place.selection, self.mentions_of(place.article))
            if at is not None:
                self.article.go_to_offset(*at)
        if (place.article, place.selection, place.dates) != (old.article, old.selection, old.dates):
            self.fill_sidebar(old)
        self.refresh_bars()
        if place.dates != old.dates:
            self.tell_followers()

    def select(self, selection: Selection) -> None:
        """Select something in all panes."""
        self.go(replace(self.place, selection=selection))

    def open(self, article: str, at: tuple[int, int] | None = None) -> None:
        """Open an article, which reads it."""
        self.go(replace(self.place, article=article, line=0), at=at)
        self.mark_read(article)

    def open_first(self) -> None:
        """Show the place that the reader starts with; all is asked for at once, before the first paint."""
        days = self.read(lambda c: c.days(self.place.filter), ())
        self.timeline.counting = self.place.selection is not None
        if self.place.article and not self.read(lambda c: c.article(self.place.article or ""), None):
            self.place = replace(self.place, article=None)
        self._filled = self.place.filter
        self.timeline.show(days, self._window, self._mark, 0)
        if self.place.article is None and (first := self.timeline.headline(0)):
            self.place = replace(self.place, article=first.article)
        self.show_article(None)
        if self.place.article and self.place.selection is None:
            dates, article = self.place.dates, self.place.article
            self._sidebar_rows(self.read(lambda c: c.sidebar(article, dates), ()))
        else:
            self.fill_sidebar(None)
        self.tell_empty()

    def reload(self) -> None:
        """Ask for everything again: the index has changed."""
        self.app.loader.reopen()
        view, mentions = self.article.view, self.article.mentions
        if self.place.article is None or not self.read(lambda c: c.article(self.place.article or ""), None):
            self.place = replace(self.place, article=None)
        self.fill_timeline()
        article = self.place.article
        if article is not None:
            new = self.read(lambda c: c.article(article), None)
            if new != view or self.mentions_of(article) != mentions:
                line = self.article.scroll_offset.y
                self.show_article(None)
                self.article.return_to(line)
        self.fill_sidebar(None)
        self.tell_all()
        self.tell_condition()
        self.tell_followers()

    def take_over(self, old: str, new: str) -> None:
        """A file has changed: its new article takes the place of the one that is open."""
        if self.place.article == old:
            self.place = replace(self.place, article=new)

    # --- timeline ----------------------------------------------------------------------------------------

    def fill_timeline(self) -> None:
        """Ask for the days that the filter leaves."""
        filter, article = self.place.filter, self.place.article

        def question(c: Collection) -> tuple[list[Day], tuple[str, int] | None, int]:
            return c.days(filter), c.position(article, filter) if article else None, c.hidden(filter)

        def answer(found: tuple[list[Day], tuple[str, int] | None, int]) -> None:
            days, position, hidden = found
            self._filled = filter
            self.timeline.show(days, self._window, self._mark, self.timeline.cursor)
            self.title_bar.change(hidden=hidden)
            self.tell_empty()
            if position is not None and (row := self.timeline.row_of(*position)) is not None:
                self.timeline.move_to(row, tell=False, center=True)
            elif self.timeline.row_count:
                self._show_nearest()

        self.ask("timeline", question, answer)

    def _show_nearest(self) -> None:
        """The filter hides the open article: show the one nearest to it in time."""
        view = self.article.view
        row = self.timeline.row_near(view.date) if view else 0
        self.timeline.move_to(row, tell=False, center=True)
        if headline := self.timeline.headline(self.timeline.cursor):
            self.go(replace(self.place, article=headline.article), record=False)
            self.history.replace(self.place)

    def _window(self, day: str, offset: int, limit: int) -> list[Headline]:
        selection = self.place.selection
        return list(self.read(lambda c: c.headlines(self._filled, day, offset, limit, selection), ()))

    def _mark(self, article: str) -> Piece:
        library = self.library
        unread = not library.is_read(article)
        mark = "●" if unread else " "
        if library.is_changed(article):
            mark = "◐"
        if library.is_bookmarked(article):
            mark = "★"
        return mark, "mark" if unread else "dim"

    def tell_empty(self) -> None:
        """Say why there are no articles, and which key helps."""
        place = self.place
        if place.only and place.selection:
            why = [f"No article mentions {place.selection.label}", f"{self.key_of('only')} shows all again"]
        elif place.dates:
            moves = f"{self.key_of('earlier')} {self.key_of('later')} move the dates"
            why = [f"No articles: {describe(place.dates)}", moves, f"{self.key_of('all-dates')} shows all"]
        elif self.progress.display:
            why = ["The articles are being read …"]
        elif count := self.title_bar.standing.problems:
            shows = f"{self.key_of('problems')} shows {'it' if count == 1 else 'them'}"
            why = [f"No articles, {count:,} problem{'s' * (count != 1)}", shows]
        else:
            told = "Text, web pages, mail and tables are read; `dateline add` follows a feed"
            why = ["No articles here", told]
        self.timeline.empty = why
        if not self.timeline.days:
            self.timeline.changed()

    # --- article -----------------------------------------------------------------------------------------

    def show_article(self, at: tuple[int, int] | None) -> None:
        """Show the place's article, at a sentence or at the line where the place has it."""
        id = self.place.article
        view = self.read(lambda c: c.article(id), None) if id else None
        self.article.selection, self.article.hinted = self.place.selection, None
        self.article.title_hits = self._title_hits()
        empty = "" if self.timeline.row_count else "Nothing to read yet."
        self.article.show(view, self.mentions_of(id), self.head_of(view) if view else (), empty=empty)
        if at is not None:
            self.article.go_to_offset(*at)
        elif self.place.line:
            self.article.return_to(self.place.line)
        self.sidebar.mark_open(id)
        self._find_in_timeline()
        self._count_reading()

    def mentions_of(self, article: str | None) -> list[MentionRow]:
        """Return the mentions in an article, with the hits of the search that is selected."""
        if article is None:
            return []
        mentions = list(self.read(lambda c: c.mentions(article), ()))
        selection = self.place.selection
        if selection is not None and selection.kind == "search":
            found = self.read(lambda c: c.found_in(article, selection.id), ())
            hits = [MentionRow(start, end, "search", selection) for start, end in found]
            mentions = sorted([*mentions, *hits], key=lambda m: (m.start, -m.end))
        return mentions

    def _title_hits(self) -> Sequence[tuple[int, int]]:
        """Return what the search that is selected finds in the title of the article."""
        article, selection = self.place.article, self.place.selection
        if article is None or selection is None or selection.kind != "search":
            return ()
        return self.read(lambda c: c.found_in_title(article, selection.id), ())

    def head_of(self, view: ArticleView) -> list[Piece]:
        """Return date, outlet, length and marks of an article."""
        id, library = view.article, self.library
        return head_of(
            view,
            bookmarked=library.is_bookmarked(id),
            changed=library.is_changed(id),
            note=library.note(id),
            why=self.key_of("why"),
        )

    def describe_article(self) -> None:
        """Show the marks of the open article as they are now."""
        if self.article.view is not None:
            self.article.describe(self.head_of(self.article.view))

    def _find_in_timeline(self) -> None:
        """Put the timeline's cursor on the open article."""
        id = self.place.article
        headline = self.timeline.headline(self.timeline.cursor)
        if id is None or (headline and headline.article == id):
            return
        position = self.read(lambda c: c.position(id, self._filled), None)
        if position is not None and (row := self.timeline.row_of(*position)) is not None:
            self.timeline.move_to(row, tell=False, center=True)

    def _count_reading(self) -> None:
        """Count the seconds after which the article that is shown has been read."""
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
        id = self.place.article
        if id is not None and not self.library.is_read(id):
            self._reading = self.screen.set_timer(READ, lambda: self._seen(id))

    def _seen(self, article: str) -> None:
        if article == self.place.article and self.article.display:
            self.mark_read(article)

    def mark_read(self, article: str) -> None:
        """Mark an article as read."""
        if not self.library.is_read(article):
            changed = self.library.is_changed(article)
            self.library.mark_read(article)
            self.turn_unread(-1)
            self.timeline.refresh()
            if changed:
                self.describe_article()

    # --- sidebar -----------------------------------------------------------------------------------------

    def fill_sidebar(self, old: Place | None) -> None:
        """Ask for the sentences about what is selected, or for what the article mentions."""
        place = self.place
        if place.selection is not None:
            same = old is not None and (old.selection, old.dates) == (place.selection, place.dates)
            if not same:
                selection = place.selection
                self.ask(
                    "sidebar",
                    lambda c: c.evidence(selection, place.dates, MOST_EVIDENCE + 1),
                    lambda found: self._sidebar_evidence(selection, found),
                )
        elif place.article is not None:
            article, dates = place.article, place.dates
            back_to = old.selection if old else None
            self.ask(
                "sidebar", lambda c: c.sidebar(article, dates), lambda rows: self._sidebar_rows(rows, back_to)
            )
        else:
            self._sidebar_rows([])

    def _sidebar_rows(self, rows: Sequence[SidebarRow], back_to: Selection | None = None) -> None:
        on = back_to
        if on is None and self.sidebar.shown is None and self.sidebar.value is not None:
            on = self.sidebar.value.selection
        self.sidebar.show_rows(rows, on)
        self.refresh_bars()

    def _sidebar_evidence(self, selection: Selection, found: Sequence[Evidence]) -> None:
        before = self.sidebar.value if self.sidebar.shown == selection else None
        leave_out = self.place.article if before is None else self.sidebar.left_out
        cut = len(found) > MOST_EVIDENCE
        coverage = self.title_bar.standing.coverage
        self.sidebar.years = coverage is not None and (coverage.first or "")[:4] != (coverage.last or "")[:4]
        self.sidebar.show_evidence(selection, found[:MOST_EVIDENCE], leave_out, cut=cut, on=before)
        self.sidebar.mark_open(self.place.article)
        self.refresh_bars()
