"""The search in the articles' text: sentences as one types, by date or the best first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.widgets import Input

from dateline.index.query import TERMS, QueryError
from dateline.index.ranking import MOST as WEIGHED
from dateline.reader import keys
from dateline.reader.completing import begun, completed, offers
from dateline.reader.days import date_mark, describe, short_date
from dateline.reader.hints import Hint
from dateline.reader.screens.box import Picker
from dateline.reader.widgets.lines import Line
from dateline.reader.widgets.listing import Entry, table
from dateline.reader.widgets.offers import Offers
from dateline.reader.widgets.wrapping import excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer
    from textual.types import CSSPathType

    from dateline.index.collection import Collection
    from dateline.index.rows import DateRange, Evidence
    from dateline.reader.completing import Begun, Offer
    from dateline.reader.screens.box import Ask

PAGE = 40  #: sentences that are shown at once: more than a terminal has room for
MOST = 200
_REST = 0.08  # seconds without a key press after which the others are asked for
_MOST_LINES = 3


def sentence_entry(sentence: Evidence, before: Evidence | None = None) -> Entry:
    """Return a row for a sentence: date and outlet, and below them the sentence with its hits.

    Where they are in the headline alone, that stands there. Right behind another one of its article, the row
    `before` it, a sentence goes without date and outlet.
    """
    again = before is not None and before.article == sentence.article
    tilde = date_mark(sentence.date_basis)
    date = f"{tilde}{short_date(sentence.date, year=True)} "
    told = (
        (sentence.title, sentence.title_hits) if sentence.title_hits else (sentence.sentence, sentence.hits)
    )

    def draw(cells: int) -> Sequence[Line]:
        lines = excerpt(*told, max(8, cells - 2), _MOST_LINES)
        head = Line(((date, "strong"), (sentence.outlet or sentence.title, "dim")))
        sentences = (
            Line((("  " if number else "· ", "dim"), *pieces)) for number, pieces in enumerate(lines)
        )
        return [*[head] * (not again), *sentences]

    return Entry(draw, sentence)


class _Asked(NamedTuple):
    """What is to be listed."""

    query: str
    ranked: bool


class Search(Picker["tuple[str, Evidence]"]):
    """A list of sentences that follows what is typed; what cannot be read is said, and the list stays."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["box.tcss", "search.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("box", ["box-order", "box-complete"])]
    heading = "Search the text"
    taking = "open there"
    placeholder = 'words, a "phrase", -not, person:name, money>1bn'

    def __init__(self, ask: Ask, dates: DateRange | None, before: str, keymap: Mapping[str, str]) -> None:
        super().__init__(before)
        self._ask = ask
        self._dates = dates
        self._wrong = ""
        self._ranked = False
        self._listed: _Asked | None = None  # what the list is of
        self._chosen = False  # whether Enter waits for the list of what was typed
        self._rest: Timer | None = None
        self.offers = Offers(id="search-offers")
        self.offers.key = next(iter(keys.keys_of("box-complete", keymap)), "")
        self._begun: tuple[str, Begun] | None = None  # what was typed when the names were asked for
        self._completed = ""  # what stands in the box since a name was taken

    def contents(self) -> ComposeResult:
        """Yield the line, the names that are offered, the list, and what is said about it."""
        line, *others = super().contents()
        yield from (line, self.offers, *others)

    def hints(self) -> list[Hint]:
        """Return what Enter does, what the order's key does now, and what moves in the list."""
        order = Hint(("box-order",), "by date" if self._ranked else "best first")
        taking, *others = super().hints()
        return [taking, order, *others]

    @property
    def _wanted(self) -> _Asked:
        return _Asked(self.input.value.strip(), self._ranked)

    def look_up(self, text: str) -> None:
        """Ask for the first of the sentences that the query finds."""
        if self._rest is not None:
            self._rest.stop()
        self._chosen = False
        if not text.strip():
            self._listed, self._wrong = self._wanted, ""
            within = f"in the articles of {describe(self._dates)}" if self._dates else ""
            self.fill(table(TERMS), within)
        elif self._wanted != self._listed or self._wrong:
            self._put(self._wanted, PAGE, self._found)

    def action_box_order(self) -> None:
        """List the best first, or by date again."""
        self._ranked = not self._ranked
        self.tell_keys()
        self.look_up(self.input.value)

    # --- completing names --------------------------------------------------------------------------------

    @on(Input.Changed)
    def offer_names(self, event: Input.Changed) -> None:
        """Ask for the names that may be meant by what is typed."""
        text = event.value
        if text == self._completed:
            return
        name = begun(text)
        self._begun = (text, name) if name else None
        if name is None:
            self.offers.show(())
        else:
            self._ask("complete", lambda c: offers(c, name), lambda found: self._offer(text, found))

    def _offer(self, text: str, found: Sequence[Offer]) -> None:
        if self._begun is not None and self._begun[0] == text:
            self.offers.show(found)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the key that completes to the text box, unless there is a name to take."""
        if action == "box_complete":
            return bool(self.offers.offers) and self.input.cursor_position == len(self.input.value)
        return super().check_action(action, parameters)

    def action_box_complete(self) -> None:
        """Put the first name in the place of what is typed of it, then the next one."""
        self._take_name((self.offers.taken + 1) % len(self.offers.offers))

    @on(Offers.Taken)
    def take_clicked(self, event: Offers.Taken) -> None:
        """Take the name that is clicked."""
        self._take_name(event.number)

    def _take_name(self, number: int) -> None:
        if self._begun is not None:
            text, name = self._begun
            self._completed = completed(text, name, self.offers.offers[number])
            self.offers.show(self.offers.offers, number)
            self.input.value = self._completed
            self.input.cursor_position = len(self._completed)

    # --- what is found -----------------------------------------------------------------------------------

    def _put(
        self, asked: _Asked, most: int, answer: Callable[[_Asked, Sequence[Evidence], int], None]
    ) -> None:
        dates, counted = self._dates, most > PAGE

        def question(c: Collection) -> tuple[Sequence[Evidence], int] | QueryError:
            try:
                found = c.search(asked.query, dates, most + 1, ranked=asked.ranked)
                return found, c.search_size(asked.query, dates) if counted else 0
            except QueryError as error:
                return error

        def answered(told: tuple[Sequence[Evidence], int] | QueryError) -> None:
            if isinstance(told, QueryError):
                self._wrong = str(told)
                self.tell(self._wrong)
            else:
                self._wrong = ""
                answer(asked, *told)

        self._ask("find", question, answered)

    def _found(self, asked: _Asked, found: Sequence[Evidence], _size: int) -> None:
        self._listed = asked
        if len(found) > PAGE:
            self.fill(
                _rows(found[:PAGE]),
                f"the {self._first} {PAGE} sentences{self._where()}",
            )
            self._rest = self.set_timer(_REST, lambda: self._put(asked, MOST, self._found_more))
        else:
            articles = len({sentence.article for sentence in found})
            told = f"{_count(len(found), 'sentence')} in {_count(articles, 'article')}"
            self.fill(_rows(found), f"{told}{self._where()}")
        if self._chosen:
            self.action_box_take()

    def _found_more(self, _asked: _Asked, found: Sequence[Evidence], size: int) -> None:
        """Add the sentences behind the first ones, and tell in how many articles there are any."""
        shown = len(self.listing.entries)
        self.listing.extend(_rows(found[:MOST])[shown:])
        told = f"{_count(len(found), 'sentence')} in {_count(size, 'article')}"
        if len(found) > MOST:
            told = f"the {self._first} {MOST} sentences of {_count(size, 'article')}"
            if self._ranked and size > WEIGHED:
                told += f", the newest {WEIGHED:,} of them weighed"
        self.tell(f"{told}{self._where()}")

    @property
    def _first(self) -> str:
        return "best" if self._ranked else "first"

    def _where(self) -> str:
        """Return in which dates is searched."""
        return f", {describe(self._dates)}" if self._dates else ""

    def choose(self, value: Evidence | None) -> None:
        """Leave with the query and the sentence to go to, once the list is of what was typed."""
        if self._wrong:
            self.notify(self._wrong, severity="warning", markup=False)
        elif self._listed != self._wanted:
            self._chosen = True
        elif value is not None:
            self.dismiss((self.input.value.strip(), value))


def _rows(found: Sequence[Evidence]) -> list[Entry]:
    """Return a row for each sentence, those of one article below its date and outlet."""
    return [sentence_entry(sentence, before) for sentence, before in zip(found, (None, *found), strict=False)]


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'s' * (number != 1)}"
