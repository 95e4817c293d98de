"""Panes that scroll line by line, with a scroll bar that is part of their lines.

Textual's own bar is a widget beside each pane: drawing it anew doubles what a line of scrolling costs.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.scroll_view import ScrollView
from textual.strip import Strip

from dateline.reader.widgets.strips import Drawn

if TYPE_CHECKING:
    from textual import events


class Scrolling(Drawn, ScrollView, inherit_bindings=False):
    """A pane of lines; its last column is the scroll bar, which can be clicked and dragged."""

    MARGIN = 0  #: empty cells at either side of the lines; cheaper than padding, which makes each line anew
    _held: int | None = None  # the line of the thumb that the mouse holds

    @property
    def room(self) -> int:
        """Cells of a line, beside the margins and the scroll bar."""
        return max(0, self.size.width - 1 - 2 * self.MARGIN)

    @abstractmethod
    def draw_line(self, y: int) -> Strip:
        """Return the line at a height of the widget, `room` cells wide."""

    def render_line(self, y: int) -> Strip:
        """Draw a line and its piece of the scroll bar."""
        line = self.draw_line(y)
        margin = Segment(" " * self.MARGIN, self.ground)
        bar = Segment("▐" if y in self._thumb else " ", self.style_of("bar"))
        return Strip([margin, *line, margin, bar], line.cell_length + 2 * self.MARGIN + 1)

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
