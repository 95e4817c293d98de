"""From article to article and from mention to mention, and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.reader.actions.topic import Topic

if TYPE_CHECKING:
    from dateline.index.collection import Collection
    from dateline.reader.selection import Place

BATCH = 500  #: headlines asked for at once on the way to an unread one


class Walking(Topic):
    """The keys that go on to what comes next."""

    def next_article(self) -> None:
        """Open the next article, of those that mention what is selected."""
        self.step(1)

    def previous_article(self) -> None:
        """Open the previous article, of those that mention what is selected."""
        self.step(-1)

    def step(self, step: int) -> bool:
        """Open an article before or after; say so where there is none."""
        desk, place = self.desk, self.desk.place
        if place.article is None:
            return False
        article, mentioning = place.article, place.selection
        found = desk.read(lambda c: c.neighbour(article, place.filter, step, mentioning), None)
        if found is None:
            what = f"mentions {mentioning.label}" if mentioning else "is there"
            desk.say(f"No {'later' if step > 0 else 'earlier'} article {what}.")
            return False
        desk.open(found)
        return True

    def next_mention(self) -> None:
        """Go to the next mention of what is selected, in the next article after the last one here."""
        self._walk(1)

    def previous_mention(self) -> None:
        """Go to the previous mention of what is selected, before the first one in the previous article."""
        self._walk(-1)

    def _walk(self, step: int) -> None:
        desk, article = self.desk, self.desk.article
        if desk.place.article is None:
            return
        if desk.alone and desk.pane != "article":
            desk.show_pane("article")
        if not article.walk(step):
            if desk.place.selection is None:
                if not article.walk(step, from_edge=True):
                    desk.say("Nothing is mentioned here.")
            elif self.step(step):
                article.walk(step, from_edge=True)
        desk.refresh_bars()

    def next_unread(self) -> None:
        """Read on: a page of the article, at its end the next unread one; after the last one, the first."""
        desk, article = self.desk, self.desk.article
        if article.view is None:
            self._look_for_unread(0)
        elif not article.display:  # another pane fills the screen
            desk.show_pane("article")
            if desk.library.is_read(article.view.article):
                self._look_for_unread(0)
        elif article.goes_on:
            article.page(1)
        else:
            desk.mark_read(article.view.article)
            self._look_for_unread(0)

    def _look_for_unread(self, skip: int) -> None:
        """Ask for the articles after the open one, some at a time, until one of them is unread."""
        place = self.desk.place

        def question(c: Collection) -> tuple[list[str], bool]:
            return _following(c, place, skip)

        def answer(found: tuple[list[str], bool]) -> None:
            articles, more = found
            unread = next((a for a in articles if not self.desk.library.is_read(a)), None)
            if unread is not None:
                self.desk.open(unread)
            elif more:
                self._look_for_unread(skip + len(articles))
            else:
                self.desk.say("Everything here is read.")

        self.desk.ask("unread", question, answer)

    def back(self) -> None:
        """Go back to where the reader was."""
        self._return_to(self.desk.history.back(self.desk.here), "This is where you began.")

    def forward(self) -> None:
        """Go forward to where the reader came back from."""
        self._return_to(self.desk.history.forward(self.desk.here), "There is nothing ahead.")

    def _return_to(self, place: Place | None, otherwise: str) -> None:
        if place is None:
            self.desk.say(otherwise)
            return
        article = place.article
        if article is not None and self.desk.read(lambda c: c.article(article), None) is None:
            place = replace(place, article=self.desk.place.article)
        self.desk.go(place, record=False)
        self.desk.place = place
        for kind, state in place.over:
            self.desk.app.push_screen(kind.again(self.desk, state))


def _following(c: Collection, place: Place, skip: int) -> tuple[list[str], bool]:
    """Return some articles of the timeline from the open one on and round, and whether more come.

    `skip` of them have been seen already.
    """
    days = c.days(place.filter)
    total = sum(day.count for day in days)
    here = c.position(place.article, place.filter) if place.article else None
    before = sum(day.count for day in days if here and day.date < here[0]) + (here[1] + 1 if here else 0)
    first, found = (before + skip) % max(1, total), list[str]()
    wanted = min(BATCH, total - skip)
    for day in (*days, *days):  # round once at most
        if first >= day.count:
            first -= day.count
        elif len(found) < wanted:
            lines = c.headlines(
                place.filter, day.date, first, min(day.count - first, wanted - len(found)), None
            )
            found += [headline.article for headline in lines]
            first = 0
    return found, bool(found) and skip + len(found) < total
