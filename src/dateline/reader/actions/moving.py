"""Between panes, and within them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.actions.topic import Topic
from dateline.reader.layout import PANES

if TYPE_CHECKING:
    from dateline.reader.widgets.article import Article
    from dateline.reader.widgets.lines import Lines


class Moving(Topic):
    """The keys that move."""

    def next_pane(self) -> None:
        """Go to the pane at the right, from the last to the first."""
        self._turn(1)

    def previous_pane(self) -> None:
        """Go to the pane at the left, from the first to the last."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        self.desk.show_pane(PANES[(PANES.index(self.desk.pane) + step) % len(PANES)])

    def left_pane(self) -> None:
        """Go to the pane at the left, if there is one."""
        if self.desk.pane != PANES[0]:
            self._turn(-1)

    def right_pane(self) -> None:
        """Go to the pane at the right, if there is one."""
        if self.desk.pane != PANES[-1]:
            self._turn(1)

    def timeline(self) -> None:
        """Go to the timeline."""
        self.desk.show_pane("timeline")

    def article(self) -> None:
        """Go to the article."""
        self.desk.show_pane("article")

    def sidebar(self) -> None:
        """Go to the sidebar."""
        self.desk.show_pane("sidebar")

    def zoom(self) -> None:
        """Let the pane fill the screen, and give the others their room back."""
        desk = self.desk
        if desk.alone and not desk.zoomed:
            desk.say(f"The pane fills the screen already; {desk.key_of('next-pane')} goes to the next one.")
            return
        desk.zoomed = not desk.zoomed
        desk.show_pane(desk.pane)

    @property
    def used(self) -> Lines | Article:
        """The widget of the pane that is in use."""
        if self.desk.pane == "article":
            return self.desk.article
        return self.desk.timeline if self.desk.pane == "timeline" else self.desk.sidebar

    def down(self) -> None:
        """Move a row or a line down."""
        self.used.move(1)

    def up(self) -> None:
        """Move a row or a line up."""
        self.used.move(-1)

    def page_down(self) -> None:
        """Move a page down."""
        self.used.page(1)

    def page_up(self) -> None:
        """Move a page up."""
        self.used.page(-1)

    def half_down(self) -> None:
        """Move half a page down."""
        self.used.page(0.5)

    def half_up(self) -> None:
        """Move half a page up."""
        self.used.page(-0.5)

    def top(self) -> None:
        """Move to the first row or line."""
        self.used.end(-1)

    def bottom(self) -> None:
        """Move to the last row or line."""
        self.used.end(1)
