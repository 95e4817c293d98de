"""The main screen: timeline, article and sidebar, and all that their keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.events import DescendantFocus

from dateline.library.session import Session
from dateline.reader.actions.dating import DatingActions
from dateline.reader.actions.marking import MarkingActions
from dateline.reader.actions.selecting import SelectingActions
from dateline.reader.actions.showing import ShowingActions
from dateline.reader.layout import PANES, Pane
from dateline.reader.selection import place_of

if TYPE_CHECKING:
    from textual import events


class MainScreen(SelectingActions, DatingActions, MarkingActions, ShowingActions):
    """The screen that the reader starts with."""

    AUTO_FOCUS = ""

    def __init__(self, session: Session) -> None:
        super().__init__(place_of(session))
        self._session = session

    def on_mount(self) -> None:
        """Show the collection where it was left."""
        self.timeline.border_title = "Timeline"
        self.article.border_title = "Article"
        self.footer.keymap = self.reader.settings.keys
        self.open_first()
        self.tell_all()
        self.zoomed = self._session.zoomed
        pane: Pane = next((pane for pane in PANES if pane == self._session.pane), "timeline")
        self.show_pane(pane)
        self.call_after_refresh(self.reader.first_shown)

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as there is room for now."""
        self.show_pane(self.pane, focus=self.focused is not None)

    @on(DescendantFocus)
    def follow_focus(self, event: DescendantFocus) -> None:
        """Take the pane that is clicked as the one in use."""
        name = event.widget.id
        pane = next((pane for pane in PANES if pane == name), None)
        if pane is not None and pane != self.pane:
            self.show_pane(pane, focus=False)

    def session(self) -> Session:
        """Return what brings the collection back as it is now."""
        place = self.here
        selection = place.selection
        return Session(
            article=place.article,
            line=place.line,
            pane=self.pane,
            dates=(place.dates.first, place.dates.last) if place.dates else None,
            selection=(selection.kind, selection.id, selection.label) if selection else None,
            only=place.only,
            zoomed=self.zoomed,
            theme=self.app.theme,
        )
