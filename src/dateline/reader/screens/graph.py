"""The graph of who is mentioned together: the drawing at the left, at the right what the focus is tied to."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar, Self

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.events import DescendantFocus

from dateline.index.rows import Evidence, Selection
from dateline.reader import keys
from dateline.reader.answers import Graph, graph_of, step_of
from dateline.reader.dossiers import ties
from dateline.reader.dossiers.parts import plural
from dateline.reader.hints import HELP, QUIT, Hint
from dateline.reader.screens.sheet import Movable, Sheet
from dateline.reader.widgets.canvas import Canvas
from dateline.reader.widgets.lines import Lines
from dateline.reader.widgets.listing import Listing, words

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.types import CSSPathType

    from dateline.reader.following import Following
    from dateline.reader.grapher import Answer
    from dateline.reader.widgets.strips import Piece

STACKED = 100  #: cells below which the list stands under the drawing
ACTORS = ("person", "country", "organization")
_CELLS = 75  #: of the drawing for each actor in it
_FEWEST, _MOST = 8, 24  #: actors


class GraphScreen(Sheet):
    """Arrows move the focus; a path from one actor to the focus shows the sentences that carry it."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["sheet.tcss", "graph.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("graph")]
    scope: ClassVar[keys.Scope] = "graph"

    def __init__(self, desk: Following) -> None:
        super().__init__(desk)
        self.canvas = Canvas(id="graph")
        self.told = Listing(id="ties", one_click=False)
        for pane in (self.canvas, self.told):
            pane.add_class("sheet-pane")
        self.canvas.border_title = Content("Mentioned together")
        self._graph = Graph()
        selection = desk.place.selection
        self._centre = selection if selection and selection.kind in ACTORS else None  # whose company is drawn
        self._start: Selection | None = None  # of the path
        self._alone = False  # whether only people are shown
        self._limit = 0

    # --- panes -------------------------------------------------------------------------------------------

    @property
    def used(self) -> Movable:
        """The pane in use."""
        return self.told if self.focused is self.told else self.canvas

    @property
    def selection(self) -> Selection | None:
        """The actor with the focus."""
        actor = self._graph.actors.get(-1 if self.canvas.focus_on is None else self.canvas.focus_on)
        return actor.selection if actor else None

    @property
    def state(self) -> tuple[Selection | None, bool]:
        """The actor with the focus, and whether only people are shown."""
        return self.selection or self._centre, self._alone

    @classmethod
    def again(cls, desk: Following, state: tuple[Selection | None, bool]) -> Self:
        """Return a graph of the same company."""
        screen = cls(desk)
        screen._centre, screen._alone = state
        return screen

    def compose(self) -> ComposeResult:
        """Lay the panes out."""
        yield self.bar
        with Horizontal():
            yield self.canvas
            yield self.told
        yield self.footer

    def on_mount(self) -> None:
        """Use the drawing; Textual lets the class below ask for the graph."""
        self.canvas.say("drawing …")
        self.set_focus(self.canvas)

    def on_resize(self, event: events.Resize) -> None:
        """Draw as many actors as there is room for."""
        self.set_class(event.size.width < STACKED, "-stacked")
        if self._limit and self._limit != self._room():
            self.refill()

    def _room(self) -> int:
        """Return how many actors there is room for."""
        size = self.app.size
        return max(_FEWEST, min(_MOST, size.width * (size.height - 4) * 6 // 10 // _CELLS))

    @on(DescendantFocus)
    def follow_focus(self) -> None:
        """Tell of the keys of the pane in use."""
        self._tell()

    # --- asking ------------------------------------------------------------------------------------------

    def refill(self) -> None:
        """Ask for the graph in the dates."""
        self._limit = self._room()
        request = {
            "do": "draw",
            "dates": self._dates(),
            "kinds": self._kinds(),
            "focus": _told(self._centre) if self._centre else None,
            "limit": self._limit,
        }
        self._tell()
        self.run_worker(self._draw(request), group="draw", exclusive=True, exit_on_error=False)

    def _dates(self) -> list[str] | None:
        dates = self.desk.place.dates
        return [dates.first, dates.last] if dates else None

    def _kinds(self) -> list[str]:
        return ["person"] if self._alone else [*ACTORS]

    async def _draw(self, request: Answer) -> None:
        try:
            answer = await self.app.grapher.ask(request)
            if answer is not None:
                self._show(answer)
        except Exception as error:  # the worker's edge: whatever it is, the reader is told
            self._graph = Graph()
            self.canvas.say(str(error))
            self._list()

    async def _find_path(self, start: Selection, end: Selection) -> None:
        ends = {"from": _told(start), "to": _told(end)}
        request = {"do": "path", "dates": self._dates(), "kinds": self._kinds(), **ends}
        try:
            answer = await self.app.grapher.ask(request)
            if answer is None or (self._start, self.selection) != (start, end):
                return
            steps = [step_of(step) for step in answer["steps"]]
        except Exception as error:  # the worker's edge
            self.told.show([words((str(error), "warn"))])
            return
        path = [self._graph.number_of(s) for s in (start, *(step.other for step in steps))]
        drawn = [(one, other) for one, other in pairwise(path) if one is not None and other is not None]
        self.canvas.show_path([n for n in path if n is not None] if steps else (), drawn)
        self.told.show(ties.path(start, end, steps))
        self._tell()

    # --- showing -----------------------------------------------------------------------------------------

    def _show(self, answer: Answer) -> None:
        """Show a graph, the focus where it was, else on the actor whose company it is, else on the first."""
        before = self.selection
        graph = self._graph = graph_of(answer)
        found = (graph.number_of(selection) for selection in (before, self._centre))
        focus = next((number for number in found if number is not None), next(iter(graph.actors), None))
        if graph.number_of(self._start) is None:
            self._start = None
        if graph.actors:
            self.canvas.show(graph.nodes, graph.pairs, graph.backbone, focus)
        else:
            self.canvas.say(*self._why_empty())
        if self._centre is not None and graph.actors and graph.number_of(self._centre) is None:
            self.desk.say(f"{self._centre.label} is mentioned with none of these here.")
        self._list()

    def _why_empty(self) -> list[str]:
        """Return why there is nothing to draw, and which key helps."""
        coverage = self.desk.title_bar.standing.coverage
        if coverage is None or not coverage.articles:
            return ["No articles here: there is nothing to draw."]
        lines = [f"No article here mentions two {'people' if self._alone else 'actors'} both."]
        lines += [f"{self.desk.key_of('kinds')} shows countries and organizations, too"] * self._alone
        return lines + [f"{self.desk.key_of('all-dates')} shows all dates"] * bool(self.desk.place.dates)

    def _list(self) -> None:
        """Show at the right what the focus is tied to, or the path to it."""
        focus, start = self.selection, self._start
        number = self.canvas.focus_on
        if focus is None or number is None:
            self.told.show([])
        elif start is None:
            self.canvas.show_path(())
            self.told.show(ties.of_actor(self._graph.actors, self._graph.ties.get(number, {}), number))
        elif start == focus:
            self.canvas.show_path([number])
            self.told.show(ties.path(start, start, ()))
        else:
            self.run_worker(self._find_path(start, focus), group="path", exclusive=True, exit_on_error=False)
        self._tell()

    def _tell(self) -> None:
        title = "Ties" if self._start is None else "Path"
        if str(self.told.border_title) != title:
            self.told.border_title = Content(title)
        parts: list[Piece] = [("Graph", "key")]
        if self.selection is not None:
            parts.append((self.selection.label, "strong"))
        if self._start is not None:
            parts.append((f"path from {self._start.label}", "near"))
        if self._alone:
            parts.append(("people alone", "near"))
        if actors := len(self._graph.actors):
            parts.append((f"{plural(actors, 'actor')}, {plural(len(self._graph.pairs), 'tie')}", "dim"))
        self.tell(*parts)

    def hints(self) -> list[Hint]:
        """Return what the footer tells."""
        on_list = self.focused is self.told
        does = "dossier" if not on_list else "go to it" if self._start is None else "open there"
        path = "path from here" if self._start is None else "end the path"
        told = [Hint(("open",), does), Hint(("path",), path)]
        told += [Hint(("next-pane",), "drawing" if on_list else "list")]
        told += [Hint(("kinds",), "all actors" if self._alone else "people alone")]
        told += [Hint(("person",), "person…"), Hint(("dates",), "dates")]
        if self.desk.place.dates:
            told += [Hint(("earlier", "later"), "move"), Hint(("all-dates",), "all dates")]
        told += [Hint(("ledger",), "ledger"), Hint(("summits",), "summits"), Hint(("export",), "export")]
        return [*told, HELP, QUIT._replace(label="close")]

    # --- keys --------------------------------------------------------------------------------------------

    def begin_with(self, selection: Selection | None) -> None:
        """Give an actor the focus; one that is not drawn is drawn with its company."""
        if selection is None or selection.kind not in ACTORS:
            return
        number = self._graph.number_of(selection)
        if number is not None:
            self.canvas.go_to(number)
        elif self._graph.actors and selection != self._centre:
            self._centre = selection
            self.canvas.focus_on = None
            self.refill()

    def take_found(self, found: Any) -> None:
        """Go to an actor that was found by a few letters."""
        if found is not None and found.selection.kind in ACTORS:
            self.begin_with(found.selection)
        else:
            super().take_found(found)

    def do_left(self) -> None:
        """Move the focus to the left."""
        self.canvas.turn(-1, 0)

    def do_right(self) -> None:
        """Move the focus to the right."""
        self.canvas.turn(1, 0)

    def do_path(self) -> None:
        """Begin a path at the focus, or end it."""
        self._start = self.selection if self._start is None else None
        self._list()

    def do_kinds(self) -> None:
        """Show people alone, or all actors."""
        self._alone = not self._alone
        self.refill()

    def do_next_pane(self) -> None:
        """Go to the other pane."""
        self.set_focus(self.canvas if self.focused is self.told else self.told, scroll_visible=False)

    do_previous_pane = do_next_pane

    def do_let_go(self) -> None:
        """End the path, or close the screen."""
        if self._start is not None:
            self.do_path()
        else:
            self.close()

    @on(Canvas.Focused)
    def show_focus(self) -> None:
        """List what the focus is tied to."""
        self._list()

    @on(Canvas.Chosen)
    def open_dossier(self) -> None:
        """Open the dossier of the focus."""
        if self.selection is not None:
            self.app.open_dossier(self.selection)

    @on(Lines.Chosen)
    def take(self) -> None:
        """Open the sentence that was chosen, or move the focus to an actor."""
        value = self.told.value
        if isinstance(value, Evidence):
            self.open_article(value.article, value.start, value.start + len(value.sentence))
        elif (number := self._graph.number_of(value)) is not None:
            self.canvas.go_to(number)


def _told(selection: Selection) -> list[str]:
    return [selection.kind, selection.id, selection.label]
