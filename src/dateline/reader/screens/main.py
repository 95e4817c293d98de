"""The main screen: it lays the desk out, and passes keys and messages on to the actions of their topic."""

from __future__ import annotations

from importlib import import_module
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.events import DescendantFocus
from textual.screen import Screen

from dateline.reader import keys
from dateline.reader.layout import PANES
from dateline.reader.messages import ActionWanted, DatesWanted, MentionChosen
from dateline.reader.widgets.lines import Lines

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from dateline.index.rows import Found
    from dateline.reader.application import DatelineApp
    from dateline.reader.following import Following


class MainScreen(Screen[None]):
    """The screen that the reader starts with."""

    AUTO_FOCUS = ""
    scope: ClassVar[keys.Scope] = "main"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("main")]
    app: DatelineApp

    def __init__(self) -> None:
        super().__init__(id="main")
        self._topics: dict[str, Any] = {}

    @property
    def desk(self) -> Following:
        """The panes and what they show."""
        return self.app.desk

    def compose(self) -> ComposeResult:
        """Lay the bars and panes out."""
        desk = self.desk
        yield desk.title_bar
        yield desk.progress
        with Horizontal(id="panes"):
            yield desk.timeline
            yield desk.article
            yield desk.sidebar
        yield desk.footer

    def on_mount(self) -> None:
        """Show the collection where it was left."""
        self.desk.timeline.border_title = "Timeline"
        self.desk.article.border_title = "Article"
        self.app.show_first()

    def on_resize(self, _event: events.Resize) -> None:
        """Show as many panes as there is room for now."""
        self.desk.show_pane(self.desk.pane, focus=self.focused is not None)

    def topic(self, name: str) -> Any:
        """Return the actions of a topic; their module is imported when the first of them is wanted."""
        if name not in self._topics:
            module = import_module(f"dateline.reader.actions.{name}")
            self._topics[name] = getattr(module, name.capitalize())(self.desk)
        return self._topics[name]

    async def action_do(self, name: str) -> None:
        """Do an action of the registry."""
        await self.perform(name)

    async def perform(self, name: str | None) -> None:
        """Do an action of the registry by its name; nothing for None, with which boxes are left."""
        if name is not None:
            done = getattr(self.topic(keys.ACTIONS[name].topic), name.replace("-", "_"))()
            if isawaitable(done):
                await done

    def take_found(self, found: Found | None) -> None:
        """Select what was found by a few letters."""
        self.topic("selecting").jump_to(found)

    @on(ActionWanted)
    async def do_what_is_clicked(self, event: ActionWanted) -> None:
        """Do what was clicked in a bar."""
        await self.perform(event.name)

    @on(DatesWanted)
    def show_slice(self, event: DatesWanted) -> None:
        """Show the slice of the histogram that was clicked."""
        self.topic("dating").take_slice(event)

    @on(MentionChosen)
    def select_mention(self, event: MentionChosen) -> None:
        """Select what was clicked in the article; open the dossier of what is selected."""
        if event.mention.selection == self.desk.place.selection:
            self.app.open_dossier(event.mention.selection)
        else:
            self.desk.select(event.mention.selection)

    @on(Lines.Moved, "#timeline")
    def preview_headline(self, event: Lines.Moved) -> None:
        """Preview the article that the timeline's cursor is on."""
        self.topic("selecting").preview_headline(event.row)

    @on(Lines.Moved, "#sidebar")
    def preview_row(self) -> None:
        """Preview what the sidebar's cursor is on."""
        self.topic("selecting").preview_row()

    @on(Lines.Chosen, "#timeline")
    def take_headline(self, event: Lines.Chosen) -> None:
        """Open what was chosen in the timeline."""
        self.topic("selecting").take_headline(event)

    @on(Lines.Chosen, "#sidebar")
    def take_row(self, event: Lines.Chosen) -> None:
        """Select or open what was chosen in the sidebar."""
        self.topic("selecting").take_row(event)

    @on(DescendantFocus)
    def follow_focus(self, event: DescendantFocus) -> None:
        """Take the pane that is clicked as the one in use."""
        pane = next((pane for pane in PANES if pane == event.widget.id), None)
        if pane is not None and pane != self.desk.pane:
            self.desk.show_pane(pane, focus=False)
