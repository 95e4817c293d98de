"""The open article: its head, its text, and the mentions lit up in it, drawn line by line."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from dateline.reader.messages import MentionChosen
from dateline.reader.widgets.page import Page
from dateline.reader.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style
    from textual import events
    from textual.selection import Selection as TextSelection

    from dateline.index.rows import ArticleView, MentionRow, Selection
    from dateline.reader.widgets.page import Row
    from dateline.reader.widgets.strips import Piece

_LIT = {"current", "selected"}  # the looks of what the reader is after
WIDEST = 92  #: cells of a line: longer ones are hard to read
CONTEXT = 4  #: lines kept in view around a mention that is gone to


class Article(Scrolling, can_focus=True, inherit_bindings=False):
    """The article pane."""

    MARGIN = 1

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.view: ArticleView | None = None
        self.mentions: Sequence[MentionRow] = ()
        self.selection: Selection | None = None
        self.hinted: Selection | None = None
        self.title_hits: Sequence[
            tuple[int, int]
        ] = ()  #: of a search, in a title that is no part of the text
        self.current: int | None = None  #: the mention that the reader has walked to
        self._head: Sequence[Piece] = ()
        self._empty = ""
        self._page = Page(None, (), 0)
        self._on_row: dict[int, list[int]] = {}  # the mentions of each row, by its number
        self._strips: dict[tuple[int, Style], Strip] = {}  # lines as drawn, by number and ground
        self._wanted: int | None = None  # the offset to bring into view, once the width is known
        self._wanted_line: int | None = None

    # --- what is shown -----------------------------------------------------------------------------------

    def show(
        self,
        view: ArticleView | None,
        mentions: Sequence[MentionRow],
        head: Sequence[Piece] = (),
        *,
        empty: str = "",
    ) -> None:
        """Show another article from its top, or the same one anew; without one, the words in `empty`.

        `head` is what stands below the title, a piece a line.
        """
        self.view, self.mentions, self.current, self._head = view, mentions, None, head
        self._empty = empty
        self._wanted = self._wanted_line = None
        self._lay_out()
        self.scroll_to(y=0, animate=False, immediate=True, force=True)

    def describe(self, head: Sequence[Piece]) -> None:
        """Show another head."""
        self._head = head
        self._lay_out()

    def light(self, selection: Selection | None, mentions: Sequence[MentionRow]) -> None:
        """Light up another selection; the mentions are given anew, since search hits come and go."""
        self.selection, self.hinted, self.current, self.mentions = selection, None, None, mentions
        self._assign()
        self._redraw()

    def hint(self, selection: Selection | None) -> None:
        """Underline what the cursor of the sidebar is on."""
        if selection != self.hinted:
            wanted = {self.hinted, selection} - {None}
            self.hinted = selection
            self._redraw(n for n, m in enumerate(self.mentions) if m.selection in wanted)

    def on_resize(self) -> None:
        """Lay the text out for another width; the line at the top stays there."""
        top = self._page.offset_at(self.scroll_offset.y) if self._page.width != self._text_width else 0
        self._lay_out()
        if top:
            self.scroll_to(y=self._page.row_of(top), animate=False, immediate=True, force=True)
        self._fulfil()

    @property
    def _text_width(self) -> int:
        return min(WIDEST, self.room)

    def _lay_out(self) -> None:
        """Make the lines for the present width."""
        self._make_page()
        self.virtual_size = Size(self.size.width, len(self._page.rows))
        self._redraw()

    def _make_page(self) -> None:
        self._page = Page(self.view, self._head, self._text_width, self._empty)
        self._assign()

    def _redraw(self, numbers: Iterable[int] | None = None) -> None:
        """Draw the lines of some mentions anew, all lines where none are named."""
        if numbers is None:
            self._strips.clear()
        else:
            rows = {row for number in numbers for row in self._rows_of(self.mentions[number])}
            self._strips = {key: strip for key, strip in self._strips.items() if key[0] not in rows}
        self.refresh()

    def _rows_of(self, mention: MentionRow) -> range:
        return range(self._page.row_of(mention.start), self._page.row_of(mention.end - 1) + 1)

    def _assign(self) -> None:
        self._strips.clear()
        self._on_row = self._page.rows_of((mention.start, mention.end) for mention in self.mentions)

    # --- drawing -----------------------------------------------------------------------------------------

    def draw_line(self, number: int, width: int) -> Strip:
        """Draw a line by its number."""
        if self._page.width != self._text_width:  # the first paint comes before the message of the first size
            self._make_page()
        if number >= len(self._page.rows):
            return Strip.blank(width, self.ground)
        if (strip := self._strips.get((number, self.ground))) is None:
            strip = self._strips[number, self.ground] = self._draw(number, width)
        return strip

    def _draw(self, number: int, width: int) -> Strip:
        row = self._page.rows[number]
        looks = [row.look] * len(row.text)
        if row.start >= 0:
            self._light_up(row, number, looks)
        elif row.title >= 0:
            for start, end in self.title_hits:
                first, last = max(0, start - row.title), min(len(row.text), end - row.title)
                looks[first:last] = ["selected"] * max(0, last - first)
        if (selection := self.text_selection) is not None and (
            span := selection.get_span(number)
        ) is not None:
            start, end = span
            end = len(row.text) if end == -1 else min(end, len(row.text))
            looks[start:end] = ["copied"] * max(0, end - start)
        segments, at = [], 0
        for look, group in groupby(looks):
            length = len(list(group))
            segments.append(Segment(row.text[at : at + length], self.style_of(look)))
            at += length
        return Strip(segments).adjust_cell_length(width, self.ground).apply_offsets(0, number)

    def _light_up(self, row: Row, number: int, looks: list[str]) -> None:
        """Put the looks of mentions over a row's characters, the shortest on top.

        What is selected has no gaps where other names stand in it.
        """
        numbers = self._on_row.get(number, ())
        for mention_number in sorted(numbers, key=lambda n: self.mentions[n].start - self.mentions[n].end):
            mention = self.mentions[mention_number]
            look = self._look(mention_number, mention)
            start = max(0, mention.start - row.start)
            end = min(len(row.text), mention.end - row.start)
            if look and (look in _LIT or not set(looks[start:end]) & _LIT):
                looks[start:end] = [look] * max(0, end - start)

    def _look(self, number: int, mention: MentionRow) -> str:
        if number == self.current:
            return "current"
        if mention.selection == self.selection:
            return "selected"
        if mention.selection == self.hinted:
            return "hinted"
        return "" if mention.kind in {"pledge", "search"} else mention.selection.kind

    def get_selection(self, selection: TextSelection) -> tuple[str, str] | None:
        """Return the text that is selected by mouse."""
        return selection.extract("\n".join(row.text for row in self._page.rows)), "\n"

    def selection_updated(self, _selection: TextSelection | None) -> None:
        """Show what is selected by mouse."""
        self._redraw()

    # --- mentions ----------------------------------------------------------------------------------------

    @property
    def mention(self) -> MentionRow | None:
        """The mention that the reader has walked to."""
        return None if self.current is None else self.mentions[self.current]

    def _candidates(self) -> list[int]:
        if self.selection is not None:
            return [n for n, m in enumerate(self.mentions) if m.selection == self.selection]
        return [n for n, m in enumerate(self.mentions) if m.kind != "pledge"]

    @property
    def progress(self) -> tuple[int, int]:
        """Which of the mentions is the current one, counted from 1 (0 for none), and how many there are."""
        candidates = self._candidates()
        at = candidates.index(self.current) + 1 if self.current in candidates else 0
        return at, len(candidates)

    def walk(self, step: int, *, from_edge: bool = False) -> bool:
        """Go to the next mention of what is selected, of anything where nothing is; False at the end.

        Without a current mention it is the first one in view or below; with `from_edge` the first or last.
        """
        candidates = self._candidates()
        if not candidates:
            return False
        if self.current in candidates:
            place = candidates.index(self.current) + step
            if not 0 <= place < len(candidates):
                return False
        elif from_edge or step < 0:
            place = 0 if step > 0 else len(candidates) - 1
        else:
            top = self._page.offset_at(self.scroll_offset.y)
            place = next((p for p, n in enumerate(candidates) if self.mentions[n].start >= top), 0)
        self.go_to(candidates[place])
        return True

    def go_to(self, number: int | None) -> None:
        """Make a mention the current one and bring it into view; None lets go of it."""
        old, self.current = self.current, number
        self._redraw(n for n in (old, number) if n is not None)
        if number is not None:
            self.reveal(self.mentions[number].start)

    def go_to_offset(self, start: int, end: int) -> None:
        """Go to the first mention of the selection in a sentence, else to where the sentence begins."""
        for number in self._candidates() if self.selection else ():
            if start <= self.mentions[number].start < end:
                self.go_to(number)
                return
        self.reveal(start)

    def on_click(self, event: events.Click) -> None:
        """Tell which mention is clicked, the innermost one where they lie in each other."""
        offset = event.get_content_offset(self)
        number = (offset.y if offset else 0) + self.scroll_offset.y
        if offset is None or number >= len(self._page.rows) or self.text_selection is not None:
            return
        row, cells = self._page.rows[number], 0
        for place, character in enumerate(row.text):
            cells += cell_len(character)
            if cells > offset.x - self.MARGIN >= 0:
                self._choose_at(number, row.start + place)
                return

    def _choose_at(self, row: int, offset: int) -> None:
        at = (self.mentions[n] for n in self._on_row.get(row, ()))
        hit = [m for m in at if m.start <= offset < m.end and m.kind != "search"]
        if hit:
            mention = min(hit, key=lambda m: m.end - m.start)
            if mention.kind != "pledge" or mention.selection == self.selection:
                self.post_message(MentionChosen(mention))

    # --- scrolling ---------------------------------------------------------------------------------------

    def reveal(self, offset: int) -> None:
        """Scroll so that the line with an offset of the text is in view, with some lines around it."""
        self._wanted = offset
        self._fulfil()

    def return_to(self, line: int) -> None:
        """Scroll to a line as soon as the lines are known."""
        self._wanted_line = line
        self._fulfil()

    def _fulfil(self) -> None:
        if not self._page.width or not self.size.height:
            return
        if self._wanted_line is not None:
            self.scroll_to(y=self._wanted_line, animate=False, immediate=True, force=True)
        if self._wanted is not None:
            row, top, height = self._page.row_of(self._wanted), self.scroll_offset.y, self.size.height
            context = min(CONTEXT, max(0, (height - 1) // 2))
            if row < top + context:
                self.scroll_to(y=max(0, row - context), animate=False, immediate=True, force=True)
            elif row > top + height - 1 - context:
                self.scroll_to(y=row - height + 1 + context, animate=False, immediate=True, force=True)
        self._wanted = self._wanted_line = None

    def move(self, step: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_offset.y + step, animate=False, immediate=True)

    def page(self, step: float) -> None:
        """Scroll by a page, two lines of it staying in view, or by a part of one."""
        self.move(int(step * max(2, self.size.height - 2)))

    @property
    def goes_on(self) -> bool:
        """Whether there is more of it below."""
        return self.scroll_offset.y < self.max_scroll_y

    def end(self, step: int) -> None:
        """Scroll to the top or the bottom."""
        self.scroll_to(y=self.max_scroll_y if step > 0 else 0, animate=False, immediate=True)
