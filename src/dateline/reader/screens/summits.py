"""The summits of the collection by date: past ones, those announced, and those of an unknown day."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from dateline.index.labels import short_date
from dateline.index.rows import Filter, SummitList, SummitRow
from dateline.reader import keys
from dateline.reader.dossiers.parts import plural
from dateline.reader.hints import HELP, QUIT, Hint
from dateline.reader.screens.tabled import TableSheet
from dateline.reader.widgets.table import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from dateline.index.rows import Selection
    from dateline.reader.following import Following
    from dateline.reader.widgets.strips import Piece

COLUMNS = (
    Column("Date", 20),
    Column("Summit", 24, grow=3),
    Column("Kind", 10, rank=2),
    Column("Place", 16, grow=1, rank=3),
    Column("Company", 24, grow=4, rank=4),
    Column("Articles", 8, right=True),
    Column("Outlets", 7, right=True, rank=1),
)


class SummitsScreen(TableSheet):
    """A table of the summits; Enter selects one and opens its dossier."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("summits")]
    scope: ClassVar[keys.Scope] = "summits"
    columns = COLUMNS

    def __init__(self, desk: Following) -> None:
        super().__init__(desk)
        self._with: Selection | None = None  # the actor whose summits are shown
        self._list = SummitList()

    @property
    def state(self) -> Selection | None:
        """The actor whose summits are shown."""
        return self._with

    @classmethod
    def again(cls, desk: Following, state: Selection | None) -> Self:
        """Return a list that shows the summits of the same actor."""
        screen = cls(desk)
        screen._with = state
        return screen

    def refill(self) -> None:
        """Ask for the summits that the dates leave."""
        filter = Filter(self.desk.place.dates, self._with)
        self._tell()
        self.ask(lambda c: c.summits(filter), self._show)

    def _show(self, found: SummitList) -> None:
        on = self.table.value
        self._list = found
        key = on.selection.id if isinstance(on, SummitRow) else self._first_key()
        cursor = found.keys.index(key) if key in found.keys else max(0, found.past - 1)
        headings = [(0, "PAST")] * (found.past > 0)
        if found.past < found.dated:
            headings.append((found.past, "ANNOUNCED"))
        if found.dated < len(found.keys):
            headings.append((found.dated, "ON A DAY UNKNOWN"))
        self.table.empty = ("No summit is mentioned in these articles.",)
        self.table.show(len(found.keys), self._window, self._cells, headings=headings, cursor=cursor)
        self._tell()

    def _first_key(self) -> str | None:
        """Return the summit that is selected, on which the cursor begins."""
        selection = self.desk.place.selection
        return selection.id if selection and selection.kind == "summit" else None

    def _window(self, offset: int, limit: int) -> Sequence[SummitRow]:
        keys = self._list.keys[offset : offset + limit]
        return self.desk.read(lambda c: c.summit_rows(keys), ())

    def _cells(self, summit: SummitRow) -> Sequence[Piece]:
        place = ", ".join(dict.fromkeys(part for part in (summit.place, summit.country) if part))
        company = ", ".join(actor.label for actor in summit.company)
        selected = summit.selection == self.desk.place.selection
        return (
            (short_date(summit.date) if summit.date else "", "strong"),
            (summit.name, "selected" if selected else ""),
            (summit.kind, "dim"),
            (place, "dim"),
            (company, "dim"),
            (f"{summit.articles:,}", ""),
            (f"{summit.outlets or ''}", "dim"),
        )

    def _tell(self) -> None:
        found = self._list
        ahead = found.dated - found.past
        parts: list[Piece] = [(plural(len(found.keys), "summit"), ""), (f"{ahead:,} announced", "dim")]
        if self._with is not None:
            parts.append((f"with {self._with.label}", "near"))
        self.tell(("Summits", "key"), *parts)

    def hints(self) -> list[Hint]:
        """Return what the footer tells."""
        told = [Hint(("open",), "dossier"), *self.hints_of_only(now=self._with is not None)]
        told += [Hint(("dates",), "dates")]
        if self.desk.place.dates:
            told += [Hint(("earlier", "later"), "move"), Hint(("all-dates",), "all dates")]
        told += [Hint(("person",), "person…"), Hint(("ledger",), "ledger"), Hint(("export",), "export")]
        told += [Hint(("palette",), "palette")]
        return [*told, HELP, QUIT._replace(label="close")]

    def do_only(self) -> None:
        """Show only the summits of the actor who is selected, or all again."""
        had = self._with
        self._with = None if had else self.actor_selected()
        if self._with != had:
            self.refill()

    def do_let_go(self) -> None:
        """Show all summits again, or close the screen."""
        if self._with is not None:
            self.do_only()
        else:
            self.close()
