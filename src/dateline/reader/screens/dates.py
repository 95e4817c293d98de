"""The dates in words, with what they mean while they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.widgets import Input, Static

from dateline.index.rows import DateRange
from dateline.reader import keys
from dateline.reader.date_range import DateRangeError, parse
from dateline.reader.days import MONTHS, describe, short_date
from dateline.reader.hints import Hint
from dateline.reader.screens.box import Box

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.types import CSSPathType


ALL = DateRange("", "")  #: no range: all dates
WORDS = "last week · last 30 days · since march · friday · mid march · q1"


class Dates(Box[DateRange]):
    """A line for a range of dates; emptied, it stands for all of them."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["box.tcss", "dates.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("box", ["box-take"])]
    AUTO_FOCUS = "Input"
    heading = "Dates"

    def __init__(
        self, oldest: date, newest: date, now: DateRange | None, count: Callable[[DateRange], int]
    ) -> None:
        super().__init__()
        self._oldest = oldest
        self._newest = newest
        self._count = count
        self._now = now
        value = f"{now.first}..{now.last}" if now else ""
        self.input = Input(value, placeholder="a month, a day, a range …", id="box-input")
        self.meaning = Static("", id="dates-meaning", markup=False)

    def contents(self) -> ComposeResult:
        """Yield the line, its meaning, and examples."""
        whole = DateRange(self._oldest.isoformat(), self._newest.isoformat())
        day, month = short_date(whole.first).lower(), MONTHS[self._newest.month - 1]
        examples = f"{month} · {day} to {short_date(whole.last).lower()} · {whole.first}..{whole.last}"
        yield self.input
        yield self.meaning
        yield Static(
            Content(f"{examples}\n{WORDS}\nThe articles: {describe(whole)}"),
            id="dates-examples",
            markup=False,
        )

    def hints(self) -> list[Hint]:
        """Return what Enter does."""
        return [Hint(("box-take",), "show these")]

    @on(Input.Changed)
    def preview(self, event: Input.Changed) -> None:
        """Show what the words mean, or why they can't be read."""
        if not event.value.strip():
            self.meaning.update(Content.styled("all dates", "bold $text-success") if self._now else "")
            return
        try:
            dates = parse(event.value, self._newest, self._oldest)
        except DateRangeError as error:
            self.meaning.update(Content.styled(f"{error}"[:1].upper() + f"{error}"[1:], "$text-error"))
            return
        count = self._count(dates)
        articles = f"{count or 'no'} article{'s' * (count != 1)}"
        self.meaning.update(Content.assemble((describe(dates), "bold $text-success"), f" · {articles}"))

    @on(Input.Submitted)
    def action_box_take(self) -> None:
        """Leave with the range; what can't be read stays, with its message."""
        typed = self.input.value
        if not typed.strip():
            self.dismiss(ALL if self._now else None)
            return
        try:
            self.dismiss(parse(typed, self._newest, self._oldest))
        except DateRangeError as error:
            self.notify(str(error)[:1].upper() + str(error)[1:], severity="warning", markup=False)
