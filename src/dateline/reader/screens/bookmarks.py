"""The bookmarked articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.days import short_date
from dateline.reader.screens.box import Picker
from dateline.reader.widgets.lines import Line
from dateline.reader.widgets.listing import Entry
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.index.rows import ArticleView


class Bookmarks(Picker[str]):
    """A list of bookmarked articles."""

    heading = "Bookmarks"
    placeholder = "search the titles"
    taking = "open"

    def __init__(self, views: Sequence[ArticleView]) -> None:
        super().__init__()
        self._views = views

    def look_up(self, text: str) -> None:
        """List the articles whose title has the letters."""
        fitting = [view for view in self._views if fold(text.strip()) in fold(view.title)]
        self.fill([_entry(view) for view in fitting], "" if fitting else "No such bookmark.")

    def choose(self, value: ArticleView | None) -> None:
        """Leave with the article chosen."""
        if value is not None:
            self.dismiss(value.article)


def _entry(view: ArticleView) -> Entry:
    date = f"{short_date(view.date, year=True):>11}  "
    return Entry(lambda _width: (Line(((date, "dim"), (view.title, ""))),), view)
