"""Panes that scroll line by line, with a scroll bar that is part of their lines.

Textual's own bar is a widget beside each pane: drawing it anew doubles what a line of scrolling costs.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from dateline.reader.widgets.strips import Drawn

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Region


class Painting(NamedTuple):
    """What all lines of one paint have in common."""

    room: int
    top: int  #: the line at the top
    margin: Segment
    bar: tuple[Segment, Segment]  #: beside the thumb, on it
    thumb: range


class Scrolling(Drawn, ScrollView, inherit_bindings=False):
    """A pane of lines; its last column is the scroll bar, which can be clicked and dragged."""

    MARGIN = 0  #: empty cells at either side of the lines; cheaper than padding, which makes each line anew
    _held: int | None = None  # the line of the thumb that the mouse holds
    _painting: Painting | None = None
    _measured: tuple[Size, int] = (Size(), 0)  # the outer size, and the room that it leaves

    @property
    def room(self) -> int:
        """Cells of a line, beside the margins and the scroll bar."""
        outer, room = self._measured
        if outer != self.outer_size:
            room = max(0, self.size.width - 1 - 2 * self.MARGIN)
            self._measured = self.outer_size, room
        return room

    @abstractmethod
    def draw_line(self, number: int, width: int) -> Strip:
        """Return a line by its number, in so many cells."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of a region."""
        bar = self.style_of("bar")
        self._painting = Painting(
            self.room,
            self.scroll_offset.y,
            Segment(" " * self.MARGIN, self.ground),
            (Segment(" ", bar), Segment("▐", bar)),
            self._thumb,
        )
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw a line and its piece of the scroll bar."""
        now = self._painting
        if now is None:
            return Strip.blank(self.size.width, self.ground)
        line = self.draw_line(y + now.top, now.room)
        segments = [now.margin, *line, now.margin, now.bar[y in now.thumb]]
        return Strip(segments, line.cell_length + 2 * self.MARGIN + 1)

    @property
    def _thumb(self) -> range:
        """The lines of the scroll bar that stand for what is in view; none where all is."""
        height, total = self.size.height, self.virtual_size.height
        if total <= height or height <= 0:
            return range(0)
        length = max(1, height * height // total)
        top = round((height - length) * self.scroll_offset.y / max(1, total - height))
        return range(top, top + length)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the thumb, or bring it to where the bar is pressed."""
        place = event.get_content_offset(self)
        if place is None or place.x < self.size.width - 1 or not self._thumb:
            return
        event.stop()
        if place.y not in self._thumb:
            self._drag_to(place.y - len(self._thumb) // 2)
        self._held = place.y - self._thumb.start
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Move the thumb that the mouse holds."""
        if self._held is not None:
            self._drag_to(event.get_content_offset_capture(self).y - self._held)

    def on_mouse_up(self) -> None:
        """Let go of the thumb."""
        if self._held is not None:
            self._held = None
            self.release_mouse()

    def _drag_to(self, top: int) -> None:
        """Scroll so that the thumb begins at a line of the bar."""
        height, total = self.size.height, self.virtual_size.height
        way = max(1, height - len(self._thumb))
        self.scroll_to(y=round((total - height) * top / way), animate=False, force=True)
