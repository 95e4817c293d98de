"""The search in the articles' text: sentences as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.index.query import HINT, QueryError
from dateline.reader.days import date_mark, describe, short_date
from dateline.reader.screens.box import Picker
from dateline.reader.widgets.lines import Line
from dateline.reader.widgets.listing import Entry
from dateline.reader.widgets.wrapping import excerpt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.index.collection import Collection
    from dateline.index.rows import DateRange, Evidence
    from dateline.reader.screens.box import Ask

MOST = 200
_MOST_LINES = 3


def sentence_entry(sentence: Evidence) -> Entry:
    """Return a row for a sentence: date and outlet, and below them the sentence with its hits."""
    tilde = date_mark(sentence.date_basis)
    date = f"{tilde}{short_date(sentence.date, year=True)} "

    def draw(cells: int) -> Sequence[Line]:
        lines = excerpt(sentence.sentence, sentence.hits, max(8, cells - 2), _MOST_LINES)
        head = Line(((date, "strong"), (sentence.outlet or sentence.title, "dim")))
        return [head, *(Line((("  ", ""), *pieces)) for pieces in lines)]

    return Entry(draw, sentence)


class Search(Picker["tuple[str, Evidence]"]):
    """A list of sentences that follows what is typed; what cannot be read is said, and the list stays."""

    heading = "Search the text"
    placeholder = 'words, a "phrase", -not, person:name, money>1bn'
    at_once = False

    def __init__(self, ask: Ask, dates: DateRange | None, before: str) -> None:
        super().__init__(before)
        self._ask = ask
        self._dates = dates
        self._wrong = ""

    def look_up(self, text: str) -> None:
        """Ask for the sentences that the query finds."""
        query, dates = text.strip(), self._dates
        if not query:
            self.fill([], f"{HINT}{self._where()}")
            return

        def question(c: Collection) -> Sequence[Evidence] | QueryError:
            try:
                return c.search(query, dates, MOST + 1)
            except QueryError as error:
                return error

        self._ask("find", question, self._found)

    def _where(self) -> str:
        return f", {describe(self._dates)}" if self._dates else ""

    def _found(self, found: Sequence[Evidence] | QueryError) -> None:
        if isinstance(found, QueryError):
            self._wrong = str(found)
            self.status.update(self._wrong)
            return
        self._wrong = ""
        articles = len({sentence.article for sentence in found[:MOST]})
        count = f"{MOST} and more" if len(found) > MOST else str(len(found))
        status = f"{count} sentence{'s' * (len(found) != 1)} in {articles} article{'s' * (articles != 1)}"
        self.fill([sentence_entry(s) for s in found[:MOST]], f"{status}{self._where()}")

    def choose(self, value: Evidence | None) -> None:
        """Leave with the query and the sentence to go to."""
        if self._wrong:
            self.notify(self._wrong, severity="warning", markup=False)
        elif value is not None:
            self.dismiss((self.input.value.strip(), value))
