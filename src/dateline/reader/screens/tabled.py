"""What the screens that are one table have in common: the ledger, the summits."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from dateline.reader.hints import Hint
from dateline.reader.screens.sheet import Sheet
from dateline.reader.widgets.lines import Lines
from dateline.reader.widgets.strips import shorten
from dateline.reader.widgets.table import Table, TableHead

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from dateline.index.rows import Selection
    from dateline.reader.following import Following
    from dateline.reader.widgets.table import Column

_ACTORS = ("person", "country", "organization")
_SHORT = 20  #: cells of a name in the footer


class TableSheet(Sheet):
    """A table below its head; Enter opens the dossier of a row, which selects what it is of."""

    columns: ClassVar[tuple[Column, ...]]

    def __init__(self, desk: Following) -> None:
        super().__init__(desk)
        self.head = TableHead(self.columns)
        self.table = Table(self.columns, id=self.scope)
        self.table.add_class("sheet-table")
        self.table.empty = ("looking …",)

    @property
    def used(self) -> Lines:
        """The table."""
        return self.table

    @property
    def below(self) -> Iterable[Widget]:
        """What stands between the table and the footer."""
        return ()

    def compose(self) -> ComposeResult:
        """Lay the table out."""
        yield self.bar
        yield self.head
        yield self.table
        yield from self.below
        yield self.footer

    def on_mount(self) -> None:
        """Use the table; Textual lets the class below ask for the rows."""
        self.set_focus(self.table)

    def actor_selected(self) -> Selection | None:
        """Return the actor who is selected; says so where none is."""
        actor = self._actor
        if actor is None:
            self.desk.say("Select a person, a country or an organization first: then only theirs are shown.")
        return actor

    @property
    def _actor(self) -> Selection | None:
        selection = self.desk.place.selection
        return selection if selection is not None and selection.kind in _ACTORS else None

    def hints_of_only(self, *, now: bool) -> list[Hint]:
        """Return what the key for one actor's rows alone does, as it does `now`; nothing for nobody."""
        if now:
            return [Hint(("only",), "all again")]
        return [Hint(("only",), f"only {shorten(self._actor.label, _SHORT)}")] if self._actor else []

    @on(Lines.Chosen)
    def take(self) -> None:
        """Open the dossier of a row."""
        if self.table.value is not None:
            self.app.open_dossier(self.table.value.selection)
