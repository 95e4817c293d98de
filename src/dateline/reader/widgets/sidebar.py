"""What the open article mentions; when something is selected, the sentences about it in all articles."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len

from dateline.reader.days import date_mark, short_date
from dateline.reader.widgets.lines import BLANK, Line
from dateline.reader.widgets.listing import Entry, Listing, heading, words
from dateline.reader.widgets.strips import width_of
from dateline.reader.widgets.wrapping import excerpt, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dateline.index.rows import Evidence, Selection, SidebarRow
    from dateline.reader.widgets.strips import Piece

HEADINGS = {
    "person": "PEOPLE",
    "country": "COUNTRIES",
    "organization": "ORGANIZATIONS",
    "summit": "SUMMITS",
    "figure": "MONEY",
    "pledge": "PLEDGES",
}
_COUNTED = ("person", "country", "organization", "summit")
TABLE = 64  #: cells that the counts are from the names at most
_MOST_LINES = 4  #: of a sentence


def elsewhere(row: SidebarRow) -> str:
    """Return how many other articles mention it: "4", or "4+7" when the dates hide seven more."""
    return f"{row.elsewhere:,}+{row.hidden:,}" if row.hidden else f"{row.elsewhere:,}"


class Sidebar(Listing):
    """The sidebar pane: rows of an article, or evidence of a selection."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.shown: Selection | None = None  #: whose evidence is listed, None for the rows of an article
        self.open_article: str | None = None  #: named as "this article" among the evidence
        self.left_out: str | None = None  #: the article whose sentences are not listed
        self.years = False  #: whether dates are shown with their years

    def show_rows(self, rows: Sequence[SidebarRow], cursor_on: Selection | None) -> None:
        """List what an article mentions, grouped by kind, with the cursor on a selection that is among it."""
        self.shown = None
        width = max([4, *(cell_len(elsewhere(row)) for row in rows)])
        entries: list[Entry] = []
        kind = None
        for row in rows:
            if row.selection.kind != kind:
                if kind is not None:
                    entries.append(words())
                kind = row.selection.kind
                columns = (f"{'here' if not entries else '':>4}  {'else' if not entries else '':>{width}}",)
                entries.append(heading(HEADINGS.get(kind, kind.upper()), *columns, most=TABLE))
            entries.append(Entry(_row(row, width), row))
        if not rows and self.open_article is not None:
            entries.append(words(("Nothing was found in it.", "dim")))
        cursor = next((n for n, row in enumerate(rows) if row.selection == cursor_on), 0)
        self.show(entries, cursor)

    def show_evidence(
        self,
        selection: Selection,
        evidence: Sequence[Evidence],
        article: str | None,
        *,
        cut: bool,
        on: Evidence | None = None,
    ) -> None:
        """List the sentences about a selection by article; those of the open one stand in it, it is named.

        The list stays as it is while articles are opened from it. `on` is the sentence that the cursor was
        on, where the same list is shown anew.
        """
        self.shown, self.open_article, self.left_out = selection, article, article
        entries: list[Entry] = []
        cursor = 0
        for owner, group in groupby(evidence, key=lambda sentence: sentence.article):
            sentences = list(group)
            entries += [words()] * bool(entries)
            here = owner == article
            entries.append(Entry(self._source(sentences), sentences[0] if here else None))
            if here:
                cursor = sum(entry.value is not None for entry in entries)
            else:
                entries += [Entry(_sentence(sentence), sentence) for sentence in sentences]
        if evidence and not any(sentence.article != article for sentence in evidence):
            entries += [words(), words(("No other article in these dates.", "dim"))]
        if not evidence:
            entries = [words(("No sentence in these dates.", "dim"))]
        if cut:
            entries += [words(), words((f"The first {len(evidence)} are listed.", "dim"))]
        values = [entry.value for entry in entries if entry.value is not None]
        stay = on is not None and on in values
        self.show(entries, values.index(on) if stay else cursor, stay=stay)

    def mark_open(self, article: str | None) -> None:
        """Name another article as the open one."""
        if article != self.open_article:
            self.open_article = article
            if self.shown is not None:
                self.lay_out_again()

    def _source(self, sentences: Sequence[Evidence]) -> Callable[[int], Sequence[Line]]:
        """Return what draws the head of an article's sentences: date, outlet and how many mentions."""
        sentence = sentences[0]
        tilde = date_mark(sentence.date_basis)
        date = f"{tilde}{short_date(sentence.date, year=self.years)} "
        count = ((f"{sum(len(each.hits) for each in sentences)}×", "dim"),)

        def draw(_cells: int) -> Sequence[Line]:
            if sentence.article == self.open_article:
                return (Line(((date, "strong"), ("this article", "mark")), count),)
            return (Line(((date, "strong"), (sentence.outlet or sentence.title, "dim")), count),)

        return draw


def _row(row: SidebarRow, width: int) -> Callable[[int], Sequence[Line]]:
    """Return what draws a row: the name and the counts; of sums and pledges, the words and the note."""
    label, note = row.selection.label, row.note
    own = "✎ " if row.judged else ""
    counts: tuple[Piece, ...] = ((f"{row.here:4}", ""), (f"  {elsewhere(row):>{width}}", "dim"))

    def draw_counted(_cells: int) -> Sequence[Line]:
        name = f"{label}, {note}" if note else label
        return (Line(((own, "mark"), (name, "")) if own else ((name, ""),), counts, TABLE),)

    def draw_worded(cells: int) -> Sequence[Line]:
        room, worded = max(8, cells - 2), own + label
        lines = [[("  " * (start > 0) + worded[start:end], "")] for start, end in wrap(worded, room)]
        for part in note.split(", ") if note else ():
            joint = "  " if lines[-1][-1][1] == "" else ", "
            if width_of(lines[-1]) + len(joint) + cell_len(part) <= cells:
                lines[-1].append((joint + part, "dim"))
            else:
                lines += [[("  " + part[start:end], "dim")] for start, end in wrap(part, room)]
        return [Line(tuple(pieces)) for pieces in lines]

    return draw_counted if row.selection.kind in _COUNTED else draw_worded


def _sentence(sentence: Evidence) -> Callable[[int], Sequence[Line]]:
    """Return what draws a sentence, wrapped, with its hits lit up."""

    def draw(cells: int) -> Sequence[Line]:
        told = (
            (sentence.title, sentence.title_hits)
            if sentence.title_hits
            else (sentence.sentence, sentence.hits)
        )
        lines = excerpt(*told, max(8, cells - 2), _MOST_LINES)
        return [Line(((" ·"[not number] + " ", "dim"), *pieces)) for number, pieces in enumerate(lines)] or (
            BLANK,
        )

    return draw
