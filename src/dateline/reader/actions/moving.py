"""Between panes, within them, and from article to article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.reader.following import Following
from dateline.reader.layout import PANES

if TYPE_CHECKING:
    from dateline.index.collection import Collection
    from dateline.reader.selection import Place
    from dateline.reader.widgets.article import Article
    from dateline.reader.widgets.lines import Lines

WINDOW = 200  #: headlines asked for at once on the way to an unread one


class MovingActions(Following):
    """The keys that move."""

    def action_next_pane(self) -> None:
        """Go to the pane at the right, from the last to the first."""
        self.show_pane(PANES[(PANES.index(self.pane) + 1) % 3])

    def action_previous_pane(self) -> None:
        """Go to the pane at the left, from the first to the last."""
        self.show_pane(PANES[(PANES.index(self.pane) - 1) % 3])

    def action_timeline(self) -> None:
        """Go to the timeline."""
        self.show_pane("timeline")

    def action_article(self) -> None:
        """Go to the article."""
        self.show_pane("article")

    def action_sidebar(self) -> None:
        """Go to the sidebar."""
        self.show_pane("sidebar")

    def action_zoom(self) -> None:
        """Let the pane fill the screen, and give the others their room back."""
        self.zoomed = not self.zoomed
        self.show_pane(self.pane)

    @property
    def used(self) -> Lines | Article:
        """The widget of the pane that is in use."""
        panes: dict[str, Lines | Article] = {"article": self.article, "sidebar": self.sidebar}
        return panes.get(self.pane, self.timeline)

    def action_down(self) -> None:
        """Move a row or a line down."""
        self.used.move(1)

    def action_up(self) -> None:
        """Move a row or a line up."""
        self.used.move(-1)

    def action_page_down(self) -> None:
        """Move a page down."""
        self.used.page(1)

    def action_page_up(self) -> None:
        """Move a page up."""
        self.used.page(-1)

    def action_top(self) -> None:
        """Move to the first row or line."""
        self.used.end(-1)

    def action_bottom(self) -> None:
        """Move to the last row or line."""
        self.used.end(1)

    def action_next_article(self) -> None:
        """Open the next article, of those that mention what is selected."""
        self.step_to_article(1)

    def action_previous_article(self) -> None:
        """Open the previous article, of those that mention what is selected."""
        self.step_to_article(-1)

    def step_to_article(self, step: int) -> bool:
        """Open an article before or after; say so where there is none."""
        place = self.place
        if place.article is None:
            return False
        article, mentioning = place.article, place.selection
        found = self.read(lambda c: c.neighbour(article, place.filter, step, mentioning), None)
        if found is None:
            what = f" mentions {mentioning.label}" if mentioning else ""
            self.say(f"No {'later' if step > 0 else 'earlier'} article{what or ' is there'}.")
            return False
        self.open(found)
        return True

    def open(self, article: str, at: tuple[int, int] | None = None) -> None:
        """Open an article, which reads it."""
        self.go(replace(self.place, article=article, line=0), at=at)
        self.mark_read(article)

    def action_next_unread(self) -> None:
        """Open the next unread article of the timeline; after the last one, the first."""
        filter, library = self.place.filter, self.library
        view = self.article.view

        def question(c: Collection) -> str | None:
            days = c.days(filter)
            here = c.position(view.article, filter) if view else None
            later = [d for d in days if here is None or d.date >= here[0]]
            earlier = [d for d in days if here is not None and d.date <= here[0]]
            for number, day in enumerate(later + earlier):
                first = here[1] + 1 if here and number == 0 and day.date == here[0] else 0
                for offset in range(first, day.count, WINDOW):
                    for headline in c.headlines(filter, day.date, offset, WINDOW, None):
                        if not library.is_read(headline.article):
                            return headline.article
            return None

        def answer(found: str | None) -> None:
            if found is None:
                self.say("Everything here is read.")
            else:
                self.open(found)

        if view is not None:
            self.mark_read(view.article)
        self.ask("unread", question, answer)

    def action_back(self) -> None:
        """Go back to where the reader was."""
        self._return_to(self.history.back(self.here), "This is where you began.")

    def action_forward(self) -> None:
        """Go forward to where the reader came back from."""
        self._return_to(self.history.forward(self.here), "There is nothing ahead.")

    def _return_to(self, place: Place | None, otherwise: str) -> None:
        if place is None:
            self.say(otherwise)
        else:
            self.go(place, record=False)
