"""The box in which the reader chooses what to export, and as what kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import on

from dateline.reader.screens.box import Picker
from dateline.reader.widgets.lines import Line, Lines
from dateline.reader.widgets.listing import Entry
from dateline.reader.widgets.strips import shorten
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dateline.index.rows import Selection

KINDS = {"csv": "CSV", "json": "JSON", "md": "Markdown", "graphml": "GraphML", "svg": "SVG"}


class Export(NamedTuple):
    """Something that can be written to a file."""

    words: str  #: "the ledger, with each report"
    what: str  #: as `dateline export` calls it; "screen" for the picture of one
    form: str  #: the file's suffix
    of: Selection | None = None  #: what it is limited to
    undated: bool = False  #: whether it is of all dates, whatever the range
    limits: tuple[str, ...] = ()  #: what else limits it or puts it in order, as options of `dateline export`


class ExportBox(Picker[Export]):
    """The list of what can be exported."""

    heading = "Export"
    placeholder = "a few letters of what is to be written"
    taking = "write it"

    def __init__(self, exports: Mapping[Export, str], dates: str) -> None:
        """Take what there is with the name of its file, and the range of dates in words, "" for all."""
        super().__init__()
        self._exports = exports
        self._dates = dates

    def look_up(self, text: str) -> None:
        """List what has the letters."""
        wanted = fold(text.strip())
        fitting = [e for e in self._exports if wanted in fold(f"{e.words} {KINDS[e.form]}")]
        self.fill([Entry(_drawn(export), export) for export in fitting], "Nothing like it can be exported.")
        self.tell_name()

    @on(Lines.Moved)
    def tell_name(self) -> None:
        """Say below which file Enter writes, and of which dates."""
        export: Export | None = self.listing.value
        if export is not None:
            dated = bool(self._dates) and not export.undated
            of_dates = f"\nonly of {self._dates}" if dated else ""
            self.tell(f"Enter writes {self._exports[export]}{of_dates}")

    def choose(self, value: Export | None) -> None:
        """Leave with what is to be written."""
        if value is not None:
            self.dismiss(value)


def _drawn(export: Export) -> Callable[[int], Sequence[Line]]:
    kind = KINDS[export.form]
    return lambda cells: (
        Line(((f" {shorten(export.words, max(8, cells - len(kind) - 4))}", ""),), ((kind, "dim"),)),
    )
